"""Voiding in real processes: one that is killed at a chosen instant, and one beside an import of the same runs."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

import pytest
from django.db import connection, transaction

from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.models import Account, BalanceEntry, Run, UsageDay
from billing_access.billing.operators import check_figures, reconcile_balance
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Organization

pytestmark = pytest.mark.django_db(transaction=True)
OBSERVED: Final = datetime(2026, 4, 1, 18, tzinfo=UTC)
RUNS: Final = 300


def state(organization: Organization) -> list[Any]:
    """Return what a void changes, but for times."""
    account = Account.objects.values("usage_total_usd", "entries_total_usd", "revision", "revision_token")
    return [
        Run.objects.filter(organization=organization).count(),
        VoidedRun.objects.filter(organization=organization).count(),
        UsageDay.objects.filter(organization=organization).count(),
        BalanceEntry.objects.filter(organization=organization).count(),
        AuditEvent.objects.filter(organization_id=organization.public_id, action="runs.voided").count(),
        account.get(pk=organization.pk),
    ]


def waiting(words: str) -> int:
    """Return how many statements with these words, near their beginning, wait for a lock that the test holds."""
    with connection.cursor() as cursor:
        # Within a transaction PostgreSQL caches this view until it is cleared.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' "
            "AND query LIKE %s",
            [f"%{words}%"],
        )
        number: int = cursor.fetchone()[0]
    return number


@pytest.fixture
def batch(acme: Organization, other: Organization, feed: Any, run: Any) -> int:
    """An import of runs of two organizations, which were charged before the last reconciliation; its number."""
    runs = [run(f"r{number}", finished_at="2026-04-01T13:00:00Z") for number in range(RUNS)]
    number: int = feed(acme, *runs).report.pk
    feed(other, *runs)
    Run.objects.update(batch=number)
    for organization in (acme, other):
        reconcile_balance(
            organization, balance_usd=Decimal(5), observed_at=OBSERVED, reference="st", actor=command("tests")
        )
    return number


def hold_a_rollup(organization: Organization) -> str:
    """Lock a row that the statement changes last; return words of the statement that will wait for it."""
    UsageDay.objects.select_for_update().get(organization=organization)
    return "WITH chosen AS MATERIALIZED"


def hold_the_offset(organization: Organization) -> str:
    """Take the reference of the entry that is written after the statement, before the event."""
    revision = Account.objects.get(pk=organization.pk).revision + 1
    BalanceEntry.objects.create(
        organization=organization, kind="grant", amount_usd=1, reference=f"late:{revision}", occurred_at=OBSERVED,
        revision=revision,
    )  # fmt: skip
    return 'INTO "billing_balance_entry"'


@pytest.mark.parametrize("hold", [hold_a_rollup, hold_the_offset])
def test_killed_in_the_midst_it_has_voided_all_or_nothing_of_an_organization(
    acme: Organization, other: Organization, batch: int, start: Any, within: Any, hold: Any
) -> None:
    before = state(other)
    arguments = ["manage.py", "void_runs", "--batch", str(batch), "--reason", "Ticket 7", "--yes"]
    with transaction.atomic():
        words = hold(other)
        victim = start(*arguments)
        assert within(60, lambda: waiting(words) == 1 or victim.poll() is not None)
        assert victim.poll() is None, victim.communicate()
        victim.kill()
        victim.wait()
        transaction.set_rollback(True)
    # The server ends the transaction once it sees that the process is gone; its lock is free then.
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=other.pk)
    assert state(other) == before
    assert state(acme)[:5] == [0, RUNS, 0, 2, 1]
    assert check_figures(acme) == check_figures(other) == []

    again = start(*arguments)
    out, error = again.communicate(timeout=60)
    assert again.returncode == 0, error
    assert f"{other.slug}: {RUNS} runs voided at revision" in out
    assert acme.slug not in out
    assert state(other)[:5] == state(acme)[:5] == [0, RUNS, 0, 2, 1]
    assert check_figures(acme) == check_figures(other) == []


def test_beside_an_import_of_the_same_runs_the_figures_agree(
    acme: Organization, batch: int, start: Any, within: Any, tmp_path: Any
) -> None:
    file = tmp_path / "runs.csv"
    rows = [f"r{number},2026-04-01T12:00:00Z,2026-04-01T13:00:00Z,2.00" for number in range(RUNS)]
    file.write_text("\n".join(["run_id,started_at,finished_at,total_cost_usd", *rows]) + "\n")
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=acme.pk)
        both = [
            start("manage.py", "import_runs", str(file), "--organization", "acme", "--correct"),
            start("manage.py", "void_runs", "--batch", str(batch), "--reason", "Ticket 7", "--yes"),
        ]
        assert within(60, lambda: waiting("FOR NO KEY UPDATE") == 2 or any(each.poll() is not None for each in both))
    ended = [each.communicate(timeout=60) for each in both]
    assert [each.returncode in (0, 1) for each in both] == [True, True], ended
    # Corrected first, the runs are left; voided first, they are new again.
    voided = VoidedRun.objects.filter(organization=acme).count()
    assert voided in (0, RUNS)
    assert both[1].returncode == (0 if voided else 1), ended
    assert set(Run.objects.filter(organization=acme).values_list("total_cost_usd", flat=True)) == {Decimal(2)}
    assert Run.objects.filter(organization=acme).count() == RUNS
    assert check_figures(acme) == []
