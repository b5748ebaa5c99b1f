"""Making and dropping months of the audit log while others read it and write to it: nobody is delayed.

`make soak` measures how long readers and writers wait beside a long reader. `make test` runs the same for less time and
asserts no times; test_partitions.py and test_retention.py assert which locks are taken.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, Final

import pytest
from django.db import connection, transaction

from billing_audit.models import AuditEvent, AuditPart, AuditRepeat
from billing_audit.record import Actor, record, record_denial
from billing_audit.storage import partitions
from billing_audit.storage.partitions import MONTHS_AHEAD, TABLES, Month, first_id, make_partitions, partitions_of
from billing_audit.storage.retention import purge
from billing_audit.transparency.statements import StatementWriter
from tests.database_roles import make_roles

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
IS_LONG: Final = "ROUNDS" in os.environ
READERS: Final = 8 if IS_LONG else 2
WRITERS: Final = 2
LATE_ROWS: Final = 2000 if IS_LONG else 50
# In seconds.
LONG_READER: Final = 6.0 if IS_LONG else 0.5
UNDISTURBED: Final = 3.0 if IS_LONG else 0.2
# The promise, for an idle machine. On a busy one everybody waits, so it is added to the wait of undisturbed traffic.
LONGEST_WAIT: Final = 0.2


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
def running(*works: Callable[[], object], waits: list[float]) -> Iterator[None]:
    """Repeat each of these in a thread of its own. The time of each repetition goes to ``waits``, in seconds."""
    stop, faults = threading.Event(), []

    def repeat(work: Callable[[], object]) -> None:
        try:
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


@contextmanager
def traffic(what: str, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Read and write, first undisturbed, then during the block, and tell the longest waits of both.

    Under ``make soak`` it fails if the block makes anybody wait longer by LONGEST_WAIT.
    """
    times: dict[str, list[float]] = {"read": [], "write": []}
    with running(*[read_a_page] * READERS, waits=times["read"]), running(*[write] * WRITERS, waits=times["write"]):
        time.sleep(UNDISTURBED)
        before = {kind: max(waits, default=0.0) for kind, waits in times.items()}
        for waits in times.values():
            waits.clear()
        yield
        time.sleep(0.3)
    after = {kind: max(waits, default=0.0) for kind, waits in times.items()}
    with capsys.disabled():
        for kind, waits in times.items():
            figures = f"worst of {len(waits)} {after[kind]:.3f} s, undisturbed {before[kind]:.3f} s"
            sys.stdout.write(f"\n{what}, {kind}: {figures}")
    if IS_LONG:
        assert {kind for kind in times if after[kind] > before[kind] + LONGEST_WAIT} == set()


def read_a_page() -> None:
    events = list(AuditEvent.objects.filter(organization_id="o_1").order_by("-id").values_list("id", flat=True)[:50])
    AuditPart.objects.filter(event_id__in=events).count()
    AuditRepeat.objects.filter(first_event_id__in=events).count()


def write() -> None:
    with transaction.atomic():
        record("user.created", organization_id="o_1", actor=Actor("system", "tests"))
        record_denial("api_key.refused", organization_id="o_1", actor=Actor("anonymous"), reason_code="invalid_key")


def read_this_month() -> None:
    """Read a month alone: the transaction holds a lock on the partitioned table, but on no other partition."""
    AuditEvent.objects.filter(id__gte=first_id(datetime.now(UTC) - timedelta(minutes=1))).count()


@contextmanager
def reading_for_long(page: Callable[[], None] = read_a_page) -> Iterator[None]:
    """Hold a transaction open that has read the audit log."""
    is_reading = threading.Event()

    def read() -> None:
        with transaction.atomic():
            page()
            is_reading.set()
            time.sleep(LONG_READER)
        connection.close()

    reader = threading.Thread(target=read)
    reader.start()
    is_reading.wait(10)
    yield
    reader.join()


def test_a_month_is_made_while_others_read_and_write(
    as_owner: Callable[[Callable[[], Any]], Any],
    at: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(partitions, "MONTHS_AHEAD", MONTHS_AHEAD + 1)
    new = next(islice(Month.of(datetime.now(UTC)).and_following(), MONTHS_AHEAD + 1, None))
    with transaction.atomic():
        at(f"{new.name}-03", LATE_ROWS)
    with traffic("Making a month", capsys), reading_for_long():
        made = as_owner(make_partitions)
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
    with running(*[write] * WRITERS * 2, waits=writes):
        time.sleep(0.5)
        made = as_owner(make_partitions)
        time.sleep(0.2)
    assert set(made) == {f"{table}_{this}" for table in TABLES}
    assert AuditEvent.objects.filter(action="user.created").count() == len(writes)


@pytest.mark.parametrize("page", [read_a_page, read_this_month])
def test_a_month_is_purged_while_others_read_and_write(
    as_owner: Callable[[Callable[[], Any]], Any],
    at: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
    seal_events: Callable[[], int],
    statements: StatementWriter,
    page: Callable[[], None],
) -> None:
    """The rows go although a reader of another month is never through; the empty tables go at a later run."""
    as_owner(lambda: make_partitions(date(2025, 3, 1)))
    with transaction.atomic():
        at("2025-03-05", LATE_ROWS)
    seal_events()
    with traffic("Purging a month", capsys), reading_for_long(page):
        purged = as_owner(lambda: purge(timedelta(days=400), actor=Actor("system", "tests"), statements=statements))
    assert purged[0] == (Month(2025, 3), LATE_ROWS)
    assert not AuditEvent.objects.filter(id__lt=first_id(datetime(2025, 4, 1, tzinfo=UTC))).exists()
    as_owner(lambda: purge(timedelta(days=400), actor=Actor("system", "tests"), statements=statements))
    assert not [name for table in TABLES for name in partitions_of(table) if "_2025_" in name]


def test_no_request_is_denied_while_roles_get_their_rights(as_owner: Callable[[Callable[[], Any]], Any]) -> None:
    """A right too many, and one too few that nobody needs: the script changes both, once in each of its runs."""

    def change() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("GRANT DELETE ON billing_audit_event TO billing_access_app")
            cursor.execute("REVOKE SELECT ON billing_audit_statement FROM billing_access_app")
        with transaction.atomic():
            make_roles()

    served: list[float] = []
    with running(*[read_a_page] * 3, *[write] * 2, waits=served):
        for _ in range(20 if IS_LONG else 5):
            as_owner(change)
    assert len(served) > 5
