"""`manage.py check_permissions` finds and corrects every way in which permissions can differ from roles."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.db import connection
from guardian.shortcuts import assign_perm

from accounts.models import User
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import permissions_of
from orgs.models import Membership, Organization, OrganizationGroupPermission, OrganizationUserPermission
from orgs.roles import ROLE_PERMISSIONS, VIEW_AUDIT_LOG, VIEW_BILLING, Role
from orgs.services import members, permission_repair
from orgs.services.permission_repair import differences, global_differences

SYSTEM = actors.command("tests")


def _check(*arguments: str) -> tuple[str, int]:
    """Run the command; return what it prints and its exit code."""
    out = io.StringIO()
    try:
        call_command("check_permissions", *arguments, stdout=out)
    except CommandError:
        return out.getvalue(), 1
    return out.getvalue(), 0


def _row(user: User, codename: str) -> Any:
    return OrganizationUserPermission.objects.filter(user=user, permission__codename=codename)


def _missing(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    _row(alice, VIEW_BILLING).delete()


def _extra(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    assign_perm(VIEW_BILLING, bob, acme)


def _stock(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    assign_perm("change_organization", bob, acme)


def _outsider(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    assign_perm(VIEW_AUDIT_LOG, charlie, acme)


def _outlived(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    members.change_role(Membership.objects.get(user=bob), role=Role.AUDITOR, actor=SYSTEM)
    Membership.objects.filter(user=bob).delete()


def _raw_role(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    Membership.objects.filter(user=bob).update(role=Role.AUDITOR)


def _group(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    assign_perm(VIEW_BILLING, Group.objects.create(name="ops"), acme)


def _global_user(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    bob.user_permissions.add(Permission.objects.get(codename=VIEW_BILLING))


def _global_group(acme: Organization, alice: User, bob: User, charlie: User) -> None:
    Group.objects.create(name="ops").permissions.add(Permission.objects.get(codename=VIEW_BILLING))


WRONGS = {
    _missing: "acme: view_billing missing: user {alice} (alice@example.com)",
    _extra: "acme: view_billing not part of the role: user {bob} (bob@example.com)",
    _stock: "acme: change_organization not part of the role: user {bob} (bob@example.com)",
    _outsider: "acme: view_audit_log held by a non-member: user {charlie} (charlie@example.com)",
    _outlived: "acme: view_audit_log held by a non-member: user {bob} (bob@example.com)",
    _raw_role: "acme: view_audit_log missing: user {bob} (bob@example.com)",
    _group: "acme: view_billing granted to a group: group ",
    _global_user: "all organizations: view_billing granted on every organization: user {bob} (bob@example.com)",
    _global_group: "all organizations: view_billing granted to a group on every organization: group ",
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_what_is_wrong_is_named_then_mended_then_right(
    acme: Organization,
    other: Organization,
    alice: User,
    bob: User,
    charlie: User,
    wrong: Callable[[Organization, User, User, User], None],
) -> None:
    wrong(acme, alice, bob, charlie)
    said = WRONGS[wrong].format(alice=alice.pk, bob=bob.pk, charlie=charlie.pk)
    events = AuditEvent.objects.count()
    for arguments, code in (((), 1), (("--mend", "--reason", "Ticket 9"), 0)):
        printed, ended = _check(*arguments)
        assert (printed.count("\n"), ended) == (2 if arguments else 1, code), printed
        assert printed.startswith(said)
    assert _check() == ("All permissions match the roles.\n", 0)
    event = AuditEvent.objects.get(action="permissions.mended")
    assert AuditEvent.objects.count() == events + 1
    assert (event.actor_kind, event.actor_id) == ("system", "check_permissions")
    assert event.organization_id == (None if said.startswith("all organizations") else acme.public_id)
    assert event.details["reason"] == "Ticket 9"
    assert len(event.details["added"]) + len(event.details["removed"]) == 1
    assert "@" not in str(event.details)
    for membership in Membership.objects.all():
        held = permissions_of(membership.user_id, membership.organization)
        assert held == ROLE_PERMISSIONS[membership.role]


def test_nothing_wrong_changes_and_records_nothing(
    acme: Organization, other: Organization, bob: User, dana: User
) -> None:
    events = AuditEvent.objects.count()
    assert _check() == ("All permissions match the roles.\n", 0)
    assert _check("--mend", "--reason", "Ticket 9") == ("All permissions match the roles.\n", 0)
    assert AuditEvent.objects.count() == events


def test_ten_thousand_memberships_take_two_queries(
    acme: Organization, other: Organization, django_assert_num_queries: Callable[[int], Any], as_role: Any
) -> None:
    def analyze() -> None:
        # As autovacuum does for rows that are committed. It may have seen these tables empty, and a plan for empty
        # tables takes minutes.
        with as_role("owner"), connection.cursor() as cursor:
            tables = "billing_orgs_membership, billing_orgs_organizationuserpermission, billing_accounts_user"
            cursor.execute(f"ANALYZE {tables}")

    people = User.objects.bulk_create(User(email=f"p{number}@example.com") for number in range(10_000))
    Membership.objects.bulk_create(Membership(organization=acme, user=user, role="member") for user in people)
    analyze()
    with django_assert_num_queries(2):
        assert differences() == []
        assert global_differences() == []
    Membership.objects.filter(user__in=people).update(role=Role.AUDITOR)
    with django_assert_num_queries(1):
        assert len(differences()) == 10_000
    assert _check("--mend", "--reason", "Ticket 9")[1] == 0
    analyze()
    assert differences() == []


def test_one_organization_is_mended_though_another_fails(
    acme: Organization, other: Organization, alice: User, charlie: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = sorted((acme, other), key=lambda organization: organization.pk)
    OrganizationUserPermission.objects.all().delete()
    writes = permission_repair.record

    def fail_for_the_second(action: str, **options: Any) -> Any:
        if options["organization_id"] == second.public_id:
            raise RuntimeError
        return writes(action, **options)

    monkeypatch.setattr(permission_repair, "record", fail_for_the_second)
    with pytest.raises(RuntimeError):
        call_command("check_permissions", "--mend", "--reason", "Ticket 9")
    assert differences(first) == []
    assert len(differences(second)) == 5
    assert not OrganizationGroupPermission.objects.exists()
