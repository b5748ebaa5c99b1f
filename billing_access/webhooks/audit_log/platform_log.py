"""The platform's own log, sent where the setting AUDIT_PUSH_URL says: an endpoint that belongs to no organization."""

import uuid
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from billing_access.settings import access_settings
from billing_access.webhooks.audit_log.batches import start_at
from billing_access.webhooks.models import EndpointState, Shape, Topic, WebhookEndpoint
from billing_access.webhooks.signing import decrypt, encrypt
from billing_audit.record import Changes, Json, Target, record
from orgs import actors

# Fixed, so that two senders that start at once make one.
ENDPOINT_ID: Final = uuid.uuid5(uuid.NAMESPACE_URL, "billing-access:platform-log")

# cron starts a sender each minute: what failed would be disabled again each minute, with an e-mail.
_AGAIN_FROM_CRON: Final = timedelta(days=1)


@transaction.atomic
def prepare_platform(*, from_cron: bool = False) -> WebhookEndpoint | None:
    """Make or change the endpoint of the platform's log as the settings say; return it, or None without AUDIT_PUSH_URL.

    Call it when a sender starts: it also turns on again what was disabled because it failed (``from_cron``: a day
    later). A new one begins with the first event of the log. Without the setting it is disabled and keeps its cursor.
    """
    url = access_settings.AUDIT_PUSH_URL
    if url and not WebhookEndpoint.objects.filter(pk=ENDPOINT_ID).exists():
        log, next_leaf = start_at(None, None, True)
        new = {"url": url, "topics": [Topic.AUDIT_EVENT], "shape": access_settings.AUDIT_PUSH_SHAPE}
        new |= {"secret": encrypt(access_settings.AUDIT_PUSH_SECRET), "state": EndpointState.ACTIVE}
        endpoint, is_new = WebhookEndpoint.objects.get_or_create(
            pk=ENDPOINT_ID, defaults={**new, "log": log, "next_leaf": next_leaf}
        )
        if is_new:
            topics, shape = [str(Topic.AUDIT_EVENT)], (None, str(endpoint.shape))
            _record("webhook.created", url, {"url": url}, {"topics": (None, topics), "shape": shape})
            return endpoint
    locked = WebhookEndpoint.objects.select_for_update(of=("self",)).filter(pk=ENDPOINT_ID).first()
    if locked is not None:
        _change(locked, url, from_cron=from_cron)
    return locked if url else None


def _change(endpoint: WebhookEndpoint, url: str, *, from_cron: bool) -> None:
    """Bring the endpoint to what the settings say, with an event for each change. Writes nothing if there is none."""
    if not url:
        if endpoint.state != EndpointState.DISABLED:
            _set_state(endpoint, EndpointState.DISABLED, "webhook.disabled", {"because": "AUDIT_PUSH_URL is not set"})
        return
    wanted = {"url": url, "shape": Shape(access_settings.AUDIT_PUSH_SHAPE).value}
    changes = {name: (getattr(endpoint, name), value) for name, value in wanted.items()}
    if changes := {name: pair for name, pair in changes.items() if pair[0] != pair[1]}:
        endpoint.url, endpoint.shape = wanted["url"], wanted["shape"]
        _record("webhook.changed", url, changes=changes)
        _try_again(endpoint)
    if not _has_secret(endpoint):
        endpoint.secret = encrypt(access_settings.AUDIT_PUSH_SECRET)
        _record("webhook.secret_rotated", url)
        _try_again(endpoint)
    has_just_failed = endpoint.failing_since is not None and endpoint.state_since > timezone.now() - _AGAIN_FROM_CRON
    if endpoint.state != EndpointState.ACTIVE and not (from_cron and has_just_failed):
        _set_state(endpoint, EndpointState.ACTIVE, "webhook.enabled")


def _set_state(
    endpoint: WebhookEndpoint, state: EndpointState, action: str, details: dict[str, Json] | None = None
) -> None:
    changes: Changes = {"state": (str(endpoint.state), state.value)}
    endpoint.state, endpoint.state_since = state, timezone.now()
    _record(action, endpoint.url, details, changes)
    _try_again(endpoint)


def _try_again(endpoint: WebhookEndpoint) -> None:
    """Save the endpoint, and forget that it failed."""
    endpoint.failures, endpoint.failing_since, endpoint.rests_until = 0, None, timezone.now()
    endpoint.save()


def _has_secret(endpoint: WebhookEndpoint) -> bool:
    try:
        return decrypt(endpoint.secret) == access_settings.AUDIT_PUSH_SECRET
    except ImproperlyConfigured:  # its key is gone
        return False


def _record(action: str, url: str, details: dict[str, Any] | None = None, changes: Changes | None = None) -> None:
    target = Target("webhook", str(ENDPOINT_ID), urlsplit(url).hostname or "")
    actor = actors.command("worker")
    record(action, organization_id=None, actor=actor, target=target, details=details, changes=changes)
