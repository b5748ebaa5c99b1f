"""The members page and the pages behind it: what they offer, what they refuse, and attacks on them."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from accounts.models import User
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import permissions_of
from orgs.models import Invitation, Membership, Organization
from orgs.roles import PERMISSIONS, ROLE_PERMISSIONS, Role
from orgs.services import invitations, members

SYSTEM = actors.command("tests")
SignIn = Callable[..., Client]


def _membership(user: User) -> Membership:
    return Membership.objects.get(user=user)


def _page(client: Client, path: str = "/o/acme/members/") -> str:
    return client.get(path).content.decode()


def _links(person: User) -> tuple[str, str]:
    pk = _membership(person).pk
    return f'href="/o/acme/members/{pk}/"', f'href="/o/acme/members/{pk}/remove/"'


def test_the_owner_sees_everybody_with_role_and_what_can_be_done(
    acme: Organization, alice: User, adam: User, bob: User, sign_in: SignIn
) -> None:
    page = _page(sign_in(alice))
    for person, role in ((alice, "Owner"), (adam, "Admin"), (bob, "Member")):
        assert person.email in page
        assert f'<td class="when" data-label="Role">{role}</td>' in page
    for person in (adam, bob):
        assert all(link in page for link in _links(person))
    assert not any(link in page for link in _links(alice))
    assert "The only owner. Make another active member an owner first." in page


def test_an_admin_is_told_that_only_an_owner_changes_an_owner(
    acme: Organization, alice: User, adam: User, bob: User, sign_in: SignIn
) -> None:
    page = _page(sign_in(adam))
    assert not any(link in page for link in _links(alice))
    assert "Only an owner can change an owner." in page
    assert all(link in page for link in _links(bob))
    for path in ("/o/acme/members/invite/", f"/o/acme/members/{_membership(bob).pk}/"):
        assert 'value="owner"' not in _page(sign_in(adam), path)
        assert 'value="owner"' in _page(sign_in(alice), path)


@pytest.mark.parametrize("who", ["bella", "audrey"])
def test_a_reviewer_sees_and_is_offered_nothing(
    acme: Organization, bob: User, sign_in: SignIn, request: pytest.FixtureRequest, who: str
) -> None:
    invitations.invite(acme, email="ada@example.com", role=Role.MEMBER, actor=SYSTEM)
    page = _page(sign_in(request.getfixturevalue(who)))
    assert "bob@example.com" in page
    assert "ada@example.com" in page
    for offered in ("/invite/", "/resend/", "/revoke/", "/remove/", "Change role"):
        assert offered not in page
    assert "/o/acme/members/leave/" in page


def test_the_table_of_roles_is_the_codes_own(acme: Organization, alice: User, sign_in: SignIn) -> None:
    page = _page(sign_in(alice))
    for codename, words in PERMISSIONS:
        cells = "".join(f"<td>{'Yes' if codename in ROLE_PERMISSIONS[role] else 'No'}</td>" for role in Role)
        assert f'<tr><th scope="row">{words}</th>{cells}</tr>' in page


def test_two_owners_can_change_each_other(acme: Organization, alice: User, adam: User, sign_in: SignIn) -> None:
    members.change_role(_membership(adam), role=Role.OWNER, actor=SYSTEM)
    page = _page(sign_in(alice))
    assert "The only owner" not in page
    assert all(link in page for link in _links(adam))


def test_a_role_change_counts_from_the_next_request_of_an_open_session(
    acme: Organization, alice: User, bob: User, sign_in: SignIn
) -> None:
    bobs = sign_in(bob)
    assert bobs.get("/o/acme/audit-log/").status_code == 403
    path = f"/o/acme/members/{_membership(bob).pk}/"
    assert sign_in(alice).post(path, {"role": "auditor"}).status_code == 302
    assert bobs.get("/o/acme/audit-log/").status_code == 200
    sign_in(alice).post(path, {"role": "member"})
    assert bobs.get("/o/acme/audit-log/").status_code == 403
    sign_in(alice).post(f"{path}remove/")
    assert bobs.get("/o/acme/audit-log/").status_code == 404


def test_the_confirm_pages_name_the_person(acme: Organization, alice: User, bob: User, sign_in: SignIn) -> None:
    path = f"/o/acme/members/{_membership(bob).pk}/remove/"
    assert "Remove bob@example.com?" in _page(sign_in(alice), path)
    assert Membership.objects.filter(user=bob).exists()
    assert "You, bob@example.com" in _page(sign_in(bob), "/o/acme/members/leave/")
    assert Membership.objects.filter(user=bob).exists()


def test_leaving(acme: Organization, bob: User, sign_in: SignIn) -> None:
    answer = sign_in(bob).post("/o/acme/members/leave/", follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "You are no longer a member of Acme Robotics." in answer.content.decode()
    assert permissions_of(bob.pk, acme) == frozenset()
    event = AuditEvent.objects.get(action="member.left")
    assert (event.actor_id, event.target_id) == (str(bob.pk), str(bob.pk))


def test_the_only_owner_is_told_why_they_cannot_leave_or_be_less(
    acme: Organization, alice: User, bob: User, sign_in: SignIn
) -> None:
    client = sign_in(alice)
    mine = f"/o/acme/members/{_membership(alice).pk}/"
    assert "The only owner" in _page(client, "/o/acme/members/leave/")
    assert "The only owner" in _page(client, mine)
    for path, form in (("/o/acme/members/leave/", {}), (mine, {"role": "member"}), (f"{mine}remove/", {})):
        answer = client.post(path, form)
        assert answer.status_code == 400
        assert "alice@example.com is the only owner of Acme Robotics" in answer.content.decode()
    assert _membership(alice).role == Role.OWNER


def test_an_owner_who_steps_down_is_shown_on(acme: Organization, alice: User, adam: User, sign_in: SignIn) -> None:
    members.change_role(_membership(adam), role=Role.OWNER, actor=SYSTEM)
    client = sign_in(alice)
    answer = client.post(f"/o/acme/members/{_membership(alice).pk}/", {"role": "member"}, follow=True)
    assert answer.status_code == 200
    assert "Your role here is <strong>member</strong>" in answer.content.decode()


def test_inviting_sending_again_and_revoking(acme: Organization, alice: User, sign_in: SignIn) -> None:
    client = sign_in(alice)
    answer = client.post("/o/acme/members/invite/", {"email": "ada@example.com", "role": "auditor"}, follow=True)
    page = answer.content.decode()
    assert "ada@example.com is invited." in page
    assert '<span class="pill on">Waiting</span>' in page
    made = Invitation.objects.get()
    assert (made.email, made.role, made.invited_by) == ("ada@example.com", "auditor", alice)
    again = client.post(f"/o/acme/members/invitations/{made.pk}/resend/", follow=True)
    assert "ada@example.com gets a new link." in again.content.decode()
    revoked = client.post(f"/o/acme/members/invitations/{made.pk}/revoke/", follow=True).content.decode()
    assert "The invitation of ada@example.com is revoked." in revoked
    assert "<h2>Invitations</h2>" not in revoked
    late = client.post(f"/o/acme/members/invitations/{made.pk}/resend/", follow=True)
    assert "has been accepted or revoked in the meantime" in late.content.decode()


def test_an_invitation_that_lost_its_word_is_shown_as_void(
    acme: Organization, alice: User, adam: User, sign_in: SignIn, fresh: Callable[[User], Any]
) -> None:
    invitations.invite(acme, email="ada@example.com", role=Role.MEMBER, actor=fresh(adam))
    members.change_role(_membership(adam), role=Role.MEMBER, actor=SYSTEM)
    assert '<span class="pill off">Void</span>' in _page(sign_in(alice))


def test_an_invitation_waits_only_while_its_link_works(
    acme: Organization, alice: User, adam: User, sign_in: SignIn, fresh: Callable[[User], Any], sent_token: Any
) -> None:
    made = invitations.invite(acme, email="ada@example.com", role=Role.MEMBER, actor=fresh(adam))
    link = f"/invitations/{sent_token()}/"
    owner, waiting = sign_in(alice), '<span class="pill on">Waiting</span>'
    states = []

    def look() -> None:
        states.append(waiting in _page(owner))
        assert states[-1] == (Client().get(link).status_code == 302)

    look()
    Authenticator.objects.create(user=alice, type=Authenticator.Type.TOTP, data={})
    Organization.objects.update(requires_second_factor=True)
    look()
    assert "The person who invited may no longer do so, so the link does not work. Send it again" in _page(owner)
    # A viewer who may not send it learns who may.
    assert "Send it again in your name" not in _page(sign_in(adam))
    Authenticator.objects.create(user=adam, type=Authenticator.Type.TOTP, data={})
    look()
    User.objects.filter(pk=adam.pk).update(is_active=False)
    look()
    User.objects.filter(pk=adam.pk).update(is_active=True)
    look()
    Invitation.objects.filter(pk=made.pk).update(expires_at=timezone.now())
    look()
    assert states == [True, False, True, False, True, False]


def test_an_invitation_as_owner_is_sent_again_by_owners_alone(
    acme: Organization, alice: User, adam: User, sign_in: SignIn
) -> None:
    made = invitations.invite(acme, email="ada@example.com", role=Role.OWNER, actor=SYSTEM)
    resend = f"/o/acme/members/invitations/{made.pk}/resend/"
    for person, may in ((alice, True), (adam, False)):
        assert (f'action="{resend}"' in _page(sign_in(person))) == may
        assert sign_in(person).post(resend).status_code == (302 if may else 403)


def test_where_no_invitation_more_can_be_open_none_is_offered(
    acme: Organization, alice: User, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invitations, "OPEN_LIMIT", 1)
    client, path = sign_in(alice), "/o/acme/members/invite/"
    assert "Send the invitation" in _page(client, path)
    made = invitations.invite(acme, email="ada@example.com", role=Role.MEMBER, actor=SYSTEM)
    page = _page(client, path)
    assert "1 invitations are open, which is the maximum. Revoke some of them first." in page
    assert "Send the invitation" not in page
    answer = client.post(path, {"email": "b@example.com", "role": "member"})
    assert (answer.status_code, Invitation.objects.count()) == (400, 1)
    assert "1 invitations are open, which is the maximum. Revoke some of them first." in answer.content.decode()
    invitations.revoke(made, actor=SYSTEM)
    assert "Send the invitation" in _page(client, path)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"email": "nobody", "role": "member"}, "Enter an address such as"),
        ({"email": "", "role": "member"}, "Enter the person&#x27;s e-mail address."),
        ({"email": "a@example.com"}, "Choose a role"),
        ({"email": "a@example.com", "role": "root"}, "root is not a role"),
        ({"email": "bob@example.com", "role": "admin"}, "is already a member, as member"),
    ],
)
def test_a_bad_invitation_is_explained(
    acme: Organization, alice: User, bob: User, sign_in: SignIn, form: dict[str, str], said: str
) -> None:
    answer = sign_in(alice).post("/o/acme/members/invite/", form)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Invitation.objects.exists()


def test_an_admin_makes_demotes_and_invites_no_owner_by_hand(
    acme: Organization, alice: User, adam: User, bob: User, sign_in: SignIn
) -> None:
    client = sign_in(adam)
    attempts: list[tuple[str, dict[str, str]]] = [
        (f"/o/acme/members/{_membership(bob).pk}/", {"role": "owner"}),
        (f"/o/acme/members/{_membership(adam).pk}/", {"role": "owner"}),
        (f"/o/acme/members/{_membership(alice).pk}/", {"role": "member"}),
        (f"/o/acme/members/{_membership(alice).pk}/remove/", {}),
        ("/o/acme/members/invite/", {"email": "a@example.com", "role": "owner"}),
    ]
    for path, form in attempts:
        assert client.post(path, form).status_code == 403, path
    assert {each.role for each in Membership.objects.filter(user__in=[alice, adam, bob])} == {
        "owner", "admin", "member",
    }  # fmt: skip
    assert not Invitation.objects.exists()


def test_ids_of_another_organization_are_404(
    acme: Organization, other: Organization, alice: User, charlie: User, sign_in: SignIn
) -> None:
    theirs = Membership.objects.get(organization=other)
    invitation = invitations.invite(other, email="ada@example.com", role=Role.MEMBER, actor=SYSTEM)
    events = AuditEvent.objects.count()
    client = sign_in(alice)
    for path in (f"members/{theirs.pk}/", f"members/{theirs.pk}/remove/"):
        assert client.get(f"/o/acme/{path}").status_code == 404
        assert client.post(f"/o/acme/{path}", {"role": "member"}).status_code == 404
    for path in ("resend", "revoke"):
        assert client.post(f"/o/acme/members/invitations/{invitation.pk}/{path}/").status_code == 404
    for number in (0, 2**63, 10**30):
        assert client.get(f"/o/acme/members/{number}/").status_code == 404
        assert client.post(f"/o/acme/members/invitations/{number}/revoke/").status_code == 404
    assert AuditEvent.objects.count() == events
    assert Membership.objects.get(pk=theirs.pk).role == Role.OWNER


def test_fields_that_no_form_has_change_nothing(
    acme: Organization, other: Organization, alice: User, bob: User, charlie: User, sign_in: SignIn
) -> None:
    extra = {
        "organization": other.pk, "user": charlie.pk, "id": 1, "slug": "other", "is_staff": "on", "is_superuser": "on",
        "invited_by": charlie.pk, "expires_at": "2099-01-01", "accepted_at": "2026-01-01", "token_digest": "00",
        "actor": "system", "user_id": charlie.pk,
    }  # fmt: skip
    client = sign_in(alice)
    client.post(f"/o/acme/members/{_membership(bob).pk}/", {"role": "auditor", **extra})
    client.post("/o/acme/members/invite/", {"email": "a@example.com", "role": "member", **extra})
    bob.refresh_from_db()
    assert (bob.is_staff, bob.is_superuser) == (False, False)
    assert _membership(bob).organization == acme
    made = Invitation.objects.get()
    assert (made.organization, made.invited_by, made.accepted_at, made.token_digest) == (acme, alice, None, None)
    assert made.expires_at.year < 2099
    assert list(Membership.objects.filter(organization=other)) == [_membership(charlie)]


def test_without_a_csrf_token_nothing_happens(acme: Organization, alice: User, bob: User, sign_in: SignIn) -> None:
    made = invitations.invite(acme, email="ada@example.com", role=Role.MEMBER, actor=SYSTEM)
    client = sign_in(alice)
    client.handler.enforce_csrf_checks = True
    events = AuditEvent.objects.count()
    member = f"/o/acme/members/{_membership(bob).pk}/"
    for path in (
        member, f"{member}remove/", "/o/acme/members/invite/", "/o/acme/members/leave/",
        f"/o/acme/members/invitations/{made.pk}/resend/", f"/o/acme/members/invitations/{made.pk}/revoke/",
        "/invitation/",
    ):  # fmt: skip
        answer = client.post(path, {"role": "admin", "email": "a@example.com"})
        assert answer.status_code == 403, path
    assert AuditEvent.objects.count() == events


@pytest.mark.parametrize("number", [1, 30])
def test_at_most_eight_queries_whatever_the_number_of_members(
    acme: Organization,
    alice: User,
    sign_in: SignIn,
    django_assert_max_num_queries: Callable[[int], Any],
    number: int,
) -> None:
    for each in range(number):
        user = User.objects.create_user(f"p{each}@example.com")
        members.add_member(acme, user=user, role=Role.ADMIN, actor=SYSTEM)
        invitations.invite(acme, email=f"i{each}@example.com", role=Role.MEMBER, actor=SYSTEM)
    Invitation.objects.update(invited_by=alice)
    client = sign_in(alice)
    one = _membership(User.objects.get(email="p0@example.com")).pk
    for path in ("", "invite/", "leave/", f"{one}/", f"{one}/remove/"):
        with django_assert_max_num_queries(8):
            assert client.get(f"/o/acme/members/{path}").status_code == 200


def test_many_members_come_in_pages(acme: Organization, alice: User, sign_in: SignIn) -> None:
    people = User.objects.bulk_create(User(email=f"p{number:03}@example.com") for number in range(150))
    Membership.objects.bulk_create(Membership(organization=acme, user=user, role="member") for user in people)
    client = sign_in(alice)
    first, second = _page(client), _page(client, "/o/acme/members/?page=2")
    assert "p098@example.com" in first
    assert "p099@example.com" not in first
    assert 'href="?page=2"' in first
    assert "p099@example.com" in second
    assert 'href="?page=1"' in second
    for bad in ("0", "-1", "x", "9" * 40, "", "²"):
        assert client.get("/o/acme/members/", {"page": bad}).status_code == 404


def test_a_hostile_name_is_text(acme: Organization, alice: User, bob: User, sign_in: SignIn) -> None:
    User.objects.filter(pk=bob.pk).update(name="<script>alert(1)</script>")
    assert "<script>" not in _page(sign_in(alice))


@pytest.mark.parametrize(("role", "place"), [("admin", 1), ("billing", 2), ("auditor", 3)])
def test_what_gives_permissions_asks_who_is_there_once_more(
    acme: Organization, alice: User, adam: User, bob: User, sign_in: SignIn, role: str, place: int
) -> None:
    client = sign_in(alice, minutes_ago=16)
    member = f"/o/acme/members/{_membership(bob).pk}/"
    for path, form in (
        (member, {"role": role}),
        ("/o/acme/members/invite/", {"email": "a@example.com", "role": role}),
    ):
        answer = client.post(path, form)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/account/prove/")
        assert f'value="{role}" id="id_role_{place}" required checked' in _page(client, path)
    assert _membership(bob).role == Role.MEMBER
    assert not Invitation.objects.exists()
    of_adam = f"/o/acme/members/{_membership(adam).pk}/"
    assert client.post(of_adam, {"role": "auditor"}).headers["Location"] == "/o/acme/members/"
    assert _membership(adam).role == Role.AUDITOR


def test_sending_an_admins_invitation_again_leads_back_to_the_list(
    acme: Organization, alice: User, sign_in: SignIn
) -> None:
    made = invitations.invite(acme, email="a@example.com", role=Role.ADMIN, actor=SYSTEM)
    client = sign_in(alice, minutes_ago=16)
    path = f"/o/acme/members/invitations/{made.pk}/resend/"
    assert client.post(path).headers["Location"].startswith("/account/prove/")
    assert client.get(path).headers["Location"] == "/o/acme/members/"
    made.refresh_from_db()
    assert made.sending == 1


def test_a_second_factor_is_shown(acme: Organization, alice: User, bob: User, sign_in: SignIn) -> None:
    client = sign_in(alice)
    assert _page(client).count('data-label="Second factor">On</td>') == 0
    Authenticator.objects.create(user=bob, type=Authenticator.Type.TOTP, data={})
    assert _page(client).count('data-label="Second factor">On</td>') == 1
