"""The check of a persistent connection: no question while it is quiet, and none that is gone passes."""

import time

import pytest
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
    try:
        assert client.get("/readyz").status_code == 200
    finally:
        connection.health_check_enabled = False
    assert connection.connection.info.backend_pid != before
