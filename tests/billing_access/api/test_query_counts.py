"""The statements of each endpoint. The record's, and the note of a key's use every ten minutes, are counted apart."""

import pytest

from billing_access.access.key_format import new_secret
from billing_access.access.services import revoke_key, suspend_billing_reads
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
ALLOWED = {"/v1/billing/state": 1, "/v1/billing/usage": 2, "/v1/billing/estimate?runs=1": 2, "/v1/runs/wr_1": 2}


@pytest.mark.parametrize("path", ALLOWED)
def test_an_allowed_read_is_the_decision_the_data_and_the_record(acme, runs, make_key, api, opt_in, counting, path):
    """The state is read in the decision's own statement."""
    opt_in(acme)
    secret = make_key(acme).secret
    with counting() as counted:
        assert api(path, secret).status_code == 200
    assert (counted.reads, counted.records) == (ALLOWED[path], 1)


@pytest.mark.parametrize(
    ("query", "reads"),
    [
        ("", 3),
        ("?order=asc", 4),
        ("?order=asc&from=2020-01-01T00:00:00Z", 5),
        ("?key=6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b", 2),
    ],
)
def test_the_audit_log_is_the_decision_the_events_what_lies_beside_them_and_the_record(
    acme, make_key, api, counting, seal_events, query, reads
):
    """In the order of the seal: how far it is sealed too, and where the range begins. Beside no event lies nothing."""
    secret = make_key(acme, "audit:read").secret
    seal_events()
    for _ in range(2):
        with counting() as counted:
            assert api(f"/v1/audit-events{query}", secret).status_code == 200
        assert (counted.reads, counted.records) == (reads, 1)


def test_a_run_without_its_cost_costs_the_same(acme, runs, make_key, api, counting):
    secret = make_key(acme, "runs:read").secret
    with counting() as counted:
        assert "X-Cost-Withheld" in api("/v1/runs/wr_1", secret).headers
    assert (counted.reads, counted.records) == (2, 1)


@pytest.mark.parametrize("path", [*ALLOWED, "/v1/key"])
def test_a_use_is_noted_once_in_ten_minutes(acme, runs, make_key, api, counting, path):
    secret = make_key(acme).secret
    for uses in (1, 0, 0):
        with counting() as counted:
            api(path, secret)
        assert counted.uses == uses


@pytest.mark.parametrize("path", [*ALLOWED, "/v1/key"])
@pytest.mark.parametrize(
    "secret",
    [None, "", "x", "bak_live_" + "0" * 49, new_secret()[:-1] + "!", "b" * 1_000_000],
    ids=["none", "empty", "short", "wrong checksum", "wrong character", "long"],
)
def test_a_malformed_key_costs_nothing(db, api, counting, path, secret):
    with counting() as counted:
        assert api(path, secret).status_code == 401
    assert (counted.reads, counted.records) == (0, 0)


def test_a_bad_checksum_costs_nothing(acme, make_key, api, counting):
    secret = make_key(acme).secret
    changed = secret[:20] + ("A" if secret[20] != "A" else "B") + secret[21:]
    with counting() as counted:
        assert api("/v1/billing/state", changed).json()["code"] == "invalid_key"
    assert (counted.reads, counted.records) == (0, 0)


def test_any_other_refusal_is_the_decision_and_the_record(acme, make_key, api, opt_in, counting):
    refused = {
        "unknown": new_secret(),
        "scope": make_key(acme, "runs:read").secret,
        "opt-in": make_key(acme).secret,
    }
    revoked = make_key(acme)
    revoke_key(revoked.key, actor=SYSTEM)
    refused["revoked"] = revoked.secret
    for name, secret in refused.items():
        with counting() as counted:
            assert api("/v1/billing/state", secret).status_code in {401, 403}, name
        assert (counted.reads, counted.records) == (1, 1), name
    suspend_billing_reads(acme, actor=SYSTEM, reason="incident")
    with counting() as counted:
        assert api("/v1/billing/state", refused["opt-in"]).json()["code"] == "billing_reads_suspended"
    assert (counted.reads, counted.records) == (1, 1)


def test_a_bad_parameter_reads_no_data(acme, make_key, api, opt_in, counting):
    opt_in(acme)
    secret = make_key(acme).secret
    with counting() as counted:
        assert api("/v1/billing/usage", secret, limit="many").status_code == 400
    assert (counted.reads, counted.records) == (1, 1)


def test_the_key_itself_is_one_statement_and_no_record(acme, make_key, api, counting):
    secret = make_key(acme).secret
    with counting() as counted:
        assert api("/v1/key", secret).status_code == 200
    assert (counted.reads, counted.records) == (1, 0)


@pytest.mark.parametrize(
    ("path", "reads"), [("/healthz", 0), ("/readyz", 1), ("/v1/openapi.json", 0), ("/docs", 0), ("/v1/none", 0)]
)
def test_public_addresses(db, api, counting, path, reads):
    with counting() as counted:
        api(path)
    assert (counted.reads, counted.records) == (reads, 0)


def test_the_statement_is_the_same_whatever_the_opt_in(acme, make_key, api, opt_in):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    secret = make_key(acme, "runs:read").secret
    seen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            api("/v1/billing/state", secret)
        seen.append(captured[0]["sql"])
        opt_in(acme)
    assert seen[0] == seen[1]
