"""A real site as operators watch it: ids found in its log, and counts that outlive a process, read by Prometheus."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from billing_audit.models import AuditEvent
from tests.prometheus import ALERTS, Series, needs_prometheus, samples_of, series, start_prometheus
from tests.web_servers import WebServer, free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the web processes count. A file of an earlier start is in it."""
    folder = tmp_path_factory.mktemp("metrics") / "counts"
    folder.mkdir()
    (folder / "counter_99.db").write_bytes(b"not what it should be")
    return folder


@pytest.fixture(scope="module")
def server(django_db_setup: None, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The site with its log as JSON."""
    log = tmp_path_factory.mktemp("server") / "log"
    started = WebServer(log, code=Path(settings.BASE_DIR), METRICS_FOLDER=str(folder), LOG_FORMAT="json")
    try:
        yield started.wait()
    finally:
        started.end()


@pytest.fixture(scope="module")
def metrics(server: WebServer, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """`manage.py serve_metrics`; its port."""
    port, printed = free_port(), tmp_path_factory.mktemp("printed") / "log"
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    environ = {**os.environ, "METRICS_FOLDER": str(folder), "DATABASE_URL": url}
    command = ["-m", "django", "serve_metrics", "--port", str(port)]
    with printed.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=settings.BASE_DIR, stdout=output, stderr=output,
            env={**environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        )  # fmt: skip
    try:
        for _ in range(600):
            assert process.poll() is None, printed.read_text()
            if b"Metrics on" in printed.read_bytes():
                break
            time.sleep(0.05)
        yield port
        process.terminate()
        assert process.wait(20) == 0
    finally:
        process.kill()


def get(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return str(answer.read().decode())


@pytest.fixture
def scraped(metrics: int) -> Callable[[], dict[Series, float]]:
    """The value of each series now."""
    return lambda: samples_of(get(metrics, "/metrics"))


def logged(server: WebServer, request_id: str) -> list[dict[str, Any]]:
    """Return the log's lines with this id, as grep finds them."""
    return [json.loads(line) for line in server.log.read_text().splitlines() if request_id in line]


def answer_to(server: WebServer, request_id: str) -> dict[str, Any]:
    """Return the line of the access log with this id."""
    (line,) = (line for line in logged(server, request_id) if line["logger"] == "config.access_log")
    return line


def test_the_id_that_a_problem_an_event_or_an_error_page_shows_is_in_the_log(
    server: WebServer, acme: Any, make_key: Any, opt_in: Any
) -> None:
    issued = make_key(acme)
    problem = json.loads(server.ask("/v1/billing/state", {"x-api-key": issued.secret}).body)
    line = answer_to(server, problem["request_id"])
    assert (line["route"], line["status"], line["key_id"]) == ("/v1/billing/state", 403, str(issued.key.pk))
    opt_in(acme)
    server.ask("/v1/billing/state", {"x-api-key": issued.secret, "X-Request-ID": "proxy-77"})
    event = AuditEvent.objects.get(action="billing.state.read", outcome="allowed")
    line = answer_to(server, event.request_id)
    assert (line["status"], line["client_request_id"]) == (200, "proxy-77")
    page = server.ask("/no-such-page/")
    assert answer_to(server, page.headers["X-Request-ID"])["status"] == 404


def test_a_page_of_an_error_shows_an_id_of_the_log_which_has_its_traceback_once(
    server: WebServer, acme: Any, alice: Any, sign_in: Any, as_role: Any, scraped: Any
) -> None:
    session = sign_in(alice).cookies[settings.SESSION_COOKIE_NAME].value
    before = scraped()[series("failed_records_total")]
    ids = []
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE billing_usage_day RENAME TO billing_usage_day_away")
        try:
            for _ in range(3):
                page = server.ask("/o/acme/overview/", {"Cookie": f"session={session}"})
                assert page.status == 503
                ids += re.findall(r"req_[0-9a-f]{32}", page.body.decode())
        finally:
            cursor.execute("ALTER TABLE billing_usage_day_away RENAME TO billing_usage_day")
    assert len(set(ids)) == 3
    faults = [[line for line in logged(server, each) if line["level"] == "ERROR"] for each in ids]
    assert [sum("traceback" in line for line in each) for each in faults] == [1, 0, 0]
    assert [line["repeats"] for line in faults[2] if "repeats" in line]
    assert scraped()[series("failed_records_total")] == before


def test_every_line_is_json_also_gunicorns_own(server: WebServer, within: Any) -> None:
    os.kill(server.processes()[0], signal.SIGKILL)
    assert within(30, lambda: "SIGKILL" in server.log.read_text())
    server.connection.close()
    assert server.ask_once("/healthz", seconds=60)[0] == 200
    lines = [json.loads(line) for line in server.log.read_text().splitlines()]
    assert {"gunicorn.error", "config.access_log"} <= {line["logger"] for line in lines}
    assert all(line["time"] and line["level"] and line["message"] for line in lines)


def test_counts_outlive_a_process_that_is_killed(
    server: WebServer, scraped: Any, folder: Path, acme: Any, make_key: Any, within: Any
) -> None:
    secret = make_key(acme).secret
    key = series("requests_total", method="GET", route="/v1/key", status="200")
    before = scraped().get(key, 0)
    for _ in range(3):
        server.ask("/v1/key", {"x-api-key": secret})
    (process,) = server.processes()
    os.kill(process, signal.SIGKILL)
    server.connection.close()
    assert within(60, lambda: server.processes() not in ([], [process]) and server.ask_once("/healthz")[0] == 200)
    assert scraped()[key] == before + 3
    assert server.ask_once("/v1/key", {"x-api-key": secret})[0] == 200
    assert scraped()[key] == before + 4
    # Or there would be more of them to read with each process that ends.
    assert len(list(folder.glob("counter_*.db"))) == 1


def test_counts_go_on_when_the_processes_are_restarted(
    server: WebServer, scraped: Any, folder: Path, acme: Any, make_key: Any, within: Any
) -> None:
    secret = make_key(acme).secret
    key = series("requests_total", method="GET", route="/v1/key", status="200")
    server.ask_once("/v1/key", {"x-api-key": secret})
    for _ in range(2):
        counted, before = scraped()[key], server.processes()
        server.process.send_signal(signal.SIGHUP)
        assert within(60, lambda before=before: server.processes() and not set(before) & set(server.processes()))
        assert server.ask_once("/v1/key", {"x-api-key": secret})[0] == 200
        assert scraped()[key] == counted + 1
    # Of the process that ended and of the one that had begun before that.
    assert len(list(folder.glob("counter_*.db"))) == 2


def test_the_counts_of_an_earlier_start_are_gone(server: WebServer, folder: Path) -> None:
    assert not (folder / "counter_99.db").exists()
    assert list(folder.glob("counter_*.db"))


def test_a_port_that_is_taken_is_named(metrics: int, settings: Any, folder: Path) -> None:
    settings.METRICS_FOLDER = str(folder)
    with pytest.raises(CommandError, match=f"cannot listen on 127.0.0.1:{metrics}"):
        call_command("serve_metrics", port=metrics)


@needs_prometheus
def test_prometheus_scrapes_it_and_fires_for_what_does_not_run_here(
    server: WebServer, metrics: int, tmp_path: Path, within: Any
) -> None:
    rules = re.sub(r"for: \w+", "for: 0s", ALERTS.read_text())
    (tmp_path / "alerts.yml").write_text(rules)
    configuration = (
        "global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [alerts.yml]\n"
        f'scrape_configs: [{{job_name: billing-access, static_configs: [{{targets: ["127.0.0.1:{metrics}"]}}]}}]\n'
    )
    port = free_port()
    process = start_prometheus(tmp_path, port, configuration)

    def firing() -> set[str]:
        try:
            alerts = json.loads(get(port, "/api/v1/alerts"))["data"]["alerts"]
        except (OSError, urllib.error.URLError):
            return set()
        return {each["labels"]["alertname"] for each in alerts if each["state"] == "firing"}

    # Neither a sealer nor a worker nor a sender runs, and nothing was verified, published or checked.
    expected = {
        "SealerStopped", "WorkerStopped", "LogUnverified", "CheckpointsNotPublished", "FiguresUnchecked",
        "WebhookSenderStopped",
    }  # fmt: skip
    try:
        assert within(60, lambda: expected <= firing()), (tmp_path / "prometheus.log").read_text()
        assert not firing() & {"MetricsMissing", "DatabaseUnread", "TimelineNotAccepted", "LogNotIntact"}
    finally:
        process.kill()
        process.wait()


def test_counts_of_both_masters_are_added_up_during_an_upgrade_of_the_code(
    server: WebServer, scraped: Any, folder: Path, acme: Any, make_key: Any
) -> None:
    secret = make_key(acme).secret
    key = series("requests_total", method="GET", route="/v1/key", status="200")
    server.ask_once("/v1/key", {"x-api-key": secret})
    counted, first = scraped()[key], server.master
    server.replace_master()
    assert server.ask_once("/v1/key", {"x-api-key": secret})[0] == 200
    assert scraped()[key] == counted + 1
    assert {file.stem.split("_")[1].split("-")[0] for file in folder.glob("*.db")} == {str(first), str(server.master)}
