"""Promise 11: what an organization asked to be told of is told once when it happens and once when it ends."""

import json
from collections import Counter
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import Account, AlertRule
from billing_access.billing.operators import add_balance_entry, mark_complete, open_account
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


def evaluate() -> None:
    mark_by_clock()
    evaluate_due(seconds=60)


def feed(organization: Any, run: dict[str, str]) -> None:
    ingest([SourceRow(1, run)], OrganizationFinder(organization=organization), actor=SYSTEM, defaults=Defaults())


@pytest.fixture
def told(acme: Any, alice: Any, make_webhook: Any, run_jobs: Any) -> Any:
    """Count what Acme was told, by event, by e-mail to its owner, and by message to its webhook."""
    endpoint = make_webhook(acme, alice)

    def count() -> dict[str, Counter[str]]:
        run_jobs()
        events = AuditEvent.objects.filter(action__in=("alert.fired", "alert.resolved"))
        kinds = {"Alert": "alert.fired", "Resolved": "alert.resolved"}
        subjects = [each.subject.split(":")[0] for each in mail.outbox if each.to == [alice.email]]
        return {
            "events": Counter(events.values_list("action", flat=True)),
            "e-mails": Counter(kinds[each] for each in subjects if each in kinds),
            "webhook": Counter(json.loads(each)["type"] for each in endpoint.deliveries.values_list("body", flat=True)),
        }

    return count


def everywhere(**counts: int) -> dict[str, Counter[str]]:
    counted = Counter({f"alert.{name}": number for name, number in counts.items()})
    return dict.fromkeys(("events", "e-mails", "webhook"), counted)


def test_a_low_balance_is_told_once_and_its_end_once(acme: Any, told: Any) -> None:
    open_account(acme, low_balance_threshold_usd=Decimal(100), actor=SYSTEM)

    def add(amount: int) -> None:
        kind = "top_up" if amount > 0 else "charge"
        add_balance_entry(
            acme,
            kind=kind,
            amount_usd=Decimal(amount),
            reference=f"t{amount}",
            occurred_at=timezone.now(),
            actor=SYSTEM,
        )
        for _ in range(3):
            evaluate()

    add(150)
    assert told() == everywhere()
    add(-60)
    add(-1)
    add(-2)
    assert told() == everywhere(fired=1)
    add(500)
    add(501)
    assert told() == everywhere(fired=1, resolved=1)
    add(-1000)
    assert told() == everywhere(fired=2, resolved=1)


def test_a_spike_is_told_once_for_its_day(acme: Any, told: Any) -> None:
    create_rule(acme, Parameters("day_spend", amount_usd=Decimal(50)), actor=SYSTEM)
    start = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    for number, cost in enumerate(("20", "31", "60", "7")):
        feed(acme, {"run_id": f"wr_{number}", "started_at": start.isoformat(), "total_cost_usd": cost})
        evaluate()
        evaluate()
    assert told() == everywhere(fired=1)


def test_a_stale_feed_is_told_once_and_its_end_once(acme: Any, told: Any) -> None:
    create_rule(acme, Parameters("stale_feed", number=26), actor=SYSTEM)
    feed(acme, {"run_id": "wr_1", "started_at": timezone.now().isoformat(), "total_cost_usd": "1"})
    mark_complete(acme, timezone.now() - timedelta(hours=1), actor=SYSTEM)
    evaluate()
    Account.objects.filter(organization=acme).update(usage_through=timezone.now() - timedelta(hours=27))
    AlertRule.objects.update(evaluate_at=timezone.now())
    for _ in range(3):
        evaluate()
    assert told() == everywhere(fired=1)
    mark_complete(acme, timezone.now(), actor=SYSTEM)
    for _ in range(3):
        evaluate()
    assert told() == everywhere(fired=1, resolved=1)
