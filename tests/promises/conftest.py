"""Fixtures of the attacks: a frozen database clock, and changes committed on a second connection."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.db import connection

# The routes that return billing data only. A run is not among them: without its cost it still answers.
BILLING_READS = [
    "/v1/billing/state",
    "/v1/billing/usage",
    "/v1/billing/usage/summary",
    "/v1/billing/estimate?runs=1",
    "/v1/billing/entries",
    "/v1/billing/alerts",
]


@pytest.fixture
def billing_reads() -> list[str]:
    """Paths that a key with every scope can read once its organization has opted in."""
    return list(BILLING_READS)


@pytest.fixture
def elsewhere() -> Callable[[Callable[[], Any]], None]:
    """Return a function that runs another one on a second database connection and commits, as another process would."""

    def run(change: Callable[[], Any]) -> None:
        failures: list[BaseException] = []

        def target() -> None:
            try:
                change()
            except BaseException as failure:
                failures.append(failure)
            finally:
                connection.close()

        thread = threading.Thread(target=target)
        thread.start()
        thread.join()
        assert not failures, failures

    return run


@pytest.fixture
def database_clock() -> Callable[[datetime], Any]:
    """Freeze the database's statement clock: ``with database_clock(instant): ...``."""

    @contextmanager
    def frozen(instant: datetime) -> Iterator[None]:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE; CREATE SCHEMA IF NOT EXISTS frozen_clock")
            cursor.execute("GRANT USAGE ON SCHEMA frozen_clock TO PUBLIC")
            cursor.execute(
                "CREATE OR REPLACE FUNCTION frozen_clock.statement_timestamp() RETURNS timestamptz LANGUAGE sql "
                f"STABLE AS $$ SELECT timestamptz '{instant.isoformat()}' $$"
            )
            # This schema comes before pg_catalog, so its function replaces the server's own.
            cursor.execute("SET search_path = frozen_clock, pg_catalog, public; SET ROLE billing_access_app")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SET search_path = DEFAULT; RESET ROLE")
                cursor.execute("DROP SCHEMA frozen_clock CASCADE; SET ROLE billing_access_app")

    return frozen
