"""Promise 8: every change to the audit log is detected, even one by a superuser of the database: the tamper matrix."""

import json
import uuid
from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.utils import timezone

from billing_audit.admin import AuditEventAdmin
from billing_audit.models import AuditCheckpoint, AuditEvent, AuditLeaf
from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import page
from billing_audit.reading.serializers import csv_cells, event_body
from billing_audit.record import Actor, record
from billing_audit.signed_notes import Checkpoint, Signer
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.transparency import merkle
from billing_audit.transparency.checkpoints import PublishedCheckpoint, newest_checkpoints
from billing_audit.transparency.statements import EXCUSING, Statement
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import logs, verify_log
from tests.billing_audit.transparency.trees import root_of
from tests.conftest import STATEMENT_SIGNER

pytestmark = pytest.mark.django_db
BATCHES = 4
# Texts that a request may carry and that JSON, PostgreSQL or a text comparison could mishandle.
HOSTILE = [
    "\x00",
    "\ud800",
    str(2**53 + 1),
    "e\u0301",
    "\u00e9",
    '"}',
    '"recorded_at":""',
    "\\u0000",
    "\u2028",
    "\U0001f600" * 50,
    "﷽" * 99,
]


@pytest.fixture
def ids(write_events, signer, seal_events):
    """The ids of twelve sealed events of o_1 in four batches; o_2 has two."""
    found = []
    for _ in range(BATCHES):
        found += write_events(3)
        seal_events()
    write_events(2, "o_2")
    seal_events()
    return found


@pytest.fixture
def published(ids):
    """The checkpoints of the untouched logs, as they were published."""
    return newest_checkpoints()


@pytest.fixture
def verify(signer):
    """A function that verifies one log with the sealer's public key."""

    policy = StatementPolicy([STATEMENT_SIGNER.verifier])

    def run(log="o_1", published=(), verifiers=None, **options):
        return verify_log(
            log, published=published, verifiers=verifiers or [signer.verifier], statements=policy, **options
        )

    return run


@pytest.fixture
def rechain(as_superuser, as_role):
    """A function that rewrites a log's leaves from its present events and, given a key, signs a new checkpoint."""

    def run(log="o_1", key=None):
        as_superuser("SELECT 1")
        with as_role("owner"), connection.cursor() as cursor:
            cursor.execute("SELECT place, event_id FROM billing_audit_leaf WHERE log = %s ORDER BY place", [log])
            leaves = []
            for place, event_id in cursor.fetchall():
                leaf = merkle.leaf_hash(AuditEvent.objects.get(pk=event_id).body.encode())
                leaves.append(leaf)
                cursor.execute(
                    "UPDATE billing_audit_leaf SET hash = %s WHERE log = %s AND place = %s", [leaf, log, place]
                )
            if key:
                note = Checkpoint(log, len(leaves), root_of(leaves), "2026-11-23T10:00:00.000000Z").note(key)
                cursor.execute("DELETE FROM billing_audit_checkpoint WHERE log = %s", [log])
                cursor.execute("INSERT INTO billing_audit_checkpoint VALUES (%s, %s, %s)", [log, len(leaves), note])

    return run


def found(report):
    """The verdicts in a report, except the one for a missing published checkpoint."""
    return {each.verdict for each in report.findings} - {Verdict.NO_OUTSIDE_HEAD}


def test_nothing_was_touched(ids, published, verify):
    for log, size in (("o_1", 12), ("o_2", 2)):
        report = verify(log, published)
        assert (report.verdict, report.sealed, report.compared_size) == (Verdict.INTACT, size, size)
    assert verify().verdict == Verdict.NO_OUTSIDE_HEAD
    assert logs() == ["o_1", "o_2"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "billing_reads.disabled"),
        ("outcome", "denied"),
        ("actor_id", "8"),
        ("actor_kind", "staff"),
        ("reason_code", "x"),
        ("target_id", "o_2"),
        ("target_kind", "x"),
        ("request_id", "req_2"),
        ("organization_id", "o_2"),
        ("organization_id", None),
        ("recorded_at", "2026-01-01T00:00:00Z"),
    ],
)
def test_an_indexed_column_alone_is_edited(ids, published, verify, as_superuser, column, value):
    as_superuser(f"UPDATE billing_audit_event SET {column} = %s WHERE id = %s", [value, ids[4]])
    report = verify(published=published)
    assert report.verdict == Verdict.ALTERED
    assert [(each.event_id, each.field) for each in report.findings] == [(ids[4], column)]


