"""Why something may not be sent to an endpoint, and what follows: what waits is dropped, or the endpoint is paused."""

import logging
import uuid
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from billing_access import errors
from billing_access.access.decision import EndpointFacts, Refused, authorize_endpoint, facts_for_endpoint
from billing_access.errors import Refusal
from billing_access.routes import WEBHOOK_ALERT, Route
from billing_access.webhooks.models import DeliveryState, EndpointState, Topic, WebhookDelivery, WebhookEndpoint
from billing_access.webhooks.sending.outcome import sender
from billing_access.webhooks.services.dropping import drop_waiting
from billing_access.webhooks.services.states import pause_by_holder
from billing_audit import database_timeline

_logger: Final = logging.getLogger(__name__)


def refusal_of(facts: EndpointFacts | None, route: Route) -> Refusal | None:
    """Return why the route's data may not be sent. Without facts it is the platform's own endpoint, for its own log."""
    if facts is None:
        return None if database_timeline.is_accepted() else errors.UNAVAILABLE
    try:
        authorize_endpoint(facts, route)
    except Refused as refused:
        return refused.verdict.refusal
    return None


def refuse(
    endpoint: WebhookEndpoint, facts: EndpointFacts | None, route: Route, topic: Topic | None, refusal: Refusal
) -> None:
    """Drop what waits of a topic for a locked endpoint, or pause the endpoint if its holder may not have it."""
    if refusal is errors.WEBHOOK_PAUSED:
        missing = route.permissions - (facts.holder_permissions if facts else frozenset())
        pause_by_holder(endpoint, missing, sender())
    else:
        drop_waiting(endpoint, refusal.code, sender(), topic)


def drop_refused() -> None:
    """Drop the alerts that are not due yet and may not be sent now.

    Otherwise they would be decided hours later, and sent if billing reads are on again by then.
    """
    waiting = WebhookDelivery.objects.filter(
        endpoint=OuterRef("pk"), state=DeliveryState.WAITING, type__startswith="alert."
    )
    is_later = Q(rests_until__gt=Now()) | Exists(waiting.filter(attempt_at__gt=Now()))
    endpoints = WebhookEndpoint.objects.filter(
        is_later, Exists(waiting), state=EndpointState.ACTIVE, organization__isnull=False
    )
    for each in endpoints.order_by("pk").values_list("pk", flat=True):
        try:
            _drop_if_refused(each)
        except Exception:
            _logger.exception("Whether what waits for the webhook %s may be sent could not be decided.", each)


@transaction.atomic
def _drop_if_refused(endpoint_pk: uuid.UUID) -> None:
    rows = WebhookEndpoint.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    endpoint = rows.select_related("organization", "holder").filter(pk=endpoint_pk, state=EndpointState.ACTIVE).first()
    facts = facts_for_endpoint(endpoint_pk) if endpoint else None
    refusal = refusal_of(facts, WEBHOOK_ALERT) if facts else None
    if endpoint is not None and refusal is not None and refusal is not errors.UNAVAILABLE:
        refuse(endpoint, facts, WEBHOOK_ALERT, Topic.ALERT, refusal)
