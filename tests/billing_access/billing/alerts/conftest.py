"""What the tests of alerts share: money and runs at times relative to now, and the worker's evaluation."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.models import AlertRule
from billing_access.billing.operators import add_balance_entry
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

SYSTEM = actors.command("tests")


@pytest.fixture
def noon() -> Callable[..., datetime]:
    """Return a time of a UTC day so many days ago; today it is the first instant, which has always passed."""

    def at(days_ago: int = 0, hour: int = 12) -> datetime:
        day = datetime.now(UTC).date() - timedelta(days=days_ago)
        return datetime.combine(day, time(hour if days_ago else 0), UTC)

    return at


@pytest.fixture
def spend(feed: Any, noon: Any) -> Callable[..., None]:
    """Feed one run: ``spend(acme, "612", days_ago=1, county="adams")``. The same ``run_id`` corrects it."""

    def fed(organization: Organization, cost: str, days_ago: int = 0, run_id: str = "", **tags: str) -> None:
        number = AuditEvent.objects.count()
        run = {"run_id": run_id or f"wr_{number}", "started_at": noon(days_ago).isoformat(), "total_cost_usd": cost}
        feed(organization, {**run, "tags": tags} if tags else run, correct=True)

    return fed


@pytest.fixture
def pay(noon: Any) -> Callable[..., None]:
    """Add to an organization's balance."""

    def add(organization: Organization, amount: str) -> None:
        kind = "top_up" if Decimal(amount) > 0 else "charge"
        reference = f"t{AuditEvent.objects.count()}"
        add_balance_entry(
            organization, kind=kind, amount_usd=Decimal(amount), reference=reference, occurred_at=noon(), actor=SYSTEM
        )

    return add


@pytest.fixture
def evaluated() -> Callable[[Organization], AlertRule]:
    """Evaluate what is due, as the worker does every minute, and return the organization's only rule."""

    def run(organization: Organization) -> AlertRule:
        mark_by_clock()
        evaluate_due(seconds=60)
        return AlertRule.objects.get(organization=organization)

    return run


@pytest.fixture
def told() -> Callable[[], list[tuple[str, dict[str, Any]]]]:
    """Return what was recorded of alerts, oldest first: action and details."""

    def read() -> list[tuple[str, dict[str, Any]]]:
        events = AuditEvent.objects.filter(action__in=["alert.fired", "alert.resolved"]).order_by("id")
        return [(each.action.removeprefix("alert."), each.details) for each in events]

    return read
