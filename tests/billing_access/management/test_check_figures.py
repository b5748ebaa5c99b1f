"""``manage.py check_figures``: says that figures agree, or prints the first difference with exit code 1; repairs."""

import io
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F

from accounts.models import User
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.figures_check import check_figures
from billing_access.billing.models import Account, Run, UsageDay, UsageQuarterHour
from billing_access.billing.operators import (
    add_balance_entry,
    backfill_tag,
    reconcile_balance,
    register_tag,
    repair_figures,
)
from billing_access.billing.tags.backfill import backfill_step
from billing_audit.models import AuditEvent
from orgs.actors import as_member, command
from orgs.models import Organization

SYSTEM = command("tests")


TAMPERED = [
    ("UPDATE billing_run SET total_cost_usd = 3 WHERE run_id = 'a'", "usage total of the account"),
    ("UPDATE billing_account SET usage_total_usd = 1", "usage total of the account, by its runs: expected 2"),
    ("UPDATE billing_account SET entries_total_usd = 6", "entries total of the account, by its entries: exp"),
    ("DELETE FROM billing_usage_day WHERE tag_key = ''", "billing_usage_day 2026-04-01 00:00Z total_cost_usd: exp"),
    ("UPDATE billing_usage_day SET total_cost_usd = 1 WHERE tag_value = 'a'", "2026-04-01 00:00Z county=a total_"),
    ("DELETE FROM billing_usage_day WHERE tag_key <> '' AND tag_value IS NULL", "county=(none) run_count: exp"),
    ("UPDATE billing_usage_quarter_hour SET run_count = run_count + 1", "billing_usage_quarter_hour 2026-04-01 12"),
    ("UPDATE billing_usage_day SET unpriced_run_count = 0", "2026-04-02 00:00Z unpriced_run_count: expected 1"),
]  # fmt: skip
# Cases that change only sums: a changed run has no source from which it could be repaired.
TAMPERINGS = [tampering for tampering, _ in TAMPERED if "billing_run " not in tampering]


def figures(organization: Organization) -> list[Any]:
    """Return all stored sums."""
    tables = [
        table.objects.filter(organization=organization).order_by("tag_key", "bucket_start", "tag_value")
        for table in (UsageDay, UsageQuarterHour)
    ]
    kept = [[{k: v for k, v in row.items() if k != "id"} for row in table.values()] for table in tables]
    account = Account.objects.filter(organization=organization)
    return [*kept, list(account.values("usage_total_usd", "entries_total_usd", "balance_reconciled_at"))]


