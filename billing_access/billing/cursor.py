"""The signed cursor of a walk through usage: a snapshot, a place in it, and the query that it belongs to."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.core import signing

if TYPE_CHECKING:
    from billing_access.billing.usage import UsageQuery

_SALT: Final = "billing_access.billing.cursor"
_FORMAT: Final = 1
_LONGEST: Final = 2000


class InvalidCursor(ValueError):
    """Changed, forged, or of another organization or query."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a walk stands: its range, the snapshot of its first page, and the last run that was handed out."""

    start: datetime
    end: datetime
    as_of: datetime
    revision: int
    started_at: datetime
    run_id: str


def encode(cursor: Cursor, *, organization_id: str, query: "UsageQuery") -> str:
    """Return the cursor as URL-safe text, signed and bound to the organization (public id) and the query."""
    payload = [
        _FORMAT,
        _binding(organization_id, query),
        cursor.start.isoformat(),
        cursor.end.isoformat(),
        cursor.as_of.isoformat(),
        cursor.revision,
        cursor.started_at.isoformat(),
        cursor.run_id,
    ]
    return signing.dumps(payload, salt=_SALT)


def decode(text: str, *, organization_id: str, query: "UsageQuery") -> Cursor:
    """Read a cursor that ``encode`` made for this organization and query; only the limit may differ.

    Raises InvalidCursor for any other text.
    """
    if not text.isascii() or len(text) > _LONGEST:
        raise InvalidCursor("not a cursor")
    try:
        payload: Any = signing.loads(text, salt=_SALT)
    except signing.BadSignature:
        raise InvalidCursor("changed or forged") from None
    if payload[:2] != [_FORMAT, _binding(organization_id, query)]:
        raise InvalidCursor("made for another organization or query")
    start, end, as_of, revision, started_at, run_id = payload[2:]
    time = datetime.fromisoformat
    return Cursor(time(start), time(end), time(as_of), revision, time(started_at), run_id)


def _binding(organization_id: str, query: "UsageQuery") -> str:
    # The range as it was asked for: where the first page took the period, the pinned range is in the cursor.
    bound = [
        organization_id,
        query.start.isoformat() if query.start else None,
        query.end.isoformat() if query.end else None,
        sorted(query.tags),
        query.status,
        query.run_type,
        query.order,
    ]
    return hashlib.sha256(json.dumps(bound).encode()).hexdigest()[:32]
