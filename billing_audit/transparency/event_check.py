"""Checks one event: its version, its body against its leaf hash, its columns against its body."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from billing_audit.canonical_json import VERSION
from billing_audit.transparency import merkle

COLUMNS: Final = (
    "id", "organization_id", "recorded_at", "action", "outcome", "reason_code", "actor_kind", "actor_id",
    "target_kind", "target_id", "request_id",
)  # fmt: skip
# The columns of an event ``e``, formatted as in its body.
SQL_COLUMNS: Final = """e.id::text, e.organization_id,
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.action, e.outcome, e.reason_code,
    e.actor_kind, e.actor_id, e.target_kind, e.target_id, e.request_id"""


class NotAsSealed(RuntimeError):
    """Events are not as they were sealed. If they were dropped or erased now, nothing could show it any more."""


def differences(
    body: str, content: Mapping[str, Any], *, leaf: bytes | None, columns: Sequence[Any], organization_id: str | None
) -> Iterator[tuple[str, str]]:
    """Yield each difference between an event's body and its leaf hash, its columns and the log: its field, and a text.

    ``content`` is the body as ``read_body`` returns it. ``leaf`` is None for an event that is not sealed yet.
    """
    fields = ", ".join(
        name for name, column in zip(COLUMNS, columns, strict=True) if content and content.get(name, ()) != column
    )
    if leaf is not None and merkle.leaf_hash(body.encode()) != leaf:
        yield fields or "body", f"it differs from what was sealed: {fields or 'body'}"
    elif fields:
        yield fields, f"its columns differ from its body: {fields}"
    if not content:
        yield "body", "its body is not a JSON object"
        return
    if content.get("organization_id") != organization_id:
        yield "organization_id", "it belongs to another log"
    if content.get("version") != VERSION:
        yield "version", f"its version is not {VERSION}, the only one that is known"
