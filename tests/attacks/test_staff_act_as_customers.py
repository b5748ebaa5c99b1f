"""Staff act as a customer: they get at a person's account, or put its owners out of the way, and open something."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts.models import User
from accounts.second_factor import remove_second_factor
from billing_access.access import services
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Organization, OrganizationUserPermission
from orgs.roles import Role
from orgs.services import members
from tests.addresses import patterns
from tests.sent_mail import sent_to_each

SYSTEM = actors.command("tests")
NEW = "a long and winding password"
PASSWORDS = {"password1": NEW, "password2": NEW, "usable_password": "true", "set-password": "Set"}
WHY = {"reason": "Ticket 9"}
NO_INLINES = {"billing_memberships-TOTAL_FORMS": "0", "billing_memberships-INITIAL_FORMS": "0"}
CHANGE = "admin:billing_accounts_user_change"
LINK = "admin:billing_accounts_user_reset_link"
SignIn = Callable[..., Client]


@pytest.fixture
def staff(dana: User, sign_in: SignIn) -> Client:
    """The browser of Dana, a superuser."""
    return sign_in(dana)


@pytest.fixture
def oscar(acme: Organization) -> User:
    """The other owner of Acme, so that Alice may be deactivated."""
    person = User.objects.create_user("oscar@example.com", "x")
    members.add_member(acme, user=person, role=Role.OWNER, actor=SYSTEM)
    return person


def _change(staff: Client, person: User, *ticked: str, **values: Any) -> None:
    data = {**dict.fromkeys(ticked, "on"), **values, **WHY, **NO_INLINES}
    assert staff.post(reverse(CHANGE, args=[person.pk]), data).status_code == 302


def _logs(action: str, person: User) -> set[str | None]:
    events = AuditEvent.objects.filter(action=action, target_id=str(person.pk))
    return set(events.values_list("organization_id", flat=True))


def test_staff_set_nobodys_password(staff: Client, alice: User) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_user_password_change", args=[alice.pk])
    page = reverse(CHANGE, args=[alice.pk])
    for address in (f"/admin/billing_accounts/user/{alice.pk}/password/", page):
        staff.post(address, {**PASSWORDS, "password": NEW, "is_active": "on", **WHY, **NO_INLINES})
        assert not User.objects.get(pk=alice.pk).check_password(NEW), address
    assert not re.search(r'name="[a-z_]*password', staff.get(page).content.decode())


def test_a_person_that_staff_make_has_no_password(staff: Client) -> None:
    address = reverse("admin:billing_accounts_user_add")
    staff.post(address, {"email": "new@example.com", "name": "New", "password": NEW, **PASSWORDS, **WHY})
    assert not User.objects.get(email="new@example.com").has_usable_password()
    assert not re.search(r'name="[a-z_]*password', staff.get(address).content.decode())


def test_staff_change_no_address(staff: Client, alice: User, acme: Organization) -> None:
    tried = 0
    ids = {"<id>": alice.pk, "<path:object_id>": alice.pk, "<slug:slug>": "acme"}
    for pattern in sorted(path for path in patterns() if path.startswith("admin/") and "<" in path):
        address = f"/{pattern}"
        for placeholder, value in ids.items():
            address = address.replace(placeholder, str(value))
        if "<" in address or "user" not in address:
            continue
        staff.post(address, {"email": "mallory@example.com", "is_active": "on", **WHY, **NO_INLINES})
        assert User.objects.get(pk=alice.pk).email == "alice@example.com", address
        tried += 1
    assert tried >= 4


@pytest.mark.parametrize("act", ["deactivate", "reactivate", "staff", "superuser", "permissions"])
def test_what_staff_do_to_a_person_stands_on_each_log_and_is_mailed(
    staff: Client, acme: Organization, other: Organization, oscar: User, alice: User, bob: User, run_jobs: Any, act: str
) -> None:
    members.add_member(other, user=bob, role=Role.MEMBER, actor=SYSTEM)
    if act == "reactivate":
        User.objects.filter(pk=bob.pk).update(is_active=False)
    run_jobs()
    view = Permission.objects.get(codename="view_auditevent")
    {
        "deactivate": lambda: _change(staff, bob),
        "reactivate": lambda: _change(staff, bob, "is_active"),
        "staff": lambda: _change(staff, bob, "is_active", "is_staff"),
        "superuser": lambda: _change(staff, bob, "is_active", "is_superuser"),
        "permissions": lambda: _change(staff, bob, "is_active", user_permissions=[view.pk]),
    }[act]()
    assert _logs("user.changed", bob) == {None, acme.public_id, other.public_id}
    told = sent_to_each(run_jobs)
    assert set(told) == {"bob@example.com", "alice@example.com", "oscar@example.com", "charlie@example.com"}
    for address in ("alice@example.com", "oscar@example.com"):
        assert "bob@example.com" in told[address]
        assert "Acme Robotics" in told[address]
        assert "Ticket 9" in told[address]
    assert "Other Industries" not in told["alice@example.com"]


def test_a_flip_while_the_owner_is_deactivated_is_told_to_them(
    staff: Client, acme: Organization, oscar: User, alice: User, bella: User, dana: User, run_jobs: Any
) -> None:
    """Staff deactivate an owner and the billing member, turn billing reads on, and reactivate them."""
    for person in (alice, bella):
        _change(staff, person)
    run_jobs()
    page = reverse("admin:billing_orgs_organization_billing_reads", args=[acme.pk])
    answer = staff.post(page, {"enabled": "on", "reason": "Ticket 9", "version": "0", "turn": "on"})
    assert answer.status_code == 302, answer.content.decode()
    for person in (alice, bella):
        _change(staff, person, "is_active")
    told = sent_to_each(run_jobs)
    assert "billing reads" in told["alice@example.com"]
    # Who merely lost a lesser role is told of their own account alone.
    assert "billing reads" not in told.get("bella@example.com", "")


def test_after_a_second_factor_was_removed_for_them_a_person_opens_nothing_for_24_hours(
    acme: Organization, oscar: User, alice: User
) -> None:
    alice.authenticator_set.create(type="totp", data={})
    remove_second_factor(alice, reason="Lost", actor=SYSTEM)
    alice_now = actors.as_member(alice, authenticated_at=timezone.now())
    with pytest.raises(PermissionDenied):
        services.turn_on_billing_reads(acme, actor=alice_now)


@pytest.mark.parametrize("command", ["changepassword", "remove_second_factor"])
def test_what_a_command_does_to_a_person_stands_on_each_log_and_names_who_ran_it(
    acme: Organization, other: Organization, oscar: User, alice: User, run_jobs: Any, monkeypatch: Any, command: str
) -> None:
    members.add_member(other, user=alice, role=Role.MEMBER, actor=SYSTEM)
    alice.authenticator_set.create(type="totp", data={})
    monkeypatch.setattr("getpass.getpass", lambda prompt="": NEW)
    monkeypatch.setenv("SUDO_USER", "mallory")
    monkeypatch.setattr("socket.gethostname", lambda: "db-1")
    run_jobs()
    call_command(command, "alice@example.com", "--reason", "Ticket 9", stdout=io.StringIO())
    events = AuditEvent.objects.filter(actor_kind="system", actor_id=command)
    assert {each.organization_id for each in events} == {None, acme.public_id, other.public_id}
    for each in events:
        assert each.details == {"reason": "Ticket 9"}
        # As personal data, which can be erased.
        assert each.parts["personal"]["actor_name"] == f"manage.py {command}, run by mallory on db-1"
        assert "mallory" not in each.body
    assert set(sent_to_each(run_jobs)) == {"alice@example.com", "oscar@example.com", "charlie@example.com"}


@pytest.mark.parametrize(
    "command",
    [
        ("changepassword", "alice@example.com"),
        ("remove_second_factor", "alice@example.com"),
        ("createsuperuser", "--noinput", "--email", "sam@example.com"),
        ("register_key", "--organization", "acme", "--name", "P", "--scopes", "runs:read", "--expires", "90"),
        ("check_permissions", "--mend"),
    ],
    ids=lambda command: command[0],
)
def test_a_command_without_a_reason_does_nothing(
    acme: Organization, alice: User, monkeypatch: Any, configure: Any, command: tuple[str, ...]
) -> None:
    configure(PLATFORM_KEYS=True)
    alice.authenticator_set.create(type="totp", data={})
    OrganizationUserPermission.objects.filter(user=alice).first().delete()
    monkeypatch.setattr("getpass.getpass", lambda prompt="": NEW)
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", NEW)
    monkeypatch.setattr("sys.stdin", io.StringIO("a-platform-key-of-forty-characters-00001"))
    before = AuditEvent.objects.count()
    for reason in ((), ("--reason", " ")):
        with pytest.raises(CommandError, match="reason"):
            call_command(*command, *reason, stdout=io.StringIO(), stderr=io.StringIO())
    assert AuditEvent.objects.count() == before
    assert not User.objects.get(pk=alice.pk).check_password(NEW)


def test_no_link_is_printed_for_a_person_who_was_there_before(acme: Organization, alice: User) -> None:
    """An owner without a password, who signs in at the provider, is named as the owner of another organization."""
    alice.set_password(None)
    alice.save()
    out = io.StringIO()
    call_command("create_organization", name="New", slug="new", owner="alice@example.com", stdout=out)
    assert "Created New" in out.getvalue()
    assert "set-password" not in out.getvalue()


def test_making_staff_asks_for_a_recent_proof(bob: User, dana: User, sign_in: SignIn) -> None:
    stale = sign_in(dana, minutes_ago=20)
    for ticked in (("is_active", "is_staff"), ("is_active", "is_superuser")):
        data = {**dict.fromkeys(ticked, "on"), **WHY, **NO_INLINES}
        answer = stale.post(reverse(CHANGE, args=[bob.pk]), data)
        assert answer.headers["Location"].startswith("/account/prove/")
        now = User.objects.get(pk=bob.pk)
        assert (now.is_staff, now.is_superuser) == (False, False)
    # What was typed is there again afterwards.
    page = stale.get(reverse(CHANGE, args=[bob.pk])).content.decode()
    assert "Ticket 9" in page
    assert re.search(r'name="is_superuser"[^>]* checked', page)
    assert not re.search(r'name="is_staff"[^>]* checked', page)


def test_staff_send_a_link_to_the_persons_own_address_alone(
    staff: Client, acme: Organization, oscar: User, alice: User, run_jobs: Any
) -> None:
    run_jobs()
    page = reverse(LINK, args=[alice.pk])
    assert "alice@example.com alone" in staff.get(page).content.decode()
    assert _logs("user.reset_link_sent", alice) == set()
    assert staff.post(page, {"reason": " "}).status_code == 400
    assert staff.post(page, {**WHY, "email": "mallory@example.com"}).status_code == 302
    assert _logs("user.reset_link_sent", alice) == {None, acme.public_id}
    told = sent_to_each(run_jobs)
    assert set(told) == {"alice@example.com", "oscar@example.com"}
    assert re.search(r"/set-password/\S+", told["alice@example.com"])
    assert "/set-password/" not in told["oscar@example.com"]
    assert "you cannot give anybody more access" in told["alice@example.com"]
    assert User.objects.get(pk=alice.pk).held_until > timezone.now()


def test_no_link_is_sent_by_those_who_may_not_or_to_the_deactivated(
    staff: Client, sign_in: SignIn, alice: User, dana: User, run_jobs: Any
) -> None:
    erin = User.objects.create_user("erin@example.com", "x", is_staff=True)
    fay = User.objects.create_user("fay@example.com", "x", is_staff=True)
    erin.user_permissions.set(Permission.objects.filter(codename__in=("change_user", "view_user")))
    fay.user_permissions.set(Permission.objects.filter(codename="view_user"))
    assert sign_in(erin).post(reverse(LINK, args=[dana.pk]), WHY).status_code == 403
    assert sign_in(fay).post(reverse(LINK, args=[alice.pk]), WHY).status_code == 403
    assert sign_in(alice).post(reverse(LINK, args=[alice.pk]), WHY).status_code == 302
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert "Reactivate the account first" in staff.post(reverse(LINK, args=[alice.pk]), WHY).content.decode()
    assert run_jobs() == 0
    assert not AuditEvent.objects.filter(action="user.reset_link_sent").exists()
