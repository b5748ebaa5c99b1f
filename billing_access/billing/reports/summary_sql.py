"""Builds the one SELECT of a summary.

Pieces (rollup rows and runs) are summed into cells (one bucket and value), which are ranked only if there are more
values than groups.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, Final

from billing_access.billing.reports.account_snapshot import SNAPSHOT_FROM, SNAPSHOT_SELECT, snapshot_json
from billing_access.billing.reports.buckets import DAY, Ranges, Sources, runs_alone, sources
from billing_access.billing.reports.summary_query import (
    COLUMNS,
    MAX_DAY_ROLLUPS,
    MAX_QUARTER_HOUR_ROLLUPS,
    TAG,
    SummaryQuery,
)
from billing_access.billing.rollups import ADDENDS, SUM_NAMES

_NAMES: Final = ", ".join(SUM_NAMES)
_SUMS: Final = ", ".join(f"sum({name}) AS {name}" for name in SUM_NAMES)
_OF_ROLLUP: Final = f"""
SELECT u.bucket_start, {{values}}, {_NAMES}
FROM """  # noqa: S608 (constants only)
# The bounds stand in SELECTs so that PostgreSQL cannot plan for their values; it then reads the rows by the index.
_ROLLUP: Final = (
    _OF_ROLLUP
    + """{table} u
WHERE u.organization_id = %(organization)s::bigint AND u.tag_key = %(tag_key)s::varchar
  AND u.bucket_start >= (SELECT %({name}_start)s::timestamptz)
  AND u.bucket_start < (SELECT %({name}_end)s::timestamptz)"""
)
# OFFSET 0 makes PostgreSQL look up each range through the index, instead of reading all rows and filtering them.
# A single range uses _ROLLUP instead, since the look-up would add a tenth to a year by day with 60 values.
_ROLLUP_RANGES: Final = (
    _OF_ROLLUP  # noqa: S608 (constants only)
    + """unnest(%({name}_starts)s::timestamptz[], %({name}_ends)s::timestamptz[]) x(first, last)
CROSS JOIN LATERAL (SELECT * FROM {table}
    WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar
      AND bucket_start >= x.first AND bucket_start < x.last OFFSET 0) u"""
)
_RUNS: Final = f"""
SELECT r.started_at, {{values}}, {", ".join(ADDENDS[name].format(run="r") for name in SUM_NAMES)}
FROM unnest(%(run_starts)s::timestamptz[], %(run_ends)s::timestamptz[]) x(first, last)
CROSS JOIN LATERAL (SELECT * FROM billing_run
    WHERE organization_id = %(organization)s::bigint AND started_at >= x.first AND started_at < x.last OFFSET 0) r"""  # noqa: S608
# A day that an edge cuts is counted whole in the bucket of its larger part; its smaller part is subtracted there and
# added to its own bucket. This reads some twenty quarter hours for each day instead of all 96.
_CUT_DAYS: Final = f"""
SELECT x.at, {{values}}, {_NAMES}
FROM unnest(%(cut_days)s::timestamptz[], %(cut_ats)s::timestamptz[]) x(day, at)
CROSS JOIN LATERAL (SELECT * FROM billing_usage_day
    WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar AND bucket_start = x.day
    OFFSET 0) u
