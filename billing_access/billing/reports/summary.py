"""Summaries: usage by bucket and group, from rollups where there are any, exact to the last digit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, NamedTuple

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import AccountSnapshot, parse_snapshot
from billing_access.billing.reports.summary_query import SummaryQuery, UnregisteredTag, summary_edges
from billing_access.billing.reports.summary_sql import FIELDS, REGISTERED, summary_statement
from billing_access.billing.rollups import Sums


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

    snapshot: AccountSnapshot
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
    snapshot, tags = parse_snapshot(said, REGISTERED)
    registered, filling = tags["registered"], tags["filling"]
    for key in query.tags:
        if key not in registered:
            raise UnregisteredTag(key, registered, key in filling)
    groups, totals = _groups(rows, len(edges) - 1)
    if not query.group_by:
        groups = [each or [Group((), NOTHING)] for each in groups]
    buckets = [
        Bucket(start, end, _is_final(end, snapshot.usage_through, each), each)
        for (start, end), each in zip(pairwise(edges), groups, strict=True)
    ]
    return Summary(snapshot, buckets, totals, tuple(registered), tuple(filling))


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
    """Add to the buckets the groups of these values, as the statement wrote them; return what they come to."""
    fields = cells.split(" ")
    texts = {name: fields[n :: len(FIELDS)] for n, name in enumerate(FIELDS)}
    columns: list[list[Any]] = [
        list(map(Decimal if name == "total_cost_usd" else int, texts[name])) for name in Sums._fields
    ]
    for place, sums in zip(texts["place"], map(Sums, *columns), strict=True):
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


def _is_final(end: datetime, usage_through: datetime | None, groups: list[Group]) -> bool:
    complete = usage_through is not None and end <= usage_through
    return complete and not any(group.sums.accruing_run_count for group in groups)


def total(every: Sequence[Sums]) -> Sums:
    """Add sums up."""
    columns: list[tuple[Any, ...]] = list(zip(*every, strict=True))
    return Sums(*(sum(column) for column in columns)) if every else NOTHING
