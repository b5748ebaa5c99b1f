"""A real PgBouncer in transaction mode, and a recorder of the statements that clients send to it."""

import os
import re
import shutil
import signal
import socket
import socketserver
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import quote

import psycopg
from django.db import connection

from dev.postgres_server import ends_with_starter
from tests.web_servers import free_port

PGBOUNCER: Final = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_NOBODY: Final = 65534
# What outlives the transaction in which it is sent: a pooler then gives it to another client.
SESSION_STATE: Final = re.compile(
    r"(^|;)\s*(SET\s+(?!LOCAL\b|TRANSACTION\b|CONSTRAINTS\b)|(RESET|LISTEN|UNLISTEN|DISCARD|LOAD|PREPARE|DEALLOCATE)\s+\S)"
    r"|\bset_config\s*\([^)]*,\s*false\s*\)|\bWITH\s+HOLD\b|\bpg_(try_)?advisory_(un)?lock"
    r"|\bCREATE\s+((LOCAL|GLOBAL)\s+)?TEMP(ORARY)?\b"
)
_HANDSHAKES: Final = frozenset({80877103, 80877104})  # requests for TLS and GSSAPI; the startup message follows


class PgBouncer:
    """PgBouncer with ``pool`` connections for each role, on a port of its own, before the database of the tests."""

    def __init__(self, *roles: str, pool: int = 2) -> None:
        self.port = free_port()
        facts = connection.settings_dict
        # Not below pytest's own folder, which another account cannot enter.
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        folder.chmod(0o755)
        users = folder / "users"
        users.write_text("".join(f'"{role}" ""\n' for role in (*roles, facts["USER"])))
        configuration = folder / "pgbouncer.ini"
        configuration.write_text(
            f"[databases]\n* = host={facts['HOST']} port={facts['PORT']}\n[pgbouncer]\n"
            f"listen_addr = 127.0.0.1\nlisten_port = {self.port}\nunix_socket_dir =\nauth_type = trust\n"
            f"auth_file = {users}\npool_mode = transaction\ndefault_pool_size = {pool}\nquery_wait_timeout = 20\n"
            "server_login_retry = 1\n"
        )
        # It refuses to run as root, and must enter the folder of the server's socket.
        self._account = Path(facts["HOST"]).stat().st_uid if facts["HOST"].startswith("/") else _NOBODY
        self._configuration, self._log = configuration, folder / "pgbouncer.log"
        self.start()

    def start(self) -> None:
        """Start it, also after it was killed."""
        assert PGBOUNCER
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [PGBOUNCER, str(self._configuration)], stdout=log, stderr=log,
                preexec_fn=ends_with_starter(signal.SIGTERM), user=self._account if os.geteuid() == 0 else None,
            )  # fmt: skip

    def wait(self) -> Self:
        """Wait until it takes connections."""
        for _ in range(100):
            assert self.process.poll() is None, self._log.read_text()
            try:
                psycopg.connect(self.url(connection.settings_dict["USER"]), connect_timeout=5).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return self
        raise AssertionError(f"PgBouncer did not start: {self._log.read_text()}")

    def url(self, role: str, port: int | None = None) -> str:
        """Return the DATABASE_URL with which a role connects through it, or through what listens on ``port``."""
        return f"postgresql://{quote(role)}@127.0.0.1:{port or self.port}/{connection.settings_dict['NAME']}"

    def end(self) -> None:
        """Stop it, also where it was stopped by SIGSTOP."""
        self.process.kill()
        self.process.wait()
        self._folder.cleanup()


class Recorder(socketserver.ThreadingTCPServer):
    """Passes the traffic of PostgreSQL's clients on to a port, and keeps every statement that they send."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, target: int) -> None:
        super().__init__(("127.0.0.1", 0), _Client)
        self.target, self.port = target, int(self.server_address[1])
        # Each with the name under which it is prepared; empty if it is not.
        self.statements: list[tuple[str, str]] = []
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def session_state(self) -> set[str]:
        """Return the statements whose effect outlives their transaction, each once."""
        return {text for name, text in self.statements if name or SESSION_STATE.search(text)}

    def end(self) -> None:
        """Stop it."""
        self.shutdown()
        self.server_close()


class _Client(socketserver.BaseRequestHandler):
    server: Recorder

    def handle(self) -> None:
        with socket.create_connection(("127.0.0.1", self.server.target)) as upstream:
            threading.Thread(target=_copy, args=(upstream, self.request), daemon=True).start()
            pending, has_begun = b"", False
            while data := _received(self.request):
                upstream.sendall(data)
                pending, has_begun = self._read(pending + data, has_begun)

    def _read(self, data: bytes, has_begun: bool) -> tuple[bytes, bool]:
        """Keep the statements among these bytes. Return the rest of them, and whether the startup message has come."""
        while len(data) >= (5 if has_begun else 8):
            size = int.from_bytes(data[1:5], "big") + 1 if has_begun else int.from_bytes(data[:4], "big")
            if len(data) < size:
                break
            message, data = data[:size], data[size:]
            if not has_begun:
                has_begun = int.from_bytes(message[4:8], "big") not in _HANDSHAKES
            elif message[:1] == b"Q":
                self.server.statements.append(("", message[5:-1].decode()))
            elif message[:1] == b"P":
                name, text, _ = message[5:].split(b"\0", 2)
                self.server.statements.append((name.decode(), text.decode()))
        return data, has_begun


def _received(source: Any) -> bytes:
    try:
        return bytes(source.recv(65536))
    except OSError:
        return b""


def _copy(source: Any, target: Any) -> None:
    while data := _received(source):
        try:
            target.sendall(data)
        except OSError:
            return
    try:
        target.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
