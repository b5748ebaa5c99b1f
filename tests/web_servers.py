"""Real web servers on the database of the tests, started as `make run` starts its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from dev.postgres_server import ends_with_starter
from dev.run import WEB_SERVER

GENEROUS_RATES = "state=10000,usage=10000,key=10000,other=10000,failed_credentials=10000"


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class WebServer:
    """gunicorn with one process, and one connection to it that stays open. ``environ`` adds to its environment."""

    def __init__(self, log: Path, *options: str, bind: str | None = None, **environ: str) -> None:
        self.log, self.port = log, free_port()
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
        usual = {"DJANGO_SETTINGS_MODULE": "tests.server_settings", "RATE_LIMITS": GENEROUS_RATES, "ALLOWED_HOSTS": "*"}
        command = [
            sys.executable,
            "-m",
            *WEB_SERVER,
            "--bind",
            bind or f"127.0.0.1:{self.port}",
            "--workers",
            "1",
            *options,
        ]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                command,
                cwd=settings.BASE_DIR,
                env={**os.environ, "DATABASE_URL": url.geturl(), **usual, **environ},
                stdout=output,
                stderr=output,
                preexec_fn=ends_with_starter(signal.SIGTERM),
            )
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def wait(self) -> Self:
        """Wait until it answers."""
        for _ in range(600):
            assert self.process.poll() is None, self.log.read_text()
            try:
                # A proxy in front answers 502 until the site is there.
                if self.ask("/healthz").status == 200:
                    return self
            except (OSError, http.client.HTTPException):
                self.connection.close()
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def ask(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Any:
        """Send a request over the connection that stays open; return the answer, read, with its ``body``."""
        self.connection.request(method, path, headers=headers or {})
        answer: Any = self.connection.getresponse()
        answer.body = answer.read()
        return answer

    def ask_once(self, path: str, headers: dict[str, str] | None = None, seconds: float = 5) -> tuple[int, float]:
        """Send a request over a new connection; return the status, 0 without an answer, and the seconds it took."""
        begun = time.monotonic()
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            client.request("GET", path, headers=headers or {})
            answer = client.getresponse()
            answer.read()
            return answer.status, time.monotonic() - begun
        except (OSError, http.client.HTTPException):
            return 0, time.monotonic() - begun
        finally:
            client.close()

    def processes(self) -> list[int]:
        """Return the processes that serve."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(each) for each in children]

    def end(self) -> None:
        """Stop it."""
        self.connection.close()
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
