"""Insiders who take events from the record and write an event that is to excuse it: a purge or an erasure."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from billing_audit.models import AuditEvent, AuditPart, AuditStatement
from billing_audit.record import Actor, record
from billing_audit.signed_notes import InvalidNote, Signer
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.storage.partitions import make_partitions
from billing_audit.storage.retention import purge
from billing_audit.transparency.checkpoints import (
    PublishedCheckpoint,
    PublishedStatement,
    newest_checkpoints,
    read_statements,
    write_statements,
)
from billing_audit.transparency.event_check import COLUMNS, NotAsSealed
from billing_audit.transparency.sealer import seal_batch
from billing_audit.transparency.statements import ERASED, PURGED, Statement, StatementWriter, statement_about
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import Report, Verdict
from billing_audit.verification.verify import verify_log
from tests.conftest import STATEMENT_SIGNER

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=400)
OPERATOR = Actor("system", "purge_audit", "manage.py purge_audit")
FACTS = {"before": "2025-04-01T00:00:00Z", "retention_days": 400, "events": 1, "events_in_all": 1}


@pytest.fixture
def old(write_events: Any, seal_events: Any, at_another_time: Any, as_role: Any) -> list[str]:
    """Three sealed events of March 2025, and two of the present. Returns the ids of all five."""
    with as_role("owner"):
        make_partitions(date(2025, 3, 1))
    with at_another_time(datetime(2025, 3, 5, tzinfo=UTC)):
        ids: list[str] = write_events(3)
    ids += write_events(2)
    seal_events()
    return ids


@pytest.fixture
def published(old: list[str]) -> list[PublishedCheckpoint]:
    """The checkpoints of the untouched log."""
    return newest_checkpoints()


@pytest.fixture
def verify(signer: Signer, published: list[PublishedCheckpoint], statements: StatementWriter) -> Callable[..., Report]:
    """Verify the log as the auditor does: with the checkpoints and statements that were published.

    ``stored``: with the statements of the database instead, as without ``--against``.
    """

    def run(days: int = 400, *, stored: bool = False) -> Report:
        found = None if stored else read_statements(statements.to)
        policy = StatementPolicy([STATEMENT_SIGNER.verifier], found, timedelta(days=days))
        return verify_log("o_1", verifiers=[signer.verifier], published=published, statements=policy)

    return run


@pytest.fixture
def place(as_superuser: Any, statements: StatementWriter) -> Callable[..., None]:
    """Put a statement into the database, as its superuser can, and into the place of checkpoints if ``outside``."""

    def run(statement: Statement, key: Signer, *, outside: bool = True) -> None:
        note = statement.note(key)
        as_superuser(
            "INSERT INTO billing_audit_statement (event_id, log, action, note) VALUES (%s, %s, %s, %s)",
            [statement.event_id, statement.log, statement.action, note],
        )
        if outside:
            write_statements([PublishedStatement(statement.log, statement.event_id, note)], statements.to)

    return run


def claim_purge(**facts: Any) -> Statement:
    """Record a purge as the application's role can, and return a statement about it that nobody has signed."""
    details = {**FACTS, **facts}
    event = record(PURGED, organization_id="o_1", actor=OPERATOR, details=details)
    return Statement("o_1", PURGED, str(event), datetime.now(UTC), "none", details)


def claim_erasure(as_superuser: Any, event_id: str) -> Statement:
    """Erase the personal data of an event, and record it, as ``claim_purge``."""
    details = {"reason": "Request 7", "kinds": ["personal"], "rows": 1}
    event = record(ERASED, organization_id="o_1", actor=OPERATOR, details=details)
    as_superuser(
        "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s"
        " WHERE event_id = %s AND kind = 'personal'",
        [event, event_id],
    )
    facts = {"kinds": ["personal"], "rows": 1, "erased": {"personal": [event_id]}}
    return Statement("o_1", ERASED, str(event), datetime.now(UTC), "none", facts)


def removed(report: Report) -> set[str | None]:
    return {each.event_id for each in report.findings if each.verdict == Verdict.REMOVED}


