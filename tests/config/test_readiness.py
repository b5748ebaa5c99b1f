"""/readyz names what keeps the process from serving, against real servers; /healthz says only that it answers."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from django.conf import settings as django_settings
from django.db import connection, connections
from django.db.backends.utils import CursorWrapper
from django.test import Client, override_settings

from config import readiness as module
from config.readiness import Readiness
from tests.poolers import PGBOUNCER, PgBouncer
from tests.web_servers import WebServer

pytestmark = pytest.mark.django_db(transaction=True)
needs_pgbouncer = pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not installed (.ci/run installs it)")


@pytest.fixture(autouse=True)
def readiness(monkeypatch: pytest.MonkeyPatch) -> Readiness:
    """Asks the database at every request of a test, and again after whatever the test changes."""
    monkeypatch.setattr(module, "_CHECK_EVERY_SECONDS", 0)
    module.readiness.forget()
    return module.readiness


def ask(path: str = "/readyz", **headers: str) -> tuple[int, str]:
    """Return the status and the part that is named."""
    answer = Client(raise_request_exception=False).get(path, headers=headers)
    return answer.status_code, answer.json().get("part", "")


@contextmanager
def changed(statement: str, back: str) -> Iterator[None]:
    """Change the database as its owner, and change it back."""
    url = psycopg.conninfo.make_conninfo(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"])
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(statement)
        try:
            yield
        finally:
            owner.execute("SET default_transaction_read_only = off")
            owner.execute(back)


def test_a_process_that_can_serve_is_ready() -> None:
    assert ask() == (200, "")


def test_a_read_only_database_is_named() -> None:
    name = connection.settings_dict["NAME"]
    with changed(
        f"ALTER DATABASE {name} SET default_transaction_read_only = on",
        f"ALTER DATABASE {name} RESET default_transaction_read_only",
    ):
        assert ask() == (503, "read_only")
        assert ask("/healthz") == (200, "")
    assert ask() == (200, "")


def test_a_migration_that_is_not_applied_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT app, name, applied FROM django_migrations WHERE app = 'billing_audit' ORDER BY id LIMIT 1"
        )
        app, name, applied = cursor.fetchone()
        cursor.execute("SELECT id FROM django_migrations WHERE app = %s AND name = %s", [app, name])
        (number,) = cursor.fetchone()
    with changed(
        f"DELETE FROM django_migrations WHERE id = {number}",
        f"INSERT INTO django_migrations VALUES ({number}, '{app}', '{name}', '{applied}')",
    ):
        answer = Client().get("/readyz")
        assert (answer.status_code, answer.json()["part"]) == (503, "migrations")
        assert f"{app}.{name}" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("right", "named"),
    [
        ("SELECT ON billing_run", "SELECT on billing_run"),
        ("EXECUTE ON PROCEDURE billing_audit_record", "EXECUTE on public.billing_audit_record"),
        ("SELECT ON django_migrations", "django_migrations"),
    ],
)
def test_a_right_that_the_role_lacks_is_named(right: str, named: str) -> None:
    with changed(f"REVOKE {right} FROM billing_access_app", f"GRANT {right} TO billing_access_app"):
        answer = Client().get("/readyz")
        assert (answer.status_code, answer.json()["part"]) == (503, "rights")
        assert named in answer.json()["detail"]


def test_an_empty_database_is_named() -> None:
    with through(dbname="postgres"):
        assert ask() == (503, "migrations")


def test_a_server_that_is_away_is_named() -> None:
    with through(host="127.0.0.1", port="1"):
        assert ask() == (503, "database")


@contextmanager
def through(**other: str) -> Iterator[None]:
    """Let new connections of other threads go to another server or database."""
    facts = connections.settings["default"]
    before = {name: facts[name] for name in ("HOST", "PORT", "NAME")}
    facts.update({{"host": "HOST", "port": "PORT", "dbname": "NAME"}[name]: value for name, value in other.items()})
    module.readiness = renewed = Readiness()
    try:
        yield
    finally:
        facts.update(before)
        renewed.forget()


@pytest.fixture
def pooler() -> Iterator[PgBouncer]:
    """PgBouncer before the tests' database."""
    started = PgBouncer().wait()
    yield started
    started.end()


