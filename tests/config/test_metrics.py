"""Each number that operators watch changes when what it watches breaks, and none has a name or id of anybody."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import Empty
from types import SimpleNamespace
from typing import Any
from weakref import WeakSet

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection, transaction
from django.test import Client
from prometheus_client import CollectorRegistry, generate_latest
from psycopg.errors import QueryCanceled

import config.metrics
from billing_access.access.key_format import new_secret
from billing_access.access.services import revoke_key
from billing_access.billing.models import Account
from billing_access.billing.operators import open_account
from billing_access.errors import REFUSALS
from billing_audit import database_timeline, heartbeat
from billing_audit.record import record
from billing_audit.storage.partitions import SHORTEST_NOTICE
from billing_audit.verification.report import Verdict
from config.database.watchdog import Watchdog
from config.database_metrics import DatabaseCollector
from config.metrics import WEB
from config.readiness import Fault
from orgs import actors
from orgs.models import Organization
from orgs.unavailable import UnavailableMiddleware
from tests.app_settings import configured
from tests.conftest import STATEMENT_SIGNER
from tests.prometheus import Series, samples_of, series

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
STATE = "/v1/billing/state"


def samples(collector: Any) -> dict[Series, float]:
    """Return the value of each series of a collector."""
    registry = CollectorRegistry()
    registry.register(collector)
    return samples_of(generate_latest(registry).decode())


@pytest.fixture
def counting() -> Callable[[], Any]:
    """What the web process counts inside the block, without the times."""

    def now() -> dict[Series, float]:
        values = samples(WEB).items()
        return {each: value for each, value in values if each[0].endswith("_total")}

    @contextmanager
    def run() -> Iterator[dict[Series, float]]:
        before, grown = now(), dict[Series, float]()
        yield grown
        after = now()
        grown |= {each: after[each] - before.get(each, 0) for each in after if after[each] != before.get(each, 0)}

    return run


def answered(route: str, status: int, method: str = "GET") -> Series:
    return series("requests_total", method=method, route=route, status=str(status))


def test_a_request_is_counted_by_its_route_and_status(acme, alice, make_key, opt_in, api, sign_in, counting):
    opt_in(acme)
    secret, client = make_key(acme).secret, sign_in(alice)
    key = answered("/v1/key", 200)
    times = [samples(WEB).get(series("request_seconds_count", route="/v1/runs/<billing_run_id:run_id>"), 0)]
    with counting() as grown:
        api("/v1/key", secret)
        api("/v1/key", secret)
        api("/v1/runs/none", secret)
        client.get(f"/o/{acme.slug}/keys/")
        client.get("/no-such-page/x")
        export, before = answered("/o/<slug:slug>/audit-log/export.csv", 200), samples(WEB)
        read = client.get(f"/o/{acme.slug}/audit-log/export.csv")
        assert samples(WEB).get(export) == before.get(export)
        read.getvalue()
        Client().get("/healthz")
    times.append(samples(WEB)[series("request_seconds_count", route="/v1/runs/<billing_run_id:run_id>")])
    assert grown == {
        key: 2,
        answered("/v1/runs/<billing_run_id:run_id>", 404): 1,
        series("refusals_total", code="not_found"): 1,
        answered("/o/<slug:slug>/keys/", 200): 1,
        answered("(no route)", 404): 1,
        export: 1,
        answered("/healthz", 200): 1,
    }
    assert times[1] - times[0] == 1


def test_a_client_cannot_make_series(api, counting):
    with counting() as grown:
        for each in range(5):
            api(f"/v1/runs/{each}")
            api(f"/no-such-page/{each}")
            Client().generic(f"MADE-UP-{each}", "/v1/key")
    assert {dict(labels).get("route") for _, labels in grown} <= {
        None, "/v1/runs/<billing_run_id:run_id>", "(no route)", "/v1/key"
    }  # fmt: skip
    assert {dict(labels).get("method") for _, labels in grown} <= {None, "GET", "?"}


def test_keys_that_are_refused_are_counted_by_kind(acme, make_key, opt_in, api, counting):
    opt_in(acme)
    ended = make_key(acme)
    revoke_key(ended.key, actor=SYSTEM)
    for kind, secret in {"malformed": "bak_live_x", "unknown": str(new_secret()), "ended": ended.secret}.items():
        with counting() as grown:
            assert api(STATE, secret).status_code == 401
        code = "key_revoked" if kind == "ended" else "invalid_key"
        assert grown == {
            series("failed_credentials_total", kind=kind): 1,
            series("refusals_total", code=code): 1,
            answered("/v1/billing/state", 401): 1,
        }


def test_an_event_that_is_not_recorded_is_counted(acme, make_key, opt_in, api, counting, monkeypatch):
    opt_in(acme)
    secret = make_key(acme).secret
    monkeypatch.setattr("billing_audit.record._call", lambda *_, **__: "SELECT 1 / 0")
    with counting() as grown:
        assert api(STATE, secret).status_code == 503
    assert grown == {
        series("failed_records_total"): 1,
        series("refusals_total", code="unavailable"): 1,
        answered("/v1/billing/state", 503): 1,
    }


def test_a_statement_out_of_time_is_counted_in_the_api_on_pages_and_by_the_watchdog(
    acme, make_key, opt_in, api, rf, counting, monkeypatch
):
    opt_in(acme)
    secret = make_key(acme).secret
    monkeypatch.setattr("billing_access.api.views.read_state", _runs_out_of_time)
    with counting() as grown:
        assert api(STATE, secret).status_code == 503
    assert grown[series("statements_out_of_time_total")] == 1
    with counting() as grown:
        for error in (_out_of_time(), OperationalError("other")):
            page = UnavailableMiddleware(lambda _: None).process_exception(rf.get("/"), error)  # type: ignore[arg-type,return-value]
            assert getattr(page, "status_code", None) == 503
    assert grown == {series("statements_out_of_time_total"): 1}
    monkeypatch.setattr("config.database.watchdog._is_waiting", lambda _: True)
    monkeypatch.setattr("config.database.watchdog._shut", lambda *_: True)
    watchdog = Watchdog(budget_seconds=-1)
    with watchdog.watching(), counting() as grown:
        watchdog._look()
        watchdog._look()
    assert grown[series("statements_out_of_time_total")] >= 1


def _out_of_time() -> DatabaseError:
    error = OperationalError("canceling statement due to statement timeout")
    error.__cause__ = QueryCanceled()
    return error


def _runs_out_of_time(*_: object) -> None:
    raise _out_of_time()


def test_a_rate_limit_storage_that_is_down_is_counted(acme, make_key, api, configure, counting):
    configure(RATE_LIMIT_STORAGE="redis://127.0.0.1:1/0")
    with counting() as grown:
        assert api("/v1/key", make_key(acme).secret).status_code == 200
    assert grown[series("rate_limit_storage_failures_total")] == 1


def test_an_error_in_the_code_is_counted(acme, alice, sign_in, counting, monkeypatch):
    client = sign_in(alice)
    client.raise_request_exception = False
    monkeypatch.setattr("billing_access.ui.keys.render_page", lambda *_, **__: 1 / 0)
    with counting() as grown:
        assert client.get(f"/o/{acme.slug}/keys/").status_code == 500
    assert grown == {series("faults_total"): 1, answered("/o/<slug:slug>/keys/", 500): 1}


def test_a_process_that_is_not_ready_is_counted(client, counting, monkeypatch):
    fault = Fault("database", "It cannot be reached.")
    monkeypatch.setattr("config.site_views.readiness.fault", lambda: fault)
    with counting() as grown:
        assert client.get("/readyz").status_code == 503
    assert grown[answered("/readyz", 503)] == 1


def test_the_first_failure_is_an_increase() -> None:
    """Prometheus sees no increase where a series begins."""
    there = set(samples(WEB))
    assert {series("refusals_total", code=code) for code in REFUSALS} <= there
    assert {series("failed_credentials_total", kind=kind) for kind in ("malformed", "unknown", "ended")} <= there
    for name in ("failed_records", "statements_out_of_time", "rate_limit_storage_failures", "faults"):
        assert series(f"{name}_total") in there


def test_a_host_that_names_no_counter_counts_nothing(api, configure, counting):
    configure(COUNTER="")
    with counting() as grown:
        assert api(STATE).status_code == 401
    assert grown == {answered("/v1/billing/state", 401): 1}


def test_every_name_that_the_apps_count_under_has_a_metric_and_is_documented() -> None:
    root = Path(django_settings.BASE_DIR)
    files = [
        path
        for app in ("accounts", "billing_access", "billing_audit", "config", "orgs")
        for path in (root / app).rglob("*.py")
    ]
    counted = {name for path in files for name in re.findall(r'\bcount\("(\w+)"', path.read_text())}
    assert counted == set(config.metrics._COUNTERS)
    documented = (root / "docs" / "operations.md").read_text()
    assert [name for name in counted if f"`{name}`" not in documented] == []


# The database


@pytest.fixture
def watched() -> Callable[..., float]:
    """The value of one series, as the database is now: ``watched("workers")``."""

    def read(name: str, **labels: str) -> float:
        database = DatabaseCollector()
        database.read()
        return samples(database)[series(name, **labels)]

    return read


def test_a_database_that_is_not_read_is_a_number_too(monkeypatch) -> None:
    database = DatabaseCollector()
    assert samples(database) == {series("database_read"): 0}
    database.read()
    assert samples(database)[series("database_read")] == 1
    monkeypatch.setattr("config.database_metrics._OLDEST_SECONDS", -1)
    assert samples(database) == {series("database_read"): 0}


def test_an_error_of_the_database_leaves_what_was_read_before(monkeypatch, caplog) -> None:
    def fails() -> None:
        raise OperationalError("gone")

    database = DatabaseCollector()
    database.read()
    monkeypatch.setattr("config.database_metrics.read_queue_health", fails)
    monkeypatch.setattr("config.database_metrics.connection.close", lambda: None)
    database.read()
    assert samples(database)[series("database_read")] == 1
    assert "could not be read for the metrics" in caplog.text


def test_events_that_wait_and_the_sealer(watched, write_events, seal_events, at_another_time, as_role):
    assert (watched("unsealed_events"), watched("sealer_heartbeat_timestamp_seconds")) == (0, 0)
    with at_another_time(datetime.now(UTC) - timedelta(hours=1)):
        write_events(2)
    assert watched("unsealed_events") == 2
    assert 3600 <= watched("oldest_unsealed_seconds") < 3700
    seal_events()
    assert (watched("unsealed_events"), watched("oldest_unsealed_seconds")) == (0, 0)
    with as_role("sealer"):
        heartbeat.beat(heartbeat.SEALER)
    first = watched("sealer_heartbeat_timestamp_seconds")
    assert abs(first - datetime.now(UTC).timestamp()) < 60
    with as_role("sealer"):
        heartbeat.beat(heartbeat.SEALER)
    assert watched("sealer_heartbeat_timestamp_seconds") > first


@pytest.mark.parametrize("fails", [False, True])
def test_a_sealer_beats_while_it_works(as_role, signer, monkeypatch, fails) -> None:
    rounds = iter([Empty, Empty, None])

    class Stops:
        def get(self, timeout: float) -> None:
            if end := next(rounds):
                raise end

    def seal(*_: object) -> int:
        if fails:
            raise OperationalError("gone")
        return 0

    command = "billing_audit.management.commands.seal_audit"
    monkeypatch.setattr(f"{command}.SimpleQueue", Stops)
    monkeypatch.setattr(f"{command}.signal.signal", lambda *_: None)
    monkeypatch.setattr(f"{command}.connection", SimpleNamespace(close=lambda: None))
    monkeypatch.setattr(f"{command}.seal_batch", seal)
    keys = {"AUDIT_SIGNING_KEY": signer.text(), "AUDIT_STATEMENT_VERIFIERS": str(STATEMENT_SIGNER.verifier)}
    with as_role("sealer"), configured(**keys):
        call_command("seal_audit")
    assert (heartbeat.last_beat(heartbeat.SEALER) is None) == fails


@pytest.mark.parametrize("role", ["app", "auditor"])
def test_nobody_else_says_that_the_sealer_works(as_role, role) -> None:
    with as_role(role), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        heartbeat.beat(heartbeat.SEALER)


def test_a_verification_of_the_whole_log(watched, acme, write_events, seal_events, as_role, as_superuser, signer):
    def verify(*arguments: str) -> None:
        with as_role("auditor"), configured(AUDIT_VERIFIERS=[str(signer.verifier)]), pytest.raises(SystemExit):
            call_command("verify_audit", *arguments)

    write_events(2, None)
    seal_events()
    assert watched("verified_timestamp_seconds", by="nobody") == 0
    for log in (acme.public_id, "platform"):
        verify("--organization", log)
        assert watched("verified_timestamp_seconds", by="nobody") == 0
    verify()
    assert abs(watched("verified_timestamp_seconds", by="verify_audit") - datetime.now(UTC).timestamp()) < 60
    assert watched("verdict", by="verify_audit", verdict=Verdict.NO_OUTSIDE_HEAD) == 1
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE organization_id = %s", [acme.public_id])
    verify()
    assert watched("verdict", by="verify_audit", verdict=Verdict.ALTERED) == 1
    assert sum(watched("verdict", by="verify_audit", verdict=each) for each in Verdict) == 1


def test_checkpoints_and_restores(watched, as_superuser):
    assert (watched("checkpoints_published_timestamp_seconds"), watched("restore_statements")) == (0, 0)
    record("audit_heads.published", organization_id=None, actor=SYSTEM, details={"logs": 1, "to": "x"})
    assert abs(watched("checkpoints_published_timestamp_seconds") - datetime.now(UTC).timestamp()) < 60
    as_superuser("INSERT INTO billing_audit_statement VALUES (gen_random_uuid(), 'o_1', 'audit_log.restored', 'x')")
    assert watched("restore_statements") == 1


def test_a_month_that_is_missing(watched, as_role):
    ahead, faults = watched("partition_months_ahead"), watched("partition_faults")
    assert (ahead, faults) == (3, 0)
    today = datetime.now(UTC)
    following = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    # On the first of a month of 31 days the next one is further away than the notice.
    is_due = int(today.date() + SHORTEST_NOTICE >= following.date())
    for month, found in ((following, (0, is_due)), (today, (-1, is_due + 1))):
        with as_role("owner"), connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE billing_audit_part_{month:%Y_%m}")
        assert (watched("partition_months_ahead"), watched("partition_faults")) == found


def test_a_timeline_that_nobody_has_accepted(watched, as_superuser, monkeypatch):
    assert watched("timeline_accepted") == 1
    as_superuser("UPDATE billing_audit_timeline SET timeline = timeline + 100")
    monkeypatch.setattr(database_timeline, "_accepted", WeakSet())
    assert watched("timeline_accepted") == 0


def test_workers_and_jobs(watched, acme, as_role):
    assert [
        watched(name) for name in ("workers", "waiting_jobs", "failed_jobs", "worker_heartbeat_timestamp_seconds")
    ] == [0] * 4
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        assert watched("workers") == 1
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
        job = (
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, scheduled_at) VALUES ('email', 'x', %s, %s)"
        )
        now = datetime.now(UTC)
        for status, at in (("todo", now - timedelta(minutes=20)), ("todo", now + timedelta(hours=1)), ("failed", None)):
            cursor.execute(job, [status, at])
        cursor.execute(job, ["todo", None])
    assert watched("workers") == 0
    assert 3590 < datetime.now(UTC).timestamp() - watched("worker_heartbeat_timestamp_seconds") < 3700
    assert (watched("waiting_jobs"), watched("failed_jobs")) == (2, 1)
    assert 1200 <= watched("oldest_waiting_job_seconds") < 1300


def test_feeds_that_have_stopped(watched, acme: Organization, other: Organization):
    for each in (acme, other):
        open_account(each, actor=SYSTEM)
    assert (watched("fed_organizations"), watched("stale_organizations")) == (0, 0)
    now = datetime.now(UTC)
    accounts = Account.objects.filter(organization=acme)
    accounts.update(fed_at=now - timedelta(hours=2), usage_through=now - timedelta(minutes=5))
    assert (watched("fed_organizations"), watched("stale_organizations")) == (1, 0)
    accounts.update(usage_through=now - timedelta(hours=2))
    assert watched("stale_organizations") == 1
    accounts.update(fed_at=now)
    assert watched("stale_organizations") == 0
    accounts.update(fed_at=now - timedelta(hours=2), usage_through=None)
    assert watched("stale_organizations") == 1
    Organization.objects.filter(pk=acme.pk).update(closed_at=now)
    assert (watched("fed_organizations"), watched("stale_organizations")) == (0, 0)


def test_figures_that_differ(watched, acme, as_superuser, capsys):
    open_account(acme, actor=SYSTEM)
    assert watched("figures_checked_timestamp_seconds") == 0
    call_command("check_figures", organization=acme.slug)
    assert watched("figures_checked_timestamp_seconds") == 0
    call_command("check_figures")
    assert abs(watched("figures_checked_timestamp_seconds") - datetime.now(UTC).timestamp()) < 60
    assert watched("differing_organizations") == 0
    as_superuser("UPDATE billing_account SET usage_total_usd = 7")
    with pytest.raises(SystemExit):
        call_command("check_figures")
    assert watched("differing_organizations") == 1


def test_no_series_names_anybody(watched, acme, alice, make_key, opt_in, api, sign_in):
    opt_in(acme)
    issued = make_key(acme)
    api(STATE, issued.secret)
    sign_in(alice).get(f"/o/{acme.slug}/overview/")
    database = DatabaseCollector()
    database.read()
    told = generate_latest(WEB).decode() + str(samples(database))
    assert len(told) > 2000
    for name in (acme.slug, acme.name, acme.public_id, alice.email, str(issued.key.pk), issued.secret[:12]):
        assert name not in told


def test_without_a_folder_there_is_nothing_to_serve(settings) -> None:
    settings.METRICS_FOLDER = ""
    with pytest.raises(CommandError, match="METRICS_FOLDER is not set"):
        call_command("serve_metrics")
