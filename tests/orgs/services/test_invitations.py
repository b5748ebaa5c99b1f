"""Invitations: who may invite whom, where the token is and is not stored, and that it works once for one person."""

import json
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts import users
from accounts.models import User
from billing_audit.models import AuditEvent, AuditPart
from billing_audit.record import Actor
from billing_audit.request_context import Origin
from orgs import actors
from orgs.access import ReauthenticationRequired, permissions_of
from orgs.mail.invitation_token import digest_of
from orgs.models import Invitation, Membership, Organization
from orgs.roles import ROLE_PERMISSIONS, Role
from orgs.services import invitations, members
from orgs.services.forgetting import forget_person
from orgs.tasks import send_invitation

SYSTEM = actors.command("tests")
Fresh = Callable[[User], Actor]
SentToken = Callable[[], str]
GOOD = "correct horse battery staple"


def _events() -> list[str]:
    return list(AuditEvent.objects.order_by("recorded_at", "id").values_list("action", flat=True))


def _found(token: str) -> Invitation:
    found = invitations.find(digest_of(token))
    assert found is not None
    return found


def test_an_invited_person_joins_once_with_exactly_the_role(
    acme: Organization, alice: User, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email=" Charlie@Example.com", role=Role.BILLING, actor=fresh(alice))
    token = sent_token()
    membership = invitations.accept(_found(token), actor=fresh(charlie))
    assert (membership.user, membership.role) == (charlie, Role.BILLING)
    assert permissions_of(charlie.pk, acme) == ROLE_PERMISSIONS[Role.BILLING]
    assert invitations.find(digest_of(token)) is None
    assert _events()[-2:] == ["member.invited", "member.added"]
    event = AuditEvent.objects.get(action="member.invited")
    assert (event.target_kind, event.changes) == ("invitation", {"role": [None, "billing"]})
    assert "example.com" not in json.dumps([event.changes, event.details, event.target_id])
    assert AuditPart.objects.get(event_id=event.pk, kind="personal").data["target_name"] == "charlie@example.com"


def test_a_new_person_gets_an_account_for_the_invited_address_alone(
    acme: Organization, alice: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email="new@example.com", role=Role.AUDITOR, actor=fresh(alice))
    membership = users.accept_as_new_person(
        _found(sent_token()), name="Nia", password=GOOD, origin=Origin("req_1", "203.0.113.9")
    )
    user = membership.user
    assert (user.email, user.name, user.is_staff, user.is_superuser) == ("new@example.com", "Nia", False, False)
    assert user.check_password(GOOD)
    assert _events()[-2:] == ["user.created", "member.added"]
    for event in AuditEvent.objects.filter(action__in=["user.created", "member.added"], actor_id=str(user.pk)):
        assert event.request_id == "req_1"