UNION ALL
SELECT p.at, p.value, {", ".join(f"-{name}" for name in SUM_NAMES)} FROM part p
UNION ALL
SELECT p.first, p.value, {_NAMES} FROM part p"""  # noqa: S608 (constants only)
_PARTS: Final = f""", part AS MATERIALIZED (
    SELECT x.at, x.first, {{values}} AS value, {_SUMS}
    FROM unnest(%(cut_ats)s::timestamptz[], %(cut_starts)s::timestamptz[], %(cut_ends)s::timestamptz[])
        x(at, first, last)
    CROSS JOIN LATERAL (SELECT * FROM billing_usage_quarter_hour
        WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar
          AND bucket_start >= x.first AND bucket_start < x.last OFFSET 0) u
    GROUP BY 1, 2, 3
)"""  # noqa: S608 (constants only)
# A cell sums the runs of one bucket with one value. If every rollup row is a cell already (_CELL_OF_ONE), nothing is
# summed and the bucket's index is the number of days from the first; reading the rows twice costs no more than a copy.
_CELL_OF_MANY: Final = f"""AS MATERIALIZED (
    SELECT width_bucket(at, %(edges)s::timestamptz[]) - 1 AS bucket_index, value, {_SUMS}
    FROM piece GROUP BY 1, 2 HAVING sum(run_count) > 0)"""  # noqa: S608 (constants only)
_CELL_OF_ONE: Final = f"""AS NOT MATERIALIZED (
    SELECT date_part('day', at - %(first)s::timestamptz)::int AS bucket_index, value, {_NAMES}
    FROM piece WHERE run_count > 0)"""  # noqa: S608 (constants only)
# All cells of a value are returned as one text of numbers: as rows, 22,000 cells take the driver ten times as long.
FIELDS: Final = ("bucket_index", *SUM_NAMES)
# What may be too much to read.
RUNS: Final = "runs"
ROLLUPS: Final = "rollups"
_CELL: Final = f"concat_ws(' ', {', '.join(FIELDS)})"
_CELLS: Final = f"string_agg({_CELL}, ' ')"
_ALL: Final = f"""
SELECT false, '{{}}'::text[], {_CELLS} FROM cell HAVING count(*) > 0"""  # noqa: S608 (constants only)
# Groups are ranked by their cost in the whole range, so that every bucket has the same groups and one `is_other`. With
# few values there is no `is_other` and nothing is ranked. To tell, cells are read only up to one more than buckets x
# groups (`enough`): so many cells must be of more values than there are groups.
_GROUPED: Final = f"""
SELECT false, value, cells FROM seen WHERE (SELECT few FROM extent)
UNION ALL
(WITH ranked AS (
    SELECT c.*, {{key}} NOT IN (
        SELECT {{key}} FROM cell c GROUP BY c.value ORDER BY sum(total_cost_usd) DESC, sum(run_count) DESC, c.value
        LIMIT %(groups)s::int - 1) AS is_other
    FROM cell c WHERE (SELECT NOT few FROM extent)
)
SELECT false, value, {_CELLS} FROM ranked WHERE NOT is_other GROUP BY value
UNION ALL
SELECT true, {{none}}, {_CELLS}
FROM (SELECT bucket_index, {_SUMS} FROM ranked WHERE is_other GROUP BY bucket_index) rest HAVING count(*) > 0)"""  # noqa: S608
_SEEN: Final = f""", seen AS MATERIALIZED (
    SELECT value, string_agg(text, ' ') AS cells
    FROM (SELECT value, {_CELL} AS text FROM cell LIMIT %(enough)s::bigint) c GROUP BY value
), extent AS MATERIALIZED (
    SELECT count(*) <= %(groups)s::int AS few FROM seen
)"""  # noqa: S608 (constants only)
# What is too much to read for one summary, null if nothing is. Rollups count the runs, and an index alone the rollups
# of a tag. No piece is read if there is too much.
_TOO_MANY_RUNS: Final = f"""
        WHEN %(max_runs)s::bigint < (
            SELECT sum(u.run_count)
            FROM unnest(%(run_starts)s::timestamptz[], %(run_ends)s::timestamptz[]) x(first, last)
            CROSS JOIN LATERAL (SELECT run_count FROM billing_usage_quarter_hour
                WHERE organization_id = %(organization)s::bigint AND tag_key = ''
                  AND bucket_start > x.first - interval '15 minutes' AND bucket_start < x.last OFFSET 0) u)
        THEN '{RUNS}'"""  # noqa: S608 (constants only)
_TOO_MANY_ROLLUPS: Final = f"""
        WHEN EXISTS (
            SELECT FROM unnest(%({{name}}_firsts)s::timestamptz[], %({{name}}_lasts)s::timestamptz[]) x(first, last)
            CROSS JOIN LATERAL (SELECT FROM {{table}}
                WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar
                  AND bucket_start >= x.first AND bucket_start < x.last OFFSET 0) u
            OFFSET %(max_{{name}})s::bigint)
        THEN '{ROLLUPS}'"""  # noqa: S608 (constants only)
_PIECES: Final = "SELECT * FROM ({pieces}) p WHERE (SELECT too_many IS NULL FROM room)"
# What a summary adds to the account snapshot: the tags that can be grouped by, those whose backfill has not ended, and
# what is too much to read.
MORE_COLUMNS: Final = {
    "too_many": "(SELECT too_many FROM room)",
    "registered": """(SELECT coalesce(json_agg(key ORDER BY key), '[]') FROM billing_registered_tag
        WHERE organization_id = %(organization)s::bigint AND ready_at IS NOT NULL)""",
    "backfilling": """(SELECT coalesce(json_agg(key), '[]') FROM billing_registered_tag
        WHERE organization_id = %(organization)s::bigint AND ready_at IS NULL)""",
}
# The account snapshot and the registered tags are in one additional row, of which `is_other` is null.
_SUMMARY: Final = f"""
WITH snapshot AS (
    SELECT {SNAPSHOT_SELECT} FROM {SNAPSHOT_FROM}
), room AS MATERIALIZED (
    SELECT {{too_many}} AS too_many
){{parts}}, piece(at, value, {_NAMES}) AS ({{pieces}}
), cell {{cell}}{{seen}}
SELECT NULL::boolean AS is_other, {{none}} AS value, {snapshot_json(MORE_COLUMNS)} AS cells
FROM snapshot s
UNION ALL{{shown}}
"""  # noqa: S608 (constants only)


def summary_statement(
    organization_pk: int, query: SummaryQuery, edges: Sequence[datetime]
) -> tuple[str, dict[str, Any]]:
    """Return the SQL statement of a summary and its parameters, for buckets with these edges."""
    source = sources(edges) if query.has_rollup else runs_alone(edges)
    value = "u.tag_value" if query.group_by else "'{}'::text[]"
    parameters: dict[str, Any] = {
        "organization": organization_pk,
        "tag_key": query.tags[0] if query.has_rollup and query.group_by else "",
        "groups": (groups := query.max_groups(len(edges) - 1)),
        "enough": groups * (len(edges) - 1) + 1,
    }
    pieces = []
    for name, table, ranges in (
        ("day", "billing_usage_day", source.days),
        ("quarter", "billing_usage_quarter_hour", source.quarter_hours),
    ):
        if ranges.starts:
            is_one = len(ranges.starts) == 1
            rows = _ROLLUP if is_one else _ROLLUP_RANGES
            pieces.append(rows.format(name=name, table=table, values=value))
            parameters |= _bound(name, ranges) if is_one else _bounds(name, ranges)
    if source.cuts:
        pieces.append(_CUT_DAYS.format(values=value))
        parameters |= {
            "cut_days": _array(cut.day for cut in source.cuts),
            "cut_ats": _array(cut.at for cut in source.cuts),
            "cut_starts": _array(cut.start for cut in source.cuts),
            "cut_ends": _array(cut.end for cut in source.cuts),
        }
    if source.runs.starts or not pieces:
        pieces.append(_RUNS.format(values=_run_values(query, parameters)))
        parameters |= _bounds("run", source.runs)
    too_many = _too_many(query, source, parameters)
    if source.days.starts and len(pieces) == 1 and all(b - a == DAY for a, b in pairwise(edges)):
        cell = _CELL_OF_ONE
        parameters["first"] = edges[0]
    else:
        cell = _CELL_OF_MANY
        parameters["edges"] = _array(edges[:-1])
    # SQL NULL never equals a text, but NULLs in arrays compare equal: a single value that may be NULL needs a key.
    is_text = len(query.group_by) == 1
    key = "coalesce('0' || c.value, '1')" if is_text else "c.value"
    none = "NULL::text" if is_text else "NULL::text[]"
    every = "\nUNION ALL".join(pieces)
    return _SUMMARY.format(
        parts=_PARTS.format(values=value) if source.cuts else "",
        too_many=f"CASE{too_many} END" if too_many else "NULL::text",
        pieces=_PIECES.format(pieces=every) if too_many else every,
        cell=cell,
        seen=_SEEN if query.group_by else "",
        none=none,
        shown=_GROUPED.format(key=key, none=none) if query.group_by else _ALL,
    ), parameters


def _too_many(query: SummaryQuery, source: Sources, parameters: dict[str, Any]) -> str:
    """Return the branches of the CASE that tells what is too much to read; empty if nothing can be."""
    branches = ""
    if source.runs.starts:
        branches += _TOO_MANY_RUNS
        parameters["max_runs"] = query.max_runs
    if not (query.group_by and query.has_rollup):
        return branches
    days, quarters = source.of_day_rollups, source.of_quarter_hour_rollups
    for name, table, ranges, most in (
        ("day", "billing_usage_day", days, MAX_DAY_ROLLUPS),
        ("quarter", "billing_usage_quarter_hour", quarters, MAX_QUARTER_HOUR_ROLLUPS),
    ):
        if ranges.starts:
            branches += _TOO_MANY_ROLLUPS.format(name=name, table=table)
            firsts, lasts = _array(ranges.starts), _array(ranges.ends)
            parameters |= {f"max_{name}": most, f"{name}_firsts": firsts, f"{name}_lasts": lasts}
    return branches


def _run_values(query: SummaryQuery, parameters: dict[str, Any]) -> str:
    values = []
    for number, each in enumerate(query.group_by):
        if each in COLUMNS:
            values.append(f"r.{each}")
        else:
            parameters[f"group_{number}"] = each.removeprefix(TAG)
            values.append(f"r.tags ->> %(group_{number})s::text")
    return values[0] if len(values) == 1 else f"ARRAY[{', '.join(values)}]::text[]"


def _bound(name: str, ranges: Ranges) -> dict[str, Any]:
    return {f"{name}_start": ranges.starts[0], f"{name}_end": ranges.ends[0]}


def _bounds(name: str, ranges: Ranges) -> dict[str, Any]:
    return {f"{name}_starts": _array(ranges.starts), f"{name}_ends": _array(ranges.ends)}


def _array(times: Iterable[datetime]) -> str:
    """Return an array of times as text, which PostgreSQL parses faster than the driver adapts a list."""
    return f"{{{','.join(time.isoformat() for time in times)}}}"
