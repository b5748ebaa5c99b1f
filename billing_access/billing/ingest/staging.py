"""Staging: holds all runs of one import in temporary tables before any of them is merged.

`fed_run` has the runs as they were read; `staged_run` has one row for each run, in the order of the batches. The tables
belong to the connection, so one connection carries one import at a time.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any, Final, NamedTuple

import orjson
from django.db import connection
from django.db.backends.utils import CursorWrapper

from billing_access.billing.ingest.run_validation import RunInput

_COLUMNS: Final = ", ".join(RunInput._fields)
_BLOCK: Final = 500
# The columns have the types of `billing_run`, into which the runs are merged.
_CREATE: Final = f"""
CREATE TEMPORARY TABLE fed_run AS
SELECT 0::bigint AS line, organization_id, {_COLUMNS} FROM billing_run WITH NO DATA
"""  # noqa: S608 (constants only)
_HAS_REPEATS: Final = "SELECT EXISTS (SELECT FROM fed_run GROUP BY organization_id, run_id HAVING count(*) > 1)"
# A run with two different starts, final costs or final token counts is refused: nothing says which one is right.
_CONTRADICTIONS: Final = """
WITH repeated AS (
    SELECT organization_id, run_id,
           count(DISTINCT started_at) > 1 AS starts,
           count(DISTINCT total_cost_usd) FILTER (WHERE cost_status = 'final') > 1 AS costs,
           count(DISTINCT llm_tokens_in) FILTER (WHERE cost_status = 'final') > 1
           OR count(DISTINCT llm_tokens_out) FILTER (WHERE cost_status = 'final') > 1 AS tokens
    FROM fed_run GROUP BY 1, 2 HAVING count(*) > 1
)
DELETE FROM fed_run s USING repeated r
WHERE s.organization_id = r.organization_id AND s.run_id = r.run_id
  AND (r.starts OR (s.cost_status = 'final' AND (r.costs OR r.tokens)))
RETURNING s.line, s.run_id,
          CASE WHEN r.starts THEN 'start times' WHEN r.costs THEN 'final costs' ELSE 'final token counts' END
"""
# The rows of one run become one row: with the final figures, or else the highest; other fields are the latest row's.
_COLLAPSE: Final = """
WITH repeated AS (
    SELECT organization_id, run_id, max(started_at) AS started_at, max(queued_at) AS queued_at,
           max(finished_at) AS finished_at, min(created_at) AS created_at,
           max(llm_tokens_in) AS tokens_in, max(llm_tokens_out) AS tokens_out,
           max(llm_tokens_in) FILTER (WHERE cost_status = 'final') AS final_tokens_in,
           max(llm_tokens_out) FILTER (WHERE cost_status = 'final') AS final_tokens_out,
           max(unit_price_usd) AS unit_price, max(total_cost_usd) AS cost,
           max(total_cost_usd) FILTER (WHERE cost_status = 'final') AS final_cost,
           (array_agg(line ORDER BY modified_at DESC, line DESC))[1] AS kept
    FROM fed_run GROUP BY 1, 2 HAVING count(*) > 1
), kept AS (
    UPDATE fed_run s
    SET started_at = r.started_at, queued_at = coalesce(s.queued_at, r.queued_at), created_at = r.created_at,
        finished_at = coalesce(s.finished_at, r.finished_at), total_cost_usd = coalesce(r.final_cost, r.cost),
        unit_price_usd = r.unit_price,
        cost_status = CASE WHEN r.final_cost IS NOT NULL THEN 'final' WHEN r.cost IS NOT NULL THEN 'accruing'
                           ELSE 'unpriced' END,
        llm_tokens_in = coalesce(r.final_tokens_in, r.tokens_in),
        llm_tokens_out = coalesce(r.final_tokens_out, r.tokens_out)
    FROM repeated r WHERE s.line = r.kept
)
DELETE FROM fed_run s USING repeated r
WHERE s.organization_id = r.organization_id AND s.run_id = r.run_id AND s.line <> r.kept
"""
# A batch is a range of positions; in this order it has few organizations and runs of about the same time.
_NUMBER: Final = """
CREATE TEMPORARY TABLE staged_run AS
SELECT f.*, row_number() OVER (ORDER BY organization_id, started_at, line) AS position FROM fed_run f
"""
_SUMS: Final = """
SELECT coalesce(sum(total_cost_usd), 0), coalesce(sum(llm_tokens_in), 0), coalesce(sum(llm_tokens_out), 0),
       count(*) FILTER (WHERE cost_status = 'unpriced') FROM staged_run
