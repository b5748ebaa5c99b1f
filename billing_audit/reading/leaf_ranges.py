"""Reads ranges of leaves in the order of their seal, with their proofs, for those whom the log is sent to."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from billing_audit.models import AuditEvent
from billing_audit.reading.queries import Entry, load_entries
from billing_audit.signed_notes import base64_of
from billing_audit.transparency import merkle
from billing_audit.transparency.export import newest_checkpoint
from billing_audit.transparency.log_names import first_name, number_of
from billing_audit.transparency.proofs import stored_nodes

# A range has at most so many events, and about so many bytes as JSON; a single event may have more.
MOST_EVENTS: Final = 100
MOST_BYTES: Final = 1_000_000
# So many leaves are searched for the end of what was purged.
MOST_PURGED: Final = 10_000
# An event is written twice, readable and as it is sealed, where its quotes are escaped; a proof has 64 hashes at most.
_TIMES, _PROOF_BYTES = 3, 4096

_SEALED: Final = """
SELECT t.log, coalesce((SELECT size FROM billing_audit_checkpoint WHERE log = t.log ORDER BY size DESC LIMIT 1), 0)
FROM billing_audit_tree t WHERE split_part(t.log, '#', 1) = %s ORDER BY length(t.log), t.log
"""
# The sizes of ``sealed_sizes`` as an array, in the statement of somebody else in which ``{log}`` is a name of the log.
SIZES_OF_LOG: Final = """ARRAY(
    SELECT coalesce((SELECT size FROM billing_audit_checkpoint WHERE log = t.log ORDER BY size DESC LIMIT 1), 0)
    FROM billing_audit_tree t WHERE split_part(t.log, '#', 1) = split_part({log}, '#', 1) ORDER BY length(t.log), t.log
)"""
# LATERAL with LIMIT makes the planner look up each event by its index, whatever its statistics say.
_EVENT: Final = "LEFT JOIN LATERAL (SELECT * FROM billing_audit_event WHERE id = l.event_id LIMIT 1) e ON true"
# ORDER BY lets the planner use the index on the leaf index: for EXISTS it read the whole table up to the first match.
_FIRST_OTHER: Final = f"""
SELECT l.place FROM billing_audit_leaf l {_EVENT}
WHERE l.log = %s AND l.place >= %s AND l.place < %s AND e.action IS DISTINCT FROM %s ORDER BY l.place LIMIT 1
"""  # noqa: S608 (constants only)
_LENGTHS: Final = f"""
SELECT l.place, octet_length(e.body) + (
    SELECT coalesce(sum(octet_length(p.data::text)), 0) FROM billing_audit_part p WHERE p.event_id = l.event_id
)
FROM billing_audit_leaf l {_EVENT} WHERE l.log = %s AND l.place >= %s AND l.place < %s ORDER BY l.place
"""  # noqa: S608 (constants only)
_NEXT_EVENT: Final = f"""
SELECT l.place FROM billing_audit_leaf l {_EVENT}
WHERE l.log = %s AND l.place >= %s AND l.place < %s AND e.id IS NOT NULL ORDER BY l.place LIMIT 1
"""  # noqa: S608 (constants only)
_LEAVES: Final = """
SELECT l.place, l.event_id, l.hash, s.note FROM billing_audit_leaf l
LEFT JOIN billing_audit_statement s ON s.event_id = l.event_id AND split_part(s.log, '#', 1) = split_part(l.log, '#', 1)
WHERE l.log = %s AND l.place >= %s AND l.place < %s ORDER BY l.place
"""


@dataclass(frozen=True, slots=True)
class LeafRange:
    """The leaves ``first_leaf`` to before ``next_leaf`` of ``log``, a name of a log. ``is_purged``: all events are."""

    log: str
    first_leaf: int
    next_leaf: int
    is_purged: bool = False


@dataclass(frozen=True, slots=True)
class SealedEvent:
    """One leaf with its inclusion proof under the checkpoint that was read with it, and the statement about its event.

    ``entry`` is None if the event was purged. The leaf hash and the proof are in base64.
    """

    leaf_index: int
    entry: Entry | None
    leaf: str
    proof: list[str]
    statement: str | None


def sealed_sizes(log: str) -> dict[str, int]:
    """Return the size of the newest checkpoint under each name of a log, given by any of them, in order. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_SEALED, [first_name(log)])
        return dict(cursor.fetchall())


