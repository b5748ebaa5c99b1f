"""Staging: holds the checked rows of an import until all of them are checked; only then is the first one merged.

The table is shared by all imports and rows are found by their batch, so that nothing depends on the database session:
behind a pooler each transaction may run on another one.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, NamedTuple

import orjson
from django.db import connection
from django.db.backends.utils import CursorWrapper

from billing_access.billing.ingest.cost_validation import UNSETTLED
from billing_access.billing.ingest.run_validation import Defaults, RunInput
from billing_access.billing.tokens import each_count

_COLUMNS: Final = ", ".join(("batch_id", "line", "organization_id", *RunInput._fields))
_BLOCK: Final = 500
# Rows of imports that were killed are deleted by a later import. No import takes that long.
_ABANDONED: Final = """
DELETE FROM billing_staged_run s USING billing_batch b
WHERE b.id = s.batch_id AND b.started_at < statement_timestamp() - interval '2 days'
"""
_HAS_REPEATS: Final = """
SELECT EXISTS (SELECT FROM billing_staged_run WHERE batch_id = %s::bigint
               GROUP BY organization_id, run_id HAVING count(*) > 1)
"""
# A run with two different starts, final costs or final token counts is refused: nothing says which one is right.
# Whether a cost without `cost_status` is final depends on the run's status: that of its last row so far which says it,
# else the stored run's, else the one for new runs.
_CONTRADICTIONS: Final = f"""
WITH repeated AS (
    SELECT *, count(status) OVER (PARTITION BY organization_id, run_id ORDER BY line) AS statuses FROM (
        SELECT *, count(*) OVER (PARTITION BY organization_id, run_id) AS row_count
        FROM billing_staged_run WHERE batch_id = %(batch)s::bigint) s
    WHERE row_count > 1
), known AS (
    SELECT s.*, coalesce(first_value(s.status) OVER (PARTITION BY s.organization_id, s.run_id, statuses ORDER BY line),
                         r.status, %(status)s::varchar) AS run_status
    FROM repeated s LEFT JOIN billing_run r ON r.organization_id = s.organization_id AND r.run_id = s.run_id
), judged AS (
    SELECT *, (total_cost_usd IS NOT NULL OR units IS NOT NULL)
              AND coalesce(cost_status = 'final', run_status <> ALL (%(unsettled)s)) AS final
    FROM known
), contradicting AS (
    SELECT organization_id, run_id,
           count(DISTINCT started_at) > 1 AS starts,
           count(DISTINCT (total_cost_usd, units, cached_units)) FILTER (WHERE final) > 1 AS costs,
           {each_count("count(DISTINCT {0}) FILTER (WHERE final) > 1", " OR ")} AS tokens
    FROM judged GROUP BY 1, 2
)
DELETE FROM billing_staged_run s USING judged w, contradicting c
WHERE s.batch_id = %(batch)s::bigint AND w.line = s.line
  AND c.organization_id = w.organization_id AND c.run_id = w.run_id
  AND (c.starts OR (w.final AND (c.costs OR c.tokens)))
RETURNING s.line, s.run_id,
          CASE WHEN c.starts THEN 'start times' WHEN c.costs THEN 'final costs' ELSE 'final token counts' END
"""  # noqa: S608 (constants only)
# In this order a batch has few organizations and runs of about the same time. The repeats of a run come in the order of
# their lines, each in a later round.
_ORDERED: Final = """
COPY (SELECT {rounds}line FROM billing_staged_run WHERE batch_id = {batch}
      ORDER BY {rounds}organization_id, started_at, line) TO STDOUT
"""
_ROUND: Final = "row_number() OVER (PARTITION BY organization_id, run_id ORDER BY line), "


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not imported: its line, its run id if that was readable, and the reason."""

    line: int
    run_id: str
    reason: str


class CheckedRow(NamedTuple):
    """A checked row with its line in the file and its organization's primary key."""

    line: int
    organization_pk: int
    run: RunInput


