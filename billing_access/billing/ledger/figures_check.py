"""Checks that an organization's figures agree: runs, credits, rollups, entries, reconciliations and totals."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.db import connection, transaction

from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Reconciliation
from billing_access.billing.rollups import BUCKETS, SUM_NAMES, differences
from billing_audit.canonical_json import write_time
from orgs.models import Organization

_TOTALS: Final = """
SELECT (SELECT coalesce(sum(total_cost_usd - credited_usd), 0) FROM billing_run
        WHERE organization_id = %(organization)s::bigint AND started_at IS NOT NULL), coalesce(a.usage_total_usd, 0),
       (SELECT coalesce(sum(amount_usd), 0) FROM billing_balance_entry
        WHERE organization_id = %(organization)s::bigint), coalesce(a.entries_total_usd, 0),
       (SELECT max(observed_at) FROM billing_reconciliation
        WHERE organization_id = %(organization)s::bigint), a.balance_reconciled_at,
       (SELECT count(*) FROM billing_run WHERE organization_id = %(organization)s::bigint
        AND started_at IS NULL AND total_cost_usd IS NOT NULL)
FROM (SELECT 1) one LEFT JOIN billing_account a ON a.organization_id = %(organization)s::bigint
"""
# Runs on which something else is credited than the sum of their credits, or credits whose run is gone.
_CREDITS: Final = """
SELECT coalesce(c.run_id, r.run_id), coalesce(c.amount_usd, 0), coalesce(r.credited_usd, 0)
FROM (SELECT run_id, sum(amount_usd) AS amount_usd FROM billing_run_credit
      WHERE organization_id = %(organization)s::bigint AND void_revision IS NULL GROUP BY run_id) c
FULL JOIN (SELECT run_id, credited_usd FROM billing_run
           WHERE organization_id = %(organization)s::bigint AND credited_usd <> 0) r ON r.run_id = c.run_id
WHERE c.amount_usd IS DISTINCT FROM r.credited_usd
ORDER BY 1 LIMIT 20
"""
# Reconciliations whose difference is not the amount of the entry under the same reference (none counts as zero).
_RECONCILIATIONS: Final = """
SELECT r.reference, r.difference_usd, coalesce(e.amount_usd, 0)
FROM billing_reconciliation r LEFT JOIN billing_balance_entry e
  ON e.organization_id = r.organization_id AND e.reference = r.reference
WHERE r.organization_id = %(organization)s::bigint AND coalesce(e.amount_usd, 0) <> r.difference_usd
ORDER BY r.observed_at, r.id LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored sum that is wrong: ``expected`` is computed from its source, ``found`` is what is stored."""

    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.what}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True)
class Totals:
    """An account's totals as stored, each after its value computed from the source. Money in US dollars."""

    runs_usd: Decimal
    usage_total_usd: Decimal
    entries_usd: Decimal
    entries_total_usd: Decimal
    observed_at: datetime | None
    balance_reconciled_at: datetime | None
    charged_without_start: int


def check_figures(organization: Organization) -> list[Difference]:
    """Return the differences between an organization's figures; an empty list if all agree. Changes nothing.

    Compares runs with both rollups (the total, and each registered tag as far as it is backfilled), runs and entries
    with the account's totals, credits with their runs, reconciliations with their entries, and the balance of the last
    reconciliation with the one that the biller reported. Everything is read in one database snapshot, so imports can go
    on; inside a transaction it takes the account's lock instead, to see that transaction's changes.
    """
    parameters = {"organization": organization.pk}
    with _consistent_reads(organization), connection.cursor() as cursor:
        found = list(_total_differences(read_totals(organization)))
        cursor.execute(_RECONCILIATIONS, parameters)
        for reference, expected, amount in cursor.fetchall():
            found.append(Difference(f"adjustment under {reference}, by its reconciliation", str(expected), str(amount)))
        cursor.execute(_CREDITS, parameters)
        for run_id, expected, credited in cursor.fetchall():
            found.append(Difference(f"credited on the run {run_id}, by its credits", str(expected), str(credited)))
        found += _reported_difference(organization)
        for table in BUCKETS:
            cursor.execute(differences(table), parameters)
            found += [each for row in cursor.fetchall() for each in _bucket_differences(table, row)]
    return found


@contextmanager
def _consistent_reads(organization: Organization) -> Iterator[None]:
    if connection.in_atomic_block:
        lock_accounts([organization.pk], create=False)
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def read_totals(organization: Organization) -> Totals:
    """Read an account's totals and compute them from their sources, in one SELECT."""
    with connection.cursor() as cursor:
        cursor.execute(_TOTALS, {"organization": organization.pk})
        return Totals(*cursor.fetchone())


def _total_differences(totals: Totals) -> Iterator[Difference]:
    pairs: tuple[tuple[str, Any, Any], ...] = (
        ("usage total of the account, by its runs", totals.runs_usd, totals.usage_total_usd),
        ("entries total of the account, by its entries", totals.entries_usd, totals.entries_total_usd),
        ("last reconciliation of the account", totals.observed_at, totals.balance_reconciled_at),
        ("runs with a cost but without a start", 0, totals.charged_without_start),
    )
    for what, expected, found in pairs:
        if expected != found:
            yield Difference(what, str(expected), str(found))


def _reported_difference(organization: Organization) -> Iterator[Difference]:
    last = Reconciliation.objects.filter(organization=organization).order_by("-observed_at", "-id").first()
    if last is not None and (found := balance_at(organization, last.observed_at)) != last.balance_usd:
        what = f"balance of {write_time(last.observed_at)}, reported under {last.reference}"
        yield Difference(what, str(last.balance_usd), str(found))


def _bucket_differences(table: str, row: tuple[Any, ...]) -> Iterator[Difference]:
    bucket, key, value, *sums = row
    tag = f" {key}={'(none)' if value is None else value}" if key else ""
    for name, expected, found in zip(SUM_NAMES, sums[::2], sums[1::2], strict=True):
        if expected != found:
            yield Difference(f"{table} {bucket:%Y-%m-%d %H:%M}Z{tag} {name}", str(expected), str(found))
