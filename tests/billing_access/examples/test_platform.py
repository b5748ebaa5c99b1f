"""docs/adopting.md: the Python of examples/platform. ``test_export_runs`` runs its SQL."""

import asyncio
import importlib.util
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

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connections

from billing_access.access.services import register_platform_key
from billing_access.api.body_fields import RunSerializer, RunWithoutCostSerializer
from billing_access.billing.models import Account, BalanceEntry
from billing_access.billing.operators import sync_organization
from billing_access.routes import RATES
from billing_access.scopes import ALL_SCOPES

pytestmark = pytest.mark.django_db(transaction=True)
PLATFORM = settings.BASE_DIR / "examples" / "platform"


def load(name: str) -> ModuleType:
    """Import a file of examples/platform as the platform would."""
    spec = importlib.util.spec_from_file_location(name, PLATFORM / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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


def test_a_webhook_in_a_process_that_has_not_set_django_up(platform, acme, database):
    program = f"import payment_webhook; print(payment_webhook.on_event({PAID!r}))"
    environ = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environ |= {"DATABASE_URL": database, "PYTHONPATH": f"{settings.BASE_DIR}:{PLATFORM}"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr
    assert BalanceEntry.objects.get().reference == "evt_1"


# The platform's answer for a v2 task. It gives the same one, with this run_id, for the id of the task's workflow run.
OWN = {
    "run_id": "tsk_v2_410",
    "run_type": "task_v2",
    "status": "completed",
    "app_url": "https://example.com/runs/wr_411",
}
PLATFORM_KEY = "sk_platform_" + "x" * 40


@pytest.fixture
def reader(platform, acme, other, opt_in, live_server, configure, system):
    """Return a function that makes the platform's reader of costs, for a live server and a key that it issued."""
    configure(PLATFORM_KEYS=True)
    through = datetime(2026, 4, 2, tzinfo=UTC)
    run = {"run_type": "task_v2", "status": "completed", "started_at": "2026-04-01T12:00:00Z", "llm_tokens_in": 7}
    load("feed").feed("o_7f3", [{**run, "run_id": "tsk_v2_410", "total_cost_usd": "1.5"}], through)
    load("feed").feed("o_other", [{**run, "run_id": "tsk_v2_theirs", "total_cost_usd": "99"}], through)
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


COST = {"total_cost_usd": "1.50", "credited_usd": "0.00", "cost_status": "final", "units": None, "cached_units": None,
        "llm_tokens_in": 7, "llm_tokens_out": None, "llm_tokens_cached": None}  # fmt: skip


def test_every_field_that_a_key_may_be_refused_is_passed_on():
    assert {*RunSerializer().fields} - {*RunWithoutCostSerializer().fields} == {*COST}


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
    assert withheld({"run_id": "tsk_v2_theirs"}) == "not_found"
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
    assert [api("/v1/runs/tsk_v2_410", PLATFORM_KEY).status_code for _ in range(4)] == [200] * 3 + [429]
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
