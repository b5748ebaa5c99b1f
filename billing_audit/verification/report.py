"""The result of verifying one log: findings, each with a verdict."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Verdict(StrEnum):
    """The kinds of findings, the worst first. docs/audit.md says what each means."""

    ALTERED = "altered"
    INSERTED = "inserted"
    REMOVED = "removed"
    REORDERED = "reordered"
    CUT_OFF = "cut off"
    RESTORED = "restored"
    UNKNOWN_KEY = "unknown key"
    UNSEALED = "unsealed"
    NO_OUTSIDE_HEAD = "no outside head"
    RESTORE_ACCEPTED = "restore accepted"
    PURGED = "purged by policy"
    ERASED = "personal data erased"
    INTACT = "intact"


TAMPERED: Final = frozenset({Verdict.ALTERED, Verdict.INSERTED, Verdict.REMOVED, Verdict.REORDERED})
# The number of findings that a report keeps: a wiped log would otherwise have one for each event.
FINDINGS_KEPT: Final = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with the event and the field that it is about where they are known."""

    verdict: Verdict
    text: str
    event_id: str | None = None
    field: str | None = None


@dataclass(slots=True)
class Report:
    """The result for one log. ``findings`` has the first 100 findings; ``counts`` counts all of them by verdict."""

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
        """The worst verdict among the findings; INTACT if there are none."""
        return next((each for each in Verdict if self.counts[each]), Verdict.INTACT)

    def add(self, verdict: Verdict, text: str, event_id: str | None = None, field: str | None = None) -> None:
        """Count a finding, and keep it if it is one of the first 100."""
        self.counts[verdict] += 1
        if len(self.findings) < FINDINGS_KEPT:
            self.findings.append(Finding(verdict, text, event_id, field))
