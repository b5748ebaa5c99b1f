"""Merkle trees as in RFC 6962, section 2.1, with SHA-256: roots, inclusion proofs and consistency proofs.

Hashes are 32 bytes. ``leaves`` are leaf hashes (``leaf_hash``) in order.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

EMPTY_ROOT: Final = hashlib.sha256().digest()


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf. The first byte hashed differs from ``node_hash``, so a node cannot pass for a leaf."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a tree: what is needed to append leaves and to compute the root.

    ``hashes`` are the roots of the tree's full subtrees, the largest first: one for each 1 bit of ``size``.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, size: int, joined: bytes) -> "Edge":
        """Return the edge whose hashes, joined, are these bytes."""
        return cls(size, tuple(joined[start : start + 32] for start in range(0, len(joined), 32)))

    def append(self, leaf: bytes) -> "Edge":
        """Return the edge after appending one leaf."""
        return self.extend((leaf,))[0]

    def extend(self, leaves: Iterable[bytes]) -> tuple["Edge", list[tuple[int, int, bytes]]]:
        """Return the edge after appending leaves, and the (level, index, root) of each subtree that they complete."""
        hashes, size = [*self.hashes], self.size
        full: list[tuple[int, int, bytes]] = []
        for leaf in leaves:
            level, index, root = 0, size, leaf
            while index & 1:
                level, index, root = level + 1, index >> 1, node_hash(hashes.pop(), root)
                full.append((level, index, root))
            hashes.append(root)
            size += 1
        return Edge(size, tuple(hashes)), full

    @property
    def root(self) -> bytes:
        if not self.hashes:
            return EMPTY_ROOT
        *rest, root = self.hashes
        for left in reversed(rest):
            root = node_hash(left, root)
        return root


# Called with (level, index); returns the root of the full subtree of 2**level leaves with that index on its level.
Nodes = Callable[[int, int], bytes]


def inclusion_proof(nodes: Nodes, index: int, size: int) -> list[bytes]:
    """Return the inclusion proof of leaf ``index`` in the tree of the first ``size`` leaves. Raises IndexError."""
    if not 0 <= index < size:
        raise IndexError(index)
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_root(nodes, middle, end))
            end = middle
        else:
            path.append(_root(nodes, start, middle))
            start = middle
    return path[::-1]


def includes(root: bytes, size: int, index: int, leaf: bytes, proof: Sequence[bytes]) -> bool:
    """Return whether the proof shows that ``leaf`` is leaf ``index`` of this tree (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    last, computed = size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            computed = node_hash(each, computed)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            computed = node_hash(computed, each)
        index, last = index >> 1, last >> 1
    return last == 0 and computed == root


def consistency_proof(nodes: Nodes, old_size: int, size: int) -> list[bytes]:
    """Return the proof that the tree of ``size`` leaves begins with the tree of ``old_size``. Raises IndexError."""
    if not 0 <= old_size <= size:
        raise IndexError(old_size)
    return list(_consistency(nodes, 0, size, old_size)) if 0 < old_size < size else []


def _consistency(nodes: Nodes, start: int, end: int, old_end: int, *, is_whole: bool = True) -> Iterator[bytes]:
    if old_end == end:
        if not is_whole:
            yield _root(nodes, start, end)
        return
    middle = start + _split(end - start)
    if old_end <= middle:
        yield from _consistency(nodes, start, middle, old_end, is_whole=is_whole)
        yield _root(nodes, middle, end)
    else:
        yield from _consistency(nodes, middle, end, old_end, is_whole=False)
        yield _root(nodes, start, middle)


def full_subtrees(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (level, index) of the largest full subtrees that make up the leaves ``start`` to ``end`` (exclusive)."""
    while start < end:
        level = (end - start).bit_length() - 1
        if start:
            level = min(level, (start & -start).bit_length() - 1)
        yield level, start >> level
        start += 1 << level


def _root(nodes: Nodes, start: int, end: int) -> bytes:
    """Return the root of the leaves ``start`` to ``end`` (exclusive), computed from full subtrees."""
    size, hashes = end - start, []
    while start < end:
        level = (end - start).bit_length() - 1
        hashes.append(nodes(level, start >> level))
        start += 1 << level
    return Edge(size, tuple(hashes)).root


def _split(size: int) -> int:
    """Return the largest power of two below ``size``, which is two or more."""
    return 1 << (size - 1).bit_length() - 1
