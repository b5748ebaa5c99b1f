"""Summaries: usage by bucket and group, from rollups where there are any, exact to the last digit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.buckets import DAY, MAX_BUCKETS, Ranges, TooManyBuckets, bucket_edges, runs_alone, sources
from billing_access.billing.head import HEAD_COLUMNS, HEAD_FROM, HEAD_WIDTH, Head

# The rest (`is_other`) is one of them.
MAX_GROUPS: Final = 100
MAX_GROUPS_OF_ALL: Final = 5000
# Days of the zone's calendar that a range may have: with rollups, and where the runs themselves are summed.
MAX_DAYS: Final = 366
MAX_DAYS_OF_RUNS: Final = 31
TAG: Final = "tag:"
COLUMNS: Final = ("run_type", "status")
MAX_GROUPINGS: Final = 2

# One value is a text, which sorts and joins several times as fast as an array; null is one too, and sorts last.
_NO_VALUE: Final = "1"
_ONE_VALUE: Final = f"coalesce('0' || ({{}}), '{_NO_VALUE}')"
# OFFSET 0: each range is looked up by itself. A plan for any values would read all rows and then look for the ranges'.
_ROLLUP: Final = """
SELECT u.bucket_start, {values}, u.total_cost_usd, u.run_count, u.unpriced_run_count,
       u.accruing_run_count, u.llm_tokens_in, u.llm_tokens_out
FROM unnest(%({name}_starts)s::timestamptz[], %({name}_ends)s::timestamptz[]) x(first, last)
CROSS JOIN LATERAL (SELECT * FROM {table}
    WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar
      AND bucket_start >= x.first AND bucket_start < x.last OFFSET 0) u"""
_RUNS: Final = """
SELECT r.started_at, {values}, coalesce(r.total_cost_usd, 0), 1, (r.cost_status = 'unpriced')::int,
       (r.cost_status = 'accruing')::int, coalesce(r.llm_tokens_in, 0), coalesce(r.llm_tokens_out, 0)
FROM unnest(%(run_starts)s::timestamptz[], %(run_ends)s::timestamptz[]) x(first, last)
CROSS JOIN LATERAL (SELECT * FROM billing_run
    WHERE organization_id = %(organization)s::bigint AND started_at >= x.first AND started_at < x.last OFFSET 0) r"""
# A day that an edge cuts: whole, in the bucket of its larger part; its smaller part is taken out there and put into its
# own. Some twenty quarter hours for each day in place of all 96.
_CUT_DAYS: Final = """
SELECT x.at, {values}, u.total_cost_usd, u.run_count, u.unpriced_run_count,
       u.accruing_run_count, u.llm_tokens_in, u.llm_tokens_out
FROM unnest(%(cut_days)s::timestamptz[], %(cut_ats)s::timestamptz[]) x(day, at)
CROSS JOIN LATERAL (SELECT * FROM billing_usage_day
    WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar AND bucket_start = x.day
    OFFSET 0) u
UNION ALL
SELECT p.at, p.value, -cost, -runs, -unpriced, -accruing, -tokens_in, -tokens_out FROM part p
UNION ALL
SELECT p.first, p.value, cost, runs, unpriced, accruing, tokens_in, tokens_out FROM part p"""
_PARTS: Final = """, part AS MATERIALIZED (
    SELECT x.at, x.first, {values} AS value, sum(u.total_cost_usd) AS cost, sum(u.run_count) AS runs,
           sum(u.unpriced_run_count) AS unpriced, sum(u.accruing_run_count) AS accruing,
           sum(u.llm_tokens_in) AS tokens_in, sum(u.llm_tokens_out) AS tokens_out
    FROM unnest(%(cut_ats)s::timestamptz[], %(cut_starts)s::timestamptz[], %(cut_ends)s::timestamptz[])
        x(at, first, last)
    CROSS JOIN LATERAL (SELECT * FROM billing_usage_quarter_hour
        WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar
          AND bucket_start >= x.first AND bucket_start < x.last OFFSET 0) u
    GROUP BY 1, 2, 3
)"""
_SUMS: Final = """sum(cost) AS cost, sum(runs) AS runs, sum(unpriced) AS unpriced, sum(accruing) AS accruing,
           sum(tokens_in) AS tokens_in, sum(tokens_out) AS tokens_out"""
# A cell is the runs of one bucket with one value. Where each rollup row is one already, nothing is summed.
_CELL_OF_MANY: Final = f"""
    SELECT width_bucket(at, %(edges)s::timestamptz[]) AS bucket, value, {_SUMS}
    FROM piece GROUP BY 1, 2 HAVING sum(runs) > 0"""  # noqa: S608 (constants only)
_CELL_OF_ONE: Final = """
    SELECT width_bucket(at, %(edges)s::timestamptz[]) AS bucket, value, cost, runs, unpriced, accruing,
           tokens_in, tokens_out
    FROM piece WHERE runs > 0"""
_ALL_SHOWN: Final = """
    SELECT bucket, false AS is_other, value, cost, runs, unpriced, accruing, tokens_in, tokens_out FROM cell"""
# Groups are ranked by their cost in the whole range, so every bucket shows the same ones and one rest.
_RANKED_SHOWN: Final = f"""
    WITH ranked AS (
        SELECT value, row_number() OVER (ORDER BY sum(cost) DESC, sum(runs) DESC, value) AS place,
               count(*) OVER () AS places
        FROM cell GROUP BY value
    ), placed AS (
        SELECT c.*, r.places > %(groups)s::int AND r.place >= %(groups)s::int AS is_other
        FROM cell c JOIN ranked r ON r.value = c.value
    )
    SELECT bucket, false AS is_other, value, cost, runs, unpriced, accruing, tokens_in, tokens_out
    FROM placed WHERE NOT is_other
    UNION ALL
    SELECT bucket, true, NULL, {_SUMS} FROM placed WHERE is_other GROUP BY bucket"""  # noqa: S608 (constants only)
# The head is a row of its own, the first, and null in the others: repeated, it would cost more than all else.
_SUMMARY: Final = f"""
WITH head AS MATERIALIZED (
    SELECT {HEAD_COLUMNS} FROM {HEAD_FROM}
){{parts}}, piece(at, value, cost, runs, unpriced, accruing, tokens_in, tokens_out) AS ({{pieces}}
), cell AS ({{cell}}
), shown AS ({{shown}}
)
SELECT h.*, s.*
FROM (SELECT h.*, ARRAY(SELECT key FROM billing_registered_tag WHERE organization_id = %(organization)s::bigint
                  AND ready_at IS NOT NULL ORDER BY key)::text[],
       ARRAY(SELECT key FROM billing_registered_tag WHERE organization_id = %(organization)s::bigint
             AND ready_at IS NULL)::text[]
      FROM head h) h
