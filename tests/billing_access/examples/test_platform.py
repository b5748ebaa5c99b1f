"""docs/adopting.md: every file of examples/platform, against a database and a server shaped like a platform's."""

import asyncio
import importlib.util
import io
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from billing_access.access.services import register_platform_key
from billing_access.billing.models import Account, BalanceEntry, Run
from billing_access.billing.operators import sync_organization
from billing_access.routes import RATES
from billing_access.scopes import ALL_SCOPES

pytestmark = pytest.mark.django_db(transaction=True)
PLATFORM = settings.BASE_DIR / "examples" / "platform"
RUN = """organization_id text NOT NULL, run_type text NOT NULL, status text NOT NULL, created_at timestamp NOT NULL,
modified_at timestamp NOT NULL, queued_at timestamp, started_at timestamp, finished_at timestamp"""
SCHEMA = f"""
RESET ROLE; CREATE SCHEMA platform; SET search_path = platform;
CREATE TABLE workflow_runs (workflow_run_id text PRIMARY KEY, parent_workflow_run_id text, {RUN});
CREATE TABLE tasks (task_id text PRIMARY KEY, workflow_run_id text, {RUN});
CREATE TABLE steps (task_id text, step_cost numeric, input_token_count int, output_token_count int,
                    modified_at timestamp DEFAULT '2026-04-01');
CREATE TABLE observer_thoughts (workflow_run_id text, thought_cost numeric, input_token_count int,
                                output_token_count int, modified_at timestamp DEFAULT '2026-04-01');
CREATE TABLE workflow_run_blocks (workflow_run_id text, llm_cost numeric, modified_at timestamp DEFAULT '2026-04-01');
CREATE TABLE run_tags (run_id text PRIMARY KEY, tags jsonb NOT NULL, modified_at timestamp NOT NULL);
GRANT ALL ON SCHEMA platform TO PUBLIC; GRANT ALL ON ALL TABLES IN SCHEMA platform TO PUBLIC;
SET search_path = DEFAULT; SET ROLE billing_access_app
"""
TIMES = "'2026-04-01 12:00', '2026-04-01 12:30', '2026-04-01 12:00', '2026-04-01 12:00:30.5', '2026-04-01 12:30'"
WORKFLOW = f"'o_7f3', 'workflow_run', 'completed', {TIMES}"
TASK = f"'o_7f3', 'task_v1', 'completed', {TIMES}"
NOON = "'2026-04-01 12:00'"
# wr_1 has a child workflow run and a task in each; a task alone; one whose price nobody knew; one still running.
DATA = f"""
INSERT INTO platform.workflow_runs VALUES
    ('wr_1', NULL, {WORKFLOW}), ('wr_2', 'wr_1', {WORKFLOW}), ('wr_free', NULL, {WORKFLOW}),
    ('wr_v2', NULL, 'o_7f3', 'task_v2', 'failed', {TIMES}),
    ('wr_queued', NULL, 'o_7f3', 'workflow_run', 'queued', {NOON}, {NOON}, {NOON}, NULL, NULL);
INSERT INTO platform.tasks VALUES
    ('tsk_1', 'wr_1', {TASK}), ('tsk_2', 'wr_2', {TASK}), ('tsk_alone', NULL, {TASK}), ('tsk_unknown', NULL, {TASK}),
    ('tsk_runs', NULL, 'o_7f3', 'task_v1', 'running', {NOON}, {NOON}, NULL, {NOON}, NULL),
    ('tsk_theirs', NULL, 'o_other', 'task_v1', 'completed', {TIMES});
INSERT INTO platform.steps (task_id, step_cost, input_token_count, output_token_count) VALUES
    ('tsk_1', 0.1, 100, 10), ('tsk_1', 0.2, 200, 20), ('tsk_2', 0.0000000001, 1, 1), ('tsk_alone', 1.5, 7, NULL),
    ('tsk_unknown', 0.4, 5, 5), ('tsk_unknown', 0, 5, 5), ('tsk_runs', 0.3, 3, 3), ('tsk_theirs', 99, 9, 9);
INSERT INTO platform.observer_thoughts (workflow_run_id, thought_cost, input_token_count, output_token_count) VALUES
    ('wr_v2', 0.05, 50, 5), ('wr_v2', 0, 0, 0);
INSERT INTO platform.workflow_run_blocks (workflow_run_id, llm_cost)
    VALUES ('wr_2', 0.01), ('wr_1', NULL), ('wr_v2', 0.02);
INSERT INTO platform.run_tags VALUES ('wr_1', '{{"county": "adams"}}', '2026-04-01 12:00')
"""
COSTS = {
    "wr_1": ("0.3100000001", "final", 301, 31),
    "wr_v2": ("0.07", "final", 50, 5),
    "wr_free": ("0", "final", None, None),
    "wr_queued": (None, "unpriced", None, None),
    "tsk_alone": ("1.5", "final", 7, None),
    "tsk_unknown": (None, "unpriced", 10, 10),
    "tsk_runs": ("0.3", "accruing", 3, 3),
}


