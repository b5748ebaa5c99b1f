"""Sends a test, and sends a delivery again."""

from typing import Final

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from billing_access.access.services import InvalidChange
from billing_access.webhooks.models import DeliveryState, EndpointState, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbox import message_body
from billing_access.webhooks.services.challenges import CHALLENGE
from billing_access.webhooks.services.locking import lock_endpoint
from billing_access.webhooks.services.telling import record_change
from billing_audit.record import Actor, uuid7

TEST: Final = "webhook.test"


@transaction.atomic
def send_test(endpoint: WebhookEndpoint, *, actor: Actor) -> WebhookDelivery:
    """Queue a message without figures that says that it is a test. While one waits, that is returned instead.

    It is tried at once, also where the webhook rests after failures.

    Raises PermissionDenied, InvalidChange unless the webhook is active, and WebhookEndpoint.DoesNotExist.
    """
    current = lock_endpoint(endpoint, actor)
    _require_active(current)
    if waiting := current.deliveries.filter(type=TEST, state=DeliveryState.WAITING).first():
        return waiting
    body = message_body(TEST, {"test": True, "webhook": str(current.pk)}, at=timezone.now())
    delivery = WebhookDelivery.objects.create(id=uuid7(), endpoint=current, type=TEST, body=body)
    _try_at_once(current)
    record_change("webhook.tested", current, actor, delivery=str(delivery.pk))
    return delivery


@transaction.atomic
def send_again(delivery: WebhookDelivery, *, actor: Actor) -> WebhookDelivery:
    """Let a delivery wait again, with the same id and body, so that its receiver can tell that it had it before.

    Whether it may be sent is decided again then: at once, also where the webhook rests after failures. One that waits
    stays as it is. Raises PermissionDenied, InvalidChange for a reason of ``why_not_send_again`` and unless the webhook
    is active, and DoesNotExist of either.
    """
    current = lock_endpoint(delivery.endpoint, actor)
    rows = WebhookDelivery.objects.select_for_update(of=("self",), no_key=True)
    again = rows.get(pk=delivery.pk, endpoint=current)
    if again.state == DeliveryState.WAITING:
        return again
    _require_active(current)
    if fault := why_not_send_again(again):
        raise InvalidChange(fault)
    WebhookDelivery.objects.filter(pk=again.pk).update(
        state=DeliveryState.WAITING, reason_code="", attempt_at=Now(), attempts=0, ended_at=None
    )
    again.refresh_from_db()
    _try_at_once(current)
    record_change("webhook.sent_again", current, actor, delivery=str(again.pk), type=again.type)
    return again


def why_not_send_again(delivery: WebhookDelivery) -> str:
    """Return why a delivery is never sent again; empty if it can be. Pages use it too."""
    if delivery.type == CHALLENGE:
        return "A challenge is not sent again. Turn the webhook on again instead."
    if delivery.body is None:
        return "Audit events are sent in the order of the log, until each is acknowledged."
    return ""


def _try_at_once(endpoint: WebhookEndpoint) -> None:
    """End the rest of a webhook whose last attempts failed: somebody who mended its receiver wants to see it work."""
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(rests_until=Now())


def _require_active(endpoint: WebhookEndpoint) -> None:
    if endpoint.state != EndpointState.ACTIVE:
        raise InvalidChange(f"The webhook is {EndpointState(endpoint.state).name.lower()}. It is sent nothing now.")
