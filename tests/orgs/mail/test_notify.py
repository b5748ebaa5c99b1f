"""``notify``: who gets an e-mail, what is in it, and that a rolled-back change sends none."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core import mail
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from orgs import actors
from orgs.mail.notify import notify, notify_staff, silence
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services import members
from orgs.tasks import send_email

CONTEXT = {"by": "alice@example.com", "before": "Member", "role": "Admin"}


def _sent_to() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


def _send_what_waits(run_jobs: Callable[[], int]) -> None:
    """Send what the services queued that made the test's people members."""
    run_jobs()
    mail.outbox.clear()


def test_people_with_a_role_and_named_people_get_it_once(
    acme: Organization, adam: User, bella: User, bob: User, run_jobs: Callable[[], int]
) -> None:
    _send_what_waits(run_jobs)
    notify(
        "orgs/email/role_changed.txt",
        organization=acme,
        roles=[Role.OWNER, Role.ADMIN],
        people=[adam, bob, None],
        context=CONTEXT,
    )
    assert run_jobs() == 3
    assert _sent_to() == ["adam@example.com", "alice@example.com", "bob@example.com"]


def test_outsiders_and_deactivated_people_get_none(
    acme: Organization, other: Organization, adam: User, charlie: User, run_jobs: Callable[[], int]
) -> None:
    run_jobs()
    User.objects.filter(pk=adam.pk).update(is_active=False)
    notify(
        "orgs/email/role_changed.txt", organization=acme, roles=[Role.ADMIN], people=[charlie, adam], context=CONTEXT
    )
    assert run_jobs() == 0


def test_who_is_deactivated_before_it_is_sent_gets_none(
    acme: Organization, adam: User, run_jobs: Callable[[], int]
) -> None:
    _send_what_waits(run_jobs)
    notify("orgs/email/role_changed.txt", organization=acme, people=[adam], context=CONTEXT)
    User.objects.filter(pk=adam.pk).update(is_active=False)
    assert run_jobs() == 1
    assert mail.outbox == []


def test_who_is_removed_or_loses_the_role_before_it_is_sent_gets_none(
    acme: Organization, adam: User, bella: User, bob: User, run_jobs: Callable[[], int]
) -> None:
    _send_what_waits(run_jobs)
    notify("orgs/email/role_changed.txt", organization=acme, roles=[Role.ADMIN], people=[bella, bob], context=CONTEXT)
    # Directly, since the services queue e-mails of their own.
    Membership.objects.filter(user__in=[adam, bella]).update(role=Role.MEMBER)
    Membership.objects.filter(user=bob).delete()
    assert run_jobs() == 3
    # Bella was named, whatever her role.
    assert _sent_to() == ["bella@example.com"]


def test_who_gets_another_address_before_it_is_sent_is_told_at_the_old_one_too(
    acme: Organization, alice: User, adam: User, run_jobs: Callable[[], int]
) -> None:
    _send_what_waits(run_jobs)
    notify("orgs/email/role_changed.txt", organization=acme, people=[alice, adam], context=CONTEXT)
    User.objects.filter(pk=alice.pk).update(email="mallory@example.com")
    assert run_jobs() == 2
    assert sorted(message.to for message in mail.outbox) == [
        ["adam@example.com"],
        ["mallory@example.com", "alice@example.com"],
    ]


def test_an_owner_of_one_organization_is_not_told_of_another(
    acme: Organization, other: Organization, alice: User, charlie: User, run_jobs: Callable[[], int]
) -> None:
    run_jobs()
    mail.outbox.clear()
    members.add_member(other, user=alice, role=Role.MEMBER, actor=actors.command("tests"))
    notify("orgs/email/role_changed.txt", organization=other, roles=[Role.OWNER], context=CONTEXT)
    run_jobs()
    assert _sent_to() == ["charlie@example.com"]


def test_what_it_says(acme: Organization, bob: User, alice: User, run_jobs: Callable[[], int]) -> None:
    Organization.objects.filter(pk=acme.pk).update(name="Acme & O'Brien")
    membership = Membership.objects.get(user=bob)
    actor = actors.as_member(alice, authenticated_at=timezone.now())
    members.change_role(membership, role=Role.AUDITOR, actor=actor)
    run_jobs()
    (message,) = (each for each in mail.outbox if each.to == ["bob@example.com"])
    assert message.subject == "Your role in Acme & O'Brien is now Auditor"
    assert message.from_email == "Billing Access <billing-access@localhost>"
    assert "alice@example.com changed your role in Acme & O'Brien from Member to Auditor." in message.body
    assert "http://localhost:8000/o/acme/" in message.body
    assert message.extra_headers["Message-ID"].endswith("@localhost>")


