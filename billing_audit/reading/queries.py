"""Reads the audit log: pages of events, newest first, by exact filters; or one event by its id."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db import OperationalError, connection, transaction
from django.db.models import Q, QuerySet
from psycopg.errors import QueryCanceled

from billing_audit.event_parts import KINDS, SQL_COLUMNS, Part, part_faults
from billing_audit.event_types import BY_ACTION
from billing_audit.models import AuditEvent
from billing_audit.reading.filters import Filters
from billing_audit.record import DENIALS_A_MINUTE
from billing_audit.storage.partitions import first_id
from billing_audit.transparency.event_check import COLUMNS, differences

PAGE_SIZE: Final = 50
# LATERAL with LIMIT makes the planner look up each event's rows by index, whatever its statistics say. An event has a
# row for each of its parts; one row more shows one of an unknown kind, which comes last.
_RELATED: Final = f"""
SELECT ids.id, l.log, l.place, l.hash, r.count, p.kind, {SQL_COLUMNS.format("p")}
FROM unnest(%s::uuid[]) AS ids (id)
LEFT JOIN LATERAL (SELECT log, place, hash FROM billing_audit_leaf WHERE event_id = ids.id LIMIT 1) l ON true
LEFT JOIN LATERAL (SELECT max(count) AS count FROM billing_audit_repeat WHERE first_event_id = ids.id) r ON true
LEFT JOIN LATERAL (
    SELECT * FROM billing_audit_part WHERE event_id = ids.id ORDER BY kind NOT IN {KINDS} LIMIT {len(KINDS) + 1}
) p ON true
"""  # noqa: S608 (constants only)


class FiltersTooBroad(Exception):
    """Finding a page of events by these filters takes longer than it may: each matches many, and all hardly any."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with the data about it from other tables.

    ``parts``: those that this reader may see, by kind. ``erased``: the kinds of parts that were erased. ``leaf_index``:
    its index in the Merkle tree of ``log``; both are None until it is sealed. ``repeats``: the number of identical
    denials in its minute, or of deliveries to a webhook in its hour, that were counted and not written. ``altered``:
    how it differs from what was sealed, as far as the database alone can show; empty if it does not differ.
    """

    event: AuditEvent
    parts: dict[str, Part]
    erased: frozenset[str]
    log: str | None
    leaf_index: int | None
    repeats: int
    altered: tuple[str, ...]

    @property
    def withheld(self) -> Sequence[str]:
        """The names of the figures, and of the texts, that this reader may not see."""
        return self.event.withheld

    @property
    def personal(self) -> dict[str, str]:
        """Names at the time of the event, IP address, user agent; empty once erased."""
        return self.event.parts.get("personal", {})

    @property
    def changes(self) -> dict[str, list[Any]]:
        """What changed, as {field: [before, after]}, without withheld fields."""
        return self.event.changes

    @property
    def details(self) -> dict[str, Any]:
        """Facts about the event, without withheld fields."""
        return self.event.details

    @property
    def title(self) -> str:
        event_type = BY_ACTION.get(self.event.action)
        return event_type.title if event_type else self.event.action

    @property
    def actor(self) -> str:
        """The actor as ``kind:id``, the form that the filter takes."""
        return f"{self.event.actor_kind}:{self.event.actor_id}"

    @property
    def actor_kind(self) -> str:
        return _kind_in_words(self.event.actor_kind)

    @property
    def actor_name(self) -> str:
        """The actor's name at the time of the event; the id if the name was erased."""
        return self.personal.get("actor_name") or self.event.actor_id or "unknown"

    @property
    def target_kind(self) -> str:
        return _kind_in_words(self.event.target_kind)

    @property
    def target_name(self) -> str:
        """The target's name at the time of the event; the id if the name was erased."""
        return self.personal.get("target_name") or self.event.target_id

    @property
    def address(self) -> str:
        """The IP address that the request came from; empty if unknown or erased."""
        return self.personal.get("address", "")

    @property
    def shown_changes(self) -> list[tuple[str, str, str]]:
        """The changes as (field, before, after), with values in words."""
        pairs = [(name, pair) for name, pair in self.changes.items() if pair[0] != pair[1]]
        return [(name, _value_in_words(before), _value_in_words(after)) for name, (before, after) in pairs]

    @property
    def shown_details(self) -> list[tuple[str, str]]:
        return [(name, _value_in_words(value)) for name, value in self.details.items()]


@contextmanager
def planned_for_values(within_ms: int | None = None) -> Iterator[None]:
    """Run the statements inside with plans made for their parameters' values, and without hash joins.

    Raises FiltersTooBroad if one takes longer than ``within_ms``; without it the role's own limit holds.

    PostgreSQL plans a repeated prepared statement for any value; for a rare value that plan reads the whole log
    (measured at 100,000 events: 59 ms instead of 0.8). A hash join reads whole partitions for one page.
    """
    limit = "" if within_ms is None else f"; SET LOCAL statement_timeout = {within_ms:d}"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_hashjoin = off{limit}")
            yield
    except OperationalError as error:
        if within_ms is not None and isinstance(error.__cause__, QueryCanceled):
            raise FiltersTooBroad from error
        raise


