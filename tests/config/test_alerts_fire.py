"""Every alert of deploy/prometheus fires in a real Prometheus once what it watches is broken on a real site.

Only how long a fault must last is taken away (``for: 0s``). What the database says is read every 15 seconds, so its
faults are raised together.
"""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from billing_access.access.key_format import new_secret
from billing_access.billing.models import Account
from billing_access.billing.operators import open_account
from billing_access.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from billing_audit.storage.partitions import make_partitions
from tests.app_settings import configured
from tests.conftest import ROLES, SYSTEM
from tests.prometheus import ALERTS, needs_prometheus, start_prometheus
from tests.redis_server import RedisServer
from tests.web_servers import WebServer, free_port, newer_code

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True), needs_prometheus]
EVERY = {rule["alert"] for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]}
STATE = "/v1/billing/state"
SLOW, OUT_OF_TIME = 1.3, 3.5


def url(**options: str) -> str:
    """Return the URL of the tests' database for the site's role."""
    facts, chosen = connection.settings_dict, " ".join(f"-c {name}={value}" for name, value in options.items())
    at = f"{quote(facts['HOST'], safe='')}:{facts['PORT']}/{facts['NAME']}"
    return f"postgresql://{ROLES}_app@{at}?options={quote(chosen)}"


@contextmanager
def metrics_process(folder: Path, port: int, database: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `manage.py serve_metrics`."""
    with (folder / f"metrics-{port}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve_metrics", "--port", str(port)], stdout=log, stderr=log,
            cwd=settings.BASE_DIR,
            env={
                **os.environ, "METRICS_FOLDER": str(folder / "counts"), "DATABASE_URL": database,
                "DJANGO_SETTINGS_MODULE": "config.settings", "PGAPPNAME": "serve_metrics",
            },
        )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def prometheus(folder: Path, targets: list[int]) -> Iterator[Callable[[], set[str]]]:
    """Run Prometheus with the documented rules, and yield what names the alerts that fire now."""
    (folder / "alerts.yml").write_text(re.sub(r"for: \w+", "for: 0s", ALERTS.read_text()))
    configuration = (
        "global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [alerts.yml]\nscrape_configs: "
        f"[{{job_name: site, static_configs: [{{targets: {[f'127.0.0.1:{each}' for each in targets]}}}]}}]\n"
    )
    port = free_port()
    process = start_prometheus(folder, port, configuration)

    def firing() -> set[str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/alerts", timeout=20) as answer:
                alerts = json.loads(answer.read())["data"]["alerts"]
        except (OSError, urllib.error.URLError):
            return set()
        return {each["labels"]["alertname"] for each in alerts if each["state"] == "firing"}

    try:
        yield firing
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def site(db: None, tmp_path: Path) -> Iterator[Callable[[], WebServer]]:
    """Start the site, with an error in the code of one page and two seconds for each statement."""
    code, started = newer_code(tmp_path), []
    with (code / "config" / "urls.py").open("a") as urls:
        urls.write("urlpatterns.append(path('faulty', lambda request: 1 / 0))\n")

    def start(**environ: str) -> WebServer:
        options = {"statement_timeout": "2500ms", "lock_timeout": "0"}
        more = {"WORK_AT_ONCE": "key=100,organization=100", "METRICS_FOLDER": str(tmp_path / "counts"), **environ}
        started.append(WebServer(tmp_path / "log", code=code, DATABASE_URL=url(**options), **more))
        return started[0].wait()

    yield start
    for each in started:
        each.end()


@contextmanager
def changed(as_role: Any, break_it: str, mend_it: str) -> Iterator[None]:
    """Break something of the database inside the block, as the owner of the tables."""
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(break_it)
    try:
        yield
    finally:
        with as_role("owner"), connection.cursor() as cursor:
            cursor.execute(mend_it)


def while_locked(as_role: Any, seconds: float, ask: Callable[[], int], times: int) -> list[int]:
    """Ask while no one may read the accounts; return the statuses."""
    with ThreadPoolExecutor(times) as pool:
        with as_role("owner"), connection.cursor() as cursor:
            cursor.execute("BEGIN; LOCK TABLE billing_account IN ACCESS EXCLUSIVE MODE")
            answers = [pool.submit(ask) for _ in range(times)]
            time.sleep(seconds)
            cursor.execute("ROLLBACK")
        return [each.result() for each in answers]


def test_every_alert_fires_for_what_it_is_about(
    site: Any, acme: Any, alice: Any, sign_in: Any, make_key: Any, opt_in: Any, as_role: Any, as_superuser: Any,
    write_events: Any, seal_events: Any, at_another_time: Any, signer: Any, tmp_path: Path, within: Any,
) -> None:  # fmt: skip
    seen: set[str] = set()
    redis = RedisServer(tmp_path)
    redis.start()
    ports = free_port(), free_port()
    open_account(acme, actor=SYSTEM)
    opt_in(acme)
    secret = make_key(acme).secret
    (tmp_path / "counts").mkdir()
    with (
        metrics_process(tmp_path, ports[0], url()) as metrics,
        metrics_process(tmp_path, ports[1], "postgresql://nobody@127.0.0.1:1/none") as without_database,
        prometheus(tmp_path, list(ports)) as firing,
    ):

        def fires(*names: str, seconds: float = 60) -> None:
            missing: set[str] = set()

            def all_fire() -> bool:
                nonlocal missing
                missing = set(names) - firing()
                return not missing

            assert within(seconds, all_fire), missing
            seen.update(names)

        # What does not run at all.
        fires("NoRequests", "SealerStopped", "WorkerStopped", "LogUnverified", "CheckpointsNotPublished")
        fires("FiguresUnchecked", "DatabaseUnread", "WebhookSenderStopped")
        without_database.kill()
        server = site(RATE_LIMIT_STORAGE=redis.url)

        def ask(path: str = STATE, key: str = secret, cookie: str = "") -> int:
            headers = {"x-api-key": key} if key else {"Cookie": cookie}
            return int(server.ask_once(path, headers, seconds=30)[0])

        session = f"session={sign_in(alice).cookies[settings.SESSION_COOKIE_NAME].value}"
        page = {"path": "/o/acme/overview/", "key": "", "cookie": session}
        assert (ask(), ask(**page), ask("/readyz"), ask("/v1/key", new_secret())) == (200, 200, 200, 401)
        assert within(60, lambda: ask("/healthz", "") == 200 and "NoRequests" not in firing())
        assert firing() & EVERY - seen == set()
        of_requests(server, ask, page, as_role, redis, fires)
        fires(
            "NotReady", "PagesFailing", "Faults", "ReadsSlow", "StatementsOutOfTime",
            "RateLimitStorageDown", "KeysGuessed",
        )  # fmt: skip
        assert firing() & EVERY - seen == set()
        seal_events()
        with of_database(acme, as_role, as_superuser, write_events, at_another_time, signer):
            fires(
                "EventsUnsealed", "JobsWaiting", "JobsFailed", "PartitionsMissing", "LogNotIntact", "LogRestored",
                "FeedsStale", "FiguresDiffer", "TimelineNotAccepted", "WebhooksWaiting", "WebhooksUnanswered",
            )  # fmt: skip
        metrics.send_signal(signal.SIGTERM)
        fires("MetricsMissing")
    assert seen == EVERY


def of_requests(
    server: WebServer, ask: Any, page: dict[str, str], as_role: Any, redis: RedisServer, fires: Any
) -> None:
    """Break what shows in the answers of the site, mend it each time, and kill the server of the rates."""
    procedure = "PROCEDURE billing_audit_record"
    with changed(as_role, f"REVOKE EXECUTE ON {procedure} FROM PUBLIC, {ROLES}_app",
                 f"GRANT EXECUTE ON {procedure} TO {ROLES}_app"):  # fmt: skip
        # Not all at once: a counter begins to rise at the first value that is scraped, and what came before it counts
        # for nothing.
        for _ in range(20):
            assert ask() == 503
            time.sleep(0.3)
        # Now, while failures are more than the guessed keys below.
        fires("ReadsFailing", "RecordsFailing")
    table = "billing_usage_day"
    with changed(as_role, f"ALTER TABLE {table} RENAME TO away", f"ALTER TABLE away RENAME TO {table}"):
        for _ in range(3):
            assert ask(**page) == 503
            time.sleep(1.2)
    with changed(as_role, f"REVOKE SELECT ON {table} FROM {ROLES}_app", f"GRANT SELECT ON {table} TO {ROLES}_app"):
        # It asks the database once a second at most.
        time.sleep(1.2)
        for _ in range(3):
            assert ask("/readyz", "") == 503
            time.sleep(1.2)
    assert ask("/faulty", "") == 500
    for _ in range(3):
        assert set(while_locked(as_role, SLOW, ask, 15)) == {200}
    assert set(while_locked(as_role, OUT_OF_TIME, ask, 15)) == {503}
    redis.kill()
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: ask("/v1/key", new_secret()), range(350))) == {401}


@contextmanager
def of_database(
    acme: Any, as_role: Any, as_superuser: Any, write_events: Any, at_another_time: Any, signer: Any
) -> Iterator[None]:
    """Break what serve_metrics reads of the database, inside the block."""
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE organization_id = %s", [acme.public_id])
    with as_role("auditor"), configured(AUDIT_VERIFIERS=[str(signer.verifier)]), pytest.raises(SystemExit):
        call_command("verify_audit")
    as_superuser("UPDATE billing_account SET usage_total_usd = 7")
    with pytest.raises(SystemExit):
        call_command("check_figures")
    Account.objects.update(fed_at=timezone.now() - timedelta(hours=2))
    with at_another_time(timezone.now() - timedelta(minutes=5)):
        write_events(1)
    job = "INSERT INTO procrastinate_jobs (queue_name, task_name, status, scheduled_at) VALUES ('x', 'x', %s, %s)"
    as_superuser(job, ["todo", timezone.now() - timedelta(minutes=11)])
    as_superuser(job, ["failed", None])
    as_superuser("INSERT INTO billing_audit_statement VALUES (gen_random_uuid(), 'o_1', 'audit_log.restored', 'x')")
    endpoint = WebhookEndpoint.objects.create(
        organization=acme, url="https://x.example/", topics=["alert"], state="active", secret=""
    )
    late = timezone.now() - timedelta(minutes=6)
    WebhookEndpoint.objects.update(rests_until=late)
    delivery = WebhookDelivery.objects.create(id=uuid.uuid4(), endpoint=endpoint, type="alert.fired", attempt_at=late)
    unanswered = [WebhookAttempt(delivery=delivery, milliseconds=1, error="tls") for _ in range(20)]
    WebhookAttempt.objects.bulk_create(unanswered)
    following = (timezone.now().replace(day=1) + timedelta(days=32)).strftime("%Y_%m")
    as_superuser(f"DROP TABLE billing_audit_part_{following}")
    as_superuser("UPDATE billing_audit_timeline SET timeline = timeline + 100")
    # A server that was restored has no connection of before.
    as_superuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'serve_metrics'")
    try:
        yield
    finally:
        as_superuser("UPDATE billing_audit_timeline SET timeline = timeline - 100")
        with as_role("owner"):
            make_partitions()
