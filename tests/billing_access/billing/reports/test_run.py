"""One run is read in one SELECT, and only by its own organization."""

from datetime import UTC, datetime

import pytest

from billing_access.billing.models import Run
from billing_access.billing.reports.run import read_run

pytestmark = pytest.mark.django_db


def test_read_in_one_select(acme, feed, run, grant_for, django_assert_num_queries):
    feed(acme, run("wr_1", tags="a=b"))
    grant = grant_for(acme)
    with django_assert_num_queries(1):
        found = read_run(grant, "wr_1")
    assert (found.run_id, found.total_cost_usd, found.tags, found.status) == ("wr_1", 1, {"a": "b"}, "completed")


def test_a_run_that_waits_is_readable(acme, feed, run, grant_for):
    feed(acme, run(status="queued", started_at="", total_cost_usd="", created_at="2026-04-01T12:00:00Z"))
    found = read_run(grant_for(acme), "wr_1")
    assert (found.started_at, found.total_cost_usd, found.cost_status) == (None, None, "unpriced")


@pytest.mark.parametrize(
    "run_id", ["theirs", "nobodys", "", "WR_1", "wr_1 ", "x" * 101, "\x00", "a\x00b", "\ud800", "%"]
)
def test_anothers_unknown_and_impossible_runs_are_none(acme, other, feed, run, grant_for, run_id):
    feed(acme, run("wr_1"))
    feed(other, run("theirs"))
    assert read_run(grant_for(acme), run_id) is None


def test_a_run_that_no_feed_gave_a_modification_was_modified_last_when_it_ended_or_began(acme, feed, run, grant_for):
    feed(acme, run(started_at="2026-04-01T12:00:00Z"))
    created, finished = datetime(2026, 4, 1, 11, tzinfo=UTC), datetime(2026, 4, 1, 13, tzinfo=UTC)
    Run.objects.update(created_at=created, finished_at=finished, modified_at=None)
    grant = grant_for(acme)
    assert read_run(grant, "wr_1").modified_at == finished
    Run.objects.update(finished_at=None)
    assert read_run(grant, "wr_1").modified_at == datetime(2026, 4, 1, 12, tzinfo=UTC)
    Run.objects.update(started_at=None, first_revision=None)
    assert read_run(grant, "wr_1").modified_at == created
