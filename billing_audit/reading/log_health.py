"""What operators watch of the audit log as a whole: the sealer, verification, checkpoints, months and restores."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db import connection

from billing_audit import database_timeline
from billing_audit.heartbeat import SEALER, last_beat
from billing_audit.models import AuditEvent, AuditStatement
from billing_audit.storage.partitions import alarms, months_ahead
from billing_audit.transparency.statements import RESTORED

# Waiting events are counted up to this number.
MOST_UNSEALED: Final = 100_000
# An event's id holds the milliseconds since 1970 in its first 48 bits (uuid7).
_UNSEALED: Final = """
SELECT (SELECT count(*) FROM (SELECT FROM billing_audit_unsealed LIMIT %s) u),
    (SELECT event_id FROM billing_audit_unsealed ORDER BY event_id LIMIT 1), statement_timestamp()
"""


@dataclass(frozen=True, slots=True)
class LogHealth:
    """The state of the audit log.

    ``unsealed``: how many events wait for the sealer, up to 100,000; the oldest for ``oldest_unsealed``.
    ``sealer_beat_at``: when a sealer last did its work. ``verified_at``, ``verified_by`` and ``verdict``: the last
    verification of the whole log, the actor and the worst verdict. ``published_at``: when the worker last published
    checkpoints. ``restores``: how many statements there are that a restore lost events. ``partition_faults``: how many
    months or default partitions are not as they should be, and ``months_ahead`` how many further months have
    partitions. ``timeline_accepted``: whether keys may read from this database. A time is None if it never happened.
    """

    unsealed: int
    oldest_unsealed: timedelta
    sealer_beat_at: datetime | None
    verified_at: datetime | None
    verified_by: str
    verdict: str
    published_at: datetime | None
    restores: int
    partition_faults: int
    months_ahead: int
    timeline_accepted: bool


def read_log_health() -> LogHealth:
    """Return the state of the audit log. About fifteen queries, each by an index or over few rows."""
    with connection.cursor() as cursor:
        cursor.execute(_UNSEALED, [MOST_UNSEALED])
        unsealed, oldest, now = cursor.fetchone()
    waits_since = datetime.fromtimestamp((oldest.int >> 80) / 1000, UTC) if oldest else now
    verified, published = newest_platform_event("audit_log.verified"), newest_platform_event("audit_heads.published")
    return LogHealth(
        unsealed=unsealed,
        oldest_unsealed=max(now - waits_since, timedelta()),
        sealer_beat_at=last_beat(SEALER),
        verified_at=verified.recorded_at if verified else None,
        verified_by=verified.actor_id if verified else "",
        verdict=str(details_of(verified).get("worst", "")),
        published_at=published.recorded_at if published else None,
        restores=AuditStatement.objects.filter(action=RESTORED).count(),
        partition_faults=sum(1 for _ in alarms()),
        months_ahead=months_ahead(),
        timeline_accepted=database_timeline.is_accepted(),
    )


def newest_platform_event(action: str) -> AuditEvent | None:
    """Return the newest event with this action in the platform's own log."""
    return AuditEvent.objects.filter(organization_id=None, action=action).order_by("-id").first()


def details_of(event: AuditEvent | None) -> dict[str, Any]:
    """Return the details in an event's body; empty without an event, or for one that somebody corrupted."""
    details = event.content.get("details") if event else None
    return details if isinstance(details, dict) else {}