def test_a_body_is_edited(ids, published, verify, as_superuser):
    as_superuser("UPDATE billing_audit_event SET body = replace(body, 'number 1', 'number 9') WHERE id = %s", [ids[4]])
    (finding,) = verify(published=published).findings
    assert (finding.verdict, finding.event_id, finding.field) == (Verdict.ALTERED, ids[4], "body")


def test_one_field_of_a_body_is_edited(ids, published, verify, as_superuser):
    as_superuser(
        """UPDATE billing_audit_event SET body = replace(body, '"actor_id":"7"', '"actor_id":"8"') WHERE id = %s""",
        [ids[0]],
    )
    (finding,) = verify(published=published).findings
    assert (finding.verdict, finding.event_id, finding.field) == (Verdict.ALTERED, ids[0], "actor_id")


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "\ufffd"])
def test_a_body_is_made_unreadable(ids, published, verify, as_superuser, body):
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE id = %s", [body, ids[0]])
    assert {(each.verdict, each.event_id) for each in verify(published=published).findings} == {
        (Verdict.ALTERED, ids[0])
    }


@pytest.mark.parametrize(
    "change",
    [
        "salt = 'x'",
        "data = '{}'",
        "data = jsonb_set(data, '{address}', '\"198.51.100.1\"')",
        "data = '[]'",
        "data = '{\"address\": 1.5}'",
        "data = '{\"address\": 1e400}'",
        "data = (repeat('[', 2000) || repeat(']', 2000))::jsonb",
        "data = NULL",
        "salt = NULL",
    ],
)
def test_personal_data_is_edited(ids, published, verify, as_superuser, change):
    as_superuser(f"UPDATE billing_audit_part SET {change} WHERE event_id = %s AND kind = 'personal'", [ids[5]])
    (finding,) = verify(published=published).findings
    assert (finding.verdict, finding.event_id, finding.field) == (Verdict.ALTERED, ids[5], "personal")
    (found,) = [each for each in page("o_1", Filters(), with_figures=True)[0] if str(each.event.pk) == ids[5]]
    assert found.altered == ("its personal data differs from what was sealed",)
    assert list(csv_cells(found))


@pytest.mark.parametrize(
    "body",
    ["{", "[]", '{"changes": [], "details": 7}', '{"changes": {"a": 1, "b": [2]}, "details": []}', '{"changes": null}'],
)
def test_a_corrupted_event_is_shown_as_far_as_it_can_be_read(ids, as_superuser, body):
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE id = %s", [body, ids[4]])
    entries, _ = page("o_1", Filters(), with_figures=False)
    (found,) = [each for each in entries if str(each.event.pk) == ids[4]]
    assert (found.shown_changes, found.shown_details, found.withheld) == ([], [("reason", "reason 1")], [])
    assert any(text.startswith("it differs from what was sealed") for text in found.altered)
    assert event_body(found)["changes"] == {}
    assert list(csv_cells(found))
    shown = AuditEventAdmin(AuditEvent, admin.site)
    assert (shown.changes_text(found.event), shown.details_text(found.event)) == ("", "reason: reason 1")


def test_the_log_that_personal_data_is_searched_in_is_edited(ids, published, verify, as_superuser):
    """The filter by address uses that column, so a change of it would hide the event from the filter."""
    as_superuser(
        "UPDATE billing_audit_part SET organization_id = 'o_2' WHERE event_id = %s AND kind = 'personal'", [ids[5]]
    )
    (finding,) = verify(published=published).findings
    assert (finding.verdict, finding.event_id, finding.field) == (Verdict.ALTERED, ids[5], "personal")
    (found,) = [each for each in page("o_1", Filters(), with_figures=True)[0] if str(each.event.pk) == ids[5]]
    assert found.altered == ("its personal data differs from what was sealed",)


