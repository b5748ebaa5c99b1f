"""Where a request comes from: its id, address and user agent, as the record keeps them."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse

USER_AGENT_LIMIT: Final = 300
_ATTRIBUTE: Final = "audit_origin"


@dataclass(frozen=True, slots=True)
class Origin:
    """One request's id and sender. Empty strings where there was no HTTP request."""

    request_id: str = ""
    address: str = ""
    user_agent: str = ""


def origin_of(request: HttpRequest) -> Origin:
    """Return the request's origin, the same one for the whole request.

    The address is the connection's; no forwarding header is believed. The user agent is cut to
    ``USER_AGENT_LIMIT`` characters and cleaned of characters that jsonb and terminals refuse.
    """
    origin: Origin | None = getattr(request, _ATTRIBUTE, None)
    if origin is None:
        agent = request.headers.get("User-Agent", "")
        clean = "".join(c if c.isprintable() else "?" for c in agent[:USER_AGENT_LIMIT])
        origin = Origin(f"req_{uuid.uuid4().hex}", request.META.get("REMOTE_ADDR", ""), clean)
        setattr(request, _ATTRIBUTE, origin)
    return origin


class RequestIdMiddleware:
    """Send the request's own id back as X-Request-ID; one sent by the client is not believed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["X-Request-ID"] = origin_of(request).request_id
        return response
