"""A short way for data: requests to ``/v1`` pass none of the middleware that pages need."""

from collections.abc import Callable
from functools import cache
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import get_urlconf, resolve

from billing_access.routes import ROUTES

PREFIX: Final = "/v1/"
_WITHOUT_ID: Final = frozenset(route.path for route in ROUTES if "{" not in route.path)
_once: Final = cache(resolve)


class DataMiddleware:
    """Calls the view of an address under ``/v1`` itself; every other request goes on.

    What stands after it in MIDDLEWARE (static files, sessions, forms, people, messages) is nothing to a key: no cookie
    is read, so none can stand in for one. Put it after whatever is to see every answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or pass on."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        request.get_host()  # refuses a host that is not ours
        # An address with an id is looked up anew: remembered, it would tell by time that somebody asked for it.
        look_up = _once if request.path_info in _WITHOUT_ID else resolve
        match = request.resolver_match = look_up(request.path_info, get_urlconf())
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
            response = response.render()
        response.headers.setdefault("Content-Length", str(len(response.content)))
        return response
