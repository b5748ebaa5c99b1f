"""Passwords that somebody else chose: who signs in with one sets their own before anything else."""

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.models import User

_PAGE: Final = "account_change_password"
# The page that asks for the new password, those that it may lead to, and the way out.
_ALLOWED: Final = {
    _PAGE, "account_reauthenticate", "mfa_reauthenticate", "mfa_authenticate", "sign-in-again", "sign-out",
}  # fmt: skip


class PresetPasswordMiddleware:
    """Leads a person whose password is preset from every page to the one that changes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Redirect unless the page is one of those that are needed for it."""
        match = request.resolver_match
        # Without a session there is nobody to ask for, and the answer must not depend on cookies.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or match is None or match.view_name in _ALLOWED:
            return None
        if not (isinstance(request.user, User) and request.user.password_is_preset):
            return None
        messages.warning(request, "Somebody else chose your password. First set one that only you know.")
        return redirect(_PAGE)
