"""What tests check trees with: the root of given leaves, and RFC 9162's check of a consistency proof."""

from collections.abc import Sequence

from billing_audit.transparency.merkle import EMPTY_ROOT, Edge, node_hash


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root of the tree with these leaves."""
    return Edge().extend(leaves)[0].root


def is_consistent(old_root: bytes, old_size: int, new_root: bytes, new_size: int, proof: Sequence[bytes]) -> bool:
    """Return whether the proof shows that the new tree begins with the whole old one (RFC 9162, section 2.1.4.2)."""
    if not 0 <= old_size <= new_size:
        return False
    if old_size in {0, new_size}:
        return not proof and (old_root == EMPTY_ROOT if old_size == 0 else old_root == new_root)
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not path:
        return False
    index, last = old_size - 1, new_size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    old = new = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if index & 1 or index == last:
            old, new = node_hash(each, old), node_hash(each, new)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            new = node_hash(new, each)
        index, last = index >> 1, last >> 1
    return last == 0 and old == old_root and new == new_root
