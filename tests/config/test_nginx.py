"""The site behind the documented nginx (deploy/nginx): slow clients, addresses, closed paths, bodies and a restart."""

import http.client
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings as django_settings

from billing_access.access.services import IssuedKey
from billing_access.api.body_limit import BODY_LIMIT
from billing_audit.models import AuditEvent, AuditPart
from config import web_worker
from config.database.watchdog import BUDGET_SECONDS
from tests.nginx import DOCUMENTED, NGINX, STAFF, configured, running, without_tls
from tests.slow_clients import CROWDS, EXPORT, hold, write_long_log
from tests.web_servers import WebServer, asked_all_along, free_port, newer_code, upgrade

pytestmark = [
    pytest.mark.soak,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed (.ci/run installs it)"),
]


class Echo(BaseHTTPRequestHandler):
    """Answers with the headers of the request, a line each."""

    def do_GET(self) -> None:
        """Answer."""
        text = str(self.headers).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *args: object) -> None:
        """Print nothing."""


@contextmanager
def echo() -> Iterator[int]:
    """Run a server that shows what nginx sends to the site; yield its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as shows:
        threading.Thread(target=shows.serve_forever, daemon=True).start()
        yield shows.server_port
        shows.shutdown()


@pytest.fixture(scope="module")
def server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The site behind nginx."""
    with echo() as port, behind_nginx(tmp_path_factory.mktemp("nginx"), echo=port) as started:
        yield started


@contextmanager
def behind_nginx(folder: Path, code: Path | None = None, echo: int = 9) -> Iterator[WebServer]:
    """The site on a socket of the machine, and nginx in front of it on the server's port."""
    more = {"TRUSTED_PROXIES": "1", "WORK_AT_ONCE": "key=1000,organization=1000"}
    site = WebServer(folder / "log", bind=f"unix:{folder}/web.sock", code=code, **more)
    site.port = site.connection.port = free_port()
    try:
        with running(folder, without_tls(folder, site.port, echo)):
            try:
                yield site.wait()
            finally:
                site.end()
    finally:
        site.process.kill()


@pytest.mark.parametrize(("beginning", "dribbles"), CROWDS)
def test_others_are_answered_while_a_hundred_sockets(
    server: WebServer, other: Any, make_key: Any, beginning: bytes, dribbles: bool
) -> None:
    hold(server, beginning, dribbles, make_key(other).secret)


def test_others_are_answered_while_a_hundred_sockets_do_not_read_an_export(
    server: WebServer, acme: Any, other: Any, make_key: Any, alice: Any, sign_in: Any
) -> None:
    write_long_log(acme)
    session = sign_in(alice).cookies[django_settings.SESSION_COOKIE_NAME].value
    beginning = f"GET {EXPORT} HTTP/1.1\r\nHost: localhost\r\nCookie: session={session}\r\n\r\n".encode()
    hold(server, beginning, False, make_key(other).secret)


def test_the_address_is_the_clients_and_no_header_of_its_own_counts(
    server: WebServer, other: Any, make_key: Any
) -> None:
    issued: IssuedKey = make_key(other)
    spoofed = {"X-Forwarded-For": "203.0.113.7", "X_Forwarded_For": "203.0.113.8", "X-Real-IP": "203.0.113.9"}
    answer = server.ask("/v1/billing/state", {"x-api-key": issued.secret, **spoofed, "SCRIPT_NAME": "/x"})
    assert answer.status == 200
    event = AuditEvent.objects.get(request_id=answer.headers["X-Request-ID"])
    part = AuditPart.objects.get(event_id=event.pk, kind="personal")
    assert part.data["address"] == "127.0.0.1"


def test_a_restart_fails_no_request(server: WebServer, within: Any) -> None:
    before = server.processes()
    with asked_all_along(server) as seen:
        server.process.send_signal(signal.SIGHUP)
        assert within(60, lambda: server.processes() and not set(before) & set(server.processes()))
        time.sleep(0.5)
    assert set(seen) == {200}, seen


