"""The audit log in the Django admin: shown with personal data, read-only, and every view is recorded."""

import uuid
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from billing_audit.admin import NewestFirst
from billing_audit.models import AuditEvent
from billing_audit.record import Actor, Target, record
from billing_audit.request_context import Origin

LIST = "admin:billing_audit_auditevent_changelist"
PAGE = "admin:billing_audit_auditevent_change"
KATE = Actor("user", "71", "kate@example.com", Origin("req_kate", "198.51.100.9", "curl/8.1"))


@pytest.fixture
def staff(dana: User, sign_in: Callable[[User], Client]) -> Client:
    """Dana's browser."""
    return sign_in(dana)


def _enable(organization: str = "o_1", actor: Actor = KATE) -> uuid.UUID:
    return record(
        "billing_reads.enabled",
        organization_id=organization,
        actor=actor,
        target=Target("organization", organization, "Kate's"),
        changes={"billing_reads": ("off", "on")},
        details={"reason": "asked by phone"},
    )


def test_the_list_shows_who_with_personal_data(staff: Client) -> None:
    _enable()
    shown = staff.get(reverse(LIST)).content.decode()
    for expected in ("user kate@example.com", "organization Kate&#x27;s", "198.51.100.9", "o_1"):
        assert expected in shown


def test_an_event_shows_old_and_new(staff: Client) -> None:
    shown = staff.get(reverse(PAGE, args=[_enable()])).content.decode()
    for expected in ("billing_reads: off → on", "reason: asked by phone", "curl/8.1", "req_kate"):
        assert expected in shown


@pytest.mark.parametrize("term", ["o_1", "71", "req_kate"])
def test_search_is_exact(staff: Client, term: str) -> None:
    _enable()
    _enable("o_2", Actor("user", "711", "zoe@example.com"))
    shown = staff.get(reverse(LIST), {"q": term}).content.decode()
    assert "kate@example.com" in shown
    assert "zoe@example.com" not in shown
    assert "kate@example.com" not in staff.get(reverse(LIST), {"q": term[:-1]}).content.decode()


def test_filters(staff: Client) -> None:
    _enable()
    on = staff.get(reverse(LIST), {"action": "billing_reads.enabled", "outcome": "allowed", "actor_kind": "user"})
    assert "kate@example.com" in on.content.decode()
    for other in ({"action": "api_key.revoked"}, {"outcome": "denied"}, {"actor_kind": "system"}):
        assert "kate@example.com" not in staff.get(reverse(LIST), other).content.decode()


def test_every_look_is_recorded_as_staffs(staff: Client, dana: User) -> None:
    event = _enable()
    staff.get(reverse(LIST), {"action": "billing_reads.enabled"})
    staff.get(reverse(PAGE, args=[event]))
    looks = AuditEvent.objects.filter(action="audit_log.viewed", actor_kind="staff", actor_id=str(dana.pk))
    seen = {(look.organization_id, look.target_id, look.details["rows"], look.details.get("action")) for look in looks}
    assert seen == {(None, "", 1, "billing_reads.enabled"), ("o_1", str(event), 1, None)}


def test_every_filter_of_a_look_is_recorded_and_no_other_is_taken(staff: Client) -> None:
    _enable()
    asked = {"action": "billing_reads.enabled", "outcome": "allowed", "actor_kind": "user", "q": " o_1 "}
    staff.get(reverse(LIST), asked)
    for term in ("kate@example.com", "198.51.100.9", "x" * 65):
        shown = staff.get(reverse(LIST), {"q": term, "outcome": "any"}).content.decode()
        assert "Kate&#x27;s" not in shown
    said = [look.details for look in AuditEvent.objects.filter(action="audit_log.viewed").order_by("id")]
    recorded = {"action": "billing_reads.enabled", "outcome": "allowed", "actor_kind": "user", "search": "o_1"}
    assert said == [{**recorded, "rows": 1}, *[{"search": "no id", "rows": 0}] * 3]
    for lookup in ("request_id", "target_id__startswith", "body__contains"):
        assert staff.get(reverse(LIST), {lookup: "o_1"}).status_code == 400


def test_a_page_takes_the_same_queries_for_many_events(staff: Client) -> None:
    _enable()
    with CaptureQueriesContext(connection) as few:
        staff.get(reverse(LIST))
    for _ in range(20):
        _enable()
    with CaptureQueriesContext(connection) as many:
        staff.get(reverse(LIST))
    assert len(many) == len(few)


def test_no_page_counts_the_whole_log(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NewestFirst, "limit", 3)
    for _ in range(5):
        _enable()
    with CaptureQueriesContext(connection) as queries:
        shown = staff.get(reverse(LIST)).content.decode()
    assert "3 audit events" in shown
    counts = [each["sql"] for each in queries if "COUNT(" in each["sql"]]
    assert counts
    assert all("LIMIT 3" in each for each in counts)


@pytest.mark.parametrize(("permissions", "status"), [((), 403), (("view_auditevent",), 200)])
def test_staff_needs_the_permission(
    sign_in: Callable[[User], Client], db: None, permissions: tuple[str, ...], status: int
) -> None:
    user = User.objects.create_user("erin@example.com", "x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = sign_in(user)
    event = _enable()
    assert client.get(reverse(LIST)).status_code == status
    assert client.get(reverse(PAGE, args=[event])).status_code == status
