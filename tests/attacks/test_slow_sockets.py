"""Slow clients take no thread: while a hundred sockets dawdle, /healthz and other organizations are answered.

Each attack runs against a real server, for 3 seconds, and for two minutes in `make soak`: ten minutes for all five.
"""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from billing_access.access.services import IssuedKey
from tests.slow_clients import CROWDS, EXPORT, STATE, hold, write_long_log
from tests.web_servers import WebServer

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The site's server. One organization may have all threads, so that the server alone is tried."""
    started = WebServer(tmp_path_factory.mktemp("server") / "log", WORK_AT_ONCE="key=1000,organization=1000")
    try:
        yield started.wait()
    finally:
        started.end()


@pytest.fixture
def honest(other: Any, make_key: Any) -> IssuedKey:
    """A key of an organization that attacks nobody."""
    return make_key(other)


@pytest.mark.parametrize(("beginning", "dribbles"), CROWDS)
def test_others_are_answered_while_a_hundred_sockets(
    server: WebServer, honest: IssuedKey, beginning: bytes, dribbles: bool
) -> None:
    hold(server, beginning, dribbles, honest.secret)


def test_others_are_answered_while_a_hundred_sockets_do_not_read_an_export(
    server: WebServer, honest: IssuedKey, acme: Any, alice: Any, sign_in: Any
) -> None:
    write_long_log(acme)
    session = sign_in(alice).cookies[settings.SESSION_COOKIE_NAME].value
    beginning = f"GET {EXPORT} HTTP/1.1\r\nHost: localhost\r\nCookie: session={session}\r\n\r\n".encode()
    hold(server, beginning, False, honest.secret)


def test_others_are_answered_after_exports_that_fit_into_the_server_and_are_not_read(
    tmp_path: Path, honest: IssuedKey, acme: Any, alice: Any, sign_in: Any
) -> None:
    """The end of such an export waits for its client in a thread, although the site has made all of it."""
    write_long_log(acme)
    session = sign_in(alice).cookies[settings.SESSION_COOKIE_NAME].value
    server = WebServer(tmp_path / "log")
    unread = []
    try:
        server.wait()
        for _ in range(20):
            client = socket.create_connection(("127.0.0.1", server.port), timeout=5)
            unread.append(client)
            client.sendall(f"GET {EXPORT} HTTP/1.1\r\nHost: localhost\r\nCookie: session={session}\r\n\r\n".encode())
            assert client.recv(12).startswith(b"HTTP/1.1 ")
            time.sleep(0.2)
        assert server.ask_once(STATE, {"x-api-key": honest.secret}, 20)[0] == 200
    finally:
        for client in unread:
            client.close()
        server.end()
