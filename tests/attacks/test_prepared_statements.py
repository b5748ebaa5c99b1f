"""Somebody with SQL on the site's own connection changes its session, so that what follows is not recorded."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from billing_access.access.services import IssuedKey
from billing_audit.record import Actor, Target, record, record_denial, record_for_each
from orgs.models import Organization

READS = ["/v1/billing/state", "/v1/billing/usage", "/v1/billing/entries"]
RECORD = ("event", "part", "unsealed", "repeat")
SYSTEM = Actor("system", "tests")
# Each way to write the record, with and without the parts of an event, and how many rows it adds to each table.
WAYS: dict[str, tuple[Callable[[], object], list[int]]] = {
    "personal data alone": (lambda: record("user.created", organization_id=None, actor=SYSTEM), [1, 1, 1, 0]),
    "texts": (
        lambda: record("billing_reads.enabled", organization_id="o_1", actor=SYSTEM, details={"reason": "why"}),
        [1, 2, 1, 0],
    ),
    "figures": (
        lambda: record("runs.imported", organization_id="o_1", actor=SYSTEM, details={"read": 1}),
        [1, 2, 1, 0],
    ),
    "a denial": (lambda: deny(uuid.uuid4().hex), [1, 1, 1, 1]),
    "several organizations": (
        lambda: record_for_each("runs.imported", {"o_1": {"read": 1}, "o_2": {"read": 2}}, actor=SYSTEM),
        [2, 4, 2, 0],
    ),
}
# Changes of the session that need no right. What follows them is recorded, or refused.
SESSION = [
    "SET search_path = pg_temp",
    "SET search_path = pg_temp, pg_catalog, public",
    "SET search_path = information_schema, pg_catalog",
    "SET plan_cache_mode = force_generic_plan",
    "SET plan_cache_mode = force_custom_plan",
    "SET TimeZone = 'Pacific/Kiritimati'",
    "SET DateStyle = 'German, DMY'",
    "SET bytea_output = escape",
    "SET enable_seqscan = off",
    "SET default_transaction_isolation = serializable",
    "SET plpgsql.extra_errors = 'all'",
    "SET plpgsql.extra_warnings = 'all'",
    "DISCARD PLANS",
    "SET row_security = off",
]


def deny(route: str) -> object:
    """Record a denial that is identical only to those with the same text."""
    told = Target("route", route)
    return record_denial("api_key.refused", organization_id="o_1", actor=SYSTEM, reason_code="x", target=told)


def rows() -> list[int]:
    """Return how many rows the tables in RECORD have."""
    with connection.cursor() as cursor:
        counts = (f"(SELECT count(*) FROM public.billing_audit_{table})" for table in RECORD)
        cursor.execute(f"SELECT {', '.join(counts)}")
        return list(cursor.fetchone() or ())


def added(do: Callable[[], object]) -> list[int]:
    """Return how many rows each table of RECORD has more afterwards."""
    before = rows()
    do()
    return [now - then for now, then in zip(rows(), before, strict=True)]


def replace_prepared() -> None:
    """Put a statement that does nothing in the place of each prepared one that writes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, parameter_types::text[] FROM pg_prepared_statements"
            " WHERE statement ~ '(INSERT INTO|CALL) public'"
        )
        for name, types in cursor.fetchall():
            cursor.execute(f'DEALLOCATE "{name}"')
            takes = f"({', '.join(types)})" if types else ""
            cursor.execute(f'PREPARE "{name}" {takes} AS SELECT 1')


@pytest.fixture
def read(acme: Organization, opt_in: Callable[[Organization], None], make_key: Any, api: Any) -> Callable[[], object]:
    """Read three times over the API, and twice what the key may not read. All of it must be answered so."""
    opt_in(acme)
    full: IssuedKey = make_key(acme)
    little: IssuedKey = make_key(acme, "runs:read")

    def run() -> None:
        assert [api(path, full.secret).status_code for path in READS] == [200] * len(READS)
        assert [api(path, little.secret).status_code for path in READS[:2]] == [403, 403]

    return run


@pytest.fixture
def _fresh_session() -> Iterator[None]:
    """The connection is closed afterwards, with what was changed in it."""
    yield
    connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_fresh_session")
def test_a_read_is_recorded_although_its_prepared_statements_were_replaced(read: Callable[[], object]) -> None:
    for _ in range(8):
        read()
    replace_prepared()
    assert added(read)[:3] == [5, 5, 5]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_fresh_session")
def test_each_way_to_write_the_record_is_out_of_reach_of_replaced_statements() -> None:
    assert _written() == _wanted()
    for _ in range(8):
        _written()
    replace_prepared()
    assert _written() == _wanted()


def _written() -> dict[str, list[int]]:
    return {name: added(do) for name, (do, _) in WAYS.items()}


def _wanted() -> dict[str, list[int]]:
    return {name: wanted for name, (_, wanted) in WAYS.items()}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_fresh_session")
def test_what_is_served_is_recorded_although_the_names_of_prepared_statements_are_taken(
    acme: Organization, opt_in: Callable[[Organization], None], make_key: Any, api: Any
) -> None:
    opt_in(acme)
    secret = make_key(acme).secret
    connection.close()
    with connection.cursor() as cursor:
        for number in range(100):
            cursor.execute(f'PREPARE "_pg3_{number}" AS SELECT 1')
    statuses: list[int] = []

    def read_often() -> None:
        statuses.extend(api(path, secret).status_code for _ in range(8) for path in READS)

    found = added(read_often)
    assert set(statuses) <= {200, 503}
    assert statuses.count(200) > 0
    assert found[0] == statuses.count(200)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_fresh_session")
