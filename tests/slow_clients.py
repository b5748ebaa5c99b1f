"""A hundred sockets that dawdle, and the measure of what others notice of them."""

import os
import socket
import time
from typing import Any

import pytest

from billing_audit.record import Target, record
from orgs import actors
from tests.web_servers import WebServer

# Two minutes for each attack with ROUNDS=1000.
SECONDS = 2.4 + int(os.environ.get("ROUNDS", "5")) * 0.12
SOCKETS = 100
SYSTEM = actors.command("tests")
STATE = "/v1/billing/state"
EXPORT = "/o/acme/audit-log/export.ndjson"
WITHIN = 1.0
# What each socket of a crowd sends first, and whether it then sends one byte after the other.
CROWDS = [
    pytest.param(b"", False, id="idle"),
    pytest.param(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", True, id="dribble headers"),
    pytest.param(
        b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 100000\r\n\r\n",
        True,
        id="dribble a body",
    ),
    pytest.param(
        b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n1000\r\n",
        True,
        id="dribble a chunk",
    ),
]


class Crowd:
    """A hundred sockets that have sent the beginning of a request and then, at each ``step``, one byte more."""

    def __init__(self, port: int, beginning: bytes, dribbles: bool) -> None:
        self.dribbles = dribbles
        self.sockets = [self._open(port, beginning) for _ in range(SOCKETS)]

    def _open(self, port: int, beginning: bytes) -> socket.socket:
        opened = socket.socket()
        # Little room for answers, so that a client that does not read stops the server soon.
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        opened.settimeout(5)
        opened.connect(("127.0.0.1", port))
        opened.sendall(beginning)
        return opened

    def step(self) -> None:
        for each in self.sockets if self.dribbles else []:
            try:
                each.send(b"a")
            except OSError:  # the server has cut it off, and it comes again
                self.sockets.remove(each)

    def leave(self) -> None:
        for each in self.sockets:
            each.close()


def hold(server: WebServer, beginning: bytes, dribbles: bool, secret: str) -> None:
    """Have a crowd come, come again when it was cut off, and assert that others are answered throughout."""
    crowd = Crowd(server.port, beginning, dribbles)
    took: list[float] = []
    try:
        for _ in range(3):
            assert server.ask_once("/healthz")[0] == 200
        # A crowd may be a hundred whole requests, which are answered first.
        assert server.ask_once(STATE, {"x-api-key": secret}, 60)[0] == 200
        end, renewal = time.monotonic() + SECONDS, time.monotonic() + 90
        while time.monotonic() < end:
            crowd.step()
            for path, headers in (("/healthz", {}), (STATE, {"x-api-key": secret})):
                status, seconds = server.ask_once(path, headers)
                assert status == 200, f"{path} was answered {status} after {seconds:.1f} s"
                took.append(seconds)
            if time.monotonic() > renewal:
                crowd.leave()
                crowd, renewal = Crowd(server.port, beginning, dribbles), time.monotonic() + 90
            time.sleep(0.2)
    finally:
        crowd.leave()
    late = [each for each in took if each > WITHIN]
    # The machine itself may be busy for a moment; a thread that is taken would be missing for all of the time.
    assert len(late) <= len(took) / 20, f"{len(late)} of {len(took)} took more than a second, at most {max(late):.1f} s"


def write_long_log(acme: Any) -> None:
    """Make an audit log of Acme whose export is larger than what sockets and the server hold."""
    for number in range(120):
        record(
            "billing_reads.enabled",
            organization_id=acme.public_id,
            actor=SYSTEM,
            target=Target("organization", acme.public_id, acme.name),
            details={"reason": f"{number} " + "x" * 100_000},
        )
