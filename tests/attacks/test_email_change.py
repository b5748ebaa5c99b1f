"""A person's e-mail address is changed by somebody else, at the wrong time, or twice; and the way back."""

import re
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, connections, transaction
from django.test import Client
from django.utils import timezone

from accounts import email_change, users
from accounts.models import EmailChange, User
from accounts.staff import HOLD, send_reset_link
from accounts.tasks import forget_email_changes
from billing_audit.models import AuditEvent, AuditPart
from billing_audit.record import Actor
from billing_audit.request_context import Origin
from orgs import actors
from orgs.access import Held, ReauthenticationRequired
from orgs.models import Invitation, Organization
from orgs.roles import Role
from orgs.services import invitations, members
from orgs.services.sending_limits import TooManySendings
from tests.conftest import PASSWORD
from tests.sent_mail import sent_to_each

SYSTEM = actors.command("tests")
PAGE = "/account/email/"
CONFIRM = "/account/email/confirm/"
UNDO = "/account/email/undo/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NEW = "alice@new.example"
ANOTHER_PASSWORD = "an entirely different phrase"


def proved(person: User) -> Actor:
    return actors.as_member(person, authenticated_at=timezone.now())


def link(text: str) -> str:
    """Return the path of the link in an e-mail."""
    return re.findall(r"http://localhost:8000(/account/email/(?:confirm|undo)/[^/\s]+/)", text)[0]


@pytest.fixture
def ask(run_jobs: Callable[[], int]) -> Callable[..., str]:
    """Return a function that asks for another address as the person, and returns the path of the link sent there."""

    def ask(person: User, email: str = NEW) -> str:
        email_change.request_email_change(person, email=email, actor=proved(person))
        return link(sent_to_each(run_jobs)[email])

    return ask


@pytest.fixture
def follow() -> Callable[[Client, str], int]:
    """Return a function that opens a link, presses the button behind it, and returns the status of the last answer."""

    def follow(client: Client, path: str) -> int:
        opened = client.get(path)
        if opened.status_code != 302:
            return opened.status_code
        assert path not in opened.headers["Location"]
        return client.post(opened.headers["Location"]).status_code

    return follow


@pytest.fixture
def changed(ask: Any, follow: Any, sign_in: Any, run_jobs: Any) -> Callable[..., str]:
    """Return a function that changes the person's address, and returns the path of the way back sent to the old one."""

    def change(person: User, email: str = NEW) -> str:
        old, path = person.email, ask(person, email)
        assert follow(sign_in(person), path) == 302
        person.refresh_from_db()
        assert person.email == email
        return link(sent_to_each(run_jobs)[old])

    return change


def test_an_address_is_changed_by_the_link_sent_there(
    acme: Organization, alice: User, sign_in: Any, run_jobs: Any, follow: Any
) -> None:
    client = sign_in(alice)
    assert client.post(PAGE, {"email": "Alice@New.example "}).headers["Location"] == "/account/"
    assert NEW in client.get(PAGE).content.decode()
    told = sent_to_each(run_jobs)
    assert set(told) == {NEW}
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"
    # Opening the link changes nothing, since programs that look at e-mails do so too.
    shown = client.get(link(told[NEW]), follow=True)
    assert "alice@example.com" in shown.content.decode()
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"
    assert client.post(CONFIRM).headers["Location"] == "/account/"
    assert User.objects.get(pk=alice.pk).email == NEW
    # The session goes on.
    assert client.get("/account/").status_code == 200


def test_it_is_on_each_log_and_both_addresses_and_the_owners_are_told(
    acme: Organization, alice: User, bob: User, ask: Any, follow: Any, sign_in: Any, run_jobs: Any
) -> None:
    path = ask(bob, "bob@new.example")
    follow(sign_in(bob), path)
    events = AuditEvent.objects.filter(action="user.email_changed")
    assert {each.organization_id for each in events} == {None, acme.public_id}
    for event in events:
        assert (event.actor_id, event.target_kind, event.target_id) == (str(bob.pk), "user", str(bob.pk))
        # An address is personal data: it stands in the part that can be erased, never in the sealed event.
        assert "example" not in event.body
        part = AuditPart.objects.get(event_id=event.pk, kind="personal").data
        assert (part["actor_name"], part["target_name"]) == ("bob@example.com", "bob@new.example")
    told = sent_to_each(run_jobs)
    assert set(told) == {"bob@example.com", "bob@new.example", "alice@example.com"}
    assert link(told["bob@example.com"]).startswith(UNDO)
    assert "7 days" in told["bob@example.com"]
    assert UNDO not in told["bob@new.example"]
    assert "bob@example.com" in told["alice@example.com"]
    assert "bob@new.example" in told["alice@example.com"]
    assert "/account/email/" not in told["alice@example.com"]


