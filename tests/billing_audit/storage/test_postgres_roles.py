"""The roles of production get the rights that apps registered, and no other role loses any."""

import os
import shutil
import subprocess
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction

from accounts.apps import SITE_APPS
from tests.database_roles import make_roles

OURS = ("billing_accounts", "billing_access", "billing_audit", "billing_orgs")


def test_every_table_has_registered_rights(db: None) -> None:
    """Without rights on a table the site could not use it. Partitions are reached through their tables."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace AND NOT has_table_privilege(oid, 'SELECT')"
        )
        assert cursor.fetchall() == []


def test_the_site_registers_the_tables_of_each_installed_app(db: None) -> None:
    with_tables = {config.label for config in apps.get_app_configs() if list(config.get_models())}
    assert with_tables <= {*OURS, *SITE_APPS}


def test_a_new_row_takes_its_id_from_its_sequence(db: None) -> None:
    """As the site's role: procrastinate's ids are of type bigserial, and inserting needs a right on their sequences."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, nextval(pg_get_serial_sequence('procrastinate_jobs', 'id'))")
        role, number = cursor.fetchone() or ("", 0)
    assert role == "billing_access_app"
    assert number > 0


@pytest.mark.parametrize("table", ["audit_notes", "billing_audit_notes"])
@pytest.mark.parametrize("role", ["app", "sealer", "auditor"])
def test_a_hosts_own_tables_are_left_alone(db: None, as_role: Callable[[str], Any], table: str, role: str) -> None:
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {table} ()")
        cursor.execute(f"CREATE TABLE private_{table} ()")
        cursor.execute(f"GRANT SELECT ON {table} TO PUBLIC")
        make_roles()
    with as_role(role), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        refusal = pytest.raises(ProgrammingError, match="permission denied")
        with refusal, transaction.atomic():
            cursor.execute(f"SELECT count(*) FROM private_{table}")


@pytest.mark.parametrize("role", ["sealer", "auditor"])
def test_sealer_and_auditor_see_no_figure(db: None, as_role: Callable[[str], Any], role: str) -> None:
    refusal = pytest.raises(ProgrammingError, match="permission denied")
    with as_role(role), connection.cursor() as cursor, refusal, transaction.atomic():
        cursor.execute("SELECT count(*) FROM billing_run")


def test_a_right_that_was_given_by_hand_is_taken_back(db: None, as_role: Callable[[str], Any]) -> None:
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("GRANT ALL ON billing_audit_event, billing_run TO billing_access_auditor, PUBLIC")
        make_roles()
        cursor.execute("REVOKE ALL ON billing_run FROM PUBLIC")
        cursor.execute("SELECT has_table_privilege('billing_access_auditor', 'billing_audit_event', 'DELETE')")
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT has_table_privilege('billing_access_auditor', 'billing_run', 'SELECT')")
        assert cursor.fetchone() == (False,)


def test_the_worker_may_do_what_the_site_may_and_nothing_else(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), count(*) FILTER (WHERE has_table_privilege('billing_access_app', oid, p)"
            " <> has_table_privilege('billing_access_worker', oid, p)) FROM pg_class,"
            " unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p"
            " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
        )
        count, different = cursor.fetchone() or (0, 0)
    assert (count > 300, different) == (True, 0)


@pytest.mark.parametrize("is_own", [True, False])
def test_public_loses_temporary_tables_only_in_the_sites_own_database(
    db: None, as_role: Callable[[str], Any], configure: Callable[..., None], is_own: bool
) -> None:
    configure(OWN_DATABASE=is_own)
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_database())")
        (name,) = cursor.fetchone() or ("",)
        cursor.execute(f"GRANT TEMPORARY ON DATABASE {name} TO PUBLIC")
        make_roles()
        cursor.execute("SELECT has_database_privilege('public', current_database(), 'TEMPORARY')")
        assert cursor.fetchone() == (not is_own,)


# Every version of the rows that hold rights and settings: in this database, and of the roles with a prefix.
CATALOGS = """
SELECT 'class', oid, ctid::text, xmin::text FROM pg_class WHERE relkind IN ('r', 'p', 'S')
UNION ALL SELECT 'attribute', attrelid, ctid::text, xmin::text FROM pg_attribute
UNION ALL SELECT 'procedure', oid, ctid::text, xmin::text FROM pg_proc WHERE prokind = 'p'
UNION ALL SELECT 'schema', oid, ctid::text, xmin::text FROM pg_namespace
UNION ALL SELECT 'database', oid, ctid::text, xmin::text FROM pg_database WHERE datname = current_database()
UNION ALL SELECT 'role', oid, ctid::text, xmin::text FROM pg_authid WHERE rolname LIKE 'twice%%'
UNION ALL SELECT 'member', roleid, ctid::text, xmin::text FROM pg_auth_members
    WHERE roleid IN (SELECT oid FROM pg_roles WHERE rolname LIKE 'twice%%')
UNION ALL SELECT 'setting', setrole, ctid::text, xmin::text FROM pg_db_role_setting
    WHERE setrole IN (SELECT oid FROM pg_roles WHERE rolname LIKE 'twice%%')
"""


