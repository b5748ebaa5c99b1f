"""Merkle trees as RFC 6962 (section 2.1) has them: roots, proofs of inclusion and of consistency. SHA-256.

Hashes are 32 bytes. ``leaves`` are leaf hashes in their order; what they are of is the caller's.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

EMPTY_ROOT: Final = hashlib.sha256().digest()


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf; the first byte keeps it apart from a node's, so neither passes for the other."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root of a tree."""
    return Edge().extend(leaves)[0].root


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a tree: enough to append to it and to tell its root, in as many hashes as its size has bits.

    ``hashes``: the roots of its full subtrees, the largest first.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> "Edge":
        """Return the edge of the tree with one leaf more."""
        return self.extend((leaf,))[0]

    def extend(self, leaves: Iterable[bytes]) -> tuple["Edge", list[tuple[int, int, bytes]]]:
        """Return the edge of the tree with these leaves more, and level, place and root of each subtree they fill."""
        hashes, size = [*self.hashes], self.size
        full: list[tuple[int, int, bytes]] = []
        for leaf in leaves:
            level, place, found = 0, size, leaf
            while place & 1:
                level, place, found = level + 1, place >> 1, node_hash(hashes.pop(), found)
                full.append((level, place, found))
            hashes.append(found)
            size += 1
        return Edge(size, tuple(hashes)), full

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        if not self.hashes:
            return EMPTY_ROOT
        *rest, root = self.hashes
        for left in reversed(rest):
            root = node_hash(left, root)
        return root


# Where hashes come from: the root of the full subtree ``place`` of 2**level leaves.
Nodes = Callable[[int, int], bytes]


def inclusion_proof(nodes: Nodes, index: int, size: int) -> list[bytes]:
    """Return the audit path of the leaf at ``index`` in the tree of the first ``size``. IndexError outside of it."""
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
    """Tell whether the proof shows the leaf at ``index`` of the tree with this size and root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(each, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, each)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def consistency_proof(nodes: Nodes, old_size: int, size: int) -> list[bytes]:
    """Return the proof that the tree of ``size`` begins with its first ``old_size``. IndexError outside of it."""
    if not 0 <= old_size <= size:
        raise IndexError(old_size)
    return list(_consistency(nodes, 0, size, old_size)) if 0 < old_size < size else []


def is_consistent(old_root: bytes, old_size: int, new_root: bytes, new_size: int, proof: Sequence[bytes]) -> bool:
    """Tell whether the proof shows that the new tree begins with the whole of the old one (RFC 9162, 2.1.4.2)."""
    if not 0 <= old_size <= new_size:
        return False
    if old_size in {0, new_size}:
        return not proof and (old_root == EMPTY_ROOT if old_size == 0 else old_root == new_root)
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not path:
        return False
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(each, old), node_hash(each, new)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, each)
        place, last = place >> 1, last >> 1
    return last == 0 and old == old_root and new == new_root


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


def _root(nodes: Nodes, start: int, end: int) -> bytes:
    """Return the root over the leaves from ``start`` to ``end``, from its full subtrees, the largest first."""
    hashes = []
    while start < end:
        level = (end - start).bit_length() - 1
        hashes.append(nodes(level, start >> level))
        start += 1 << level
    *rest, root = hashes
    for left in reversed(rest):
        root = node_hash(left, root)
    return root


def _split(size: int) -> int:
    """Return the largest power of two below a size of two or more."""
    return 1 << (size - 1).bit_length() - 1
