"""The changes that the database refuses to every role, including the tables' owner and a replica's session."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from billing_audit.record import Actor, record, record_denial
from billing_audit.storage import partitions
from billing_audit.storage.partitions import partitions_of
from tests.database_roles import make_roles

CHANGES = [
    "UPDATE billing_audit_event SET outcome = 'denied'",
    "UPDATE billing_audit_event SET recorded_at = recorded_at",
    "DELETE FROM billing_audit_event",
    "TRUNCATE billing_audit_event",
    "TRUNCATE billing_audit_event CASCADE",
    "UPDATE billing_audit_part SET data = '{}'",
    "DELETE FROM billing_audit_part",
    "TRUNCATE billing_audit_part",
    "UPDATE billing_audit_repeat SET count = 0",
    "UPDATE billing_audit_repeat SET count = count",
    "UPDATE billing_audit_repeat SET count = count + 1, first_event_id = gen_random_uuid()",
    "UPDATE billing_audit_repeat SET count = count + 1, organization_id = 'o_2'",
    "UPDATE billing_audit_repeat SET count = count + 1, minute = minute + interval '1 minute'",
    "DELETE FROM billing_audit_repeat",
    "TRUNCATE billing_audit_repeat",
    "UPDATE billing_audit_part SET salt = NULL, erased_by = gen_random_uuid()",
    "UPDATE billing_audit_part SET salt = NULL, data = NULL",
    "UPDATE billing_audit_part SET data = NULL, erased_by = gen_random_uuid()",
    "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = gen_random_uuid(),"
    " event_id = gen_random_uuid()",
    "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = gen_random_uuid(), kind = 'texts'",
    "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = gen_random_uuid(), organization_id = 'o_2'",
    "UPDATE billing_audit_event_rest SET outcome = 'denied'",
    "DELETE FROM billing_audit_event_rest",
    "TRUNCATE billing_audit_event_rest",
    "TRUNCATE billing_audit_part_rest",
    "TRUNCATE billing_audit_repeat_rest",
    "UPDATE billing_audit_unsealed SET organization_id = 'o_2'",
    "TRUNCATE billing_audit_unsealed",
    "UPDATE billing_audit_leaf SET hash = ''",
    "DELETE FROM billing_audit_leaf",
    "TRUNCATE billing_audit_leaf",
    "UPDATE billing_audit_node SET hash = ''",
    "DELETE FROM billing_audit_node",
    "TRUNCATE billing_audit_node",
    "UPDATE billing_audit_checkpoint SET note = ''",
    "DELETE FROM billing_audit_checkpoint",
    "TRUNCATE billing_audit_checkpoint",
    "UPDATE billing_audit_tree SET size = size",
    "UPDATE billing_audit_tree SET size = size + 1, log = 'o_2'",
    "DELETE FROM billing_audit_tree",
    "TRUNCATE billing_audit_tree",
    "UPDATE billing_audit_statement SET note = ''",
    "DELETE FROM billing_audit_statement",
    "TRUNCATE billing_audit_statement",
    "UPDATE billing_audit_timeline SET timeline = timeline + 1",
    "DELETE FROM billing_audit_timeline",
    "TRUNCATE billing_audit_timeline",
    "INSERT INTO billing_audit_event SELECT * FROM billing_audit_event"
    " ON CONFLICT (id) DO UPDATE SET outcome = 'denied'",
]


DISARMING = [
    "SET session_replication_role = replica",
    "ALTER TABLE billing_audit_event DISABLE TRIGGER ALL",
    "DROP TRIGGER billing_audit_event_refuses ON billing_audit_event",
    "ALTER TABLE billing_audit_event DETACH PARTITION billing_audit_event_rest",
    "DROP TABLE billing_audit_event_rest",
    "INSERT INTO billing_audit_event_rest SELECT * FROM billing_audit_event",
    "CREATE OR REPLACE FUNCTION billing_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
]
TABLES = ("event", "part", "repeat", "unsealed", "leaf", "node", "checkpoint", "tree", "statement", "timeline")


@pytest.fixture
def _one_of_each(as_role: Callable[[str], Any], at_another_time: Any, changed_procedure: Any) -> Iterator[None]:
    """A row in each table; the event, its part and its count are in the default partitions."""
    now, then = "statement_timestamp()", "'2001-09-09'::timestamptz"
    old_minute = changed_procedure("billing_audit_record_denial", now, then)
    with at_another_time(datetime(2001, 9, 9, tzinfo=UTC)), old_minute:
        record_denial("api_key.refused", organization_id=None, actor=Actor("anonymous"), reason_code="invalid_key")
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO billing_audit_leaf (log, place, event_id, hash) VALUES ('o_1', 0, gen_random_uuid(), 'x')"
        )
        cursor.execute("INSERT INTO billing_audit_node (log, level, place, hash) VALUES ('o_1', 8, 0, 'x')")
        cursor.execute("INSERT INTO billing_audit_checkpoint (log, size, note) VALUES ('o_1', 1, 'x')")
        cursor.execute("INSERT INTO billing_audit_tree (log, size, edge) VALUES ('o_1', 1, 'x')")
        cursor.execute("INSERT INTO billing_audit_statement VALUES (gen_random_uuid(), 'o_1', 'audit_log.purged', 'x')")
        yield


def _everything() -> list[object]:
    with connection.cursor() as cursor:
        rows: list[object] = []
        for table in TABLES:
            cursor.execute(f"SELECT to_jsonb(t) FROM billing_audit_{table} t ORDER BY 1")
            rows += cursor.fetchall()
        return rows


@pytest.mark.usefixtures("_one_of_each")
@pytest.mark.parametrize("role", ["origin", "replica"])
def test_the_record_is_only_added_to(role: str, cells: Any) -> None:
    before = _everything()
    assert len(before) == len(TABLES)
    for statement in CHANGES:
        with cells(statement), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL session_replication_role = {role}")
            with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
                cursor.execute(statement)
            assert _everything() == before
    assert cells.count >= 40


@pytest.mark.usefixtures("_one_of_each")
@pytest.mark.parametrize("role", ["app", "sealer", "auditor"])
def test_no_role_of_production_comes_as_far_as_the_triggers(
    as_role: Callable[[str], Any], role: str, cells: Any
) -> None:
    """The exceptions are the sealer's queue and the trees."""
    may = {
        "sealer": ["billing_audit_unsealed SET", "billing_audit_tree SET size = size"],
    }
    faults, says = (ProgrammingError, IntegrityError), r"permission denied|must be owner|refuses"
    for statement in [*CHANGES, *DISARMING]:
        if any(each in statement for each in may.get(role, [])):
            continue
        with (
            cells(statement),
            as_role(role),
            connection.cursor() as cursor,
            pytest.raises(faults, match=says),
            transaction.atomic(),
        ):
            cursor.execute(statement)
    assert cells.count >= 42


