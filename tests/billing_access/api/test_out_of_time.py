"""A statement that runs out of time, or out of patience for a lock, is 503 with Retry-After, and on the record."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

from billing_audit.models import AuditEvent

pytestmark = pytest.mark.django_db(transaction=True)
LIMITS = ("statement_timeout", "lock_timeout")


@pytest.fixture(params=LIMITS)
def limit(request: Any) -> Iterator[str]:
    """Have the site's statements end after 0.3 s, as its role in production does after seconds."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET {request.param} = 300")
    yield request.param
    with connection.cursor() as cursor:
        cursor.execute(f"RESET {request.param}")


def database_url() -> str:
    """Return the address of this test's database."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


@contextmanager
def locked(table: str) -> Iterator[None]:
    """Keep everybody else from a table."""
    with psycopg.connect(database_url()) as other:
        other.execute(f"LOCK TABLE {table}")
        yield
        other.rollback()


@pytest.mark.parametrize(
    ("path", "table"),
    [
        ("/v1/billing/estimate?runs=1", "billing_usage_day"),
        ("/v1/billing/entries", "billing_balance_entry"),
        ("/v1/runs/wr_1", "billing_run"),
    ],
)
def test_a_read_that_runs_out_of_time_is_503_and_recorded(acme, make_key, opt_in, api, limit, path, table):
    opt_in(acme)
    secret = make_key(acme).secret
    with locked(table):
        answer = api(path, secret)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert answer.headers["Retry-After"] == "5"
    assert "took too long" in answer.json()["detail"]
    event = AuditEvent.objects.get(reason_code="unavailable")
    assert (event.outcome, event.organization_id, event.request_id) == (
        "denied", acme.public_id, answer.headers["X-Request-ID"]
    )  # fmt: skip
    assert api("/v1/key", secret).status_code == 200


SLEEPER = """
import psycopg, sys
with psycopg.connect(sys.argv[1], user="billing_access_app", application_name="killed") as connection:
    print(connection.execute("SHOW statement_timeout").fetchone()[0], flush=True)
    connection.execute("SELECT pg_sleep(9)")
"""


def test_the_statement_of_a_killed_process_ends_within_seconds(start, within):
    process = start("-c", SLEEPER, database_url())
    assert process.stdout.readline() == "10s\n"

    def runs() -> bool:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'killed' AND state = 'active'"
                " AND query LIKE '%pg_sleep%')"
            )
            return bool(cursor.fetchone()[0])

    assert within(5, runs)
    process.kill()
    assert within(4, lambda: not runs())


def test_a_decision_that_runs_out_of_time_decides_nothing(acme, make_key, opt_in, api, limit):
    opt_in(acme)
    secret = make_key(acme).secret
    with locked("billing_reads_opt_in"):
        answer = api("/v1/billing/state", secret)
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert not AuditEvent.objects.filter(actor_kind="api_key").exists()


def test_a_record_that_runs_out_of_time_is_no_answer(acme, make_key, opt_in, api, limit):
    opt_in(acme)
    secret = make_key(acme).secret
    with locked("billing_audit_event"):
        assert api("/v1/billing/state", secret).status_code == 503
    assert not AuditEvent.objects.filter(actor_kind="api_key").exists()


def test_a_page_that_runs_out_of_time_is_the_page_503(acme, alice, sign_in, limit):
    client = sign_in(alice)
    with locked("billing_usage_day"):
        answer = client.get("/o/acme/overview/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert client.get("/o/acme/overview/").status_code == 200