def catalogs() -> set[tuple[str, int, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(CATALOGS)
        return set(cursor.fetchall())


def test_a_second_run_changes_nothing(db: None, as_role: Callable[[str], Any]) -> None:
    with as_role("owner"), connection.cursor() as cursor:
        before = catalogs()
        make_roles("twice")
        first = catalogs()
        kinds = {"class", "attribute", "procedure", "schema", "role", "member", "setting"}
        assert {name for name, *_ in first - before} == kinds
        make_roles("twice")
        assert catalogs() == first
        # Only what differs is changed.
        cursor.execute("GRANT DELETE, SELECT (id) ON billing_run TO twice_app WITH GRANT OPTION")
        cursor.execute("REVOKE SELECT ON billing_audit_part FROM twice_sealer")
        cursor.execute("GRANT EXECUTE ON PROCEDURE billing_audit_record_denial TO PUBLIC")
        cursor.execute("ALTER ROLE twice_app SET lock_timeout = 1")
        cursor.execute("SELECT oid FROM pg_class WHERE relname IN ('billing_run', 'billing_audit_part')")
        tables = {oid for (oid,) in cursor.fetchall()}
        damaged = catalogs()
        make_roles("twice")
        mended = catalogs() - damaged
        assert {oid for name, oid, *_ in mended if name in ("class", "attribute")} == tables
        assert {name for name, *_ in mended} == {"class", "attribute", "procedure", "setting"}
        assert len([name for name, *_ in mended if name == "procedure"]) == 1


def test_a_right_that_another_role_granted_stops_it(db: None, as_role: Callable[[str], Any]) -> None:
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("CREATE ROLE generous")
        cursor.execute("GRANT SELECT ON billing_run TO generous WITH GRANT OPTION")
        cursor.execute("SET LOCAL ROLE generous")
        cursor.execute("GRANT SELECT ON billing_run TO billing_access_auditor")
        cursor.execute("RESET ROLE")
        message = "could not do this: REVOKE SELECT ON TABLE billing_run FROM billing_access_auditor"
        with pytest.raises(ProgrammingError, match=message), transaction.atomic():
            make_roles()


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ("", "poor_owner may not create the role poor_app"),
        ("CREATEROLE", r"poor_owner does not own the table \w+"),
    ],
)
def test_it_says_what_right_the_owner_lacks(
    db: None, as_role: Callable[[str], Any], attributes: str, message: str
) -> None:
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE poor_owner {attributes}")
        cursor.execute("GRANT USAGE ON SCHEMA public TO poor_owner WITH GRANT OPTION")
        cursor.execute("SET LOCAL ROLE poor_owner")
        with pytest.raises(ProgrammingError, match=message), transaction.atomic():
            make_roles("poor")


def script(capsys: pytest.CaptureFixture[str], prefix: str = "billing_access") -> str:
    call_command("database_roles", "--sql", "--prefix", prefix)
    return capsys.readouterr().out


def test_the_command_prints_one_transaction(capsys: pytest.CaptureFixture[str]) -> None:
    printed = script(capsys)
    assert printed.startswith("\\set ON_ERROR_STOP on\nBEGIN;\n")
    assert printed.endswith("COMMIT;\n")


def test_the_command_prints_how_to_remove_them(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("database_roles", "--sql", "--remove", "--prefix", "mine")
    printed = capsys.readouterr().out
    assert printed.startswith("\\set ON_ERROR_STOP on\nBEGIN;\n-- Run with psql")
    assert "ARRAY['mine_worker', 'mine_app', 'mine_sealer', 'mine_auditor']" in printed
    assert printed.endswith("COMMIT;\n")


@pytest.mark.skipif(shutil.which("psql") is None, reason="psql is not installed (.ci/run installs it)")
@pytest.mark.django_db(transaction=True)
def test_psql_stops_at_the_first_error(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is changed then. Without ON_ERROR_STOP psql exits with 0 also after an error."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()

    def run(sql: str) -> int:
        return subprocess.run(["psql", "-Xq", url], input=sql, capture_output=True, text=True).returncode

    assert run(script(capsys)) == 0
    assert run(script(capsys, "unborn").replace("COMMIT;", "SELECT 1 / 0; COMMIT;")) == 3
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'unborn%%'")
        assert cursor.fetchone() == (0,)
