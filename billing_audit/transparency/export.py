"""Export a log with its proofs, for a customer who checks it without us (examples/verify_audit_export.py).

NDJSON. The first line is the log: its newest signed checkpoint and the key to verify it with; each further line an
event of it in the order of the seal: the text that was sealed, its place, its proof, its personal data. What was
purged has its leaf hash alone; what is not sealed yet is not in it.
"""

import base64
import json
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, Final

from django.db import connection

from billing_audit.signed_notes import Verifier
from billing_audit.storage.partitions import first_id
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import PublishedCheckpoint, newest_checkpoints
from billing_audit.transparency.proofs import stored_nodes

FORMAT: Final = "billing-access-audit-export/1"
ROWS_AT_ONCE: Final = 2000
_LEAVES: Final = """
SELECT l.place, l.hash, e.body, p.salt, p.data::text FROM billing_audit_leaf l
LEFT JOIN billing_audit_event e ON e.id = l.event_id LEFT JOIN billing_audit_personal p ON p.event_id = l.event_id
WHERE l.log = %(log)s AND l.place < %(size)s AND (%(start)s::uuid IS NULL OR l.event_id >= %(start)s::uuid)
  AND (%(end)s::uuid IS NULL OR l.event_id < %(end)s::uuid) ORDER BY l.place
"""


class NothingSealed(LookupError):
    """The log has no checkpoint yet: there is nothing to prove."""


def newest_checkpoint(log: str) -> PublishedCheckpoint:
    """Return the log's newest checkpoint. Raises NothingSealed."""
    for checkpoint in newest_checkpoints(log):
        return checkpoint
    raise NothingSealed(f"The log {log!r} has no sealed event")


def export_log(
    log: str,
    *,
    verifiers: Collection[Verifier],
    start: datetime | None = None,
    end: datetime | None = None,
    since_size: int | None = None,
) -> Iterator[str]:
    """Yield the lines, in constant memory. Call it inside ``verifying.one_moment``. Raises NothingSealed.

    ``start`` and ``end`` choose events by their time; each is proved by itself. With ``since_size`` the first line
    proves that the log still begins as it did at that size; IndexError for one that it never had.
    """
    checkpoint = newest_checkpoint(log)
    nodes = stored_nodes(log)
    first: dict[str, Any] = {
        "format": FORMAT,
        "log": log,
        "checkpoint": checkpoint.note,
        "verifiers": [str(verifier) for verifier in verifiers],
        "is_whole": start is None and end is None,
    }
    if since_size is not None:
        proof = merkle.consistency_proof(nodes, since_size, checkpoint.size)
        first["since"] = {"size": since_size, "proof": [_base64(each) for each in proof]}
    yield _line(first)
    asked: dict[str, Any] = {
        "log": log,
        "size": checkpoint.size,
        "start": start and first_id(start),
        "end": end and first_id(end),
    }
    with connection.chunked_cursor() as cursor:
        cursor.execute(_LEAVES, asked)
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            for place, leaf, body, salt, data in rows:
                proof = merkle.inclusion_proof(nodes, place, checkpoint.size)
                yield _line(_event(place, bytes(leaf), body, salt, data, proof))


def _event(
    place: int, leaf: bytes, body: str | None, salt: Any, data: str | None, proof: list[bytes]
) -> dict[str, Any]:
    said: dict[str, Any] = {"place": place, "proof": [_base64(each) for each in proof]}
    said |= {"leaf": _base64(leaf)} if body is None else {"body": body}
    if data is not None:
        said["personal"] = {"salt": _base64(bytes(salt)), "data": json.loads(data)}
    return said


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
