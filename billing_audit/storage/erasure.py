"""Erases personal data from the audit log on request. Events hold only a commitment to it, so they still verify."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.record import Actor, Target, record
from billing_audit.transparency.sealer import PLATFORM
from billing_audit.transparency.statements import ERASED, Statement, StatementWriter

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
def erase_personal_data(
    *, actor: Actor, statements: StatementWriter, user_id: str = "", address: str = ""
) -> dict[str | None, int]:
    """Erase the names, IP addresses and user agents of all events of one person (as actor or target) or one address.

    Each affected log gets one ``personal_data.erased`` event with the number of rows, and each erased row refers to it.
    A statement with the ids of these events is published before any row goes. Returns the number of rows by log (an
    organization's public id, None for the platform's); empty if nothing matched. The reason of ``statements`` stays in
    the log, so it should be a ticket number and not a name. Only the owner of the tables may do this.
    """
    found: dict[str | None, list[Any]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_OF_PERSON if user_id else _OF_ADDRESS, {"id": user_id or address})
        for organization_id, event_id in cursor.fetchall():
            found[organization_id].append(event_id)
        erasures = {}
        for organization_id, events in found.items():
            erasures[organization_id] = record(
                "personal_data.erased",
                organization_id=organization_id,
                actor=actor,
                target=Target("user", user_id) if user_id else Target("address", ""),
                details={"reason": statements.reason, "rows": len(events)},
            )
        statements.write([_statement(log, erasures[log], events, statements.reason) for log, events in found.items()])
        for organization_id, events in found.items():
            cursor.execute(
                "UPDATE billing_audit_personal SET salt = NULL, data = NULL, erased_by = %s WHERE event_id = ANY(%s)",
                [erasures[organization_id], events],
            )
    return {organization_id: len(events) for organization_id, events in found.items()}


def _statement(organization_id: str | None, event_id: UUID, erased: list[UUID], reason: str) -> Statement:
    facts = {"rows": len(erased), "erased": {"personal": sorted(map(str, erased))}}
    return Statement(organization_id or PLATFORM, ERASED, str(event_id), timezone.now(), reason, facts)
