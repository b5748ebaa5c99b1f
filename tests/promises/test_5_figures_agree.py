"""Promise 5: sum of runs = sum of rollups = period_usage_usd; balance = entries - usage; in exact decimals."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from billing_access.access.services import turn_on_billing_reads
from billing_access.billing.ingest.void import void_runs
from orgs import actors
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
HEADER = "run_id,started_at,finished_at,llm_tokens_in,llm_tokens_out,total_cost_usd"
# Up to ten decimals, as stored; some runs without a price; all within the current period.
COSTS = st.one_of(st.none(), st.decimals(min_value=0, max_value=10**6, places=10), st.just(Decimal("0")))


def walk(api, secret: str, **parameters: str) -> list[dict]:
    """Return every run of the current period, read page by page."""
    runs: list[dict] = []
    cursor: dict[str, str] = {}
    while True:
        page = api("/v1/billing/usage", secret, limit="7", **parameters, **cursor).json()
        runs += page["runs"]
        if not page["has_more"]:
            return runs
        cursor = {"cursor": page["next_cursor"]}


def feed(tmp_path, costs: list[Decimal | None], numbers: Collection[int] | None = None) -> None:
    """Import runs of the period's first day, or some of them by number, some started at the same instant."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_char(date_trunc('month', now() AT TIME ZONE 'UTC'), 'YYYY-MM')")
        month = cursor.fetchone()[0]
    lines = [HEADER]
    for number, cost in enumerate(costs):
        if numbers is not None and number not in numbers:
            continue
        start = f"{month}-01T00:{number // 3 % 60:02}:00Z"
        lines.append(f"wr_{number},{start},{start},{number},1,{'' if cost is None else format(cost, 'f')}")
    file = tmp_path / "runs.csv"
    file.write_text("\n".join(lines))
    call_command("import_runs", str(file), organization="acme", stdout=StringIO(), stderr=StringIO())


@pytest.fixture
def costs() -> list[Decimal | None]:
    """Costs whose sum would be wrong in floats, and one that is unknown."""
    return [
        Decimal("0.1"),
        Decimal("0.2"),
        Decimal("0.0000000001"),
        None,
        Decimal("123456.7890123456"),
        *[Decimal("0.3")] * 20,
    ]


def test_pages_rollups_state_and_balance_agree_to_the_last_digit(acme, make_key, api, opt_in, tmp_path, costs):
    opt_in(acme)
    secret = make_key(acme).secret
    feed(tmp_path, costs)
    call_command(
        "add_balance_entry",
        organization="acme",
        kind="top_up",
        amount="200000.0000000003",
        reference="t1",
        stdout=StringIO(),
    )
    expected = sum(cost for cost in costs if cost is not None)
    runs = walk(api, secret)
    state = api("/v1/billing/state", secret).json()
    assert len(runs) == len(costs)
    assert sum(Decimal(run["total_cost_usd"]) for run in runs if run["total_cost_usd"] is not None) == expected
    assert Decimal(state["period_usage_usd"]) == expected
    assert Decimal(state["current_balance_usd"]) == Decimal("200000.0000000003") - expected
    assert (state["period_run_count"], state["period_unpriced_run_count"]) == (len(costs), 1)
    for table in ("billing_usage_day", "billing_usage_quarter_hour"):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT sum(total_cost_usd), sum(run_count) FROM {table} WHERE tag_key = ''")
            assert cursor.fetchone() == (expected, len(costs))
    call_command("check_figures", stdout=StringIO())


