"""Runs, voided runs and balance entries in the Django admin: one organization's at a time, and each look on its log."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.models import BalanceEntry, Run
from billing_access.billing.operators import add_balance_entry, void_runs
from billing_audit.canonical_json import write_time
from billing_audit.models import AuditEvent
from orgs.models import Organization

RUNS = "/admin/billing_access/run/"
LISTED = "organization__id__exact"
VOIDED = "/admin/billing_access/voidedrun/"
ENTRIES = "/admin/billing_access/balanceentry/"


@pytest.fixture
def staff(dana: User, sign_in: Any) -> Client:
    """Dana's browser."""
    return sign_in(dana)


@pytest.fixture
def figures(acme: Organization, other: Organization, feed: Any, run: Any, system: Any) -> None:
    """Runs, voided runs and an entry of two organizations; of each kind one run of ours that has not started."""
    waiting = {"created_at": "2026-04-01T12:00:00Z", "status": "queued"}
    feed(acme, run("ours_void", total_cost_usd="5.75"), {"run_id": "ours_never_begun", **waiting})
    feed(other, run("theirs_void", total_cost_usd="66"))
    void_runs(acme, ["ours_void", "ours_never_begun"], reason="Ticket 7", actor=system)
    void_runs(other, ["theirs_void"], reason="Ticket 7", actor=system)
    feed(acme, run("ours_1", total_cost_usd="1.25"), run("ours_2"), {"run_id": "ours_waiting", **waiting})
    feed(other, run("theirs_1", total_cost_usd="77"))
    now = timezone.now()
    for organization, reference, amount in ((acme, "ours", "9.75"), (other, "theirs", "88")):
        add_balance_entry(
            organization,
            kind="top_up",
            amount_usd=Decimal(amount),
            reference=reference,
            occurred_at=now,
            actor=system,
        )


def _looks() -> list[tuple[str | None, str, dict[str, Any]]]:
    events = AuditEvent.objects.filter(action="billing.viewed").order_by("id")
    return [(event.organization_id, event.actor_kind, event.details) for event in events]


@pytest.mark.parametrize("address", [RUNS, VOIDED, ENTRIES])
def test_without_an_organization_nothing_is_listed(figures: None, staff: Client, address: str) -> None:
    for query in ({}, {LISTED: ""}, {LISTED: "0"}, {"q": "ours_1"}):
        shown = staff.get(address, query, follow=True).content.decode()
        assert "page first and follow the link there" in shown, query
        assert "ours" not in shown.replace('value="ours_1"', ""), query
    assert _looks() == []


def test_its_rows_and_no_others_and_each_look_is_on_its_log(
    acme: Organization, figures: None, staff: Client, dana: User
) -> None:
    runs = staff.get(RUNS, {LISTED: acme.pk}).content.decode()
    assert "Runs of Acme Robotics" in runs
    assert ("ours_1" in runs, "1.25" in runs, "ours_waiting" in runs, "theirs" in runs) == (True, True, False, False)
    entries = staff.get(ENTRIES, {LISTED: acme.pk}).content.decode()
    assert ("9.75" in entries, "theirs" in entries) == (True, False)
    staff.get(f"{RUNS}{Run.objects.get(run_id='theirs_1').pk}/change/")
    staff.get(f"{ENTRIES}{BalanceEntry.objects.get(reference='ours').pk}/change/")
    other = Organization.objects.get(slug="other")
    began, entered = (
        {"from": write_time(time), "to": write_time(time)}
        for time in (Run.objects.get(run_id="ours_1").started_at, BalanceEntry.objects.all()[0].occurred_at)
    )
    assert _looks() == [
        (acme.public_id, "staff", {"route": RUNS, "rows": 2, **began}),
        (acme.public_id, "staff", {"route": ENTRIES, "rows": 1, **entered}),
        (other.public_id, "staff", {"route": RUNS, "run_id": "theirs_1", "rows": 1, **began}),
        (acme.public_id, "staff", {"route": ENTRIES, "reference": "ours", "rows": 1, **entered}),
    ]


def test_voided_runs_are_shown_as_runs_are(acme: Organization, figures: None, staff: Client) -> None:
    shown = staff.get(VOIDED, {LISTED: acme.pk}).content.decode()
    assert "Voided runs of Acme Robotics" in shown
    assert ("ours_void" in shown, "5.75" in shown, "ours_1" in shown, "theirs" in shown, "begun" in shown) == (
        True, True, False, False, False,
    )  # fmt: skip
    row = VoidedRun.objects.get(run_id="ours_void")
    page = staff.get(f"{VOIDED}{row.pk}/change/").content.decode()
    assert all(text in page for text in ("ours_void", "5.75", f"batch {row.batch_id}", "Void revision"))
    assert row.started_at is not None
    times = {"from": write_time(row.started_at), "to": write_time(row.started_at)}
    assert _looks() == [
        (acme.public_id, "staff", {"route": VOIDED, "rows": 1, **times}),
        (acme.public_id, "staff", {"route": VOIDED, "run_id": "ours_void", "rows": 1, **times}),
    ]


