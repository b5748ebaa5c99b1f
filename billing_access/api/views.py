"""The API's views, except those of usage, of balance entries and of the audit log."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import errors, routes
from billing_access.access.decision import decide
from billing_access.api import bodies, etags, parameters
from billing_access.api.base_views import AccountView, PublicView, ReadView
from billing_access.api.problems import RequestRefused
from billing_access.billing.identifiers import LONGEST_RUN_ID
from billing_access.billing.reports.estimate import read_estimate
from billing_access.billing.reports.run import read_run
from billing_access.billing.reports.state import read_state
from billing_audit.record import Json
from orgs.layout import render_page


class BillingStateView(AccountView):
    """The balance and this period's usage. Statements: 3 (decision, state, record).

    With If-None-Match: 3 for a 304 (decision, snapshot, record), else 4.
    """

    route = routes.BILLING_STATE
    # The UTC hour, since projected_depletion_at counts in whole hours from the current one.
    clock = len("2026-01-01T00")

    def get(self, request: Request) -> Response:
        """Read the state."""
        parameters.refuse_unknown(request.query_params, ())
        if (unchanged := self.not_modified(self.account_snapshot())) is not None:
            self.record(rows=0, not_modified=True)
            return unchanged
        reading = read_state(self.grant)
        self.record(rows=1)
        return self.answer(bodies.state_body(self.grant, reading.snapshot, reading), reading.snapshot)


class EstimateView(AccountView):
    """What a batch would cost. Statements: 3 (decision, estimate, record).

    With If-None-Match: 3 for a 304 (decision, snapshot, record), else 4.
    """

    route = routes.BILLING_ESTIMATE

    def get(self, request: Request) -> Response:
        """Estimate a batch."""
        query = parameters.estimate_query(request.query_params)
        details: dict[str, Json] = {
            "runs": query.runs,
            "tags": [f"{key}:{value}" for key, value in query.tags],
            "run_type": query.run_type,
        }
        if (unchanged := self.not_modified(self.account_snapshot())) is not None:
            self.record(**details, rows=0, sample_size=0, not_modified=True)
            return unchanged
        estimate = read_estimate(self.grant, query)
        self.record(**details, rows=1, sample_size=estimate.sample_size)
        return self.answer(bodies.estimate_body(estimate.snapshot, estimate), estimate.snapshot)


class RunView(ReadView):
    """One run, with its cost if the key may read costs too. Statements: 3 (decision, run, record)."""

    route = routes.RUN

    @property
    def requested(self) -> dict[str, Json]:
        """The run's id as the client sent it, cut to the length that an id may have."""
        return {"run_id": str(self.kwargs["run_id"])[:LONGEST_RUN_ID]}

    def get(self, request: Request, run_id: str) -> Response:
        """Read a run. If the key may not read its cost, leave the cost fields out and say why in X-Cost-Withheld."""
        parameters.refuse_unknown(request.query_params, ())
        run = read_run(self.grant, run_id)
        if run is None:
            raise RequestRefused(errors.NOT_FOUND)
        cost_verdict = decide(self.facts, routes.RUN_COST)
        withheld = cost_verdict.refusal.code if cost_verdict else None
        details: dict[str, Json] = {"run_id": run.run_id, "rows": 1}
        if withheld is not None:
            details["cost_withheld"] = withheld
        body = (bodies.run_body if withheld is None else bodies.run_body_without_cost)(run)
        tag = etags.body_tag(request, self.grant, body, withheld)
        if is_known := etags.is_known(request, tag) or etags.is_any_known(request):
            details |= {"rows": 0, "not_modified": True}
        self.record(**details)
        response = Response(status=304) if is_known else Response(body)
        response["ETag"] = tag
        if withheld is not None:
            response["X-Cost-Withheld"] = withheld
        return response


class KeyView(ReadView):
    """The key itself. Statements: 1 (decision). The read is not recorded, since the answer has no billing data."""

    route = routes.KEY

    def get(self, request: Request) -> Response:
        """Read what the key can read."""
        parameters.refuse_unknown(request.query_params, ())
        return Response(bodies.key_body(self.facts))


class OpenApiView(PublicView):
    """The OpenAPI document of this API. It names the path below which a project serves the API."""

    route = routes.OPENAPI

    def get(self, request: Request) -> Response:
        """Return the document."""
        below = request.path.removesuffix(self.route.path)
        return Response({**openapi_document(), **({"servers": [{"url": below}]} if below else {})})


class UnknownRouteView(PublicView):
    """Every other path under /v1. Its 404 is the same as for an unknown id."""

    route = routes.UNKNOWN

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Raise the 404 before the method is looked at, so that every method gets it."""
        raise RequestRefused(errors.NOT_FOUND)


@non_atomic_requests
@login_not_required
def error_page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the page that the ``type`` of a problem links to."""
    refusal = errors.REFUSALS.get(code)
    if refusal is None:
        raise Http404(code)
    return render_page(request, "billing_access/api/error.html", {"refusal": refusal})


@cache
def openapi_document() -> dict[str, Any]:
    """Read the document, which `make openapi` writes."""
    document: dict[str, Any] = json.loads(Path(__file__).with_name("openapi.json").read_text())
    return document
