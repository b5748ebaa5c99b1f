"""Staff give somebody a way to sign in, and it is used at once: for 24 hours it opens nothing."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.second_factor import remove_second_factor
from accounts.staff import HOLD, change_account, send_reset_link
from accounts.users import password_path
from billing_access.access.models import OptIn
from billing_access.access.services import turn_off_billing_reads, turn_on_billing_reads
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.access import Held
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services import holds, members, organizations

SYSTEM = actors.command("tests")
TURN_ON = "/o/acme/billing-reads/turn-on/"


@pytest.fixture
def oscar(acme: Organization) -> User:
    """The other owner of Acme."""
    person = User.objects.create_user("oscar@example.com", "x")
    members.add_member(acme, user=person, role=Role.OWNER, actor=SYSTEM)
    return person


def _proved(person: User, kind: Any = "user") -> Actor:
    return Actor(kind, str(person.pk), person.email, authenticated_at=timezone.now())


def _in(organization: Organization, person: User) -> Membership:
    return Membership.objects.get(organization=organization, user=person)


def _hold(*people: User) -> None:
    for person in people:
        send_reset_link(person, reason="Ticket 9", actor=SYSTEM)


def _reads_are_on() -> bool:
    return OptIn.objects.filter(enabled=True).exists()


def test_the_page_says_until_when_and_who_can_confirm(
    acme: Organization, alice: User, oscar: User, sign_in: Callable[..., Client]
) -> None:
    _hold(alice)
    answer = sign_in(alice).post(TURN_ON, {"limit": "none", "version": "0"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert f"{User.objects.get(pk=alice.pk).held_until:%H:%M} UTC" in page
    assert "another owner of Acme Robotics can confirm" in page
    assert not _reads_are_on()


def test_it_ends_after_24_hours(acme: Organization, alice: User) -> None:
    _hold(alice)
    with time_machine.travel(timezone.now() + HOLD - timedelta(minutes=1)), pytest.raises(Held):
        turn_on_billing_reads(acme, actor=_proved(alice))
    with time_machine.travel(timezone.now() + HOLD + timedelta(minutes=1)):
        turn_on_billing_reads(acme, actor=_proved(alice))
    assert _reads_are_on()


def test_who_is_held_can_still_take_access_away(acme: Organization, alice: User) -> None:
    turn_on_billing_reads(acme, actor=SYSTEM)
    _hold(alice)
    turn_off_billing_reads(acme, actor=_proved(alice))
    assert not _reads_are_on()


def test_another_owner_confirms_on_the_members_page(
    acme: Organization, alice: User, oscar: User, sign_in: Callable[..., Client], run_jobs: Callable[[], int]
) -> None:
    _hold(alice)
    client = sign_in(oscar)
    page = f"/o/acme/members/{_in(acme, alice).pk}/confirm/"
    assert page in client.get("/o/acme/members/").content.decode()
    assert "Confirm alice@example.com" in client.get(page).content.decode()
    run_jobs()
    mail.outbox.clear()
    assert client.post(page).headers["Location"] == "/o/acme/members/"
    turn_on_billing_reads(acme, actor=_proved(alice))
    event = AuditEvent.objects.get(action="member.hold_confirmed")
    assert (event.organization_id, event.actor_id, event.target_id) == (acme.public_id, str(oscar.pk), str(alice.pk))
    run_jobs()
    told = [message.to[0] for message in mail.outbox if "was confirmed" in message.subject]
    assert sorted(told) == ["alice@example.com", "oscar@example.com"]
    # Once more changes nothing.
    client.post(page)
    assert AuditEvent.objects.filter(action="member.hold_confirmed").count() == 1


def test_nobody_confirms_themself_nor_does_a_lesser_role_or_staff(
    acme: Organization, alice: User, oscar: User, adam: User, dana: User, sign_in: Callable[..., Client]
) -> None:
    _hold(alice)
    membership = _in(acme, alice)
    for actor in (_proved(alice), _proved(adam), _proved(dana), _proved(dana, "staff"), SYSTEM):
        with pytest.raises(PermissionDenied):
            holds.confirm(membership, actor=actor)
    for person in (alice, adam):
        client = sign_in(person)
        page = f"/o/acme/members/{membership.pk}/confirm/"
        assert page not in client.get("/o/acme/members/").content.decode()
        assert client.post(page).status_code == 403
    with pytest.raises(Held):
        turn_on_billing_reads(acme, actor=_proved(alice))


def test_two_held_owners_do_not_confirm_each_other(acme: Organization, alice: User, oscar: User) -> None:
    """Staff sends a link to both, and signs in as both."""
    _hold(alice, oscar)
    for one, another in ((alice, oscar), (oscar, alice)):
        with pytest.raises(Held):
            holds.confirm(_in(acme, one), actor=_proved(another))


def test_confirming_asks_for_a_recent_proof(
    acme: Organization, alice: User, oscar: User, sign_in: Callable[..., Client]
) -> None:
    _hold(alice)
    answer = sign_in(oscar, minutes_ago=20).post(f"/o/acme/members/{_in(acme, alice).pk}/confirm/")
    assert answer.headers["Location"].startswith("/account/prove/")
    assert not AuditEvent.objects.filter(action="member.hold_confirmed").exists()


def test_it_counts_for_one_organization_and_one_hold(acme: Organization, alice: User, oscar: User) -> None:
    second = organizations.create_organization(name="Second", slug="second", owner=alice, actor=SYSTEM)
    _hold(alice)
    holds.confirm(_in(acme, alice), actor=_proved(oscar))
    turn_on_billing_reads(acme, actor=_proved(alice))
    with pytest.raises(Held):
        turn_on_billing_reads(second, actor=_proved(alice))
    alice.authenticator_set.create(type="totp", data={})
    remove_second_factor(alice, reason="Lost", actor=SYSTEM)
    with pytest.raises(Held):
        turn_on_billing_reads(acme, actor=_proved(alice), days=9)


def test_who_leaves_and_comes_back_is_held_again(acme: Organization, alice: User, oscar: User) -> None:
    _hold(alice)
    holds.confirm(_in(acme, alice), actor=_proved(oscar))
    members.remove_member(_in(acme, alice), actor=SYSTEM)
    members.add_member(acme, user=alice, role=Role.OWNER, actor=SYSTEM)
    with pytest.raises(Held):
        turn_on_billing_reads(acme, actor=_proved(alice))


def test_held_staff_open_nothing_as_staff(acme: Organization, dana: User, bob: User) -> None:
    _hold(dana)
    staff = _proved(dana, "staff")
    with pytest.raises(Held):
        turn_on_billing_reads(acme, actor=staff)
    with pytest.raises(Held):
        send_reset_link(bob, reason="Ticket 9", actor=staff)
    with pytest.raises(Held):
        change_account(bob, is_staff=True, reason="Ticket 9", actor=staff)
    change_account(bob, is_active=False, reason="Ticket 9", actor=staff)


@pytest.mark.parametrize("waits", [timedelta(hours=1), timedelta(hours=30)])
def test_waiting_before_the_link_is_used_does_not_help(acme: Organization, alice: User, waits: timedelta) -> None:
    _hold(alice)
    link = password_path(User.objects.get(pk=alice.pk))
    with time_machine.travel(timezone.now() + waits, tick=True):
        client, new = Client(), "a long and winding password"
        client.post(client.get(link).headers["Location"], {"new_password1": new, "new_password2": new})
        assert User.objects.get(pk=alice.pk).check_password(new)
        with pytest.raises(Held):
            turn_on_billing_reads(acme, actor=_proved(alice))


@pytest.mark.parametrize("waits", [timedelta(hours=1), timedelta(hours=30), timedelta(days=40)])
def test_waiting_before_a_preset_password_is_used_does_not_help(
    acme: Organization, alice: User, waits: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The 24 hours begin again when the password that an operator set is replaced."""
    preset, new = "chosen by an operator", "a long and winding password"
    monkeypatch.setattr("getpass.getpass", lambda prompt="": preset)
    call_command("changepassword", alice.email, "--reason", "Ticket 9", stdout=io.StringIO())
    with time_machine.travel(timezone.now() + waits, tick=True):
        client = Client()
        client.post("/sign-in/", {"login": alice.email, "password": preset})
        client.post("/account/password/", {"oldpassword": preset, "password1": new, "password2": new})
        assert User.objects.get(pk=alice.pk).check_password(new)
        with pytest.raises(Held):
            turn_on_billing_reads(acme, actor=_proved(alice))


