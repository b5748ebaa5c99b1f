"""What alerts queue for webhooks: one message for each, in the transaction that found it, for who may have it."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule, send_test
from billing_access.billing.models import AlertRule
from billing_access.billing.operators import open_account, register_tag
from billing_access.webhooks.models import WebhookDelivery
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


def messages(endpoint: Any) -> list[dict[str, Any]]:
    return [json.loads(each.body) for each in endpoint.deliveries.order_by("pk")]


def test_it_says_what_fired_and_once(
    acme: Any, adam: Any, bella: Any, spend: Any, evaluated: Any, make_webhook: Any
) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    endpoint = make_webhook(acme, adam)
    rule = create_rule(acme, Parameters("day_spend", amount_usd=Decimal(500), tag_key="county"), actor=SYSTEM)
    spend(acme, "612.5", county="adams")
    spend(acme, "700", county="bent")
    evaluated(acme)
    evaluated(acme)
    (message,) = messages(endpoint)
    assert message["type"] == "alert.fired"
    data = message["data"]
    assert data["rule"] == {
        "id": str(rule.pk), "kind": "day_spend", "sentence": "Spend of a day over $500.00, for each county",
        "amount_usd": "500.00", "number": None, "factor": None, "tag": "county", "value": None,
    }  # fmt: skip
    assert {name: data[name] for name in ("organization_id", "state", "figure", "threshold", "unit", "percent")} == {
        "organization_id": acme.public_id, "state": "firing", "figure": "700.00", "threshold": "500.00", "unit": "usd",
        "percent": None,
    }  # fmt: skip
    assert (data["values"], data["value_count"]) == (["adams", "bent"], 2)
    assert data["day"] == f"{timezone.now():%Y-%m-%d}"
    assert data["since"].endswith("Z")
    assert data["url"] == "http://localhost:8000/o/acme/alerts/"


def test_it_says_what_is_resolved_and_of_now_no_day(
    acme: Any, adam: Any, pay: Any, evaluated: Any, make_webhook: Any
) -> None:
    endpoint = make_webhook(acme, adam)
    open_account(acme, low_balance_threshold_usd=Decimal(100), actor=SYSTEM)
    pay(acme, "50")
    evaluated(acme)
    pay(acme, "200")
    evaluated(acme)
    fired, resolved = messages(endpoint)
    assert (fired["type"], fired["data"]["state"], fired["data"]["figure"]) == ("alert.fired", "firing", "50.00")
    assert (resolved["type"], resolved["data"]["state"]) == ("alert.resolved", "resolved")
    assert fired["data"]["rule"]["sentence"] == "Balance at or below $100.00"
    assert fired["data"]["day"] is None


def test_only_active_webhooks_with_alerts_of_this_organization_are_queued_for(
    acme: Any, adam: Any, other: Any, charlie: Any, spend: Any, evaluated: Any, make_webhook: Any
) -> None:
    active = make_webhook(acme, adam)
    for number, state in enumerate(("pending", "paused", "disabled")):
        make_webhook(acme, adam, url=f"https://{number}.example.com/", state=state)
    make_webhook(acme, adam, "audit.event", url="https://log.example.com/")
    make_webhook(other, charlie)
    create_rule(acme, Parameters("day_spend", amount_usd=Decimal(5)), actor=SYSTEM)
    spend(acme, "6")
    evaluated(acme)
    assert list(WebhookDelivery.objects.values_list("endpoint_id", flat=True)) == [active.pk]


def test_twenty_webhooks_cost_one_statement_more_than_none(
    acme: Any, adam: Any, spend: Any, evaluated: Any, make_webhook: Any
) -> None:
    def statements() -> int:
        AlertRule.objects.all().delete()
        create_rule(acme, Parameters("day_spend", amount_usd=Decimal(5)), actor=SYSTEM)
        spend(acme, "6")
        with CaptureQueriesContext(connection) as captured:
            evaluated(acme)
        return len(captured)

    without = statements()
    for number in range(20):
        make_webhook(acme, adam, url=f"https://hooks.example.com/{number}")
    assert statements() == without + 1
    assert WebhookDelivery.objects.count() == 20


def test_a_test_is_marked_and_has_the_last_figure(
    acme: Any, adam: Any, spend: Any, evaluated: Any, make_webhook: Any
) -> None:
    endpoint = make_webhook(acme, adam)
    rule = create_rule(acme, Parameters("day_spend", amount_usd=Decimal(500)), actor=SYSTEM)
    send_test(rule, actor=actors.as_member(adam))
    spend(acme, "7")
    evaluated(acme)
    send_test(AlertRule.objects.get(), actor=actors.as_member(adam))
    first, second = messages(endpoint)
    assert [each["type"] for each in (first, second)] == ["alert.test"] * 2
    assert (first["data"]["test"], first["data"]["state"], first["data"]["figure"]) == (True, "unknown", None)
    assert (second["data"]["state"], second["data"]["figure"]) == ("ok", "7.00")
