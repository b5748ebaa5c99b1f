"""Retention: drops whole months of the audit log that are older than the policy, and records it in each log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from django.db import connection, transaction
from django.utils import timezone

from billing_audit.record import Actor, record
from billing_audit.storage.partitions import SHORTEST_RETENTION, TABLES, Month, partitions_of

# How long to wait for readers of the month. After that the purge fails, and can be tried again later.
_LOCK_TIMEOUT: Final = "5s"
_LAST_PURGES: Final = """
SELECT DISTINCT ON (organization_id) organization_id, body FROM billing_audit_event
WHERE action = 'audit_log.purged' ORDER BY organization_id, id DESC
"""


class NotSealedYet(RuntimeError):
    """Events of the month are not sealed yet. Purged now, they would leave no trace that they existed."""


@dataclass(frozen=True, slots=True)
class Purged:
    """A month that was dropped, and the number of events that it held."""

    month: Month
    events: int


def purge(retention: timedelta, *, actor: Actor, now: datetime | None = None) -> list[Purged]:
    """Drop every month that ended more than ``retention`` ago, each in its own transaction with the events about it.

    Each log that loses events gets one ``audit_log.purged`` event with the bound, the number of events, and the total
    so far, which verification compares with the leaves. Raises ValueError for less than 31 days, and NotSealedYet.
    """
    if retention < SHORTEST_RETENTION:
        raise ValueError(f"The audit log must be kept for at least {SHORTEST_RETENTION.days} days.")
    over = (now or timezone.now()) - retention
    return [_purge_month(month, retention, actor) for month in _months() if month.next.start <= over]


def _months() -> Iterator[Month]:
    for name in partitions_of("billing_audit_event"):
        year, _, month = name.removeprefix("billing_audit_event_").partition("_")
        if year.isdecimal():
            yield Month(int(year), int(month))


@transaction.atomic
def _purge_month(month: Month, retention: timedelta, actor: Actor) -> Purged:
    events = f"billing_audit_event_{month}"
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'")
        cursor.execute(f"LOCK TABLE {events} IN ACCESS EXCLUSIVE MODE")
        cursor.execute(f"SELECT count(*) FROM billing_audit_unsealed u JOIN {events} e ON e.id = u.event_id")  # noqa: S608
        if waiting := cursor.fetchone()[0]:
            raise NotSealedYet(
                f"{waiting} events of {month.year}-{month.month:02} are not sealed. Is the sealer running?"
            )
        cursor.execute(f"SELECT organization_id, count(*) FROM {events} GROUP BY 1 ORDER BY 1")  # noqa: S608
        counts: dict[str | None, int] = dict(cursor.fetchall())
        cursor.execute(_LAST_PURGES)
        earlier_totals = {organization: _total_events(body) for organization, body in cursor.fetchall()}
        for table in TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}_{month}")
    for organization_id, count in counts.items():
        record(
            "audit_log.purged",
            organization_id=organization_id,
            actor=actor,
            details={
                "before": month.next.start,
                "retention_days": retention.days,
                "events": count,
                "events_in_all": earlier_totals.get(organization_id, 0) + count,
            },
        )
    return Purged(month, sum(counts.values()))


def _total_events(body: str) -> int:
    content: dict[str, Any] = orjson.loads(body)
    return int(content["details"]["events_in_all"])
