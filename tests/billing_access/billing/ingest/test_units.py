"""Feeds in units: each run is priced exactly, at the price of its account that stood when it started."""

from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.ingest.models import Batch, RunChange
from billing_access.billing.ingest.void import void_runs
from billing_access.billing.models import Account, Run, UnitPrice, UsageDay, UsageQuarterHour
from billing_access.billing.operators import check_figures, set_unit_price
from billing_audit.models import AuditEvent
from orgs.actors import command
from tests.conftest import acting_as
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
NO_PRICE = (
    "units have no price at the run's start; set one with manage.py sync_organization --unit-price and --price-from, "
    "and feed the row again"
)
FINAL = "the run is final with other figures; import with --correct to replace them"


def price(organization: Any, unit: str, cached: str | None = None, valid_from: datetime | None = None) -> UnitPrice:
    given = {"unit_price_usd": Decimal(unit)} | ({} if cached is None else {"cached_unit_price_usd": Decimal(cached)})
    return set_unit_price(organization, actor=command("tests"), valid_from=valid_from, **given)


def row(run_id: str = "x", **others: Any) -> dict[str, Any]:
    return {"run_id": run_id, "started_at": NOON, "status": "completed", **others}


def stored(run_id: str = "x") -> tuple[Any, ...]:
    """Return cost, units, cached units and both prices of a run, without trailing zeros."""
    run = Run.objects.get(run_id=run_id)
    amounts = (run.total_cost_usd, run.units, run.cached_units, run.unit_price_usd, run.cached_unit_price_usd)
    return tuple(None if each is None else f"{each.normalize():f}" for each in amounts)


def reasons(fed: Any) -> list[str]:
    return [each.reason for each in fed.refusals]


def test_a_run_takes_the_prices_of_its_start_and_keeps_them(acme, feed):
    price(acme, "0.05", "0.01")
    price(acme, "0.06", valid_from=NOON)
    feed(acme, row("before", started_at=NOON - timedelta(microseconds=1), units="7", cached_units=2), row(units=7))
    assert stored("before") == ("0.37", "7", "2", "0.05", "0.01")
    # The price of cached units, which was not given, is as before.
    assert stored() == ("0.42", "7", "0", "0.06", "0.01")
    assert check_figures(acme) == []


def test_a_cost_is_exact_and_rounded_half_to_even(acme, feed):
    price(acme, "0.0000000001", "0.0000000001")
    fed = feed(acme, *(row(units, units=units) for units in ("0.5", "1.5", "2.5", "0.4999999999", "2.5000000001", "3")))
    assert [stored(units)[0] for units in ("0.5", "1.5", "2.5", "0.4999999999", "2.5000000001", "3")] == [
        "0", "0.0000000002", "0.0000000002", "0", "0.0000000003", "0.0000000003",
    ]  # fmt: skip
    assert fed.report.rounded == 5
    # The sum of both is rounded once.
    feed(acme, row(units="0.3", cached_units="0.3"))
    assert stored()[0] == "0.0000000001"
    assert check_figures(acme) == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"units": "1", "total_cost_usd": "1"}, "the row has both units and total_cost_usd"),
        ({"cached_units": "0", "total_cost_usd": "1"}, "the row has both units and total_cost_usd"),
        ({"units": "-1"}, "units: -1 is negative"),
        ({"units": "many"}, "units: 'many' is not an amount"),
        ({"units": "0.00000000001"}, "units 0.00000000001 has more than ten decimals"),
        ({"units": "1", "cost_status": "unpriced"}, "cost_status is unpriced, but units is 1"),
        ({"cost_status": "final"}, "cost_status is final, but total_cost_usd is missing"),
        ({"units": "9999999999"}, "these units cost too much"),
        ({"cached_units": "1"}, "cached_units have no price at the run's start"),
        ({"units": "1", "started_at": NOON - timedelta(days=1)}, NO_PRICE),
        ({"units": "0", "started_at": NOON - timedelta(days=1)}, NO_PRICE),
        ({"units": "1", "started_at": None, "created_at": NOON}, "started_at is missing; a run with a cost"),
    ],
)
def test_what_is_refused(acme, feed, fields, reason):
    price(acme, "2", valid_from=NOON)
    (found,) = reasons(feed(acme, row(**fields)))
    assert reason in found
    assert not Run.objects.exists()


def test_units_that_are_not_said_are_unknown_and_one_said_alone_makes_the_other_zero(acme, feed):
    price(acme, "1", "0.5")
    feed(acme, row("none", units="", cached_units=None), row("cached", cached_units="3"), row("both", units="2"))
    assert [stored(each) for each in ("none", "cached", "both")] == [
        (None, None, None, None, None), ("1.5", "0", "3", "1", "0.5"), ("2", "2", "0", "1", "0.5"),
    ]  # fmt: skip
    assert Run.objects.get(run_id="none").cost_status == "unpriced"


def test_a_partial_row_is_priced_at_the_stored_start_and_says_nothing_where_it_is_null(acme, feed):
    price(acme, "1")
    price(acme, "2", valid_from=NOON)
    feed(acme, {"run_id": "x", "started_at": NOON, "status": "running"})
    feed(acme, {"run_id": "x", "units": "3"})
    assert stored()[:2] == ("6", "3")
    assert feed(acme, {"run_id": "x", "units": None}).report.unchanged == 1
    feed(acme, {"run_id": "x", "units": "2"})
    assert (stored()[0], Run.objects.get().cost_status) == ("6", "accruing")
    feed(acme, {"run_id": "x", "units": "2", "cost_status": "final"})
    assert (stored()[:2], Run.objects.get().cost_status) == (("4", "2"), "final")
    assert check_figures(acme) == []


