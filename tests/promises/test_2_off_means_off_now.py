"""Promise 2: after the commit of a revocation, scope change, opt-out, expiry or suspension, nothing more is served."""

from datetime import timedelta

import pytest
from django.db import connection

from billing_access.access.models import ApiKey, OptIn
from billing_access.access.services import (
    change_networks,
    change_scopes,
    lift_suspension,
    revoke_key,
    rotate_key,
    suspend_billing_reads,
    turn_off_billing_reads,
    turn_on_billing_reads,
)
from billing_access.api import rate_limits
from orgs import actors

SYSTEM = actors.command("tests")
ROUNDS = 5
CHANGES = {
    "revocation": (lambda key: revoke_key(key, actor=SYSTEM), "key_revoked"),
    "scope removed": (
        lambda key: change_scopes(key, actor=SYSTEM, scopes=["runs:read"]),
        "insufficient_scope",
    ),
    "addresses tightened": (
        lambda key: change_networks(key, actor=SYSTEM, allowed_networks=["203.0.113.0/24"]),
        "ip_not_allowed",
    ),
    "opt-out": (lambda key: turn_off_billing_reads(key.organization, actor=SYSTEM), "org_opt_in_required"),
    "suspension": (
        lambda key: suspend_billing_reads(key.organization, actor=SYSTEM, reason="incident"),
        "billing_reads_suspended",
    ),
    "platform suspended": (
        lambda key: suspend_billing_reads(None, actor=SYSTEM, reason="incident"),
        "billing_reads_suspended",
    ),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_committed_elsewhere_counts_at_the_next_request(
    acme, make_key, api, opt_in, elsewhere, billing_reads, name
):
    change, code = CHANGES[name]
    opt_in(acme)
    for _ in range(ROUNDS):
        issued = make_key(acme)
        rate_limits.reset()  # revoked keys count as failed credentials of their address
        kept = {path: api(path, issued.secret).headers["ETag"] for path in billing_reads}
        elsewhere(lambda issued=issued: change(ApiKey.objects.select_related("organization").get(pk=issued.key.pk)))
        for path, tag in kept.items():
            for headers in ({}, {"if-none-match": tag}, {"if-none-match": "*"}):
                answer = api(path, issued.secret, headers=headers)
                assert answer.json().get("code") == code, f"{path} after {name}, with {headers}"
        _undo(acme)


@pytest.mark.django_db(transaction=True)
def test_a_change_that_rolled_back_elsewhere_changes_nothing(acme, make_key, api, opt_in, elsewhere):
    opt_in(acme)
    issued = make_key(acme)

    def rolled_back() -> None:
        from django.db import transaction

        with transaction.atomic():
            revoke_key(ApiKey.objects.get(pk=issued.key.pk), actor=SYSTEM)
            transaction.set_rollback(True)

    elsewhere(rolled_back)
    assert api("/v1/billing/state", issued.secret).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("offset", "served"),
    [(timedelta(microseconds=-1), True), (timedelta(0), False), (timedelta(microseconds=1), False)],
)
def test_a_key_is_expired_at_the_very_instant_of_its_expiry(
    acme, make_key, api, opt_in, database_clock, offset, served
):
    opt_in(acme)
    issued = make_key(acme)
    with database_clock(issued.key.expires_at + offset):
        answer = api("/v1/billing/state", issued.secret)
    assert (answer.status_code == 200) is served
    if not served:
        assert answer.json()["code"] == "key_expired"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("offset", "served"),
    [(timedelta(microseconds=-1), True), (timedelta(0), False), (timedelta(microseconds=1), False)],
)
def test_an_opt_in_has_run_out_at_the_very_instant_of_its_end(
    acme, make_key, api, opt_in, database_clock, offset, served
):
    opt_in(acme)
    issued = make_key(acme)
    end = issued.key.created_at + timedelta(days=30)
    OptIn.objects.filter(organization=acme).update(enabled_until=end)
    with database_clock(end + offset):
        answer = api("/v1/billing/state", issued.secret)
    assert (answer.status_code == 200) is served
    if not served:
        assert answer.json()["code"] == "org_opt_in_required"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("offset", "served"),
    [(timedelta(microseconds=-1), True), (timedelta(0), False), (timedelta(microseconds=1), False)],
)
def test_an_overlap_is_over_at_the_very_instant_of_its_end(acme, make_key, api, opt_in, database_clock, offset, served):
    opt_in(acme)
    issued = make_key(acme)
    rotate_key(issued.key, actor=SYSTEM, overlap_hours=1)
    end = ApiKey.objects.get(pk=issued.key.pk).revoked_at
    with database_clock(end + offset):
        answer = api("/v1/billing/state", issued.secret)
    assert (answer.status_code == 200) is served
    if not served:
        assert answer.json()["code"] == "key_revoked"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "column", "code"),
    [
        ("billing_reads_opt_in", "enabled_until", "org_opt_in_required"),
        ("billing_api_key", "expires_at", "key_expired"),
        ("billing_api_key", "revoked_at", "key_revoked"),
    ],
)
def test_what_ends_now_has_ended_also_in_a_transaction_that_began_before(
    acme, make_key, api, opt_in, billing_reads, table, column, code
):
    """The clock is the statement's. ``now()`` would still return the time at which this transaction began."""
    opt_in(acme)
    issued = make_key(acme)
    assert api("/v1/billing/state", issued.secret).status_code == 200
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = statement_timestamp() RETURNING {column} > now()")
        assert cursor.fetchall() == [(True,)]
    for path in billing_reads:
        assert api(path, issued.secret).json()["code"] == code


@pytest.mark.django_db
def test_the_decision_reads_the_database_again_for_each_request(acme, make_key, api, opt_in, as_role):
    """The row is changed by plain SQL, which no cache of the application could notice."""
    opt_in(acme)
    issued = make_key(acme)
    assert api("/v1/billing/state", issued.secret).status_code == 200
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM billing_reads_opt_in WHERE organization_id = %s", [acme.pk])
    assert api("/v1/billing/state", issued.secret).json()["code"] == "org_opt_in_required"


def _undo(organization) -> None:
    from billing_access.access.models import Suspension

    for suspension in Suspension.objects.filter(lifted_at=None):
        lift_suspension(suspension, actor=SYSTEM, reason="over")
    turn_on_billing_reads(organization, actor=SYSTEM)