def test_the_record_is_written_whatever_was_set_in_the_session(cells: Any) -> None:
    for _ in range(8):
        _written()
    for statement in SESSION:
        with cells(statement):
            with connection.cursor() as cursor:
                cursor.execute(statement)
            assert _written() == _wanted()
    assert cells.count == len(SESSION)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_fresh_session")
@pytest.mark.parametrize("begin", ["BEGIN", "START TRANSACTION ISOLATION LEVEL SERIALIZABLE"])
def test_nothing_is_served_in_a_transaction_that_could_be_rolled_back_later(
    begin: str, acme: Organization, opt_in: Callable[[Organization], None], make_key: Any, api: Any
) -> None:
    opt_in(acme)
    secret = make_key(acme).secret
    with connection.cursor() as cursor:
        cursor.execute(begin)
    statuses: list[int] = []
    assert added(lambda: statuses.append(api(READS[0], secret).status_code)) == [0, 0, 0, 0]
    assert statuses == [503]
    assert added(lambda: statuses.append(api(READS[0], secret).status_code)) == [1, 1, 1, 0]
    assert statuses[1:] == [200]


@pytest.mark.django_db
def test_objects_of_the_session_take_no_event_and_shorten_none(as_role: Callable[[str], Any]) -> None:
    """In a host's database, where PUBLIC may make temporary tables, types and functions."""
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_database())")
        (name,) = cursor.fetchone() or ("",)
        cursor.execute(f"GRANT TEMPORARY ON DATABASE {name} TO billing_access_app")
    with connection.cursor() as cursor:
        for table in RECORD:
            cursor.execute(f"CREATE TEMP TABLE billing_audit_{table} (LIKE public.billing_audit_{table} INCLUDING ALL)")
        cursor.execute("CREATE PROCEDURE pg_temp.billing_audit_record() LANGUAGE plpgsql AS 'BEGIN END'")
        for domain, base in {"jsonb": "pg_catalog.jsonb", "bytea": "pg_catalog.bytea", "text": "varchar(3)"}.items():
            cursor.execute(f"CREATE DOMAIN pg_temp.{domain} AS {base}")
        cursor.execute("SET LOCAL search_path = pg_temp, pg_catalog, public")
        assert _written() == _wanted()
        cursor.execute(
            "SELECT count(*) FROM public.billing_audit_part WHERE octet_length(salt) <> 16 OR data IS NULL"
            " OR kind = 'personal' AND NOT data ? 'actor_name'"
        )
        assert cursor.fetchone() == (0,)


RIGHTS = [
    "CREATE OR REPLACE PROCEDURE public.billing_audit_record() LANGUAGE plpgsql AS 'BEGIN END'",
    "CREATE FUNCTION public.billing_audit_record(text) RETURNS text LANGUAGE sql AS 'SELECT 1'",
    "DROP PROCEDURE public.billing_audit_record",
    "ALTER PROCEDURE public.billing_audit_record SET search_path = pg_temp",
    "ALTER PROCEDURE public.billing_audit_record SECURITY INVOKER",
    "ALTER PROCEDURE public.billing_audit_record RENAME TO none",
    "INSERT INTO public.billing_audit_event (id, action) VALUES (gen_random_uuid(), 'x')",
    "INSERT INTO public.billing_audit_part (event_id, kind) VALUES (gen_random_uuid(), 'texts')",
    "INSERT INTO public.billing_audit_unsealed (event_id) VALUES (gen_random_uuid())",
    "INSERT INTO public.billing_audit_repeat (fingerprint, minute, count) VALUES ('x', now(), 1)",
    "UPDATE public.billing_audit_repeat SET count = count + 1",
    "SET session_replication_role = replica",
]


@pytest.mark.parametrize("role", ["app", "sealer", "auditor"])
def test_no_role_of_production_replaces_the_procedures_or_writes_past_them(
    as_role: Callable[[str], Any], role: str, cells: Any
) -> None:
    for statement in RIGHTS:
        refusal = pytest.raises(ProgrammingError, match=r"permission denied|must be owner")
        with cells(statement), as_role(role), connection.cursor() as cursor, refusal, transaction.atomic():
            cursor.execute(statement)
    assert cells.count == len(RIGHTS)


@pytest.mark.parametrize("role", ["app", "sealer", "auditor"])
def test_public_may_not_run_the_procedures_and_each_role_records(as_role: Callable[[str], Any], role: str) -> None:
    with as_role(role), connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, has_function_privilege(oid, 'EXECUTE'), has_function_privilege('public', oid, 'EXECUTE')"
            " FROM pg_proc WHERE proname LIKE 'billing\\_audit\\_record%' ORDER BY 1"
        )
        counted = [(f"billing_audit_record_{each}", role == "app", False) for each in ("denial", "hourly")]
        assert cursor.fetchall() == [("billing_audit_record", True, False), *counted]
    with as_role(role):
        record("user.created", organization_id=None, actor=SYSTEM)
