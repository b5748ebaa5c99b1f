"""GET /v1/billing/usage. test_query_counts.py counts its statements."""

import pytest

from billing_access.billing.ledger.account_lock import move_revision
from billing_access.billing.models import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def usage(acme, runs, make_key, api, opt_in, march):
    """Return a function that reads a page of Acme's usage in March."""
    opt_in(acme)
    secret = make_key(acme, "billing.usage:read").secret
    return lambda **parameters: api("/v1/billing/usage", secret, **{**march, **parameters})


def ids(answer) -> list[str]:
    """Return the run ids of a page."""
    return [run["run_id"] for run in answer.json()["runs"]]


def test_newest_first_ties_by_id_and_the_fields_of_the_contract(usage):
    body = usage().json()
    assert list(body) == ["from", "to", "as_of", "has_more", "next_cursor", "updated_through", "runs"]
    assert [run["run_id"] for run in body["runs"]] == ["wr_5", "wr_4", "wr_3", "wr_2", "wr_1"]
    assert list(body["runs"][0]) == [
        "run_id", "run_type", "status", "started_at", "finished_at", "total_cost_usd", "credited_usd", "cost_status",
        "units", "cached_units", "llm_tokens_in", "llm_tokens_out", "llm_tokens_cached", "tags", "cost_updated_at",
    ]  # fmt: skip


def test_money_is_plain_and_unknown_is_null_not_zero(usage):
    costs = {run["run_id"]: run["total_cost_usd"] for run in usage().json()["runs"]}
    assert costs == {"wr_1": "0.10", "wr_2": "0.0042105", "wr_3": None, "wr_4": "12.30", "wr_5": "0.00"}


def test_the_range_is_half_open(usage):
    assert ids(usage(**{"from": "2026-03-01T12:00:00Z", "to": "2026-03-02T12:00:00Z"})) == ["wr_1"]
    assert ids(usage(**{"from": "2026-03-01T12:00:00.000001Z", "to": "2026-03-02T12:00:00.000001Z"})) == [
        "wr_3",
        "wr_2",
    ]
    assert ids(usage(**{"from": "2026-03-01T14:00:00+02:00", "to": "2026-03-01T14:00:01+02:00"})) == ["wr_1"]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("order", ["desc", "asc"])
def test_pages_hold_every_run_once(usage, limit, order):
    seen, cursor = [], {}
    while True:
        body = usage(limit=limit, order=order, **cursor).json()
        seen += [run["run_id"] for run in body["runs"]]
        assert body["has_more"] == (body["next_cursor"] is not None)
        if not body["has_more"]:
            break
        cursor = {"cursor": body["next_cursor"]}
    assert seen == sorted(seen, reverse=order == "desc")
    assert len(seen) == 5


def test_tags_must_all_match_and_split_on_the_first_colon(usage):
    assert ids(usage(tag="county:adams")) == ["wr_5", "wr_3", "wr_1"]
    assert ids(usage(tag=["county:adams", "county:wayne"])) == []
    assert ids(usage(tag="county:adams:x")) == []


def test_status_and_type_filter(usage):
    assert len(ids(usage(status="completed"))) == 5
    assert ids(usage(status="failed")) == []
    assert ids(usage(run_type="task_v1")) == []


CURSOR_CHANGES = {
    "another order": {"order": "asc"},
    "another tag": {"tag": "county:adams"},
    "another range": {"to": "2026-05-01T00:00:00Z"},
    "another status": {"status": "completed"},
}


@pytest.mark.parametrize("name", CURSOR_CHANGES)
def test_a_cursor_belongs_to_its_query(usage, name):
    cursor = usage(limit=2).json()["next_cursor"]
    answer = usage(limit=2, cursor=cursor, **CURSOR_CHANGES[name])
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")
    assert answer.json()["errors"][0]["parameter"] == "cursor"


