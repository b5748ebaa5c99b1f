"""Reads the last events of one setting, for the page of that setting."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from billing_audit.canonical_json import read_body
from billing_audit.event_parts import merged
from billing_audit.event_types import BY_ACTION

_EVENTS: Final = """(SELECT id, recorded_at, action, actor_kind, body FROM billing_audit_event
    WHERE organization_id = %(organization)s AND action = '{action}' ORDER BY id DESC LIMIT %(size)s)"""
_HISTORY: Final = """
SELECT e.id, e.recorded_at, e.action, e.actor_kind, e.body, p.data::text, t.data::text FROM ({events}) e
LEFT JOIN LATERAL (
    SELECT data FROM billing_audit_part WHERE event_id = e.id AND kind = 'personal' LIMIT 1
) p ON true
LEFT JOIN LATERAL (SELECT data FROM billing_audit_part WHERE event_id = e.id AND kind = 'texts' LIMIT 1) t ON true
ORDER BY e.id DESC LIMIT %(size)s
"""


@dataclass(frozen=True, slots=True)
class SettingEvent:
    """One event of a setting. ``actor_name`` is empty if the personal data was erased.

    ``reason`` is the one that the actor gave; empty if there is none or it was erased.
    """

    event_id: uuid.UUID
    recorded_at: datetime
    action: str
    actor_kind: str
    content: dict[str, Any]
    actor_name: str
    reason: str

    @property
    def title(self) -> str:
        return BY_ACTION[self.action].title


def read_history(organization_id: str, actions: Sequence[str], size: int) -> list[SettingEvent]:
    """Return the last events of an organization (by public id) of these actions, newest first. One query."""
    # The action is written into the SQL, so that PostgreSQL plans for it and finds the last events of a rare action by
    # index in a log of any size. It comes from the registry, so it cannot inject SQL.
    events = " UNION ALL ".join(_EVENTS.format(action=BY_ACTION[action].action) for action in actions)
    with connection.cursor() as cursor:
        cursor.execute(_HISTORY.format(events=events), {"organization": organization_id, "size": size})
        return [
            SettingEvent(
                event_id,
                recorded_at,
                action,
                kind,
                read_body(body),
                str(read_body(personal or "").get("actor_name", "")),
                str(merged(read_body(texts or ""), (), "details").get("reason", "")),
            )
            for event_id, recorded_at, action, kind, body, personal, texts in cursor.fetchall()
        ]