@pytest.mark.parametrize(
    "put_back", ["data = '{}'", "salt = 'x'", """data = '{"actor_name": "mallory@example.com"}'"""]
)
def test_personal_data_is_put_where_some_was_erased(
    statements, ids, published, verify, as_superuser, as_role, seal_events, signer, put_back
):
    with as_role("owner"):
        erase_personal_data(actor=Actor("system", "tests"), statements=statements, user_id="7")
    seal_events()
    assert verify(published=published).verdict == Verdict.ERASED
    as_superuser(f"UPDATE billing_audit_part SET {put_back} WHERE event_id = %s AND kind = 'personal'", [ids[5]])
    report = verify(published=published)
    assert report.verdict == Verdict.ALTERED
    assert (ids[5], "personal") in [(each.event_id, each.field) for each in report.findings]
    entries, _ = page("o_1", Filters(), with_figures=True)
    (found,) = [each for each in entries if str(each.event.pk) == ids[5]]
    assert (found.altered, found.erased) == (("its personal data differs from what was sealed",), {"personal"})


@pytest.mark.parametrize("place", [0, 5, 11])
def test_an_event_is_deleted(ids, published, verify, as_superuser, place):
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [ids[place]])
    (finding,) = verify(published=published).findings
    assert (finding.verdict, finding.event_id) == (Verdict.REMOVED, ids[place])


def test_an_event_is_deleted_with_its_leaf(ids, published, verify, as_superuser):
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [ids[4]])
    as_superuser("DELETE FROM billing_audit_leaf WHERE event_id = %s", [ids[4]])
    assert verify(published=published).verdict == Verdict.REMOVED
    assert "leaves 4 to 4" in verify(published=published).findings[0].text
    as_superuser("UPDATE billing_audit_leaf SET place = place - 1 WHERE log = 'o_1' AND place > 4")
    as_superuser("UPDATE billing_audit_tree SET size = 11 WHERE log = 'o_1'")
    report = verify(published=published)
    assert report.verdict == Verdict.REMOVED
    assert "1 of the 12 sealed events" in report.findings[0].text


def test_an_event_is_inserted(ids, published, verify, as_superuser, write_events):
    (forged,) = write_events(1)
    as_superuser("DELETE FROM billing_audit_unsealed")
    (finding,) = verify(published=published).findings
    assert (finding.verdict, finding.event_id) == (Verdict.INSERTED, forged)


def test_an_event_is_inserted_under_the_name_of_the_platforms_log(ids, published, verify, as_superuser, write_events):
    """No organization has the id ``platform``, and the platform's own events have none."""
    (forged,) = write_events(1, "platform")
    as_superuser("DELETE FROM billing_audit_unsealed")
    assert "platform" in logs()
    (finding,) = verify("platform", published=[]).findings[:-1]
    assert (finding.verdict, finding.event_id) == (Verdict.INSERTED, forged)


@pytest.mark.parametrize("place", [4, 12])
def test_an_event_is_inserted_with_a_leaf(ids, published, verify, as_superuser, write_events, place):
    (forged,) = write_events(1)
    as_superuser("DELETE FROM billing_audit_unsealed")
    for each in range(11, place - 1, -1):
        as_superuser("UPDATE billing_audit_leaf SET place = place + 1 WHERE log = 'o_1' AND place = %s", [each])
    leaf = merkle.leaf_hash(AuditEvent.objects.get(pk=forged).body.encode())
    as_superuser("INSERT INTO billing_audit_leaf VALUES ('o_1', %s, %s, %s)", [place, forged, leaf])
    assert found(verify(published=published)) == {Verdict.INSERTED}


