"""Two web servers, as two machines have them, with one nginx, one PgBouncer and one Redis server for both."""

import os
import signal
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from billing_access.access.services import revoke_key
from tests.conftest import ROLES, SYSTEM
from tests.nginx import NGINX, running, without_tls
from tests.poolers import PGBOUNCER, PgBouncer
from tests.redis_server import RedisServer
from tests.web_servers import WebServer, asked_all_along, free_port

pytestmark = [
    pytest.mark.soak,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not (NGINX and PGBOUNCER), reason="nginx or pgbouncer is not installed (.ci/run installs them)"),
]
POOL = 2
RATE = 20


@dataclass
class Sites:
    """Both servers, each asked over the proxy's port, and what they share."""

    servers: tuple[WebServer, WebServer]
    redis: RedisServer

    def ask(self, path: str, secret: str) -> int:
        """Ask over a new connection to the proxy; return the status."""
        return self.servers[0].ask_once(path, {"x-api-key": secret}, seconds=60)[0]

    def answered(self) -> tuple[int, int]:
        """Return how many requests of the API each server has logged."""
        first, second = (server.log.read_text().count(" /v1/") for server in self.servers)
        return first, second


@pytest.fixture(scope="module")
def sites(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """The two servers. Each has one process."""
    redis = RedisServer(tmp_path_factory.mktemp("redis"))
    redis.start()
    pooler = PgBouncer(f"{ROLES}_app", pool=POOL).wait()
    port, rates = free_port(), f"state={RATE},usage=10000,key=10000,other=10000,failed_credentials=10000"
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        servers = [
            WebServer(
                folder / f"log{n}", bind=f"unix:{folder}/web{n or ''}.sock", TRUSTED_PROXIES="1",
                DATABASE_URL=pooler.url(f"{ROLES}_app"), DATABASE_POOLING="transaction",
                RATE_LIMIT_STORAGE=redis.url, RATE_LIMITS=rates, WORK_AT_ONCE="key=100,organization=100",
            )
            for n in range(2)
        ]  # fmt: skip
        for server in servers:
            server.port = server.connection.port = port
        try:
            with running(folder, without_tls(folder, port, sites=2)):
                for n, server in enumerate(servers):
                    server.wait()
                    _wait_for_socket(folder / f"web{n or ''}.sock", server)
                yield Sites((servers[0], servers[1]), redis)
        finally:
            for server in servers:
                for process in (*server.processes(), server.process.pid):
                    os.kill(process, signal.SIGKILL)
                server.process.wait()
            pooler.end()
            redis.kill()


def _wait_for_socket(path: Path, server: WebServer) -> None:
    """Wait until the server's process answers on its own socket."""
    for _ in range(600):
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(20)
            try:
                client.connect(str(path))
                client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                if client.recv(100).startswith(b"HTTP/1.1 200 "):
                    return
            except OSError:
                assert server.process.poll() is None, server.log.read_text()
        time.sleep(0.05)
    raise AssertionError("the server did not start")


def test_both_answer_and_a_keys_rate_is_exact_over_both(sites: Sites, acme: Any, make_key: Any, opt_in: Any) -> None:
    opt_in(acme)
    secret = make_key(acme).secret
    before = sites.answered()
    with ThreadPoolExecutor(4) as pool:
        statuses = Counter(pool.map(lambda _: sites.ask("/v1/billing/state", secret), range(3 * RATE)))
    assert statuses == {200: RATE, 429: 2 * RATE}
    first, second = (after - earlier for earlier, after in zip(before, sites.answered(), strict=True))
    assert min(first, second) >= RATE


def test_a_pool_serves_both_with_its_own_few_connections(sites: Sites, acme: Any, make_key: Any) -> None:
    secret, seen, ends = make_key(acme).secret, [], threading.Event()
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(lambda: [sites.ask("/v1/key", secret) for _ in range(15)]) for _ in range(8)]
        pool.submit(lambda: [each.result() for each in answers] and ends.set())
        while not ends.wait(0.02):
            with connection.cursor() as cursor:
                # Not those of other tests' databases.
                cursor.execute(
                    "SELECT count(*) FROM pg_stat_activity"
                    " WHERE application_name = 'billing_access site' AND datname = current_database()"
                )
                seen.append(cursor.fetchone()[0])
    assert Counter(status for each in answers for status in each.result()) == {200: 120}
    assert 1 <= max(seen) <= POOL


def test_what_is_revoked_is_off_on_both_at_once(sites: Sites, acme: Any, make_key: Any) -> None:
    issued = make_key(acme)
    assert {sites.ask("/v1/key", issued.secret) for _ in range(4)} == {200}
    before = sites.answered()
    revoke_key(issued.key, actor=SYSTEM)
    assert {sites.ask("/v1/key", issued.secret) for _ in range(8)} == {401}
    assert all(after > earlier for earlier, after in zip(before, sites.answered(), strict=True))


def test_a_server_that_is_killed_fails_at_most_the_answers_that_it_was_sending(sites: Sites, within: Any) -> None:
    """The last test here: the server stays away. A request that it had not begun to answer goes to the other one."""
    victim = sites.servers[1]
    with asked_all_along(sites.servers[0]) as seen:
        assert within(60, lambda: seen.total() >= 10)
        for process in (victim.process.pid, *victim.processes()):
            os.kill(process, signal.SIGKILL)
        reached = seen.total() + 8
        assert within(60, lambda: seen.total() >= reached)
        cut_short = seen[0]
        reached = seen.total() + 40
        assert within(60, lambda: seen.total() >= reached)
    assert set(seen) <= {200, 0}, seen
    # Four clients ask, each one thing at a time.
    assert seen[0] == cut_short <= 4, seen
