"""The access log: a line for each request, with the route instead of the path, which may hold the token of a link."""

import logging
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse

from billing_audit.request_context import origin_of

NO_ROUTE: Final = "(no route)"
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_logger: Final = logging.getLogger(__name__)


def route_of(request: HttpRequest) -> str:
    """Return the route of a request, such as ``/invitations/<str:token>/``."""
    if request.resolver_match is not None:
        return "/" + request.resolver_match.route.removeprefix("^")
    is_static = request.path_info.startswith(settings.STATIC_URL)
    return f"{settings.STATIC_URL}..." if is_static else NO_ROUTE


class AccessLogMiddleware:
    """Logs the method, the route, the status and the seconds; of a streamed answer when the server closes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and log it."""
        begun = time.monotonic()
        response = self.get_response(request)
        log = partial(_log, request, response.status_code, begun)
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


def _log(request: HttpRequest, status: int, begun: float) -> None:
    method = request.method if request.method in _METHODS else "?"
    seconds = time.monotonic() - begun
    # A streamed answer ends when its thread is no longer within the request.
    extra = {"request_id": origin_of(request).request_id}
    _logger.info("%s %s %d %.3f s", method, route_of(request), status, seconds, extra=extra)


def _logged(request: HttpRequest, parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the parts. Log an exception here: a web server's own line about it would hold the path."""
    try:
        yield from parts
    except Exception:
        extra = {"request_id": origin_of(request).request_id}
        _logger.exception("the answer of %s ended half-way", route_of(request), extra=extra)
        raise
