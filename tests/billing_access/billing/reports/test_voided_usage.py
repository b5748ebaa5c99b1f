"""Voided runs in walks and copies, also in any order of feeds, voids and pages, against a plain model.

Runs are written without rollups here. ``tests/promises/test_6_pages_hold_still.py`` has the same with the import.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from billing_access.access.decision import Grant
from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.ledger.account_lock import lock_accounts, move_totals
from billing_access.billing.models import Run
from billing_access.billing.reports import usage_sql
from billing_access.billing.reports.usage import read_usage
from billing_access.billing.reports.usage_query import UsageQuery
from billing_access.billing.reports.usage_sql import USAGE_COLUMNS
from orgs.models import Organization
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
START, END = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 4, 2, tzinfo=UTC)


@dataclass
class World:
    """An organization, the cost of each of its live runs of the day, by type too, and what a copy has of them."""

    organization: Organization
    # Hypothesis cannot print it, and would tell that instead of the example that fails.
    grant: Grant = field(repr=False)
    copy: dict[str, int] = field(default_factory=dict)

    def feed(self, *run_ids: str, hour: int = 12, run_type: str = "task_v2", **columns: object) -> None:
        """Add runs for one dollar; to those that are there add one dollar, and leave the rest as it is."""
        revision = self._next_revision()
        for run_id in run_ids:
            run = Run.objects.filter(organization=self.organization, run_id=run_id).first()
            at = START + timedelta(hours=hour)
            run = run or Run(
                organization=self.organization, run_id=run_id, run_type=run_type, status="completed", created_at=at,
                started_at=at, total_cost_usd=0, cost_status="final", llm_tokens_in=7, first_revision=revision,
                cost_updated_at=at, **columns,
            )  # fmt: skip
            run.total_cost_usd += 1
            run.revision = revision
            run.save()

    def void(self, *run_ids: str) -> None:
        """Move live runs to the voided ones."""
        revision = self._next_revision()
        for run in Run.objects.filter(organization=self.organization, run_id__in=run_ids):
            columns = {each.attname: getattr(run, each.attname) for each in Run._meta.fields if each.name != "id"}
            VoidedRun.objects.create(**columns, void_revision=revision)
            run.delete()

    @transaction.atomic
    def _next_revision(self) -> int:
        lock_accounts([self.organization.pk])
        return move_totals({self.organization.pk: 0})[self.organization.pk]

    def live(self, **filters: str) -> dict[str, int]:
        """Return the cost of each live run that started on the day, by its id."""
        runs = Run.objects.filter(organization=self.organization, started_at__range=(START, END - timedelta(1e-6)))
        return {run.run_id: int(run.total_cost_usd) for run in runs.filter(**filters)}

    def walk(self, query, between=lambda: None):
        """Return all pages; call ``between`` before each but the first."""
        pages = [read_usage(self.grant, query)]
        while pages[-1].next_cursor is not None:
            between()
            pages.append(read_usage(self.grant, query, pages[-1].next_cursor))
        return pages

    def bring_up_to_date(self, query: UsageQuery, between=lambda: None) -> UsageQuery:
        """Apply the rows of a walk to the copy, in order. Return the query of the next copy."""
        pages = self.walk(query, between)
        seen = [run.run_id for run in rows(pages)]
        assert len(seen) == len(set(seen)), "a run twice in one walk"
        for run in rows(pages):
            if run.cost_status == "void":
                self.copy.pop(run.run_id, None)
            else:
                self.copy[run.run_id] = int(run.total_cost_usd)
        return replace(query, updated_after=pages[-1].bookmark)


def rows(pages):
    return [SimpleNamespace(**dict(zip(USAGE_COLUMNS, row, strict=False))) for page in pages for row in page.runs]


def told(pages):
    return [(run.run_id, run.cost_status) for run in rows(pages)]


@pytest.fixture
def world(acme, grant_for):
    return World(acme, grant_for(acme))


DAY = UsageQuery(START, END, limit=1, order="asc")


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_a_walk_that_began_before_sees_a_voided_run_in_its_place_as_void(world, order):
    world.feed("a", "b", "c", tags={"county": "adams"})
    voiding = iter([("b",), (), ()])
    pages = world.walk(replace(DAY, order=order), lambda: world.void(*next(voiding)))
    assert told(pages) == [("a", "final"), ("b", "void"), ("c", "final")][:: 1 if order == "asc" else -1]
    (void,) = (run for run in rows(pages) if run.run_id == "b")
    assert (void.total_cost_usd, void.llm_tokens_in, void.llm_tokens_out) == (0, None, None)
    assert (void.status, void.tags, void.started_at) == (
        "completed",
        '{"county": "adams"}',
        START + timedelta(hours=12),
    )
    assert void.cost_updated_at == VoidedRun.objects.get().voided_at
    assert told(world.walk(DAY)) == [("a", "final"), ("c", "final")]


def test_a_walk_sees_a_run_that_was_voided_and_fed_again_once_as_void(world):
    world.feed("a", "b")

    def again():
        world.void("b")
        world.feed("b", hour=13)

    assert told(world.walk(DAY, again)) == [("a", "final"), ("b", "void")]
    assert told(world.walk(DAY)) == [("a", "final"), ("b", "final")]


def test_filters_apply_to_what_a_voided_run_was(world):
    world.feed("a", "b", tags={"county": "adams"})
    world.feed("c", tags={"county": "boone"})
    world.feed("d", run_type="task_v3", tags={"county": "adams"})
    for filters, found in (
        ({"tags": (("county", "adams"),)}, "abd"),
        ({"run_type": "task_v2"}, "abc"),
        ({"status": "failed"}, ""),
    ):
        with transaction.atomic():
            pages = world.walk(replace(DAY, **filters), lambda: world.void("b", "c", "d"))
            assert "".join(run.run_id for run in rows(pages)) == found
            transaction.set_rollback(True)


def test_a_copy_is_told_once_of_a_void(world):
    world.feed("a", "b")
    bookmarked = world.bring_up_to_date(DAY)
    world.void("a")
    assert told(world.walk(bookmarked)) == [("a", "void")]
    assert told(world.walk(world.bring_up_to_date(bookmarked))) == []
    assert world.copy == {"b": 1}


def test_a_copy_is_not_told_of_runs_that_it_never_had(world):
    world.feed("a")
    bookmarked = world.bring_up_to_date(DAY)
    world.feed("b")
    world.void("b")
    assert told(world.walk(bookmarked)) == []


def test_a_copy_is_told_of_a_run_that_was_fed_again_as_live_alone(world):
    world.feed("a", "b")
    bookmarked = world.bring_up_to_date(DAY)
    world.void("a")
    world.feed("a", hour=13)
    world.void("a")
    world.feed("a", hour=14)
    assert told(world.walk(bookmarked)) == [("a", "final")]


@pytest.mark.parametrize("elsewhere", [{"hour": 30}, {"run_type": "task_v3"}])
def test_a_copy_is_told_of_a_void_if_the_run_was_fed_again_outside_of_it(world, elsewhere):
    world.feed("a")
    bookmarked = world.bring_up_to_date(replace(DAY, run_type="task_v2"))
    world.void("a")
    world.feed("a", **elsewhere)
    assert told(world.walk(bookmarked)) == [("a", "void")]


def test_a_run_that_is_voided_during_a_copy_is_told_then_and_by_the_next(world):
    world.feed("a")
    bookmarked = world.bring_up_to_date(DAY)
    world.feed("a", "b", "c")
    pages = world.walk(bookmarked, lambda: world.void("c"))
    assert told(pages) == [("a", "final"), ("b", "final"), ("c", "void")]
    assert told(world.walk(replace(DAY, updated_after=pages[-1].bookmark))) == [("c", "void")]


def test_a_run_that_was_voided_before_a_copy_and_fed_again_and_voided_during_it_is_told_once(world):
    world.feed("a", "b")
    bookmarked = world.bring_up_to_date(DAY)
    world.feed("b")
    world.void("a")
    world.feed("a")
    assert told(world.walk(bookmarked, lambda: world.void("a"))) == [("b", "final"), ("a", "void")]


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("examined", [1, 2, 3])
def test_a_run_that_was_voided_and_fed_again_is_seen_where_a_page_stops_to_examine(world, order, examined):
    """There it has two rows: the new one, at which the page stops, and the voided one, which is of the walk."""
    world.feed("a", "b", "c")
    expected = [run.run_id for run in rows(world.walk(replace(DAY, order=order)))]
    voiding = chain([lambda: (world.void("b"), world.feed("b"))], repeat(lambda: None))
    with patch.object(usage_sql, "EXAMINED", examined):
        pages = world.walk(replace(DAY, order=order), lambda: next(voiding)())
    assert [run.run_id for run in rows(pages)] == expected == sorted("abc", reverse=order == "desc")


def test_voids_of_another_organization_are_not_in_it(world, other, grant_for):
    theirs = World(other, grant_for(other))
    for each in (world, theirs):
        each.feed("a", "b")
    bookmarked = world.bring_up_to_date(DAY)
    assert told(world.walk(DAY, lambda: theirs.void("a", "b"))) == [("a", "final"), ("b", "final")]
    assert told(world.walk(bookmarked)) == []


RUN_IDS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True)
FEEDS = st.fixed_dictionaries({"hour": st.integers(0, 26), "run_type": st.sampled_from(["task_v2", "task_v3"])})
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("feed"), RUN_IDS, FEEDS),
        st.tuples(st.just("void"), RUN_IDS, st.just({})),
        st.just(("page", [], {})),
        st.just(("page", [], {})),
    ),
    min_size=5,
    max_size=40,
)
# How many runs a page examines.
EXAMINED = st.sampled_from([1, 2, 3, 100])


def taking(world, steps):
    """Return a function that takes the steps up to the next page."""
    remaining = iter(steps)

    def take():
        for name, run_ids, options in remaining:
            if name == "page":
                return
            getattr(world, name)(*run_ids, **options)

    return take


@tried_on(60)
@given(steps=STEPS, limit=st.integers(1, 3), order=st.sampled_from(["asc", "desc"]), most=EXAMINED)
def test_a_walk_sees_the_runs_of_its_revision_once(world, steps, limit, order, most):
    with transaction.atomic(), patch.object(usage_sql, "EXAMINED", most):
        take = taking(world, steps)
        for _ in range(3):
            take()
            expected = [run.run_id for run in rows(world.walk(replace(DAY, limit=500, order=order)))]
            assert sorted(expected) == sorted(world.live())
            assert [run.run_id for run in rows(world.walk(replace(DAY, limit=limit, order=order), take))] == expected
        transaction.set_rollback(True)


@tried_on(60)
@given(steps=STEPS, limit=st.integers(1, 3), filters=st.sampled_from([{}, {"run_type": "task_v2"}]), most=EXAMINED)
def test_a_copy_ends_with_the_live_runs(world, steps, limit, filters, most):
    world.copy = {}
    with transaction.atomic(), patch.object(usage_sql, "EXAMINED", most):
        take = taking(world, steps)
        query = replace(DAY, limit=limit, **filters)
        for _ in range(6):
            take()
            query = world.bring_up_to_date(query, take)
        query = world.bring_up_to_date(query)
        assert world.copy == world.live(**filters)
        assert told(world.walk(query)) == []
        transaction.set_rollback(True)
