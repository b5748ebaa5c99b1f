"""What fires, what is resolved, and who is told: each once."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule, mute_rule
from billing_access.billing.models import Account, AlertRule
from billing_access.billing.operators import (
    credit_run,
    mark_complete,
    open_account,
    register_tag,
    sync_organization,
    void_runs,
)
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")


def rule_of(acme: Any, kind: str, **values: Any) -> AlertRule:
    values = {name: Decimal(value) if name in ("amount_usd", "factor") else value for name, value in values.items()}
    return create_rule(acme, Parameters(kind, **values), actor=SYSTEM)


def begun(rule: AlertRule, days_ago: int = 30) -> AlertRule:
    """Make the rule older, so that it fires for days that have ended."""
    AlertRule.objects.filter(pk=rule.pk).update(begins_at=timezone.now() - timedelta(days=days_ago))
    return rule


def test_a_low_balance_fires_where_a_threshold_is_set_and_resolves_past_a_margin(
    acme: Any, bella: Any, pay: Any, evaluated: Any, told: Any, run_jobs: Any
) -> None:
    open_account(acme, low_balance_threshold_usd=Decimal(100), actor=SYSTEM)
    pay(acme, "150")
    assert evaluated(acme).state == "ok"
    pay(acme, "-50")
    rule = evaluated(acme)
    assert (rule.kind, rule.state, rule.figure, rule.threshold) == ("low_balance", "firing", 100, 100)
    pay(acme, "4")
    assert evaluated(acme).state == "firing"  # It wavers within the margin of five percent.
    pay(acme, "-4")
    evaluated(acme)
    assert [action for action, _ in told()] == ["fired"]
    pay(acme, "6")
    assert evaluated(acme).state == "ok"
    assert [action for action, _ in told()] == ["fired", "resolved"]
    assert told()[0][1]["figure"] == "100.00"
    assert told()[1][1]["figure"] == "106.00"
    pay(acme, "-20")
    assert evaluated(acme).state == "firing"
    assert [action for action, _ in told()] == ["fired", "resolved", "fired"]
    run_jobs()
    of_alerts = [message for message in mail.outbox if "low balance" in message.subject]
    sent = [(message.to[0], message.subject) for message in of_alerts]
    fired, resolved = "Alert: low balance of Acme Robotics", "Resolved: low balance of Acme Robotics"
    for address in ("alice@example.com", "bella@example.com"):
        assert [subject for to, subject in sent if to == address] == [fired, resolved, fired]
    assert len(sent) == 6
    body = of_alerts[0].body
    assert "Balance at or below $100.00." in body
    assert "Figure: $100.00\nThreshold: $100.00\nSince: 20" in body
    assert "http://localhost:8000/o/acme/alerts/" in body


def test_without_a_threshold_the_low_balance_is_off_and_a_new_one_begins_again(
    acme: Any, pay: Any, evaluated: Any, told: Any
) -> None:
    open_account(acme, low_balance_threshold_usd=Decimal(100), actor=SYSTEM)
    pay(acme, "50")
    assert evaluated(acme).state == "firing"
    sync_organization(acme, low_balance_threshold_usd=None, actor=SYSTEM)
    assert evaluated(acme).state == "unknown"
    sync_organization(acme, low_balance_threshold_usd=Decimal(60), actor=SYSTEM)
    assert evaluated(acme).state == "firing"
    assert [(action, details["threshold"]) for action, details in told()] == [("fired", "100.00"), ("fired", "60.00")]


def test_a_threshold_that_the_release_before_set_is_watched_too(acme: Any, pay: Any, evaluated: Any) -> None:
    pay(acme, "50")
    Account.objects.update(low_balance_threshold_usd=Decimal(100))
    assert evaluated(acme).state == "firing"


def test_what_was_never_fed_or_is_stale_is_unknown_and_never_ok(
    acme: Any, pay: Any, spend: Any, evaluated: Any
) -> None:
    rule_of(acme, "day_spend", amount_usd="500")
    assert (evaluated(acme).state, evaluated(acme).figure) == ("unknown", None)
    open_account(acme, stale_after_hours=1, actor=SYSTEM)
    spend(acme, "612")
    assert evaluated(acme).state == "unknown"
    mark_complete(acme, timezone.now(), actor=SYSTEM)
    assert evaluated(acme).state == "firing"


def test_a_day_fires_once_and_what_is_voided_resolves_it_and_says_so(
    acme: Any, spend: Any, evaluated: Any, told: Any, run_jobs: Any
) -> None:
    rule_of(acme, "day_spend", amount_usd="500")
    spend(acme, "500")
    assert (evaluated(acme).state, evaluated(acme).figure) == ("ok", 500)
    spend(acme, "112", run_id="late")
    assert evaluated(acme).state == "firing"
    spend(acme, "200", run_id="more")
    assert (evaluated(acme).state, evaluated(acme).figure) == ("firing", 812)
    today = timezone.now().date().isoformat()
    ((action, details),) = told()
    assert (action, details["figure"], details["threshold"], details["day"]) == ("fired", "612.00", "500.00", today)
    void_runs(acme, ["late", "more"], reason="Fed twice", actor=SYSTEM)
    assert evaluated(acme).state == "firing"  # 500.00 is within the margin of five percent.
    void_runs(acme, [_first_run(acme)], reason="Wrong", actor=SYSTEM)
    assert evaluated(acme).state == "ok"
    assert [action for action, _ in told()] == ["fired", "resolved"]
    spend(acme, "900")
    assert evaluated(acme).state == "firing"  # That day has fired already: nobody is told again.
    assert [action for action, _ in told()] == ["fired", "resolved"]
    mail.outbox.clear()
    run_jobs()
    body = mail.outbox[-1].body
    assert f"what fired for {today} is resolved. Runs that came late, or were corrected, credited or voided" in body


def _first_run(acme: Any) -> str:
    return str(acme.runs.order_by("pk").first().run_id)


@pytest.mark.parametrize("how", ["corrected", "credited"])
def test_what_is_corrected_or_credited_resolves_it(
    acme: Any, spend: Any, evaluated: Any, told: Any, noon: Any, how: str
) -> None:
    rule_of(acme, "day_spend", amount_usd="500")
    spend(acme, "612", run_id="wr_1")
    assert evaluated(acme).state == "firing"
    if how == "corrected":
        spend(acme, "12", run_id="wr_1")
    else:
        credit_run(acme, "wr_1", amount_usd=Decimal(600), reference="c", occurred_at=timezone.now(), actor=SYSTEM)
    assert (evaluated(acme).state, evaluated(acme).figure) == ("ok", 12)
    assert [action for action, _ in told()] == ["fired", "resolved"]


def test_a_day_that_is_fed_late_fires_but_none_from_before_the_rule_or_of_long_ago(
    acme: Any, spend: Any, evaluated: Any, told: Any, noon: Any
) -> None:
    rule = begun(rule_of(acme, "day_spend", amount_usd="500"), days_ago=5)
    for days_ago in (1, 3, 6, 9):
        spend(acme, "612", days_ago=days_ago)
    assert evaluated(acme).state == "firing"  # Yesterday counts until this day is over.
    assert [details["day"] for _, details in told()] == [noon(3).date().isoformat(), noon(1).date().isoformat()]
    assert rule.firings.count() == 2


def test_days_are_those_of_the_organizations_zone(acme: Any, feed: Any, evaluated: Any, told: Any) -> None:
    acme.time_zone = "Pacific/Auckland"
    acme.save()
    begun(rule_of(acme, "day_spend", amount_usd="10"))
    zone = acme.zone
    midnight = timezone.now().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    for number, at in enumerate((midnight - timedelta(minutes=1), midnight)):
        feed(acme, {"run_id": f"wr_{number}", "started_at": at.isoformat(), "total_cost_usd": "6"})
    assert (evaluated(acme).state, evaluated(acme).figure) == ("ok", 6)
    feed(acme, {"run_id": "wr_2", "started_at": midnight.isoformat(), "total_cost_usd": "5"})
    assert evaluated(acme).state == "firing"
    assert [details["day"] for _, details in told()] == [midnight.date().isoformat()]


def test_another_time_zone_resolves_nothing(acme: Any, spend: Any, evaluated: Any, told: Any) -> None:
    """What fired for a day keeps that day, although no day of the new zone begins with it."""
    begun(rule_of(acme, "day_spend", amount_usd="500"))
    spend(acme, "612", days_ago=1)
    assert evaluated(acme).state == "firing"
    acme.time_zone = "Asia/Kathmandu"
    acme.save()
    AlertRule.objects.update(evaluate_at=timezone.now())
    evaluated(acme)
    assert "resolved" not in [action for action, _ in told()]


def test_each_value_of_a_tag_fires_for_itself_and_one_value_alone(
    acme: Any, spend: Any, evaluated: Any, told: Any, run_jobs: Any
) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    each = rule_of(acme, "day_spend", amount_usd="100", tag_key="county")
    spend(acme, "150", county="adams")
    spend(acme, "90", county="bell")
    spend(acme, "999")
    assert evaluated(acme).state == "firing"
    spend(acme, "120", county="cook")
    spend(acme, "20", county="bell")
    evaluated(acme)
    assert [details["values"] for _, details in told()] == [["adams"], ["bell", "cook"]]
    assert [(details["figure"], details["value_count"]) for _, details in told()] == [("150.00", 1), ("120.00", 2)]
    mail.outbox.clear()
    run_jobs()
    assert "county: bell, cook (the figure is the highest)" in mail.outbox[-1].body
    one = rule_of(acme, "day_spend", amount_usd="100", tag_key="county", tag_value="bell")
    each.delete()
    assert evaluated(acme).state == "firing"
    assert told()[-1][1]["values"] == ["bell"]
    assert one.firings.get().tag_value == "bell"


def test_a_spike_is_k_times_the_median_of_the_14_days_before_and_over_the_floor(
    acme: Any, spend: Any, evaluated: Any, told: Any
) -> None:
    rule_of(acme, "day_spike", amount_usd="25", factor="3")
    spend(acme, "10")
    assert evaluated(acme).state == "unknown"  # There are no 14 days before.
    for days_ago in range(1, 15):
        spend(acme, "10" if days_ago % 2 else "11", days_ago=days_ago)
    rule = evaluated(acme)
    assert (rule.state, rule.figure, rule.threshold) == ("ok", 10, Decimal("31.5"))
    spend(acme, "21.5")
    assert evaluated(acme).state == "ok"
    spend(acme, "0.0000000001")
    assert evaluated(acme).state == "firing"
    assert told()[0][1]["threshold"] == "31.50"


def test_a_periods_spend_fires_at_each_percentage_once(acme: Any, spend: Any, evaluated: Any, told: Any) -> None:
    rule_of(acme, "period_spend", amount_usd="200")
    spend(acme, "99")
    assert evaluated(acme).state == "ok"
    spend(acme, "1")
    assert (evaluated(acme).state, evaluated(acme).threshold) == ("firing", 100)
    spend(acme, "105")
    assert (evaluated(acme).state, evaluated(acme).threshold) == ("firing", 200)
    assert [details["percent"] for _, details in told()] == [50, 100]
    evaluated(acme)
    assert len(told()) == 2


def test_a_balance_that_runs_out_within_some_days(acme: Any, pay: Any, spend: Any, evaluated: Any, told: Any) -> None:
    rule_of(acme, "runs_out", number=5)
    pay(acme, "170")
    assert evaluated(acme).state == "ok"
    for days_ago in range(1, 8):
        spend(acme, "10", days_ago=days_ago)
    assert (evaluated(acme).state, evaluated(acme).figure) == ("ok", 10)
    pay(acme, "-50")
    assert (evaluated(acme).state, evaluated(acme).figure) == ("firing", 5)
    pay(acme, "5")
    assert evaluated(acme).state == "firing"
    pay(acme, "10")
    assert evaluated(acme).state == "ok"
    assert [action for action, _ in told()] == ["fired", "resolved"]


def test_an_invoiced_account_has_no_balance_to_run_out(acme: Any, pay: Any, evaluated: Any) -> None:
    open_account(acme, billing_mode="postpaid", actor=SYSTEM)
    rule_of(acme, "runs_out", number=5)
    pay(acme, "1")
    assert evaluated(acme).state == "unknown"


def test_a_feed_that_has_stopped_is_found_by_the_clock(acme: Any, spend: Any, evaluated: Any, told: Any) -> None:
    rule_of(acme, "stale_feed", number=26)
    assert evaluated(acme).state == "unknown"
    mark_complete(acme, timezone.now() - timedelta(hours=25, minutes=59, seconds=58), actor=SYSTEM)
    rule = evaluated(acme)
    assert (rule.state, rule.figure) == ("ok", 25)
    assert rule.evaluate_at - timezone.now() < timedelta(seconds=3)
    Account.objects.update(usage_through=timezone.now() - timedelta(hours=27))
    AlertRule.objects.update(evaluate_at=timezone.now())
    assert evaluated(acme).state == "firing"
    mark_complete(acme, timezone.now(), actor=SYSTEM)
    assert evaluated(acme).state == "ok"
    assert [action for action, _ in told()] == ["fired", "resolved"]


def test_runs_without_a_price(acme: Any, feed: Any, noon: Any, evaluated: Any, told: Any) -> None:
    rule_of(acme, "unpriced_runs", number=1)
    runs = [{"run_id": f"wr_{each}", "started_at": noon().isoformat()} for each in range(2)]
    feed(acme, *runs)
    assert (evaluated(acme).state, evaluated(acme).figure) == ("firing", 2)
    feed(acme, *({**run, "total_cost_usd": "1"} for run in runs))
    assert (evaluated(acme).state, evaluated(acme).figure) == ("ok", 0)
    assert [action for action, _ in told()] == ["fired", "resolved"]


def test_a_tag_that_is_not_summed_by_is_unknown(acme: Any, spend: Any, evaluated: Any) -> None:
    tag = register_tag(acme, "county", actor=SYSTEM)
    rule_of(acme, "day_spend", amount_usd="100", tag_key="county")
    spend(acme, "150", county="adams")
    assert evaluated(acme).state == "firing"
    tag.delete()
    AlertRule.objects.update(evaluate_at=timezone.now())
    assert evaluated(acme).state == "unknown"


def test_a_member_who_mutes_a_rule_gets_no_e_mail_about_it_and_others_do(
    acme: Any, alice: Any, bella: Any, spend: Any, evaluated: Any, run_jobs: Any
) -> None:
    rule = rule_of(acme, "day_spend", amount_usd="100")
    mute_rule(rule, True, actor=actors.as_member(bella))
    run_jobs()
    spend(acme, "150", run_id="wr_1")
    evaluated(acme)
    mail.outbox.clear()
    run_jobs()
    assert [message.to for message in mail.outbox] == [["alice@example.com"]]
    mute_rule(rule, False, actor=actors.as_member(bella))
    void_runs(acme, ["wr_1"], reason="Wrong", actor=SYSTEM)
    evaluated(acme)
    mail.outbox.clear()
    run_jobs()
    assert sorted(message.to[0] for message in mail.outbox) == ["alice@example.com", "bella@example.com"]


def test_a_closed_organization_is_not_evaluated(acme: Any, spend: Any, evaluated: Any, told: Any) -> None:
    rule_of(acme, "day_spend", amount_usd="100")
    type(acme).objects.filter(pk=acme.pk).update(closed_at=timezone.now())
    spend(acme, "150")
    assert evaluated(acme).state == "unknown"
    assert told() == []
