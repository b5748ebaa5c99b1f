"""Creates and checks the text of an API key.

A key is ``bak_live_``, 43 random base62 characters, and 6 base62 characters with the CRC-32 of everything before them.
"""

import hashlib
import re
import secrets
import string
import zlib
from typing import Final

from django.core.exceptions import ValidationError

PREFIX: Final = "bak_live_"
_ALPHABET: Final = string.digits + string.ascii_uppercase + string.ascii_lowercase
_RANDOM_LENGTH: Final = 43
_CHECKSUM_LENGTH: Final = 6
KEY_LENGTH: Final = len(PREFIX) + _RANDOM_LENGTH + _CHECKSUM_LENGTH
_IN_TEXT: Final = re.compile(rf"{PREFIX}[0-9A-Za-z]{{{_RANDOM_LENGTH + _CHECKSUM_LENGTH}}}")
# The secret of a webhook (``webhooks.signing``): 32 bytes in base64 after a prefix.
_WEBHOOK_SECRET: Final = re.compile(r"whsec_[0-9A-Za-z+/]{43}=")
# The pattern that docs/security.md gives to secret scanners. \Z, since $ would also match before a newline; and
# [0-9A-Za-z], since \w would also match digits and letters outside ASCII.
PATTERN: Final = re.compile(rf"{_IN_TEXT.pattern}\Z")
# A shorter secret could be found by trying every text against a stolen SHA-256.
PLATFORM_PATTERN: Final = re.compile(r"[\x21-\x7e]{24,256}\Z")


class Secret(str):
    """The text of a key, with a ``repr`` that hides it, since error reports print local variables with ``repr``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret(...)"


def new_secret() -> Secret:
    """Return a new key with 256 random bits."""
    body = Secret(PREFIX + _base62(secrets.randbits(256), _RANDOM_LENGTH))
    return Secret(body + _checksum(body))


def is_well_formed(secret: str) -> bool:
    """Tell whether the text has the shape of a key and a correct checksum. No query."""
    return PATTERN.match(secret) is not None and _checksum(secret[:-_CHECKSUM_LENGTH]) == secret[-_CHECKSUM_LENGTH:]


def may_be_platform_key(secret: str) -> bool:
    """Tell whether the text can be a key that the platform issued: 24 to 256 visible ASCII characters, other prefix."""
    return PLATFORM_PATTERN.match(secret) is not None and not secret.lower().startswith(PREFIX)


def refuse_keys(text: str) -> None:
    """Raise ValidationError if the text (a name, a reason) contains a key, since such text is stored and e-mailed.

    Also for the secret of a webhook. The message does not repeat it.
    """
    if _IN_TEXT.search(text):
        raise ValidationError("This holds an API key. Remove it, and revoke the key if others may have seen it.")
    if _WEBHOOK_SECRET.search(text):
        raise ValidationError("This holds a webhook's secret. Remove it, and rotate it if others may have seen it.")


def digest(secret: str) -> bytes:
    """Return the SHA-256 of the whole key: 32 bytes, the only form in which a key is stored."""
    return hashlib.sha256(secret.encode("ascii")).digest()


def hint(secret: str) -> tuple[str, str]:
    """Return the first 12 and the last 4 characters, for people to recognize the key."""
    return secret[:12], secret[-4:]


def platform_hint(secret: str) -> tuple[str, str]:
    """Return the first and the last 4 characters of a platform key, so that at least 16 characters stay secret."""
    return secret[:4], secret[-4:]


def _checksum(body: str) -> str:
    return _base62(zlib.crc32(body.encode("ascii")), _CHECKSUM_LENGTH)


def _base62(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 62)
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))
