"""Signed checkpoints of the seal: C2SP's checkpoint text in C2SP's signed note, with Ed25519.

Keys are written as Go's sumdb/note writes them, so its tools read ours: ``name+hash+key`` to verify with,
``PRIVATE+KEY+name+hash+key`` to sign with.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519: Final = b"\x01"
_SIGNER: Final = re.compile(r"PRIVATE\+KEY\+(?P<name>[^\s+]+)\+(?P<hash>[0-9a-f]{8})\+(?P<key>[A-Za-z0-9+/]+=*)")
_VERIFIER: Final = re.compile(r"(?P<name>[^\s+]+)\+(?P<hash>[0-9a-f]{8})\+(?P<key>[A-Za-z0-9+/]+=*)")
_SIGNATURE: Final = re.compile(r"— (?P<name>[^\s+]+) (?P<signature>[A-Za-z0-9+/]+=*)\n")
_CHECKPOINT: Final = re.compile(
    r"billing-access/audit/(?P<log>\S+)\n(?P<size>0|[1-9][0-9]{0,17})\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"sealed (?P<sealed_at>\S+)\n"
)


class InvalidKey(ValueError):
    """A text that is no key; the message does not repeat it."""


class InvalidNote(ValueError):
    """A note that no key vouches for, or that is no checkpoint."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key, by the name and the four bytes that notes call it by."""

    name: str
    key_id: bytes
    public: bytes

    @classmethod
    def parse(cls, text: str) -> "Verifier":
        """Read ``name+hash+key``. Raises InvalidKey."""
        name, key_id, public = _parse(_VERIFIER, text)
        if key_id != _key_id(name, public):
            raise InvalidKey("the hash of a verifier key does not match its name and key")
        return cls(name, key_id, public)

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{_base64(_ED25519 + self.public)}"

    def holds(self, text: str, signature: bytes) -> bool:
        """Tell whether the signature is this key's over the text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class Signer:
    """A private key. Its text leaves it by ``text`` alone."""

    verifier: Verifier
    _seed: bytes

    @classmethod
    def parse(cls, text: str) -> "Signer":
        """Read ``PRIVATE+KEY+name+hash+key``. Raises InvalidKey."""
        name, key_id, seed = _parse(_SIGNER, text)
        signer = cls._of(name, seed)
        if key_id != signer.verifier.key_id:
            raise InvalidKey("the hash of a signing key does not match its name and key")
        return signer

    @classmethod
    def generate(cls, name: str) -> "Signer":
        """Make a new key. The name has no space and no plus sign."""
        if re.fullmatch(r"[^\s+]{1,100}", name) is None:
            raise InvalidKey("the name of a key has 1 to 100 characters, no space and no plus sign")
        return cls._of(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def _of(cls, name: str, seed: bytes) -> "Signer":
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
        return cls(Verifier(name, _key_id(name, public), public), seed)

    def __repr__(self) -> str:
        return f"Signer({self.verifier.name!r})"

    def text(self) -> str:
        """Return the key as a setting says it. A secret."""
        return f"PRIVATE+KEY+{self.verifier.name}+{self.verifier.key_id.hex()}+{_base64(_ED25519 + self._seed)}"

    def sign(self, text: str) -> str:
        """Return the text, which ends in a line break, as a note with this key's signature."""
        signature = Ed25519PrivateKey.from_private_bytes(self._seed).sign(text.encode())
        return f"{text}\n— {self.verifier.name} {_base64(self.verifier.key_id + signature)}\n"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The root (32 bytes) of one log at one size, and when it was sealed (RFC 3339)."""

    log: str
    size: int
    root: bytes
    sealed_at: str

    def note(self, signer: Signer) -> str:
        """Return it signed."""
        return signer.sign(
            f"billing-access/audit/{self.log}\n{self.size}\n{_base64(self.root)}\nsealed {self.sealed_at}\n"
        )

    @classmethod
    def parse(cls, note: str, verifiers: Collection[Verifier]) -> "Checkpoint":
        """Read a signed checkpoint. Raises InvalidNote where none of the keys vouches for every byte of it."""
        match = _CHECKPOINT.fullmatch(open_note(note, verifiers))
        if match is None:
            raise InvalidNote("the note is signed, but it is no checkpoint")
        return cls(match["log"], int(match["size"]), base64.b64decode(match["root"]), match["sealed_at"])


def open_note(note: str, verifiers: Collection[Verifier]) -> str:
    """Return the text of a note that one of the keys has signed. Raises InvalidNote.

    A signature by a known key must hold; those of unknown keys say nothing.
    """
    text, separator, signatures = note.rpartition("\n\n")
    lines = [_SIGNATURE.fullmatch(line) for line in signatures.splitlines(keepends=True)]
    if not separator or not lines or None in lines:
        raise InvalidNote("it is no signed note")
    text += "\n"
    is_signed = False
    for line in lines:
        if line is None:
            continue
        signed = _bytes(line["signature"])
        for verifier in verifiers:
            if (verifier.name, verifier.key_id) == (line["name"], signed[:4]):
                if not verifier.holds(text, signed[4:]):
                    raise InvalidNote(f"the signature of {verifier.name}+{verifier.key_id.hex()} does not hold")
                is_signed = True
    if not is_signed:
        raise InvalidNote("none of the known keys has signed it")
    return text


def _parse(pattern: re.Pattern[str], text: str) -> tuple[str, bytes, bytes]:
    match = pattern.fullmatch(text.strip())
    key = _bytes(match["key"]) if match else b""
    if match is None or len(key) != 33 or key[:1] != _ED25519:
        kind = "PRIVATE+KEY+name+hash+key" if pattern is _SIGNER else "name+hash+key"
        raise InvalidKey(f"a key is written {kind}, with an Ed25519 key in base64")
    return match["name"], bytes.fromhex(match["hash"]), key[1:]


def _key_id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    """Read base64; empty for what is none, and for a second spelling of the same bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""
    return data if _base64(data) == text else b""