@pytest.mark.parametrize(("one", "two"), [(3, 4), (3, 9), (0, 11)])
def test_two_leaves_swap_their_places(ids, published, verify, as_superuser, one, two):
    for place, to in ((one, 99), (two, one), (99, two)):
        as_superuser("UPDATE billing_audit_leaf SET place = %s WHERE log = 'o_1' AND place = %s", [to, place])
    assert found(verify(published=published)) == {Verdict.REORDERED}


def test_two_events_swap_their_bodies(ids, published, verify, as_superuser):
    bodies = {each: AuditEvent.objects.get(pk=ids[each]).body for each in (3, 4)}
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE id = %s", [bodies[4], ids[3]])
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE id = %s", [bodies[3], ids[4]])
    report = verify(published=published)
    assert {(each.verdict, each.event_id) for each in report.findings} == {
        (Verdict.ALTERED, ids[3]),
        (Verdict.ALTERED, ids[4]),
    }


def test_edited_and_rewritten_without_the_key(ids, published, verify, as_superuser, rechain):
    as_superuser("UPDATE billing_audit_event SET body = replace(body, 'number 1', 'number 9') WHERE id = %s", [ids[4]])
    rechain()
    (finding,) = verify(published=published).findings
    assert (finding.verdict, finding.field) == (Verdict.ALTERED, "leaf")
    assert "leaves 3 to 5" in finding.text
    rechain(key=Signer.generate("tests"))
    assert "checkpoint" in {each.field for each in verify(published=published).findings}


def test_a_log_rewritten_with_the_key_is_detected_only_by_a_published_checkpoint(
    ids, published, verify, as_superuser, rechain, signer
):
    as_superuser("UPDATE billing_audit_event SET body = replace(body, 'number 1', 'number 9') WHERE id = %s", [ids[4]])
    rechain(key=signer)
    report = verify(published=published)
    assert (report.verdict, "the log was rewritten" in report.findings[0].text) == (Verdict.ALTERED, True)
    assert verify().verdict == Verdict.NO_OUTSIDE_HEAD


def cut(as_superuser, ids, checkpoint):
    as_superuser("DELETE FROM billing_audit_event WHERE id = ANY(%s::uuid[])", [ids[9:]])
    as_superuser("DELETE FROM billing_audit_leaf WHERE event_id = ANY(%s::uuid[])", [ids[9:]])
    if checkpoint:
        as_superuser("DELETE FROM billing_audit_checkpoint WHERE log = 'o_1' AND size > 9")


def test_the_tail_is_cut_without_the_last_checkpoint(ids, published, verify, as_superuser):
    cut(as_superuser, ids, checkpoint=False)
    assert found(verify()) == {Verdict.CUT_OFF}
    assert verify(published=published).verdict == Verdict.CUT_OFF


def test_the_tail_is_cut_with_the_last_checkpoint(ids, published, verify, as_superuser):
    cut(as_superuser, ids, checkpoint=True)
    assert found(verify()) == {Verdict.CUT_OFF}
    as_superuser("UPDATE billing_audit_tree SET size = 9 WHERE log = 'o_1'")
    assert verify(published=published).verdict == Verdict.CUT_OFF
    assert verify().verdict == Verdict.NO_OUTSIDE_HEAD


def test_the_last_checkpoint_alone_is_taken_away(ids, published, verify, as_superuser):
    as_superuser("DELETE FROM billing_audit_checkpoint WHERE log = 'o_1' AND size = 12")
    assert found(verify(published=published)) == {Verdict.CUT_OFF}


def test_everything_is_wiped(ids, published, verify, as_superuser):
    for table in ("event", "part", "repeat", "unsealed", "leaf", "node", "tree", "checkpoint"):
        as_superuser(f"TRUNCATE billing_audit_{table}")
    assert logs() == []
    assert verify(published=published).verdict == Verdict.CUT_OFF
    assert verify(is_known=True).verdict == Verdict.CUT_OFF