def test_figures_are_never_erased(db: None, as_role: Callable[[str], Any]) -> None:
    record("runs.imported", organization_id="o_1", actor=Actor("system", "tests"), details={"read": 1})
    erase = "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = gen_random_uuid() WHERE kind = %s"
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(erase, ["personal"])
        with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
            cursor.execute(erase, ["figures"])


@pytest.mark.parametrize("role", ["app", "sealer", "auditor"])
def test_no_role_of_production_sets_the_time(db: None, as_role: Callable[[str], Any], role: str) -> None:
    statement = (
        "INSERT INTO billing_audit_event (id, recorded_at, action) VALUES (gen_random_uuid(), '2001-01-01', 'x')"
    )
    refusal = pytest.raises(ProgrammingError, match="permission denied")
    with as_role(role), connection.cursor() as cursor, refusal, transaction.atomic():
        cursor.execute(statement)


# The limits of each role in milliseconds: of a statement, of waiting for a lock, of a transaction that does nothing.
LIMITS = {
    "app": ("10000", "5000", "30000"),
    "worker": ("900000", "60000", "300000"),
    "sealer": ("900000", "60000", "300000"),
    "auditor": ("0", "60000", "0"),
}


def test_the_roles_of_production_connect_with_their_settings_however_often_they_are_made(
    db: None, as_role: Callable[[str], Any]
) -> None:
    with as_role("owner"), connection.cursor() as cursor:
        for _ in range(2):
            make_roles()
            for name, limits in LIMITS.items():
                cursor.execute("SELECT rolconfig FROM pg_roles WHERE rolname = %s", [f"billing_access_{name}"])
                (found,) = cursor.fetchone() or ([],)
                settings = dict(each.split("=", 1) for each in found)
                assert (settings["jit"], settings["search_path"]) == ("off", "public, pg_temp")
                names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
                assert tuple(settings[each] for each in names) == limits
                assert settings["client_connection_check_interval"] == "1000"
                assert len(found) == len(settings) == 7


def test_every_table_of_the_record_is_guarded_always(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgenabled, t.tgtype::int FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid"
            " AND NOT t.tgisinternal WHERE c.relname LIKE 'billing\\_audit\\_%%' AND c.relkind IN ('r', 'p')"
        )
        rows = cursor.fetchall()
    guarded: dict[str, int] = {}
    for table, enabled, kinds in rows:
        assert enabled == "A", f"{table} has a trigger that a replica's session passes, or none"
        guarded[table] = guarded.get(table, 0) | kinds
    assert {f"billing_audit_{table}" for table in TABLES} < guarded.keys()
    assert len(guarded) == len(TABLES) + sum(len(partitions_of(table)) for table in partitions.TABLES)
    delete, update, truncate = 8, 16, 32
    # The sealer deletes rows from its queue.
    wanted = dict.fromkeys(guarded, delete | update | truncate) | {"billing_audit_unsealed": update | truncate}
    assert {table: kinds & (delete | update | truncate) for table, kinds in guarded.items()} == wanted


def test_no_foreign_key_leads_into_the_record_or_out_of_it(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f'"
            " AND (conrelid::regclass::text LIKE 'billing\\_audit\\_%%'"
            " OR confrelid::regclass::text LIKE 'billing\\_audit\\_%%')"
        )
        assert cursor.fetchall() == []
