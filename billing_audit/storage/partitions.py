"""The record lies in partitions, one a month (UTC): made ahead of time, and dropped whole when their time is over.

Events and their personal data by the time in the event's id (uuid7), counts of denials by their minute. What no month
takes goes to a partition of its own, ``…_rest``, which is empty while all is well. Making and dropping are the
owner's; the application's role has no right to either.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

MONTHS_AHEAD: Final = 3
# No policy drops anything younger, so that no purge can be made a pretext.
SHORTEST_RETENTION: Final = timedelta(days=31)
TABLES: Final = ("billing_audit_event", "billing_audit_personal", "billing_audit_repeat")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month in UTC."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month that the day lies in."""
        return cls(day.year, day.month)

    @property
    def start(self) -> datetime:
        """Its first instant."""
        return datetime(self.year, self.month, 1, tzinfo=UTC)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year}_{self.month:02}"


def first_id(instant: datetime) -> uuid.UUID:
    """Return what is below every id of the instant's millisecond and later, and above every earlier one."""
    return uuid.UUID(int=int(instant.timestamp() * 1000) << 80)


def make_partitions(today: date | None = None) -> list[str]:
    """Make the partitions of this month and of the three to come, and those for the rest; return the new ones.

    Raises django.db.IntegrityError where the rest holds rows of a month that is to be made.
    """
    months = [Month.of(today or timezone.now().astimezone(UTC).date())]
    while len(months) <= MONTHS_AHEAD:
        months.append(months[-1].next)
    made = []
    with transaction.atomic(), connection.cursor() as cursor:
        for table in TABLES:
            there = set(partitions_of(table))
            wanted = {f"{table}_{month}": _values(table, month) for month in months} | {f"{table}_rest": "DEFAULT"}
            for name, values in wanted.items():
                if name not in there:
                    cursor.execute(f"CREATE TABLE {name} PARTITION OF {table} {values}")
                    _guard(cursor, name)
                    made.append(name)
    return made


def partitions_of(table: str) -> list[str]:
    """Return the names of a table's partitions in their order, the rest last."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            " WHERE i.inhparent = %s::regclass ORDER BY 1",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def alarms(today: date | None = None) -> Iterator[str]:
    """Yield what is wrong: a month of the next two without a partition, and rows that no month took."""
    month = Month.of(today or timezone.now().astimezone(UTC).date())
    for table in TABLES:
        there = set(partitions_of(table))
        for each in (month, month.next, month.next.next):
            if f"{table}_{each}" not in there:
                yield f"{table} has no partition for {each.year}-{each.month:02}. Run manage.py audit_partitions."
        if f"{table}_rest" not in there:
            yield f"{table} has no partition for the rest. Run manage.py audit_partitions."
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM (SELECT FROM {table}_rest LIMIT 1000) r")  # noqa: S608 (a constant)
            if rows := cursor.fetchone()[0]:
                yield f"{table}_rest holds {rows} rows of months without a partition, or with a wrong clock."


def _values(table: str, month: Month) -> str:
    bounds = [each.start for each in (month, month.next)]
    shown = bounds if table == "billing_audit_repeat" else [first_id(each) for each in bounds]
    return f"FOR VALUES FROM ('{shown[0]}') TO ('{shown[1]}')"


def _guard(cursor: Any, partition: str) -> None:
    """Refuse TRUNCATE of the partition itself; the row triggers come from the table, and must fire always here too."""
    cursor.execute(
        f"CREATE TRIGGER {partition}_no_truncate BEFORE TRUNCATE ON {partition}"
        " FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse()"
    )
    cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [partition])
    for (name,) in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {partition} ENABLE ALWAYS TRIGGER {name}")