def test_the_token_is_nowhere_but_in_the_email(
    acme: Organization, alice: User, fresh: Fresh, sent_token: SentToken, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(1)
    invitations.invite(acme, email="new@example.com", role=Role.MEMBER, actor=fresh(alice))
    before = _everything()
    token = sent_token()
    assert len(token) == 43
    after = _everything()
    for text in (before, after, caplog.text):
        assert token not in text
    assert digest_of(token).hex() in after
    assert digest_of(token).hex() not in before


def _everything() -> str:
    """Return every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        rows = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [text for (text,) in cursor.fetchall()]
        cursor.execute("SET ROLE billing_access_app")
    assert len(tables) > 20
    return "\n".join(rows)


@pytest.mark.parametrize("role", list(Role))
def test_who_may_invite_whom(
    acme: Organization, alice: User, adam: User, bella: User, audrey: User, bob: User, charlie: User, fresh: Fresh,
    role: str,
) -> None:  # fmt: skip
    invitations.invite(acme, email="a@example.com", role=role, actor=fresh(alice))
    for person in (bella, audrey, bob, charlie):
        with pytest.raises(PermissionDenied):
            invitations.invite(acme, email="b@example.com", role=role, actor=fresh(person))
    if role == Role.OWNER:
        with pytest.raises(PermissionDenied, match="Only an owner"):
            invitations.invite(acme, email="b@example.com", role=role, actor=fresh(adam))
    else:
        invitations.invite(acme, email="b@example.com", role=role, actor=fresh(adam))


@pytest.mark.parametrize("role", list(Role))
def test_inviting_to_a_role_with_permissions_asks_who_is_there_once_more(
    acme: Organization, alice: User, fresh: Fresh, role: str
) -> None:
    stale = actors.as_member(alice, authenticated_at=timezone.now() - timedelta(minutes=15))
    if role == Role.MEMBER:
        invitations.invite(acme, email="a@example.com", role=role, actor=stale)
        return
    with pytest.raises(ReauthenticationRequired):
        invitations.invite(acme, email="a@example.com", role=role, actor=stale)
    made = invitations.invite(acme, email="a@example.com", role=role, actor=fresh(alice))
    with pytest.raises(ReauthenticationRequired):
        invitations.resend(made, actor=stale)
    with pytest.raises(ValidationError):
        invitations.invite(acme, email="a@example.com", role=role, actor=stale)
    invitations.revoke(made, actor=stale)
    with pytest.raises(invitations.InvitationVoid):
        invitations.resend(made, actor=stale)


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("bob@example.com", "is already a member, as member. Change the role instead"),
        ("BOB@example.com", "is already a member"),
        ("ada@example.com", "is already invited"),
        ("nobody", "valid email"),
        ("", "valid email"),
        ("a@example.com\nBcc: b@example.com", "control or invisible character, U+000A"),
        ("a@example.com, b@example.com", "valid email"),
        ("a" * 250 + "@example.com", "at most 254 characters"),
    ],
)
def test_who_cannot_be_invited(acme: Organization, alice: User, bob: User, fresh: Fresh, email: str, said: str) -> None:
    invitations.invite(acme, email="ada@example.com", role=Role.MEMBER, actor=fresh(alice))
    with pytest.raises(ValidationError) as refused:
        invitations.invite(acme, email=email, role=Role.ADMIN, actor=fresh(alice))
    assert said in str(refused.value)
    assert Invitation.objects.count() == 1


def test_an_unknown_role_is_refused(acme: Organization, alice: User, fresh: Fresh) -> None:
    with pytest.raises(ValidationError, match="Unknown role"):
        invitations.invite(acme, email="a@example.com", role="root", actor=fresh(alice))


def test_open_invitations_are_limited(
    acme: Organization, alice: User, fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invitations, "OPEN_LIMIT", 2)
    for number in range(2):
        invitations.invite(acme, email=f"{number}@example.com", role=Role.MEMBER, actor=fresh(alice))
    with pytest.raises(ValidationError, match="2 invitations are open"):
        invitations.invite(acme, email="more@example.com", role=Role.MEMBER, actor=fresh(alice))


def test_another_person_cannot_accept(
    acme: Organization, alice: User, bob: User, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email="ada@example.com", role=Role.OWNER, actor=fresh(alice))
    found = _found(sent_token())
    for actor in (fresh(charlie), fresh(bob), Actor("staff", str(charlie.pk)), Actor("api_key", str(charlie.pk))):
        with pytest.raises(invitations.WrongPerson):
            invitations.accept(found, actor=actor)
    assert not Membership.objects.filter(organization=acme, user=charlie).exists()


def test_an_accepted_revoked_or_expired_token_lets_nobody_in(
    acme: Organization, alice: User, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    made = invitations.invite(acme, email="charlie@example.com", role=Role.ADMIN, actor=fresh(alice))
    token = sent_token()
    shown = _found(token)
    Invitation.objects.update(expires_at=timezone.now())
    assert invitations.find(digest_of(token)) is None
    with pytest.raises(invitations.InvitationVoid):
        invitations.accept(shown, actor=fresh(charlie))
    Invitation.objects.update(expires_at=timezone.now() + timedelta(minutes=1))
    invitations.revoke(made, actor=fresh(alice))
    assert invitations.find(digest_of(token)) is None
    with pytest.raises(invitations.InvitationVoid):
        invitations.accept(shown, actor=fresh(charlie))
    assert not Membership.objects.filter(organization=acme, user=charlie).exists()


def test_it_lives_seven_days(acme: Organization, alice: User, fresh: Fresh) -> None:
    before = timezone.now()
    made = invitations.invite(acme, email="a@example.com", role=Role.MEMBER, actor=fresh(alice))
    assert before + timedelta(days=7) <= made.expires_at <= timezone.now() + timedelta(days=7)


def test_resending_makes_a_new_link_and_ends_the_old_at_once(
    acme: Organization, alice: User, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    made = invitations.invite(acme, email="charlie@example.com", role=Role.MEMBER, actor=fresh(alice))
    old = sent_token()
    shown = _found(old)
    invitations.resend(made, actor=fresh(alice))
    assert invitations.find(digest_of(old)) is None
    new = sent_token()
    assert new != old
    with pytest.raises(invitations.InvitationVoid):
        invitations.accept(shown, actor=fresh(charlie))
    invitations.accept(_found(new), actor=fresh(charlie))
    assert "member.invitation_resent" in _events()


def test_an_earlier_sending_sends_nothing_after_a_later_one(
    acme: Organization, alice: User, fresh: Fresh, run_jobs: Callable[[], int]
) -> None:
    made = invitations.invite(acme, email="new@example.com", role=Role.MEMBER, actor=fresh(alice))
    invitations.resend(made, actor=fresh(alice))
    assert run_jobs() == 2
    assert len(mail.outbox) == 1


def test_a_job_run_twice_leaves_the_token_that_was_sent(
    acme: Organization, alice: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email="new@example.com", role=Role.MEMBER, actor=fresh(alice))
    token = sent_token()
    send_invitation.func(**ProcrastinateJob.objects.get(task_name="orgs.send_invitation").args)
    assert len(mail.outbox) == 1
    assert _found(token)


def test_a_revoked_invitation_is_not_sent(
    acme: Organization, alice: User, fresh: Fresh, run_jobs: Callable[[], int]
) -> None:
    made = invitations.invite(acme, email="new@example.com", role=Role.MEMBER, actor=fresh(alice))
    invitations.revoke(made, actor=fresh(alice))
    run_jobs()
    assert mail.outbox == []
    events = len(_events())
    invitations.revoke(made, actor=fresh(alice))
    assert len(_events()) == events
    with pytest.raises(invitations.InvitationVoid):
        invitations.resend(made, actor=fresh(alice))


def _demote(person: User) -> None:
    members.change_role(Membership.objects.get(user=person), role=Role.MEMBER, actor=SYSTEM)


def _to_admin(person: User) -> None:
    members.change_role(Membership.objects.get(user=person), role=Role.ADMIN, actor=SYSTEM)


def _remove(person: User) -> None:
    members.remove_member(Membership.objects.get(user=person), actor=SYSTEM)


def _deactivate(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


def _delete(person: User) -> None:
    forget_person(person, actor=SYSTEM)
    person.delete()


@pytest.mark.parametrize("role", [Role.OWNER, Role.ADMIN, Role.MEMBER])
@pytest.mark.parametrize("happens", [_demote, _to_admin, _remove, _deactivate, _delete])
def test_an_invitation_gives_no_more_than_its_inviter_could_give_now(
    acme: Organization,
    alice: User,
    adam: User,
    charlie: User,
    fresh: Fresh,
    sent_token: SentToken,
    happens: Callable[[User], Any],
    role: str,
) -> None:
    inviter = adam
    members.change_role(Membership.objects.get(user=adam), role=Role.OWNER, actor=SYSTEM)
    made = invitations.invite(acme, email="charlie@example.com", role=role, actor=fresh(inviter))
    token = sent_token()
    shown = _found(token)
    happens(inviter)
    if happens is _to_admin and role != Role.OWNER:
        invitations.accept(_found(token), actor=fresh(charlie))
        return
    assert invitations.find(digest_of(token)) is None
    with pytest.raises((invitations.InvitationVoid, Invitation.DoesNotExist)):
        invitations.accept(shown, actor=fresh(charlie))
    if happens is not _delete:
        again = invitations.resend(made, actor=fresh(alice))
        assert again.invited_by == alice
        invitations.accept(_found(sent_token()), actor=fresh(charlie))


def test_the_platforms_word_needs_no_member(
    acme: Organization, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email="charlie@example.com", role=Role.OWNER, actor=SYSTEM)
    invitations.accept(_found(sent_token()), actor=fresh(charlie))
    assert Membership.objects.get(user=charlie, organization=acme).role == Role.OWNER


def test_an_admin_revokes_an_owners_invitation_but_does_not_send_it_again(
    acme: Organization, alice: User, adam: User, bella: User, fresh: Fresh
) -> None:
    made = invitations.invite(acme, email="new@example.com", role=Role.OWNER, actor=fresh(alice))
    with pytest.raises(PermissionDenied):
        invitations.resend(made, actor=fresh(adam))
    with pytest.raises(PermissionDenied):
        invitations.revoke(made, actor=fresh(bella))
    invitations.revoke(made, actor=fresh(adam))
    assert not Invitation.objects.get().is_open


def test_a_removed_member_does_not_come_back_by_an_older_invitation(
    acme: Organization, alice: User, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email="charlie@example.com", role=Role.ADMIN, actor=fresh(alice))
    token = sent_token()
    shown = _found(token)
    membership = members.add_member(acme, user=charlie, role=Role.MEMBER, actor=SYSTEM)
    members.remove_member(membership, actor=fresh(alice))
    assert invitations.find(digest_of(token)) is None
    with pytest.raises(invitations.InvitationVoid):
        invitations.accept(shown, actor=fresh(charlie))


@pytest.mark.parametrize("password", ["short", "1qaz2wsx3edc", "new@example.com", ""])
def test_a_weak_password_makes_no_account_and_uses_nothing_up(
    acme: Organization, alice: User, fresh: Fresh, sent_token: SentToken, password: str
) -> None:
    invitations.invite(acme, email="new@example.com", role=Role.MEMBER, actor=fresh(alice))
    token = sent_token()
    with pytest.raises(ValidationError):
        users.accept_as_new_person(_found(token), name="N", password=password, origin=Origin())
    assert not User.objects.filter(email="new@example.com").exists()
    assert _found(token)


def test_an_account_that_exists_is_not_taken_over(
    acme: Organization, alice: User, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email="charlie@example.com", role=Role.MEMBER, actor=fresh(alice))
    before = charlie.password
    with pytest.raises(ValidationError):
        users.accept_as_new_person(_found(sent_token()), name="N", password=GOOD, origin=Origin())
    charlie.refresh_from_db()
    assert charlie.password == before


def test_a_deactivated_persons_invitation_lets_nobody_in(
    acme: Organization, alice: User, charlie: User, fresh: Fresh, sent_token: SentToken
) -> None:
    invitations.invite(acme, email="charlie@example.com", role=Role.MEMBER, actor=fresh(alice))
    token = sent_token()
    User.objects.filter(pk=charlie.pk).update(is_active=False)
    assert invitations.find(digest_of(token)) is None


@pytest.mark.parametrize(
    "change", ["role = 'root'", "email = 'A@example.com'", "token_digest = '\\x00'::bytea", "accepted_at = NULL"]
)
def test_the_table_refuses_what_the_code_never_writes(
    acme: Organization, alice: User, fresh: Fresh, change: str
) -> None:
    made = invitations.invite(acme, email="a@example.com", role=Role.MEMBER, actor=fresh(alice))
    invitations.revoke(made, actor=fresh(alice))
    invitations.invite(acme, email="a@example.com", role=Role.MEMBER, actor=fresh(alice))
    if change == "accepted_at = NULL":
        change = "revoked_at = NULL"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE billing_orgs_invitation SET {change}")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(5))
@pytest.mark.parametrize("has_account", [True, False])
def test_of_two_who_accept_at_once_one_membership_comes(
    transactional_db: None,
    acme: Organization,
    alice: User,
    charlie: User,
    fresh: Fresh,
    sent_token: SentToken,
    attempt: int,
    has_account: bool,
) -> None:
    email = "charlie@example.com" if has_account else "new@example.com"
    invitations.invite(acme, email=email, role=Role.MEMBER, actor=fresh(alice))
    shown = _found(sent_token())
    gate = threading.Barrier(2)
    outcomes: list[str] = []

    def accept() -> None:
        try:
            connection.ensure_connection()
            gate.wait(10)
            if has_account:
                invitations.accept(shown, actor=fresh(charlie))
            else:
                users.accept_as_new_person(shown, name="N", password=GOOD, origin=Origin())
            outcomes.append("joined")
        except invitations.InvitationVoid:
            outcomes.append("void")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=accept) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(outcomes) == ["joined", "void"]
    assert Membership.objects.filter(organization=acme, user__email=email).count() == 1
    assert _events().count("member.added") == 2