def check(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("check_figures", *arguments, stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def fed(acme: Organization, other: Organization) -> Organization:
    """Acme, fed with two runs, a registered tag and a balance entry; Other is fed nothing."""
    register_tag(acme, "county", actor=SYSTEM)
    rows = [
        SourceRow(1, {"run_id": "a", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": "2", "tags": "county=a"}),
        SourceRow(2, {"run_id": "b", "started_at": "2026-04-02T12:00:00Z", "total_cost_usd": ""}),
    ]
    ingest(rows, OrganizationFinder(organization=acme), actor=SYSTEM)
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(5), reference="1", occurred_at=datetime.now(UTC),
                      actor=SYSTEM)  # fmt: skip
    return acme


def test_they_agree(fed: Organization) -> None:
    assert check() == (0, "The figures of 2 organizations agree.\n")
    assert check("--organization", "acme") == (0, "The figures of 1 organization agree.\n")


@pytest.mark.parametrize(("tampering", "says"), TAMPERED)
def test_each_difference_is_found_and_named(fed: Organization, tampering: str, says: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(tampering)
    code, out = check()
    assert (code, out.startswith("acme: "), says in out) == (1, True, True), out
    assert check("--organization", "other") == (0, "The figures of 1 organization agree.\n")


def test_the_first_difference_of_each_organization_is_told(fed: Organization, other: Organization) -> None:
    rows = [SourceRow(1, {"run_id": "a", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": "2"})]
    ingest(rows, OrganizationFinder(organization=other), actor=SYSTEM)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_account SET usage_total_usd = 1")
        cursor.execute("UPDATE billing_usage_day SET run_count = 9")
    code, out = check()
    assert code == 1
    assert out.splitlines() == [
        "acme: usage total of the account, by its runs: expected 2.0000000000, found 1.0000000000",
        "other: usage total of the account, by its runs: expected 2.0000000000, found 1.0000000000",
        "The figures of 2 of 2 organizations differ.",
    ]


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_repaired_it_is_as_it_was_and_on_the_record(fed: Organization, tampering: str) -> None:
    before, revision = figures(fed), Account.objects.get(pk=fed.pk).revision
    with connection.cursor() as cursor:
        cursor.execute(tampering)
    assert figures(fed) != before
    code, out = check("--repair")
    assert code == 0
    first, repaired, last = out.splitlines()
    assert "expected" in first
    assert (repaired.startswith("acme: repaired, "), last) == (True, "The figures of 2 organizations agree.")
    assert figures(fed) == before
    assert Account.objects.get(pk=fed.pk).revision == revision + 1
    event = AuditEvent.objects.get(action="figures.repaired")
    assert (event.organization_id, event.actor_id) == (fed.public_id, "check_figures")
    assert f"acme: {event.details['first_difference']}" == first
    assert check() == (0, "The figures of 2 organizations agree.\n")
    assert check("--repair") == (0, "The figures of 2 organizations agree.\n")
    assert AuditEvent.objects.filter(action="figures.repaired").count() == 1
    assert Account.objects.get(pk=fed.pk).revision == revision + 1


def test_what_is_no_sum_is_told_and_left_alone(fed: Organization) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_run SET started_at = NULL, first_revision = NULL WHERE run_id = 'a'")
    code, out = check("--repair")
    assert code == 1
    assert "acme: cannot be repaired: runs with a cost but without a start: expected 0, found 1" in out
    assert Run.objects.get(run_id="a").total_cost_usd == 2
    # The sums still count only the runs in usage.
    assert Account.objects.get(pk=fed.pk).usage_total_usd == 0


def test_a_reconciliation_that_lost_its_adjustment_is_found(fed: Organization, as_superuser: Any) -> None:
    reconcile_balance(fed, balance_usd=Decimal(1), observed_at=datetime.now(UTC), reference="st", actor=SYSTEM)
    assert check()[0] == 0
    as_superuser("DELETE FROM billing_balance_entry WHERE reference = 'st'")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_account SET entries_total_usd = 5, balance_reconciled_at = NULL")
    code, out = check()
    assert (code, "acme: last reconciliation of the account: expected 2026" in out) == (1, True)
    code, out = check("--repair")
    assert (code, "cannot be repaired: adjustment under st, by its reconciliation: expected -2" in out) == (1, True)
    assert Account.objects.get(pk=fed.pk).balance_reconciled_at is not None


def test_a_tag_that_is_half_filled_in_agrees_and_is_repaired_as_far_as_it_is(fed: Organization) -> None:
    tag = register_tag(fed, "job", actor=SYSTEM)
    assert backfill_step(tag.pk, runs_per_step=1)
    assert check()[0] == 0
    before = figures(fed)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_usage_day SET run_count = 7 WHERE tag_key = 'job'")
    assert check("--repair")[0] == 0
    assert figures(fed) == before
    backfill_tag(tag.pk)
    assert check()[0] == 0


def test_sums_of_no_registered_tag_are_removed(fed: Organization) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM billing_registered_tag")
    assert check()[0] == 1
    assert check("--repair")[0] == 0
    assert not UsageDay.objects.exclude(tag_key="").exists()


def test_an_account_is_made_only_where_there_is_something_to_sum(
    fed: Organization, other: Organization, as_role: Any
) -> None:
    assert check("--repair")[0] == 0
    assert not Account.objects.filter(pk=other.pk).exists()
    before = figures(fed)
    with as_role("owner"):
        Account.objects.filter(pk=fed.pk).delete()
    assert check("--repair")[0] == 0
    assert figures(fed) == before
    assert Account.objects.get(pk=fed.pk).fed_at is not None


def test_only_the_platform_repairs(fed: Organization, alice: User) -> None:
    with pytest.raises(PermissionDenied):
        repair_figures(fed, actor=as_member(alice))


@pytest.mark.django_db(transaction=True)
def test_readers_go_on_and_see_nothing_by_halves(fed: Organization) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_usage_day SET run_count = 5")
        cursor.execute("UPDATE billing_usage_quarter_hour SET run_count = 5")
    faults: list[BaseException] = []

    def repair() -> None:
        try:
            assert repair_figures(fed, actor=SYSTEM).left == []
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    def is_waiting() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                "wait_event_type = 'Lock' AND query LIKE '%INSERT INTO billing_usage_quarter_hour%'"
            )
            return bool(cursor.fetchone()[0])

    thread = threading.Thread(target=repair)
    with transaction.atomic():
        list(UsageQuarterHour.objects.select_for_update())
        thread.start()
        deadline = time.monotonic() + 30
        while not is_waiting() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert is_waiting()
        # The days are rebuilt by now but not committed, so readers still see the old ones.
        assert set(UsageDay.objects.values_list("run_count", flat=True)) == {5}
    thread.join(30)
    assert faults == []
    assert set(UsageDay.objects.values_list("run_count", flat=True)) == {1}
    assert check()[0] == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("finds", [False, True], ids=["agree", "differ"])
def test_imports_go_on_while_it_checks_and_what_is_not_committed_counts_for_nothing(
    fed: Organization, finds: bool
) -> None:
    if finds:
        Account.objects.update(usage_total_usd=1)
    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        lock_accounts([fed.pk])
        UsageDay.objects.update(run_count=F("run_count") + 7)
        checked = threads.submit(lambda: (check_figures(fed), connection.close()))
        assert bool(checked.result(timeout=30)[0]) is finds
        # Inside the transaction the check sees its uncommitted changes.
        assert any("run_count" in each.what for each in check_figures(fed))
        transaction.set_rollback(True)


def test_an_unknown_organization_is_named(acme: Organization) -> None:
    with pytest.raises(CommandError, match="no organization with the slug 'nobody'"):
        check("--organization", "nobody")
