"""Reading the record on and on, in the order of its seal: what a copy of it elsewhere is fed from."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import Entry, matching, planned_for_values, storable_time, with_beside
from billing_audit.storage.partitions import first_id

# A step looks at so many events, however few of them match.
STEP: Final = 5000
_SEALED: Final = "SELECT coalesce((SELECT size FROM billing_audit_tree WHERE log = %s), 0)"
# An event stands at an earlier place than one that was recorded before it where that one's transaction ended later.
# Only a transaction that holds a whole step of one log's events would lead past the first of them: none does.
_BEGINS: Final = """
SELECT min(l.place) FROM (
    SELECT id FROM billing_audit_event WHERE organization_id = %s AND id >= %s ORDER BY id LIMIT %s
) e
JOIN LATERAL (SELECT place FROM billing_audit_leaf WHERE event_id = e.id LIMIT 1) l ON true
"""
_GOES_ON: Final = """
SELECT EXISTS (SELECT FROM billing_audit_leaf WHERE log = %s AND place >= %s AND place < %s AND event_id < %s)
"""


@dataclass(frozen=True, slots=True)
class Step:
    """Some events, the place to go on from, and whether there is more already."""

    entries: list[Entry]
    place: int
    has_more: bool


def follow(organization_id: str, filters: Filters, *, with_figures: bool, place: int | None, size: int) -> Step:
    """Return up to ``size`` sealed events of one organization from a place on; from the first where it is None.

    No event is ever put at an earlier place than one that was returned: who goes on from ``Step.place`` misses
    nothing, however late a transaction committed. A step may return fewer events than ``size``, or none, while there
    is more. Three queries; one more for the first step of a range, and for one with an end.
    """
    with planned_for_values(), connection.cursor() as cursor:
        cursor.execute(_SEALED, [organization_id])
        (sealed,) = cursor.fetchone() or (0,)
        if place is None:
            place = 0
            if filters.start is not None:
                cursor.execute(_BEGINS, [organization_id, first_id(storable_time(filters.start)), STEP])
                (begins,) = cursor.fetchone() or (None,)
                place = sealed if begins is None else begins
        end = max(min(sealed, place + STEP), place)
        is_over = end == sealed
        if filters.end is not None and not is_over:
            cursor.execute(_GOES_ON, [organization_id, place, end, first_id(storable_time(filters.end))])
            is_over = cursor.fetchone() == (False,)
        events = matching(organization_id, filters).extra(
            tables=["billing_audit_leaf"],
            where=["billing_audit_leaf.event_id = billing_audit_event.id", "billing_audit_leaf.log = %s",
                   "billing_audit_leaf.place >= %s", "billing_audit_leaf.place < %s"],
            params=[organization_id, place, end],
            order_by=["billing_audit_leaf.place"],
        )  # fmt: skip
        matched = list(events[: size + 1])
    found = with_beside(matched, with_figures)
    following = found[size].place if len(found) > size else None
    if following is not None:
        return Step(found[:size], following, has_more=True)
    return Step(found, end, has_more=not is_over)
