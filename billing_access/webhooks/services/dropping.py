"""Drops what waits for a webhook that may not have it."""

from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from billing_access.errors import Refusal
from billing_access.webhooks.models import DeliveryState, Topic, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.services.telling import target_of
from billing_audit.record import Actor, record
from orgs.models import Organization

# Why something was dropped, besides the refusals of the decision.
DISABLED: Final = "webhook_disabled"
TOPIC_REMOVED: Final = "topic_removed"


def drop_waiting(endpoint: WebhookEndpoint, reason_code: str, actor: Actor, topic: Topic | None = None) -> int:
    """Drop what waits for a locked webhook, on the record, and return how many deliveries. ``topic``: only its own.

    Without a topic everything but audit events: they go on from where they are once the webhook is active again.
    """
    which = Q(type__startswith=f"{topic.value.partition('.')[0]}.") if topic else ~Q(type__startswith="audit.")
    waiting = WebhookDelivery.objects.filter(which, endpoint=endpoint, state=DeliveryState.WAITING)
    types = sorted({*waiting.values_list("type", flat=True)})
    number = waiting.update(state=DeliveryState.DROPPED, reason_code=reason_code, ended_at=Now())
    if number:
        record(
            "webhook.dropped",
            organization_id=endpoint.organization.public_id if endpoint.organization else None,
            actor=actor,
            target=target_of(endpoint),
            outcome="denied",
            reason_code=reason_code,
            details={"type": types, "deliveries": number},
        )
    return number


def drop_what_waited(organization: Organization | None, refusal: Refusal, actor: Actor) -> None:
    """Drop the alerts that wait since before billing reads open: for one organization or, with None, for all.

    They may be from a time when reads were refused, and would be sent now as if there had been none.
    """
    waiting = WebhookDelivery.objects.filter(
        endpoint=OuterRef("pk"), state=DeliveryState.WAITING, type__startswith="alert."
    )
    of = Q(organization__isnull=False) if organization is None else Q(organization=organization)
    endpoints = WebhookEndpoint.objects.select_for_update(of=("self",), no_key=True).select_related("organization")
    for endpoint in endpoints.filter(of, Exists(waiting)).order_by("pk"):
        drop_waiting(endpoint, refusal.code, actor, Topic.ALERT)
