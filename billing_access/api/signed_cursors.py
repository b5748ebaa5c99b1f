"""The signed texts that a client sends back: cursors of usage and of the audit log, and the bookmark of a copy.

Each is bound to its kind, its organization and the query that it was made for. Every ``decode`` function refuses any
other text with ``invalid_cursor``.
"""

import hashlib
from datetime import datetime
from typing import Any, Final

from django.core import signing

from billing_access import errors
from billing_access.api.parameters import AuditParameters
from billing_access.api.problems import RequestRefused
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery
from billing_audit.canonical_json import canonical
from billing_audit.reading.filters import filters_for_audit

_FORMAT: Final = 3
_LONGEST: Final = 2000
# The salt of each kind's signature, so that a text of one kind is forged to the others.
_USAGE: Final = "billing_access.api.signed_cursors.usage"
_BOOKMARK: Final = "billing_access.api.signed_cursors.bookmark"
_AUDIT: Final = "billing_access.api.signed_cursors.audit"


def encode_usage_cursor(cursor: Cursor, *, organization_id: str, query: UsageQuery) -> str:
    """Return the cursor as URL-safe text."""
    place = cursor.place if isinstance(cursor.place, int) else cursor.place.isoformat()
    times = [time.isoformat() for time in (cursor.start, cursor.end, cursor.as_of)]
    content = [*times, cursor.revision, place, cursor.run_id]
    return _encode(_USAGE, [organization_id, *_filters(query), *_walk(query)], content)


def decode_usage_cursor(text: str, *, organization_id: str, query: UsageQuery) -> Cursor:
    """Read what ``encode_usage_cursor`` returned for this organization and query; only the limit may differ."""
    content = _decode(_USAGE, [organization_id, *_filters(query), *_walk(query)], text, "cursor")
    start, end, as_of, revision, place, run_id = content
    time = datetime.fromisoformat
    return Cursor(
        time(start), time(end), time(as_of), revision, place if isinstance(place, int) else time(place), run_id
    )


def encode_bookmark(bookmark: Bookmark, *, organization_id: str, query: UsageQuery) -> str:
    """Return the bookmark as URL-safe text."""
    content = [bookmark.start.isoformat(), bookmark.end.isoformat(), bookmark.revision]
    return _encode(_BOOKMARK, [organization_id, *_filters(query)], content)


def decode_bookmark(text: str, *, organization_id: str, query: UsageQuery) -> Bookmark:
    """Read what ``encode_bookmark`` returned for this organization and these filters; its range is its own."""
    start, end, revision = _decode(_BOOKMARK, [organization_id, *_filters(query)], text, "updated_after")
    return Bookmark(datetime.fromisoformat(start), datetime.fromisoformat(end), revision)


def encode_audit_cursor(place: str | int, *, organization_id: str, asked: AuditParameters) -> str:
    """Return a place in the audit log as URL-safe text: an event's id, or its place in the order of the seal."""
    return _encode(_AUDIT, [organization_id, *_audit_walk(asked)], [place])


def decode_audit_cursor(text: str, *, organization_id: str, asked: AuditParameters) -> Any:
    """Read what ``encode_audit_cursor`` returned for this organization, order and filters."""
    (place,) = _decode(_AUDIT, [organization_id, *_audit_walk(asked)], text, "cursor")
    return place


def _filters(query: UsageQuery) -> list[Any]:
    return [sorted(query.tags), query.status, query.run_type]


def _walk(query: UsageQuery) -> list[Any]:
    # The range as it was asked for: where the first page took the period, the pinned range is in the cursor.
    after = query.updated_after
    return [
        query.start.isoformat() if query.start else None,
        query.end.isoformat() if query.end else None,
        query.order,
        [after.start.isoformat(), after.end.isoformat(), after.revision] if after else None,
    ]


def _audit_walk(asked: AuditParameters) -> list[Any]:
    return [asked.is_ascending, filters_for_audit(asked.filters), asked.filters.address]


def _encode(kind: str, bound: list[Any], content: list[Any]) -> str:
    return signing.dumps([_FORMAT, _digest(bound), *content], salt=kind)


def _decode(kind: str, bound: list[Any], text: str, parameter: str) -> list[Any]:
    """Return the content. Raises RequestRefused, naming the parameter, for text that ``_encode`` did not return."""
    if not text.isascii() or len(text) > _LONGEST:
        raise _refused(parameter, "not one of ours")
    try:
        signed: list[Any] = signing.loads(text, salt=kind)
    except signing.BadSignature:
        raise _refused(parameter, "changed or forged") from None
    if signed[:2] != [_FORMAT, _digest(bound)]:
        raise _refused(parameter, "made for another organization or query")
    return signed[2:]


def _refused(parameter: str, fault: str) -> RequestRefused:
    return RequestRefused(errors.INVALID_CURSOR, ((parameter, f"It is {fault}."),))


def _digest(bound: list[Any]) -> str:
    return hashlib.sha256(canonical(bound).encode()).hexdigest()[:32]
