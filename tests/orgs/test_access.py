"""The gate of every page: what gives a permission in an organization, and what never does."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from guardian.shortcuts import assign_perm

from accounts.models import User
from accounts.people import AccountsPeople
from billing_audit.record import Actor
from orgs import actors
from orgs.access import organization_for, permissions_of, require, require_platform
from orgs.models import Membership, Organization, OrganizationUserPermission
from orgs.people import SessionPeople
from orgs.roles import PERMISSIONS, VIEW_AUDIT_LOG, VIEW_BILLING, Role
from orgs.services import members

CODENAMES = [codename for codename, _ in PERMISSIONS]


def _permission(codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label="billing_orgs", codename=codename)


def test_an_outsider_learns_nothing(acme: Organization, charlie: User, dana: User) -> None:
    for person in (charlie, dana, AnonymousUser()):
        for slug in ("acme", "no-such-organization"):
            with pytest.raises(Http404) as refused:
                organization_for(person, slug)
            assert str(refused.value) == ""


def test_a_member_without_the_permission_is_refused(acme: Organization, bob: User) -> None:
    assert organization_for(bob, "acme").permissions == frozenset()
    for codename in CODENAMES:
        with pytest.raises(PermissionDenied):
            organization_for(bob, "acme", codename)


def test_a_member_with_the_permission_passes(acme: Organization, audrey: User) -> None:
    access = organization_for(audrey, "acme", VIEW_AUDIT_LOG)
    assert (access.organization, access.role) == (acme, Role.AUDITOR)


@pytest.mark.parametrize("codename", CODENAMES)
def test_a_global_permission_widens_nothing(acme: Organization, bob: User, charlie: User, codename: str) -> None:
    for person in (bob, charlie):
        person.user_permissions.add(_permission(codename))
        assert permissions_of(person.pk, acme) == frozenset()
    with pytest.raises(PermissionDenied):
        require(actors.as_member(bob), acme, codename)


@pytest.mark.parametrize("codename", CODENAMES)
def test_a_groups_permission_widens_nothing(acme: Organization, bob: User, codename: str) -> None:
    group = Group.objects.create(name="everything")
    group.permissions.add(_permission(codename))
    assign_perm(codename, group, acme)
    bob.groups.add(group)
    assert permissions_of(bob.pk, acme) == frozenset()
    with pytest.raises(PermissionDenied):
        organization_for(bob, "acme", codename)


def test_a_superusers_power_widens_nothing(acme: Organization, dana: User) -> None:
    members.add_member(acme, user=dana, role=Role.MEMBER, actor=actors.command("tests"))
    assert permissions_of(dana.pk, acme) == frozenset()
    with pytest.raises(PermissionDenied):
        organization_for(dana, "acme", VIEW_BILLING)


def test_a_row_that_outlived_its_membership_widens_nothing(acme: Organization, adam: User) -> None:
    Membership.objects.filter(organization=acme, user=adam).delete()
    assert OrganizationUserPermission.objects.filter(user=adam).exists()
    assert permissions_of(adam.pk, acme) == frozenset()
    with pytest.raises(Http404):
        organization_for(adam, "acme")


def test_a_deactivated_member_may_nothing(acme: Organization, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert permissions_of(alice.pk, acme) == frozenset()
    with pytest.raises(Http404):
        organization_for(User.objects.get(pk=alice.pk), "acme")


def test_keys_and_strangers_never_may(acme: Organization, alice: User) -> None:
    for kind in ("api_key", "anonymous"):
        actor = Actor(kind, str(alice.pk))  # type: ignore[arg-type]
        with pytest.raises(PermissionDenied):
            require(actor, acme, VIEW_BILLING)
        with pytest.raises(PermissionDenied):
            require_platform(actor)


def test_staff_must_be_staff_now(acme: Organization, dana: User, alice: User) -> None:
    actor = Actor("staff", str(dana.pk))
    require(actor, acme, VIEW_BILLING)
    with pytest.raises(PermissionDenied):
        require(Actor("staff", str(alice.pk)), acme, VIEW_BILLING)
    User.objects.filter(pk=dana.pk).update(is_staff=False)
    with pytest.raises(PermissionDenied):
        require(actor, acme, VIEW_BILLING)


class Newcomers(SessionPeople):
    """Lets people in for a day after they came."""

    def active(self, prefix: str = "") -> Q:
        return Q(**{f"{prefix}date_joined__gt": timezone.now() - timedelta(days=1)})


def test_conditions_that_depend_on_the_present_time_count_at_each_request(
    acme: Organization, audrey: User, configure: Any
) -> None:
    configure(PEOPLE=f"{__name__}.{Newcomers.__name__}")
    assert organization_for(audrey, "acme").permissions == permissions_of(audrey.pk, acme) != frozenset()
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        assert organization_for(audrey, "acme").permissions == permissions_of(audrey.pk, acme) == frozenset()


def test_the_conditions_of_accounts_are_the_same_at_any_time(db: None) -> None:
    """So the gate asks for them once."""
    people, said = AccountsPeople(), []
    for days in (0, 400):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            condition = people.active() & Q(people.second_factor("pk"))
            said.append(User.objects.filter(condition).query.sql_with_params())
    assert people.has_fixed_conditions()
    assert said[0] == said[1]
