"""Secrets that are needed back: encrypted with the newest key, decrypted with any, and never for another use."""

import pytest
from cryptography.fernet import InvalidToken

from orgs.encryption import fernet_of


def test_the_newest_key_encrypts_and_any_decrypts() -> None:
    old, new = fernet_of(["o" * 32], b"one"), fernet_of(["n" * 32, "o" * 32], b"one")
    assert new.decrypt(old.encrypt(b"secret")) == b"secret"
    with pytest.raises(InvalidToken):
        old.decrypt(new.encrypt(b"secret"))


def test_what_one_use_encrypted_no_other_decrypts() -> None:
    with pytest.raises(InvalidToken):
        fernet_of(["k" * 32], b"another").decrypt(fernet_of(["k" * 32], b"one").encrypt(b"secret"))
