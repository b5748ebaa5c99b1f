"""Exports a log with its proofs, which a customer checks without the platform (examples/verify_audit_export.py).

The format is NDJSON. The first line describes the log: its newest signed checkpoint and the public keys. Each further
line is one event, in leaf order: sealed text, leaf index (``place``), inclusion proof, and its parts with their salts.
A log that was restored follows under each of its names, with a first line of its own. An event about a purge, an
erasure or a restore has the statement about it. A purged event has only its leaf hash. Events that are
not sealed yet are left out.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any, Final
from uuid import UUID

from django.db import connection

from billing_audit.event_parts import SQL_JOINS, SQL_OF_KINDS, parts_body, read_parts
from billing_audit.signed_notes import Verifier, base64_of
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import PublishedCheckpoint, newest_checkpoints
from billing_audit.transparency.log_names import names_of, number_of
from billing_audit.transparency.proofs import stored_nodes

FORMAT: Final = "billing-access-audit-export/2"
# How a line that is an event begins.
EVENT_LINE: Final = '{"place": '
ROWS_AT_ONCE: Final = 2000
_LEAVES: Final = f"""
SELECT l.place, l.hash, e.body, s.note, {SQL_OF_KINDS} FROM billing_audit_leaf l
LEFT JOIN billing_audit_event e ON e.id = l.event_id {SQL_JOINS}
LEFT JOIN billing_audit_statement s ON s.event_id = l.event_id AND split_part(s.log, '#', 1) = split_part(l.log, '#', 1)
WHERE l.log = %(log)s AND l.place > %(after)s AND l.place < %(size)s
  AND ((%(first_id)s::uuid IS NULL OR l.event_id >= %(first_id)s::uuid)
       AND (%(end_id)s::uuid IS NULL OR l.event_id < %(end_id)s::uuid) OR l.place < %(begins)s)
ORDER BY l.place LIMIT %(limit)s
"""  # noqa: S608 (constants only)


class NothingSealed(LookupError):
    """The log has no checkpoint yet, so nothing can be proved."""


def newest_checkpoint(log: str) -> PublishedCheckpoint:
    """Return the newest checkpoint under one name of a log. Raises NothingSealed."""
    for checkpoint in newest_checkpoints(log):
        return checkpoint
    raise NothingSealed(f"The log {log!r} has no sealed event")


def export_all_names(log: str, *, since_size: int | None = None, **options: Any) -> Iterator[str]:
    """Yield the lines of ``export_log`` for each name of the log, given by its first name. ``since_size``: the last's.

    Raises as ``export_log``.
    """
    *former, newest = names_of(log) or [log]
    for name in former:
        yield from export_log(name, **options)
    yield from export_log(newest, since_size=since_size, **options)


def export_log(
    log: str,
    *,
    verifiers: Collection[Verifier],
    statement_verifiers: Collection[Verifier],
    first_id: UUID | None = None,
    end_id: UUID | None = None,
    since_size: int | None = None,
    withheld: Collection[str] = (),
) -> Iterator[str]:
    """Yield the lines, in constant memory. Raises NothingSealed.

    The verifiers are keys of deployments; the export holds them under the log's origin. ``first_id`` and ``end_id``
    select a range of events by id; each event has a proof of its own. With ``since_size`` the first line proves that
    the log still begins with its first ``since_size`` events; raises IndexError if it never had that size. Parts of the
    kinds in ``withheld`` are left out, which the first line says.

    Every step is a query of its own. What is purged or erased meanwhile makes the export invalid, unless the caller
    reads it inside ``verify.one_moment``.
    """
    checkpoint = newest_checkpoint(log)
    nodes = stored_nodes(log)
    first: dict[str, Any] = {
        "format": FORMAT,
        "log": log,
        "checkpoint": checkpoint.note,
        "verifiers": [str(verifier.of_log(log)) for verifier in verifiers],
        "statement_verifiers": [str(verifier.of_log(log)) for verifier in statement_verifiers],
        "is_whole": first_id is None and end_id is None,
        "withheld": sorted(withheld),
    }
    if since_size is not None:
        proof = merkle.consistency_proof(nodes, since_size, checkpoint.size)
        first["since"] = {"size": since_size, "proof": [base64_of(each) for each in proof]}
    yield _line(first)
    for leaf_index, leaf, body, statement, *columns in _leaves(log, checkpoint.size, first_id, end_id):
        proof = merkle.inclusion_proof(nodes, leaf_index, checkpoint.size)
        event: dict[str, Any] = {"place": leaf_index, "proof": [base64_of(each) for each in proof]}
        if body is None:
            gone = event | {"leaf": base64_of(bytes(leaf))}
            yield _line(gone if statement is None else gone | {"statement": statement})
            continue
        parts = {kind: part for kind, part in read_parts(columns).items() if kind not in withheld}
        event |= {"body": body, "parts": parts_body(parts)}
        yield _line(event if statement is None else event | {"statement": statement})


def _leaves(log: str, size: int, first_id: UUID | None, end_id: UUID | None) -> Iterator[tuple[Any, ...]]:
    # The restore with which a later name of the log begins is in every export.
    begins = 1 if number_of(log) > 1 else 0
    selected: dict[str, Any] = {"log": log, "size": size, "first_id": first_id, "end_id": end_id, "begins": begins}
    after = -1
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_LEAVES, {**selected, "after": after, "limit": ROWS_AT_ONCE})
            rows = cursor.fetchall()
        yield from rows
        if len(rows) < ROWS_AT_ONCE:
            return
        after = rows[-1][0]


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
