"""Usage pages: half-open ranges, order, one SELECT, and walks that later feeds do not affect."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.utils import timezone

from billing_access.billing.models import Account
from billing_access.billing.operators import repair_figures
from billing_access.billing.reports import usage_sql
from billing_access.billing.reports.usage import read_usage
from billing_access.billing.reports.usage_query import UsageQuery, WalkEnded
from billing_access.billing.reports.usage_sql import USAGE_COLUMNS

pytestmark = pytest.mark.django_db

START, END = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 4, 2, tzinfo=UTC)


def at(hour, **more):
    return (START + timedelta(hours=hour, **more)).isoformat()


def runs_of(page):
    return [SimpleNamespace(**dict(zip(USAGE_COLUMNS, row, strict=False))) for row in page.runs]


def ids(page):
    return [run.run_id for run in runs_of(page)]


def walk(grant, query, between=lambda: None):
    pages = [read_usage(grant, query)]
    while pages[-1].next_cursor is not None:
        between()
        pages.append(read_usage(grant, query, pages[-1].next_cursor))
    return pages


def test_the_range_is_half_open_and_newest_comes_first(acme, feed, run, grant_for):
    feed(acme, run("before", started_at=at(0, microseconds=-1)), run("start", started_at=at(0)),
         run("last", started_at=at(24, microseconds=-1)), run("end", started_at=at(24)))  # fmt: skip
    grant = grant_for(acme)
    assert ids(read_usage(grant, UsageQuery(START, END))) == ["last", "start"]
    assert ids(read_usage(grant, UsageQuery(START, END, order="asc"))) == ["start", "last"]


@pytest.mark.parametrize("order", ["desc", "asc"])
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
def test_a_walk_sees_every_run_once_also_a_dozen_at_one_instant(acme, feed, run, grant_for, order, limit):
    feed(acme, *(run(f"r{n:02}", started_at=at(n // 12)) for n in range(30)))
    pages = walk(grant_for(acme), UsageQuery(START, END, limit=limit, order=order))
    expected = [f"r{n:02}" for n in range(30)]
    assert [each for page in pages for each in ids(page)] == (expected if order == "asc" else expected[::-1])
    assert all(len(page.runs) == limit for page in pages[:-1])
    assert 0 < len(pages[-1].runs) <= limit


def test_a_walk_holds_still_while_the_organization_is_fed(acme, feed, run, grant_for):
    feed(acme, *(run(f"r{n}", started_at=at(n), status="running") for n in range(9)))
    feed(acme, run("waiting", status="queued", started_at="", total_cost_usd="", created_at=at(0)))
    fed = iter(range(100))

    def late():
        n = next(fed)
        feed(acme, run(f"late{n}", started_at=at(n, minutes=1)), run(f"r{n}", started_at=at(n), total_cost_usd="5"),
             run("waiting", started_at=at(0, minutes=2)))  # fmt: skip

    pages = walk(grant_for(acme), UsageQuery(START, END, limit=2), late)
    assert [each for page in pages for each in ids(page)] == [f"r{n}" for n in range(8, -1, -1)]
    assert {(page.as_of, page.revision, page.start, page.end) for page in pages} == {
        (pages[0].as_of, pages[0].revision, START, END)
    }
    repriced = [run for page in pages for run in runs_of(page) if run.cost_updated_at > page.as_of]
    assert repriced
    assert all(run.total_cost_usd == 5 for run in repriced)
    assert len(read_usage(grant_for(acme), UsageQuery(START, END)).runs) > 9


def test_without_a_range_it_is_the_accounts_period(acme, feed, run, grant_for, system):
    now = timezone.now()
    feed(acme, run("now", started_at=now.isoformat()), run("old", started_at=at(0)))
    page = read_usage(grant_for(acme), UsageQuery())
    assert ids(page) == ["now"]
    assert (page.start.day, page.start.month) == (1, now.month)
    assert page.start <= page.as_of < page.end


def test_an_empty_page_still_says_its_snapshot(acme, grant_for):
    page = read_usage(grant_for(acme), UsageQuery(START, END))
    assert (page.runs, page.next_cursor, page.revision) == ([], None, 0)
    assert (page.start, page.end) == (START, END)


def test_filters(acme, feed, run, grant_for):
    feed(
        acme,
        run("a", tags="county=adams;kind=main"),
        run("b", tags="county=adams", status="failed"),
        run("c", tags="county=boone", run_type="task_v2"),
        run("d", tags={"county": 'a"; DROP'}),
    )
    grant = grant_for(acme)

    def found(**filters):
        return sorted(ids(read_usage(grant, UsageQuery(START, END, **filters))))

    assert found(tags=(("county", "adams"),)) == ["a", "b"]
    assert found(tags=(("county", "adams"), ("kind", "main"))) == ["a"]
    assert found(tags=(("county", "adams"), ("county", "boone"))) == []
    assert found(tags=(("county", "\x00"),)) == []
    assert found(tags=(("county", 'a"; DROP'),)) == ["d"]
    assert found(status="failed") == ["b"]
    assert found(run_type="task_v2") == ["c"]


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("examined", [1, 2, 7, 30, 31])
def test_a_walk_finds_the_last_match_however_few_runs_a_page_examines(
    acme, feed, run, grant_for, monkeypatch, order, examined
):
    monkeypatch.setattr(usage_sql, "EXAMINED", examined)
    feed(acme, *(run(f"r{n:02}", started_at=at(n // 12), tags=f"n={n}") for n in range(30)))
    grant = grant_for(acme)
    for sought in (0, 13, 29):
        pages = walk(grant, UsageQuery(START, END, limit=1, order=order, tags=(("n", str(sought)),)))
        assert [each for page in pages for each in ids(page)] == [f"r{sought:02}"]
        assert len(pages) <= 30 // examined + 2
    pages = walk(grant, UsageQuery(START, END, limit=2, order=order))
    assert len([each for page in pages for each in ids(page)]) == 30


def test_a_run_carries_what_was_fed(acme, feed, run, grant_for):
    feed(acme, run(llm_tokens_in="5", tags="a=b", finished_at=at(13)), run("unpriced", total_cost_usd=""))
    unpriced, row = runs_of(read_usage(grant_for(acme), UsageQuery(START, END, order="asc")))
    assert (row.run_id, row.total_cost_usd, row.cost_status, row.llm_tokens_in, row.llm_tokens_out) == (
        "wr_1", 1, "final", 5, None,
    )  # fmt: skip
    assert (json.loads(row.tags), row.finished_at) == ({"a": "b"}, START + timedelta(hours=13))
    assert (unpriced.total_cost_usd, unpriced.cost_status) == (None, "unpriced")


def test_one_select_on_every_page(acme, feed, run, grant_for, django_assert_num_queries):
    feed(acme, *(run(f"r{n}", started_at=at(n)) for n in range(3)))
    grant, query = grant_for(acme), UsageQuery(START, END, limit=1, tags=())
    with django_assert_num_queries(1):
        page = read_usage(grant, query)
    with django_assert_num_queries(1):
        read_usage(grant, query, page.next_cursor)


def test_anothers_runs_are_not_in_it(acme, other, feed, run, grant_for):
    feed(acme, run("mine"))
    feed(other, run("theirs"))
    assert ids(read_usage(grant_for(acme), UsageQuery(START, END))) == ["mine"]


def test_a_walk_goes_on_only_while_its_revision_has_its_token(acme, feed, run, grant_for):
    feed(acme, *(run(f"r{n}", started_at=at(n)) for n in range(3)))
    grant, query = grant_for(acme), UsageQuery(START, END, limit=1)
    page = read_usage(grant, query)
    feed(acme, run("later"))
    cursor, bookmark = page.next_cursor, page.bookmark
    assert ids(read_usage(grant, query, cursor)) == ["r1"]
    assert ids(read_usage(grant, replace(query, updated_after=bookmark))) == ["later"]
    for other in ({"token": str(uuid4())}, {"token": None}, {"revision": 2}, {"revision": 3}):
        with pytest.raises(WalkEnded):
            read_usage(grant, query, replace(cursor, **other))
        with pytest.raises(WalkEnded):
            read_usage(grant, replace(query, updated_after=replace(bookmark, **other)))


def test_a_walk_or_copy_that_began_before_the_first_feed_goes_on(acme, feed, run, grant_for):
    grant = grant_for(acme)
    bookmark = read_usage(grant, UsageQuery(START, END)).bookmark
    assert (bookmark.revision, bookmark.token) == (0, None)
    feed(acme, run("a"), run("b"))
    page = read_usage(grant, UsageQuery(limit=1, updated_after=bookmark))
    assert ids(page) == ["a"]
    assert ids(read_usage(grant, UsageQuery(limit=1, updated_after=bookmark), page.next_cursor)) == ["b"]


def test_a_revision_that_an_account_made_again_has_not_reached_ends_the_walk(
    acme, feed, run, grant_for, system, as_role
):
    feed(acme, run("a"))
    feed(acme, run("b"))
    grant = grant_for(acme)
    bookmark = read_usage(grant, UsageQuery(START, END)).bookmark
    with as_role("owner"):
        Account.objects.filter(pk=acme.pk).delete()
    repair_figures(acme, actor=system)
    with pytest.raises(WalkEnded):
        read_usage(grant, UsageQuery(updated_after=bookmark))
