"""Where a request comes from: its id, address and user agent, as the record keeps them."""

import ipaddress
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.http import HttpRequest, HttpResponse

from billing_audit.settings import audit_settings

USER_AGENT_LIMIT: Final = 300
_ATTRIBUTE: Final = "audit_origin"
# An address as proxies write it: bare, or in brackets, with a port or without.
_FORWARDED: Final = re.compile(r"(?:\[(?P<bracketed>[^\[\]]*)\]|(?P<bare>[^:]*))(?::\d{1,5})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Origin:
    """One request's id and sender. Empty strings where there was no HTTP request."""

    request_id: str = ""
    address: str = ""
    user_agent: str = ""


def origin_of(request: HttpRequest) -> Origin:
    """Return the request's origin, the same one for the whole request.

    The address is the client's (``client_address``). The user agent is cut to ``USER_AGENT_LIMIT`` characters
    and cleaned of characters that jsonb and terminals refuse.
    """
    origin: Origin | None = getattr(request, _ATTRIBUTE, None)
    if origin is None:
        agent = request.META.get("HTTP_USER_AGENT", "")[:USER_AGENT_LIMIT]
        clean = agent if agent.isprintable() else "".join(c if c.isprintable() else "?" for c in agent)
        origin = Origin(_new_id(), client_address(request), clean)
        setattr(request, _ATTRIBUTE, origin)
    return origin


def _new_id() -> str:
    """Return a new id: ``req_``, 12 hex digits of Unix milliseconds and 20 of chance.

    Ids that rise with time go to the end of the index they are found by; by chance alone each took a page of its own
    to be written: a third of what an event writes in a log of a million, more in a larger one.
    """
    return f"req_{time.time_ns() // 1_000_000:012x}{os.urandom(10).hex()}"


def client_address(request: HttpRequest) -> str:
    """Return the address that the request came from, in plain notation; empty where there is none (a unix socket).

    It is the connection's. Behind ``TRUSTED_PROXIES`` proxies it is what the outermost of them wrote, that many
    entries from the right of X-Forwarded-For: everything left of it may be the client's invention. Fewer entries
    or one that is no address mean that the proxies did not write the header, and the connection counts again.
    """
    connection = plain_address(request.META.get("REMOTE_ADDR", ""))
    proxies = audit_settings.TRUSTED_PROXIES
    if proxies < 1:
        return connection
    # The server has joined repeated headers in their order.
    entries = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", proxies)
    return (_forwarded(entries[-proxies].strip()) if len(entries) >= proxies else "") or connection


def _forwarded(entry: str) -> str:
    parts = _FORWARDED.fullmatch(entry)
    if parts is None:
        return plain_address(entry)
    if parts["bracketed"] is None:
        return plain_address(parts["bare"])
    return plain_address(parts["bracketed"]) if ":" in parts["bracketed"] else ""


@lru_cache(maxsize=1024)
def plain_address(text: str) -> str:
    """Return an address as it is compared and stored: IPv4-mapped IPv6 as IPv4, no zone; empty for any other text."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)


class RequestIdMiddleware:
    """Send the request's own id back as X-Request-ID; one sent by the client is not believed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["X-Request-ID"] = origin_of(request).request_id
        return response