FULL JOIN shown s ON false ORDER BY s.bucket NULLS FIRST, s.is_other, s.cost DESC, s.value
"""  # noqa: S608 (constants only)


class RangeTooWide(ValueError):
    """More than can be summed at once; the message says how much can."""


class UnregisteredTag(ValueError):
    """A tag that no rollup can be read for; ``registered`` are those that can, ``is_filling`` says that it will be."""

    def __init__(self, key: str, registered: list[str], is_filling: bool) -> None:
        super().__init__(key)
        self.key, self.registered, self.is_filling = key, registered, is_filling


@dataclass(frozen=True, slots=True)
class SummaryQuery:
    """Usage of ``[start, end)`` by ``bucket`` in ``zone``.

    ``group_by``: at most two of ``tag:<key>`` (a registered tag), ``run_type`` and ``status``.
    """

    start: datetime
    end: datetime
    bucket: str
    zone: ZoneInfo
    group_by: tuple[str, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag keys that it groups by."""
        return tuple(each.removeprefix(TAG) for each in self.group_by if each.startswith(TAG))

    @property
    def has_rollup(self) -> bool:
        """Whether a rollup is kept for it: no grouping, or one tag."""
        return not self.group_by or (len(self.group_by) == len(self.tags) == 1)


@dataclass(frozen=True, slots=True)
class Sums:
    """What some runs come to; cost in US dollars. Unknown token counts add nothing."""

    total_cost_usd: Decimal
    run_count: int
    unpriced_run_count: int
    accruing_run_count: int
    llm_tokens_in: int
    llm_tokens_out: int


@dataclass(frozen=True, slots=True)
class Group:
    """The runs of one bucket with these values of the grouping, in its order; None is without the tag.

    ``is_other``: all the groups that are not shown by themselves; ``values`` is None then.
    """

    values: tuple[str | None, ...] | None
    sums: Sums

    @property
    def is_other(self) -> bool:
        """Whether it is the rest."""
        return self.values is None


@dataclass(frozen=True, slots=True)
class Bucket:
    """One bucket. ``is_final``: the feed is complete to its end, and no run in it accrues."""

    start: datetime
    end: datetime
    is_final: bool
    groups: list[Group]


@dataclass(frozen=True, slots=True)
class Summary:
    """Every bucket of the range, empty ones too, dearest groups first; ``totals`` sums them.

    Without a grouping each bucket has one group, with no values. ``registered`` are the tags that can be grouped by,
    ``filling`` those that will be.
    """

    head: Head
    buckets: list[Bucket]
    totals: Sums
    registered: tuple[str, ...]
    filling: tuple[str, ...]


NOTHING: Final = Sums(Decimal(0), 0, 0, 0, 0, 0)


def read_summary(grant: Grant, query: SummaryQuery) -> Summary:
    """Read a summary of the grant's organization in one SELECT.

    Raises RangeTooWide and UnregisteredTag.
    """
    edges = summary_edges(query)
    statement, parameters = summary_statement(grant.organization_pk, query, edges)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows = cursor.fetchall()
    head = Head(*rows[0][:HEAD_WIDTH])
    registered, filling = rows[0][HEAD_WIDTH : HEAD_WIDTH + 2]
    for key in query.tags:
        if key not in registered:
            raise UnregisteredTag(key, registered, key in filling)
    groups: list[list[Group]] = [[] for _ in edges[1:]]
    for row in rows[1:]:
        bucket, is_other, values, cost, *counts = row[HEAD_WIDTH + 2 :]
        groups[bucket - 1].append(Group(None if is_other else _values(values), Sums(cost, *map(int, counts))))
    if not query.group_by:
        groups = [each or [Group((), NOTHING)] for each in groups]
    buckets = [
        Bucket(start, end, _is_final(end, head.usage_through, each), each)
        for (start, end), each in zip(pairwise(edges), groups, strict=True)
    ]
    totals = total([group.sums for each in groups for group in each])
    return Summary(head, buckets, totals, tuple(registered), tuple(filling))


