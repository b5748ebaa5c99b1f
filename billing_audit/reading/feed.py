"""Reads sealed events oldest first, in leaf order, so that a copy elsewhere can follow the log without gaps."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import Entry, load_entries, matching, planned_for_values
from billing_audit.storage.partitions import first_id

# One step examines at most this many events, however few of them match the filters.
STEP: Final = 5000
_SEALED: Final = "SELECT coalesce((SELECT size FROM billing_audit_tree WHERE log = %s), 0)"
# Leaf order can differ from id order, because an event whose transaction ends later is sealed later. So a range starts
# at the lowest leaf index among its first STEP events by id. That is too late only if a later event was sealed before
# all of them, which would take a transaction that writes STEP events of one log; none does.
_FIRST_LEAF: Final = """
SELECT min(l.place) FROM (
    SELECT id FROM billing_audit_event WHERE organization_id = %s AND id >= %s ORDER BY id LIMIT %s
) e
JOIN LATERAL (SELECT place FROM billing_audit_leaf WHERE event_id = e.id LIMIT 1) l ON true
"""
_HAS_MORE_BEFORE_END: Final = """
SELECT EXISTS (SELECT FROM billing_audit_leaf WHERE log = %s AND place >= %s AND place < %s AND event_id < %s)
"""


@dataclass(frozen=True, slots=True)
class Step:
    """Some events, the leaf index at which the next step starts, and whether there are more events already."""

    entries: list[Entry]
    next_leaf_index: int
    has_more: bool


def follow(organization_id: str, filters: Filters, *, with_figures: bool, leaf_index: int | None, size: int) -> Step:
    """Return up to ``size`` sealed events of one organization from a leaf index on; None starts at the first one.

    Leaves are only appended, so a reader that continues from ``Step.next_leaf_index`` misses no event, however late its
    transaction committed. A step may return fewer than ``size`` events, or none, although ``has_more`` is true. Three
    queries; one more for the first step of a range, and one more if the range has an end.
    """
    with planned_for_values(), connection.cursor() as cursor:
        cursor.execute(_SEALED, [organization_id])
        (sealed,) = cursor.fetchone() or (0,)
        if leaf_index is None:
            leaf_index = 0
            if filters.start is not None:
                cursor.execute(_FIRST_LEAF, [organization_id, first_id(filters.start), STEP])
                (first_leaf,) = cursor.fetchone() or (None,)
                leaf_index = sealed if first_leaf is None else first_leaf
        end = max(min(sealed, leaf_index + STEP), leaf_index)
        is_over = end == sealed
        if filters.end is not None and not is_over:
            cursor.execute(_HAS_MORE_BEFORE_END, [organization_id, leaf_index, end, first_id(filters.end)])
            is_over = cursor.fetchone() == (False,)
        events = matching(organization_id, filters).extra(
            tables=["billing_audit_leaf"],
            where=["billing_audit_leaf.event_id = billing_audit_event.id", "billing_audit_leaf.log = %s",
                   "billing_audit_leaf.place >= %s", "billing_audit_leaf.place < %s"],
            params=[organization_id, leaf_index, end],
            order_by=["billing_audit_leaf.place"],
        )  # fmt: skip
        matched = list(events[: size + 1])
    entries = load_entries(matched, with_figures)
    next_leaf_index = entries[size].leaf_index if len(entries) > size else None
    if next_leaf_index is not None:
        return Step(entries[:size], next_leaf_index, has_more=True)
    return Step(entries, end, has_more=not is_over)
