"""Eight hostile clients of one organization, all attacks at once: another organization is answered, and nothing leaks.

It takes 3 seconds, and ten minutes in `make soak`.
"""

import os
import random
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection

from billing_access.access.services import turn_on_billing_reads
from orgs import actors
from tests.slow_clients import CROWDS, EXPORT, write_long_log
from tests.web_servers import WebServer

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]
SECONDS = int(os.environ.get("ROUNDS", "5")) * 0.6
CLIENTS = 8
STATE, USAGE = "/v1/billing/state", "/v1/billing/usage"
RANGE = {"from": "2026-01-01T00:00:00Z", "to": "2026-03-01T00:00:00Z"}
DECLINED = {429, 503}


@pytest.fixture
def server(db: None, tmp_path: Path) -> Iterator[WebServer]:
    """The site's server, with the limits that it has unless somebody sets others."""
    started = WebServer(tmp_path / "log", LOG_LEVEL="ERROR")
    try:
        yield started.wait()
    finally:
        started.end()


class Hostile(threading.Thread):
    """Sends what harms most until ``ends`` is set, and keeps up to 20 sockets open that dawdle."""

    def __init__(self, server: WebServer, key: str, session: str, ends: threading.Event, seed: int) -> None:
        super().__init__()
        self.server, self.key, self.ends, self.random = server, key, ends, random.Random(seed)
        self.export = f"GET {EXPORT} HTTP/1.1\r\nHost: localhost\r\nCookie: session={session}\r\n\r\n".encode()
        self.sockets: list[socket.socket] = []
        self.failure: Exception | None = None

    def run(self) -> None:
        try:
            while not self.ends.is_set():
                self.random.choice([self.tags, self.dawdle, self.dawdle, self.upload, self.guess, self.dribble])()
                # More whole requests than the machine can answer are a flood, which this does not try.
                self.ends.wait(0.5)
        except Exception as error:
            self.failure = error
        for each in self.sockets:
            each.close()

    def tags(self) -> None:
        """Filters that match nothing, over all runs, and more of them than are allowed."""
        for number in (1, 10, 250):
            query = urlencode([*RANGE.items(), *(("tag", f"county:{each}-none") for each in range(number))])
            self.server.ask_once(f"{USAGE}?{query}", {"x-api-key": self.key}, 60)

    def dawdle(self) -> None:
        """A request that never ends, or an export that is never read."""
        beginnings = [parameters.values[0] for parameters in CROWDS]
        while len(self.sockets) >= 20:
            self.sockets.pop(0).close()
        self.send(self.random.choice([*beginnings, self.export]), keep=True)

    def dribble(self) -> None:
        for each in list(self.sockets):
            try:
                each.send(b"a")
            except OSError:
                self.sockets.remove(each)

    def upload(self) -> None:
        """Bodies that are too large, with and without a length, given up half-way."""
        head = b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\n"
        self.send(head + b"Content-Length: 1900000\r\n\r\n" + b"a" * self.random.randrange(1_900_000))
        self.send(head + b"Transfer-Encoding: chunked\r\n\r\nffffff\r\n" + b"a" * self.random.randrange(3_000_000))

    def guess(self) -> None:
        """Malformed keys, and an answer that nobody waits for."""
        self.server.ask_once(STATE, {"x-api-key": "x" * 50}, 60)
        self.send(f"GET {STATE} HTTP/1.1\r\nHost: localhost\r\nx-api-key: {self.key}\r\n\r\n".encode())

    def send(self, data: bytes, keep: bool = False) -> None:
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(5)
        try:
            client.connect(("127.0.0.1", self.server.port))
            client.sendall(data)
        except OSError:
            keep = False
        if keep:
            self.sockets.append(client)
        else:
            client.close()


def hang(backend: int) -> None:
    """Stop a process of PostgreSQL for 2 seconds, so that the statement of its connection hangs."""
    os.kill(backend, signal.SIGSTOP)
    time.sleep(2)
    os.kill(backend, signal.SIGCONT)


