"""The sealer: moves events from its queue, in batches, into the Merkle tree of their log, and signs the new root.

No request waits for it: a request inserts a queue row of its own and never locks a tree; only sealers do.
"""

import logging
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from billing_audit.canonical_json import read_body
from billing_audit.command_actor import command
from billing_audit.record import record
from billing_audit.signed_notes import Checkpoint, InvalidNote, Signer, Verifier
from billing_audit.transparency import merkle
from billing_audit.transparency.event_check import COLUMNS, SQL_COLUMNS, differences
from billing_audit.transparency.log_names import newest_names, organization_of
from billing_audit.transparency.statements import EXCUSING, RESTORED, statement_about, stored_notes

logger = logging.getLogger(__name__)

BATCH: Final = 1000
# Nodes are stored for full subtrees of 2^8, 2^16, ... leaves.
LEVEL_STEP: Final = 8
_HASH: Final = 32

# SKIP LOCKED leaves rows that another sealer took to it. Within each log events are ordered by id, so by time. Deleting
# by ctid and joining with LATERAL keep the plan good while the planner's statistics say that the queue is empty.
_TAKE: Final = f"""
WITH picked AS (SELECT ctid FROM billing_audit_unsealed ORDER BY event_id LIMIT %s FOR UPDATE SKIP LOCKED),
taken AS (DELETE FROM billing_audit_unsealed WHERE ctid = ANY(ARRAY(SELECT ctid FROM picked)) RETURNING *)
SELECT coalesce(t.organization_id, 'platform') AS log, t.event_id, e.body,
    EXISTS (SELECT FROM billing_audit_leaf l WHERE l.event_id = t.event_id), {SQL_COLUMNS}
FROM taken t LEFT JOIN LATERAL (SELECT * FROM billing_audit_event WHERE id = t.event_id LIMIT 1) e ON true
ORDER BY 1, 2
"""  # noqa: S608 (constants only)
# The hashes are sent as one value, because sending them as an array took longer than computing them.
_LEAVES: Final = f"""
INSERT INTO billing_audit_leaf (log, place, event_id, hash)
SELECT %s, %s + n - 1, id, substring(%s::bytea FROM (n::int - 1) * {_HASH} + 1 FOR {_HASH})
FROM unnest(%b::uuid[]) WITH ORDINALITY AS new (id, n)
"""  # noqa: S608 (constants only)
# Logs that begin with a restore, whose first leaf nobody has signed yet.
_RESTORED: Final = """
SELECT t.log, t.edge, l.event_id, e.body FROM billing_audit_tree t JOIN billing_audit_leaf l ON l.log = t.log
JOIN billing_audit_event e ON e.id = l.event_id
WHERE t.size = 1 AND NOT EXISTS (SELECT FROM billing_audit_checkpoint c WHERE c.log = t.log) ORDER BY t.log
"""
# Trees are locked in the order of their names, so that two sealers cannot deadlock.
_LOCK: Final = "SELECT log, size, edge FROM billing_audit_tree WHERE log = ANY(%s) ORDER BY log FOR UPDATE"


class _Taken(NamedTuple):
    """A row of the queue, with its event. ``body`` is None if the event was deleted."""

    event_id: UUID
    body: str | None
    is_sealed: bool
    columns: tuple[Any, ...]

    @property
    def action(self) -> str:
        return str(self.columns[COLUMNS.index("action")])


