"""The registry of event types, and the types of the record's own events. ``record`` refuses an unregistered action.

Each app lists its types in its ``event_types.py`` and registers them from its ``AppConfig.ready``.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.apps import apps


@dataclass(frozen=True, slots=True)
class EventType:
    """An action that the record accepts: its name, the words people see, and the fields its events may carry.

    ``details`` are facts about the event; ``changes`` are what it may change, each with its value before and after.
    ``figures`` are those of both that say amounts of money or usage: only readers of these amounts see them.
    """

    action: str
    title: str
    details: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


def fields(*names: str) -> frozenset[str]:
    """Return the names as a set of fields."""
    return frozenset(names)


_by_action: dict[str, EventType] = {}
_figures: set[str] = set()
# Every registered type by its action, in the order of registration. Complete once Django has started.
BY_ACTION: Final[Mapping[str, EventType]] = MappingProxyType(_by_action)
# The fields that any type calls a figure. They are withheld from every event, whatever its action: an event whose
# action somebody altered in the database shows no more than before.
FIGURES: Final[Set[str]] = _figures


def register_event_types(*event_types: EventType) -> None:
    """Register an app's event types. Call it from ``AppConfig.ready``.

    Raises ValueError for an action that is registered already, for a figure that is no field of its type, and once
    Django has started: every process must know the same types.
    """
    if apps.ready:
        raise ValueError("Event types are registered from AppConfig.ready, before Django has started.")
    for each in event_types:
        if each.action in _by_action:
            raise ValueError(f"The event type {each.action} is registered already.")
        if not each.figures <= each.details | each.changes:
            raise ValueError(f"A figure of the event type {each.action} is neither in its details nor its changes.")
        _by_action[each.action] = each
        _figures.update(each.figures)


# What events say about the filters of a look at the log.
FILTER_FIELDS: Final = fields("action", "actor", "outcome", "reason", "key", "request_id", "by_address", "from", "to")

EVENT_TYPES: Final = (
    EventType("audit_log.viewed", "Audit log viewed", FILTER_FIELDS | {"rows", "event_id", "actor_kind", "search"}),
    EventType("audit_log.export_begun", "Export of the audit log begun", FILTER_FIELDS | {"format"}),
    EventType(
        "audit_log.export_ended", "Export of the audit log ended", FILTER_FIELDS | {"format", "rows", "is_whole"}
    ),
    EventType(
        "audit_log.verified",
        "Audit log verified",
        fields("verdict", "finding", "event_id", "sealed", "compared_size"),
    ),
    EventType("audit_log.event_missing", "Unsealed event missing", fields("event_id")),
    EventType("audit_log.purged", "Old events purged", fields("before", "retention_days", "events", "events_in_all")),
    EventType("audit_heads.published", "Checkpoints published", fields("logs", "to")),
    EventType("personal_data.erased", "Personal data erased", fields("reason", "rows")),
)
