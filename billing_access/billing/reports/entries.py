"""Reads pages of balance entries, newest first, with the totals that the balance is made of."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import (
    SNAPSHOT_FROM,
    SNAPSHOT_SELECT,
    STANDS,
    AccountSnapshot,
    parse_snapshot,
    snapshot_json,
)
from billing_access.billing.reports.state import balance_of
from billing_access.billing.reports.usage_query import DEFAULT_LIMIT, WalkEnded


class Entry(NamedTuple):
    """One line of the ledger; US dollars, negative if it lowered the balance. An operator's note is left out."""

    kind: str
    amount_usd: Decimal
    reference: str
    occurred_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class EntriesCursor:
    """Where a walk continues: its time and revision as of the first page, and the last entry of the previous page.

    ``token`` is that of the revision, None at revision 0.
    """

    as_of: datetime
    revision: int
    token: str | None
    occurred_at: datetime
    entry_id: int


@dataclass(frozen=True, slots=True)
class EntriesQuery:
    """A query for the entries that occurred in ``[start, end)``; without a start or end all until or since then.

    ``limit`` is 1 to 500.
    """

    start: datetime | None = None
    end: datetime | None = None
    limit: int = DEFAULT_LIMIT


class Totals(NamedTuple):
    """All entries of an account, what all its runs cost, and the balance, which is their difference; US dollars.

    All are None if the account was never fed; a postpaid account has no balance.
    """

    entries_total_usd: Decimal | None
    usage_total_usd: Decimal | None
    current_balance_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class EntriesPage:
    """One page of a walk; ``as_of`` is the time of its first page, ``snapshot`` the account when this page was read.

    The totals are those of the walk's revision, whatever the range of the query; None on a page that was read after the
    account had changed.
    """

    snapshot: AccountSnapshot
    as_of: datetime
    totals: Totals
    entries: list[Entry]
    next_cursor: EntriesCursor | None


# The SQL of each field of ``Entry``.
_COLUMNS: Final = {
    "kind": "e.kind",
    "amount_usd": "e.amount_usd",
    "reference": "e.reference",
    "occurred_at": "e.occurred_at",
    "recorded_at": "e.created_at",
}
# What a page adds to the account snapshot. The totals are texts, since JSON numbers would be parsed into floats.
_PINNED: Final = {
    "stands": "s.stands",
    "entries_total": "CASE WHEN s.revision = s.seen THEN s.entries_total_usd END::text",
    "usage_total": "CASE WHEN s.revision = s.seen THEN s.usage_total_usd END::text",
}
# Each side of the range is a single row comparison, as in a page of usage. Ids are positive, so `>= (start, 0)`
# includes the start, and `< (end, 0)` excludes the end. A walk sees the entries up to its revision, so that one which
# is recorded late, for a time on a page that was read already, does not move the pages. PostgreSQL cannot plan for a
# limit that is in a SELECT, and reads in order; else, expecting less than a page, it would read and sort all the rest.
_PAGE: Final = f"""
WITH snapshot AS MATERIALIZED (
    SELECT {SNAPSHOT_SELECT}, a.entries_total_usd, a.usage_total_usd FROM {SNAPSHOT_FROM}
), pinned AS MATERIALIZED (
    SELECT s.*, coalesce(%(revision)s::bigint, s.revision) AS seen,
           {STANDS} AS stands
    FROM snapshot s
), encoded AS MATERIALIZED (
    SELECT {snapshot_json(_PINNED)} AS snapshot FROM pinned s
)
SELECT {", ".join(_COLUMNS)}, id, snapshot
FROM encoded s LEFT JOIN (SELECT r.* FROM pinned s CROSS JOIN LATERAL (
    SELECT {", ".join(f"{sql} AS {name}" for name, sql in _COLUMNS.items())}, e.id
    FROM billing_balance_entry e
    WHERE e.organization_id = %(organization)s::bigint
      AND (e.occurred_at, e.id) >= (coalesce(%(start)s::timestamptz, '-infinity'), 0)
      AND (e.occurred_at, e.id) < (coalesce(%(before)s::timestamptz, 'infinity'), %(before_id)s::bigint)
      AND e.revision <= s.seen
    ORDER BY e.occurred_at DESC, e.id DESC
    LIMIT (SELECT %(rows)s::int)) r) r ON true
ORDER BY r.occurred_at DESC, r.id DESC
"""  # noqa: S608 (constants only)


def read_entries(grant: Grant, query: EntriesQuery, cursor: EntriesCursor | None = None) -> EntriesPage:
    """Read one page of the grant's organization in one SELECT; ``cursor`` is the previous page's ``next_cursor``.

    A walk returns exactly once every entry of its revision that is in the range, also while others are recorded.
    Raises WalkEnded if the cursor's revision no longer has its token.
    """
    with connection.cursor() as database:
        database.execute(_PAGE, _parameters(grant, query, cursor))
        rows = database.fetchall()
    snapshot, pinned = parse_snapshot(rows[0][-1], _PINNED)
    if not pinned["stands"]:
        raise WalkEnded
    # A page without entries is one row that holds the account snapshot alone.
    shown = rows[: query.limit] if rows[0][0] is not None else []
    as_of = cursor.as_of if cursor else snapshot.as_of
    revision, token = (cursor.revision, cursor.token) if cursor else (snapshot.revision, snapshot.revision_token)
    next_cursor = None
    if len(rows) > query.limit:
        *_, last_id, _ = shown[-1]
        last = Entry(*shown[-1][: len(_COLUMNS)])
        next_cursor = EntriesCursor(as_of, revision, token, last.occurred_at, last_id)
    totals = totals_of(snapshot, pinned["entries_total"], pinned["usage_total"])
    return EntriesPage(snapshot, as_of, totals, [Entry(*row[: len(_COLUMNS)]) for row in shown], next_cursor)


def totals_of(snapshot: AccountSnapshot, entries_total: str | None, usage_total: str | None) -> Totals:
    """Return the totals of an account as readers see them. Its own are given as texts, None if they are not known."""
    if snapshot.fed_at is None or entries_total is None or usage_total is None:
        return Totals(None, None, None)
    entries, usage = Decimal(entries_total), Decimal(usage_total)
    return Totals(entries, usage, balance_of(snapshot, entries - usage))


def _parameters(grant: Grant, query: EntriesQuery, cursor: EntriesCursor | None) -> dict[str, Any]:
    before = cursor.occurred_at if cursor else query.end
    return {
        "organization": grant.organization_pk,
        "revision": cursor.revision if cursor else None,
        "known": cursor.revision if cursor else 0,
        "token": cursor.token if cursor else None,
        "start": query.start.astimezone(UTC) if query.start else None,
        "before": before.astimezone(UTC) if before else None,
        "before_id": cursor.entry_id if cursor else 0,
        "rows": query.limit + 1,
    }
