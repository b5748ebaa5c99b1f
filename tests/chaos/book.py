"""What the clients of the chaos did and saw, and what they may have seen. Times are monotonic seconds."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Final

from billing_access import scopes
from billing_access.routes import RUN, Route

# Outcomes of a read that are no refusal's code.
SERVED: Final = "served"
WITHHELD: Final = "served without its cost"
NOTHING: Final = "no answer, or one without data"
# May happen at any time and leaves nothing behind.
ALWAYS_POSSIBLE: Final = frozenset({NOTHING, "rate_limited"})
ON: Final = frozenset({"on"})
OFF: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Key:
    """A key of which a client knows; ``organization`` is the public id. The secret is empty if its answer was lost."""

    id: str
    organization: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a key or of an organization's opt-in, named by its id. A refused one is none.

    ``leaves`` are the key's scopes afterwards, empty if it is revoked; of an opt-in ``ON`` or ``OFF``. ``acknowledged``
    is None if no answer came, so that the change may have happened or not.
    """

    subject: str
    verb: str
    leaves: frozenset[str]
    began: float
    acknowledged: float | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A request with a key. ``outcome`` is ``SERVED``, ``WITHHELD``, ``NOTHING`` or a refusal's code."""

    key: Key
    route: Route
    began: float
    ended: float
    outcome: str
    request_id: str


@dataclass(slots=True)
class Import:
    """A file that a client imports, again and again until the command says that it succeeded."""

    organization: str
    run_ids: list[str]
    is_acknowledged: bool = False


class Book:
    """Everything that the clients noted. One client alone changes a key or an opt-in, one change after the other."""

    def __init__(self) -> None:
        self.keys: list[Key] = []
        self.changes: defaultdict[str, list[Change]] = defaultdict(list)
        self.reads: list[Read] = []
        self.imports: list[Import] = []

    def note(self, change: Change) -> None:
        """Note a change that has ended."""
        self.changes[change.subject].append(change)

    def state(self, subject: str, began: float = math.inf, ended: float = math.inf) -> frozenset[str] | None:
        """Return what the last change left, if it was acknowledged before ``began`` and none began before ``ended``.

        None: nobody can know.
        """
        changes = self.changes[subject]
        begun = bisect_left(changes, ended, key=lambda change: change.began)
        last = changes[begun - 1] if begun else None
        return None if last is None or last.acknowledged is None or last.acknowledged > began else last.leaves

    def possible(self, read: Read) -> Set[str] | None:
        """Return the outcomes that the acknowledged changes allow; None if any is possible."""
        held = self.state(read.key.id, read.began, read.ended)
        if held is None:
            return None
        if not held:
            return {"key_revoked"}
        if not read.route.scopes <= held:
            return {"insufficient_scope"}
        closed = {WITHHELD if read.route is RUN else "org_opt_in_required"}
        if read.route is RUN and scopes.BILLING_USAGE_READ not in held:
            return closed
        opt_in = self.state(read.key.organization, read.began, read.ended)
        return {SERVED} | closed if opt_in is None else {SERVED} if opt_in == ON else closed
