"""Signing in and re-authentication through django-allauth: what differs from its defaults."""

import uuid
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from accounts import pending_tie
from accounts.models import User
from accounts.person_events import record_person, record_sign_in_change
from accounts.second_factor_link import may_set_up
from accounts.staff import hold_after_preset_password, hold_notice
from accounts.tasks import send_password_link
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.reauthentication import record_failure

# The reason code of an attempt that a limit stops before the password or code is looked at.
TOO_MANY_ATTEMPTS: Final = "too_many_attempts"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed, the texts are our own, and every step is recorded in the platform's log."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The e-mail address and the password do not match an account that may sign in. "
        "Check both; the password is case-sensitive.",
        "too_many_login_attempts": "Too many attempts failed. Wait a few minutes, then try again.",
        "incorrect_password": "That is not your password. It is case-sensitive.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse sign-up: people come by invitation, or staff create them."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Accept only a path of this site: no scheme, no host (not even the site's own), no malformed URL."""
        return url is not None and url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the same address as audit events have, which respects TRUSTED_PROXIES."""
        return origin_of(request).address

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Add no message of allauth's: the pages show their own."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send no e-mail of allauth's."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Let allauth set up a second factor where ``may_set_up`` does. Its other pages ask for proof themselves."""
        return not may_set_up(context.request)

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """Offer the second factor alone to a person who has one, since the password alone is no proof then."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"] == "mfa_reauthenticate"] or methods

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Tell whether this is the password of the signed-in person."""
        authenticated = self.authenticate(context.request, email=user.get_username(), password=password)
        return authenticated is not None and authenticated.pk == user.pk

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return no link: the worker makes it while it sends the e-mail, so that it is never stored."""
        return ""

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        """Queue the e-mail with the link, so that the answer takes as long as for an unknown address."""
        send_password_link.defer(message=str(uuid.uuid4()), user_id=str(user.pk))

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Sign in and record it. If an identity of the provider waited for this sign-in, tie it."""
        with transaction.atomic():
            super().login(request, user)
            _record(request, "user.signed_in", user)
            pending_tie.complete(request, _person(user))

    def logout(self, request: HttpRequest) -> None:
        """Sign out and record it."""
        with transaction.atomic():
            _record(request, "user.signed_out", request.user)
            super().logout(request)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Set a password, record it and e-mail that it was changed. This ends the person's other sessions.

        A person who replaces a password that a command set for them opens nothing for 24 hours from now.
        """
        with transaction.atomic():
            person = _person(user)
            changes = hold_after_preset_password(person)
            super().set_password(user, password)
            actor = actors.as_member(person, origin_of(context.request))
            what = f"Your password was changed. {hold_notice(person) if changes else ''}".strip()
            record_sign_in_change("user.password_set", person, actor, changes, what=what)

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Refuse and record a deactivated person, whose password was right."""
        record_failure(request, user.get_username(), "inactive")
        messages.error(request, "This account may not sign in any more. Ask anyone who looks after it.")
        return redirect("sign-in")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse further attempts after too many failed ones. Each refusal is recorded, whatever the password was."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            record_failure(request, str(credentials.get("email") or ""), TOO_MANY_ATTEMPTS)
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Record a wrong password. The e-mail address is stored as personal data, outside the event itself."""
        record_failure(request, str(credentials.get("email") or ""), "wrong_password")


def _record(request: HttpRequest, action: str, user: Any) -> None:
    person = _person(user)
    record_person(action, person, actors.as_member(person, origin_of(request)))


def _person(user: Any) -> User:
    if not isinstance(user, User):
        raise TypeError("only a person signs in or out")
    return user
