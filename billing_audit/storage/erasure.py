"""Erases personal data and texts from the audit log on request. Events hold only commitments, so they still verify."""

from collections import defaultdict
from typing import Any

from django.db import connection, transaction

from billing_audit.record import Actor, Target, record

_OF_PERSON = """
SELECT e.organization_id, p.event_id FROM billing_audit_event e
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE (e.actor_kind IN ('user', 'staff') AND e.actor_id = %(id)s
       OR e.target_kind = 'user' AND e.target_id = %(id)s)
  AND e.action <> 'personal_data.erased'
"""
_OF_ADDRESS = """
SELECT e.organization_id, p.event_id FROM billing_audit_part a JOIN billing_audit_event e ON e.id = a.event_id
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE a.kind = 'personal' AND a.data ->> 'address' = %(id)s
"""


@transaction.atomic
def erase_personal_data(
    *, actor: Actor, reason: str, user_id: str = "", address: str = "", with_texts: bool = False
) -> dict[str | None, int]:
    """Erase the names, IP addresses and user agents of all events of one person (as actor or target) or one address.

    With ``with_texts``, also what was typed in these events: reasons, names, searches. For a person that may be asked
    for later; an address, once erased, finds no event. Each affected log gets one ``personal_data.erased`` event with
    the kinds of the erased parts and their number, and each erased part refers to it.

    Returns the number of parts by log (an organization's public id, None for the platform's); empty if nothing matched.
    ``reason`` stays in the log, so it should be a ticket number and not a name. Only the owner of the tables may do
    this.
    """
    kinds = ["personal", "texts"] if with_texts else ["personal"]
    found: dict[str | None, list[Any]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_OF_PERSON if user_id else _OF_ADDRESS, {"id": user_id or address, "kinds": kinds})
        for organization_id, event_id in cursor.fetchall():
            found[organization_id].append(event_id)
        for organization_id, events in found.items():
            by = record(
                "personal_data.erased",
                organization_id=organization_id,
                actor=actor,
                target=Target("user", user_id) if user_id else Target("address", ""),
                details={"reason": reason, "kinds": kinds, "rows": len(events)},
            )
            cursor.execute(
                "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s"
                " WHERE event_id = ANY(%s) AND kind = ANY(%s) AND erased_by IS NULL",
                [by, events, kinds],
            )
    return {organization_id: len(events) for organization_id, events in found.items()}
