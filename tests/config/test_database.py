"""A persistent connection: its health check, which sends no query while the socket is quiet, and reading times."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.backends.postgresql import base

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
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32  # it is looked up
    try:
        assert client.get("/").status_code == 302
    finally:
        connection.health_check_enabled = False
    assert connection.connection.info.backend_pid != before


@pytest.mark.parametrize("name", [None, "held"])
@pytest.mark.parametrize("zone", [UTC, ZoneInfo("Asia/Kathmandu")])
def test_times_are_what_django_reads(persistent, zone, name):
    """Also for extreme values, and in a session of another time zone."""
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