def next_range(log: str, leaf_index: int, *, unless_all: str) -> LeafRange | None:
    """Return what comes at this position, or, behind the end of a former name, at the start of the next name.

    None if nothing is sealed there, or only events of the action ``unless_all``. A range is either purged or not. A
    position behind what a restore left of a former name goes on with the next one. Up to four queries.
    """
    sizes = sealed_sizes(log)
    later = [name for name in sizes if number_of(name) > number_of(log)]
    while leaf_index >= sizes.get(log, 0):
        if not later:
            return None
        log, leaf_index = later.pop(0), 0
    size = sizes[log]
    with connection.cursor() as cursor:
        if not later:
            cursor.execute(_FIRST_OTHER, [log, leaf_index, size, unless_all])
            if cursor.fetchone() is None:
                return None
        cursor.execute(_LENGTHS, [log, leaf_index, min(size, leaf_index + MOST_EVENTS)])
        next_leaf = _end(leaf_index, cursor.fetchall())
        if next_leaf > leaf_index:
            return LeafRange(log, leaf_index, next_leaf)
        end = min(size, leaf_index + MOST_PURGED)
        cursor.execute(_NEXT_EVENT, [log, leaf_index, end])
        (next_leaf,) = cursor.fetchone() or (end,)
        return LeafRange(log, leaf_index, next_leaf, is_purged=True)


def _end(first_leaf: int, rows: list[tuple[int, int | None]]) -> int:
    """Return the leaf index before which a range ends: at a purged event, or at its number of bytes."""
    end, total = first_leaf, 0
    for leaf_index, length in rows:
        if length is None or leaf_index != end:
            break
        total += _TIMES * length + _PROOF_BYTES
        if total > MOST_BYTES and end > first_leaf:
            break
        end = leaf_index + 1
    return end


def read_range(found: LeafRange, *, with_figures: bool, with_texts: bool) -> tuple[str, list[SealedEvent]]:
    """Return the log's newest checkpoint, as a note, and the events of a range with their proofs under it.

    Six queries, and those for the hashes of the proofs. Raises NothingSealed.
    """
    checkpoint = newest_checkpoint(found.log)
    with connection.cursor() as cursor:
        cursor.execute(_LEAVES, [found.log, found.first_leaf, found.next_leaf])
        rows = cursor.fetchall()
    events = list(AuditEvent.objects.filter(pk__in=[event_id for _, event_id, *_ in rows]).order_by("pk"))
    entries = {entry.event.pk: entry for entry in load_entries(events, with_figures, with_texts)}
    nodes = stored_nodes(found.log)
    return checkpoint.note, [
        SealedEvent(
            leaf_index,
            entries.get(event_id),
            base64_of(bytes(leaf)),
            _proof(nodes, leaf_index, checkpoint.size),
            statement,
        )
        for leaf_index, event_id, leaf, statement in rows
    ]


def subtree_hashes(found: LeafRange) -> tuple[str, list[str]]:
    """Return the log's newest checkpoint, and the hashes (base64) of the largest full subtrees that make up a range.

    In their order (``merkle.full_subtrees``) they continue a tree of the leaves before. Empty if leaves are missing
    from the tables, which a verifier finds. Raises NothingSealed.
    """
    checkpoint, nodes = newest_checkpoint(found.log), stored_nodes(found.log)
    try:
        hashes = [nodes(*each) for each in merkle.full_subtrees(found.first_leaf, found.next_leaf)]
    except KeyError:
        hashes = []
    return checkpoint.note, list(map(base64_of, hashes))


def _proof(nodes: merkle.Nodes, leaf_index: int, size: int) -> list[str]:
    """Return the inclusion proof; empty if leaves are missing from the tables, which a verifier finds."""
    try:
        return list(map(base64_of, merkle.inclusion_proof(nodes, leaf_index, size)))
    except (KeyError, IndexError):
        return []
