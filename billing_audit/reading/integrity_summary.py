"""The integrity summary of a log: how far it is sealed, what waits for the sealer, and the last verification."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db import connection

from billing_audit.canonical_json import read_body
from billing_audit.reading.log_health import WORKER
from billing_audit.reading.queries import planned_for_values
from billing_audit.verification.report import TAMPERED, Verdict

# Waiting events are counted up to this number.
MOST: Final = 1000
# Seconds that an event may wait. The sealer looks for new events every second.
LATE: Final = 60
_SEALED: Final = re.compile(r"^sealed (\d{4}-\d\d-\d\dT[0-9:.]+Z)$", re.MULTILINE | re.ASCII)
_SUMMARY: Final = """
SELECT c.size, c.note, w.number, w.seconds, v.body FROM (SELECT 1) one
LEFT JOIN LATERAL (
    SELECT size, note FROM billing_audit_checkpoint WHERE log = coalesce((
        SELECT log FROM billing_audit_tree WHERE split_part(log, '#', 1) = %(log)s
        ORDER BY length(log) DESC, log DESC LIMIT 1
    ), %(log)s) ORDER BY size DESC LIMIT 1
) c ON true
CROSS JOIN LATERAL (
    SELECT count(*) AS number, extract(epoch FROM statement_timestamp() - min(e.recorded_at))::float AS seconds
    FROM (
        SELECT event_id FROM billing_audit_unsealed WHERE organization_id = %(log)s ORDER BY event_id LIMIT %(most)s
    ) u
    JOIN billing_audit_event e ON e.id = u.event_id
) w
LEFT JOIN LATERAL (
    SELECT body FROM billing_audit_event
    WHERE organization_id = %(log)s AND action = 'audit_log.verified' AND actor_id <> %(worker)s
    ORDER BY id DESC LIMIT 1
) v ON true
"""


@dataclass(frozen=True, slots=True)
class IntegritySummary:
    """How far a log is sealed, and the result of its last verification by `verify_audit`.

    The worker's nightly one does not count: the site judges itself there, and must not replace what others
    found.

    ``sealed`` is the number of sealed events, ``sealed_at`` the time of the last seal. ``waiting`` is the number of
    events that wait for the sealer, counted up to 1,000; the oldest has waited for ``oldest_seconds``. The other fields
    are None or empty if the log was never verified: ``verdict`` and ``verified_at``; ``finding``, the text of its worst
    finding, and ``event_id``, the event that the finding is about; ``compared_size``, the size of the largest published
    checkpoint that it compared with.
    """

    sealed: int
    sealed_at: datetime | None
    waiting: int
    oldest_seconds: float
    verdict: str | None = None
    verified_at: datetime | None = None
    finding: str = ""
    event_id: str | None = None
    compared_size: int | None = None

    @property
    def is_late(self) -> bool:
        """Whether an event has waited so long that the sealer seems to have stopped."""
        return self.oldest_seconds > LATE

    @property
    def is_broken(self) -> bool:
        """Whether the last verification found that events were altered, inserted, removed, reordered or cut off."""
        return self.verdict in {*TAMPERED, Verdict.CUT_OFF}


def read_integrity_summary(organization_id: str) -> IntegritySummary:
    """Return the integrity summary of one organization's log, by public id. One query."""
    with planned_for_values(), connection.cursor() as cursor:
        cursor.execute(_SUMMARY, {"log": organization_id, "most": MOST, "worker": WORKER})
        size, note, waiting, seconds, body = cursor.fetchone() or (None, None, 0, None, None)
    verified = read_body(body or "")
    sealed = _SEALED.search(note or "")
    sealed_at = datetime.fromisoformat(sealed[1]) if sealed else None
    summary = IntegritySummary(size or 0, sealed_at, waiting, seconds or 0.0)
    if not verified:
        return summary
    try:
        result = {name: verified["details"][name] for name in ("verdict", "finding", "event_id", "compared_size")}
        return replace(summary, verified_at=datetime.fromisoformat(verified["recorded_at"]), **result)
    except (KeyError, TypeError, ValueError):  # someone corrupted the event, which the next verification will report
        return summary
