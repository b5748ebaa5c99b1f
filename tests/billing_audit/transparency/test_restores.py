"""After a restore: the sealer waits for `record_restore`, and the log goes on under a new name, as a statement says."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from billing_audit.canonical_json import write_time
from billing_audit.models import AuditCheckpoint, AuditEvent, AuditLeaf, AuditTree
from billing_audit.record import Actor
from billing_audit.signed_notes import InvalidNote
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.storage.partitions import make_partitions
from billing_audit.storage.retention import purge
from billing_audit.transparency.checkpoints import (
    NotOfThisLog,
    contradictions,
    newest_checkpoints,
    publish_newest,
    read_checkpoints,
    read_statements,
    write_checkpoints,
)
from billing_audit.transparency.merkle import Edge
from billing_audit.transparency.restores import Restore, state_restore
from billing_audit.transparency.sealer import sign_restored_logs
from billing_audit.transparency.statements import StatementWriter
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.verify import verify_log
from tests.app_settings import configured
from tests.conftest import SIGNER, STATEMENT_SIGNER

pytestmark = pytest.mark.django_db
OPERATOR = Actor("system", "record_restore", "manage.py record_restore, run by otto on db1")
PROGRAM = settings.BASE_DIR / "examples" / "verify_audit_export.py"
KEYS = [SIGNER.verifier]
STATEMENT_KEYS = [STATEMENT_SIGNER.verifier]


@pytest.fixture
def place(statements: StatementWriter) -> str:
    """The folder where checkpoints and statements are published."""
    return statements.to


@pytest.fixture
def go_back(as_superuser: Any) -> Callable[[str, int], None]:
    """Bring a log back to its first ``size`` events, as a restore from a backup does: ``go_back("o_1", 3)``."""

    def run(log: str, size: int) -> None:
        gone = list(AuditLeaf.objects.filter(log=log, place__gte=size).values_list("event_id", flat=True))
        leaves = [bytes(leaf.hash) for leaf in AuditLeaf.objects.filter(log=log).order_by("place")[:size]]
        for table, column in (("event", "id"), ("part", "event_id"), ("leaf", "event_id")):
            as_superuser(f"DELETE FROM billing_audit_{table} WHERE {column} = ANY(%s)", [gone])
        as_superuser("DELETE FROM billing_audit_checkpoint WHERE log = %s AND size > %s", [log, size])
        edge = Edge().extend(leaves)[0]
        as_superuser(
            "UPDATE billing_audit_tree SET size = %s, edge = %s WHERE log = %s", [size, b"".join(edge.hashes), log]
        )

    return run


@pytest.fixture
def lost(write_events: Any, seal_events: Any, go_back: Any, place: str) -> list[str]:
    """Five sealed and published events of o_1, two of o_2; the database is then brought back to three and two."""
    ids: list[str] = write_events(3)
    write_events(2, "o_2")
    seal_events(limit=1)
    write_checkpoints(newest_checkpoints(), place)
    ids += write_events(2)
    seal_events()
    write_checkpoints(newest_checkpoints(), place)
    go_back("o_1", 3)
    return ids


@pytest.fixture
def restore(as_role: Any, statements: StatementWriter, place: str) -> Callable[[], dict[str, Restore]]:
    """State a restore as the owner, sign the new logs as the sealer; return what was stated by the new names."""

    def run() -> dict[str, Restore]:
        with as_role("owner"):
            stated = state_restore(
                actor=OPERATOR, statements=statements, published=read_checkpoints(place), verifiers=KEYS
            )
        with as_role("sealer"):
            sign_restored_logs(SIGNER, STATEMENT_KEYS)
        return {each.log: each for each in stated}

    return run


@pytest.fixture
def verify(place: str) -> Callable[..., Report]:
    """Verify a log against what was published; ``accepted`` are ids of restores."""

    def run(log: str = "o_1", *accepted: str, stored: bool = False) -> Report:
        found = None if stored else read_statements(place)
        policy = StatementPolicy(STATEMENT_KEYS, found, timedelta(days=31), accepted)
        return verify_log(log, verifiers=KEYS, published=read_checkpoints(place), statements=policy)

    return run


def seal(place: str) -> None:
    values = {
        "AUDIT_SIGNING_KEY": SIGNER.text(),
        "AUDIT_STATEMENT_VERIFIERS": str(STATEMENT_SIGNER.verifier),
        "AUDIT_CHECKPOINTS": place,
    }
    with configured(**values):
        call_command("seal_audit", "--once")


def test_the_sealer_does_not_go_on_below_a_published_checkpoint(lost, write_events, place, as_role):
    write_events(1)
    with as_role("sealer"), pytest.raises(CommandError, match=r"log o_1 does not have .* 5 events.*record_restore"):
        seal(place)
    assert AuditLeaf.objects.filter(log="o_1").count() == 3


def test_nor_from_a_checkpoint_with_another_root(lost, write_events, seal_events, place, as_role):
    """Another sealer, which did not look, has gone on."""
    write_events(2)
    seal_events()
    with as_role("sealer"), pytest.raises(CommandError, match="record_restore"):
        seal(place)


def test_nothing_is_published_from_it_as_if_nothing_were_lost(lost, place):
    """Otherwise the last file would agree with the database, and the sealer go on."""
    before = sorted(Path(place).iterdir())
    with pytest.raises(NotOfThisLog, match="record_restore"):
        publish_newest(place, KEYS)
    with configured(AUDIT_CHECKPOINTS=place), pytest.raises(CommandError, match="record_restore"):
        call_command("publish_checkpoints")
    assert sorted(Path(place).iterdir()) == before


def test_a_checkpoint_that_nobody_signed_stops_no_sealer(write_events, seal_events, place, as_role):
    write_events(2)
    seal_events()
    (point,) = newest_checkpoints()
    forged = point.note.replace("\n2\n", "\n9\n")
    write_checkpoints([replace(point, size=9, note=forged)], place)
    assert contradictions(place)
    write_events(1)
    with as_role("sealer"):
        seal(place)
    assert AuditLeaf.objects.filter(log="o_1").count() == 3


def test_without_a_restore_on_record_the_log_is_cut_off(lost, verify):
    assert verify().verdict == Verdict.CUT_OFF


def test_the_log_goes_on_under_a_new_name_that_begins_with_the_statement(
    lost, restore, write_events, seal_events, place, as_role, verify
):
    stated = restore()["o_1#2"]
    remains = stated.logs["o_1"]
    assert (remains.published_size, remains.surviving_size, remains.lost_events) == (5, 3, 2)
    write_events(2)
    with as_role("sealer"):
        seal(place)
    leaves = AuditLeaf.objects.filter(log="o_1#2").order_by("place")
    assert [leaf.place for leaf in leaves] == [0, 1, 2]
    first = AuditEvent.objects.get(pk=leaves[0].event_id)
    assert (first.action, first.organization_id, first.details["lost_events"]) == ("audit_log.restored", "o_1", 2)
    assert first.details["reason"] == "Request 12"
    assert AuditTree.objects.get(log="o_1").size == 3
    origins = {note.partition("\n")[0] for note in AuditCheckpoint.objects.values_list("note", flat=True)}
    assert origins >= {"tests/o_1", "tests/o_1#2", "tests/o_2#2"}
    report = verify()
    assert report.counts == {Verdict.RESTORED: 1}
    assert "the events at places 3 to 4 are lost" in report.findings[0].text
    assert stated.id in report.findings[0].text
    assert verify("o_1", stored=True).verdict == Verdict.RESTORED
    publish_newest(place, KEYS)
    assert verify("o_1", stated.id).verdict == Verdict.RESTORE_ACCEPTED
    assert verify("o_1", "0" * 64).verdict == Verdict.RESTORED
    assert verify("o_1#2").verdict == verify("o_2#2").verdict == Verdict.INTACT
    assert "all 2 published events are there" in verify("o_2").findings[0].text


def test_nothing_is_known_after_the_newest_event_that_is_left(lost, restore):
    stated = restore()
    newest = max(each.recorded_at for each in AuditEvent.objects.exclude(action="audit_log.restored"))
    assert {each.known_until for each in stated.values()} == {write_time(newest)}


def test_the_old_events_still_verify_and_a_change_in_them_is_found(lost, restore, verify, as_superuser):
    stated = restore()["o_1#2"]
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE id = %s", [lost[0]])
    assert verify("o_1", stated.id).verdict == Verdict.ALTERED


def test_what_goes_missing_after_the_restore_is_found(lost, restore, verify, go_back, write_events, seal_events, place):
    stated = restore()["o_1#2"]
    write_events(2)
    seal_events(limit=1)
    publish_newest(place, KEYS)
    go_back("o_1", 2)
    assert verify("o_1", stated.id).verdict == Verdict.CUT_OFF
    go_back("o_1#2", 2)
    assert verify("o_1#2", stated.id).verdict == Verdict.CUT_OFF


def test_a_log_that_had_gone_on_is_stated_too(lost, write_events, seal_events, restore, verify):
    """A sealer that did not look has sealed two other events after the three that were left."""
    write_events(2)
    seal_events()
    stated = restore()["o_1#2"]
    assert (stated.logs["o_1"].lost_from, stated.logs["o_1"].lost_events) == (3, 2)
    assert verify().counts == {Verdict.RESTORED: 1}
    assert verify("o_1", stated.id).verdict == Verdict.RESTORE_ACCEPTED


def test_a_second_restore_tells_of_both_names(lost, restore, write_events, seal_events, go_back, place, verify):
    first = restore()["o_1#2"]
    write_events(3)
    seal_events(limit=1)
    publish_newest(place, KEYS)
    go_back("o_1#2", 2)
    second = restore()["o_1#3"]
    assert {log: each.lost_events for log, each in second.logs.items()} == {"o_1": 2, "o_1#2": 2}
    assert [verify(log, first.id).verdict for log in ("o_1", "o_1#2")] == [Verdict.RESTORED] * 2
    assert [verify(log, second.id).verdict for log in ("o_1", "o_1#2")] == [Verdict.RESTORE_ACCEPTED] * 2
    publish_newest(place, KEYS)
    assert verify("o_1#3").verdict == Verdict.INTACT


def test_a_restore_to_before_another_one(
    lost, restore, write_events, seal_events, go_back, as_superuser, place, verify
):
    """The name that the first restore made is lost altogether."""
    restore()
    write_events(1)
    seal_events()
    publish_newest(place, KEYS)
    go_back("o_1#2", 0)
    for table in ("tree", "checkpoint"):
        as_superuser(f"DELETE FROM billing_audit_{table} WHERE log = 'o_1#2'")
    as_superuser("DELETE FROM billing_audit_statement WHERE log = 'o_1#2'")
    go_back("o_1", 2)
    assert len(contradictions(place, KEYS)) == 2
    stated = restore()["o_1#3"]
    assert {log: each.lost_events for log, each in stated.logs.items()} == {"o_1": 3, "o_1#2": 2}
    assert [verify(log, stated.id).verdict for log in ("o_1", "o_1#2")] == [Verdict.RESTORE_ACCEPTED] * 2


def test_a_log_of_which_nothing_is_left(lost, restore, go_back, as_superuser, verify):
    go_back("o_1", 0)
    for table in ("tree", "checkpoint"):
        as_superuser(f"DELETE FROM billing_audit_{table} WHERE log = 'o_1'")
    stated = restore()["o_1#2"]
    assert stated.logs["o_1"].surviving_size == 0
    assert verify("o_1", stated.id).verdict == Verdict.RESTORE_ACCEPTED


def test_a_checkpoint_that_is_not_the_logs_stops_the_statement(lost, restore, place):
    (point,) = newest_checkpoints("o_1")
    write_checkpoints([replace(point, note=point.note.replace("\n3\n", "\n4\n"))], place)
    with pytest.raises(InvalidNote):
        restore()
    assert not AuditEvent.objects.filter(action="audit_log.restored").exists()
    assert not read_statements(place)


def test_purges_and_erasures_go_on(lost, restore, write_events, seal_events, statements, as_role, verify, place):
    """Each states what it took by the name under which it was sealed."""
    stated = restore()["o_1#2"]
    write_events(2)
    seal_events()
    with as_role("owner"):
        erased = erase_personal_data(actor=OPERATOR, statements=statements, user_id="7")
    assert erased.parts == {"o_1": 5, "o_2": 2}
    seal_events()
    assert not AuditEvent.objects.filter(action="audit_log.event_refused").exists()
    publish_newest(place, KEYS)
    assert verify("o_1", stated.id).counts == {Verdict.RESTORE_ACCEPTED: 1, Verdict.ERASED: 1}
    assert verify("o_1#2").counts == {Verdict.ERASED: 1}


def test_a_purge_that_takes_the_restore_itself(
    write_events, seal_events, go_back, restore, statements, as_role, verify, place, at_another_time
):
    with as_role("owner"):
        make_partitions(date(2025, 3, 1))
    with at_another_time(datetime(2025, 3, 5, tzinfo=UTC)):
        write_events(4)
        seal_events(limit=1)
        publish_newest(place, KEYS)
        go_back("o_1", 3)
        stated = restore()["o_1#2"]
        write_events(2)
        seal_events()
    write_events(1)
    seal_events()
    publish_newest(place, KEYS)
    assert verify("o_1", stated.id).counts == {Verdict.RESTORE_ACCEPTED: 1}
    with as_role("owner"):
        purge(timedelta(days=400), actor=OPERATOR, statements=statements)
    seal_events()
    assert AuditEvent.objects.filter(organization_id="o_1").count() == 3
    assert verify("o_1", stated.id).counts == {Verdict.RESTORE_ACCEPTED: 1, Verdict.PURGED: 1}
    assert verify("o_1#2").counts == {Verdict.PURGED: 1}


def test_it_takes_few_queries_for_the_names(lost, restore):
    restore()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT log FROM billing_audit_tree WHERE split_part(log, '#', 1) = 'o_1'")
        plan = "\n".join(row for (row,) in cursor.fetchall())
    assert "billing_audit_names_of_log" in plan


@pytest.fixture
def exported(as_role: Any, tmp_path: Path) -> Callable[..., Path]:
    """Export o_1 with its proofs, and return the file."""

    def run(*arguments: str) -> Path:
        path = tmp_path / f"export-{len(list(tmp_path.iterdir()))}.ndjson"
        keys = {"AUDIT_VERIFIERS": str(KEYS[0]), "AUDIT_STATEMENT_VERIFIERS": str(STATEMENT_KEYS[0])}
        with as_role("auditor"), configured(**keys):
            call_command("export_audit", "--organization", "o_1", "--to", str(path), *arguments, stdout=StringIO())
        return path

    return run


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Run the offline verifier with the keys file of before any restore; return its exit code and output."""

    def run(path: Path, *arguments: str, head: str = "") -> tuple[int, str]:
        keys, kept = tmp_path / "keys.txt", tmp_path / "head.txt"
        keys.write_text(f"--key={KEYS[0].of_log('o_1')}\n--statement-key={STATEMENT_KEYS[0].of_log('o_1')}\n")
        kept.write_text(head)
        more = ["--head", str(kept)] if head else []
        command = [sys.executable, str(PROGRAM), str(path), f"@{keys}", *more, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    return run


def heads(place: str, log: str = "o_1") -> list[str]:
    return [each.note for each in read_checkpoints(place) if each.log == log]


def test_the_offline_verifier_says_what_is_lost(lost, restore, write_events, seal_events, place, exported, check):
    small, large = heads(place)
    stated = restore()["o_1#2"]
    write_events(2)
    seal_events()
    path = exported()
    code, said = check(path)
    assert (code, f"restored from a backup (id {stated.id})" in said) == (3, True), said
    assert "o_1: the events at places 3 to 4 are lost; nothing is known after" in said
    assert "3 of the 3 sealed events of o_1 are in it, unchanged" in said
    assert "3 of the 3 sealed events of o_1#2 are in it, unchanged" in said
    assert "the keys are the export's own" not in said
    assert check(path, "--accept-restore", stated.id)[0] == 0
    assert check(path, "--accept-restore", "0" * 64)[0] == 3
    code, said = check(path, head=small)
    assert (code, "begins with the 3 events of the checkpoint that you kept" in said) == (3, True), said
    code, said = check(path, "--accept-restore", stated.id, head=large)
    assert (code, "of the 5 events of the checkpoint that you kept, a restore lost the last" in said) == (0, True), said
    (of_new,) = [each.note for each in newest_checkpoints("o_1#2")]
    assert check(path, "--accept-restore", stated.id, head=of_new)[0] == 0
    part = exported("--from", "2999-01-01T00:00:00Z")
    assert check(part, "--accept-restore", stated.id)[0] == 0


def test_without_a_restore_on_record_the_offline_verifier_says_no(lost, place, exported, check):
    code, said = check(exported(), head=heads(place)[1])
    assert (code, "you kept a checkpoint of 5 events, but the log has only 3" in said) == (1, True), said


def test_the_offline_verifier_takes_purges_and_erasures_of_a_former_name(
    lost, restore, write_events, seal_events, as_role, statements, exported, check
):
    restore()
    write_events(1)
    seal_events()
    with as_role("owner"):
        erase_personal_data(actor=OPERATOR, statements=statements, user_id="7")
    seal_events()
    code, said = check(exported())
    assert (code, "the personal data of 3 events was erased" in said) == (3, True), said


def edited(path: Path, change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Path:
    lines = change([json.loads(line) for line in path.read_text().splitlines()])
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    return path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: lines[4:], "has the former names [], but a restore left ['o_1']"),
        (lambda lines: lines[:4], ""),
        (lambda lines: [*lines[:5], *lines[6:]], "at places 0 to 0 are left out"),
        (
            lambda lines: [
                {name: line[name] for name in line if name != "statement"} if "statement" in line else line
                for line in lines
            ],
            "after a restore that no statement is about",
        ),
        (lambda lines: [*lines[:3], *lines[4:]], "at places 2 to 2 are left out"),
    ],
)
def test_an_export_that_hides_a_name_or_the_statement_does_not_hold(
    lost, restore, write_events, seal_events, place, exported, check, change, said
):
    large = heads(place)[1]
    restore()
    write_events(2)
    seal_events()
    code, text = check(edited(exported(), change), head=large)
    assert (code, said in text) == (1, True), text
