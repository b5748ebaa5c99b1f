"""Reading the record: newest first by pages, by exact filters; one event by its id."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from billing_audit.canonical_json import read_body
from billing_audit.event_check import COLUMNS, differences, is_personal_data_right
from billing_audit.event_types import BY_ACTION, FIGURES
from billing_audit.models import AuditEvent
from billing_audit.reading.filters import Filters, actor_of
from billing_audit.record import DENIALS_A_MINUTE
from billing_audit.storage.partitions import first_id

PAGE_SIZE: Final = 50
# Row by row: whatever the planner thinks of the tables, it reads by their indexes.
_BESIDE: Final = """
SELECT ids.id, p.organization_id, p.salt, p.data::text, p.erased_by, l.place, l.hash, r.count
FROM unnest(%s::uuid[]) AS ids (id)
LEFT JOIN LATERAL (SELECT * FROM billing_audit_personal WHERE event_id = ids.id LIMIT 1) p ON true
LEFT JOIN LATERAL (SELECT place, hash FROM billing_audit_leaf WHERE event_id = ids.id LIMIT 1) l ON true
LEFT JOIN LATERAL (SELECT max(count) AS count FROM billing_audit_repeat WHERE first_event_id = ids.id) r ON true
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with what lies beside it.

    ``personal``: names as they were, address, user agent; empty once erased. ``place``: in the order of the seal,
    None until sealed. ``repeats``: identical denials of its minute that were counted and not written. ``altered``: how
    it differs from what was sealed; empty where it does not, as far as the tables themselves can tell. Without
    ``with_figures`` nothing of it says what bills and usage come to.
    """

    event: AuditEvent
    personal: dict[str, str]
    is_erased: bool
    place: int | None
    repeats: int
    altered: tuple[str, ...]
    with_figures: bool

    @property
    def withheld(self) -> list[str]:
        """The fields that whoever reads this may not see."""
        return [] if self.with_figures else sorted(FIGURES & {*self.event.changes, *self.event.details})

    @property
    def changes(self) -> dict[str, list[Any]]:
        """What changed: {field: [before, after]}."""
        return {name: pair for name, pair in self.event.changes.items() if name not in self.withheld}

    @property
    def details(self) -> dict[str, Any]:
        """What the event says besides."""
        return {name: value for name, value in self.event.details.items() if name not in self.withheld}

    @property
    def body(self) -> str:
        """The event as it is sealed; empty where some of it is withheld."""
        return "" if self.withheld else self.event.body

    @property
    def title(self) -> str:
        """The words for the action."""
        event_type = BY_ACTION.get(self.event.action)
        return event_type.title if event_type else self.event.action

    @property
    def actor(self) -> str:
        """The actor as the filter takes it."""
        return f"{self.event.actor_kind}:{self.event.actor_id}"

    @property
    def actor_kind(self) -> str:
        """What kind of actor it was, in words."""
        return kind_in_words(self.event.actor_kind)

    @property
    def actor_name(self) -> str:
        """The actor's name as it was; the id where there is none any more."""
        return self.personal.get("actor_name") or self.event.actor_id or "unknown"

    @property
    def target_kind(self) -> str:
        """What kind of thing was acted on, in words."""
        return kind_in_words(self.event.target_kind)

    @property
    def target_name(self) -> str:
        """Its name as it was; the id where there is none any more."""
        return self.personal.get("target_name") or self.event.target_id

    @property
    def address(self) -> str:
        """Where the request came from."""
        return self.personal.get("address", "")

    @property
    def shown_changes(self) -> list[tuple[str, str, str]]:
        """What changed, in words: field, before, after."""
        pairs = [(name, pair) for name, pair in self.changes.items() if pair[0] != pair[1]]
        return [(name, shown(was), shown(now)) for name, (was, now) in pairs]

    @property
    def shown_details(self) -> list[tuple[str, str]]:
        """The details, in words."""
        return [(name, shown(value)) for name, value in self.details.items()]


