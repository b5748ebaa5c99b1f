"""Staging stores exactly what was checked, and the fast checks agree with the full ones."""

import json
import re
from array import array
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing_access.billing.ingest import run_times
from billing_access.billing.ingest.row_fields import InvalidRun
from billing_access.billing.ingest.run_validation import Defaults, RunInput, read_run_input
from billing_access.billing.ingest.staging import CheckedRow, batches, clear_staging, count_staged, stage
from billing_access.billing.money import InvalidMoney, exact_usd, is_plain_usd, round_usd

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Characters with a special meaning in COPY, JSON or CSV.
HOSTILE = st.text("\\\",\t\n'{}[]:;=N.u0nl \x7f\x85\u2028\ufeff\U0001f600é\ud800", max_size=12) | st.text(max_size=12)
TWO_DIGITS = st.integers(0, 61).map("{:02}".format)
ISO_TIMES = st.builds(
    "{}-{}-{}T{}:{}:{}{}{}".format,
    st.sampled_from(["1969", "1970", "2026", "2028", "2199", "2200", "0000", "9999"]),
    *[TWO_DIGITS] * 5,
    st.sampled_from(["", ".123", ".999999", ".000001"]),
    st.sampled_from(["Z", "+00:00", "-00:00", "+05:45", "-07:00", "+23:59", "+24:00", "-99:99"]),
)
AMOUNTS = st.decimals(0, Decimal("99999999999"), places=10).map("{:f}".format) | st.from_regex(
    r"[-+]?[0-9]{0,11}(\.[0-9]{0,12})?([eE][-+]?[0-9]{1,2})?", fullmatch=True
)


def read_or_reason(**fields):
    try:
        return read_run_input({"run_id": "a", "started_at": "2026-04-01T12:00:00Z", **fields}, Defaults())[0]
    except InvalidRun as error:
        return str(error)


@given(ISO_TIMES)
def test_a_time_that_python_reads_as_it_stands_is_the_one_spelt_out(text):
    assert run_times._ISO_TIME.match(text)
    short = read_or_reason(finished_at=text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_times, "_ISO_TIME", re.compile("(?!)"))
        assert read_or_reason(finished_at=text) == short


@given(AMOUNTS)
def test_a_plain_amount_is_what_the_exact_reading_and_rounding_make_of_it(text):
    try:
        slow = round_usd(exact_usd(text))
    except InvalidMoney:
        assert not is_plain_usd(text)
        return
    if is_plain_usd(text):
        assert Decimal(text) == slow == exact_usd(text)


ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-7))])
INSTANTS = st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30), timezones=ZONES)
# A start in the future is refused.
STARTS = st.datetimes(datetime(1970, 1, 2), datetime(2026, 1, 1), timezones=ZONES)
TEXTS = HOSTILE.filter(lambda text: not CONTROL.search(text))
RUNS = st.fixed_dictionaries(
    {"run_id": TEXTS, "started_at": STARTS},
    optional={
        "queued_at": INSTANTS.map(datetime.isoformat),
        "modified_at": INSTANTS,
        "status": st.sampled_from(["completed", "running", "failed"]),
        "total_cost_usd": AMOUNTS,
        "llm_tokens_in": st.integers(0, 2**63 - 1),
        "tags": st.dictionaries(TEXTS, TEXTS, max_size=3),
    },
)


def with_tags(run):
    return {**run._asdict(), "tags": None if run.tags is None else json.loads(run.tags)}


@pytest.mark.django_db
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(RUNS, min_size=1, max_size=30))
def test_what_is_staged_is_what_was_checked(db, rows):
    checked = [run for fields in rows if isinstance(run := read_or_reason(**fields), RunInput)]
    try:
        stage(5, [CheckedRow(line, 7, run) for line, run in enumerate(checked)])
        assert count_staged(5) == len(checked)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT organization_id, {', '.join(RunInput._fields)} FROM billing_staged_run ORDER BY line"
            )
            staged = [(organization, with_tags(RunInput(*run))) for organization, *run in cursor.fetchall()]
    finally:
        clear_staging(5)
    assert staged == [(7, with_tags(run)) for run in checked]


@given(st.lists(st.integers(0, 12), max_size=4), st.integers(1, 6))
def test_batches_have_every_line_once_in_order_and_one_round_in_each_piece(sizes, size):
    rounds = [array("q", range(100 * number, 100 * number + many)) for number, many in enumerate(sizes)]
    made = list(batches(rounds, size))
    assert [line for pieces in made for piece in pieces for line in piece.lines] == [
        line for each in rounds for line in each
    ]
    assert all(sum(len(piece.lines) for piece in pieces) == size for pieces in made[:-1])
    for piece in (piece for pieces in made for piece in pieces):
        assert {line // 100 for line in piece.lines} <= {piece.lines[0] // 100}
        assert piece.is_repeat == (piece.lines[0] >= 100)
