"""GET /v1/billing/alerts: the rules with their state, for a key with both billing scopes."""

from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.models import AlertFiring, AlertRule
from billing_access.billing.operators import open_account, register_tag
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
PATH = "/v1/billing/alerts"


def settle() -> None:
    mark_by_clock()
    evaluate_due(seconds=30)


@pytest.fixture
def ask(acme: Any, make_key: Any, api: Any, opt_in: Any) -> Any:
    """Read Acme's alerts with a key that may read everything."""
    opt_in(acme)
    secret = make_key(acme).secret
    return lambda: api(PATH, secret).json()["alerts"]


def test_without_rules_there_are_none(ask: Any) -> None:
    assert ask() == []


def test_a_rule_with_its_state_figure_and_firing(acme: Any, ask: Any, feed: Any) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    parameters = Parameters("day_spend", amount_usd=Decimal(500), tag_key="county")
    rule = create_rule(acme, parameters, actor=SYSTEM)
    (before,) = ask()
    assert (before["state"], before["figure"], before["threshold"], before["evaluated_at"]) == (
        "unknown",
        None,
        None,
        None,
    )
    today = datetime.combine(timezone.now().date(), time(), UTC).isoformat()
    feed(acme, {"run_id": "a", "started_at": today, "total_cost_usd": "612.50", "tags": {"county": "adams"}})
    settle()
    (alert,) = ask()
    rule.refresh_from_db()
    firing = AlertFiring.objects.get()
    (shown,) = alert.pop("firings")
    assert alert == {
        "id": str(rule.pk), "kind": "day_spend", "amount_usd": "500.00", "number": None, "factor": None,
        "tag": "county", "value": None, "state": "firing", "since": _text(rule.state_since), "unit": "usd",
        "figure": "612.50", "threshold": "500.00", "evaluated_at": _text(rule.evaluated_at),
    }  # fmt: skip
    assert shown == {
        "bucket_start": _text(datetime.fromisoformat(today)), "value": "adams", "percent": None, "figure": "612.50",
        "threshold": "500.00", "is_over": True, "fired_at": _text(firing.fired_at), "resolved_at": None,
    }  # fmt: skip


def test_an_etag_that_still_holds_is_answered_304_and_recorded_so(
    acme: Any, make_key: Any, api: Any, opt_in: Any, feed: Any
) -> None:
    opt_in(acme)
    secret = make_key(acme).secret
    create_rule(acme, Parameters("day_spend", amount_usd=Decimal(5)), actor=SYSTEM)
    tag = api(PATH, secret).headers["ETag"]
    unchanged = api(PATH, secret, headers={"if-none-match": tag})
    assert (unchanged.status_code, unchanged.content, unchanged.headers["ETag"]) == (304, b"", tag)
    assert AuditEvent.objects.latest("id").details == {"route": PATH, "rows": 0, "not_modified": True}
    feed(acme, {"run_id": "a", "started_at": timezone.now().isoformat(), "total_cost_usd": "9"})
    settle()
    changed = api(PATH, secret, headers={"if-none-match": tag})
    assert (changed.status_code, changed.json()["alerts"][0]["state"]) == (200, "firing")


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def test_a_low_balance_has_the_accounts_threshold_and_is_left_out_without_one(acme: Any, ask: Any, feed: Any) -> None:
    open_account(acme, low_balance_threshold_usd=Decimal(5), actor=SYSTEM)
    feed(acme, {"run_id": "a", "started_at": "2026-04-01T00:00:00Z", "total_cost_usd": "1"})
    settle()
    (alert,) = ask()
    assert (alert["kind"], alert["amount_usd"], alert["state"], alert["figure"]) == (
        "low_balance", "5.00", "firing", "-1.00",
    )  # fmt: skip
    open_account(acme, low_balance_threshold_usd=None, actor=SYSTEM)
    assert ask() == []


def test_days_hours_and_runs_are_no_money(acme: Any, ask: Any, feed: Any) -> None:
    for kind, number in (("runs_out", 7), ("stale_feed", 2), ("unpriced_runs", 0)):
        create_rule(acme, Parameters(kind, number=number), actor=SYSTEM)
    feed(acme, {"run_id": "a", "started_at": timezone.now().isoformat()})
    settle()
    found = [(each["unit"], each["figure"], each["threshold"], each["number"], each["state"]) for each in ask()]
    assert found == [
        ("days", "0", "7", 7, "firing"), ("hours", "0", "2", 2, "ok"), ("runs", "1", "0", 0, "firing"),
    ]  # fmt: skip


def test_another_organizations_rules_are_not_there(acme: Any, other: Any, ask: Any) -> None:
    create_rule(other, Parameters("stale_feed", number=2), actor=SYSTEM)
    assert ask() == []


def test_a_read_is_on_the_record_and_a_parameter_is_refused(acme: Any, make_key: Any, api: Any, opt_in: Any) -> None:
    opt_in(acme)
    create_rule(acme, Parameters("stale_feed", number=2), actor=SYSTEM)
    secret = make_key(acme).secret
    assert api(PATH, secret).status_code == 200
    assert AuditEvent.objects.get(action="billing.alerts.read").details == {"route": PATH, "rows": 1}
    assert api(PATH, secret, state="firing").json()["code"] == "invalid_parameter"


def test_more_rules_and_firings_take_no_more_statements(
    acme: Any, make_key: Any, api: Any, opt_in: Any, counting: Any
) -> None:
    opt_in(acme)
    secret = make_key(acme).secret
    api(PATH, secret)
    for number in range(1, 9):
        rule = create_rule(acme, Parameters("stale_feed", number=number), actor=SYSTEM)
        AlertFiring.objects.create(rule=rule, figure=number + 1, threshold=number, resolved_at=timezone.now())
    with counting() as counted:
        assert len(api(PATH, secret).json()["alerts"]) == 8
    # The decision, the rules, when they fired, and the record.
    assert (counted.reads, counted.records) == (3, 1)
    assert AlertRule.objects.count() == 8