def test_no_token_is_stored(
    acme: Organization, alice: User, ask: Any, follow: Any, sign_in: Any, run_jobs: Any
) -> None:
    path = ask(alice)
    client = sign_in(alice)
    follow(client, path)
    undo = link(sent_to_each(run_jobs)["alice@example.com"])
    with connection.cursor() as cursor:
        for table in (
            "procrastinate_jobs",
            "billing_accounts_emailchange",
            "billing_audit_event",
            "billing_audit_part",
        ):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t")
            rows = cursor.fetchone()[0]
            for each in (path, undo):
                assert each.split("/")[-2] not in rows


def test_the_link_is_remembered_over_signing_in(alice: User, ask: Any) -> None:
    """Where the mailbox is, on a phone, Alice is not signed in yet."""
    client = Client()
    opened = client.get(ask(alice)).headers["Location"]
    sign_in_page = client.get(opened).headers["Location"]
    assert sign_in_page.startswith("/sign-in/?")
    form = {"login": alice.email, "password": PASSWORD, "next": opened}
    assert client.post(sign_in_page, form).headers["Location"] == opened
    assert client.post(opened).headers["Location"] == "/account/"
    assert User.objects.get(pk=alice.pk).email == NEW


def test_recovery_codes_made_since_the_change_end_with_the_way_back(alice: User, changed: Any, follow: Any) -> None:
    """They get past a second factor that stays."""
    TOTP.activate(alice, SECRET)
    RecoveryCodes.activate(alice)
    undo = changed(alice)
    Authenticator.objects.filter(user=alice, type="recovery_codes").delete()
    RecoveryCodes.activate(alice)
    follow(Client(), undo)
    assert [each.type for each in Authenticator.objects.filter(user=alice)] == ["totp"]


def test_an_unlocked_browser_is_not_enough(alice: User, sign_in: Any) -> None:
    answer = sign_in(alice, minutes_ago=20).post(PAGE, {"email": "mallory@example.net"})
    assert answer.headers["Location"].startswith("/account/prove/?")
    with pytest.raises(ReauthenticationRequired):
        email_change.request_email_change(alice, email="mallory@example.net", actor=actors.as_member(alice))
    assert not EmailChange.objects.exists()


def test_the_link_asks_for_a_proof_too(alice: User, ask: Any, sign_in: Any, follow: Any) -> None:
    client = sign_in(alice, minutes_ago=20)
    opened = client.get(ask(alice))
    assert client.post(opened.headers["Location"]).headers["Location"].startswith("/account/prove/?")
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_the_password_alone_does_not_do_with_a_second_factor(alice: User, sign_in: Any, ask: Any) -> None:
    TOTP.activate(alice, SECRET)
    path = ask(alice)
    client = sign_in(alice)
    session = client.session
    at = time.time()
    session["account_authentication_methods"] = [{"method": "password", "at": at}]
    session.save()
    assert (
        client.post(PAGE, {"email": "mallory@example.net"})
        .headers["Location"]
        .startswith("/account/prove/second-factor/")
    )
    client.get(path)
    assert client.post(CONFIRM).headers["Location"].startswith("/account/prove/second-factor/")
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_who_gets_the_link_by_mistake_cannot_use_it(
    alice: User, charlie: User, ask: Any, follow: Any, sign_in: Any
) -> None:
    """A mistyped address is a stranger's: the link works only for the person who asked, signed in."""
    path = ask(alice, "alcie@example.net")
    stranger = Client()
    opened = stranger.get(path)
    assert stranger.post(opened.headers["Location"]).headers["Location"].startswith("/sign-in/")
    assert follow(sign_in(charlie), path) == 404
    assert [User.objects.get(pk=each.pk).email for each in (alice, charlie)] == [alice.email, charlie.email]


