"""The project's own middleware."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class WhoMiddleware:
    """Says in every answer whether somebody was signed in, also after the view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["X-Host-Signed-In"] = str(request.user.is_authenticated)
        return response
