"""Pages that could not be made: 503 without the database or the record, 500 for a fault of ours; nothing half done."""

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from billing_audit.request_context import origin_of

logger = logging.getLogger("django.request")


class UnavailableMiddleware:
    """Turns what the database refused into a page that says so, with the request's id. The log has the reason."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a DatabaseError; every other exception goes on."""
        if not isinstance(exception, DatabaseError):
            return None
        logger.error(
            "Unavailable: %s", request.path, exc_info=exception, extra={"status_code": 503, "request": request}
        )
        page = render_to_string("503.html", {"request_id": origin_of(request).request_id})
        return HttpResponse(page, status=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for every exception that nothing else answers for, with the request's id. The log has the reason."""
    page = render_to_string("500.html", {"request_id": origin_of(request).request_id})
    return HttpResponse(page, status=500, headers={"Cache-Control": "no-store"})
