"""Middleware of the stand-alone site that takes requests to ``/v1`` past the middleware that only pages need."""

from collections.abc import Callable
from functools import cache
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import get_urlconf, resolve

from billing_access.routes import ROUTES
from config.site_views import HEALTHZ, READYZ

PREFIX: Final = "/v1/"
# Load balancers ask these by the machine's address, whatever names ALLOWED_HOSTS has.
PROBES: Final = frozenset({HEALTHZ.path, READYZ.path})
_WITHOUT_ID: Final = frozenset(route.path for route in ROUTES if "{" not in route.path)
_resolve_cached: Final = cache(resolve)


class DataMiddleware:
    """Calls the view of a path under ``/v1``, and of a probe, directly, and passes every other request on.

    The middleware after it in MIDDLEWARE (static files, sessions, CSRF, users, messages) does not run for the API, so
    no cookie is read and no session can take the place of a key. Put it after middleware that must see every answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request to ``/v1`` or of a probe, or pass the request on."""
        if request.path_info not in PROBES:
            if not request.path_info.startswith(PREFIX):
                return self.get_response(request)
            request.get_host()  # raises DisallowedHost for a host that is not in ALLOWED_HOSTS
        # A path with an id is not cached: it would resolve faster the second time, which would tell a client that
        # somebody had asked for that id before.
        resolve_path = _resolve_cached if request.path_info in _WITHOUT_ID else resolve
        match = request.resolver_match = resolve_path(request.path_info, get_urlconf())
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
            response = response.render()
        response.headers.setdefault("Content-Length", str(len(response.content)))
        return response
