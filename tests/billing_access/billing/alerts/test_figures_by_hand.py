"""Every figure against brute force: the runs of a generated history, added up one by one."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from billing_access.billing.alerts.figures import Figures, read_figures
from billing_access.billing.alerts.measures import measure
from billing_access.billing.alerts.parameters import STEPS, Parameters
from billing_access.billing.operators import add_balance_entry, open_account, register_tag
from orgs import actors
from orgs.models import Organization

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
NOW = datetime.now(UTC)
FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
COSTS = st.decimals(min_value=0, max_value=1000, places=10)
RUNS = st.lists(
    st.tuples(st.integers(0, 24 * 40), COSTS, st.sampled_from(["adams", "bell", ""]), st.booleans()),
    min_size=1,
    max_size=40,
)
ZONES = st.sampled_from(["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"])
Runs = list[tuple[datetime, Decimal | None, str]]


def fed(organization: Organization, zone: str, runs: Any, feed: Any) -> Runs:
    """Feed runs that started so many hours ago, with a first one long ago; return their time, cost and county."""
    organization.time_zone = zone
    organization.save()
    open_account(organization, period_start_day=(NOW - timedelta(days=3)).day, actor=SYSTEM)
    register_tag(organization, "county", actor=SYSTEM)
    made: Runs = [(NOW - timedelta(days=60), Decimal(1), "")]
    made += [(NOW - timedelta(hours=hours), None if free else cost, county) for hours, cost, county, free in runs]
    rows = [
        {"run_id": f"r{number}", "started_at": at.isoformat(), "tags": {"county": county} if county else {},
         **({} if cost is None else {"total_cost_usd": str(cost)})}
        for number, (at, cost, county) in enumerate(made)
    ]  # fmt: skip
    feed(organization, *rows)
    return made


def by_day(runs: Runs, figures: Figures, county: str | None) -> dict[date, Decimal]:
    found: defaultdict[date, Decimal] = defaultdict(Decimal)
    for at, cost, tag in runs:
        if cost is not None and county in (None, tag):
            found[at.astimezone(figures.organization.zone).date()] += cost
    return found


def over_by_day(rule: Parameters, figures: Figures) -> set[tuple[date, str | None]]:
    found = measure(rule, figures)
    assert found is not None
    zone = figures.organization.zone
    return {
        (each.bucket_start.astimezone(zone).date(), each.tag_value)
        for each in found.readings
        if each.is_over and each.bucket_start
    }


@FEW
@given(runs=RUNS, zone=ZONES, amount=st.integers(1, 1500))
@example(runs=[(1, Decimal(900), "", False)], zone="UTC", amount=100)
def test_the_spend_of_a_day(new_organization: Any, feed: Any, runs: Any, zone: str, amount: int) -> None:
    organization = new_organization()
    made = fed(organization, zone, runs, feed)
    figures = read_figures(organization)
    today = figures.now.astimezone(organization.zone).date()
    days = [today - timedelta(days=each) for each in range(8)]
    for key, counties in (("", [None]), ("county", ["adams", "bell"])):
        rule = Parameters("day_spend", amount_usd=Decimal(amount), tag_key=key)
        expected = {(day, county) for county in counties for day in days if by_day(made, figures, county)[day] > amount}
        assert over_by_day(rule, figures) == expected


@FEW
@given(runs=RUNS, zone=ZONES, floor=st.integers(1, 300), tenths=st.integers(10, 40))
def test_a_spike(new_organization: Any, feed: Any, runs: Any, zone: str, floor: int, tenths: int) -> None:
    organization = new_organization()
    made = fed(organization, zone, runs, feed)
    figures = read_figures(organization)
    today = figures.now.astimezone(organization.zone).date()
    factor = Decimal(tenths) / 10
    for key, counties in (("", [None]), ("county", ["adams", "bell"])):
        expected = set()
        for county in counties:
            spent = by_day(made, figures, county)
            for day in (today - timedelta(days=each) for each in range(8)):
                before = [Fraction(spent[day - timedelta(days=each)]) for each in range(1, 15)]
                if Fraction(spent[day]) > max(Fraction(floor), Fraction(factor) * median(before)):
                    expected.add((day, county))
        rule = Parameters("day_spike", amount_usd=Decimal(floor), factor=factor, tag_key=key)
        assert over_by_day(rule, figures) == expected


@FEW
@given(runs=RUNS, amount=st.integers(1, 5000), most=st.integers(0, 5))
def test_the_spend_of_a_period_and_its_runs_without_a_price(
    new_organization: Any, feed: Any, runs: Any, amount: int, most: int
) -> None:
    organization = new_organization()
    made = fed(organization, "UTC", runs, feed)
    figures = read_figures(organization)
    start = figures.state.snapshot.period_start
    of_period = [(cost, county) for at, cost, county in made if at >= start]
    for key, counties in (("", [None]), ("county", ["adams", "bell"])):
        found = measure(Parameters("period_spend", amount_usd=Decimal(amount), tag_key=key), figures)
        expected = set()
        for county in counties:
            spent = sum((cost or 0 for cost, tag in of_period if county in (None, tag)), Decimal(0))
            expected |= {(county, step) for step in STEPS if spent * 100 >= amount * step}
        assert found is not None
        over = {(each.tag_value, each.step) for each in found.readings if each.is_over and each.bucket_start == start}
        assert over == expected
    unpriced = measure(Parameters("unpriced_runs", number=most), figures)
    assert unpriced is not None
    assert unpriced.figure == sum(cost is None for cost, _ in of_period)


@FEW
@given(costs=st.lists(COSTS, min_size=7, max_size=7), balance=st.integers(0, 20_000), days=st.integers(1, 60))
def test_a_balance_that_runs_out(
    new_organization: Any, feed: Any, costs: Any, balance: int, days: int, system: Any
) -> None:
    organization = new_organization()
    midnight = NOW.replace(hour=0, minute=0, second=0, microsecond=0)
    rows = [
        {"run_id": f"r{days_ago}", "started_at": (midnight - timedelta(days=days_ago)).isoformat(),
         "total_cost_usd": str(cost)}
        for days_ago, cost in enumerate(costs, start=1)
    ]  # fmt: skip
    feed(organization, *rows)
    if balance:
        add_balance_entry(
            organization, kind="top_up", amount_usd=Decimal(balance), reference="t", occurred_at=NOW, actor=system
        )
    left, week = Fraction(balance) - Fraction(sum(costs)), Fraction(sum(costs))
    found = measure(Parameters("runs_out", number=days), read_figures(organization))
    assert found is not None
    (reading,) = found.readings
    if left <= 0:
        assert (found.figure, reading.is_over) == (0, True)
    elif not week or left * 7 * 24 // week > 24 * 366 * 7000:
        # Nothing is spent, or so little that it lasts beyond the year 9999.
        assert (found.figure, reading.is_over, reading.is_clear) == (None, False, True)
    else:
        hours = left * 7 * 24 // week
        assert found.figure is not None
        assert Fraction(found.figure) <= Fraction(hours, 24) < Fraction(found.figure) + Fraction(1, 100)
        assert reading.is_over == (found.figure <= days)
