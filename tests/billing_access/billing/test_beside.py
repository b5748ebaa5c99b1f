"""Figures that the decision's own statement reads: only for a key that may have them, and for its Grant alone."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from billing_access import routes
from billing_access.access.decision import Refused, authorize, decide, facts_for_secret
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.billing.reports.account_snapshot import HEAD, read_head
from billing_access.billing.reports.state import STATE, read_state
from tests.billing_access.billing.plans import planning

pytestmark = pytest.mark.django_db
HERE = "203.0.113.9"
PAST = datetime(2001, 1, 1, tzinfo=UTC)
FAULTS = ("expired", "revoked", "elsewhere", "scope", "suspended", "opt-in")
FIGURES = ("billing_account", "billing_usage_day")


@pytest.fixture
def break_(acme, make_key):
    """Make a key of Acme with these faults, and tell its secret; the last one's opt-in and suspension are gone."""

    def make(*faults):
        OptIn.objects.filter(organization=acme).delete()
        Suspension.objects.all().delete()
        issued = make_key(acme, "runs:read" if "scope" in faults else "billing.state:read")
        now = datetime.now(UTC)
        fields = {
            "expired": {"created_at": PAST, "expires_at": PAST + timedelta(days=1)},
            "revoked": {"created_at": now - timedelta(days=1), "revoked_at": now - timedelta(hours=1)},
            "elsewhere": {"allowed_networks": ["198.51.100.0/24"]},
        }
        changed = {name: value for fault in reversed(faults) for name, value in fields.get(fault, {}).items()}
        ApiKey.objects.filter(pk=issued.key.pk).update(**changed)
        if "suspended" in faults:
            Suspension.objects.create(organization=acme, reason="x")
        if "opt-in" not in faults:
            OptIn.objects.create(organization=acme, changed_by_kind="system", enabled=True)
        return issued.secret

    return make


@pytest.mark.parametrize("beside", [HEAD, STATE], ids=["head", "state"])
def test_the_statement_reads_them_exactly_where_decide_says_yes(break_, beside):
    for chosen in itertools.product([False, True], repeat=len(FAULTS)):
        faults = [fault for fault, is_there in zip(FAULTS, chosen, strict=True) if is_there]
        facts = facts_for_secret(break_(*faults), HERE, (routes.BILLING_STATE, beside))
        assert (facts.expired, facts.revoked) == ("expired" in faults, "revoked" in faults)
        assert (decide(facts, routes.BILLING_STATE) is None) is (not faults)
        assert (facts.sealed is not None) is (not faults), faults


@pytest.mark.parametrize("fault", FAULTS)
def test_of_a_refused_key_not_one_figure_is_read(break_, fault):
    secret = break_(fault)
    with planning(analyze=True) as plans:
        facts_for_secret(secret, HERE, (routes.BILLING_STATE, STATE))
    for table in FIGURES:
        assert {scan["Actual Loops"] for scan in plans.scans(table)} == {0}


def test_of_an_allowed_key_they_are(break_):
    secret = break_()
    with planning(analyze=True) as plans:
        facts_for_secret(secret, HERE, (routes.BILLING_STATE, STATE))
    for table in FIGURES:
        assert {scan["Actual Loops"] for scan in plans.scans(table)} == {1}


def test_they_are_what_a_statement_of_their_own_reads(acme, feed, run, break_, django_assert_num_queries):
    now = datetime.now(UTC)
    feed(acme, *(run(str(n), started_at=(now - timedelta(days=n)).isoformat(), total_cost_usd="1.5") for n in range(4)))
    secret = break_()
    alone = authorize(facts_for_secret(secret), routes.BILLING_STATE)
    for beside, read in ((STATE, read_state), (HEAD, read_head)):
        grant = authorize(facts_for_secret(secret, HERE, (routes.BILLING_STATE, beside)), routes.BILLING_STATE)
        with django_assert_num_queries(0):
            found = read(grant)
        with django_assert_num_queries(1):
            expected = read(alone)
        if beside is STATE:
            assert found.period_run_count > 0
            found, expected = (
                replace(each, head=replace(each.head, as_of=now), projected_depletion_at=None)
                for each in (found, expected)
            )
        else:
            found, expected = (replace(each, as_of=now) for each in (found, expected))
        assert found == expected


def test_they_come_with_a_grant_alone(break_):
    facts = facts_for_secret(break_(), HERE, (routes.BILLING_STATE, STATE))
    with pytest.raises(TypeError, match="Grant alone"):
        facts.sealed.open(object())
    with pytest.raises(Refused):
        authorize(replace(facts, opted_in=False), routes.BILLING_STATE)
    grant = authorize(facts, routes.BILLING_STATE)
    assert grant.row_of(HEAD) is None
    assert "Decimal" not in repr(facts) + repr(grant)