@needs_pgbouncer
def test_a_server_that_takes_connections_and_never_answers_is_named_in_two_seconds(pooler: PgBouncer) -> None:
    with through(host="127.0.0.1", port=str(pooler.port)):
        assert ask() == (200, "")
        pooler.process.send_signal(signal.SIGSTOP)
        for _ in range(2):
            begun = time.monotonic()
            assert ask() == (503, "database")
            assert time.monotonic() - begun < 4
            assert ask("/healthz") == (200, "")


@needs_pgbouncer
def test_a_stopped_backend_keeps_no_process_from_being_ready_again(
    pooler: PgBouncer, tmp_path: Path, within: Any
) -> None:
    """As after a failover: what hangs is cut off, and the next question goes to a server that answers."""
    url = pooler.url(connection.settings_dict["USER"])
    server = WebServer(tmp_path / "log", DATABASE_URL=url, DATABASE_POOLING="transaction")
    try:
        assert server.wait().ask("/readyz").status == 200
        with psycopg.connect(url, autocommit=True) as client:
            (backend,) = client.execute("SELECT pg_backend_pid()").fetchone() or (0,)
        os.kill(backend, signal.SIGSTOP)
        time.sleep(1)  # until then the last answer counts
        try:
            status, seconds = server.ask_once("/readyz")
            assert (status, seconds < 4) == (503, True)
            assert server.ask_once("/healthz")[0] == 200
            assert within(20, lambda: server.ask_once("/readyz")[0] == 200), server.log.read_text()
        finally:
            os.kill(backend, signal.SIGCONT)
    finally:
        server.end()


def test_a_standby_is_named(standby: str) -> None:
    with through(host=standby, dbname="billing_access"):
        assert ask() == (503, "recovery")


def test_the_database_is_asked_one_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    executed: list[str] = []
    execute = CursorWrapper.execute

    def note(self: CursorWrapper, statement: str, *parameters: Any) -> Any:
        executed.append(statement)
        return execute(self, statement, *parameters)

    monkeypatch.setattr(CursorWrapper, "execute", note)
    assert ask() == (200, "")
    # The tests' own, on a new connection: the role, and the database's timeline.
    own = [each for each in executed if each.startswith("SET ROLE") or "pg_walfile_name" in each]
    assert [each for each in executed if each not in own] == [executed[-1]]


def test_the_database_is_asked_once_a_second_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(module, "_CHECK_EVERY_SECONDS", 1)
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    asked: list[float] = []
    monkeypatch.setattr(module, "_ask", lambda wrapper: asked.append(clock[0]))
    for clock[0] in (0.0, 0.4, 0.9, 1.0, 1.1, 1.9, 2.5):
        assert ask() == (200, "")
    assert asked == [0.0, 1.0, 2.5]


@override_settings(ALLOWED_HOSTS=["billing.example.com"], SECURE_SSL_REDIRECT=True)
def test_probes_are_answered_by_address_whatever_names_are_allowed() -> None:
    for path in ("/healthz", "/readyz"):
        assert ask(path, host="10.1.2.3:8000") == (200, "")
    assert Client().get("/docs", headers={"host": "10.1.2.3"}, secure=True).status_code == 400
    assert Client().get("/v1/key", headers={"host": "10.1.2.3"}, secure=True).status_code == 400


def test_readyz_answers_while_every_thread_of_the_server_waits(
    django_db_setup: None, tmp_path: Path, other: Any, make_key: Callable[..., Any]
) -> None:
    """The web server gives each probe a thread of its own."""
    server = WebServer(tmp_path / "log", WEB_THREADS="4", WORK_AT_ONCE="key=1000,organization=1000")
    url = psycopg.conninfo.make_conninfo(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"])
    try:
        server.wait()
        secret = make_key(other).secret
        with psycopg.connect(url) as owner:
            owner.execute("LOCK TABLE billing_api_key IN ACCESS EXCLUSIVE MODE")
            asking = [
                subprocess.Popen(
                    [sys.executable, "-c", _ASK, str(server.port), secret],
                    cwd=django_settings.BASE_DIR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )
                for _ in range(6)
            ]  # fmt: skip
            time.sleep(2)
            assert server.ask_once("/readyz") == (200, pytest.approx(2.5, abs=2.5))
        for each in asking:
            each.wait()
    finally:
        server.end()


_ASK = """
import http.client, sys
client = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=60)
client.request("GET", "/v1/billing/state", headers={"x-api-key": sys.argv[2]})
client.getresponse().read()
"""
