"""Reads the last events of one setting, for the page of that setting."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from billing_audit.canonical_json import read_body
from billing_audit.event_types import BY_ACTION

_EVENTS: Final = """(SELECT id, recorded_at, action, actor_kind, body FROM billing_audit_event
    WHERE organization_id = %(organization)s AND action = '{action}' ORDER BY id DESC LIMIT %(size)s)"""
_HISTORY: Final = """
SELECT e.id, e.recorded_at, e.action, e.actor_kind, e.body, p.data::text FROM ({events}) e
LEFT JOIN LATERAL (SELECT data FROM billing_audit_personal WHERE event_id = e.id LIMIT 1) p ON true
ORDER BY e.id DESC LIMIT %(size)s
"""


@dataclass(frozen=True, slots=True)
class SettingEvent:
    """One event of a setting. ``actor_name`` is empty if the personal data was erased."""

    event_id: uuid.UUID
    recorded_at: datetime
    action: str
    actor_kind: str
    content: dict[str, Any]
    actor_name: str

    @property
    def title(self) -> str:
        return BY_ACTION[self.action].title

    @property
    def reason(self) -> str:
        """The reason that the actor gave; empty if there is none."""
        return str(self.content.get("details", {}).get("reason", ""))


def read_history(organization_id: str, actions: Sequence[str], size: int) -> list[SettingEvent]:
    """Return the last events of an organization (by public id) of these actions, newest first. One query."""
    # The action is written into the SQL, so that PostgreSQL plans for it and finds the last events of a rare action by
    # index in a log of any size. It comes from the registry, so it cannot inject SQL.
    events = " UNION ALL ".join(_EVENTS.format(action=BY_ACTION[action].action) for action in actions)
    with connection.cursor() as cursor:
        cursor.execute(_HISTORY.format(events=events), {"organization": organization_id, "size": size})
        return [
            SettingEvent(
                event_id, recorded_at, action, kind, read_body(body), read_body(data or "").get("actor_name", "")
            )
            for event_id, recorded_at, action, kind, body, data in cursor.fetchall()
        ]
