"""A key pasted into a name or a reason is refused before it is stored, recorded, sent or shown again in an error."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts import users
from accounts.models import User
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import IssuedKey
from billing_access.webhooks.signing import new_secret
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization
from orgs.services import organizations

SAID = "This holds an API key."
LIKE_A_KEY = "This holds what looks like a key."
SYSTEM = actors.command("tests")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("keys/new/", {"name": "K", "lifetime_days": 9, "scopes": "runs:read", "form_token": "6" * 32}),
        ("keys/{key}/", {"scopes": "runs:read"}),
        ("keys/{key}/addresses/", {"allowed_networks": "10.0.0.0/8"}),
        ("keys/{key}/revoke/", {}),
        ("billing-reads/turn-on/", {"version": 0}),
        ("settings/tags/", {}),
        ("billing-reads/turn-off/", {"version": 0}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_pages(
    acme: Organization, alice: User, make_key: Callable[..., IssuedKey], sign_in: Any, path: str, data: dict[str, Any]
) -> None:
    issued = make_key(acme)
    events = AuditEvent.objects.count()
    field = {"keys/new/": "name", "settings/tags/": "key"}.get(path, "reason")
    address = f"/o/acme/{path.format(key=issued.key.pk)}"
    answer = sign_in(alice).post(
        address, {**data, field: issued.secret if field == "key" else f"see {issued.secret}, please"}
    )
    assert answer.status_code == 400
    assert SAID in answer.content.decode()
    assert (AuditEvent.objects.count(), ApiKey.objects.count(), OptIn.objects.count()) == (events, 1, 0)


def test_a_webhooks_secret_in_a_reason_and_in_an_address(acme: Organization, alice: User, sign_in: Any) -> None:
    secret, client, events = new_secret(), sign_in(alice), AuditEvent.objects.count()
    form = {"topics": "alert", "form_token": "6" * 32, "url": f"https://hooks.example.com/?secret={secret}"}
    for page, data in (
        ("billing-reads/turn-on/", {"version": 0, "reason": f"it is {secret}"}),
        ("webhooks/new/", form),
    ):
        answer = client.post(f"/o/acme/{page}", data)
        assert answer.status_code == 400
        assert "This holds a webhook&#x27;s secret." in answer.content.decode()
    assert AuditEvent.objects.count() == events


def test_the_admin(acme: Organization, dana: User, make_key: Callable[..., IssuedKey], sign_in: Any) -> None:
    issued = make_key(acme)
    events = AuditEvent.objects.filter(action="api_key.revoked")
    path = reverse("admin:billing_access_apikey_revoke", args=[issued.key.pk])
    answer = sign_in(dana).post(path, {"reason": f"leaked: {issued.secret}"})
    assert SAID in answer.content.decode()
    assert not events.exists()
    assert sign_in(dana).post(path, {"reason": f"leaked: {issued.key.hint}"}).status_code == 302
    assert events.exists()


def test_names_of_people_and_organizations(
    acme: Organization, alice: User, make_key: Callable[..., IssuedKey], sign_in: Any
) -> None:
    secret = str(make_key(acme).secret)
    answer = sign_in(alice).post("/account/", {"name": f"Alice {secret}"})
    assert (answer.status_code, LIKE_A_KEY in answer.content.decode()) == (400, True)
    with pytest.raises(ValidationError, match=LIKE_A_KEY):
        organizations.create_organization(name=secret, slug="new", owner=alice, actor=SYSTEM)
    with pytest.raises(ValidationError, match=LIKE_A_KEY):
        users.create_user(email="nia@example.com", name=secret, actor=SYSTEM)
    assert not any(
        secret in name for model in (User, Organization) for name in model.objects.values_list("name", flat=True)
    )


@pytest.mark.parametrize(
    "name", ["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch", "Ann-Marie O'Neill 3rd", "Acme Robotics 24/7"]
)
def test_names_that_are_no_keys(alice: User, sign_in: Any, name: str) -> None:
    assert sign_in(alice).post("/account/", {"name": name}).status_code == 302
