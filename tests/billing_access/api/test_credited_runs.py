"""What readers see of a credited run: its net cost and what was credited, in every answer with a cost."""

import csv
import io
from decimal import Decimal

import pytest
from django.utils import timezone

from billing_access.billing.operators import credit_run, register_tag, void_runs

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(acme, make_key, api, opt_in):
    """Return a function that asks with a new key of Acme."""
    opt_in(acme)
    return lambda path, **more: api(path, make_key(acme).secret, **more)


@pytest.fixture
def fed(acme, feed, run, system):
    """Forty runs of the current period with a tag, which cost 2 dollars each."""
    register_tag(acme, "county", actor=system)
    at = timezone.now().isoformat()
    row = {"started_at": at, "finished_at": at, "total_cost_usd": "2", "tags": {"county": "adams"}}
    feed(acme, *(run(f"r{number:02}", **row) for number in range(40)))


@pytest.fixture
def credit(acme, system):
    """Return a function that credits 0.50 dollars on a run."""

    def make(run_id, reference="refund_1"):
        return credit_run(
            acme, run_id, amount_usd=Decimal("0.5"), reference=reference, occurred_at=timezone.now(), actor=system
        )

    return make


def costs(run):
    return run["total_cost_usd"], run["credited_usd"], run["cost_status"]


def test_the_run_shows_its_net_cost_and_what_was_credited(ask, fed, credit, acme, make_key, api):
    assert costs(ask("/v1/runs/r01").json()) == ("2.00", "0.00", "final")
    credit("r01")
    assert costs(ask("/v1/runs/r01").json()) == ("1.50", "0.50", "final")
    without = api("/v1/runs/r01", make_key(acme, "runs:read").secret).json()
    assert not {"total_cost_usd", "credited_usd"} & set(without)


def test_pages_csv_and_copies_show_it(ask, fed, credit):
    first = ask("/v1/billing/usage", limit=2, order="asc").json()
    credit("r01")
    credit("r05", "refund_2")
    pages = ask("/v1/billing/usage", limit=40, order="asc", cursor=first["next_cursor"]).json()["runs"]
    assert costs(next(run for run in pages if run["run_id"] == "r05")) == ("1.50", "0.50", "final")
    copied = ask("/v1/billing/usage", updated_after=first["updated_through"]).json()["runs"]
    assert [(run["run_id"], *costs(run)) for run in copied] == [
        ("r01", "1.50", "0.50", "final"),
        ("r05", "1.50", "0.50", "final"),
    ]
    text = ask("/v1/billing/usage", limit=500, headers={"accept": "text/csv"}).content.decode()
    rows = {run["run_id"]: costs(run) for run in csv.DictReader(io.StringIO(text, newline=""))}
    assert rows["r01"] == ("1.50", "0.50", "final")
    assert rows["r02"] == ("2.00", "0.00", "final")


def test_a_copy_shows_a_void_of_a_credited_run_without_figures(ask, fed, credit, acme, system):
    credit("r01")
    through = ask("/v1/billing/usage").json()["updated_through"]
    void_runs(acme, ["r01"], reason="fed by mistake", actor=system)
    (run,) = ask("/v1/billing/usage", updated_after=through).json()["runs"]
    assert costs(run) == ("0.00", "0.00", "void")


def test_sums_are_net_and_the_estimate_samples_gross(ask, fed, credit, acme, system, run_jobs):
    before = ask("/v1/billing/estimate", runs=1).json()
    credit("r01")
    for bucket in ("none", "day", "hour"):
        assert ask("/v1/billing/usage/summary", bucket=bucket).json()["totals"]["total_cost_usd"] == "79.50"
    by_run_tag = ask("/v1/billing/usage/summary", bucket="none", group_by="tag:county").json()
    assert by_run_tag["totals"]["total_cost_usd"] == "79.50"
    state = ask("/v1/billing/state").json()
    assert (state["period_usage_usd"], state["current_balance_usd"]) == ("79.50", "-79.50")
    assert ask("/v1/billing/entries").json()["usage_total_usd"] == "79.50"
    after = ask("/v1/billing/estimate", runs=1).json()
    assert after["mean_cost_usd"] == before["mean_cost_usd"] == "2.00"
    assert Decimal(after["current_balance_usd"]) == Decimal(before["current_balance_usd"]) + Decimal("0.5")


def test_a_kept_etag_is_stale_after_a_credit(ask, acme, make_key, api, fed, credit):
    secret = make_key(acme).secret
    tag = api("/v1/billing/usage", secret).headers["etag"]
    assert api("/v1/billing/usage", secret, headers={"if-none-match": tag}).status_code == 304
    credit("r01")
    assert api("/v1/billing/usage", secret, headers={"if-none-match": tag}).status_code == 200
