"""The account snapshot: settings, revision and period that every report is read with, and that its ETag is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import orjson
from django.db import connection

from billing_access.access.decision import Grant

# The current billing period: from the account's start day of a month, 00:00 UTC, to that of the next month. A month
# without that day has its last day instead. This FROM item needs `c.now` and the account as `a`; without an account
# the period is the calendar month. PostgreSQL clips a day when it adds months. Every start is therefore counted from
# the one of January 2000, which has 31 days: counted from a start that was clipped, later ones would be clipped too.
# `OFFSET 0` has PostgreSQL compute a subquery once. It would otherwise copy the formula to each use of its result.
PERIOD: Final = """
LATERAL (
    SELECT (d.january + make_interval(months => m.months)) AT TIME ZONE 'UTC' AS period_start,
           (d.january + make_interval(months => m.months + 1)) AT TIME ZONE 'UTC' AS period_end
    FROM (SELECT c.now AT TIME ZONE 'UTC' AS utc_now,
                 timestamp '2000-01-01' + make_interval(days => coalesce(a.period_start_day, 1) - 1) AS january) d,
    LATERAL (SELECT ((extract(year FROM d.utc_now) - 2000) * 12 + extract(month FROM d.utc_now) - 1)::int AS months
             OFFSET 0) n,
    LATERAL (SELECT n.months - (d.january + make_interval(months => n.months) > d.utc_now)::int AS months) m
    OFFSET 0) p
"""
# The SQL of each field of ``AccountSnapshot``, for a statement that selects from SNAPSHOT_FROM.
SNAPSHOT_COLUMNS: Final = {
    "as_of": "c.now",
    "revision": "coalesce(a.revision, 0)",
    "revision_token": "a.revision_token::text",
    "fed_at": "a.fed_at",
    "billing_tier": "a.billing_tier",
    "billing_mode": "a.billing_mode",
    "low_balance_threshold_usd": "a.low_balance_threshold_usd",
    "balance_reconciled_at": "a.balance_reconciled_at",
    "usage_through": "a.usage_through",
    "stale_after_hours": "a.stale_after_hours",
    "unit_price_usd": """(SELECT u.unit_price_usd FROM billing_unit_price u
        WHERE u.organization_id = %(organization)s::bigint AND u.valid_from <= c.now
        ORDER BY u.valid_from DESC LIMIT 1)""",
    "period_start": "p.period_start",
    "period_end": "p.period_end",
}
_AMOUNTS: Final = ("low_balance_threshold_usd", "unit_price_usd")
# A report that selects from this in its own statement reads the account and the figures at the same revision.
SNAPSHOT_FROM: Final = f"""(SELECT statement_timestamp() AS now) c
LEFT JOIN billing_account a ON a.organization_id = %(organization)s::bigint
CROSS JOIN {PERIOD}"""

# Whether a walk that read at the revision `known` can go on: the revision still has its token. Revision 0 has none and
# always stands. Needs the account snapshot as `s`.
STANDS: Final = """%(known)s::bigint = 0 OR EXISTS (
               SELECT FROM billing_revision v
               WHERE v.organization_id = %(organization)s::bigint AND v.revision = %(known)s::bigint
                 AND v.token = %(token)s::uuid AND v.revision <= s.revision)"""


def select_list(columns: Mapping[str, str]) -> str:
    """Return a SELECT list from a mapping of column names to their SQL."""
    return ", ".join(f"{sql} AS {name}" for name, sql in columns.items())


SNAPSHOT_SELECT: Final = select_list(SNAPSHOT_COLUMNS)
_STATEMENT: Final = f"SELECT {SNAPSHOT_SELECT} FROM {SNAPSHOT_FROM}"  # noqa: S608 (constants only)


@dataclass(frozen=True, slots=True)
class AccountSnapshot:
    """One account at the database's statement time, ``as_of``. Money in US dollars.

    Figures change only when the revision, a setting or the period changes; after a restore of the database the same
    revision may have other figures, but it has another ``revision_token``, which is None at revision 0. Tier and mode
    are None while no account is open, ``fed_at`` is None while nothing was ever fed. ``unit_price_usd`` is the price at
    ``as_of``, None if there is none.
    """

    as_of: datetime
    revision: int
    revision_token: str | None
    fed_at: datetime | None
    billing_tier: str | None
    billing_mode: str | None
    low_balance_threshold_usd: Decimal | None
    balance_reconciled_at: datetime | None
    usage_through: datetime | None
    stale_after_hours: int | None
    unit_price_usd: Decimal | None
    period_start: datetime
    period_end: datetime

    @property
    def is_stale(self) -> bool | None:
        """Whether usage is complete only until more than ``stale_after_hours`` ago; None without that limit.

        Usage of which nothing is known to be complete is stale. The ETag contains this, since time alone changes it.
        """
        if self.stale_after_hours is None:
            return None
        oldest = self.as_of - timedelta(hours=self.stale_after_hours)
        return self.usage_through is None or self.usage_through < oldest


def read_snapshot(grant: Grant) -> AccountSnapshot:
    """Read the account snapshot of the grant's organization in one SELECT of one row."""
    snapshot, _ = read_with_snapshot(_STATEMENT, {"organization": grant.organization_pk}, SNAPSHOT_COLUMNS)
    return snapshot


def read_with_snapshot(
    statement: str, parameters: Mapping[str, Any], columns: Mapping[str, str]
) -> tuple[AccountSnapshot, dict[str, Any]]:
    """Run a SELECT of one row; return its account snapshot and its other columns by name."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        row = dict(zip(columns, cursor.fetchone(), strict=True))
    return _split(row)


def snapshot_json(more: Mapping[str, str]) -> str:
    """Return the SQL of a JSON array, as text, of the account snapshot and these columns; its table is named ``s``.

    For statements that return many rows: one text, the same in every row, costs less than ten columns, even null ones.
    """
    columns = {name: f"s.{name}" for name in SNAPSHOT_COLUMNS}
    # As a JSON number it would be parsed into a float.
    for name in _AMOUNTS:
        columns[name] += "::text"
    return f"json_build_array({', '.join([*columns.values(), *more.values()])})::text"


def parse_snapshot(text: str, more: Mapping[str, str]) -> tuple[AccountSnapshot, dict[str, Any]]:
    """Return the account snapshot in a text of ``snapshot_json``, and its other columns by name as parsed JSON."""
    row = dict(zip([*SNAPSHOT_COLUMNS, *more], orjson.loads(text), strict=True))
    for name in ("as_of", "fed_at", "balance_reconciled_at", "usage_through", "period_start", "period_end"):
        row[name] = parse_time(row[name])
    for name in _AMOUNTS:
        row[name] = None if row[name] is None else Decimal(row[name])
    return _split(row)


def parse_time(text: str | None) -> Any:
    """Parse a time that PostgreSQL wrote into JSON."""
    return None if text is None else datetime.fromisoformat(text)


def _split(row: dict[str, Any]) -> tuple[AccountSnapshot, dict[str, Any]]:
    return AccountSnapshot(**{name: row.pop(name) for name in SNAPSHOT_COLUMNS}), row
