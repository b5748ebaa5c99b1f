"""Makes proofs from the tables: that an event is in its log's tree, and that a tree begins with an older one."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from django.db import connection

from billing_audit.signed_notes import Checkpoint, InvalidNote, Verifier
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.transparency.merkle import Nodes, includes, inclusion_proof, leaf_hash, node_hash
from billing_audit.transparency.sealer import LEVEL_STEP

_TILE: Final = 1 << LEVEL_STEP
# The number of hashes to cache, about 20 MB. A walk through a log in order then reads each tile once.
_CACHED: Final = 100_000
_LEAVES: Final = "SELECT place, hash FROM billing_audit_leaf WHERE log = %s AND place >= %s AND place < %s"
_NODES: Final = (
    "SELECT place, hash FROM billing_audit_node WHERE log = %s AND place >= %s AND place < %s AND level = %s"
)
_TILES: Final = f"""
SELECT 0, l.place, l.hash FROM unnest(%s::bigint[]) AS t (first)
JOIN billing_audit_leaf l ON l.log = %s AND l.place >= t.first AND l.place < t.first + {_TILE}
UNION ALL
SELECT n.level, n.place, n.hash FROM unnest(%s::smallint[], %s::bigint[]) AS t (level, first)
JOIN billing_audit_node n ON n.log = %s AND n.level = t.level AND n.place >= t.first AND n.place < t.first + {_TILE}
"""  # noqa: S608 (constants only)


def inclusion_path(log: str, leaf_index: int, size: int) -> list[bytes]:
    """Return the inclusion proof of a leaf in the tree of the first ``size`` leaves. One query.

    Raises KeyError if hashes are missing from the tables.
    """
    tiles: set[tuple[int, int]] = set()

    # A first pass with dummy hashes collects the tiles that the proof needs, so that one query reads them all.
    def note_tile(level: int, index: int) -> bytes:
        step = level % LEVEL_STEP
        first = index << step
        tiles.add((level - step, first - first % _TILE))
        return b""

    inclusion_proof(note_tile, leaf_index, size)
    nodes = [tile for tile in tiles if tile[0]]
    with connection.cursor() as cursor:
        cursor.execute(
            _TILES,
            [[first for level, first in tiles if not level], log,
             [level for level, _ in nodes], [first for _, first in nodes], log],
        )  # fmt: skip
        known = {(level, index): bytes(stored) for level, index, stored in cursor.fetchall()}
    return inclusion_proof(stored_nodes(log, known), leaf_index, size)


@dataclass(frozen=True, slots=True)
class EventProof:
    """The proof that an event is in its log. ``fault`` says why the proof fails; empty if it holds."""

    leaf_index: int
    size: int
    leaf: bytes
    path: list[bytes]
    checkpoint: str
    fault: str


def prove(log: str, leaf_index: int, body: str, verifiers: Collection[Verifier]) -> EventProof | None:
    """Return the proof of an event by its log's newest checkpoint, None if the log has none. Two queries."""
    for newest in newest_checkpoints(log):
        leaf, path, fault = leaf_hash(body.encode()), [], ""
        try:
            point = Checkpoint.parse(newest.note, log, verifiers)
            path = inclusion_path(log, leaf_index, point.size)
            if not includes(point.root, point.size, leaf_index, leaf, path):
                fault = "the event's path does not lead to the signed root"
        except InvalidNote as error:
            fault = f"the checkpoint: {error}"
        except (KeyError, IndexError):
            fault = "leaves of the log are missing, so no path leads to the signed root"
        return EventProof(leaf_index, newest.size, leaf, path, newest.note, fault)
    return None


def stored_nodes(log: str, known: dict[tuple[int, int], bytes] | None = None) -> Nodes:
    """Return a function for the hashes of one log's tree, which reads 256 at a time and caches them, for many proofs.

    ``known`` are hashes that were read before, by level and index. The function raises KeyError for a subtree that is
    not full, or that is missing from the tables.
    """
    known = known or {}

    def read(level: int, index: int) -> None:
        first = index - index % _TILE
        with connection.cursor() as cursor:
            cursor.execute(
                _NODES if level else _LEAVES,
                [log, first, first + _TILE, level] if level else [log, first, first + _TILE],
            )
            known.update({(level, stored_index): bytes(stored) for stored_index, stored in cursor.fetchall()})

    def node(level: int, index: int) -> bytes:
        if len(known) > _CACHED:
            known.clear()
        if (level, index) not in known:
            if level % LEVEL_STEP == 0:
                read(level, index)
            else:
                known[level, index] = node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1))
        return known[level, index]

    return node
