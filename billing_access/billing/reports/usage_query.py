"""What a page of usage is asked for: the query, and where a walk or a copy continues."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from billing_access.billing.reports.account_snapshot import AccountSnapshot

DEFAULT_LIMIT: Final = 100
MAX_LIMIT: Final = 500


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a copy of ``[start, end)`` is complete: every change up to this revision was handed out."""

    start: datetime
    end: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a walk stands: its range, the snapshot of its first page, and the last run that was handed out.

    ``place`` is that run's start, or its revision in a walk through changes.
    """

    start: datetime
    end: datetime
    as_of: datetime
    revision: int
    place: datetime | int
    run_id: str


@dataclass(frozen=True, slots=True)
class UsageQuery:
    """Which runs: those started in ``[start, end)`` that match every filter.

    A side of the range that is None is the account's current period's. ``tags`` are (key, value) pairs, all of
    which must match. ``limit`` is 1 to 500. With ``updated_after``: the bookmark's range, only runs that changed
    after it, in the order of their change; ``order`` says nothing then.
    """

    start: datetime | None = None
    end: datetime | None = None
    limit: int = DEFAULT_LIMIT
    tags: tuple[tuple[str, str], ...] = ()
    status: str | None = None
    run_type: str | None = None
    order: Literal["desc", "asc"] = "desc"
    updated_after: Bookmark | None = None

    def range(self, snapshot: AccountSnapshot, cursor: Cursor | None = None) -> tuple[datetime, datetime]:
        """Return the range in force: pinned by the walk or the copy, else as asked, else the period's."""
        pinned = cursor or self.updated_after
        if pinned is not None:
            return pinned.start, pinned.end
        return self.start or snapshot.period_start, self.end or snapshot.period_end
