"""The log as JSON, and faults that repeat: an object a line, with ids and no secret; a traceback once a minute."""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse

from billing_audit.request_context import RequestIdMiddleware, note_key_id
from config import repeated_faults
from config.access_log import AccessLogMiddleware
from config.json_lines import JsonFormatter
from config.log_lines import JsonLineFormatter, LineFormatter

LOGGER = logging.getLogger("tests.json")


@pytest.fixture
def written() -> Iterator[Callable[[logging.Formatter], list[str]]]:
    """Collect what a formatter makes of all records from now on."""
    handlers: list[logging.Handler] = []

    def collect(formatter: logging.Formatter) -> list[str]:
        lines: list[str] = []
        handler = logging.Handler()
        handler.setFormatter(formatter)
        handler.emit = lambda record: lines.append(handler.format(record))  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)
        handlers.append(handler)
        return lines

    yield collect
    for each in handlers:
        logging.getLogger().removeHandler(each)


@pytest.fixture
def lines(written: Any) -> list[str]:
    """The lines of the site's log with LOG_FORMAT=json."""
    configured = settings.LOGGING["formatters"]["json"]
    assert configured == {"()": "config.log_lines.JsonLineFormatter"}
    return written(JsonLineFormatter())  # type: ignore[no-any-return]


@pytest.fixture
def texts(written: Any) -> list[str]:
    """The lines of the site's log with LOG_FORMAT=text."""
    configured = settings.LOGGING["formatters"]["line"]
    return written(LineFormatter(configured["format"], style=configured["style"]))  # type: ignore[no-any-return]


@pytest.mark.django_db
def test_a_request_of_a_key_is_one_object(acme, make_key, opt_in, api, lines, texts) -> None:
    opt_in(acme)
    issued = make_key(acme)
    answer = api("/v1/runs/none", issued.secret, headers={"x-request-id": "from-the-proxy-1"})
    (line,) = [line for line in lines if "config.access_log" in line]
    told = json.loads(line)
    seconds, time = told.pop("seconds"), told.pop("time")
    assert 0 < seconds < 60
    assert time.endswith("Z")
    assert told == {
        "level": "INFO", "logger": "config.access_log", "request_id": answer.headers["X-Request-ID"],
        "message": told["message"], "method": "GET", "route": "/v1/runs/<billing_run_id:run_id>", "status": 404,
        "key_id": str(issued.key.pk), "client_request_id": "from-the-proxy-1",
    }  # fmt: skip
    (text,) = [line for line in texts if "config.access_log" in line]
    assert f"404 {told['message'].split()[3]} s key_id={issued.key.pk} client_request_id=from-the-proxy-1" in text
    assert answer.headers["X-Request-ID"] != "from-the-proxy-1"


@pytest.mark.django_db
def test_the_key_of_one_request_is_not_the_next_ones(acme, make_key, opt_in, api, lines) -> None:
    opt_in(acme)
    issued = make_key(acme)
    api("/v1/key", issued.secret)
    api("/v1/key")
    # Outside of requests another test of this process may have left a key: not this one.
    LOGGER.warning("outside")
    told = [json.loads(line) for line in lines if "access_log" in line or "outside" in line]
    assert [each.get("key_id") == str(issued.key.pk) for each in told] == [True, False, False]
    assert "key_id" not in told[1]


def test_every_line_of_a_request_has_its_id_and_its_key(lines, rf) -> None:
    key_id = "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b"

    def view(request: Any) -> HttpResponse:
        note_key_id(key_id)  # type: ignore[arg-type]
        LOGGER.warning("inside")
        return HttpResponse()

    answer = RequestIdMiddleware(AccessLogMiddleware(view))(rf.get("/"))
    told = [json.loads(line) for line in lines]
    assert [each["request_id"] for each in told] == [answer.headers["X-Request-ID"]] * 2
    assert [each["key_id"] for each in told] == [key_id] * 2


@pytest.mark.parametrize(
    "sent",
    [
        "a b", "a\nb", "a\x1bb", "ü", "a" * 101, "", 'a"b', "a\u2028b", "a\\b",
        f"bak_live_{'0' * 49}", f"x-bak_live_{'0' * 49}", "the-presented-key",
    ],
)  # fmt: skip
def test_what_is_no_id_or_is_a_key_is_left_out(lines, texts, rf, sent) -> None:
    headers = {"X-Request-ID": sent, "Authorization": "Bearer the-presented-key"}
    request = rf.get("/", headers=headers)
    AccessLogMiddleware(lambda _: HttpResponse())(request)
    assert "client_request_id" not in json.loads(lines[0])
    assert "client_request_id" not in texts[0]


@pytest.mark.parametrize("made_by", [JsonLineFormatter, JsonFormatter])
@pytest.mark.parametrize("said", ["\x1b[2J", "a\nb", "\x85", "\u2028", "\x00", "\u202e", '"}\n{"level": "INFO"'])
def test_what_a_client_writes_cannot_forge_a_line(written, made_by, said) -> None:
    lines = written(made_by())
    LOGGER.warning("said %s", said)
    try:
        raise ValueError(said)
    except ValueError:
        LOGGER.exception("failed")
    assert len(lines) == 2
    assert all(line.isprintable() and line.isascii() for line in lines)
    assert json.loads(lines[0])["message"] == f"said {said}"
    assert json.loads(lines[1])["traceback"].startswith("Traceback")


def fail(error: type[Exception] = ValueError) -> None:
    try:
        raise error("it failed")
    except error:
        LOGGER.exception("the answer was 500")


def test_a_fault_that_repeats_has_its_traceback_once_a_minute_and_is_counted(lines, texts, monkeypatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(repeated_faults.time, "monotonic", lambda: now[0])
    for _ in range(3):
        fail()
    assert [json.loads(line).get("repeats") for line in lines] == [None, 1, 2]
    assert ["traceback" in json.loads(line) for line in lines] == [True, False, False]
    assert ["\n  | Traceback" in text for text in texts] == [True, False, False]
    assert texts[2].endswith("the answer was 500 (ValueError again, 2 since its traceback)")
    now[0] += 61
    fail()
    assert "traceback" in json.loads(lines[3])
    fail()
    assert json.loads(lines[4])["repeats"] == 1


def test_another_fault_and_another_place_have_their_own_traceback(lines) -> None:
    fail()
    fail(KeyError)
    (fail)()
    try:
        raise ValueError("elsewhere")
    except ValueError:
        LOGGER.exception("elsewhere")
    assert ["traceback" in json.loads(line) for line in lines] == [True, True, False, True]


@pytest.mark.django_db
def test_the_line_of_a_refusal_has_the_route_and_no_token(client, lines) -> None:
    client.get("/invitations/a-token-that-is-worth-something/")
    assert len(lines) == 2
    assert "a-token" not in "".join(lines)


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["billing_access.access.decision._select", "billing_audit.record._call"])
def test_no_line_of_a_failing_request_has_the_keys_secret(
    acme, make_key, opt_in, api, lines, monkeypatch, place
) -> None:
    opt_in(acme)
    secret = str(make_key(acme).secret)
    monkeypatch.setattr(place, lambda *_, **__: 1 / 0)
    for name in ("x-api-key", "authorization"):
        sent = {name: secret if name == "x-api-key" else f"Bearer {secret}", "x-request-id": secret}
        assert api("/v1/billing/state", headers=sent).status_code == 500
    told = "".join(lines)
    assert "ZeroDivisionError" in told
    assert secret[12:-4] not in told
