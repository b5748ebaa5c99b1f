"""The signed texts that a client sends back: cursors of usage, entries and the audit log, and ``updated_after``.

Each is valid only for its kind, its organization and the query that it was made for. Every ``decode`` function refuses
any other text with ``invalid_cursor``. Whether the revision of a cursor or bookmark still has its token is checked by
the statement that reads the page (``walk_ended``).
"""

import hashlib
from datetime import datetime
from typing import Any, Final

from django.core import signing

from billing_access import errors
from billing_access.api.parameters import AuditParameters
from billing_access.api.problems import RequestRefused
from billing_access.billing.reports.entries import EntriesCursor, EntriesQuery
from billing_access.billing.reports.usage_query import Bookmark, Cursor, UsageQuery
from billing_audit.canonical_json import canonical
from billing_audit.reading.filters import filters_for_audit

# An event's id or, in the order of the seal, the index of the next event; after a restore, with the log's new name.
AuditPosition = str | int | tuple[int, str]
_FORMAT: Final = 4
_MAX_LENGTH: Final = 2000
# Each kind is signed with its own salt, so that a text of one kind is not valid as another.
_USAGE: Final = "billing_access.api.signed_cursors.usage"
_BOOKMARK: Final = "billing_access.api.signed_cursors.bookmark"
_ENTRIES: Final = "billing_access.api.signed_cursors.entries"
_AUDIT: Final = "billing_access.api.signed_cursors.audit"


def encode_usage_cursor(cursor: Cursor, *, organization_id: str, query: UsageQuery) -> str:
    """Return the cursor as URL-safe text."""
    position = cursor.position if isinstance(cursor.position, int) else cursor.position.isoformat()
    times = [time.isoformat() for time in (cursor.start, cursor.end, cursor.as_of)]
    content = [*times, cursor.revision, cursor.token, position, cursor.run_id]
    return _encode(_USAGE, [organization_id, *_filters(query), *_walk(query)], content)


def decode_usage_cursor(text: str, *, organization_id: str, query: UsageQuery) -> Cursor:
    """Return the cursor of a text. It must be made for this organization and query, except for the query's limit."""
    content = _decode(_USAGE, [organization_id, *_filters(query), *_walk(query)], text, "cursor")
    start, end, as_of, revision, token, position, run_id = content
    time = datetime.fromisoformat
    position = position if isinstance(position, int) else time(position)
    return Cursor(time(start), time(end), time(as_of), revision, token, position, run_id)


def encode_bookmark(bookmark: Bookmark, *, organization_id: str, query: UsageQuery) -> str:
    """Return the bookmark as URL-safe text."""
    return _encode(_BOOKMARK, [organization_id, *_filters(query)], _content(bookmark))


def decode_bookmark(text: str, *, organization_id: str, query: UsageQuery) -> Bookmark:
    """Return the bookmark of a text. It must be made for this organization and filters, with any range and order."""
    start, end, revision, token = _decode(_BOOKMARK, [organization_id, *_filters(query)], text, "updated_after")
    return Bookmark(datetime.fromisoformat(start), datetime.fromisoformat(end), revision, token)


def encode_entries_cursor(cursor: EntriesCursor, *, organization_id: str, query: EntriesQuery) -> str:
    """Return the cursor as URL-safe text."""
    times = [time.isoformat() for time in (cursor.as_of, cursor.occurred_at)]
    content = [*times, cursor.revision, cursor.token, cursor.entry_id]
    return _encode(_ENTRIES, [organization_id, *_range(query)], content)


def decode_entries_cursor(text: str, *, organization_id: str, query: EntriesQuery) -> EntriesCursor:
    """Return the cursor of a text. It must be made for this organization and range."""
    content = _decode(_ENTRIES, [organization_id, *_range(query)], text, "cursor")
    as_of, occurred_at, revision, token, entry_id = content
    return EntriesCursor(datetime.fromisoformat(as_of), revision, token, datetime.fromisoformat(occurred_at), entry_id)


def encode_audit_cursor(position: AuditPosition, *, organization_id: str, query: AuditParameters) -> str:
    """Return a position in the audit log as URL-safe text."""
    content = [*position] if isinstance(position, tuple) else [position]
    return _encode(_AUDIT, [organization_id, *_audit_walk(query)], content)


def decode_audit_cursor(text: str, *, organization_id: str, query: AuditParameters) -> Any:
    """Return the position of a text. It must be made for this organization, order and filters."""
    content = _decode(_AUDIT, [organization_id, *_audit_walk(query)], text, "cursor")
    return tuple(content) if len(content) > 1 else content[0]


def _filters(query: UsageQuery) -> list[Any]:
    return [sorted(query.tags), query.status, query.run_type]


def _walk(query: UsageQuery) -> list[Any]:
    # The range as the client sent it. If it sent none, the first page used the current period, and the cursor itself
    # holds the range that was used.
    after = query.updated_after
    return [*_range(query), query.order, _content(after) if after else None]


def _range(query: UsageQuery | EntriesQuery) -> list[Any]:
    return [query.start.isoformat() if query.start else None, query.end.isoformat() if query.end else None]


def _content(bookmark: Bookmark) -> list[Any]:
    return [bookmark.start.isoformat(), bookmark.end.isoformat(), bookmark.revision, bookmark.token]


def _audit_walk(query: AuditParameters) -> list[Any]:
    return [query.is_ascending, filters_for_audit(query.filters), query.filters.address]


def _encode(kind: str, bound: list[Any], content: list[Any]) -> str:
    return signing.dumps([_FORMAT, _digest(bound), *content], salt=kind)


def _decode(kind: str, bound: list[Any], text: str, parameter: str) -> list[Any]:
    """Return the content of a text of this kind. Raises RequestRefused, naming the parameter, for any other text."""
    if not text.isascii() or len(text) > _MAX_LENGTH:
        raise _refused(parameter, "It was not issued by this API.")
    try:
        signed: list[Any] = signing.loads(text, salt=kind)
    except signing.BadSignature:
        raise _refused(parameter, "It was changed, or was not issued by this API.") from None
    if signed[:2] != [_FORMAT, _digest(bound)]:
        raise _refused(parameter, "It was made for another organization or query.")
    return signed[2:]


def walk_ended(parameter: str) -> RequestRefused:
    """Return the refusal of a cursor (or ``updated_after``) whose walk cannot go on: its revision has another token."""
    return _refused(
        parameter,
        "The data changed in a way that ends this walk, for example by a restore from a backup. "
        f"Start again without {parameter}.",
    )


def _refused(parameter: str, fault: str) -> RequestRefused:
    return RequestRefused(errors.INVALID_CURSOR, ((parameter, fault),))


def _digest(bound: list[Any]) -> str:
    return hashlib.sha256(canonical(bound).encode()).hexdigest()[:32]