def test_a_password_that_a_person_replaces_themself_holds_nobody(acme: Organization, alice: User) -> None:
    old, new = "correct horse battery staple", "a long and winding password"
    client = Client()
    client.post("/sign-in/", {"login": alice.email, "password": old})
    client.post("/account/password/", {"oldpassword": old, "password1": new, "password2": new})
    assert User.objects.get(pk=alice.pk).check_password(new)
    turn_on_billing_reads(acme, actor=_proved(alice))
    assert _reads_are_on()


def test_a_link_that_a_person_asked_for_holds_nobody(acme: Organization, alice: User) -> None:
    client, new = Client(), "a long and winding password"
    page = client.get(password_path(alice)).headers["Location"]
    client.post(page, {"new_password1": new, "new_password2": new})
    turn_on_billing_reads(acme, actor=_proved(alice))
    assert _reads_are_on()


@pytest.mark.parametrize("viewer", ["alice", "oscar", "audrey"])
def test_the_members_page_tells_it(
    acme: Organization, alice: User, oscar: User, audrey: User, sign_in: Callable[..., Client], viewer: str
) -> None:
    person = {"alice": alice, "oscar": oscar, "audrey": audrey}[viewer]
    client = sign_in(person)
    assert "To be confirmed" not in client.get("/o/acme/members/").content.decode()
    _hold(alice)
    assert "To be confirmed" in client.get("/o/acme/members/").content.decode()
