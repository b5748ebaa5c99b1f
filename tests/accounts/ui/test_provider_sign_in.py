"""Sign-in through an OpenID Connect provider, which gives false answers on demand."""

import base64
import hmac
import io
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount, SocialToken
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from billing_audit.models import AuditEvent
from orgs.models import Organization
from tests.oidc_provider import BACK, KEY, START, Provider, walk

STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def alice(alice: User) -> User:
    """Owner of Acme, with neither password nor second factor here. Others: tests/attacks/test_tying_a_provider.py."""
    alice.set_unusable_password()
    alice.save()
    return alice


def turned_away(client: Client, answer: Any, reason: str) -> bool:
    assert answer.headers["Location"] == "/sign-in/"
    assert client.get("/account/").status_code == 302
    return AuditEvent.objects.get(action="user.sign_in_failed").reason_code == reason


def test_a_person_who_is_here_signs_in_and_is_tied_once(provider: Provider, alice: User, acme: Organization) -> None:
    client = Client()
    assert "Sign in with Example ID" in client.get("/sign-in/").content.decode()
    for _ in range(2):
        answer = walk(provider, client)
        assert answer.headers["Location"] == "/o/acme/billing-reads/"
        assert client.get("/account/").status_code == 200
        client.post("/sign-out/")
    assert SocialAccount.objects.get().user == alice
    assert not SocialToken.objects.exists()
    assert AuditEvent.objects.filter(action="user.provider_linked", organization_id=None).count() == 1
    assert AuditEvent.objects.filter(action="user.signed_in").count() == 2


def test_the_address_is_taken_in_any_letter_case(provider: Provider, alice: User) -> None:
    provider.claims["email"] = "Alice@EXAMPLE.com"
    client = Client()
    walk(provider, client)
    assert client.get("/account/").status_code == 200


def test_the_second_factor_is_asked_for_too(provider: Provider, alice: User) -> None:
    walk(provider, Client())
    TOTP.activate(alice, generate_totp_secret())
    assert Authenticator.objects.count() == 1
    client = Client()
    assert walk(provider, client).headers["Location"] == "/sign-in/second-factor/"
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("verified", [False, None, "true", "false", 1, "absent"])
def test_an_address_that_is_not_verified_lets_nobody_in(provider: Provider, alice: User, verified: Any) -> None:
    provider.claims["email_verified"] = verified
    if verified == "absent":
        del provider.claims["email_verified"]
    client = Client()
    assert turned_away(client, walk(provider, client), "email_not_verified")
    assert not SocialAccount.objects.exists()


def test_somebody_unknown_is_not_signed_up(provider: Provider, alice: User) -> None:
    provider.claims["email"] = "mallory@example.com"
    client = Client()
    assert turned_away(client, walk(provider, client), "unknown")
    assert User.objects.count() == 1


def test_a_deactivated_person_stays_out(provider: Provider, alice: User) -> None:
    walk(provider, Client())
    User.objects.update(is_active=False)
    client = Client()
    assert turned_away(client, walk(provider, client), "inactive")


def test_a_second_identity_does_not_take_a_tied_person_over(provider: Provider, alice: User) -> None:
    walk(provider, Client())
    provider.claims["sub"] = provider.token_claims["sub"] = "43"
    client = Client()
    assert turned_away(client, walk(provider, client), "linked_already")
    assert SocialAccount.objects.get().uid == "42"


def test_user_data_of_another_subject_is_refused(provider: Provider, alice: User) -> None:
    provider.claims["sub"] = "43"
    client = Client()
    assert turned_away(client, walk(provider, client), "subject_differs")


@pytest.mark.parametrize(
    "lie", [{"aud": "another client"}, {"iss": "https://evil.example"}, {"exp": 1}], ids=["audience", "issuer", "time"]
)
def test_a_token_that_is_not_for_us_is_refused(provider: Provider, alice: User, lie: dict[str, Any]) -> None:
    provider.token_claims = lie
    client = Client()
    assert turned_away(client, walk(provider, client), "provider_error")


