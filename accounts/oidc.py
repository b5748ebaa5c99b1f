"""Sign-in through the platform's own OpenID Connect provider, where the site is set up for it."""

from typing import Any, Final, NoReturn

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.models import User
from billing_audit.record import record
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.reauthentication import record_failure

# Signatures that only the provider can make: none that the client's secret, or nothing, would make too.
_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")


class SignedTokenAdapter(OpenIDConnectOAuth2Adapter):
    """Believes an ID token that one of the provider's published keys has signed, and user data that names a subject.

    allauth checks audience, issuer and time, but no signature, since the token comes from the provider itself.
    """

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            jwt.decode(id_token, self._key_of(id_token), algorithms=_ALGORITHMS, options={"verify_aud": False})
        except (jwt.PyJWTError, ValueError) as error:
            raise OAuth2Error("the ID token is not signed by the provider") from error
        claims: dict[str, Any] = super()._decode_id_token(app, id_token)
        return claims

    def _key_of(self, id_token: str) -> jwt.PyJWK:
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        name = jwt.get_unverified_header(id_token).get("kid")
        fitting = [key for key in keys if name is None or key.key_id == name]
        if len(fitting) != 1:
            raise ValueError(f"{len(fitting)} of the provider's keys fit")
        return fitting[0]

    def _fetch_user_info(self, access_token: str) -> dict[str, Any]:
        said = super()._fetch_user_info(access_token)
        if not isinstance(said, dict) or not said.get("sub"):
            raise OAuth2Error("the user data names no subject")
        return said


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Lets in people who are here already, found by an address that the provider has verified; makes nobody."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody signs up: people come by invitation, or are made by staff."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the person, and tie them to this identity at its first sign-in; later only the identity counts.

        Turns away: an address that is not verified (the JSON value true, no other) or that nobody here has, a
        second identity for a person who has one, and user data of another subject than the ID token's, which
        must be there.
        """
        if sociallogin.state.get("process") != "login":
            _turn_away(request, "", "Only signing in is possible here.", "not_a_sign_in")
        claims, token = _claims(sociallogin)
        email = str(claims.get("email") or "").strip().lower()
        if token.get("sub") != claims.get("sub"):
            _turn_away(request, email, "The provider's answer does not fit together.", "subject_differs")
        if sociallogin.is_existing:
            return
        if not email or claims.get("email_verified") is not True:
            _turn_away(request, email, "The provider has not verified your e-mail address.", "email_not_verified")
        person = User.objects.filter(email=email, is_active=True).first()
        if person is None:
            _turn_away(request, email, f"Nobody here signs in as {email}. Ask an admin to invite you.", "unknown")
        provider = sociallogin.account.provider
        if SocialAccount.objects.filter(user=person, provider=provider).exists():
            _turn_away(request, email, f"{email} signs in with another account of the provider.", "linked_already")
        with transaction.atomic():
            sociallogin.connect(request, person)
            record(
                "user.provider_linked",
                organization_id=None,
                actor=actors.as_member(person, origin_of(request)),
                target=actors.user_target(person),
                changes={"provider": (None, provider)},
            )

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        """Turn away whom the provider turns away, and any answer that we did not ask for."""
        _turn_away(request, "", "Signing in with the provider did not work. Try again.", "provider_error")

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing of allauth's own."""


def _claims(sociallogin: SocialLogin) -> tuple[dict[str, Any], dict[str, Any]]:
    data = sociallogin.account.extra_data
    return data.get("userinfo") or data.get("id_token") or {}, data.get("id_token") or {}


def turned_away(request: HttpRequest, email: str, said: str, reason_code: str) -> HttpResponse:
    """Record that somebody did not sign in through the provider, and say why on the sign-in page."""
    record_failure(request, email, reason_code)
    messages.error(request, said)
    return redirect("sign-in")


def _turn_away(request: HttpRequest, email: str, said: str, reason_code: str) -> NoReturn:
    raise ImmediateHttpResponse(turned_away(request, email, said, reason_code))
