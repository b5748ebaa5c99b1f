"""No token of a link and no raw control character stands in a log; each line has the id of its request."""

import logging
import re
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client

from billing_audit.request_context import RequestIdMiddleware
from config.access_log import AccessLogMiddleware
from config.log_lines import LineFormatter
from tests.web_servers import WebServer

LINE = re.compile(r"^\S+ \S+ [A-Z]+ (?:req_[0-9a-f]{32}|-) \S+ |^  \| ")
TOKEN = "a-token-that-is-worth-something"
LINKS = [
    f"/invitations/{TOKEN}/",
    f"/sign-in/password/reset/key/1-{TOKEN}/",
    f"/no-such-page/{TOKEN}/",
    f"/v1/runs/{TOKEN}",
]


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Collect the lines that the site's own handler writes."""
    written: list[str] = []
    configured = settings.LOGGING["formatters"]["line"]
    handler = logging.Handler()
    handler.setFormatter(LineFormatter(configured["format"], style=configured["style"]))
    handler.emit = lambda record: written.append(handler.format(record))  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.mark.django_db(transaction=True)
def test_the_servers_log_has_the_route_of_a_link_and_no_token(tmp_path: Any) -> None:
    server = WebServer(tmp_path / "log", LOG_LEVEL="DEBUG").wait()
    try:
        for path in LINKS:
            answer = server.ask(path)
            request_id = answer.headers["X-Request-ID"]
            written = server.log.read_text()
            # The access log's line, and Django's about a refusal.
            assert len(re.findall(f"{request_id} (?:config.access_log|django.request) ", written)) == 2
            server.ask(path, method="POST")
        server.ask("/static/" + TOKEN)
        server.ask(f"/sign-in/?next={TOKEN}", {"User-Agent": TOKEN, "Referer": f"http://localhost/{TOKEN}"})
    finally:
        server.end()
    log = server.log.read_text()
    assert TOKEN not in log
    assert "GET /invitations/<str:token>/ 404" in log
    assert not [line for line in log.splitlines() if not LINE.match(line)]


@pytest.mark.django_db
@pytest.mark.parametrize("path", LINKS)
@pytest.mark.parametrize("error", [None, DatabaseError, RuntimeError])
def test_no_line_about_a_failing_request_has_the_token(
    lines: list[str], monkeypatch: pytest.MonkeyPatch, path: str, error: type[Exception] | None
) -> None:
    def fail(*_: object, **__: object) -> None:
        assert error is not None
        raise error("it failed")

    if error:
        monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", fail)
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    client.get(path)
    client.post(path, headers={"origin": "https://elsewhere.example"})
    assert lines
    assert not [line for line in lines if TOKEN in line]


@pytest.mark.parametrize("written", ["\x1b[2J", "a\nb", "a\r\nb", "\x85", "\u2028", "\x00", "\u202e", "\x9b1m"])
def test_what_a_client_writes_cannot_forge_a_line_or_control_a_terminal(lines: list[str], written: str) -> None:
    logger = logging.getLogger("tests")
    logger.warning("said %s", written)
    try:
        raise ValueError(f"{written}\n2026-01-01 INFO - forged")
    except ValueError:
        logger.exception("failed: %s", written)
    assert len(lines) == 2
    for line in "\n".join(lines).split("\n"):
        assert line.isprintable()
        assert LINE.match(line), line


@pytest.mark.django_db
def test_a_line_within_a_request_has_its_id(lines: list[str], rf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def view(request: Any) -> HttpResponse:
        logging.getLogger("somewhere").warning("inside")
        return StreamingHttpResponse(iter([b"a"])) if request.path == "/stream" else HttpResponse("a")  # type: ignore[return-value]

    site = RequestIdMiddleware(AccessLogMiddleware(view))
    for path in ("/", "/stream"):
        lines.clear()
        response = site(rf.get(path))
        response.close()
        assert [response.headers["X-Request-ID"] in line for line in lines] == [True, True]
    logging.getLogger("somewhere").warning("outside")
    assert " - somewhere outside" in lines[-1]


@pytest.mark.django_db
def test_a_stream_that_fails_is_logged_with_its_route(lines: list[str], rf: Any) -> None:
    def parts() -> Any:
        yield b"a"
        raise RuntimeError("it broke")

    response = AccessLogMiddleware(lambda _: StreamingHttpResponse(parts()))(rf.get("/secret"))  # type: ignore[arg-type, return-value]
    with pytest.raises(RuntimeError):
        list(response)
    response.close()
    assert "ended half-way" in lines[0]
    assert "it broke" in lines[0]
    assert "secret" not in "".join(lines)
