"""Real web servers on the database of the tests, started as `make run` starts its own."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from billing_access.routes import RATES
from dev.postgres_server import ends_with_starter
from dev.run import WEB_SERVER

GENEROUS_RATES = ",".join(f"{name}=10000" for name in RATES)


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class WebServer:
    """gunicorn with one process, and one connection to it that stays open. ``environ`` adds to its environment.

    ``code``: the folder whose code it runs, by the program that docs/operations.md names.
    """

    def __init__(
        self, log: Path, *options: str, bind: str | None = None, code: Path | None = None, **environ: str
    ) -> None:
        self.log, self.port = log, free_port()
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
        usual = {"DJANGO_SETTINGS_MODULE": "tests.server_settings", "RATE_LIMITS": GENEROUS_RATES, "ALLOWED_HOSTS": "*"}
        program = [sys.executable, "-m", *WEB_SERVER]
        if code is not None:
            program = [str(Path(sys.executable).with_name(WEB_SERVER[0])), *WEB_SERVER[1:]]
            # gunicorn starts a second master in the folder that this names, also if it is a link that has changed.
            environ["PWD"] = str(code)
        command = [
            *program,
            "--bind",
            bind or f"127.0.0.1:{self.port}",
            "--workers",
            "1",
            *options,
        ]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                command,
                cwd=code or settings.BASE_DIR,
                env={**os.environ, "DATABASE_URL": url.geturl(), **usual, **environ},
                stdout=output,
                stderr=output,
                preexec_fn=ends_with_starter(signal.SIGTERM),
            )
        self.master = self.process.pid
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
        return _children(self.master)

    def replace_master(self) -> None:
        """Start a second master, which inherits the sockets, and end the first, as docs/operations.md says."""
        before = set(self.processes())
        self.process.send_signal(signal.SIGUSR2)
        deadline, new = time.monotonic() + 60, 0
        while not new and time.monotonic() < deadline:
            # The second master is the child that has a child itself.
            new = next((each for each in self.processes() if each not in before and _children(each)), 0)
            time.sleep(0.05)
        assert new, self.log.read_text()
        self.process.terminate()
        self.process.wait(60)
        self.master = new

    def end(self) -> None:
        """Stop it."""
        self.connection.close()
        if self.master != self.process.pid:
            os.kill(self.master, signal.SIGTERM)
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def _children(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except FileNotFoundError:
        return []


@contextmanager
def asked_all_along(server: WebServer) -> Iterator[Counter[int]]:
    """Let four clients ask, over new connections, until the block ends; the statuses that they got, 0 for no answer."""
    seen, ends = Counter[int](), threading.Event()

    def ask() -> None:
        while not ends.is_set():
            seen[server.ask_once("/readyz", seconds=60)[0]] += 1

    clients = [threading.Thread(target=ask) for _ in range(4)]
    for each in clients:
        each.start()
    try:
        yield seen
    finally:
        ends.set()
        for each in clients:
            each.join()


def newer_code(folder: Path) -> Path:
    """Make a folder with the code of the site as a later release has it: with one more page, /newer."""
    code = folder / "newer"
    code.mkdir()
    for each in Path(settings.BASE_DIR).iterdir():
        if each.name != "config":
            (code / each.name).symlink_to(each)
    shutil.copytree(settings.BASE_DIR / "config", code / "config", ignore=shutil.ignore_patterns("__pycache__"))
    with (code / "config" / "urls.py").open("a") as urls:
        urls.write("\nfrom django.http import HttpResponse\n")
        urls.write("urlpatterns.append(path('newer', lambda request: HttpResponse('newer')))\n")
    return code


def upgrade(server: WebServer, current: Path, newer: Path) -> Counter[int]:
    """Let a link lead to newer code and a second master take over, as docs/operations.md says, while clients ask.

    Returns the statuses that they got.
    """
    assert server.ask_once("/newer")[0] == 404
    with asked_all_along(server) as seen:
        current.with_name("next").symlink_to(newer)
        current.with_name("next").rename(current)
        server.replace_master()
        deadline = time.monotonic() + 30
        while server.ask_once("/newer", seconds=60)[0] != 200 and time.monotonic() < deadline:
            time.sleep(0.1)
    server.connection.close()
    assert server.ask_once("/newer")[0] == 200
    return seen
