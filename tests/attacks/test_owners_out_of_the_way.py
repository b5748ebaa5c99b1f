"""An insider puts an owner out of the way while they open something: the owner is told all the same, for 30 days."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from billing_access.access import services
from billing_audit.record import Actor
from billing_audit.storage.erasure import erase_personal_data
from orgs import actors
from orgs.mail.notify import silence
from orgs.models import Invitation, Membership, Organization, OrganizationUserPermission
from orgs.roles import Role
from orgs.services import invitations, members, organizations, permission_repair
from tests.sent_mail import sent_to_each

SYSTEM = actors.command("tests")


@pytest.fixture
def oscar(acme: Organization) -> User:
    """The other owner of Acme, so that Alice may be deactivated."""
    person = User.objects.create_user("oscar@example.com", "x")
    with silence():
        members.add_member(acme, user=person, role=Role.OWNER, actor=SYSTEM)
    return person


@pytest.mark.parametrize("how", ["deactivated", "demoted", "removed"])
@pytest.mark.parametrize("what", ["reads on", "suspension lifted", "key", "wider key", "looser key", "rotated key"])
def test_putting_an_owner_out_of_the_way_does_not_keep_it_from_them(
    acme: Organization, oscar: User, alice: User, make_key: Any, run_jobs: Any, what: str, how: str
) -> None:
    """Before the worker has sent what an owner is told, or just before the change."""
    key = make_key(acme, "runs:read", name="Secret plan").key
    with silence():
        services.change_networks(key, actor=SYSTEM, allowed_networks=["192.0.2.0/24"])
        suspension = services.suspend_billing_reads(acme, actor=SYSTEM, reason="Incident")
    opening: dict[str, Callable[[], object]] = {
        "reads on": lambda: services.turn_on_billing_reads(acme, actor=SYSTEM),
        "suspension lifted": lambda: services.lift_suspension(suspension, actor=SYSTEM, reason="Over"),
        "key": lambda: services.issue_key(acme, actor=SYSTEM, name="Secret plan", scopes=["runs:read"]),
        "wider key": lambda: services.change_scopes(key, actor=SYSTEM, scopes=["runs:read", "billing.state:read"]),
        "looser key": lambda: services.change_networks(key, actor=SYSTEM, allowed_networks=[]),
        "rotated key": lambda: services.rotate_key(key, actor=SYSTEM, overlap_hours=1),
    }
    membership = Membership.objects.get(user=alice)
    putting: dict[str, Callable[[], object]] = {
        "deactivated": lambda: User.objects.filter(pk=alice.pk).update(is_active=False),
        "demoted": lambda: members.change_role(membership, role=Role.MEMBER, actor=SYSTEM),
        "removed": lambda: members.remove_member(membership, actor=SYSTEM),
    }
    for first, second in ((opening[what], putting[how]), (putting[how], opening[what])):
        point = transaction.savepoint()
        first()
        second()
        told = sent_to_each(run_jobs)
        opened = told["alice@example.com"].partition("Access to Acme Robotics was widened")[2]
        assert opened
        assert "Secret plan" not in opened
        assert "Access to Acme Robotics was widened" not in told["oscar@example.com"]
        transaction.savepoint_rollback(point)


@pytest.mark.parametrize("how", ["deactivated", "demoted", "active"])
@pytest.mark.parametrize(
    ("what", "sentence"),
    {
        "owner made": "Adam Adams gave bob@example.com the role Owner.",
        "admin made": "The platform's staff gave bob@example.com the role Admin.",
        "auditor added": "The platform's staff gave charlie@example.com the role Auditor.",
        "invitation accepted": "charlie@example.com accepted an invitation, with the role Admin.",
        "second factor not required": "The platform's staff stopped requiring a second factor from those who manage",
        "permissions mended": "gave members permissions of their roles that they lacked.",
        "rotation canceled": "canceled the rotation",
        "platform's suspension lifted": "suspension of",
    }.items(),
)
def test_each_owner_is_told_who_gets_access_and_what_guards_it_no_longer(
    acme: Organization,
    oscar: User,
    alice: User,
    bob: User,
    charlie: User,
    other: Organization,
    make_key: Any,
    opt_in: Any,
    run_jobs: Any,
    what: str,
    how: str,
    sentence: str,
) -> None:
    """No e-mail goes to the owners of organizations that it does not concern."""
    opt_in(acme)
    key = make_key(acme, "billing.state:read", name="Secret plan").key
    with silence():
        services.rotate_key(key, actor=SYSTEM, overlap_hours=24)
        suspension = services.suspend_billing_reads(None, actor=SYSTEM, reason="Incident")
    of_bob = Membership.objects.get(user=bob)
    OrganizationUserPermission.objects.filter(
        content_object=acme, user=oscar, permission__codename="view_billing"
    ).delete()
    by_oscar = Actor("user", str(oscar.pk), "Adam Adams", authenticated_at=timezone.now())
    by_charlie = actors.as_member(charlie)
    invited = invitations.invite(acme, email="charlie@example.com", role="admin", actor=SYSTEM)
    opening: dict[str, Callable[[], object]] = {
        "owner made": lambda: members.change_role(of_bob, role="owner", actor=by_oscar),
        "admin made": lambda: members.change_role(of_bob, role="admin", actor=SYSTEM),
        "auditor added": lambda: members.add_member(acme, user=charlie, role="auditor", actor=SYSTEM),
        "invitation accepted": lambda: invitations.accept(find_sent(invited), actor=by_charlie),
        "second factor not required": lambda: [
            organizations.set_second_factor_rule(acme, required=required, actor=SYSTEM) for required in (True, False)
        ],
        "permissions mended": lambda: permission_repair.mend(acme, reason="Ticket 9", actor=SYSTEM),
        "rotation canceled": lambda: services.cancel_rotation(key, actor=SYSTEM),
        "platform's suspension lifted": lambda: services.lift_suspension(suspension, actor=SYSTEM, reason="Ticket 9"),
    }
    run_jobs()
    if how == "deactivated":
        User.objects.filter(pk=alice.pk).update(is_active=False)
    elif how == "demoted":
        with silence():
            members.change_role(Membership.objects.get(user=alice), role=Role.MEMBER, actor=SYSTEM)
    opening[what]()
    told = sent_to_each(run_jobs)
    for address in ("alice@example.com", "oscar@example.com"):
        assert sentence in told[address]
        assert "Ticket 9" not in told[address]
    if how != "active":
        assert "Secret plan" not in told["alice@example.com"]
    assert sentence not in told.get("charlie@example.com", "")


def find_sent(invitation: Invitation) -> Invitation:
    """The invitation as it is once its e-mail was sent."""
    return Invitation.objects.get(pk=invitation.pk)


def test_a_change_of_role_that_opens_nothing_is_not_mailed_to_owners(
    acme: Organization, alice: User, adam: User, run_jobs: Any
) -> None:
    run_jobs()
    members.change_role(Membership.objects.get(user=adam), role=Role.MEMBER, actor=SYSTEM)
    assert "alice@example.com" not in sent_to_each(run_jobs)


def test_owners_are_told_for_30_days_and_others_never(
    acme: Organization, oscar: User, alice: User, bella: User, run_jobs: Any
) -> None:
    members.remove_member(Membership.objects.get(user=bella), actor=SYSTEM)
    members.remove_member(Membership.objects.get(user=alice), actor=SYSTEM)
    run_jobs()
    services.turn_on_billing_reads(acme, actor=SYSTEM)
    assert set(sent_to_each(run_jobs)) == {"oscar@example.com", "alice@example.com"}
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=True):
        services.turn_on_billing_reads(acme, actor=SYSTEM, days=9)
        assert set(sent_to_each(run_jobs)) == {"oscar@example.com"}


def test_who_was_erased_is_nottold(
    acme: Organization, oscar: User, alice: User, run_jobs: Any, as_role: Any, statements: Any
) -> None:
    members.remove_member(Membership.objects.get(user=alice), actor=SYSTEM)
    run_jobs()
    with as_role("owner"):
        erase_personal_data(actor=SYSTEM, statements=statements, user_id=str(alice.pk))
    services.turn_on_billing_reads(acme, actor=SYSTEM)
    assert set(sent_to_each(run_jobs)) == {"oscar@example.com"}
