"""Signing up: people create an account only by an invitation; what a form with errors gets."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from orgs import actors
from orgs.models import Invitation, Membership, Organization
from orgs.roles import Role
from orgs.services import invitations

SYSTEM = actors.command("tests")
Invited = Callable[..., str]
PAGE = "/invitation/account/"
GOOD = {"name": "Nia", "password": "correct horse battery staple", "again": "correct horse battery staple"}


@pytest.fixture
def invited(acme: Organization, sent_token: Callable[[], str]) -> Invited:
    """Invite an address and return the path of the link that the e-mail carries."""

    def invite(email: str, role: str = Role.AUDITOR) -> str:
        invitations.invite(acme, email=email, role=role, actor=SYSTEM)
        return f"/invitations/{sent_token()}/"

    return invite


def _accept(client: Client, **form: str) -> Any:
    return client.post(PAGE, {"invitation": str(Invitation.objects.get().pk), **form})


def test_a_key_is_no_name(acme: Organization, invited: Invited) -> None:
    client = Client()
    client.get(invited("nia@example.com"))
    answer = _accept(client, **{**GOOD, "name": "bak_live_" + "a" * 49})
    assert (answer.status_code, "This holds what looks like a key." in answer.content.decode()) == (400, True)
    assert not User.objects.filter(email="nia@example.com").exists()


def test_a_new_person_names_themself_and_sets_a_password(acme: Organization, invited: Invited) -> None:
    client = Client()
    assert (
        "Create your account for new@example.com"
        in client.get(invited("new@example.com"), follow=True).content.decode()
    )
    answer = _accept(client, **GOOD, email="root@example.com", is_staff="on", role="owner", organization="1")
    assert answer.headers["Location"] == "/sign-in/"
    user = User.objects.get(email="new@example.com")
    assert (user.name, user.is_staff, user.is_superuser, user.check_password(GOOD["password"])) == (
        "Nia", False, False, True,
    )  # fmt: skip
    assert Membership.objects.get(user=user).role == Role.AUDITOR
    assert not User.objects.filter(email="root@example.com").exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"password": "short", "again": "short"}, "too short"),
        ({"password": "new@example.com", "again": "new@example.com"}, "too similar"),
        ({"password": "Niamh Niamh!", "again": "Niamh Niamh!", "name": "Niamh Niamh"}, "too similar"),
        ({"password": "1qaz2wsx3edc", "again": "1qaz2wsx3edc"}, "too common"),
        ({"again": "something else entirely"}, "The two passwords differ"),
        ({"name": " "}, "Enter your name"),
        ({"password": ""}, "Choose a password"),
    ],
)
def test_a_bad_form_is_explained_and_uses_nothing_up(
    acme: Organization, invited: Invited, changed: dict[str, str], said: str
) -> None:
    client = Client()
    client.get(invited("new@example.com"))
    answer = _accept(client, **{**GOOD, **changed})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not User.objects.filter(email="new@example.com").exists()
    assert _accept(client, **GOOD).status_code == 302


def test_a_new_person_signs_in_with_the_password_that_they_set(acme: Organization, invited: Invited) -> None:
    client = Client()
    client.get(invited("new@example.com"))
    _accept(client, **GOOD)
    answer = client.post("/sign-in/", {"login": "new@example.com", "password": GOOD["password"]}, follow=True)
    assert answer.redirect_chain[-1] == ("/o/acme/audit-log/", 302)


def test_the_invitation_leads_there(invited: Invited) -> None:
    client = Client()
    answer = client.get(invited("new@example.com"), follow=True)
    assert answer.redirect_chain == [("/invitation/", 302), (PAGE, 302)]
    assert "Join Acme Robotics" in answer.content.decode()
    assert client.post("/invitation/", {"invitation": str(Invitation.objects.get().pk), **GOOD}).status_code == 302
    assert not User.objects.filter(email="new@example.com").exists()


def test_without_an_invitation_nobody_signs_up(acme: Organization, invited: Invited) -> None:
    link = invited("new@example.com")
    assert (Client().get(PAGE).status_code, _accept(Client(), **GOOD).status_code) == (404, 404)
    opened = Client()
    opened.get(link)
    Invitation.objects.get().delete()
    assert opened.post(PAGE, GOOD).status_code == 404
    assert not User.objects.filter(email="new@example.com").exists()


def test_who_has_an_account_makes_no_second_one(
    acme: Organization, invited: Invited, charlie: User, sign_in: Callable[[User], Client]
) -> None:
    link = invited("charlie@example.com")
    for client in (Client(), sign_in(charlie)):
        client.get(link)
        assert client.get(PAGE).headers["Location"] == "/invitation/"
        assert _accept(client, **GOOD).headers["Location"] == "/invitation/"
    assert charlie.password == User.objects.get(pk=charlie.pk).password
    assert not Membership.objects.filter(organization=acme, user=charlie).exists()


def test_a_form_of_another_invitation_is_not_accepted(invited: Invited) -> None:
    client = Client()
    client.get(invited("new@example.com"))
    answer = client.post(PAGE, {"invitation": "0", **GOOD}, follow=True)
    assert "You have opened another invitation since" in answer.content.decode()
    assert not User.objects.filter(email="new@example.com").exists()
