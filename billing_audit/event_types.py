"""The registry of event types, and this app's own event types. ``record`` refuses an unregistered action.

Each app lists its types in its ``event_types.py`` and registers them from its ``AppConfig.ready``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.apps import apps


@dataclass(frozen=True, slots=True)
class EventType:
    """An action that may be recorded: its name, its title on pages, and the fields that its events may have.

    ``details`` are facts about the event. ``changes`` are fields that it changes, each with its value before and after.
    ``figures`` are those of them that are amounts of money or usage, or that tell the value of a tag; only readers who
    may read billing data see them. ``texts`` are those that somebody typed. Both are stored apart from the event,
    which holds only commitments to them (``event_parts``).
    """

    action: str
    title: str
    details: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


def fields(*names: str) -> frozenset[str]:
    """Return the field names as a set."""
    return frozenset(names)


_by_action: dict[str, EventType] = {}
# Every registered event type by its action, in the order of registration. Complete once Django has started.
BY_ACTION: Final[Mapping[str, EventType]] = MappingProxyType(_by_action)


def register_event_types(*event_types: EventType) -> None:
    """Register an app's event types. Call it from ``AppConfig.ready``.

    Raises ValueError for an action that is registered already, for a figure or text that is not a field of its type or
    is both, and once Django has started, because every process must know the same types.
    """
    if apps.ready:
        raise ValueError("Event types are registered from AppConfig.ready, before Django has started.")
    for each in event_types:
        if each.action in _by_action:
            raise ValueError(f"The event type {each.action} is registered already.")
        if not each.figures | each.texts <= each.details | each.changes:
            raise ValueError(f"A figure or text of the event type {each.action} is in neither its details nor changes.")
        if each.figures & each.texts:
            raise ValueError(f"A field of the event type {each.action} is both a figure and a text.")
        _by_action[each.action] = each


# The filters that events about reading the log record, and those of them that take any text.
FILTER_FIELDS: Final = fields("action", "actor", "outcome", "reason", "key", "request_id", "by_address", "from", "to")
FILTER_TEXTS: Final = fields("actor", "reason", "request_id")

EVENT_TYPES: Final = (
    EventType(
        "audit_log.viewed",
        "Audit log viewed",
        FILTER_FIELDS | {"rows", "event_id", "actor_kind", "search"},
        texts=FILTER_TEXTS | {"search"},
    ),
    EventType(
        "audit_log.export_begun", "Audit log export started", FILTER_FIELDS | {"format", "withheld"}, texts=FILTER_TEXTS
    ),
    EventType(
        "audit_log.export_ended",
        "Audit log export ended",
        FILTER_FIELDS | {"format", "rows", "is_whole", "withheld"},
        texts=FILTER_TEXTS,
    ),
    EventType(
        "audit_log.verified",
        "Audit log verified",
        # `worst`, in the platform's log alone, when every log was verified: the worst verdict on any of them.
        fields("verdict", "finding", "event_id", "sealed", "compared_size", "worst"),
    ),
    EventType("audit_log.event_missing", "Unsealed event missing", fields("event_id")),
    EventType("audit_log.event_refused", "Event refused by the sealer", fields("event_id", "action")),
    EventType("audit_log.rows_moved", "Rows moved to their month", fields("table", "month", "rows")),
    EventType("audit_log.purged", "Old events purged", fields("before", "retention_days", "events", "events_in_all")),
    EventType("audit_heads.published", "Checkpoints published", fields("logs", "to")),
    EventType(
        "personal_data.erased", "Personal data erased", fields("reason", "kinds", "rows"), texts=fields("reason")
    ),
    EventType(
        "audit_log.restored",
        "Restored from a backup",
        fields("restore", "known_until", "lost_events", "reason"),
        texts=fields("reason"),
    ),
    EventType(
        "database.timeline_accepted",
        "Database timeline accepted",
        fields("timeline", "because", "reason"),
        texts=fields("reason"),
    ),
)
