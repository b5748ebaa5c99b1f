"""The query of a summary, and the limits on its range and groups."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from billing_access.billing.reports.buckets import MAX_BUCKETS, TooManyBuckets, bucket_edges

# Limits on groups, `is_other` included: in each bucket, and with the single bucket `none`.
MAX_GROUPS: Final = 100
MAX_GROUPS_OF_ALL: Final = 5000
# The most groups of all buckets together: where there are more than 300 buckets, each has fewer groups.
MAX_CELLS: Final = 300 * MAX_GROUPS
# What one summary may read, so that none takes longer than a second: runs, by one key and by two; and the rollups of a
# registered tag, by UTC day and by quarter hour. A tag may have another value in each run.
MAX_RUNS: Final = 300_000
MAX_RUNS_BY_TWO: Final = 100_000
MAX_DAY_ROLLUPS: Final = 100_000
MAX_QUARTER_HOUR_ROLLUPS: Final = 500_000
# The longest range in days of the zone's calendar: with rollups, ungrouped in the long buckets (ten years, in which at
# most three years have a leap day), and if runs have to be summed.
MAX_DAYS: Final = 366
MAX_DAYS_OF_LONG_BUCKETS: Final = 3653
MAX_DAYS_OF_RUNS: Final = 31
_LONG_BUCKETS: Final = ("month", "none")
TAG: Final = "tag:"
COLUMNS: Final = ("run_type", "status")
MAX_GROUPINGS: Final = 2


class RangeTooWide(ValueError):
    """The range is more than one summary covers, or has more to read; the message names the limit."""


class UnregisteredTag(ValueError):
    """Usage cannot be grouped by this tag, or not yet (``is_backfilling``); ``registered`` are the tags that work."""

    def __init__(self, key: str, registered: list[str], is_backfilling: bool) -> None:
        super().__init__(key)
        self.key, self.registered, self.is_backfilling = key, registered, is_backfilling


@dataclass(frozen=True, slots=True)
class SummaryQuery:
    """Usage of ``[start, end)`` by ``bucket`` in ``zone``.

    ``group_by``: at most two of ``tag:<key>`` (a registered tag), ``run_type`` and ``status``.
    """

    start: datetime
    end: datetime
    bucket: str
    zone: ZoneInfo
    group_by: tuple[str, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag keys that it groups by."""
        return tuple(each.removeprefix(TAG) for each in self.group_by if each.startswith(TAG))

    @property
    def has_rollup(self) -> bool:
        """Whether rollups exist for this query: it has no grouping, or one tag."""
        return not self.group_by or (len(self.group_by) == len(self.tags) == 1)

    @property
    def max_runs(self) -> int:
        """How many runs it may sum one by one."""
        return MAX_RUNS_BY_TWO if len(self.group_by) > 1 else MAX_RUNS

    def max_groups(self, buckets: int) -> int:
        """Return the limit on groups in each of so many buckets."""
        return MAX_GROUPS_OF_ALL if self.bucket == "none" else min(MAX_GROUPS, MAX_CELLS // buckets)

    @property
    def max_days(self) -> tuple[int, str]:
        """The longest range in days of the zone's calendar, and the queries that this limit is for."""
        if not self.has_rollup:
            return MAX_DAYS_OF_RUNS, "when grouped by run_type, status or two keys"
        if self.group_by:
            return MAX_DAYS, "when grouped by a tag"
        if self.bucket in _LONG_BUCKETS:
            return MAX_DAYS_OF_LONG_BUCKETS, "(ten years)"
        return MAX_DAYS, f"by {self.bucket}, and {MAX_DAYS_OF_LONG_BUCKETS:,} by month or with bucket=none"


def summary_edges(query: SummaryQuery) -> list[datetime]:
    """Return the edges of the query's buckets. Raises RangeTooWide."""
    days, which = query.max_days
    try:
        # Local times are compared, since daylight saving can make 366 days an hour longer than 366 * 24 hours.
        start, end = (time.astimezone(query.zone).replace(tzinfo=None) for time in (query.start, query.end))
        if end - start > timedelta(days=days):
            raise RangeTooWide(f"A summary covers at most {days:,} days {which}.")
        return bucket_edges(query.start, query.end, query.bucket, query.zone)
    except TooManyBuckets:
        raise RangeTooWide(f"The range has more than {MAX_BUCKETS:,} buckets of one {query.bucket}.") from None
    except OverflowError:
        raise RangeTooWide("The range reaches beyond the years 1 to 9999.") from None
