"""Months of the audit log are made beside its readers and writers, and rows that lie elsewhere are moved into them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from billing_audit.models import AuditEvent, AuditLeaf, AuditPart
from billing_audit.record import Actor, record_denial
from billing_audit.storage import partitions
from billing_audit.storage.partitions import MONTHS_AHEAD, TABLES, Month, alarms, make_partitions, partitions_of
from billing_audit.storage.table_locks import InUse
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import verify_log

pytestmark = pytest.mark.django_db
NOW = date(2031, 2, 1)
MADE = {f"{table}_{month}" for table in TABLES for month in ("2031_02", "2031_03", "2031_04", "2031_05")}
# Locks under which rows can be neither read nor written, or not written.
STRONG = {"ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}


def rows_of(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


@pytest.fixture
def repeat_of(as_role: Callable[[str], Any]) -> Callable[[str], None]:
    """Count a denial at a minute of the month: ``repeat_of("2031-02")``."""

    def count(month: str) -> None:
        record_denial("api_key.refused", organization_id=None, actor=Actor("anonymous"), reason_code="invalid_key")
        with as_role("owner"), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO billing_audit_repeat SELECT fingerprint, %s, organization_id, first_event_id, count"
                " FROM billing_audit_repeat LIMIT 1",
                [f"{month}-07T00:01:00Z"],
            )

    return count


def test_making_a_month_locks_nothing_that_an_insert_needs(
    as_role: Callable[[str], Any],
    at: Callable[..., list[str]],
    second_connection: psycopg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Seen at each ATTACH PARTITION: the locks of its transaction, and how long it would wait for one."""
    new = next(islice(Month.of(datetime.now(UTC)).and_following(), MONTHS_AHEAD + 1, None))
    monkeypatch.setattr(partitions, "MONTHS_AHEAD", MONTHS_AHEAD + 1)
    at(f"{new.name}-03", 2)
    existing = {table: partitions_of(table) for table in TABLES}
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone() or (0,)
    seen: dict[str, tuple[dict[str, set[str]], str]] = {}

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        if attached := re.match(r"ALTER TABLE (\w+) ATTACH PARTITION", sql):
            held: dict[str, set[str]] = {}
            for name, mode in second_connection.execute(
                "SELECT c.relname, l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
                " WHERE l.pid = %s AND l.granted AND l.locktype = 'relation'",
                [pid],
            ):
                held.setdefault(name, set()).add(mode)
            waits = context["cursor"].execute("SHOW lock_timeout").fetchone()[0]
            seen[attached[1]] = (held, waits)
            # A row of this month in each table, as the site writes them.
            second_connection.execute("RESET ROLE")
            second_connection.execute(
                "INSERT INTO billing_audit_event (id, action, outcome, reason_code, actor_kind, actor_id, target_kind,"
                " target_id, request_id, body) VALUES (%s, '', '', '', '', '', '', '', '', '')",
                [partitions.first_id(datetime.now(UTC))],
            )
            second_connection.execute(
                "INSERT INTO billing_audit_part (event_id, kind) VALUES (%s, 'texts')",
                [partitions.first_id(datetime.now(UTC))],
            )
            second_connection.execute(
                "INSERT INTO billing_audit_repeat (fingerprint, minute, first_event_id, count)"
                " VALUES ('', now(), gen_random_uuid(), 1)"
            )
            second_connection.rollback()
        return result

    with as_role("owner"), connection.execute_wrapper(look):
        assert make_partitions() == [f"{table}_{new}" for table in TABLES]
    assert set(seen) == set(TABLES)
    for table, (held, waits) in seen.items():
        assert waits == "50ms"
        assert "ShareUpdateExclusiveLock" in held[table]
        assert held[table] & STRONG == set()
        assert "AccessExclusiveLock" in held[f"{table}_rest"]
        months = [name for name in existing[table] if not name.endswith("_rest")]
        assert len(months) >= MONTHS_AHEAD
        for name in months:
            assert held.get(name, set()) & STRONG == set(), name


