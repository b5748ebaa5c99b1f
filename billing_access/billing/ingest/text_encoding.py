"""Opens a file of runs as text: plain or gzip, in UTF-8, or in UTF-16 with a byte-order mark."""

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final

from billing_access.billing.ingest.columns import UnusableFile

ENCODINGS: Final = "Accepted encodings: UTF-8, and UTF-16 with a byte-order mark."
_GZIP: Final = b"\x1f\x8b"
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SNIFFED: Final = 64
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class _WithPrefix(io.RawIOBase):
    """A stream with the bytes put back that were read from it to recognize its format."""

    def __init__(self, prefix: bytes, rest: Any) -> None:
        self._prefix, self._rest = prefix, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._prefix[: len(buffer)] or self._rest.read(len(buffer))
        self._prefix = self._prefix[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def damage_is_unusable() -> Iterator[None]:
    """Raise UnusableFile for gzip data or UTF-16 that turns out to be damaged while it is read."""
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnusableFile(f"The gzip data is damaged or ends early: {error}.") from None
    except UnicodeDecodeError as error:
        raise UnusableFile(f"The file is damaged or ends early, since it is not UTF-16: {error.reason}.") from None


def open_text(stream: IO[bytes]) -> IO[str]:
    """Return the text of a stream, with its line ends. Raises UnusableFile for another encoding.

    Bytes that are not UTF-8 do not raise: they make their text one for which ``is_utf8`` is false.
    """
    magic = stream.read(len(_GZIP))
    # Buffered, since a raw stream may return fewer bytes than were asked for.
    plain = io.BufferedReader(_WithPrefix(magic, stream))
    if magic == _GZIP:
        plain = io.BufferedReader(gzip.GzipFile(fileobj=plain))  # type: ignore[arg-type]
    prefix = plain.read(_SNIFFED)
    restored = io.BufferedReader(_WithPrefix(prefix, plain))
    if prefix.startswith(_UTF32):
        raise UnusableFile(f"The file is in UTF-32. {ENCODINGS}")
    if prefix.startswith(_UTF16):
        return io.TextIOWrapper(restored, encoding="utf-16", newline="")
    if b"\0" in prefix[:2]:
        raise UnusableFile(f"The file begins like UTF-16 without a byte-order mark. {ENCODINGS}")
    # Such bytes become surrogates, so that only their row is refused and not the whole file.
    return io.TextIOWrapper(restored, encoding="utf-8-sig", errors="surrogateescape", newline="")


def is_utf8(text: str) -> bool:
    """Return whether the text was read from valid bytes."""
    return _SURROGATE.search(text) is None
