"""The fields of a run: what is accepted, what is refused and with which message."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import time_machine

from billing_access.billing.ingest.models import StagedRun
from billing_access.billing.ingest.row_fields import InvalidRun
from billing_access.billing.ingest.run_validation import Defaults, RunInput, read_run_input
from billing_access.billing.models import RunStatus

START = "2026-04-01T12:00:00Z"


def read_rounded(defaults=None, /, **fields):
    return read_run_input({"run_id": "a", "started_at": START, "total_cost_usd": "1", **fields}, defaults or Defaults())


def read(defaults=None, /, **fields):
    return read_rounded(defaults, **fields)[0]


def test_the_fields_are_the_columns_of_staging_in_this_order():
    places = {"batch", "line", "organization", "pk"}
    assert RunInput._fields == tuple(each.name for each in StagedRun._meta.fields if each.name not in places)


NOT_SAID = ["", None, "  "]


@pytest.mark.parametrize("empty", NOT_SAID)
def test_what_the_row_does_not_say_is_none(empty):
    names = [name for name in RunInput._fields if name not in {"run_id", "tag_columns"}]
    said_nothing = RunInput("a", *[None] * len(names), None)
    assert read_run_input({"run_id": "a"}, Defaults()) == (said_nothing, False)
    assert read_run_input({"run_id": "a", **dict.fromkeys(names, empty)}, Defaults()) == (said_nothing, False)


def test_a_row_of_id_start_and_cost_says_no_more():
    assert read()._asdict() == {
        **dict.fromkeys(RunInput._fields),
        "run_id": "a",
        "started_at": datetime(2026, 4, 1, 12, tzinfo=UTC),
        "total_cost_usd": Decimal(1),
    }
    assert read(finished_at="2026-04-01T12:00:05Z").modified_at is None


def test_the_defaults_of_an_import_are_not_what_the_row_says():
    run = read(Defaults(run_type="task_v2", status="failed"))
    assert (run.run_type, run.status, run.cost_status) == (None, None, None)


@pytest.mark.parametrize("missing", NOT_SAID)
def test_a_missing_cost_is_unknown_and_never_zero(missing):
    run = read(total_cost_usd=missing, status="completed")
    assert (run.total_cost_usd, run.cost_status) == (None, None)
    zero = read(total_cost_usd="0")
    assert (zero.total_cost_usd, zero.cost_status) == (Decimal(0), None)
    assert read(total_cost_usd=missing, cost_status="unpriced") == read(total_cost_usd=missing)


def test_no_output_tokens_and_a_cost_are_taken():
    run = read(llm_tokens_out="0", total_cost_usd="0.5")
    assert (run.llm_tokens_out, run.total_cost_usd) == (0, Decimal("0.5"))


def test_a_cost_is_rounded_once_and_that_is_told():
    run, was_rounded = read_rounded(total_cost_usd="0.22249000000000002")
    assert (run.total_cost_usd, was_rounded) == (Decimal("0.22249"), True)
    run, was_rounded = read_rounded(total_cost_usd="1e-05")
    assert (run.total_cost_usd, was_rounded) == (Decimal("0.00001"), False)
    assert read(total_cost_usd=Decimal("0.1")).total_cost_usd == Decimal("0.1")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-04-01T12:00:00-07:00", datetime(2026, 4, 1, 19, tzinfo=UTC)),
        ("2026-04-01 12:00:00+05:30", datetime(2026, 4, 1, 6, 30, tzinfo=UTC)),
        ("2026-04-01t12:00z", datetime(2026, 4, 1, 12, tzinfo=UTC)),
        ("2026-04-01T12:00:00.5Z", datetime(2026, 4, 1, 12, 0, 0, 500000, tzinfo=UTC)),
        ("2026-04-01T12:00:00.1234567Z", datetime(2026, 4, 1, 12, 0, 0, 123456, tzinfo=UTC)),
        ("2026-04-01T23:59:59.9999999Z", datetime(2026, 4, 1, 23, 59, 59, 999999, tzinfo=UTC)),
        (datetime(2026, 4, 1, 12, tzinfo=timezone(timedelta(hours=2))), datetime(2026, 4, 1, 10, tzinfo=UTC)),
    ],
)
def test_times(text, instant):
    assert read(started_at=text).started_at == instant


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-04-01T12:00:00", "has no offset"),
        ("2026-04-01", "is not a time"),
        ("1775044800", "is not a time"),
        (1775044800, "is not a time"),
        ("01/04/2026 12:00", "is not a time"),
        ("2026-02-30T12:00:00Z", "does not exist"),
        ("2026-04-01T25:00:00Z", "does not exist"),
        ("2026-04-01T12:00:60Z", "does not exist"),
        ("0001-01-01T00:00:00+14:00", "not between"),
        ("9999-12-31T23:59:59-14:00", "not between"),
        (True, "bool"),
        (["x"], "list"),
    ],
)
def test_times_refused(text, says):
    with pytest.raises(InvalidRun, match=f"started_at.*{says}"):
        read(started_at=text)


def test_naive_times_only_where_they_are_admitted():
    admitted = Defaults(naive_times_are_utc=True)
    assert read(admitted, started_at="2026-04-01T12:00:00").started_at == datetime(2026, 4, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("status", RunStatus.values)
def test_a_row_may_leave_out_the_start_that_another_gave(status):
    run = read(status=status, started_at="", finished_at=START)
    assert (run.status, run.started_at, run.total_cost_usd) == (status, None, Decimal(1))


@time_machine.travel("2026-11-29T12:00:00Z", tick=False)
def test_a_start_is_at_most_five_minutes_ahead():
    assert read(started_at="2026-11-29T12:05:00Z").started_at == datetime(2026, 11, 29, 12, 5, tzinfo=UTC)
    assert read(started_at="2026-11-29T17:35:00+05:30")
    with pytest.raises(InvalidRun, match=r"started_at 2026-11-29T12:05:00\.000001\+00:00 is in the future"):
        read(started_at="2026-11-29T12:05:00.000001Z")
    with pytest.raises(InvalidRun, match="is in the future"):
        read(started_at="2027-11-01T00:00:00Z")


def test_the_clock_is_read_for_each_row():
    later = "2026-11-29T12:06:00Z"
    with time_machine.travel("2026-11-29T12:00:00Z", tick=False) as clock:
        with pytest.raises(InvalidRun, match="future"):
            read(started_at=later)
        clock.shift(60)
        assert read(started_at=later)
        clock.shift(-60)
        with pytest.raises(InvalidRun, match="future"):
            read(started_at=later)


@pytest.mark.parametrize(
    ("status", "cost_status"),
    [("created", "accruing"), ("queued", "accruing"), ("running", "accruing"), ("paused", "accruing"),
     ("failed", "final"), ("canceled", "final"), ("completed", "final"), ("timed_out", "final"),
     ("terminated", "final"), ("", None)],
)  # fmt: skip
def test_the_rows_own_status_says_whether_its_cost_is_settled_and_a_missing_end_does_not(status, cost_status):
    assert read(status=status, finished_at="").cost_status == cost_status
    assert read(status=status, total_cost_usd="").cost_status is None
    assert read(status=status, cost_status="final").cost_status == "final"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"run_id": ""}, "run_id is missing"),
        ({"run_id": "x" * 101}, "longer than 100"),
        ({"run_id": "a\x00b"}, "run_id has a control or invisible character, U\\+0000"),
        ({"run_id": "a\ud800"}, "run_id has a control or invisible character, U\\+D800"),
        ({"run_id": "a\u200b"}, "run_id has a control or invisible character, U\\+200B ZERO WIDTH SPACE"),
        ({"run_id": "\ufeffa"}, "U\\+FEFF"),
        ({"status": "done"}, "status 'done' is not known; accepted: created, queued"),
        ({"run_type": "Workflow_Run"}, "run_type"),
        (
            {"total_cost_usd": "-1"},
            "-1 is negative; a cost never is. Record a refund with manage.py credit_run",
        ),
        ({"total_cost_usd": "NaN"}, "total_cost_usd: 'NaN' is not an amount"),
        ({"total_cost_usd": "1e10"}, "too large"),
        ({"total_cost_usd": 0.1}, "total_cost_usd is float"),
        ({"cost_status": "unpriced"}, "cost_status is unpriced, but"),
        ({"cost_status": "final", "total_cost_usd": ""}, "cost_status is final, but total_cost_usd is missing"),
        ({"cost_status": "accruing", "total_cost_usd": ""}, "is missing"),
        ({"cost_status": "void"}, "manage.py void_runs takes runs back"),
        ({"cost_status": "void", "total_cost_usd": ""}, "manage.py void_runs takes runs back"),
        ({"cost_status": "settled"}, "cost_status 'settled' is not known"),
        ({"llm_tokens_in": "-1"}, "llm_tokens_in '-1' is not a count"),
        ({"llm_tokens_in": "1.5"}, "not a count"),
        ({"llm_tokens_out": str(2**63)}, "not a count"),
        ({"llm_tokens_cached": "-1"}, "llm_tokens_cached '-1' is not a count"),
        ({"llm_tokens_in": "5", "llm_tokens_cached": "6"}, "llm_tokens_cached is more than llm_tokens_in, of which"),
        ({"llm_tokens_out": "\uff11\uff12"}, "not a count"),
        ({"finished_at": "2026-04-01T11:59:59Z"}, "finished_at is before started_at"),
        ({"tags": "novalue"}, "is not key=value"),
        ({"tags": "a=1;a=2"}, "a is given twice"),
        ({"tags": "a:b=1"}, "no colon"),
        ({"tags": "=1"}, "the key '' is not accepted"),
        ({"tags": {"a": None}}, "a is neither text nor a whole number"),
        ({"tags": {"a": "\x00"}}, "tags: a has a control or invisible character, U\\+0000"),
        ({"tags": ["a"]}, "as an object"),
        ({"tags": ";".join(f"k{n}=v" for n in range(51))}, "more than 50"),
    ],
)
def test_refused_in_words(fields, says):
    with pytest.raises(InvalidRun, match=says):
        read(**fields)


def test_counts_reach_63_bits_and_may_carry_an_empty_fraction():
    run = read(llm_tokens_in=str(2**63 - 1), llm_tokens_out="12.0")
    assert (run.llm_tokens_in, run.llm_tokens_out) == (2**63 - 1, 12)


def test_units_become_dollars_and_the_price_is_kept():
    units = Defaults(unit_price_usd=Decimal("0.05"))
    run, was_rounded = read_rounded(units, total_cost_usd="3")
    assert (run.total_cost_usd, run.unit_price_usd, was_rounded) == (Decimal("0.15"), Decimal("0.05"), False)
    unknown = read(units, total_cost_usd="")
    assert (unknown.total_cost_usd, unknown.unit_price_usd, unknown.cost_status) == (None, None, None)
    assert read().unit_price_usd is None
    assert read_rounded(units, total_cost_usd="0.00000000011")[1]
    with pytest.raises(InvalidRun, match="total_cost_usd: 1e12 units are too many"):
        read(units, total_cost_usd="1e12")
    with pytest.raises(InvalidRun, match="total_cost_usd: -3 is negative; a cost never is"):
        read(units, total_cost_usd="-3")


@pytest.mark.parametrize("price", ["0", "-1", "NaN", "Infinity", "0.00000000001", "1e10"])
def test_what_is_no_price_is_refused(price):
    with pytest.raises(ValueError, match=r"A unit price is more than zero|is too large"):
        Defaults(unit_price_usd=Decimal(price))


def test_tags_of_the_set_and_tags_of_columns_are_apart():
    columns = Defaults(tag_columns={"org": "session"})
    run = read(columns, org="s1", tags="a=1; b=x=y;")
    assert (json.loads(run.tags), json.loads(run.tag_columns)) == ({"a": "1", "b": "x=y"}, {"session": "s1"})
    run = read(columns, org="", tags={"a": 1, "b": ""})
    assert (json.loads(run.tags), run.tag_columns) == ({"a": "1", "b": ""}, None)
    run = read(columns, org="s1")
    assert (run.tags, json.loads(run.tag_columns)) == (None, {"session": "s1"})
    assert read(columns, tags="{}").tags == "{}"
    assert read(columns, tags='{"county": "adams"}').tags == '{"county":"adams"}'
    with pytest.raises(InvalidRun, match="session is given twice"):
        read(columns, org="s1", tags="session=s2")


@pytest.mark.parametrize("run_id", ["2.02611E+17", "1E+10", "9e+5", "2,02611E+17", Decimal("2.02611E+17")])
def test_an_id_that_a_spreadsheet_shortened_is_refused(run_id):
    with pytest.raises(InvalidRun, match=r"run_id was shortened by a spreadsheet to .*; export the column as text"):
        read(run_id=run_id)


@pytest.mark.parametrize("run_id", ["202611000000000001", "a1E+10", "12E+10", "1E10", "1E-10", "1.E+10", "1E+10x"])
def test_an_id_that_only_resembles_such_a_number_is_taken(run_id):
    assert read(run_id=run_id).run_id == run_id


@pytest.mark.parametrize("run_id", [".", "..", "/", "/a", "a/", "a//b", "a/./b", "../a", "a/..", "a/b/.."])
def test_an_id_that_no_url_carries_is_refused(run_id):
    with pytest.raises(InvalidRun, match=r"run_id '.*' cannot be in a URL"):
        read(run_id=run_id)


@pytest.mark.parametrize("run_id", ["team/run15", "...", ".a", "a/..b", "rün?15#x", "%2F", "a b", "a\\b", "%2e%2e"])
def test_every_other_id_is_taken(run_id):
    assert read(run_id=f" {run_id} ").run_id == run_id


def test_an_id_in_two_spellings_is_one():
    assert read(run_id="Ko\u0308ln").run_id == read(run_id="Köln").run_id == "Köln"
    assert read(run_id="o\u0308" * 100).run_id == "ö" * 100
