"""The signed places in usage that a client keeps: the cursor of a walk, and the bookmark of a copy.

Each is bound to the organization and the query that it belongs to.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.core import signing

if TYPE_CHECKING:
    from billing_access.billing.reports.usage import UsageQuery

_CURSOR: Final = "billing_access.api.signed_cursors"
_BOOKMARK: Final = "billing_access.billing.bookmark"
_FORMAT: Final = 2
_LONGEST: Final = 2000


class InvalidCursor(ValueError):
    """Changed, forged, or of another organization or query."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a copy of ``[start, end)`` is complete: every change up to this revision was handed out."""

    start: datetime
    end: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a walk stands: its range, the snapshot of its first page, and the last run that was handed out.

    ``place`` is that run's start, or its revision in a walk through changes.
    """

    start: datetime
    end: datetime
    as_of: datetime
    revision: int
    place: datetime | int
    run_id: str


def encode(cursor: Cursor, *, organization_id: str, query: "UsageQuery") -> str:
    """Return the cursor as URL-safe text, signed and bound to the organization (public id) and the query."""
    place = cursor.place if isinstance(cursor.place, int) else cursor.place.isoformat()
    payload = [
        _FORMAT,
        _binding(organization_id, query, *_walk(query)),
        cursor.start.isoformat(),
        cursor.end.isoformat(),
        cursor.as_of.isoformat(),
        cursor.revision,
        place,
        cursor.run_id,
    ]
    return signing.dumps(payload, salt=_CURSOR)


def decode(text: str, *, organization_id: str, query: "UsageQuery") -> Cursor:
    """Read a cursor that ``encode`` made for this organization and query; only the limit may differ.

    Raises InvalidCursor for any other text.
    """
    payload = _payload(text, _CURSOR, _binding(organization_id, query, *_walk(query)))
    start, end, as_of, revision, place, run_id = payload
    time = datetime.fromisoformat
    return Cursor(
        time(start), time(end), time(as_of), revision, place if isinstance(place, int) else time(place), run_id
    )


def encode_bookmark(bookmark: Bookmark, *, organization_id: str, query: "UsageQuery") -> str:
    """Return the bookmark as URL-safe text, signed and bound to the organization (public id) and the filters."""
    payload = [
        _FORMAT,
        _binding(organization_id, query),
        bookmark.start.isoformat(),
        bookmark.end.isoformat(),
        bookmark.revision,
    ]
    return signing.dumps(payload, salt=_BOOKMARK)


def decode_bookmark(text: str, *, organization_id: str, query: "UsageQuery") -> Bookmark:
    """Read a bookmark that ``encode_bookmark`` made for this organization and filters; its range is its own.

    Raises InvalidCursor for any other text.
    """
    start, end, revision = _payload(text, _BOOKMARK, _binding(organization_id, query))
    return Bookmark(datetime.fromisoformat(start), datetime.fromisoformat(end), revision)


def _payload(text: str, salt: str, binding: str) -> list[Any]:
    if not text.isascii() or len(text) > _LONGEST:
        raise InvalidCursor("not one of ours")
    try:
        payload: Any = signing.loads(text, salt=salt)
    except signing.BadSignature:
        raise InvalidCursor("changed or forged") from None
    if payload[:2] != [_FORMAT, binding]:
        raise InvalidCursor("made for another organization or query")
    return list(payload[2:])


def _walk(query: "UsageQuery") -> list[Any]:
    # The range as it was asked for: where the first page took the period, the pinned range is in the cursor.
    after = query.updated_after
    return [
        query.start.isoformat() if query.start else None,
        query.end.isoformat() if query.end else None,
        query.order,
        [after.start.isoformat(), after.end.isoformat(), after.revision] if after else None,
    ]


def _binding(organization_id: str, query: "UsageQuery", *walk: Any) -> str:
    bound = [organization_id, sorted(query.tags), query.status, query.run_type, *walk]
    return hashlib.sha256(json.dumps(bound).encode()).hexdigest()[:32]
