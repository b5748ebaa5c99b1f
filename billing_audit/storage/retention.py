"""Retention: drops whole months of the audit log that are older than the policy, and records it in each log."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.canonical_json import read_body, write_time
from billing_audit.record import Actor, Json, record
from billing_audit.settings import audit_settings
from billing_audit.storage.partitions import SHORTEST_RETENTION, TABLES, Month, first_id, partitions_of
from billing_audit.transparency.event_check import NotAsSealed
from billing_audit.transparency.log_names import PLATFORM, first_name, organization_of
from billing_audit.transparency.merkle import leaf_hash
from billing_audit.transparency.statements import PURGED, Statement, StatementWriter, newest_statement

ROWS_AT_ONCE: Final = 2000


class NotSealedYet(RuntimeError):
    """Events of the month are not sealed yet. Purged now, they would leave no trace that they existed."""


class LeftBehind(RuntimeError):
    """Events from before the month's end are in no month's partition. A purge must take all events before its bound."""


def purge(
    retention: timedelta, *, actor: Actor, statements: StatementWriter, now: datetime | None = None
) -> list[tuple[Month, int]]:
    """Drop every month that ended more than ``retention`` ago, each in its own transaction with the events about it.

    Returns each dropped month with the number of its sealed events. Each log that loses some gets one
    ``audit_log.purged`` event with the bound, their number, and the total so far, which verification compares with the
    leaves, and a statement about it, which is published before any row goes. Events that were never sealed, such as
    those that the sealer refused, are dropped too and not counted.

    Raises ValueError for less than 31 days, NotSealedYet, LeftBehind, NotAsSealed, and the errors of
    ``StatementWriter.write``.
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
    tables = [f"{table}_{month}" for table in TABLES if f"{table}_{month}" in partitions_of(table)]
    with connection.cursor() as cursor:
        # How long to wait for those who use the month. After that the purge fails, and can be tried again later.
        cursor.execute("SET LOCAL lock_timeout = '5s'")
        # Nobody may change the month while it is checked, but everybody may read it.
        cursor.execute(f"LOCK TABLE billing_audit_event_{month} IN EXCLUSIVE MODE")
        _check_whole(month)
        counts = _count_sealed(month)
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
        _state(counts, month, retention, actor, statements)
        cursor.execute(f"DROP TABLE {', '.join(tables)}")
    return month, sum(counts.values())


def _check_whole(month: Month) -> None:
    """Check that no event waits for the sealer or lies elsewhere. Raises NotSealedYet and LeftBehind."""
    events = f"billing_audit_event_{month}"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM billing_audit_unsealed u JOIN {events} e ON e.id = u.event_id")  # noqa: S608
        if waiting := cursor.fetchone()[0]:
            raise NotSealedYet(f"{waiting} events of {_name(month)} are not sealed. Is the sealer running?")
        cursor.execute(
            "SELECT count(*) FROM billing_audit_event WHERE id < %s AND tableoid <> %s::regclass",
            [first_id(month.next.start), events],
        )
        if others := cursor.fetchone()[0]:
            raise LeftBehind(f"{others} events from before {month.next.start:%Y-%m-%d} are not in a month's partition.")


def _count_sealed(month: Month) -> dict[str, int]:
    """Return the number of the month's sealed events by log. Raises NotAsSealed if they were changed.

    An event counts for a leaf only with the text and the id that were sealed: otherwise a purge would account for
    another event, of any age, that is missing.
    """
    counts: Counter[str] = Counter()
    faults = 0
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            f"SELECT e.organization_id, e.id::text, e.body, l.log, l.hash FROM billing_audit_event_{month} e"  # noqa: S608
            " JOIN billing_audit_leaf l ON l.event_id = e.id"
        )
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            for organization_id, event_id, body, log, leaf in rows:
                counts[log] += 1
                is_right = leaf_hash(body.encode()) == bytes(leaf) and read_body(body).get("id") == event_id
                faults += not (is_right and first_name(log) == (organization_id or PLATFORM))
    if faults:
        raise NotAsSealed(
            f"{faults} of {counts.total()} events of {_name(month)} are not as they were sealed. Nothing was dropped."
            " `manage.py verify_audit` shows which."
        )
    return dict(sorted(counts.items()))


def _name(month: Month) -> str:
    return f"{month.year}-{month.month:02}"


def _state(
    counts: dict[str, int], month: Month, retention: timedelta, actor: Actor, statements: StatementWriter
) -> None:
    """Record the purge in each log, with a statement. Raises NotAsSealed for a month that was stated before."""
    about = []
    for log, count in counts.items():
        earlier = newest_statement(log, PURGED, [statements.signer.verifier, *audit_settings.AUDIT_STATEMENT_VERIFIERS])
        # A purge that failed has published its statement. In the database it would have the month counted twice.
        if earlier and datetime.fromisoformat(earlier.facts["before"]) > month.start:
            raise NotAsSealed(
                f"The log {log} already has a statement that its events before {earlier.facts['before']} were purged,"
                f" but there are events of {_name(month)}. Nothing was dropped."
            )
        details: dict[str, Json] = {
            "before": write_time(month.next.start),
            "retention_days": retention.days,
            "events": count,
            "events_in_all": (earlier.facts["events_in_all"] if earlier else 0) + count,
        }
        event_id = record(PURGED, organization_id=organization_of(log), actor=actor, details=details)
        about.append(Statement(log, PURGED, str(event_id), timezone.now(), statements.reason, details))
    statements.write(about)
