"""The nightly check of all figures: on the record, mailed to staff where there is a fault, and no other job waits."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access import tasks
from billing_access.billing.ledger import figures_of_all
from billing_access.billing.ledger.feed_health import read_feed_health
from billing_access.billing.ledger.figures_check import check_figures
from billing_access.billing.ledger.figures_of_all import FiguresCheck, record_check
from billing_access.billing.models import Account
from billing_access.billing.operators import open_account
from billing_access.tasks import check_all_figures
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


@pytest.fixture
def nightly(acme: Organization, other: Organization, dana: User, run_jobs: Any) -> Any:
    """Run the job of one night to its end, and return the e-mails that it sent."""
    for each in (acme, other):
        open_account(each, actor=SYSTEM)
    run_jobs()

    def run(night: int = 7) -> list[Any]:
        mail.outbox.clear()
        check_all_figures.func(timestamp=night)
        run_jobs()
        return list(mail.outbox)

    return run


def recorded() -> list[tuple[str, Any]]:
    events = AuditEvent.objects.filter(action="figures.checked").order_by("id")
    return [(each.actor_id, each.details) for each in events]


def make_differ(organization: Organization) -> None:
    Account.objects.filter(pk=organization.pk).update(usage_total_usd=7)


def fails_for(slug: str, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """Let a statement of the check of one organization fail in the database."""

    def check(organization: Organization) -> Any:
        if organization.slug == slug:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")
        return check_figures(organization)

    monkeypatch.setattr(where, check)


def test_figures_that_agree_are_recorded_and_mailed_to_nobody(nightly: Any) -> None:
    assert nightly() == []
    assert recorded() == [("worker", {"organizations": 2, "differing": 0, "unchecked": 0})]


def test_staff_are_told_once_a_night_of_figures_that_differ(nightly: Any, acme: Organization) -> None:
    make_differ(acme)
    (sent,) = nightly()
    assert sent.to == ["dana@example.com"]
    assert "differ from runs or balance entries in 1: acme\n" in sent.body
    assert recorded() == [("worker", {"organizations": 2, "differing": 1, "unchecked": 0})]
    # A job of the same night that is run again, because its worker was killed, mails nobody twice.
    assert nightly() == []
    assert len(nightly(night=8)) == 1


def test_the_mail_has_no_figure_and_no_name(nightly: Any, acme: Organization) -> None:
    Account.objects.filter(pk=acme.pk).update(usage_total_usd="7.1234")
    (sent,) = nightly()
    assert acme.name not in sent.body
    assert "7.12" not in sent.body + sent.subject


def test_one_failure_does_not_stop_the_others_and_is_told(
    nightly: Any, acme: Organization, other: Organization, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    make_differ(other)
    fails_for("acme", monkeypatch, "billing_access.tasks.check_figures")
    (sent,) = nightly()
    assert recorded() == [("worker", {"organizations": 2, "differing": 1, "unchecked": 1})]
    assert "- 1 could not be checked: acme." in sent.body
    assert "entries in 1: other\n" in sent.body
    assert "the figures of acme could not be checked" in caplog.text
    assert "division by zero" in caplog.text


def test_the_command_goes_on_after_a_failure_too(
    nightly: Any, other: Organization, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    make_differ(other)
    fails_for("acme", monkeypatch, "billing_access.management.commands.check_figures.check_figures")
    with pytest.raises(SystemExit) as ended:
        call_command("check_figures")
    assert ended.value.code == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("other: usage total")
    assert said[1:] == [
        "1 of 2 organizations could not be checked, as the log above says: acme",
        "The figures of 1 of 2 organizations differ.",
    ]
    assert recorded() == [("check_figures", {"organizations": 2, "differing": 1, "unchecked": 1})]


def test_the_command_mails_nobody(nightly: Any, acme: Organization, run_jobs: Any) -> None:
    make_differ(acme)
    mail.outbox.clear()
    with pytest.raises(SystemExit):
        call_command("check_figures")
    assert run_jobs() == 0


def test_it_lets_other_jobs_run_in_between(
    nightly: Any, acme: Organization, other: Organization, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_differ(acme)
    make_differ(other)
    monkeypatch.setattr(tasks, "CHECK_SECONDS", -1)
    check_all_figures.func(timestamp=7)
    assert recorded() == []
    (rest,) = ProcrastinateJob.objects.filter(task_name="billing_access.check_figures", status="todo")
    assert rest.args["so_far"]["differing_slugs"] == ["acme"]
    # The same job again, after a kill, does not make a second one.
    check_all_figures.func(timestamp=7)
    (same,) = ProcrastinateJob.objects.filter(task_name="billing_access.check_figures", status="todo")
    check_all_figures.func(**same.args)
    assert recorded() == [("worker", {"organizations": 2, "differing": 2, "unchecked": 0})]


def test_an_email_names_few_and_says_that_there_are_more(
    nightly: Any, acme: Organization, other: Organization, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures_of_all, "MOST_NAMED", 1)
    make_differ(acme)
    make_differ(other)
    (sent,) = nightly()
    assert "entries in 2: acme, ...\n" in sent.body


def test_only_active_staff_are_told(nightly: Any, acme: Organization, dana: User, run_jobs: Any) -> None:
    make_differ(acme)
    User.objects.create_user("gone@example.com", is_staff=True, is_active=False)
    check_all_figures.func(timestamp=7)
    User.objects.filter(pk=dana.pk).update(is_staff=False)
    mail.outbox.clear()
    assert run_jobs() == 1
    assert mail.outbox == []


def test_an_event_that_is_not_recorded_mails_nobody(
    nightly: Any, acme: Organization, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(figures_of_all, "notify_staff", fails)
    with pytest.raises(RuntimeError), transaction.atomic():
        record_check(FiguresCheck(differing=1), actor=SYSTEM, night=1)
    assert recorded() == []


def test_a_check_that_failed_is_a_fault_until_the_next(nightly: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_feed_health().unchecked == 0
    fails_for("acme", monkeypatch, "billing_access.tasks.check_figures")
    nightly()
    found = read_feed_health()
    assert (found.differing, found.unchecked) == (0, 1)
    assert found.checked_at is not None
    assert (datetime.now(UTC) - found.checked_at).total_seconds() < 60
