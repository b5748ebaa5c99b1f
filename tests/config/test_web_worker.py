"""The web server fails no request when it is restarted, is replaced when killed, and cuts off slow clients."""

import contextlib
import http.client
import os
import runpy
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from billing_audit.models import AuditEvent
from dev.run import WEB_SERVER
from tests.slow_clients import EXPORT, write_long_log
from tests.web_servers import WebServer, newer_code, upgrade

pytestmark = pytest.mark.django_db(transaction=True)
FORM = b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"


@pytest.fixture(scope="module")
def serve(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., WebServer]]:
    """Start a web server; it ends after the tests of this module."""
    started: list[WebServer] = []

    def start(*options: str) -> WebServer:
        started.append(WebServer(tmp_path_factory.mktemp("server") / "log", *options))
        return started[-1].wait()

    yield start
    for each in started:
        each.end()


@pytest.fixture(scope="module")
def server(serve: Callable[..., WebServer]) -> WebServer:
    """The site's server."""
    return serve()


@pytest.fixture(scope="module")
def impatient(serve: Callable[..., WebServer]) -> WebServer:
    """The site's server, which waits 2 seconds for a client."""
    return serve("--worker-class", "tests.impatient_worker.ImpatientWorker")


@pytest.fixture
def connect() -> Iterator[Callable[[WebServer], socket.socket]]:
    """Open a connection, which is closed after the test."""
    opened: list[socket.socket] = []

    def open_it(server: WebServer) -> socket.socket:
        client = socket.create_connection(("127.0.0.1", server.port), timeout=60)
        opened.append(client)
        return client

    yield open_it
    for each in opened:
        each.close()


def answer_to(client: socket.socket) -> int:
    """Read the answer; return its status, 0 if the server closed the connection without one."""
    answer = http.client.HTTPResponse(client)
    try:
        answer.begin()
        answer.read()
    except (OSError, http.client.HTTPException):
        return 0
    return answer.status


@pytest.mark.parametrize("keeps_its_connection", [False, True])
def test_a_restart_fails_no_request(server: WebServer, within: Any, keeps_its_connection: bool) -> None:
    before, seen, ends = server.processes(), Counter[object](), threading.Event()

    def ask() -> None:
        client = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        while not ends.is_set():
            try:
                client.request("GET", "/readyz")
                answer = client.getresponse()
                answer.read()
                seen[answer.status] += 1
            except (OSError, http.client.HTTPException) as error:
                seen[repr(error)] += 1
                client.close()
            if not keeps_its_connection:
                client.close()
        client.close()

    clients = [threading.Thread(target=ask) for _ in range(4)]
    for each in clients:
        each.start()
    try:
        assert within(30, lambda: seen[200] > 20)
        server.process.send_signal(signal.SIGHUP)
        assert within(60, lambda: server.processes() and not set(before) & set(server.processes()))
    finally:
        ends.set()
        for each in clients:
            each.join()
    assert set(seen) == {200}, seen


@pytest.mark.soak
def test_an_upgrade_of_the_code_fails_no_request(django_db_setup: None, tmp_path: Path) -> None:
    current = tmp_path / "current"
    current.symlink_to(settings.BASE_DIR)
    server = WebServer(tmp_path / "log", code=current)
    try:
        seen = upgrade(server.wait(), current, newer_code(tmp_path))
    finally:
        server.end()
    assert set(seen) == {200}, seen


def test_a_request_that_has_begun_is_answered_by_a_process_that_ends(
    server: WebServer, connect: Callable[[WebServer], socket.socket], within: Any
) -> None:
    (before,) = server.processes()
    client = connect(server)
    client.sendall(FORM + b"Content-Length: 9\r\n\r\nlogin")
    assert server.ask_once("/healthz")[0] == 200
    server.process.send_signal(signal.SIGHUP)
    assert within(60, lambda: len(server.processes()) == 2)
    time.sleep(1)
    client.sendall(b"=a&b")
    assert answer_to(client) in {200, 403}
    assert within(60, lambda: before not in server.processes())


def test_a_killed_process_is_replaced_and_who_connects_meanwhile_is_answered(server: WebServer) -> None:
    (before,) = server.processes()
    os.kill(before, signal.SIGKILL)
    assert server.ask_once("/healthz", seconds=60)[0] == 200
    assert before not in server.processes()