def test_with_the_database_alone_a_purge_is_not_sealed_and_excuses_nothing(old, verify, as_superuser, seal_events):
    as_superuser("DELETE FROM billing_audit_event WHERE id = ANY(%s::uuid[])", [old[:3]])
    forged = claim_purge(events=3, events_in_all=3).event_id
    later = record("audit_log.verified", organization_id="o_1", actor=OPERATOR)
    assert seal_events() == 3
    said = AuditEvent.objects.get(action="audit_log.event_refused")
    assert (said.organization_id, said.details) == ("o_1", {"event_id": forged, "action": PURGED})
    report = verify()
    assert (removed(report) >= set(old[:3]), report.purged, report.unsealed) == (True, 0, 0)
    found = {(each.verdict, each.event_id) for each in report.findings}
    assert (Verdict.INSERTED, forged) in found
    # The refused event stops no other.
    assert str(later) not in {each.event_id for each in report.findings}


def test_with_the_database_alone_an_erasure_is_not_sealed_and_excuses_nothing(old, verify, as_superuser, seal_events):
    forged = claim_erasure(as_superuser, old[4]).event_id
    seal_events()
    assert AuditEvent.objects.get(action="audit_log.event_refused").details["event_id"] == forged
    report = verify()
    assert (report.verdict, removed(report)) == (Verdict.INSERTED, {old[4]})


@pytest.mark.parametrize("action", [PURGED, ERASED])
def test_the_sealing_key_signs_no_statement(old, verify, as_superuser, place, signer, as_role, action):
    """With database and sealing key: the attacker seals the event without a check, next to a statement of their own."""
    if action == PURGED:
        as_superuser("DELETE FROM billing_audit_event WHERE id = ANY(%s::uuid[])", [old[:3]])
    forged = claim_purge(events=3, events_in_all=3) if action == PURGED else claim_erasure(as_superuser, old[1])
    place(forged, signer, outside=False)
    with as_role("sealer"):
        seal_batch(signer, [signer.verifier])
    assert not AuditEvent.objects.filter(action="audit_log.event_refused").exists()
    assert old[1] in removed(verify())
    assert old[1] in removed(verify(stored=True))


def test_nor_do_they_at_the_place_of_checkpoints(old, verify, as_superuser, place, signer, as_role):
    """With all three the log can be rewritten, but no statement be made: the customers' checkpoints show the rest."""
    as_superuser("DELETE FROM billing_audit_event WHERE id = ANY(%s::uuid[])", [old[:3]])
    for key in (signer, Signer.generate("tests")):
        place(claim_purge(events=3, events_in_all=3), key)
    with as_role("sealer"):
        seal_batch(signer, [signer.verifier])
    report = verify()
    assert removed(report) >= set(old[:3])
    assert "not signed by a known key" in " ".join(each.text for each in report.findings)


def test_a_statement_that_was_not_published_does_not_count(old, verify, as_superuser, place, seal_events):
    """With database and statement key, but not the place of checkpoints."""
    as_superuser("DELETE FROM billing_audit_event WHERE id = ANY(%s::uuid[])", [old[:3]])
    place(claim_purge(events=3, events_in_all=3), STATEMENT_SIGNER, outside=False)
    seal_events()
    assert removed(verify()) >= set(old[:3])


@pytest.fixture
def honest(old: list[str], as_role: Any, statements: StatementWriter, seal_events: Any, verify: Any) -> Statement:
    """The statement of an honest purge of the three old events."""
    with as_role("owner"):
        purge(YEAR, actor=OPERATOR, statements=statements)
    seal_events()
    assert verify().verdict == Verdict.PURGED
    note = AuditStatement.objects.get(log="o_1").note
    return Statement.parse(note, "o_1", [STATEMENT_SIGNER.verifier])


def test_an_honest_statement_cannot_be_used_again(honest, old, verify, as_superuser, seal_events, statements):
    """Replayed for another event of the log, and for another log."""
    (note,) = AuditStatement.objects.values_list("note", flat=True)
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [old[3]])
    for log in ("o_1", "o_2"):
        event = record(PURGED, organization_id=log, actor=OPERATOR, details=dict(honest.facts))
        as_superuser("INSERT INTO billing_audit_statement VALUES (%s, %s, %s, %s)", [event, log, PURGED, note])
        write_statements([PublishedStatement(log, str(event), note)], statements.to)
    seal_events()
    assert AuditEvent.objects.filter(action="audit_log.event_refused").count() == 2
    assert old[3] in removed(verify())
    # Not even for the same event, if that were in another log.
    content = AuditEvent.objects.get(pk=honest.event_id).content
    assert statement_about(content, [note], "o_1", [STATEMENT_SIGNER.verifier]) == honest
    with pytest.raises(InvalidNote, match="not this log's"):
        statement_about(content, [note], "o_2", [STATEMENT_SIGNER.verifier])


