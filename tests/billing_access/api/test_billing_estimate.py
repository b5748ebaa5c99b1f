"""GET /v1/billing/estimate. test_query_counts.py counts its statements."""

import csv
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing_access.api.bodies import format_time
from billing_access.billing.models import Run
from billing_access.billing.operators import add_balance_entry, mark_complete, open_account
from billing_access.billing.reports.estimate import EstimateQuery, read_estimate
from billing_access.routes import BILLING_ESTIMATE
from billing_audit.models import AuditEvent

pytestmark = pytest.mark.django_db
CONTRACT = [
    "runs", "sample_size", "sample_from", "mean_cost_usd", "p50_cost_usd", "p95_cost_usd", "expected_total_usd",
    "high_total_usd", "running_run_count", "expected_in_flight_usd", "current_balance_usd", "covers_expected",
    "covers_high", "shortfall_usd", "usage_through", "unpriced_run_count", "as_of",
]  # fmt: skip
COSTS = [name for name in CONTRACT[3:] if name.endswith(("cost_usd", "total_usd"))]
OF_BALANCE = ["current_balance_usd", "covers_expected", "covers_high", "shortfall_usd"]
HEAVY_TAIL = Path(__file__).parents[2] / "cases" / "33-heavy-tail.csv"


@pytest.fixture
def estimate(acme, make_key, api, opt_in):
    """Return a function that reads an estimate of Acme."""
    opt_in(acme)
    secret = make_key(acme, "billing.state:read", "billing.usage:read").secret
    return lambda **parameters: api("/v1/billing/estimate", secret, **parameters)


@pytest.fixture
def fed(acme, feed, run, system):
    """Three runs of 1, 2 and 4 dollars yesterday, two in flight, one too old, and a balance of 100."""
    yesterday = (timezone.now() - timedelta(days=1)).isoformat()
    old = (timezone.now() - timedelta(days=31)).isoformat()
    feed(
        acme,
        run("a", started_at=yesterday, total_cost_usd="1", tags="county=adams"),
        run("b", started_at=yesterday, total_cost_usd="2", tags="county=adams;kind=main", run_type="task_v2"),
        run("c", started_at=yesterday, total_cost_usd="4"),
        run("accruing", started_at=yesterday, total_cost_usd="1000", cost_status="accruing", status="running"),
        run("unpriced", started_at=yesterday, total_cost_usd=""),
        run("old", started_at=old, total_cost_usd="1000"),
    )
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(2107), reference="t", occurred_at=timezone.now(),
                      actor=system)  # fmt: skip


def test_the_fields_of_the_contract_and_their_figures(estimate, fed):
    body = estimate(runs=30).json()
    assert list(body) == CONTRACT
    (started_at,) = Run.objects.filter(run_id="a").values_list("started_at", flat=True)
    assert {name: body[name] for name in CONTRACT[:-1]} == {
        "runs": 30, "sample_size": 3, "sample_from": format_time(started_at), "mean_cost_usd": "2.3333333333",
        "p50_cost_usd": "2.00", "p95_cost_usd": "4.00", "expected_total_usd": "69.999999999", "high_total_usd": None,
        "running_run_count": 2, "expected_in_flight_usd": "2.3333333333", "current_balance_usd": "100.00",
        "covers_expected": True, "covers_high": None, "shortfall_usd": "0.00", "usage_through": None,
        "unpriced_run_count": 1,
    }  # fmt: skip
    short = estimate(runs=60).json()
    assert (short["covers_expected"], short["shortfall_usd"]) == (False, "42.3333333313")


