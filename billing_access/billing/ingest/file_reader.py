"""Reads a file of runs, CSV with a header or NDJSON, plain or gzip, as a stream of numbered rows."""

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO, Any, Final, NoReturn

_UNREADABLE: Final = re.compile("[\ud800-\udfff]")
_SNIFFED: Final = 64


class UnusableFile(ValueError):
    """The file cannot be read at all; the message says why and what is accepted."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row: the number of its first line, from 1, and its fields by name, or why it cannot be read."""

    line: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    fault: str | None = None


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


def read_rows(stream: IO[bytes], needed: tuple[str, ...] = ()) -> Iterator[SourceRow]:
    """Yield the rows of a CSV or NDJSON file, gzip or not; the format is recognized by the file's first bytes.

    A CSV header must have ``run_id`` and every column of ``needed``. Raises UnusableFile at the first row, or later if
    gzip data is damaged or ends early.
    """
    try:
        text, is_json = _opened(stream)
        yield from _json_rows(text) if is_json else _csv_rows(text, needed)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnusableFile(f"The gzip data is damaged or ends early: {error}") from None


def _opened(stream: IO[bytes]) -> tuple[IO[str], bool]:
    magic = stream.read(2)
    # Buffered, since a raw stream may return fewer bytes than were asked for.
    plain = io.BufferedReader(_WithPrefix(magic, stream))
    if magic == b"\x1f\x8b":
        plain = io.BufferedReader(gzip.GzipFile(fileobj=plain))  # type: ignore[arg-type]
    prefix = plain.read(_SNIFFED)
    start = prefix.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise UnusableFile("The file is empty.")
    if start[:1] == b"[":
        raise UnusableFile("The file is a JSON array. Accepted: CSV with a header, or one JSON object on each line.")
    # Bytes that are not UTF-8 become surrogates, so that only their row is refused and not the whole file.
    restored = io.BufferedReader(_WithPrefix(prefix, plain))
    text = io.TextIOWrapper(restored, encoding="utf-8-sig", errors="surrogateescape", newline="")
    return text, start[:1] == b"{"


def _csv_rows(text: IO[str], needed: tuple[str, ...]) -> Iterator[SourceRow]:
    reader = csv.reader(text, strict=True)
    header = _header(reader, needed)
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield SourceRow(line, fault=f"not CSV: {error}")
            continue
        if not values:
            continue
        if len(values) != len(header):
            yield SourceRow(line, fault=f"{len(values)} fields where the header has {len(header)}")
        elif any(map(_UNREADABLE.search, values)):
            yield SourceRow(line, fault="not UTF-8")
        else:
            yield SourceRow(line, dict(zip(header, values, strict=True)))


def _header(reader: Any, needed: tuple[str, ...]) -> list[str]:
    try:
        header = [name.strip() for name in next(reader)]
    except (csv.Error, StopIteration) as error:
        raise UnusableFile(f"The first line is not a CSV header: {error}") from None
    missing = [name for name in ("run_id", *needed) if name not in header]
    if missing:
        shown = ", ".join(header)[:200].encode("ascii", "backslashreplace").decode()
        raise UnusableFile(f"The header lacks {', '.join(missing)}. It has: {shown}.")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise UnusableFile(f"The header has {', '.join(twice)} twice.")
    return header


def _json_rows(text: IO[str]) -> Iterator[SourceRow]:
    for number, line in enumerate(text, start=1):
        if not line.strip():
            continue
        if _UNREADABLE.search(line):
            yield SourceRow(number, fault="not UTF-8")
            continue
        try:
            value = json.loads(line, parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_without_duplicates)
        except (ValueError, RecursionError) as error:
            yield SourceRow(number, fault=f"not JSON: {error}")
            continue
        yield SourceRow(number, value) if isinstance(value, dict) else SourceRow(number, fault="not a JSON object")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name occurs twice in one object")
    return value