def test_an_honest_statement_says_what_its_event_says(honest, old, verify, as_superuser, signer, as_role):
    """Another body under the id of the event that the statement is about."""
    event = AuditEvent.objects.get(pk=honest.event_id)
    changed = json.loads(event.body)
    changed["details"]["events_in_all"] = 4
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE id = %s", [json.dumps(changed), event.pk])
    report = verify()
    assert report.verdict == Verdict.ALTERED
    assert removed(report) >= set(old[:3])


def test_no_purge_of_younger_events_than_the_verifier_keeps(old, verify, as_superuser, place, seal_events):
    """Even the statement key excuses nothing younger than the verifier's own retention."""
    as_superuser("DELETE FROM billing_audit_event WHERE id = ANY(%s::uuid[])", [old[:3]])
    place(claim_purge(retention_days=31, events=3, events_in_all=3), STATEMENT_SIGNER)
    seal_events()
    assert verify(days=400).verdict == Verdict.PURGED
    assert removed(verify(days=5000)) >= set(old[:3])


def test_a_statement_of_the_future_makes_no_event_old(old, verify, as_superuser, place, seal_events):
    as_superuser("DELETE FROM billing_audit_event WHERE id = ANY(%s::uuid[])", [old])
    claimed = claim_purge(before="2999-01-01T00:00:00Z", events=5, events_in_all=5)
    future = datetime(3010, 1, 1, tzinfo=UTC)
    place(Statement("o_1", PURGED, claimed.event_id, future, "none", claimed.facts), STATEMENT_SIGNER)
    seal_events()
    assert removed(verify()) >= set(old)


def test_a_purge_takes_every_event_before_its_bound(old, verify, as_superuser, place, seal_events):
    """One event of an old month is missing; the others are there, so it was no purge."""
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [old[1]])
    place(claim_purge(), STATEMENT_SIGNER)
    seal_events()
    report = verify()
    assert old[1] in removed(report)
    assert any("but 2 are there" in each.text for each in report.findings)


def test_an_erasure_excuses_the_data_that_its_statement_names(
    old, verify, as_role, as_superuser, statements, seal_events, tmp_path: Path
):
    with as_role("owner"):
        erase_personal_data(actor=OPERATOR, statements=statements, user_id="7")
        purge(YEAR, actor=OPERATOR, statements=statements)
    seal_events()
    assert verify().counts == {Verdict.PURGED: 1, Verdict.ERASED: 1}
    # The data that the purge took leaves room in the number of rows, but not for other events.
    by = AuditEvent.objects.get(action=ERASED).pk
    victim = AuditEvent.objects.filter(action=PURGED).latest("id").pk
    for event_id, kind in ((victim, "personal"), (old[4], "texts")):
        as_superuser(
            "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s WHERE event_id = %s AND kind = %s",
            [by, event_id, kind],
        )
    assert removed(verify()) == {str(victim), old[4]}


@pytest.fixture
def hide(as_superuser: Any) -> Callable[..., None]:
    """Delete an event, and let its leaf name an event of the old month instead: no signature covers a leaf's id."""

    def run(event_id: str, instead: str) -> None:
        as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [event_id])
        as_superuser("UPDATE billing_audit_leaf SET event_id = %s WHERE event_id = %s", [instead, event_id])

    return run


def test_an_honest_purge_counts_no_event_that_was_never_sealed(
    old, verify, as_role, seal_events, statements, hide, monkeypatch, at_another_time
):
    """A superuser plants an event in an old month, which the sealer refuses, to have a young one counted for it."""
    with at_another_time(datetime(2025, 3, 5, tzinfo=UTC)), monkeypatch.context() as patch:
        patch.setattr("billing_audit.record.uuid7", lambda: UUID(old[0][:-4] + "abcd"))
        planted = claim_purge().event_id
    seal_events()
    with as_role("owner"):
        assert purge(YEAR, actor=OPERATOR, statements=statements)[0][1] == 3
    seal_events()
    assert verify().verdict == Verdict.PURGED
    hide(old[3], planted)
    assert verify().verdict == Verdict.REMOVED


