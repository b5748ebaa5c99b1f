"""Proofs from the tables: that an event is in its log's tree, and that a tree begins with an older one."""

from typing import Final

from django.db import connection

from orgs.audit.merkle import Nodes, node_hash
from orgs.audit.sealing import LEVEL_STEP

_TILE: Final = 1 << LEVEL_STEP
# Hashes kept in memory, some 20 MB: whoever walks a log in order reads each tile once.
_KEPT: Final = 100_000
_LEAVES: Final = "SELECT place, hash FROM audit_leaf WHERE log = %s AND place >= %s AND place < %s"
_NODES: Final = "SELECT place, hash FROM audit_node WHERE log = %s AND place >= %s AND place < %s AND level = %s"


def stored_nodes(log: str) -> Nodes:
    """Return the hashes of one log's tree. They are read 256 at a time: a proof takes some six queries at any size.

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
