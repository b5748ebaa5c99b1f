"""``manage.py verify_audit``: its text, JSON and exit code for each kind of verdict; the run is recorded."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing_audit.models import AuditEvent
from billing_audit.signed_notes import Signer
from billing_audit.storage.partitions import make_partitions
from billing_audit.transparency.checkpoints import newest_checkpoints, write_checkpoints
from tests.app_settings import configured
from tests.conftest import STATEMENT_SIGNER, statement_settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed(acme, other, write_events, seal_events, tmp_path):
    """Seal the first events of Acme and Other and publish their checkpoints; return the folder with them."""
    write_events(3, acme.public_id)
    write_events(1, None)
    seal_events()
    write_checkpoints(newest_checkpoints(), str(tmp_path))
    return tmp_path


@pytest.fixture
def verify(signer, capsys, as_role):
    """Run the command with the auditor's database role; return its exit code and output."""

    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        ends = pytest.raises(SystemExit)
        with as_role("auditor"), configured(AUDIT_VERIFIERS=[str(signer.verifier)]), ends as ended:
            call_command("verify_audit", *arguments)
        return int(str(ended.value.code)), capsys.readouterr().out

    return run


def test_intact(sealed, acme, verify):
    size = AuditEvent.objects.filter(organization_id=acme.public_id).count()
    code, said = verify("--against", str(sealed))
    assert (code, said.splitlines()[-1]) == (0, "intact (3 logs)")
    assert f"{acme.public_id}: intact; {size} events sealed, 0 not yet; checked against the published" in said
    event = AuditEvent.objects.get(action="audit_log.verified", organization_id=acme.public_id)
    assert event.actor_id == "verify_audit"
    assert event.details == {
        "verdict": "intact", "finding": "", "event_id": None, "sealed": size, "compared_size": size
    }  # fmt: skip
    assert AuditEvent.objects.filter(action="audit_log.verified").count() == 3


def test_one_organization_has_the_event_in_its_own_log(sealed, acme, verify):
    code, said = verify("--against", str(sealed), "--organization", acme.public_id)
    assert (code, said.splitlines()[-1]) == (0, "intact (1 log)")
    assert AuditEvent.objects.get(action="audit_log.verified").organization_id == acme.public_id
    assert verify("--against", str(sealed), "--organization", "platform")[0] == 0


def test_a_terminal_sees_how_far_it_is(sealed, acme, signer, capsys, monkeypatch):
    size = AuditEvent.objects.filter(organization_id=acme.public_id).count()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with configured(AUDIT_VERIFIERS=[str(signer.verifier)]), pytest.raises(SystemExit):
        call_command("verify_audit", "--organization", acme.public_id)
    assert f"/{size} [" in capsys.readouterr().err


def test_no_outside_head(sealed, verify):
    code, said = verify()
    assert (code, "no outside head" in said) == (13, True)


def test_unsealed_for_too_long(sealed, acme, verify, write_events):
    write_events(2, acme.public_id)
    assert verify("--against", str(sealed))[0] == 0
    code, said = verify("--against", str(sealed), "--unsealed-limit", "-1", "--organization", acme.public_id)
    # The earlier verification is an event as well.
    assert (code, "3 events wait for the sealer, the oldest for" in said) == (12, True)


def test_cut_off(sealed, acme, verify, as_superuser):
    size = AuditEvent.objects.filter(organization_id=acme.public_id).count()
    victim = AuditEvent.objects.filter(organization_id=acme.public_id).latest("id").pk
    as_superuser("DELETE FROM billing_audit_event WHERE id = %s", [victim])
    as_superuser("DELETE FROM billing_audit_leaf WHERE event_id = %s", [victim])
    code, said = verify("--against", str(sealed))
    assert (code, f"{size} events were sealed, but only {size - 1} leaves exist" in said) == (11, True)


def test_tampered_says_which_event(sealed, acme, verify, as_superuser):
    victim = AuditEvent.objects.filter(organization_id=acme.public_id).latest("id").pk
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE id = %s", [victim])
    code, said = verify("--against", str(sealed))
    assert (code, f"  altered [{victim}]: its columns differ from its body: outcome\n" in said) == (10, True)
    code, said = verify("--against", str(sealed), "--json")
    report: dict[str, Any] = json.loads(said)
    assert (code, report["verdict"]) == (10, "altered")
    found = [finding for log in report["logs"] for finding in log["findings"]]
    assert [(each["verdict"], each["event_id"], each["field"]) for each in found] == [
        ("altered", str(victim), "outcome")
    ]


def test_an_organization_whose_log_was_wiped(sealed, acme, verify, as_superuser):
    for table, column in (("event", "organization_id"), ("leaf", "log"), ("checkpoint", "log"), ("tree", "log")):
        as_superuser(f"DELETE FROM billing_audit_{table} WHERE {column} = %s", [acme.public_id])
    assert verify()[0] == 11
    assert verify("--against", str(sealed), "--organization", acme.public_id)[0] == 11


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--organization", "nobody"], "There is no log 'nobody'"),
        (["--against", "/nonexistent"], "/nonexistent"),
        (["--unsealed-limit", "soon"], "invalid int value"),
    ],
)
def test_wrong_input(sealed, signer, arguments, said):
    with configured(AUDIT_VERIFIERS=[str(signer.verifier)]), pytest.raises(CommandError, match=said):
        call_command("verify_audit", *arguments)
    with configured(AUDIT_VERIFIERS=[]), pytest.raises(CommandError, match="AUDIT_VERIFIERS is not set"):
        call_command("verify_audit")
    assert not AuditEvent.objects.filter(action="audit_log.verified").exists()


def test_a_key_that_is_not_known(sealed, verify, signer):
    with configured(AUDIT_VERIFIERS=[str(Signer.generate("tests").verifier)]), pytest.raises(SystemExit) as ended:
        call_command("verify_audit")
    assert ended.value.code == 14


def test_many_findings_are_summed_up(sealed, verify, write_events, seal_events, acme, as_superuser):
    write_events(120, acme.public_id)
    seal_events()
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE organization_id = %s", [acme.public_id])
    assert "  and " in verify("--organization", acme.public_id)[1]


def test_purges_count_by_the_statements_that_were_published(
    sealed, acme, verify, write_events, seal_events, as_role, at_another_time, tmp_path
):
    """With ``--against`` those in that folder, without it those in the database; never younger than the retention."""
    with as_role("owner"):
        make_partitions(date(2025, 3, 1))
    with at_another_time(datetime(2025, 3, 5)):
        write_events(3, acme.public_id)
    seal_events()
    with as_role("owner"), configured(**statement_settings(tmp_path)):
        call_command("purge_audit", "--reason", "Ticket 7")
    seal_events()
    public = configured(AUDIT_STATEMENT_VERIFIERS=str(STATEMENT_SIGNER.verifier))
    with public:
        code, said = verify("--against", str(sealed))
        assert (code, "3 events older than 400 days were dropped" in said) == (0, True), said
        code, said = verify("--against", str(sealed), "--retention-days", "5000")
        assert (code, "a purge dropped events that were younger than 5000 days" in said) == (10, True), said
        assert "were dropped" in verify()[1]
        (published,) = tmp_path.glob("statements-*.ndjson")
        assert "Ticket 7" in published.read_text()
        published.unlink()
        code, said = verify("--against", str(sealed))
        assert (code, "it does not account for dropped events: there is no statement about it" in said) == (10, True)
    assert "it is not signed by a known key, only by tests/" in verify()[1]
