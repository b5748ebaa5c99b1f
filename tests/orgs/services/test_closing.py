"""Closing an organization, and reopening it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts import staff
from accounts.models import User
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import rotate_key, turn_on_billing_reads
from billing_access.billing.models import RegisteredTag
from billing_access.billing.tags.registered import defer_backfill
from billing_access.tasks import resume_backfills
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Invitation, Membership, Organization
from orgs.services import invitations, members
from orgs.services.closing import close_organization, reopen_organization
from orgs.services.members import LastOwner
from tests.sent_mail import sent_to_each

SYSTEM = actors.command("tests")


def _owner(person: User) -> Actor:
    return actors.as_member(person, authenticated_at=timezone.now())


def _staff(person: User) -> Actor:
    return Actor("staff", str(person.pk), person.email, authenticated_at=timezone.now())


def _events(acme: Organization) -> list[str]:
    events = AuditEvent.objects.filter(organization_id=acme.public_id).order_by("id")
    return list(events.values_list("action", flat=True))


def test_keys_reads_invitations_and_jobs_end_with_it(
    acme: Organization, alice: User, make_key: Any, api: Any, run_jobs: Any
) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM)
    issued, rotated = make_key(acme), make_key(acme).key
    rotate_key(rotated, actor=SYSTEM, overlap_hours=168)
    tag = RegisteredTag.objects.create(organization=acme, key="county", filled_through="2026-04-01T12:00:00Z")
    run_jobs()
    defer_backfill(tag.pk)
    invitations.invite(acme, email="new@example.com", role="owner", actor=SYSTEM)
    assert api("/v1/billing/state", issued.secret).status_code == 200
    before = len(_events(acme))
    close_organization(acme, actor=_owner(alice))
    assert api("/v1/billing/state", issued.secret).json()["code"] == "key_revoked"
    assert all(key.is_revoked for key in ApiKey.objects.all())
    assert not OptIn.objects.get().enabled
    assert not Invitation.objects.filter(revoked_at=None).exists()
    waiting = ProcrastinateJob.objects.filter(status="todo").values_list("task_name", flat=True)
    assert {*waiting} == {"orgs.send_email"}
    resume_backfills(timestamp=0)
    assert not ProcrastinateJob.objects.filter(status="todo").exclude(task_name="orgs.send_email").exists()
    ended = ["member.invitation_revoked", *["api_key.revoked"] * 3, "billing_reads.disabled", "organization.closed"]
    assert _events(acme)[before:-1] == ended  # the last is the refused read


def test_it_changes_nothing_a_second_time(acme: Organization, alice: User) -> None:
    closed = close_organization(acme, actor=_owner(alice))
    before = AuditEvent.objects.count()
    assert close_organization(acme, actor=SYSTEM, reason="Again").closed_at == closed.closed_at
    assert AuditEvent.objects.count() == before


def test_owners_alone_close_it_and_staff_with_a_reason(
    acme: Organization, alice: User, adam: User, bob: User, charlie: User, dana: User
) -> None:
    for nobody in (_owner(adam), _owner(bob), _owner(charlie), _owner(dana), Actor("anonymous")):
        with pytest.raises(PermissionDenied):
            close_organization(acme, actor=nobody, reason="x")
    for platform in (SYSTEM, _staff(dana)):
        with pytest.raises(ValidationError):
            close_organization(acme, actor=platform, reason=" ")
    with pytest.raises(ReauthenticationRequired):
        close_organization(acme, actor=actors.as_member(alice))
    assert "organization.closed" not in _events(acme)
    close_organization(acme, actor=_staff(dana), reason="Ticket 7")
    event = AuditEvent.objects.get(action="organization.closed")
    assert event.content["changes"] == {"closed": [False, True]}


@pytest.mark.parametrize("how", ["deactivated", "demoted", "removed"])
def test_every_owner_is_told_also_one_of_the_last_30_days(
    acme: Organization, alice: User, dana: User, run_jobs: Any, how: str
) -> None:
    oscar = User.objects.create_user("oscar@example.com")
    membership = members.add_member(acme, user=oscar, role="owner", actor=SYSTEM)
    if how == "deactivated":
        User.objects.filter(pk=oscar.pk).update(is_active=False)
    elif how == "demoted":
        members.change_role(membership, role="member", actor=SYSTEM)
    else:
        members.remove_member(membership, actor=SYSTEM)
    run_jobs()
    close_organization(acme, actor=_staff(dana), reason="Ticket 7")
    told = sent_to_each(run_jobs)
    assert "Acme Robotics was closed" in told["alice@example.com"]
    assert "Reason: Ticket 7" in told["alice@example.com"]
    assert "Acme Robotics was closed\n" in told["oscar@example.com"]
    assert "Ticket 7" not in told["oscar@example.com"]
    reopen_organization(acme, actor=_staff(dana), reason="Ticket 8")
    told = sent_to_each(run_jobs)
    assert "Reason: Ticket 8" in told["alice@example.com"]
    assert "Acme Robotics was reopened\n" in told["oscar@example.com"]


def test_staff_reopens_it_and_what_ended_stays_ended(
    acme: Organization, alice: User, dana: User, make_key: Any, api: Any
) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM)
    issued = make_key(acme)
    invitations.invite(acme, email="new@example.com", role="owner", actor=SYSTEM)
    close_organization(acme, actor=_owner(alice))
    for nobody in (_owner(alice), _owner(dana)):
        with pytest.raises(PermissionDenied):
            reopen_organization(acme, actor=nobody, reason="x")
    with pytest.raises(ValidationError):
        reopen_organization(acme, actor=_staff(dana), reason="")
    with pytest.raises(ReauthenticationRequired):
        reopen_organization(acme, actor=Actor("staff", str(dana.pk), dana.email), reason="x")
    reopened = reopen_organization(acme, actor=_staff(dana), reason="Ticket 8")
    assert reopened.closed_at is None
    assert api("/v1/billing/state", issued.secret).json()["code"] == "key_revoked"
    assert not OptIn.objects.get().enabled
    assert not Invitation.objects.filter(revoked_at=None).exists()
    make_key(acme)


def test_its_only_owner_may_leave_and_be_deactivated_and_then_nobody_reopens_it(
    acme: Organization, alice: User, adam: User, dana: User, sign_in: Callable[[User], Client]
) -> None:
    membership = Membership.objects.get(user=alice)
    with pytest.raises(LastOwner):
        members.leave(membership, actor=_owner(alice))
    close_organization(acme, actor=_owner(alice))
    assert "You lose access" in sign_in(alice).get("/o/acme/members/leave/").content.decode()
    staff.change_account(alice, is_active=False, reason="Left", actor=_staff(dana))
    with pytest.raises(LastOwner, match="no active owner"):
        reopen_organization(acme, actor=_staff(dana), reason="Ticket 8")
    staff.change_account(alice, is_active=True, reason="Back", actor=_staff(dana))
    members.leave(membership, actor=_owner(alice))
    assert Membership.objects.filter(organization=acme).get().user == adam


def test_a_confirmation_does_not_outlive_it(acme: Organization, alice: User, bob: User) -> None:
    later = timezone.now() + timedelta(hours=9)
    Membership.objects.filter(user=bob).update(hold_confirmed_until=later)
    close_organization(acme, actor=_owner(alice))
    assert not Membership.objects.exclude(hold_confirmed_until=None).exists()
