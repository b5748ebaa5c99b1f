"""`make soak` and CI try properties on all of their examples, and `make test` on a third of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties import tried_on


def _tried() -> int:
    drawn = []

    @tried_on(30)
    @given(st.integers())
    def holds(number: int) -> None:
        drawn.append(number)

    assert [mark.name for mark in holds.pytestmark] == ["soak"]
    holds()
    return len(drawn)


def test_all_examples_are_tried_in_soak_and_a_third_in_make_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUNDS", "40")
    assert _tried() == 30
    monkeypatch.delenv("ROUNDS")
    assert _tried() == 10
