"""Imports in the Django admin: read-only, for staff with the permission, and each look on the platform's log."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from billing_access.billing.ingest.models import Batch
from billing_audit.models import AuditEvent
from orgs.models import Organization

BATCHES = "/admin/billing_access/batch/"


@pytest.fixture
def batches(acme: Organization, other: Organization, feed: Any, run: Any) -> list[Batch]:
    """Two imports, into an organization each."""
    ours = feed(acme, run("a", total_cost_usd="4.75"), file="ours.csv", options={"correct": True}).report
    return [ours, feed(other, run("b"), {"run_id": "c"}, file="theirs.csv").report]


def _looks() -> list[tuple[str | None, str, dict[str, Any]]]:
    events = AuditEvent.objects.filter(action="billing.viewed").order_by("id")
    return [(event.organization_id, event.actor_kind, event.details) for event in events]


def test_imports_are_listed_newest_first_and_each_look_is_recorded(
    batches: list[Batch], dana: User, sign_in: Any
) -> None:
    staff: Client = sign_in(dana)
    page = staff.get(BATCHES)
    assert [each.pk for each in page.context_data["cl"].result_list] == [batches[1].pk, batches[0].pk]
    shown = page.content.decode()
    assert all(text in shown for text in ("ours.csv", "theirs.csv", "4.75", "system tests"))
    one = staff.get(f"{BATCHES}{batches[0].pk}/change/").content.decode()
    assert all(text in one for text in ("ours.csv", "4.75", "correct", "Usage moved usd", "Offset usd"))
    assert _looks() == [
        (None, "staff", {"route": BATCHES, "rows": 2}),
        (None, "staff", {"route": BATCHES, "rows": 1, "batch": batches[0].pk}),
    ]


@pytest.mark.parametrize("lookup", ["file", "total_cost_usd__gt", "runs__organization", "started_by__startswith"])
def test_no_column_is_asked_by_the_address(batches: list[Batch], dana: User, sign_in: Any, lookup: str) -> None:
    assert sign_in(dana).get(BATCHES, {lookup: "1"}).status_code == 400
    assert _looks() == []


def test_it_needs_a_permission_of_its_own_and_changes_nothing(batches: list[Batch], dana: User, sign_in: Any) -> None:
    user = User.objects.create_user("erin@example.com", "x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_run"))
    address = f"{BATCHES}{batches[0].pk}/"
    erin = sign_in(user)
    assert erin.get(BATCHES).status_code == erin.get(f"{address}change/").status_code == 403
    user.user_permissions.set(Permission.objects.filter(codename="view_batch"))
    erin = sign_in(User.objects.get(pk=user.pk))
    assert erin.get(BATCHES).status_code == erin.get(f"{address}change/").status_code == 200
    for client in (erin, sign_in(dana)):
        for path in (f"{BATCHES}add/", f"{address}change/", f"{address}delete/"):
            assert client.post(path, {"file": "x", "post": "yes"}).status_code == 403
    assert sorted(Batch.objects.values_list("file", flat=True)) == ["ours.csv", "theirs.csv"]
