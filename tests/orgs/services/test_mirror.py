"""Organizations that mirror a host's teams: the host changes their members, and nobody does so here."""

import threading
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from billing_access.access.models import OptIn
from billing_access.access.services import InvalidChange, turn_on_billing_reads
from billing_access.access.services.opt_in import note_ended_opt_ins
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.access import Mirrored, OrganizationClosed, ReauthenticationRequired, permissions_of
from orgs.models import Invitation, Membership, Organization
from orgs.roles import ROLE_PERMISSIONS
from orgs.services import invitations, members
from orgs.services.closing import close_organization
from orgs.services.mirror import NotMirrored, mirror_membership, mirror_organization
from tests.lock_waits import wait_until_it_waits_or_ends
from tests.sent_mail import sent_to_each

SYSTEM = actors.command("mirror_teams")


def _mirror(**changed: Any) -> Organization:
    values = {"external_id": "team-7", "name": "Blue Team", "slug": "blue", **changed}
    return mirror_organization(**values, actor=SYSTEM)


def _give(team: Organization, person: User, role: str | None) -> Membership | None:
    return mirror_membership(team, user=person, role=role, actor=SYSTEM)


def _events(organization: Organization) -> list[str]:
    events = AuditEvent.objects.filter(organization_id=organization.public_id).order_by("id")
    return list(events.values_list("action", flat=True))


@pytest.fixture
def team(alice: User) -> Organization:
    """A mirrored organization, which Alice owns."""
    organization = _mirror()
    _give(organization, alice, "owner")
    return organization


def test_an_organization_is_made_by_the_hosts_id_and_then_follows_its_name(db: None) -> None:
    made = _mirror()
    assert (made.external_id, made.name, made.slug, made.is_mirrored) == ("team-7", "Blue Team", "blue", True)
    assert _events(made) == ["organization.created", "organization.mirrored"]
    assert _mirror().pk == made.pk
    # Its members may have given it another name in URLs.
    assert _mirror(slug="other").slug == "blue"
    assert len(_events(made)) == 2
    assert _mirror(name=" Red Team ").name == "Red Team"
    assert _events(made)[2:] == ["organization.changed"]


