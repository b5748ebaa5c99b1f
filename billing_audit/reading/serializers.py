"""Serializes an event to JSON and CSV, in the same form for the API and the exports."""

from collections.abc import Iterator
from typing import Any, Final

import orjson

from billing_audit.event_parts import parts_body
from billing_audit.reading.queries import Entry

# A spreadsheet takes a cell that begins with one of these characters for a formula (OWASP, CSV injection). The last
# four are full-width forms of the first four.
_FORMULA: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
COLUMNS: Final = (
    "id", "recorded_at", "action", "outcome", "reason_code", "actor_kind", "actor_id", "actor_name", "target_kind",
    "target_id", "target_name", "address", "user_agent", "changes", "details", "request_id", "repeats", "place",
    "personal_data_erased", "texts_erased", "withheld",
)  # fmt: skip


def event_body(entry: Entry) -> dict[str, Any]:
    """Return an event as a JSON object. Unknown values are null, and so is ``place`` until the event is sealed.

    ``withheld`` lists the names of the figures that this reader may not see. ``body`` is the sealed text, and ``parts``
    the parts that this reader may see, each with the salt of its commitment in the body.
    """
    content, personal = entry.event.content, entry.personal
    body = {name: content.get(name) or personal.get(name) or None for name in COLUMNS}
    return body | {
        "changes": entry.changes,
        "details": entry.details,
        "repeats": entry.repeats,
        "place": entry.leaf_index,
        "personal_data_erased": "personal" in entry.erased,
        "texts_erased": "texts" in entry.erased,
        "withheld": entry.withheld,
        "body": entry.event.body,
        "parts": parts_body(entry.parts),
    }


def csv_cells(entry: Entry) -> Iterator[str]:
    """Yield an event's CSV cells in the order of ``COLUMNS``, each passed through ``defuse_formula``."""
    body = event_body(entry)
    for value in map(body.__getitem__, COLUMNS):
        text = "" if value is None else value if isinstance(value, str) else orjson.dumps(value).decode()
        yield defuse_formula(text)


def defuse_formula(text: str) -> str:
    """Return the text for a CSV cell, with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{text}" if text[:1] in _FORMULA else text


def restore_formula(text: str) -> str:
    """Return what ``defuse_formula`` was given, unless that began with an apostrophe followed by a formula itself."""
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA else text
