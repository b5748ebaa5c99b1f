"""Monthly partitions (UTC) of the audit log's tables: created ahead of time, and dropped whole after the retention.

Events and their parts are partitioned by the time in the event's id (uuid7), counts of denials by their minute. Rows
of a month without a partition go to the default partition, ``…_rest``, which should be empty. Only the owner of the
tables may create and drop partitions; the application's role may not.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice, takewhile
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from billing_audit.command_actor import command
from billing_audit.record import Json, record
from billing_audit.storage.table_locks import InUse, with_short_waits

MONTHS_AHEAD: Final = 3
# Partitions are to exist for so long ahead. That leaves about 60 runs of the daily command to make one in time.
SHORTEST_NOTICE: Final = timedelta(days=30)
# Moving so many rows of a month out of a default partition takes about 100 ms, during which readers wait.
MOST_MOVED: Final = 5000
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

    @property
    def name(self) -> str:
        return f"{self.year}-{self.month:02}"

    def and_following(self) -> "Iterator[Month]":
        """Yield this month and all later ones."""
        month = self
        while True:
            yield month
            month = month.next

    def __str__(self) -> str:
        return f"{self.year}_{self.month:02}"


def first_id(instant: datetime) -> uuid.UUID:
    """Return the lowest possible id (uuid7) of the instant's millisecond. Ids made before it are smaller.

    For an instant before 1970, which no id can hold, it is the lowest id of all.
    """
    return uuid.UUID(int=max(int(instant.timestamp() * 1000), 0) << 80)


def make_partitions(
    today: date | None = None, tables: Iterable[str] = TABLES, *, most_moved: int = MOST_MOVED
) -> list[str]:
    """Create the missing partitions of this month and the next three, and the default ones. Returns the new names.

    Rows of these months that lie in a default partition are moved, and an event in the platform's log says how many;
    a month with more than ``most_moved`` such rows is left out. A past month gets its partition too if the default
    partition has rows of it, unless every partition is younger.

    Each table has a transaction of its own, which delays no INSERT unless this month itself is missing, and no other
    statement by more than LOCK_TIMEOUT and 20 ms for 1,000 moved rows. Raises InUse for the tables that were in use at
    every attempt.
    """
    this = Month.of(today or timezone.now().astimezone(UTC).date())
    created, faults = [], []
    for table in tables:
        if _missing(table, this, most_moved):
            try:
                created += with_short_waits(partial(_make_missing, table, this, most_moved), [f"{table}_rest"])
            except InUse as error:
                faults.append(str(error))
    if faults:
        raise InUse("\n".join(faults))
    return created


def _missing(table: str, this: Month, most_moved: int) -> dict[str, Month | None]:
    """Return the partitions to be made by name, each with its month; None for the default one, which comes last."""
    existing, rest = partitions_of(table), f"{table}_rest"
    months = list(islice(this.and_following(), MONTHS_AHEAD + 1))
    if rest in existing:
        oldest = min(month_of(name) or this for name in existing)
        past = takewhile(lambda month: month < this, oldest.and_following())
        missing = [month for month in [*past, *months] if f"{table}_{month}" not in existing]
        late = {month: _count_late(table, month, most_moved + 1) for month in missing}
        months = [month for month in missing if late[month] <= most_moved and (late[month] or month >= this)]
    wanted = {f"{table}_{month}": month for month in months}
    return {name: month for name, month in {**wanted, rest: None}.items() if name not in existing}


def _make_missing(table: str, this: Month, most_moved: int) -> list[str]:
    """Create the missing partitions in the current transaction, and return their names.

    The locks: on the table, one that only conflicts with another change of the table; on its default partition, an
    exclusive one, as late as possible. ``CREATE TABLE ... PARTITION OF`` would lock the table exclusively, and
    everybody would wait.
    """
    rest = f"{table}_rest"
    # Rows of this month go to the default partition while the month has none. An INSERT that waits for that partition
    # would fail after ATTACH, so this lock lets INSERTs end first, and new ones wait.
    mode = "SHARE UPDATE EXCLUSIVE" if f"{table}_{this}" in partitions_of(table) else "SHARE ROW EXCLUSIVE"
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE ONLY {table} IN {mode} MODE")
        missing = _missing(table, this, most_moved)
        for name in missing:
            _create(cursor, table, name)
        if rest not in missing:
            cursor.execute(f"LOCK TABLE {rest} IN ACCESS EXCLUSIVE MODE")
        moved = {}
        for name, month in missing.items():
            if month and rest not in missing and _count_late(table, month, 1):
                moved[month] = _move(cursor, table, month)
            cursor.execute(f"ALTER TABLE {table} ATTACH PARTITION {name} {_values(table, month)}")
            fire_always(cursor, name)
    for month, rows in moved.items():
        details: dict[str, Json] = {"table": table, "month": month.name, "rows": rows}
        record("audit_log.rows_moved", organization_id=None, actor=command("audit_partitions"), details=details)
    return list(missing)


def _create(cursor: Any, table: str, name: str) -> None:
    """Create a table like the given one, which nobody but its owner may use or truncate.

    The roles of production reach it through the partitioned table, so rights that PostgreSQL gives on every new table
    (ALTER DEFAULT PRIVILEGES) are revoked: they would allow to write events with any time.
    """
    cursor.execute(
        f"CREATE TABLE {name} (LIKE {table} INCLUDING ALL); CREATE TRIGGER {name}_no_truncate BEFORE TRUNCATE ON {name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse()"
    )
    cursor.execute(
        "SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END"
        " FROM pg_class, aclexplode(relacl) WHERE oid = %s::regclass AND grantee <> relowner",
        [name],
    )
    for (role,) in cursor.fetchall():
        cursor.execute(f"REVOKE ALL ON {name} FROM {role}")


def _move(cursor: Any, table: str, month: Month) -> int:
    """Move the month's rows from the default partition, which is locked, to the month's table. Returns their number."""
    rest = f"{table}_rest"
    # The triggers refuse DELETE also to the owner.
    cursor.execute(f"ALTER TABLE {rest} DISABLE TRIGGER USER")
    cursor.execute(
        f"WITH moved AS (DELETE FROM {rest} WHERE {_condition(table)} RETURNING *)"  # noqa: S608 (names of tables)
        f" INSERT INTO {table}_{month} SELECT * FROM moved",
        _bounds(table, month),
    )
    rows = int(cursor.rowcount)
    fire_always(cursor, rest)
    return rows


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
    """Yield a message for each fault: a month of the next 30 days has no partition, or a default partition has rows."""
    first = today or timezone.now().astimezone(UTC).date()
    last = Month.of(first + SHORTEST_NOTICE)
    for table in TABLES:
        existing = partitions_of(table)
        for each in takewhile(lambda month: month <= last, Month.of(first).and_following()):
            if f"{table}_{each}" not in existing:
                yield f"{table} has no partition for {each.name}. Run manage.py audit_partitions."
        if f"{table}_rest" not in existing:
            yield f"{table} has no default partition. Run manage.py audit_partitions."
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM (SELECT FROM {table}_rest LIMIT {MOST_MOVED + 1}) r")  # noqa: S608
            rows = cursor.fetchone()[0]
        if rows > MOST_MOVED:
            advice = "Run manage.py audit_partitions --move-all when few read: they wait until the rows are moved."
            yield f"{table}_rest holds more than {MOST_MOVED} rows. {advice}"
        elif rows:
            yield f"{table}_rest holds {rows} rows: their months have no partition, or a clock was wrong."


def months_ahead(today: date | None = None) -> int:
    """Return how many months after this one have partitions of every table, without a gap; -1 if this one has not."""
    first = today or timezone.now().astimezone(UTC).date()
    existing = {name for table in TABLES for name in partitions_of(table)}
    months = takewhile(
        lambda month: all(f"{table}_{month}" in existing for table in TABLES), Month.of(first).and_following()
    )
    return sum(1 for _ in months) - 1


def month_of(partition: str) -> Month | None:
    """Return the month of a partition by its name, None for the default one."""
    match = re.search(r"_(\d{4})_(\d\d)$", partition)
    return Month(int(match[1]), int(match[2])) if match else None


def _bounds(table: str, month: Month) -> list[datetime] | list[uuid.UUID]:
    """Return the month's first value of the column that the table is partitioned by, and the next month's."""
    instants = [month.start, month.next.start]
    return instants if table == "billing_audit_repeat" else [first_id(each) for each in instants]


def _values(table: str, month: Month | None) -> str:
    return "FOR VALUES FROM ('{}') TO ('{}')".format(*_bounds(table, month)) if month else "DEFAULT"


def _condition(table: str) -> str:
    """Return the condition on a month's rows, whose parameters are its bounds."""
    column = {"billing_audit_event": "id", "billing_audit_repeat": "minute"}.get(table, "event_id")
    return f"{column} >= %s AND {column} < %s"


def _count_late(table: str, month: Month, limit: int) -> int:
    """Count the month's rows in the default partition, up to the limit."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM (SELECT FROM {table}_rest WHERE {_condition(table)} LIMIT {limit}) r",  # noqa: S608
            _bounds(table, month),
        )
        return int(cursor.fetchone()[0])


def fire_always(cursor: Any, partition: str) -> None:
    """Enable all triggers of a partition, also in a session with session_replication_role = replica."""
    cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [partition])
    for (name,) in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {partition} ENABLE ALWAYS TRIGGER {name}")
