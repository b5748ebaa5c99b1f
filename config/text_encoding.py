"""The encoding of what is sent: UTF-8, whatever a request says."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


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
