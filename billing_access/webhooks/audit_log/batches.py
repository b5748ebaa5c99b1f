"""The audit log as it is sent to webhooks: in the order of its seal, from each endpoint's cursor, range by range.

An endpoint has one such delivery waiting at most, so that the order holds. Its row says the range of leaves, and is
committed before its first byte is sent, so that the same range keeps its ``webhook-id`` over a killed sender. What the
range holds is read each time it is sent. A receiver may store ``data`` of each message as a line of a file, which
``examples/verify_audit_export.py`` checks.
"""

import logging
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from billing_access.routes import WEBHOOK_AUDIT
from billing_access.webhooks.audit_log import ocsf
from billing_access.webhooks.models import DeliveryState, Shape, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.outbox import message_body
from billing_audit.reading.feed import first_leaf
from billing_audit.reading.leaf_ranges import (
    LeafRange,
    SealedEvent,
    next_range,
    read_range,
    sealed_sizes,
    subtree_hashes,
)
from billing_audit.reading.queries import planned_for_values
from billing_audit.reading.serializers import event_body
from billing_audit.record import uuid7
from billing_audit.transparency.log_names import PLATFORM, number_of
from orgs.models import Organization

logger = logging.getLogger(__name__)

EVENTS: Final = "audit.event"
PURGED: Final = "audit.purged"
FORMAT: Final = "billing-access-audit-push/1"
# Withheld where billing data may not be read: both tell of it.
WITHHELD: Final = ("figures", "texts")


def start_at(organization: Organization | None, when: datetime | None, from_beginning: bool) -> tuple[str, int]:
    """Return the cursor (``log``, ``next_leaf``) of an endpoint that is sent the log from here on. Two queries at most.

    From the beginning, or from a time, or else what is sealed from now on. None is the platform's own log.
    """
    organization_id = organization.public_id if organization else None
    sizes = sealed_sizes(organization_id or PLATFORM)
    if from_beginning:
        return next(iter(sizes), organization_id or PLATFORM), 0
    newest = next(reversed(sizes.items()), (organization_id or PLATFORM, 0))
    if when is None:
        return newest
    with planned_for_values():
        return first_leaf(organization_id, when) or newest


@transaction.atomic
def prepare(endpoint: WebhookEndpoint) -> None:
    """Make the endpoint's one waiting delivery of audit events, if sealed events wait and none is there yet.

    Events that only say that audit events were sent (``webhook.audit_sent``) wait for another one and go with it:
    otherwise each delivery would be the reason for the next.
    """
    locked = WebhookEndpoint.objects.select_for_update(of=("self",)).filter(pk=endpoint.pk).first()
    if locked is None or locked.deliveries.filter(state=DeliveryState.WAITING, type__in=(EVENTS, PURGED)).exists():
        return
    log, next_leaf = _cursor(locked)
    found = next_range(log, next_leaf, unless_all=WEBHOOK_AUDIT.event or "")
    if found is not None:
        WebhookDelivery.objects.create(
            id=uuid7(),
            endpoint=locked,
            type=PURGED if found.is_purged else EVENTS,
            log=found.log,
            first_leaf=found.first_leaf,
            next_leaf=found.next_leaf,
        )


def acknowledged(delivery: WebhookDelivery) -> None:
    """Move the endpoint's cursor behind a delivered range, in the caller's transaction. Never moves it back."""
    endpoint = WebhookEndpoint.objects.select_for_update(of=("self",)).get(pk=delivery.endpoint_id)
    log, next_leaf = _range_of(delivery).log, _range_of(delivery).next_leaf
    if endpoint.log is None or (number_of(log), next_leaf) > (number_of(endpoint.log), endpoint.next_leaf or 0):
        endpoint.log, endpoint.next_leaf = log, next_leaf
        endpoint.save(update_fields=["log", "next_leaf"])


@transaction.atomic
def body_of(delivery: WebhookDelivery, with_figures: bool) -> bytes:
    """Return the message of a delivery as JSON, in the endpoint's shape, as the log is now.

    Without ``with_figures``, the parts of events that hold figures or typed texts are withheld; the rest still
    verifies. The newest checkpoint and the proofs under it may be others in another attempt.
    """
    # One transaction, so that no purge comes between an event and its parts: it waits for the locks of both.
    found, endpoint = _range_of(delivery), delivery.endpoint
    if found.is_purged:
        checkpoint, hashes = subtree_hashes(found)
        data, is_purged = {**_head(found, checkpoint), "events": [], "hashes": hashes}, True
    else:
        checkpoint, events = read_range(found, with_figures=with_figures, with_texts=with_figures)
        head, is_purged = _head(found, checkpoint, with_figures), all(each.entry is None for each in events)
        data = ocsf.data(head, events) if endpoint.shape == Shape.OCSF else {**head, "events": [*map(_line, events)]}
    if lost := _lost(endpoint, found):
        data["lost"] = lost
    return message_body(PURGED if is_purged else EVENTS, data, at=delivery.created_at).encode()


def _cursor(endpoint: WebhookEndpoint) -> tuple[str, int]:
    """Return an endpoint's cursor. One that has none yet starts now; one behind its log's end is set back to it."""
    if endpoint.log is None or endpoint.next_leaf is None:
        endpoint.log, endpoint.next_leaf = start_at(endpoint.organization, None, False)
        endpoint.save(update_fields=["log", "next_leaf"])
        return endpoint.log, endpoint.next_leaf
    sizes = sealed_sizes(endpoint.log)
    size = sizes.get(endpoint.log, 0)
    if endpoint.next_leaf > size:
        logger.error(
            "The webhook %s was sent %d events of the log %s, which has %d since a restore.",
            endpoint.pk, endpoint.next_leaf, endpoint.log, size,
        )  # fmt: skip
        if not any(number_of(name) > number_of(endpoint.log) for name in sizes):
            endpoint.next_leaf = size
            endpoint.save(update_fields=["next_leaf"])
    return endpoint.log, endpoint.next_leaf


def _range_of(delivery: WebhookDelivery) -> LeafRange:
    if delivery.log is None or delivery.first_leaf is None or delivery.next_leaf is None:
        raise ValueError(f"The delivery {delivery.pk} has no range of the audit log.")
    return LeafRange(delivery.log, delivery.first_leaf, delivery.next_leaf, delivery.type == PURGED)


def _lost(endpoint: WebhookEndpoint, found: LeafRange) -> dict[str, Any] | None:
    """Return which leaves a restore lost that the endpoint was sent, with the first message of the log's next name."""
    log, next_leaf = endpoint.log, endpoint.next_leaf
    if log is None or next_leaf is None or number_of(log) >= number_of(found.log):
        return None
    size = sealed_sizes(log).get(log, 0)
    return {"log": log, "first_leaf": size, "next_leaf": next_leaf} if next_leaf > size else None


def _head(found: LeafRange, checkpoint: str, with_figures: bool = True) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "log": found.log,
        "checkpoint": checkpoint,
        "first_leaf": found.first_leaf,
        "next_leaf": found.next_leaf,
        "withheld": [] if with_figures else list(WITHHELD),
    }


def _line(event: SealedEvent) -> dict[str, Any]:
    """Return an event as the API has it, with its proof, which makes it a line of an export; or its leaf, if purged."""
    line: dict[str, Any] = {"place": event.leaf_index, "leaf": event.leaf}
    if event.entry is not None:
        line = event_body(event.entry)
    line["proof"] = event.proof
    return line if event.statement is None else line | {"statement": event.statement}
