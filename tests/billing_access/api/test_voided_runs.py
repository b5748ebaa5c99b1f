"""What readers see of a voided run: it is gone from every figure, its route is 404, and open walks say void."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.utils import timezone

from billing_access.billing.ingest.void import void_runs
from billing_access.billing.operators import register_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def void(acme, system):
    """Return a function that voids runs of Acme."""
    return lambda *run_ids: void_runs(acme, run_ids, reason="fed by mistake", actor=system)


@pytest.fixture
def ask(acme, make_key, api, opt_in):
    """Return a function that asks with a new key of Acme, since the RateLimit header counts a key's requests."""
    opt_in(acme)
    return lambda path, **more: api(path, make_key(acme).secret, **more)


@pytest.fixture
def fed(acme, feed, run, system):
    """Five runs of the current period, with a tag; the one that is voided costs $0.30 and has tokens."""
    register_tag(acme, "county", actor=system)
    at = timezone.now().isoformat()
    costs = {"a": "0.1", "b": "0.2", "wrong": "0.3", "c": "", "d": "0.0000000001"}
    feed(acme, *(
        run(run_id, started_at=at, finished_at=at, status="completed", total_cost_usd=cost, tags={"county": "adams"},
            llm_tokens_in="5", llm_tokens_out="7")
        for run_id, cost in costs.items()
    ))  # fmt: skip


def test_its_route_is_byte_for_byte_the_404_of_a_run_that_never_existed(ask, fed, void):
    assert ask("/v1/runs/wrong").status_code == 200
    void("wrong")
    voided, never = ask("/v1/runs/wrong"), ask("/v1/runs/never")
    assert voided.status_code == never.status_code == 404
    bodies = [{**answer.json(), "request_id": ""} for answer in (voided, never)]
    assert bodies[0] == bodies[1]
    assert len(voided.content) == len(never.content)
    headers = [{**answer.headers, "X-Request-ID": ""} for answer in (voided, never)]
    assert headers[0] == headers[1]


def test_every_figure_moves_by_exactly_the_run(ask, fed, void):
    def figures():
        state = ask("/v1/billing/state").json()
        estimate = ask("/v1/billing/estimate", runs=1).json()
        sums = [ask("/v1/billing/usage/summary", bucket=bucket, **grouped).json() for bucket in ("day", "hour")
                for grouped in ({}, {"group_by": "tag:county"}, {"group_by": "status"})]  # fmt: skip
        totals = [{name: Decimal(value) for name, value in each["totals"].items()} for each in sums]
        groups = [sum(Decimal(group["total_cost_usd"]) for bucket in each["buckets"] for group in bucket["groups"])
                  for each in sums]  # fmt: skip
        assert all(each == totals[0] for each in totals)
        assert {totals[0]["total_cost_usd"], *groups} == {Decimal(state["period_usage_usd"])}
        names = ("period_usage_usd", "current_balance_usd", "period_run_count", "period_unpriced_run_count",
                 "period_llm_tokens_in", "period_llm_tokens_out")  # fmt: skip
        return [Decimal(state[name]) for name in names], (estimate["sample_size"], estimate["mean_cost_usd"])

    before, sample = figures()
    void("wrong")
    after, sample_after = figures()
    moved = [late - early for early, late in zip(before, after, strict=True)]
    assert moved == [Decimal("-0.3"), Decimal("0.3"), -1, 0, -5, -7]
    assert (sample, sample_after) == ((4, "0.15"), (3, "0.10"))
    call_command("check_figures", stdout=io.StringIO())


@pytest.mark.parametrize("accept", ["application/json", "text/csv"])
def test_a_walk_that_began_before_says_void(ask, fed, void, accept):
    now = timezone.now()
    sent = {"from": (now - timedelta(days=1)).isoformat(), "to": (now + timedelta(days=1)).isoformat(), "order": "asc"}
    first = ask("/v1/billing/usage", limit=2, **sent).json()
    void("wrong")
    answer = ask("/v1/billing/usage", limit=9, cursor=first["next_cursor"], headers={"accept": accept}, **sent)
    if accept == "text/csv":
        found = list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))
        unknown = ""
    else:
        found, unknown = answer.json()["runs"], None
    (run,) = (run for run in found if run["run_id"] == "wrong")
    assert [run["run_id"] for run in found] == ["c", "d", "wrong"]
    assert (run["cost_status"], run["total_cost_usd"], run["llm_tokens_in"]) == ("void", "0.00", unknown)
    assert ask("/v1/billing/usage", updated_after=first["updated_through"]).json()["runs"][0]["run_id"] == "wrong"


def test_the_document_lists_the_status_for_usage_alone(client):
    schemas = client.get("/v1/openapi.json").json()["components"]["schemas"]

    def values(schema):
        field = schemas[schema]["properties"]["cost_status"]
        return schemas[field["$ref"].rpartition("/")[2]]["enum"]

    assert (values("UsageRun"), values("Run")) == (
        ["accruing", "final", "unpriced", "void"],
        ["accruing", "final", "unpriced"],
    )