def test_a_balance_that_is_just_enough_for_the_batch_and_what_is_in_flight_covers(estimate, acme, feed, run, system):
    """Runs that all cost the same have an expected and a high total that are equal."""
    now = timezone.now()
    feed(
        acme,
        *(run(f"r{n}", started_at=now.isoformat(), total_cost_usd="2") for n in range(40)),
        run("accruing", started_at=now.isoformat(), total_cost_usd="0.5", cost_status="accruing", status="running"),
        run("unpriced", started_at=now.isoformat(), total_cost_usd=""),
    )
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(180), reference="t", occurred_at=now, actor=system)
    body = estimate(runs=48).json()
    assert (body["current_balance_usd"], body["expected_in_flight_usd"]) == ("99.50", "3.50")
    assert body["expected_total_usd"] == body["high_total_usd"] == "96.00"
    assert (body["covers_expected"], body["covers_high"], body["shortfall_usd"]) == (True, True, "0.00")
    body = estimate(runs=49).json()
    assert (body["covers_expected"], body["covers_high"], body["shortfall_usd"]) == (False, False, "2.00")


def test_33_few_costly_runs_among_many_cheap_ones_are_not_covered(estimate, acme, feed, run, system):
    rows = list(csv.DictReader(HEAVY_TAIL.read_text().splitlines()))
    moved = timezone.now() - max(datetime.fromisoformat(row["started_at"]) for row in rows)
    for row in rows:
        row["started_at"] = (datetime.fromisoformat(row["started_at"]) + moved).isoformat()
    feed(acme, *(run(**row) for row in rows))
    now = timezone.now()
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal("450.96"), reference="t", occurred_at=now, actor=system)
    body = estimate(runs=100).json()
    assert (body["sample_size"], body["expected_total_usd"], body["current_balance_usd"]) == (100, "400.96", "50.00")
    assert Decimal(body["high_total_usd"]) > Decimal(body["expected_total_usd"])
    assert (body["covers_expected"], body["covers_high"]) == (False, False)


def test_it_says_how_old_the_figures_are(estimate, acme, fed, system):
    through = datetime(2026, 3, 1, 12, tzinfo=UTC)
    mark_complete(acme, through, actor=system)
    assert estimate(runs=1).json()["usage_through"] == "2026-03-01T12:00:00Z"


def test_like_it_by_every_tag_and_type(estimate, fed):
    assert estimate(runs=1, tag="county:adams").json()["mean_cost_usd"] == "1.50"
    assert estimate(runs=1, tag=["county:adams", "kind:main"]).json()["mean_cost_usd"] == "2.00"
    assert estimate(runs=1, run_type="task_v2").json()["sample_size"] == 1
    assert estimate(runs=1, tag="county:\x00").json()["sample_size"] == 0


def test_without_a_sample_nothing_is_guessed(estimate, fed):
    body = estimate(runs=5, tag="county:none").json()
    assert body["sample_size"] == 0
    assert {body[name] for name in ["sample_from", *COSTS]} == {None}
    assert (body["covers_expected"], body["covers_high"], body["shortfall_usd"]) == (None, None, None)
    assert (body["current_balance_usd"], body["expected_in_flight_usd"]) == ("100.00", "2.3333333333")


def test_without_a_balance_nothing_is_covered(estimate, fed, acme, system):
    open_account(acme, billing_mode="postpaid", actor=system)
    body = estimate(runs=5).json()
    assert (body["expected_total_usd"], body["running_run_count"]) == ("11.6666666665", 2)
    assert {body[name] for name in OF_BALANCE} == {None}


def test_never_fed_is_null_and_never_zero(estimate):
    body = estimate(runs=5).json()
    counts = ("sample_size", "running_run_count", "unpriced_run_count")
    assert {body[name] for name in counts} == {0}
    assert {body[name] for name in CONTRACT[:-1] if name not in {"runs", *counts}} == {None}


def test_without_any_final_cost_what_is_in_flight_is_not_guessed(estimate, acme, feed, run):
    now = timezone.now()
    feed(acme, run("old", started_at=(now - timedelta(days=40)).isoformat(), total_cost_usd=""))
    body = estimate(runs=5).json()
    assert (body["running_run_count"], body["expected_in_flight_usd"]) == (0, "0.00")
    feed(acme, run("new", started_at=now.isoformat(), total_cost_usd=""))
    body = estimate(runs=5).json()
    assert (body["running_run_count"], body["expected_in_flight_usd"]) == (1, None)


