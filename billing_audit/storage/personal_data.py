"""Where personal data stands outside the audit log: each app registers what erases its own tables."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from billing_audit.record import Actor

ERASED: Final = "(erased)"
# A shorter name, such as "Al", would be found within other words.
_SHORTEST_NAME: Final = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data is erased: a person, who may have an id, e-mail addresses and a name; or one IP address.

    ``emails`` are in lower case. ``with_texts``: what was typed goes too.
    """

    user_id: str = ""
    emails: frozenset[str] = frozenset()
    name: str = ""
    address: str = ""
    with_texts: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The texts by which the subject is found in other texts, in lower case; the longest first."""
        names = {self.name.lower()} if len(self.name) >= _SHORTEST_NAME else set()
        return tuple(sorted({*self.emails, *names, *filter(None, [self.address])}, key=lambda each: (-len(each), each)))

    @property
    def _pattern(self) -> re.Pattern[str] | None:
        words = "|".join(map(re.escape, self.words))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None

    def is_in(self, value: Any) -> bool:
        """Tell whether one of the words stands in a text, or in a text within lists and dicts, in any letter case.

        A word within a longer one does not count.
        """
        if isinstance(value, dict):
            value = [*value, *value.values()]
        if isinstance(value, list):
            return any(map(self.is_in, value))
        return isinstance(value, str) and self._pattern is not None and self._pattern.search(value) is not None

    def without(self, value: Any) -> Any:
        """Return a text, or every text within lists and dicts, with "(erased)" in place of each word."""
        if isinstance(value, str):
            return value if self._pattern is None else self._pattern.sub(ERASED, value)
        if isinstance(value, list):
            return [self.without(each) for each in value]
        return {key: self.without(each) for key, each in value.items()} if isinstance(value, dict) else value


# Completes a subject who has an id by the addresses and the name, and checks that it can be erased.
Finder = Callable[[Subject], Subject]
# Erases in the current transaction, as the owner of the tables, and returns how many rows of what.
Eraser = Callable[[Subject, Actor], Mapping[str, int]]

_finders: Final[list[Finder]] = []
_erasers: Final[list[Eraser]] = []
_last: Final[list[Eraser]] = []


def register_personal_data(finder: Finder | None, eraser: Eraser, *, is_last: bool = False) -> None:
    """Register an app's functions, from its ``AppConfig.ready``. An eraser that deletes the person comes last."""
    if finder is not None:
        _finders.append(finder)
    (_last if is_last else _erasers).append(eraser)


def found(subject: Subject) -> Subject:
    """Return the subject with what every app knows of it. Raises what the finders raise for one that cannot be."""
    for finder in _finders:
        known = finder(subject)
        subject = replace(subject, emails=subject.emails | known.emails, name=subject.name or known.name)
    return subject


def erase_outside_the_log(subject: Subject, actor: Actor) -> dict[str, int]:
    """Have every app erase its own, in the current transaction. Returns how many rows of what, without zeros."""
    rows: dict[str, int] = {}
    for eraser in (*_erasers, *_last):
        rows |= {what: number for what, number in eraser(subject, actor).items() if number}
    return rows
