"""The error page where the database fails. No change is half made."""

import logging
from collections.abc import Callable
from typing import Final

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from psycopg.errors import LockNotAvailable, QueryCanceled

from billing_audit.counting import count
from billing_audit.request_context import origin_of

# What PostgreSQL raises when a role's statement_timeout or lock_timeout has passed.
OUT_OF_TIME: Final = (QueryCanceled, LockNotAvailable)
logger = logging.getLogger("django.request")


class UnavailableMiddleware:
    """Answers a DatabaseError with a page that names the request's id. The error itself is logged."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the error page for a DatabaseError; leave every other exception to Django."""
        if not isinstance(exception, DatabaseError):
            return None
        if isinstance(exception.__cause__, OUT_OF_TIME):
            count("out_of_time")
        logger.error(
            "Unavailable: %s", request.path, exc_info=exception, extra={"status_code": 503, "request": request}
        )
        page = render_to_string("orgs/ui/unavailable.html", {"request_id": origin_of(request).request_id})
        return HttpResponse(page, status=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})
