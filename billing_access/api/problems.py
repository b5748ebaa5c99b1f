"""Turns exceptions into answers: ``application/problem+json`` (RFC 9457). Refusals are recorded first."""

import logging
from typing import Any, Final

import django.db
from django.http import HttpRequest
from django.urls import reverse
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import errors
from billing_access.access.decision import KeyFacts, Refused, UnknownKey
from billing_access.api.authentication import challenge
from billing_access.api.rate_limits import BusyKey, RateLimited
from billing_access.api.read_events import record_refusal, record_unknown_key
from billing_access.errors import Refusal
from billing_audit.counting import count
from billing_audit.request_context import origin_of
from orgs.settings import org_settings
from orgs.unavailable import OUT_OF_TIME
from orgs.work_at_once import RETRY_SECONDS

TOOK_TOO_LONG: Final = (
    "The request took too long, so no data is sent. Send it again after Retry-After seconds; if it takes too long "
    "again, ask for a shorter range."
)
CONTENT_TYPE: Final = "application/problem+json"
_logger = logging.getLogger(__name__)


class RequestRefused(Exception):
    """Raised when the key may read the route but the request is bad: an unknown id, a parameter, a cursor.

    ``faults`` are (parameter, detail).
    """

    def __init__(self, refusal: Refusal, faults: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.faults = faults


def handle_exception(error: Exception, context: dict[str, Any]) -> Response:
    """Turn an exception of a view into an answer. A database error becomes a 503, which serves no data."""
    request: Request = context["request"]
    try:
        return _answer(error, request, context["view"])
    except django.db.Error:
        _logger.exception("database error: the request was not authorized or not recorded, answered 503")
        return problem(request, errors.UNAVAILABLE)


def problem(
    request: Request,
    refusal: Refusal,
    *,
    detail: str | None = None,
    missing_scopes: tuple[str, ...] = (),
    faults: tuple[tuple[str, str], ...] = (),
) -> Response:
    """Return the answer for a refusal. ``detail`` replaces the refusal's own; ``faults`` are (parameter, detail)."""
    count("refused", refusal.code)
    body = problem_body(request, refusal, detail)
    if missing_scopes:
        body["missing_scopes"] = missing_scopes
    if faults:
        body["errors"] = [{"parameter": parameter, "detail": fault} for parameter, fault in faults]
    response = Response(body, status=refusal.status, content_type=CONTENT_TYPE)
    if refusal.status == 401 or missing_scopes:
        response["WWW-Authenticate"] = challenge(refusal, missing_scopes)
    if refusal is errors.UNAVAILABLE:
        response["Retry-After"] = "5"
    return response


def problem_body(request: HttpRequest, refusal: Refusal, detail: str | None = None) -> dict[str, Any]:
    """Return the fields that every problem has."""
    return {
        "type": org_settings.BASE_URL + reverse("billing_api:error", args=[refusal.code]),
        "title": refusal.title,
        "status": refusal.status,
        "detail": detail or refusal.detail,
        "code": refusal.code,
        "request_id": origin_of(request).request_id,
    }


def _answer(error: Exception, request: Request, view: Any) -> Response:
    if isinstance(error, UnknownKey):
        record_unknown_key(request, view.route)
    if isinstance(error, Refused):
        verdict = error.verdict
        if error.facts is not None:
            record_refusal(
                request, view.route, error.facts, verdict.refusal.code, verdict.missing_scopes, view.requested
            )
        response = problem(request, verdict.refusal, detail=verdict.detail, missing_scopes=verdict.missing_scopes)
        if isinstance(error, RateLimited):
            response["Retry-After"] = str(error.rate.seconds)
        if isinstance(error, BusyKey):
            response["Retry-After"] = str(RETRY_SECONDS)
        return response
    if isinstance(error, RequestRefused):
        # A body that is too large is refused before its key is looked at.
        if error.refusal is not errors.BODY_TOO_LARGE and isinstance(request.auth, KeyFacts):
            record_refusal(request, view.route, request.auth, error.refusal.code, requested=view.requested)
        return problem(request, error.refusal, faults=error.faults)
    if isinstance(error, MethodNotAllowed):
        response = problem(request, errors.METHOD_NOT_ALLOWED)
        response["Allow"] = "GET, HEAD"
        return response
    if isinstance(error, django.db.Error):
        return _unavailable(error, request, view)
    _logger.error("unexpected error in an API view, answered 500", exc_info=error)
    return problem(request, errors.INTERNAL_ERROR)


def _unavailable(error: django.db.Error, request: Request, view: Any) -> Response:
    """Answer a database error with a 503. Record a statement that took too long, once the key is known."""
    _logger.error("database error: the request was not authorized or not recorded, answered 503", exc_info=error)
    if not isinstance(error.__cause__, OUT_OF_TIME):
        return problem(request, errors.UNAVAILABLE)
    count("out_of_time")
    if view.rate is not None:
        record_refusal(request, view.route, view.facts, errors.UNAVAILABLE.code, requested=view.requested)
    return problem(request, errors.UNAVAILABLE, detail=TOOK_TOO_LONG)