"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not imported: its line, its run id if that was readable, and the reason."""

    line: int
    run_id: str
    reason: str


class StagedRun(NamedTuple):
    """A checked run with its line in the file and its organization's primary key."""

    line: int
    organization_pk: int
    run: RunInput


@dataclass(frozen=True, slots=True)
class Deduplicated:
    """How many runs are staged, how many rows repeated others, and the rows that contradict each other."""

    runs: int
    repeated: int
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class StagedSums:
    """Exact sums over the staged runs, in US dollars and tokens."""

    total_cost_usd: Decimal
    llm_tokens_in: int
    llm_tokens_out: int
    unpriced: int


def create_staging() -> None:
    """Create an empty `fed_run`, and drop tables that an interrupted import on this connection left."""
    drop_staging()
    with connection.cursor() as cursor:
        cursor.execute(_CREATE)


def drop_staging() -> None:
    """Drop the staging tables and the one of ``merge_batch``, if they exist."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS pg_temp.fed_run, pg_temp.staged_run, pg_temp.merging_run")


def stage(runs: Iterable[StagedRun]) -> None:
    """Append runs with COPY while they are yielded; the generator must not use the connection. Lines must be unique."""
    lines = map(_copy_line, runs)
    with connection.cursor() as cursor, _copy(cursor) as copy:
        # Blocks of lines take a fifth of the time that the driver takes line by line.
        while block := b"".join(islice(lines, _BLOCK)):
            copy.write(block)


def deduplicate_staging() -> Deduplicated:
    """Refuse contradicting rows, merge the other rows of each run into one, and number the runs from 1."""
    refused: tuple[Refusal, ...] = ()
    repeated = 0
    with connection.cursor() as cursor:
        cursor.execute(_HAS_REPEATS)
        if cursor.fetchone()[0]:
            cursor.execute(_CONTRADICTIONS)
            refused = tuple(
                Refusal(line, run_id, f"the file has different {what} for this run; none of them was taken")
                for line, run_id, what in sorted(cursor.fetchall())
            )
            cursor.execute(_COLLAPSE)
            repeated = cursor.rowcount
        cursor.execute(_NUMBER)
        runs = cursor.rowcount
        cursor.execute("DROP TABLE fed_run")
        cursor.execute("CREATE INDEX ON staged_run (position)")
        # The planner needs only these columns' statistics; analyzing all of them took ten times as long.
        cursor.execute("ANALYZE staged_run (position, organization_id, run_id)")
    return Deduplicated(runs, repeated, refused)


def forget_refused(lines: Collection[int]) -> None:
    """Delete staged rows that the merge refused, so that ``staged_sums`` leaves them out."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM staged_run WHERE line = ANY(%s::bigint[])", [list(lines)])


def staged_sums() -> StagedSums:
    """Return the sums over the staged runs."""
    with connection.cursor() as cursor:
        cursor.execute(_SUMS)
        cost, tokens_in, tokens_out, unpriced = cursor.fetchone()
    return StagedSums(cost, int(tokens_in), int(tokens_out), unpriced)


def _copy(cursor: CursorWrapper) -> Any:
    # Django's wrapper passes unknown attributes on to psycopg's cursor.
    columns = f"line, organization_id, {_COLUMNS}"
    return cursor.copy(f"COPY fed_run ({columns}) FROM STDIN (FORMAT csv, NULL 'null', ESCAPE '\\')")


def _copy_line(staged: StagedRun) -> bytes:
    """Return a run as a line for COPY: a JSON array without its brackets is CSV with the backslash as the escape.

    JSON escapes control characters in a way that CSV does not; ids and tags have none.
    """
    line, organization_pk, run = staged
    return orjson.dumps((line, organization_pk, *run), default=str)[1:-1] + b"\n"