@contextmanager
def planned_for_values() -> Iterator[None]:
    """Let statements inside be planned for their values, and read row by row what they join.

    What is repeated gets a plan for any value otherwise, which reads a whole log for a rare one: measured, 59 ms in
    place of 0.8 at 100,000 events, and growing with them. A hash join reads whole partitions for a page.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")
        cursor.execute("SET LOCAL enable_hashjoin = off")
        yield


def page(
    organization_id: str,
    filters: Filters,
    *,
    with_figures: bool,
    before: uuid.UUID | None = None,
    size: int = PAGE_SIZE,
) -> tuple[list[Entry], uuid.UUID | None]:
    """Return up to ``size`` events of one organization (by public id), newest first, and the place of the next page.

    Keyset on the id: no COUNT, no OFFSET. Two queries whatever the size of the log.
    """
    with planned_for_values():
        found = list(_newest(organization_id, filters, before, size + 1))
    shown_here = found[:size]
    return with_beside(shown_here, with_figures), (shown_here[-1].id if len(found) > size else None)


def entry(organization_id: str, event_id: uuid.UUID, *, with_figures: bool) -> Entry | None:
    """Return one event of an organization. Two queries."""
    found = AuditEvent.objects.filter(organization_id=organization_id, pk=event_id)
    return next(iter(with_beside(list(found), with_figures)), None)


def kind_in_words(kind: str) -> str:
    """Return a kind of actor or target as a person reads it."""
    return kind.replace("_", " ").replace("api ", "API ")


def shown(value: Any) -> str:
    """Return a value of an event in words."""
    if value is None or value == []:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _newest(organization_id: str, filters: Filters, before: uuid.UUID | None, size: int) -> QuerySet[AuditEvent]:
    events = matching(organization_id, replace(filters, key=""))
    if before is not None:
        events = events.filter(id__lt=before)
    if not filters.key:
        return events.order_by("-id")[:size]
    # As actor, as target: each by its own index.
    acted, was_acted_on = _roles(filters.key)
    one, other = (events.filter(role).order_by("-id")[:size] for role in (acted, was_acted_on & ~acted))
    return one.union(other, all=True).order_by("-id")[:size]


def _roles(key: str) -> tuple[Q, Q]:
    return Q(actor_kind="api_key", actor_id=key), Q(target_kind="api_key", target_id=key)


def matching(organization_id: str, filters: Filters) -> QuerySet[AuditEvent]:
    """Return an organization's events that the filters let through, in no order."""
    events = AuditEvent.objects.filter(organization_id=organization_id)
    columns = {"action": filters.action, "outcome": filters.outcome, "reason_code": filters.reason,
               "request_id": filters.request_id}  # fmt: skip
    events = events.filter(**{name: value for name, value in columns.items() if value})
    if filters.actor:
        kind, name = actor_of(filters)
        events = events.filter(actor_kind=kind, actor_id=name)
    if filters.key:
        acted, was_acted_on = _roles(filters.key)
        events = events.filter(acted | was_acted_on)
    # The time is the id's: what the log is ordered by.
    if filters.start is not None:
        events = events.filter(id__gte=first_id(storable_time(filters.start)))
    if filters.end is not None:
        events = events.filter(id__lt=first_id(storable_time(filters.end)))
    if filters.address:
        events = events.extra(
            tables=["billing_audit_personal"],
            where=["billing_audit_personal.event_id = billing_audit_event.id",
                   "billing_audit_personal.organization_id = %s", "(billing_audit_personal.data ->> 'address') = %s"],
            params=[organization_id, filters.address],
        )  # fmt: skip
    return events


def storable_time(instant: datetime) -> datetime:
    """Return a time that ids can begin with: they begin with 1970."""
    return max(instant, datetime.fromisoformat("1970-01-01T00:00:00+00:00"))


def with_beside(events: list[AuditEvent], with_figures: bool) -> list[Entry]:
    """Return events with what lies beside them. One query, none for no event."""
    if not events:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_BESIDE, [[event.pk for event in events]])
        beside = {row[0]: row[1:] for row in cursor.fetchall()}
    entries = []
    for event in events:
        *personal, place, leaf, count = beside[event.pk]
        altered = [each.text for each in differences(
            event.body, event.content, leaf=bytes(leaf) if leaf else None, columns=_columns(event),
            organization_id=event.organization_id,
        )]  # fmt: skip
        if not is_personal_data_right(event.content, *personal):
            altered.append("its personal data is not what it was")
        repeats = max((count or 0) - DENIALS_A_MINUTE, 0)
        _, _, data, erased_by = personal
        is_erased = erased_by is not None
        shown = {} if is_erased else read_body(data or "")
        entries.append(Entry(event, shown, is_erased, place, repeats, tuple(altered), with_figures))
    return entries


def _columns(event: AuditEvent) -> list[Any]:
    columns = {name: getattr(event, name) for name in COLUMNS}
    recorded_at = f"{event.recorded_at:%Y-%m-%dT%H:%M:%S.%fZ}"
    return list((columns | {"id": str(event.id), "recorded_at": recorded_at}).values())
