"""What is to be sent, written in the transaction of what it tells of. A sender reads it once that has committed."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from billing_access.webhooks.models import EndpointState, Topic, WebhookDelivery, WebhookEndpoint
from billing_audit.canonical_json import write_time
from billing_audit.record import uuid7


def queue(organization_pk: int, topic: Topic, type: str, data: Mapping[str, Any], *, at: datetime) -> None:
    """Queue a message for each active endpoint of the organization with this topic. One statement if there is none.

    ``data`` is JSON: money as decimal strings, times as RFC 3339. Whether it may be sent is decided when it is sent.
    """
    endpoints = WebhookEndpoint.objects.filter(
        organization_id=organization_pk, topics__contains=[topic], state=EndpointState.ACTIVE
    )
    # Locked, or one that is removed meanwhile would fail what is to be told of.
    endpoints = endpoints.select_for_update(no_key=True).order_by("pk")
    body = message_body(type, data, at=at)
    WebhookDelivery.objects.bulk_create(
        WebhookDelivery(id=uuid7(), endpoint_id=each, type=type, body=body)
        for each in endpoints.values_list("pk", flat=True)
    )


def message_body(type: str, data: Mapping[str, Any], *, at: datetime) -> str:
    """Return a message as Standard Webhooks has it: ``{"type": …, "timestamp": …, "data": …}``."""
    return json.dumps({"type": type, "timestamp": write_time(at), "data": data}, ensure_ascii=False)
