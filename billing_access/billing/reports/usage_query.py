"""The query of a usage page, and where a walk through pages or an incremental copy continues."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from billing_access.billing.reports.account_snapshot import AccountSnapshot

DEFAULT_LIMIT: Final = 100
MAX_LIMIT: Final = 500


class WalkEnded(Exception):
    """The revision of a cursor or bookmark no longer has its token, as after a restore of the database."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a copy of ``[start, end)`` is complete: it has every change up to this revision with this token."""

    start: datetime
    end: datetime
    revision: int
    token: str | None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a walk continues: its range, time and revision as of the first page, and the last run of the previous page.

    ``token`` is that of the revision, None at revision 0. ``position`` is that run's start, or its revision in a walk
    through changes.
    """

    start: datetime
    end: datetime
    as_of: datetime
    revision: int
    token: str | None
    position: datetime | int
    run_id: str


@dataclass(frozen=True, slots=True)
class UsageQuery:
    """A query for the runs that started in ``[start, end)`` and match every filter.

    A start or end of None is the one of the account's current period. ``tags`` are (key, value) pairs, which must all
    match. ``limit`` is 1 to 500. With ``updated_after`` the range is the bookmark's, and only runs that changed after
    it are returned, in the order of their changes; ``order`` is ignored.
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
        """Return the range: the one of the walk or the copy, else the query's, else the current period."""
        pinned = cursor or self.updated_after
        if pinned is not None:
            return pinned.start, pinned.end
        return self.start or snapshot.period_start, self.end or snapshot.period_end