@pytest.mark.parametrize("wrong", [{"external_id": " "}, {"name": ""}, {"slug": "Two words"}, {"time_zone": "Mars"}])
def test_a_value_that_is_none_makes_nothing(db: None, wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        _mirror(**wrong)
    assert not Organization.objects.exists()


def test_a_name_of_another_organization_makes_nothing(acme: Organization) -> None:
    for taken in ({"slug": "acme"}, {"external_id": acme.public_id}):
        with pytest.raises(ValidationError):
            _mirror(**taken)
    assert Organization.objects.get() == acme


def test_one_with_members_of_its_own_keeps_them_and_loses_its_invitations(acme: Organization, bob: User) -> None:
    Organization.objects.update(external_id="team-7")
    invitations.invite(acme, email="new@example.com", role="owner", actor=SYSTEM)
    before = len(_events(acme))
    assert _mirror(name="Acme Robotics") == acme
    assert Membership.objects.filter(organization=acme).count() == 2
    assert not Invitation.objects.filter(revoked_at=None).exists()
    assert not ProcrastinateJob.objects.filter(status="todo", task_name="orgs.send_invitation").exists()
    assert _events(acme)[before:] == ["member.invitation_revoked", "organization.mirrored"]


def test_a_membership_follows_the_host(team: Organization, bob: User, run_jobs: Any) -> None:
    before = len(_events(team))
    for role in ("billing", "admin", "member", None, None, "owner", "owner"):
        membership = _give(team, bob, role)
        assert (membership.role if membership else None) == role
        assert permissions_of(bob.pk, team) == (ROLE_PERMISSIONS[role] if role else frozenset())
    changed = ["member.role_changed"] * 2
    assert _events(team)[before:] == ["member.added", *changed, "member.removed", "member.added"]
    assert "The platform's staff gave bob@example.com the role Owner" in sent_to_each(run_jobs)["alice@example.com"]
    with pytest.raises(ValidationError):
        _give(team, bob, "king")


def test_it_is_the_platforms_alone_and_of_what_is_mirrored(
    team: Organization, acme: Organization, alice: User, bob: User, dana: User
) -> None:
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    for nobody in (owner, Actor("anonymous"), Actor("staff", str(bob.pk), bob.email)):
        with pytest.raises(PermissionDenied):
            mirror_membership(team, user=bob, role="member", actor=nobody)
        with pytest.raises(PermissionDenied):
            mirror_organization(external_id="team-8", name="Eight", slug="eight", actor=nobody)
    staff = Actor("staff", str(dana.pk), dana.email)
    assert mirror_membership(team, user=bob, role="member", actor=staff)
    with pytest.raises(ReauthenticationRequired):
        mirror_membership(team, user=bob, role="admin", actor=staff)
    with pytest.raises(NotMirrored):
        _give(acme, bob, "owner")
    assert Membership.objects.get(user=bob, organization=acme).role == "member"


def test_nobody_changes_its_members_here(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    Organization.objects.update(external_id="team-7")
    stale = Organization.objects.select_related("mirror").get()
    team = _mirror(name=acme.name)
    assert not stale.is_mirrored
    of_bob = Membership.objects.get(organization=acme, user=bob)
    owner = actors.as_member(alice, authenticated_at=timezone.now())
    before = _events(team)
    for actor in (owner, SYSTEM):
        for change in (
            lambda by: members.add_member(stale, user=charlie, role="member", actor=by),
            lambda by: members.change_role(of_bob, role="owner", actor=by),
            lambda by: members.remove_member(of_bob, actor=by),
            lambda by: invitations.invite(stale, email="new@example.com", role="member", actor=by),
        ):
            with pytest.raises(Mirrored, match="Change them there"):
                change(actor)
    with pytest.raises(Mirrored):
        members.leave(of_bob, actor=actors.as_member(bob))
    assert _events(team) == before


def test_its_pages_show_members_and_change_none(
    team: Organization, alice: User, bob: User, sign_in: Any, cells: Any
) -> None:
    of_bob = _give(team, bob, "admin")
    client: Client = sign_in(alice)
    page = client.get("/o/blue/members/").content.decode()
    assert "The members are those of the team on the platform." in page
    for name in ("Invite</a>", "Change role", "Remove", "Leave Blue Team", "The only owner"):
        assert name not in page
    assert "bob@example.com" in page
    for path in ("invite/", f"{of_bob.pk}/", f"{of_bob.pk}/remove/", "leave/"):
        with cells(path):
            for answer in (client.get(f"/o/blue/members/{path}"), client.post(f"/o/blue/members/{path}", {})):
                assert answer.status_code == 403
                assert "The members of Blue Team are those of its team" in answer.content.decode()


@pytest.mark.parametrize("how", ["removed", "demoted"])
def test_without_an_owner_billing_reads_turn_off_on_the_record(
    team: Organization, alice: User, bob: User, make_key: Any, api: Any, run_jobs: Any, how: str
) -> None:
    _give(team, bob, "billing")
    key = make_key(team, "billing.state:read")
    turn_on_billing_reads(team, actor=SYSTEM)
    assert api("/v1/billing/state", key.secret).status_code == 200
    before = len(_events(team))
    _give(team, alice, None if how == "removed" else "admin")
    assert api("/v1/billing/state", key.secret).json()["code"] == "org_opt_in_required"
    ended = "member.removed" if how == "removed" else "member.role_changed"
    assert _events(team)[before : before + 2] == [ended, "billing_reads.disabled"]
    event = AuditEvent.objects.get(action="billing_reads.disabled")
    assert event.details["reason"] == "The organization has no active owner."
    assert "The organization has no active owner." in sent_to_each(run_jobs)["bob@example.com"]
    # Until there is an owner again, nobody turns them on; then somebody has to.
    with pytest.raises(InvalidChange, match="Blue Team has no active owner"):
        turn_on_billing_reads(team, actor=SYSTEM)
    _give(team, alice, "owner")
    assert not OptIn.objects.get().enabled
    turn_on_billing_reads(team, actor=SYSTEM)


def test_an_admin_and_staff_are_told_why_it_stays_off(
    team: Organization, alice: User, adam: User, dana: User, sign_in: Any
) -> None:
    _give(team, adam, "admin")
    _give(team, alice, None)
    sent = {"version": 0, "limit": "none", "reason": "Ticket 7"}
    answer = sign_in(adam).post("/o/blue/billing-reads/turn-on/", sent)
    assert (answer.status_code, "Blue Team has no active owner" in answer.content.decode()) == (400, True)
    address = f"/admin/billing_orgs/organization/{team.pk}/billing-reads/"
    answer = sign_in(dana).post(address, {"version": 0, "enabled": "on", "reason": "Ticket 7"})
    assert (answer.status_code, "Blue Team has no active owner" in answer.content.decode()) == (409, True)
    assert not OptIn.objects.filter(enabled=True).exists()


@pytest.mark.parametrize("noticed", ["by the mirror", "by the job"])
def test_an_owner_whom_the_host_deactivates_is_none(team: Organization, alice: User, bob: User, noticed: str) -> None:
    turn_on_billing_reads(team, actor=SYSTEM)
    assert note_ended_opt_ins() == 0
    User.objects.filter(pk=alice.pk).update(is_active=False)
    if noticed == "by the mirror":
        _give(team, bob, "member")
    else:
        assert (note_ended_opt_ins(), note_ended_opt_ins()) == (1, 0)
    assert not OptIn.objects.get().enabled
    event = AuditEvent.objects.get(action="billing_reads.disabled")
    assert event.actor_id == ("mirror_teams" if noticed == "by the mirror" else "opt_in_without_owner")


def test_one_that_is_not_mirrored_is_left_alone(acme: Organization, alice: User) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM)
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert note_ended_opt_ins() == 0
    assert turn_on_billing_reads(acme, actor=SYSTEM, days=9).enabled


def test_a_closed_one_loses_members_and_gets_none(team: Organization, alice: User, bob: User) -> None:
    _give(team, bob, "member")
    close_organization(team, actor=SYSTEM, reason="Ticket 7")
    with pytest.raises(OrganizationClosed):
        _give(team, bob, "admin")
    assert _give(team, bob, None) is None
    assert _mirror().closed_at is not None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("what", ["organization", "membership"])
def test_the_same_at_the_same_time_is_made_once(what: str, alice: User) -> None:
    outcome: list[object] = []

    def run() -> None:
        try:
            organization = _mirror()
            outcome.append(organization if what == "organization" else _give(organization, alice, "owner"))
        except Exception as error:
            outcome.append(error)
        finally:
            connections.close_all()

    if what == "membership":
        _mirror()
    with transaction.atomic():
        mine = _mirror()
        if what == "membership":
            mine = _give(mine, alice, "owner")
        thread = threading.Thread(target=run)
        thread.start()
        wait_until_it_waits_or_ends(thread)
    thread.join(30)
    assert outcome == [mine]
    actions = list(AuditEvent.objects.order_by("id").values_list("action", flat=True))
    assert actions == ["organization.created", "organization.mirrored", *["member.added"] * (what == "membership")]
