"""The pages behind an invitation's link: who can join, and how little a wrong link reveals."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from orgs import actors
from orgs.models import Invitation, Membership, Organization
from orgs.roles import Role
from orgs.services import invitations, members, organizations

SYSTEM = actors.command("tests")
SignIn = Callable[[User], Client]
Invited = Callable[..., str]
GOOD = {"name": "Nia", "password": "correct horse battery staple", "again": "correct horse battery staple"}


@pytest.fixture
def invited(acme: Organization, sent_token: Callable[[], str]) -> Invited:
    """Invite an address and return the path of the link that the e-mail carries."""

    def invite(email: str, role: str = Role.AUDITOR) -> str:
        invitations.invite(acme, email=email, role=role, actor=SYSTEM)
        return f"/invitations/{sent_token()}/"

    return invite


def _accept(client: Client, **form: str) -> Any:
    return client.post("/invitation/", {"invitation": str(Invitation.objects.get().pk), **form})


def test_looking_uses_nothing_up_and_the_token_leaves_the_address(invited: Invited, charlie: User) -> None:
    link = invited("charlie@example.com")
    for _ in range(3):
        client = Client()
        answer = client.get(link)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/invitation/")
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer.headers["Cache-Control"]
        assert client.get("/invitation/").status_code == 200
    assert Invitation.objects.get().is_open
    assert Client().post(link).status_code == 405


def test_the_session_holds_no_token(invited: Invited) -> None:
    link = invited("new@example.com")
    client = Client()
    client.get(link)
    assert link.split("/")[2] not in str(dict(client.session))


def test_the_person_it_is_for_joins_with_a_click(
    acme: Organization, invited: Invited, charlie: User, sign_in: SignIn
) -> None:
    client = sign_in(charlie)
    page = client.get(invited("charlie@example.com"), follow=True).content.decode()
    assert "Join Acme Robotics" in page
    assert "<strong>Auditor</strong>. Can see the audit log." in page
    assert not Membership.objects.filter(organization=acme, user=charlie).exists()
    assert _accept(client).headers["Location"] == "/o/acme/"
    assert Membership.objects.get(organization=acme, user=charlie).role == Role.AUDITOR
    assert client.get("/invitation/").status_code == 404


def test_one_who_has_an_account_signs_in_first(acme: Organization, invited: Invited, charlie: User) -> None:
    client = Client()
    page = client.get(invited("charlie@example.com"), follow=True).content.decode()
    assert 'href="/sign-in/?next=/invitation/"' in page
    assert 'type="password"' not in page
    assert _accept(client, **GOOD).status_code == 200
    assert not Membership.objects.filter(organization=acme, user=charlie).exists()
    client.force_login(charlie)
    assert _accept(client).status_code == 302
    assert Membership.objects.filter(organization=acme, user=charlie).exists()


def test_another_person_who_is_signed_in_is_told_clearly(
    acme: Organization, invited: Invited, bob: User, charlie: User, sign_in: SignIn
) -> None:
    link = invited("ada@example.com", Role.OWNER)
    for person in (bob, charlie):
        client = sign_in(person)
        answer = client.get(link, follow=True)
        assert answer.status_code == 403
        assert f"You are signed in as {person.email}; the invitation is for ada@example.com." in answer.content.decode()
        assert _accept(client).status_code == 403
    assert Invitation.objects.get().is_open
    assert not Membership.objects.filter(role=Role.OWNER, user__in=[bob, charlie], organization=acme).exists()


def _expire(made: Invitation) -> None:
    Invitation.objects.filter(pk=made.pk).update(expires_at=timezone.now())


def _revoke(made: Invitation) -> None:
    invitations.revoke(made, actor=SYSTEM)


def _use(made: Invitation) -> None:
    members.add_member(made.organization, user=User.objects.get(email=made.email), role=Role.MEMBER, actor=SYSTEM)


def _send_anew(made: Invitation) -> None:
    invitations.resend(made, actor=SYSTEM)


@pytest.mark.parametrize("end", [_expire, _revoke, _use, _send_anew])
def test_every_link_that_lets_nobody_in_gets_the_same_answer(
    acme: Organization, invited: Invited, charlie: User, end: Callable[[Invitation], None]
) -> None:
    link = invited("charlie@example.com")
    opened = Client()
    opened.get(link)
    end(Invitation.objects.get())
    never = Client().get("/invitations/never-was/")
    assert never.status_code == 404
    for answer in (
        Client().get(link),
        opened.get("/invitation/"),
        opened.post("/invitation/"),
        Client().get("/invitation/"),
    ):
        assert answer.status_code == 404
        assert answer.content == never.content
    for name in (b"Acme", b"acme", b"charlie"):
        assert name not in never.content


@pytest.mark.parametrize("token", ["0" * 43, "%00", "..", "é", "x" * 5000, "' OR 1=1--"])
def test_a_wrong_token_learns_nothing(invited: Invited, token: str) -> None:
    invited("charlie@example.com")
    answer = Client().get(f"/invitations/{token}/")
    assert answer.status_code == 404
    assert b"Acme" not in answer.content


def test_the_stored_digest_is_no_token(invited: Invited) -> None:
    invited("charlie@example.com")
    digest = bytes(Invitation.objects.get().token_digest or b"")
    assert Client().get(f"/invitations/{digest.hex()}/").status_code == 404


def test_of_two_links_opened_the_one_that_was_shown_is_accepted(
    acme: Organization,
    other: Organization,
    charlie: User,
    bob: User,
    invited: Invited,
    sent_token: Any,
    sign_in: SignIn,
) -> None:
    first = invited("charlie@example.com", Role.MEMBER)
    shown = Invitation.objects.get()
    gamma = organizations.create_organization(name="Gamma", slug="gamma", owner=bob, actor=SYSTEM)
    invitations.invite(gamma, email="charlie@example.com", role=Role.MEMBER, actor=SYSTEM)
    client = sign_in(charlie)
    client.get(first)
    client.get(f"/invitations/{sent_token()}/")
    answer = client.post("/invitation/", {"invitation": str(shown.pk)}, follow=True)
    assert "You have opened another invitation since" in answer.content.decode()
    assert Membership.objects.filter(user=charlie).count() == 1


def test_the_pages_load_nothing_of_others(invited: Invited) -> None:
    client = Client()
    answer = client.get(invited("new@example.com"), follow=True)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "http://" not in answer.content.decode().replace('xmlns="http://www.w3.org', "")


def test_signing_in_on_the_way_leads_back_to_the_invitation(
    acme: Organization, invited: Invited, charlie: User
) -> None:
    client = Client()
    client.get(invited("charlie@example.com"))
    form = {"login": "charlie@example.com", "password": "correct horse battery staple", "next": "/invitation/"}
    answer = client.post("/sign-in/?next=/invitation/", form, follow=True)
    assert answer.redirect_chain == [("/invitation/", 302)]
    assert "Join Acme Robotics" in answer.content.decode()
    assert _accept(client).status_code == 302
    assert Membership.objects.filter(organization=acme, user=charlie).exists()