def test_an_old_backup_is_restored(write_events, verify, signer, as_superuser, ids, seal_events):
    write_events(1)
    seal_events()
    published = newest_checkpoints()
    as_superuser(
        "DELETE FROM billing_audit_event WHERE id ="
        " (SELECT event_id FROM billing_audit_leaf WHERE log = 'o_1' AND place = 12)"
    )
    for table in ("leaf WHERE log = 'o_1' AND place = 12", "checkpoint WHERE log = 'o_1' AND size = 13"):
        as_superuser(f"DELETE FROM billing_audit_{table}")
    as_superuser("UPDATE billing_audit_tree SET size = 12 WHERE log = 'o_1'")
    assert found(verify(published=published)) == {Verdict.CUT_OFF}
    assert verify().verdict == Verdict.NO_OUTSIDE_HEAD


def test_leaves_are_swapped_across_organizations(ids, published, verify, as_superuser):
    theirs = AuditLeaf.objects.get(log="o_2", place=0)
    as_superuser("DELETE FROM billing_audit_leaf WHERE log = 'o_2' AND place = 0")
    as_superuser("UPDATE billing_audit_leaf SET log = 'o_2', place = 0 WHERE log = 'o_1' AND place = 0")
    as_superuser("INSERT INTO billing_audit_leaf VALUES ('o_1', 0, %s, %s)", [theirs.event_id, bytes(theirs.hash)])
    for log, stranger in (("o_1", str(theirs.event_id)), ("o_2", ids[0])):
        report = verify(log, published)
        assert report.verdict == Verdict.ALTERED
        assert (stranger, "organization_id") in [(each.event_id, each.field) for each in report.findings]


@pytest.mark.parametrize("source", [("o_1", 9), ("o_2", 2)])
def test_an_old_or_foreign_checkpoint_is_replayed(ids, published, verify, as_superuser, source):
    note = AuditCheckpoint.objects.get(log=source[0], size=source[1]).note
    as_superuser("UPDATE billing_audit_checkpoint SET note = %s WHERE log = 'o_1' AND size = 12", [note])
    report = verify(published=published)
    assert report.verdict == Verdict.ALTERED
    assert report.findings[0].field == "checkpoint"


def test_another_logs_published_checkpoint_does_not_count(ids, published, verify):
    theirs = next(each for each in published if each.log == "o_2")
    report = verify(published=[PublishedCheckpoint("o_1", 2, theirs.note)])
    assert (report.verdict, report.compared_size) == (Verdict.ALTERED, None)


@pytest.fixture
def another(write_events, seal_events, signer):
    """A published checkpoint of another log."""
    write_events(1, "o_9")
    seal_events()
    return newest_checkpoints("o_9")


def test_a_log_that_began_since_the_last_publication_needs_no_checkpoint_yet(another, ids, verify, write_events):
    report = verify(published=another)
    assert (report.verdict, report.compared_size, report.sealed) == (Verdict.INTACT, None, 12)
    write_events(1, "o_3")
    assert verify("o_3", another, is_known=True).verdict == Verdict.INTACT
    # Nothing shows that checkpoints are published at all.
    assert verify().verdict == Verdict.NO_OUTSIDE_HEAD


@pytest.mark.parametrize("hours", [(-3, 0), (0, -3), (3,)])
def test_a_log_with_an_older_event_or_with_events_of_the_future_alone_is_not_young(
    another, verify, write_events, seal_events, at_another_time, hours
):
    for each in hours:
        with at_another_time(timezone.now() + timedelta(hours=each)):
            write_events(1)
        seal_events()
    assert verify(published=another).verdict == Verdict.NO_OUTSIDE_HEAD


def test_a_published_log_that_was_begun_again_is_not_young(
    another, ids, published, verify, as_superuser, write_events, seal_events
):
    for table in ("event", "part", "repeat", "unsealed", "leaf", "node", "tree", "checkpoint"):
        as_superuser(f"DELETE FROM billing_audit_{table}")
    write_events(12)
    seal_events()
    assert verify(published=published).verdict == Verdict.ALTERED
    # The same without the log's own checkpoint: nobody could tell, as nobody could of a log that is really new.
    assert verify(published=another).verdict == Verdict.INTACT


