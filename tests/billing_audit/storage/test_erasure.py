"""Personal data is erased on request; the events stay, and still verify."""

import threading
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, connections, transaction

from billing_audit.models import AuditEvent, AuditPart
from billing_audit.reading.filters import Filters
from billing_audit.reading.queries import page
from billing_audit.reading.serializers import event_body
from billing_audit.record import Actor, Target, record
from billing_audit.request_context import Origin
from billing_audit.storage.erasure import erase_personal_data
from billing_audit.transparency.checkpoints import newest_checkpoints
from billing_audit.verification.excuses import StatementPolicy
from billing_audit.verification.report import Verdict
from billing_audit.verification.verify import verify_log
from tests.app_settings import configured
from tests.conftest import STATEMENT_SIGNER, statement_settings

pytestmark = pytest.mark.django_db
SYSTEM = Actor("system", "tests")
BOB = Actor("user", "8", "bob@example.com", Origin("req_2", "198.51.100.8", "curl/8"))


@pytest.fixture
def log(write_events, seal_events):
    """Events of person 7 (three in o_1, one in o_2), one of person 8, and one by person 8 with person 7 as target."""
    write_events(3)
    write_events(1, "o_2")
    write_events(1, actor=BOB)
    record("member.removed", organization_id="o_1", actor=BOB, target=Target("user", "7", "alice@example.com"))
    seal_events()
    return newest_checkpoints()


def verified(signer, log, published_checkpoints):
    policy = StatementPolicy([STATEMENT_SIGNER.verifier])
    return verify_log(log, verifiers=[signer.verifier], published=published_checkpoints, statements=policy)


def test_a_persons_data_is_gone_and_the_seal_holds(statements, log, as_role, signer, seal_events):
    with as_role("owner"):
        assert erase_personal_data(actor=SYSTEM, statements=statements, user_id="7").parts == {"o_1": 4, "o_2": 1}
    seal_events()
    everything = " ".join(str(each.data) for each in AuditPart.objects.all())
    assert "alice" not in everything
    assert "192.0.2.7" not in everything
    assert "bob@example.com" in everything
    for name, erased in (("o_1", 4), ("o_2", 1)):
        report = verified(signer, name, log)
        assert (report.verdict, report.erased) == (Verdict.ERASED, erased)
    event = AuditEvent.objects.get(action="personal_data.erased", organization_id="o_1")
    assert (event.target_kind, event.target_id, event.details) == (
        "user",
        "7",
        {"reason": "Request 12", "kinds": ["personal"], "rows": 4},
    )
    with as_role("owner"):
        assert erase_personal_data(actor=SYSTEM, statements=statements, user_id="7").parts == {}


def test_what_a_person_typed_is_gone_too_where_asked(statements, log, as_role, signer, seal_events):
    """At once, or after the names: the events of a person are found by their id."""
    with as_role("owner"):
        erase_personal_data(actor=SYSTEM, statements=statements, user_id="7")
        later = replace(statements, reason="Request 14")
        erased = erase_personal_data(actor=SYSTEM, statements=later, user_id="7", with_texts=True)
        assert erased.parts == {"o_1": 3, "o_2": 1}
        last = replace(statements, reason="x")
        erased = erase_personal_data(actor=SYSTEM, statements=last, address="198.51.100.8", with_texts=True)
        assert erased.parts == {"o_1": 2}
    seal_events()
    texts = [each.data for each in AuditPart.objects.filter(kind="texts", erased_by=None)]
    assert sorted(each["details"]["reason"] for each in texts) == ["Request 12"] * 2 + ["Request 14"] * 2 + ["x"]
    for name, erased in (("o_1", 9), ("o_2", 2)):
        report = verified(signer, name, log)
        assert (report.verdict, report.erased) == (Verdict.ERASED, erased), report.findings
    entries, _ = page("o_1", Filters(), with_figures=True)
    (shown,) = [entry for entry in entries if entry.event.actor_id == "8" and "texts" in entry.erased]
    assert (shown.altered, shown.details) == ((), {})
    sent = event_body(shown)
    assert (sent["texts_erased"], sent["personal_data_erased"], sent["parts"]) == (True, True, {})
    kinds = [each.details["kinds"] for each in AuditEvent.objects.filter(target_kind="user", target_id="7")
             if each.action == "personal_data.erased"]  # fmt: skip
    assert ["personal", "texts"] in kinds


def test_an_addresss_data_is_gone(statements, log, as_role):
    with as_role("owner"):
        assert erase_personal_data(actor=SYSTEM, statements=statements, address="198.51.100.8").parts == {"o_1": 2}
    assert "198.51.100.8" not in " ".join(str(each.data) for each in AuditPart.objects.all())


