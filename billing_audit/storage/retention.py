"""Retention: drops whole months of the audit log that are older than the policy, and records it in each log."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.canonical_json import write_time
from billing_audit.record import Actor, Json, record
from billing_audit.settings import audit_settings
from billing_audit.storage.partitions import SHORTEST_RETENTION, TABLES, Month, first_id, partitions_of
from billing_audit.transparency.sealer import PLATFORM
from billing_audit.transparency.statements import PURGED, Statement, StatementWriter, newest_statement


class NotSealedYet(RuntimeError):
    """Events of the month are not sealed yet. Purged now, they would leave no trace that they existed."""


class LeftBehind(RuntimeError):
    """Events from before the month's end are in no month's partition. A purge must take all events before its bound."""


def purge(
    retention: timedelta, *, actor: Actor, statements: StatementWriter, now: datetime | None = None
) -> list[tuple[Month, int]]:
    """Drop every month that ended more than ``retention`` ago, each in its own transaction with the events about it.

    Returns each dropped month with the number of events that it held. Each log that loses events gets one
    ``audit_log.purged`` event with the bound, the number of events, and the total so far, which verification compares
    with the leaves, and a statement about it, which is published before any row goes. Raises ValueError for less than
    31 days, NotSealedYet, LeftBehind, and the errors of ``StatementWriter.write``.
    """
    if retention < SHORTEST_RETENTION:
        raise ValueError(f"The audit log must be kept for at least {SHORTEST_RETENTION.days} days.")
    over = (now or timezone.now()) - retention
    return [_purge_month(month, retention, actor, statements) for month in _months() if month.next.start <= over]


def _months() -> Iterator[Month]:
    for name in partitions_of("billing_audit_event"):
        year, _, month = name.removeprefix("billing_audit_event_").partition("_")
        if year.isdecimal():
            yield Month(int(year), int(month))


@transaction.atomic
def _purge_month(month: Month, retention: timedelta, actor: Actor, statements: StatementWriter) -> tuple[Month, int]:
    counts = _lock_and_count(month)
    _state(counts, month, retention, actor, statements)
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}_{month}")
    return month, sum(counts.values())


def _lock_and_count(month: Month) -> dict[str | None, int]:
    """Lock the month, and return the number of its events by organization. Raises NotSealedYet and LeftBehind."""
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
        cursor.execute("SELECT count(*) FROM billing_audit_event WHERE id < %s", [first_id(month.next.start)])
        if others := cursor.fetchone()[0] - sum(counts.values()):
            raise LeftBehind(f"{others} events from before {month.next.start:%Y-%m-%d} are not in a month's partition.")
    return counts


def _state(
    counts: dict[str | None, int], month: Month, retention: timedelta, actor: Actor, statements: StatementWriter
) -> None:
    """Record the purge in each log, with a statement."""
    about = []
    for organization_id, count in counts.items():
        log = organization_id or PLATFORM
        earlier = newest_statement(log, PURGED, [statements.signer.verifier, *audit_settings.AUDIT_STATEMENT_VERIFIERS])
        details: dict[str, Json] = {
            "before": write_time(month.next.start),
            "retention_days": retention.days,
            "events": count,
            "events_in_all": (earlier.facts["events_in_all"] if earlier else 0) + count,
        }
        event_id = record(PURGED, organization_id=organization_id, actor=actor, details=details)
        about.append(Statement(log, PURGED, str(event_id), timezone.now(), statements.reason, details))
    statements.write(about)