def load(name: str) -> ModuleType:
    """Import a file of examples/platform as the platform would."""
    spec = importlib.util.spec_from_file_location(name, PLATFORM / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def platform(acme, other, system):
    """The platform's tables next to our own, and the two organizations with its ids as external ids."""
    sync_organization(acme, external_id="o_7f3", actor=system)
    sync_organization(other, external_id="o_other", actor=system)
    with connection.cursor() as cursor:
        cursor.execute(SCHEMA)
        cursor.execute(DATA)
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE; DROP SCHEMA platform CASCADE; SET ROLE billing_access_app")


def export(since: str) -> str:
    """Run the export as psql would."""
    statement = (PLATFORM / "export_runs.sql").read_text().replace(":'since'", f"'{since}'")
    with connection.cursor() as cursor:
        cursor.execute("SET search_path = platform")
        cursor.execute("SET TIME ZONE 'America/New_York'")
        cursor.execute(statement)
        lines = [row[0] for row in cursor.fetchall()]
        cursor.execute("SET search_path = DEFAULT")
        cursor.execute("SET TIME ZONE 'UTC'")
    return "\n".join(lines)


@pytest.fixture
def import_runs(monkeypatch, tmp_path):
    """Pipe NDJSON into import_runs, from the documented line."""

    def run(text: str, *arguments: str) -> str:
        out = io.StringIO()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        monkeypatch.chdir(tmp_path)
        call_command("import_runs", "-", "--organization-column", "organization", *arguments, stdout=out)
        return out.getvalue()

    return run


def stored(organization: Any) -> dict[str, tuple[Any, ...]]:
    """What is here of an organization's runs."""
    return {
        run.run_id: (run.total_cost_usd, run.cost_status, run.llm_tokens_in, run.llm_tokens_out)
        for run in Run.objects.filter(organization=organization)
    }


def test_costs_spread_over_parts_count_once_and_an_unknown_price_is_not_zero(platform, acme, other, import_runs):
    out = import_runs(export("2026-01-01"), "--complete-through", "2026-04-02T00:00:00Z")
    assert " 8 new, 0 changed, 0 unchanged, 0 repeated, 0 stale, 0 refused." in out
    assert stored(acme) == {
        run_id: (None if cost is None else Decimal(cost), *rest) for run_id, (cost, *rest) in COSTS.items()
    }
    assert stored(other) == {"tsk_theirs": (99, "final", 9, 9)}
    run = Run.objects.get(run_id="wr_1")
    assert run.started_at == datetime(2026, 4, 1, 12, 0, 30, 500000, tzinfo=UTC)
    assert run.tags == {"county": "adams"}
    account = Account.objects.get(organization=acme)
    assert account.usage_through == datetime(2026, 4, 2, tzinfo=UTC)
    assert account.usage_total_usd == sum(Decimal(cost) for cost, *_ in COSTS.values() if cost)
    call_command("check_figures", stdout=io.StringIO())


def test_again_changes_nothing_and_what_changed_comes_by_its_time(platform, acme, import_runs):
    import_runs(export("2026-01-01"))
    before = Account.objects.get(organization=acme).revision
    assert " 0 new, 0 changed, 8 unchanged" in import_runs(export("2026-01-01"))
    assert Account.objects.get(organization=acme).revision == before
    with connection.cursor() as cursor:
        cursor.execute("""
            UPDATE platform.run_tags SET tags = '{"county": "boone"}', modified_at = '2026-04-05';
            INSERT INTO platform.steps VALUES ('tsk_runs', 0.5, 1, 1, '2026-04-05');
            UPDATE platform.tasks SET status = 'completed', finished_at = '2026-04-05', modified_at = '2026-04-05'
            WHERE task_id = 'tsk_runs'""")
    changed = export("2026-04-04")
    *rows, mark = map(json.loads, changed.splitlines())
    assert {row["run_id"] for row in rows} == {"wr_1", "tsk_runs"}
    assert mark == {"end": True, "rows": 2}
    assert " 0 new, 2 changed" in import_runs(changed)
    assert stored(acme)["tsk_runs"] == (Decimal("0.8"), "final", 4, 4)
    assert Run.objects.get(run_id="wr_1").tags == {"county": "boone"}
    call_command("check_figures", stdout=io.StringIO())


def test_an_export_that_was_cut_off_is_never_complete(platform, acme, import_runs):
    text = export("2026-01-01")
    ends = [text.rindex("{"), len(text) // 2, text.index("\n") + 1, len(text) - 1]
    for end in ends:
        with pytest.raises(SystemExit):
            import_runs(text[:end], "--complete-through", "2026-04-02T00:00:00Z", "--complete-for", "all")
        assert not Account.objects.exclude(usage_through=None).exists()


def test_a_time_without_runs_is_complete_for_every_organization(platform, acme, other, import_runs):
    text = export("2027-01-01")
    assert json.loads(text) == {"end": True, "rows": 0}
    through = "2026-04-02T00:00:00Z"
    assert "Batch" in import_runs(text, "--complete-through", through)
    assert not Account.objects.exclude(usage_through=None).exists()
    import_runs(text, "--complete-through", through, "--complete-for", "all")
    assert set(Account.objects.values_list("organization__slug", "usage_through")) == {
        (organization.slug, datetime(2026, 4, 2, tzinfo=UTC)) for organization in (acme, other)
    }


def test_feed_from_python(platform, acme):
    feed = load("feed").feed
    runs = [
        {"run_id": "a", "started_at": datetime(2026, 4, 1, tzinfo=UTC), "total_cost_usd": Decimal("0.1")},
        {"run_id": "b", "started_at": "2026-04-01T00:00:00Z", "total_cost_usd": "nonsense"},
    ]
    through = datetime(2026, 4, 2, tzinfo=UTC)
    batch, refused = feed("o_7f3", runs, through)
    assert (batch.inserted, [run_id for run_id, _ in refused]) == (1, ["b"])
    assert Account.objects.get(organization=acme).usage_through is None
    batch, refused = feed("o_7f3", runs[:1], through)
    assert (batch.unchanged, refused) == (1, [])
    assert Account.objects.get(organization=acme).usage_through == through


PAID = {"id": "evt_1", "type": "payment.succeeded", "created": 1775044800,
        "data": {"customer": "o_7f3", "amount": 10_050}}  # fmt: skip


def test_a_webhook_that_is_delivered_twice_and_out_of_order(platform, acme):
    on_event = load("payment_webhook").on_event
    refunded = {"id": "evt_2", "type": "refund.succeeded", "created": 1775044900,
                "data": {"customer": "o_7f3", "amount": 50}}  # fmt: skip
    assert [on_event(event) for event in (refunded, PAID, PAID, refunded)] == [True] * 4
    assert on_event({**PAID, "type": "customer.created"}) is False
    assert sorted(BalanceEntry.objects.values_list("kind", "amount_usd", "reference")) == [
        ("refund", Decimal("-0.5"), "evt_2"),
        ("top_up", Decimal("100.5"), "evt_1"),
    ]
    assert Account.objects.get(organization=acme).entries_total_usd == 100


def test_a_webhook_for_a_customer_who_is_not_here_yet_is_to_be_delivered_again(platform, acme, system):
    webhook = load("payment_webhook")
    with pytest.raises(webhook.UnknownCustomer, match="No organization has the external id 'o_new'"):
        webhook.on_event({**PAID, "data": {**PAID["data"], "customer": "o_new"}})
    assert not BalanceEntry.objects.exists()
    sync_organization(acme, external_id="o_new", actor=system)
    assert webhook.on_event({**PAID, "data": {**PAID["data"], "customer": "o_new"}}) is True


def test_a_webhook_in_an_async_handler(platform, acme):
    webhook = load("payment_webhook")

    async def handler() -> bool:
        try:
            return await webhook.on_event_async(PAID)
        finally:
            await sync_to_async(connections.close_all)()

    assert asyncio.run(handler()) is True
    assert BalanceEntry.objects.get().reference == "evt_1"


def test_a_webhook_in_a_process_that_has_not_set_django_up(platform, acme):
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    program = f"import payment_webhook; print(payment_webhook.on_event({PAID!r}))"
    environ = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environ |= {"DATABASE_URL": database, "PYTHONPATH": f"{settings.BASE_DIR}:{PLATFORM}"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr
    assert BalanceEntry.objects.get().reference == "evt_1"


OWN = {"run_id": "tsk_alone", "status": "completed", "app_url": "https://example.com", "total_cost_usd_v0": 3}
PLATFORM_KEY = "sk_platform_" + "x" * 40


@pytest.fixture
def reader(platform, acme, opt_in, import_runs, live_server, configure, system):
    """Return a function that makes the platform's reader of costs, for a live server and a key that it issued."""
    configure(PLATFORM_KEYS=True)
    import_runs(export("2026-01-01"))
    opt_in(acme)
    register_platform_key(
        acme, actor=system, secret=PLATFORM_KEY, name="Platform key", scopes=sorted(ALL_SCOPES),
        expires_at=datetime.now(UTC) + timedelta(days=9),
    )  # fmt: skip
    make = load("run_handler").CostReader
    return lambda url=live_server.url, timeout=10: make(url, timeout)


@pytest.fixture
def with_cost(reader):
    """The platform's handler: ``with_cost(answer)``, with another key or another reader's options if given."""
    return lambda answer, key=PLATFORM_KEY, **options: reader(**options).with_cost(answer, key, "203.0.113.7")


COST = {"total_cost_usd": "1.50", "cost_status": "final", "llm_tokens_in": 7, "llm_tokens_out": None}


def test_the_platforms_run_gets_its_cost_with_the_callers_key(with_cost):
    assert with_cost(OWN) == ({**COST, **OWN}, None)
    replaced = {**OWN, "total_cost_usd": "the platform's own"}
    assert with_cost(replaced)[0]["total_cost_usd"] == "the platform's own"


def test_its_own_answer_stays_as_it_was_on_every_refusal_and_the_reason_is_named(with_cost, acme, make_key, opt_out):
    def withheld(answer, *arguments):
        returned, code = with_cost(answer, *arguments)
        assert returned is answer
        return code

    assert withheld(OWN, "sk_platform_unknown") == "invalid_key"
    assert withheld(OWN, make_key(acme, "runs:read").secret) == "insufficient_scope"
    assert withheld({"run_id": "tsk_theirs"}) == "not_found"
    assert withheld({"run_id": "../billing/state?x=/é"}) == "not_found"
    opt_out(acme)
    assert withheld(OWN) == "org_opt_in_required"


def test_half_of_the_keys_requests_are_left_to_the_caller(reader, api, configure):
    configure(RATE_LIMITS={**RATES, "runs": 6})
    handler = reader()
    codes = [handler.with_cost(OWN, PLATFORM_KEY, "203.0.113.7") for _ in range(10)]
    assert [code for _, code in codes] == [None] * 3 + ["rate_limited"] * 7
    assert all(answer is OWN for answer, code in codes if code)
    # What the handler did not ask for is left.
    assert [api("/v1/runs/tsk_alone", PLATFORM_KEY).status_code for _ in range(4)] == [200] * 3 + [429]
    # Another process of the platform knows nothing of the pause, and names the server's refusal.
    assert reader().with_cost(OWN, PLATFORM_KEY, "203.0.113.7") == (OWN, "rate_limited")


def test_an_async_handler_serves_others_meanwhile(reader):
    with silent_server(seconds=1) as url:
        slow = reader(url=url, timeout=0.8)

        async def handler() -> tuple[Any, int]:
            asked = asyncio.create_task(slow.with_cost_async(OWN, PLATFORM_KEY, "203.0.113.7"))
            others = 0
            while not asked.done():
                await asyncio.sleep(0.01)
                others += 1
            return await asked, others

        answered, others = asyncio.run(handler())
    assert answered == (OWN, "unavailable")
    assert others > 10
    assert asyncio.run(reader().with_cost_async(OWN, PLATFORM_KEY, "203.0.113.7")) == ({**COST, **OWN}, None)


@contextmanager
def silent_server(seconds: float = 2, said: bytes | None = None) -> Iterator[str]:
    """Take one connection, and say this; without it, nothing for so many seconds."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            taken, _ = server.accept()
            with taken:
                if said is None:
                    time.sleep(seconds)
                else:
                    taken.recv(4096)
                    taken.sendall(said)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        thread.join()


@pytest.mark.parametrize(
    "said", [None, b"", b"HTTP/1.1 200 OK\r\n\r\n[]", b"HTTP/1.1 200 OK\r\n\r\n{", b"nonsense\r\n\r\n",
             b"HTTP/1.1 502 Bad Gateway\r\n\r\n<html>"]
)  # fmt: skip
def test_and_on_a_time_out_or_nonsense(with_cost, said):
    """A server that takes the connection and says nothing, or nothing that can be used."""
    with silent_server(said=said) as url:
        began = time.monotonic()
        answer, code = with_cost(OWN, url=url, timeout=0.3)
        assert (answer is OWN, code) == (True, "unavailable")
        assert time.monotonic() - began < 1.9


def test_nothing_listens(with_cost):
    assert with_cost(OWN, url="http://127.0.0.1:9") == (OWN, "unavailable")
