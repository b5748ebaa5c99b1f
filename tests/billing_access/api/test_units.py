"""Units in the answers: on a run, in usage and its CSV, which imports again, and in the state."""

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from billing_access.billing.ingest.void import void_runs
from billing_access.billing.operators import add_balance_entry, set_unit_price

pytestmark = pytest.mark.django_db
APRIL_FIRST = datetime(2026, 4, 1, tzinfo=UTC)
APRIL = {"from": "2026-04-01T00:00:00Z", "to": "2026-05-01T00:00:00Z"}


@pytest.fixture
def ask(acme, make_key, api, opt_in, feed, run, system):
    """Return a function that asks with a key of an organization with a run in units and one in US dollars."""
    opt_in(acme)
    set_unit_price(acme, actor=system, unit_price_usd=Decimal("0.04"))
    feed(acme, run("dollars"), run("units", total_cost_usd=None, units="7.50", llm_tokens_in="3"))
    secret = make_key(acme).secret
    return lambda path, headers=None, **query: api(path, secret, headers=headers or {}, **query)


def test_a_run_shows_its_units(ask):
    run = ask("/v1/runs/units").json()
    assert (run["total_cost_usd"], run["units"], run["cached_units"]) == ("0.30", "7.5", "0")
    run = ask("/v1/runs/dollars").json()
    assert (run["total_cost_usd"], run["units"], run["cached_units"]) == ("1.00", None, None)


def test_usage_shows_units_and_its_csv_imports_again(ask, acme, feed, system):
    found = {
        run["run_id"]: (run["units"], run["cached_units"]) for run in ask("/v1/billing/usage", **APRIL).json()["runs"]
    }
    assert found == {"units": ("7.5", "0"), "dollars": (None, None)}
    text = ask("/v1/billing/usage", {"accept": "text/csv"}, **APRIL).content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["run_id"]: row["units"] for row in rows} == {"units": "7.5", "dollars": ""}
    fed = feed(acme, *rows)
    assert (fed.report.unchanged, fed.refusals) == (2, [])


def test_a_voided_run_has_no_units(ask, acme, system):
    walk = ask("/v1/billing/usage", **APRIL).json()["updated_through"]
    void_runs(acme, ["units"], actor=system, reason="Test")
    (gone,) = ask("/v1/billing/usage", updated_after=walk).json()["runs"]
    assert (gone["cost_status"], gone["units"], gone["cached_units"]) == ("void", None, None)


def test_the_state_has_the_balance_in_units_and_another_price_another_etag(ask, acme, system):
    add_balance_entry(
        acme, actor=system, kind="top_up", amount_usd=Decimal("2.30"), reference="a", occurred_at=APRIL_FIRST
    )
    before = ask("/v1/billing/state")
    assert (before.json()["current_balance_usd"], before.json()["current_balance_units"]) == ("1.00", "25")
    known = {"if-none-match": before.headers["ETag"]}
    assert ask("/v1/billing/state", known).status_code == 304
    set_unit_price(acme, actor=system, unit_price_usd=Decimal("0.05"), valid_from=APRIL_FIRST)
    after = ask("/v1/billing/state", known)
    assert (after.status_code, after.json()["current_balance_units"]) == (200, "20")
