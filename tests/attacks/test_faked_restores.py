"""Insiders who take events from the record and fake a restore from a backup that is to excuse it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from billing_audit.models import AuditEvent, AuditLeaf
from billing_audit.record import Actor, record
from billing_audit.signed_notes import Checkpoint, Signer, base64_of
from billing_audit.transparency.checkpoints import (
    PublishedStatement,
    newest_checkpoints,
    read_checkpoints,
    read_statements,
    write_checkpoints,
    write_statements,
)
from billing_audit.transparency.merkle import Edge, leaf_hash
from billing_audit.transparency.restores import state_restore
from billing_audit.transparency.sealer import sign_restored_logs
from billing_audit.transparency.statements import RESTORED, Statement, StatementWriter
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.verify import verify_log
from tests.conftest import SIGNER, STATEMENT_SIGNER

pytestmark = pytest.mark.django_db
OPERATOR = Actor("system", "record_restore", "manage.py record_restore")


@pytest.fixture
def published(write_events: Any, seal_events: Any, statements: StatementWriter) -> list[str]:
    """Five sealed events of o_1, whose checkpoints are published. Returns their ids."""
    ids: list[str] = write_events(5)
    seal_events(limit=1)
    write_checkpoints(newest_checkpoints(), statements.to)
    return ids


@pytest.fixture
def cut(published: list[str], as_superuser: Any) -> list[str]:
    """The last two are taken from every table, as a database superuser can."""
    leaves = [bytes(leaf.hash) for leaf in AuditLeaf.objects.filter(log="o_1").order_by("place")[:3]]
    for table, column in (("event", "id"), ("part", "event_id"), ("leaf", "event_id")):
        as_superuser(f"DELETE FROM billing_audit_{table} WHERE {column} = ANY(%s::uuid[])", [published[3:]])
    as_superuser("DELETE FROM billing_audit_checkpoint WHERE size > 3")
    edge = b"".join(Edge().extend(leaves)[0].hashes)
    as_superuser("UPDATE billing_audit_tree SET size = 3, edge = %s", [edge])
    return published


@pytest.fixture
def verify(statements: StatementWriter) -> Any:
    """Verify a log as the auditor does, who accepts the restores with these ids."""

    def run(log: str = "o_1", *accepted: str, stored: bool = False) -> Report:
        found = None if stored else read_statements(statements.to)
        policy = StatementPolicy([STATEMENT_SIGNER.verifier], found, timedelta(days=31), accepted)
        return verify_log(
            log, verifiers=[SIGNER.verifier], published=read_checkpoints(statements.to), statements=policy
        )

    return run


@pytest.fixture
def state(statements: StatementWriter, as_role: Any) -> Any:
    """Run what `record_restore` does, with another key and another place to publish statements if given."""

    def run(key: Signer = STATEMENT_SIGNER, to: str = "") -> Any:
        writer = StatementWriter(key, to or statements.to, "Ticket 1")
        with as_role("owner"):
            (stated,) = state_restore(
                actor=OPERATOR,
                statements=writer,
                published=read_checkpoints(statements.to),
                verifiers=[SIGNER.verifier],
            )
        return stated

    return run


def is_refused(report: Report) -> bool:
    return report.verdict not in {Verdict.RESTORED, Verdict.RESTORE_ACCEPTED, Verdict.INTACT}


def test_with_the_database_alone_a_restore_is_not_sealed_and_excuses_nothing(cut, verify, seal_events):
    details = {"restore": "0" * 64, "known_until": "2026-01-01T00:00:00Z", "lost_events": 2}
    event = record(RESTORED, organization_id="o_1", actor=OPERATOR, details=details)
    seal_events()
    refused = AuditEvent.objects.get(action="audit_log.event_refused")
    assert refused.details == {"event_id": str(event), "action": RESTORED}
    assert (is_refused(verify()), is_refused(verify("o_1", "0" * 64))) == (True, True)


def test_with_a_key_of_their_own_it_is_neither_signed_nor_counted(cut, verify, state, as_role, seal_events, tmp_path):
    """They write the new log's first leaf, tree and statement themselves, and publish the statement."""
    stranger = Signer.generate("tests")
    stated = state(stranger)
    with as_role("sealer"):
        assert sign_restored_logs(SIGNER, [STATEMENT_SIGNER.verifier]) == []
    for stored in (False, True):
        assert is_refused(verify("o_1", stated.id, stored=stored))
        assert is_refused(verify("o_1#2", stated.id, stored=stored))


