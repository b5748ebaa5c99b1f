"""Estimates what a batch of runs will cost, from similar recent runs, and whether the balance covers it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from billing_access.access.decision import Grant
from billing_access.billing.reports.account_snapshot import AccountSnapshot, read_with_snapshot
from billing_access.billing.reports.batch_bound import SampleSums, upper_bound
from billing_access.billing.reports.estimate_sql import ESTIMATE_COLUMNS, estimate_sql
from billing_access.billing.reports.run import run_filters
from billing_access.billing.reports.state import balance_of

MAX_RUNS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class EstimateQuery:
    """A batch of ``runs`` runs (1 to MAX_RUNS); the sample is of runs that have all of the tags, and the type."""

    runs: int
    tags: tuple[tuple[str, str], ...] = ()
    run_type: str | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate, in US dollars. Costs are None without a sample; what needs a balance is None without one.

    The oldest run of the sample started at ``sample_from``. The mean is rounded to ten decimals, half to even, and the
    expected total is exactly this mean times the number of runs. The high total is never below it, and None if the
    sample has fewer than ``batch_bound.FEWEST_RUNS`` runs.

    In flight are the organization's runs of the window that are accruing or unpriced, whatever their tag.
    ``expected_in_flight_usd`` is what they may still cost, None if the account was never fed or no run has a final cost
    to tell from. The balance covers a total if it is at least this and the total together.
    """

    snapshot: AccountSnapshot
    runs: int
    sample_size: int
    sample_from: datetime | None
    mean_cost_usd: Decimal | None
    p50_cost_usd: Decimal | None
    p95_cost_usd: Decimal | None
    expected_total_usd: Decimal | None
    high_total_usd: Decimal | None
    running_run_count: int
    unpriced_run_count: int
    expected_in_flight_usd: Decimal | None
    current_balance_usd: Decimal | None

    @property
    def covers_expected(self) -> bool | None:
        """Whether the balance covers the expected total."""
        return self._covers(self.expected_total_usd)

    @property
    def covers_high(self) -> bool | None:
        """Whether the balance covers the high total."""
        return self._covers(self.high_total_usd)

    @property
    def shortfall_usd(self) -> Decimal | None:
        """How much the balance lacks to cover the expected total; zero if it covers it."""
        left = self._left_after(self.expected_total_usd)
        return None if left is None else max(-left, Decimal(0))

    def _covers(self, total: Decimal | None) -> bool | None:
        left = self._left_after(total)
        return None if left is None else left >= 0

    def _left_after(self, total: Decimal | None) -> Decimal | None:
        if total is None or self.expected_in_flight_usd is None or self.current_balance_usd is None:
            return None
        return self.current_balance_usd - self.expected_in_flight_usd - total


def read_estimate(grant: Grant, query: EstimateQuery) -> Estimate:
    """Estimate from runs of the last thirty UTC days and today whose cost is final, in one SELECT."""
    filters, parameters = run_filters(query.tags, run_type=query.run_type)
    snapshot, row = read_with_snapshot(
        estimate_sql(filters), {**parameters, "organization": grant.organization_pk}, ESTIMATE_COLUMNS
    )
    expected = None if row["mean"] is None else row["mean"] * query.runs
    return Estimate(
        snapshot=snapshot,
        runs=query.runs,
        sample_size=row["size"],
        sample_from=row["since"],
        mean_cost_usd=row["mean"],
        p50_cost_usd=row["p50"],
        p95_cost_usd=row["p95"],
        expected_total_usd=expected,
        high_total_usd=_high(row, query.runs, expected),
        running_run_count=row["accruing"] + row["unpriced"],
        unpriced_run_count=row["unpriced"],
        expected_in_flight_usd=_in_flight(snapshot, row),
        current_balance_usd=balance_of(snapshot, row["entries_less_usage"]),
    )


def _high(row: dict[str, Any], runs: int, expected: Decimal | None) -> Decimal | None:
    if expected is None:
        return None
    stretches = list(zip(row["lengths"], row["totals"], strict=True))
    bound = upper_bound(SampleSums(row["size"], row["total"], row["squares"], stretches), runs)
    # The rounded mean times many runs may be slightly above the exact mean times as many.
    return None if bound is None else max(bound, expected)


def _in_flight(snapshot: AccountSnapshot, row: dict[str, Any]) -> Decimal | None:
    if snapshot.fed_at is None:
        return None
    amount: Decimal | None = row["in_flight"] if row["accruing"] + row["unpriced"] else Decimal(0)
    return amount
