"""Repairs sums that are wrong by computing them again from runs and entries."""

from dataclasses import dataclass

from django.db import connection, transaction

from billing_access.billing.ledger.account_lock import lock_accounts, move_totals
from billing_access.billing.ledger.changes import event_value, record_change
from billing_access.billing.ledger.figures_check import Difference, check_figures, read_totals
from billing_access.billing.models import Account
from billing_access.billing.rollups import BUCKETS, rebuild
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization


@dataclass(frozen=True, slots=True)
class Repair:
    """The differences found, how many rollup rows were rebuilt, and the differences that could not be repaired."""

    found: list[Difference]
    rollup_rows: int
    left: list[Difference]


@transaction.atomic
def repair_figures(organization: Organization, *, actor: Actor) -> Repair:
    """Compute again the rollups, the totals and the time of the last reconciliation that differ from their sources.

    One transaction under the account's lock: imports into the organization wait; readers do not, and see the figures
    either before or after it. Runs, credits and entries are never changed. If all figures agree, nothing changes and
    nothing is recorded. Raises PermissionDenied.
    """
    require_platform(actor)
    lock_accounts([organization.pk], create=False)
    found = check_figures(organization)
    if found and not Account.objects.filter(pk=organization.pk).exists():
        lock_accounts([organization.pk])
        found = check_figures(organization)
    if not found:
        return Repair([], 0, [])
    totals = read_totals(organization)
    before = Account.objects.get(pk=organization.pk)
    usage = {organization.pk: totals.runs_usd - before.usage_total_usd}
    move_totals(usage, entries={organization.pk: totals.entries_usd - before.entries_total_usd})
    Account.objects.filter(pk=organization.pk).update(balance_reconciled_at=totals.observed_at)
    rows = sum(_rebuild(table, organization) for table in BUCKETS)
    pairs = {
        "usage_total_usd": (before.usage_total_usd, totals.runs_usd),
        "entries_total_usd": (before.entries_total_usd, totals.entries_usd),
        "balance_reconciled_at": (before.balance_reconciled_at, totals.observed_at),
    }
    changes = {name: (event_value(old), event_value(new)) for name, (old, new) in pairs.items() if old != new}
    details = {"first_difference": str(found[0]), "rollup_rows": rows}
    record_change("figures.repaired", organization, actor, changes=changes, details=details)
    return Repair(found, rows, check_figures(organization))


def _rebuild(table: str, organization: Organization) -> int:
    with connection.cursor() as cursor:
        cursor.execute(rebuild(table), {"organization": organization.pk})
        rows: int = cursor.rowcount
        # Rows without runs were set to zeros.
        statement = f"DELETE FROM {table} WHERE organization_id = %s AND run_count = 0"  # noqa: S608
        cursor.execute(statement, [organization.pk])
    return rows