def test_an_upgrade_of_the_code_fails_no_request(django_db_setup: None, tmp_path: Path) -> None:
    current = tmp_path / "current"
    current.symlink_to(django_settings.BASE_DIR)
    with behind_nginx(tmp_path, code=current) as server:
        seen = upgrade(server, current, newer_code(tmp_path))
    assert set(seen) == {200}, seen


def sent_from(server: WebServer, address: str, target: str) -> tuple[int, bool]:
    """Send a request from an address of this machine; return the status, and whether the site has answered."""
    client = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20, source_address=(address, 0))
    try:
        client.putrequest("GET", target, skip_host=True)
        client.putheader("Host", "localhost")
        client.endheaders()
        answer = client.getresponse()
        return answer.status, "X-Request-ID" in answer.headers
    finally:
        client.close()


@pytest.mark.parametrize(
    "target",
    [
        "/admin/", "/admin", "/admin/login/", "//admin/", "/./admin/", "/x/../admin/", "/%61dmin/", "/admin/?next=/",
        "http://localhost/admin/", "/admin%2F", "/metrics", "/metrics/", "//metrics", "/%6Detrics",
    ],
)  # fmt: skip
def test_admin_and_metrics_are_closed_from_outside_however_they_are_written(server: WebServer, target: str) -> None:
    assert sent_from(server, "127.0.0.1", target) == (404 if "etrics" in target else 403, False)


def test_the_admin_is_open_to_the_networks_that_are_named(server: WebServer) -> None:
    assert sent_from(server, STAFF, "/admin/") == (302, True)
    assert sent_from(server, "127.0.0.1", "/sign-in/") == (200, True)
    assert sent_from(server, STAFF, "/metrics") == (404, False)


@pytest.mark.parametrize(("sent", "handed"), [("client-7", "client-7"), ("", ""), ("a b", ""), ("x" * 65, "")])
def test_a_request_keeps_its_id_or_gets_one(server: WebServer, sent: str, handed: str) -> None:
    answer = server.ask("/echo", {"X-Request-ID": sent} if sent else {})
    (received,) = re.findall(r"^X-Request-ID: (.*)$", answer.body.decode(), re.MULTILINE)
    assert received.strip() == handed or (not handed and re.fullmatch(r"[0-9a-f]{32}", received.strip()))


def numbers(name: str, unit: str) -> int:
    """Return the one number of a directive of the documented block."""
    (value,) = re.findall(rf"^ *{name} (?:4 )?(\d+){unit};$", DOCUMENTED.read_text(), re.MULTILINE)
    return int(value)


def test_its_limits_are_the_sites() -> None:
    assert numbers("client_max_body_size", "m") * 1024**2 == web_worker.MOST_BODY_BYTES == 2 * BODY_LIMIT
    assert numbers("client_body_buffer_size", "m") * 1024**2 == web_worker.MOST_BODY_BYTES
    assert 4 * numbers("large_client_header_buffers", "k") * 1024 == web_worker.MOST_HEADER_BYTES
    assert numbers("client_header_timeout", "s") + numbers("client_body_timeout", "s") <= web_worker.RECEIVE_SECONDS
    assert numbers("send_timeout", "s") == web_worker.STALLED_SECONDS
    assert numbers("proxy_read_timeout", "s") > BUDGET_SECONDS


def certificate(folder: Path) -> None:
    """Write a certificate and its key, which the documented block names."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "billing.example.com")])
    built = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1))
    (folder / "site.pem").write_bytes(built.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    (folder / "site.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def test_nginx_takes_it_with_tls(tmp_path: Path) -> None:
    certificate(tmp_path)
    text = configured(
        tmp_path,
        {
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl;": f"listen 127.0.0.1:{free_port()} ssl;",
            "/etc/ssl/billing.example.com.pem": f"{tmp_path}/site.pem",
            "/etc/ssl/billing.example.com.key": f"{tmp_path}/site.key",
        },
    )
    (tmp_path / "nginx.conf").write_text(text)
    assert NGINX
    command = [NGINX, "-t", "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "[warn]" not in ended.stderr
