"""Sign-in through the platform's own OpenID Connect provider, if the settings name one."""

import time
from collections.abc import Mapping
from typing import Any, Final, NoReturn

import jwt
from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts import pending_tie
from accounts.models import User
from accounts.proof import Proof, remember_proof
from accounts.provider_identities import has_proof_of_their_own, tie_identity
from accounts.users import forget_preset_password
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.people import get_people
from orgs.reauthentication import record_failure, record_proof

# Public-key algorithms only, whose signatures nobody but the provider can make: no HMAC with the client's secret, and
# not "none".
_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")

# What tells a provider to authenticate a person now, even if they have a session there, and to say when it did.
PROOF_PARAMETERS: Final[Mapping[str, str]] = {"prompt": "login", "max_age": "0"}
# By how many seconds the provider's clock may differ from this site's.
CLOCK_SKEW: Final = 30


class SignedTokenAdapter(OpenIDConnectOAuth2Adapter):
    """Also requires that one of the provider's published keys signed the ID token, and that user data has a subject.

    allauth checks the token's audience, issuer and times, but not its signature, since it fetched the token itself.
    """

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            jwt.decode(id_token, self._key_of(id_token), algorithms=_ALGORITHMS, options={"verify_aud": False})
        except (jwt.PyJWTError, ValueError) as error:
            raise OAuth2Error("The ID token is not signed by the provider.") from error
        claims: dict[str, Any] = super()._decode_id_token(app, id_token)
        return claims

    def _key_of(self, id_token: str) -> jwt.PyJWK:
        with get_adapter().get_requests_session() as session:
            response = session.get(self.openid_config["jwks_uri"])
            response.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(response.json()).keys
        key_id = jwt.get_unverified_header(id_token).get("kid")
        matches = [key for key in keys if key_id is None or key.key_id == key_id]
        if len(matches) != 1:
            raise ValueError(f"{len(matches)} of the provider's keys match the ID token; exactly one must.")
        return matches[0]

    def _fetch_user_info(self, access_token: str) -> dict[str, Any]:
        user_info = super()._fetch_user_info(access_token)
        if not isinstance(user_info, dict) or not user_info.get("sub"):
            raise OAuth2Error("The provider's user data has no subject.")
        return user_info


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Signs in existing people, found by an e-mail address that the provider has verified. It creates nobody."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Refuse sign-up: people come by invitation, or staff create them."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the person by e-mail address and tie this identity to them; later sign-ins use the identity alone.

        Refuses user data whose subject is not that of the ID token, and an ID token without a subject. At the first
        sign-in, refuses an address that is not verified (``email_verified`` must be the JSON value true) or that nobody
        here has, and a second identity for a person who has one. A person with a password or a second factor is first
        led to prove by these that the identity is theirs.
        """
        data = sociallogin.account.extra_data
        token = data.get("id_token") or {}
        claims = data.get("userinfo") or token
        email = str(claims.get("email") or "").strip().lower()
        if token.get("sub") != claims.get("sub"):
            _refuse(request, email, "The provider's answer does not fit together.", "subject_differs")
        asked = sociallogin.state.get("data")
        if asked is not None:
            _accept_proof(request, sociallogin, token, asked["asked_at"])
            return
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            _refuse(request, "", "Only signing in is possible here.", "not_a_sign_in")
        if sociallogin.is_existing:
            _forget_preset_password(request, sociallogin.user)
            return
        if not email or claims.get("email_verified") is not True:
            _refuse(request, email, "The provider has not verified your e-mail address.", "email_not_verified")
        person = User.objects.filter(email=email, is_active=True).first()
        if person is None:
            _refuse(request, email, f"Nobody here signs in as {email}. Ask an admin to invite you.", "unknown")
        _forget_preset_password(request, person)
        _tie(request, person, sociallogin)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        """Refuse where the provider answers with an error, or sends an answer that this browser did not ask for."""
        _refuse(request, "", "Signing in with the provider did not work. Try again.", "provider_error")

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send no e-mail of allauth's."""


def _forget_preset_password(request: HttpRequest, person: User) -> None:
    forget_preset_password(person, actor=actors.as_member(person, origin_of(request)))
    # allauth goes on with this instance: it saves it, and ties the session to its password.
    person.refresh_from_db(fields=["password", "password_is_preset"])


def refusal(request: HttpRequest, email: str, message: str, reason_code: str) -> HttpResponse:
    """Record that a sign-in through the provider failed; redirect to the sign-in page, which shows the message."""
    record_failure(request, email, reason_code)
    messages.error(request, message)
    return redirect("sign-in")


def _tie(request: HttpRequest, person: User, sociallogin: SocialLogin) -> None:
    """Tie the identity to a person who has nothing else to sign in with; lead anybody else to the page that asks."""
    provider = sociallogin.account.provider
    if SocialAccount.objects.filter(user=person, provider=provider).exists():
        message = f"{person.email} signs in with another account of the provider."
        _refuse(request, person.email, message, "linked_already")
    if has_proof_of_their_own(person):
        if request.user.is_authenticated:
            get_account_adapter().logout(request)
        pending_tie.hold(request, person, sociallogin)
        raise ImmediateHttpResponse(redirect("tie-provider"))
    account = sociallogin.account
    actor = actors.as_member(person, origin_of(request))
    tie_identity(person, provider=provider, uid=account.uid, data=account.extra_data, actor=actor)
    sociallogin.lookup()


def _accept_proof(request: HttpRequest, sociallogin: SocialLogin, token: dict[str, Any], asked_at: float) -> None:
    """Count the return from the provider as a proof of the signed-in person, if the ID token says that it is one.

    It must be of the identity that signs them in, and the sign-in there not before they were sent to the provider.
    """
    person = request.user
    if not isinstance(person, User):
        _refuse(request, "", "You have signed out in the meantime. Sign in again.", "signed_out")
    authenticated_at = _authenticated_since(asked_at, token)
    if authenticated_at is None or not sociallogin.is_existing or sociallogin.user != person:
        record_failure(request, person.email, "not_authenticated_again")
        messages.error(request, "The provider did not confirm that you signed in there just now.")
        raise ImmediateHttpResponse(redirect(get_people().prove_url(request, sociallogin.state.get("next", ""))))
    with transaction.atomic():
        record_proof(request)
        remember_proof(request, person, Proof.AT_PROVIDER, authenticated_at)


def _authenticated_since(asked_at: float, token: dict[str, Any]) -> float | None:
    """Return when the provider authenticated the person, in seconds since 1970; None if it was before, or unsaid."""
    auth_time, now = token.get("auth_time"), time.time()
    if not isinstance(auth_time, int | float) or isinstance(auth_time, bool):
        return None
    return min(auth_time, now) if asked_at - CLOCK_SKEW <= auth_time <= now + CLOCK_SKEW else None


def _refuse(request: HttpRequest, email: str, message: str, reason_code: str) -> NoReturn:
    raise ImmediateHttpResponse(refusal(request, email, message, reason_code))
