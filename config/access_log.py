"""The access log: a line for each request, with the route instead of the path, which may hold the token of a link.

Each request is counted for the metrics here too.
"""

import logging
import re
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Final

from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse

from billing_access.access.key_format import refuse_keys
from billing_audit.request_context import current_key_id, origin_of
from config.metrics import count_request
from config.request_route import route_of

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# UUIDs, ULIDs, trace ids and those that load balancers make. A space could begin another field of a line.
_CLIENTS_ID: Final = re.compile(r"[0-9A-Za-z._:=@/+-]{1,100}", re.ASCII)
_logger: Final = logging.getLogger(__name__)


def client_request_id(request: HttpRequest) -> str:
    """Return the X-Request-ID that a proxy or the client sent; empty if it is not an id, or is a key.

    It is for finding a line of theirs in this log. Nothing is decided by it, since a client can send what it likes.
    """
    sent = request.META.get("HTTP_X_REQUEST_ID", "")
    if not sent or not _CLIENTS_ID.fullmatch(sent):
        return ""
    credentials = f"{request.META.get('HTTP_X_API_KEY', '')} {request.META.get('HTTP_AUTHORIZATION', '')}".split()
    with suppress(ValidationError):
        refuse_keys(sent)
        return "" if sent in credentials else sent
    return ""


class AccessLogMiddleware:
    """Logs and counts the method, the route, the status and the seconds; of a streamed answer when it is closed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and log it."""
        begun = time.monotonic()
        response = self.get_response(request)
        log = partial(_log, request, response.status_code, begun, current_key_id())
        if not response.streaming:
            log()
            return response
        if isinstance(response, StreamingHttpResponse) and not isinstance(response, FileResponse):
            response.streaming_content = _logged(request, iter(response))
        response.close = partial(_close, response.close, log)  # type: ignore[method-assign]
        return response


def _close(close: Callable[[], None], log: Callable[[], None]) -> None:
    try:
        close()
    finally:
        log()


def _log(request: HttpRequest, status: int, begun: float, key_id: uuid.UUID | None) -> None:
    method = request.method if request.method in _METHODS else "?"
    route, seconds = route_of(request), time.monotonic() - begun
    count_request(method, route, status, seconds)
    if not _logger.isEnabledFor(logging.INFO):
        return
    sent_id = client_request_id(request)
    # A streamed answer ends when its thread is no longer within the request.
    answer = {"method": method, "route": route, "status": status, "seconds": seconds, "client_request_id": sent_id}
    extra = {"request_id": origin_of(request).request_id, "key_id": key_id, "answer": answer}
    ids = (f" key_id={key_id}" if key_id else "") + (f" client_request_id={sent_id}" if sent_id else "")
    _logger.info("%s %s %d %.3f s%s", method, route, status, seconds, ids, extra=extra)


def _logged(request: HttpRequest, parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the parts. Log an exception here: a web server's own line about it would hold the path."""
    try:
        yield from parts
    except Exception:
        extra = {"request_id": origin_of(request).request_id}
        _logger.exception("the answer of %s ended half-way", route_of(request), extra=extra)
        raise