@pytest.mark.parametrize("address", [RUNS, VOIDED, ENTRIES])
def test_rows_that_no_event_could_name_the_organization_of_are_not_shown(
    acme: Organization, other: Organization, figures: None, staff: Client, address: str, cells: Any
) -> None:
    """Django reads an id in many spellings, and two ids as either: each look must be on one log, or show nothing."""
    for ids in ("{0} ", " {0}", "+{0}", "0{0}", "{0}.0", "1_{0}", "{0}&{1}", "{1}&{0}", "{0}&{0}"):
        with cells(ids):
            sent = [each.format(acme.pk, other.pk) for each in ids.split("&")]
            shown = staff.get(address, {LISTED: sent}, follow=True).content.decode()
            assert [
                each for each in ("ours_1", "theirs_1", "ours_void", "theirs_void", "9.75", "88.000") if each in shown
            ] == []
            assert _looks() == []
    assert cells.count == 9


def test_what_was_searched_for_is_on_the_record(acme: Organization, figures: None, staff: Client) -> None:
    staff.get(RUNS, {LISTED: acme.pk, "q": " ours_1 "})
    staff.get(RUNS, {LISTED: acme.pk, "q": "x" * 500})
    staff.get(ENTRIES, {LISTED: acme.pk, "q": "ours"})
    said = [(details.get("run_id"), details.get("reference"), details["rows"]) for _, _, details in _looks()]
    assert said == [("ours_1", None, 1), ("x" * 100, None, 0), (None, "ours", 1)]


def test_one_is_found_by_its_exact_name(acme: Organization, figures: None, staff: Client) -> None:
    ours = {LISTED: acme.pk}
    for address, term, found in (
        (RUNS, " ours_1 ", 1), (RUNS, "ours_waiting", 1), (RUNS, "ours", 0), (RUNS, "theirs_1", 0),
        (RUNS, "ours_void", 0), (VOIDED, "ours_void", 1), (VOIDED, "ours_never_begun", 1), (VOIDED, "ours_1", 0),
        (VOIDED, "theirs_void", 0),
        (ENTRIES, "ours", 1), (ENTRIES, "our", 0),
    ):  # fmt: skip
        page = staff.get(address, {**ours, "q": term}).context_data["cl"]
        assert len(page.result_list) == found, term


@pytest.mark.parametrize(
    "lookup",
    ["total_cost_usd__gt", "organization__external_id", "organization__memberships__user__password__startswith"],
)
def test_no_other_column_is_asked_by_the_address(acme: Organization, figures: None, staff: Client, lookup: str) -> None:
    answer = staff.get(RUNS, {LISTED: acme.pk, lookup: "1"})
    assert answer.status_code == 400


def test_it_needs_a_permission_of_its_own(acme: Organization, figures: None, sign_in: Any) -> None:
    user = User.objects.create_user("erin@example.com", "x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=("view_run", "view_organization")))
    client = sign_in(user)
    ours = {LISTED: acme.pk}
    assert client.get(RUNS, ours).status_code == 200
    assert client.get(ENTRIES, ours).status_code == client.get(VOIDED, ours).status_code == 403
    page = client.get(reverse("admin:billing_orgs_organization_change", args=[acme.pk])).content.decode()
    assert f'href="{RUNS}?{LISTED}={acme.pk}"' in page
    assert ENTRIES not in page
    assert VOIDED not in page


@pytest.mark.parametrize(
    ("address", "table", "index"),
    [(RUNS, "billing_run", "billing_run_by_start"), (VOIDED, "billing_voided_run", "billing_voided_run_by_void")],
)
def test_a_list_reads_a_page_by_the_index(
    acme: Organization, figures: None, staff: Client, address: str, table: str, index: str
) -> None:
    with CaptureQueriesContext(connection) as captured:
        staff.get(address, {LISTED: acme.pk})
    asked = [query["sql"] for query in captured if f'FROM "{table}"' in query["sql"]]
    assert len(asked) == 2
    for statement in asked:
        with connection.cursor() as cursor:
            # Of a few rows PostgreSQL would rather sort, and sorts all the same if no index has the order.
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off"
            )
            cursor.execute(f"EXPLAIN {statement}")
            plan = "\n".join(row[0] for row in cursor.fetchall())
        assert index in plan
        assert "Sort" not in plan


def test_where_a_row_is_only_named_no_figure_is_shown(figures: None, staff: Client) -> None:
    entry = BalanceEntry.objects.get(reference="ours")
    assert "9.75" not in staff.get(f"{ENTRIES}{entry.pk}/history/").content.decode()