def test_a_link_works_once_and_for_an_hour(alice: User, ask: Any, follow: Any, sign_in: Any, run_jobs: Any) -> None:
    path = ask(alice)
    with time_machine.travel(timezone.now() + timedelta(hours=1, minutes=1), tick=False):
        assert follow(sign_in(alice), path) == 404
    path = ask(alice)
    client = sign_in(alice)
    assert follow(client, path) == 302
    assert follow(client, path) == 404
    assert AuditEvent.objects.filter(action="user.email_changed", organization_id=None).count() == 1


def test_of_two_links_the_newer_works(alice: User, ask: Any, follow: Any, sign_in: Any) -> None:
    first, second = ask(alice, "first@example.net"), ask(alice, "second@example.net")
    client = sign_in(alice)
    assert follow(client, first) == 404
    assert follow(client, second) == 302
    assert User.objects.get(pk=alice.pk).email == "second@example.net"


def test_a_link_opened_before_another_request_confirms_nothing(alice: User, ask: Any, sign_in: Any) -> None:
    client = sign_in(alice)
    client.get(ask(alice, "first@example.net"))
    ask(alice, "second@example.net")
    assert client.post(CONFIRM).status_code == 404
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_the_answer_does_not_tell_whose_an_address_is(
    alice: User, bob: User, sign_in: Any, run_jobs: Any, told: Any, subtests: Any
) -> None:
    answers = []
    for email in ("bob@example.com", "nobody@example.com"):
        client = sign_in(alice)
        status, body, headers = told(client.post(PAGE, {"email": email}))
        page = client.get("/account/").content.decode().replace(email, "…")
        page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
        answers.append((status, body, headers["Location"], page))
        sent = sent_to_each(run_jobs)
        # The mailbox learns it, which is its holder's.
        assert set(sent) == {email}
        assert (CONFIRM in sent[email]) == (email == "nobody@example.com")
    assert answers[0] == answers[1]
    assert User.objects.get(pk=bob.pk).email == "bob@example.com"


def test_ones_own_address_and_none_are_refused(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    for email in ("alice@example.com", "ALICE@example.com", "nobody", "", "a\nb@example.com", "x" * 250 + "@a.example"):
        assert client.post(PAGE, {"email": email}).status_code == 400, email
    assert not EmailChange.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_race_for_one_address_one_gets_it(alice: User, charlie: User, run_jobs: Any) -> None:
    pending = {}
    for person in (alice, charlie):
        email_change.request_email_change(person, email="one@example.net", actor=proved(person))
    run_jobs()
    for person in (alice, charlie):
        pending[person] = EmailChange.objects.get(user=person)
    barrier, ends = threading.Barrier(2), []

    def confirm(person: User) -> None:
        barrier.wait()
        try:
            email_change.confirm_email_change(pending[person], actor=proved(person))
            ends.append("changed")
        except email_change.LinkVoid:
            ends.append("void")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=confirm, args=[person]) for person in (alice, charlie)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(ends) == ["changed", "void"]
    assert User.objects.filter(email="one@example.net").count() == 1
    assert AuditEvent.objects.filter(action="user.email_changed", organization_id=None).count() == 1


