"""Makes, changes and removes webhooks."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from billing_access.access.services import InvalidChange
from billing_access.webhooks.audit_log.batches import start_at
from billing_access.webhooks.models import Shape, Topic, WebhookEndpoint
from billing_access.webhooks.outbound.urls import InvalidUrl, checked_url
from billing_access.webhooks.services.challenges import queue_challenge
from billing_access.webhooks.services.dropping import TOPIC_REMOVED, drop_waiting
from billing_access.webhooks.services.locking import lock_endpoint, require_member, require_topics
from billing_access.webhooks.services.secrets import EndpointWithSecret
from billing_access.webhooks.services.telling import record_change, tell_of_opening
from billing_access.webhooks.signing import encrypt, new_secret
from billing_audit.record import Actor, Json
from orgs.access import require_recent_authentication
from orgs.actors import person_key
from orgs.models import Organization
from orgs.services.members import lock_members

MAX_ENDPOINTS: Final = 20


@transaction.atomic
def create_endpoint(
    organization: Organization,
    *,
    url: str,
    topics: Collection[str],
    shape: str = Shape.NATIVE,
    start: datetime | None = None,
    from_beginning: bool = False,
    form_token: uuid.UUID | None = None,
    actor: Actor,
) -> EndpointWithSecret:
    """Make a webhook that the actor holds, and return it with its secret. Its address gets a challenge.

    Nothing else is sent before it answers that. The audit log is sent from ``start``, from its beginning, or from now.
    Raises PermissionDenied for anyone but a member with the permissions of its topics, ReauthenticationRequired, and
    InvalidChange for an address where nothing may be sent, for no topic, for a second webhook with the same address and
    topics, and for more than MAX_ENDPOINTS.
    """
    lock_members(organization)
    chosen = _checked_topics(topics)
    require_topics(actor, organization, chosen)
    require_member(actor)
    require_recent_authentication(actor, organization)
    address = _checked_address(url)
    _require_room(organization, address, chosen)
    secret = new_secret()
    log, next_leaf = _start(organization, chosen, start, from_beginning)
    endpoint = WebhookEndpoint(
        organization=organization,
        url=address,
        topics=chosen,
        shape=_checked_shape(shape),
        holder_id=person_key(actor),
        secret=encrypt(secret),
        log=log,
        next_leaf=next_leaf,
        form_token=form_token,
    )
    endpoint.save(force_insert=True)
    endpoint.refresh_from_db()
    queue_challenge(endpoint)
    changes: dict[str, tuple[Json, Json]] = {"topics": ([], chosen), "shape": (None, str(endpoint.shape))}
    record_change("webhook.created", endpoint, actor, changes, url=address)
    tell_of_opening(endpoint, actor, "made a webhook")
    return EndpointWithSecret(endpoint, secret)


@transaction.atomic
def change_endpoint(
    endpoint: WebhookEndpoint,
    *,
    topics: Collection[str],
    shape: str,
    start: datetime | None = None,
    from_beginning: bool = False,
    actor: Actor,
) -> WebhookEndpoint:
    """Change what the webhook is sent. Only a topic more needs a recent proof. The address never changes.

    ``start`` and ``from_beginning`` are for the audit log as a new topic. Raises PermissionDenied,
    ReauthenticationRequired, InvalidChange, and WebhookEndpoint.DoesNotExist for one that was removed meanwhile.
    """
    chosen, form = _checked_topics(topics), _checked_shape(shape)
    current = lock_endpoint(endpoint, actor)
    before, shape_before = sorted(current.topics), current.shape
    organization: Organization = current.organization  # type: ignore[assignment]
    added = {*chosen} - {*before}
    if added:
        require_topics(actor, organization, chosen)
        require_recent_authentication(actor, organization)
    if (chosen, form) == (before, shape_before):
        return current
    if chosen != before:
        _require_no_other(organization, current.url, chosen)
    current.topics, current.shape = chosen, form
    if Topic.AUDIT_EVENT in added:
        current.log, current.next_leaf = _start(organization, chosen, start, from_beginning)
    current.save(update_fields=["topics", "shape", "log", "next_leaf"])
    for topic in sorted({*before} - {*chosen}):
        drop_waiting(current, TOPIC_REMOVED, actor, topic=Topic(topic))
    changes: dict[str, tuple[Json, Json]] = {
        "topics": (before, chosen),
        "shape": (shape_before, str(current.shape)),
    }
    record_change(
        "webhook.changed", current, actor, {name: each for name, each in changes.items() if each[0] != each[1]}
    )
    if added:
        tell_of_opening(current, actor, "had a webhook sent more")
    return current


@transaction.atomic
def remove_endpoint(endpoint: WebhookEndpoint, *, actor: Actor) -> None:
    """Remove the webhook with its deliveries, now and for good. What was sent stays on the audit log.

    Raises PermissionDenied, and WebhookEndpoint.DoesNotExist for one that was removed meanwhile.
    """
    current = lock_endpoint(endpoint, actor)
    record_change("webhook.removed", current, actor)
    current.delete()


def _checked_topics(topics: Collection[str]) -> list[str]:
    """Return the topics sorted. Raises InvalidChange for none, and for one that is not a topic."""
    if unknown := sorted({*topics} - {*Topic.values}):
        raise InvalidChange(f"{unknown[0]!r} is not a topic. Accepted: {', '.join(Topic.values)}.")
    if not topics:
        raise InvalidChange("Choose at least one topic.")
    return sorted(str(Topic(each)) for each in {*topics})


def _checked_shape(shape: str) -> Shape:
    if shape not in Shape.values:
        raise InvalidChange(f"{shape!r} is not a form of events. Accepted: {', '.join(Shape.values)}.")
    return Shape(shape)


def _checked_address(url: str) -> str:
    try:
        return checked_url(url)
    except InvalidUrl as error:
        raise InvalidChange(str(error)) from None


def _require_room(organization: Organization, url: str, topics: list[str]) -> None:
    _require_no_other(organization, url, topics)
    if WebhookEndpoint.objects.filter(organization=organization).count() >= MAX_ENDPOINTS:
        raise InvalidChange(f"There are {MAX_ENDPOINTS} webhooks, which is the most. Remove one first.")


def _require_no_other(organization: Organization, url: str, topics: list[str]) -> None:
    if WebhookEndpoint.objects.filter(organization=organization, url=url, topics=topics).exists():
        raise InvalidChange("There is a webhook with this address and these topics already.")


def _start(
    organization: Organization, topics: Collection[str], start: datetime | None, from_beginning: bool
) -> tuple[str | None, int | None]:
    """Return the log and leaf from which audit events are sent; nothing if the topic is not among these."""
    if Topic.AUDIT_EVENT not in topics:
        return None, None
    if start is not None and start > timezone.now():
        raise InvalidChange("The start is in the future. Choose a time until now.")
    return start_at(organization, start, from_beginning)
