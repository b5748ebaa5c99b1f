"""The sealer: takes events out of the queue, a batch at a time, into the Merkle tree of their log, and signs its root.

No request waits for it: the queue's rows are the requests' own, and only sealers lock a tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Final

from django.db import connection, transaction

from orgs.audit import merkle
from orgs.audit.record import Actor, record
from orgs.audit.signing import Checkpoint, Signer

PLATFORM: Final = "platform"
BATCH: Final = 1000
# A node is kept for each full subtree of 2^8, 2^16, ... leaves.
LEVEL_STEP: Final = 8
_HASH: Final = 32

# SKIP LOCKED: another sealer's rows are left to it. By id, which is by time, within each log.
_TAKE: Final = """
WITH taken AS (SELECT event_id, organization_id FROM audit_unsealed ORDER BY event_id LIMIT %s FOR UPDATE SKIP LOCKED)
SELECT coalesce(t.organization_id, 'platform') AS log, t.event_id, e.body
FROM taken t LEFT JOIN audit_event e ON e.id = t.event_id ORDER BY 1, 2
"""
# In the order of their names, so that two sealers never wait for each other in a ring.
_LOCK: Final = "SELECT log, size, edge FROM audit_tree WHERE log = ANY(%s) ORDER BY log FOR UPDATE"


@dataclass(frozen=True, slots=True)
class _Taken:
    event_id: Any
    body: str | None


def seal_batch(signer: Signer, limit: int = BATCH) -> int:
    """Seal up to ``limit`` events in one transaction and return how many were taken out of the queue.

    Killed at any instant, nothing of it has happened. An event that is gone though it was never sealed is said so by
    an event of its own (``audit_log.event_missing``), which is sealed in its turn.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TAKE, [limit])
        rows = cursor.fetchall()
        if not rows:
            return 0
        taken = {log: [_Taken(*row[1:]) for row in group] for log, group in groupby(rows, key=lambda row: row[0])}
        edges = _lock(cursor, sorted(taken))
        for log, events in taken.items():
            there = [event for event in events if event.body is not None]
            if there:
                _append(cursor, log, edges[log], there, signer)
            for event in events:
                if event.body is None:
                    _report_missing(log, str(event.event_id))
        cursor.execute("DELETE FROM audit_unsealed WHERE event_id = ANY(%s)", [[row[1] for row in rows]])
    return len(rows)


def _lock(cursor: Any, logs: list[str]) -> dict[str, merkle.Edge]:
    cursor.execute(
        "INSERT INTO audit_tree (log, size, edge) SELECT unnest(%s::text[]), 0, '' ON CONFLICT DO NOTHING", [logs]
    )
    cursor.execute(_LOCK, [logs])
    return {log: merkle.Edge(size, tuple(_hashes(bytes(edge)))) for log, size, edge in cursor.fetchall()}


def _append(cursor: Any, log: str, edge: merkle.Edge, events: list[_Taken], signer: Signer) -> None:
    first = edge.size
    leaves = [merkle.leaf_hash((event.body or "").encode()) for event in events]
    nodes: list[tuple[int, int, bytes]] = []
    for leaf in leaves:
        edge, full = edge.grow(leaf)
        nodes += [(level, (edge.size >> level) - 1, root) for level, root in full if level % LEVEL_STEP == 0]
    cursor.execute(
        "INSERT INTO audit_leaf (log, place, event_id, hash)"
        " SELECT %s, %s + n - 1, id, hash FROM unnest(%s::uuid[], %s::bytea[]) WITH ORDINALITY AS new (id, hash, n)",
        [log, first, [event.event_id for event in events], leaves],
    )
    if nodes:
        cursor.executemany(
            "INSERT INTO audit_node (log, level, place, hash) VALUES (%s, %s, %s, %s)",
            [(log, *node) for node in nodes],
        )
    cursor.execute("UPDATE audit_tree SET size = %s, edge = %s WHERE log = %s", [edge.size, b"".join(edge.hashes), log])
    sealed_at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    note = Checkpoint(log, edge.size, edge.root, sealed_at).note(signer)
    cursor.execute("INSERT INTO audit_checkpoint (log, size, note) VALUES (%s, %s, %s)", [log, edge.size, note])


def _report_missing(log: str, event_id: str) -> None:
    record(
        "audit_log.event_missing",
        organization_id=None if log == PLATFORM else log,
        actor=Actor("system", "seal_audit", "manage.py seal_audit"),
        details={"event_id": event_id},
    )


def _hashes(joined: bytes) -> Iterator[bytes]:
    for start in range(0, len(joined), _HASH):
        yield joined[start : start + _HASH]
