"""The text of a key: which texts are valid and which are not."""

import hashlib

import pytest

from billing_access.access import key_format


def test_a_new_key_is_well_formed_and_never_the_same() -> None:
    keys = {key_format.new_secret() for _ in range(200)}
    assert len(keys) == 200
    for key in keys:
        assert len(key) == key_format.KEY_LENGTH == 58
        assert key.isascii()
        assert key.startswith("bak_live_")
        assert key_format.is_well_formed(key)


def test_a_fixed_key_keeps_its_checksum() -> None:
    """Keys that were issued must stay valid, so the checksum may never change."""
    assert key_format.is_well_formed("bak_live_" + "0" * 43 + "3YrtnD")
    assert not key_format.is_well_formed("bak_live_" + "0" * 43 + "3YrtnE")


def test_every_changed_character_is_noticed() -> None:
    key = key_format.new_secret()
    for place in range(len(key)):
        other = "b" if key[place] == "a" else "a"
        assert not key_format.is_well_formed(key[:place] + other + key[place + 1 :])


@pytest.mark.parametrize(
    "mangle",
    [
        lambda key: "",
        lambda key: key[:-1],
        lambda key: key + "a",
        lambda key: key + "\n",
        lambda key: "\n" + key,
        lambda key: " " + key,
        lambda key: key + " ",
        lambda key: key + "\x00",
        lambda key: key.swapcase(),
        lambda key: key.replace("bak_live_", "bak_test_"),
        lambda key: key.replace("bak_live_", "BAK_LIVE_"),
        lambda key: key[:20] + "\u0663" + key[21:],
        lambda key: key[:20] + "é" + key[21:],
        lambda key: key[:20] + "-" + key[21:],
        lambda key: key * 2,
        lambda key: "a" * 1_000_000,
    ],
)
def test_what_is_not_a_key(mangle) -> None:  # type: ignore[no-untyped-def]
    assert not key_format.is_well_formed(mangle(key_format.new_secret()))


def test_digest_and_hint() -> None:
    key = key_format.new_secret()
    assert key_format.digest(key) == hashlib.sha256(key.encode()).digest()
    assert len(key_format.digest(key)) == 32
    first, last = key_format.hint(key)
    assert (len(first), len(last)) == (12, 4)
    assert key.startswith(first)
    assert key.endswith(last)
