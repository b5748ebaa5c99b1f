"""Running an example as a person does: its file, a key in the environment, a server that answers."""

import io
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from billing_access.billing.operators import sync_organization

Example = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLES = settings.BASE_DIR / "examples"
CASES = Path(__file__).parents[2] / "cases"
# When the cases were written.
WRITTEN = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def database() -> str:
    """The address of the tests' database, as its owner."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


@pytest.fixture
def platform(acme: Any, other: Any, system: Any) -> None:
    """The two organizations with the platform's ids as external ids."""
    sync_organization(acme, external_id="o_7f3", actor=system)
    sync_organization(other, external_id="o_other", actor=system)


@pytest.fixture
def example(live_server: Any, tmp_path: Path) -> Example:
    """Run ``examples/<name>.py`` in an empty folder: ``example("daily_spike", secret, "--limit", "5")``."""

    def run(
        name: str, secret: str | None, *arguments: str, url: str | None = live_server.url
    ) -> subprocess.CompletedProcess[str]:
        given = {"BILLING_KEY": secret, "BILLING_URL": url}
        return subprocess.run(
            [sys.executable, EXAMPLES / f"{name}.py", *arguments],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"]} | {variable: value for variable, value in given.items() if value},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


class Described:
    """The lines in the scripts' descriptions, and a shell that runs them in an empty folder, with no standard input."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder = folder
        self._url = url

    def lines(self, name: str) -> list[str]:
        """Return the lines of a script's description."""
        text = (EXAMPLES / f"{name}.py").read_text().split('"""')[1]
        return re.findall(r"^    (.+)$", text, re.MULTILINE)

    def run(self, line: str, secret: str) -> subprocess.CompletedProcess[str]:
        """Run a line. Scripts, and programs in the folder, are found by their names."""
        path = f"{self._folder}:{EXAMPLES}:{os.environ['PATH']}"
        return subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=self._folder,
            env={"PATH": path, "BILLING_URL": self._url, "BILLING_KEY": secret},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture
def described(live_server: Any, tmp_path: Path) -> Described:
    """Run the lines of the scripts' descriptions against a live server."""
    return Described(tmp_path, live_server.url)


@pytest.fixture
def answering(example: Example) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run an example against a server that gives fixed answers: ``answering("name", {path: body}, "--option")``."""

    def run(name: str, bodies: dict[str, Any], *arguments: str) -> subprocess.CompletedProcess[str]:
        with _server(bodies) as url:
            return example(name, "bak_live_any", *arguments, url=url)

    return run


@contextmanager
def _server(bodies: dict[str, Any]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = bodies[self.path.partition("?")[0]]
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

        def log_message(self, *arguments: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def import_case(tmp_path: Path) -> Callable[..., timedelta]:
    """Import a case into Acme with its dates moved by whole days to what they were then; return by how much."""

    def run(name: str, through: datetime) -> timedelta:
        # A case is as old now as it was when it was written, and never in the future.
        moved = timedelta(days=(datetime.now(UTC) - WRITTEN).days)
        text = re.sub(r"\d{4}-\d\d-\d\dT[^,]+Z", lambda time: _moved(time[0], moved), (CASES / name).read_text())
        file = tmp_path / name
        file.write_text(text)
        complete = _moved(through.isoformat(), moved)
        out = io.StringIO()
        call_command("import_runs", str(file), "--organization", "acme", "--complete-through", complete, stdout=out)
        file.unlink()
        assert "complete until" in out.getvalue()
        return moved

    return run


def _moved(time: str, by: timedelta) -> str:
    return (datetime.fromisoformat(time) + by).isoformat()
