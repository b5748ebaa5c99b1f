"""Scopes that no service would store, written directly into the database without its constraints, open nothing."""

import pytest
from django.db import connection

from billing_access.billing.models import Run
from billing_access.scopes import ALL_SCOPES

pytestmark = pytest.mark.django_db
SUMMARY, ESTIMATE = "/v1/billing/usage/summary", "/v1/billing/estimate?runs=1"
BILLING_READS = [
    "/v1/billing/state",
    "/v1/billing/entries",
    "/v1/billing/usage",
    "/v1/billing/alerts",
    SUMMARY,
    ESTIMATE,
]
WRITTEN = [
    "'{}'",
    "NULL",
    "'{NULL}'",
    "'{\"\"}'",
    "'{*}'",
    "'{billing.*}'",
    "'{billing}'",
    "'{billing:read}'",
    "'{billing.state}'",
    "'{billing.state:write}'",
    "'{BILLING.STATE:READ,BILLING.USAGE:READ,RUNS:READ}'",
    "'{Billing.State:Read,billing.Usage:read}'",
    '\'{" billing.state:read","billing.usage:read "}\'',
    'E\'{"billing.state:read\\n","billing.usage:read\\t"}\'',
    "'{\"billing.state:read billing.usage:read\"}'",
    "'{\"billing.state:read,runs:read\"}'",
    "'{{billing.state:read,billing.usage:read}}'",
    # Look-alikes: a Cyrillic e, a full-width colon, a zero-width space.
    "'{billing.statе:read,billing.usage：read}'",  # noqa: RUF001
    "'{billing.state:read\u200b}'",
    "'{superuser,admin,all,read}'",
]


def test_such_a_key_reads_no_billing_data_and_no_cost(acme, make_key, api, opt_in, cells):
    opt_in(acme)
    _run(acme)
    issued = make_key(acme)
    for written in WRITTEN:
        with cells(ascii(written)):
            _write(issued.key.pk, written)
            for path in BILLING_READS:
                answer = api(path, issued.secret)
                assert answer.status_code in {403, 500}, path
                assert answer.json()["code"] in {"insufficient_scope", "internal_error"}
            run = api("/v1/runs/wr_1", issued.secret)
            assert run.status_code in {403, 500}
            assert "total_cost_usd" not in run.json()
    assert cells.count == len(WRITTEN)


@pytest.mark.parametrize("scope", sorted(ALL_SCOPES))
def test_the_same_way_of_writing_opens_with_what_the_registry_knows(acme, make_key, api, opt_in, scope):
    """The attack above can fail: a registered scope written the same way opens what it should."""
    opt_in(acme)
    _run(acme)
    issued = make_key(acme, "audit:read")
    _write(issued.key.pk, f"'{{{scope},billing.*}}'")
    opened = {path for path in [*BILLING_READS, "/v1/runs/wr_1"] if api(path, issued.secret).status_code == 200}
    assert (
        opened
        == {
            "billing.state:read": {"/v1/billing/state", "/v1/billing/entries"},
            "billing.usage:read": {"/v1/billing/usage", SUMMARY},
            "runs:read": {"/v1/runs/wr_1"},
            "audit:read": set(),
        }[scope]
    )


def _write(key_id: object, scopes: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE; SET CONSTRAINTS ALL IMMEDIATE")
        for constraint in ("api_key_scopes_are_known", "api_key_has_a_scope"):
            cursor.execute(f"ALTER TABLE billing_api_key DROP CONSTRAINT {constraint}")
        cursor.execute("ALTER TABLE billing_api_key ALTER scopes DROP NOT NULL")
        cursor.execute(f"UPDATE billing_api_key SET scopes = {scopes} WHERE id = '{key_id}'")
        cursor.execute("SET ROLE billing_access_app")


def _run(organization) -> None:
    at = "2026-03-01T00:00:00Z"
    Run.objects.create(
        organization=organization, run_id="wr_1", run_type="workflow_run", status="completed", created_at=at,
        modified_at=at, started_at=at, total_cost_usd="0.5", cost_status="final", cost_updated_at=at,
        first_revision=1, revision=1,
    )  # fmt: skip
