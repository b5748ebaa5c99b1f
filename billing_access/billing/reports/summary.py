"""Summarizes usage by bucket and group, from rollups if there are any; sums are exact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, NamedTuple

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import AccountSnapshot, parse_snapshot
from billing_access.billing.reports.summary_query import RangeTooWide, SummaryQuery, UnregisteredTag, summary_edges
from billing_access.billing.reports.summary_sql import FIELDS, MORE_COLUMNS, ROLLUPS, RUNS, summary_statement
from billing_access.billing.rollups import Sums


class Group(NamedTuple):
    """The sums of the runs in one bucket with these values, in the order of ``group_by``.

    A value of None means that the runs lack the tag. ``values`` is None for the group of all runs beyond the largest
    groups (``is_other``).
    """

    values: tuple[str | None, ...] | None
    sums: Sums

    @property
    def is_other(self) -> bool:
        """Whether this group sums all the groups that are not listed."""
        return self.values is None


class Bucket(NamedTuple):
    """One bucket. ``is_final``: the feed is complete until its end, and no run in it is accruing."""

    start: datetime
    end: datetime
    is_final: bool
    groups: list[Group]


@dataclass(frozen=True, slots=True)
class Summary:
    """Every bucket of the range, also empty ones, with the most expensive groups first; ``totals`` are their sums.

    Without a grouping each bucket has one group, without values. ``registered`` are the tags that can be grouped by,
    ``backfilling`` those that cannot be yet.
    """

    snapshot: AccountSnapshot
    buckets: list[Bucket]
    totals: Sums
    registered: tuple[str, ...]
    backfilling: tuple[str, ...]


_TOO_MANY: Final = {
    RUNS: "It has more than {:,} runs, which is the most that a summary by these keys adds up.",
    ROLLUPS: "The tag has more values in it than a summary adds up, counted on each day.",
}
NOTHING: Final = Sums(Decimal(0), *(0 for _ in Sums._fields[1:]))


def read_summary(grant: Grant, query: SummaryQuery) -> Summary:
    """Read a summary of the grant's organization in one SELECT.

    Raises RangeTooWide and UnregisteredTag.
    """
    edges = summary_edges(query)
    statement, parameters = summary_statement(grant.organization_pk, query, edges)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows = cursor.fetchall()
    (encoded,) = (cells for is_other, _, cells in rows if is_other is None)
    snapshot, more = parse_snapshot(encoded, MORE_COLUMNS)
    registered, backfilling = more["registered"], more["backfilling"]
    for key in query.tags:
        if key not in registered:
            raise UnregisteredTag(key, registered, key in backfilling)
    if more["too_many"] is not None:
        raise RangeTooWide(_TOO_MANY[more["too_many"]].format(query.max_runs))
    groups, totals = _groups(rows, len(edges) - 1)
    if not query.group_by:
        groups = [each or [Group((), NOTHING)] for each in groups]
    buckets = [
        Bucket(start, end, _is_final(end, snapshot.usage_through, each), each)
        for (start, end), each in zip(pairwise(edges), groups, strict=True)
    ]
    return Summary(snapshot, buckets, totals, tuple(registered), tuple(backfilling))


def _groups(rows: Sequence[tuple[bool | None, Any, str]], buckets: int) -> tuple[list[list[Group]], Sums]:
    """Return each bucket's groups, by cost from the highest, then by values, `is_other` last; and the totals."""
    groups: list[list[Group]] = [[] for _ in range(buckets)]
    named = [(_values(value), cells) for is_other, value, cells in rows if is_other is False]
    sums = [_add(groups, values, cells) for values, cells in sorted(named, key=_sort_key)]
    for each in groups:
        each.sort(key=_cost, reverse=True)
    sums += [_add(groups, None, cells) for is_other, _, cells in rows if is_other]
    return groups, total(sums)


def _add(groups: list[list[Group]], values: tuple[str | None, ...] | None, cells: str) -> Sums:
    """Parse the cells of one group into its buckets; return their sums."""
    fields = cells.split(" ")
    texts = {name: fields[n :: len(FIELDS)] for n, name in enumerate(FIELDS)}
    columns: list[list[Any]] = [
        list(map(Decimal if name == "total_cost_usd" else int, texts[name])) for name in Sums._fields
    ]
    for index, sums in zip(texts["bucket_index"], map(Sums, *columns), strict=True):
        groups[int(index)].append(Group(values, sums))
    return Sums(*(sum(column) for column in columns))


def _values(value: str | list[str | None] | None) -> tuple[str | None, ...]:
    """Return a group's values, which the statement returns as a list, or alone if the grouping has one key."""
    return tuple(value) if isinstance(value, list) else (value,)


def _sort_key(row: tuple[tuple[str | None, ...], str]) -> list[tuple[bool, str | None]]:
    """Order by the values, with None after all others."""
    return [(value is None, value) for value in row[0]]


def _cost(group: Group) -> Decimal:
    return group.sums.total_cost_usd


def _is_final(end: datetime, usage_through: datetime | None, groups: list[Group]) -> bool:
    complete = usage_through is not None and end <= usage_through
    return complete and not any(group.sums.accruing_run_count for group in groups)


def total(every: Sequence[Sums]) -> Sums:
    """Return the sums of these sums."""
    columns: list[tuple[Any, ...]] = list(zip(*every, strict=True))
    return Sums(*(sum(column) for column in columns)) if every else NOTHING