def test_a_line_break_in_a_name_makes_no_header(acme: Organization, bob: User, run_jobs: Callable[[], int]) -> None:
    notify(
        "orgs/email/role_changed.txt",
        organization=acme,
        people=[bob],
        context={**CONTEXT, "role": "Admin\r\tBcc: x@example.com"},
    )
    run_jobs()
    assert mail.outbox[0].subject == "Your role in Acme Robotics is now Admin Bcc: x@example.com"


def test_the_person_concerned_is_told_and_who_acts_is_not(
    acme: Organization, alice: User, bob: User, adam: User, run_jobs: Callable[[], int]
) -> None:
    _send_what_waits(run_jobs)
    members.remove_member(Membership.objects.get(user=bob), actor=actors.as_member(alice))
    members.remove_member(Membership.objects.get(user=adam), actor=actors.as_member(adam))
    run_jobs()
    assert _sent_to() == ["bob@example.com"]
    assert mail.outbox[0].subject == "You are no longer a member of Acme Robotics"


def test_a_rolled_back_change_sends_nothing(acme: Organization, bob: User, run_jobs: Callable[[], int]) -> None:
    def change() -> None:
        with transaction.atomic():
            members.change_role(Membership.objects.get(user=bob), role=Role.ADMIN, actor=actors.command("tests"))
            assert ProcrastinateJob.objects.count() == 2, "one for Bob, one for the owner"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    assert ProcrastinateJob.objects.count() == 0
    assert run_jobs() == 0


def test_a_change_that_changes_nothing_sends_nothing(acme: Organization, bob: User) -> None:
    members.change_role(Membership.objects.get(user=bob), role=Role.MEMBER, actor=actors.command("tests"))
    assert ProcrastinateJob.objects.count() == 0


def test_a_job_run_twice_sends_once(acme: Organization, bob: User, run_jobs: Callable[[], int]) -> None:
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    run_jobs()
    send_email.func(**ProcrastinateJob.objects.get().args)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("value", [Decimal(1), object(), {"a": 1}, [1], b"bytes"])
def test_what_is_not_plain_is_refused_at_the_change(acme: Organization, bob: User, value: object) -> None:
    with pytest.raises(TypeError, match="amount: a value of type "):
        notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context={"amount": value})


def test_a_template_that_is_missing_is_refused_at_the_change(acme: Organization, bob: User) -> None:
    with pytest.raises(TemplateDoesNotExist):
        notify("orgs/email/no_such_template.txt", organization=acme, people=[bob])


@pytest.mark.parametrize("number_of_people", [1, 12])
def test_two_queries_whatever_the_number_of_people(
    acme: Organization,
    number_of_people: int,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    for number in range(number_of_people):
        user = User.objects.create_user(f"p{number}@example.com")
        Membership.objects.create(organization=acme, user=user, role=Role.BILLING)
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        notify("orgs/email/role_changed.txt", organization=acme, roles=[Role.BILLING], context=CONTEXT)
    assert ProcrastinateJob.objects.count() == number_of_people


def test_a_demo_in_the_making_tells_nobody(acme: Organization, bob: User) -> None:
    with silence():
        notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    assert ProcrastinateJob.objects.count() == 0
    notify("orgs/email/role_changed.txt", organization=acme, people=[bob], context=CONTEXT)
    assert ProcrastinateJob.objects.count() == 1


STAFF_MAIL = {"logs": 3, "faults": 1, "faulty": ["o_1: altered"]}


def test_staff_are_told_of_one_occasion_once_and_again_of_the_next(
    dana: User, alice: User, run_jobs: Callable[[], int]
) -> None:
    for occasion in ("one", "one", "two"):
        notify_staff("orgs/email/audit_log_faulty.txt", occasion=occasion, context=STAFF_MAIL)
    run_jobs()
    assert _sent_to() == ["dana@example.com"] * 2
    assert "- o_1: altered\n" in mail.outbox[0].body


def test_staff_without_an_address_are_passed_over(dana: User, run_jobs: Callable[[], int]) -> None:
    User.objects.filter(pk=dana.pk).update(email="")
    notify_staff("orgs/email/audit_log_faulty.txt", occasion="one", context=STAFF_MAIL)
    run_jobs()
    assert mail.outbox == []


def test_staff_are_told_nothing_in_silence_or_after_a_rollback(dana: User, run_jobs: Callable[[], int]) -> None:
    with silence():
        notify_staff("orgs/email/audit_log_faulty.txt", occasion="one", context=STAFF_MAIL)
    with transaction.atomic():
        notify_staff("orgs/email/audit_log_faulty.txt", occasion="two", context=STAFF_MAIL)
        transaction.set_rollback(True)
    assert run_jobs() == 0
