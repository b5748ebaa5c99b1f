"""Erases personal data and texts from the audit log on request. Events hold only commitments, so they still verify."""

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.canonical_json import read_body
from billing_audit.event_parts import SQL_COLUMNS, Part, part_faults
from billing_audit.record import Actor, Target, record
from billing_audit.storage.personal_data import Subject, erase_outside_the_log, found
from billing_audit.transparency.event_check import NotAsSealed
from billing_audit.transparency.log_names import PLATFORM, first_name, newest_names, organization_of
from billing_audit.transparency.merkle import leaf_hash
from billing_audit.transparency.statements import ERASED, Statement, StatementWriter

# Events of the person, as actor or target; events that tell one of the addresses as a name; events from the IP address.
_OF_SUBJECT: Final = """
SELECT e.organization_id, p.event_id, p.kind FROM billing_audit_event e
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE %(id)s <> '' AND (e.actor_kind IN ('user', 'staff') AND e.actor_id = %(id)s
                        OR e.target_kind = 'user' AND e.target_id = %(id)s)
  AND e.action <> 'personal_data.erased'
UNION
SELECT e.organization_id, p.event_id, p.kind FROM billing_audit_part a JOIN billing_audit_event e ON e.id = a.event_id
JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = ANY(%(kinds)s) AND p.erased_by IS NULL
WHERE a.kind = 'personal' AND (
    a.data ->> 'address' = %(address)s AND %(address)s <> ''
    OR lower(a.data ->> 'actor_name') = ANY(%(emails)s) OR lower(a.data ->> 'target_name') = ANY(%(emails)s))
"""
# Typed texts with one of the words in them, also within longer words.
_WITH_WORDS: Final = """
SELECT p.organization_id, p.event_id, p.kind, p.data::text FROM billing_audit_part p
WHERE p.kind = 'texts' AND p.erased_by IS NULL
  AND EXISTS (SELECT FROM jsonb_path_query(p.data, '$.**') value, unnest(%(words)s::text[]) word
              WHERE jsonb_typeof(value) = 'string' AND position(word IN lower(value #>> '{}')) > 0)
"""
_LOCK: Final = """
SELECT p.event_id, p.kind, l.log FROM billing_audit_part p LEFT JOIN billing_audit_leaf l ON l.event_id = p.event_id
WHERE p.event_id = ANY(%s) AND p.erased_by IS NULL ORDER BY p.event_id, p.kind FOR UPDATE OF p
"""
_FOUND: Final = f"""
SELECT e.id::text, e.body, l.hash, {SQL_COLUMNS.format("p")}, {SQL_COLUMNS.format("t")} FROM billing_audit_event e
LEFT JOIN billing_audit_leaf l ON l.event_id = e.id
LEFT JOIN billing_audit_part p ON p.event_id = e.id AND p.kind = 'personal'
LEFT JOIN billing_audit_part t ON t.event_id = e.id AND t.kind = 'texts' WHERE e.id = ANY(%s)
"""  # noqa: S608 (constants only)


class Erasure(NamedTuple):
    """What was erased: the number of parts by log (an organization's public id, None for the platform's), and rows."""

    parts: dict[str | None, int]
    rows: dict[str, int]


@transaction.atomic
def erase_personal_data(
    *,
    actor: Actor,
    statements: StatementWriter,
    user_id: str = "",
    address: str = "",
    email: str = "",
    with_texts: bool = False,
) -> Erasure:
    """Erase a person, an IP address, or the e-mail address of somebody who never had an account, everywhere.

    In the audit log: the names, IP addresses and user agents of all events of the person (as actor or target), from the
    address, or that tell the e-mail address as a name. With ``with_texts``, also what was typed in these events
    (reasons, names, searches) and every typed text with the e-mail address or the person's name in it. For a person
    that may be asked for later; an address, once erased, finds no event. Outside of the log: what each app has
    registered (``personal_data``).

    Each affected log gets one ``personal_data.erased`` event with the kinds of the erased parts and their number, and
    each erased part refers to it. A statement that names these parts is published before any of them goes.

    The reason of ``statements`` stays in the log, so it should be a ticket number and not a name. Only the owner of the
    tables may do this. Raises NotAsSealed, the errors of ``StatementWriter.write``, and those of the apps' functions.
    """
    emails = frozenset(filter(None, [email.lower()]))
    subject = found(Subject(user_id=user_id, emails=emails, address=address, with_texts=with_texts))
    # First, since it records events, whose personal data goes too.
    rows = erase_outside_the_log(subject, actor)
    kinds = ["personal", "texts"] if with_texts else ["personal"]
    target = Target("user", user_id) if user_id else Target("email" if email else "address", "")
    logs = _lock_parts(subject, kinds)
    _check({event_id for parts in logs.values() for event_id, _ in parts}, subject)
    with connection.cursor() as cursor:
        erasures = {}
        for log, parts in logs.items():
            erasures[log] = record(
                "personal_data.erased",
                organization_id=organization_of(log),
                actor=actor,
                target=target,
                details={"reason": statements.reason, "kinds": kinds, "rows": len(parts)},
            )
        statements.write(
            [_statement(log, erasures[log], kinds, parts, statements.reason) for log, parts in logs.items()]
        )
        for log, parts in logs.items():
            for kind in kinds:
                cursor.execute(
                    "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s"
                    " WHERE event_id = ANY(%s) AND kind = %s AND erased_by IS NULL",
                    [erasures[log], [event_id for event_id, its_kind in parts if its_kind == kind], kind],
                )
    counts: Counter[str | None] = Counter()
    for log, parts in logs.items():
        counts[organization_of(log)] += len(parts)
    return Erasure(dict(counts), rows)


