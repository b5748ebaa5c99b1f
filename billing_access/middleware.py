"""The middleware of the apps for a project that has its own: one line in its MIDDLEWARE."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from billing_audit.request_context import origin_of
from orgs.reauthentication import ReauthenticationMiddleware
from orgs.unavailable import UnavailableMiddleware
from orgs.work_at_once import WorkAtOnceMiddleware

# The namespaces of the apps' URLs.
NAMESPACES: Final = frozenset({"billing_api", "billing_orgs", "billing_access"})


class BillingAccessMiddleware:
    """What pages and API need of a project's middleware. Answers of the project's own views stay as they are.

    It sends people to prove who they are, also from the Django admin; limits how many requests of one key or
    organization are answered at the same time; says when the database fails; and names the request in X-Request-ID.
    Put it last.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._work_at_once = WorkAtOnceMiddleware(get_response)
        self._reauthentication = ReauthenticationMiddleware(get_response)
        self._unavailable = UnavailableMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the request's id if a view of the apps did."""
        response = self._work_at_once(request)
        if _is_for_the_apps(request):
            response.headers["X-Request-ID"] = origin_of(request).request_id
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer the apps' own exceptions, and a database error in one of their views."""
        for each in (self._reauthentication, self._work_at_once):
            if (answer := each.process_exception(request, exception)) is not None:
                return answer
        return self._unavailable.process_exception(request, exception) if _is_for_the_apps(request) else None


def _is_for_the_apps(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and not NAMESPACES.isdisjoint(match.app_names)
