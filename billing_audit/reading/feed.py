"""Reads sealed events oldest first, in leaf order, so that a copy elsewhere can follow the log without gaps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import Entry, load_entries, matching, planned_for_values
from billing_audit.storage.partitions import first_id
from billing_audit.transparency.log_names import number_of

# One step examines at most this many events, however few of them match the filters.
STEP: Final = 5000
_SEALED: Final = """
SELECT log, size FROM billing_audit_tree WHERE split_part(log, '#', 1) = %s ORDER BY length(log), log
"""
# Leaf order can differ from id order, because an event whose transaction ends later is sealed later. So a range starts
# at the lowest leaf index among its first STEP events by id. That is too late only if a later event was sealed before
# all of them, which would take a transaction that writes STEP events of one log; none does.
_FIRST_LEAF: Final = """
SELECT l.log, min(l.place) FROM (
    SELECT id FROM billing_audit_event WHERE {of_log} AND id >= %s ORDER BY id LIMIT %s
) e
JOIN LATERAL (SELECT log, place FROM billing_audit_leaf WHERE event_id = e.id LIMIT 1) l ON true
GROUP BY l.log ORDER BY length(l.log), l.log LIMIT 1
"""
_HAS_MORE_BEFORE_END: Final = """
SELECT EXISTS (SELECT FROM billing_audit_leaf WHERE log = %s AND place >= %s AND place < %s AND event_id < %s)
"""


class LeavesLost(LookupError):
    """The reader has seen leaves that a restore lost, so that it cannot go on from them."""


@dataclass(frozen=True, slots=True)
class Step:
    """Some events, the log and leaf index at which the next step starts, and whether there are more events already.

    ``log`` is a name of the organization's log (``transparency.log_names``).
    """

    entries: list[Entry]
    next_leaf_index: int
    has_more: bool
    log: str


def follow(
    organization_id: str,
    filters: Filters,
    *,
    with_figures: bool,
    leaf_index: int | None,
    size: int,
    log: str | None = None,
) -> Step:
    """Return up to ``size`` sealed events of one organization from a leaf index on; None starts at the first one.

    Leaves are only appended, so a reader that continues from ``Step.next_leaf_index`` misses no event, however late its
    transaction committed. A step may return fewer than ``size`` events, or none, although ``has_more`` is true. ``log``
    is the ``Step.log`` of the step before, None for the log's first name. Raises LeavesLost. Three queries; one more
    for the first step of a range, and one more if the range has an end.
    """
    log = log or organization_id
    with planned_for_values(), connection.cursor() as cursor:
        cursor.execute(_SEALED, [organization_id])
        sizes: dict[str, int] = dict(cursor.fetchall())
        if leaf_index is None:
            leaf_index = 0
            if filters.start is not None:
                newest = next(reversed(sizes.items()), (log, 0))
                log, leaf_index = first_leaf(organization_id, filters.start) or newest
        sealed, later = sizes.get(log, 0), [name for name in sizes if number_of(name) > number_of(log)]
        if later and leaf_index > sealed:
            raise LeavesLost(f"{log} has {sealed} leaves since a restore, and not {leaf_index}")
        end = max(min(sealed, leaf_index + STEP), leaf_index)
        is_over = end == sealed
        if filters.end is not None and not is_over:
            cursor.execute(_HAS_MORE_BEFORE_END, [log, leaf_index, end, first_id(filters.end)])
            is_over = cursor.fetchone() == (False,)
        events = matching(organization_id, filters).extra(
            tables=["billing_audit_leaf"],
            where=["billing_audit_leaf.event_id = billing_audit_event.id", "billing_audit_leaf.log = %s",
                   "billing_audit_leaf.place >= %s", "billing_audit_leaf.place < %s"],
            params=[log, leaf_index, end],
            order_by=["billing_audit_leaf.place"],
        )  # fmt: skip
        matched = list(events[: size + 1])
    entries = load_entries(matched, with_figures)
    next_leaf_index = entries[size].leaf_index if len(entries) > size else None
    if next_leaf_index is not None:
        return Step(entries[:size], next_leaf_index, has_more=True, log=log)
    if later and end == sealed:
        return Step(entries, 0, has_more=True, log=later[0])
    return Step(entries, end, has_more=not is_over, log=log)


def first_leaf(organization_id: str | None, since: datetime) -> tuple[str, int] | None:
    """Return the log's name and the leaf index from which on all events since this time are; None if there are none.

    None as the organization is the platform's own log. One query; call it inside ``planned_for_values``.
    """
    of_log, parameters = (
        ("organization_id = %s", [organization_id]) if organization_id else ("organization_id IS NULL", [])
    )
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_LEAF.format(of_log=of_log), [*parameters, first_id(since), STEP])
        found: tuple[str, int] | None = cursor.fetchone()
    return found
