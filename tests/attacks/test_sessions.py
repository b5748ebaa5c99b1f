"""Session fixation and theft: a session's key changes when it gains rights, and the session ends with its basis."""

import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import User
from config.settings import SESSION_COOKIE_NAME

PASSWORD = "correct horse battery staple"
ANOTHER = "an entirely different phrase"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def with_cookie(key: str) -> Client:
    """Return a browser that sends this cookie of a sign-in."""
    client = Client()
    client.cookies[SESSION_COOKIE_NAME] = key
    return client


def is_signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.fixture
def planted(db: None) -> str:
    """The key of a stored session that an attacker opened, and whose cookie the victim's browser now sends."""
    store = SessionStore()
    store["planted"] = "by the attacker"
    store.create()
    return str(store.session_key)


def test_the_key_changes_at_sign_in(alice: User, planted: str) -> None:
    victim, attacker = with_cookie(planted), with_cookie(planted)
    assert victim.post("/sign-in/", {"login": alice.email, "password": PASSWORD}).status_code == 302
    assert is_signed_in(victim)
    assert victim.cookies[SESSION_COOKIE_NAME].value != planted
    assert not is_signed_in(attacker)
    assert not Session.objects.filter(session_key=planted).exists()


def test_the_key_changes_at_the_second_factor(alice: User, planted: str) -> None:
    TOTP.activate(alice, SECRET)
    victim, attacker = with_cookie(planted), with_cookie(planted)
    victim.post("/sign-in/", {"login": alice.email, "password": PASSWORD})
    half_way = victim.cookies[SESSION_COOKIE_NAME].value if SESSION_COOKIE_NAME in victim.cookies else planted
    assert not is_signed_in(victim)
    code = format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))
    assert victim.post("/sign-in/second-factor/", {"code": code}).status_code == 302
    assert is_signed_in(victim)
    assert victim.cookies[SESSION_COOKIE_NAME].value not in {planted, half_way}
    assert not is_signed_in(attacker)
    assert not is_signed_in(with_cookie(half_way))


@pytest.mark.parametrize("made_up", ["a" * 32, "x", "0", "../../etc", ""])
def test_a_key_that_nobody_gave_out_is_never_taken(alice: User, made_up: str) -> None:
    victim = with_cookie(made_up)
    assert victim.post("/sign-in/", {"login": alice.email, "password": PASSWORD}).status_code == 302
    assert victim.cookies[SESSION_COOKIE_NAME].value != made_up
    assert not is_signed_in(with_cookie(made_up))


def test_another_persons_session_is_emptied_at_sign_in(alice: User, charlie: User, sign_in: Any) -> None:
    shared = sign_in(charlie)
    charlies = shared.cookies[SESSION_COOKIE_NAME].value
    session = shared.session
    session["typed_before_reauthentication"] = {"path": "/account/", "at": time.time(), "data": {"name": "x"}}
    session.save()
    shared.post("/sign-out/")
    shared.post("/sign-in/", {"login": alice.email, "password": PASSWORD})
    assert "typed_before_reauthentication" not in shared.session
    assert shared.cookies[SESSION_COOKIE_NAME].value != charlies
    assert not is_signed_in(with_cookie(charlies))


def test_signing_out_ends_the_session_for_whoever_copied_it(alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    thief = with_cookie(client.cookies[SESSION_COOKIE_NAME].value)
    assert is_signed_in(thief)
    client.post("/sign-out/")
    assert not is_signed_in(thief)


def test_a_changed_password_ends_every_other_session(alice: User, sign_in: Any) -> None:
    client, thief = sign_in(alice), sign_in(alice)
    copied = with_cookie(client.cookies[SESSION_COOKIE_NAME].value)
    data = {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER}
    assert client.post("/account/password/", data).status_code == 302
    assert is_signed_in(client)
    assert not is_signed_in(thief)
    assert not is_signed_in(copied)


def test_a_password_set_through_a_link_ends_every_session(alice: User, sign_in: Any) -> None:
    thief = sign_in(alice)
    uid, token = urlsafe_base64_encode(force_bytes(alice.pk)), default_token_generator.make_token(alice)
    client = Client()
    form = client.get(f"/set-password/{uid}/{token}/").headers["Location"]
    assert client.post(form, {"new_password1": ANOTHER, "new_password2": ANOTHER}).status_code == 302
    assert not is_signed_in(thief)


def test_a_deactivated_persons_session_ends(alice: User, sign_in: Any) -> None:
    thief = sign_in(alice)
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert not is_signed_in(thief)


def test_proof_of_one_session_is_none_of_another(alice: User, acme: Any, sign_in: Any) -> None:
    """The owner re-authenticates in one session. An older copy of the session in another browser gains nothing."""
    thief = sign_in(alice, minutes_ago=16)
    owner = sign_in(alice, minutes_ago=16)
    owner.post("/account/prove/", {"password": PASSWORD})
    answer = thief.post("/o/acme/billing-reads/turn-on/", {"limit": "none", "version": "0"})
    assert answer.headers["Location"].startswith("/account/prove/")