def seal_batch(signer: Signer, statement_verifiers: Collection[Verifier], limit: int = BATCH) -> int:
    """Seal up to ``limit`` events in one transaction, and return how many were removed from the queue.

    If the process is killed, the transaction is rolled back and nothing is sealed. If an event was deleted before it
    was sealed, an ``audit_log.event_missing`` event records that, which a later batch seals.

    An event is left unsealed, and an ``audit_log.event_refused`` event records that, if it differs from its columns or
    the queue's log, is sealed already, or excuses an absence without a statement by one of ``statement_verifiers``.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TAKE, [limit])
        rows = cursor.fetchall()
        if not rows:
            return 0
        taken = {
            log: [_Taken(event_id, body, is_sealed, tuple(columns)) for _, event_id, body, is_sealed, *columns in group]
            for log, group in groupby(rows, key=itemgetter(0))
        }
        names = newest_names(taken)
        edges = _lock(cursor, sorted(names.values()))
        for log, events in ((names[each], events) for each, events in taken.items()):
            refused = _refused(log, events, statement_verifiers)
            if sealed := [(each.event_id, each.body) for each in events if each.body and each.event_id not in refused]:
                _append(cursor, log, edges[log], sealed, signer)
            for each in events:
                if each.body is None:
                    _report(log, "audit_log.event_missing", event_id=str(each.event_id))
            for event_id, action in refused.items():
                _report(log, "audit_log.event_refused", event_id=str(event_id), action=action)
    return len(rows)


def sign_restored_logs(signer: Signer, statement_verifiers: Collection[Verifier]) -> list[str]:
    """Sign the first leaf of each log that begins with a restore, and return the logs.

    ``record_restore`` appends it, but does not have the signing key. A log without a statement by one of
    ``statement_verifiers`` about its first event is left unsigned, which the server's log says.
    """
    signed = []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_RESTORED)
        rows = cursor.fetchall()
        notes = stored_notes([event_id for _, _, event_id, _ in rows])
        for log, edge, event_id, body in rows:
            try:
                statement = statement_about(read_body(body), [notes.get(str(event_id), "")], log, statement_verifiers)
            except InvalidNote as error:
                logger.error("The log %s was not signed: the statement about its first event: %s", log, error)
                continue
            if (statement.action, statement.log) == (RESTORED, log) and merkle.leaf_hash(body.encode()) == bytes(edge):
                _sign(cursor, log, merkle.Edge(1, (bytes(edge),)), signer)
                signed.append(log)
    return signed


def _refused(log: str, events: list[_Taken], verifiers: Collection[Verifier]) -> dict[UUID, str]:
    """Return the action of each event that is not to be sealed, by the event's id.

    Every role that writes events can insert any text as one. The reason goes to the server's log.
    """
    notes = stored_notes([each.event_id for each in events if each.body is not None and each.action in EXCUSING])
    refused = {}
    for each in events:
        if each.body is not None and (fault := _fault(log, each, each.body, notes, verifiers)):
            refused[each.event_id] = each.action
            logger.error("The event %s (%s) of the log %s was not sealed: %s", each.event_id, each.action, log, fault)
    return refused


def _fault(log: str, event: _Taken, body: str, notes: Mapping[str, str], verifiers: Collection[Verifier]) -> str:
    """Return why the event is not to be sealed; empty if it is."""
    if event.is_sealed:
        return "it is sealed already"
    content, organization_id = read_body(body), organization_of(log)
    for _, text in differences(body, content, leaf=None, columns=event.columns, organization_id=organization_id):
        return text
    if event.action in EXCUSING:
        try:
            statement_about(
                content, [note for each, note in notes.items() if each == str(event.event_id)], log, verifiers
            )
        except InvalidNote as error:
            return str(error)
    return ""


def _lock(cursor: Any, logs: list[str]) -> dict[str, merkle.Edge]:
    cursor.execute(
        "INSERT INTO billing_audit_tree (log, size, edge) SELECT unnest(%s::text[]), 0, '' ON CONFLICT DO NOTHING",
        [logs],
    )
    cursor.execute(_LOCK, [logs])
    return {log: merkle.Edge.of(size, bytes(edge)) for log, size, edge in cursor.fetchall()}


def _append(cursor: Any, log: str, edge: merkle.Edge, events: list[tuple[UUID, str]], signer: Signer) -> None:
    leaves = [merkle.leaf_hash(body.encode()) for _, body in events]
    cursor.execute(_LEAVES, [log, edge.size, b"".join(leaves), [event_id for event_id, _ in events]])
    edge, full = edge.extend(leaves)
    if nodes := [(log, *node) for node in full if node[0] % LEVEL_STEP == 0]:
        cursor.executemany("INSERT INTO billing_audit_node (log, level, place, hash) VALUES (%s, %s, %s, %s)", nodes)
    cursor.execute(
        "UPDATE billing_audit_tree SET size = %s, edge = %s WHERE log = %s", [edge.size, b"".join(edge.hashes), log]
    )
    _sign(cursor, log, edge, signer)


def _sign(cursor: Any, log: str, edge: merkle.Edge, signer: Signer) -> None:
    sealed_at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    note = Checkpoint(log, edge.size, edge.root, sealed_at).note(signer)
    cursor.execute("INSERT INTO billing_audit_checkpoint (log, size, note) VALUES (%s, %s, %s)", [log, edge.size, note])


def _report(log: str, action: str, /, **details: str) -> None:
    record(
        action,
        organization_id=organization_of(log),
        actor=command("seal_audit"),
        details=details,
    )
