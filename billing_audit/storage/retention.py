"""Retention: empties whole months of the audit log that are older than the policy, and records it in each log.

TRUNCATE locks the month alone. The empty tables are dropped afterwards. That locks all months, so the attempt ends
after 100 ms, and the next run tries again.
"""

from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from billing_audit.canonical_json import read_body, write_time
from billing_audit.record import Actor, Json, record
from billing_audit.settings import audit_settings
from billing_audit.storage.partitions import (
    SHORTEST_RETENTION,
    TABLES,
    Month,
    fire_always,
    first_id,
    month_of,
    partitions_of,
)
from billing_audit.storage.table_locks import InUse, with_short_waits
from billing_audit.transparency.event_check import NotAsSealed
from billing_audit.transparency.log_names import PLATFORM, first_name, organization_of
from billing_audit.transparency.merkle import leaf_hash
from billing_audit.transparency.statements import PURGED, Statement, StatementWriter, newest_statement

ROWS_AT_ONCE: Final = 2000
# In milliseconds. Dropping a month locks the whole table, so readers and writers wait for that long at most.
DROP_TIMEOUT: Final = 100


class NotSealedYet(RuntimeError):
    """Events of the month are not sealed yet. Purged now, they would leave no trace that they existed."""


class LeftBehind(RuntimeError):
    """Events from before the month's end are in no month's partition. A purge must take all events before its bound."""


def purge(
    retention: timedelta, *, actor: Actor, statements: StatementWriter, now: datetime | None = None
) -> list[tuple[Month, int]]:
    """Empty every month that ended more than ``retention`` ago, each in a transaction with the events about it.

    Returns each such month with the number of its sealed events. Each log that loses some gets one
    ``audit_log.purged`` event with the bound, their number, and the total so far, which verification compares with the
    leaves, and a statement about it, which is published before any row goes. Events that were never sealed, such as
    those that the sealer refused, go too and are not counted. Then it drops the empty tables, also those of earlier
    runs, unless they are in use.

    Raises ValueError for less than 31 days, NotSealedYet, LeftBehind, NotAsSealed, InUse, and the errors of
    ``StatementWriter.write``.
    """
    if retention < SHORTEST_RETENTION:
        raise ValueError(f"The audit log must be kept for at least {SHORTEST_RETENTION.days} days.")
    over = (now or timezone.now()) - retention
    partitions = {table: _months_over(table, over) for table in TABLES}
    purged = []
    for month in partitions["billing_audit_event"]:
        tables = [names[month] for names in partitions.values() if month in names]
        if any(map(_has_rows, tables)):
            purged.append(_purge_month(month, tables, retention, actor, statements))
    for table, names in partitions.items():
        with suppress(InUse):
            with_short_waits(partial(_drop_empty, table, names.values()), [table], timeout=DROP_TIMEOUT, attempts=1)
    return purged


def _months_over(table: str, over: datetime) -> dict[Month, str]:
    """Return the months that ended before this time, the oldest first, with the names of the table's partitions."""
    months = {month: name for name in partitions_of(table) if (month := month_of(name))}
    return {month: name for month, name in months.items() if month.next.start <= over}


@transaction.atomic
def _purge_month(
    month: Month, tables: list[str], retention: timedelta, actor: Actor, statements: StatementWriter
) -> tuple[Month, int]:
    events = f"billing_audit_event_{month}"
    # Nobody may change the month from here on, but everybody may read it.
    with_short_waits(partial(_execute, f"LOCK TABLE {events} IN EXCLUSIVE MODE"), [events])
    _check_whole(month)
    counts = _count_sealed(month)
    # Publishing takes long, so it comes before the lock that readers wait for. If that lock cannot be had, a statement
    # has been published about an event that does not exist, which excuses nothing.
    _state(counts, month, retention, actor, statements)
    with_short_waits(partial(_truncate, tables), tables)
    return month, sum(counts.values())


def _truncate(tables: list[str]) -> None:
    names = ", ".join(tables)
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
        for name in tables:
            # A trigger refuses TRUNCATE also to the owner.
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {names}")
        for name in tables:
            fire_always(cursor, name)


def _drop_empty(table: str, names: Collection[str]) -> None:
    """Drop those of the table's partitions that are empty."""
    if names:
        _execute(f"LOCK TABLE ONLY {table} IN ACCESS EXCLUSIVE MODE")
    for name in names:
        if not _has_rows(name):
            _execute(f"DROP TABLE {name}")


def _has_rows(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")  # noqa: S608 (the name of a partition)
        return bool(cursor.fetchone()[0])


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _check_whole(month: Month) -> None:
    """Check that no event waits for the sealer or lies elsewhere. Raises NotSealedYet and LeftBehind."""
    events = f"billing_audit_event_{month}"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM billing_audit_unsealed u JOIN {events} e ON e.id = u.event_id")  # noqa: S608
        if waiting := cursor.fetchone()[0]:
            raise NotSealedYet(f"{waiting} events of {month.name} are not sealed. Is the sealer running?")
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
            f"{faults} of {counts.total()} events of {month.name} are not as they were sealed. Nothing was dropped."
            " `manage.py verify_audit` shows which."
        )
    return dict(sorted(counts.items()))


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
                f" but there are events of {month.name}. Nothing was dropped."
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
