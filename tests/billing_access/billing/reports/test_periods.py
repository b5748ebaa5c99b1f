"""Billing periods: from the account's day of a month, or the last day of a month without it, to that of the next."""

from bisect import bisect
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import User
from billing_access import routes
from billing_access.billing.models import Account
from billing_access.billing.operators import open_account
from billing_access.billing.reports.account_snapshot import PERIOD, read_snapshot
from billing_access.billing.reports.state import read_state
from orgs.models import Organization

pytestmark = pytest.mark.django_db
DAYS = range(1, 32)


def starts(day: int, first_year: int, last_year: int) -> list[datetime]:
    """Return the starts of all periods of these years, one in each month."""
    return [
        datetime(year, month, min(day, monthrange(year, month)[1]), tzinfo=UTC)
        for year in range(first_year, last_year + 1)
        for month in range(1, 13)
    ]


def expected(day: int, instant: datetime) -> tuple[datetime, datetime]:
    """Return the period of an instant."""
    every = starts(day, instant.year - 1, instant.year + 1)
    place = bisect(every, instant)
    return every[place - 1], every[place]


def periods(instants: list[datetime], days: list[int]) -> list[tuple[Any, ...]]:
    """Return day, instant, start and end for each pair, as the reports' own SQL computes them."""
    statement = f"""
        SELECT a.period_start_day, c.now, p.period_start, p.period_end
        FROM unnest(%s::timestamptz[]) AS c (now)
        CROSS JOIN unnest(%s::smallint[]) AS a (period_start_day)
        CROSS JOIN {PERIOD}"""
    with connection.cursor() as cursor:
        cursor.execute(statement, [instants, days])
        return list(cursor.fetchall())


def test_the_31st_stays_the_31st() -> None:
    noons = [datetime(2028, month, monthrange(2028, month)[1], 12, tzinfo=UTC) for month in range(1, 13)]
    assert [f"{start:%m-%d}" for _, _, start, _ in periods(noons, [31])] == [
        "01-31", "02-29", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31",
    ]  # fmt: skip


def test_ten_years_of_instants_for_every_day() -> None:
    """The first instant of each UTC day and the one before it, for every start day."""
    midnights = [datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=number) for number in range(3653)]
    instants = [*midnights, *(each - timedelta(microseconds=1) for each in midnights)]
    every = {day: starts(day, 2023, 2034) for day in DAYS}
    found = periods(instants, [*DAYS])
    assert len(found) == len(instants) * len(DAYS)
    faults = [
        (day, instant, start, end)
        for day, instant, start, end in found
        if [start, end] != every[day][(place := bisect(every[day], instant)) - 1 : place + 1]
    ]
    assert faults == []


@pytest.mark.parametrize("year", [1900, 1970, 1999, 2000, 2100, 2400])
def test_other_centuries(year: int) -> None:
    """1900 and 2100 have no leap day, 2000 and 2400 have one."""
    instants = [datetime(year, month, day, 12, tzinfo=UTC) for month in (1, 2, 3, 12) for day in (1, 27, 28)]
    for day, instant, start, end in periods(instants, [*DAYS]):
        assert (start, end) == expected(day, instant), (day, instant)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_a_session_of_another_time_zone_has_the_same_periods(zone: str) -> None:
    """A host project may set the time zone of its database sessions."""
    instants = [datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=minutes) for minutes in (-1, 0, 1)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', %s, true)", [zone])
    for day, instant, start, end in periods(instants, [*DAYS]):
        assert (start, end) == expected(day, instant), (day, instant)


def test_the_accounts_day_is_what_reports_are_read_with(
    acme: Organization, grant_for: Any, system: Any, cells: Any
) -> None:
    grant = grant_for(acme, routes.BILLING_STATE)
    for day in DAYS:
        with cells(day):
            open_account(acme, period_start_day=day, actor=system)
            snapshot = read_snapshot(grant)
            assert (snapshot.period_start, snapshot.period_end) == expected(day, snapshot.as_of)
    assert cells.count == 31


@pytest.mark.parametrize("day", [29, 30, 31])
def test_the_state_and_the_overview_sum_the_runs_of_the_period(
    acme: Organization, feed: Any, run: Any, grant_for: Any, system: Any, alice: User, sign_in: Any, day: int
) -> None:
    open_account(acme, period_start_day=day, actor=system)
    grant = grant_for(acme, routes.BILLING_STATE)
    start = read_snapshot(grant).period_start
    feed(
        acme,
        run("first", started_at=start.isoformat(), total_cost_usd="3"),
        run("before", started_at=(start - timedelta(microseconds=1)).isoformat(), total_cost_usd="4"),
    )
    state = read_state(grant)
    assert (state.period_usage_usd, state.period_run_count) == (3, 1)
    page = sign_in(alice).get("/o/acme/overview/").content.decode()
    assert f"This billing period, since {start.day} {start:%b} (UTC): $3.00" in page


@pytest.mark.parametrize("day", [0, 32])
def test_no_other_day_is_stored(acme: Organization, system: Any, day: int) -> None:
    open_account(acme, period_start_day=31, actor=system)
    with pytest.raises(IntegrityError, match="account_period_day_is_1_to_31"), transaction.atomic():
        Account.objects.update(period_start_day=day)
