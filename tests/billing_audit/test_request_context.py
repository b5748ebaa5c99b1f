"""Where a request comes from: the connection or the header of the site's own proxies, never the client's claim."""

import http.client
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory

from billing_audit.request_context import _warn_of_forwarding, client_address, origin_of, plain_address
from dev.run import WEB_SERVER

CONNECTION = "198.51.100.9"
SPOOFED = [
    "203.0.113.7",
    "203.0.113.7, 10.0.0.1",
    "127.0.0.1",
    "::1",
    "[2001:db8::1]:443",
    "unknown",
    "",
    ",",
    "203.0.113.7\t",
    "for=203.0.113.7",
    "1" * 5000,
    "," * 5000,
]


@pytest.fixture
def address(configure) -> Callable[..., str]:
    """A function that returns a request's address, given X-Forwarded-For: ``address("1.2.3.4", proxies=1)``."""

    def read(forwarded: str | None, proxies: int = 0, connection: str = CONNECTION) -> str:
        configure(TRUSTED_PROXIES=proxies)
        headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
        return client_address(RequestFactory().get("/", headers=headers, REMOTE_ADDR=connection))

    return read


@pytest.mark.parametrize("header", SPOOFED)
def test_without_proxies_no_header_is_read(address, header):
    assert address(header) == CONNECTION


@pytest.mark.parametrize(
    ("proxies", "header", "warns"),
    [(0, None, 0), (0, "203.0.113.7", 1), (1, "203.0.113.7", 0), (1, None, 0), (2, "203.0.113.7", 1), (1, "me", 1)],
)
def test_it_warns_once_of_a_header_that_no_trusted_proxy_wrote(address, caplog, proxies, header, warns):
    _warn_of_forwarding.cache_clear()
    for _ in range(3):
        address(header, proxies)
    assert len(caplog.records) == warns
    if warns:
        assert f"TRUSTED_PROXIES={proxies}" in caplog.text
        assert "203.0.113.7" not in caplog.text


@pytest.mark.parametrize("name", ["Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"])
@pytest.mark.parametrize("proxies", [0, 1])
def test_no_other_header_is_read_ever(configure, name, proxies):
    configure(TRUSTED_PROXIES=proxies)
    request = RequestFactory().get("/", headers={name: "203.0.113.7"}, REMOTE_ADDR=CONNECTION)
    assert client_address(request) == CONNECTION


@pytest.mark.parametrize("header", SPOOFED)
@pytest.mark.parametrize(("proxies", "written"), [(1, "192.0.2.1"), (2, "192.0.2.1, 10.0.0.2")])
def test_what_a_client_wrote_left_of_the_proxies_changes_nothing(address, header, proxies, written):
    assert address(f"{header}, {written}", proxies) == "192.0.2.1"


@pytest.mark.parametrize("header", [None, "", "203.0.113.7", "203.0.113.7, 203.0.113.8"])
def test_with_fewer_entries_than_proxies_the_connection_counts(address, header):
    assert address(header, 3) == CONNECTION


@pytest.mark.parametrize(
    "entry",
    ["unknown", "_hidden", "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4:x", "1.2.3.4/32",
     "1.2.3.4:123456", "[1.2.3.4]", "[::1", "::1]", "[[::1]]", "[::1]x", "2001:db8::g", "\u0661.1.1.1", "localhost",
     "0x7f.1", "'1.2.3.4'"],
)  # fmt: skip
@pytest.mark.parametrize("proxies", [1, 2])
def test_an_entry_that_is_no_address_means_the_connection(address, entry, proxies):
    tail = ", 10.0.0.2" * (proxies - 1)
    assert address(f"203.0.113.7, {entry}{tail}", proxies) == CONNECTION


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("192.0.2.1", "192.0.2.1"),
        (" 192.0.2.1 ", "192.0.2.1"),
        ("192.0.2.1:8080", "192.0.2.1"),
        ("2001:DB8:0:0::1", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("[fe80::1%25eth0]:443", "fe80::1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("::FFFF:C000:201", "192.0.2.1"),
        ("[::ffff:192.0.2.1]:443", "192.0.2.1"),
    ],
)
def test_an_address_has_one_notation(address, written, plain):
    assert address(written, 1) == plain
    if "[" not in written and ":8080" not in written:
        assert address(None, 0, connection=written.strip()) == plain


