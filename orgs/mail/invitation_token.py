"""The token of an invitation: 256 random bits. Only the e-mail's link contains it; the database stores its SHA-256."""

import hashlib
import secrets
from datetime import timedelta
from typing import Final

INVITATION_LIFETIME: Final = timedelta(days=7)


def new_token() -> str:
    """Return a new token: 43 characters that need no escaping in a URL."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> bytes:
    """Return the SHA-256 of a token, which is what the database stores: 32 bytes."""
    return hashlib.sha256(token.encode()).digest()
