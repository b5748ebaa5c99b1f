"""Retention: months of the record whose time is over are dropped whole, and every log says so in an event."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from django.db import connection, transaction
from django.utils import timezone

from billing_audit.record import Actor, record
from billing_audit.storage.partitions import SHORTEST_RETENTION, TABLES, Month, partitions_of

# Readers of the record are waited for no longer than this; the purge is tried again another day.
_PATIENCE: Final = "5s"
_EARLIER: Final = """
SELECT DISTINCT ON (organization_id) organization_id, body FROM billing_audit_event
WHERE action = 'audit_log.purged' ORDER BY organization_id, id DESC
"""


class NotSealedYet(RuntimeError):
    """Events that are to be purged were never sealed: nothing would be left to show that they were there."""


@dataclass(frozen=True, slots=True)
class Purged:
    """One month that was dropped, and how many events it held."""

    month: Month
    events: int


def purge(retention: timedelta, *, actor: Actor, now: datetime | None = None) -> list[Purged]:
    """Drop every month that ended longer than ``retention`` ago, each in a transaction of its own with its events.

    Each log that loses events gets one ``audit_log.purged``: the bound, how many, and how many in all so far, which
    is what verification holds against its leaves. Raises ValueError for less than 31 days and NotSealedYet.
    """
    if retention < SHORTEST_RETENTION:
        raise ValueError(f"The record is kept for at least {SHORTEST_RETENTION.days} days.")
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
        cursor.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
        cursor.execute(f"LOCK TABLE {events} IN ACCESS EXCLUSIVE MODE")
        cursor.execute(f"SELECT count(*) FROM billing_audit_unsealed u JOIN {events} e ON e.id = u.event_id")  # noqa: S608
        if waiting := cursor.fetchone()[0]:
            raise NotSealedYet(
                f"{waiting} events of {month.year}-{month.month:02} are not sealed. Is the sealer running?"
            )
        cursor.execute(f"SELECT organization_id, count(*) FROM {events} GROUP BY 1 ORDER BY 1")  # noqa: S608
        lost: dict[str | None, int] = dict(cursor.fetchall())
        cursor.execute(_EARLIER)
        before = {organization: _in_all(body) for organization, body in cursor.fetchall()}
        for table in TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}_{month}")
    for organization_id, count in lost.items():
        record(
            "audit_log.purged",
            organization_id=organization_id,
            actor=actor,
            details={
                "before": month.next.start,
                "retention_days": retention.days,
                "events": count,
                "events_in_all": before.get(organization_id, 0) + count,
            },
        )
    return Purged(month, sum(lost.values()))


def _in_all(body: str) -> int:
    content: dict[str, Any] = orjson.loads(body)
    return int(content["details"]["events_in_all"])