def test_thirty_days_and_today_by_the_databases_utc_days(estimate, acme, feed, run):
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    first = midnight - timedelta(days=30)
    # By this process's clock, which ingest reads, all have started; the estimate reads the database's clock.
    with time_machine.travel(midnight + timedelta(days=1)):
        feed(acme, run("in", started_at=first.isoformat(), total_cost_usd="1"),
             run("out", started_at=(first - timedelta(microseconds=1)).isoformat(), total_cost_usd="2"),
             run("today", started_at=(midnight + timedelta(hours=23, minutes=59)).isoformat(), total_cost_usd="3"),
             run("tomorrow", started_at=(midnight + timedelta(days=1)).isoformat(), total_cost_usd="4"))  # fmt: skip
    body = estimate(runs=1).json()
    assert (body["mean_cost_usd"], body["sample_from"]) == ("2.00", format_time(first))


@pytest.mark.parametrize(
    ("parameters", "at_fault"),
    [
        ({}, "runs"),
        *(({"runs": runs}, "runs") for runs in ("0", "-1", "1.5", "1e3", "1000001", "", "a", "٣", "1,000")),
        ({"runs": 1, "tag": "county"}, "tag"),
        ({"runs": 1, "run_type": "x"}, "run_type"),
        ({"runs": 1, "status": "completed"}, "status"),
        ({"runs": [1, 2]}, "runs"),
    ],
)  # fmt: skip
def test_bad_parameters_are_named(estimate, parameters, at_fault):
    answer = estimate(**parameters)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_parameter")
    assert [fault["parameter"] for fault in answer.json()["errors"]] == [at_fault]


def test_the_most_is_a_million(estimate, fed):
    assert estimate(runs=1_000_000).json()["expected_total_usd"] == "2333333.3333"


def test_the_record_says_what_was_asked(estimate, fed):
    estimate(runs=7, tag="county:adams")
    event = AuditEvent.objects.latest("id")
    assert event.action == "billing.estimate.read"
    assert {"runs": 7, "tags": ["county:adams"], "run_type": None, "sample_size": 2}.items() <= event.details.items()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(costs=st.lists(st.decimals(min_value=0, max_value=10**9, places=10), min_size=1, max_size=40))
def test_any_costs_are_ranked_and_averaged_exactly(acme, feed, run, grant_for, costs):
    Run.objects.all().delete()
    now = timezone.now().isoformat()
    feed(acme, *(run(f"r{n}", started_at=now, total_cost_usd=str(cost)) for n, cost in enumerate(costs)))
    found = read_estimate(grant_for(acme, BILLING_ESTIMATE), EstimateQuery(3))
    ranked = sorted(costs)
    assert found.p50_cost_usd == ranked[-(-len(costs) * 50 // 100) - 1]
    assert found.p95_cost_usd == ranked[-(-len(costs) * 95 // 100) - 1]
    assert found.mean_cost_usd == half_even(Fraction(sum(costs)) / len(costs))
    assert found.expected_total_usd == found.mean_cost_usd * 3


@pytest.mark.parametrize(("costs", "mean"), [
    (("0.0000000002", "0.0000000003"), "0.0000000002"), (("0.0000000003", "0.0000000004"), "0.0000000004"),
    (("9999999999.9999999999", "9999999999.9999999998"), "9999999999.9999999998"), (("0", "0"), "0.00"),
])  # fmt: skip
def test_the_mean_is_rounded_half_to_even_once(estimate, acme, feed, run, costs, mean):
    now = timezone.now().isoformat()
    feed(acme, *(run(f"r{n}", started_at=now, total_cost_usd=cost) for n, cost in enumerate(costs)))
    assert estimate(runs=1).json()["mean_cost_usd"] == mean


def half_even(value: Fraction) -> Decimal:
    """Round to ten decimals in whole numbers; Python rounds a fraction half to even."""
    return Decimal(round(value * 10**10)).scaleb(-10)
