"""``manage.py doctor``: each line turns bad when what it watches breaks, and no other; the exit code; no secret."""

import io
import json
import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from weakref import WeakSet

import pytest
import yaml
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings

from billing_access.billing.models import Account
from billing_access.billing.operators import open_account
from billing_access.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSender
from billing_access.webhooks.sending import heartbeat as webhooks_heartbeat
from billing_audit import database_timeline, heartbeat
from billing_audit.record import record
from billing_audit.verification.report import Verdict
from config.doctor import database, site, work
from config.doctor import record as log
from config.doctor.checks import Check, Group, State, duration
from config.doctor.examination import GROUPS
from orgs import actors
from orgs.audit_verification import EXIT_CODES
from orgs.models import Organization
from tests.config.test_deploy_checks import ready_site
from tests.mailers import mailer
from tests.prometheus import ALERTS

pytestmark = pytest.mark.django_db
CHECKS: dict[str, Check[Any]] = {check.name: check for group in GROUPS for check in group.checks}
RULES = {rule["alert"]: rule for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]}
# What doctor cannot see: these compare what web processes have counted, or what was an hour ago, with now.
NOT_SEEN = {
    "MetricsMissing", "NoRequests", "ReadsFailing", "PagesFailing", "Faults", "ReadsSlow", "RecordsFailing",
    "StatementsOutOfTime", "KeysGuessed", "LogRestored",
}  # fmt: skip
READY = {
    "DEMO": False,
    "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH",
    **mailer("smtp", host="mail.example.com", port=587),
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SECURE_SSL_REDIRECT": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
}


def doctor(*arguments: str) -> tuple[int, str]:
    out, code = io.StringIO(), 0
    try:
        call_command("doctor", *arguments, stdout=out)
    except SystemExit as ended:
        code = int(str(ended.code))
    return code, out.getvalue()


def bad() -> tuple[int, dict[str, str]]:
    """Return the exit code, and the state of each check that is not well."""
    code, out = doctor("--json")
    return code, {each["check"]: each["state"] for each in json.loads(out) if each["state"] != "ok"}


def happened(action: str, by: str, **details: Any) -> None:
    record(action, organization_id=None, actor=actors.command(by), details=details)


def verified(by: str, worst: str = "intact") -> None:
    happened("audit_log.verified", by, verdict=worst, worst=worst)


