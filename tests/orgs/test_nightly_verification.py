"""The site's own verification of its audit log at night: recorded as such, and mailed to staff if it finds a fault."""

from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_audit.models import AuditEvent
from billing_audit.reading.integrity_summary import read_integrity_summary
from billing_audit.reading.log_health import read_log_health
from billing_audit.record import record
from billing_audit.transparency.checkpoints import newest_checkpoints, write_checkpoints
from billing_audit.verification.verify import verify_log
from orgs import actors, tasks
from orgs.audit_verification import Comparison
from orgs.models import Organization
from orgs.tasks import verify_audit
from tests.conftest import STATEMENT_SIGNER

pytestmark = pytest.mark.django_db


@pytest.fixture
def nightly(
    acme: Organization, other: Organization, dana: User, write_events: Any, seal_events: Any, run_jobs: Any,
    configure: Any, signer: Any, tmp_path: Path,
) -> Any:  # fmt: skip
    """Run the job of one night to its end, and return the e-mails that it sent. Every log is published before."""
    write_events(3, acme.public_id)
    write_events(1, None)
    run_jobs()
    seal_events()
    write_checkpoints(newest_checkpoints(), str(tmp_path))
    configure(
        AUDIT_CHECKPOINTS=str(tmp_path),
        AUDIT_VERIFIERS=str(signer.verifier),
        AUDIT_STATEMENT_VERIFIERS=str(STATEMENT_SIGNER.verifier),
    )

    def run(night: int = 7) -> list[Any]:
        mail.outbox.clear()
        verify_audit.func(timestamp=night)
        run_jobs()
        return list(mail.outbox)

    return run


def verdicts() -> dict[str | None, tuple[str, str, str | None]]:
    events = AuditEvent.objects.filter(action="audit_log.verified").order_by("id")
    return {
        each.organization_id: (each.actor_id, each.details["verdict"], each.details.get("worst")) for each in events
    }


def test_an_intact_log_is_recorded_as_verified_by_the_worker_and_mailed_to_nobody(
    nightly: Any, acme: Organization, other: Organization
) -> None:
    assert nightly() == []
    assert verdicts() == {
        acme.public_id: ("worker", "intact", None),
        other.public_id: ("worker", "intact", None),
        None: ("worker", "intact", "intact"),
    }


def test_it_is_not_taken_for_the_verification_on_another_machine(nightly: Any) -> None:
    nightly()
    found = read_log_health()
    assert (found.verified.at, found.verified.verdict) == (None, "")
    assert (found.self_verified.by, found.self_verified.verdict) == ("worker", "intact")
    with pytest.raises(SystemExit):
        call_command("verify_audit", "--against", str(tasks.audit_settings.AUDIT_CHECKPOINTS))
    assert read_log_health().verified.by == "verify_audit"


def test_it_does_not_replace_what_was_found_elsewhere_on_the_organizations_page(
    nightly: Any, acme: Organization
) -> None:
    nightly()
    assert read_integrity_summary(acme.public_id).verdict is None
    found = {"verdict": "altered", "finding": "x", "event_id": None, "sealed": 1, "compared_size": 1}
    record("audit_log.verified", organization_id=acme.public_id, actor=actors.command("verify_audit"), details=found)
    nightly(night=8)
    assert read_integrity_summary(acme.public_id).verdict == "altered"


def test_staff_are_told_once_a_night_of_a_log_that_was_altered(
    nightly: Any, acme: Organization, as_superuser: Any
) -> None:
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE organization_id = %s", [acme.public_id])
    (sent,) = nightly()
    assert sent.to == ["dana@example.com"]
    assert f"Audit logs: 3, of which not in order: 1\n- {acme.public_id}: altered\n" in sent.body
    assert acme.name not in sent.body
    assert verdicts()[None] == ("worker", "intact", "altered")
    assert read_log_health().self_verified.verdict == "altered"
    assert nightly() == []
    assert len(nightly(night=8)) == 1


def test_a_log_that_was_cut_off_is_found(nightly: Any, acme: Organization, as_superuser: Any) -> None:
    for table, column in (("event", "organization_id"), ("leaf", "log"), ("checkpoint", "log"), ("tree", "log")):
        as_superuser(f"DELETE FROM billing_audit_{table} WHERE {column} = %s", [acme.public_id])
    (sent,) = nightly()
    assert f"- {acme.public_id}: cut off\n" in sent.body


def test_a_log_whose_verification_fails_is_told_and_the_others_are_verified(
    nightly: Any, acme: Organization, other: Organization, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    def fails(log: str, **options: Any) -> Any:
        if log == acme.public_id:
            raise RuntimeError("out of time")
        return verify_log(log, **options)

    monkeypatch.setattr("orgs.audit_verification.verify_log", fails)
    (sent,) = nightly()
    assert f"- {acme.public_id}: could not be verified\n" in sent.body
    # Not every log was verified, so there is no worst verdict of all.
    assert verdicts() == {other.public_id: ("worker", "intact", None), None: ("worker", "intact", None)}
    assert "out of time" in caplog.text
    assert read_log_health().self_verified.at is None


def test_it_lets_other_jobs_run_in_between_and_goes_on(
    nightly: Any, acme: Organization, other: Organization, as_superuser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE organization_id = %s", [acme.public_id])
    monkeypatch.setattr(tasks, "VERIFY_SECONDS", -1)
    verify_audit.func(timestamp=7)
    first, second = sorted([acme.public_id, other.public_id])
    assert set(verdicts()) == {first}
    for done in ({first, second}, {first, second, None}):
        (rest,) = ProcrastinateJob.objects.filter(task_name="orgs.verify_audit", status="todo")
        # A job that is at work does not wait any more.
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [rest.pk])
        verify_audit.func(**rest.args)
        assert set(verdicts()) == done
    assert verdicts()[None] == ("worker", "intact", "altered")
    assert not ProcrastinateJob.objects.filter(task_name="orgs.verify_audit", status="todo").exists()


def test_an_organization_that_was_made_since_the_last_publication_is_verified_too(
    nightly: Any, new_organization: Any, seal_events: Any
) -> None:
    young = new_organization().public_id
    seal_events()
    assert nightly() == []
    assert verdicts()[young] == ("worker", "intact", None)


def test_a_fault_in_the_log_of_a_young_organization_is_found(
    nightly: Any, new_organization: Any, seal_events: Any, as_superuser: Any
) -> None:
    young = new_organization().public_id
    seal_events()
    as_superuser("UPDATE billing_audit_event SET outcome = 'denied' WHERE organization_id = %s", [young])
    (sent,) = nightly()
    assert f"- {young}: altered\n" in sent.body


@pytest.mark.parametrize("missing", ["AUDIT_CHECKPOINTS", "AUDIT_VERIFIERS"])
def test_without_checkpoints_or_keys_it_says_nothing(nightly: Any, configure: Any, missing: str) -> None:
    configure(**{missing: ""})
    assert nightly() == []
    assert verdicts() == {}


def test_restores_that_the_site_accepts_are_those_of_its_setting(nightly: Any, configure: Any) -> None:
    one, other = "1a" * 32, "2b" * 32
    configure(AUDIT_ACCEPTED_RESTORES=f"{one}, {other}")
    assert Comparison.with_published(None, accepted_restores=["x"]).statements.accepted_restores == ("x", one, other)
