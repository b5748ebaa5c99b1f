"""The state of one account: balance, this period's usage, and how long the balance lasts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from django.db import connection

from billing_access.access.decision import Grant
from billing_access.billing.models import BillingMode
from billing_access.billing.periods import PERIOD

CURRENCY: Final = "USD"
PROJECTION_DAYS: Final = 7

# One statement, so one snapshot: the balance and the usage are of the same revision. Only day rollups are summed.
_STATE: Final = f"""
SELECT a.organization_id, a.fed_at, a.billing_tier, a.billing_mode, a.low_balance_threshold_usd,
       a.balance_reconciled_at, a.usage_through, coalesce(a.revision, 0),
       a.entries_total_usd - a.usage_total_usd, c.now, p.period_start, p.period_end,
       u.cost, u.runs, u.unpriced, u.tokens_in, u.tokens_out, w.cost
FROM (SELECT statement_timestamp() AS now) c
LEFT JOIN billing_account a ON a.organization_id = %(organization)s::bigint
CROSS JOIN {PERIOD}
CROSS JOIN LATERAL (
    SELECT coalesce(sum(total_cost_usd), 0) AS cost, coalesce(sum(run_count), 0)::bigint AS runs,
           coalesce(sum(unpriced_run_count), 0)::bigint AS unpriced,
           coalesce(sum(llm_tokens_in), 0) AS tokens_in, coalesce(sum(llm_tokens_out), 0) AS tokens_out
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
    """What one statement saw. Money in US dollars; ``None`` is unknown or not applicable, never zero.

    Never fed: balance and usage are None. Postpaid: balance, ``is_low_balance`` and the projection are None.
    ``billing_tier`` and ``billing_mode`` are None where no account was opened.
    """

    currency: str
    billing_tier: str | None
    billing_mode: str | None
    current_balance_usd: Decimal | None
    low_balance_threshold_usd: Decimal | None
    is_low_balance: bool | None
    balance_reconciled_at: datetime | None
    period_start: datetime
    period_end: datetime
    period_usage_usd: Decimal | None
    period_run_count: int
    period_unpriced_run_count: int
    period_llm_tokens_in: int
    period_llm_tokens_out: int
    projected_depletion_at: datetime | None
    usage_through: datetime | None
    as_of: datetime
    revision: int


def read_state(grant: Grant) -> StateReading:
    """Read the state of the grant's organization at the database's statement time, in one SELECT."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE, {"organization": grant.organization_pk})
        return _reading(cursor.fetchone())


def project_depletion(balance: Decimal, week_usd: Decimal | None, as_of: datetime) -> datetime | None:
    """Return when the balance runs out at the pace of the last seven full UTC days, rounded down to the hour.

    None without a basis: nothing spent in those days, nothing left, or an end beyond the year 9999.
    """
    if week_usd is None or week_usd <= 0 or balance <= 0:
        return None
    microseconds = Fraction(balance) * PROJECTION_DAYS * 86_400_000_000 / Fraction(week_usd)
    try:
        end = as_of + timedelta(microseconds=int(microseconds))
    except OverflowError:
        return None
    return end.replace(minute=0, second=0, microsecond=0)


def _reading(row: tuple[Any, ...]) -> StateReading:
    (_, fed_at, tier, mode, threshold, reconciled_at, usage_through, revision, balance, as_of, start, end) = row[:12]
    usage, runs, unpriced, tokens_in, tokens_out, week = row[12:]
    if fed_at is None or mode == BillingMode.POSTPAID:
        balance = None
    return StateReading(
        currency=CURRENCY,
        billing_tier=tier,
        billing_mode=mode,
        current_balance_usd=balance,
        low_balance_threshold_usd=threshold,
        is_low_balance=None if balance is None or threshold is None else balance <= threshold,
        balance_reconciled_at=reconciled_at,
        period_start=start,
        period_end=end,
        period_usage_usd=None if fed_at is None else usage,
        period_run_count=runs,
        period_unpriced_run_count=unpriced,
        period_llm_tokens_in=int(tokens_in),
        period_llm_tokens_out=int(tokens_out),
        projected_depletion_at=None if balance is None else project_depletion(balance, week, as_of),
        usage_through=usage_through,
        as_of=as_of,
        revision=revision,
    )