def page(
    organization_id: str,
    filters: Filters,
    *,
    with_figures: bool,
    before: uuid.UUID | None = None,
    size: int = PAGE_SIZE,
    within_ms: int | None = None,
) -> tuple[list[Entry], uuid.UUID | None]:
    """Return up to ``size`` events of one organization (by public id), newest first, and ``before`` of the next page.

    ``before`` is an event's id: the page starts with the next older event. None as the second value means that there is
    no next page. Two queries, whatever the size of the log: no COUNT, no OFFSET. Raises FiltersTooBroad as
    ``planned_for_values`` does.
    """
    with planned_for_values(within_ms):
        found = list(_newest(organization_id, filters, before, size + 1))
    events = found[:size]
    return load_entries(events, with_figures), (events[-1].id if len(found) > size else None)


def entry(organization_id: str, event_id: uuid.UUID, *, with_figures: bool) -> Entry | None:
    """Return one event of an organization (by public id), None if it has no such event. Two queries."""
    found = AuditEvent.objects.filter(organization_id=organization_id, pk=event_id)
    return next(iter(load_entries(list(found), with_figures)), None)


def _kind_in_words(kind: str) -> str:
    """Return a kind of actor or target in words, such as ``API key``."""
    return kind.replace("_", " ").replace("api ", "API ")


def _value_in_words(value: Any) -> str:
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
    # One query for the key as actor and one for the key as target, because each has an index of its own.
    acted, was_acted_on = _roles(filters.key)
    one, other = (events.filter(role).order_by("-id")[:size] for role in (acted, was_acted_on & ~acted))
    return one.union(other, all=True).order_by("-id")[:size]


def _roles(key: str) -> tuple[Q, Q]:
    return Q(actor_kind="api_key", actor_id=key), Q(target_kind="api_key", target_id=key)


def matching(organization_id: str, filters: Filters) -> QuerySet[AuditEvent]:
    """Return an organization's events that match the filters, unordered."""
    events = AuditEvent.objects.filter(organization_id=organization_id)
    columns = {"action": filters.action, "outcome": filters.outcome, "reason_code": filters.reason,
               "request_id": filters.request_id}  # fmt: skip
    events = events.filter(**{name: value for name, value in columns.items() if value})
    if filters.actor:
        kind, _, actor_id = filters.actor.partition(":")
        events = events.filter(actor_kind=kind, actor_id=actor_id)
    if filters.key:
        acted, was_acted_on = _roles(filters.key)
        events = events.filter(acted | was_acted_on)
    # Times are compared with the time in the id, because the log is ordered by id.
    if filters.start is not None:
        events = events.filter(id__gte=first_id(filters.start))
    if filters.end is not None:
        events = events.filter(id__lt=first_id(filters.end))
    if filters.address:
        events = events.extra(
            tables=["billing_audit_part"],
            where=["billing_audit_part.event_id = billing_audit_event.id",
                   "billing_audit_part.kind = 'personal'", "billing_audit_part.organization_id = %s",
                   "(billing_audit_part.data ->> 'address') = %s"],
            params=[organization_id, filters.address],
        )  # fmt: skip
    return events


def load_entries(events: list[AuditEvent], with_figures: bool, with_texts: bool = True) -> list[Entry]:
    """Return the events with the data about them from other tables. One query, none for an empty list.

    Without ``with_figures``, amounts of money and usage are withheld; without ``with_texts``, what somebody typed.
    """
    if not events:
        return []
    withheld = [kind for kind, is_shown in (("figures", with_figures), ("texts", with_texts)) if not is_shown]
    with connection.cursor() as cursor:
        cursor.execute(_RELATED, [[event.pk for event in events]])
        rows = cursor.fetchall()
    parts: dict[uuid.UUID, dict[str, Part]] = {event.pk: {} for event in events}
    related = {}
    for event_id, log, leaf_index, leaf, count, kind, *columns in rows:
        related[event_id] = log, leaf_index, leaf, count
        if kind is not None:
            parts[event_id][kind] = Part(*columns)
    return [_entry(event, parts[event.pk], *related[event.pk], withheld) for event in events]


def _entry(
    event: AuditEvent,
    parts: dict[str, Part],
    log: str | None,
    leaf_index: int | None,
    leaf: Any,
    count: int | None,
    withheld: Sequence[str],
) -> Entry:
    altered = [text for _, text in differences(
        event.body, event.content, leaf=bytes(leaf) if leaf else None, columns=_columns(event),
        organization_id=event.organization_id,
    )]  # fmt: skip
    altered += [text for _, text in part_faults(event.content, parts)]
    event.withheld = sorted({name for kind in withheld if kind in parts for name in parts.pop(kind).names})
    # A row of an unknown kind, which only a superuser can write, is reported above and shown nowhere.
    shown: dict[str, Part] = {kind: part for kind, part in parts.items() if kind in KINDS}
    erased = frozenset(kind for kind, part in shown.items() if part.erased_by is not None)
    event.parts = {kind: part.content for kind, part in shown.items()}
    written = DENIALS_A_MINUTE if event.outcome == "denied" else 1
    repeats = max((count or 0) - written, 0)
    return Entry(event, shown, erased, log, leaf_index, repeats, tuple(altered))


def _columns(event: AuditEvent) -> list[Any]:
    columns = {name: getattr(event, name) for name in COLUMNS}
    recorded_at = f"{event.recorded_at:%Y-%m-%dT%H:%M:%S.%fZ}"
    return list((columns | {"id": str(event.id), "recorded_at": recorded_at}).values())