def test_data_that_goes_without_an_event_or_beside_one_is_seen(
    statements, log, as_role, as_superuser, signer, seal_events
):
    with as_role("owner"):
        erase_personal_data(actor=SYSTEM, statements=statements, address="198.51.100.8")
    seal_events()
    by = AuditEvent.objects.get(action="personal_data.erased").pk
    victim = AuditPart.objects.filter(erased_by=None).order_by("event_id")[0].event_id
    as_superuser(
        "UPDATE billing_audit_part SET salt = NULL, data = NULL, erased_by = %s"
        " WHERE event_id = %s AND kind = 'personal'",
        [by, victim],
    )
    assert verified(signer, "o_1", log).verdict == Verdict.REMOVED
    as_superuser("DELETE FROM billing_audit_part WHERE event_id = %s AND kind = 'personal'", [victim])
    assert verified(signer, "o_1", log).verdict == Verdict.REMOVED


def test_the_site_cannot_erase(statements, log):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        erase_personal_data(actor=SYSTEM, statements=statements, user_id="7")
    assert not AuditPart.objects.filter(data=None).exists()


def test_the_command(log, as_role, capsys, tmp_path):
    with as_role("owner"), pytest.raises(CommandError, match="AUDIT_STATEMENT_KEY is not set"):
        call_command("erase_personal_data", "--user", "7", "--reason", "Request 12")
    with as_role("owner"), configured(**statement_settings(tmp_path)):
        call_command("erase_personal_data", "--user", "7", "--reason", "Request 12")
        assert capsys.readouterr().out == "o_1: 4 parts of events\no_2: 1 parts of events\n"
        call_command("erase_personal_data", "--user", "99", "--reason", "Request 12")
        assert capsys.readouterr().out == "Nothing to erase.\n"
        call_command("erase_personal_data", "--user", "7", "--reason", "Request 12", "--with-texts")
        assert capsys.readouterr().out == "o_1: 3 parts of events\no_2: 1 parts of events\n"
        for wrong in (
            ["--address", "192.0.2", "--reason", "x"],
            ["--user", " ", "--reason", "x"],
            ["--user", "7", "--reason", " "],
            ["--reason", "x"],
            ["--user", "7"],
        ):
            with pytest.raises(CommandError):
                call_command("erase_personal_data", *wrong)


def test_an_address_is_found_however_it_is_written(write_events, as_role, capsys, tmp_path):
    write_events(1, actor=replace(BOB, origin=Origin("req_3", "2001:db8::1", "curl/8")))
    with as_role("owner"), configured(**statement_settings(tmp_path)):
        call_command("erase_personal_data", "--address", "2001:0DB8:0::1", "--reason", "Request 12")
    assert capsys.readouterr().out == "o_1: 1 parts of events\n"


def test_without_a_place_for_the_statement_nothing_goes(log, as_role, tmp_path):
    (tmp_path / "file").write_text("")
    settings = statement_settings(tmp_path / "file")
    with as_role("owner"), configured(**settings), pytest.raises(CommandError, match="could not be written to"):
        call_command("erase_personal_data", "--user", "7", "--reason", "Request 12")
    assert not AuditPart.objects.filter(data=None).exists()
    assert not AuditEvent.objects.filter(action="personal_data.erased").exists()


def test_the_page_of_the_log_shows_what_is_left(statements, log, as_role):
    with as_role("owner"):
        erase_personal_data(actor=SYSTEM, statements=statements, user_id="7")
    entries, _ = page("o_1", Filters(), with_figures=True)
    assert {entry.actor_name for entry in entries} == {"7", "8", "bob@example.com", "tests"}


@pytest.mark.django_db(transaction=True)
def test_two_erasures_at_once_name_each_part_once(statements, log, as_role, signer, seal_events, within):
    """A person's and an address's, of the same events: the second states only what the first left."""
    erased = []

    def erase_address():
        try:
            with as_role("owner"):
                erased.append(erase_personal_data(actor=SYSTEM, statements=statements, address="192.0.2.7"))
        finally:
            connections.close_all()

    def is_waiting():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                " AND datname = current_database())"
            )
            return cursor.fetchone()[0]

    second = threading.Thread(target=erase_address)
    with as_role("owner"), transaction.atomic():
        erase_personal_data(actor=SYSTEM, statements=statements, user_id="7")
        second.start()
        assert within(30, is_waiting)
    second.join(30)
    assert [each.parts for each in erased] == [{}]
    seal_events()
    report = verified(signer, "o_1", log)
    assert (report.verdict, report.erased) == (Verdict.ERASED, 4), report.findings
