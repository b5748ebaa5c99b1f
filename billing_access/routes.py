"""THE table of API routes: what each needs and how its reads are recorded.

A view under ``/v1`` that is not in this table stops start-up (``billing_access.checks``).
"""

from dataclasses import dataclass
from typing import Final

from billing_access import scopes

# Requests a minute that one key may make, by class of routes, unless RATE_LIMITS says otherwise; and the credentials
# from one address that may fail.
FAILED_CREDENTIALS: Final = "failed_credentials"
RATES: Final = {"state": 120, "usage": 60, "runs": 120, "key": 120, "audit": 60, "other": 120, FAILED_CREDENTIALS: 30}
RATE_WINDOW_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Route:
    """One API route.

    ``scopes``: all of them are needed. ``needs_opt_in``: the organization must have opted in and not be
    suspended. ``event``: the audit action of a read, None where reads are not billing reads.
    ``public``: answers without a key, and as often as asked. ``reads``: the words people see for what it returns.
    ``rate``: the class of ``RATES`` that a key's requests are counted in.
    """

    name: str
    path: str
    reads: str
    scopes: frozenset[str] = frozenset()
    needs_opt_in: bool = False
    event: str | None = None
    public: bool = False
    rate: str = "other"


BILLING_STATE: Final = Route(
    "billing-state",
    "/v1/billing/state",
    "Balance, tier and this period's usage",
    frozenset({scopes.BILLING_STATE_READ}),
    needs_opt_in=True,
    event="billing.state.read",
    rate="state",
)
BILLING_USAGE: Final = Route(
    "billing-usage",
    "/v1/billing/usage",
    "Runs with cost and tokens",
    frozenset({scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="billing.usage.read",
    rate="usage",
)
BILLING_SUMMARY: Final = Route(
    "billing-usage-summary",
    "/v1/billing/usage/summary",
    "Usage summed by time and tag",
    frozenset({scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="billing.usage.read",
    rate="usage",
)
BILLING_ESTIMATE: Final = Route(
    "billing-estimate",
    "/v1/billing/estimate",
    "What a batch of runs would cost",
    frozenset({scopes.BILLING_STATE_READ, scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="billing.estimate.read",
    rate="usage",
)
RUN: Final = Route(
    "run",
    "/v1/runs/{run_id}",
    "A run's status and times",
    frozenset({scopes.RUNS_READ}),
    event="run.read",
    rate="runs",
)
# The cost fields of a run: decided apart, on the same request; a refusal withholds them (docs/api.md, runs).
RUN_COST: Final = Route(
    "run-cost",
    "/v1/runs/{run_id}",
    "A run's cost and tokens",
    frozenset({scopes.RUNS_READ, scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="run.read",
    rate="runs",
)
AUDIT_EVENTS: Final = Route(
    "audit-events",
    "/v1/audit-events",
    "The audit log",
    frozenset({scopes.AUDIT_READ}),
    event="audit_log.read",
    rate="audit",
)
# The figures that some events hold: decided apart, on the same request; a refusal withholds them.
AUDIT_FIGURES: Final = Route(
    "audit-figures",
    "/v1/audit-events",
    "Figures in the audit log",
    frozenset({scopes.AUDIT_READ, scopes.BILLING_STATE_READ, scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="audit_log.read",
    rate="audit",
)
KEY: Final = Route("key", "/v1/key", "The key itself: its scopes and what it can read", rate="key")
OPENAPI: Final = Route("openapi", "/v1/openapi.json", "The OpenAPI document", public=True)
DOCS: Final = Route("docs", "/docs", "The OpenAPI document, to read and to try", public=True)
HEALTHZ: Final = Route("healthz", "/healthz", "Whether the process answers", public=True)
READYZ: Final = Route("readyz", "/readyz", "Whether the database answers", public=True)

UNKNOWN: Final = Route("unknown-route", "/v1", "Nothing: every other address answers 404", public=True)

BILLING: Final = (BILLING_STATE, BILLING_USAGE, BILLING_SUMMARY, BILLING_ESTIMATE)
# What a preview of a key lists, in this order.
READABLE: Final = (*BILLING, RUN, RUN_COST, AUDIT_EVENTS, AUDIT_FIGURES)
ROUTES: Final = (*BILLING, RUN, AUDIT_EVENTS, KEY, OPENAPI, DOCS, HEALTHZ, READYZ, UNKNOWN)
