"""THE table of API routes: what each needs and how its reads are recorded.

A view under ``/v1`` that is not in this table stops start-up (``billing_access.checks``).
"""

from dataclasses import dataclass
from typing import Final

from billing_access import scopes


@dataclass(frozen=True, slots=True)
class Route:
    """One API route.

    ``scopes``: all of them are needed. ``needs_opt_in``: the organization must have opted in and not be
    suspended. ``event``: the audit action of a read, None where reads are not billing reads.
    ``public``: answers without a key. ``reads``: the words people see for what it returns.
    """

    name: str
    path: str
    reads: str
    scopes: frozenset[str] = frozenset()
    needs_opt_in: bool = False
    event: str | None = None
    public: bool = False


BILLING_STATE: Final = Route(
    "billing-state",
    "/v1/billing/state",
    "Balance, tier and this period's usage",
    frozenset({scopes.BILLING_STATE_READ}),
    needs_opt_in=True,
    event="billing.state.read",
)
BILLING_USAGE: Final = Route(
    "billing-usage",
    "/v1/billing/usage",
    "Runs with cost and tokens",
    frozenset({scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="billing.usage.read",
)
RUN: Final = Route(
    "run", "/v1/runs/{run_id}", "A run's status and times", frozenset({scopes.RUNS_READ}), event="run.read"
)
# The cost fields of a run: decided apart, on the same request; a refusal withholds them (docs/api.md, runs).
RUN_COST: Final = Route(
    "run-cost",
    "/v1/runs/{run_id}",
    "A run's cost and tokens",
    frozenset({scopes.RUNS_READ, scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="run.read",
)
KEY: Final = Route("key", "/v1/key", "The key itself: its scopes and what it can read")
OPENAPI: Final = Route("openapi", "/v1/openapi.json", "The OpenAPI document", public=True)
HEALTHZ: Final = Route("healthz", "/healthz", "Whether the process answers", public=True)
READYZ: Final = Route("readyz", "/readyz", "Whether the database answers", public=True)

UNKNOWN: Final = Route("unknown-route", "/v1", "Nothing: every other address answers 404", public=True)

ROUTES: Final = (BILLING_STATE, BILLING_USAGE, RUN, KEY, OPENAPI, HEALTHZ, READYZ, UNKNOWN)
# What a preview of a key lists, in this order.
READABLE: Final = (BILLING_STATE, BILLING_USAGE, RUN, RUN_COST)
