"""What each web process counts for Prometheus. ``manage.py serve_metrics`` adds up all processes and serves the sums.

With METRICS_FOLDER (``config/web_server.py``) the counts are in files there, which outlive a process that is killed.
Without it they stay in the process's memory, where nobody reads them. No label holds what a client, a person or an
organization chose.
"""

import os
from functools import cache
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, values

from billing_access.errors import REFUSALS

_number: Final = os.environ.get("METRICS_PROCESS")
if _number and os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
    # Instead of the process's id: with that, each process that ends would leave its files to be added up for good.
    values.ValueClass = values.MultiProcessValue(lambda: _number)  # type: ignore[no-untyped-call]

WEB: Final = CollectorRegistry()
_FAULT: Final = 500
_BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_REQUESTS: Final = Counter(
    "billing_access_requests_total", "Requests answered.", ("method", "route", "status"), registry=WEB
)
_SECONDS: Final = Histogram(
    "billing_access_request_seconds",
    "Seconds from a request's arrival as a whole to the end of its answer.",
    ("route",),
    buckets=_BUCKETS,
    registry=WEB,
)
_FAULTS: Final = Counter("billing_access_faults_total", "Requests answered with 500.", registry=WEB)
# By the name that the apps count under (billing_audit/counting.py).
_COUNTERS: Final = {
    "refused": Counter("billing_access_refusals_total", "Refusals of the API.", ("code",), registry=WEB),
    "credential_failed": Counter(
        "billing_access_failed_credentials_total",
        "Keys that were malformed, unknown, or ended (expired or revoked).",
        ("kind",),
        registry=WEB,
    ),
    "record_failed": Counter(
        "billing_access_failed_records_total", "Audit events that the database did not take.", registry=WEB
    ),
    "out_of_time": Counter(
        "billing_access_statements_out_of_time_total",
        "Statements that PostgreSQL or the site ended because they took too long.",
        registry=WEB,
    ),
    "rate_limit_storage_failed": Counter(
        "billing_access_rate_limit_storage_failures_total",
        "Attempts to reach RATE_LIMIT_STORAGE that failed; each process counts alone for 5 seconds after one.",
        registry=WEB,
    ),
}
# From the start, so that the first one is an increase: Prometheus does not see a series begin.
for _code in REFUSALS:
    _COUNTERS["refused"].labels(_code)
for _kind in ("malformed", "unknown", "ended"):
    _COUNTERS["credential_failed"].labels(_kind)


def count_request(method: str, route: str, status: int, seconds: float) -> None:
    """Count one answered request."""
    requests, times = _series(method, route, status)
    requests.inc()
    times.observe(seconds)
    if status == _FAULT:
        _FAULTS.inc()


def count(name: str, kind: str = "") -> None:
    """Count what an app has noticed: the function that ``BILLING_ACCESS["COUNTER"]`` names."""
    _child(name, kind).inc()


# `labels` makes texts and takes a lock, every time.
@cache
def _series(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    return _REQUESTS.labels(method, route, str(status)), _SECONDS.labels(route)


@cache
def _child(name: str, kind: str) -> Counter:
    return _COUNTERS[name].labels(kind) if kind else _COUNTERS[name]
