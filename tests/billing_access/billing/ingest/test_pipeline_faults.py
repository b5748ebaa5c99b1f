"""Ingest in real processes: two at once, and one that is killed at a chosen instant and then repeated."""

import gzip
import json
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from accounts.models import User
from billing_access.billing.ingest.pipeline import BATCH_SIZE
from billing_access.billing.models import Account, Run, UsageDay, UsageQuarterHour
from billing_access.billing.operators import check_figures, register_tag
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Organization
from orgs.services import organizations

pytestmark = pytest.mark.django_db(transaction=True)
SYSTEM = command("tests")
DAYS: Final = 2
FEEDER: Final = Path(__file__).with_name("feeder.py")


def figures(organization: Organization) -> list[Any]:
    """Return all rows that an import may change, without organization, times of changes, ids and revisions."""
    drop = {"id", "organization_id", "cost_updated_at", "first_revision", "revision", "batch_id"}
    tables = [Run.objects.order_by("run_id")]
    tables += [table.objects.order_by("bucket_start", "tag_key", "tag_value") for table in (UsageDay, UsageQuarterHour)]
    rows = [table.filter(organization=organization).values() for table in tables]
    values = [[{name: value for name, value in row.items() if name not in drop} for row in each] for each in rows]
    return [*values, Account.objects.get(pk=organization.pk).usage_total_usd]


def imported(organization: Organization) -> int:
    """Return how many imported runs the audit log has recorded."""
    events = AuditEvent.objects.filter(action="runs.imported", organization_id=organization.public_id)
    return sum(event.details["inserted"] for event in events)


def test_two_feeders_at_once_neither_deadlock_nor_count_twice(alice: User, start: Any) -> None:
    slugs = [f"org-{number}" for number in range(12)]
    created = [organizations.create_organization(name=slug, slug=slug, owner=alice, actor=SYSTEM) for slug in slugs]
    # The feeders name the organizations in opposite orders; their accounts must be locked in the same order.
    feeders = [start(str(FEEDER), "60", *order) for order in (slugs, slugs[::-1])]
    assert [feeder.stdout.readline() for feeder in feeders] == ["ready\n"] * 2
    for feeder in feeders:
        feeder.stdin.write("go\n")
        feeder.stdin.flush()
    ended = [feeder.communicate(timeout=60) for feeder in feeders]
    assert [feeder.returncode for feeder in feeders] == [0, 0], ended
    results = [json.loads(out) for out, _ in ended]
    every = 60 * 3 * len(slugs)
    assert sum(each["inserted"] for each in results) == every
    assert sum(each["unchanged"] for each in results) == every
    assert max(each["began"] for each in results) < min(each["ended"] for each in results), "they did not run at once"
    for organization in created:
        assert Run.objects.filter(organization=organization).count() == imported(organization) == 180
        assert check_figures(organization) == []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of two batches; each has the runs of one day."""
    path = tmp_path / "runs.csv.gz"
    path.write_bytes(gzip.compress(text().encode()))
    return path


def text() -> str:
    rows = [
        f"r{day}-{number},2026-04-0{day}T12:{number % 60:02}:00Z,0.001,{number},county={number % 3}"
        for day in range(1, DAYS + 1)
        for number in range(BATCH_SIZE)
    ]
    return "\n".join(["run_id,started_at,total_cost_usd,llm_tokens_in,tags", *rows]) + "\n"


def is_waiting_for_a_row() -> bool:
    """Return whether a statement on the rollups waits for the lock that the test holds."""
    with connection.cursor() as cursor:
        # Within a transaction PostgreSQL caches this view until it is cleared.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' "
            "AND query LIKE '%WITH joined AS%'"
        )
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize("day", [1, DAYS], ids=["in the first batch", "in the last batch"])
def test_killed_between_runs_and_rollups_and_run_again_ends_as_one_clean_run(
    acme: Organization, other: Organization, start: Any, within: Any, file: Path, tmp_path: Path, day: int
) -> None:
    for organization in (acme, other):
        register_tag(organization, "county", actor=SYSTEM)
        first = tmp_path / "first.csv"
        first.write_text("\n".join(line for line in text().splitlines() if line.startswith(("run_id", f"r{day}-0,"))))
        call_command("import_runs", str(first), "--organization", organization.slug)
    call_command("import_runs", str(file), "--organization", "other")

    importing = ["manage.py", "import_runs", str(file), "--organization", "acme"]
    with transaction.atomic():
        # The importer waits for this rollup row after it has written the runs of the day.
        UsageDay.objects.select_for_update().get(organization=acme, bucket_start__day=day, tag_key="")
        victim = start(*importing)
        assert within(60, lambda: is_waiting_for_a_row() or victim.poll() is not None)
        assert victim.poll() is None, victim.communicate()
        victim.kill()
        victim.wait()
    assert within(10, lambda: Run.objects.filter(organization=acme).count() == (day - 1) * BATCH_SIZE + 1)
    assert check_figures(acme) == []
    assert imported(acme) == Run.objects.filter(organization=acme).count()

    again = start(*importing)
    out, _ = again.communicate(timeout=60)
    assert again.returncode == 0
    assert f"{(DAYS - day + 1) * BATCH_SIZE - 1} new, 0 changed, {(day - 1) * BATCH_SIZE + 1} unchanged" in out
    assert figures(acme) == figures(other)
    assert imported(acme) == imported(other) == DAYS * BATCH_SIZE
    assert check_figures(acme) == []


def test_killed_while_reading_it_has_changed_nothing(acme: Organization, start: Any) -> None:
    victim = start("manage.py", "import_runs", "-", "--organization", "acme")
    # More than a chunk, so that rows have been staged when this returns; the input never ends.
    victim.stdin.write(text() + text().partition("\n")[2] * 2)
    victim.stdin.flush()
    victim.kill()
    victim.wait()
    assert not Run.objects.exists()
    assert not Account.objects.exists()
    assert imported(acme) == 0
