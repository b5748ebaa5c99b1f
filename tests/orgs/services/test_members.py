"""The services of organizations and members: the table of roles, its permission rows, and who may change them."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import close_old_connections, connection, connections
from django.utils import timezone

from accounts import users
from accounts.models import User
from billing_audit.models import AuditEvent, AuditPart
from billing_audit.record import Actor
from orgs import actors
from orgs.access import ReauthenticationRequired, permissions_of
from orgs.models import Membership, Organization, OrganizationGroupPermission, OrganizationUserPermission
from orgs.roles import ROLE_PERMISSIONS, Role
from orgs.services import members, organizations
from orgs.services.closing import close_organization
from orgs.services.deletion import delete_organization
from orgs.services.forgetting import forget_person

SYSTEM = actors.command("tests")
ALL = {"view_billing", "manage_billing_access", "manage_api_keys", "manage_members", "view_audit_log"}
# Written out, not imported from roles.py, so that nobody changes the table by mistake.
TABLE = {
    "owner": ALL,
    "admin": ALL,
    "billing": {"view_billing", "view_audit_log"},
    "auditor": {"view_audit_log"},
    "member": set(),
}


def _fresh(user: User) -> Actor:
    """Return the actor for a member who has just proved who they are."""
    return actors.as_member(user, authenticated_at=timezone.now())


def _rows(user: User, organization: Organization) -> set[str]:
    rows = OrganizationUserPermission.objects.filter(user=user, content_object=organization)
    return set(rows.values_list("permission__codename", flat=True))


def _membership(organization: Organization, user: User) -> Membership:
    return Membership.objects.get(organization=organization, user=user)


def _last_event() -> AuditEvent:
    return AuditEvent.objects.order_by("-recorded_at", "-id")[0]


def test_every_role_is_in_the_table() -> None:
    assert {role.value for role in Role} == set(TABLE) == {str(role) for role in ROLE_PERMISSIONS}


@pytest.mark.parametrize("role", TABLE)
def test_a_member_holds_exactly_what_the_role_says(acme: Organization, charlie: User, role: str) -> None:
    members.add_member(acme, user=charlie, role=role, actor=SYSTEM)
    assert _rows(charlie, acme) == TABLE[role] == permissions_of(charlie.pk, acme)


@pytest.mark.parametrize("before", TABLE)
@pytest.mark.parametrize("after", TABLE)
def test_the_rows_follow_a_change_of_role(acme: Organization, charlie: User, before: str, after: str) -> None:
    membership = members.add_member(acme, user=charlie, role=before, actor=SYSTEM)
    members.change_role(membership, role=after, actor=SYSTEM)
    assert _rows(charlie, acme) == TABLE[after]
    assert _membership(acme, charlie).role == after


@pytest.mark.parametrize("role", TABLE)
def test_the_rows_die_with_the_membership(acme: Organization, charlie: User, role: str) -> None:
    membership = members.add_member(acme, user=charlie, role=role, actor=SYSTEM)
    members.remove_member(membership, actor=SYSTEM)
    assert _rows(charlie, acme) == set()
    assert not Membership.objects.filter(organization=acme, user=charlie).exists()


def test_stray_rows_do_not_survive_a_change_of_role(acme: Organization, bob: User) -> None:
    members.change_role(_membership(acme, bob), role=Role.OWNER, actor=SYSTEM)
    members.change_role(_membership(acme, bob), role=Role.MEMBER, actor=SYSTEM)
    assert _rows(bob, acme) == set()


def test_a_role_in_one_organization_gives_nothing_in_another(
    acme: Organization, other: Organization, alice: User
) -> None:
    assert permissions_of(alice.pk, acme) == ALL
    assert permissions_of(alice.pk, other) == frozenset()


def test_no_group_rows_are_made(acme: Organization, bob: User) -> None:
    assert not OrganizationGroupPermission.objects.exists()


@pytest.mark.parametrize(
    ("changes", "at_fault"),
    [
        ({"slug": "acme"}, "slug"),
        ({"slug": "Not A Slug"}, "slug"),
        ({"slug": "trailing-"}, "slug"),
        ({"slug": ""}, "slug"),
        ({"name": "  "}, "name"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"external_id": "acct-1"}, "external_id"),
    ],
)
def test_create_organization_names_the_field_at_fault(
    acme: Organization, charlie: User, changes: dict[str, str], at_fault: str
) -> None:
    Organization.objects.filter(pk=acme.pk).update(external_id="acct-1")
    events = AuditEvent.objects.count()
    good = {"name": "New", "slug": "new", "external_id": "acct-2", "time_zone": "Europe/Berlin"}
    with pytest.raises(ValidationError) as refused:
        organizations.create_organization(owner=charlie, actor=SYSTEM, **{**good, **changes})
    assert list(refused.value.message_dict) == [at_fault]
    assert Organization.objects.count() == 1
    assert AuditEvent.objects.count() == events


def test_two_organizations_without_an_external_id(acme: Organization, other: Organization) -> None:
    assert acme.external_id is None
    assert other.external_id is None


def test_create_organization_is_for_the_platform(acme: Organization, alice: User, dana: User) -> None:
    with pytest.raises(PermissionDenied):
        organizations.create_organization(name="N", slug="n", owner=alice, actor=_fresh(alice))
    with pytest.raises(PermissionDenied):
        organizations.create_organization(name="N", slug="n", owner=alice, actor=Actor("staff", str(alice.pk)))
    made = organizations.create_organization(
        name="N", slug="n", owner=alice, actor=Actor("staff", str(dana.pk), authenticated_at=timezone.now())
    )
    assert permissions_of(alice.pk, made) == ALL


def test_create_user_refuses_an_address_in_use_in_any_case(alice: User) -> None:
    with pytest.raises(ValidationError, match=r"A person with the address alice@example\.com already exists"):
        users.create_user(email=" ALICE@example.com", actor=SYSTEM)


@pytest.mark.parametrize("email", ["", "nobody", "a b@example.com", "a@example.com\n@x"])
def test_create_user_refuses_a_malformed_address(db: None, email: str) -> None:
    with pytest.raises(ValidationError) as refused:
        users.create_user(email=email, actor=SYSTEM)
    assert "email" in refused.value.message_dict
    assert not User.objects.exists()


def test_create_user_without_a_password_admits_nobody(db: None) -> None:
    user = users.create_user(email="New@Example.com", name="New", actor=SYSTEM)
    assert user.email == "new@example.com"
    assert not user.has_usable_password()
    assert (user.is_staff, user.is_superuser) == (False, False)
    assert _last_event().action == "user.created"


@pytest.mark.parametrize("kind", ["user", "api_key", "anonymous"])
def test_create_user_is_for_the_platform(dana: User, kind: str) -> None:
    with pytest.raises(PermissionDenied):
        users.create_user(email="new@example.com", actor=Actor(kind, str(dana.pk)))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["billing", "auditor", "member"])
def test_only_who_manages_members_changes_them(acme: Organization, charlie: User, bob: User, role: str) -> None:
    members.change_role(_membership(acme, bob), role=role, actor=SYSTEM)
    actor = _fresh(bob)
    for attempt in (
        lambda: members.add_member(acme, user=charlie, role=Role.MEMBER, actor=actor),
        lambda: members.change_role(_membership(acme, bob), role=Role.ADMIN, actor=actor),
        lambda: members.change_role(_membership(acme, bob), role=role, actor=actor),
        lambda: members.remove_member(_membership(acme, bob), actor=actor),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert _membership(acme, bob).role == role


def test_an_outsider_changes_nothing(acme: Organization, other: Organization, charlie: User, bob: User) -> None:
    with pytest.raises(PermissionDenied):
        members.change_role(_membership(acme, bob), role=Role.ADMIN, actor=_fresh(charlie))
    with pytest.raises(PermissionDenied):
        members.add_member(acme, user=charlie, role=Role.MEMBER, actor=_fresh(charlie))


def test_an_admin_neither_makes_nor_demotes_nor_removes_an_owner(
    acme: Organization, alice: User, adam: User, bob: User, charlie: User
) -> None:
    actor = _fresh(adam)
    for attempt in (
        lambda: members.change_role(_membership(acme, bob), role=Role.OWNER, actor=actor),
        lambda: members.change_role(_membership(acme, adam), role=Role.OWNER, actor=actor),
        lambda: members.change_role(_membership(acme, alice), role=Role.MEMBER, actor=actor),
        lambda: members.remove_member(_membership(acme, alice), actor=actor),
        lambda: members.add_member(acme, user=charlie, role=Role.OWNER, actor=actor),
    ):
        with pytest.raises(PermissionDenied, match="Only an owner"):
            attempt()
    members.change_role(_membership(acme, bob), role=Role.ADMIN, actor=actor)
    members.add_member(acme, user=charlie, role=Role.BILLING, actor=actor)


def test_an_owner_and_the_platform_make_and_demote_owners(
    acme: Organization, alice: User, bob: User, dana: User
) -> None:
    members.change_role(_membership(acme, bob), role=Role.OWNER, actor=_fresh(alice))
    members.change_role(
        _membership(acme, bob), role=Role.MEMBER, actor=Actor("staff", str(dana.pk), authenticated_at=timezone.now())
    )
    assert _membership(acme, bob).role == Role.MEMBER


def test_an_organization_keeps_an_owner(acme: Organization, alice: User, adam: User) -> None:
    for actor in (_fresh(alice), SYSTEM):
        with pytest.raises(members.LastOwner, match=r"alice@example.com is the only owner of Acme Robotics"):
            members.change_role(_membership(acme, alice), role=Role.ADMIN, actor=actor)
        with pytest.raises(members.LastOwner):
            members.remove_member(_membership(acme, alice), actor=actor)
    assert permissions_of(alice.pk, acme) == ALL


def test_an_owner_who_cannot_sign_in_is_not_another_owner(acme: Organization, alice: User, bob: User) -> None:
    members.change_role(_membership(acme, bob), role=Role.OWNER, actor=SYSTEM)
    User.objects.filter(pk=bob.pk).update(is_active=False)
    with pytest.raises(members.LastOwner):
        members.remove_member(_membership(acme, alice), actor=SYSTEM)


def test_repeating_a_change_changes_and_records_nothing(acme: Organization, bob: User) -> None:
    membership = _membership(acme, bob)
    events = AuditEvent.objects.count()
    assert members.add_member(acme, user=bob, role=Role.MEMBER, actor=SYSTEM) == membership
    members.change_role(membership, role=Role.MEMBER, actor=SYSTEM)
    assert AuditEvent.objects.count() == events
    members.remove_member(membership, actor=SYSTEM)
    members.remove_member(Membership(pk=membership.pk, organization=acme, user=bob), actor=SYSTEM)
    assert AuditEvent.objects.count() == events + 1


def test_a_member_is_not_added_again_with_another_role(acme: Organization, bob: User) -> None:
    with pytest.raises(ValidationError, match=r"bob@example\.com is already a member, as member"):
        members.add_member(acme, user=bob, role=Role.ADMIN, actor=SYSTEM)
    assert _rows(bob, acme) == set()


def test_an_unknown_role_is_refused(acme: Organization, bob: User) -> None:
    with pytest.raises(ValidationError, match=r"Unknown role 'Owner'. Accepted: owner, admin, billing"):
        members.change_role(_membership(acme, bob), role="Owner", actor=SYSTEM)


def test_changes_stand_on_the_record(acme: Organization, alice: User, bob: User) -> None:
    members.change_role(_membership(acme, bob), role=Role.AUDITOR, actor=_fresh(alice))
    event = _last_event()
    assert (event.action, event.organization_id) == ("member.role_changed", acme.public_id)
    assert (event.actor_kind, event.actor_id) == ("user", str(alice.pk))
    assert (event.target_kind, event.target_id) == ("user", str(bob.pk))
    assert event.changes == {"role": ["member", "auditor"]}
    assert AuditPart.objects.get(event_id=event.pk, kind="personal").data["target_name"] == "bob@example.com"
    actions = set(AuditEvent.objects.filter(organization_id=acme.public_id).values_list("action", flat=True))
    assert actions == {"organization.created", "member.added", "member.role_changed"}


def _at_once(*works: Callable[[], object]) -> list[object]:
    """Run each in a thread with its own connection, all starting together; return their results or exceptions."""
    gate = threading.Barrier(len(works))
    outcomes: list[object] = [None] * len(works)

    def run(place: int, work: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            gate.wait(10)
            outcomes[place] = work()
        except Exception as error:
            outcomes[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    close_old_connections()
    return outcomes


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(5))
def test_of_two_owners_who_demote_each_other_one_wins(
    transactional_db: None, acme: Organization, alice: User, bob: User, attempt: int
) -> None:
    members.change_role(_membership(acme, bob), role=Role.OWNER, actor=SYSTEM)
    of_alice, of_bob = _membership(acme, alice), _membership(acme, bob)
    outcomes = _at_once(
        lambda: members.change_role(of_bob, role=Role.MEMBER, actor=_fresh(alice)),
        lambda: members.change_role(of_alice, role=Role.MEMBER, actor=_fresh(bob)),
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["Membership", "PermissionDenied"]
    assert Membership.objects.filter(organization=acme, role=Role.OWNER).count() == 1
    assert AuditEvent.objects.filter(action="member.role_changed").count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(5))
def test_of_two_owners_who_leave_at_once_one_stays(
    transactional_db: None, acme: Organization, alice: User, bob: User, attempt: int
) -> None:
    members.change_role(_membership(acme, bob), role=Role.OWNER, actor=SYSTEM)
    of_alice, of_bob = _membership(acme, alice), _membership(acme, bob)
    outcomes = _at_once(
        lambda: members.remove_member(of_bob, actor=_fresh(bob)),
        lambda: members.remove_member(of_alice, actor=_fresh(alice)),
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["LastOwner", "NoneType"]
    assert Membership.objects.filter(organization=acme, role=Role.OWNER).count() == 1


WAYS_OUT: dict[str, Callable[[User, Membership, Membership], object]] = {
    "demotes the other": lambda me, mine, theirs: members.change_role(theirs, role=Role.ADMIN, actor=_fresh(me)),
    "removes the other": lambda me, mine, theirs: members.remove_member(theirs, actor=_fresh(me)),
    "steps down": lambda me, mine, theirs: members.change_role(mine, role=Role.MEMBER, actor=_fresh(me)),
    "leaves": lambda me, mine, theirs: members.leave(mine, actor=_fresh(me)),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("one", WAYS_OUT)
@pytest.mark.parametrize("another", WAYS_OUT)
def test_two_owners_at_once_never_leave_none(
    transactional_db: None, acme: Organization, alice: User, bob: User, one: str, another: str
) -> None:
    members.change_role(_membership(acme, bob), role=Role.OWNER, actor=SYSTEM)
    of_alice, of_bob = _membership(acme, alice), _membership(acme, bob)
    outcomes = _at_once(
        lambda: WAYS_OUT[one](alice, of_alice, of_bob),
        lambda: WAYS_OUT[another](bob, of_bob, of_alice),
    )
    refusals = (PermissionDenied, members.LastOwner, Membership.DoesNotExist)
    assert all(not isinstance(each, Exception) or isinstance(each, refusals) for each in outcomes), outcomes
    assert Membership.objects.filter(organization=acme, role=Role.OWNER).count() == 1
    for person in (alice, bob):
        found = Membership.objects.filter(organization=acme, user=person).first()
        assert _rows(person, acme) == (TABLE[found.role] if found else set())


def test_leaving_takes_no_permission_and_only_oneself(
    acme: Organization, alice: User, bob: User, adam: User, dana: User
) -> None:
    of_bob = _membership(acme, bob)
    for actor in (_fresh(alice), _fresh(adam), SYSTEM, Actor("staff", str(bob.pk)), Actor("api_key", str(bob.pk))):
        with pytest.raises(PermissionDenied):
            members.leave(of_bob, actor=actor)
    members.leave(of_bob, actor=actors.as_member(bob))
    members.leave(of_bob, actor=actors.as_member(bob))
    assert AuditEvent.objects.filter(action="member.left").count() == 1
    with pytest.raises(members.LastOwner):
        members.leave(_membership(acme, alice), actor=_fresh(alice))


@pytest.mark.parametrize("role", ["owner", "admin", "billing", "auditor"])
def test_giving_permissions_asks_who_is_there_once_more(
    acme: Organization, alice: User, bob: User, charlie: User, role: str
) -> None:
    stale = actors.as_member(alice, authenticated_at=timezone.now() - timedelta(minutes=15))
    for attempt in (
        lambda: members.change_role(_membership(acme, bob), role=role, actor=stale),
        lambda: members.add_member(acme, user=charlie, role=role, actor=stale),
    ):
        with pytest.raises(ReauthenticationRequired):
            attempt()
    members.change_role(_membership(acme, bob), role=role, actor=_fresh(alice))
    ranked = ["owner", "admin", "billing", "auditor", "member"]
    for lesser in ranked[ranked.index(role) :]:
        members.change_role(_membership(acme, bob), role=lesser, actor=stale)
    members.add_member(acme, user=charlie, role="member", actor=stale)
    members.add_member(acme, user=charlie, role="member", actor=stale)
    members.remove_member(_membership(acme, charlie), actor=stale)


def test_an_auditor_who_becomes_billing_is_given_something(acme: Organization, alice: User, audrey: User) -> None:
    with pytest.raises(ReauthenticationRequired):
        members.change_role(_membership(acme, audrey), role="billing", actor=actors.as_member(alice))


def test_the_rows_die_with_the_person(acme: Organization, bob: User, adam: User) -> None:
    forget_person(adam, actor=SYSTEM)
    adam.delete()
    assert set(OrganizationUserPermission.objects.values_list("user", flat=True)) == set(
        Membership.objects.filter(role=Role.OWNER).values_list("user", flat=True)
    )


def test_the_rows_die_with_the_organization_and_the_record_stays(
    acme: Organization, other: Organization, adam: User, as_role: Callable[[str], Any]
) -> None:
    public_id, pk = acme.public_id, acme.pk
    close_organization(acme, actor=SYSTEM, reason="Ticket 7")
    with as_role("owner"):
        delete_organization(acme, actor=SYSTEM, reason="Ticket 9")
    assert not OrganizationUserPermission.objects.filter(content_object_id=pk).exists()
    assert OrganizationUserPermission.objects.filter(content_object=other).count() == 5
    assert AuditEvent.objects.filter(organization_id=public_id).count() == 5
