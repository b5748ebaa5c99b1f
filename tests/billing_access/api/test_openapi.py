"""Real answers of the API are checked against the schemas of the OpenAPI document."""

import json

import jsonschema
import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.validation import validate_schema

from billing_access.api import parameters
from billing_access.api.views import OpenApiView
from billing_access.routes import KEY, RATES, READABLE
from dev.management.commands.write_openapi import FILE, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(client) -> dict:
    """The document as a client fetches it."""
    return client.get("/v1/openapi.json").json()


def test_the_document_is_what_the_declarations_say_and_the_generator_finds_nothing_to_complain_about():
    """After a change of dev/openapi.py: `make openapi`."""
    with GENERATOR_STATS.silence():
        written = text()
        assert not GENERATOR_STATS
    assert FILE.read_text() == written
    validate_schema(json.loads(written))


def test_below_another_path_the_document_says_so(client, rf):
    assert "servers" not in client.get("/v1/openapi.json").json()
    answer = OpenApiView.as_view()(rf.get("/billing/v1/openapi.json"))
    assert answer.data["servers"] == [{"url": "/billing"}]


def test_every_route_with_a_key_is_there_and_only_read(document):
    assert set(document["paths"]) == {route.path for route in (*READABLE, KEY)}
    for operations in document["paths"].values():
        assert set(operations) == {"get"}
        assert operations["get"]["security"] == [{"apiKey": []}, {"bearer": []}]


def test_every_route_says_how_often_it_may_be_asked(document):
    for operations in document["paths"].values():
        responses = operations["get"]["responses"]
        assert "application/problem+json" in responses["429"]["content"]
        assert set(responses["429"]["headers"]) == {"RateLimit", "RateLimit-Policy", "Retry-After"}
        kept = {"ETag"} if "304" in responses else set()
        assert (
            set(responses["200"]["headers"]) - {"Link", "X-Figures-Withheld"}
            == {"RateLimit", "RateLimit-Policy"} | kept
        )
        sent = {each["name"] for each in operations["get"].get("parameters", []) if each["in"] == "header"}
        assert sent == ({"If-None-Match"} if kept else set())


def test_every_parameter_of_the_document_is_the_parsers_own_and_the_reverse(document):
    listed = {
        path: {each["name"] for each in operations["get"].get("parameters", []) if each["in"] == "query"}
        for path, operations in document["paths"].items()
    }
    assert {path: names for path, names in listed.items() if names} == {
        "/v1/billing/usage": set(parameters.USAGE),
        "/v1/billing/usage/summary": set(parameters.SUMMARY),
        "/v1/billing/estimate": set(parameters.ESTIMATE),
        "/v1/billing/entries": set(parameters.ENTRIES),
        "/v1/audit-events": set(parameters.AUDIT),
    }


CASES = [
    "/v1/billing/state",
    "/v1/billing/usage",
    "/v1/billing/usage/summary",
    "/v1/billing/estimate",
    "/v1/billing/entries",
    "/v1/billing/alerts",
    "/v1/runs/wr_1",
    "/v1/audit-events",
    "/v1/key",
]


@pytest.mark.parametrize("opted_in", [True, False])
@pytest.mark.parametrize("path", CASES)
def test_answers_fit_their_schema(acme, runs, make_key, api, opt_in, document, march, path, opted_in):
    if opted_in:
        opt_in(acme)
    parameters = {"usage": march, "estimate": {"runs": "3"}}.get(path.rpartition("/")[2], {})
    _fits(document, path.replace("wr_1", "{run_id}"), api(path, make_key(acme).secret, **parameters))


@pytest.mark.parametrize("path", CASES)
def test_refusals_fit_their_schema(acme, make_key, api, opt_in, document, configure, path):
    shown = path.replace("wr_1", "{run_id}")
    opt_in(acme)
    _fits(document, shown, api(path))
    _fits(document, shown, api(path, make_key(acme).secret, nonsense="1"))
    _fits(document, shown, api(path, make_key(acme).secret, method="post"))
    _fits(document, shown, api(path, make_key(acme, "audit:read").secret))
    configure(RATE_LIMITS=dict.fromkeys(RATES, 1))
    secret = make_key(acme).secret
    assert [_fits(document, shown, api(path, secret)).status_code for _ in range(2)][1] == 429


def _fits(document: dict, path: str, answer):
    responses = document["paths"][path]["get"]["responses"]
    assert str(answer.status_code) in responses
    kind = answer.headers["Content-Type"]
    schema = responses[str(answer.status_code)]["content"][kind]["schema"]
    # Strict: a field that the schema does not have is an error, like a missing one.
    definitions = json.loads(json.dumps(document["components"]["schemas"]))
    for definition in definitions.values():
        if "properties" in definition:
            definition["additionalProperties"] = False
    whole = {**schema, "components": {"schemas": _nullable(definitions)}}
    jsonschema.validate(answer.json(), whole, format_checker=jsonschema.FormatChecker())
    return answer


def _nullable(value):
    """Turn OpenAPI 3.0's ``nullable`` into JSON Schema."""
    if isinstance(value, list):
        return [_nullable(each) for each in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _nullable(each) for key, each in value.items() if key != "nullable"}
    return {"anyOf": [plain, {"type": "null"}]} if value.get("nullable") is True else plain
