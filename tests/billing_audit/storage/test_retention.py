"""Retention: whole months are dropped, each log records it, and the rest still verifies."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from billing_audit.models import AuditEvent, AuditLeaf, AuditPart
from billing_audit.record import Actor
from billing_audit.storage import retention
from billing_audit.storage.partitions import TABLES, Month, alarms, first_id, make_partitions, partitions_of
from billing_audit.storage.retention import NotSealedYet, purge
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.transparency.sealer import seal_batch
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import verify_log
from tests.app_settings import configured
from tests.conftest import STATEMENT_SIGNER, statement_settings

pytestmark = pytest.mark.django_db
SYSTEM = Actor("system", "tests")
YEAR = timedelta(days=400)


@pytest.fixture
def old(as_role, at, write_events, seal_events):
    """Events of March and April 2025 in two logs, and of the present in one."""
    with as_role("owner"):
        make_partitions(date(2025, 3, 1))
    at("2025-03-05", 3)
    at("2025-03-31", 2, "o_2")
    at("2025-04-01", 4)
    write_events(2)
    seal_events()


def verified(signer: Any, log: str = "o_1", published_checkpoints: Any = ()) -> Any:
    policy = StatementPolicy([STATEMENT_SIGNER.verifier])
    return verify_log(log, verifiers=[signer.verifier], published=published_checkpoints, statements=policy)


def test_months_that_are_over_are_dropped_and_the_rest_verifies(statements, old, as_role, signer, seal_events):
    published = newest_checkpoints()
    with as_role("owner"):
        purged = purge(YEAR, actor=SYSTEM, statements=statements)
    assert [(str(month), events) for month, events in purged][:2] == [("2025_03", 5), ("2025_04", 4)]
    assert AuditEvent.objects.filter(id__lt=first_id(Month(2025, 5).start)).count() == 0
    assert AuditPart.objects.filter(event_id__lt=first_id(Month(2025, 5).start)).count() == 0
    assert AuditLeaf.objects.count() == 11
    seal_events()
    for log, gone in (("o_1", 7), ("o_2", 2)):
        report = verified(signer, log, published)
        assert (report.verdict, report.purged) == (Verdict.PURGED, gone)
    said = [
        event.details
        for event in AuditEvent.objects.filter(action="audit_log.purged", organization_id="o_1").order_by("id")
    ]
    assert said == [
        {"before": "2025-04-01T00:00:00Z", "retention_days": 400, "events": 3, "events_in_all": 3},
        {"before": "2025-05-01T00:00:00Z", "retention_days": 400, "events": 4, "events_in_all": 7},
    ]
    assert not {"billing_audit_event_2025_03", "billing_audit_part_2025_03", "billing_audit_repeat_2025_03"} & {
        *partitions_of("billing_audit_event"), *partitions_of("billing_audit_part"),
        *partitions_of("billing_audit_repeat")
    }  # fmt: skip


def test_what_is_taken_beside_a_purge_is_seen(statements, old, as_role, signer, seal_events, as_superuser):
    with as_role("owner"):
        purge(YEAR, actor=SYSTEM, statements=statements)
    seal_events()
    victim = AuditEvent.objects.filter(organization_id="o_1").order_by("id")[0]
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [victim.pk])
    assert verified(signer).verdict == Verdict.REMOVED
    as_superuser(
        "UPDATE billing_audit_leaf SET event_id = %s WHERE event_id = %s",
        [str(first_id(Month(2025, 3).start)), victim.pk],
    )
    assert verified(signer).verdict == Verdict.REMOVED


def test_a_second_purge_counts_on(statements, old, as_role, signer, seal_events, at):
    with as_role("owner"):
        purge(YEAR, actor=SYSTEM, statements=statements, now=datetime.fromisoformat("2026-05-10T00:00:00+00:00"))
        purge(YEAR, actor=SYSTEM, statements=statements)
    seal_events()
    report = verified(signer)
    assert (report.verdict, report.purged) == (Verdict.PURGED, 7) or report.verdict == Verdict.NO_OUTSIDE_HEAD
    assert report.purged == 7
    assert report.counts[Verdict.REMOVED] == 0


def test_what_was_never_sealed_is_not_purged(statements, old, as_role, at):
    at("2025-03-06", 1)
    with as_role("owner"), pytest.raises(NotSealedYet, match="1 events of 2025-03"):
        purge(YEAR, actor=SYSTEM, statements=statements)
    assert "billing_audit_event_2025_03" in partitions_of("billing_audit_event")
    assert not AuditEvent.objects.filter(action="audit_log.purged").exists()


def test_nothing_young_is_ever_purged(statements, old, as_role):
    with as_role("owner"):
        with pytest.raises(ValueError, match="at least 31 days"):
            purge(timedelta(days=30), actor=SYSTEM, statements=statements)
        assert purge(timedelta(days=4000), actor=SYSTEM, statements=statements) == []
    assert AuditEvent.objects.count() == 11


def test_the_site_cannot_purge(statements, old):
    from django.db import ProgrammingError, transaction

    with pytest.raises(ProgrammingError), transaction.atomic():
        purge(YEAR, actor=SYSTEM, statements=statements)
    assert AuditEvent.objects.count() == 11


def test_the_command(old, as_role, capsys, tmp_path):
    settings = statement_settings(tmp_path)
    for missing, said in (
        ("AUDIT_STATEMENT_KEY", "AUDIT_STATEMENT_KEY is not set"),
        ("AUDIT_STATEMENT_VERIFIERS", "does not have the public key of AUDIT_STATEMENT_KEY"),
        ("AUDIT_CHECKPOINTS", "AUDIT_CHECKPOINTS is not set"),
    ):
        with as_role("owner"), configured(**settings | {missing: ""}), pytest.raises(CommandError, match=said):
            call_command("purge_audit")
    assert AuditEvent.objects.count() == 11
    with as_role("owner"), configured(AUDIT_RETENTION_DAYS=400, **settings):
        call_command("purge_audit")
        assert "Purged 2025-03: 5 events." in capsys.readouterr().out
        call_command("purge_audit")
        assert "Nothing is older than 400 days." in capsys.readouterr().out


def test_a_sealer_that_lacked_the_key_seals_the_event_later(statements, old, as_role, signer, seal_events):
    """As docs/audit.md says: the tables' owner puts the refused event back into the queue."""
    published = newest_checkpoints()
    with as_role("owner"):
        purge(YEAR, actor=SYSTEM, statements=statements, now=datetime.fromisoformat("2026-05-10T00:00:00+00:00"))
    with as_role("sealer"):
        seal_batch(signer, [])
    assert verified(signer, "o_1", published).verdict == Verdict.INSERTED
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO billing_audit_unsealed SELECT id, organization_id FROM billing_audit_event"
            " WHERE action = 'audit_log.purged'"
        )
    seal_events()
    assert verified(signer, "o_1", published).verdict == Verdict.PURGED