@pytest.mark.parametrize("body", ["of the young event", "of the made-up event"])
def test_no_honest_purge_takes_what_is_not_as_it_was_sealed(old, verify, as_role, as_superuser, statements, hide, body):
    """A young event is given the id of a made-up event of an old month, in the second before the operator's purge."""
    made_up = old[0][:-4] + "abcd"
    text = AuditEvent.objects.get(pk=old[3]).body
    hide(old[3], made_up)
    columns = ", ".join(set(COLUMNS) - {"id"})
    as_superuser(
        f"INSERT INTO billing_audit_event (id, body, {columns})"
        f" SELECT %s, %s, {columns} FROM billing_audit_event WHERE id = %s",
        [made_up, text if "young" in body else text.replace(old[3], made_up), old[0]],
    )
    with as_role("owner"), pytest.raises(NotAsSealed, match="1 of 4 events of 2025-03"):
        purge(YEAR, actor=OPERATOR, statements=statements)
    assert AuditEvent.objects.filter(id__in=old[:3]).count() == 3
    assert not read_statements(statements.to)


def test_no_honest_purge_counts_an_event_in_another_log(old, as_role, as_superuser, statements):
    as_superuser("UPDATE billing_audit_event SET organization_id = 'o_2' WHERE id = %s", [old[0]])
    with as_role("owner"), pytest.raises(NotAsSealed, match="1 of 3 events of 2025-03"):
        purge(YEAR, actor=OPERATOR, statements=statements)


def test_the_statement_of_a_purge_that_failed_gives_no_room(
    old, verify, as_role, as_superuser, write_events, seal_events, statements, hide
):
    """A superuser stops a purge after its statement is published, and has the next one count its events twice."""
    with as_role("owner"), transaction.atomic():
        purge(YEAR, actor=OPERATOR, statements=statements)
        transaction.set_rollback(True)
    (published,) = read_statements(statements.to)
    as_superuser(
        "INSERT INTO billing_audit_statement VALUES (%s, %s, %s, %s)",
        [published.event_id, published.log, PURGED, published.note],
    )
    with as_role("owner"), pytest.raises(NotAsSealed, match="already has a statement"):
        purge(YEAR, actor=OPERATOR, statements=statements)
    assert AuditEvent.objects.filter(id__in=old[:3]).count() == 3


@pytest.mark.parametrize(
    "steered",
    [
        "UPDATE billing_audit_event SET actor_id = '99' WHERE id = %s",
        """UPDATE billing_audit_event SET actor_id = '99', body = replace(body, '"actor_id":"7"', '"actor_id":"99"')"""
        " WHERE id = %s",
        """UPDATE billing_audit_part SET data = data || '{"address": "198.51.100.99"}' WHERE event_id = %s"""
        " AND kind = 'personal'",
    ],
)
def test_no_honest_erasure_takes_what_is_not_as_it_was_sealed(old, verify, as_role, as_superuser, statements, steered):
    """Before an erasure that somebody asked for, a superuser lets their own event match it."""
    as_superuser(steered, [old[4]])
    whose = {"user_id": "99"} if "actor_id" in steered else {"address": "198.51.100.99"}
    with as_role("owner"), pytest.raises(NotAsSealed, match=old[4]):
        erase_personal_data(actor=OPERATOR, statements=statements, **whose)
    assert not read_statements(statements.to)
    assert verify().verdict == Verdict.ALTERED


def test_erased_data_that_is_put_back_is_found(old, verify, as_role, as_superuser, statements, seal_events):
    """From a backup: it verifies against the commitment, but the statement says that it is gone."""
    part = AuditPart.objects.get(event_id=old[4], kind="personal")
    with as_role("owner"):
        erase_personal_data(actor=OPERATOR, statements=statements, user_id="7")
    seal_events()
    assert verify().verdict == Verdict.ERASED
    as_superuser(
        "UPDATE billing_audit_part SET salt = %s, data = %s, erased_by = NULL"
        " WHERE event_id = %s AND kind = 'personal'",
        [part.salt, json.dumps(part.data), old[4]],
    )
    assert removed(verify()) == {str(AuditEvent.objects.get(action=ERASED).pk)}
