"""A compromised application database role shadows the record to read unseen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from billing_access.access.services import IssuedKey
from orgs.models import Organization

READS = ["/v1/billing/state", "/v1/billing/usage", "/v1/billing/entries"]
RECORD = ("event", "part", "unsealed", "repeat")
SHADOWS = [f"CREATE TEMP TABLE billing_audit_{table} (LIKE public.billing_audit_{table} INCLUDING ALL)"
           for table in RECORD]  # fmt: skip
PLANTED = [
    *SHADOWS,
    "CREATE TEMP VIEW billing_audit_event AS SELECT * FROM public.billing_audit_event",
    "CREATE TEMP SEQUENCE billing_audit_event",
    "SELECT * INTO TEMP billing_audit_event FROM public.billing_audit_event",
    "CREATE FUNCTION pg_temp.statement_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT timestamptz ''epoch'''",
    "CREATE FUNCTION pg_temp.billing_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "CREATE FUNCTION public.to_char(timestamp, text) RETURNS text LANGUAGE sql AS 'SELECT '''''",
    "CREATE TABLE public.shadow ()",
    "CREATE SCHEMA shadow",
]


@pytest.fixture
def key(acme: Organization, opt_in: Callable[[Organization], None], make_key: Callable[..., IssuedKey]) -> IssuedKey:
    """A key of Acme that may read everything."""
    opt_in(acme)
    return make_key(acme)


@pytest.fixture
def read(key: IssuedKey, api: Callable[..., Any]) -> Callable[..., list[int]]:
    """Read three times over the API; return how many rows each table of the record has more than before."""

    def run(status: int = 200) -> list[int]:
        before = _rows()
        assert [api(path, key.secret).status_code for path in READS] == [status] * len(READS)
        return [now - then for now, then in zip(_rows(), before, strict=True)]

    return run


def _rows() -> list[int]:
    """Return how many rows the tables in RECORD have."""
    with connection.cursor() as cursor:
        counts = (f"(SELECT count(*) FROM public.billing_audit_{table})" for table in RECORD)
        cursor.execute(f"SELECT {', '.join(counts)}")
        return list(cursor.fetchone())


def test_the_applications_role_makes_nothing_that_could_shadow_the_record(
    cells: Any, read: Callable[..., list[int]]
) -> None:
    for statement in PLANTED:
        with cells(statement), connection.cursor() as cursor:
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(statement)
            assert read() == [3, 3, 3, 0]
    assert cells.count == len(PLANTED)


@pytest.fixture
def _may_make_temporary_tables(as_role: Callable[[str], Any]) -> None:
    """Give the role the right that it has in a host's database, where PUBLIC keeps it."""
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_database())")
        (name,) = cursor.fetchone() or ("",)
        cursor.execute(f"GRANT TEMPORARY ON DATABASE {name} TO billing_access_app")


@pytest.mark.usefixtures("_may_make_temporary_tables")
def test_a_temporary_table_does_not_take_the_records_events(
    acme: Organization, read: Callable[..., list[int]], opt_out: Callable[[Organization], None]
) -> None:
    with connection.cursor() as cursor:
        for statement in SHADOWS:
            cursor.execute(statement)
    assert read() == [3, 3, 3, 0]
    opt_out(acme)
    assert read(status=403) == [3, 3, 3, 3]


@pytest.mark.usefixtures("_may_make_temporary_tables")
def test_with_the_roles_search_path_a_temporary_table_shadows_nothing(read: Callable[..., list[int]]) -> None:
    with connection.cursor() as cursor:
        # PostgreSQL does this when the role connects. The tests only change to it.
        cursor.execute(
            "SELECT set_config('search_path', split_part(each, '=', 2), true) FROM pg_roles, unnest(rolconfig) each"
            " WHERE rolname = 'billing_access_app' AND starts_with(each, 'search_path=')"
        )
        for table in ("billing_api_key", "billing_reads_opt_in", "billing_account", "billing_audit_event"):
            cursor.execute(f"CREATE TEMP TABLE {table} (LIKE public.{table} INCLUDING ALL)")
    assert read() == [3, 3, 3, 0]