def test_an_old_log_under_a_new_name_is_not_young(
    another, verify, as_superuser, rechain, signer, write_events, seal_events, at_another_time
):
    """Who has database and signing key moves a log to a name that was never published, and puts a new event first."""
    with at_another_time(timezone.now() - timedelta(days=3)):
        write_events(3)
    seal_events()
    published = newest_checkpoints("o_1")
    write_events(1, "o_2")
    seal_events()
    as_superuser("UPDATE billing_audit_leaf SET log = 'o_2', place = place + 1 WHERE log = 'o_1'")
    as_superuser(
        "UPDATE billing_audit_event SET organization_id = 'o_2', target_id = 'o_2',"
        " body = replace(body, '\"o_1\"', '\"o_2\"') WHERE organization_id = 'o_1'"
    )
    as_superuser("UPDATE billing_audit_part SET organization_id = 'o_2'")
    as_superuser("DELETE FROM billing_audit_checkpoint WHERE log = 'o_1'")
    as_superuser("UPDATE billing_audit_tree SET size = 4 WHERE log = 'o_2'")
    rechain("o_2", key=signer)
    report = verify("o_2", [*another, *published])
    assert (report.verdict, report.sealed) == (Verdict.NO_OUTSIDE_HEAD, 4), report.findings
    assert verify("o_1", [*another, *published]).verdict == Verdict.CUT_OFF


def test_a_wrong_key_and_a_rotated_one(ids, published, verify, write_events, signer, seal_events):
    stranger = Signer.generate("tests")
    report = verify(published=published, verifiers=[stranger.verifier])
    assert (report.verdict, {each.field for each in report.findings[:-1]}) == (Verdict.UNKNOWN_KEY, {"checkpoint"})
    # The name and the key's hash; the key itself comes after them and may have a plus sign too.
    name = "+".join(str(signer.verifier.of_log("o_1")).split("+")[:2])
    assert report.findings[0].text.endswith(f"not signed by a known key, only by {name}")
    write_events(1)
    seal_events(stranger)
    assert verify(published=published).verdict == Verdict.UNKNOWN_KEY
    assert verify(published=published, verifiers=[stranger.verifier, signer.verifier]).verdict == Verdict.INTACT


def test_a_partition_is_dropped_without_an_event(ids, published, verify, as_role):
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM billing_audit_event WHERE id = %s", [ids[0]])
        cursor.execute(f"DROP TABLE {cursor.fetchone()[0]}")
    report = verify(published=published)
    assert (report.verdict, report.counts[Verdict.REMOVED]) == (Verdict.REMOVED, 12)


def test_a_purge_is_no_pretext(ids, published, verify, as_superuser, signer, seal_events):
    """An event about a purge of young events, which anyone with the right to insert can write, excuses nothing."""
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [ids[0]])
    for days, before in ((400, "2099-01-01T00:00:00Z"), (0, "2099-01-01T00:00:00Z"), (31, "2026-11-23T09:00:00Z")):
        details = {"before": before, "retention_days": days, "events": 1, "events_in_all": 1}
        record("audit_log.purged", organization_id="o_1", actor=Actor("system", "x"), details=details)
        seal_events()
        assert (Verdict.REMOVED, ids[0]) in [
            (each.verdict, each.event_id) for each in verify(published=published).findings
        ]


