"""What pages say of a webhook: its state, what it is sent now, and whether its holder may still have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q
from django.db.models.functions import JSONObject
from django.utils import timezone

from billing_access import errors
from billing_access.access.decision import EndpointFacts, KeyFacts, decide_endpoint, endpoint_facts, facts_for_new_key
from billing_access.access.readers import webhook_outlook, webhook_reads
from billing_access.routes import WEBHOOK_TOPICS, Route
from billing_access.scopes import ALL_SCOPES
from billing_access.webhooks.models import (
    DeliveryState,
    EndpointState,
    Topic,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
)
from billing_access.webhooks.services import why_not_send_again
from orgs.access import codenames_of
from orgs.models import Organization

MOST_DELIVERIES: Final = 50
MOST_ATTEMPTS: Final = 5
_PILLS: Final = {
    EndpointState.ACTIVE: "on",
    EndpointState.PENDING: "warn",
    EndpointState.PAUSED: "denied",
    EndpointState.DISABLED: "denied",
}
_DELIVERY_PILLS: Final = {
    DeliveryState.DELIVERED: "on",
    DeliveryState.WAITING: "warn",
    DeliveryState.DROPPED: "off",
    DeliveryState.FAILED: "denied",
}


@dataclass(frozen=True, slots=True)
class ShownWebhook:
    """A webhook with its facts. ``of_key``: those of any key of its organization."""

    endpoint: WebhookEndpoint
    facts: EndpointFacts
    of_key: KeyFacts

    @property
    def row(self) -> dict[str, Any]:
        """The webhook as a row of ``readers.webhook_rows``."""
        return {
            "id": str(self.endpoint.pk),
            "url": self.endpoint.url,
            "topics": self.endpoint.topics,
            "state": self.endpoint.state,
            "codenames": self.facts.holder_permissions,
        }

    @property
    def outlook(self) -> str:
        """What it is sent now, and what once the gates of its organization are open."""
        return webhook_outlook(self.of_key, self.endpoint.topics)

    @property
    def state(self) -> str:
        """The state in words; an active one may be failing."""
        is_failing = self.endpoint.state == EndpointState.ACTIVE and self.endpoint.failing_since is not None
        return "Failing" if is_failing else EndpointState(self.endpoint.state).label

    @property
    def pill(self) -> str:
        """The class of the mark of the state."""
        return "warn" if self.state == "Failing" else _PILLS[EndpointState(self.endpoint.state)]

    @property
    def topics(self) -> list[str]:
        """The labels of the topics."""
        return [Topic(each).label for each in self.endpoint.topics]

    @property
    def has_audit_log(self) -> bool:
        """Whether the audit log is among the topics."""
        return Topic.AUDIT_EVENT in self.endpoint.topics

    @property
    def old_secret_until(self) -> datetime | None:
        """Until when the secret from before a rotation also signs; None if it does not any more."""
        until = self.endpoint.former_secret_until
        return until if until is not None and until > timezone.now() else None

    @property
    def figures(self) -> list[Route]:
        """What it is sent now that has figures in it; nothing unless it is active."""
        is_active = self.endpoint.state == EndpointState.ACTIVE
        return webhook_reads(self.facts, self.endpoint.topics) if is_active else []

    @property
    def is_sent_something(self) -> bool:
        """Whether it is sent figures or events now."""
        return bool(self.figures) or (self.endpoint.state == EndpointState.ACTIVE and self.has_audit_log)

    @property
    def holder_note(self) -> str:
        """Why the webhook needs another member to hold it; empty if it does not."""
        if self.endpoint.state == EndpointState.PAUSED:
            return "It is sent nothing until a member who may have its topics adopts it."
        if self.endpoint.holder_id is None:
            return "Nobody holds it: it pauses when something is next to be sent. Adopt it."
        verdicts = [decide_endpoint(self.facts, WEBHOOK_TOPICS[each]) for each in self.endpoint.topics]
        if any(each is not None and each.refusal is errors.WEBHOOK_PAUSED for each in verdicts):
            return "The member who holds it may not have it any more: it pauses when something is next to be sent."
        return ""


@dataclass(frozen=True, slots=True)
class ShownDelivery:
    """A delivery with its newest attempts, the newest first."""

    delivery: WebhookDelivery
    attempts: Sequence[WebhookAttempt]

    @property
    def pill(self) -> str:
        """The class of the mark of the state."""
        return _DELIVERY_PILLS[DeliveryState(self.delivery.state)]

    @property
    def may_be_sent_again(self) -> bool:
        """Whether ``send_again`` takes it."""
        return self.delivery.state != DeliveryState.WAITING and not why_not_send_again(self.delivery)


def shown_webhooks(organization: Organization, facts: KeyFacts | None = None) -> list[ShownWebhook]:
    """Return the organization's webhooks, the oldest first. ``facts``: of any of its keys; one query more without."""
    of_key = facts or facts_for_new_key(organization.pk, ALL_SCOPES)
    endpoints = organization.webhook_endpoints.select_related("holder").annotate(codenames=codenames_of("holder_id"))
    return [
        ShownWebhook(each, endpoint_facts(of_key, frozenset(each.codenames)), of_key)
        for each in endpoints.order_by("created_at", "id")
    ]


def troubled_webhooks(organization: OuterRef) -> ArraySubquery:
    """Return an annotation of an organization: its webhooks that are paused, disabled or failing, oldest first."""
    stopped = Q(state__in=(EndpointState.PAUSED, EndpointState.DISABLED)) | Q(failing_since__isnull=False)
    found = WebhookEndpoint.objects.filter(stopped, organization=organization).order_by("created_at", "id")
    return ArraySubquery(found.values(row=JSONObject(id="id", url="url", state="state")))


def shown_deliveries(endpoint: WebhookEndpoint) -> list[ShownDelivery]:
    """Return the newest deliveries of a webhook with their newest attempts, the newest first. Two queries."""
    newest = WebhookAttempt.objects.order_by("-pk")[:MOST_ATTEMPTS]
    attempts: Prefetch[Any, Any, Any] = Prefetch("tries", newest, to_attr="newest_tries")
    found: Any = WebhookDelivery.objects.filter(endpoint=endpoint).prefetch_related(attempts).order_by("-pk")
    return [ShownDelivery(each, each.newest_tries) for each in found[:MOST_DELIVERIES]]
