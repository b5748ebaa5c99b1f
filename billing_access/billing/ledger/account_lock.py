"""The lock and the revision of an account, which everything that changes an organization's figures takes.

Each revision gets a random token, kept by organization and revision (``Revision``) and, the newest, on the account.

Lock order: first the account rows, by organization, then their runs, rollups, entries and tags.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Final

from django.db import connection, transaction

from billing_access.billing.ledger.alert_marks import mark_alerts_due
from billing_access.billing.models import Account

_EXISTING: Final = "SELECT organization_id FROM billing_account WHERE organization_id = ANY(%s::bigint[])"
_LOCK: Final = f"{_EXISTING} ORDER BY organization_id FOR NO KEY UPDATE"


# An account that was lost and made again counts the same revisions again; each keeps its newest token.
def _next_revisions(moves: str, totals: str = "") -> str:
    return f"""moved AS (
    UPDATE billing_account a SET revision = a.revision + 1, revision_token = gen_random_uuid(){totals}
    FROM {moves}
    WHERE a.organization_id = m.organization_id
    RETURNING a.organization_id, a.revision, a.revision_token
), remembered AS (
    INSERT INTO billing_revision (organization_id, revision, token)
    SELECT organization_id, revision, revision_token FROM moved
    ON CONFLICT (organization_id, revision) DO UPDATE SET token = excluded.token
), alerts_due AS (
    {mark_alerts_due("moved")}
)"""  # noqa: S608 (constants only)


def next_revisions(moves: str) -> str:
    """Return the CTEs ``moved``, ``remembered`` and ``alerts_due``, which take the next revision of locked accounts.

    The last marks the organizations whose alerts are to be evaluated: whatever changes figures takes a revision.
    ``moves`` is a FROM item named ``m`` with a row for each account: organization_id, usage, entries; the last two are
    US dollars to add to the account's totals, not null. ``moved`` returns organization_id, revision, revision_token.
    Sets ``fed_at`` of an account that was never fed.
    """
    return _next_revisions(
        moves,
        """, fed_at = coalesce(a.fed_at, statement_timestamp()),
        usage_total_usd = a.usage_total_usd + m.usage, entries_total_usd = a.entries_total_usd + m.entries""",
    )


_MOVES: Final = "unnest(%s::bigint[], %s::numeric[], %s::numeric[]) AS m(organization_id, usage, entries)"
_MOVE: Final = f"WITH {next_revisions(_MOVES)} SELECT organization_id, revision FROM moved"  # noqa: S608 (constants only)
_ONE: Final = "(SELECT %s::bigint) AS m(organization_id)"
_MOVE_REVISION: Final = f"WITH {_next_revisions(_ONE)} SELECT FROM moved"


def lock_accounts(organization_pks: Collection[int], *, create: bool = True) -> None:
    """Lock the accounts until the transaction ends, in one order; missing ones are created first.

    Every writer of figures takes this lock first, so nobody else changes what the transaction reads after it.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An account can be locked only inside a transaction.")
    pks = sorted(organization_pks)
    with connection.cursor() as cursor:
        if create:
            cursor.execute(_EXISTING, [pks])
            missing = sorted(set(pks) - {pk for (pk,) in cursor.fetchall()})
            Account.objects.bulk_create([Account(organization_id=pk) for pk in missing], ignore_conflicts=True)
        cursor.execute(_LOCK, [pks])


def move_revision(organization_pk: int) -> None:
    """Take a locked account's next revision for a change of neither runs nor entries; ``fed_at`` stays as it is."""
    with connection.cursor() as cursor:
        cursor.execute(_MOVE_REVISION, [organization_pk])


def move_totals(usage: Mapping[int, Decimal], *, entries: Mapping[int, Decimal] | None = None) -> dict[int, int]:
    """Add these US dollars to locked accounts' totals, take each account's next revision and return the revisions.

    Sets ``fed_at`` of an account that was never fed.
    """
    ids = sorted({*usage, *(entries or {})})
    if not ids:
        return {}
    amounts = [[added.get(each, Decimal(0)) for each in ids] for added in (usage, entries or {})]
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [ids, *amounts])
        return dict(cursor.fetchall())
