"""Somebody who may invite has the site send mail to people who never asked for it: how much, and what stands in it."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connections
from django.utils import timezone

from accounts import users
from accounts.models import User
from billing_access.access.services import issue_key
from billing_access.access.services.exceptions import InvalidChange
from billing_access.billing.tags.registered import register_tag
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.models import Invitation, InvitationSending, Organization
from orgs.roles import Role
from orgs.services import invitations, members, organizations, sending_limits
from orgs.tasks import forget_sent

SYSTEM = actors.command("tests")
LINE_ENDS = ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


def now(user: User) -> Actor:
    """Return the actor for a member who has just proved who they are."""
    return actors.as_member(user, authenticated_at=timezone.now())


def invite(organization: Organization, email: str, actor: Actor) -> Invitation:
    return invitations.invite(organization, email=email, role=Role.MEMBER, actor=actor)


def test_a_stranger_gets_five_mails_a_day_however_they_are_sent(
    acme: Organization, alice: User, run_jobs: Callable[[], int]
) -> None:
    for round_ in range(25):
        try:
            made = invite(acme, "stranger@example.net", now(alice))
            run_jobs()
            invitations.resend(made, actor=now(alice))
            run_jobs()
            invitations.resend(made, actor=now(alice))
            run_jobs()
        except ValidationError:
            assert round_ >= 1
        for open_invitation in invitations.open_invitations(acme):
            invitations.revoke(open_invitation, actor=now(alice))
    assert len([message for message in mail.outbox if message.to == ["stranger@example.net"]]) == 5


def test_the_refusal_says_when_again_and_then_it_works(acme: Organization, alice: User) -> None:
    start = datetime(2027, 3, 1, 9, 30, 20, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        made = invite(acme, "stranger@example.net", now(alice))
        for _ in range(4):
            clock.shift(timedelta(hours=1))
            invitations.resend(made, actor=now(alice))
        count = AuditEvent.objects.count()
        said = r"5 invitations to stranger@example.net in 24 hours.* again after 2027-03-02 09:31 UTC"
        with pytest.raises(ValidationError, match=said):
            invitations.resend(made, actor=now(alice))
        assert AuditEvent.objects.count() == count
        clock.move_to(start + timedelta(days=1, seconds=1))
        invitations.resend(made, actor=now(alice))
        with pytest.raises(ValidationError, match="2027-03-02 10:31 UTC"):
            invitations.resend(made, actor=now(alice))


def test_several_organizations_do_not_add_up_on_one_address(alice: User, acme: Organization) -> None:
    sent = 0
    for number in range(4):
        each = organizations.create_organization(name="More", slug=f"more-{number}", owner=alice, actor=SYSTEM)
        for _ in range(5):
            with suppress(ValidationError):
                made = invite(each, "stranger@example.net", now(alice))
                sent += 1
                invitations.revoke(made, actor=now(alice))
    assert sent == sending_limits.PER_ADDRESS == 10
    # The refusal does not tell who else wrote to that address.
    with pytest.raises(ValidationError, match=r"^\['Too many invitations went to stranger@example.net .* again after"):
        invite(acme, "stranger@example.net", now(alice))


def test_a_person_is_limited_across_organizations(
    acme: Organization, other: Organization, alice: User, adam: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending_limits, "PER_PERSON", 3)
    members.add_member(other, user=alice, role=Role.ADMIN, actor=SYSTEM)
    for number, organization in enumerate((acme, other, acme)):
        invite(organization, f"{number}@example.net", now(alice))
    for organization in (acme, other):
        with pytest.raises(ValidationError, match=r"You have sent 3 invitations in 24 hours.* again after"):
            invite(organization, "more@example.net", now(alice))
    invite(acme, "more@example.net", now(adam))


def test_an_organization_is_limited_whoever_sends(
    acme: Organization, other: Organization, alice: User, adam: User, charlie: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending_limits, "PER_ORGANIZATION", 3)
    for number, person in enumerate((alice, adam, alice)):
        invite(acme, f"{number}@example.net", now(person))
    for person in (alice, adam):
        with pytest.raises(ValidationError, match=r"has sent 3 invitations in 24 hours.* again after"):
            invite(acme, "more@example.net", now(person))
    invite(other, "more@example.net", now(charlie))


def test_commands_are_counted_and_never_refused(acme: Organization, alice: User) -> None:
    made = invite(acme, "stranger@example.net", SYSTEM)
    for _ in range(9):
        invitations.resend(made, actor=SYSTEM)
    with pytest.raises(ValidationError, match="again after"):
        invitations.resend(made, actor=now(alice))


def test_the_page_says_so(acme: Organization, alice: User, sign_in: Any) -> None:
    browser = sign_in(alice)
    made = invite(acme, "stranger@example.net", now(alice))
    for _ in range(4):
        browser.post(f"/o/acme/members/invitations/{made.pk}/resend/")
    page = browser.post(f"/o/acme/members/invitations/{made.pk}/resend/", follow=True)
    assert "again after" in page.content.decode()
    browser.post(f"/o/acme/members/invitations/{made.pk}/revoke/")
    page = browser.post("/o/acme/members/invite/", {"email": "stranger@example.net", "role": "member"})
    assert (page.status_code, "again after" in page.content.decode()) == (400, True)


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_time_do_not_add_up(acme: Organization, alice: User) -> None:
    places = [acme]
    for number in range(11):
        made = organizations.create_organization(name="More", slug=f"more-{number}", owner=alice, actor=SYSTEM)
        places.append(made)
    barrier = threading.Barrier(len(places))

    def send(organization: Organization) -> None:
        barrier.wait(20)
        with suppress(ValidationError):
            invite(organization, "stranger@example.net", now(alice))
        connections.close_all()

    threads = [threading.Thread(target=send, args=[each]) for each in places]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert Invitation.objects.count() == sending_limits.PER_ADDRESS


def test_what_is_no_longer_counted_is_deleted(acme: Organization, alice: User) -> None:
    invite(acme, "new@example.net", now(alice))
    made = invite(acme, "old@example.net", now(alice))
    InvitationSending.objects.filter(invitation=made).update(sent_at=timezone.now() - timedelta(days=8))
    forget_sent.func(timestamp=0)
    assert [each.invitation.email for each in InvitationSending.objects.all()] == ["new@example.net"]


def test_the_subject_holds_no_name_that_a_stranger_chose(
    acme: Organization, alice: User, run_jobs: Callable[[], int]
) -> None:
    users.rename(alice, name="Your account is locked, see evil.example", actor=now(alice))
    organizations.identify_organization(acme, name="Urgent: pay evil.example", actor=SYSTEM)
    invite(acme, "stranger@example.net", now(alice))
    run_jobs()
    (message,) = mail.outbox
    assert message.subject == "You are invited to Billing Access"
    assert "evil" in message.body


def test_no_subject_for_people_outside_the_organization_holds_a_variable() -> None:
    # All other templates go to members, or to somebody who was one, of an organization that they know.
    to_anybody = {"invitation.txt", "password_forgotten.txt"}
    found = [path for path in Path(settings.BASE_DIR, "templates").glob("*/email/*.txt") if path.name in to_anybody]
    assert len(found) == len(to_anybody)
    for path in found:
        assert "{" not in path.read_text().splitlines()[0], path


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_a_name_has_no_line_end(acme: Organization, alice: User, end: str) -> None:
    name = f"Acme{end}Reply to evil.example"
    for attempt in (
        lambda: organizations.create_organization(name=name, slug="new", owner=alice, actor=SYSTEM),
        lambda: organizations.create_organization(name="N", slug="new", external_id=name, owner=alice, actor=SYSTEM),
        lambda: organizations.identify_organization(acme, name=name, actor=SYSTEM),
        lambda: users.rename(alice, name=name, actor=now(alice)),
        lambda: users.create_user(email="x@example.com", name=name, actor=SYSTEM),
        lambda: invite(acme, f"a{end}@example.com", now(alice)),
        lambda: issue_key(acme, actor=SYSTEM, name=name, scopes=["runs:read"]),
        lambda: register_tag(acme, name, actor=SYSTEM),
        lambda: User(email="x@example.com", name=f"Acme{end}").clean_fields(exclude=["password"]),
        lambda: Organization(name=f"{end}Acme", slug="new").clean_fields(),
    ):
        with pytest.raises((ValidationError, InvalidChange, ValueError), match="control or invisible"):
            attempt()
