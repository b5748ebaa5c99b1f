"""Splits a range into buckets of a time zone, and finds the rollups and runs from which they are summed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

BUCKETS: Final = ("hour", "day", "week", "month", "none")
MAX_BUCKETS: Final = 1000
DAY: Final = timedelta(days=1)
QUARTER_HOUR: Final = timedelta(minutes=15)
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_STEPS: Final = {"hour": timedelta(hours=1), "day": DAY, "week": timedelta(weeks=1)}


class TooManyBuckets(ValueError):
    """The range has more than MAX_BUCKETS buckets."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Half-open ranges as two arrays: ``starts[n]`` to ``ends[n]``."""

    starts: tuple[datetime, ...] = ()
    ends: tuple[datetime, ...] = ()

    @property
    def pairs(self) -> Iterator[tuple[datetime, datetime]]:
        """Each range as a pair."""
        return zip(self.starts, self.ends, strict=True)


@dataclass(frozen=True, slots=True)
class Cut:
    """A UTC day that one edge cuts into parts of two buckets.

    The whole day is counted in the bucket of the larger part, of which ``at`` is an instant. The smaller part
    ``[start, end)`` is read by quarter hours, subtracted there and added to its own bucket.
    """

    day: datetime
    at: datetime
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Sources:
    """What buckets are summed from: rollups of whole UTC days and of quarter hours, cut days, and runs for the rest."""

    days: Ranges
    quarter_hours: Ranges
    runs: Ranges
    cuts: tuple[Cut, ...] = ()

    @property
    def of_day_rollups(self) -> Ranges:
        """Every UTC day of which rollups are read, by day or by quarter hour, as ranges from midnight to midnight."""
        ranges = [*self.days.pairs, *self.quarter_hours.pairs, *((cut.day, cut.day + DAY) for cut in self.cuts)]
        merged: list[tuple[datetime, datetime]] = []
        for start, end in sorted((_down(start, DAY), round_up(end, DAY)) for start, end in ranges):
            if merged and start <= merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        return _ranges(merged)

    @property
    def of_quarter_hour_rollups(self) -> Ranges:
        """The ranges of which rollups are read by quarter hour."""
        return _ranges([*self.quarter_hours.pairs, *((cut.start, cut.end) for cut in self.cuts)])


def bucket_edges(start: datetime, end: datetime, bucket: str, zone: ZoneInfo) -> list[datetime]:
    """Return the edges, in UTC, of the buckets of ``[start, end)``: one more than there are buckets.

    Buckets start at full hours or at midnights of the zone's clock (a week on Monday, a month on the first). If the
    clock skips that time the bucket starts at the skip; if a midnight occurs twice, at the first. The first and the
    last bucket are clipped to the range. ``none`` is a single bucket. Raises TooManyBuckets, and OverflowError near the
    years 1 and 9999.
    """
    edges = [start.astimezone(UTC)]
    if bucket != "none":
        for edge in _boundaries(start, bucket, zone):
            if edge >= end:
                break
            if edge > edges[-1]:
                edges.append(edge)
                if len(edges) > MAX_BUCKETS:
                    raise TooManyBuckets
    return [*edges, end.astimezone(UTC)]


def sources(edges: Sequence[datetime]) -> Sources:
    """Split buckets into whole UTC days, cut days, quarter hours and the rest; adjacent ranges are joined."""
    # Inner edges at midnight are left out: the ranges on both sides of them would be joined again.
    edges = [edges[0], *(edge for edge in edges[1:-1] if not _is_midnight(edge)), edges[-1]]
    cuts = {cut.day: cut for cut in _cuts(edges)}
    days: list[tuple[datetime, datetime]] = []
    quarters: list[tuple[datetime, datetime]] = []
    runs: list[tuple[datetime, datetime]] = []
    for bucket_start, bucket_end in pairwise(edges):
        start = bucket_start if _down(bucket_start, DAY) not in cuts else round_up(bucket_start, DAY)
        end = bucket_end if _down(bucket_end, DAY) not in cuts else _down(bucket_end, DAY)
        if start >= end:
            continue
        first, last = round_up(start, QUARTER_HOUR), _down(end, QUARTER_HOUR)
        if first >= last:
            _add(runs, start, end)
            continue
        _add(runs, start, first)
        first_day, last_day = round_up(first, DAY), _down(last, DAY)
        if first_day < last_day:
            _add(quarters, first, first_day)
            _add(days, first_day, last_day)
            _add(quarters, last_day, last)
        else:
            _add(quarters, first, last)
        _add(runs, last, end)
    return Sources(_ranges(days), _ranges(quarters), _ranges(runs), tuple(cuts.values()))


def _cuts(edges: Sequence[datetime]) -> Iterator[Cut]:
    for before, edge, after in zip(edges, edges[1:], edges[2:], strict=False):
        day = _down(edge, DAY)
        if edge == day or edge != _down(edge, QUARTER_HOUR) or before > day or after < day + DAY:
            continue
        if edge - day <= DAY / 2:
            yield Cut(day, edge, day, edge)
        else:
            yield Cut(day, day, edge, day + DAY)


def runs_alone(edges: Sequence[datetime]) -> Sources:
    """Return sources that read the whole range from its runs, for groupings that have no rollups."""
    return Sources(Ranges(), Ranges(), Ranges((edges[0],), (edges[-1],)))


def _boundaries(start: datetime, bucket: str, zone: ZoneInfo) -> Iterator[datetime]:
    local = start.astimezone(zone).replace(tzinfo=None, fold=0)
    local = local.replace(minute=0, second=0, microsecond=0)
    if bucket != "hour":
        local = local.replace(hour=0)
    if bucket == "week":
        local -= timedelta(days=local.weekday())
    if bucket == "month":
        local = local.replace(day=1)
    while True:
        yield from sorted({*_instants(local, zone, repeated=bucket == "hour")})
        local = _next_month(local) if bucket == "month" else local + _STEPS[bucket]


def _instants(local: datetime, zone: ZoneInfo, *, repeated: bool) -> Iterator[datetime]:
    yield local.replace(tzinfo=zone).astimezone(UTC)
    if repeated:
        second = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
        if second.astimezone(zone).replace(tzinfo=None, fold=0) == local:
            yield second


def _next_month(local: datetime) -> datetime:
    return (local + timedelta(days=31)).replace(day=1)


def round_up(time: datetime, step: timedelta) -> datetime:
    """Return the first time at or after this one that is a whole number of steps after a UTC midnight."""
    return time + (_EPOCH - time) % step


def _down(time: datetime, step: timedelta) -> datetime:
    return time - (time - _EPOCH) % step


def _is_midnight(time: datetime) -> bool:
    return not (time.hour or time.minute or time.second or time.microsecond)


def _add(pieces: list[tuple[datetime, datetime]], start: datetime, end: datetime) -> None:
    if start >= end:
        return
    if pieces and pieces[-1][1] == start:
        start = pieces.pop()[0]
    pieces.append((start, end))


def _ranges(pieces: list[tuple[datetime, datetime]]) -> Ranges:
    return Ranges(tuple(start for start, _ in pieces), tuple(end for _, end in pieces))