def test_entries_less_usage_is_the_balance_through_the_api_alone(acme, make_key, api, opt_in, tmp_path, costs):
    """A customer's script: it walks all entries, sums all usage, and compares both with the state."""
    opt_in(acme)
    secret = make_key(acme).secret
    feed(tmp_path, costs)
    amounts = {"top_up": "200000.0000000003", "grant": "0.1", "charge": "-0.2", "expiry": "-7", "refund": "-1234567.8"}
    for number, (kind, amount) in enumerate(amounts.items()):
        call_command("add_balance_entry", organization="acme", kind=kind, amount=amount, reference=f"e{number}",
                     stdout=StringIO())  # fmt: skip
    fed = sum(cost for cost in costs if cost is not None)
    for number in (0, 4):
        call_command("credit_run", organization="acme", run=f"wr_{number}", amount="0.0500000001",
                     reference=f"c{number}", stdout=StringIO())  # fmt: skip
    body = api("/v1/billing/entries", secret, limit="2").json()
    totals = {name: Decimal(body[name]) for name in ("entries_total_usd", "usage_total_usd", "current_balance_usd")}
    entries = body["entries"]
    while body["has_more"]:
        body = api("/v1/billing/entries", secret, limit="2", cursor=body["next_cursor"]).json()
        entries += body["entries"]
    summary = api("/v1/billing/usage/summary", secret, bucket="none").json()
    state = api("/v1/billing/state", secret).json()
    assert len(entries) == len(amounts)
    assert sum(Decimal(entry["amount_usd"]) for entry in entries) == totals["entries_total_usd"]
    assert Decimal(summary["totals"]["total_cost_usd"]) == totals["usage_total_usd"]
    assert sum(Decimal(run["total_cost_usd"] or 0) for run in walk(api, secret)) == totals["usage_total_usd"]
    assert totals["entries_total_usd"] - totals["usage_total_usd"] == totals["current_balance_usd"]
    assert Decimal(state["current_balance_usd"]) == totals["current_balance_usd"]
    assert totals["current_balance_usd"] < 0
    assert sum(Decimal(run["credited_usd"]) for run in walk(api, secret)) == Decimal("0.1000000002")
    assert totals["usage_total_usd"] == fed - Decimal("0.1000000002")


@tried_on(15)
@given(
    first=st.lists(COSTS, min_size=1, max_size=25),
    voided=st.sets(st.integers(0, 24), min_size=1, max_size=6),
    again=st.lists(COSTS, min_size=25, max_size=25),
)
def test_any_costs_add_up(acme, make_key, api, tmp_path, first, voided, again):
    turn_on_billing_reads(acme, actor=SYSTEM)
    secret = make_key(acme).secret
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT example")

    def assert_sum(costs: Iterable[Decimal | None]) -> None:
        runs = walk(api, secret)
        state = api("/v1/billing/state", secret).json()
        total = sum((Decimal(run["total_cost_usd"]) for run in runs if run["total_cost_usd"]), Decimal(0))
        assert total == sum((cost for cost in costs if cost is not None), Decimal(0))
        assert (total, -total) == (Decimal(state["period_usage_usd"]), Decimal(state["current_balance_usd"]))
        call_command("check_figures", stdout=StringIO())

    feed(tmp_path, first)
    assert_sum(first)
    numbers = {number for number in voided if number < len(first)}
    if numbers:
        void_runs(acme, [f"wr_{number}" for number in numbers], reason="fed by mistake", actor=SYSTEM)
        assert_sum(cost for number, cost in enumerate(first) if number not in numbers)
        # A run that is fed again as it was would be refused as voided.
        newer = [None if cost == before else cost for cost, before in zip(again, first, strict=False)]
        numbers = {number for number in numbers if newer[number] is not None}
        feed(tmp_path, newer, numbers)
        assert_sum(newer[n] if n in numbers else None if n in voided else cost for n, cost in enumerate(first))
    with connection.cursor() as cursor:
        cursor.execute("ROLLBACK TO SAVEPOINT example")


def test_money_is_never_a_float_on_the_wire(acme, make_key, api, opt_in, billing_reads, tmp_path, costs):
    opt_in(acme)
    secret = make_key(acme).secret
    feed(tmp_path, costs)
    for path in (*billing_reads, "/v1/runs/wr_0"):
        for name, value in _leaves(api(path, secret).json()):
            assert not isinstance(value, float), name
            if name.endswith("_usd") and value is not None:
                assert isinstance(value, str)
                assert "E" not in value.upper()


def test_a_difference_anywhere_is_found(acme, make_key, tmp_path, costs):
    """The check can fail: it reports a single figure that was changed in the database."""
    from django.core.management.base import CommandError

    feed(tmp_path, costs)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_usage_day SET total_cost_usd = total_cost_usd + 0.0000000001")
    with pytest.raises((CommandError, SystemExit)):
        call_command("check_figures", stdout=StringIO(), stderr=StringIO())


def _leaves(value, name: str = ""):
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, name)
    else:
        yield name, value
