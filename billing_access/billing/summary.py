"""Summaries: usage by bucket and group, from rollups where there are any, exact to the last digit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.buckets import DAY, MAX_BUCKETS, Ranges, TooManyBuckets, bucket_edges, runs_alone, sources
from billing_access.billing.head import HEAD_COLUMNS, HEAD_FROM, HEAD_NAMES, HEAD_TEXT, Head, parse_head

# The rest (`is_other`) is one of them.
MAX_GROUPS: Final = 100
MAX_GROUPS_OF_ALL: Final = 5000
# Days of the zone's calendar that a range may have: with rollups, and where the runs themselves are summed.
MAX_DAYS: Final = 366
MAX_DAYS_OF_RUNS: Final = 31
TAG: Final = "tag:"
COLUMNS: Final = ("run_type", "status")
MAX_GROUPINGS: Final = 2

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
# A cell is the runs of one bucket with one value. Where each rollup row is one already, nothing is summed, and its
# bucket is counted off, which takes no list of edges; to read it again costs no more than to keep it.
_CELL_OF_MANY: Final = f"""AS MATERIALIZED (
    SELECT width_bucket(at, %(edges)s::timestamptz[]) - 1 AS place, value, {_SUMS}
    FROM piece GROUP BY 1, 2 HAVING sum(runs) > 0)"""  # noqa: S608 (constants only)
_CELL_OF_ONE: Final = """AS NOT MATERIALIZED (
    SELECT date_part('day', at - %(first)s::timestamptz)::int AS place, value, cost, runs, unpriced, accruing,
           tokens_in, tokens_out
    FROM piece WHERE runs > 0)"""
# All cells of a value are one text of numbers: 22,000 cells of eight columns take the driver ten times as long.
_FIELDS: Final = ("place", "cost", "runs", "unpriced", "accruing", "tokens_in", "tokens_out")
_CELLS: Final = f"string_agg(concat_ws(' ', {', '.join(_FIELDS)}), ' ')"
_ALL: Final = f"""
SELECT false, '{{}}'::text[], {_CELLS} FROM cell HAVING count(*) > 0"""  # noqa: S608 (constants only)
# Groups are ranked by their cost in the whole range, so every bucket shows the same ones and one rest. With few values
# there is no rest, and nothing to rank. More cells than buckets times groups have more values than groups, so that no
# more cells need to be seen to tell.
_GROUPED: Final = f"""
SELECT false, value, cells FROM seen WHERE (SELECT few FROM extent)
UNION ALL
(WITH placed AS (
    SELECT c.*, {{key}} NOT IN (
        SELECT {{key}} FROM cell c GROUP BY c.value ORDER BY sum(cost) DESC, sum(runs) DESC, c.value
        LIMIT %(groups)s::int - 1) AS is_other
    FROM cell c WHERE (SELECT NOT few FROM extent)
)
SELECT false, value, {_CELLS} FROM placed WHERE NOT is_other GROUP BY value
UNION ALL
SELECT true, {{none}}, {_CELLS}
FROM (SELECT place, {_SUMS} FROM placed WHERE is_other GROUP BY place) rest HAVING count(*) > 0)"""  # noqa: S608
_SEEN: Final = f""", seen AS MATERIALIZED (
    SELECT value, {_CELLS} AS cells FROM (SELECT * FROM cell LIMIT %(enough)s::bigint) c GROUP BY value
), extent AS MATERIALIZED (
    SELECT count(*) <= %(groups)s::int AS few FROM seen
)"""  # noqa: S608 (constants only)
_SUMMARY_HEAD: Final = HEAD_TEXT.format(
    more=""",
       (SELECT coalesce(json_agg(key ORDER BY key), '[]') FROM billing_registered_tag
        WHERE organization_id = %(organization)s::bigint AND ready_at IS NOT NULL),
       (SELECT coalesce(json_agg(key), '[]') FROM billing_registered_tag
        WHERE organization_id = %(organization)s::bigint AND ready_at IS NULL)"""
)
# The head, with the registered tags, is a row of its own: the one that is neither the rest nor not.
_SUMMARY: Final = f"""
WITH head AS (
    SELECT {HEAD_COLUMNS} FROM {HEAD_FROM}
){{parts}}, piece(at, value, cost, runs, unpriced, accruing, tokens_in, tokens_out) AS ({{pieces}}
), cell {{cell}}{{seen}}
SELECT NULL::boolean AS is_other, {{none}} AS value, {_SUMMARY_HEAD} AS cells
FROM head h({HEAD_NAMES})
UNION ALL{{shown}}
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


class Sums(NamedTuple):
    """What some runs come to; cost in US dollars. Unknown token counts add nothing."""

    total_cost_usd: Decimal
    run_count: int
    unpriced_run_count: int
    accruing_run_count: int
    llm_tokens_in: int
    llm_tokens_out: int


class Group(NamedTuple):
    """The runs of one bucket with these values of the grouping, in its order; None is without the tag.

    ``is_other``: all the groups that are not shown by themselves; ``values`` is None then.
    """

    values: tuple[str | None, ...] | None
    sums: Sums

    @property
    def is_other(self) -> bool:
        """Whether it is the rest."""
        return self.values is None


