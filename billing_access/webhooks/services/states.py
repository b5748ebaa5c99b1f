"""The states of webhooks: adopted, turned on again; active, paused and disabled by what happens to them."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from django.db import transaction
from django.db.models.functions import Now

from billing_access import errors
from billing_access.access.services import InvalidChange
from billing_access.webhooks.models import EndpointState, WebhookEndpoint
from billing_access.webhooks.services.challenges import queue_challenge
from billing_access.webhooks.services.dropping import DISABLED, drop_waiting
from billing_access.webhooks.services.locking import lock_endpoint, require_member, require_topics
from billing_access.webhooks.services.telling import record_change, tell_of_disabling, tell_of_opening, tell_of_pause
from billing_audit.record import Actor, Changes, Json
from orgs.access import require_recent_authentication
from orgs.actors import person_key
from orgs.models import Organization

WOULD_SEND: Final = (EndpointState.PENDING, EndpointState.ACTIVE)
_LEFT: Final = "its holder has left the organization"
_NO_OWNER: Final = "the organization has no active owner"
_RESTORED: Final = "the database was restored from a backup"
_CLOSED: Final = "the organization was closed"


@transaction.atomic
def adopt_endpoint(endpoint: WebhookEndpoint, *, actor: Actor) -> WebhookEndpoint:
    """Make the actor the member who holds the webhook. A paused one is sent a challenge, and goes on once it answers.

    Changes nothing if the actor holds it and it is not paused. Raises PermissionDenied for anyone but a member with the
    permissions of its topics, ReauthenticationRequired, and WebhookEndpoint.DoesNotExist.
    """
    current = lock_endpoint(endpoint, actor)
    require_topics(actor, current.organization, current.topics)  # type: ignore[arg-type]
    require_member(actor)
    key, state, holder_id = person_key(actor), current.state, current.holder_id
    if holder_id == key and state != EndpointState.PAUSED:
        return current
    require_recent_authentication(actor, current.organization)
    current.holder_id = key
    current.save(update_fields=["holder"])
    changes: dict[str, Any] = {}
    if holder_id != key:
        changes["holder"] = (None if holder_id is None else str(holder_id), str(key))
    if state == EndpointState.PAUSED:
        _begin_again(current)
        changes["state"] = (state, current.state)
    record_change("webhook.adopted", current, actor, changes)
    tell_of_opening(current, actor, "adopted a webhook")
    return current


@transaction.atomic
def turn_on_again(endpoint: WebhookEndpoint, *, actor: Actor) -> WebhookEndpoint:
    """Send a disabled webhook a challenge, also one that has not answered its first. It goes on once it answers.

    An active one stays as it is. Raises PermissionDenied, ReauthenticationRequired, InvalidChange for a paused one, and
    WebhookEndpoint.DoesNotExist.
    """
    current = lock_endpoint(endpoint, actor)
    require_topics(actor, current.organization, current.topics)  # type: ignore[arg-type]
    if current.state == EndpointState.ACTIVE:
        return current
    require_recent_authentication(actor, current.organization)
    if current.state == EndpointState.PAUSED:
        raise InvalidChange("The webhook is paused. Adopt it instead.")
    before = current.state
    _begin_again(current)
    record_change("webhook.enabled", current, actor, {"state": (before, current.state)})
    tell_of_opening(current, actor, "turned a webhook on again")
    return current


def activate(endpoint: WebhookEndpoint, actor: Actor) -> None:
    """Let a locked webhook be sent its topics, since it answered its challenge. Nothing if it waits for no answer."""
    if endpoint.state == EndpointState.PENDING:
        record_change("webhook.activated", endpoint, actor, {"state": _set_state(endpoint, EndpointState.ACTIVE)})


def disable(endpoint: WebhookEndpoint, because: str, actor: Actor) -> None:
    """Send a locked webhook nothing more, until a member turns it on again. ``because`` ends a sentence."""
    changes: Changes = {"state": _set_state(endpoint, EndpointState.DISABLED)}
    since = endpoint.failing_since
    record_change("webhook.disabled", endpoint, actor, changes, because=because, failing_since=since)
    drop_waiting(endpoint, DISABLED, actor)
    tell_of_disabling(endpoint, because)


def pause_by_holder(endpoint: WebhookEndpoint, missing: Collection[str], actor: Actor) -> None:
    """Pause a locked webhook whose holder lacks these permissions."""
    pause(endpoint, f"its holder lacks {' and '.join(sorted(missing))}", actor)


def pause(endpoint: WebhookEndpoint, because: str, actor: Actor) -> None:
    """Pause a locked webhook that would be sent something, until a member adopts it. Alerts that wait are dropped.

    ``because`` ends a sentence. The audit log goes on later from where it is.
    """
    changes: Changes = {"state": _set_state(endpoint, EndpointState.PAUSED)}
    record_change("webhook.paused", endpoint, actor, changes, because=because)
    drop_waiting(endpoint, errors.WEBHOOK_PAUSED.code, actor)
    tell_of_pause(endpoint, because)


def pause_of_leaver(organization: Organization, person: Any, actor: Actor) -> None:
    """Pause what a member held who leaves a locked organization; nobody holds it until another member adopts it."""
    for endpoint in _locked(organization).filter(holder_id=person):
        if endpoint.state in WOULD_SEND:
            pause(endpoint, _LEFT, actor)
        WebhookEndpoint.objects.filter(pk=endpoint.pk).update(holder=None)


def pause_without_owner(organization: Organization, actor: Actor) -> None:
    """Pause the webhooks of a locked organization that has no active owner any more."""
    _pause_all(_locked(organization), _NO_OWNER, actor)


def pause_after_restore(organization: Organization, actor: Actor) -> None:
    """Pause the webhooks of a locked organization: the restore may have revived what was removed or had paused."""
    _pause_all(_locked(organization), _RESTORED, actor)


def end_webhooks(organization: Organization, actor: Actor) -> None:
    """Remove the webhooks of a locked organization that is being closed."""
    for endpoint in _locked(organization):
        record_change("webhook.removed", endpoint, actor, because=_CLOSED)
        endpoint.delete()


def _pause_all(endpoints: Iterable[WebhookEndpoint], because: str, actor: Actor) -> None:
    for endpoint in endpoints:
        if endpoint.state in WOULD_SEND:
            pause(endpoint, because, actor)


def _set_state(endpoint: WebhookEndpoint, state: EndpointState) -> tuple[Json, Json]:
    """Set the state of a locked webhook, and return the one before and the one after."""
    before = str(endpoint.state)
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(state=state, state_since=Now())
    endpoint.refresh_from_db(fields=["state", "state_since"])
    return before, str(endpoint.state)


def _locked(organization: Organization) -> Any:
    rows = WebhookEndpoint.objects.select_for_update(of=("self",), no_key=True).select_related("organization", "holder")
    return rows.filter(organization=organization).order_by("pk")


def _begin_again(endpoint: WebhookEndpoint) -> None:
    """Have a locked webhook answer a challenge before it is sent anything else, without regard to earlier failures."""
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(
        state=EndpointState.PENDING, state_since=Now(), failures=0, failing_since=None, rests_until=Now()
    )
    endpoint.refresh_from_db(fields=["state", "state_since", "failures", "failing_since", "rests_until"])
    queue_challenge(endpoint)
