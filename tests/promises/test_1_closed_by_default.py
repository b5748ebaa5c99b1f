"""Promise 1: billing data leaves only if every condition holds at once; no row means no.

tests/attacks/test_full_matrix.py tries every combination of conditions.
"""

from dataclasses import replace
from itertools import chain, combinations

import pytest
from django.db import connection

from billing_access import routes
from billing_access.access import decision
from billing_access.access.models import OptIn
from billing_access.access.services import suspend_billing_reads
from billing_access.scopes import ALL_SCOPES
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
BILLING_READS = list(routes.BILLING)
SCOPE_SETS = list(chain.from_iterable(combinations(sorted(ALL_SCOPES), n) for n in range(1, len(ALL_SCOPES) + 1)))


def test_a_new_organization_has_no_opt_in_row_and_no_row_means_no(acme, make_key, api):
    assert not OptIn.objects.filter(organization=acme).exists()
    answer = api("/v1/billing/state", make_key(acme).secret)
    assert (answer.status_code, answer.json()["code"]) == (403, "org_opt_in_required")
    assert "Billing reads" in answer.json()["detail"]


def test_a_platform_wide_suspension_refuses_every_organization(acme, other, make_key, api, opt_in):
    opt_in(acme)
    suspend_billing_reads(None, actor=SYSTEM, reason="incident")
    for organization in (acme, other):
        answer = api("/v1/billing/state", make_key(organization).secret)
        assert answer.json()["code"] == "billing_reads_suspended"


def test_a_suspension_of_another_organization_refuses_nothing_here(acme, other, make_key, api, opt_in):
    opt_in(acme)
    suspend_billing_reads(other, actor=SYSTEM, reason="unpaid")
    assert api("/v1/billing/state", make_key(acme).secret).status_code == 200


@pytest.mark.parametrize("scopes", ["{}", "{BILLING.STATE:READ}", "{*}", '{"billing.state:read,runs:read"}'])
def test_scopes_that_the_registry_does_not_know_cannot_even_be_stored(acme, make_key, scopes):
    from django.db import IntegrityError, transaction

    issued = make_key(acme, "runs:read")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE billing_api_key SET scopes = %s::varchar[] WHERE id = %s", [scopes, issued.key.pk])


def test_a_grant_cannot_be_made_by_hand(acme):
    with pytest.raises(TypeError, match="only the authorize functions"):
        decision.Grant(acme.pk, acme.public_id, routes.BILLING_STATE, object())


def test_a_grant_cannot_be_turned_to_another_organization(acme, other, make_key):
    grant = decision.authorize(decision.facts_for_secret(make_key(other).secret), routes.BILLING_STATE)
    # ValueError until Python 3.12, TypeError from 3.13.
    with pytest.raises((ValueError, TypeError), match="InitVar 'mint' must be specified"):
        replace(grant, organization_pk=acme.pk)
    with pytest.raises(AttributeError):
        grant.organization_pk = acme.pk


def test_a_grant_carries_the_organization_of_the_key(acme, make_key, opt_in):
    opt_in(acme)
    facts = decision.facts_for_secret(make_key(acme).secret)
    grant = decision.authorize(facts, routes.BILLING_STATE)
    assert (grant.organization_pk, grant.organization_id) == (acme.pk, acme.public_id)
    with pytest.raises(decision.Refused):
        decision.authorize(replace(facts, opted_in=False), routes.BILLING_STATE)


def test_a_key_without_a_billing_scope_learns_nothing_about_the_opt_in(acme, make_key, api, opt_in, billing_reads):
    secret = make_key(acme, "runs:read", "audit:read").secret

    def answers() -> list[tuple[int, dict[str, object]]]:
        seen = []
        for path in (*billing_reads, "/v1/key", "/v1/runs/none"):
            answer = api(path, secret)
            seen.append((answer.status_code, {k: v for k, v in answer.json().items() if k != "request_id"}))
        return seen

    before = answers()
    opt_in(acme)
    assert answers() == before
