"""Somebody at an unlocked browser, or who knows a password: what counts as proof of who a person is."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import User
from accounts.proof import Proof, proved_at, remember_proof
from accounts.second_factor_link import link_path, may_set_up, open_link
from billing_access.access.models import OptIn
from orgs.models import Organization

PASSWORD = "correct horse battery staple"
ANOTHER = "an entirely different phrase"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
TURN_ON = "/o/acme/billing-reads/turn-on/"
BY_CODE = "/account/prove/second-factor/"
# What somebody would do at the unlocked browser of a person with a second factor, knowing the password alone.
STEPS: dict[str, dict[str, str]] = {
    "/account/second-factor/remove/": {},
    "/account/recovery-codes/new/": {},
    "/account/password/": {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER},
    TURN_ON: {"limit": "none", "version": "0"},
}


def code() -> str:
    return str(format_hotp_value(hotp_value(SECRET, int(time.time()) // 30)))


def state_of(person: User) -> tuple[Any, ...]:
    """Return what these steps would change."""
    factors = Authenticator.objects.filter(user=person).order_by("pk").values_list("pk", "data")
    password = User.objects.get(pk=person.pk).password
    return list(factors), password, list(OptIn.objects.filter(enabled=True).values_list("pk", flat=True))


@pytest.fixture
def unlocked(alice: User, acme: Organization, sign_in: Any) -> Client:
    """The browser of an owner with a second factor, who signed in with both steps 16 minutes ago."""
    TOTP.activate(alice, SECRET)
    client: Client = sign_in(alice, minutes_ago=16)
    return client


@pytest.mark.parametrize("path", STEPS)
def test_a_password_alone_is_no_proof_for_a_person_with_a_second_factor(
    unlocked: Client, alice: User, path: str
) -> None:
    before = state_of(alice)
    unlocked.post("/account/prove/", {"password": PASSWORD})
    answer = unlocked.post(path, STEPS[path])
    assert answer.headers["Location"].startswith(BY_CODE)
    assert state_of(alice) == before
    unlocked.post(BY_CODE, {"code": code()})
    assert unlocked.post(path, STEPS[path]).status_code == 302
    assert state_of(alice) != before


def test_a_password_typed_just_before_the_second_factor_was_set_up_elsewhere_is_no_proof(
    alice: User, acme: Organization, sign_in: Any
) -> None:
    unlocked = sign_in(alice, minutes_ago=16)
    unlocked.post("/account/prove/", {"password": PASSWORD})
    TOTP.activate(alice, SECRET)
    for path, data in STEPS.items():
        assert unlocked.post(path, data).headers["Location"].startswith(BY_CODE), path


def test_a_code_of_a_second_factor_that_was_replaced_since_is_no_proof(
    unlocked: Client, alice: User, acme: Organization
) -> None:
    unlocked.post(BY_CODE, {"code": code()})
    Authenticator.objects.filter(user=alice).delete()
    TOTP.activate(alice, SECRET)
    assert unlocked.post(TURN_ON, STEPS[TURN_ON]).headers["Location"].startswith(BY_CODE)


def test_recovery_codes_are_not_shown_for_a_password(unlocked: Client) -> None:
    unlocked.post(BY_CODE, {"code": code()})
    unlocked.post("/account/recovery-codes/new/")
    session = unlocked.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session.save()
    assert unlocked.get("/account/recovery-codes/").headers["Location"].startswith(BY_CODE)


def test_the_code_is_asked_for_first_and_nothing_else_is_offered(unlocked: Client) -> None:
    asked = unlocked.get("/account/second-factor/remove/").headers["Location"]
    assert asked.startswith(BY_CODE)
    page = unlocked.get(asked).content.decode()
    assert "Enter your code to continue." in page
    assert "password" not in page.lower()
    assert unlocked.get("/account/prove/?next=/account/").headers["Location"] == f"{BY_CODE}?next=%2Faccount%2F"


def test_signing_in_with_both_steps_is_proof(alice: User, acme: Organization) -> None:
    TOTP.activate(alice, SECRET)
    client = Client()
    client.post("/sign-in/", {"login": alice.email, "password": PASSWORD})
    client.post("/sign-in/second-factor/", {"code": code()})
    assert client.post(TURN_ON, STEPS[TURN_ON]).headers["Location"] == "/o/acme/billing-reads/"


@pytest.fixture
def request_of(db: None) -> Callable[[User], HttpRequest]:
    """Requests of different people with one session, as if a sign-in had not emptied it."""
    session = SessionStore()

    def make(person: User) -> HttpRequest:
        request = HttpRequest()
        request.session, request.user = session, person
        return request

    return make


def test_a_proof_in_the_session_is_of_the_person_who_gave_it(
    request_of: Callable[[User], HttpRequest], alice: User, bob: User
) -> None:
    now = time.time()
    remember_proof(request_of(alice), alice, Proof.AT_PROVIDER, now)
    assert proved_at(request_of(alice), alice) is not None
    assert proved_at(request_of(bob), bob) is None
    remember_proof(request_of(bob), bob, Proof.PASSWORD, now - 9000)
    proved = proved_at(request_of(bob), bob)
    assert proved is not None
    assert abs(proved.timestamp() - (now - 9000)) < 1
    request_of(alice).session["account_authentication_methods"] = [{"method": "password", "at": now}]
    request_of(alice).session["account_authentication_methods_user"] = str(alice.pk)
    proved = proved_at(request_of(bob), bob)
    assert proved is not None
    assert abs(proved.timestamp() - (now - 9000)) < 1


def test_one_proof_does_not_make_another_forgotten(request_of: Callable[[User], HttpRequest], alice: User) -> None:
    """The second factor that was set up stays a proof, although a password, which is none then, is remembered later."""
    TOTP.activate(alice, SECRET)
    at = time.time() + 1
    remember_proof(request_of(alice), alice, Proof.NEW_SECOND_FACTOR, at)
    remember_proof(request_of(alice), alice, Proof.PASSWORD, at + 60)
    proved = proved_at(request_of(alice), alice)
    assert proved is not None
    assert abs(proved.timestamp() - at) < 0.01


def test_what_a_mailed_link_opened_in_the_session_is_open_to_its_person_alone(
    request_of: Callable[[User], HttpRequest], alice: User, bob: User
) -> None:
    assert open_link(request_of(alice), link_path(alice).rstrip("/").rpartition("/")[2])
    assert may_set_up(request_of(alice))
    assert not may_set_up(request_of(bob))


@pytest.mark.parametrize("factor", [True, False])
def test_a_password_set_by_the_mailed_link_is_no_proof(
    alice: User, acme: Organization, sign_in: Any, factor: bool
) -> None:
    if factor:
        TOTP.activate(alice, SECRET)
    client = sign_in(alice, minutes_ago=16)
    uid, token = urlsafe_base64_encode(force_bytes(alice.pk)), default_token_generator.make_token(alice)
    form = client.get(f"/set-password/{uid}/{token}/").headers["Location"]
    assert client.post(form, {"new_password1": ANOTHER, "new_password2": ANOTHER}).status_code == 302
    assert client.post(TURN_ON, STEPS[TURN_ON]).headers["Location"].startswith(("/sign-in/", "/account/prove/"))
    assert not OptIn.objects.filter(enabled=True).exists()
