"""Each change of how a person signs in stands on their organizations' logs, and is e-mailed to them, once."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import User
from accounts.provider_identities import NoOtherWayIn, untie_identity
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.access import ReauthenticationRequired
from orgs.models import Organization
from tests.oidc_provider import Provider, walk

PASSWORD = "correct horse battery staple"
ANOTHER = "an entirely different phrase"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
ADD = "/account/second-factor/add/"


def code_for(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def change_password(client: Client, alice: User) -> None:
    client.post("/account/password/", {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER})


def set_password_by_link(client: Client, alice: User) -> None:
    uid, token = urlsafe_base64_encode(force_bytes(alice.pk)), default_token_generator.make_token(alice)
    form = client.get(f"/set-password/{uid}/{token}/").headers["Location"]
    client.post(form, {"new_password1": ANOTHER, "new_password2": ANOTHER})


def turn_second_factor_on(client: Client, alice: User) -> None:
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", client.get(ADD).content.decode())[1]  # type: ignore[index]
    client.post(ADD, {"code": code_for(secret)})


def prove_by_recovery_code(client: Client, alice: User) -> None:
    codes = RecoveryCodes(alice.authenticator_set.get(type="recovery_codes")).get_unused_codes()
    client.post("/account/prove/second-factor/", {"code": codes[0]})


# By what is done: whether Alice has a second factor before, the steps, the event, and the sentence of the e-mail.
CHANGES: dict[str, tuple[bool, Callable[[Client, User], object], str, str]] = {
    "a new password": (False, change_password, "user.password_set", "Your password was changed."),
    "a password by link": (
        False,
        set_password_by_link,
        "user.password_set",
        "Your password was set with a link that was sent to you.",
    ),
    "second factor on": (
        False,
        turn_second_factor_on,
        "user.second_factor_changed",
        "A second factor was set up for your account.",
    ),
    "second factor off": (
        True,
        lambda client, alice: client.post("/account/second-factor/remove/"),
        "user.second_factor_changed",
        "The second factor of your account was turned off.",
    ),
    "recovery codes made": (
        True,
        lambda client, alice: client.post("/account/recovery-codes/new/"),
        "user.second_factor_changed",
        "New recovery codes were created for your account. The old ones no longer work.",
    ),
    "recovery code used": (
        True,
        prove_by_recovery_code,
        "user.recovery_code_used",
        "A recovery code was used in place of a code from your authenticator app. 9 of them are left.",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_on_each_log_and_mailed(
    acme: Organization, alice: User, sign_in: Any, run_jobs: Callable[[], int], change: str
) -> None:
    has_factor, do, action, sentence = CHANGES[change]
    if has_factor:
        TOTP.activate(alice, SECRET)
        RecoveryCodes.activate(alice)
    run_jobs()
    mail.outbox.clear()
    do(sign_in(alice), alice)
    events = AuditEvent.objects.filter(action=action, actor_id=str(alice.pk), target_id=str(alice.pk))
    assert sorted(map(str, events.values_list("organization_id", flat=True))) == sorted(["None", acme.public_id])
    run_jobs()
    (message,) = mail.outbox
    assert message.to == ["alice@example.com"]
    assert f"{sentence} This was done by you" in message.body


@pytest.fixture
def tied(acme: Organization, alice: User, provider: Provider) -> User:
    """Alice, whom an identity of the provider signs in."""
    SocialAccount.objects.create(user=alice, provider="platform", uid="42", extra_data={})
    return alice


def test_an_untied_identity_signs_in_no_more(
    tied: User, acme: Organization, provider: Provider, sign_in: Any, run_jobs: Callable[[], int]
) -> None:
    client = sign_in(tied)
    assert "Example ID" in client.get("/account/").content.decode()
    assert "Stop signing in with Example ID?" in client.get("/account/provider/untie/").content.decode()
    assert client.post("/account/provider/untie/").headers["Location"] == "/account/"
    assert not SocialAccount.objects.exists()
    logs = AuditEvent.objects.filter(action="user.provider_unlinked").values_list("organization_id", flat=True)
    assert sorted(map(str, logs)) == sorted(["None", acme.public_id])
    run_jobs()
    assert "Your account at Example ID no longer signs you in. This was done by you" in mail.outbox[-1].body
    assert client.post("/account/provider/untie/").status_code == 404
    assert walk(provider, Client()).headers["Location"] == "/sign-in/tie/"


def test_untying_asks_for_proof(tied: User, sign_in: Any) -> None:
    answer = sign_in(tied, minutes_ago=16).post("/account/provider/untie/")
    assert answer.headers["Location"].startswith("/account/prove/")
    assert SocialAccount.objects.exists()


def test_nobody_unties_their_only_way_in(tied: User, provider: Provider) -> None:
    tied.set_unusable_password()
    tied.save()
    client = Client()
    walk(provider, client)
    assert "Set a password first" in client.get("/account/provider/untie/").content.decode()
    client.post("/account/provider/untie/")
    assert SocialAccount.objects.exists()


def test_the_service_itself_refuses_what_the_page_does(tied: User, bob: User) -> None:
    proved = actors.as_member(tied, authenticated_at=timezone.now())
    with pytest.raises(ReauthenticationRequired):
        untie_identity(tied, provider="platform", actor=actors.as_member(tied))
    for actor in (actors.command("tests"), actors.as_member(bob, authenticated_at=timezone.now())):
        with pytest.raises(PermissionDenied):
            untie_identity(tied, provider="platform", actor=actor)
    tied.set_unusable_password()
    tied.save()
    with pytest.raises(NoOtherWayIn):
        untie_identity(tied, provider="platform", actor=proved)
    assert SocialAccount.objects.exists()
    assert untie_identity(tied, provider="another", actor=proved) is False
