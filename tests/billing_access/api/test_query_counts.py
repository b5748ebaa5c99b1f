"""How many SQL statements each endpoint needs. Events and the stored use of a key count separately."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing_access.access.key_format import new_secret
from billing_access.access.models import ApiKey
from billing_access.access.services import suspend_billing_reads
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
MARCH = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"
# What a read costs besides its record: the decision, and what is read of billing data. Where the current period stands
# in for a side of a summary's range, the account snapshot is read for it.
BILLING = {
    "/v1/billing/state": 2,
    "/v1/billing/usage": 2,
    f"/v1/billing/usage?{MARCH}": 2,
    "/v1/billing/usage/summary": 3,
    f"/v1/billing/usage/summary?{MARCH}": 2,
    "/v1/billing/estimate?runs=1": 2,
    "/v1/billing/entries": 2,
    f"/v1/billing/entries?{MARCH}": 2,
}
ALLOWED = {**BILLING, "/v1/runs/wr_1": 2}
OF_USAGE = ("billing_run", "billing_usage", "billing_balance")
PAST = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("path", ALLOWED)
def test_an_allowed_read_is_the_decision_the_data_and_the_record(acme, runs, make_key, api, opt_in, counting, path):
    opt_in(acme)
    secret = make_key(acme).secret
    with counting() as counted:
        assert api(path, secret).status_code == 200
    assert (counted.reads, counted.records) == (ALLOWED[path], 1)


@pytest.mark.parametrize("path", BILLING)
def test_a_304_is_the_decision_the_snapshot_and_the_record(acme, runs, make_key, api, opt_in, counting, path):
    opt_in(acme)
    secret = make_key(acme).secret
    tag = api(path, secret).headers["ETag"]
    with CaptureQueriesContext(connection) as captured, counting() as counted:
        assert api(path, secret, headers={"if-none-match": tag}).status_code == 304
    assert (counted.reads, counted.records) == (2, 1)
    for query in captured:
        assert not any(name in query["sql"] for name in OF_USAGE), query


@pytest.mark.parametrize("path", BILLING)
def test_a_tag_of_another_answer_costs_the_snapshot(acme, runs, make_key, api, opt_in, counting, path):
    opt_in(acme)
    secret = make_key(acme).secret
    api(path, secret)
    with counting() as counted:
        assert api(path, secret, headers={"if-none-match": '"another"'}).status_code == 200
    assert (counted.reads, counted.records) == (3, 1)


@pytest.mark.parametrize(
    ("query", "reads"),
    [
        ("", 3),
        ("?order=asc", 4),
        ("?order=asc&from=2020-01-01T00:00:00Z", 5),
        ("?key=6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b", 2),
    ],
)
def test_the_audit_log_is_the_decision_the_events_their_personal_data_and_the_record(
    acme, make_key, api, counting, seal_events, query, reads
):
    """In the order of the seal it also reads how far the log is sealed and where the range begins."""
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


def test_an_unknown_key_is_the_decision_and_the_record(db, api, counting):
    with counting() as counted:
        assert api("/v1/billing/state", new_secret()).status_code == 401
    assert (counted.reads, counted.records) == (1, 1)


@pytest.fixture
def refused(acme, make_key, opt_in):
    """Return a function that makes a key of Acme that is refused for one reason, and returns its secret."""

    def make(fault):
        issued = make_key(acme, *(["runs:read"] if fault == "scope" else []))
        now = datetime.now(UTC)
        changes = {
            "expired": {"created_at": PAST, "expires_at": PAST + timedelta(days=1)},
            "revoked": {"created_at": now - timedelta(days=1), "revoked_at": now - timedelta(hours=1)},
            "elsewhere": {"allowed_networks": ["198.51.100.0/24"]},
        }
        ApiKey.objects.filter(pk=issued.key.pk).update(**changes.get(fault, {"name": fault}))
        if fault != "opt-in":
            opt_in(acme)
        if fault == "suspended":
            suspend_billing_reads(acme, actor=SYSTEM, reason="incident")
        return issued.secret

    return make


@pytest.mark.parametrize("headers", [{}, {"if-none-match": "*"}], ids=["", "with a tag"])
@pytest.mark.parametrize("fault", ["expired", "revoked", "elsewhere", "scope", "suspended", "opt-in"])
def test_of_a_refused_key_not_one_figure_is_read(runs, refused, api, counting, fault, headers):
    secret = refused(fault)
    for path in BILLING:
        with CaptureQueriesContext(connection) as captured, counting() as counted:
            assert api(path, secret, headers=headers).status_code in {401, 403}
        assert (counted.reads, counted.records) == (1, 1), path
        for query in captured:
            assert not any(name in query["sql"] for name in (*OF_USAGE, "billing_account")), query


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


# /readyz asks over a connection of its own: tests/config/test_readiness.py counts its one statement.
@pytest.mark.parametrize(
    ("path", "reads"), [("/healthz", 0), ("/readyz", 0), ("/v1/openapi.json", 0), ("/docs", 0), ("/v1/none", 0)]
)
def test_public_addresses(db, api, counting, path, reads):
    with counting() as counted:
        api(path)
    assert (counted.reads, counted.records) == (reads, 0)


def test_the_statement_is_the_same_whatever_the_opt_in(acme, make_key, api, opt_in):
    secret = make_key(acme, "runs:read").secret
    seen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            api("/v1/billing/state", secret)
        seen.append(captured[0]["sql"])
        opt_in(acme)
    assert seen[0] == seen[1]
