"""The decision: the order of its refusals, in one SELECT."""

import dataclasses
import itertools
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from billing_access import errors, routes
from billing_access.access import decision, key_format
from billing_access.access.decision import Grant, KeyFacts, Refused, authorize, decide, facts_for_secret
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.access.services import IssuedKey
from billing_access.scopes import ALL_SCOPES
from orgs.models import Organization

NOW = datetime(2026, 9, 1, tzinfo=UTC)
LIVE = KeyFacts(
    key_id=uuid.UUID(int=1),
    key_name="k",
    is_platform_key=False,
    scopes=ALL_SCOPES,
    created_at=NOW,
    expires_at=NOW + timedelta(days=1),
    expired=False,
    revoked=False,
    organization_pk=1,
    organization_id="o_1",
    organization_name="Acme",
    opted_in=True,
    opted_in_until=None,
    organization_suspended=False,
    platform_suspended=False,
    address_allowed=True,
    use_is_stale=False,
    address="203.0.113.9",
)
# Each fault with its refusal, in the order in which refusals apply.
FAULTS: list[tuple[dict[str, Any], errors.Refusal]] = [
    ({"expired": True}, errors.KEY_EXPIRED),
    ({"revoked": True}, errors.KEY_REVOKED),
    ({"address_allowed": False}, errors.IP_NOT_ALLOWED),
    ({"scopes": frozenset()}, errors.INSUFFICIENT_SCOPE),
    ({"organization_suspended": True}, errors.BILLING_READS_SUSPENDED),
    ({"platform_suspended": True}, errors.BILLING_READS_SUSPENDED),
    ({"opted_in": False}, errors.ORG_OPT_IN_REQUIRED),
]
ROUTES = [routes.BILLING_STATE, routes.BILLING_USAGE, routes.RUN, routes.RUN_COST, routes.KEY]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_the_first_refusal_in_order_wins(route: routes.Route) -> None:
    concerns = {errors.KEY_EXPIRED, errors.KEY_REVOKED, errors.IP_NOT_ALLOWED}
    concerns |= {errors.INSUFFICIENT_SCOPE} if route.scopes else set()
    concerns |= {errors.BILLING_READS_SUSPENDED, errors.ORG_OPT_IN_REQUIRED} if route.needs_opt_in else set()
    expected, found = {}, {}
    for chosen in itertools.product([False, True], repeat=len(FAULTS)):
        faults = [fault for fault, is_there in zip(FAULTS, chosen, strict=True) if is_there]
        facts = LIVE
        for change, _ in faults:
            facts = dataclasses.replace(facts, **change)
        name = " and ".join(str(change) for change, _ in faults)
        expected[name] = next((refusal.code for _, refusal in faults if refusal in concerns), None)
        verdict = decide(facts, route)
        found[name] = verdict.refusal.code if verdict else None
    assert found == expected
    assert len(found) == 2 ** len(FAULTS) >= 64


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_single_missing_scope_refuses_and_is_named(route: routes.Route) -> None:
    for scope in route.scopes:
        verdict = decide(dataclasses.replace(LIVE, scopes=ALL_SCOPES - {scope}), route)
        assert verdict is not None
        assert verdict.missing_scopes == (scope,)
        assert scope in verdict.detail


@pytest.mark.django_db
def test_a_grant_is_minted_by_authorize_alone() -> None:
    with pytest.raises(TypeError):
        Grant(1, "o_1", routes.BILLING_STATE, object())
    assert authorize(LIVE, routes.BILLING_STATE).organization_pk == 1
    with pytest.raises(Refused) as refused:
        authorize(dataclasses.replace(LIVE, opted_in=False), routes.BILLING_STATE)
    assert refused.value.verdict.refusal is errors.ORG_OPT_IN_REQUIRED


@pytest.mark.django_db
def test_a_malformed_key_costs_no_query(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0), pytest.raises(Refused) as refused:
        facts_for_secret("bak_live_nonsense")
    assert refused.value.verdict.refusal is errors.INVALID_KEY


@pytest.mark.django_db
def test_an_unknown_key_costs_one_query(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1), pytest.raises(Refused) as refused:
        facts_for_secret(key_format.new_secret())
    assert (refused.value.verdict.refusal, refused.value.facts) == (errors.INVALID_KEY, None)


@pytest.mark.parametrize("on", [False, True])
def test_one_select_sees_it_all(
    acme: Organization, make_key: Callable[..., IssuedKey], opt_in: Callable[[Organization], None], on: bool
) -> None:
    issued = make_key(acme, "runs:read")
    if on:
        opt_in(acme)
    with CaptureQueriesContext(connection) as queries:
        facts = facts_for_secret(issued.secret)
    assert len(queries) == 1
    assert (facts.key_id, facts.organization_id, facts.opted_in) == (issued.key.pk, acme.public_id, on)
    assert (facts.expired, facts.revoked, facts.suspended) == (False, False, False)
    assert facts.scopes == {"runs:read"}
    assert issued.secret not in repr(facts)


def _facts(issued: IssuedKey) -> KeyFacts:
    return facts_for_secret(issued.secret)


@pytest.mark.parametrize(
    ("fields", "opted_in"),
    [
        ({"enabled": True, "enabled_until": None}, True),
        ({"enabled": False, "enabled_until": None}, False),
        ({"enabled": True, "enabled_until": "2000-01-01T00:00:00Z"}, False),
        ({"enabled": True, "enabled_until": "2999-01-01T00:00:00Z"}, True),
        ({"enabled": False, "enabled_until": "2999-01-01T00:00:00Z"}, False),
    ],
)
def test_the_opt_in_and_its_end(
    acme: Organization, make_key: Callable[..., IssuedKey], fields: dict[str, Any], opted_in: bool
) -> None:
    OptIn.objects.create(organization=acme, changed_by_kind="system", **fields)
    assert _facts(make_key(acme)).opted_in is opted_in


def test_another_organizations_opt_in_and_suspension_mean_nothing(
    acme: Organization, other: Organization, make_key: Callable[..., IssuedKey]
) -> None:
    Suspension.objects.create(organization=other, reason="x")
    facts = _facts(make_key(acme))
    assert (facts.opted_in, facts.suspended) == (False, False)
    assert _facts(make_key(other)).suspended


def test_the_platforms_suspension_is_everybodys_until_lifted(
    acme: Organization, make_key: Callable[..., IssuedKey]
) -> None:
    suspension = Suspension.objects.create(organization=None, reason="x")
    issued = make_key(acme)
    assert _facts(issued).suspended
    Suspension.objects.filter(pk=suspension.pk).update(lifted_at=NOW)
    assert not _facts(issued).suspended


def test_expiry_and_revocation_are_the_databases_to_say(acme: Organization, make_key: Callable[..., IssuedKey]) -> None:
    issued = make_key(acme)
    keys = ApiKey.objects.filter(pk=issued.key.pk)
    keys.update(created_at="2001-01-01T00:00:00Z", expires_at="2001-02-01T00:00:00Z")
    assert (_facts(issued).expired, _facts(issued).revoked) == (True, False)
    keys.update(revoked_at="2001-01-15T00:00:00Z")
    assert _facts(issued).revoked


def test_an_organizations_keys_are_seen_as_the_api_sees_them(
    acme: Organization, other: Organization, make_key: Callable[..., IssuedKey]
) -> None:
    issued = [make_key(acme, name=name) for name in ("first", "second")]
    make_key(other, name="elsewhere")
    with CaptureQueriesContext(connection) as queries:
        seen = decision.facts_for_organization(acme.pk)
    assert len(queries) == 1
    assert seen == [_facts(each) for each in reversed(issued)]
