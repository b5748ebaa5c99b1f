"""Middleware of the stand-alone site, and its page for an error in the code."""

from collections.abc import Callable

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from billing_access.api.body_limit import BODY_LIMIT, body_is_too_large
from billing_audit.request_context import origin_of
from config.database.watchdog import watchdog


class TextEncodingMiddleware:
    """Ignores the charset of a request's Content-Type, with which Django would also decode the query string.

    UTF-7, for example, can encode half a surrogate pair, which cannot be stored, compared or sent in an answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Have the request decoded as UTF-8."""
        if request.encoding is not None:
            request.encoding = "utf-8"
        return self.get_response(request)


class BodyLimitMiddleware:
    """Answers a page's request whose body is too large with 413. The API's views refuse it themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, unless its body is too large: then nothing of it is parsed."""
        if not body_is_too_large(request):
            return self.get_response(request)
        facts = {"request_id": origin_of(request).request_id, "limit": BODY_LIMIT}
        return HttpResponse(render_to_string("413.html", facts), status=413, headers={"Cache-Control": "no-store"})


class WatchdogMiddleware:
    """Ends the wait of a request for a database that does not answer (``config.database.watchdog``)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Watch the connection while the request is answered, but not while an export is streamed."""
        with watchdog.watching():
            return self.get_response(request)


class ContentSecurityMiddleware(CSPMiddleware):
    """Adds the site's Content Security Policy to an answer that has none.

    django-csp's own middleware would replace the policy of an answer that has one, as the API's answers have.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the policy unless the answer has one."""
        return response if HEADER in response else super().process_response(request, response)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page 500.html, with the request's id, for an exception that nothing handled. Django logs it."""
    page = render_to_string("500.html", {"request_id": origin_of(request).request_id})
    return HttpResponse(page, status=500, headers={"Cache-Control": "no-store"})