def sql(statement: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


@pytest.fixture
def well(acme: Organization, settings: Any, configure: Any, seal_events: Any, as_role: Any, tmp_path: Path) -> Any:
    """A site where all is well."""
    for name, value in READY.items():
        setattr(settings, name, value)
    configure(**{**ready_site(), "AUDIT_CHECKPOINTS": str(tmp_path)})
    open_account(acme, actor=actors.command("tests"))
    Account.objects.update(fed_at=datetime.now(UTC))
    happened("audit_heads.published", "worker", logs=1, to="x")
    happened("figures.checked", "worker", organizations=1, differing=0, unchecked=0)
    verified("verify_audit")
    verified("worker")
    seal_events()
    with as_role("sealer"):
        heartbeat.beat(heartbeat.SEALER)
    with as_role("owner"):
        sql("DELETE FROM procrastinate_jobs")
        sql("INSERT INTO procrastinate_workers DEFAULT VALUES")
    webhooks_heartbeat.beat(uuid.uuid4())
    return SimpleNamespace(acme=acme)


# All is well


def test_a_site_where_all_is_well_passes(well: Any) -> None:
    code, out = doctor("--json")
    lines = json.loads(out)
    assert [each for each in lines if each["state"] != "ok"] == []
    assert code == 0
    assert {each["check"] for each in lines} == {"settings.checks", "database.reachable", *CHECKS}
    assert {tuple(each) for each in lines} == {("check", "state", "found", "do")}
    assert [each for each in lines if each["do"]] == []


def test_the_page_says_the_same_and_what_to_do(well: Any) -> None:
    assert doctor()[1].splitlines()[-1] == f"0 fail, 0 warn, {len(CHECKS) + 2} ok"
    Account.objects.update(fed_at=datetime.now(UTC) - timedelta(hours=2))
    code, out = doctor()
    assert code == 0
    assert "  warn  feeds.stale             not fed for an hour: 1 of 1 that were ever fed\n        -> Look at" in out
    assert out.splitlines()[-1] == f"0 fail, 1 warn, {len(CHECKS) + 1} ok"
    headings = [line for line in out.splitlines() if re.fullmatch(r"\w+", line)]
    assert headings == ["settings", "site", "database", "log", "queue", "feeds", "figures", "webhooks"]


@pytest.mark.parametrize("role", ["app", "worker"])
def test_it_runs_as_the_roles_of_the_site_and_the_worker(well: Any, as_role: Any, role: str) -> None:
    with as_role(role):
        assert bad() == (0, {})


def test_a_role_without_rights_is_told_what_it_lacks(well: Any, as_role: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    # A statement that the role may not run would spoil the test's transaction.
    monkeypatch.setattr(site, "run_checks", lambda **_: [])
    with as_role("auditor"):
        code, out = doctor("--json")
    lines = {each["check"]: each for each in json.loads(out)}
    assert code == 1
    assert lines["database.rights"]["state"] == "fail"
    assert re.search(r"the role billing_access_auditor lacks .+ and \d+ more", lines["database.rights"]["found"])
    assert "permission denied for table procrastinate_jobs" in lines["queue"]["found"]
    assert lines["log.sealer"]["state"] == "ok"


# Each way to break


def _job(status: str, minutes_ago: int, attempts: int = 0) -> None:
    columns = "queue_name, task_name, status, scheduled_at, attempts"
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    sql(f"INSERT INTO procrastinate_jobs ({columns}) VALUES ('email', 'x', %s, %s, %s)", status, at, attempts)


def _drop_next_month(s: Any) -> None:
    following = (datetime.now(UTC).replace(day=1) + timedelta(days=32)).strftime("%Y_%m")
    sql(f"DROP TABLE billing_audit_part_{following}")


def _wait_for_the_sealer(s: Any) -> None:
    with s.at_another_time(datetime.now(UTC) - timedelta(minutes=3)):
        s.write_events(1)


def _another_timeline(s: Any) -> None:
    s.as_superuser("UPDATE billing_audit_timeline SET timeline = timeline + 100")
    s.monkeypatch.setattr(database_timeline, "_accepted", WeakSet())


@contextmanager
def _read_only() -> Iterator[None]:
    with transaction.atomic():
        sql("SET TRANSACTION READ ONLY")
        yield
        transaction.set_rollback(True)


def _unanswered(s: Any) -> None:
    delivery = _delivery("delivered")
    unanswered = [WebhookAttempt(delivery=delivery, milliseconds=1, error="tls") for _ in range(20)]
    WebhookAttempt.objects.bulk_create(unanswered)


def _delivery(state: str) -> WebhookDelivery:
    acme = Organization.objects.get()
    endpoint = WebhookEndpoint.objects.create(organization=acme, url="https://x.example", topics=["alert"], secret="")
    at = datetime.now(UTC) - timedelta(minutes=6)
    WebhookEndpoint.objects.update(state="active", rests_until=at)
    return WebhookDelivery.objects.create(
        id=uuid.uuid4(), endpoint=endpoint, type="alert.fired", state=state, attempt_at=at
    )


# What breaks each check. Those in OWNED are done as the owner of the tables.
BREAKS: dict[str, Callable[[Any], object]] = {
    "settings.checks": lambda s: setattr(s.settings, "DEMO", True),
    "site.email": lambda s: s.start(override_settings(**mailer("console"))),
    "site.rate_limits": lambda s: s.configure(RATE_LIMIT_STORAGE="redis://127.0.0.1:1/0"),
    "site.disk": lambda s: s.monkeypatch.setattr(site, "LEAST_FREE_BYTES", 10**18),
    "database.writable": lambda s: s.start(_read_only()),
    "database.version": lambda s: s.monkeypatch.setattr(database, "OLDEST_VERSION", 99),
    "database.rights": lambda s: sql("REVOKE INSERT ON billing_api_key FROM billing_access_app"),
    "database.role": lambda s: s.start(s.as_role("owner")),
    "database.clock": lambda s: s.monkeypatch.setattr(database, "time", SimpleNamespace(time=lambda: time.time() + 9)),
    "database.connections": lambda s: s.configure(WEB_THREADS="1000"),
    "database.migrations": lambda s: sql("DELETE FROM django_migrations WHERE name = '0007_heartbeats'"),
    "database.timeline": _another_timeline,
    "log.sealer": lambda s: s.as_superuser("UPDATE billing_heartbeat SET beat_at = now() - interval '3 minutes'"),
    "log.unsealed": _wait_for_the_sealer,
    "log.partitions": _drop_next_month,
    "log.published": lambda s: s.as_superuser("DELETE FROM billing_audit_event WHERE action = 'audit_heads.published'"),
    "log.verified": lambda s: s.as_superuser("DELETE FROM billing_audit_event WHERE actor_id = 'verify_audit'"),
    "log.self_verified": lambda s: s.as_superuser(
        "DELETE FROM billing_audit_event WHERE action = 'audit_log.verified' AND actor_id = 'worker'"
    ),
    "log.verdict": lambda s: verified("worker", "altered"),
    "queue.worker": lambda s: sql("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"),
    "queue.waiting": lambda s: _job("todo", 20),
    "queue.retried": lambda s: _job("todo", -20, attempts=1),
    "queue.failed": lambda s: _job("failed", 0),
    "feeds.stale": lambda s: Account.objects.update(fed_at=datetime.now(UTC) - timedelta(minutes=61)),
    "feeds.never_fed": lambda s: s.new_organization(),
    "figures.checked": lambda s: happened("figures.checked", "worker", organizations=2, differing=0, unchecked=1),
    "figures.agree": lambda s: happened("figures.checked", "worker", organizations=2, differing=1, unchecked=0),
    "webhooks.sender": lambda s: WebhookSender.objects.update(beat_at=datetime.now(UTC) - timedelta(minutes=1)),
    "webhooks.due": lambda s: _delivery("waiting"),
    "webhooks.answered": _unanswered,
}
OWNED = {
    "database.rights", "database.migrations", "log.partitions", "queue.worker", "queue.waiting", "queue.retried",
    "queue.failed",
}  # fmt: skip


@pytest.fixture
def scene(
    well: Any, settings: Any, configure: Any, as_role: Any, as_superuser: Any, monkeypatch: pytest.MonkeyPatch,
    at_another_time: Any, write_events: Any, new_organization: Any,
) -> Iterator[Any]:  # fmt: skip
    begun: list[Any] = []

    def start(block: Any) -> None:
        block.__enter__()
        begun.append(block)

    yield SimpleNamespace(
        settings=settings, configure=configure, as_role=as_role, as_superuser=as_superuser, monkeypatch=monkeypatch,
        at_another_time=at_another_time, write_events=write_events, new_organization=new_organization, start=start,
    )  # fmt: skip
    for block in begun:
        block.__exit__(None, None, None)


@pytest.mark.parametrize("name", BREAKS)
def test_each_line_is_bad_when_what_it_watches_breaks_and_no_other_is(scene: Any, as_role: Any, name: str) -> None:
    if name in OWNED:
        with as_role("owner"):
            BREAKS[name](scene)
    else:
        BREAKS[name](scene)
    state = CHECKS[name].bad if name in CHECKS else State.FAIL
    assert bad() == (int(state == State.FAIL), {name: str(state)})


def test_every_check_has_a_way_to_break() -> None:
    assert set(BREAKS) == {"settings.checks", *CHECKS} - {"log.restores", "webhooks.disabled"}


def test_what_never_happened_is_no_fact_of_all_being_well(db: None, settings: Any, configure: Any) -> None:
    for name, value in READY.items():
        setattr(settings, name, value)
    configure(**{**ready_site(), "AUDIT_CHECKPOINTS": "/nonexistent"})
    assert bad() == (
        1,
        {
            "log.sealer": "fail", "queue.worker": "fail", "log.published": "warn", "log.verified": "warn",
            "log.self_verified": "warn", "figures.checked": "warn", "webhooks.sender": "fail",
        },
    )  # fmt: skip


def test_a_check_that_breaks_is_a_line_and_the_others_run(well: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> Any:
        raise LookupError("no\nsuch thing")

    looks = Group("queue", lambda: None, (Check("queue.worker", State.FAIL, fails, ""),))
    reads = Group("log", lambda: sql("SELECT 1 / 0"), (CHECKS["log.sealer"],))
    monkeypatch.setattr("config.doctor.examination.IN_DATABASE", (looks, reads, work.FEEDS))
    monkeypatch.setattr(site, "run_checks", fails)
    code, out = doctor("--json")
    lines = {each["check"]: each for each in json.loads(out)}
    assert code == 1
    for name in ("queue.worker", "settings.checks"):
        assert lines[name]["found"] == "could not be checked: LookupError: no such thing"
    assert lines["log"]["found"] == "could not be checked: DataError: division by zero"
    assert "log.sealer" not in lines
    assert lines["figures.agree"]["state"] == "ok"


# Without a database, and secrets


def run(database_url: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "doctor", "--json"], cwd=django_settings.BASE_DIR, timeout=60, text=True,
        capture_output=True, check=False, env={**os.environ, "DATABASE_URL": database_url, **environ},
    )  # fmt: skip


def test_without_a_database_it_says_so_once_and_goes_on_with_what_needs_none() -> None:
    secret = "s3cr%2F3t-p4ssword"
    ended = run(
        f"postgresql://someone:{secret}@127.0.0.1:1/nothing", SECRET_KEY="a-very-secret-key-of-more-than-32-characters",
        RATE_LIMIT_STORAGE="redis://:redis-p4ssword@127.0.0.1:1/0", EMAIL_URL="smtp://u:mail-p4ssword@127.0.0.1:1",
    )  # fmt: skip
    lines = json.loads(ended.stdout)
    about = [each for each in lines if not each["check"].startswith("settings.")]
    assert {each["check"]: each["state"] for each in about} == {
        "site.email": "ok", "site.rate_limits": "warn", "site.disk": "ok", "database.reachable": "fail"
    }  # fmt: skip
    assert [each["check"] for each in lines if "database cannot be" in each["found"]] == ["database.reachable"]
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr + ended.stdout
    for each in ("s3cr", "p4ssword", "a-very-secret"):
        assert each not in ended.stdout + ended.stderr


def test_no_error_that_repeats_a_secret_prints_it(well: Any, settings: Any, configure: Any, signer: Any,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    for name, value in mailer("smtp", host="mail.example.com", port=587, password="mail-p4ssword").items():
        setattr(settings, name, value)
    configure(
        RATE_LIMIT_STORAGE="redis://:redis%2Fp4ssword@127.0.0.1:1/0", MFA_ENCRYPTION_KEYS="first-p4ss,second-p4ss",
        AUDIT_SIGNING_KEY=signer.text(), AUDIT_ORIGIN="tests",
    )  # fmt: skip
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", "database-p4ssword")
    secrets = [
        "mail-p4ssword", "redis/p4ssword", "first-p4ss", "second-p4ss", signer.text(), "database-p4ssword",
        settings.SECRET_KEY,
    ]  # fmt: skip

    def fails() -> Any:
        raise RuntimeError(" ".join(secrets))

    monkeypatch.setattr("config.doctor.examination.IN_DATABASE", (Group("queue", fails, ()),))
    _, out = doctor()
    assert f"RuntimeError: {' '.join(['[secret]'] * len(secrets))}\n" in out
    assert [each for each in secrets if each in out] == []


# The same as the alerts


def test_what_fails_here_is_what_pages_somebody() -> None:
    severities = {State.FAIL: "page", State.WARN: "ticket"}
    watched = {check.alert: check for check in CHECKS.values() if check.alert}
    assert {name: severities[check.bad] for name, check in watched.items()} == {
        name: rule["labels"]["severity"] for name, rule in RULES.items() if name not in NOT_SEEN | {"DatabaseUnread"}
    }
    assert RULES["DatabaseUnread"]["labels"]["severity"] == "page"
    without = {name for name, check in CHECKS.items() if check.bad == State.FAIL and not check.alert}
    # Of a site that sends no e-mail no metric tells.
    assert without == {"site.email"}


@pytest.mark.parametrize(
    ("alert", "within"),
    [
        ("SealerStopped", log.SEALER_WORKED_WITHIN),
        ("EventsUnsealed", log.SEALED_WITHIN),
        ("CheckpointsNotPublished", log.PUBLISHED_WITHIN),
        ("LogUnverified", log.VERIFIED_WITHIN),
        ("JobsWaiting", work.DUE_WITHIN),
        ("FiguresUnchecked", work.CHECKED_WITHIN),
    ],
)
def test_it_has_the_limits_of_the_alerts(alert: str, within: timedelta) -> None:
    found = re.search(r"> (\d+)(?: \* (\d+))?", RULES[alert]["expr"])
    assert found
    assert int(found[1]) * int(found[2] or 1) == within.total_seconds()


def test_a_good_verdict_is_one_with_which_verify_audit_ends_well() -> None:
    assert log.GOOD_VERDICTS - {""} == {str(each) for each in Verdict if EXIT_CODES[each] == 0}
    assert f"partition_months_ahead < {log.FEWEST_MONTHS_AHEAD}" in RULES["PartitionsMissing"]["expr"]


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=-1), "0 seconds"),
        (timedelta(seconds=90), "90 seconds"),
        (timedelta(minutes=3), "3 minutes"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(days=3), "3 days"),
    ],
)
def test_lengths_of_time_are_words(length: timedelta, words: str) -> None:
    assert duration(length) == words


def test_every_check_is_explained_in_the_docs() -> None:
    page = (Path(django_settings.BASE_DIR) / "docs" / "operations.md").read_text()
    assert [name for name in ("settings.checks", "database.reachable", *CHECKS) if f"`{name}`" not in page] == []
