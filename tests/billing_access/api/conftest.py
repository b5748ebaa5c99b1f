"""Fixtures of the API's tests: counts of SQL statements, a few runs to read, a Redis server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing_access.billing.ledger.account_lock import move_revision
from billing_access.billing.models import Account, Run
from tests.redis_server import RedisServer


class Counted:
    """The statements of a block: those that read, those that record an event, those that store a key's use."""

    reads = -1
    records = -1
    uses = -1


@pytest.fixture
def counting() -> Callable[[], Any]:
    """Count the statements of a block. Savepoints and ``SET LOCAL`` are not counted."""

    @contextmanager
    def count() -> Iterator[Counted]:
        counted = Counted()
        with CaptureQueriesContext(connection) as captured:
            yield counted
        records = [query for query in captured if "CALL public.billing_audit_record" in query["sql"]]
        counted.records = len(records)
        counted.uses = len([query for query in captured if "UPDATE billing_api_key SET last_used_at" in query["sql"]])
        bounds = ("SAVEPOINT", "RELEASE SAVEPOINT", "SET LOCAL")
        bounds_and_settings = [query for query in captured if query["sql"].startswith(bounds)]
        counted.reads = len(captured) - counted.records - counted.uses - len(bounds_and_settings)

    return count


@pytest.fixture
def runs(acme) -> list[Run]:
    """Five runs of Acme in March 2026: two started at the same instant, and one has no price."""
    Account.objects.create(organization=acme, fed_at=datetime(2026, 3, 2, tzinfo=UTC), billing_tier="pro")
    move_revision(acme.pk)
    starts = [1, 2, 2, 3, 4]
    costs = ["0.1", "0.0042105", None, "12.3", "0"]
    return [
        Run.objects.create(
            organization=acme, run_id=f"wr_{number}", run_type="workflow_run", status="completed",
            created_at=start, modified_at=start, started_at=start, finished_at=start, total_cost_usd=cost,
            cost_status="final" if cost else "unpriced", cost_updated_at=start, llm_tokens_in=number,
            llm_tokens_out=None, tags={"county": "adams" if number % 2 else "wayne"}, first_revision=1, revision=1,
        )
        for number, (start, cost) in enumerate(
            zip([datetime(2026, 3, day, 12, tzinfo=UTC) for day in starts], costs, strict=True), 1
        )
    ]  # fmt: skip


MARCH = {"from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z"}


@pytest.fixture
def march() -> dict[str, str]:
    """The range of the runs, as query parameters."""
    return dict(MARCH)


@pytest.fixture
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A running Redis server. Valkey has the same protocol."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.kill()
