"""The route of a request, which stands for its path in logs and metrics: a path may hold the token of a link."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest

NO_ROUTE: Final = "(no route)"


def route_of(request: HttpRequest) -> str:
    """Return the route of a request, such as ``/invitations/<str:token>/``."""
    if request.resolver_match is not None:
        return "/" + request.resolver_match.route.removeprefix("^")
    is_static = request.path_info.startswith(settings.STATIC_URL)
    return f"{settings.STATIC_URL}..." if is_static else NO_ROUTE