def summary_edges(query: SummaryQuery) -> list[datetime]:
    """Return the edges of the query's buckets. Raises RangeTooWide."""
    days = MAX_DAYS if query.has_rollup else MAX_DAYS_OF_RUNS
    try:
        # Compared as the zone's clock shows them: a year of it may be an hour longer than 366 times 24.
        start, end = (time.astimezone(query.zone).replace(tzinfo=None) for time in (query.start, query.end))
        if end - start > timedelta(days=days):
            why = "" if query.has_rollup else " when grouped by run_type, status or two keys"
            raise RangeTooWide(f"A summary covers {days} days at most{why}.")
        return bucket_edges(query.start, query.end, query.bucket, query.zone)
    except TooManyBuckets:
        raise RangeTooWide(f"The range has more than {MAX_BUCKETS:,} buckets of one {query.bucket}.") from None
    except OverflowError:
        raise RangeTooWide("The range reaches beyond the years 1 to 9999.") from None


def summary_statement(
    organization_pk: int, query: SummaryQuery, edges: Sequence[datetime]
) -> tuple[str, dict[str, Any]]:
    """Return the summary's statement and its parameters, for buckets with these edges."""
    source = sources(edges) if query.has_rollup else runs_alone(edges)
    value = _ONE_VALUE.format("u.tag_value") if query.group_by else "'{}'::text[]"
    parameters: dict[str, Any] = {
        "organization": organization_pk,
        # As text: the driver takes longer to write an array of times than the database to read it.
        "edges": f"{{{','.join(edge.isoformat() for edge in edges[:-1])}}}",
        "tag_key": query.tags[0] if query.has_rollup and query.group_by else "",
        "groups": MAX_GROUPS if query.bucket != "none" else MAX_GROUPS_OF_ALL,
    }
    pieces = []
    for name, table, ranges in (
        ("day", "billing_usage_day", source.days),
        ("quarter", "billing_usage_quarter_hour", source.quarter_hours),
    ):
        if ranges.starts:
            pieces.append(_ROLLUP.format(name=name, table=table, values=value))
            parameters |= _bounds(name, ranges)
    if source.cuts:
        pieces.append(_CUT_DAYS.format(values=value))
        parameters |= {
            "cut_days": [cut.day for cut in source.cuts],
            "cut_ats": [cut.at for cut in source.cuts],
            "cut_starts": [cut.start for cut in source.cuts],
            "cut_ends": [cut.end for cut in source.cuts],
        }
    if source.runs.starts or not pieces:
        pieces.append(_RUNS.format(values=_run_values(query, parameters)))
        parameters |= _bounds("run", source.runs)
    is_one_row_each = source.days.starts and len(pieces) == 1 and all(b - a == DAY for a, b in pairwise(edges))
    return _SUMMARY.format(
        parts=_PARTS.format(values=value) if source.cuts else "",
        pieces="\nUNION ALL".join(pieces),
        cell=_CELL_OF_ONE if is_one_row_each else _CELL_OF_MANY,
        shown=_RANKED_SHOWN if query.group_by else _ALL_SHOWN,
    ), parameters


def _run_values(query: SummaryQuery, parameters: dict[str, Any]) -> str:
    values = []
    for number, each in enumerate(query.group_by):
        if each in COLUMNS:
            values.append(f"r.{each}")
        else:
            parameters[f"group_{number}"] = each.removeprefix(TAG)
            values.append(f"r.tags ->> %(group_{number})s::text")
    return _ONE_VALUE.format(values[0]) if len(values) == 1 else f"ARRAY[{', '.join(values)}]::text[]"


def _values(value: Any) -> tuple[str | None, ...]:
    """Return a group's values as the statement has them: a list, or one text as ``_ONE_VALUE`` makes it."""
    return (None if value == _NO_VALUE else value[1:],) if isinstance(value, str) else tuple(value)


def _bounds(name: str, ranges: Ranges) -> dict[str, Any]:
    return {f"{name}_starts": list(ranges.starts), f"{name}_ends": list(ranges.ends)}


def _is_final(end: datetime, usage_through: datetime | None, groups: list[Group]) -> bool:
    complete = usage_through is not None and end <= usage_through
    return complete and not any(group.sums.accruing_run_count for group in groups)


def total(every: Sequence[Sums]) -> Sums:
    """Add sums up."""
    counts = ("run_count", "unpriced_run_count", "accruing_run_count", "llm_tokens_in", "llm_tokens_out")
    cost = sum((each.total_cost_usd for each in every), Decimal(0))
    return Sums(cost, *(sum(getattr(each, name) for each in every) for name in counts))