def _lock_parts(subject: Subject, kinds: list[str]) -> dict[str, list[tuple[UUID, str]]]:
    """Lock and return the parts to erase by the name of the log in which their events are sealed, or will be, sorted.

    Another erasure at the same time leaves only what it did not erase.
    """
    logs: dict[str, list[tuple[UUID, str]]] = defaultdict(list)
    values: dict[str, Any] = {
        "kinds": kinds,
        "id": subject.user_id,
        "address": subject.address,
        "emails": [*subject.emails],
    }
    with connection.cursor() as cursor:
        cursor.execute(_OF_SUBJECT, values)
        rows = dict.fromkeys(cursor.fetchall())
        if subject.with_texts and subject.words:
            cursor.execute(_WITH_WORDS, {"words": [*subject.words]})
            rows |= {(*row,): None for *row, data in cursor.fetchall() if subject.is_in(read_body(data))}
        cursor.execute(_LOCK, [[event_id for _, event_id, _ in rows]])
        sealed_in = {(event_id, kind): log for event_id, kind, log in cursor.fetchall()}
    # What is not sealed yet will be in the log's newest name.
    newest = newest_names({organization_id or PLATFORM for organization_id, *_ in rows})
    for organization_id, event_id, kind in rows:
        if (event_id, kind) in sealed_in:
            log, first = sealed_in[event_id, kind], organization_id or PLATFORM
            logs[log if log and first_name(log) == first else newest[first]].append((event_id, kind))
    return dict(sorted(logs.items()))


def _check(event_ids: Collection[UUID], subject: Subject) -> None:
    """Check that these events are of the subject by what was sealed, not only by columns that find them.

    Raises NotAsSealed with the ids of those that are not.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, [list(event_ids)])
        rows = cursor.fetchall()
    wrong = []
    width = len(Part._fields)
    for event_id, body, leaf, *columns in rows:
        content, personal, texts = read_body(body), Part(*columns[:width]), Part(*columns[width:])
        is_sealed_so = leaf is None or leaf_hash(body.encode()) == bytes(leaf)
        if not (is_sealed_so and (_is_of_person(content, subject) or _is_told(content, personal, texts, subject))):
            wrong.append(event_id)
    if wrong:
        raise NotAsSealed(
            f"These events seem to match, but are not as they were sealed: {', '.join(sorted(wrong))}. Nothing was"
            " erased. `manage.py verify_audit` shows what was changed."
        )


def _is_of_person(content: dict[str, Any], subject: Subject) -> bool:
    if not subject.user_id:
        return False
    is_actor = content.get("actor_kind") in ("user", "staff") and content.get("actor_id") == subject.user_id
    return is_actor or (content.get("target_kind") == "user" and content.get("target_id") == subject.user_id)


def _is_told(content: dict[str, Any], personal: Part, texts: Part, subject: Subject) -> bool:
    """Tell whether a part that is as it was sealed tells the subject's address or name."""
    faults = {kind for kind, _ in part_faults(content, {"personal": personal, "texts": texts})}
    told = personal.content if "personal" not in faults else {}
    if subject.address and told.get("address") == subject.address:
        return True
    if {str(told.get(name, "")).lower() for name in ("actor_name", "target_name")} & subject.emails:
        return True
    return subject.with_texts and "texts" not in faults and subject.is_in(texts.content)


def _statement(log: str, event_id: UUID, kinds: list[str], parts: list[tuple[UUID, str]], reason: str) -> Statement:
    erased = {kind: sorted(str(each) for each, its_kind in parts if its_kind == kind) for kind in kinds}
    facts = {"kinds": kinds, "rows": len(parts), "erased": erased}
    return Statement(log, ERASED, str(event_id), timezone.now(), reason, facts)