def test_without_a_place_for_the_statement_nothing_goes(old, as_role, tmp_path):
    (tmp_path / "file").write_text("")
    settings = statement_settings(tmp_path / "file")
    with as_role("owner"), configured(**settings), pytest.raises(CommandError, match="could not be written to"):
        call_command("purge_audit")
    assert AuditEvent.objects.count() == 11


def test_partitions_are_made_ahead_and_alarms_say_what_is_wrong(as_role, at, capsys):
    from billing_audit.storage.partitions import alarms

    assert list(alarms()) == []
    assert len(list(alarms(date(2031, 1, 5)))) == 6
    at("2031-02-03", 1)
    assert [each.split()[0] for each in alarms()] == ["billing_audit_event_rest", "billing_audit_part_rest"]
    with as_role("owner"):
        assert make_partitions() == []
        made = make_partitions(date(2030, 10, 31))
        assert [name for name in made if "event" in name] == [
            f"billing_audit_event_{month}" for month in ("2030_10", "2030_11", "2030_12", "2031_01")
        ]
        with pytest.raises(CommandError, match="billing_audit_event_rest holds 1 rows"):
            call_command("audit_partitions")
    assert "Created: none, all partitions exist." in capsys.readouterr().out


def test_a_partition_begins_and_ends_with_its_month(as_role, at):
    with as_role("owner"):
        make_partitions(date(2025, 3, 1))
    for day, name in (("2025-03-31", "2025_03"), ("2025-04-01", "2025_04")):
        (event_id,) = at(day, 1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT tableoid::regclass::text FROM billing_audit_event WHERE id = %s", [event_id])
            assert cursor.fetchone() == (f"billing_audit_event_{name}",)
    assert Month(2025, 12).next == Month(2026, 1)


def test_rows_go_under_a_lock_of_their_month_alone(statements, seal_events, write_events, as_role):
    """While the rows go, the site may read and write the other months; 50 ms is the wait for the lock of the month."""
    write_events(2)
    seal_events()
    this, later = Month.of(timezone.now()), timezone.now() + timedelta(days=500)
    seen = []

    def look(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if sql.startswith("TRUNCATE"):
            with connection.cursor() as cursor:
                cursor.execute(STRONGLY_LOCKED)
                locked = {name for (name,) in cursor.fetchall()}
                cursor.execute("SHOW lock_timeout")
                seen.append((locked, cursor.fetchone()[0]))
        return result

    with as_role("owner"), connection.execute_wrapper(look):
        purged = purge(YEAR, actor=SYSTEM, statements=statements, now=later)
    assert (this, 2) in purged
    assert seen[0] == ({f"{table}_{this}" for table in TABLES}, "50ms")


# The tables of which the current connection holds a lock that a reader or a writer would wait for.
STRONGLY_LOCKED = """
SELECT DISTINCT c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p')
WHERE l.pid = pg_backend_pid() AND l.granted
AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
"""


def read_another_month(session: Any) -> None:
    """Hold the lock on the partitioned table that every reader holds, of whichever month."""
    session.execute("LOCK TABLE ONLY billing_audit_event IN ACCESS SHARE MODE")


def test_a_month_whose_tables_cannot_be_dropped_is_empty_and_goes_at_the_next_run(
    statements, old, as_role, signer, seal_events, second_connection
):
    published = newest_checkpoints()
    read_another_month(second_connection)
    with as_role("owner"):
        purged = purge(YEAR, actor=SYSTEM, statements=statements)
        with connection.cursor() as cursor, pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
            cursor.execute("TRUNCATE billing_audit_event_2025_03")
    assert [(str(month), events) for month, events in purged] == [("2025_03", 5), ("2025_04", 4)]
    assert "billing_audit_event_2025_03" in partitions_of("billing_audit_event")
    assert "billing_audit_part_2025_03" not in partitions_of("billing_audit_part")
    assert list(alarms()) == []
    seal_events()
    assert verified(signer, "o_1", published).verdict == Verdict.PURGED
    second_connection.rollback()
    with as_role("owner"):
        assert purge(YEAR, actor=SYSTEM, statements=statements) == []
    assert not [name for name in partitions_of("billing_audit_event") if "_2025_" in name]
    seal_events()
    report = verified(signer, "o_1", published)
    assert (report.verdict, report.purged) == (Verdict.PURGED, 7)


def test_an_event_in_an_empty_month_keeps_the_month(
    statements, old, as_role, second_connection, at, seal_events, monkeypatch
):
    """Nothing goes without a statement, also what came after the purge."""
    read_another_month(second_connection)
    with as_role("owner"):
        purge(YEAR, actor=SYSTEM, statements=statements)
    second_connection.rollback()
    (late,) = at("2025-03-07", 1)
    with as_role("owner"), pytest.raises(NotSealedYet):
        purge(YEAR, actor=SYSTEM, statements=statements)
    monkeypatch.setattr(retention, "_purge_month", lambda month, *_: (month, 0))
    with as_role("owner"):
        purge(YEAR, actor=SYSTEM, statements=statements)
    assert AuditEvent.objects.filter(pk=late).exists()


def test_a_month_in_use_is_named_with_its_user_and_nothing_goes(
    as_role, write_events, seal_events, second_connection, hurried, monkeypatch, tmp_path
):
    later = timezone.now() + timedelta(days=500)
    monkeypatch.setattr(retention.timezone, "now", lambda: later)
    write_events(2)
    seal_events()
    second_connection.execute("SELECT count(*) FROM billing_audit_event")
    with as_role("owner"), configured(**statement_settings(tmp_path)), pytest.raises(CommandError) as refusal:
        call_command("purge_audit")
    message = f"could not be locked, because others use it: process {second_connection.info.backend_pid} of"
    assert message in str(refusal.value)
    assert AuditEvent.objects.count() == 2


def test_a_part_in_a_month_without_events_stops_no_purge(statements, old, as_role, second_connection):
    """A part may be inserted with the id of an event of any time, also after the events' table is gone."""
    second_connection.execute("LOCK TABLE ONLY billing_audit_part IN ACCESS SHARE MODE")
    with as_role("owner"):
        purge(YEAR, actor=SYSTEM, statements=statements)
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO billing_audit_part (event_id, kind) VALUES (%s, 'texts')", [first_id(Month(2025, 3).start)]
        )
    second_connection.rollback()
    with as_role("owner"):
        assert purge(YEAR, actor=SYSTEM, statements=statements) == []
    assert [name for name in partitions_of("billing_audit_part") if "_2025_" in name] == ["billing_audit_part_2025_03"]