class Bucket(NamedTuple):
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
    (said,) = (cells for is_other, _, cells in rows if is_other is None)
    head, (registered, filling) = parse_head(said)
    for key in query.tags:
        if key not in registered:
            raise UnregisteredTag(key, registered, key in filling)
    groups, totals = _groups(rows, len(edges) - 1)
    if not query.group_by:
        groups = [each or [Group((), NOTHING)] for each in groups]
    buckets = [
        Bucket(start, end, _is_final(end, head.usage_through, each), each)
        for (start, end), each in zip(pairwise(edges), groups, strict=True)
    ]
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
    value = "u.tag_value" if query.group_by else "'{}'::text[]"
    parameters: dict[str, Any] = {
        "organization": organization_pk,
        "tag_key": query.tags[0] if query.has_rollup and query.group_by else "",
        "groups": (groups := MAX_GROUPS if query.bucket != "none" else MAX_GROUPS_OF_ALL),
        "enough": groups * (len(edges) - 1) + 1,
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
            "cut_days": _array(cut.day for cut in source.cuts),
            "cut_ats": _array(cut.at for cut in source.cuts),
            "cut_starts": _array(cut.start for cut in source.cuts),
            "cut_ends": _array(cut.end for cut in source.cuts),
        }
    if source.runs.starts or not pieces:
        pieces.append(_RUNS.format(values=_run_values(query, parameters)))
        parameters |= _bounds("run", source.runs)
    if source.days.starts and len(pieces) == 1 and all(b - a == DAY for a, b in pairwise(edges)):
        cell = _CELL_OF_ONE
        parameters["first"] = edges[0]
    else:
        cell = _CELL_OF_MANY
        parameters["edges"] = _array(edges[:-1])
    # Null is no text's equal; in an array it is another's.
    is_text = len(query.group_by) == 1
    key = "coalesce('0' || c.value, '1')" if is_text else "c.value"
    none = "NULL::text" if is_text else "NULL::text[]"
    return _SUMMARY.format(
        parts=_PARTS.format(values=value) if source.cuts else "",
        pieces="\nUNION ALL".join(pieces),
        cell=cell,
        seen=_SEEN if query.group_by else "",
        none=none,
        shown=_GROUPED.format(key=key, none=none) if query.group_by else _ALL,
    ), parameters


def _run_values(query: SummaryQuery, parameters: dict[str, Any]) -> str:
    values = []
    for number, each in enumerate(query.group_by):
        if each in COLUMNS:
            values.append(f"r.{each}")
        else:
            parameters[f"group_{number}"] = each.removeprefix(TAG)
            values.append(f"r.tags ->> %(group_{number})s::text")
    return values[0] if len(values) == 1 else f"ARRAY[{', '.join(values)}]::text[]"


def _groups(rows: Sequence[tuple[bool | None, Any, str]], buckets: int) -> tuple[list[list[Group]], Sums]:
    """Return each bucket's groups, the dearest first, equal ones by their values, the rest last; and their total."""
    groups: list[list[Group]] = [[] for _ in range(buckets)]
    named = [(_values(value), cells) for is_other, value, cells in rows if is_other is False]
    sums = [_add(groups, values, cells) for values, cells in sorted(named, key=_name)]
    for each in groups:
        each.sort(key=_cost, reverse=True)
    sums += [_add(groups, None, cells) for is_other, _, cells in rows if is_other]
    return groups, total(sums)


def _add(groups: list[list[Group]], values: tuple[str | None, ...] | None, cells: str) -> Sums:
    """Add to the buckets the groups of these values, as ``_CELLS`` wrote them; return what they come to."""
    fields = cells.split(" ")
    places, costs, *counts = (fields[n :: len(_FIELDS)] for n in range(len(_FIELDS)))
    columns: list[list[Any]] = [list(map(Decimal, costs)), *(list(map(int, each)) for each in counts)]
    for place, sums in zip(places, map(Sums, *columns), strict=True):
        groups[int(place)].append(Group(values, sums))
    return Sums(*(sum(column) for column in columns))


def _values(value: str | list[str | None] | None) -> tuple[str | None, ...]:
    """Return a group's values as the statement has them: several as a list, one by itself."""
    return tuple(value) if isinstance(value, list) else (value,)


def _name(row: tuple[tuple[str | None, ...], str]) -> list[tuple[bool, str | None]]:
    """Order by the values, none after all."""
    return [(value is None, value) for value in row[0]]


def _cost(group: Group) -> Decimal:
    return group.sums.total_cost_usd


def _bounds(name: str, ranges: Ranges) -> dict[str, Any]:
    return {f"{name}_starts": _array(ranges.starts), f"{name}_ends": _array(ranges.ends)}


def _array(times: Iterable[datetime]) -> str:
    """Return an array of times as text: the driver takes longer to write it than the database to read it."""
    return f"{{{','.join(time.isoformat() for time in times)}}}"


def _is_final(end: datetime, usage_through: datetime | None, groups: list[Group]) -> bool:
    complete = usage_through is not None and end <= usage_through
    return complete and not any(group.sums.accruing_run_count for group in groups)


def total(every: Sequence[Sums]) -> Sums:
    """Add sums up."""
    columns: list[tuple[Any, ...]] = list(zip(*every, strict=True))
    return Sums(*(sum(column) for column in columns)) if every else NOTHING
