"""Changes of an endpoint's state that sending brings: active, paused, disabled; and what is dropped with them.

The caller has locked the endpoint's row, and is in the transaction in which each change is recorded.
"""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from django.db.models.functions import Now

from billing_access import errors
from billing_access.webhooks.models import EndpointState, Topic, WebhookEndpoint
from billing_access.webhooks.services.dropping import drop_waiting
from billing_audit.record import Actor, Json, Target, record
from orgs.actors import command
from orgs.mail.notify import notify, notify_staff
from orgs.roles import Role

# Why something was dropped, besides the refusals of the decision.
DISABLED: Final = "webhook_disabled"
TOPIC_REMOVED: Final = "topic_removed"


def sender() -> Actor:
    """Return who sends, as an actor."""
    return command("worker")


def host_of(endpoint: WebhookEndpoint) -> str:
    """Return the host of the endpoint's address. The rest of the address may hold a secret of the receiver's."""
    return urlsplit(endpoint.url).hostname or ""


def subject_of(endpoint: WebhookEndpoint) -> dict[str, Any]:
    """Return what every event about the endpoint has: the log, the actor and the target."""
    organization = endpoint.organization
    return {
        "organization_id": organization.public_id if organization else None,
        "actor": sender(),
        "target": Target("webhook", str(endpoint.pk), host_of(endpoint)),
    }


def activate(endpoint: WebhookEndpoint) -> None:
    """Let the endpoint be sent its topics, since it answered its challenge. Nothing if it waits for no answer."""
    if endpoint.state == EndpointState.PENDING:
        _change(endpoint, EndpointState.ACTIVE, "webhook.activated")


def pause(endpoint: WebhookEndpoint, *, missing: frozenset[str]) -> None:
    """Send nothing more, since the member who holds the endpoint lacks these permissions, until another adopts it."""
    because = f"its holder lacks {' and '.join(sorted(missing))}"
    _change(endpoint, EndpointState.PAUSED, "webhook.paused", {"because": because})
    drop(endpoint, errors.WEBHOOK_PAUSED.code)
    _tell(endpoint, "webhook_paused.txt", {"because": because})


def disable(endpoint: WebhookEndpoint, *, because: str) -> None:
    """Send nothing more, until a member turns the endpoint on again. ``because`` ends a sentence, "since …"."""
    details = {"because": because, "failing_since": endpoint.failing_since}
    _change(endpoint, EndpointState.DISABLED, "webhook.disabled", details)
    drop(endpoint, DISABLED)
    _tell(endpoint, "webhook_disabled.txt", {"because": because, "since": endpoint.failing_since})


def drop(endpoint: WebhookEndpoint, reason_code: str, topic: Topic | None = None) -> None:
    """Drop what waits of this topic, and record with one event how many there were; nothing if there is none.

    None is everything but audit events: the cursor goes on from there once the endpoint is active again.
    """
    drop_waiting(endpoint, reason_code, sender(), topic)


def _change(
    endpoint: WebhookEndpoint, state: EndpointState, action: str, details: Mapping[str, Json] | None = None
) -> None:
    former, endpoint.state = endpoint.state, state
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(state=state, state_since=Now())
    record(action, **subject_of(endpoint), changes={"state": (str(former), state.value)}, details=details)


def _tell(endpoint: WebhookEndpoint, template: str, context: Mapping[str, object]) -> None:
    """E-mail the owners and the member who holds the endpoint; platform staff about the platform's own."""
    template, context = f"billing_access/email/{template}", {"host": host_of(endpoint), **context}
    if endpoint.organization is None:
        notify_staff(template, occasion=f"{template} {endpoint.pk} {endpoint.failing_since}", context=context)
        return
    notify(
        template,
        organization=endpoint.organization,
        roles=(Role.OWNER,),
        people=(endpoint.holder,),
        context=context,
    )
