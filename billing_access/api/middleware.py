"""A short way for data: requests to ``/v1`` pass none of the middleware that pages need."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import resolve

PREFIX: Final = "/v1/"


class DataMiddleware:
    """Calls the view of an address under ``/v1`` itself; every other request goes on.

    What stands after it in MIDDLEWARE (sessions, forms, people, messages) is nothing to a key: no cookie is read,
    so none can stand in for one. Put it after whatever is to see every answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or pass on."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        match = request.resolver_match = resolve(request.path_info)
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
            response = response.render()
        return response