def test_a_priced_run_keeps_its_price_until_it_is_corrected(acme, feed):
    price(acme, "1")
    feed(acme, row(units="3"), row("y", units="1", cost_status="accruing"))
    price(acme, "2", valid_from=NOON)
    assert feed(acme, row(units="3")).report.unchanged == 1
    feed(acme, row("y", units="5", cost_status="final"))
    assert (stored()[0], stored("y")[0]) == ("3", "5")
    assert feed(acme, row(units="3"), correct=True).report.corrected == 1
    assert stored() == ("6", "3", "0", "2", None)
    event = AuditEvent.objects.get(action="run.corrected")
    assert event.changes == {"total_cost_usd": ["3.00", "6.00"]}
    assert check_figures(acme) == []


def test_final_units_are_contradicted_by_others_even_at_the_same_cost(acme, feed):
    price(acme, "1", "1")
    feed(acme, row(units="3"))
    other = row(units="1", cached_units="2")
    assert reasons(feed(acme, other)) == [FINAL]
    assert feed(acme, other, correct=True).report.corrected == 1
    assert stored()[:3] == ("3", "1", "2")
    assert AuditEvent.objects.get(action="run.corrected").changes == {"units": ["3", "1"], "cached_units": ["0", "2"]}
    assert len(reasons(feed(acme, row("z", units="3"), row("z", units="1", cached_units="2")))) == 2


@pytest.mark.parametrize("dollars_first", [True, False])
def test_the_same_cost_in_dollars_keeps_the_units_and_another_one_takes_their_place(acme, feed, dollars_first):
    price(acme, "0.5")
    rows = [row(total_cost_usd="1.5"), row(units="3")]
    for each in rows if dollars_first else reversed(rows):
        feed(acme, each)
    assert stored() == ("1.5", "3", "0", "0.5", None)
    feed(acme, row(total_cost_usd="2"), correct=True)
    assert stored() == ("2", None, None, None, None)


def test_a_voided_run_is_known_by_its_units_whatever_they_cost_now(acme, feed):
    price(acme, "1")
    feed(acme, row(units="3"))
    void_runs(acme, ["x"], actor=command("tests"), reason="Test")
    price(acme, "2", valid_from=NOON)
    assert "the run was voided" in reasons(feed(acme, row(units="3")))[0]
    assert "the run was voided" in reasons(feed(acme, row(total_cost_usd="3")))[0]
    feed(acme, row(units="4"))
    assert stored()[0] == "8"


def test_an_export_of_runs_with_units_imports_as_it_is(acme, feed):
    price(acme, "0.5")
    feed(acme, row(units="3"))
    exported = row(total_cost_usd="1.50", units="3", cached_units="0", cost_status="final", cost_updated_at=NOON)
    assert feed(acme, exported).report.unchanged == 1


@pytest.mark.parametrize("status", ["accruing", "final"])
def test_rows_of_a_run_end_in_the_same_units_in_any_order(acme, feed, status):
    """Also if units and cached units, or US dollars, make the same cost."""
    price(acme, "1", "1")
    counts = [{"units": "1", "cached_units": "2"}, {"units": "3"}, {"units": "0", "cached_units": "3"}]
    rows = [row(modified_at=NOON + timedelta(hours=hour), cost_status="accruing", **count)
            for hour, count in enumerate([*counts, {"total_cost_usd": "3"}])]  # fmt: skip
    last = row(modified_at=NOON + timedelta(hours=9), cost_status=status, units="2", cached_units="1")
    # The n-th file has the n-th row of each order; each order is a run of its own.
    orders = list(permutations([*rows, last]))
    for nth in zip(*orders, strict=True):
        feed(acme, *({**fields, "run_id": f"x{order}"} for order, fields in enumerate(nth)))
    assert len({stored(f"x{order}") for order in range(len(orders))}) == 1
    assert set(Run.objects.values_list("cost_status", flat=True)) == {status}


AMOUNTS = st.decimals("0.0000000001", "99", places=10)
COUNTS = st.decimals("0", "99", places=10)
INSTANTS = st.integers(-3, 3).map(lambda hours: NOON + timedelta(hours=hours))


@tried_on(40)
@given(
    prices=st.lists(st.tuples(INSTANTS, AMOUNTS, AMOUNTS), min_size=1, max_size=3, unique_by=lambda each: each[0]),
    runs=st.dictionaries(st.sampled_from("abcdef"), st.tuples(INSTANTS, COUNTS, COUNTS), min_size=1),
    data=st.data(),
)
def test_any_prices_and_runs_in_any_order_equal_a_plain_model(acme, feed, prices, runs, data):
    with acting_as("owner"):
        for model in (RunChange, Run, UsageDay, UsageQuarterHour, Batch, Account, UnitPrice):
            model.objects.all().delete()
    for instant, unit, cached in prices:
        price(acme, str(unit), str(cached), valid_from=instant)
    wanted = {}
    for run_id, (start, units, cached_units) in runs.items():
        before = [each for each in prices if each[0] <= start]
        if before:
            _, unit, cached = max(before)
            cost = Context(prec=99).add(units * unit, cached_units * cached)
            wanted[run_id] = cost.quantize(Decimal("1e-10"), context=Context(prec=99, rounding=ROUND_HALF_EVEN))
    rows = [row(each, started_at=start, units=a, cached_units=b) for each, (start, a, b) in runs.items()]
    fed = feed(acme, *data.draw(st.permutations(rows)))
    assert dict(Run.objects.values_list("run_id", "total_cost_usd")) == wanted
    assert {each.run_id for each in fed.refusals} == runs.keys() - wanted.keys()
    assert Account.objects.get().usage_total_usd == sum(wanted.values(), Decimal(0))
    assert check_figures(acme) == []
