"""Proofs from the tables: that an event is in its log's tree, and that a tree begins with an older one."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from django.db import connection

from billing_audit.signed_notes import Checkpoint, InvalidNote, Verifier
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.transparency.merkle import Nodes, includes, inclusion_proof, leaf_hash, node_hash
from billing_audit.transparency.sealer import LEVEL_STEP

_TILE: Final = 1 << LEVEL_STEP
# Hashes kept in memory, some 20 MB: whoever walks a log in order reads each tile once.
_KEPT: Final = 100_000
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


def inclusion_path(log: str, place: int, size: int) -> list[bytes]:
    """Return the proof that the leaf at a place is in the tree of the first ``size``. One query.

    Raises KeyError where the tables do not hold the hashes any more.
    """
    tiles: set[tuple[int, int]] = set()

    def wish(level: int, place: int) -> bytes:
        step = level % LEVEL_STEP
        first = place << step
        tiles.add((level - step, first - first % _TILE))
        return b""

    inclusion_proof(wish, place, size)
    nodes = [tile for tile in tiles if tile[0]]
    with connection.cursor() as cursor:
        cursor.execute(
            _TILES,
            [[first for level, first in tiles if not level], log,
             [level for level, _ in nodes], [first for _, first in nodes], log],
        )  # fmt: skip
        known = {(level, at): bytes(found) for level, at, found in cursor.fetchall()}
    return inclusion_proof(_from(known), place, size)


@dataclass(frozen=True, slots=True)
class EventProof:
    """That one event is in its log: leaf hash, path, signed checkpoint. ``fault``: why that does not hold, or empty."""

    place: int
    size: int
    leaf: bytes
    path: list[bytes]
    checkpoint: str
    fault: str


def prove(log: str, place: int, body: str, verifiers: Collection[Verifier]) -> EventProof | None:
    """Prove an event by the newest checkpoint of its log; None where there is none. Two queries."""
    for newest in newest_checkpoints(log):
        leaf, path, fault = leaf_hash(body.encode()), [], ""
        try:
            point = Checkpoint.parse(newest.note, verifiers)
            path = inclusion_path(log, place, point.size)
            if point.log != log or not includes(point.root, point.size, place, leaf, path):
                fault = "the event does not lead to the root that was signed"
        except InvalidNote as error:
            fault = f"the checkpoint: {error}"
        except (KeyError, IndexError):
            fault = "leaves of the log are gone, so that no path leads to the root that was signed"
        return EventProof(place, newest.size, leaf, path, newest.note, fault)
    return None


def _from(known: dict[tuple[int, int], bytes]) -> Nodes:
    def node(level: int, place: int) -> bytes:
        if level % LEVEL_STEP and (level, place) not in known:
            return node_hash(node(level - 1, 2 * place), node(level - 1, 2 * place + 1))
        return known[level, place]

    return node


def stored_nodes(log: str) -> Nodes:
    """Return the hashes of one log's tree, for many proofs: they are read 256 at a time.

    Raises KeyError for a subtree that is not full, or that the tables do not hold any more.
    """
    known: dict[tuple[int, int], bytes] = {}

    def read(level: int, place: int) -> None:
        first = place - place % _TILE
        with connection.cursor() as cursor:
            cursor.execute(
                _NODES if level else _LEAVES,
                [log, first, first + _TILE, level] if level else [log, first, first + _TILE],
            )
            known.update({(level, at): bytes(found) for at, found in cursor.fetchall()})

    def node(level: int, place: int) -> bytes:
        if len(known) > _KEPT:
            known.clear()
        if (level, place) not in known:
            if level % LEVEL_STEP == 0:
                read(level, place)
            else:
                known[level, place] = node_hash(node(level - 1, 2 * place), node(level - 1, 2 * place + 1))
        return known[level, place]

    return node
