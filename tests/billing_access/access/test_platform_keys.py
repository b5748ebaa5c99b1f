"""Platform-issued keys work once they are registered, and only if the site allows them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from billing_access.access.key_format import new_secret
from billing_access.access.models import ApiKey
from billing_access.access.services import InvalidChange, register_platform_key, rotate_key
from billing_access.scopes import UnknownScope
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")
SECRET = "skv-7f1c0e9b2d4a4f0e8c3b5a697881"


@pytest.fixture
def allowed(configure: Any) -> None:
    configure(PLATFORM_KEYS=True)


def _register(organization: Organization, **changes: Any) -> ApiKey:
    given = {
        "secret": SECRET,
        "name": "Platform",
        "scopes": ["runs:read"],
        "expires_at": timezone.now() + timedelta(days=30),
    }
    return register_platform_key(organization, **{"actor": SYSTEM, **given, **changes})


def test_it_reads_like_a_key_of_ours(allowed: None, acme: Organization, api: Callable[..., Any]) -> None:
    key = _register(acme)
    assert key.is_platform_key
    assert key.hint == "skv-…7881"
    assert api("/v1/key", SECRET).json()["name"] == "Platform"
    answer = api("/v1/billing/state", SECRET)
    assert (answer.status_code, answer.json()["code"]) == (403, "insufficient_scope")
    assert AuditEvent.objects.get(outcome="denied").actor_id == str(key.pk)
    assert AuditEvent.objects.get(action="api_key.registered").target_id == str(key.pk)
    assert bytes(ApiKey.objects.get().digest) != SECRET.encode()


def test_off_it_costs_no_query_and_reads_nothing(
    allowed: None, acme: Organization, api: Callable[..., Any], configure: Any
) -> None:
    _register(acme)
    configure(PLATFORM_KEYS=False)
    with CaptureQueriesContext(connection) as captured:
        assert api("/v1/key", SECRET).json()["code"] == "invalid_key"
    assert len(captured) == 0
    with pytest.raises(InvalidChange, match="PLATFORM_KEYS=on"):
        _register(acme, secret=SECRET + "x")


@pytest.mark.parametrize(
    "secret",
    ["short", "x" * 23, "x" * 257, "with a space in the middle of it", "ümlaut-" * 5, "bak_live_" + "0" * 49, ""],
)
def test_what_can_be_none_costs_no_query(allowed: None, api: Callable[..., Any], db: None, secret: str) -> None:
    with CaptureQueriesContext(connection) as captured:
        assert api("/v1/key", headers={"x-api-key": secret.encode().decode("latin-1")}).status_code == 401
    assert len(captured) == 0


def test_an_unregistered_one_costs_one_query_and_is_on_the_platforms_log(
    allowed: None, api: Callable[..., Any], db: None
) -> None:
    assert api("/v1/key", SECRET).json()["code"] == "invalid_key"
    event = AuditEvent.objects.get()
    assert (event.organization_id, event.actor_kind) == (None, "anonymous")


@pytest.mark.parametrize(
    "change",
    [
        {"secret": "x" * 23},
        {"secret": "x" * 257},
        {"secret": "two words, which no header carries"},
        {"secret": new_secret()},
        {"secret": new_secret().upper()},
        {"name": " "},
        {"expires_at": timezone.now() - timedelta(days=1)},
        {"expires_at": timezone.now() + timedelta(days=367)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_is_not_registered(allowed: None, acme: Organization, change: dict[str, Any]) -> None:
    with pytest.raises(InvalidChange):
        _register(acme, **change)
    assert not ApiKey.objects.exists()


def test_unknown_scopes_are_refused(allowed: None, acme: Organization) -> None:
    with pytest.raises(UnknownScope):
        _register(acme, scopes=["billing:*"])


def test_one_secret_is_one_key(allowed: None, acme: Organization, other: Organization) -> None:
    _register(acme)
    with pytest.raises(InvalidChange, match="registered already"):
        _register(other)
    assert ApiKey.objects.get().organization == acme


def test_a_member_registers_none(allowed: None, acme: Organization, alice: User) -> None:
    with pytest.raises(PermissionDenied):
        _register(acme, actor=actors.as_member(alice, authenticated_at=timezone.now()))


def test_the_platform_rotates_it(allowed: None, acme: Organization) -> None:
    with pytest.raises(InvalidChange, match="rotates it"):
        rotate_key(_register(acme), actor=SYSTEM, overlap_hours=1)


def test_it_is_marked_wherever_people_see_it(allowed: None, acme: Organization, alice: User, sign_in: Any) -> None:
    key = _register(acme)
    client = sign_in(alice)
    own = f"keys/{key.pk}/"
    for page in ("keys/", own, f"{own}revoke/", f"{own}addresses/", "readers/", "billing-reads/"):
        assert "Platform key" in client.get(f"/o/acme/{page}").content.decode(), page
    assert "Rotate" not in client.get(f"/o/acme/keys/{key.pk}/").content.decode()


@pytest.mark.parametrize("marked", [True, False])
def test_the_kind_that_a_secret_looks_like_is_the_kind_that_it_must_be(
    allowed: None, acme: Organization, api: Callable[..., Any], make_key: Any, marked: bool
) -> None:
    """A row whose is_platform_key was changed in the database is found by neither form of secret."""
    secret = make_key(acme).secret if marked else SECRET
    if not marked:
        _register(acme)
    assert api("/v1/key", secret).status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_api_key SET is_platform_key = %s", [marked])
    assert api("/v1/key", secret).json()["code"] == "invalid_key"
