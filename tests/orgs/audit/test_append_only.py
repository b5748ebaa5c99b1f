"""What the database refuses to whoever asks, the owner of the tables and a replica's session included."""

import pytest
from django.db import IntegrityError, connection, transaction

from orgs.audit.record import Actor, record_denial

CHANGES = [
    "UPDATE audit_event SET outcome = 'denied'",
    "UPDATE audit_event SET recorded_at = recorded_at",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "TRUNCATE audit_event CASCADE",
    "UPDATE audit_personal SET data = '{}'",
    "DELETE FROM audit_personal",
    "TRUNCATE audit_personal",
    "UPDATE audit_repeat SET count = 0",
    "UPDATE audit_repeat SET count = count",
    "UPDATE audit_repeat SET count = count + 1, first_event_id = gen_random_uuid()",
    "UPDATE audit_repeat SET count = count + 1, organization_id = 'o_2'",
    "UPDATE audit_repeat SET count = count + 1, minute = minute + interval '1 minute'",
    "DELETE FROM audit_repeat",
    "TRUNCATE audit_repeat",
    "INSERT INTO audit_event SELECT * FROM audit_event ON CONFLICT (id) DO UPDATE SET outcome = 'denied'",
]


@pytest.fixture
def _one_of_each(db: None) -> None:
    record_denial("api_key.refused", organization_id=None, actor=Actor("anonymous"), reason_code="invalid_key")


def _everything() -> list[object]:
    with connection.cursor() as cursor:
        rows: list[object] = []
        for table in ("audit_event", "audit_personal", "audit_repeat"):
            cursor.execute(f"SELECT to_jsonb(t) FROM {table} t ORDER BY 1")
            rows += cursor.fetchall()
        return rows


@pytest.mark.usefixtures("_one_of_each")
@pytest.mark.parametrize("role", ["origin", "replica"])
@pytest.mark.parametrize("statement", CHANGES)
def test_the_record_is_only_added_to(statement: str, role: str) -> None:
    before = _everything()
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL session_replication_role = {role}")
        with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
            cursor.execute(statement)
    assert len(before) == 3
    assert _everything() == before


def test_every_table_of_the_record_is_guarded_always(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgenabled, t.tgtype::int FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid"
            " AND NOT t.tgisinternal WHERE c.relname LIKE 'audit\\_%%' AND c.relkind IN ('r', 'p')"
        )
        rows = cursor.fetchall()
    guarded: dict[str, int] = {}
    for table, enabled, kinds in rows:
        assert enabled == "A", f"{table} has a trigger that a replica's session passes, or none"
        guarded[table] = guarded.get(table, 0) | kinds
    delete, update, truncate = 8, 16, 32
    assert {table: kinds & (delete | update | truncate) for table, kinds in guarded.items()} == {
        "audit_event": delete | update | truncate,
        "audit_personal": delete | update | truncate,
        "audit_repeat": delete | update | truncate,
    }


def test_no_foreign_key_leads_into_the_record_or_out_of_it(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f'"
            " AND (conrelid::regclass::text LIKE 'audit\\_%%' OR confrelid::regclass::text LIKE 'audit\\_%%')"
        )
        assert cursor.fetchall() == []
