"""Forgetting a person: what a host project calls before it deletes one. Nothing of them ends without an event."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.utils import timezone

from accounts.models import User
from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import issue_key, turn_on_billing_reads
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.models import Invitation, Membership, Organization, OrganizationUserPermission
from orgs.services import invitations
from orgs.services.closing import close_organization
from orgs.services.forgetting import forget_person
from orgs.services.members import LastOwner
from orgs.services.mirror import mirror_membership, mirror_organization

SYSTEM = actors.command("tests")


def _events_since(before: int) -> list[tuple[str, str | None]]:
    events = AuditEvent.objects.order_by("id")[before:]
    return [(event.action, event.organization_id) for event in events]


def test_a_person_with_a_membership_is_not_deleted(acme: Organization, adam: User) -> None:
    with pytest.raises(ProtectedError):
        adam.delete()
    assert User.objects.filter(pk=adam.pk).exists()


def test_everything_of_the_person_ends_on_the_record_and_then_they_can_be_deleted(
    acme: Organization, other: Organization, adam: User
) -> None:
    by_adam = actors.as_member(adam, authenticated_at=timezone.now())
    invitations.invite(acme, email="new@example.com", role="member", actor=by_adam)
    invitations.invite(other, email=adam.email, role="owner", actor=SYSTEM)
    invitations.invite(acme, email="stays@example.com", role="member", actor=SYSTEM)
    issue_key(acme, actor=by_adam, name="Nightly", scopes=["runs:read"])
    before = AuditEvent.objects.count()
    assert forget_person(adam, actor=SYSTEM) == 1
    assert sorted(_events_since(before)) == sorted([
        ("member.removed", acme.public_id),
        ("member.invitation_revoked", acme.public_id),
        ("member.invitation_revoked", other.public_id),
    ])  # fmt: skip
    assert not Membership.objects.filter(user=adam).exists()
    assert not OrganizationUserPermission.objects.filter(user=adam).exists()
    assert [each.email for each in Invitation.objects.filter(revoked_at=None)] == ["stays@example.com"]
    # Keys are the organization's.
    assert not ApiKey.objects.get().is_revoked
    before = AuditEvent.objects.count()
    assert forget_person(adam, actor=SYSTEM) == 0
    adam.delete()
    assert _events_since(before) == []


def test_of_a_persons_own_it_says_that_they_left(acme: Organization, bob: User) -> None:
    before = AuditEvent.objects.count()
    forget_person(bob, actor=actors.as_member(bob))
    assert _events_since(before) == [("member.left", acme.public_id)]


def test_nobody_forgets_another(acme: Organization, alice: User, bob: User, dana: User) -> None:
    for nobody in (actors.as_member(alice), Actor("staff", str(alice.pk), alice.email), Actor("anonymous")):
        with pytest.raises(PermissionDenied):
            forget_person(bob, actor=nobody)
    assert Membership.objects.filter(user=bob).exists()
    assert forget_person(bob, actor=Actor("staff", str(dana.pk), dana.email)) == 1


def test_the_only_owner_of_an_organization_is_not_forgotten(acme: Organization, alice: User, other: Any) -> None:
    with pytest.raises(LastOwner):
        forget_person(alice, actor=SYSTEM)
    close_organization(acme, actor=SYSTEM, reason="Ticket 7")
    assert forget_person(alice, actor=SYSTEM) == 1


def test_the_only_owner_of_a_mirrored_one_is_and_billing_reads_turn_off(alice: User) -> None:
    team = mirror_organization(external_id="team-7", name="Blue Team", slug="blue", actor=SYSTEM)
    mirror_membership(team, user=alice, role="owner", actor=SYSTEM)
    turn_on_billing_reads(team, actor=SYSTEM)
    before = AuditEvent.objects.count()
    forget_person(alice, actor=SYSTEM)
    assert [action for action, _ in _events_since(before)] == ["member.removed", "billing_reads.disabled"]
    assert not OptIn.objects.get().enabled
