"""Signed notes about a log, such as its checkpoints: C2SP's formats signed-note and tlog-checkpoint, with Ed25519.

Keys are written as Go's sumdb/note writes them, so that Go's tools can read them: ``name+hash+key`` is a public key,
``PRIVATE+KEY+name+hash+key`` a private key. A deployment has one key, named after the deployment. Each log has an
origin, ``<name of the key>/<log>``: the first line of its notes, and the name under which the key signs them. So no
note of one log passes for a note of another.
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
# The lines after the origin. Extension lines may follow, of which this project writes and reads ``sealed <time>``.
_CHECKPOINT: Final = re.compile(
    r"(?P<size>0|[1-9][0-9]{0,17})\n(?P<root>[A-Za-z0-9+/]{43}=)\n(?:sealed (?P<sealed_at>\S+)\n)?(?:[^\n]+\n)*"
)


class InvalidKey(ValueError):
    """The text is not a key. The message does not repeat it, because it may be a private key."""


class InvalidNote(ValueError):
    """The note is not validly signed by a known key, or it is not of the expected kind or log."""


class UnknownKey(InvalidNote):
    """The note is signed only by keys that are not known, so that nobody can tell here whether it was altered."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key. Notes refer to it by its name and four-byte id."""

    name: str
    key_id: bytes
    public: bytes

    @classmethod
    def parse(cls, text: str) -> "Verifier":
        """Parse ``name+hash+key``. Raises InvalidKey."""
        name, key_id, public = _parse(_VERIFIER, text)
        if key_id != _key_id(name, public):
            raise InvalidKey("the hash of a verifier key does not match its name and key")
        return cls(name, key_id, public)

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{base64_of(_ED25519 + self.public)}"

    def of_log(self, log: str) -> "Verifier":
        """Return this key under the name with which it signs notes of the log: the log's origin."""
        name = f"{self.name}/{log}"
        return Verifier(name, _key_id(name, self.public), self.public)

    def holds(self, text: str, signature: bytes) -> bool:
        """Return whether the signature over the text is valid for this key."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class Signer:
    """A private key. Only ``text`` reveals it; ``repr`` does not."""

    verifier: Verifier
    _seed: bytes

    @classmethod
    def parse(cls, text: str) -> "Signer":
        """Parse ``PRIVATE+KEY+name+hash+key``. Raises InvalidKey."""
        name, key_id, seed = _parse(_SIGNER, text)
        signer = cls._of(name, seed)
        if key_id != signer.verifier.key_id:
            raise InvalidKey("the hash of a signing key does not match its name and key")
        return signer

    @classmethod
    def generate(cls, name: str) -> "Signer":
        """Generate a new key. Raises InvalidKey for a name with a space or plus sign or over 100 characters."""
        if re.fullmatch(r"[^\s+]{1,100}", name) is None:
            raise InvalidKey("the name of a key must have 1 to 100 characters, without spaces and plus signs")
        return cls._of(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def _of(cls, name: str, seed: bytes) -> "Signer":
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
        return cls(Verifier(name, _key_id(name, public), public), seed)

    def __repr__(self) -> str:
        return f"Signer({self.verifier.name!r})"

    def text(self) -> str:
        """Return the key as it is written in AUDIT_SIGNING_KEY. This is a secret."""
        return f"PRIVATE+KEY+{self.verifier.name}+{self.verifier.key_id.hex()}+{base64_of(_ED25519 + self._seed)}"

    def sign(self, text: str) -> str:
        """Return a note: the text, which must end in a line break, with this key's signature."""
        signature = Ed25519PrivateKey.from_private_bytes(self._seed).sign(text.encode())
        return f"{text}\n— {self.verifier.name} {base64_of(self.verifier.key_id + signature)}\n"

    def sign_for_log(self, log: str, lines: str) -> str:
        """Return a note of the log: its origin, then the lines, signed under the origin's name."""
        verifier = self.verifier.of_log(log)
        return Signer(verifier, self._seed).sign(f"{verifier.name}\n{lines}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The root (32 bytes) of one log's Merkle tree at one size.

    ``sealed_at`` is the time when it was sealed (RFC 3339); None if the note does not say it.
    """

    log: str
    size: int
    root: bytes
    sealed_at: str | None = None

    def note(self, signer: Signer) -> str:
        """Return the checkpoint as a signed note."""
        sealed = f"sealed {self.sealed_at}\n" if self.sealed_at else ""
        return signer.sign_for_log(self.log, f"{self.size}\n{base64_of(self.root)}\n{sealed}")

    @classmethod
    def parse(cls, note: str, log: str, verifiers: Collection[Verifier]) -> "Checkpoint":
        """Parse a signed checkpoint of the log. Raises as ``open_note_of_log``."""
        match = _CHECKPOINT.fullmatch(open_note_of_log(note, log, verifiers))
        if match is None:
            raise InvalidNote("the note is signed, but it is not a checkpoint")
        return cls(log, int(match["size"]), base64.b64decode(match["root"]), match["sealed_at"])


def open_note_of_log(note: str, log: str, verifiers: Collection[Verifier]) -> str:
    """Return the lines after the origin of a note that one of the keys has signed for the log.

    ``verifiers`` are keys of deployments. Raises UnknownKey, and InvalidNote if the note was altered or is of another
    log.
    """
    origin, is_text, _ = note.partition("\n")
    if not is_text:
        raise InvalidNote("it is not a signed note")
    if not origin.endswith(f"/{log}"):
        raise InvalidNote(f"its origin is {origin!r}, which is not this log's")
    known = [verifier for verifier in (each.of_log(log) for each in verifiers) if verifier.name == origin]
    return open_note(note, known).partition("\n")[2]


def open_note(note: str, verifiers: Collection[Verifier]) -> str:
    """Return the text of a note that one of the keys has signed. Raises InvalidNote; UnknownKey if none of them has.

    Every signature by a known key must be valid; signatures by unknown keys are ignored.
    """
    text, separator, signatures = note.rpartition("\n\n")
    lines = [_SIGNATURE.fullmatch(line) for line in signatures.splitlines(keepends=True)]
    if not separator or not lines or None in lines:
        raise InvalidNote("it is not a signed note")
    text += "\n"
    is_signed = False
    for line in filter(None, lines):
        signed = _bytes(line["signature"])
        for verifier in verifiers:
            if (verifier.name, verifier.key_id) == (line["name"], signed[:4]):
                if not verifier.holds(text, signed[4:]):
                    raise InvalidNote(f"the signature of {verifier.name}+{verifier.key_id.hex()} is not valid")
                is_signed = True
    if not is_signed:
        signers = [f"{line['name']}+{_bytes(line['signature'])[:4].hex()}" for line in lines if line]
        raise UnknownKey(f"it is not signed by a known key, only by {', '.join(signers)}")
    return text


def _parse(pattern: re.Pattern[str], text: str) -> tuple[str, bytes, bytes]:
    match = pattern.fullmatch(text.strip())
    key = _bytes(match["key"]) if match else b""
    if match is None or len(key) != 33 or key[:1] != _ED25519:
        kind = "PRIVATE+KEY+name+hash+key" if pattern is _SIGNER else "name+hash+key"
        raise InvalidKey(f"a key must be written as {kind}, with an Ed25519 key in base64")
    return match["name"], bytes.fromhex(match["hash"]), key[1:]


def _key_id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]


def base64_of(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    """Decode base64. Returns empty bytes for invalid text and for a non-canonical encoding."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""
    return data if base64_of(data) == text else b""
