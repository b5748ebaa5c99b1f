"""Staff looks keys up, changes their scopes and revokes them, each time with a reason."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from billing_access.access import key_format
from billing_access.access.models import ApiKey
from billing_access.access.services import IssuedKey, revoke_key
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

LIST = "admin:billing_access_apikey_changelist"
PAGE = "admin:billing_access_apikey_change"
SCOPES = "admin:billing_access_apikey_scopes"
REVOKE = "admin:billing_access_apikey_revoke"


@pytest.fixture
def staff(dana: User, sign_in: Callable[[User], Client]) -> Client:
    """Dana's browser."""
    return sign_in(dana)


@pytest.fixture
def issued(acme: Organization, make_key: Callable[..., IssuedKey]) -> IssuedKey:
    """A key of Acme that reads runs."""
    return make_key(acme, "runs:read", name="Nightly")


def test_change_scopes(staff: Client, dana: User, issued: IssuedKey) -> None:
    data = {"scopes": ["billing.state:read", "runs:read"], "reason": "Ticket 7"}
    answer = staff.post(reverse(SCOPES, args=[issued.key.pk]), data)
    assert (answer.status_code, answer.url) == (302, reverse(PAGE, args=[issued.key.pk]))
    assert ApiKey.objects.get().scopes == ["billing.state:read", "runs:read"]
    event = AuditEvent.objects.get(action="api_key.scopes_changed")
    assert (event.actor_kind, event.actor_id, event.details) == ("staff", str(dana.pk), {"reason": "Ticket 7"})
    assert event.changes == {"scopes": [["runs:read"], ["billing.state:read", "runs:read"]]}


@pytest.mark.parametrize(
    "data",
    [
        {"scopes": ["billing.state:read"]},
        {"scopes": ["billing.state:read"], "reason": "  "},
        {"scopes": [], "reason": "Ticket 7"},
        {"scopes": ["billing.state:write"], "reason": "Ticket 7"},
        {"scopes": ["RUNS:READ"], "reason": "Ticket 7"},
        {"scopes": ["*"], "reason": "Ticket 7"},
    ],
)
def test_scopes_need_a_reason_and_stay_in_the_registry(
    staff: Client, issued: IssuedKey, data: dict[str, str | list[str]]
) -> None:
    answer = staff.post(reverse(SCOPES, args=[issued.key.pk]), data)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert ApiKey.objects.get().scopes == ["runs:read"]
    assert not AuditEvent.objects.filter(action="api_key.scopes_changed").exists()


def test_a_revoked_keys_scopes_do_not_change(staff: Client, issued: IssuedKey) -> None:
    revoke_key(issued.key, actor=actors.command("tests"))
    answer = staff.post(reverse(SCOPES, args=[issued.key.pk]), {"scopes": ["audit:read"], "reason": "Ticket 7"})
    assert answer.status_code == 409
    assert "The key is revoked; it cannot change any more." in answer.content.decode()
    assert ApiKey.objects.get().scopes == ["runs:read"]


def test_revoke(staff: Client, dana: User, issued: IssuedKey) -> None:
    address = reverse(REVOKE, args=[issued.key.pk])
    assert staff.get(address).status_code == 200
    assert ApiKey.objects.get().revoked_at is None
    assert staff.post(address, {"reason": "Leaked"}).status_code == 302
    assert ApiKey.objects.get().revoked_at is not None
    event = AuditEvent.objects.get(action="api_key.revoked")
    assert (event.actor_kind, event.actor_id, event.details) == ("staff", str(dana.pk), {"reason": "Leaked"})


@pytest.mark.parametrize("reason", ["", "  "])
def test_revoking_needs_a_reason(staff: Client, issued: IssuedKey, reason: str) -> None:
    answer = staff.post(reverse(REVOKE, args=[issued.key.pk]), {"reason": reason})
    assert answer.status_code == 200
    assert ApiKey.objects.get().revoked_at is None


@pytest.mark.parametrize(
    ("state", "changes", "revokes"),
    [("active", True, True), ("replaced", True, True), ("expired", False, True), ("revoked", False, False)],
)
def test_a_page_offers_what_the_key_still_allows(
    staff: Client, issued: IssuedKey, state: str, changes: bool, revokes: bool
) -> None:
    now, hour = timezone.now(), timedelta(hours=1)
    times: dict[str, dict[str, datetime]] = {
        "active": {},
        "replaced": {"revoked_at": now + hour},
        "expired": {"created_at": now - 2 * hour, "expires_at": now - hour},
        "revoked": {"revoked_at": now},
    }
    ApiKey.objects.filter(pk=issued.key.pk).update(name=issued.key.name, **times[state])
    page = staff.get(reverse(PAGE, args=[issued.key.pk])).content.decode()
    assert (f'href="{reverse(SCOPES, args=[issued.key.pk])}"' in page) == changes
    assert (f'href="{reverse(REVOKE, args=[issued.key.pk])}"' in page) == revokes
    data = {"scopes": ["billing.state:read"], "reason": "Ticket 7"}
    assert staff.post(reverse(SCOPES, args=[issued.key.pk]), data).status_code == (302 if changes else 409)


