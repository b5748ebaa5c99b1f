"""The head of an account: what every reading is of, so that an answer can be told unchanged without reading usage."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

import orjson
from django.db import connection

from billing_access.access.decision import ORGANIZATION, Beside, Grant

# The billing period: from a day of the month, 00:00 UTC, to the next. A FROM item for a statement that has `c.now` and
# the account `a`; without an account, calendar months. The start day is 28 at most, so adding a month keeps the day.
_PERIOD: Final = """
LATERAL (SELECT date_trunc('month', (c.now AT TIME ZONE 'UTC') - make_interval(days => d.day)) AS month, d.day
         FROM (SELECT coalesce(a.period_start_day, 1)::int - 1 AS day) d) m,
LATERAL (SELECT (m.month + make_interval(days => m.day)) AT TIME ZONE 'UTC' AS period_start,
                (m.month + make_interval(days => m.day) + interval '1 month') AT TIME ZONE 'UTC' AS period_end) p
"""
HEAD_COLUMNS: Final = """c.now, coalesce(a.revision, 0), a.fed_at, a.billing_tier, a.billing_mode,
       a.low_balance_threshold_usd, a.balance_reconciled_at, a.usage_through, p.period_start, p.period_end"""
SENT: Final = "%(organization)s::bigint"
# A statement that selects from this sees the account and the figures in one snapshot.
HEAD_FROM: Final = f"""(SELECT statement_timestamp() AS now) c
LEFT JOIN billing_account a ON a.organization_id = {SENT}
CROSS JOIN {_PERIOD}"""
HEAD_WIDTH: Final = 10
# The columns' names, for a statement that has the head as `h`; and `h` as one text, for a statement of many rows: each
# has it, and a text that is only copied costs less than ten columns, even of null.
HEAD_NAMES: Final = (
    "now, revision, fed_at, tier, mode, threshold, reconciled_at, usage_through, period_start, period_end"
)
HEAD_TEXT: Final = """json_build_array(h.now, h.revision, h.fed_at, h.tier, h.mode, h.threshold::text, h.reconciled_at,
       h.usage_through, h.period_start, h.period_end{more})::text"""
_HEAD: Final = f"SELECT {HEAD_COLUMNS} FROM {HEAD_FROM}"  # noqa: S608 (constants only)


def beside(statement: str) -> Beside:
    """Make of a statement on one organization, sent as ``organization``, one that the decision's reads beside it."""
    return Beside(statement.replace(SENT, ORGANIZATION))


HEAD: Final = beside(_HEAD)


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
    """Read the head of the grant's organization in one SELECT of one row, or as the decision read it beside."""
    if (row := grant.row_of(HEAD)) is not None:
        return Head(*row)
    with connection.cursor() as cursor:
        cursor.execute(_HEAD, {"organization": grant.organization_pk})
        return Head(*cursor.fetchone())


def parse_head(text: str) -> tuple[Head, list[Any]]:
    """Return the head that ``HEAD_TEXT`` made, and what it had more."""
    now, revision, fed, tier, mode, threshold, reconciled, through, start, end, *more = orjson.loads(text)
    now, fed, reconciled, through, start, end = map(parse_time, (now, fed, reconciled, through, start, end))
    money = None if threshold is None else Decimal(threshold)
    return Head(now, revision, fed, tier, mode, money, reconciled, through, start, end), more


def parse_time(text: str | None) -> Any:
    """Return a time that PostgreSQL wrote into JSON."""
    return None if text is None else datetime.fromisoformat(text)
