"""Retention: drops whole months of the audit log that are older than the policy, and records it in each log."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

import orjson
from django.db import connection, transaction
from django.utils import timezone

from billing_audit.record import Actor, record
from billing_audit.storage.partitions import SHORTEST_RETENTION, TABLES, Month, partitions_of

_LAST_PURGES: Final = """
SELECT DISTINCT ON (organization_id) organization_id, body FROM billing_audit_event
WHERE action = 'audit_log.purged' ORDER BY organization_id, id DESC
"""


class NotSealedYet(RuntimeError):
    """Events of the month are not sealed yet. Purged now, they would leave no trace that they existed."""


def purge(retention: timedelta, *, actor: Actor, now: datetime | None = None) -> list[tuple[Month, int]]:
    """Drop every month that ended more than ``retention`` ago, each in its own transaction with the events about it.

    Returns each dropped month with the number of events that it held. Each log that loses events gets one
    ``audit_log.purged`` event with the bound, the number of events, and the total so far, which verification compares
    with the leaves. Raises ValueError for less than 31 days, and NotSealedYet.
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
def _purge_month(month: Month, retention: timedelta, actor: Actor) -> tuple[Month, int]:
    events = f"billing_audit_event_{month}"
    with connection.cursor() as cursor:
        # How long to wait for readers of the month. After that the purge fails, and can be tried again later.
        cursor.execute("SET LOCAL lock_timeout = '5s'")
        cursor.execute(f"LOCK TABLE {events} IN ACCESS EXCLUSIVE MODE")
        cursor.execute(f"SELECT count(*) FROM billing_audit_unsealed u JOIN {events} e ON e.id = u.event_id")  # noqa: S608
        if waiting := cursor.fetchone()[0]:
            raise NotSealedYet(
                f"{waiting} events of {month.year}-{month.month:02} are not sealed. Is the sealer running?"
            )
        cursor.execute(f"SELECT organization_id, count(*) FROM {events} GROUP BY 1 ORDER BY 1")  # noqa: S608
        counts: dict[str | None, int] = dict(cursor.fetchall())
        cursor.execute(_LAST_PURGES)
        earlier_totals = {log: int(orjson.loads(body)["details"]["events_in_all"]) for log, body in cursor.fetchall()}
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
    return month, sum(counts.values())
