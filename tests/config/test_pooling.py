"""Behind a real PgBouncer in transaction mode, with two connections for each role and under load, nothing is lost."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.db.models import Count, Sum
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access.billing.ingest.models import StagedRun
from billing_access.billing.models import Run, UsageDay
from billing_audit.models import AuditEvent
from billing_audit.transparency.checkpoints import newest_checkpoints, write_checkpoints
from config.database.watchdog import BUDGET_SECONDS, REST_SECONDS
from tests.conftest import ROLES, SIGNER, STATEMENT_SIGNER
from tests.poolers import PGBOUNCER, PgBouncer, Recorder
from tests.web_servers import WebServer

pytestmark = [
    pytest.mark.soak,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not installed (.ci/run installs it)"),
]
RUNS, FILES = 11_000, 3
EXPORT = "/o/acme/audit-log/export.ndjson"
RANGE = "from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z"
USAGE, SUMMARY = f"/v1/billing/usage?{RANGE}&limit=500", f"/v1/billing/usage/summary?{RANGE}&bucket=none"


class Place:
    """PgBouncer, the recorder before it, and the environment of each role's processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        roles = [f"{ROLES}_{role}" for role in ("app", "worker", "sealer", "auditor")]
        self.pooler = PgBouncer(*roles).wait()
        self.recorder = Recorder(self.pooler.port)

    def environment(self, role: str, **more: str) -> dict[str, str]:
        """Return the variables of a process that connects as a role."""
        name = f"{ROLES}_{role}" if role else django_settings.DATABASES["default"]["USER"]
        return {
            "DATABASE_URL": self.pooler.url(name, self.recorder.port),
            "DATABASE_POOLING": "transaction",
            "AUDIT_ORIGIN": "tests",
            "AUDIT_VERIFIERS": str(SIGNER.verifier),
            "AUDIT_STATEMENT_VERIFIERS": str(STATEMENT_SIGNER.verifier),
            **more,
        }

    def start(self, role: str, *command: str, **more: str) -> subprocess.Popen[str]:
        """Start a command of manage.py."""
        environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", **self.environment(role, **more)}
        return subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=django_settings.BASE_DIR, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def run(self, role: str, *command: str, **more: str) -> str:
        """Run a command of manage.py, which must succeed; return its output."""
        process = self.start(role, *command, **more)
        output, _ = process.communicate(timeout=300)
        assert process.returncode == 0, f"{command}: {output}"
        return output


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """PgBouncer and its recorder."""
    found = Place(tmp_path)
    yield found
    found.recorder.end()
    found.pooler.end()


@pytest.fixture
def server(place: Place) -> Iterator[WebServer]:
    """The site, behind the pooler."""
    started = WebServer(place.folder / "log", **place.environment("app", WORK_AT_ONCE="key=1000,organization=1000"))
    yield started.wait()
    started.end()


@pytest.fixture
def job_worker(place: Place) -> Iterator[None]:
    """The worker of jobs, behind the pooler."""
    process = place.start("worker", "procrastinate", "worker")
    yield
    process.kill()
    process.communicate()


def write_runs(file: Path, number: int) -> None:
    """Write a file of runs, each of which costs 0.1."""
    lines = [
        f"f{number}-{line},2026-04-{1 + line % 28:02}T12:00:00Z,0.1,county=adams;file={number}" for line in range(RUNS)
    ]
    file.write_text("run_id,started_at,total_cost_usd,tags\n" + "\n".join(lines) + "\n")


def post(server: WebServer, path: str, **fields: str) -> int:
    """Send a form as a browser does; return the status."""
    client = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        client.request("GET", path)
        answer = client.getresponse()
        answer.read()
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
        body = urlencode({**fields, "csrfmiddlewaretoken": cookie.partition("=")[2]})
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        client.request("POST", path, body, headers)
        answer = client.getresponse()
        answer.read()
        return answer.status
    finally:
        client.close()


class Load:
    """Asks the site for several things at once, until told to end. ``seen`` counts answers by question and status."""

    def __init__(self) -> None:
        self.seen: Counter[tuple[str, int]] = Counter()
        self.failed: list[str] = []
        self.ends = threading.Event()
        self._threads: list[threading.Thread] = []

    def add(self, name: str, ask: Callable[[], int]) -> None:
        """Begin to ask in a thread."""

        def work() -> None:
            while not self.ends.is_set():
                try:
                    self.seen[name, ask()] += 1
                except (OSError, http.client.HTTPException, AssertionError) as error:
                    self.failed.append(f"{name}: {error}")

        self._threads.append(threading.Thread(target=work))
        self._threads[-1].start()

    def end(self) -> None:
        """Wait for the last answers."""
        self.ends.set()
        for each in self._threads:
            each.join()


