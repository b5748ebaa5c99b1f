"""Estimates what a batch of runs will cost, from similar recent runs, and whether the balance covers it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import (
    SNAPSHOT_COLUMNS,
    SNAPSHOT_FROM,
    AccountSnapshot,
    read_with_snapshot,
    select_list,
)
from billing_access.billing.reports.run import run_filters
from billing_access.billing.reports.state import balance_of

SAMPLE_DAYS: Final = 30
MAX_RUNS: Final = 1_000_000
_COLUMNS: Final = SNAPSHOT_COLUMNS | {
    "entries_less_usage": "a.entries_total_usd - a.usage_total_usd",
    "size": "s.size",
    "mean": "(q.whole + (2 * q.rest + q.whole %% 2 > s.size)::int) * 0.0000000001",
    "p50": "t.p50",
    "p95": "t.p95",
}
# The sample is of whole UTC days and today, so that it changes only with the revision and the day.
# Percentiles are defined as by percentile_disc: the lowest cost that at least that share of the runs does not exceed.
# percentile_disc sorts every run; here runs are counted by cost first, and only the different costs are sorted.
# The days are computed from statement_timestamp() and not from `c`, which would prevent a parallel plan for the count.
# The mean is rounded from the integer quotient and remainder: a numeric division is rounded already, and round() would
# round that again, with halves away from zero.
_ESTIMATE: Final = f"""
WITH counted AS MATERIALIZED (
    SELECT r.total_cost_usd AS cost, count(*)::int AS runs
    FROM billing_run r
    WHERE r.organization_id = %(organization)s::bigint
      AND r.started_at >= date_trunc('day', statement_timestamp(), 'UTC') - {SAMPLE_DAYS} * interval '24 hours'
      AND r.started_at < date_trunc('day', statement_timestamp(), 'UTC') + interval '24 hours'
      AND r.cost_status = 'final'{{filters}}
    GROUP BY 1
), cumulative AS (
    SELECT cost, sum(runs) OVER (ORDER BY cost ROWS UNBOUNDED PRECEDING) AS running_count FROM counted
), whole AS MATERIALIZED (
    SELECT coalesce(sum(runs), 0) AS size, sum(cost * runs) * 10000000000 AS total FROM counted
)
SELECT {select_list(_COLUMNS)}
FROM {SNAPSHOT_FROM}
CROSS JOIN whole s
CROSS JOIN (
    SELECT min(cost) FILTER (WHERE 100 * running_count >= 50 * (SELECT size FROM whole)) AS p50,
           min(cost) FILTER (WHERE 100 * running_count >= 95 * (SELECT size FROM whole)) AS p95
    FROM cumulative) t
CROSS JOIN LATERAL (SELECT div(s.total, nullif(s.size, 0)) AS whole, mod(s.total, nullif(s.size, 0)) AS rest) q
"""  # noqa: S608 (constants only)


@dataclass(frozen=True, slots=True)
class EstimateQuery:
    """A batch of ``runs`` runs (1 to MAX_RUNS); the sample is of runs that have all of the tags, and the type."""

    runs: int
    tags: tuple[tuple[str, str], ...] = ()
    run_type: str | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate, in US dollars. Costs are None without a sample; what needs a balance is None without one.

    The mean is rounded to ten decimals, half to even. The totals are exactly this mean, or the 95th percentile, times
    the number of runs.
    """

    snapshot: AccountSnapshot
    runs: int
    sample_size: int
    mean_cost_usd: Decimal | None
    p50_cost_usd: Decimal | None
    p95_cost_usd: Decimal | None
    current_balance_usd: Decimal | None

    @property
    def expected_total_usd(self) -> Decimal | None:
        """Mean times runs."""
        return None if self.mean_cost_usd is None else self.mean_cost_usd * self.runs

    @property
    def high_total_usd(self) -> Decimal | None:
        """95th percentile times runs."""
        return None if self.p95_cost_usd is None else self.p95_cost_usd * self.runs

    @property
    def covers_expected(self) -> bool | None:
        """Whether the balance is at least the expected total."""
        return self._covers(self.expected_total_usd)

    @property
    def covers_high(self) -> bool | None:
        """Whether the balance is at least the high total."""
        return self._covers(self.high_total_usd)

    @property
    def shortfall_usd(self) -> Decimal | None:
        """How much the balance lacks to cover the expected total; zero if it covers it."""
        if self.expected_total_usd is None or self.current_balance_usd is None:
            return None
        return max(self.expected_total_usd - self.current_balance_usd, Decimal(0))

    def _covers(self, total: Decimal | None) -> bool | None:
        return None if total is None or self.current_balance_usd is None else self.current_balance_usd >= total


def read_estimate(grant: Grant, query: EstimateQuery) -> Estimate:
    """Estimate from the runs of the last thirty UTC days and today whose cost is final, in one SELECT."""
    statement, parameters = estimate_statement(grant.organization_pk, query)
    snapshot, row = read_with_snapshot(statement, parameters, _COLUMNS)
    balance = balance_of(snapshot, row["entries_less_usage"])
    return Estimate(snapshot, query.runs, row["size"], row["mean"], row["p50"], row["p95"], balance)


def estimate_statement(organization_pk: int, query: EstimateQuery) -> tuple[str, dict[str, Any]]:
    """Return the estimate's statement and its parameters."""
    filters, parameters = run_filters(query.tags, run_type=query.run_type)
    return _ESTIMATE.format(filters=filters), {**parameters, "organization": organization_pk}
