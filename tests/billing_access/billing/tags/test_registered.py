"""Registered tags: registering, the backfill while runs are fed, when they are ready, removing."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access import tasks
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.figures_check import check_figures
from billing_access.billing.models import Account, RegisteredTag, Run, UsageDay, UsageQuarterHour
from billing_access.billing.tags.backfill import backfill_step, backfill_tag
from billing_access.billing.tags.registered import MAX_REGISTERED, register_tag, registered_tags, unregister_tag
from billing_audit.models import AuditEvent
from orgs.actors import as_member, command
from orgs.models import Organization
from tests.conftest import acting_as
from tests.properties import tried_on

SYSTEM = command("tests")
START = datetime(2026, 4, 1, tzinfo=UTC)


def by_value(organization: Organization, key: str = "county") -> dict[str | None, tuple[int, Decimal]]:
    rows: dict[str | None, tuple[int, Decimal]] = {}
    for row in UsageDay.objects.filter(organization=organization, tag_key=key):
        runs, cost = rows.get(row.tag_value, (0, Decimal(0)))
        rows[row.tag_value] = (runs + row.run_count, cost + row.total_cost_usd)
    return rows


def by_runs(organization: Organization, key: str = "county") -> dict[str | None, tuple[int, Decimal]]:
    rows: dict[str | None, tuple[int, Decimal]] = {}
    for run in Run.objects.filter(organization=organization, started_at__isnull=False):
        runs, cost = rows.get(run.tags.get(key), (0, Decimal(0)))
        rows[run.tags.get(key)] = (runs + 1, cost + (run.total_cost_usd or 0))
    return rows


def test_without_a_run_it_is_ready_at_once(acme: Organization, feed: Any, run: Any) -> None:
    tag = register_tag(acme, " county ", actor=SYSTEM)
    assert (tag.key, tag.ready_at is not None) == ("county", True)
    assert not ProcrastinateJob.objects.exists()
    account = Account.objects.get(pk=acme.pk)
    assert (account.revision, account.fed_at) == (1, None)
    feed(acme, run(tags="county=adams"), run("b"))
    assert by_value(acme) == {"adams": (1, 1), None: (1, 1)}


def test_with_runs_a_job_fills_it_in_and_it_is_ready_then(
    acme: Organization, feed: Any, run: Any, run_jobs: Callable[[], int]
) -> None:
    feed(acme, run(tags="county=adams"), run("b"), run("waits", status="queued", created_at="2026-04-01T12:00:00Z",
         started_at="", total_cost_usd=""))  # fmt: skip
    tag = register_tag(acme, "county", actor=SYSTEM)
    assert (tag.ready_at, by_value(acme)) == (None, {})
    assert Account.objects.get(pk=acme.pk).revision == 2
    assert check_figures(acme) == []
    assert run_jobs() == 1
    tag.refresh_from_db()
    assert tag.ready_at is not None
    assert by_value(acme) == {"adams": (1, 1), None: (1, 1)}
    assert Account.objects.get(pk=acme.pk).revision == 3
    assert check_figures(acme) == []
    events = AuditEvent.objects.filter(action__startswith="tag.").order_by("id")
    assert [(event.action, event.actor_id, event.details) for event in events] == [
        ("tag.registered", "tests", {"tag": "county"}),
        ("tag.ready", "fill_in_tag", {"tag": "county"}),
    ]
    feed(acme, run("late", tags="county=boone"))
    assert by_value(acme)["boone"] == (1, 1)


def test_registered_again_nothing_changes(acme: Organization, feed: Any, run: Any) -> None:
    feed(acme, run())
    first = register_tag(acme, "county", actor=SYSTEM)
    assert register_tag(acme, "county", actor=SYSTEM) == first
    assert ProcrastinateJob.objects.count() == 1
    assert AuditEvent.objects.filter(action="tag.registered").count() == 1
    backfill_tag(first.pk)
    before = Account.objects.values().get()
    backfill_tag(first.pk)
    assert Account.objects.values().get() == before


def test_ten_at_most(acme: Organization, other: Organization) -> None:
    for number in range(MAX_REGISTERED):
        register_tag(acme, f"k{number}", actor=SYSTEM)
    with pytest.raises(InvalidChange, match="10 tags are registered, which is the most"):
        register_tag(acme, "more", actor=SYSTEM)
    assert register_tag(acme, "k0", actor=SYSTEM).key == "k0"
    assert register_tag(other, "more", actor=SYSTEM).key == "more"
    assert unregister_tag(acme, "k0", actor=SYSTEM)
    assert register_tag(acme, "more", actor=SYSTEM).key == "more"


@pytest.mark.parametrize(
    ("key", "says"),
    [("", "not accepted"), ("a:b", "no colon"), ("x" * 65, "1 to 64 characters"), ("a\x00b", "not accepted"),
     ("bak_live_" + "a" * 49, "This holds an API key")],
    ids=["empty", "colon", "long", "nul", "a key"],
)  # fmt: skip
def test_keys_refused(acme: Organization, key: str, says: str) -> None:
    with pytest.raises(InvalidChange, match=says) as refused:
        register_tag(acme, key, actor=SYSTEM)
    assert "aaaaaaaa" not in str(refused.value)
    assert not RegisteredTag.objects.exists()


def test_only_who_manages_billing_access(acme: Organization, alice: User, adam: User, bella: User) -> None:
    assert register_tag(acme, "county", actor=as_member(adam)).key == "county"
    for act in (register_tag, unregister_tag):
        with pytest.raises(PermissionDenied):
            act(acme, "county", actor=as_member(bella))
    assert unregister_tag(acme, "county", actor=as_member(alice))


def test_removed_it_takes_its_sums_along_and_no_others(
    acme: Organization, other: Organization, feed: Any, run: Any
) -> None:
    for organization in (acme, other):
        for key in ("county", "job"):
            register_tag(organization, key, actor=SYSTEM)
        feed(organization, run(tags="county=adams;job=j1"))
    before = Account.objects.get(pk=acme.pk).revision
    assert unregister_tag(acme, "county", actor=SYSTEM)
    assert Account.objects.get(pk=acme.pk).revision == before + 1
    assert by_value(acme) == {}
    assert not UsageQuarterHour.objects.filter(organization=acme, tag_key="county").exists()
    assert by_value(acme, "job") == by_value(other, "job") == {"j1": (1, 1)}
    assert by_value(other) == {"adams": (1, 1)}
    assert not unregister_tag(acme, "county", actor=SYSTEM)
    assert AuditEvent.objects.filter(action="tag.unregistered").count() == 1
    assert check_figures(acme) == check_figures(other) == []


def test_removed_while_it_is_filled_in_and_registered_again_it_is_whole(
    acme: Organization, feed: Any, run: Any
) -> None:
    feed(acme, *(run(f"r{n}", started_at=f"2026-04-01T12:0{n}:00Z", tags="county=a") for n in range(6)))
    first = register_tag(acme, "county", actor=SYSTEM)
    assert backfill_step(first.pk, runs_per_step=2)
    unregister_tag(acme, "county", actor=SYSTEM)
    assert not backfill_step(first.pk)
    again = register_tag(acme, "county", actor=SYSTEM)
    backfill_tag(first.pk)
    assert by_value(acme) == {}
    backfill_tag(again.pk, runs_per_step=2)
    assert by_value(acme) == {"a": (6, 6)}
    assert check_figures(acme) == []


def test_progress_is_told(acme: Organization, feed: Any, run: Any) -> None:
    feed(acme, *(run(f"r{n}", started_at=f"2026-04-0{1 + n // 2}T12:00:00Z") for n in range(8)))
    tag = register_tag(acme, "county", actor=SYSTEM)
    assert [(state.key, state.percent, state.ready_at) for state in registered_tags(acme)] == [("county", 0, None)]
    seen = []
    while backfill_step(tag.pk, runs_per_step=3):
        seen.append(registered_tags(acme)[0].percent)
    assert seen == sorted(seen)
    assert 0 < seen[-1] < 100
    assert registered_tags(acme)[0].percent == 100
    assert registered_tags(acme)[0].ready_at is not None


def test_a_job_makes_room_for_others_and_goes_on(
    acme: Organization, feed: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(acme, *(run(f"r{n}", started_at=f"2026-04-01T12:0{n}:00Z", tags="county=a") for n in range(6)))
    tag = register_tag(acme, "county", actor=SYSTEM)
    monkeypatch.setattr(tasks, "BACKFILL_SECONDS", 0)
    monkeypatch.setattr(tasks, "backfill_step", lambda tag_id: backfill_step(tag_id, runs_per_step=2))
    jobs = 0
    while job := ProcrastinateJob.objects.filter(status="todo").first():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job.pk])
        tasks.backfill.func(**job.args)
        jobs += 1
    assert jobs == 4
    tag.refresh_from_db()
    assert tag.ready_at is not None
    assert by_value(acme) == {"a": (6, 6)}


def test_a_tag_whose_job_was_lost_is_taken_up(
    acme: Organization, feed: Any, run: Any, run_jobs: Callable[[], int]
) -> None:
    feed(acme, run())
    tag = register_tag(acme, "county", actor=SYSTEM)
    ProcrastinateJob.objects.all()._raw_delete("default")  # type: ignore[attr-defined]
    tasks.resume_backfills(0)
    assert run_jobs() == 1
    tag.refresh_from_db()
    assert tag.ready_at is not None
    tasks.resume_backfills(0)
    assert run_jobs() == 0


MOVES = st.lists(
    st.one_of(
        st.just(None),
        st.tuples(
            st.integers(min_value=0, max_value=9),  # which run
            st.integers(min_value=0, max_value=2),  # its county, none for 0
            st.one_of(st.none(), st.integers(min_value=0, max_value=5)),  # its cost
            st.booleans(),  # whether it is settled
        ),
    ),
    max_size=30,
)


@tried_on(40)
@given(past=MOVES, meanwhile=MOVES, step=st.integers(min_value=1, max_value=4))
def test_whatever_comes_between_the_steps_the_figures_agree_at_every_moment(
    acme: Organization, feed: Any, past: list[Any], meanwhile: list[Any], step: int
) -> None:
    with acting_as("owner"):
        for table in (RegisteredTag, Run, UsageDay, UsageQuarterHour, Account):
            table.objects.all().delete()

    def do(move: Any) -> None:
        number, county, cost, settled = move
        # Two runs start at each instant; runs fed later start before and after `filled_through`.
        started = (START + timedelta(hours=7 * (number // 2))).isoformat()
        fields = {"run_id": f"r{number}", "started_at": started, "total_cost_usd": cost, "tags": f"county={county}"}
        fields |= {"status": "completed" if settled else "running", "tags": f"county={county}" if county else ""}
        feed(acme, fields, correct=True)

    for move in filter(None, past):
        do(move)
    tag = register_tag(acme, "county", actor=SYSTEM)
    for move in meanwhile:
        if move is None:
            backfill_step(tag.pk, runs_per_step=step)
        else:
            do(move)
        assert check_figures(acme) == []
    backfill_tag(tag.pk, runs_per_step=step)
    assert by_value(acme) == by_runs(acme)
    assert check_figures(acme) == []


@pytest.mark.django_db(transaction=True)
def test_a_step_waits_for_who_is_writing_figures(acme: Organization, feed: Any, run: Any, within: Any) -> None:
    feed(acme, *(run(f"r{n}", started_at=f"2026-04-01T12:0{n}:00Z", tags="county=a") for n in range(6)))
    tag = register_tag(acme, "county", actor=SYSTEM)

    def step() -> None:
        try:
            backfill_step(tag.pk, runs_per_step=2)
        finally:
            connection.close()

    thread = threading.Thread(target=step)
    with transaction.atomic():
        lock_accounts([acme.pk])
        thread.start()
        assert within(30, lambda: is_waiting_for_the_account() or not thread.is_alive())
        assert thread.is_alive(), "it read the runs and set filled_through while another transaction wrote"
        assert by_value(acme) == {}
    thread.join(30)
    assert by_value(acme) == {"a": (2, 2)}


def is_waiting_for_the_account() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' "
            "AND query LIKE '%billing_account%'"
        )
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_filled_in_while_a_second_connection_feeds(acme: Organization, feed: Any, run: Any) -> None:
    def runs(first: int, number: int) -> list[dict[str, Any]]:
        chosen = range(first, first + number)
        return [
            run(f"r{n}", started_at=(START + timedelta(minutes=11 * (n * 7 % 101))).isoformat(), tags=f"county={n % 5}")
            for n in chosen
        ]

    feed(acme, *runs(0, 300))
    faults: list[BaseException] = []
    done = threading.Event()

    def feed_meanwhile() -> None:
        try:
            number = 300
            while not done.is_set() or number < 320:
                # New runs before and after `filled_through`, and resends with another tag.
                feed(acme, *runs(number, 3), {**runs(number % 300, 1)[0], "tags": f"county={number % 3}"})
                number += 3
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    tag = register_tag(acme, "county", actor=SYSTEM)
    feeder = threading.Thread(target=feed_meanwhile)
    feeder.start()
    steps = 0
    try:
        while backfill_step(tag.pk, runs_per_step=7):
            steps += 1
            assert check_figures(acme) == []
    finally:
        done.set()
        feeder.join()
    assert (faults, steps > 20, Run.objects.count() > 300) == ([], True, True)
    assert check_figures(acme) == []
    assert by_value(acme) == by_runs(acme)