class Piece(NamedTuple):
    """Lines that are merged by one statement; ``is_repeat`` if their runs were in an earlier round."""

    lines: list[int]
    is_repeat: bool


def stage(batch_id: int, rows: Iterable[CheckedRow]) -> None:
    """Append rows with COPY while they are yielded; the generator must not use the connection. Lines must be unique."""
    lines = (_copy_line(batch_id, row) for row in rows)
    with connection.cursor() as cursor, _copy_in(cursor) as copy:
        # Blocks of lines take a fifth of the time that the driver takes line by line.
        while block := b"".join(islice(lines, _BLOCK)):
            copy.write(block)


def refuse_contradictions(batch_id: int, defaults: Defaults) -> tuple[Refusal, ...]:
    """Delete the rows of runs that have different starts, or different final figures, in the same import."""
    parameters: dict[str, Any] = {"batch": batch_id, "status": str(defaults.status), "unsettled": sorted(UNSETTLED)}
    with connection.cursor() as cursor:
        cursor.execute(_CONTRADICTIONS, parameters)
        return tuple(
            Refusal(line, run_id, f"the file has different {what} for this run; none of them was taken")
            for line, run_id, what in sorted(cursor.fetchall())
        )


def has_repeats(batch_id: int) -> bool:
    """Tell whether a run has more than one row."""
    with connection.cursor() as cursor:
        cursor.execute(_HAS_REPEATS, [batch_id])
        return bool(cursor.fetchone()[0])


def rounds(batch_id: int, *, has_repeats: bool) -> list["array[int]"]:
    """Return the lines in the order of the merge; the n-th array has the n-th row of each run. 8 bytes for each row."""
    statement = _ORDERED.format(batch=int(batch_id), rounds=_ROUND if has_repeats else "")
    with connection.cursor() as cursor, _copy(cursor, statement) as copy:
        numbers = array("q", map(int, b"".join(map(bytes, copy)).split()))
    if not has_repeats:
        return [numbers]
    found: list[array[int]] = []
    for number, line in zip(numbers[::2], numbers[1::2], strict=True):
        if number > len(found):
            found.append(array("q"))
        found[-1].append(line)
    return found


def batches(found: list["array[int]"], size: int) -> Iterator[list[Piece]]:
    """Split the rounds into batches of at most ``size`` rows; a batch has a piece of each round that it touches."""
    pieces: list[Piece] = []
    left = size
    for number, lines in enumerate(found):
        start = 0
        while start < len(lines):
            piece = lines[start : start + left].tolist()
            pieces.append(Piece(piece, is_repeat=number > 0))
            start += len(piece)
            left -= len(piece)
            if not left:
                yield pieces
                pieces, left = [], size
    if pieces:
        yield pieces


def count_staged(batch_id: int) -> int:
    """Return how many rows are staged."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM billing_staged_run WHERE batch_id = %s::bigint", [batch_id])
        return int(cursor.fetchone()[0])


def clear_staging(batch_id: int) -> None:
    """Delete the rows of a batch, and those of imports that were killed days ago."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM billing_staged_run WHERE batch_id = %s::bigint", [batch_id])
        cursor.execute(_ABANDONED)


def _copy_in(cursor: CursorWrapper) -> Any:
    return _copy(cursor, f"COPY billing_staged_run ({_COLUMNS}) FROM STDIN (FORMAT csv, NULL 'null', ESCAPE '\\')")


def _copy(cursor: CursorWrapper, statement: str) -> Any:
    # Django's wrapper passes unknown attributes on to psycopg's cursor.
    return cursor.copy(statement)


def _copy_line(batch_id: int, row: CheckedRow) -> bytes:
    """Return a row as a line for COPY: a JSON array without its brackets is CSV with the backslash as the escape.

    JSON escapes control characters in a way that CSV does not; ids and tags have none.
    """
    line, organization_pk, run = row
    return orjson.dumps((batch_id, line, organization_pk, *run), default=str)[1:-1] + b"\n"
