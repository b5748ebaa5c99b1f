"""The challenge that an address answers before it is sent anything else."""

import secrets
from typing import Final

from django.utils import timezone

from billing_access.webhooks.models import DeliveryState, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbox import message_body
from billing_audit.record import uuid7

CHALLENGE: Final = "webhook.challenge"


def queue_challenge(endpoint: WebhookEndpoint) -> None:
    """Queue a challenge for the address, in place of one that still waits. Its receiver sends the value back."""
    waiting = WebhookDelivery.objects.filter(endpoint=endpoint, type=CHALLENGE, state=DeliveryState.WAITING)
    now = timezone.now()
    waiting.update(state=DeliveryState.DROPPED, reason_code="replaced", ended_at=now)
    body = message_body(CHALLENGE, {"challenge": secrets.token_urlsafe(32)}, at=now)
    WebhookDelivery.objects.create(id=uuid7(), endpoint=endpoint, type=CHALLENGE, body=body)
