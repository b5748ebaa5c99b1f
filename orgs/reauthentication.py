"""When the person behind a session last proved who they are, and asking them again without losing what they typed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from billing_audit.record import Actor, Target, record, record_denial
from billing_audit.request_context import origin_of
from orgs import actors
from orgs.access import RECENT_AUTHENTICATION, ReauthenticationRequired
from orgs.people import get_people

_TYPED: Final = "typed_before_reauthentication"
_KEPT_CHARACTERS: Final = 16_000
# Never kept, whatever a form calls it.
_SECRET_NAMES: Final = ("csrfmiddlewaretoken", "password", "code", "secret")


def is_recent(request: HttpRequest) -> bool:
    """Tell whether the last proof lies within the last 15 minutes."""
    proved = get_people().proved_at(request)
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
    return dict(kept["data"]) if is_fresh and kept.get("user") == str(request.user.pk) else {}


@contextmanager
def keeping_typed(request: HttpRequest) -> Iterator[None]:
    """Keep what was typed, for the same person alone, although the block ends their session."""
    kept = request.session.get(_TYPED)
    yield
    if kept is not None:
        request.session[_TYPED] = kept


def record_proof(request: HttpRequest) -> None:
    """Record that the signed-in person proved again who they are."""
    actor = actors.as_member(actors.person(request), origin_of(request))
    record("user.reauthenticated", organization_id=None, actor=actor, target=actors.user_target(actors.person(request)))


def record_failure(request: HttpRequest, tried: str, reason_code: str) -> None:
    """Record that somebody did not prove to be the person with the address ``tried``, which is personal data."""
    known = get_people().find_by_email(tried)
    record_denial(
        "user.sign_in_failed",
        organization_id=None,
        actor=Actor("anonymous", name=tried[:254], origin=origin_of(request)),
        target=actors.user_target(known) if known else Target("user", ""),
        reason_code=reason_code,
    )


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
        return redirect(get_people().prove_url(request, request.path))


def _keep(request: HttpRequest) -> None:
    data = {
        name: values[0] if len(values) == 1 else values
        for name, values in request.POST.lists()
        if not any(secret in name.lower() for secret in _SECRET_NAMES)
    }
    if sum(len(name) + len(str(value)) for name, value in data.items()) <= _KEPT_CHARACTERS:
        request.session[_TYPED] = {
            "path": request.path,
            "user": str(request.user.pk),
            "at": time.time(),
            "data": data,
        }
