"""RFC 6962 trees: published roots, proofs for every leaf and size, and refusal of changed proofs."""

import functools
import hashlib
import runpy
from itertools import combinations
from types import SimpleNamespace

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from billing_audit.transparency.merkle import (
    EMPTY_ROOT,
    Edge,
    consistency_proof,
    full_subtrees,
    includes,
    inclusion_proof,
    leaf_hash,
    node_hash,
)
from tests.billing_audit.transparency.trees import is_consistent, root_of
from tests.properties import tried_on

# The program that checks the log offline computes trees itself.
VERIFIER = SimpleNamespace(**runpy.run_path(str(settings.BASE_DIR / "examples" / "verify_audit_export.py")))
# The leaves and roots that other implementations of RFC 6962 are tested with.
PUBLISHED = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PUBLISHED_LEAVES = [leaf_hash(bytes.fromhex(data)) for data in PUBLISHED]
SIZES = st.integers(1, 300)


def tree(size: int) -> list[bytes]:
    """Return the leaf hashes of a tree."""
    return [leaf_hash(str(n).encode()) for n in range(size)]


def nodes_of(leaves: list[bytes]):
    """Return the roots of full subtrees, computed by definition."""

    @functools.cache
    def node(level: int, place: int) -> bytes:
        subtree = leaves[place << level : (place + 1) << level]
        assert len(subtree) == 1 << level, "only full subtrees are asked for"
        return by_definition(subtree)

    return node


def by_definition(leaves: list[bytes]) -> bytes:
    """MTH exactly as RFC 6962, section 2.1, defines it."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node_hash(by_definition(leaves[:k]), by_definition(leaves[k:]))


@pytest.mark.parametrize("size", range(9))
def test_published_roots(size):
    assert root_of(PUBLISHED_LEAVES[:size]).hex() == ROOTS[size]


def test_the_published_audit_path_of_the_sixth_of_eight():
    assert [step.hex() for step in inclusion_proof(nodes_of(PUBLISHED_LEAVES), 5, 8)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_every_leaf_of_every_size():
    wrong = []
    for size in range(301):
        leaves = tree(size)
        root, nodes = root_of(leaves), nodes_of(leaves)
        assert root == by_definition(leaves), size
        for index in range(size):
            if not includes(root, size, index, leaves[index], inclusion_proof(nodes, index, size)):
                wrong.append((size, index))
    assert wrong == []


def test_every_tree_begins_with_each_of_its_own():
    edge, roots, wrong = Edge(), [EMPTY_ROOT], []
    for leaf in tree(300):
        edge = edge.append(leaf)
        roots.append(edge.root)
    for size in range(301):
        nodes = nodes_of(tree(size))
        for old in range(size + 1):
            if not is_consistent(roots[old], old, roots[size], size, consistency_proof(nodes, old, size)):
                wrong.append((size, old))
    assert wrong == []


def test_an_edge_is_as_short_as_its_size_has_bits():
    edge = Edge()
    for number, leaf in enumerate(tree(300), 1):
        edge = edge.append(leaf)
        assert (edge.size, len(edge.hashes)) == (number, number.bit_count())


@tried_on(100)
@given(size=SIZES, data=st.data())
def test_a_changed_inclusion_proof_is_refused(size, data):
    leaves = tree(size)
    index = data.draw(st.integers(0, size - 1))
    root, proof = root_of(leaves), inclusion_proof(nodes_of(leaves), index, len(leaves))
    changed = data.draw(mutations(proof))
    assert not includes(root, size, index, leaves[index], changed)
    assert not includes(root, size, index, leaf_hash(b"another"), proof)
    assert not includes(leaf_hash(b"another"), size, index, leaves[index], proof)
    other = data.draw(st.integers(-1, size).filter(lambda place: place != index))
    assert not includes(root, size, other, leaves[index], proof)


@tried_on(100)
@given(size=st.integers(2, 300), data=st.data())
def test_a_changed_consistency_proof_is_refused(size, data):
    leaves = tree(size)
    old = data.draw(st.integers(1, size - 1))
    roots, proof = (root_of(leaves[:old]), root_of(leaves)), consistency_proof(nodes_of(leaves), old, len(leaves))
    assert is_consistent(roots[0], old, roots[1], size, proof)
    assert not is_consistent(roots[0], old, roots[1], size, data.draw(mutations(proof)))
    assert not is_consistent(leaf_hash(b"x"), old, roots[1], size, proof)
    assert not is_consistent(roots[0], old, leaf_hash(b"x"), size, proof)
    assert not is_consistent(roots[1], size, roots[0], old, proof)


def mutations(proof: list[bytes]) -> st.SearchStrategy[list[bytes]]:
    """A strategy for the proof with a hash changed, left out, added or out of order."""
    places = st.integers(0, len(proof) - 1) if proof else st.nothing()
    longer = st.integers(0, len(proof)).map(lambda at: [*proof[:at], leaf_hash(b"more"), *proof[at:]])
    options = [longer]
    if proof:
        options.append(
            places.map(lambda at: [*proof[:at], bytes([proof[at][0] ^ 1]) + proof[at][1:], *proof[at + 1 :]])
        )
        options.append(places.map(lambda at: [*proof[:at], *proof[at + 1 :]]))
    if len(proof) > 1:
        options.append(st.just(proof[::-1]))
    return st.one_of(options)


def test_a_node_does_not_pass_for_a_leaf():
    leaves = tree(2)
    root = root_of(leaves)
    assert root != leaf_hash(leaves[0] + leaves[1])
    assert not includes(root, 1, 0, leaf_hash(leaves[0] + leaves[1]), [])


def test_outside_of_the_tree():
    with pytest.raises(IndexError):
        inclusion_proof(nodes_of(tree(3)), 3, 3)
    with pytest.raises(IndexError):
        consistency_proof(nodes_of(tree(3)), 4, 3)
    assert not includes(EMPTY_ROOT, 0, 0, leaf_hash(b""), [])
    assert is_consistent(EMPTY_ROOT, 0, root_of(tree(5)), 5, [])
    assert not is_consistent(leaf_hash(b""), 0, root_of(tree(5)), 5, [])


def test_a_range_is_made_of_full_subtrees() -> None:
    """They continue the tree of the leaves before, as a log goes on over what was purged."""
    leaves = [leaf_hash(bytes([each])) for each in range(41)]
    nodes = {(0, index): leaf for index, leaf in enumerate(leaves)}
    nodes |= {(level, index): root for level, index, root in Edge().extend(leaves)[1]}
    for start, end in combinations(range(len(leaves) + 1), 2):
        tree = VERIFIER.Tree(start, Edge().extend(leaves[:start])[0].hashes)
        found = list(full_subtrees(start, end))
        assert [level for level, _ in found] == list(VERIFIER.subtrees(start, end))
        for level, index in found:
            assert index << level == tree.size
            tree.append(nodes[level, index], level)
        assert (tree.size, tree.root) == (end, root_of(leaves[:end]))


def test_a_proof_shows_the_edge_of_the_leaves_before() -> None:
    leaves = [leaf_hash(bytes([each])) for each in range(41)]
    for size in range(1, len(leaves) + 1):
        nodes = {(0, index): leaf for index, leaf in enumerate(leaves[:size])}
        nodes |= {(level, index): root for level, index, root in Edge().extend(leaves[:size])[1]}
        for index in range(size):
            proof = inclusion_proof(lambda *at, nodes=nodes: nodes[at], index, size)
            assert VERIFIER.edge_before(index, size, proof) == [*Edge().extend(leaves[:index])[0].hashes]