def public_pem() -> bytes:
    return KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize(
    "sign",
    [
        lambda claims: jwt.encode(claims, STRANGER, "RS256", headers={"kid": "1"}),
        lambda claims: jwt.encode(claims, KEY, "RS256", headers={"kid": "2"}),
        lambda claims: jwt.encode(claims, "s" * 32, "HS256", headers={"kid": "1"}),
        lambda claims: jwt.encode(claims, None, "none", headers={"kid": "1"}),
        lambda claims: by_hand(claims, hmac.new(public_pem(), digestmod="sha256")),
        lambda claims: jwt.encode(claims, KEY, "RS256", headers={"kid": "1"})[:-8] + "AAAAAAAA",
        lambda claims: "not.a.token",
    ],
    ids=["another key", "unknown key", "client's secret", "none", "public key as secret", "broken", "no token at all"],
)
def test_a_token_that_the_provider_did_not_sign_is_refused(provider: Provider, alice: User, sign: Any) -> None:
    provider.sign = sign
    client = Client()
    assert turned_away(client, walk(provider, client), "provider_error")
    assert not SocialAccount.objects.exists()


def by_hand(claims: dict[str, Any], mac: "hmac.HMAC") -> str:
    """Sign with the public key as if it were a shared secret. It is written out since jwt.encode refuses to."""
    parts = ({"alg": "HS256", "typ": "JWT", "kid": "1"}, claims)
    signed = b".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    mac.update(signed)
    return (signed + b"." + base64.urlsafe_b64encode(mac.digest()).rstrip(b"=")).decode()


def test_a_key_without_a_name_is_found_where_it_is_the_only_one(provider: Provider, alice: User) -> None:
    provider.sign = lambda claims: jwt.encode(claims, KEY, "RS256")
    client = Client()
    walk(provider, client)
    assert client.get("/account/").status_code == 200


def test_user_data_without_a_token_signs_nobody_in(provider: Provider, alice: User) -> None:
    provider.sign = lambda claims: ""
    client = Client()
    assert turned_away(client, walk(provider, client), "subject_differs")


def test_user_data_without_a_subject_signs_nobody_in(provider: Provider, alice: User) -> None:
    del provider.claims["sub"]
    client = Client()
    assert turned_away(client, walk(provider, client), "provider_error")


def test_a_provider_that_is_away_is_said_to_be(provider: Provider, alice: User, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    client = Client()
    answer = client.post(START)
    assert turned_away(client, answer, "provider_away")
    assert "does not answer" in client.get("/sign-in/").content.decode()


@pytest.mark.parametrize("change", [{"state": "another"}, {"state": ""}, {"error": "access_denied", "code": ""}])
def test_an_answer_that_we_did_not_ask_for_signs_nobody_in(
    provider: Provider, alice: User, change: dict[str, str]
) -> None:
    client = Client()
    answer = walk(provider, client, **change)
    assert answer.status_code == 302
    assert client.get("/account/").status_code == 302


def test_the_answer_to_another_browser_is_not_taken(provider: Provider, alice: User) -> None:
    attacker, victim = Client(), Client()
    sent = attacker.post(START)
    asked = parse_qs(urlsplit(sent.headers["Location"]).query)
    victim.get(BACK, {"code": "c", "state": asked["state"][0]})
    assert victim.get("/account/").status_code == 302


def test_nobody_ties_another_identity_to_an_open_session(provider: Provider, alice: User, sign_in: Any) -> None:
    client = sign_in(alice)
    sent = client.post(START, {"process": "connect"})
    asked = parse_qs(urlsplit(sent.headers["Location"]).query)
    provider.challenge = asked["code_challenge"][0]
    client.get(BACK, {"code": "c", "state": asked["state"][0]})
    assert not SocialAccount.objects.exists()


def test_the_button_needs_a_post_and_a_token(provider: Provider, db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.get(START).status_code == 200
    assert client.post(START).status_code == 403


def test_without_settings_there_is_no_such_sign_in(db: None) -> None:
    assert "Sign in with" not in Client().get("/sign-in/").content.decode()
    assert Client().post(START).status_code == 404
    assert Client().get(BACK).status_code == 404


@pytest.mark.parametrize("is_tied", [True, False])
def test_a_password_that_somebody_else_chose_does_not_survive_it(
    provider: Provider, alice: User, monkeypatch: Any, is_tied: bool
) -> None:
    if is_tied:
        walk(provider, Client())
    monkeypatch.setattr("getpass.getpass", lambda prompt="": "chosen by somebody else")
    call_command("changepassword", "alice@example.com", "--reason", "Ticket 9", stdout=io.StringIO())
    client = Client()
    walk(provider, client)
    assert client.get("/account/").status_code == 200
    assert not User.objects.get(pk=alice.pk).has_usable_password()
    assert AuditEvent.objects.filter(action="user.password_removed").exists()
