"""Bad input gets a 400 or 401 problem that names what is wrong, never a 500."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db
USAGE = "/v1/billing/usage"


@pytest.fixture
def secret(acme, make_key, opt_in) -> str:
    """A key with every scope whose organization has opted in."""
    opt_in(acme)
    return make_key(acme).secret


HEADERS = {
    "two credentials": lambda s: {"x-api-key": s, "authorization": f"Bearer {s}"},
    "doubled x-api-key": lambda s: {"x-api-key": f"{s},{s}"},
    "doubled authorization": lambda s: {"authorization": f"Bearer {s}, Bearer {s}"},
    "non-ASCII": lambda s: {"x-api-key": s[:-1] + "é"},
    "full-width digits": lambda s: {"x-api-key": s[:-1] + "\uff11"},
    "one megabyte": lambda s: {"x-api-key": s * 17_000},
    "empty": lambda s: {"x-api-key": ""},
    "empty bearer": lambda s: {"authorization": "Bearer"},
    "blank bearer": lambda s: {"authorization": "Bearer   "},
    "basic": lambda s: {"authorization": f"Basic {s}"},
    "no scheme": lambda s: {"authorization": s},
    "newline": lambda s: {"x-api-key": s + "\n\nx"},
    "NUL": lambda s: {"x-api-key": s[:-1] + "\x00"},
    "other case": lambda s: {"x-api-key": s.upper()},
}


def test_a_bad_credential_is_401_with_a_challenge(secret, cells):
    for name in HEADERS:
        with cells(name):
            answer = Client().get("/v1/billing/state", headers=HEADERS[name](secret))
            assert answer.status_code == 401
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="billing"')
            assert answer.json()["code"] in {"missing_key", "invalid_key"}
    assert cells.count == len(HEADERS)


def test_two_credentials_are_named(secret):
    answer = Client().get("/v1/key", headers=HEADERS["two credentials"](secret))
    assert "Send the key in one of them only" in answer.json()["detail"]


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_bearer_in_any_case(secret, scheme):
    assert Client().get("/v1/key", headers={"authorization": f"{scheme} {secret}"}).status_code == 200


@pytest.mark.parametrize("name", ["api_key", "key", "x-api-key", "access_token", "token"])
def test_a_key_in_the_query_string_is_not_read(secret, name):
    assert Client().get("/v1/billing/state", {name: secret}).json()["code"] == "missing_key"


PARAMETERS = {
    "bare date": ({"from": "2026-09-01"}, "from", "2026-09-01T00:00:00Z"),
    "naive time": ({"from": "2026-09-01T10:00:00"}, "from", "2026-09-01T10:00:00Z"),
    "unescaped plus": ({"to": "2026-09-01T10:00:00 02:00"}, "to", "2026-09-01T10:00:00%2B02:00"),
    "no time": ({"from": "yesterday"}, "from", "RFC 3339"),
    "empty time": ({"from": ""}, "from", "RFC 3339"),
    "month 13": ({"from": "2026-13-01T00:00:00Z"}, "from", "This time does not exist"),
    "year 0": ({"from": "0000-01-01T00:00:00Z"}, "from", "This time does not exist"),
    "before year 1": ({"from": "0001-01-01T00:00:00+14:00"}, "from", "This time does not exist"),
    "other digits": ({"from": "\uff12\uff10\uff12\uff16-09-01T00:00:00Z"}, "from", "RFC 3339"),
    "from after to": ({"from": "2026-09-02T00:00:00Z", "to": "2026-09-01T00:00:00Z"}, "from", "before"),
    "from equals to": ({"from": "2026-09-01T00:00:00Z", "to": "2026-09-01T02:00:00+02:00"}, "from", "before"),
    "to before the period": ({"to": "2001-01-01T00:00:00Z"}, "to", "`from`"),
    "from after the period": ({"from": "2999-01-01T00:00:00Z"}, "from", "`to`"),
    "limit 0": ({"limit": "0"}, "limit", "1 to 500"),
    "limit 501": ({"limit": "501"}, "limit", "1 to 500"),
    "limit -1": ({"limit": "-1"}, "limit", "1 to 500"),
    "limit 1e2": ({"limit": "1e2"}, "limit", "1 to 500"),
    "limit empty": ({"limit": ""}, "limit", "1 to 500"),
    "limit twice": ({"limit": ["1", "2"]}, "limit", "once"),
    "tag without value": ({"tag": "county"}, "tag", "county:adams"),
    "tag without key": ({"tag": ":adams"}, "tag", "county:adams"),
    "unknown status": ({"status": "done"}, "status", "completed"),
    "unknown type": ({"run_type": "x"}, "run_type", "workflow_run"),
    "unknown order": ({"order": "up"}, "order", "desc"),
    "unknown parameter": ({"page": "2"}, "page", "Accepted: from, to"),
    "other case": ({"Limit": "2"}, "Limit", "Accepted"),
}


def test_a_bad_parameter_is_named_with_what_is_accepted(secret, api, cells):
    for name in PARAMETERS:
        with cells(name):
            sent, parameter, says = PARAMETERS[name]
            answer = api(USAGE, secret, **sent)
            body = answer.json()
            assert (answer.status_code, body["code"]) == (400, "invalid_parameter")
            assert answer.headers["Content-Type"] == "application/problem+json"
            fault = next(each for each in body["errors"] if each["parameter"] == parameter)
            assert says in fault["detail"]
    assert cells.count == len(PARAMETERS)


def test_every_fault_is_named_at_once(secret, api):
    body = api(USAGE, secret, **{"from": "x", "to": "y", "limit": "z", "tag": "t", "order": "o"}).json()
    assert [each["parameter"] for each in body["errors"]] == ["from", "to", "tag", "limit", "order"]


@pytest.mark.parametrize("path", ["/v1/billing/state", "/v1/key", "/v1/runs/wr_1"])
def test_routes_without_parameters_take_none(secret, api, path):
    body = api(path, secret, verbose="1").json()
    assert (body["code"], body["errors"][0]["parameter"]) == ("invalid_parameter", "verbose")


@pytest.mark.parametrize(
    "run_id", ["%00", "%F0%28", "a" * 5000, "%ED%A0%80", "..%2f..%2f", "'; drop table billing_run; --"]
)
def test_any_run_id_is_a_404_and_never_a_500(secret, run_id):
    answer = Client(raise_request_exception=False).get(f"/v1/runs/{run_id}", headers={"x-api-key": secret})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("path", [USAGE, "/v1/billing/estimate?runs=1"])
def test_eleven_tags_are_too_many_and_a_repeated_one_counts_once(secret, api, path):
    tags = [f"k{n}:v" for n in range(10)]
    url = f"{path}{'&' if '?' in path else '?'}{'&'.join(f'tag={tag}' for tag in tags * 25)}"
    with CaptureQueriesContext(connection) as captured:
        assert api(url, secret).status_code == 200
    assert max(query["sql"].count("@>") for query in captured) == 1
    with CaptureQueriesContext(connection) as captured:
        answer = api(f"{url}&tag=k10:v", secret)
    assert (answer.status_code, [each["parameter"] for each in answer.json()["errors"]]) == (400, ["tag"])
    assert "10" in answer.json()["errors"][0]["detail"]
    assert not any("billing_run " in query["sql"] for query in captured)


@pytest.mark.parametrize(
    "value", ["county:\x00", "county:\ud800".encode("utf-8", "surrogatepass"), "county:" + "x" * 100_000]
)
def test_any_tag_value_is_no_match_and_never_a_500(secret, api, value):
    assert api(USAGE, secret, tag=value).json()["runs"] == []


@pytest.mark.parametrize(
    "path", ["/v1", "/v1/", "/v1/key/", "/v1/Billing/state", "/v1/billing/state/../../key", "/v1/keys"]
)
def test_every_other_address_is_the_same_404(secret, api, path):
    answer = api(path, secret)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
