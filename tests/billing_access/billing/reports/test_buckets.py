"""The edges of buckets in any time zone, and the rollups and runs from which they are read."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.reports.buckets import (
    BUCKETS,
    MAX_BUCKETS,
    TooManyBuckets,
    bucket_edges,
    runs_alone,
    sources,
)
from orgs.time_zones import time_zone, time_zone_names
from tests.properties import tried_on

ZONES = sorted(time_zone_names())


def local(zone, bucket, start, end):
    """Return the edges in local time."""
    edges = bucket_edges(datetime.fromisoformat(start), datetime.fromisoformat(end), bucket, time_zone(zone))
    return [f"{edge.astimezone(time_zone(zone)):%m-%dT%H:%M%z}" for edge in edges]


CASES = {
    "a day of 23 hours": (
        "America/New_York", "day", "2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z",
        ["03-07T00:00-0500", "03-08T00:00-0500", "03-09T00:00-0400", "03-10T00:00-0400"],
    ),
    "a day of 25 hours": (
        "America/New_York", "day", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z",
        ["11-01T00:00-0400", "11-02T00:00-0500"],
    ),
    "an hour that comes twice": (
        "America/New_York", "hour", "2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z",
        ["11-01T00:00-0400", "11-01T01:00-0400", "11-01T01:00-0500", "11-01T02:00-0500", "11-01T03:00-0500"],
    ),
    "an hour that is skipped": (
        "America/New_York", "hour", "2026-03-08T06:00:00Z", "2026-03-08T08:00:00Z",
        ["03-08T01:00-0500", "03-08T03:00-0400", "03-08T04:00-0400"],
    ),
    "a midnight that is skipped": (
        "America/Sao_Paulo", "day", "2018-11-03T03:00:00Z", "2018-11-05T02:00:00Z",
        ["11-03T00:00-0300", "11-04T01:00-0200", "11-05T00:00-0200"],
    ),
    "a midnight that comes twice": (
        "America/Havana", "day", "2025-11-01T04:00:00Z", "2025-11-03T05:00:00Z",
        ["11-01T00:00-0400", "11-02T00:00-0400", "11-03T00:00-0500"],
    ),
    "a date that was skipped": (
        "Pacific/Apia", "day", "2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z",
        ["12-29T00:00-1000", "12-31T00:00+1400", "01-01T00:00+1400"],
    ),
    "clocks that move by half an hour": (
        "Australia/Lord_Howe", "hour", "2026-10-03T14:30:00Z", "2026-10-03T17:00:00Z",
        ["10-04T01:00+1030", "10-04T02:30+1100", "10-04T03:00+1100", "10-04T04:00+1100"],
    ),
    "a zone off the hour": (
        "Asia/Kathmandu", "day", "2026-01-01T00:00:00Z", "2026-01-02T20:00:00Z",
        ["01-01T05:45+0545", "01-02T00:00+0545", "01-03T00:00+0545", "01-03T01:45+0545"],
    ),
    "weeks start on Monday": (
        "Europe/Berlin", "week", "2026-03-20T12:00:00Z", "2026-04-01T00:00:00Z",
        ["03-20T13:00+0100", "03-23T00:00+0100", "03-30T00:00+0200", "04-01T02:00+0200"],
    ),
    "months of every length": (
        "UTC", "month", "2026-01-31T00:00:00Z", "2026-05-01T00:00:00Z",
        ["01-31T00:00+0000", "02-01T00:00+0000", "03-01T00:00+0000", "04-01T00:00+0000", "05-01T00:00+0000"],
    ),
    "the range as one": ("Asia/Kathmandu", "none", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z",
                         ["01-01T05:45+0545", "03-01T05:45+0545"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_edges(case):
    zone, bucket, start, end, expected = case
    assert local(zone, bucket, start, end) == expected


RANGES = st.tuples(
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),
    st.timedeltas(timedelta(microseconds=1), timedelta(days=40)),
).map(lambda drawn: (drawn[0], drawn[0] + drawn[1]))


@tried_on(400)
@given(RANGES, st.sampled_from(ZONES), st.sampled_from(BUCKETS))
def test_any_range_is_cut_into_buckets_that_meet_and_are_covered_once(span, zone_name, bucket):
    start, end = span
    zone = time_zone(zone_name)
    edges = bucket_edges(start, end, bucket, zone)
    assert (edges[0], edges[-1]) == (start, end)
    assert all(one < two for one, two in pairwise(edges))
    for edge in edges[1:-1]:
        before, at = ((edge - timedelta(microseconds=each)).astimezone(zone) for each in (1, 0))
        assert _label(before, bucket) != _label(at, bucket) or bucket == "hour"
    found = sources(edges)
    pieces = sorted(
        [piece for ranges in (found.days, found.quarter_hours, found.runs) for piece in _of(ranges)]
        + [(cut.day, cut.day + timedelta(days=1)) for cut in found.cuts]
    )
    # A cut day counts in the bucket of its larger part; its smaller part is at most half a day of quarter hours.
    for cut in found.cuts:
        (edge,) = [edge for edge in edges if cut.day < edge < cut.day + timedelta(days=1)]
        parts = [(cut.day, edge), (edge, cut.day + timedelta(days=1))]
        larger = parts[1 - parts.index((cut.start, cut.end))]
        assert larger[0] <= cut.at < larger[1]
        assert cut.end - cut.start <= timedelta(hours=12)
        assert cut.start.timestamp() % 900 == cut.end.timestamp() % 900 == 0
    assert pieces[0][0] == start
    assert pieces[-1][1] == end
    assert all(one[1] == two[0] for one, two in pairwise(pieces))
    for ranges, step in ((found.days, 86_400), (found.quarter_hours, 900)):
        assert all(time.timestamp() % step == 0 for time in (*ranges.starts, *ranges.ends))
    # No rollup row is in two buckets.
    for edge in edges:
        assert not any(one < edge < two and edge.timestamp() % 86_400 for one, two in _of(found.days))
        assert not any(one < edge < two and edge.timestamp() % 900 for one, two in _of(found.quarter_hours))


def _of(ranges):
    return zip(ranges.starts, ranges.ends, strict=True)


def _label(time, bucket):
    if bucket == "week":
        return time.isocalendar()[:2]
    return time.strftime({"hour": "%Y%m%d%H", "day": "%Y%m%d", "month": "%Y%m"}[bucket])


def test_whole_utc_days_are_read_as_days_and_only_the_edges_closer():
    day = datetime(2026, 1, 1, tzinfo=UTC)
    year = bucket_edges(day, day + timedelta(days=365), "day", time_zone("UTC"))
    found = sources(year)
    assert (found.days.starts, found.days.ends) == ((day,), (day + timedelta(days=365),))
    assert found.quarter_hours.starts == found.runs.starts == ()
    cut = sources([day + timedelta(seconds=1), day + timedelta(days=2, minutes=20)])
    assert [(f"{one:%d %T}", f"{two:%d %T}") for one, two in _of(cut.runs)] == [
        ("01 00:00:01", "01 00:15:00"),
        ("03 00:15:00", "03 00:20:00"),
    ]
    assert list(_of(cut.days)) == [(day + timedelta(days=1), day + timedelta(days=2))]
    assert len(list(_of(cut.quarter_hours))) == 2
    assert list(_of(runs_alone(year).runs)) == [(day, day + timedelta(days=365))]


def test_a_thousand_buckets_and_no_more():
    start = datetime(2026, 1, 1, tzinfo=UTC)
    assert len(bucket_edges(start, start + timedelta(hours=MAX_BUCKETS), "hour", time_zone("UTC"))) == MAX_BUCKETS + 1
    with pytest.raises(TooManyBuckets):
        bucket_edges(start, start + timedelta(hours=MAX_BUCKETS, microseconds=1), "hour", time_zone("UTC"))
