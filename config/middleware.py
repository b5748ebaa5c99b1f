"""What the stand-alone site does to every request and answer."""

from collections.abc import Callable

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase


class TextEncodingMiddleware:
    """Forgets the charset of a request's Content-Type, by which Django would read its query string too.

    In UTF-7 one may write half a surrogate pair, which nothing after it can store, compare or answer with.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what is read as UTF-8."""
        if request.encoding is not None:
            request.encoding = "utf-8"
        return self.get_response(request)


class ContentSecurityMiddleware(CSPMiddleware):
    """django-csp's, which would make the policy anew and drop it for an answer that has one: the API's have."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Put the site's policy on an answer without one."""
        return response if HEADER in response else super().process_response(request, response)