FORGERIES = {
    "longer": lambda c: c + "x",
    "shifted": lambda c: "x" + c,
    "shorter": lambda c: c[:-3],
    "empty": lambda c: "",
    "not ASCII": lambda c: "é\x00",
    "other case": lambda c: c.swapcase(),
    "huge": lambda c: "a" * 100_000,
}


@pytest.mark.parametrize("change", FORGERIES.values(), ids=FORGERIES)
def test_a_changed_or_forged_cursor_is_refused(usage, change):
    answer = usage(cursor=change(usage(limit=2).json()["next_cursor"]))
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")


def test_a_cursor_of_another_organization_is_refused(usage, other, make_key, api, march):
    cursor = usage(limit=2).json()["next_cursor"]
    answer = api("/v1/billing/usage", make_key(other).secret, **march, limit=2, cursor=cursor)
    assert answer.json()["code"] == "invalid_cursor"


def test_a_run_that_enters_during_a_walk_is_not_seen_by_it(acme, runs, usage):
    first = usage(limit=2).json()
    run = runs[0]
    move_revision(acme.pk)
    Run.objects.filter(pk=run.pk).update(first_revision=2)
    assert "wr_1" not in ids(usage(limit=5, cursor=first["next_cursor"]))
    assert "wr_1" in ids(usage())


def test_updated_after_brings_what_changed_since_in_the_order_of_change(acme, runs, usage):
    through = usage(limit=2).json()["updated_through"]
    assert ids(usage(updated_after=through)) == []
    move_revision(acme.pk)
    move_revision(acme.pk)
    Run.objects.filter(run_id="wr_4").update(revision=2)
    Run.objects.filter(run_id__in=["wr_1", "wr_2"]).update(revision=3)
    changed = usage(updated_after=through)
    assert ids(changed) == ["wr_4", "wr_1", "wr_2"]
    assert ids(usage(updated_after=changed.json()["updated_through"])) == []
    seen, cursor = [], {}
    while True:
        body = usage(updated_after=through, limit=1, **cursor).json()
        seen += [run["run_id"] for run in body["runs"]]
        if not body["has_more"]:
            break
        cursor = {"cursor": body["next_cursor"]}
    assert seen == ["wr_4", "wr_1", "wr_2"]


def test_a_copy_keeps_the_range_of_its_walk(usage, make_key, acme, api, march):
    through = usage().json()["updated_through"]
    secret = make_key(acme).secret
    body = api("/v1/billing/usage", secret, updated_after=through).json()
    assert {"from": body["from"], "to": body["to"]} == march
    answer = usage(updated_after=through, to="2026-05-01T00:00:00Z")
    assert answer.json()["errors"] == [
        {
            "parameter": "to",
            "detail": "updated_after is of another range. Leave it out, or send 2026-04-01T00:00:00Z.",
        }
    ]


@pytest.mark.parametrize("change", FORGERIES.values(), ids=FORGERIES)
def test_a_changed_or_forged_bookmark_is_refused(usage, change):
    answer = usage(updated_after=change(usage().json()["updated_through"]))
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")
    assert answer.json()["errors"][0]["parameter"] == "updated_after"


def test_a_bookmark_belongs_to_its_organization_and_filters_and_is_no_cursor(usage, other, make_key, api, march):
    first = usage(limit=2).json()
    through = first["updated_through"]
    answers = [
        api("/v1/billing/usage", make_key(other).secret, **march, updated_after=through),
        usage(tag="county:adams", updated_after=through),
        usage(status="completed", updated_after=through),
        usage(updated_after=first["next_cursor"]),
        usage(limit=2, cursor=through),
        usage(limit=2, updated_after=through, cursor=first["next_cursor"]),
    ]
    assert {answer.json()["code"] for answer in answers[1:]} == {"invalid_cursor"}
    assert answers[0].status_code in {400, 403}


def test_a_copy_has_one_order(usage):
    answer = usage(updated_after=usage().json()["updated_through"], order="asc")
    assert answer.json()["errors"][0]["parameter"] == "order"
