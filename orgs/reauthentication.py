"""Re-authentication: asking people to prove again who they are, without losing what they typed into a form."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from billing_audit.record import Actor, Target, record, record_denial
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.access import RECENT_AUTHENTICATION, Held, Mirrored, OrganizationClosed, ReauthenticationRequired
from orgs.layout import render_page
from orgs.people import get_people

_SAVED_INPUT: Final = "typed_before_reauthentication"
_MAX_SAVED_CHARACTERS: Final = 16_000
# A field whose name contains one of these is never saved in the session.
_SECRET_NAMES: Final = ("csrfmiddlewaretoken", "password", "code", "secret")


def is_recent(request: HttpRequest) -> bool:
    """Tell whether the signed-in person proved who they are within the last 15 minutes."""
    proved_at = get_people().proved_at(request)
    return proved_at is not None and datetime.now(UTC) - proved_at < RECENT_AUTHENTICATION


def take_saved_input(request: HttpRequest) -> dict[str, Any]:
    """Return what the person typed into this page's form before they had to prove who they are, and forget it.

    Use it as a form's ``initial`` when the page is shown again. It is empty for a POST, for another page or person, and
    after 15 minutes. It never contains passwords, codes or the CSRF token.
    """
    if request.method != "GET" or request.session.get(_SAVED_INPUT, {}).get("path") != request.path:
        return {}
    saved = request.session.pop(_SAVED_INPUT)
    is_fresh = time.time() - saved["at"] < RECENT_AUTHENTICATION / timedelta(seconds=1)
    return dict(saved["data"]) if is_fresh and saved.get("user") == str(request.user.pk) else {}


def record_proof(request: HttpRequest) -> None:
    """Record that the signed-in person proved again who they are."""
    actor = actors.as_member(actors.person(request), origin_of(request))
    record("user.reauthenticated", organization_id=None, actor=actor, target=actors.user_target(actors.person(request)))


def record_failure(request: HttpRequest, email: str, reason_code: str) -> None:
    """Record that somebody failed to prove that they are the person with this address, which is personal data."""
    person = get_people().find_by_email(email)
    record_denial(
        "user.sign_in_failed",
        organization_id=None,
        actor=Actor("anonymous", name=email[:254], origin=origin_of(request)),
        target=actors.user_target(person) if person else Target("user", ""),
        reason_code=reason_code,
    )


class ReauthenticationMiddleware:
    """Sends people to re-authenticate where a page, also one of the admin, raises ReauthenticationRequired.

    Where one raises Held, it shows until when the person may open nothing, and who can confirm them; where one raises
    OrganizationClosed, that nothing can be changed there; where one raises Mirrored, where the members are changed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Save what was typed, and redirect to ``prove_url``, which leads back to this page."""
        if isinstance(exception, Held):
            context = {"until": exception.until, "organization": exception.organization}
            return render_page(request, "orgs/ui/held.html", context, status=403)
        if isinstance(exception, OrganizationClosed):
            return render_page(request, "orgs/ui/closed.html", {"closed": exception}, status=403)
        if isinstance(exception, Mirrored):
            return render_page(request, "orgs/ui/mirrored.html", {"mirrored": exception}, status=403)
        if not isinstance(exception, ReauthenticationRequired):
            return None
        _save_input(request)
        return redirect(get_people().prove_url(request, request.path))


def _save_input(request: HttpRequest) -> None:
    data = {
        name: values[0] if len(values) == 1 else values
        for name, values in request.POST.lists()
        if not any(secret in name.lower() for secret in _SECRET_NAMES)
    }
    if sum(len(name) + len(str(value)) for name, value in data.items()) <= _MAX_SAVED_CHARACTERS:
        request.session[_SAVED_INPUT] = {
            "path": request.path,
            "user": str(request.user.pk),
            "at": time.time(),
            "data": data,
        }