def test_somebody_else_does_not_change_it(alice: User, bob: User, dana: User, ask: Any) -> None:
    ask(alice)
    change = EmailChange.objects.get()
    for actor in (proved(bob), proved(dana), Actor("staff", str(alice.pk), authenticated_at=timezone.now()), SYSTEM):
        with pytest.raises(PermissionDenied):
            email_change.request_email_change(alice, email="m@example.net", actor=actor)
        with pytest.raises(PermissionDenied):
            email_change.confirm_email_change(change, actor=actor)
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_who_is_held_changes_no_address(acme: Organization, alice: User, ask: Any, follow: Any, sign_in: Any) -> None:
    """Staff send a link, sign in with it, and move the account to a mailbox of their own."""
    path = ask(alice)
    send_reset_link(alice, reason="Ticket 9", actor=SYSTEM)
    with pytest.raises(Held):
        email_change.request_email_change(alice, email="m@example.net", actor=proved(alice))
    # Being held is a change of how Alice signs in: it ends what waits.
    assert follow(sign_in(alice), path) == 404
    EmailChange.objects.update(ended_at=None, confirm_digest=b"x" * 32)
    with pytest.raises(Held):
        email_change.confirm_email_change(EmailChange.objects.get(), actor=proved(alice))
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_a_new_password_between_ends_the_link(alice: User, ask: Any, follow: Any, sign_in: Any) -> None:
    """Somebody in Alice's session asks; Alice sets a new password by the link to her own address."""
    client = sign_in(alice)
    path = ask(alice, "mallory@example.net")
    assert client.get(path).status_code == 302
    uid, token = users.password_path(alice).strip("/").split("/")[1:]
    alices = Client()
    form = alices.get(f"/set-password/{uid}/{token}/").headers["Location"]
    alices.post(form, {"new_password1": ANOTHER_PASSWORD, "new_password2": ANOTHER_PASSWORD})
    assert client.post(CONFIRM).headers["Location"].startswith("/sign-in/")
    alice.refresh_from_db()
    # Nor does Alice herself confirm what she did not ask for.
    assert follow(sign_in(alice), path) == 404
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_reset_links_from_before_and_from_between_end(alice: User, changed: Any, follow: Any) -> None:
    before = default_token_generator.make_token(alice)
    undo = changed(alice)
    assert not default_token_generator.check_token(alice, before)
    between = default_token_generator.make_token(alice)
    follow(Client(), undo)
    alice.refresh_from_db()
    for token in (before, between):
        assert not default_token_generator.check_token(alice, token)


@pytest.mark.parametrize("asked_at", ["the old", "the new"])
def test_a_reset_link_asked_for_between_goes_where_the_account_is(
    alice: User, changed: Any, run_jobs: Any, asked_at: str
) -> None:
    changed(alice)
    email = {"the old": "alice@example.com", "the new": NEW}[asked_at]
    Client().post("/sign-in/forgotten/", {"email": email})
    told = sent_to_each(run_jobs)
    assert set(told) == ({NEW} if asked_at == "the new" else set())


def test_the_old_address_signs_in_no_more(alice: User, changed: Any) -> None:
    changed(alice)
    for email, lands in (("alice@example.com", 200), (NEW, 302)):
        assert Client().post("/sign-in/", {"login": email, "password": PASSWORD}).status_code == lands


def test_nobody_else_gets_the_old_address_while_the_way_back_is_open(
    acme: Organization, alice: User, bob: User, changed: Any, run_jobs: Any, sent_token: Any
) -> None:
    changed(alice)
    invitations.invite(acme, email="alice@example.com", role=Role.OWNER, actor=SYSTEM)
    client = Client()
    client.get(f"/invitations/{sent_token()}/")
    invited = Invitation.objects.get(email="alice@example.com")
    form = {"invitation": invited.pk, "name": "M", "password": ANOTHER_PASSWORD, "again": ANOTHER_PASSWORD}
    answer = client.post("/invitation/account/", form)
    assert answer.status_code == 400
    assert "can be used again from" in answer.content.decode()
    with pytest.raises(ValidationError, match="can be used again from"):
        users.create_user(email="alice@example.com", actor=SYSTEM)
    email_change.request_email_change(bob, email="alice@example.com", actor=proved(bob))
    assert CONFIRM not in sent_to_each(run_jobs)["alice@example.com"]
    assert not User.objects.filter(email="alice@example.com").exists()
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        users.create_user(email="alice@example.com", actor=SYSTEM)


@pytest.mark.django_db(transaction=True)
def test_nobody_gets_the_old_address_in_the_moment_of_the_change(alice: User, run_jobs: Any, within: Any) -> None:
    """Somebody who creates an account for it waits for the change, and is then refused."""
    email_change.request_email_change(alice, email=NEW, actor=proved(alice))
    run_jobs()
    ends = []

    def create() -> None:
        try:
            users.create_user(email="alice@example.com", actor=SYSTEM)
            ends.append("created")
        except ValidationError:
            ends.append("refused")
        finally:
            connections.close_all()

    def waits() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                " AND datname = current_database())"
            )
            return bool(cursor.fetchone()[0])

    thread = threading.Thread(target=create)
    with transaction.atomic():
        email_change.confirm_email_change(EmailChange.objects.get(), actor=proved(alice))
        thread.start()
        assert within(30, waits)
    thread.join(30)
    assert ends == ["refused"]


