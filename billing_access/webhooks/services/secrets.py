"""The secrets of webhooks: shown once, rotated with an overlap, and encrypted at rest."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from billing_access.access.key_format import Secret
from billing_access.access.services import OVERLAPS as OVERLAPS
from billing_access.access.services import InvalidChange
from billing_access.webhooks.models import WebhookEndpoint
from billing_access.webhooks.services.locking import lock_endpoint, require_topics
from billing_access.webhooks.services.telling import record_change, tell_of_opening
from billing_access.webhooks.signing import decrypt, encrypt, new_secret
from billing_audit.record import Actor, record
from orgs.access import require_platform, require_recent_authentication


@dataclass(frozen=True, slots=True)
class EndpointWithSecret:
    """A webhook with its new secret. Only the encrypted secret is stored, so the caller must show it now."""

    endpoint: WebhookEndpoint
    secret: Secret

    def __repr__(self) -> str:
        return f"EndpointWithSecret({self.endpoint!r})"


def secrets_of(endpoint: WebhookEndpoint) -> list[Secret]:
    """Return the secrets that sign what the webhook is sent: its own, and the former one while the overlap lasts.

    It lasts by the database's clock: one query, none without a former secret. Raises ImproperlyConfigured if
    WEBHOOK_ENCRYPTION_KEYS lacks the key.
    """
    current = [decrypt(endpoint.secret)]
    if endpoint.former_secret is None:
        return current
    overlaps = WebhookEndpoint.objects.filter(pk=endpoint.pk, former_secret_until__gt=Now()).exists()
    return [*current, decrypt(endpoint.former_secret)] if overlaps else current


def secret_version(endpoint: WebhookEndpoint) -> str:
    """Return a text that changes with each rotation, so that a form that was sent already rotates nothing again."""
    return hashlib.sha256(endpoint.secret.encode()).hexdigest()[:16]


@transaction.atomic
def rotate_secret(
    endpoint: WebhookEndpoint, *, overlap_hours: int, expected_version: str | None = None, actor: Actor
) -> EndpointWithSecret:
    """Give the webhook a new secret. What is sent is signed with both for the overlap: 0, 1, 24 or 168 hours.

    A secret that was in an overlap already stops signing now. Raises PermissionDenied, also for the permissions of its
    topics, ReauthenticationRequired, and InvalidChange for another overlap and if ``secret_version`` is not the
    expected one.
    """
    current = lock_endpoint(endpoint, actor)
    require_topics(actor, current.organization, current.topics)  # type: ignore[arg-type]
    require_recent_authentication(actor, current.organization)
    if overlap_hours not in OVERLAPS:
        raise InvalidChange(f"The overlap must be {', '.join(map(str, OVERLAPS))} hours, not {overlap_hours}.")
    if expected_version not in (None, secret_version(current)):
        raise InvalidChange("The secret has been rotated since this page was opened. Rotate it again if you need to.")
    secret, before = new_secret(), current.former_secret_until
    current.former_secret = current.secret if overlap_hours else None
    current.former_secret_until = timezone.now() + timedelta(hours=overlap_hours) if overlap_hours else None
    current.secret = encrypt(secret)
    current.save(update_fields=["secret", "former_secret", "former_secret_until"])
    changes = {"former_secret_until": (before, current.former_secret_until)}
    record_change("webhook.secret_rotated", current, actor, changes)
    tell_of_opening(current, actor, "rotated the secret of a webhook")
    return EndpointWithSecret(current, secret)


@transaction.atomic
def encrypt_webhook_secrets(*, actor: Actor) -> int:
    """Encrypt every webhook's secret again with the first key, so that the others can be removed. Returns how many.

    Raises PermissionDenied unless the actor is platform staff or a command, and ImproperlyConfigured, changing nothing,
    if a key is missing.
    """
    require_platform(actor)
    endpoints = list(WebhookEndpoint.objects.select_for_update(no_key=True).order_by("pk"))
    for each in endpoints:
        each.secret = encrypt(decrypt(each.secret))
        if each.former_secret is not None:
            each.former_secret = encrypt(decrypt(each.former_secret))
        each.save(update_fields=["secret", "former_secret"])
    if endpoints:
        record("webhook_secrets.encrypted", organization_id=None, actor=actor, details={"written": len(endpoints)})
    return len(endpoints)
