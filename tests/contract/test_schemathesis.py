"""schemathesis on the whole document: no 5xx, no undocumented status or media type, no answer outside its schema."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks

from billing_access.access.services import suspend_billing_reads
from billing_access.routes import RATES
from orgs import actors

pytestmark = pytest.mark.django_db
PATHS = [
    "/v1/billing/state",
    "/v1/billing/usage",
    "/v1/billing/usage/summary",
    "/v1/billing/estimate",
    "/v1/billing/entries",
    "/v1/billing/alerts",
    "/v1/runs/{run_id}",
    "/v1/audit-events",
    "/v1/key",
]
HELD = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
]
KEYS = ["everything", "runs alone", "no billing", "never fed", "nobody's", "expired", "suspended", "none"]
REFUSED = {"nobody's": 401, "expired": 401, "none": 401}


@pytest.fixture
def schema(secrets: dict[str, str], configure: Any) -> Iterator[Any]:
    """Our document, whose cases are sent to the whole WSGI application on the test's own connection."""
    configure(RATE_LIMITS=dict.fromkeys(RATES, 10_000))
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/v1/openapi.json", WSGIHandler())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_document_is_what_is_asked(schema):
    assert sorted(operation.ok().path for operation in schema.get_all_operations()) == sorted(PATHS)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as documented", "otherwise"])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_one_that_the_document_names(schema, secrets, funded, path, mode, cells):
    try:
        cases = schema[path]["GET"].as_strategy(generation_mode=mode)
    except schemathesis.errors.InvalidSchema:
        cases = st.nothing()
    for key in KEYS:
        with cells(path, mode.value, "with", key):
            if key == "suspended":
                suspend_billing_reads(funded, actor=actors.command("tests"), reason="tests")
            _ask(cases, key, secrets.get(key, secrets["everything"]), mode)
    assert cells.count >= 8


def _ask(cases: Any, key: str, secret: str, mode: GenerationMode) -> None:
    """Send cases with one kind of key, and hold each answer against the document."""
    headers = {} if key == "none" else {"x-api-key": secret}
    statuses: set[int] = set()

    @settings(
        max_examples=12 if key == "everything" else 3,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def ask(case: Any) -> None:
        case.headers = {name: value for name, value in case.headers.items() if name.lower() == "if-none-match"}
        if statuses and case.path_parameters:
            case.path_parameters = {"run_id": "wr_1"}  # the first case keeps its own id, which no run has
        answer = case.call(headers=headers)
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=HELD)

    ask()
    expected = REFUSED.get(key)
    assert key != "everything" or mode is GenerationMode.NEGATIVE or 200 in statuses
    assert not statuses or expected is None or statuses <= {expected, 404}


@pytest.mark.parametrize("path", [*PATHS[1:3], "/v1/billing/entries"])
def test_csv_is_named_too(schema, secrets, path):
    headers, found = {"x-api-key": secrets["everything"], "accept": "text/csv"}, set()

    @settings(
        max_examples=8,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=schema[path]["GET"].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def ask(case: Any) -> None:
        case.headers = {}
        answer = case.call(headers=headers)
        found.add((answer.status_code, answer.headers["content-type"][0].partition(";")[0]))
        case.validate_response(answer, checks=HELD)

    ask()
    assert (200, "text/csv") in found
    assert {kind for status, kind in found if status >= 400} <= {"application/problem+json"}
