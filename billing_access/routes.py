"""The table of API routes: the scopes and opt-in that each needs, the event that records it, and its rate limit.

A view of ``billing_access.api.urls`` that is not in this table stops start-up (``billing_access.checks``). Paths begin
where the project includes those URLs.
"""

from dataclasses import dataclass
from typing import Final

from billing_access import scopes
from orgs.roles import MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG

# The default limits, each per 60 seconds (RATE_LIMITS overrides them): requests of one key, by class of route, and
# failed credentials from one IP address.
FAILED_CREDENTIALS: Final = "failed_credentials"
RATES: Final = {"state": 120, "usage": 60, "runs": 120, "key": 120, "audit": 60, "other": 120, FAILED_CREDENTIALS: 30}
RATE_WINDOW_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Route:
    """One API route.

    ``reads``: what it returns, as pages and ``GET /v1/key`` say it. ``scopes``: the key needs all of them.
    ``needs_opt_in``: the organization must have opted in and not be suspended. ``event``: the audit action that a read
    is recorded under; None if reads are not recorded. ``public``: needs no key and has no rate limit.
    ``rate``: the class of ``RATES`` whose limit applies to each key. ``permissions``: of a webhook, what the member who
    holds it must have.
    """

    name: str
    path: str
    reads: str
    scopes: frozenset[str] = frozenset()
    needs_opt_in: bool = False
    event: str | None = None
    public: bool = False
    rate: str = "other"
    permissions: frozenset[str] = frozenset()


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
BILLING_ENTRIES: Final = Route(
    "billing-entries",
    "/v1/billing/entries",
    "Entries of the balance",
    frozenset({scopes.BILLING_STATE_READ}),
    needs_opt_in=True,
    event="billing.entries.read",
    rate="state",
)
BILLING_ALERTS: Final = Route(
    "billing-alerts",
    "/v1/billing/alerts",
    "Alerts with their state",
    frozenset({scopes.BILLING_STATE_READ, scopes.BILLING_USAGE_READ}),
    needs_opt_in=True,
    event="billing.alerts.read",
    rate="state",
)
RUN: Final = Route(
    "run",
    "/v1/runs/{run_id}",
    "A run's status and times",
    frozenset({scopes.RUNS_READ}),
    event="run.read",
    rate="runs",
)
# The cost fields of a run. RunView decides this route as well as RUN; if it is refused, the answer leaves the cost
# fields out (docs/api.md, GET /v1/runs/{run_id}).
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
# The figures in some audit events. AuditEventsView decides this route as well as AUDIT_EVENTS; if it is refused, the
# answer leaves the figures out.
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
UNKNOWN: Final = Route("unknown-route", "/v1", "Nothing: every other address answers 404", public=True)

# What webhooks carry: it is decided and recorded as a read is, each time before it is sent.
WEBHOOK_ALERT: Final = Route(
    "webhook-alert",
    "webhook:alert",
    "Alerts, sent when they fire and when they are resolved",
    needs_opt_in=True,
    event="webhook.alert_sent",
    permissions=frozenset({MANAGE_BILLING_ACCESS}),
)
WEBHOOK_AUDIT: Final = Route(
    "webhook-audit-event",
    "webhook:audit.event",
    "The audit log, sent as it is sealed",
    event="webhook.audit_sent",
    permissions=frozenset({MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG}),
)
# The figures and texts in them. If it is refused, the events are sent without.
WEBHOOK_AUDIT_FIGURES: Final = Route(
    "webhook-audit-figures",
    "webhook:audit.event",
    "The figures in audit events",
    needs_opt_in=True,
    permissions=frozenset({MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG}),
)
# What carries no figures: the challenge of an address, and a test.
WEBHOOK_TEST: Final = Route(
    "webhook-test", "webhook:test", "A challenge or a test", permissions=frozenset({MANAGE_BILLING_ACCESS})
)

# What each topic of a webhook is, and what of it are figures.
WEBHOOK_TOPICS: Final = {"alert": WEBHOOK_ALERT, "audit.event": WEBHOOK_AUDIT}
WEBHOOK_FIGURES: Final = {"alert": WEBHOOK_ALERT, "audit.event": WEBHOOK_AUDIT_FIGURES}

BILLING: Final = (BILLING_STATE, BILLING_USAGE, BILLING_SUMMARY, BILLING_ESTIMATE, BILLING_ENTRIES, BILLING_ALERTS)
# The routes that GET /v1/key and the preview of a key list, in this order.
READABLE: Final = (*BILLING, RUN, RUN_COST, AUDIT_EVENTS, AUDIT_FIGURES)
ROUTES: Final = (*BILLING, RUN, AUDIT_EVENTS, KEY, OPENAPI, UNKNOWN)
