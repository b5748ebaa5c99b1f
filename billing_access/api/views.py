"""The API's views: decide, read, record, answer; in that order."""

from functools import cache
from typing import Any, ClassVar, Final

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from billing_access import errors, routes
from billing_access.access.decision import Grant, KeyFacts, decide
from billing_access.api import parameters, schema, serializing
from billing_access.api.problems import RequestRefused
from billing_access.api.recording import record_read
from billing_access.api.throttling import Rate
from billing_access.billing import cursor as cursors
from billing_access.billing.runs import read_run
from billing_access.billing.state import read_state
from billing_access.billing.usage import UsageQuery, read_usage
from billing_access.routes import Route
from orgs.audit.record import Json

HEADERS: Final = {"Cache-Control": "private, no-cache", "Vary": "Authorization, X-API-Key, Accept"}


class ReadView(APIView):
    """A route that only reads. ``grant`` and ``facts`` are there once the gate has let the request through.

    ``rate`` is there as soon as the key is known.
    """

    route: ClassVar[Route]
    http_method_names = ["get", "head"]
    grant: Grant
    rate: Rate | None = None

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Put the headers of every answer on, refusals included."""
        final = super().finalize_response(request, response, *args, **kwargs)
        for name, value in {**HEADERS, **(self.rate.headers if self.rate else {})}.items():
            final.headers[name] = value
        return final

    @property
    def facts(self) -> KeyFacts:
        """What the decision saw of the key."""
        facts = self.request.auth
        if not isinstance(facts, KeyFacts):
            raise TypeError("only a route with a key has facts")
        return facts

    def record(self, **details: Json) -> None:
        """Record this read, before anything is returned."""
        record_read(self.request._request, self.route, self.facts, details)


class PublicView(ReadView):
    """A route that answers without a key."""

    authentication_classes = ()


class BillingStateView(ReadView):
    """The balance and this period's usage. Queries: the decision, the state; and the record's one."""

    route = routes.BILLING_STATE

    @schema.BILLING_STATE
    def get(self, request: Request) -> Response:
        """Read the state."""
        parameters.refuse_unknown(request.query_params, ())
        reading = read_state(self.grant)
        self.record(rows=1)
        return Response(serializing.state_body(self.grant, reading))


class BillingUsageView(ReadView):
    """Runs with cost and tokens, by pages. Queries: the decision, the page; and the record's one."""

    route = routes.BILLING_USAGE

    @schema.BILLING_USAGE
    def get(self, request: Request) -> Response:
        """Read a page of usage."""
        query = parameters.usage_query(request.query_params)
        page = read_usage(self.grant, query, self._cursor(request, query))
        if page.start >= page.end:
            raise RequestRefused(errors.INVALID_PARAMETER, ((_one_side(query), _beyond_period(query)),))
        following = None
        if page.next_cursor is not None:
            following = cursors.encode(page.next_cursor, organization_id=self.grant.organization_id, query=query)
        self.record(
            **{"from": serializing.format_time(page.start), "to": serializing.format_time(page.end)},
            tags=[f"{key}:{value}" for key, value in query.tags],
            limit=query.limit,
            rows=len(page.runs),
            paged="cursor" in request.query_params,
        )
        return Response(serializing.usage_body(page, following))

    def _cursor(self, request: Request, query: UsageQuery) -> cursors.Cursor | None:
        text = request.query_params.get("cursor")
        if text is None:
            return None
        try:
            return cursors.decode(text, organization_id=self.grant.organization_id, query=query)
        except cursors.InvalidCursor as error:
            raise RequestRefused(errors.INVALID_CURSOR, (("cursor", f"It is {error}."),)) from None


class RunView(ReadView):
    """One run; its cost where the key may read costs too. Queries: the decision, the run; and the record's one."""

    route = routes.RUN

    @schema.RUN
    def get(self, request: Request, run_id: str) -> Response:
        """Read a run; a refusal of its cost withholds the cost fields and says so in X-Cost-Withheld."""
        parameters.refuse_unknown(request.query_params, ())
        run = read_run(self.grant, run_id)
        if run is None:
            raise RequestRefused(errors.NOT_FOUND)
        withheld = decide(self.facts, routes.RUN_COST)
        details: dict[str, Json] = {"run_id": run.run_id, "rows": 1}
        if withheld is not None:
            details["cost_withheld"] = withheld.refusal.code
        self.record(**details)
        response = Response(serializing.run_body(run, with_cost=withheld is None))
        if withheld is not None:
            response["X-Cost-Withheld"] = withheld.refusal.code
        return response


class KeyView(ReadView):
    """The key itself. Queries: the decision; nothing is recorded, since no billing data is read."""

    route = routes.KEY

    @schema.KEY
    def get(self, request: Request) -> Response:
        """Read what the key can read."""
        parameters.refuse_unknown(request.query_params, ())
        return Response(serializing.key_body(self.facts))


class OpenApiView(PublicView):
    """The OpenAPI document of this API."""

    route = routes.OPENAPI

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Return the document."""
        return Response(openapi_document())


class HealthView(PublicView):
    """Whether the process answers. No query."""

    route = routes.HEALTHZ

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Answer."""
        return Response({"status": "ok"})


class ReadyView(PublicView):
    """Whether the database answers: one query, 503 without it."""

    route = routes.READYZ

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Ask the database."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return Response({"status": "ok"})


class UnknownRouteView(PublicView):
    """Every other address under /v1: the same 404 as any unknown id."""

    route = routes.UNKNOWN

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Answer any method alike: there is nothing here."""
        raise RequestRefused(errors.NOT_FOUND)


def error_page(request: HttpRequest, code: str) -> HttpResponse:
    """The page that a problem's ``type`` names."""
    refusal = errors.REFUSALS.get(code)
    if refusal is None:
        raise Http404(code)
    return render(request, "billing_access/api/error.html", {"refusal": refusal})


@cache
def openapi_document() -> Any:
    """Build the document once per process."""
    return SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]


def _one_side(query: UsageQuery) -> str:
    return "to" if query.end else "from"


def _beyond_period(query: UsageQuery) -> str:
    missing = "from" if query.end else "to"
    return f"It lies outside the current period, which stands in for the missing `{missing}`. Send `{missing}` too."
