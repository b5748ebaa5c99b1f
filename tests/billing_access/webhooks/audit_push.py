"""What tests of the audit push share: endpoints, and a sender that has a receiver which takes everything."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from billing_access.webhooks.audit_log.batches import acknowledged, body_of, prepare
from billing_access.webhooks.models import WebhookDelivery, WebhookEndpoint
from billing_audit.record import Target, record_hourly
from orgs import actors
from orgs.models import Organization
from tests.conftest import SIGNER, STATEMENT_SIGNER

PROGRAM = settings.BASE_DIR / "examples" / "verify_audit_export.py"


def make_endpoint(organization: Organization | None, log: str, next_leaf: int = 0, **fields: Any) -> WebhookEndpoint:
    """Write an active endpoint whose cursor is here."""
    values = {"url": "https://siem.example.com/x", "topics": ["audit.event"], "secret": "x", "state": "active"}
    endpoint = WebhookEndpoint.objects.create(
        organization=organization, log=log, next_leaf=next_leaf, **{**values, **fields}
    )
    return WebhookEndpoint.objects.get(pk=endpoint.pk)


def waiting(endpoint: WebhookEndpoint) -> WebhookDelivery | None:
    """Return the endpoint's waiting delivery."""
    return WebhookDelivery.objects.select_related("endpoint").filter(endpoint=endpoint, state="waiting").first()


def record_sending(endpoint: WebhookEndpoint, delivery: WebhookDelivery) -> None:
    """Record a delivery as the sender does before its first byte."""
    organization_id = endpoint.organization.public_id if endpoint.organization else None
    record_hourly(
        "webhook.audit_sent", organization_id=organization_id, actor=actors.command("worker"),
        target=Target("webhook", str(endpoint.pk), "siem.example.com"), details={"delivery": str(delivery.pk)},
    )  # fmt: skip


def deliver(endpoint: WebhookEndpoint, with_figures: bool = True) -> dict[str, Any] | None:
    """Send the next delivery and have it acknowledged; return its message, None if there is nothing to send."""
    prepare(endpoint)
    delivery = waiting(endpoint)
    if delivery is None:
        return None
    record_sending(endpoint, delivery)
    message: dict[str, Any] = json.loads(body_of(delivery, with_figures))
    with transaction.atomic():
        WebhookDelivery.objects.filter(pk=delivery.pk).update(state="delivered", ended_at=timezone.now())
        acknowledged(delivery)
    return message


def deliver_all(endpoint: WebhookEndpoint, with_figures: bool = True) -> list[dict[str, Any]]:
    """Send until there is nothing to send, which must come."""
    messages: list[dict[str, Any]] = []
    while message := deliver(endpoint, with_figures):
        messages.append(message)
        assert len(messages) < 1000
    return messages


def places(messages: list[dict[str, Any]]) -> list[int]:
    """Return the leaf indexes of the events in messages, in the order in which they came."""
    return [event["place"] for message in messages for event in message["data"]["events"]]


def store(path: Path, messages: list[dict[str, Any]]) -> Path:
    """Append messages to a file as a receiver does."""
    with path.open("a") as file:
        file.writelines(json.dumps(message["data"]) + "\n" for message in messages)
    return path


def check(path: Path, log: str, *arguments: str, isolated: bool = False) -> tuple[int, str]:
    """Run the offline verifier as a receiver does, in a process of its own; return its exit code and what it says.

    ``isolated``: with only the standard library.
    """
    keys = ["--key", str(SIGNER.verifier.of_log(log)), "--statement-key", str(STATEMENT_SIGNER.verifier.of_log(log))]
    done = subprocess.run(
        [sys.executable, *(["-S", "-E"] if isolated else []), PROGRAM, path, *keys, *arguments],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr
