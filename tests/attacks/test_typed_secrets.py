"""A key pasted into a name or a reason is refused before it is stored, recorded, sent or shown again in an error."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import IssuedKey
from orgs.audit.models import AuditEvent
from orgs.models import Organization, User

SAID = "This holds an API key."


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


def test_the_admin(acme: Organization, dana: User, make_key: Callable[..., IssuedKey], sign_in: Any) -> None:
    issued = make_key(acme)
    events = AuditEvent.objects.filter(action="api_key.revoked")
    path = reverse("admin:billing_access_apikey_revoke", args=[issued.key.pk])
    answer = sign_in(dana).post(path, {"reason": f"leaked: {issued.secret}"})
    assert SAID in answer.content.decode()
    assert not events.exists()
    assert sign_in(dana).post(path, {"reason": f"leaked: {issued.key.hint}"}).status_code == 302
    assert events.exists()
