"""Secrets of webhooks: rotation with an overlap, encryption at rest, and encrypting them again."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.core.management import CommandError, call_command
from django.db.models.functions import Now
from django.utils import timezone

from accounts.models import User
from billing_access.access.services import InvalidChange
from billing_access.webhooks.models import WebhookEndpoint
from billing_access.webhooks.services import encrypt_webhook_secrets, rotate_secret, secret_version, secrets_of
from billing_access.webhooks.signing import encrypt, new_secret
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


@pytest.fixture
def endpoint(acme: Any, adam: User, make_webhook: Any) -> WebhookEndpoint:
    """Adam's webhook."""
    return make_webhook(acme, adam)


def test_both_secrets_sign_during_the_overlap_and_only_then(endpoint: WebhookEndpoint) -> None:
    (old,) = secrets_of(endpoint)
    rotated = rotate_secret(endpoint, overlap_hours=24, actor=SYSTEM)
    assert secrets_of(rotated.endpoint) == [rotated.secret, old]
    # Error reports print local variables.
    assert rotated.secret not in repr((rotated, rotated.secret, secrets_of(rotated.endpoint)))
    for left, known in ((timedelta(seconds=60), [rotated.secret, old]), (timedelta(), [rotated.secret])):
        WebhookEndpoint.objects.update(former_secret_until=Now() + left)
        assert secrets_of(WebhookEndpoint.objects.get()) == known
    event = AuditEvent.objects.get(action="webhook.secret_rotated")
    assert event.changes["former_secret_until"][0] is None
    assert rotated.secret not in event.body


def test_without_an_overlap_the_old_one_signs_nothing_more(endpoint: WebhookEndpoint) -> None:
    first = rotate_secret(endpoint, overlap_hours=168, actor=SYSTEM)
    second = rotate_secret(endpoint, overlap_hours=1, actor=SYSTEM)
    assert secrets_of(second.endpoint) == [second.secret, first.secret]
    third = rotate_secret(endpoint, overlap_hours=0, actor=SYSTEM)
    assert secrets_of(WebhookEndpoint.objects.get()) == [third.secret]


def test_a_form_that_is_sent_twice_rotates_once(endpoint: WebhookEndpoint) -> None:
    version = secret_version(endpoint)
    rotated = rotate_secret(endpoint, overlap_hours=24, expected_version=version, actor=SYSTEM)
    with pytest.raises(InvalidChange, match="since this page was opened"):
        rotate_secret(endpoint, overlap_hours=24, expected_version=version, actor=SYSTEM)
    assert secrets_of(WebhookEndpoint.objects.get())[0] == rotated.secret


def test_only_the_known_overlaps_are_accepted(endpoint: WebhookEndpoint) -> None:
    with pytest.raises(InvalidChange, match="0, 1, 24, 168 hours, not 2"):
        rotate_secret(endpoint, overlap_hours=2, actor=SYSTEM)


def test_after_it_the_old_key_may_go(endpoint: WebhookEndpoint, configure: Any) -> None:
    configure(WEBHOOK_ENCRYPTION_KEYS=["o" * 32])
    rotated = rotate_secret(_encrypted(endpoint), overlap_hours=24, actor=SYSTEM)
    known = secrets_of(rotated.endpoint)
    configure(WEBHOOK_ENCRYPTION_KEYS=["n" * 32, "o" * 32])
    out = io.StringIO()
    call_command("encrypt_webhook_secrets", stdout=out)
    assert "the secrets of 1 webhook." in out.getvalue()
    configure(WEBHOOK_ENCRYPTION_KEYS=["n" * 32])
    assert secrets_of(WebhookEndpoint.objects.get()) == known
    assert AuditEvent.objects.get(action="webhook_secrets.encrypted").details == {"written": 1}


def test_if_a_key_is_missing_nothing_is_changed(endpoint: WebhookEndpoint, configure: Any) -> None:
    configure(WEBHOOK_ENCRYPTION_KEYS=["n" * 32])
    before = WebhookEndpoint.objects.values().get()
    with pytest.raises(CommandError, match="WEBHOOK_ENCRYPTION_KEYS does not contain"):
        call_command("encrypt_webhook_secrets")
    with pytest.raises(ImproperlyConfigured):
        secrets_of(endpoint)
    assert WebhookEndpoint.objects.values().get() == before
    assert not AuditEvent.objects.filter(action="webhook_secrets.encrypted").exists()


def test_no_member_encrypts_them_again(endpoint: WebhookEndpoint, alice: User) -> None:
    with pytest.raises(PermissionDenied):
        encrypt_webhook_secrets(actor=actors.as_member(alice, authenticated_at=timezone.now()))
    with pytest.raises(PermissionDenied):
        encrypt_webhook_secrets(actor=Actor("api_key", "x"))


def _encrypted(endpoint: WebhookEndpoint) -> WebhookEndpoint:
    """Encrypt the secret as the settings say now."""
    WebhookEndpoint.objects.update(secret=encrypt(new_secret()))
    return WebhookEndpoint.objects.get()
