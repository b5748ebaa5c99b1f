"""Changes of an endpoint's state that sending brings: active, paused, disabled; and what is dropped with them.

The caller has locked the endpoint's row, and is in the transaction in which each change is recorded.
"""

from typing import Any, Final

from django.db.models.functions import Now

from billing_access.webhooks.models import EndpointState, Topic, WebhookEndpoint
from billing_access.webhooks.services import states
from billing_access.webhooks.services.dropping import drop_waiting
from billing_access.webhooks.services.telling import record_change, target_of
from billing_audit.record import Actor, Json
from orgs.actors import command
from orgs.mail.notify import notify, notify_staff
from orgs.roles import Role

# Why something was dropped, besides the refusals of the decision.
DISABLED: Final = "webhook_disabled"
TOPIC_REMOVED: Final = "topic_removed"
_DISABLED_EMAIL: Final = "billing_access/email/webhook_disabled.txt"


def sender() -> Actor:
    """Return who sends, as an actor."""
    return command("worker")


def subject_of(endpoint: WebhookEndpoint) -> dict[str, Any]:
    """Return what an event about something sent has: the log, the actor and the target."""
    organization = endpoint.organization
    log = organization.public_id if organization else None
    return {"organization_id": log, "actor": sender(), "target": target_of(endpoint)}


def activate(endpoint: WebhookEndpoint) -> None:
    """Let the endpoint be sent its topics, since it answered its challenge. Nothing if it waits for no answer."""
    if endpoint.state == EndpointState.PENDING:
        _change(endpoint, EndpointState.ACTIVE, "webhook.activated")


def pause(endpoint: WebhookEndpoint, *, missing: frozenset[str]) -> None:
    """Send nothing more, since the member who holds the endpoint lacks these permissions, until another adopts it."""
    states.pause(endpoint, f"its holder lacks {' and '.join(sorted(missing))}", sender())


def disable(endpoint: WebhookEndpoint, *, because: str) -> None:
    """Send nothing more until a member turns the endpoint on again, and tell owners and the member who holds it.

    ``because`` is a sentence without its end. Platform staff are told about the platform's own.
    """
    since = endpoint.failing_since
    _change(endpoint, EndpointState.DISABLED, "webhook.disabled", because=because, failing_since=since)
    drop(endpoint, DISABLED)
    context = {"host": endpoint.host, "because": because, "since": since}
    if endpoint.organization is None:
        notify_staff(_DISABLED_EMAIL, occasion=f"{_DISABLED_EMAIL} {endpoint.pk} {since}", context=context)
        return
    notify(
        _DISABLED_EMAIL,
        organization=endpoint.organization,
        roles=(Role.OWNER,),
        people=(endpoint.holder,),
        context=context,
    )


def drop(endpoint: WebhookEndpoint, reason_code: str, topic: Topic | None = None) -> None:
    """Drop what waits of this topic, and record with one event how many there were; nothing if there is none.

    None is everything but audit events: the cursor goes on from there once the endpoint is active again.
    """
    drop_waiting(endpoint, reason_code, sender(), topic)


def _change(endpoint: WebhookEndpoint, state: EndpointState, action: str, **details: Json) -> None:
    former, endpoint.state = endpoint.state, state
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(state=state, state_since=Now())
    record_change(action, endpoint, sender(), {"state": (str(former), state.value)}, **details)
