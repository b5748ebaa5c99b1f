"""What a check of ``manage.py doctor`` is, and how groups of checks are run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from django.db import transaction

T = TypeVar("T")
_UNITS: Final = ((86400, "days"), (3600, "hours"), (60, "minutes"), (1, "seconds"))


class State(StrEnum):
    """How a line is: well; somebody should look within a day; somebody must get up."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Line:
    """What one check found. ``do`` says what to do about it; empty where all is well."""

    check: str
    state: State
    found: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class Check(Generic[T]):
    """One check of facts of type T.

    ``look`` returns whether all is well, and what was found. ``bad`` is the state of the line if not. ``alert``: the
    alert in deploy/prometheus/alerts.yml that watches the same, which pages somebody where ``bad`` is FAIL.
    """

    name: str
    bad: State
    look: Callable[[T], tuple[bool, str]]
    do: str
    alert: str = ""

    def line(self, facts: T) -> Line:
        """Return what the check says of these facts."""
        is_well, found = self.look(facts)
        return Line(self.name, State.OK, found) if is_well else Line(self.name, self.bad, found, self.do)


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Checks of the same facts. ``in_database``: the facts are read from the database."""

    name: str
    read: Callable[[], T]
    checks: tuple[Check[T], ...]
    in_database: bool = True

    def lines(self) -> Iterator[Line]:
        """Read the facts and yield a line for each check; one that fails alone if they cannot be read."""
        try:
            if self.in_database:
                # A statement that fails spoils no transaction that the caller may have begun.
                with transaction.atomic():
                    facts = self.read()
            else:
                facts = self.read()
        except Exception as error:
            yield broken(self.name, error)
            return
        for check in self.checks:
            try:
                yield check.line(facts)
            except Exception as error:
                yield broken(check.name, error)


def broken(name: str, error: Exception) -> Line:
    """Return the line of a check that could not be made."""
    text = " ".join(str(error).split()) or "no message"
    do = "Correct what the error names. If it is an error of the code, report it with the output of this command."
    return Line(name, State.FAIL, f"could not be checked: {type(error).__name__}: {text}", do)


def is_recent(instant: datetime | None, within: timedelta) -> bool:
    """Tell whether the time lies at most so long ago. None: it never happened."""
    return instant is not None and datetime.now(UTC) - instant <= within


def ago(instant: datetime | None) -> str:
    """Return how long ago the time is, in words such as ``3 hours ago``; ``never`` for None."""
    return f"{duration(datetime.now(UTC) - instant)} ago" if instant else "never"


def duration(length: timedelta) -> str:
    """Return a length of time in its largest unit of which there are at least two, such as ``90 seconds``."""
    seconds = max(int(length.total_seconds()), 0)
    size, name = next(((size, name) for size, name in _UNITS if seconds >= 2 * size), _UNITS[-1])
    return f"{seconds // size} {name}"


def listed(names: list[Any], most: int = 3) -> str:
    """Return the names with commas between them, and how many more there are."""
    return ", ".join(map(str, names[:most])) + (f" and {len(names) - most} more" if len(names) > most else "")
