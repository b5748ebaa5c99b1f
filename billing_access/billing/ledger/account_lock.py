"""The account row: the lock and the revision of everything that changes an organization's figures.

Lock order: account rows by organization, before any run, rollup, entry or tag of theirs.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Final

from django.db import connection, transaction
from django.db.models import F

from billing_access.billing.models import Account

_EXISTING: Final = "SELECT organization_id FROM billing_account WHERE organization_id = ANY(%s::bigint[])"
_LOCK: Final = f"{_EXISTING} ORDER BY organization_id FOR NO KEY UPDATE"
_MOVE: Final = """
UPDATE billing_account a
SET revision = a.revision + 1, fed_at = coalesce(a.fed_at, statement_timestamp()),
    usage_total_usd = a.usage_total_usd + m.usage, entries_total_usd = a.entries_total_usd + m.entries
FROM unnest(%s::bigint[], %s::numeric[], %s::numeric[]) AS m(id, usage, entries)
WHERE a.organization_id = m.id
RETURNING a.organization_id, a.revision
"""


def lock_accounts(organization_pks: Collection[int], *, create: bool = True) -> None:
    """Lock the accounts, the missing ones created first, in one order, until the transaction ends.

    What is read after it in this transaction is settled: every writer of figures takes this lock first.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An account is locked inside a transaction only.")
    wanted = sorted(organization_pks)
    with connection.cursor() as cursor:
        if create:
            cursor.execute(_EXISTING, [wanted])
            missing = sorted(set(wanted) - {pk for (pk,) in cursor.fetchall()})
            Account.objects.bulk_create([Account(organization_id=pk) for pk in missing], ignore_conflicts=True)
        cursor.execute(_LOCK, [wanted])


def move_revision(organization_pk: int) -> None:
    """Take a locked account's next revision for what is neither usage nor an entry; it is not fed by this."""
    Account.objects.filter(pk=organization_pk).update(revision=F("revision") + 1)


def move_totals(usage: Mapping[int, Decimal], *, entries: Mapping[int, Decimal] | None = None) -> dict[int, int]:
    """Move locked accounts' totals by these US dollars, take each one's next revision and return it.

    An account that was never fed is fed from here on.
    """
    ids = sorted({*usage, *(entries or {})})
    if not ids:
        return {}
    amounts = [[moved.get(each, Decimal(0)) for each in ids] for moved in (usage, entries or {})]
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [ids, *amounts])
        return dict(cursor.fetchall())
