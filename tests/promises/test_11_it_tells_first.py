"""Promise 11: what an organization asked to be told of is told once when it happens and once when it ends."""

import json
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from billing_access.access.services import suspend_billing_reads
from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import Account, AlertRule
from billing_access.billing.operators import add_balance_entry, mark_complete, open_account
from billing_access.webhooks.outbound import posting
from billing_access.webhooks.sending.pump import send_due
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership
from orgs.services import members

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


# A webhook that carries figures is a billing read: promises 1, 2 and 7.


class Receiver:
    """Stands for every receiver: what is posted, and what the log says at that moment."""

    def __init__(self) -> None:
        self.types: list[str] = []
        self.recorded: list[int] = []

    def post(self, url: str, *, headers: Any, body: bytes, deadline: float) -> posting.Answer:
        self.types.append(json.loads(body)["type"])
        self.recorded.append(AuditEvent.objects.filter(action="webhook.alert_sent").count())
        return posting.Answer(200, b"", 0.01)


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Receiver:
    stand_in = Receiver()
    monkeypatch.setattr(posting, "post", stand_in.post)
    return stand_in


@pytest.fixture
def fire(acme: Any, make_webhook: Any, adam: Any) -> Any:
    """Have an alert fire, for a webhook that Adam holds; return the webhook."""
    create_rule(acme, Parameters("day_spend", amount_usd=Decimal(50)), actor=SYSTEM)
    endpoint = make_webhook(acme, adam)

    def run() -> Any:
        feed(acme, {"run_id": "wr_1", "started_at": timezone.now().isoformat(), "total_cost_usd": "60"})
        evaluate()
        return endpoint

    return run


def send() -> None:
    send_due(seconds=20, senders=1)


def test_open_it_is_recorded_first_and_sent_once(acme: Any, opt_in: Any, fire: Any, receiver: Receiver) -> None:
    opt_in(acme)
    fire()
    for _ in range(3):
        send()
    assert (receiver.types, receiver.recorded) == (["alert.fired"], [1])


@pytest.mark.parametrize(
    ("closes", "code"),
    [
        ("never opted in", "org_opt_in_required"),
        ("opted out after it fired", "org_opt_in_required"),
        ("suspended after it fired", "billing_reads_suspended"),
        ("the platform suspended after it fired", "billing_reads_suspended"),
        ("its holder demoted after it fired", "webhook_paused"),
        ("its holder removed after it fired", "webhook_paused"),
    ],
)
def test_closed_nothing_of_it_leaves_and_that_is_on_the_record(
    closes: str, code: str, acme: Any, adam: Any, opt_in: Any, opt_out: Any, fire: Any, receiver: Receiver
) -> None:
    if not closes.startswith("never"):
        opt_in(acme)
    endpoint = fire()
    if closes.startswith("opted out"):
        opt_out(acme)
    if "suspended" in closes:
        suspend_billing_reads(None if "platform" in closes else acme, actor=SYSTEM, reason="incident")
    membership = Membership.objects.get(organization=acme, user=adam)
    if "demoted" in closes:
        members.change_role(membership, role="auditor", actor=SYSTEM)
    if "removed" in closes:
        members.remove_member(membership, actor=SYSTEM)
    send()
    opt_in(acme)
    send()
    assert receiver.types == []
    assert not AuditEvent.objects.filter(action="webhook.alert_sent").exists()
    dropped = AuditEvent.objects.get(action="webhook.dropped")
    assert (dropped.outcome, dropped.reason_code, dropped.details["deliveries"]) == ("denied", code, 1)
    assert [each.state for each in endpoint.deliveries.all()] == ["dropped"]


def test_what_cannot_be_recorded_is_not_sent(acme: Any, opt_in: Any, fire: Any, receiver: Receiver) -> None:
    opt_in(acme)
    endpoint = fire()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE; REVOKE EXECUTE ON PROCEDURE billing_audit_record FROM billing_access_app")
        cursor.execute("SET ROLE billing_access_app")
    with suppress(DatabaseError), transaction.atomic():
        send()
    assert receiver.types == []
    assert [each.state for each in endpoint.deliveries.all()] == ["waiting"]