def _backends() -> list[int]:
    """Return the backends of other connections to the database of the tests."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )
        return [pid for (pid,) in cursor.fetchall()]


def _held(server: WebServer) -> dict[str, int]:
    """Count what the server's process holds."""
    (process,) = server.processes()
    places = {"threads": Path(f"/proc/{process}/task"), "files": Path(f"/proc/{process}/fd")}
    return {name: len(list(place.iterdir())) for name, place in places.items()} | {"backends": len(_backends())}


def _together(count: int, ask: Callable[[], int]) -> Counter[int]:
    """Ask so many times at once; count the statuses."""
    statuses: Counter[int] = Counter()
    threads = [threading.Thread(target=lambda: statuses.update([ask()])) for _ in range(count)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return statuses


def test_another_organization_is_answered_and_nothing_leaks(
    server: WebServer, acme: Any, other: Any, make_key: Any, alice: Any, charlie: Any, sign_in: Any, within: Any
) -> None:
    write_long_log(acme)
    turn_on_billing_reads(acme, actor=actors.command("tests"))
    key, honest = make_key(acme).secret, make_key(other).secret
    sessions = [sign_in(each).cookies[settings.SESSION_COOKIE_NAME].value for each in (alice, charlie)]
    usage = f"{USAGE}?{urlencode(RANGE)}"
    asked: list[tuple[str, dict[str, str]]] = [
        ("/healthz", {}),
        (STATE, {"x-api-key": honest}),
        (usage, {"x-api-key": honest}),
        ("/o/other/overview/", {"Cookie": f"session={sessions[1]}"}),
    ]
    for path, headers in asked:
        assert server.ask_once(path, headers, 60)[0] == 200, path
    # Every thread has answered once, so that nothing but a leak is added later.
    _together(40, lambda: server.ask_once(STATE, {"x-api-key": honest}, 60)[0])
    before, ends = _held(server), threading.Event()
    crowd = [Hostile(server, key, sessions[0], ends, seed) for seed in range(CLIENTS)]
    for each in crowd:
        each.start()
    seen: list[tuple[str, int, float]] = []
    hanging: list[threading.Thread] = []
    try:
        end, next_hang = time.monotonic() + SECONDS, time.monotonic() + 1
        while time.monotonic() < end:
            seen += [(path, *server.ask_once(path, headers, 20)) for path, headers in asked]
            if time.monotonic() > next_hang:
                hanging.append(threading.Thread(target=hang, args=[random.choice(_backends())]))
                hanging[-1].start()
                next_hang = time.monotonic() + 60
            time.sleep(0.1)
    finally:
        ends.set()
        for each in [*crowd, *hanging]:
            each.join()
    assert [each.failure for each in crowd] == [None] * CLIENTS
    _are_answered(seen)
    assert within(90, lambda: all(_held(server)[name] <= held + 2 for name, held in before.items())), (
        before,
        _held(server),
    )
    # The last exports end when their threads next try to send.
    assert within(90, lambda: _together(4, lambda: server.ask_once(STATE, {"x-api-key": key}, 60)[0]) == {200: 4})
    export = {"Cookie": f"session={sessions[0]}"}
    assert within(90, lambda: _together(2, lambda: server.ask_once(EXPORT, export, 60)[0]) == {200: 2})


def _are_answered(seen: list[tuple[str, int, float]]) -> None:
    """Assert that nothing failed, that few were declined, and that /healthz was never and the others seldom late."""
    failed = [each for each in seen if each[1] not in {200, *DECLINED}]
    assert not failed
    declined = [each for each in seen if each[1] in DECLINED]
    assert len(declined) <= len(seen) / 20, declined
    late = [each for each in seen if each[2] > 1]
    assert len(late) <= max(len(seen) / 20, 1), late
