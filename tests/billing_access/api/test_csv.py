"""CSV answers: the figures of the JSON, one line per run or group, and no text that a spreadsheet computes."""

import csv
import io
import json
import re

import pytest

from billing_access.billing.operators import register_tag

pytestmark = pytest.mark.django_db
DAY = {"from": "2026-04-01T00:00:00Z", "to": "2026-04-02T00:00:00Z"}
PATHS = ["/v1/billing/usage", "/v1/billing/usage/summary"]


@pytest.fixture
def ask(acme, make_key, api, opt_in, feed, run, system):
    """Return a function that asks for CSV, or for ``accept``, of five runs with names that look like formulas."""
    opt_in(acme)
    register_tag(acme, "county", actor=system)
    feed(
        acme,
        run("=1+1", tags={"county": "@SUM(A1)", "kind": '"a", b\r\n'}, total_cost_usd="0.0000000001"),
        run("-2", tags={"county": ""}, llm_tokens_in=str(2**62)),
        run("plain", tags={"county": "=cmd|' /C calc'!A0"}, total_cost_usd=""),
        run("none"),
        run("\uff1d1+1", tags={"county": "\uff20SUM(A1)"}),
    )
    secret = make_key(acme).secret
    return lambda path, accept="text/csv", **more: api(path, secret, headers={"accept": accept}, **{**DAY, **more})


def lines(answer):
    """Parse the answer's CSV as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def test_usage_has_the_fields_and_figures_of_its_json(ask):
    answer, body = ask("/v1/billing/usage"), ask("/v1/billing/usage", "application/json").json()
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.endswith(b"\r\n")
    rows = lines(answer)
    assert list(rows[0]) == list(body["runs"][0])
    for row, run in zip(rows, body["runs"], strict=True):
        assert json.loads(row["tags"]) == run["tags"]
        for name in ("total_cost_usd", "llm_tokens_in", "started_at", "cost_updated_at", "cost_status"):
            assert row[name] == ("" if run[name] is None else str(run[name])), name


def test_a_summary_has_a_line_for_each_group(ask):
    answer = ask("/v1/billing/usage/summary", group_by="tag:county", bucket="none")
    body = ask("/v1/billing/usage/summary", "*/*", group_by="tag:county", bucket="none").json()
    rows = lines(answer)
    assert list(rows[0]) == [
        "start", "end", "is_final", "tag:county", "is_other", "total_cost_usd", "run_count", "unpriced_run_count",
        "llm_tokens_in", "llm_tokens_out", "llm_tokens_cached",
    ]  # fmt: skip
    groups = body["buckets"][0]["groups"]
    assert [(row["total_cost_usd"], row["run_count"]) for row in rows] == [
        (group["total_cost_usd"], str(group["run_count"])) for group in groups
    ]
    assert {row["is_final"] + row["is_other"] for row in rows} == {"falsefalse"}


def test_no_cell_is_a_formula(ask):
    for path in PATHS:
        for row in lines(ask(path, **({"group_by": "tag:county"} if "summary" in path else {}))):
            assert not any(value and value[0] in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20" for value in row.values()), row
    assert {row["run_id"] for row in lines(ask(PATHS[0]))} == {"'=1+1", "'\uff1d1+1", "'-2", "plain", "none"}


def test_null_and_the_empty_text_differ(ask):
    text = ask("/v1/billing/usage/summary", group_by="tag:county", bucket="none").content.decode()
    assert re.search(r',false,"",false,1\.00,', text)
    assert re.search(r",false,,false,1\.00,", text)


CHOICES = [
    ("text/csv", True), ("text/csv; charset=utf-8", True), ("text/*", True), ("TEXT/CSV", True),
    ("application/json;q=0.5, text/csv", True), ("text/csv, */*;q=0.8", True),
    ("text/csv; charset=UTF-8", True), ("text/csv;header=present;q=0.9, */*;q=0.1", True),
    ("application/json;q=0, */*", True), ("text/csv, */*", True), ("text/csv;q=0, text/*", False),
    ("application/json, text/csv", False), ("text/csv, application/json", True), ("text/csv; x*=none''1", False),
    ("*/*", False), ("application/json", False), ("text/csv;q=0.5, application/json", False), ("", False),
    ("text/html", False), ("text/csv;q=0", False), ("nonsense", False), ("\x00", False),
]  # fmt: skip


def test_the_client_chooses_and_json_is_what_it_gets_otherwise(ask, cells):
    for accept, is_csv in CHOICES:
        with cells(repr(accept)):
            for path in PATHS:
                answer = ask(path, accept)
                assert answer.status_code == 200
                assert answer.headers["Content-Type"].startswith("text/csv" if is_csv else "application/json")
    assert cells.count == 22


def test_a_walk_through_csv_follows_the_link(ask, api):
    answer, seen = ask("/v1/billing/usage", limit=1, tag=[]), []
    while True:
        seen += [row["run_id"] for row in lines(answer)]
        if "Link" not in answer.headers:
            break
        (url,) = re.fullmatch(r'<http[^>]*(/v1/billing/usage\?[^>]*)>; rel="next"', answer.headers["Link"]).groups()
        assert url.count("cursor=") == 1
        answer = api(url, answer.wsgi_request.headers["x-api-key"], headers={"accept": "text/csv"})
    assert sorted(seen) == sorted(["'=1+1", "'\uff1d1+1", "'-2", "plain", "none"])
    assert len(seen) == 5


@pytest.mark.parametrize("path", PATHS)
def test_a_refusal_is_json_whatever_was_asked_for(ask, path):
    answer = ask(path, to="2020-01-01T00:00:00Z")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "invalid_parameter"


@pytest.mark.parametrize("path", PATHS)
def test_the_two_formats_have_tags_of_their_own(ask, api, path):
    in_csv, in_json = ask(path), ask(path, "*/*")
    assert in_csv.headers["ETag"] != in_json.headers["ETag"]
    secret = in_csv.wsgi_request.headers["x-api-key"]
    again = api(path, secret, headers={"accept": "text/csv", "if-none-match": in_csv.headers["ETag"]}, **DAY)
    assert (again.status_code, again.content) == (304, b"")


def test_other_routes_are_json_alone(ask, api):
    secret = ask(PATHS[0]).wsgi_request.headers["x-api-key"]
    for path in ("/v1/billing/state", "/v1/key", "/v1/runs/plain"):
        assert api(path, secret, headers={"accept": "text/csv"}).headers["Content-Type"] == "application/json"
