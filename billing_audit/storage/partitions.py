"""Monthly partitions (UTC) of the audit log's tables: created ahead of time, and dropped whole after the retention.

Events and their parts are partitioned by the time in the event's id (uuid7), counts of denials by their minute. Rows
of a month without a partition go to the default partition, ``…_rest``, which should be empty. Only the owner of the
tables may create and drop partitions; the application's role may not.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

MONTHS_AHEAD: Final = 3
# No policy may drop younger events, so that a purge cannot be used to hide recent ones.
SHORTEST_RETENTION: Final = timedelta(days=31)
TABLES: Final = ("billing_audit_event", "billing_audit_part", "billing_audit_repeat")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month in UTC."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def start(self) -> datetime:
        return datetime(self.year, self.month, 1, tzinfo=UTC)

    @property
    def next(self) -> "Month":
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year}_{self.month:02}"


def first_id(instant: datetime) -> uuid.UUID:
    """Return the lowest possible id (uuid7) of the instant's millisecond. Ids made before it are smaller.

    For an instant before 1970, which no id can hold, it is the lowest id of all.
    """
    return uuid.UUID(int=max(int(instant.timestamp() * 1000), 0) << 80)


def make_partitions(today: date | None = None, tables: Iterable[str] = TABLES) -> list[str]:
    """Create the missing partitions of this month and the next three, and the default ones. Returns the new names.

    Raises django.db.IntegrityError if a default partition holds rows of a month that is to be created.
    """
    months = [Month.of(today or timezone.now().astimezone(UTC).date())]
    while len(months) <= MONTHS_AHEAD:
        months.append(months[-1].next)
    created = []
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables:
            existing = set(partitions_of(table))
            partitions = {f"{table}_{month}": _values(table, month) for month in months} | {f"{table}_rest": "DEFAULT"}
            for name, values in partitions.items():
                if name not in existing:
                    cursor.execute(f"CREATE TABLE {name} PARTITION OF {table} {values}")
                    _guard(cursor, name)
                    created.append(name)
    return created


def partitions_of(table: str) -> list[str]:
    """Return the names of a table's partitions by month, the default partition last."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            " WHERE i.inhparent = %s::regclass ORDER BY 1",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def alarms(today: date | None = None) -> Iterator[str]:
    """Yield a message for each fault: no partition for this or the next two months, or rows in a default partition."""
    month = Month.of(today or timezone.now().astimezone(UTC).date())
    for table in TABLES:
        existing = set(partitions_of(table))
        for each in (month, month.next, month.next.next):
            if f"{table}_{each}" not in existing:
                yield f"{table} has no partition for {each.year}-{each.month:02}. Run manage.py audit_partitions."
        if f"{table}_rest" not in existing:
            yield f"{table} has no default partition. Run manage.py audit_partitions."
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM (SELECT FROM {table}_rest LIMIT 1000) r")  # noqa: S608 (a constant)
            if rows := cursor.fetchone()[0]:
                yield f"{table}_rest holds {rows} rows: their months have no partition, or a clock was wrong."


def _values(table: str, month: Month) -> str:
    bounds = [each.start for each in (month, month.next)]
    start, end = bounds if table == "billing_audit_repeat" else [first_id(each) for each in bounds]
    return f"FOR VALUES FROM ('{start}') TO ('{end}')"


def _guard(cursor: Any, partition: str) -> None:
    """Refuse TRUNCATE of a new partition, and set ENABLE ALWAYS on the row triggers that it got from its table."""
    cursor.execute(
        f"CREATE TRIGGER {partition}_no_truncate BEFORE TRUNCATE ON {partition}"
        " FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse()"
    )
    cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [partition])
    for (name,) in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {partition} ENABLE ALWAYS TRIGGER {name}")
