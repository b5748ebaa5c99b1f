"""docs/pages.md: every page of an organization is there, with its address and the permission that opens it."""

import re
from itertools import product
from typing import Any

from django.conf import settings
from django.test import Client
from guardian.shortcuts import assign_perm

from accounts.models import User
from orgs.models import Organization
from orgs.roles import PERMISSIONS
from tests.addresses import patterns

TEXT = (settings.BASE_DIR / "docs" / "pages.md").read_text()
ROWS = [
    (address, set(re.findall(r"`(\w+)`", needs)))
    for address, needs in re.findall(r"^\| [^|]+ \| `([^`]+)` \| ([^|]+) \|", TEXT, re.M)
]
# Steps that a page leads to, told in its row.
STEPS = {
    "", "audit-log/<uuid:event_id>/", "audit-log/export.csv", "audit-log/export.ndjson", "audit-log/proofs.ndjson",
    "audit-log/verify_audit_export.py", "audit-log/keys.txt", "billing-reads/turn-off/",
    "keys/<uuid:key_id>/addresses/", "keys/<uuid:key_id>/cancel-rotation/", "keys/<uuid:key_id>/revoke/",
    "keys/<uuid:key_id>/rotate/", "members/<int:membership_id>/", "members/<int:membership_id>/remove/",
    "members/<int:membership_id>/confirm/",
    "members/invitations/<int:invitation_id>/resend/", "members/invitations/<int:invitation_id>/revoke/",
    "members/invite/", "members/leave/", "settings/tags/remove/", "alerts/<uuid:rule_id>/",
    "alerts/<uuid:rule_id>/mute/", "alerts/<uuid:rule_id>/remove/", "alerts/<uuid:rule_id>/test/",
    *(f"webhooks/<uuid:webhook_id>/{step}/" for step in ("change", "rotate", "remove", "adopt", "turn-on", "test")),
    "webhooks/<uuid:webhook_id>/deliveries/<uuid:delivery_id>/send-again/",
}  # fmt: skip


def test_every_page_is_there() -> None:
    there = {path.removeprefix("o/<slug:slug>/") for path in patterns() if path.startswith("o/<slug:slug>/")}
    ids = {"keys/<id>/": "keys/<uuid:key_id>/", "webhooks/<id>/": "webhooks/<uuid:webhook_id>/"}
    assert {ids.get(address, address) for address, _ in ROWS} == there - STEPS


def test_it_opens_to_who_holds_what_it_needs(
    acme: Organization, bob: User, sign_in: Any, make_key: Any, make_webhook: Any, cells: Any
) -> None:
    ids = {"keys": str(make_key(acme).key.pk), "webhooks": str(make_webhook(acme, None).pk)}
    session = sign_in(bob).cookies
    for (address, needs), (held, _) in product(ROWS, PERMISSIONS):
        with cells(address, "with", held):
            assign_perm(held, bob, acme)
            client = Client()
            client.cookies.update(session)
            answer = client.get(f"/o/acme/{address.replace('<id>', ids.get(address.split('/')[0], ''))}")
            assert (answer.status_code == 200) == (held in needs)
    assert cells.count >= 60


def test_the_pictures_are_there() -> None:
    for name in re.findall(r"\((screenshots/[^)]+)\)", TEXT):
        assert (settings.BASE_DIR / "docs" / name).exists(), name
