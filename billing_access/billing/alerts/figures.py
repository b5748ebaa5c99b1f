"""Reads what rules are measured with: an organization's account and state, and sums of the rollups. Exact decimals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

from django.db import connection

from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.models import AlertKind
from billing_access.billing.reports.account_snapshot import PERIOD
from billing_access.billing.reports.buckets import bucket_edges
from billing_access.billing.reports.state import StateReading, state_of
from orgs.models import Organization

# A day or period that ended longer ago neither fires nor resolves: figures that come later only change the books.
LOOKED_BACK: Final = timedelta(days=7)
_HOUR: Final = timedelta(hours=1)
_SUMS: Final = """
SELECT width_bucket(bucket_start, %(edges)s::timestamptz[]) - 1, tag_value, sum({column})
FROM {table}
WHERE organization_id = %(organization)s::bigint AND tag_key = %(tag_key)s::varchar
  AND bucket_start >= %(start)s::timestamptz AND bucket_start < %(end)s::timestamptz{condition}
GROUP BY 1, 2
"""
_FIRST: Final = """
SELECT min(bucket_start) FROM billing_usage_quarter_hour WHERE organization_id = %s::bigint AND tag_key = ''
"""
_PERIOD_START: Final = f"""
SELECT p.period_start FROM (SELECT %(at)s::timestamptz AS now) c
LEFT JOIN billing_account a ON a.organization_id = %(organization)s::bigint CROSS JOIN {PERIOD}
"""  # noqa: S608 (constants only)
_READY: Final = """
SELECT EXISTS (SELECT FROM billing_registered_tag WHERE organization_id = %s AND key = %s AND ready_at IS NOT NULL)
"""
Sums = Mapping[tuple[int, str | None], Decimal]


@dataclass(frozen=True, slots=True)
class Figures:
    """An organization's account and state at one time, with which its rules are measured."""

    organization: Organization
    state: StateReading

    @property
    def now(self) -> datetime:
        """The database's time at which the state was read."""
        return self.state.snapshot.as_of

    def midnight(self, days: int) -> datetime:
        """Return the start of the day that is so many days from today, in the organization's zone."""
        zone = self.organization.zone
        day = self.now.astimezone(zone).date() + timedelta(days=days)
        return datetime.combine(day, time(), zone).astimezone(UTC)

    def days(self, number: int) -> list[datetime]:
        """Return the edges of today and of so many days before, in UTC; the last is the next midnight."""
        return bucket_edges(self.midnight(-number), self.midnight(1), "day", self.organization.zone)


def read_figures(organization: Organization) -> Figures:
    """Read the organization's account and state in one SELECT."""
    return Figures(organization, state_of(organization.pk))


def sums(
    organization: Organization, edges: Sequence[datetime], rule: Parameters, column: str = "total_cost_usd"
) -> dict[tuple[int, str | None], Decimal]:
    """Sum a column of the rollups by bucket and tag value; the keys are the bucket's index and the value.

    The value is None without a tag. Runs without the tag are left out. Quarter hours are read unless all edges are UTC
    midnights: no zone of the present has an offset that cuts one.
    """
    is_utc = all(edge.time() == time() for edge in edges)
    condition = ""
    if rule.tag_key:
        condition = " AND tag_value IS NOT NULL" if rule.tag_value is None else " AND tag_value = %(tag_value)s"
    statement = _SUMS.format(
        column=column,
        table="billing_usage_day" if is_utc else "billing_usage_quarter_hour",
        condition=condition,
    )
    parameters: dict[str, Any] = {
        "organization": organization.pk,
        "edges": list(edges),
        "start": edges[0],
        "end": edges[-1],
        "tag_key": rule.tag_key,
        "tag_value": rule.tag_value,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return {(index, value): amount for index, value, amount in cursor.fetchall()}


def first_run(organization: Organization) -> datetime | None:
    """Return the quarter hour in which the organization's first run started; None if there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST, [organization.pk])
        found: datetime | None = cursor.fetchone()[0]
    return found


def periods(figures: Figures) -> tuple[list[datetime], datetime]:
    """Return the edges of the current period, and of the one before if it ended lately; and what is current."""
    snapshot = figures.state.snapshot
    edges = [snapshot.period_start, snapshot.period_end]
    if figures.now - snapshot.period_start >= LOOKED_BACK:
        return edges, edges[0]
    parameters: dict[str, Any] = {
        "at": snapshot.period_start - timedelta(microseconds=1),
        "organization": figures.organization.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PERIOD_START, parameters)
        edges.insert(0, cursor.fetchone()[0])
    return edges, edges[0] if figures.now - snapshot.period_start < timedelta(days=1) else edges[1]


def complete_until(figures: Figures) -> datetime:
    """Return until when the figures are complete or, if they were never marked, when the first were fed."""
    snapshot = figures.state.snapshot
    return snapshot.usage_through or snapshot.fed_at or figures.now


def is_ready(organization: Organization, tag_key: str) -> bool:
    """Tell whether usage is summed by this tag: it is registered, and its backfill has ended."""
    with connection.cursor() as cursor:
        cursor.execute(_READY, [organization.pk, tag_key])
        return bool(cursor.fetchone()[0])


def next_evaluation(rule: Parameters, figures: Figures) -> datetime:
    """Return when time alone may change what the rule finds: within the hour, which also notices another time zone."""
    next_hour = figures.now.replace(minute=0, second=0, microsecond=0) + _HOUR
    times = [next_hour, figures.midnight(1)]
    if rule.kind == AlertKind.STALE_FEED and rule.number is not None:
        times.append(complete_until(figures) + timedelta(hours=rule.number, microseconds=1))
    return min(each for each in times if each > figures.now)
