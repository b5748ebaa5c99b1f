"""Declares each route for the OpenAPI document (``manage.py write_openapi``). Tests hold the views' answers to it."""

from typing import Any, Final

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from billing_access.api import parameters
from billing_access.api.body_fields import (
    AlertsSerializer,
    AuditEventsSerializer,
    EntriesPageSerializer,
    EstimateSerializer,
    KeySerializer,
    ProblemSerializer,
    RunSerializer,
    StateSerializer,
    SummarySerializer,
    UsagePageSerializer,
)
from billing_access.billing.models import RunStatus, RunType
from billing_access.billing.reports.buckets import BUCKETS
from billing_access.billing.reports.estimate import MAX_RUNS
from billing_audit.event_types import BY_ACTION
from billing_audit.reading.filters import OUTCOMES


class ApiKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The two ways to send a key."""

    target_class = "billing_access.api.authentication.ApiKeyAuthentication"
    name = ["apiKey", "bearer"]

    def get_security_definition(self, auto_schema: Any) -> list[dict[str, str]]:
        """Return one definition for each of the two ways."""
        return [{"type": "apiKey", "in": "header", "name": "x-api-key"}, {"type": "http", "scheme": "bearer"}]

    def get_security_requirement(self, auto_schema: Any) -> list[dict[str, list[str]]]:
        """Return the two ways as alternatives: a request must use one, not both."""
        return [{name: []} for name in self.name]


_TITLES: Final = {
    400: "A parameter or the cursor is not valid",
    401: "No key was sent, or it is not valid, expired or revoked",
    403: "The key may not read this",
    404: "Not found",
    405: "The method is not GET or HEAD",
    429: "Too many requests of this key in a minute or at once, or too many invalid keys from this IP address",
    500: "Internal error",
    503: "The request could not be authorized or recorded, or took too long",
}


def _answers(body: Any, *statuses: int) -> dict[Any, Any]:
    refusals = {
        (status, "application/problem+json"): OpenApiResponse(ProblemSerializer, _TITLES[status])
        for status in (*statuses, 401, 405, 429, 500, 503)
    }
    return {(200, "application/json"): body, **refusals}


_NOT_MODIFIED: Final = {(304, "application/json"): OpenApiResponse(description="Not changed since that ETag")}
_CSV: Final = {(200, "text/csv"): OpenApiTypes.STR}


def _parameter(name: str, description: str, **options: Any) -> OpenApiParameter:
    return OpenApiParameter(name, options.pop("type", OpenApiTypes.STR), description=description, **options)


def _header(name: str, description: str, **options: Any) -> OpenApiParameter:
    return _parameter(name, description, location=OpenApiParameter.HEADER, **options)


_LIMIT: Final = {"type": "integer", "minimum": 1, "maximum": 500, "default": 100}
_USAGE_PARAMETERS: Final = [
    _parameter("from", "Start of the range (inclusive); default: the current period's.", type=OpenApiTypes.DATETIME),
    _parameter("to", "End of the range (exclusive); default: the current period's.", type=OpenApiTypes.DATETIME),
    _parameter("tag", "key:value. May be repeated, 10 different tags at most; all must match.", many=True),
    _parameter("status", "Only runs with this status.", enum=RunStatus.values),
    _parameter("run_type", "Only runs of this type.", enum=RunType.values),
    _parameter("order", "By start: desc newest first, asc oldest first.", enum=["desc", "asc"], default="desc"),
    _parameter("limit", "Runs on a page, 1 to 500.", type=_LIMIT),
    _parameter("cursor", "next_cursor of the previous page. After 400 invalid_cursor, start again without it."),
    _parameter(
        "updated_after",
        "updated_through of an earlier answer: only runs that changed or were voided since, in the order of change."
        " After 400 invalid_cursor (the database was restored from a backup, for example) start again without it.",
    ),
]
_SUMMARY_PARAMETERS: Final = [
    *_USAGE_PARAMETERS[:2],
    _parameter("bucket", "The time that each bucket covers.", enum=list(BUCKETS), default="day"),
    _parameter("timezone", "IANA name of the time zone of days, weeks and months.", default="UTC"),
    _parameter("group_by", "tag:KEY of a registered tag, run_type or status. May be sent twice.", many=True),
]
_ESTIMATE_PARAMETERS: Final = [
    _parameter(
        "runs",
        "How many runs the batch has.",
        type={"type": "integer", "minimum": 1, "maximum": MAX_RUNS},
        required=True,
    ),
    _parameter("tag", "key:value of the batch's runs. 10 different tags at most; all must match.", many=True),
    _parameter("run_type", "The type of the batch's runs.", enum=RunType.values),
]
_ENTRIES_PARAMETERS: Final = [
    _parameter("from", "Only entries that occurred at this time or later.", type=OpenApiTypes.DATETIME),
    _parameter("to", "Only entries that occurred before this time.", type=OpenApiTypes.DATETIME),
    _parameter("limit", "Entries on a page, 1 to 500.", type=_LIMIT),
    _parameter("cursor", "next_cursor of the previous page. After 400 invalid_cursor, start again without it."),
]
_AUDIT_PARAMETERS: Final = [
    _parameter("action", "Only events of this type.", enum=list(BY_ACTION)),
    _parameter("actor", "Only what this actor did: kind:id, such as user:1 or api_key:6e2d3f0a-…"),
    _parameter("outcome", "Only allowed, or only denied.", enum=list(OUTCOMES)),
    _parameter("reason", "Only denials with this code."),
    _parameter("key", "Only what the key with this id did, or what was done to it.", type=OpenApiTypes.UUID),
    _parameter("address", "Only requests from this IP address."),
    _parameter("request_id", "Only the request with this X-Request-ID."),
    _parameter("from", "Start of the range (inclusive).", type=OpenApiTypes.DATETIME),
    _parameter("to", "End of the range (exclusive).", type=OpenApiTypes.DATETIME),
    _parameter(
        "order",
        "desc: newest first. asc: in the order of the seal, so that a later request can continue without a gap.",
        enum=["desc", "asc"],
        default="desc",
    ),
    _parameter("limit", "Events on a page, 1 to 500.", type=_LIMIT),
    _parameter("cursor", "next_cursor of the previous page."),
]
for documented, parsed in (
    (_USAGE_PARAMETERS, parameters.USAGE),
    (_SUMMARY_PARAMETERS, parameters.SUMMARY),
    (_ESTIMATE_PARAMETERS, parameters.ESTIMATE),
    (_ENTRIES_PARAMETERS, parameters.ENTRIES),
    (_AUDIT_PARAMETERS, parameters.AUDIT),
):
    if tuple(parameter.name for parameter in documented) != parsed:
        raise AssertionError(f"the document and the parser have different parameters; the parser has {parsed}")

_HEADERS: Final = [
    _header(
        "RateLimit",
        'Class of the route, requests left (r), seconds until one more is allowed (t): "state";r=119;t=60.',
        response=True,
    ),
    _header(
        "RateLimit-Policy",
        'Class of the route, requests (q) allowed in a number of seconds (w): "state";q=120;w=60.',
        response=True,
    ),
    _header(
        "Retry-After", "Whole seconds to wait before the next request.", type=OpenApiTypes.INT, response=[429, 503]
    ),
]
_HEADERS_WITH_ETAG: Final = [
    *_HEADERS,
    _header("If-None-Match", "The ETag of an earlier answer: 304 if it is still the same."),
    _header("ETag", "Changes with the answer.", response=[200, 304]),
]
_NEXT_PAGE: Final = _header("Link", 'The next page: <...>; rel="next".', response=[200])

BILLING_STATE: Final = extend_schema(
    operation_id="get_billing_state",
    summary="Balance and this period's usage",
    parameters=_HEADERS_WITH_ETAG,
    responses={**_answers(StateSerializer, 400, 403), **_NOT_MODIFIED},
)
BILLING_USAGE: Final = extend_schema(
    operation_id="list_billing_usage",
    summary="Runs with cost and tokens",
    parameters=[*_USAGE_PARAMETERS, *_HEADERS_WITH_ETAG, _NEXT_PAGE],
    responses={**_answers(UsagePageSerializer, 400, 403), **_NOT_MODIFIED, **_CSV},
)
BILLING_SUMMARY: Final = extend_schema(
    operation_id="get_billing_usage_summary",
    summary="Usage summed by time and tag",
    parameters=[*_SUMMARY_PARAMETERS, *_HEADERS_WITH_ETAG],
    responses={**_answers(SummarySerializer, 400, 403), **_NOT_MODIFIED, **_CSV},
)
BILLING_ESTIMATE: Final = extend_schema(
    operation_id="get_billing_estimate",
    summary="What a batch of runs would cost, and whether the balance covers it",
    parameters=[*_ESTIMATE_PARAMETERS, *_HEADERS_WITH_ETAG],
    responses={**_answers(EstimateSerializer, 400, 403), **_NOT_MODIFIED},
)
BILLING_ENTRIES: Final = extend_schema(
    operation_id="list_billing_entries",
    summary="Entries of the balance, and the totals that it is made of",
    parameters=[*_ENTRIES_PARAMETERS, *_HEADERS_WITH_ETAG, _NEXT_PAGE],
    responses={**_answers(EntriesPageSerializer, 400, 403), **_NOT_MODIFIED, **_CSV},
)
BILLING_ALERTS: Final = extend_schema(
    operation_id="list_billing_alerts",
    summary="Alerts with their state",
    parameters=_HEADERS_WITH_ETAG,
    responses={**_answers(AlertsSerializer, 400, 403), **_NOT_MODIFIED},
)
RUN: Final = extend_schema(
    operation_id="get_run",
    summary="One run, with its cost where the key may read it",
    parameters=[
        OpenApiParameter(
            "run_id",
            OpenApiTypes.STR,
            OpenApiParameter.PATH,
            description="The platform's id of the run, percent-encoded; a slash may be sent as %2F or as it is.",
        ),
        *_HEADERS_WITH_ETAG,
    ],
    responses={**_answers(RunSerializer, 400, 403, 404), **_NOT_MODIFIED},
)
AUDIT_EVENTS: Final = extend_schema(
    operation_id="list_audit_events",
    summary="The organization's audit log",
    parameters=[
        *_AUDIT_PARAMETERS,
        *_HEADERS,
        _header(
            "X-Figures-Withheld",
            "The code of the refusal for which figures were left out; absent if they are included.",
            response=[200],
        ),
    ],
    responses=_answers(AuditEventsSerializer, 400, 403),
)
KEY: Final = extend_schema(
    operation_id="get_key",
    summary="The key itself, and what it can read",
    parameters=_HEADERS,
    responses=_answers(KeySerializer, 400, 403),
)

# By the name of the route.
DECLARED: Final = {
    "billing-state": BILLING_STATE,
    "billing-usage": BILLING_USAGE,
    "billing-usage-summary": BILLING_SUMMARY,
    "billing-estimate": BILLING_ESTIMATE,
    "billing-entries": BILLING_ENTRIES,
    "billing-alerts": BILLING_ALERTS,
    "run": RUN,
    "audit-events": AUDIT_EVENTS,
    "key": KEY,
}
