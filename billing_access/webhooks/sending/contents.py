"""What a delivery sends, and what audit deliveries need besides: they are made, read and acknowledged elsewhere."""

import json
from typing import Any, Final

from billing_access.routes import WEBHOOK_ALERT, WEBHOOK_AUDIT, WEBHOOK_TEST, Route
from billing_access.webhooks.audit_log import batches
from billing_access.webhooks.models import Topic, WebhookDelivery

_ROUTES: Final = {"alert": WEBHOOK_ALERT, "audit": WEBHOOK_AUDIT, "webhook": WEBHOOK_TEST}
_TOPICS: Final = {"alert": Topic.ALERT, "audit": Topic.AUDIT_EVENT}


def route_of(delivery: WebhookDelivery) -> Route:
    """Return the route by which it is decided whether the delivery may be sent."""
    return _ROUTES[delivery.type.partition(".")[0]]


def topic_of(delivery: WebhookDelivery) -> Topic | None:
    """Return the topic that the delivery belongs to; None for a challenge and a test."""
    return _TOPICS.get(delivery.type.partition(".")[0])


def is_audit(delivery: WebhookDelivery) -> bool:
    """Tell whether it carries audit events, which are read when they are sent, and never given up."""
    return route_of(delivery) is WEBHOOK_AUDIT


def data_of(delivery: WebhookDelivery) -> dict[str, Any]:
    """Return ``data`` of a message whose body is stored."""
    data: dict[str, Any] = json.loads(delivery.body or "{}").get("data", {})
    return data


def body_of(delivery: WebhookDelivery, *, with_figures: bool) -> bytes:
    """Return the bytes to send. ``with_figures`` matters for audit events alone: others were decided as a whole."""
    if delivery.body is None:
        return batches.body_of(delivery, with_figures)
    return delivery.body.encode()
