"""Reads the state of an account: its balance, this period's usage, and when the balance will run out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_FLOOR, Context, Decimal
from typing import Final

from billing_access.access.decision import Grant
from billing_access.billing.models import BillingMode
from billing_access.billing.reports.account_snapshot import (
    SNAPSHOT_COLUMNS,
    SNAPSHOT_FROM,
    AccountSnapshot,
    read_with_snapshot,
    select_list,
)
from billing_access.billing.tokens import TOKEN_COUNTS, each_count

CURRENCY: Final = "USD"
PROJECTION_DAYS: Final = 7
_UNIT_DECIMALS: Final = Decimal("1e-10")
# A balance in units that is rounded up would cover a run that the balance does not.
_ROUND_DOWN: Final = Context(prec=60, rounding=ROUND_FLOOR)

_COLUMNS: Final = SNAPSHOT_COLUMNS | {
    "entries_less_usage": "a.entries_total_usd - a.usage_total_usd",
    "usage": "u.cost",
    "runs": "u.runs",
    "unpriced": "u.unpriced",
    **{name: f"u.{name}" for name in TOKEN_COUNTS},
    "week": "w.cost",
}
# One statement reads one database snapshot, so balance and usage are of the same revision. It sums only day rollups.
_STATE: Final = f"""
SELECT {select_list(_COLUMNS)}
FROM {SNAPSHOT_FROM}
CROSS JOIN LATERAL (
    SELECT coalesce(sum(total_cost_usd), 0) AS cost, coalesce(sum(run_count), 0)::bigint AS runs,
           coalesce(sum(unpriced_run_count), 0)::bigint AS unpriced,
           {each_count("coalesce(sum({0}), 0) AS {0}")}
    FROM billing_usage_day
    WHERE organization_id = %(organization)s::bigint AND tag_key = ''
      AND bucket_start >= p.period_start AND bucket_start < p.period_end) u
CROSS JOIN LATERAL (
    SELECT sum(total_cost_usd) AS cost FROM billing_usage_day
    WHERE organization_id = %(organization)s::bigint AND tag_key = ''
      AND bucket_start >= date_trunc('day', c.now, 'UTC') - {PROJECTION_DAYS} * interval '24 hours'
      AND bucket_start < date_trunc('day', c.now, 'UTC')) w
"""  # noqa: S608 (constants only)


@dataclass(frozen=True, slots=True)
class StateReading:
    """The state of an account, all of one revision. Money in US dollars; None means unknown, never zero.

    If the account was never fed, balance and usage are None. If it is postpaid it has no balance, so the balance,
    ``is_low_balance`` and the projection are None. While the figures are stale nobody knows whether the balance is low,
    so ``is_low_balance`` is None. ``current_balance_units`` is the balance at the price of now, rounded down; None
    without a price.
    """

    snapshot: AccountSnapshot
    currency: str
    current_balance_usd: Decimal | None
    current_balance_units: Decimal | None
    is_low_balance: bool | None
    period_usage_usd: Decimal | None
    period_run_count: int
    period_unpriced_run_count: int
    period_llm_tokens_in: int
    period_llm_tokens_out: int
    period_llm_tokens_cached: int
    projected_depletion_at: datetime | None


def read_state(grant: Grant) -> StateReading:
    """Read the state of the grant's organization at the database's statement time, in one SELECT."""
    return state_of(grant.organization_pk)


def state_of(organization_pk: int) -> StateReading:
    """Read the state of an organization for the evaluation of its alerts. Code that answers a request has a Grant."""
    snapshot, row = read_with_snapshot(_STATE, {"organization": organization_pk}, _COLUMNS)
    balance, threshold = balance_of(snapshot, row["entries_less_usage"]), snapshot.low_balance_threshold_usd
    return StateReading(
        snapshot=snapshot,
        currency=CURRENCY,
        current_balance_usd=balance,
        current_balance_units=_in_units(balance, snapshot.unit_price_usd),
        is_low_balance=None if balance is None or threshold is None or snapshot.is_stale else balance <= threshold,
        period_usage_usd=None if snapshot.fed_at is None else row["usage"],
        period_run_count=row["runs"],
        period_unpriced_run_count=row["unpriced"],
        **{f"period_{name}": int(row[name]) for name in TOKEN_COUNTS},
        projected_depletion_at=None if balance is None else project_depletion(balance, row["week"], snapshot.as_of),
    )


def _in_units(balance: Decimal | None, unit_price_usd: Decimal | None) -> Decimal | None:
    if balance is None or unit_price_usd is None:
        return None
    return _ROUND_DOWN.divide(balance, unit_price_usd).quantize(_UNIT_DECIMALS, context=_ROUND_DOWN)


def project_depletion(balance: Decimal, week_usd: Decimal | None, as_of: datetime) -> datetime | None:
    """Return when the balance will run out at the daily spend of the last seven full UTC days.

    The start of the hour of ``as_of`` plus whole hours, rounded down. None if nothing was spent in those days, nothing
    is left, or the time is beyond the year 9999.
    """
    if week_usd is None or week_usd <= 0 or balance <= 0:
        return None
    (left, left_of), (spent, spent_of) = balance.as_integer_ratio(), week_usd.as_integer_ratio()
    try:
        hours = timedelta(hours=left * spent_of * PROJECTION_DAYS * 24 // (left_of * spent))
        return as_of.replace(minute=0, second=0, microsecond=0) + hours
    except OverflowError:
        return None


def balance_of(snapshot: AccountSnapshot, entries_less_usage: Decimal | None) -> Decimal | None:
    """Return the balance that readers see: None for a postpaid account and for one that was never fed."""
    return None if snapshot.fed_at is None or snapshot.billing_mode == BillingMode.POSTPAID else entries_less_usage