def test_a_process_whose_master_was_killed_waits_for_nobody(
    serve: Callable[..., WebServer], connect: Callable[[WebServer], socket.socket], within: Any
) -> None:
    server = serve()
    (process,) = server.processes()
    connect(server).sendall(FORM + b"Content-Length: 9\r\n\r\nlogin")
    server.process.kill()
    assert within(15, lambda: not Path(f"/proc/{process}").exists())


@pytest.mark.parametrize(
    ("beginning", "more"),
    [
        pytest.param(b"GET /healthz HTTP/1.1\r\nX-Slow: ", b"a", id="headers"),
        pytest.param(FORM + b"Content-Length: 1000\r\n\r\n", b"a", id="a body"),
        pytest.param(FORM + b"Transfer-Encoding: chunked\r\n\r\nfff\r\n", b"a", id="a chunk"),
    ],
)
def test_who_sends_a_request_too_slowly_is_cut_off(
    impatient: WebServer, connect: Callable[[WebServer], socket.socket], within: Any, beginning: bytes, more: bytes
) -> None:
    client = connect(impatient)
    client.sendall(beginning)

    def is_cut_off() -> bool:
        try:
            client.sendall(more)
            time.sleep(0.2)
            client.setblocking(False)
            return client.recv(100) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True
        finally:
            client.setblocking(True)

    assert within(20, is_cut_off)
    assert impatient.ask_once("/healthz")[0] == 200


def test_who_does_not_read_an_export_is_cut_off_and_the_export_ends(
    impatient: WebServer,
    connect: Callable[[WebServer], socket.socket],
    acme: Any,
    alice: Any,
    sign_in: Any,
    within: Any,
) -> None:
    write_long_log(acme)
    session = sign_in(alice).cookies[settings.SESSION_COOKIE_NAME].value
    request = f"GET {EXPORT} HTTP/1.1\r\nHost: localhost\r\nCookie: session={session}\r\n\r\n".encode()
    for _ in range(2):
        connect(impatient).sendall(request)
    assert within(20, lambda: AuditEvent.objects.filter(action="audit_log.export_begun").count() == 2)
    third = connect(impatient)
    third.sendall(request)
    assert answer_to(third) == 429
    assert within(30, lambda: AuditEvent.objects.filter(action="audit_log.export_ended").count() == 2)

    def answer() -> int:
        client = connect(impatient)
        client.sendall(request)
        return answer_to(client)

    # The slots come back when their threads are free, a moment after the end is recorded.
    assert within(10, lambda: answer() == 200)


def test_a_body_stays_in_memory_and_too_large_a_one_is_413(
    server: WebServer, connect: Callable[[WebServer], socket.socket]
) -> None:
    (process,) = server.processes()
    before = _files(process)
    client = connect(server)
    client.sendall(FORM + b"Content-Length: 2000000\r\n\r\n" + b"a" * 1_999_999)
    time.sleep(1)
    assert _files(process) <= before
    client.sendall(b"a")
    assert answer_to(client) == 413


@pytest.mark.parametrize("path", ["/sign-in/", "/v1/billing/state"])
@pytest.mark.parametrize("size", [1_500_000, 5_000_000])
def test_chunks_without_a_length_over_the_limit_are_413(
    server: WebServer, connect: Callable[[WebServer], socket.socket], path: str, size: int
) -> None:
    client = connect(server)
    client.sendall(
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{size:x}\r\n".encode()
    )
    with contextlib.suppress(OSError):  # the server may answer, and close, before it has read all
        client.sendall(b"a" * size + b"\r\n0\r\n\r\n")
    assert answer_to(client) == 413


REFUSED = "WEB_THREADS: {!r} is not accepted. Accepted: a whole number from 4 to 1000."


def test_a_malformed_number_of_threads_stops_the_start_with_what_is_accepted() -> None:
    command = [sys.executable, "-m", *WEB_SERVER, "--check-config"]
    environ = {**os.environ, "WEB_THREADS": "many"}
    ended = subprocess.run(command, cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (1, REFUSED.format("many"))


@pytest.mark.parametrize("threads", ["3", "1001", "-8", "4.5"])
def test_each_malformed_number_of_threads_is_refused(threads: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_THREADS", threads)
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(settings.BASE_DIR / "config" / "web_server.py"))
    assert ended.value.code == REFUSED.format(threads)


def _files(process: int) -> set[str]:
    """Return the files that a process has open."""
    opened = {os.readlink(each) for each in Path(f"/proc/{process}/fd").iterdir() if each.is_symlink()}
    return {each for each in opened if each.startswith("/")}