def test_there_is_no_bulk_action(staff: Client, issued: IssuedKey) -> None:
    shown = staff.get(reverse(LIST)).content.decode()
    assert 'name="action"' not in shown
    staff.post(reverse(LIST), {"action": "delete_selected", "_selected_action": [str(issued.key.pk)], "post": "yes"})
    assert ApiKey.objects.get().revoked_at is None


def test_the_page_itself_takes_no_change(staff: Client, issued: IssuedKey) -> None:
    answer = staff.post(reverse(PAGE, args=[issued.key.pk]), {"name": "Mine", "scopes": "audit:read"})
    assert answer.status_code == 403
    key = ApiKey.objects.get()
    assert (key.name, key.scopes) == ("Nightly", ["runs:read"])


@pytest.mark.parametrize("by", ["name", "last", "hint", "organization", "public_id"])
def test_search(
    staff: Client, issued: IssuedKey, other: Organization, make_key: Callable[..., IssuedKey], by: str
) -> None:
    make_key(other, name="Elsewhere")
    key = issued.key
    terms = {
        "name": "nightly",
        "last": key.last_characters,
        "hint": key.hint,
        "organization": "Acme",
        "public_id": key.organization.public_id,
    }
    shown = staff.post(reverse(LIST), {"q": terms[by]}, follow=True).content.decode()
    assert "Nightly" in shown
    assert "Elsewhere" not in shown


def test_the_page_says_what_the_key_reads_and_why_not(
    staff: Client, acme: Organization, make_key: Callable[..., IssuedKey]
) -> None:
    issued = make_key(acme, "billing.state:read")
    shown = staff.get(reverse(PAGE, args=[issued.key.pk])).content.decode()
    assert "usage: org_opt_in_required; Runs with cost and tokens: insufficient_scope" in shown


def test_neither_secret_nor_digest_is_on_any_page(staff: Client, issued: IssuedKey) -> None:
    arguments = [issued.key.pk]
    pages = [
        reverse(LIST),
        f"{reverse(LIST)}?pk__in={issued.key.pk}",
        *(reverse(name, args=arguments) for name in (PAGE, SCOPES, REVOKE, "admin:billing_access_apikey_history")),
    ]
    digest = key_format.digest(issued.secret)
    for page in pages:
        answer = staff.get(page)
        assert answer.status_code == 200, page
        assert "Nightly" in answer.content.decode()
        for hidden in (issued.secret, issued.secret[12:-4], digest.hex(), repr(digest)):
            assert hidden not in answer.content.decode()


def test_the_digest_cannot_be_probed_through_filters(staff: Client, issued: IssuedKey) -> None:
    for lookup in (
        "digest",
        "digest__startswith",
        "form_token",
        "organization__memberships__user__password__startswith",
    ):
        assert staff.get(reverse(LIST), {lookup: "a"}).status_code in {302, 400}, lookup


@pytest.mark.parametrize(
    ("permissions", "sees", "changes"),
    [((), False, False), (("view_apikey",), True, False), (("view_apikey", "change_apikey"), True, True)],
)
def test_staff_needs_the_permission(
    sign_in: Callable[[User], Client],
    bob: User,
    issued: IssuedKey,
    permissions: tuple[str, ...],
    sees: bool,
    changes: bool,
) -> None:
    User.objects.filter(pk=bob.pk).update(is_staff=True)
    bob.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = sign_in(User.objects.get(pk=bob.pk))
    arguments = [issued.key.pk]
    assert client.get(reverse(LIST)).status_code == (200 if sees else 403)
    assert client.get(reverse(PAGE, args=arguments)).status_code == (200 if sees else 403)
    for name in (SCOPES, REVOKE):
        assert client.get(reverse(name, args=arguments)).status_code == (200 if changes else 403)
    data = {"scopes": ["audit:read"], "reason": "Ticket 7"}
    client.post(reverse(SCOPES, args=arguments), data)
    client.post(reverse(REVOKE, args=arguments), data)
    key = ApiKey.objects.get()
    assert (key.scopes == ["audit:read"], key.revoked_at is not None) == (changes, changes)


def test_its_page_says_when_and_from_where_it_was_last_used(staff: Client, issued: IssuedKey) -> None:
    page = reverse(PAGE, args=[issued.key.pk])
    assert '<div class="readonly">Never</div>' in staff.get(page).content.decode()
    ApiKey.objects.update(last_used_at="2026-11-20T09:30:00Z", last_used_address="203.0.113.9")
    assert '<div class="readonly">2026-11-20 09:30 UTC from 203.0.113.9</div>' in staff.get(page).content.decode()