def test_a_request_to_a_stopped_backend_ends_with_503_and_the_next_is_served(
    place: Place, server: WebServer, acme: Any, opt_in: Any, make_key: Any
) -> None:
    opt_in(acme)
    headers = {"x-api-key": make_key(acme).secret}
    assert server.ask_once("/v1/billing/state", headers)[0] == 200
    with psycopg.connect(place.pooler.url(f"{ROLES}_app"), autocommit=True) as client:
        (backend,) = client.execute("SELECT pg_backend_pid()").fetchone() or (0,)
    os.kill(backend, signal.SIGSTOP)
    try:
        status, seconds = server.ask_once("/v1/billing/state", headers, seconds=40)
        assert status == 503
        assert seconds < BUDGET_SECONDS + 5
        time.sleep(REST_SECONDS)
        assert server.ask_once("/v1/billing/state", headers)[0] == 200
    finally:
        os.kill(backend, signal.SIGCONT)


def test_the_roles_time_limits_hold_behind_the_pooler(place: Place) -> None:
    with psycopg.connect(place.pooler.url(f"{ROLES}_app"), autocommit=True) as client:
        limits = client.execute("SELECT current_setting('statement_timeout'), current_setting('search_path')")
        assert limits.fetchone() == ("10s", "public, pg_temp")
        # A client that asks to cancel is heard through the pooler.
        threading.Timer(0.5, client.cancel).start()
        with pytest.raises(psycopg.errors.QueryCanceled):
            client.execute("SELECT pg_sleep(5)")


def test_tables_and_roles_are_made_through_the_pooler(place: Place) -> None:
    """In a database of its own, as the owner: every migration, then the script of the roles."""
    name = f"pooled_{os.getpid()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name}")
        try:
            url = place.environment("")["DATABASE_URL"].replace(connection.settings_dict["NAME"], name)
            place.run("", "migrate", "--verbosity", "0", DATABASE_URL=url)
            script = place.run("", "database_roles", "--sql", DATABASE_URL=url)
            for _ in range(2):
                subprocess.run(["psql", "-Xq", url], input=script, text=True, check=True, timeout=60)
            assert "[X]" in place.run("", "showmigrations", "billing_audit", DATABASE_URL=url)
            # Django says it to each new connection of a role without a time zone, and PgBouncer keeps it by client.
            assert place.recorder.session_state() <= {"SELECT set_config('TimeZone', $1, false)"}
        finally:
            owner.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_counts_and_figures_agree_after_a_load_through_two_connections(
    place: Place, server: WebServer, job_worker: None, acme: Any, alice: Any, opt_in: Any, make_key: Any, sign_in: Any,
    within: Any,
) -> None:  # fmt: skip
    opt_in(acme)
    secret = make_key(acme).secret
    people = [User.objects.create_user(f"person{number}@example.com", "a long password") for number in range(12)]
    cookie = (
        f"{django_settings.SESSION_COOKIE_NAME}={sign_in(alice).cookies[django_settings.SESSION_COOKIE_NAME].value}"
    )
    for number in range(FILES):
        write_runs(place.folder / f"{number}.csv", number)
    imports = [
        place.start("worker", "import_runs", str(place.folder / f"{number}.csv"), "--organization", "acme")
        for number in range(FILES)
    ]
    load, key = Load(), {"x-api-key": secret}
    for path in ("/v1/billing/state", USAGE, SUMMARY):
        load.add("API", lambda path=path: server.ask_once(path, key, seconds=60)[0])
    for path in ("/o/acme/overview/", "/o/acme/audit-log/", EXPORT):
        load.add("page", lambda path=path: server.ask_once(path, {"Cookie": cookie}, seconds=60)[0])
    load.add("check_figures", lambda: (place.run("worker", "check_figures"), 200)[1])
    forgotten = [post(server, "/sign-in/forgotten/", email=each.email) for each in people]
    outputs = [each.communicate(timeout=400)[0] for each in imports]
    load.end()

    assert [each.returncode for each in imports] == [0] * FILES, outputs
    assert not load.failed
    assert {(name, status) for name, status in load.seen} == {("API", 200), ("page", 200), ("check_figures", 200)}
    assert forgotten == [302] * len(people)
    mails = ProcrastinateJob.objects.filter(queue_name="billing-access-email")
    assert within(60, lambda: mails.filter(status="succeeded").count() == mails.count() >= len(people))
    runs = Run.objects.filter(organization=acme).aggregate(count=Count("pk"), usd=Sum("total_cost_usd"))
    assert runs == {"count": FILES * RUNS, "usd": Decimal(FILES * RUNS) / 10}
    assert UsageDay.objects.filter(organization=acme).aggregate(count=Sum("run_count"))["count"] == FILES * RUNS
    assert not StagedRun.objects.exists()
    reads_of_keys = AuditEvent.objects.filter(actor_kind="api_key", action__endswith=".read", outcome="allowed")
    assert reads_of_keys.count() == load.seen["API", 200]
    summary = json.loads(server.ask(SUMMARY, key).body)
    assert Decimal(summary["totals"]["total_cost_usd"]) == Decimal(FILES * RUNS) / 10
    assert "agree" in place.run("worker", "check_figures")
    place.run("sealer", "seal_audit", "--once", AUDIT_SIGNING_KEY=SIGNER.text())
    write_checkpoints(newest_checkpoints(), str(place.folder / "published"))
    assert "intact" in place.run("auditor", "verify_audit", "--against", str(place.folder / "published"))
    place.run("auditor", "export_audit", "--organization", acme.public_id, "--to", str(place.folder / "export"))
    assert not place.recorder.session_state()
