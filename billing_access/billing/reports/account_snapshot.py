"""The head of an account: what every reading is of, so that an answer can be told unchanged without reading usage."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

import orjson
from django.db import connection

from billing_access.access.decision import Grant

# The billing period: from a day of the month, 00:00 UTC, to the next. A FROM item for a statement that has `c.now` and
# the account `a`; without an account, calendar months. The start day is 28 at most, so adding a month keeps the day.
_PERIOD: Final = """
LATERAL (SELECT date_trunc('month', (c.now AT TIME ZONE 'UTC') - make_interval(days => d.day)) AS month, d.day
         FROM (SELECT coalesce(a.period_start_day, 1)::int - 1 AS day) d) m,
LATERAL (SELECT (m.month + make_interval(days => m.day)) AT TIME ZONE 'UTC' AS period_start,
                (m.month + make_interval(days => m.day) + interval '1 month') AT TIME ZONE 'UTC' AS period_end) p
"""
# What a statement returns of the head, by the field of ``Head``, where it selects from HEAD_FROM.
HEAD: Final = {
    "as_of": "c.now",
    "revision": "coalesce(a.revision, 0)",
    "fed_at": "a.fed_at",
    "billing_tier": "a.billing_tier",
    "billing_mode": "a.billing_mode",
    "low_balance_threshold_usd": "a.low_balance_threshold_usd",
    "balance_reconciled_at": "a.balance_reconciled_at",
    "usage_through": "a.usage_through",
    "period_start": "p.period_start",
    "period_end": "p.period_end",
}
# A statement that selects from this sees the account and the figures in one snapshot.
HEAD_FROM: Final = f"""(SELECT statement_timestamp() AS now) c
LEFT JOIN billing_account a ON a.organization_id = %(organization)s::bigint
CROSS JOIN {_PERIOD}"""


def select_list(columns: Mapping[str, str]) -> str:
    """Return the SELECT list of columns, given as their names and what each is in SQL."""
    return ", ".join(f"{sql} AS {name}" for name, sql in columns.items())


HEAD_COLUMNS: Final = select_list(HEAD)
_HEAD: Final = f"SELECT {HEAD_COLUMNS} FROM {HEAD_FROM}"  # noqa: S608 (constants only)


@dataclass(frozen=True, slots=True)
class Head:
    """One account at the database's statement time. Money in US dollars.

    While the revision and the settings stay, and the period, so do the figures. Tier and mode are None where no
    account was opened; ``fed_at`` is None where it was never fed.
    """

    as_of: datetime
    revision: int
    fed_at: datetime | None
    billing_tier: str | None
    billing_mode: str | None
    low_balance_threshold_usd: Decimal | None
    balance_reconciled_at: datetime | None
    usage_through: datetime | None
    period_start: datetime
    period_end: datetime


def read_head(grant: Grant) -> Head:
    """Read the head of the grant's organization in one SELECT of one row."""
    head, _ = read_with_head(_HEAD, {"organization": grant.organization_pk}, HEAD)
    return head


def read_with_head(
    statement: str, parameters: Mapping[str, Any], columns: Mapping[str, str]
) -> tuple[Head, dict[str, Any]]:
    """Run a SELECT of one row with these columns; return the head that is among them, and the others by name."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        row = dict(zip(columns, cursor.fetchone(), strict=True))
    return _split(row)


def head_text(more: Mapping[str, str]) -> str:
    """Return SQL of one text that holds the head and these columns, for a statement that has the head as ``h``.

    For a statement of many rows, of which each has the head: a text that is only copied costs less than ten columns,
    even of null.
    """
    # JSON would make a float of the threshold.
    columns = {name: f"h.{name}" for name in HEAD} | {"low_balance_threshold_usd": "h.low_balance_threshold_usd::text"}
    return f"json_build_array({', '.join([*columns.values(), *more.values()])})::text"


def parse_head(text: str, more: Mapping[str, str]) -> tuple[Head, dict[str, Any]]:
    """Return the head that ``head_text`` made into a text, and the other columns by name, as JSON has them."""
    row = dict(zip([*HEAD, *more], orjson.loads(text), strict=True))
    for name in ("as_of", "fed_at", "balance_reconciled_at", "usage_through", "period_start", "period_end"):
        row[name] = parse_time(row[name])
    if row["low_balance_threshold_usd"] is not None:
        row["low_balance_threshold_usd"] = Decimal(row["low_balance_threshold_usd"])
    return _split(row)


def parse_time(text: str | None) -> Any:
    """Return a time that PostgreSQL wrote into JSON."""
    return None if text is None else datetime.fromisoformat(text)


def _split(row: dict[str, Any]) -> tuple[Head, dict[str, Any]]:
    return Head(**{name: row.pop(name) for name in HEAD}), row
