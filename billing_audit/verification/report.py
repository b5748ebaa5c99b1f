"""What a verification of the record says of a log."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Verdict(StrEnum):
    """What is to be said of a log, the worst first."""

    ALTERED = "altered"
    INSERTED = "inserted"
    REMOVED = "removed"
    REORDERED = "reordered"
    CUT_OFF = "cut off"
    UNSEALED = "unsealed"
    NO_OUTSIDE_HEAD = "no outside head"
    PURGED = "purged by policy"
    ERASED = "personal data erased"
    INTACT = "intact"


TAMPERED: Final = frozenset({Verdict.ALTERED, Verdict.INSERTED, Verdict.REMOVED, Verdict.REORDERED})
# A finding names the first of a kind; a log that was wiped would otherwise have one for each event.
FINDINGS_KEPT: Final = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is to be said: of which event and which of its fields, where that is known."""

    verdict: Verdict
    text: str
    event_id: str | None = None
    field: str | None = None


@dataclass(slots=True)
class Report:
    """What a pass over one log found. ``findings`` are the first hundred; ``counts`` are all, by verdict."""

    log: str
    sealed: int = 0
    purged: int = 0
    erased: int = 0
    unsealed: int = 0
    oldest_unsealed_seconds: float = 0.0
    compared_size: int | None = None
    findings: list[Finding] = field(default_factory=list)
    counts: Counter[Verdict] = field(default_factory=Counter)

    @property
    def verdict(self) -> Verdict:
        """The worst that was found."""
        return next((each for each in Verdict if self.counts[each]), Verdict.INTACT)

    def add(self, verdict: Verdict, text: str, event_id: str | None = None, field: str | None = None) -> None:
        """Add a finding."""
        self.counts[verdict] += 1
        if len(self.findings) < FINDINGS_KEPT:
            self.findings.append(Finding(verdict, text, event_id, field))
