"""What became of one setting: its last events, for the page of the setting itself."""

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
class Past:
    """One event of a setting, as its page tells it. Without a name: the personal data was erased."""

    event_id: uuid.UUID
    recorded_at: datetime
    action: str
    actor_kind: str
    content: dict[str, Any]
    actor_name: str

    @property
    def title(self) -> str:
        """The words for the action."""
        return BY_ACTION[self.action].title

    @property
    def reason(self) -> str:
        """Why, where a reason was given."""
        return str(self.content.get("details", {}).get("reason", ""))


def read_history(organization_id: str, actions: Sequence[str], size: int) -> list[Past]:
    """Return the last events of an organization (by public id) of these actions, newest first. One query."""
    # Registered names, written out: planned for them, each by its own index, a rare one is found in a log of any size.
    events = " UNION ALL ".join(_EVENTS.format(action=BY_ACTION[action].action) for action in actions)
    with connection.cursor() as cursor:
        cursor.execute(_HISTORY.format(events=events), {"organization": organization_id, "size": size})
        return [
            Past(event_id, recorded_at, action, kind, read_body(body), read_body(data or "").get("actor_name", ""))
            for event_id, recorded_at, action, kind, body, data in cursor.fetchall()
        ]
