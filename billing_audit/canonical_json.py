"""Canonical JSON (RFC 8785): the exact text of an event, over which commitments and leaf hashes are computed."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson

# The version of events: of the fields of their bodies, and of how their parts are committed to.
VERSION: Final = 2
# RFC 8785 writes numbers as IEEE doubles, which cannot tell larger integers apart (RFC 7493, section 2.2).
_LARGEST: Final = 2**53 - 1
_OPTIONS: Final = orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z
_NUL: Final = "\\u0000"
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


def canonical(value: object) -> str:
    """Return the RFC 8785 text of null, booleans, integers, strings, times, lists and mappings with string keys.

    Times are written by ``write_time``. Raises TypeError for any other type and for a time without an offset.

    NUL and lone surrogates, which PostgreSQL stores in no text and a hostile request may carry, become U+FFFD.
    An integer that a double cannot hold becomes a string of its digits. Nothing else is changed; there is no Unicode
    normalization.
    """
    if _is_plain(value):
        # orjson writes the same text ten times as fast: ASCII keys sort alike by code points and by UTF-16 code units.
        try:
            text = orjson.dumps(value, option=_OPTIONS).decode()
        except orjson.JSONEncodeError:
            text = _NUL  # a lone surrogate: take the slow path, as for NUL
        if _NUL not in text:
            return text
    # With ensure_ascii=False, json.dumps escapes exactly the characters that RFC 8785 escapes, in the same spelling.
    return json.dumps(_plain(value), separators=(",", ":"), ensure_ascii=False)


def write_time(time: datetime) -> str:
    """Return the time in UTC in RFC 3339 format, such as ``2026-03-01T00:00:00Z``.

    Microseconds are written unless they are zero. Raises TypeError for a time without an offset.
    """
    if time.tzinfo is None:
        raise TypeError(f"{time} has no UTC offset")
    return f"{time.astimezone(UTC).isoformat().removesuffix('+00:00')}Z"


def commitment(salt: bytes, part: str) -> str:
    """Return an event's commitment to one of its parts: hex SHA-256 over the salt and the part's canonical JSON."""
    return hashlib.sha256(salt + part.encode()).hexdigest()


def read_body(body: str) -> dict[str, Any]:
    """Parse an event's body or one of its parts. Returns an empty dict if the text is not a JSON object."""
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return content if isinstance(content, dict) else {}


def storable(text: str) -> str:
    """Return the text with the characters that PostgreSQL cannot store replaced by U+FFFD."""
    return text if text.isascii() and "\0" not in text else _UNSTORABLE.sub("\ufffd", text)


def _is_plain(value: object) -> bool:
    """Return whether orjson's output is already canonical, apart from unstorable characters in strings.

    True for ASCII keys, integers that a double holds, UTC times and exact built-in types alone.
    """
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if isinstance(value, int):
        return kind is int and -_LARGEST <= value <= _LARGEST
    if isinstance(value, datetime):
        return kind is datetime and value.tzinfo is UTC
    if isinstance(value, dict):
        # Most values are strings: checking them here saves a call for each.
        for name, each in value.items():
            if type(name) is not str or not name.isascii() or not (type(each) is str or _is_plain(each)):
                return False
        return True
    return (kind is list or kind is tuple) and all(map(_is_plain, value))  # type: ignore[call-overload]


def _plain(value: object) -> object:
    if isinstance(value, str):
        return storable(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if -_LARGEST <= value <= _LARGEST else str(value)
    if isinstance(value, datetime):
        return write_time(value)
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        names = {storable(name): each for name, each in value.items()}
        return {name: _plain(names[name]) for name in sorted(names, key=_code_units)}
    raise TypeError(f"an event cannot hold a {type(value).__name__}")


def _code_units(name: str) -> bytes:
    """Return the sort key of RFC 8785: UTF-16 code units, by which U+1F600 comes before U+FB33."""
    return name.encode("utf-16-be")
