"""The cells of a matrix: each that fails is told by its name, the others go on, and none sees another's changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from accounts.models import User
from tests.conftest import Cells


class Told:
    """In place of pytest's subtests: remembers which there were, and how each ended."""

    def __init__(self) -> None:
        self.ended: list[tuple[str, type[BaseException] | None]] = []

    @contextmanager
    def test(self, name: str) -> Iterator[None]:
        """Do as pytest does: the test goes on after a failure."""
        try:
            yield
        except BaseException as failure:
            self.ended.append((name, type(failure)))
        else:
            self.ended.append((name, None))


@pytest.mark.django_db
def test_each_that_fails_is_told_and_the_others_go_on_and_what_they_change_is_rolled_back() -> None:
    told: Any = Told()
    cells, gone_through = Cells(told), []
    for name, fails in (("first", ""), ("asserts", "assert"), ("raises", "raise"), ("expects", "expect"), ("last", "")):
        with cells(name, 7):
            assert not User.objects.exists()
            User.objects.create_user("somebody@example.com")
            gone_through.append(name)
            assert fails != "assert"
            if fails == "raise":
                raise KeyError(name)
            if fails == "expect":
                with pytest.raises(KeyError):
                    pass
    assert gone_through == ["first", "asserts", "raises", "expects", "last"]
    assert not User.objects.exists()
    assert [name for name, _ in told.ended] == ["asserts 7", "raises 7", "expects 7"]
    assert [kind for _, kind in told.ended] == [AssertionError, KeyError, pytest.fail.Exception]
    assert cells.count == 5


def test_what_ends_the_run_ends_it_in_a_cell(db: None) -> None:
    told: Any = Told()
    with pytest.raises(KeyboardInterrupt), Cells(told)("interrupted"):
        raise KeyboardInterrupt
    assert told.ended == []