@pytest.mark.parametrize("action", ["audit_log.purged", "personal_data.erased", "audit_log.event_missing"])
@pytest.mark.parametrize(
    "body",
    [
        "{",
        "{}",
        '{"details": []}',
        '{"details": {"before": "x", "kinds": [], "rows": "x"}}',
        '{"id": "x", "recorded_at": "2026-01-01T00:00:00", "details": {"before": "2026-01-01T00:00:00Z",'
        ' "retention_days": 400, "events_in_all": 0, "kinds": [], "rows": []}}',
        '{"id": "x", "recorded_at": "2026-01-01T00:00:00Z", "details": {"before": "2025-01-01T00:00:00Z",'
        ' "retention_days": 1e300, "events_in_all": 0, "kinds": [], "rows": {}}}',
    ],
)
def test_an_event_that_verification_relies_on_is_made_unreadable(
    ids, published, verify, as_superuser, as_role, statements, seal_events, action, body
):
    purge = {"before": "2025-01-01T00:00:00Z", "retention_days": 400, "events": 0, "events_in_all": 0}
    details = {
        "audit_log.purged": purge,
        "personal_data.erased": {"kinds": [], "rows": 0},
        "audit_log.event_missing": {"event_id": "x"},
    }
    event = record(action, organization_id="o_1", actor=Actor("system", "x"), details=details[action])
    if action in EXCUSING:
        with as_role("owner"):
            statements.write([Statement("o_1", action, str(event), timezone.now(), "x", details[action])])
    seal_events()
    assert not AuditEvent.objects.filter(action="audit_log.event_refused").exists()
    as_superuser("UPDATE billing_audit_event SET body = %s WHERE id = %s", [body, str(event)])
    report = verify(published=published)
    assert report.verdict == Verdict.ALTERED
    assert {str(event)} == {each.event_id for each in report.findings if each.verdict == Verdict.ALTERED}


def test_deleted_before_it_was_sealed(ids, published, verify, write_events, as_superuser, signer, seal_events):
    """A deleted event is detected while its row in the queue exists. Deleted with that row, it leaves no trace."""
    one, two = write_events(2)
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [one])
    assert (Verdict.REMOVED, one) in [(each.verdict, each.event_id) for each in verify(published=published).findings]
    seal_events()
    seal_events()
    assert (Verdict.REMOVED, one) in [(each.verdict, each.event_id) for each in verify(published=published).findings]
    as_superuser("DELETE FROM billing_audit_unsealed")
    assert two not in [each.event_id for each in verify(published=published).findings]


def test_what_is_not_sealed_in_time_is_reported(ids, published, verify, write_events):
    write_events(2)
    assert verify(published=published).verdict == Verdict.INTACT
    report = verify(published=published, unsealed_limit=timedelta(seconds=-1))
    assert (report.verdict, report.unsealed) == (Verdict.UNSEALED, 2)
    assert report.oldest_unsealed_seconds >= 0


def test_hostile_texts_neither_block_nor_break_a_seal(verify, signer, write_events, seal_events):
    from billing_audit.request_context import Origin

    for text in HOSTILE:
        write_events(1, actor=Actor("user", text, text, Origin(text, text, text)))
    seal_events()
    report = verify()
    assert (report.sealed, found(report)) == (len(HOSTILE), set())
    assert [json.loads(event.body)["actor_id"] for event in AuditEvent.objects.order_by("id")][2:5] == HOSTILE[2:5]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_headers_neither_block_a_change_nor_a_read(
    acme, alice, opt_in, make_key, api, sign_in, verify, seal_events, configure, text
):
    configure(TRUSTED_PROXIES=1)
    opt_in(acme)
    sent = {"user-agent": text, "x-forwarded-for": text, "x-request-id": text, "referer": text, "accept-language": text}
    assert api("/v1/billing/state", make_key(acme).secret, headers=sent).status_code == 200
    change = sign_in(alice).post("/o/acme/settings/tags/", {"key": "county"}, headers=sent)
    assert change.status_code == 302
    seal_events()
    report = verify(acme.public_id)
    assert (found(report), report.unsealed) == (set(), 0)
    events = AuditEvent.objects.filter(action__in=["billing.state.read", "tag.registered"])
    assert [event.outcome for event in events] == ["allowed", "allowed"]
    assert all(event.request_id.startswith("req_0") for event in events)


def test_a_hundred_findings_are_kept_and_all_are_counted(write_events, signer, verify, as_superuser, seal_events):
    write_events(120)
    seal_events()
    as_superuser("DELETE FROM billing_audit_event")
    report = verify()
    assert (len(report.findings), report.counts[Verdict.REMOVED]) == (100, 120)
    assert uuid.UUID(report.findings[99].event_id)
