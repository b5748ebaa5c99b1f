"""The token of an invitation: 256 random bits, in the e-mail's link alone; kept as its SHA-256."""

import hashlib
import secrets
from datetime import timedelta
from typing import Final

INVITATION_LIFETIME: Final = timedelta(days=7)


def new_token() -> str:
    """Return 43 characters that fit into a URL."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> bytes:
    """Return what is kept of a token: 32 bytes."""
    return hashlib.sha256(token.encode()).digest()
