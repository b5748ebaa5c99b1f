"""The fields of a run: what is accepted, what is refused and with which message."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from billing_access.billing.ingest.run_validation import Defaults, InvalidRun, read_run_input

START = "2026-04-01T12:00:00Z"


def read_rounded(defaults=None, /, **fields):
    return read_run_input({"run_id": "a", "started_at": START, "total_cost_usd": "1", **fields}, defaults or Defaults())


def read(defaults=None, /, **fields):
    return read_rounded(defaults, **fields)[0]


def test_what_the_source_lacks_is_filled_in():
    run = read(finished_at="2026-04-01T12:00:05Z")
    assert (run.run_type, run.status, run.cost_status) == ("workflow_run", "completed", "final")
    assert run.created_at == run.started_at == datetime(2026, 4, 1, 12, tzinfo=UTC)
    assert run.modified_at == run.finished_at
    assert run.llm_tokens_in is run.llm_tokens_out is run.queued_at is None
    assert read().modified_at == read().started_at
    assert read(finished_at="").finished_at is None


@pytest.mark.parametrize("missing", ["", None, "  "])
def test_a_missing_cost_is_unpriced_and_never_zero(missing):
    run = read(total_cost_usd=missing)
    assert (run.total_cost_usd, run.cost_status) == (None, "unpriced")
    zero = read(total_cost_usd="0")
    assert (zero.total_cost_usd, zero.cost_status) == (Decimal(0), "final")


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


@pytest.mark.parametrize("status", ["completed", "running", "paused"])
def test_a_run_that_ran_needs_its_start(status):
    with pytest.raises(InvalidRun, match="started_at is missing"):
        read(status=status, started_at="", created_at=START, total_cost_usd="")


def test_a_cost_needs_a_start():
    with pytest.raises(InvalidRun, match="started_at is missing; a run with a cost"):
        read(status="canceled", started_at="", created_at=START)


def test_a_run_may_wait():
    run = read(status="queued", started_at="", created_at=START, total_cost_usd="")
    assert (run.started_at, run.cost_status) == (None, "unpriced")
    with pytest.raises(InvalidRun, match="no created_at"):
        read(status="queued", started_at="", total_cost_usd="")


@pytest.mark.parametrize(
    ("status", "cost_status"),
    [("running", "accruing"), ("paused", "accruing"), ("failed", "final"), ("canceled", "final")],
)
def test_the_status_says_whether_a_cost_is_settled_and_a_missing_end_does_not(status, cost_status):
    assert read(status=status, finished_at="").cost_status == cost_status


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"run_id": ""}, "run_id is missing"),
        ({"run_id": "x" * 101}, "longer than 100"),
        ({"run_id": "a\x00b"}, "control character"),
        ({"run_id": "a\ud800"}, "control character"),
        ({"status": "done"}, "status 'done' is not known; accepted: created, queued"),
        ({"run_type": "Workflow_Run"}, "run_type"),
        ({"total_cost_usd": "-1"}, "total_cost_usd: -1 is negative"),
        ({"total_cost_usd": "NaN"}, "total_cost_usd: 'NaN' is not an amount"),
        ({"total_cost_usd": "1e10"}, "too large"),
        ({"total_cost_usd": 0.1}, "total_cost_usd is float"),
        ({"cost_status": "unpriced"}, "cost_status is unpriced, but"),
        ({"cost_status": "final", "total_cost_usd": ""}, "is missing"),
        ({"llm_tokens_in": "-1"}, "llm_tokens_in '-1' is not a count"),
        ({"llm_tokens_in": "1.5"}, "not a count"),
        ({"llm_tokens_out": str(2**63)}, "not a count"),
        ({"llm_tokens_out": "\uff11\uff12"}, "not a count"),
        ({"finished_at": "2026-04-01T11:59:59Z"}, "finished_at is before started_at"),
        ({"tags": "novalue"}, "is not key=value"),
        ({"tags": "a=1;a=2"}, "a is given twice"),
        ({"tags": "a:b=1"}, "no colon"),
        ({"tags": "=1"}, "the key '' is not accepted"),
        ({"tags": {"a": None}}, "a is neither text nor a whole number"),
        ({"tags": {"a": "\x00"}}, "control character"),
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
    assert (unknown.total_cost_usd, unknown.unit_price_usd, unknown.cost_status) == (None, None, "unpriced")
    assert read().unit_price_usd is None
    assert read_rounded(units, total_cost_usd="0.00000000011")[1]
    with pytest.raises(InvalidRun, match="total_cost_usd: 1e12 units are too many"):
        read(units, total_cost_usd="1e12")


@pytest.mark.parametrize("price", ["0", "-1", "NaN", "Infinity", "0.00000000001", "1e10"])
def test_what_is_no_price_is_refused(price):
    with pytest.raises(ValueError, match=r"A unit price is more than zero|is too large"):
        Defaults(unit_price_usd=Decimal(price))


def test_tags_from_text_mapping_and_columns():
    columns = Defaults(tag_columns={"org": "session"})
    run = read(columns, org="s1", tags="a=1; b=x=y;")
    assert json.loads(run.tags) == {"a": "1", "b": "x=y", "session": "s1"}
    assert json.loads(read(columns, org="", tags={"a": 1, "b": ""}).tags) == {"a": "1", "b": ""}
    with pytest.raises(InvalidRun, match="session is given twice"):
        read(columns, org="s1", tags="session=s2")
