"""A receiver of webhooks in a process of its own: it keeps every request, and answers as the path says.

``/ok`` answers 204, ``/slow/SECONDS`` the same after so long, ``/status/500`` with that status, ``/later/SECONDS`` with
429 and ``Retry-After``, ``/hang`` never, and ``/challenge`` as a challenge wants it. With a database's URL it also
looks, before it answers, whether that has the event of what it gets.
"""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psycopg

# Among the newest: the event is committed a moment before the request.
_RECORDED = """
SELECT count(*) FROM (SELECT body FROM billing_audit_event ORDER BY id DESC LIMIT 300) newest WHERE body LIKE %s
"""


class Receiver:
    """A running receiver."""

    def __init__(self, port: int) -> None:
        self.port = port

    def url(self, path: str = "/ok") -> str:
        """Return the URL of this path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def requests(self) -> list[dict[str, Any]]:
        """Return what has come in so far, in order: path, headers, body, and how many events told of it."""
        with urllib.request.urlopen(self.url("/requests"), timeout=30) as answer:
            found: list[dict[str, Any]] = json.loads(answer.read())
        return found


@contextmanager
def receiver(database_url: str = "") -> Iterator[Receiver]:
    """Run a receiver inside the block."""
    command = [sys.executable, str(Path(__file__)), database_url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield Receiver(int(process.stdout.readline()))
        finally:
            process.kill()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    kept: list[dict[str, Any]] = []
    database: psycopg.Connection[Any] | None = None

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        body = self.rfile.read(length).decode()
        if len(body.encode()) < length:  # the sender was killed meanwhile
            self.close_connection = True
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        found = {"path": self.path, "headers": headers, "body": body, "recorded": self._recorded(headers)}
        self.kept.append(found)
        kind, _, argument = self.path.removeprefix("/").partition("/")
        if kind == "hang":
            time.sleep(3600)
        if kind == "slow":
            time.sleep(float(argument))
        answer = b""
        if kind == "challenge":
            answer = json.dumps({"challenge": json.loads(body)["data"]["challenge"]}).encode()
        status = {"status": argument, "later": 429}.get(kind, 200 if answer else 204)
        self._answer(int(status), answer, argument if kind == "later" else "")

    def do_GET(self) -> None:
        self._answer(200, json.dumps(self.kept).encode())

    def _answer(self, status: int, body: bytes, retry_after: str = "") -> None:
        self.send_response(status)
        if retry_after:
            self.send_header("retry-after", retry_after)
        if status != 204:
            self.send_header("content-length", str(len(body)))
        self.send_header("connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _recorded(self, headers: dict[str, str]) -> int | None:
        if self.database is None:
            return None
        # Threads take turns on one connection.
        row = self.database.execute(_RECORDED, [f"%{headers['webhook-id'].removeprefix('msg_')}%"]).fetchone()
        return row[0] if row else 0

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a sender that was killed while it waited for the answer."""


if __name__ == "__main__":
    if sys.argv[1]:
        _Handler.database = psycopg.connect(sys.argv[1], autocommit=True)
    server = _Server(("127.0.0.1", 0), _Handler)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()
