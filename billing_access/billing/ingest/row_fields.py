"""Reads the fields of one row of an import that are texts. Values are text; NDJSON and Python may also give numbers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any


class InvalidRun(ValueError):
    """The run is refused; the message names the field, its value and what is accepted."""


def read_text(fields: Mapping[str, Any], name: str) -> str:
    """Return the field's text without spaces around it; empty if the field is missing. Raises InvalidRun."""
    value = fields.get(name)
    if type(value) is str:
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise InvalidRun(f"{name} is {type(value).__name__}, which is not accepted here")
    return str(value).strip()


def read_choice(fields: Mapping[str, Any], name: str, accepted: Mapping[str, str]) -> str | None:
    """Return the accepted value that the field gives, None if it gives none. Raises InvalidRun."""
    value = fields.get(name)
    if value is None:
        return None
    if type(value) is str and value in accepted:
        return accepted[value]
    text = read_text(fields, name)
    if not text:
        return None
    known = accepted.get(text)
    if known is None:
        raise InvalidRun(f"{name} {text[:40]!r} is not known; accepted: {', '.join(accepted)}")
    return known
