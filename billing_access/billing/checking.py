"""Checking the figures against each other: runs, rollups, entries and totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection, transaction

from billing_access.billing.accounts import lock_accounts
from billing_access.billing.rollups import BUCKETS, SUM_NAMES, differences
from orgs.models import Organization

_TOTALS: Final = """
SELECT (SELECT coalesce(sum(total_cost_usd), 0) FROM billing_run
        WHERE organization_id = %(organization)s::bigint AND started_at IS NOT NULL), coalesce(a.usage_total_usd, 0),
       (SELECT coalesce(sum(amount_usd), 0) FROM billing_balance_entry
        WHERE organization_id = %(organization)s::bigint), coalesce(a.entries_total_usd, 0),
       (SELECT count(*) FROM billing_run WHERE organization_id = %(organization)s::bigint
        AND started_at IS NULL AND total_cost_usd IS NOT NULL)
FROM (SELECT 1) one LEFT JOIN billing_account a ON a.organization_id = %(organization)s::bigint
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that stands in two places and differs: ``expected`` by its source, ``found`` where it is summed."""

    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.what}: expected {self.expected}, found {self.found}"


@transaction.atomic
def check_figures(organization: Organization) -> list[Difference]:
    """Compare runs with both rollups, runs and entries with the account's totals; an empty list is agreement.

    Holds the account's lock, so nothing moves meanwhile; reads change nothing.
    """
    lock_accounts([organization.pk], create=False)
    parameters = {"organization": organization.pk}
    with connection.cursor() as cursor:
        cursor.execute(_TOTALS, parameters)
        found = list(_totals(cursor.fetchone()))
        for table in BUCKETS:
            cursor.execute(differences(table), parameters)
            found += [each for row in cursor.fetchall() for each in _bucket(table, row)]
    return found


def _totals(row: tuple[Any, ...]) -> Iterator[Difference]:
    runs, usage_total, entries, entries_total, charged_outside = row
    if runs != usage_total:
        yield Difference("usage total of the account, by its runs", str(runs), str(usage_total))
    if entries != entries_total:
        yield Difference("entries total of the account, by its entries", str(entries), str(entries_total))
    if charged_outside:
        yield Difference("runs with a cost but without a start", "0", str(charged_outside))


def _bucket(table: str, row: tuple[Any, ...]) -> Iterator[Difference]:
    bucket, key, value, *sums = row
    tag = f" {key}={'(none)' if value is None else value}" if key else ""
    for name, expected, found in zip(SUM_NAMES, sums[::2], sums[1::2], strict=True):
        if expected != found:
            yield Difference(f"{table} {bucket:%Y-%m-%d %H:%M}Z{tag} {name}", str(expected), str(found))
