"""Exports a log with its proofs, which a customer checks without the platform (examples/verify_audit_export.py).

The format is NDJSON. The first line describes the log: its newest signed checkpoint and the public keys. Each further
line is one event, in leaf order: sealed text, leaf index (``place``), inclusion proof, and its parts with their salts.
A purged event has only its leaf hash. Events that are not sealed yet are left out.
"""

import json
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, Final

from django.db import connection

from billing_audit.event_parts import SQL_JOINS, SQL_OF_KINDS, parts_body, read_parts
from billing_audit.signed_notes import Verifier, base64_of
from billing_audit.storage.partitions import first_id
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import PublishedCheckpoint, newest_checkpoints
from billing_audit.transparency.proofs import stored_nodes

FORMAT: Final = "billing-access-audit-export/2"
ROWS_AT_ONCE: Final = 2000
_LEAVES: Final = f"""
SELECT l.place, l.hash, e.body, {SQL_OF_KINDS} FROM billing_audit_leaf l
LEFT JOIN billing_audit_event e ON e.id = l.event_id {SQL_JOINS}
WHERE l.log = %(log)s AND l.place < %(size)s AND (%(start)s::uuid IS NULL OR l.event_id >= %(start)s::uuid)
  AND (%(end)s::uuid IS NULL OR l.event_id < %(end)s::uuid) ORDER BY l.place
"""  # noqa: S608 (constants only)


class NothingSealed(LookupError):
    """The log has no checkpoint yet, so nothing can be proved."""


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
    withheld: Collection[str] = (),
) -> Iterator[str]:
    """Yield the lines, in constant memory. Call it inside ``verify.one_moment``. Raises NothingSealed.

    ``start`` and ``end`` select events by time; each has a proof of its own. With ``since_size`` the first line proves
    that the log still begins with its first ``since_size`` events; raises IndexError if it never had that size. Parts
    of the kinds in ``withheld`` are left out, which the first line says.
    """
    checkpoint = newest_checkpoint(log)
    nodes = stored_nodes(log)
    first: dict[str, Any] = {
        "format": FORMAT,
        "log": log,
        "checkpoint": checkpoint.note,
        "verifiers": [str(verifier) for verifier in verifiers],
        "is_whole": start is None and end is None,
        "withheld": sorted(withheld),
    }
    if since_size is not None:
        proof = merkle.consistency_proof(nodes, since_size, checkpoint.size)
        first["since"] = {"size": since_size, "proof": [base64_of(each) for each in proof]}
    yield _line(first)
    parameters: dict[str, Any] = {
        "log": log,
        "size": checkpoint.size,
        "start": start and first_id(start),
        "end": end and first_id(end),
    }
    with connection.chunked_cursor() as cursor:
        cursor.execute(_LEAVES, parameters)
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            for leaf_index, leaf, body, *columns in rows:
                proof = merkle.inclusion_proof(nodes, leaf_index, checkpoint.size)
                event = {"place": leaf_index, "proof": [base64_of(each) for each in proof]}
                if body is None:
                    yield _line(event | {"leaf": base64_of(bytes(leaf))})
                    continue
                parts = {kind: part for kind, part in read_parts(columns).items() if kind not in withheld}
                yield _line(event | {"body": body, "parts": parts_body(parts)})


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
