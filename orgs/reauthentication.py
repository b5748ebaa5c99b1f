"""When the person behind a session last proved who they are, and asking them again without losing what they typed."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.logout import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from orgs.access import RECENT_AUTHENTICATION, ReauthenticationRequired
from orgs.models import User

_TYPED: Final = "typed_before_reauthentication"
_KEPT_CHARACTERS: Final = 16_000
# Never kept, whatever a form calls it.
_SECRET_NAMES: Final = ("csrfmiddlewaretoken", "password", "code", "secret")


def authenticated_at(request: HttpRequest) -> datetime | None:
    """Return when this person last proved who they are since they signed in, None where nobody did."""
    if not isinstance(request.user, User):
        return None
    times = [float(record["at"]) for record in get_authentication_records(request, request.user)]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def is_recent(request: HttpRequest) -> bool:
    """Tell whether the last proof lies within the last 15 minutes."""
    proved = authenticated_at(request)
    return proved is not None and datetime.now(UTC) - proved < RECENT_AUTHENTICATION


def typed(request: HttpRequest) -> dict[str, Any]:
    """Return what was typed into the form of this page before the person had to prove who they are, once.

    Use it as a form's ``initial`` when the page is shown again. Empty for a POST, another page, another person, or
    after 15 minutes. Passwords, codes and the CSRF token are never in it.
    """
    if request.method != "GET" or request.session.get(_TYPED, {}).get("path") != request.path:
        return {}
    kept = request.session.pop(_TYPED)
    is_fresh = time.time() - kept["at"] < RECENT_AUTHENTICATION / timedelta(seconds=1)
    return dict(kept["data"]) if is_fresh and kept.get("user") == request.user.pk else {}


def end_session_to_sign_in_again(request: HttpRequest) -> None:
    """Sign out a person whose only proof is to sign in anew; what they typed waits, for them alone."""
    kept = request.session.get(_TYPED)
    logout(request)
    if kept is not None:
        request.session[_TYPED] = kept


class ReauthenticationMiddleware:
    """Turns ReauthenticationRequired, raised by any page or page of the admin, into the question who is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Keep what was typed and send the person to prove who they are, and back."""
        if not isinstance(exception, ReauthenticationRequired):
            return None
        _keep(request)
        methods = get_adapter().get_reauthentication_methods(request.user)
        # A person with neither password nor second factor signs in anew, at the platform's provider.
        address = methods[0]["url"] if methods else reverse("sign-in-again")
        return redirect(f"{address}?{urlencode({'next': request.path})}")


def _keep(request: HttpRequest) -> None:
    data = {
        name: values[0] if len(values) == 1 else values
        for name, values in request.POST.lists()
        if not any(secret in name.lower() for secret in _SECRET_NAMES)
    }
    if sum(len(name) + len(str(value)) for name, value in data.items()) <= _KEPT_CHARACTERS:
        request.session[_TYPED] = {
            "path": request.path,
            "user": request.user.pk,
            "at": time.time(),
            "data": data,
        }