def test_the_signing_key_signs_no_restore(cut, verify, state, as_superuser, seal_events, write_events):
    """With database and sealing key: they sign the new log's checkpoints too."""
    stated = state(SIGNER)
    leaf = bytes(AuditLeaf.objects.get(log="o_1#2").hash)
    note = Checkpoint("o_1#2", 1, leaf).note(SIGNER)
    as_superuser("INSERT INTO billing_audit_checkpoint (log, size, note) VALUES ('o_1#2', 1, %s)", [note])
    write_events(1)
    seal_events()
    assert is_refused(verify("o_1", stated.id))
    report = verify("o_1#2", stated.id)
    assert "the log goes on after a restore that no statement is about" in {each.text for each in report.findings}


def test_a_statement_that_was_not_published_does_not_count(cut, verify, state, tmp_path):
    """With database and statement key, but not the place of checkpoints."""
    stated = state(to=str(tmp_path / "elsewhere"))
    assert is_refused(verify("o_1", stated.id))


def test_a_log_that_goes_on_without_a_restore_is_found(published, verify, as_superuser, write_events, seal_events):
    """Somebody who may add trees lets the log go on under a new name, and keeps the old one out of sight."""
    as_superuser("INSERT INTO billing_audit_tree (log, size, edge) VALUES ('o_1#2', 0, '')")
    write_events(2)
    seal_events()
    assert verify("o_1#2").verdict == Verdict.INSERTED


def test_who_accepted_one_restore_accepted_no_other(cut, verify, state, as_superuser, statements, as_role):
    """Even with the statement key: the facts under an id that was accepted cannot be widened."""
    stated = state()
    with as_role("sealer"):
        sign_restored_logs(SIGNER, [STATEMENT_SIGNER.verifier])
    assert verify("o_1", stated.id).verdict == Verdict.RESTORE_ACCEPTED
    (honest,) = (
        Statement.parse(each.note, "o_1#2", [STATEMENT_SIGNER.verifier]) for each in read_statements(statements.to)
    )
    gone = AuditLeaf.objects.get(log="o_1", place=2).event_id
    for table, column in (("event", "id"), ("part", "event_id"), ("leaf", "event_id")):
        as_superuser(f"DELETE FROM billing_audit_{table} WHERE {column} = %s", [gone])
    as_superuser("DELETE FROM billing_audit_checkpoint WHERE log = 'o_1' AND size > 2")
    leaves = [bytes(leaf.hash) for leaf in AuditLeaf.objects.filter(log="o_1").order_by("place")]
    edge = Edge().extend(leaves)[0]
    as_superuser("UPDATE billing_audit_tree SET size = 2, edge = %s WHERE log = 'o_1'", [b"".join(edge.hashes)])
    assert is_refused(verify("o_1", stated.id))
    left = {"surviving_size": 2, "surviving_root": base64_of(edge.root), "lost_from": 2}
    facts = {**honest.facts, "logs": {"o_1": {**honest.facts["logs"]["o_1"], **left}}}
    note = Statement("o_1#2", RESTORED, honest.event_id, datetime.now(UTC), honest.reason, facts).note(STATEMENT_SIGNER)
    as_superuser("UPDATE billing_audit_statement SET note = %s", [note])
    for file in Path(statements.to).glob("statements-*"):
        file.unlink()
    write_statements([PublishedStatement("o_1#2", honest.event_id, note)], statements.to)
    assert is_refused(verify("o_1", stated.id))
    assert is_refused(verify("o_1", stated.id, stored=True))


def test_a_restore_of_one_log_excuses_no_other(cut, verify, state, as_superuser, write_events, seal_events, statements):
    """The statement and the event of o_1, copied to another organization whose events were taken."""
    stated = state()
    event = AuditEvent.objects.get(action=RESTORED)
    (published,) = read_statements(statements.to)
    as_superuser(
        "INSERT INTO billing_audit_leaf (log, place, event_id, hash) VALUES ('o_2#2', 0, %s, %s)",
        ["01900000-0000-7000-8000-000000000000", leaf_hash(event.body.encode())],
    )
    as_superuser(
        "INSERT INTO billing_audit_tree (log, size, edge) VALUES ('o_2#2', 1, %s)", [leaf_hash(event.body.encode())]
    )
    write_statements(
        [PublishedStatement("o_2#2", "01900000-0000-7000-8000-000000000000", published.note)], statements.to
    )
    assert is_refused(verify("o_2#2", stated.id))
