"""Erase personal data of the record on request. The seal holds: events carry a commitment to it alone."""

from collections import defaultdict
from typing import Any

from django.db import connection, transaction

from billing_audit.record import Actor, Target, record

_OF_PERSON = """
SELECT e.organization_id, e.id FROM billing_audit_event e JOIN billing_audit_personal p ON p.event_id = e.id
WHERE p.erased_by IS NULL AND (e.actor_kind IN ('user', 'staff') AND e.actor_id = %(id)s
                               OR e.target_kind = 'user' AND e.target_id = %(id)s)
  AND e.action <> 'personal_data.erased'
"""
_OF_ADDRESS = """
SELECT e.organization_id, e.id FROM billing_audit_event e JOIN billing_audit_personal p ON p.event_id = e.id
WHERE p.erased_by IS NULL AND p.data ->> 'address' = %(id)s
"""


@transaction.atomic
def erase_personal_data(*, actor: Actor, reason: str, user_id: str = "", address: str = "") -> dict[str | None, int]:
    """Erase names, addresses and user agents beside every event of one person (actor or target), or of one address.

    Each log that loses some gets one ``personal_data.erased`` with their number, and each erased row names it. Returns
    the number by log (an organization's public id; None: the platform's); empty where there was nothing. Who asked
    stands in ``reason``: write a ticket's number there, not a name. For the owner of the tables.
    """
    found: dict[str | None, list[Any]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_OF_PERSON if user_id else _OF_ADDRESS, {"id": user_id or address})
        for organization_id, event_id in cursor.fetchall():
            found[organization_id].append(event_id)
        for organization_id, events in found.items():
            by = record(
                "personal_data.erased",
                organization_id=organization_id,
                actor=actor,
                target=Target("user", user_id) if user_id else Target("address", ""),
                details={"reason": reason, "rows": len(events)},
            )
            cursor.execute(
                "UPDATE billing_audit_personal SET salt = NULL, data = NULL, erased_by = %s WHERE event_id = ANY(%s)",
                [by, events],
            )
    return {organization_id: len(events) for organization_id, events in found.items()}
