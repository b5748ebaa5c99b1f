"""The backfill of a tag in real processes, killed at a chosen or random instant and then repeated."""

import os
import random
import time
from pathlib import Path
from typing import Any, Final

import pytest
from django.db import connection, transaction
from django.db.models import Sum
from procrastinate.contrib.django.models import ProcrastinateJob

from billing_access.billing.models import RegisteredTag, Run, UsageDay, UsageQuarterHour
from billing_access.billing.operators import check_figures, register_tag, unregister_tag
from billing_access.billing.tags.backfill import backfill_step
from billing_access.billing.tags.registered import BACKFILL_JOB
from orgs.actors import command
from orgs.models import Organization

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SYSTEM = command("tests")
# `make soak` runs many more rounds; one takes a second or two.
ROUNDS: Final = max(4, int(os.environ.get("ROUNDS", "0")) // 10)
WORKER: Final = str(Path(__file__).with_name("worker.py"))


def rows(first: int, number: int) -> list[dict[str, Any]]:
    """Return runs a minute apart, of three counties."""
    return [
        {"run_id": f"r{n}", "started_at": f"2026-04-01T{n // 60 % 24:02}:{n % 60:02}:00Z", "total_cost_usd": "0.01",
         "tags": f"county={n % 3}"}
        for n in range(first, first + number)
    ]  # fmt: skip


def rollups(organization: Organization) -> list[list[dict[str, Any]]]:
    tables = [
        table.objects.filter(organization=organization).order_by("bucket_start", "tag_key", "tag_value").values()
        for table in (UsageDay, UsageQuarterHour)
    ]
    return [[{k: v for k, v in row.items() if k not in {"id", "organization_id"}} for row in each] for each in tables]


def is_waiting() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' "
            "AND query LIKE '%WITH quarter_hours AS%'"
        )
        return bool(cursor.fetchone()[0])


def test_killed_within_a_step_it_has_done_nothing_of_it_and_goes_on(
    acme: Organization, other: Organization, start: Any, within: Any, feed: Any
) -> None:
    register_tag(other, "county", actor=SYSTEM)
    for organization in (acme, other):
        feed(organization, *rows(0, 300))
    tag = register_tag(acme, "county", actor=SYSTEM)
    assert backfill_step(tag.pk, runs_per_step=100)
    tag.refresh_from_db()
    mark, before = tag.filled_through, rollups(acme)
    with transaction.atomic():
        # The backfill waits for these rows after it has written the quarter hours.
        list(UsageDay.objects.select_for_update().filter(organization=acme, tag_key="county"))
        victim = start(WORKER, "fill", str(tag.pk), "50")
        assert within(60, lambda: is_waiting() or victim.poll() is not None)
        assert victim.poll() is None, victim.communicate()
        victim.kill()
        victim.wait()
    assert check_figures(acme) == []
    tag.refresh_from_db()
    assert (tag.filled_through, rollups(acme)) == (mark, before)
    for organization in (acme, other):
        # New runs before and after `filled_through`, and resends of one of each with another tag.
        feed(organization, *rows(1500, 1), *rows(1700, 1), {**rows(5, 1)[0], "tags": "county=x"},
             {**rows(250, 1)[0], "tags": "county=x"})  # fmt: skip
        assert check_figures(organization) == []
    again = start(WORKER, "fill", str(tag.pk), "50")
    assert again.wait(60) == 0
    assert rollups(acme) == rollups(other)
    assert check_figures(acme) == []


def test_killed_again_and_again_while_runs_come_in_it_ends_as_one_clean_feed(
    acme: Organization, other: Organization, start: Any, feed: Any
) -> None:
    chance = random.Random(20261123)
    register_tag(other, "county", actor=SYSTEM)
    feed(other, *rows(0, 1200))
    feed(acme, *rows(0, 200))
    for number in range(ROUNDS):
        if number % 4 == 3:
            unregister_tag(acme, "county", actor=SYSTEM)
        tag = register_tag(acme, "county", actor=SYSTEM)
        workers = [
            start(WORKER, "fill", str(tag.pk), "20"),
            start(WORKER, "feed", acme.slug, str(min(1200, 200 + 400 * (number + 1)))),
        ]
        assert [worker.stdout.readline() for worker in workers] == ["ready\n"] * 2
        for worker in workers:
            time.sleep(chance.uniform(0, 0.25))
            worker.kill()
            worker.wait()
        assert check_figures(acme) == [], number
    tag = RegisteredTag.objects.get(organization=acme)
    last = [start(WORKER, "feed", acme.slug, "1200"), start(WORKER, "fill", str(tag.pk), "20")]
    assert [worker.wait(60) for worker in last] == [0, 0], [worker.communicate() for worker in last]
    tag.refresh_from_db()
    assert (tag.ready_at is not None, Run.objects.filter(organization=acme).count()) == (True, 1200)
    assert check_figures(acme) == []
    assert rollups(acme) == rollups(other)


def test_the_worker_does_it_job_by_job(acme: Organization, start: Any, feed: Any) -> None:
    feed(acme, *rows(0, 100))
    tag = register_tag(acme, "county", actor=SYSTEM)
    worker = start(WORKER, "jobs", "-", "30")
    assert worker.wait(60) == 0, worker.communicate()
    tag.refresh_from_db()
    assert tag.ready_at is not None
    done = ProcrastinateJob.objects.filter(task_name=BACKFILL_JOB)
    assert list(done.values_list("status", flat=True)) == ["succeeded"] * 4
    assert UsageDay.objects.filter(tag_key="county").aggregate(runs=Sum("run_count"))["runs"] == 100
    assert check_figures(acme) == []