def test_an_invitation_to_the_old_address_is_not_the_persons_any_more(
    acme: Organization, other: Organization, alice: User, changed: Any, sent_token: Any, sign_in: Any
) -> None:
    invitations.invite(other, email="alice@example.com", role=Role.ADMIN, actor=SYSTEM)
    token = sent_token()
    changed(alice)
    client = sign_in(alice)
    assert client.get(f"/invitations/{token}/", follow=True).status_code == 403
    invited = Invitation.objects.get(email="alice@example.com")
    assert client.post("/invitation/", {"invitation": invited.pk}).status_code == 403
    assert not other.memberships.filter(user=alice).exists()


def test_the_way_back_takes_the_account_from_who_took_it(
    acme: Organization, alice: User, changed: Any, follow: Any, sign_in: Any, run_jobs: Any
) -> None:
    """Somebody has moved the account, set a password, a second factor, recovery codes and an identity of their own."""
    undo = changed(alice, "mallory@example.net")
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        alice.set_password(ANOTHER_PASSWORD)
        alice.save()
        TOTP.activate(alice, SECRET)
        RecoveryCodes.activate(alice)
        SocialAccount.objects.create(user=alice, provider="platform", uid="666")
        mallory = sign_in(alice)
        assert mallory.get("/account/").status_code == 200
    client = Client()
    page = client.get(undo, follow=True).content.decode()
    for said in ("alice@example.com", "mallory@example.net", "new password", "second factor", "24 hours"):
        assert said in page
    assert User.objects.get(pk=alice.pk).email == "mallory@example.net"
    answer = client.post(UNDO)
    assert answer.headers["Location"].startswith("/set-password/")
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"
    assert mallory.get("/account/").status_code == 302
    assert not Authenticator.objects.filter(user=alice).exists()
    assert not SocialAccount.objects.filter(user=alice).exists()
    for email in ("mallory@example.net", "alice@example.com"):
        assert Client().post("/sign-in/", {"login": email, "password": ANOTHER_PASSWORD}).status_code == 200
    form = client.get(answer.headers["Location"]).headers["Location"]
    assert client.post(form, {"new_password1": PASSWORD, "new_password2": PASSWORD}).status_code == 302
    assert client.post("/sign-in/", {"login": "alice@example.com", "password": PASSWORD}).headers["Location"] == "/"


def test_the_way_back_is_on_each_log_and_told_to_both_and_the_owners(
    acme: Organization, alice: User, bob: User, changed: Any, follow: Any, run_jobs: Any
) -> None:
    undo = changed(bob, "bob@new.example")
    assert follow(Client(), undo) == 302
    events = AuditEvent.objects.filter(action="user.email_restored", target_id=str(bob.pk))
    assert {each.organization_id for each in events} == {None, acme.public_id}
    told = sent_to_each(run_jobs)
    assert set(told) == {"bob@example.com", "bob@new.example", "alice@example.com"}
    for address in ("bob@example.com", "bob@new.example"):
        assert "was set back to bob@example.com" in told[address]
    assert follow(Client(), undo) == 404


@pytest.mark.parametrize("is_held", [False, True], ids=["free", "held"])
def test_the_way_back_opens_nothing_for_24_hours_and_shortens_no_hold(
    acme: Organization, alice: User, changed: Any, follow: Any, is_held: bool
) -> None:
    """Who reads the old mailbox could be somebody else by now."""
    undo = changed(alice)
    held_before = timezone.now() + HOLD - timedelta(minutes=1)
    if is_held:
        send_reset_link(alice, reason="Ticket 9", actor=SYSTEM)
        held_before = User.objects.get(pk=alice.pk).held_until or held_before
    follow(Client(), undo)
    alice.refresh_from_db()
    assert alice.held_until is not None
    assert alice.held_until >= held_before
    with pytest.raises(Held):
        members.add_member(acme, user=User.objects.create_user("n@example.com"), role=Role.ADMIN, actor=proved(alice))


def test_a_second_factor_from_before_the_change_stays(alice: User, changed: Any, follow: Any) -> None:
    """Else the old mailbox alone would get past it."""
    TOTP.activate(alice, SECRET)
    SocialAccount.objects.create(user=alice, provider="platform", uid="42")
    follow(Client(), changed(alice))
    assert Authenticator.objects.filter(user=alice, type="totp").exists()
    assert SocialAccount.objects.filter(user=alice).exists()


