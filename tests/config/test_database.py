"""A persistent connection: its check, its times, and statements that are sent and not waited for."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import DataError, OperationalError, connection, connections
from django.db.backends.postgresql import base
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def persistent():
    other = connections.create_connection("default")
    other.ensure_connection()
    yield other
    other.close()


def end_on_the_server(other):
    with connections.create_connection("default").cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT pg_terminate_backend(%s)", [other.connection.info.backend_pid])
        cursor.db.close()
    time.sleep(0.2)


def test_a_quiet_connection_is_not_asked(persistent, monkeypatch):
    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", lambda self: pytest.fail("the server was asked"))
    assert persistent.is_usable()


def test_a_connection_that_the_server_ended_is_not_usable(persistent):
    end_on_the_server(persistent)
    assert not persistent.is_usable()


def test_after_an_error_the_server_is_asked(persistent, monkeypatch):
    asked = []
    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", lambda self: asked.append(self) or True)
    persistent.errors_occurred = True
    assert persistent.is_usable()
    assert asked


def test_a_request_after_the_server_ended_its_connection_is_answered(client):
    connection.ensure_connection()
    before = connection.connection.info.backend_pid
    end_on_the_server(connection)
    connection.health_check_enabled, connection.health_check_done = True, False
    try:
        assert client.get("/readyz").status_code == 200
    finally:
        connection.health_check_enabled = False
    assert connection.connection.info.backend_pid != before


@pytest.fixture
def held(persistent):
    """An advisory lock that another session has: waiting for it is a statement that has not ended."""
    with connections.create_connection("default").cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(7)")
        yield lambda: cursor.execute("SELECT pg_advisory_unlock(7)")
        cursor.db.close()
    with persistent.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock_all()")


@pytest.mark.parametrize("times", [0, 5, 6])
def test_a_statement_is_worked_on_while_the_block_goes_on_and_ends_with_it(persistent, held, times):
    """Whether it was never sent before, is to be prepared, or is prepared already."""
    statement = "SELECT pg_advisory_lock(%s::int)"
    with persistent.cursor() as cursor:
        cursor.execute("SET statement_timeout = '20s'")
        for _ in range(times):
            cursor.execute(statement, [8])
    with persistent.sending() as cursor:
        cursor.execute(statement, [7])
        held()
    with persistent.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND granted")
        assert cursor.fetchone() == (1,)


def test_a_statement_that_was_sent_is_seen_and_counted(persistent):
    with CaptureQueriesContext(persistent) as seen, persistent.sending() as cursor:
        cursor.execute("SELECT %s::int", [7])
    assert [query["sql"] for query in seen.captured_queries] == ["SELECT 7::int"]


def send(other, statement, meanwhile):
    with other.sending() as cursor:
        cursor.execute(statement)
        meanwhile()


def fail():
    raise LookupError


@pytest.mark.parametrize("meanwhile", [list, fail])
def test_the_error_of_a_statement_that_was_sent_is_raised_where_the_block_ends(persistent, meanwhile):
    with pytest.raises(DataError, match="division by zero"):
        send(persistent, "SELECT 1 / 0", meanwhile)
    with persistent.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_a_blocks_own_error_ends_no_statement_that_was_sent(persistent):
    with pytest.raises(LookupError):
        send(persistent, "SELECT set_config('billing_access.test', 'done', false)", fail)
    with persistent.cursor() as cursor:
        cursor.execute("SELECT current_setting('billing_access.test')")
        assert cursor.fetchone() == ("done",)


def test_no_other_statement_is_sent_before_the_first_has_ended(persistent):
    with pytest.raises(OperationalError, match="already in progress"):
        send(persistent, "SELECT 1", lambda: persistent.cursor().execute("SELECT 2"))
    assert persistent.is_usable()


def test_a_statement_whose_connection_ended_meanwhile_is_an_error(persistent):
    with pytest.raises(OperationalError):
        send(persistent, "SELECT pg_sleep(20)", lambda: end_on_the_server(persistent))


def test_a_statement_that_cannot_be_sent_is_an_error_at_once(persistent):
    persistent.connection.close()
    with pytest.raises(OperationalError):
        send(persistent, "SELECT 1", lambda: pytest.fail("it was not sent"))


@pytest.mark.parametrize("name", [None, "held"])
@pytest.mark.parametrize("zone", [UTC, ZoneInfo("Asia/Kathmandu")])
def test_times_are_what_django_reads(persistent, zone, name):
    """The shortest, the longest and the furthest, in a session of whatever zone."""
    times = [
        "0001-01-01 00:00:00+00",
        "1969-12-31 23:59:59.9+00",
        "2026-11-23 22:10:00.000001+05:45",
        "9999-12-01 00:00+00",
    ]
    django = base.DatabaseWrapper(persistent.settings_dict, "default")
    found = []
    for other in (persistent, django):
        other.ensure_connection()
        other.timezone_name, other.timezone = str(zone), zone
        other.ensure_timezone()
        other.set_autocommit(False)
        cursor = other.create_cursor(name)
        cursor.execute("SELECT * FROM unnest(%s::timestamptz[])", [times])
        found.append([(row[0], row[0].utcoffset(), row[0].tzinfo) for row in cursor.fetchall()])
        cursor.close()
        other.connection.rollback()
    django.close()
    assert found[0] == found[1]
    assert found[0][2][0] == datetime(2026, 11, 23, 16, 25, 0, 1, tzinfo=UTC)
