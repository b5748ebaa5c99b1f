"""Encrypting short secrets that the site needs back, each kind with keys of its own."""

import base64
from collections.abc import Iterable

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def fernet_of(keys: Iterable[str], purpose: bytes) -> MultiFernet:
    """Return what encrypts with the first of these keys, and decrypts with whichever fits.

    The keys are texts of any length. ``purpose`` sets what is encrypted for one use apart from every other use of the
    same key.
    """
    return MultiFernet([Fernet(_derived(key, purpose)) for key in keys])


def _derived(key: str, purpose: bytes) -> bytes:
    return base64.urlsafe_b64encode(HKDF(SHA256(), 32, salt=None, info=purpose).derive(key.encode()))