def test_the_way_back_ends_after_seven_days(alice: User, changed: Any, follow: Any) -> None:
    undo = changed(alice)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert follow(Client(), undo) == 404
    with time_machine.travel(timezone.now() + timedelta(days=6, hours=23)):
        assert follow(Client(), undo) == 302


def test_a_second_change_does_not_bury_the_first_way_back(alice: User, changed: Any, follow: Any) -> None:
    """Who took the account moves it on; their own way back ends with Alice's."""
    undo = changed(alice, "mallory@example.net")
    mallorys = changed(alice, "mallory@example.org")
    assert follow(Client(), undo) == 302
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"
    assert follow(Client(), mallorys) == 404
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_a_confirmation_that_waits_ends_with_the_way_back(
    alice: User, changed: Any, ask: Any, follow: Any, sign_in: Any
) -> None:
    undo = changed(alice, "mallory@example.net")
    waiting = ask(alice, "mallory@example.org")
    follow(Client(), undo)
    alice.refresh_from_db()
    assert follow(sign_in(alice), waiting) in {403, 404}
    assert User.objects.get(pk=alice.pk).email == "alice@example.com"


def test_the_way_back_works_for_a_deactivated_person_who_stays_so(alice: User, changed: Any, follow: Any) -> None:
    undo = changed(alice)
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert follow(Client(), undo) == 302
    alice.refresh_from_db()
    assert (alice.email, alice.is_active) == ("alice@example.com", False)


def test_mail_to_strangers_is_limited(alice: User, adam: User, run_jobs: Any) -> None:
    for _ in range(email_change.PER_ADDRESS):
        email_change.request_email_change(alice, email="stranger@example.net", actor=proved(alice))
    for person in (alice, adam):
        with pytest.raises(TooManySendings):
            email_change.request_email_change(person, email="stranger@example.net", actor=proved(person))
    for number in range(email_change.PER_PERSON - email_change.PER_ADDRESS):
        email_change.request_email_change(alice, email=f"stranger{number}@example.net", actor=proved(alice))
    with pytest.raises(TooManySendings):
        email_change.request_email_change(alice, email="another@example.net", actor=proved(alice))
    run_jobs()
    assert len([each for each in mail.outbox if each.to == ["stranger@example.net"]]) <= email_change.PER_ADDRESS


def test_the_page_says_when_a_limit_is_reached(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    for number in range(email_change.PER_PERSON):
        client.post(PAGE, {"email": f"stranger{number}@example.net"})
    answer = client.post(PAGE, {"email": "another@example.net"})
    assert answer.status_code == 400
    assert "Try again after" in answer.content.decode()


def test_who_signs_in_at_the_provider_alone_changes_it_too(
    alice: User, ask: Any, follow: Any, sign_in: Any, changed: Any
) -> None:
    """Their identity signs them in as before, since it is known by its id and not by the address."""
    alice.set_unusable_password()
    alice.save()
    SocialAccount.objects.create(user=alice, provider="platform", uid="42")
    changed(alice)
    assert SocialAccount.objects.get(uid="42").user.email == NEW


def test_addresses_are_forgotten_after_the_way_back(alice: User, changed: Any) -> None:
    changed(alice)
    forget_email_changes(timestamp=0)
    assert EmailChange.objects.count() == 1
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        forget_email_changes(timestamp=0)
    assert not EmailChange.objects.exists()


def test_an_address_that_got_into_other_hands_is_not_taken_back(alice: User, changed: Any) -> None:
    """An operator can create an account past the services."""
    undo = changed(alice)
    User.objects.create_user("alice@example.com")
    client = Client()
    client.get(undo)
    answer = client.post(UNDO)
    assert answer.status_code == 409
    assert "platform" in answer.content.decode()
    assert User.objects.get(pk=alice.pk).email == NEW


def test_the_service_of_the_way_back_reads_the_link_after_its_lock(alice: User, changed: Any) -> None:
    changed(alice)
    change = EmailChange.objects.get()
    email_change.undo_email_change(change, origin=Origin())
    with pytest.raises(email_change.LinkVoid):
        email_change.undo_email_change(change, origin=Origin())
