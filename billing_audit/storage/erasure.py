"""Erases personal data and texts from the audit log on request. Events hold only commitments, so they still verify."""

from collections import defaultdict
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.record import Actor, Target, record
from billing_audit.transparency.sealer import PLATFORM
from billing_audit.transparency.statements import ERASED, Statement, StatementWriter

_OF_PERSON = """
SELECT e.organization_id, p.event_id, p.kind FROM billing_audit_event e
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE (e.actor_kind IN ('user', 'staff') AND e.actor_id = %(id)s
       OR e.target_kind = 'user' AND e.target_id = %(id)s)
  AND e.action <> 'personal_data.erased'
"""
_OF_ADDRESS = """
SELECT e.organization_id, p.event_id, p.kind FROM billing_audit_part a JOIN billing_audit_event e ON e.id = a.event_id
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE a.kind = 'personal' AND a.data ->> 'address' = %(id)s
"""


@transaction.atomic
def erase_personal_data(
    *, actor: Actor, statements: StatementWriter, user_id: str = "", address: str = "", with_texts: bool = False
) -> dict[str | None, int]:
    """Erase the names, IP addresses and user agents of all events of one person (as actor or target) or one address.

    With ``with_texts``, also what was typed in these events: reasons, names, searches. For a person that may be asked
    for later; an address, once erased, finds no event. Each affected log gets one ``personal_data.erased`` event with
    the kinds of the erased parts and their number, and each erased part refers to it. A statement that names these
    parts is published before any of them goes.

    Returns the number of parts by log (an organization's public id, None for the platform's); empty if nothing matched.
    The reason of ``statements`` stays in the log, so it should be a ticket number and not a name. Only the owner of the
    tables may do this.
    """
    kinds = ["personal", "texts"] if with_texts else ["personal"]
    found: dict[str | None, list[tuple[UUID, str]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_OF_PERSON if user_id else _OF_ADDRESS, {"id": user_id or address, "kinds": kinds})
        for organization_id, event_id, kind in cursor.fetchall():
            found[organization_id].append((event_id, kind))
        erasures = {}
        for organization_id, parts in found.items():
            erasures[organization_id] = record(
                "personal_data.erased",
                organization_id=organization_id,
                actor=actor,
                target=Target("user", user_id) if user_id else Target("address", ""),
                details={"reason": statements.reason, "kinds": kinds, "rows": len(parts)},
            )
        statements.write(
            [_statement(log, erasures[log], kinds, parts, statements.reason) for log, parts in found.items()]
        )
        for organization_id, parts in found.items():
            cursor.execute(
                "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s"
                " WHERE event_id = ANY(%s) AND kind = ANY(%s) AND erased_by IS NULL",
                [erasures[organization_id], [event_id for event_id, _ in parts], kinds],
            )
    return {organization_id: len(parts) for organization_id, parts in found.items()}


def _statement(
    organization_id: str | None, event_id: UUID, kinds: list[str], parts: list[tuple[UUID, str]], reason: str
) -> Statement:
    erased = {kind: sorted(str(each) for each, its_kind in parts if its_kind == kind) for kind in kinds}
    facts = {"kinds": kinds, "rows": len(parts), "erased": erased}
    return Statement(organization_id or PLATFORM, ERASED, str(event_id), timezone.now(), reason, facts)
