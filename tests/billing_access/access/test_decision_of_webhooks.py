"""The decision for what a webhook is sent: its holder's permissions, suspension, the opt-in; and in that order."""

import dataclasses
import itertools
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from billing_access import errors, routes
from billing_access.access.decision import (
    EndpointFacts,
    Refused,
    authorize_endpoint,
    decide_endpoint,
    facts_for_endpoint,
)
from billing_access.access.models import OptIn, Suspension
from billing_access.webhooks.models import EndpointState, WebhookEndpoint
from orgs import actors
from orgs.models import Membership, Organization
from orgs.roles import MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG, Role
from orgs.services.members import change_role, remove_member

LIVE = EndpointFacts(
    organization_pk=1,
    organization_id="o_1",
    organization_name="Acme",
    opted_in=True,
    opted_in_until=None,
    organization_suspended=False,
    platform_suspended=False,
    holder_permissions=frozenset({MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG}),
)
# Each fault with its refusal, in the order in which refusals apply.
FAULTS: list[tuple[dict[str, Any], errors.Refusal]] = [
    ({"holder_permissions": frozenset()}, errors.WEBHOOK_PAUSED),
    ({"organization_suspended": True}, errors.BILLING_READS_SUSPENDED),
    ({"platform_suspended": True}, errors.BILLING_READS_SUSPENDED),
    ({"opted_in": False}, errors.ORG_OPT_IN_REQUIRED),
]
ROUTES = [routes.WEBHOOK_ALERT, routes.WEBHOOK_AUDIT, routes.WEBHOOK_AUDIT_FIGURES, routes.WEBHOOK_TEST]


@pytest.fixture
def endpoint(acme: Organization, alice: User) -> WebhookEndpoint:
    made = WebhookEndpoint.objects.create(
        organization=acme, url="https://hooks.example/", topics=["alert"], holder=alice, secret="x",
        state=EndpointState.ACTIVE,
    )  # fmt: skip
    OptIn.objects.create(organization=acme, enabled=True, changed_by_kind="system")
    return made


def _code(endpoint: WebhookEndpoint, route: routes.Route = routes.WEBHOOK_ALERT) -> str | None:
    facts = facts_for_endpoint(endpoint.pk)
    assert facts is not None
    verdict = decide_endpoint(facts, route)
    return verdict.refusal.code if verdict else None


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_the_first_refusal_in_order_wins(route: routes.Route) -> None:
    concerns = {errors.WEBHOOK_PAUSED}
    concerns |= {errors.BILLING_READS_SUSPENDED, errors.ORG_OPT_IN_REQUIRED} if route.needs_opt_in else set()
    for chosen in itertools.product([False, True], repeat=len(FAULTS)):
        faults = [fault for fault, is_there in zip(FAULTS, chosen, strict=True) if is_there]
        facts = LIVE
        for change, _ in faults:
            facts = dataclasses.replace(facts, **change)
        expected = next((refusal for _, refusal in faults if refusal in concerns), None)
        verdict = decide_endpoint(facts, route)
        assert (verdict.refusal if verdict else None) is expected, faults


def test_what_carries_figures_needs_the_opt_in() -> None:
    assert {route.name for route in ROUTES if route.needs_opt_in} == {"webhook-alert", "webhook-audit-figures"}


@pytest.mark.parametrize("missing", [MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG])
def test_the_audit_log_needs_both_permissions(missing: str) -> None:
    facts = dataclasses.replace(LIVE, holder_permissions=LIVE.holder_permissions - {missing})
    verdict = decide_endpoint(facts, routes.WEBHOOK_AUDIT)
    assert verdict is not None
    assert verdict.refusal is errors.WEBHOOK_PAUSED


def test_facts_are_those_of_now(endpoint: WebhookEndpoint, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        facts = facts_for_endpoint(endpoint.pk)
    assert facts is not None
    assert facts.organization_pk == endpoint.organization_id
    assert _code(endpoint) is None
    OptIn.objects.update(enabled_until=timezone.now() - timedelta(seconds=1))
    assert _code(endpoint) == "org_opt_in_required"
    assert _code(endpoint, routes.WEBHOOK_AUDIT) is None
    Suspension.objects.create(organization=None, reason="x")
    assert _code(endpoint) == "billing_reads_suspended"


@pytest.mark.parametrize("lost", ["demoted", "removed", "deactivated", "erased", "closed"])
def test_a_holder_who_lost_the_right_pauses_it(
    endpoint: WebhookEndpoint, acme: Organization, adam: User, lost: str
) -> None:
    WebhookEndpoint.objects.update(holder=adam)
    assert _code(endpoint) is None
    membership = Membership.objects.get(organization=acme, user=adam)
    if lost == "demoted":
        change_role(membership, role=Role.BILLING, actor=actors.command("tests"))
    elif lost == "removed":
        remove_member(membership, actor=actors.command("tests"))
    elif lost == "deactivated":
        User.objects.filter(pk=adam.pk).update(is_active=False)
    elif lost == "erased":
        WebhookEndpoint.objects.update(holder=None)
    else:
        Organization.objects.filter(pk=acme.pk).update(closed_at=timezone.now())
    for route in ROUTES:
        assert _code(endpoint, route) == "webhook_paused"


def test_a_member_of_another_organization_holds_nothing_here(endpoint: WebhookEndpoint, other: Organization) -> None:
    WebhookEndpoint.objects.update(holder=_owner(other))
    assert _code(endpoint) == "webhook_paused"


def _owner(organization: Organization) -> Any:
    return Membership.objects.get(organization=organization, role=Role.OWNER).user


def test_a_webhook_that_is_gone_has_no_facts(db: None) -> None:
    assert facts_for_endpoint(uuid.uuid4()) is None


@pytest.mark.django_db
def test_a_grant_is_minted_after_the_decision_alone() -> None:
    assert authorize_endpoint(LIVE, routes.WEBHOOK_ALERT).organization_pk == 1
    for change, refusal in FAULTS:
        with pytest.raises(Refused) as refused:
            authorize_endpoint(dataclasses.replace(LIVE, **change), routes.WEBHOOK_ALERT)
        assert refused.value.verdict.refusal is refusal


@pytest.mark.django_db
def test_nothing_is_sent_while_the_timeline_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("billing_audit.database_timeline.is_accepted", lambda: False)
    with pytest.raises(Refused) as refused:
        authorize_endpoint(LIVE, routes.WEBHOOK_TEST)
    assert refused.value.verdict.refusal is errors.UNAVAILABLE
