"""`make check` audits the runtime lock where the advisory service answers, and says when it does not."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from dev import audit_lock

LOCK = """\
attrs==26.1.0 \\
    --hash=sha256:0000
django==5.2.19 ; python_version >= "3.11" \\
    --hash=sha256:1111
psycopg-binary==3.3.9
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock of three packages."""
    file = tmp_path / "requirements.lock"
    file.write_text(LOCK)
    return file


@pytest.fixture
def service() -> Iterator[Callable[[Any], tuple[str, list[Any]]]]:
    """Start an advisory service with this answer; return its URL and the list of what it was asked."""
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Any) -> tuple[str, list[Any]]:
        asked: list[Any] = []

        class Service(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/", asked

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_vulnerable_version_fails_and_is_named(lock: Path, service: Any, capsys: Any) -> None:
    url, asked = service({"results": [{}, {"vulns": [{"id": "PYSEC-2026-1"}, {"id": "GHSA-x"}]}, {}]})
    assert audit_lock.main(lock, url) == 1
    assert "django 5.2.19: PYSEC-2026-1, GHSA-x" in capsys.readouterr().out
    assert asked[0]["queries"][1] == {"package": {"ecosystem": "PyPI", "name": "django"}, "version": "5.2.19"}
    assert len(asked[0]["queries"]) == 3


def test_a_clean_lock_passes(lock: Path, service: Any, capsys: Any) -> None:
    assert audit_lock.main(lock, service({"results": [{}, {}, {}]})[0]) == 0
    assert "no known vulnerability in 3 packages" in capsys.readouterr().out


@pytest.mark.parametrize("answer", [b"<html>", b"\xff", {}, [], {"results": [{}]}, {"results": [{}, None, {}]}])
def test_an_answer_that_is_none_is_no_audit(lock: Path, service: Any, capsys: Any, answer: Any) -> None:
    assert audit_lock.main(lock, service(answer)[0]) == 0
    assert "is not audited" in capsys.readouterr().out


def test_without_a_network_it_says_so_at_once(lock: Path, capsys: Any) -> None:
    assert audit_lock.main(lock, "http://127.0.0.1:1/") == 0
    assert "is not audited: http://127.0.0.1:1/ did not answer" in capsys.readouterr().out


def test_a_service_that_never_answers_costs_the_budget(lock: Path, capsys: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        start = time.monotonic()
        assert audit_lock.main(lock, f"http://127.0.0.1:{silent.getsockname()[1]}/", 0.5) == 0
    assert time.monotonic() - start < 5
    assert "is not audited" in capsys.readouterr().out


def test_the_real_lock_is_read_in_whole() -> None:
    lines = audit_lock.LOCK.read_text().splitlines()
    pinned = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert len(audit_lock._PINNED.findall(audit_lock.LOCK.read_text())) == len(pinned) > 20


def test_make_check_runs_it() -> None:
    assert "-m dev.audit_lock" in (Path(settings.BASE_DIR) / "Makefile").read_text()
