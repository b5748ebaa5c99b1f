"""Erases personal data and texts from the audit log on request. Events hold only commitments, so they still verify."""

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.canonical_json import read_body
from billing_audit.event_parts import SQL_COLUMNS, Part, part_faults
from billing_audit.record import Actor, Target, record
from billing_audit.transparency.event_check import NotAsSealed
from billing_audit.transparency.log_names import PLATFORM, first_name, newest_names, organization_of
from billing_audit.transparency.merkle import leaf_hash
from billing_audit.transparency.statements import ERASED, Statement, StatementWriter

_OF_PERSON: Final = """
SELECT e.organization_id, l.log, p.event_id, p.kind FROM billing_audit_event e
LEFT JOIN billing_audit_leaf l ON l.event_id = e.id
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE (e.actor_kind IN ('user', 'staff') AND e.actor_id = %(id)s
       OR e.target_kind = 'user' AND e.target_id = %(id)s)
  AND e.action <> 'personal_data.erased'
FOR UPDATE OF p
"""
_OF_ADDRESS: Final = """
SELECT e.organization_id, l.log, p.event_id, p.kind FROM billing_audit_part a
JOIN billing_audit_event e ON e.id = a.event_id LEFT JOIN billing_audit_leaf l ON l.event_id = e.id
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE a.kind = 'personal' AND a.data ->> 'address' = %(id)s
FOR UPDATE OF p
"""
_FOUND: Final = f"""
SELECT e.id::text, e.body, l.hash, {SQL_COLUMNS.format("p")} FROM billing_audit_event e
LEFT JOIN billing_audit_leaf l ON l.event_id = e.id
LEFT JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = 'personal' WHERE e.id = ANY(%s)
"""  # noqa: S608 (constants only)


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
    tables may do this. Raises NotAsSealed, and the errors of ``StatementWriter.write``.
    """
    kinds = ["personal", "texts"] if with_texts else ["personal"]
    found: dict[str, list[tuple[UUID, str]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_OF_PERSON if user_id else _OF_ADDRESS, {"id": user_id or address, "kinds": kinds})
        rows = cursor.fetchall()
        # What is not sealed yet will be in the log's newest name.
        newest = newest_names({organization_id or PLATFORM for organization_id, *_ in rows})
        for organization_id, log, event_id, kind in rows:
            first = organization_id or PLATFORM
            found[log if log and first_name(log) == first else newest[first]].append((event_id, kind))
        _check({event_id for parts in found.values() for event_id, _ in parts}, user_id, address)
        erasures = {}
        for log, parts in found.items():
            erasures[log] = record(
                "personal_data.erased",
                organization_id=organization_of(log),
                actor=actor,
                target=Target("user", user_id) if user_id else Target("address", ""),
                details={"reason": statements.reason, "kinds": kinds, "rows": len(parts)},
            )
        statements.write(
            [_statement(log, erasures[log], kinds, parts, statements.reason) for log, parts in found.items()]
        )
        for log, parts in found.items():
            cursor.execute(
                "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s"
                " WHERE event_id = ANY(%s) AND kind = ANY(%s) AND erased_by IS NULL",
                [erasures[log], [event_id for event_id, _ in parts], kinds],
            )
    counts: Counter[str | None] = Counter()
    for log, parts in found.items():
        counts[organization_of(log)] += len(parts)
    return dict(counts)


def _check(event_ids: Collection[UUID], user_id: str, address: str) -> None:
    """Check that these events are of the person or address by what was sealed, not only by columns that find them.

    Raises NotAsSealed with the ids of those that are not.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, [list(event_ids)])
        rows = cursor.fetchall()
    wrong = []
    for event_id, body, leaf, *personal in rows:
        content, part = read_body(body), Part(*personal)
        is_sealed_so = leaf is None or leaf_hash(body.encode()) == bytes(leaf)
        is_theirs = _is_of_person(content, user_id) if user_id else _is_from(content, part, address)
        if not (is_sealed_so and is_theirs):
            wrong.append(event_id)
    if wrong:
        raise NotAsSealed(
            f"These events seem to match, but are not as they were sealed: {', '.join(sorted(wrong))}. Nothing was"
            " erased. `manage.py verify_audit` shows what was changed."
        )


def _is_of_person(content: dict[str, Any], user_id: str) -> bool:
    is_actor = content.get("actor_kind") in ("user", "staff") and content.get("actor_id") == user_id
    return is_actor or (content.get("target_kind") == "user" and content.get("target_id") == user_id)


def _is_from(content: dict[str, Any], personal: Part, address: str) -> bool:
    faults = {kind for kind, _ in part_faults(content, {"personal": personal})}
    return "personal" not in faults and personal.content.get("address") == address


def _statement(log: str, event_id: UUID, kinds: list[str], parts: list[tuple[UUID, str]], reason: str) -> Statement:
    erased = {kind: sorted(str(each) for each, its_kind in parts if its_kind == kind) for kind in kinds}
    facts = {"kinds": kinds, "rows": len(parts), "erased": erased}
    return Statement(log, ERASED, str(event_id), timezone.now(), reason, facts)
