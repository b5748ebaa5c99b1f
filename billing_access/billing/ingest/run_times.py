"""Reads the times of runs in an import: RFC 3339 and its common variants, as UTC."""

import re
from datetime import UTC, datetime
from typing import Final

_TIME: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)?(?:\.(\d{1,12}))?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?\Z", re.ASCII
)
# The most common forms of these times, which datetime.fromisoformat() reads unchanged.
_ISO_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3}|\.\d{6})?(?:Z|[+-]\d\d:\d\d)\Z", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1970, 2199


class InvalidTime(ValueError):
    """The time is refused; the message begins with its value."""


def read_time(value: str | datetime, *, naive_is_utc: bool) -> datetime | None:
    """Return the time in UTC; None for a text of blanks. Raises InvalidTime.

    A time without an offset is refused unless ``naive_is_utc``.
    """
    instant = value if isinstance(value, datetime) else _parsed(value)
    if instant is None:
        return None
    # Most times are in UTC already, and converting one again takes as long as parsing it.
    utc = instant if instant.tzinfo is UTC else _in_utc(value, instant, naive_is_utc)
    if utc is None or not _FIRST_YEAR <= utc.year <= _LAST_YEAR:
        raise InvalidTime(f"{value} is not between {_FIRST_YEAR} and {_LAST_YEAR}")
    return utc


def _in_utc(value: str | datetime, instant: datetime, naive_is_utc: bool) -> datetime | None:
    """Return the instant in UTC; None if it is outside the years 1 to 9999."""
    if instant.tzinfo is None:
        if not naive_is_utc:
            raise InvalidTime(f"{value} has no offset; add Z or one such as -07:00, or import with --naive-times")
        return instant.replace(tzinfo=UTC)
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        return None


def _parsed(text: str) -> datetime | None:
    iso = text if _ISO_TIME.match(text) else _completed(text.strip())
    if not iso:
        return None
    try:
        return datetime.fromisoformat(iso)
    except ValueError as error:
        raise InvalidTime(f"{text!r} does not exist: {error}") from None


def _completed(text: str) -> str:
    """Complete an RFC 3339 time. Digits after microseconds are cut: rounding could move a run into a later bucket."""
    if not text:
        return ""
    match = _TIME.match(text)
    if match is None:
        raise InvalidTime(f"{text[:40]!r} is not a time; write it like 2026-04-14T16:36:43Z")
    day, minute, second, fraction, offset = match.groups()
    return f"{day}T{minute}{second or ':00'}.{(fraction or '0')[:6].ljust(6, '0')}{(offset or '').upper()}"