def test_outside_of_its_work_no_lock_has_a_shorter_wait(as_role: Callable[[str], Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        before = cursor.fetchone()
        with as_role("owner"):
            assert make_partitions(NOW)
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == before


def test_a_run_with_nothing_to_make_locks_nothing(as_role: Callable[[str], Any]) -> None:
    with as_role("owner"), connection.execute_wrapper(lambda execute, sql, *rest: execute(_no_lock(sql), *rest)):
        assert make_partitions() == []


def _no_lock(sql: str) -> str:
    assert sql.startswith("SELECT"), sql
    return sql


def test_late_rows_are_moved_and_recorded_and_the_log_verifies_as_before(
    as_role: Callable[[str], Any],
    at: Callable[..., list[str]],
    write_events: Callable[..., list[str]],
    repeat_of: Callable[[str], None],
    seal_events: Callable[..., int],
    signer: Any,
) -> None:
    late = {*at("2031-02-03", 3), *at("2031-02-28", 1)}
    later = set(at("2031-03-01", 1))
    write_events(2)
    repeat_of("2031-02")
    seal_events()
    unsealed = set(at("2031-02-04", 1))

    def content() -> list[object]:
        with connection.cursor() as cursor:
            rows: list[object] = []
            for table in ("billing_audit_event", "billing_audit_part", "billing_audit_repeat", "billing_audit_leaf"):
                cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t ORDER BY 1")
                rows += cursor.fetchall()
            return rows

    def verdict() -> tuple[Verdict, dict[Verdict, int]]:
        report = verify_log("o_1", verifiers=[signer.verifier], published=newest_checkpoints())
        return report.verdict, dict(report.counts)

    before = content(), verdict()
    assert before[1][0] == Verdict.INTACT
    with as_role("owner"), transaction.atomic():
        make_partitions(NOW)
        assert rows_of("billing_audit_event_rest") == rows_of("billing_audit_part_rest") == 0
        assert rows_of("billing_audit_repeat_rest") == 0
        assert rows_of("billing_audit_event_2031_02") == len(late | unsealed)
        assert rows_of("billing_audit_event_2031_03") == len(later)
        assert rows_of("billing_audit_repeat_2031_02") == 1
    events = AuditEvent.objects.filter(action="audit_log.rows_moved", organization_id=None)
    assert sorted((each.details["table"], each.details["month"], each.details["rows"]) for each in events) == [
        ("billing_audit_event", "2031-02", 5),
        ("billing_audit_event", "2031-03", 1),
        # The personal data and the text of each event.
        ("billing_audit_part", "2031-02", 10),
        ("billing_audit_part", "2031-03", 2),
        ("billing_audit_repeat", "2031-02", 1),
    ]
    assert {*before[0]} <= {*content()}
    assert verdict() == before[1]
    assert AuditLeaf.objects.count() == len(late | later) + 3
    assert AuditPart.objects.filter(event_id__in=late).count() == 8
    assert list(alarms()) == []


def test_a_new_month_is_like_one_that_postgresql_makes_itself(
    as_role: Callable[[str], Any], at: Callable[..., list[str]], repeat_of: Callable[[str], None]
) -> None:
    """The same columns, defaults, constraints, indexes and triggers, also after rows were moved into it."""
    at("2031-02-03", 1)
    repeat_of("2031-02")
    with as_role("owner"), connection.cursor() as cursor:
        make_partitions(NOW)
        for table in TABLES:
            bounds = [f"'{each}'" for each in partitions._bounds(table, Month(2033, 1))]
            cursor.execute(
                f"CREATE TABLE {table}_2033_01 PARTITION OF {table} FOR VALUES FROM ({bounds[0]}) TO ({bounds[1]})"
            )
            ours = {month: description(f"{table}_{month}") for month in ("2031_02", "2031_03")}
            assert ours["2031_02"] == ours["2031_03"]
            theirs = description(f"{table}_2033_01")
            assert len(theirs) > 5
            assert ours["2031_02"] == sorted([*theirs, NO_TRUNCATE])


NO_TRUNCATE = (
    "trigger A CREATE TRIGGER T_no_truncate BEFORE TRUNCATE ON public.T"
    " FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse()"
)
DESCRIPTION = """
SELECT format('column %%s %%s %%s %%s', attname, format_type(atttypid, atttypmod), attnotnull,
    pg_get_expr(adbin, adrelid))
FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE attrelid = %(name)s::regclass AND attnum > 0
UNION ALL SELECT format('constraint %%s %%s', contype, pg_get_constraintdef(oid)) FROM pg_constraint
WHERE conrelid = %(name)s::regclass
UNION ALL SELECT format('index %%s of %%s', regexp_replace(pg_get_indexdef(indexrelid), ' INDEX \\S+ ', ' '),
    (SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = indexrelid))
FROM pg_index WHERE indrelid = %(name)s::regclass
UNION ALL SELECT format('trigger %%s %%s', tgenabled, pg_get_triggerdef(oid)) FROM pg_trigger
WHERE tgrelid = %(name)s::regclass AND NOT tgisinternal
"""


def description(name: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(DESCRIPTION, {"name": name})
        return sorted(text.replace(name, "T") for (text,) in cursor.fetchall())


@pytest.mark.parametrize("partition", ["2031_02", "rest"])
def test_after_the_move_the_triggers_refuse_again(
    as_role: Callable[[str], Any], at: Callable[..., list[str]], partition: str
) -> None:
    at("2031-02-03", 2)
    with as_role("owner"), connection.cursor() as cursor:
        make_partitions(NOW)
        at("2040-01-01", 1)
        cursor.execute("SET LOCAL session_replication_role = replica")
        for statement in ("DELETE FROM {}", "UPDATE {} SET outcome = ''", "TRUNCATE {}"):
            with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
                cursor.execute(statement.format(f"billing_audit_event_{partition}"))


def test_rights_on_every_new_table_do_not_reach_a_month(as_role: Callable[[str], Any]) -> None:
    """A role that may insert into a month itself may set an event's time: rights on columns are the parent table's."""
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO billing_access_app, PUBLIC")
        make_partitions(NOW)
        for name in MADE:
            cursor.execute("SELECT has_table_privilege('billing_access_app', %s, 'SELECT, INSERT, DELETE')", [name])
            assert cursor.fetchone() == (False,), name


def test_a_month_in_use_is_named_with_its_user_and_made_later(
    as_role: Callable[[str], Any],
    hurried: None,
    second_connection: psycopg.Connection,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A long reader of one table: the other tables get their months, and the command ends with exit code 1."""
    second_connection.execute("SELECT count(*) FROM billing_audit_event")
    pid = second_connection.info.backend_pid
    with as_role("owner"):
        message = rf"(?s)billing_audit_event_rest could not be locked.* process {pid} of \w+ \(a long report, in its tr"
        with pytest.raises(InUse, match=message):
            make_partitions(NOW)
        made = [name for table in TABLES for name in partitions_of(table) if name in MADE]
        assert {name.rpartition("_20")[0] for name in made} == {"billing_audit_part", "billing_audit_repeat"}
        second_connection.rollback()
        assert set(make_partitions(NOW)) == MADE - set(made)


def test_the_command_reports_a_month_in_use(
    as_role: Callable[[str], Any], hurried: None, second_connection: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partitions, "MONTHS_AHEAD", MONTHS_AHEAD + 1)
    second_connection.execute("SELECT count(*) FROM billing_audit_event")
    with as_role("owner"), pytest.raises(CommandError) as refusal:
        call_command("audit_partitions")
    assert refusal.value.returncode == 1
    # The months of the next 30 days are there, so being late by a day raises no second alarm.
    assert len(str(refusal.value).splitlines()) == 1


def test_more_rows_than_can_be_moved_at_once_wait_for_a_quiet_hour(
    as_role: Callable[[str], Any], at: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partitions, "MOST_MOVED", 3)
    today = date.today()
    past = f"{today.year - 1}-{today.month:02}"
    with as_role("owner"):
        make_partitions(date(today.year - 2, 1, 1))
        at(f"{past}-03", 4)
        assert make_partitions(most_moved=3) == []
        assert any("billing_audit_event_rest holds more than 3 rows" in each for each in alarms())
        call_command("audit_partitions", "--move-all")
        assert rows_of(f"billing_audit_event_{past.replace('-', '_')}") == 4


def test_a_past_month_without_partition_is_made_for_its_rows(
    as_role: Callable[[str], Any], at: Callable[..., list[str]]
) -> None:
    """Rows that are older than every partition stay: they come from a clock that was wrong."""
    with as_role("owner"):
        make_partitions(date(2020, 1, 5))
        at("2020-07-03", 1)
        at("2019-12-31", 1)
        made = make_partitions()
    assert made == ["billing_audit_event_2020_07", "billing_audit_part_2020_07"]
    assert rows_of("billing_audit_event_rest") == 1
    assert [each.split()[0] for each in alarms()] == ["billing_audit_event_rest", "billing_audit_part_rest"]


@pytest.mark.parametrize(("day", "missing"), [(date(2031, 4, 30), 0), (date(2031, 5, 1), 0), (date(2031, 5, 2), 3)])
def test_less_than_thirty_days_ahead_is_an_alarm(as_role: Callable[[str], Any], day: date, missing: int) -> None:
    """The last month that exists is May."""
    with as_role("owner"):
        make_partitions(NOW)
    assert len(list(alarms(day))) == missing
