"""The state is read in one SELECT and is exact; unknown figures are null."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from billing_access import routes
from billing_access.billing.models import Account
from billing_access.billing.operators import add_balance_entry, open_account
from billing_access.billing.reports.state import project_depletion, read_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def top_up(system):
    def add(organization, amount, reference="t1"):
        return add_balance_entry(
            organization, kind="top_up", amount_usd=Decimal(amount), reference=reference,
            occurred_at=timezone.now(), actor=system,
        )  # fmt: skip

    return add


@pytest.fixture
def state(grant_for):
    return lambda organization: read_state(grant_for(organization, routes.BILLING_STATE))


def days_ago(days):
    today = timezone.now().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return (today - timedelta(days=days)).isoformat()


def test_never_fed_is_null_and_never_zero(acme, state, system):
    for _ in range(2):
        reading = state(acme)
        assert reading.current_balance_usd is reading.period_usage_usd is reading.is_low_balance is None
        assert reading.projected_depletion_at is None
        assert reading.period_run_count == 0
        assert reading.snapshot.revision == 0
        open_account(acme, billing_tier="pro", low_balance_threshold_usd=Decimal(5), actor=system)
    assert (state(acme).snapshot.billing_tier, state(acme).snapshot.billing_mode) == ("pro", "prepaid")


def test_without_an_account_the_period_is_the_calendar_month(acme, state):
    reading = state(acme)
    assert (reading.snapshot.billing_tier, reading.snapshot.billing_mode) == (None, None)
    now = reading.snapshot.as_of
    assert reading.snapshot.period_start == datetime(now.year, now.month, 1, tzinfo=UTC)
    assert reading.snapshot.period_start <= now < reading.snapshot.period_end
    assert reading.snapshot.period_end.day == 1


def test_one_select(acme, grant_for, django_assert_num_queries):
    grant = grant_for(acme, routes.BILLING_STATE)
    with django_assert_num_queries(1) as captured:
        read_state(grant)
    assert captured[0]["sql"].lstrip().startswith("SELECT")


def test_balance_is_entries_less_usage_to_the_last_digit(acme, feed, run, state, top_up):
    top_up(acme, "10.0000000001")
    feed(
        acme,
        run(total_cost_usd="0.0000000003"),
        run("b", started_at=days_ago(0), total_cost_usd="2", llm_tokens_in="7"),
    )
    reading = state(acme)
    assert reading.current_balance_usd == Decimal("7.9999999998")
    assert reading.period_usage_usd == 2
    assert (reading.period_run_count, reading.period_llm_tokens_in, reading.period_llm_tokens_out) == (1, 7, 0)
    assert reading.snapshot.revision == 2
    assert abs(reading.snapshot.as_of - timezone.now()) < timedelta(minutes=1)


def test_unpriced_runs_are_counted(acme, feed, run, state):
    feed(acme, run(started_at=days_ago(0), total_cost_usd=""))
    reading = state(acme)
    assert (reading.period_run_count, reading.period_unpriced_run_count, reading.period_usage_usd) == (1, 1, 0)
    assert reading.current_balance_usd == 0


@pytest.mark.parametrize(("threshold", "is_low"), [("5", True), ("4.9999999999", False), (None, None)])
def test_low_is_balance_up_to_the_threshold(acme, state, top_up, system, threshold, is_low):
    open_account(acme, low_balance_threshold_usd=None if threshold is None else Decimal(threshold), actor=system)
    top_up(acme, "5")
    assert state(acme).is_low_balance is is_low


def test_postpaid_has_no_balance(acme, feed, run, state, system, top_up):
    open_account(acme, billing_mode="postpaid", low_balance_threshold_usd=Decimal(5), actor=system)
    top_up(acme, "5")
    feed(acme, run(started_at=days_ago(1)), run("b", started_at=days_ago(0)))
    reading = state(acme)
    assert reading.current_balance_usd is reading.is_low_balance is reading.projected_depletion_at is None
    assert reading.period_usage_usd >= 1
    assert reading.snapshot.low_balance_threshold_usd == 5


def test_the_projection_takes_the_last_seven_full_days(acme, feed, run, state, top_up):
    feed(acme, run("eighth", started_at=days_ago(8)), run("today", started_at=days_ago(0)))
    top_up(acme, "100")
    assert state(acme).projected_depletion_at is None
    feed(
        acme,
        run("seventh", started_at=days_ago(7), total_cost_usd="3"),
        run("first", started_at=days_ago(1), total_cost_usd="4"),
    )
    reading = state(acme)
    assert reading.current_balance_usd == 91
    exact = reading.snapshot.as_of + timedelta(days=91)
    assert reading.projected_depletion_at == exact.replace(minute=0, second=0, microsecond=0)


def test_the_projection_says_nothing_without_a_basis():
    as_of = datetime(2026, 9, 20, 10, 0, tzinfo=UTC)
    assert project_depletion(Decimal("41.23"), Decimal("3.20"), as_of) == datetime(2026, 12, 19, 14, tzinfo=UTC)
    for balance, week in (("0", "1"), ("-1", "1"), ("1", None), ("1", "0"), ("9999999999", "0.0000000001")):
        assert project_depletion(Decimal(balance), None if week is None else Decimal(week), as_of) is None


def test_anothers_figures_are_not_in_it(acme, other, feed, run, state, top_up):
    top_up(acme, "5")
    top_up(other, "7")
    feed(other, run(started_at=days_ago(0)))
    assert (state(acme).current_balance_usd, state(acme).period_usage_usd) == (5, 0)
    assert Account.objects.get(pk=other.pk).usage_total_usd == 1
