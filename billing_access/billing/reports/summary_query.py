"""What a summary is asked for, and how much may be asked for at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from billing_access.billing.reports.buckets import MAX_BUCKETS, TooManyBuckets, bucket_edges

# The rest (`is_other`) is one of them.
MAX_GROUPS: Final = 100
MAX_GROUPS_OF_ALL: Final = 5000
# Days of the zone's calendar that a range may have: with rollups, and where the runs themselves are summed.
MAX_DAYS: Final = 366
MAX_DAYS_OF_RUNS: Final = 31
TAG: Final = "tag:"
COLUMNS: Final = ("run_type", "status")
MAX_GROUPINGS: Final = 2


class RangeTooWide(ValueError):
    """More than can be summed at once; the message says how much can."""


class UnregisteredTag(ValueError):
    """A tag that no rollup can be read for; ``registered`` are those that can, ``is_filling`` says that it will be."""

    def __init__(self, key: str, registered: list[str], is_filling: bool) -> None:
        super().__init__(key)
        self.key, self.registered, self.is_filling = key, registered, is_filling


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
        """Whether a rollup is kept for it: no grouping, or one tag."""
        return not self.group_by or (len(self.group_by) == len(self.tags) == 1)


def summary_edges(query: SummaryQuery) -> list[datetime]:
    """Return the edges of the query's buckets. Raises RangeTooWide."""
    days = MAX_DAYS if query.has_rollup else MAX_DAYS_OF_RUNS
    try:
        # Compared as the zone's clock shows them: a year of it may be an hour longer than 366 times 24.
        start, end = (time.astimezone(query.zone).replace(tzinfo=None) for time in (query.start, query.end))
        if end - start > timedelta(days=days):
            why = "" if query.has_rollup else " when grouped by run_type, status or two keys"
            raise RangeTooWide(f"A summary covers {days} days at most{why}.")
        return bucket_edges(query.start, query.end, query.bucket, query.zone)
    except TooManyBuckets:
        raise RangeTooWide(f"The range has more than {MAX_BUCKETS:,} buckets of one {query.bucket}.") from None
    except OverflowError:
        raise RangeTooWide("The range reaches beyond the years 1 to 9999.") from None
