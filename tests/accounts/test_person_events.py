"""A change of how a person signs in: on the log of each of their organizations, and e-mailed to them."""

from collections.abc import Callable

from django.core import mail
from django.db import transaction

from accounts.models import User
from accounts.person_events import record_sign_in_change
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization
from orgs.services import organizations

WHAT = "Your password was changed."


def test_it_stands_on_the_platforms_log_and_on_that_of_each_organization(
    acme: Organization, other: Organization, alice: User
) -> None:
    second = organizations.create_organization(name="Second", slug="second", owner=alice, actor=actors.command("tests"))
    record_sign_in_change("user.password_set", alice, actors.as_member(alice), what=WHAT)
    logs = AuditEvent.objects.filter(action="user.password_set").values_list("organization_id", flat=True)
    assert set(logs) == {None, acme.public_id, second.public_id}
    assert len(logs) == 3


def test_the_person_is_told_once_also_if_deactivated(
    acme: Organization, alice: User, run_jobs: Callable[[], int]
) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)
    record_sign_in_change("user.password_set", alice, actors.command("changepassword"), what=WHAT)
    run_jobs()
    (message,) = mail.outbox
    assert message.to == ["alice@example.com"]
    assert message.subject == "The way you sign in has changed"
    assert f"{WHAT} This was done by the platform's staff, at 2" in message.body


def test_who_gets_another_address_is_told_at_the_old_one_too(alice: User, run_jobs: Callable[[], int]) -> None:
    record_sign_in_change("user.password_set", alice, actors.as_member(alice), what=WHAT)
    User.objects.filter(pk=alice.pk).update(email="new@example.com")
    run_jobs()
    assert mail.outbox[0].to == ["new@example.com", "alice@example.com"]
    assert "This was done by you" in mail.outbox[0].body


def test_a_rolled_back_change_tells_nobody(alice: User, run_jobs: Callable[[], int]) -> None:
    with transaction.atomic():
        record_sign_in_change("user.password_set", alice, actors.as_member(alice), what=WHAT)
        transaction.set_rollback(True)
    assert run_jobs() == 0
    assert not AuditEvent.objects.filter(action="user.password_set").exists()
