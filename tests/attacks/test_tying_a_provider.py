"""An administrator of the provider gives an identity of theirs somebody's address, to sign in as that person."""

import time
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from accounts import pending_tie
from accounts.models import User
from accounts.provider_identities import IdentityTaken, tie_identity
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Organization
from tests.oidc_provider import Provider, walk

PASSWORD = "correct horse battery staple"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
TIE = "/sign-in/tie/"
STEP = "/sign-in/second-factor/"


def code() -> str:
    return str(format_hotp_value(hotp_value(SECRET, int(time.time()) // 30)))


def is_signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def tied() -> list[int]:
    return list(SocialAccount.objects.values_list("user_id", flat=True))


@pytest.fixture
def attacker(provider: Provider, alice: User, acme: Organization) -> Client:
    """The browser of an administrator of the provider, whose identity has Alice's address."""
    return Client()


@pytest.mark.parametrize("has", ["password", "second factor", "both"])
def test_an_address_at_the_provider_is_no_key_to_a_person_with_proof_of_their_own(
    attacker: Client, provider: Provider, alice: User, has: str
) -> None:
    if has != "password":
        TOTP.activate(alice, SECRET)
    if has == "second factor":
        alice.set_unusable_password()
        alice.save()
    assert walk(provider, attacker).headers["Location"] == TIE
    guessed = attacker.post(TIE, {"password": "a guess"})
    if has != "second factor":
        assert "That is not your password." in guessed.content.decode()
    attacker.post(STEP, {"code": "000000"})
    assert not is_signed_in(attacker)
    assert tied() == []
    assert not AuditEvent.objects.filter(action="user.provider_linked").exists()


def test_the_mail_names_no_person_who_has_not_proved_that_it_was_them(
    attacker: Client, provider: Provider, alice: User, run_jobs: Callable[[], int]
) -> None:
    """Who has neither password nor second factor here proves nothing: all that is known is what the provider says."""
    alice.set_unusable_password()
    alice.save()
    walk(provider, attacker)
    assert tied() == [alice.pk]
    run_jobs()
    (body,) = (str(each.body) for each in mail.outbox if "can now sign in as you" in str(each.body))
    assert "This was done by somebody who signed in at Example ID as alice@example.com" in body
    assert "by you" not in body


def test_the_person_ties_it_with_their_password(
    attacker: Client, provider: Provider, alice: User, acme: Organization, run_jobs: Callable[[], int]
) -> None:
    browser = attacker
    walk(provider, browser)
    page = browser.get(TIE).content.decode()
    assert "An account at Example ID asks to sign in as alice@example.com." in page
    answer = browser.post(TIE, {"password": PASSWORD})
    assert answer.headers["Location"] == "/o/acme/billing-reads/"
    assert "From now on Example ID signs you in." in browser.get("/account/").content.decode()
    assert tied() == [alice.pk]
    logs = AuditEvent.objects.filter(action="user.provider_linked").values_list("organization_id", flat=True)
    assert set(logs) == {None, acme.public_id}
    run_jobs()
    assert "An account at Example ID can now sign in as you. This was done by you" in mail.outbox[-1].body
    again = Client()
    walk(provider, again)
    assert is_signed_in(again)


def test_with_a_second_factor_its_code_is_asked_for_too(attacker: Client, provider: Provider, alice: User) -> None:
    TOTP.activate(alice, SECRET)
    walk(provider, attacker)
    assert attacker.post(TIE, {"password": PASSWORD}).headers["Location"] == STEP
    assert tied() == []
    assert not is_signed_in(attacker)
    assert attacker.post(STEP, {"code": code()}).headers["Location"] == "/o/acme/billing-reads/"
    assert tied() == [alice.pk]


def test_a_second_factor_alone_ties_it_where_there_is_no_password(
    attacker: Client, provider: Provider, alice: User
) -> None:
    alice.set_unusable_password()
    alice.save()
    TOTP.activate(alice, SECRET)
    walk(provider, attacker)
    assert "password" not in attacker.get(TIE).content.decode().lower()
    assert attacker.post(TIE).headers["Location"] == STEP
    assert tied() == []
    attacker.post(STEP, {"code": code()})
    assert tied() == [alice.pk]


def test_a_person_with_neither_is_tied_at_once(
    attacker: Client, provider: Provider, alice: User, acme: Organization, run_jobs: Callable[[], int]
) -> None:
    alice.set_unusable_password()
    alice.save()
    walk(provider, attacker)
    assert tied() == [alice.pk]
    logs = AuditEvent.objects.filter(action="user.provider_linked").values_list("organization_id", flat=True)
    assert set(logs) == {None, acme.public_id}
    run_jobs()
    assert "An account at Example ID can now sign in as you." in mail.outbox[-1].body


def test_a_sign_in_elsewhere_in_the_same_browser_ties_nothing(
    attacker: Client, provider: Provider, alice: User
) -> None:
    """The attacker leaves the page open on a shared machine; Alice signs in there by the sign-in page."""
    walk(provider, attacker)
    attacker.post("/sign-in/", {"login": alice.email, "password": PASSWORD})
    assert is_signed_in(attacker)
    assert tied() == []
    assert attacker.get(TIE).headers["Location"] == "/sign-in/", "it does not wait for another sign-in"
    attacker.post("/sign-out/")
    assert attacker.get(TIE).headers["Location"] == "/sign-in/"


def test_another_persons_password_ties_nothing(attacker: Client, provider: Provider, alice: User, bob: User) -> None:
    User.objects.filter(pk=bob.pk).update(password=User.objects.create_user("x@example.com", "another phrase").password)
    walk(provider, attacker)
    attacker.post(TIE, {"login": bob.email, "password": "another phrase"})
    assert not is_signed_in(attacker)
    attacker.post("/sign-in/", {"login": bob.email, "password": "another phrase"})
    assert is_signed_in(attacker)
    assert tied() == []


def test_what_waits_for_one_person_is_tied_to_nobody_else_who_signs_in(
    attacker: Client, provider: Provider, alice: User, bob: User
) -> None:
    """The pages sign in nobody else while it waits for the second step; this does not rest on them."""
    TOTP.activate(alice, SECRET)
    bob.set_unusable_password()
    bob.save()
    walk(provider, attacker)
    assert attacker.post(TIE, {"password": PASSWORD}).headers["Location"].startswith(STEP)
    request = HttpRequest()
    request.session, request.user = attacker.session, bob
    waiting = pending_tie.pending(request)
    assert waiting is not None
    assert waiting[0].agreed
    pending_tie.complete(request, bob)
    assert tied() == []
    assert pending_tie.pending(request) is None


@pytest.mark.parametrize(("minutes", "location"), [(9, "/o/acme/billing-reads/"), (11, "/sign-in/")])
def test_it_waits_for_ten_minutes(
    attacker: Client, provider: Provider, alice: User, minutes: int, location: str
) -> None:
    walk(provider, attacker)
    with time_machine.travel(time.time() + 60 * minutes):
        assert attacker.post(TIE, {"password": PASSWORD}).headers["Location"] == location
        assert is_signed_in(attacker) is (minutes == 9)


def test_guesses_are_limited_and_recorded(attacker: Client, provider: Provider, alice: User) -> None:
    walk(provider, attacker)
    for _ in range(6):
        attacker.post(TIE, {"password": "a guess"})
    attacker.post(TIE, {"password": PASSWORD})
    assert not is_signed_in(attacker)
    failed = AuditEvent.objects.filter(action="user.sign_in_failed", target_id=str(alice.pk)).order_by("id")
    assert list(failed.values_list("reason_code", flat=True)) == ["wrong_password"] * 5 + ["too_many_attempts"] * 2


def test_without_an_identity_that_waits_there_is_no_such_page(db: None) -> None:
    for answer in (Client().get(TIE), Client().post(TIE, {"password": PASSWORD})):
        assert answer.headers["Location"] == "/sign-in/"


def test_a_person_who_is_deactivated_while_it_waits_stays_out(
    attacker: Client, provider: Provider, alice: User
) -> None:
    walk(provider, attacker)
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert attacker.get(TIE).headers["Location"] == "/sign-in/"
    assert attacker.post(TIE, {"password": PASSWORD}).headers["Location"] == "/sign-in/"
    assert tied() == []


def test_the_service_itself_asks_for_proof_and_for_the_person(alice: User, bob: User) -> None:
    identity: dict[str, Any] = {"provider": "platform", "uid": "42", "data": {}}
    with pytest.raises(ReauthenticationRequired):
        tie_identity(alice, **identity, actor=actors.as_member(alice))
    for actor in (actors.command("tests"), actors.as_member(bob, authenticated_at=timezone.now())):
        with pytest.raises(PermissionDenied):
            tie_identity(alice, **identity, actor=actor)
    proved = actors.as_member(alice, authenticated_at=timezone.now())
    for _ in range(2):
        tie_identity(alice, **identity, actor=proved)
    assert AuditEvent.objects.filter(action="user.provider_linked", organization_id=None).count() == 1
    with pytest.raises(IdentityTaken):
        tie_identity(alice, **{**identity, "uid": "43"}, actor=proved)
    with pytest.raises(IdentityTaken):
        tie_identity(bob, **identity, actor=actors.as_member(bob, authenticated_at=timezone.now()))
