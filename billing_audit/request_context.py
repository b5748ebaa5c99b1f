"""Where a request comes from: its id, client address and user agent, as events record them."""

import ipaddress
import logging
import os
import re
import time
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from django.http import HttpRequest, HttpResponse

from billing_audit.settings import audit_settings

USER_AGENT_LIMIT: Final = 300
_logger = logging.getLogger(__name__)
_ATTRIBUTE: Final = "audit_origin"
# An address as proxies write it: with or without brackets, with or without a port.
_FORWARDED: Final = re.compile(r"(?:\[(?P<bracketed>[^\[\]]*)\]|(?P<bare>[^:]*))(?::\d{1,5})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Origin:
    """One request's id, client address and user agent. All are empty strings where there was no HTTP request."""

    request_id: str = ""
    address: str = ""
    user_agent: str = ""


def origin_of(request: HttpRequest) -> Origin:
    """Return the request's origin. It is made once and stored on the request, so that its id stays the same.

    The address is that of ``client_address``. The user agent is cut to ``USER_AGENT_LIMIT`` characters, and "?"
    replaces unprintable ones, which jsonb or a terminal might not take.
    """
    origin: Origin | None = getattr(request, _ATTRIBUTE, None)
    if origin is None:
        agent = request.META.get("HTTP_USER_AGENT", "")[:USER_AGENT_LIMIT]
        clean = agent if agent.isprintable() else "".join(c if c.isprintable() else "?" for c in agent)
        origin = Origin(_new_id(), client_address(request), clean)
        setattr(request, _ATTRIBUTE, origin)
    return origin


def _new_id() -> str:
    """Return a new request id: ``req_``, 12 hex digits of Unix milliseconds and 20 random ones.

    Ids that increase with time are inserted at the end of the index on them. With random ids each insert wrote an index
    page of its own: a third of the bytes that an event writes in a log of a million events, more in a larger one.
    """
    return f"req_{time.time_ns() // 1_000_000:012x}{os.urandom(10).hex()}"


def client_address(request: HttpRequest) -> str:
    """Return the client's IP address as ``plain_address`` writes it; empty if there is none (a Unix socket).

    Without proxies it is the connection's address. With ``TRUSTED_PROXIES`` set to n, it is the n-th entry from the
    right of X-Forwarded-For, which the outermost trusted proxy wrote; a client can forge everything left of it. If the
    header has fewer entries, or that entry is not an address, the proxies did not write it, and the connection's
    address is returned.
    """
    connection = plain_address(request.META.get("REMOTE_ADDR", ""))
    proxies = audit_settings.TRUSTED_PROXIES or 0
    # The web server has joined repeated headers into one, in their order.
    header = request.META.get("HTTP_X_FORWARDED_FOR", "")
    entries = header.rsplit(",", proxies) if proxies else []
    forwarded = _forwarded(entries[-proxies].strip()) if proxies and len(entries) >= proxies else ""
    if header and not forwarded:
        _warn_of_forwarding(proxies)
    return forwarded or connection


@cache
def _warn_of_forwarding(proxies: int) -> None:
    """Log, once in this process, that X-Forwarded-For came from where no trusted proxy is."""
    _logger.warning(
        "A request had an X-Forwarded-For header that no trusted proxy wrote (TRUSTED_PROXIES=%d). If a proxy of yours"
        " wrote it, all clients behind it count as one address: set TRUSTED_PROXIES to the number of your proxies.",
        proxies,
    )


def _forwarded(entry: str) -> str:
    parts = _FORWARDED.fullmatch(entry)
    if parts is None:
        return plain_address(entry)
    if parts["bracketed"] is None:
        return plain_address(parts["bare"])
    return plain_address(parts["bracketed"]) if ":" in parts["bracketed"] else ""


@lru_cache(maxsize=1024)
def plain_address(text: str) -> str:
    """Return an IP address in the form that is compared and stored, or an empty string if the text is not an address.

    IPv4-mapped IPv6 becomes IPv4, and a zone is removed.
    """
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)


# The id of the request that this thread answers; empty outside of requests.
_current_id: Final = ContextVar("current_request_id", default="")


_current_key_id: Final = ContextVar[uuid.UUID | None]("current_key_id", default=None)


def current_request_id() -> str:
    """Return the id of the request that is being answered, for log lines; empty outside of requests."""
    return _current_id.get()


def note_key_id(key_id: uuid.UUID) -> None:
    """Note whose key the request that this thread answers has, for its log lines."""
    _current_key_id.set(key_id)


def current_key_id() -> uuid.UUID | None:
    """Return the id of the key of the request that is being answered; None where none is known."""
    return _current_key_id.get()


class RequestIdMiddleware:
    """Send the request's id in the response as X-Request-ID. A client's own X-Request-ID does not replace it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Stored on Django's request before a view wraps it, so that the view's answer and events have the same id.
        request_id = origin_of(request).request_id
        token, key_token = _current_id.set(request_id), _current_key_id.set(None)
        try:
            response = self.get_response(request)
        finally:
            _current_id.reset(token)
            _current_key_id.reset(key_token)
        response.headers["X-Request-ID"] = request_id
        return response
