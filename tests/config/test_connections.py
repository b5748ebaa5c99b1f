"""The site's connections to PostgreSQL: named by process, ended when a machine is gone, to one of several hosts."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as django_settings
from django.db import connection

from billing_access.settings import access_settings
from config import database_url
from config.connection_budget import connections_needed
from config.database.base import DatabaseWrapper
from orgs.settings import org_settings
from tests.conftest import SIGNER, STATEMENT_SIGNER
from tests.web_servers import WebServer

pytestmark = pytest.mark.django_db(transaction=True)
COMMANDS = (
    ("procrastinate", "worker"),
    ("seal_audit",),
    ("send_webhooks",),
    ("shell", "-c", "import time; from django.db import connection; connection.ensure_connection(); time.sleep(60)"),
)


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[WebServer]:
    """The site, and a process of each other kind."""
    server = WebServer(tmp_path / "log")
    url = database_url_of(connection.settings_dict["HOST"])
    keys = {"AUDIT_ORIGIN": "tests", "AUDIT_SIGNING_KEY": SIGNER.text()}
    keys["AUDIT_STATEMENT_VERIFIERS"] = str(STATEMENT_SIGNER.verifier)
    started = [
        subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=django_settings.BASE_DIR, env={**os.environ, **keys, "DATABASE_URL": url}, stdout=subprocess.DEVNULL,
        )
        for command in COMMANDS
    ]  # fmt: skip
    yield server.wait()
    server.end()
    for each in started:
        each.kill()
        each.wait()


def database_url_of(*hosts: str, options: str = "") -> str:
    """Return the URL of the tests' database on the first of these hosts that takes it."""
    facts = connection.settings_dict
    listed = ",".join(f"{quote(host, safe='')}:{facts['PORT']}" for host in hosts)
    return f"postgresql://{facts['USER']}@{listed}/{facts['NAME']}{options}"


def connections() -> Counter[str]:
    """Return how many connections to the tests' database bear each application name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT application_name FROM pg_stat_activity WHERE datname = current_database()")
        return Counter(name.removeprefix("billing_access ") for (name,) in cursor.fetchall())


def test_connections_bear_the_kind_of_their_process_and_are_as_many_as_is_documented(
    processes: WebServer, within: Any
) -> None:
    session = {"Cookie": f"{django_settings.SESSION_COOKIE_NAME}={'x' * 32}"}
    with ThreadPoolExecutor(60) as clients:
        answers = [clients.submit(processes.ask_once, path, session, 30) for path in ["/", "/readyz"] * 60]
        assert {each.result()[0] for each in answers} == {200, 302}
    needed = connections_needed(1, org_settings.WEB_THREADS, access_settings.WEBHOOK_SENDERS)
    # Of its pool, and the one that listens.
    assert within(60, lambda: connections()["worker"] >= needed["worker"] - 1), connections()
    found = connections()
    assert {"site", "worker", "sealer", "webhooks", "command shell"} <= set(found)
    assert needed["site"] // 4 < found["site"] <= needed["site"] // 2
    assert found["worker"] <= needed["worker"]
    assert found["webhooks"] <= needed["webhooks"]
    assert (found["sealer"], found["command shell"]) == (needed["sealer"], 1)


def connect(url: str) -> DatabaseWrapper:
    """Connect as the site does with this URL."""
    wrapper = DatabaseWrapper({**connection.settings_dict, **database_url.django_settings(url)})
    wrapper.ensure_connection()
    return wrapper


def test_a_connection_to_a_machine_that_is_gone_ends_and_the_url_may_say_when() -> None:
    host = connection.settings_dict["HOST"]
    wrapper = connect(database_url_of(host, options="?keepalives_idle=7&application_name=mine"))
    set_here = wrapper.connection.info.get_parameters()
    wrapper.close()
    assert {name: set_here.get(name) for name in ("connect_timeout", "keepalives_idle", "tcp_user_timeout")} == {
        "connect_timeout": "5", "keepalives_idle": "7", "tcp_user_timeout": "30000",
    }  # fmt: skip
    assert (set_here["keepalives_interval"], set_here["keepalives_count"]) == ("10", "3")
    assert set_here["application_name"] == "mine"


@pytest.mark.parametrize("standby_first", [True, False])
def test_of_several_hosts_the_one_that_takes_changes_is_used(standby: str, standby_first: bool) -> None:
    hosts = [standby, connection.settings_dict["HOST"]]
    # A database that both have.
    url = database_url_of(*(hosts if standby_first else hosts[::-1]), options="?target_session_attrs=read-write")
    wrapper = connect(url.replace(connection.settings_dict["NAME"], "postgres"))
    try:
        with wrapper.cursor() as cursor:
            cursor.execute("SELECT pg_is_in_recovery(), current_setting('unix_socket_directories')")
            assert cursor.fetchone() == (False, hosts[1])
    finally:
        wrapper.close()
