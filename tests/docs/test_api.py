"""docs/api.md: every refusal with its status, in the order of the decision; every route's scopes, rate and fields."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings

from billing_access.api.views import openapi_document
from billing_access.errors import REFUSALS
from billing_access.routes import RATES, ROUTES

TEXT = (settings.BASE_DIR / "docs" / "api.md").read_text()
REFUSED = TEXT.partition("| code | status |")[2]
PATHS = [route.path for route in ROUTES if not route.public]
TABLE = [
    (code, int(status))
    for codes, status in re.findall(r"^\| (`[^|]+`) \| (\d{3}) \|", REFUSED, re.MULTILINE)
    for code in re.findall(r"`(\w+)`", codes)
]


def test_every_refusal_is_documented_with_its_status_and_no_other() -> None:
    assert sorted(TABLE) == sorted((refusal.code, refusal.status) for refusal in REFUSALS.values())


def test_the_table_is_in_the_order_of_refusals() -> None:
    decided = [code for code in REFUSALS if REFUSALS[code].status in {401, 403}] + ["rate_limited"]
    assert [code for code, _ in TABLE][: len(decided)] == decided


def test_every_route_names_what_it_needs() -> None:
    for route in ROUTES:
        if route.public or not route.scopes:
            continue
        section = TEXT.partition(f"## GET {route.path}\n")[2].partition("\n## ")[0]
        needs = section.strip().splitlines()[0]
        assert set(re.findall(r"`([\w.]+:read)`", needs)) == set(route.scopes), route.path
        assert ("opt-in" in needs) == route.needs_opt_in, route.path


def test_every_rate_is_the_codes_own() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| `/v1[^|]*` \| (\d+) \|$", TEXT, re.MULTILINE))
    assert rows == {route.rate: str(RATES[route.rate]) for route in ROUTES if not route.public}


def test_every_route_stands_in_its_class() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (`/v1[^|]*`) \| \d+ \|$", TEXT, re.MULTILINE)
    written = {path: rate for rate, paths in rows for path in re.findall(r"`([^`]+)`", paths)}
    assert written == {route.path: route.rate for route in ROUTES if not route.public}


def fields_of(schema: Any, schemas: Any) -> Iterator[str]:
    """Yield the name of every field in a schema, at any depth."""
    for reference in re.findall(r"#/components/schemas/(\w+)", str(schema)):
        yield from fields_of(schemas[reference], schemas)
    yield from schema.get("properties", {})


def test_every_route_with_a_section_is_in_the_document() -> None:
    assert set(openapi_document()["paths"]) == set(PATHS)


# Of the routes, not of the document, which every process of the tests would make to collect them.
@pytest.mark.parametrize("path", PATHS)
def test_every_field_and_parameter_of_a_route_is_explained_in_its_section(path: str) -> None:
    document = openapi_document()
    operation = document["paths"][path]["get"]
    section = TEXT.partition(f"## GET {path}\n")[2].partition("\n## ")[0]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    names = set(fields_of(schema, document["components"]["schemas"]))
    names |= {each["name"] for each in operation.get("parameters", []) if each["in"] == "query"}
    assert len(names) > 5
    assert {name for name in names if f"`{name}`" not in section} == set()
    tables = re.findall(
        r"^\| (?:field|parameter)\b[^\n]*\n\| ---[^\n]*\n((?:\|[^\n]*\n)+)", section + "\n", re.MULTILINE
    )
    listed = {
        name for table in tables for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert len(listed) > 5
    assert listed - names == set()


def test_every_header_is_explained() -> None:
    answers = [each for path in openapi_document()["paths"].values() for each in path["get"]["responses"].values()]
    headers = {name for answer in answers for name in answer.get("headers", {})}
    assert headers >= {"ETag", "Link", "RateLimit", "Retry-After"}
    assert {name for name in headers if f"`{name}" not in TEXT} == set()
