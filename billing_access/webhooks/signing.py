"""The secrets of endpoints, encrypted at rest, and the signatures that they make (Standard Webhooks)."""

import base64
import os
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from cryptography.fernet import InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from standardwebhooks import Webhook

from billing_access.access.key_format import Secret
from billing_access.settings import access_settings
from orgs.encryption import fernet_of

# What the specification asks for: 24 to 64 random bytes, in base64 after this prefix.
PREFIX: Final = "whsec_"
_SECRET_BYTES: Final = 32
_PURPOSE: Final = b"billing-access webhook secret"


def new_secret() -> Secret:
    """Return a new secret as its receiver is shown it, once: ``whsec_`` and 32 random bytes in base64."""
    return Secret(PREFIX + base64.b64encode(os.urandom(_SECRET_BYTES)).decode())


def encrypt(secret: str) -> str:
    """Encrypt a secret with the first of WEBHOOK_ENCRYPTION_KEYS."""
    return _fernet().encrypt(secret.encode()).decode()


def decrypt(encrypted: str) -> Secret:
    """Decrypt with the key that fits. Raises ImproperlyConfigured if none does."""
    try:
        return Secret(_fernet().decrypt(encrypted.encode()).decode())
    except InvalidToken:
        raise ImproperlyConfigured(
            "A webhook's secret is encrypted with a key that WEBHOOK_ENCRYPTION_KEYS does not contain. Add that key "
            "after the newest one."
        ) from None


def signed_headers(secrets: Sequence[str], delivery_id: uuid.UUID, body: bytes, now: datetime) -> dict[str, str]:
    """Return the headers of one attempt, signed with each of the secrets.

    ``webhook-id`` is the same for each attempt to send a delivery, the time and the signatures are new.
    """
    moment, message_id = now.astimezone(UTC), f"msg_{delivery_id}"
    signatures = (Webhook(each).sign(message_id, moment, body.decode()) for each in secrets)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _fernet() -> MultiFernet:
    return fernet_of(access_settings.WEBHOOK_ENCRYPTION_KEYS or (settings.SECRET_KEY,), _PURPOSE)
