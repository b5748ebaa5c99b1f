"""Making and dropping months of the audit log while others read it and write to it: nobody is delayed.

`make soak` measures how long readers and writers wait, with a long reader. `make test` runs the same for less time, and
asserts no times; test_partition_locks.py asserts which locks are taken.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Final

import pytest
from django.db import connection, transaction

from billing_audit.models import AuditEvent, AuditPart, AuditRepeat
from billing_audit.record import Actor, record, record_denial
from billing_audit.storage import partitions
from billing_audit.storage.partitions import MONTHS_AHEAD, TABLES, Month, make_partitions, partitions_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
IS_LONG: Final = "ROUNDS" in os.environ
READERS: Final = 8 if IS_LONG else 2
WRITERS: Final = 2
LATE_ROWS: Final = 2000 if IS_LONG else 50
# In seconds.
LONG_READER: Final = 6.0 if IS_LONG else 0.5
# In milliseconds.
LONGEST_WAIT: Final = 200


@pytest.fixture
def as_owner(db: None) -> Callable[[Callable[[], Any]], Any]:
    """Call a function as the owner of the tables."""

    def call(work: Callable[[], Any]) -> Any:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            try:
                return work()
            finally:
                cursor.execute("SET ROLE billing_access_app")

    return call


@pytest.fixture(autouse=True)
def _same_partitions(as_owner: Callable[[Callable[[], Any]], Any]) -> Iterator[None]:
    """Drop the partitions that the test made: the other tests use this database too."""
    before = {name for table in TABLES for name in partitions_of(table)}
    yield

    def drop() -> None:
        with connection.cursor() as cursor:
            for name in {name for table in TABLES for name in partitions_of(table)} - before:
                cursor.execute(f"DROP TABLE {name}")

    as_owner(drop)


@contextmanager
def running(*works: Callable[[], object], waits: list[float], longest_wait: int = LONGEST_WAIT) -> Iterator[None]:
    """Repeat each of these in a thread of its own. The time of each repetition goes to ``waits``, in seconds.

    It fails if one waits for a lock longer than ``longest_wait`` ms, 0 for no limit.
    """
    stop, faults = threading.Event(), []

    def repeat(work: Callable[[], object]) -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"SET lock_timeout = {longest_wait}")
            while not stop.is_set():
                begun = time.perf_counter()
                work()
                waits.append(time.perf_counter() - begun)
                time.sleep(0.02)
        except Exception as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=repeat, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        assert faults == []


def read_a_page() -> None:
    events = list(AuditEvent.objects.filter(organization_id="o_1").order_by("-id").values_list("id", flat=True)[:50])
    AuditPart.objects.filter(event_id__in=events).count()
    AuditRepeat.objects.filter(first_event_id__in=events).count()


def write() -> None:
    with transaction.atomic():
        record("user.created", organization_id="o_1", actor=Actor("system", "tests"))
        record_denial("api_key.refused", organization_id="o_1", actor=Actor("anonymous"), reason_code="invalid_key")


@contextmanager
def reading_for_long() -> Iterator[None]:
    """Hold a transaction open that has read the audit log."""
    is_reading = threading.Event()

    def read() -> None:
        with transaction.atomic():
            read_a_page()
            is_reading.set()
            time.sleep(LONG_READER)
        connection.close()

    reader = threading.Thread(target=read)
    reader.start()
    is_reading.wait(10)
    yield
    reader.join()


def tell(what: str, reads: list[float], writes: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    figures = f"{len(reads)} reads, worst {max(reads):.3f} s; {len(writes)} writes, worst {max(writes):.3f} s"
    with capsys.disabled():
        sys.stdout.write(f"\n{what}: {figures}\n")


def test_a_month_is_made_while_others_read_and_write(
    as_owner: Callable[[Callable[[], Any]], Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(partitions, "MONTHS_AHEAD", MONTHS_AHEAD + 1)
    new = next(islice(Month.of(datetime.now(UTC)).and_following(), MONTHS_AHEAD + 1, None))
    late = int(new.start.timestamp() * 1e9)
    with monkeypatch.context() as patch, transaction.atomic():
        patch.setattr("billing_audit.record.time.time_ns", lambda: late)
        for _ in range(LATE_ROWS):
            record("user.created", organization_id="o_1", actor=Actor("system", "tests"))
    reads: list[float] = []
    writes: list[float] = []
    with running(*[read_a_page] * READERS, waits=reads), running(*[write] * WRITERS, waits=writes):
        with reading_for_long():
            made = as_owner(make_partitions)
        time.sleep(0.3)
    tell("Making a month in each table", reads, writes, capsys)
    assert made == [f"{table}_{new}" for table in TABLES]
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"SELECT count(*) FROM billing_audit_event_{new}")
        assert cursor.fetchone() == (LATE_ROWS,)
        cursor.execute("SET ROLE billing_access_app")


def test_no_write_fails_while_the_present_month_is_made(as_owner: Callable[[Callable[[], Any]], Any]) -> None:
    """As after months in which `audit_partitions` did not run: every write goes to the default partitions."""
    this = Month.of(datetime.now(UTC).date())

    def drop() -> None:
        with connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"DROP TABLE {table}_{this}")

    as_owner(drop)
    writes: list[float] = []
    with running(*[write] * WRITERS * 2, waits=writes, longest_wait=0):
        time.sleep(0.5)
        made = as_owner(make_partitions)
        time.sleep(0.2)
    assert set(made) == {f"{table}_{this}" for table in TABLES}
    assert AuditEvent.objects.filter(action="user.created").count() == len(writes)
