"""The site behind the documented nginx (deploy/nginx): slow clients, addresses, bodies and a restart."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from billing_access.access.services import IssuedKey
from billing_audit.models import AuditEvent, AuditPart
from tests.slow_clients import CROWDS, EXPORT, hold, write_long_log
from tests.web_servers import WebServer, asked_all_along, free_port, newer_code, upgrade

DOCUMENTED = Path(__file__).parents[2] / "deploy" / "nginx" / "billing-access.conf"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed (.ci/run installs it)"),
]


def configured(folder: Path, port: int) -> str:
    """Return the documented block, on a port of this machine and without TLS, as a whole configuration."""
    block = DOCUMENTED.read_text()
    for documented, here in {
        "listen 443 ssl;": f"listen 127.0.0.1:{port};",
        "    ssl_certificate /etc/ssl/billing.example.com.pem;\n": "",
        "    ssl_certificate_key /etc/ssl/billing.example.com.key;\n": "",
        "/run/billing-access/web.sock": f"{folder}/web.sock",
        "/var/log/nginx/billing-access.error.log": f"{folder}/error.log",
    }.items():
        assert block.count(documented) == 1, documented
        block = block.replace(documented, here)
    places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{place}_temp_path {folder}/{place};\n" for place in places)
    user = "user root;\n" if os.geteuid() == 0 else ""
    events = f"pid {folder}/pid;\nerror_log {folder}/start.log;\nevents {{ worker_connections 1000; }}\n"
    return f"{user}daemon off;\n{events}http {{\n{temporary}{block}}}\n"


@pytest.fixture(scope="module")
def server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The site behind nginx."""
    with behind_nginx(tmp_path_factory.mktemp("nginx")) as started:
        yield started


@contextmanager
def behind_nginx(folder: Path, code: Path | None = None) -> Iterator[WebServer]:
    """The site on a socket of the machine, and nginx in front of it on the server's port."""
    more = {"TRUSTED_PROXIES": "1", "WORK_AT_ONCE": "key=1000,organization=1000"}
    site = WebServer(folder / "log", bind=f"unix:{folder}/web.sock", code=code, **more)
    site.port = site.connection.port = free_port()
    (folder / "nginx.conf").write_text(configured(folder, site.port))
    assert NGINX
    command = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    proxy = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield site.wait()
    finally:
        proxy.send_signal(signal.SIGQUIT)
        site.end()
        proxy.kill()
        proxy.wait()


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
