"""An event as programs read it: one shape for the API and the exports."""

from collections.abc import Iterator
from typing import Any, Final

import orjson

from billing_audit.reading.queries import Entry

# The characters by which a spreadsheet recognizes a formula, their full-width forms included (OWASP, CSV injection).
_FORMULA: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
COLUMNS: Final = (
    "id", "recorded_at", "action", "outcome", "reason_code", "actor_kind", "actor_id", "actor_name", "target_kind",
    "target_id", "target_name", "address", "user_agent", "changes", "details", "request_id", "repeats", "place",
    "personal_data_erased", "withheld",
)  # fmt: skip


def event_body(entry: Entry) -> dict[str, Any]:
    """Return an event as JSON has it; what is not known is null, ``place`` also until it is sealed.

    ``withheld`` names the figures in it that its reader may not see.
    """
    said, personal = entry.event.content, entry.personal
    body = {name: said.get(name) or personal.get(name) or None for name in COLUMNS}
    return body | {
        "changes": entry.changes,
        "details": entry.details,
        "repeats": entry.repeats,
        "place": entry.place,
        "personal_data_erased": entry.is_erased,
        "withheld": entry.withheld,
    }


def csv_cells(entry: Entry) -> Iterator[str]:
    """Yield an event's cells in the order of ``COLUMNS``; no cell is a formula."""
    for value in event_body(entry).values():
        text = "" if value is None else value if isinstance(value, str) else orjson.dumps(value).decode()
        yield defuse_formula(text)


def defuse_formula(text: str) -> str:
    """Return the text of a CSV cell; one that a spreadsheet would calculate gets an apostrophe before it."""
    return f"'{text}" if text[:1] in _FORMULA else text