@pytest.mark.parametrize("text", ["", " ", "%eth0", "192.0.2.256", "192.0.2.0/24", "example.com", "::1::"])
def test_a_text_that_is_no_address_has_no_plain_one(text):
    assert plain_address(text) == ""


@pytest.mark.parametrize("connection", ["", "/run/site.sock", "unix:"])
def test_a_connection_without_an_address_has_none(address, connection):
    assert address("203.0.113.7", 0, connection) == ""
    assert address("203.0.113.7", 1, connection) == "203.0.113.7"


def test_the_origin_carries_the_clients_address(configure):
    configure(TRUSTED_PROXIES=1)
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "1.1.1.1, 192.0.2.1"}, REMOTE_ADDR=CONNECTION)
    assert origin_of(request).address == "192.0.2.1"


_SITE = """
from django.conf import settings
settings.configure(BILLING_ACCESS={{"TRUSTED_PROXIES": {proxies}}})
from django.core.handlers.wsgi import WSGIRequest
from billing_audit.request_context import client_address

def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    request = WSGIRequest(environ)
    assert (request.path, request.META["SCRIPT_NAME"], request.META["PATH_INFO"]) == ("/", "", "/")
    return [client_address(request).encode()]
"""


@pytest.fixture(params=[0, 1])
def gunicorn(request, tmp_path) -> Iterator[tuple[int, int]]:
    """The documented web server with a view that returns the client's address; gives (port, trusted proxies)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "echo.py").write_text(_SITE.format(proxies=request.param))
    command = [sys.executable, "-m", *WEB_SERVER[:-1], "echo:application", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen([*command, "--pythonpath", str(tmp_path)], cwd=Path.cwd())
    try:
        _wait_for(port)
        yield port, request.param
    finally:
        server.terminate()
        server.wait(10)


def test_the_real_server_joins_repeated_headers_and_adds_no_belief_of_its_own(gunicorn):
    port, proxies = gunicorn
    spoofed = [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-For", "203.0.113.8")]
    written = [("X-Forwarded-For", "192.0.2.1")]
    underscored = [("X_Forwarded_For", "203.0.113.9"), ("X-Forwarded_For", "203.0.113.9")]
    foreign = [("X-Real-IP", "203.0.113.7"), ("Forwarded", "for=203.0.113.7"), ("REMOTE_ADDR", "203.0.113.7")]
    foreign += [("SCRIPT_NAME", "/elsewhere"), ("Script-Name", "/elsewhere"), ("PATH_INFO", "/elsewhere")]
    seen = [_ask(port, *headers) for headers in (spoofed, spoofed + written, written + underscored, foreign)]
    if proxies:
        assert seen == ["203.0.113.8", "192.0.2.1", "192.0.2.1", "127.0.0.1"]
    else:
        assert seen == ["127.0.0.1"] * 4


def _ask(port: int, *headers: tuple[str, str]) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("GET", "/")
    for name, value in headers:
        connection.putheader(name, value)
    connection.endheaders()
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def _wait_for(port: int) -> Any:
    for _ in range(200):
        try:
            return _ask(port)
        except OSError:
            time.sleep(0.05)
    raise AssertionError("gunicorn did not start")


def test_a_requests_id_rises_with_time_and_is_its_own(monkeypatch):
    """Increasing ids are inserted at the end of the index on them."""
    ids = []
    for second in range(1_795_000_000, 1_795_000_050):
        monkeypatch.setattr("billing_audit.request_context.time.time_ns", lambda second=second: second * 10**9)
        ids += [origin_of(RequestFactory().get("/")).request_id for _ in range(2)]
    assert all(re.fullmatch(r"req_[0-9a-f]{32}", each) for each in ids)
    assert len(set(ids)) == 100
    assert [each[:16] for each in ids] == sorted(each[:16] for each in ids)
    assert len({each[:16] for each in ids}) == 50
