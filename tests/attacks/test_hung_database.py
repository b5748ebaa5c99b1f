"""A database that does not answer at all: requests end with 503, others fail at once, /healthz answers throughout."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from config.database import base
from config.database.watchdog import REST_SECONDS, Watchdog

pytestmark = pytest.mark.django_db(transaction=True)
STATE = "/v1/billing/state"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Watchdog:
    """A watchdog that waits a second."""
    watchdog = Watchdog(1.0)
    monkeypatch.setattr("config.middleware.watchdog", watchdog)
    monkeypatch.setattr(base, "watchdog", watchdog)
    return watchdog


@pytest.fixture
def stop_backend() -> Iterator[Any]:
    """Stop the process of PostgreSQL that serves a connection, which then ignores its own time limits.

    It goes on after the test.
    """
    stopped: list[int] = []

    def stop(backend: int) -> None:
        stopped.append(backend)
        os.kill(backend, signal.SIGSTOP)

    yield stop
    for backend in stopped:
        os.kill(backend, signal.SIGCONT)


class Reader(threading.Thread):
    """Reads the state once over a connection of its own, whose backend is stopped in between."""

    def __init__(self, secret: str, stop_backend: Any) -> None:
        super().__init__()
        self.secret, self.stop_backend = secret, stop_backend
        self.status, self.seconds = 0, 0.0
        self.is_stopped = threading.Event()

    def run(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 500; SELECT pg_backend_pid()")
            cursor.nextset()
            (backend,) = cursor.fetchone()
        self.stop_backend(backend)
        self.is_stopped.set()
        begun = time.monotonic()
        answer = Client().get(STATE, headers={"x-api-key": self.secret})
        self.status, self.seconds = answer.status_code, time.monotonic() - begun
        connection.close()


def test_a_request_to_a_stopped_backend_ends_with_503_and_healthz_answers_throughout(
    acme: Any, opt_in: Any, make_key: Any, api: Any, impatient: Watchdog, stop_backend: Any
) -> None:
    opt_in(acme)
    assert api("/healthz").status_code == 200  # the first request imports every view
    reader = Reader(make_key(acme).secret, stop_backend)
    reader.start()
    assert reader.is_stopped.wait(30)
    while reader.is_alive():
        begun = time.monotonic()
        assert Client().get("/healthz").status_code == 200
        assert time.monotonic() - begun < 1
        time.sleep(0.05)
    assert reader.status == 503
    assert 1 <= reader.seconds < 6


def test_others_fail_at_once_for_a_second_and_then_are_served(
    acme: Any, opt_in: Any, make_key: Any, api: Any, impatient: Watchdog, stop_backend: Any, within: Any
) -> None:
    opt_in(acme)
    secret = make_key(acme).secret
    reader = Reader(secret, stop_backend)
    reader.start()
    reader.join(30)
    assert impatient.rests
    for path in (STATE, "/v1/key", "/readyz"):
        answer = api(path, secret)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5"), path
    assert Client().get("/healthz").status_code == 200
    assert within(REST_SECONDS + 1, lambda: not impatient.rests)
    assert api(STATE, secret).status_code == 200


def test_a_slow_answer_of_many_statements_is_left_alone(
    acme: Any, alice: Any, sign_in: Any, impatient: Watchdog
) -> None:
    with impatient.watching():
        for _ in range(8):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(0.3)")
        time.sleep(1.5)
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    assert not impatient.rests
