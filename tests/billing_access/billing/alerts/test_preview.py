"""The preview of rules that are not about spend: the balance of past days, the age of the figures, missing prices."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import User
from billing_access.access.decision import authorize_member
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.preview import Preview, read_preview
from billing_access.billing.models import Account, AlertKind
from billing_access.billing.operators import add_balance_entry, mark_complete
from billing_access.routes import BILLING_ALERTS
from orgs import actors
from orgs.access import organization_for
from orgs.models import Organization
from orgs.roles import VIEW_BILLING

SYSTEM = actors.command("tests")


@pytest.fixture
def preview(alice: User) -> Callable[..., Preview]:
    def read(organization: Organization, kind: AlertKind, number: int) -> Preview:
        access = organization_for(alice, organization.slug, VIEW_BILLING)
        grant = authorize_member(access, BILLING_ALERTS)
        return read_preview(grant, access.organization, Parameters(kind.value, number=number))

    return read


def figures(found: Preview, number: int) -> list[str | None]:
    """The figures of today and of so many days before, today last."""
    return [None if each.figure is None else str(each.figure) for each in found.days[-number - 1 :]]


def fired(found: Preview) -> list[int]:
    """How many days ago it would have fired."""
    return [len(found.days) - 1 - index for index, each in enumerate(found.days) if each.would_fire]


def top_up(organization: Organization, amount: str, at: datetime) -> None:
    add_balance_entry(
        organization, kind="top_up", amount_usd=Decimal(amount), reference="t", occurred_at=at, actor=SYSTEM
    )


@pytest.mark.parametrize("zone", ["UTC", "Europe/London"])
def test_the_days_left_are_those_of_each_days_end(
    acme: Organization, preview: Any, spend: Any, noon: Any, zone: str
) -> None:
    """100 dollars; then 7 a day for the last ten days: 93 are left after the first, at a seventh of 7 a day."""
    Organization.objects.filter(pk=acme.pk).update(time_zone=zone)
    top_up(acme, "100", noon(20))
    for days_ago in range(1, 11):
        spend(acme, "7", days_ago=days_ago)
    found = preview(acme, AlertKind.RUNS_OUT, 7)
    first = ["93.00", "43.00", "26.33", "18.00", "13.00", "9.66", "7.25", "6.25", "5.25", "4.25", "4.25"]
    if zone == "UTC":
        assert figures(found, 11) == [None, *first]
    # In London the last hour of a summer's day is counted with the day before.
    assert fired(found) == [3] or zone != "UTC"
    assert (found.days[-1].figure, found.now, found.fires_now) == (Decimal("4.25"), "4.25 days", True)


def test_it_fires_once_until_the_balance_lasts_a_day_longer(
    acme: Organization, preview: Any, spend: Any, noon: Any
) -> None:
    top_up(acme, "20", noon(20))
    for days_ago in (9, 8, 7, 5, 4, 3):
        spend(acme, "1", days_ago=days_ago)
    found = preview(acme, AlertKind.RUNS_OUT, 30)
    # 19 of 1 a week, 18 of 2, 17 of 3, the same; 16 of 4, 15 of 5, 14 of 6; then of 5, and of 4 twice.
    assert figures(found, 9) == [
        "133.00", "63.00", "39.66", "39.66", "28.00", "21.00", "16.33", "19.58", "24.50", "24.50",
    ]  # fmt: skip
    assert fired(found) == [5]


def test_a_balance_that_is_used_up_has_no_days_left_and_a_postpaid_account_no_preview(
    acme: Organization, preview: Any, spend: Any
) -> None:
    spend(acme, "5", days_ago=2)
    found = preview(acme, AlertKind.RUNS_OUT, 7)
    # Nothing was ever paid in; before the first run nothing is known.
    assert figures(found, 3) == [None, "0", "0", "0"]
    assert fired(found) == [2]
    Account.objects.update(billing_mode="postpaid")
    assert preview(acme, AlertKind.RUNS_OUT, 7).days == []


def test_the_age_of_the_figures_is_read_from_the_log(
    acme: Organization, preview: Any, spend: Any, at_another_time: Any, as_superuser: Any
) -> None:
    today = datetime.combine(datetime.now(UTC).date(), time(), UTC)

    def hours(days_ago: int, hour: float) -> datetime:
        return today - timedelta(days=days_ago) + timedelta(hours=hour)

    spend(acme, "5", days_ago=9)
    for marked, through in ((hours(5, 12), hours(5, 11)), (hours(2, 12), hours(2, 11.5))):
        with at_another_time(marked):
            mark_complete(acme, through, actor=SYSTEM)
        as_superuser(
            "UPDATE billing_audit_event SET recorded_at = %s WHERE action = 'usage.marked_complete'"
            " AND recorded_at > now() - interval '1 hour'",
            [marked],
        )
    # First fed ten days ago.
    Account.objects.update(fed_at=hours(10, 0))
    found = preview(acme, AlertKind.STALE_FEED, 24)
    # The age grows until the first mark (five days and a half), then from an hour to 73, then from half an hour.
    assert figures(found, 10)[:-1] == ["24", "48", "72", "96", "120", "132", "37", "61", "73", "36"]
    assert fired(found) == [9, 4, 1]


def test_runs_without_a_price_are_counted_from_the_periods_start(
    acme: Organization, preview: Any, feed: Any, noon: Any
) -> None:
    for number in range(3):
        feed(acme, {"run_id": f"wr_{number}", "started_at": noon().isoformat()})
    found = preview(acme, AlertKind.UNPRICED_RUNS, 2)
    assert figures(found, 0) == ["3"]
    assert fired(found) == [0]
    assert fired(preview(acme, AlertKind.UNPRICED_RUNS, 3)) == []
