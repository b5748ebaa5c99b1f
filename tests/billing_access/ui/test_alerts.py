"""The pages of alerts: the list, the form with its preview, muting, removal, the test, and the overview's notice."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.services import create_rule
from billing_access.billing.models import AlertMute, AlertRule
from billing_access.billing.operators import open_account, register_tag
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
PAGE = "/o/acme/alerts/"


def spent(feed: Any, acme: Any, *costs: str) -> None:
    """Feed a run on each of the last days, the last today."""
    today = timezone.now().date()
    for days_ago, cost in enumerate(reversed(costs)):
        at = datetime.combine(today - timedelta(days=days_ago), time(), UTC)
        feed(acme, {"run_id": f"wr_{days_ago}", "started_at": at.isoformat(), "total_cost_usd": cost})


def day_rule(acme: Any, amount: str = "500") -> AlertRule:
    return create_rule(acme, Parameters("day_spend", amount_usd=Decimal(amount)), actor=SYSTEM)


def settle() -> None:
    mark_by_clock()
    evaluate_due(seconds=30)


def test_a_template_becomes_a_rule_in_one_step_and_is_on_the_record(
    acme: Any, adam: Any, sign_in: Any, words: Any
) -> None:
    client = sign_in(adam)
    page = client.get(PAGE)
    assert "There is no alert yet." in words(page)
    assert f'href="{PAGE}new/?kind=day_spike"' in page.content.decode()
    answer = client.post(f"{PAGE}new/?kind=day_spike", {"factor": "2.5", "amount": "$10"}, follow=True)
    rule = AlertRule.objects.get()
    assert (rule.kind, rule.factor, rule.amount_usd, rule.state) == ("day_spike", Decimal("2.5"), 10, "unknown")
    says = "Spend of a day over 2.5 times the median of the 14 days before, and over $10.00"
    assert f"Saved: {says}. It is on from now on." in words(answer)
    assert "Unknown not evaluated yet" in words(answer)
    event = AuditEvent.objects.get(action="alert_rule.created")
    assert (event.actor_id, event.target_id) == (str(adam.pk), str(rule.pk))
    assert event.changes == {"factor": [None, "2.5"], "amount_usd": [None, "10.00"]}
    client.post(f"{PAGE}new/?kind=day_spike", {"factor": "2.50", "amount": "10.00"})
    assert AlertRule.objects.count() == 1


def test_the_list_says_what_fires_since_when_and_when_it_fired(
    acme: Any, bella: Any, sign_in: Any, feed: Any, words: Any
) -> None:
    day_rule(acme)
    spent(feed, acme, "612")
    settle()
    said = words(sign_in(bella).get(PAGE))
    assert "Spend of a day over $500.00 Fired lately" in said
    assert "Firing since" in said
    today = timezone.now().date()
    assert f"UTC, for {today.day} {today:%b}" in said
    assert "$612.00 threshold $500.00" in said
    assert "Add an alert" not in said


def test_the_overview_says_what_fires(acme: Any, bella: Any, sign_in: Any, feed: Any, words: Any) -> None:
    day_rule(acme)
    spent(feed, acme, "499")
    settle()
    assert "firing" not in words(sign_in(bella).get("/o/acme/overview/"))
    spent(feed, acme, "1", "612")
    feed(acme, {"run_id": "more", "started_at": timezone.now().isoformat(), "total_cost_usd": "612"})
    settle()
    said = words(sign_in(bella).get("/o/acme/overview/"))
    assert "1 alert firing Spend of a day over $500.00: $1,111.00, since" in said


def test_the_preview_names_the_days_and_draws_the_threshold_and_saves_nothing(
    acme: Any, alice: Any, sign_in: Any, feed: Any, words: Any
) -> None:
    spent(feed, acme, "612", "20", "700", "10")
    client = sign_in(alice)
    before = AuditEvent.objects.filter(action="billing.viewed").count()
    answer = client.post(f"{PAGE}new/", {"kind": "day_spend", "amount": "500", "preview": "1"})
    today = timezone.now().date()
    first, second = (f"{day.day} {day:%b}" for day in (today - timedelta(days=3), today - timedelta(days=1)))
    assert f"With these figures it would have fired on {first} and {second}." in words(answer)
    assert "Now: $10.00. It would not fire now." in words(answer)
    drawn = answer.content.decode()
    assert drawn.count('class="fired"') == 2
    # Of an axis to $800, $500 is at 37.5 from the top.
    assert '<path class="threshold" d="M0 37.50H10L10 37.50H20' in drawn
    assert not AlertRule.objects.exists()
    assert AuditEvent.objects.filter(action="billing.viewed").count() == before + 1
    answer = client.post(f"{PAGE}new/", {"kind": "day_spend", "amount": "900", "preview": "1"})
    assert "With these figures it would not have fired." in words(answer)


def test_the_preview_of_a_period_names_the_days_of_its_percentages(
    acme: Any, alice: Any, sign_in: Any, feed: Any, words: Any
) -> None:
    open_account(acme, period_start_day=(timezone.now() - timedelta(days=2)).day, actor=SYSTEM)
    spent(feed, acme, "40", "20", "100")
    answer = sign_in(alice).post(f"{PAGE}new/", {"kind": "period_spend", "amount": "110", "preview": "1"})
    today = timezone.now().date()
    yesterday = today - timedelta(days=1)
    expected = f"it would have fired on {yesterday.day} {yesterday:%b} and {today.day} {today:%b}."
    assert expected in words(answer)
    assert "Now: $160.00. It would fire now." in words(answer)


@pytest.mark.parametrize(
    ("kind", "values", "says"),
    [
        ("stale_feed", {"number": "1"}, "Each bar is the greatest age of the figures on that day, in hours. A red bar"),
        ("stale_feed", {"number": "1"}, "Now: 0 hours. It would not fire now."),
        ("unpriced_runs", {"number": "0"}, "Now: 0 runs. It would not fire now."),
        ("runs_out", {"number": "7"}, "Now: 0 days. It would fire now."),
        ("day_spike", {"factor": "3", "amount": "10"}, "unknown: the figures are stale, or there are too few"),
    ],
)
def test_the_preview_of_every_kind_says_what_it_finds_now(
    acme: Any, alice: Any, sign_in: Any, feed: Any, words: Any, kind: str, values: Any, says: str
) -> None:
    spent(feed, acme, "5")
    assert says in words(sign_in(alice).post(f"{PAGE}new/", {"kind": kind, **values, "preview": "1"}))


def test_a_preview_of_what_was_never_fed_is_unknown(acme: Any, alice: Any, sign_in: Any, words: Any) -> None:
    answer = sign_in(alice).post(f"{PAGE}new/", {"kind": "day_spend", "amount": "5", "preview": "1"})
    assert "What it would find now is unknown: nothing was fed yet" in words(answer)


def test_a_rule_for_each_value_of_a_registered_tag(acme: Any, alice: Any, sign_in: Any, words: Any) -> None:
    client = sign_in(alice)
    assert 'name="tag"' not in client.get(f"{PAGE}new/?kind=day_spend").content.decode()
    register_tag(acme, "county", actor=SYSTEM)
    form = {"kind": "day_spend", "amount": "5", "tag": "county"}
    assert "Spend of a day over $5.00, for each county." in words(client.post(f"{PAGE}new/", form, follow=True))
    answer = client.post(f"{PAGE}new/", {**form, "value": "adams"}, follow=True)
    assert "Spend of a day over $5.00, for county adams." in words(answer)


@pytest.mark.parametrize(
    ("kind", "values", "says"),
    [
        ("day_spend", {"amount": "-1"}, "negative"),
        ("day_spend", {"amount": "0"}, "more than zero"),
        ("day_spend", {"amount": "1,000"}, "not an amount"),
        ("day_spend", {"amount": "0.00000000001"}, "more than ten decimals"),
        ("day_spend", {"amount": ""}, "Enter a number."),
        ("day_spike", {"amount": "1", "factor": "nan"}, "Enter a number such as 3"),
        ("day_spike", {"amount": "1", "factor": "0.9"}, "factor from 1 to 1000"),
        ("day_spike", {"amount": "1", "factor": "1.001"}, "two decimals at most"),
        ("runs_out", {"number": "0"}, "whole number from 1 to 365"),
        ("stale_feed", {"number": "9000"}, "whole number from 1 to 8,760"),
        ("unpriced_runs", {"number": "-1"}, "whole number from 0"),
    ],
)
def test_a_fault_is_named_and_saves_nothing(
    acme: Any, alice: Any, sign_in: Any, words: Any, kind: str, values: dict[str, str], says: str
) -> None:
    for also in ({}, {"preview": "1"}):
        answer = sign_in(alice).post(f"{PAGE}new/", {"kind": kind, **values, **also})
        assert answer.status_code == 400
        assert says in words(answer)
    assert not AlertRule.objects.exists()


@pytest.mark.parametrize("kind", ["low_balance", "nonsense", "day_spend\x00"])
def test_another_kind_is_no_page(acme: Any, alice: Any, sign_in: Any, kind: str) -> None:
    assert sign_in(alice).get(f"{PAGE}new/", {"kind": kind}).status_code == 404
    assert sign_in(alice).post(f"{PAGE}new/", {"kind": kind, "amount": "5"}).status_code == 404


def test_a_changed_rule_begins_again(acme: Any, alice: Any, sign_in: Any, feed: Any, words: Any, field: Any) -> None:
    rule = day_rule(acme)
    spent(feed, acme, "612")
    settle()
    client, page = sign_in(alice), f"{PAGE}{rule.pk}/"
    assert field(client.get(page), "amount") == "500.00"
    answer = client.post(page, {"amount": "600"}, follow=True)
    assert "Saved: Spend of a day over $600.00. It begins again with these values." in words(answer)
    rule.refresh_from_db()
    assert (rule.state, rule.amount_usd, rule.firings.count()) == ("unknown", 600, 0)
    event = AuditEvent.objects.get(action="alert_rule.changed")
    assert event.changes == {"amount_usd": ["500.00", "600.00"]}
    client.post(page, {"amount": "600.0"})
    assert AuditEvent.objects.filter(action="alert_rule.changed").count() == 1


def test_that_of_a_low_balance_leads_to_the_threshold(acme: Any, alice: Any, sign_in: Any, words: Any) -> None:
    open_account(acme, low_balance_threshold_usd=Decimal(5), actor=SYSTEM)
    client, rule = sign_in(alice), AlertRule.objects.get()
    assert "Balance at or below $5.00" in words(client.get(PAGE))
    for path in (f"{PAGE}{rule.pk}/", f"{PAGE}{rule.pk}/remove/"):
        assert client.post(path).headers["Location"] == "/o/acme/settings/low-balance/"
    open_account(acme, low_balance_threshold_usd=None, actor=SYSTEM)
    assert "Balance at or below" not in words(client.get(PAGE))


def test_a_rule_is_removed(acme: Any, alice: Any, sign_in: Any, words: Any) -> None:
    rule = day_rule(acme)
    answer = sign_in(alice).post(f"{PAGE}{rule.pk}/remove/", follow=True)
    assert "Removed: Spend of a day over $500.00." in words(answer)
    assert not AlertRule.objects.exists()
    assert AuditEvent.objects.get(action="alert_rule.removed").target_id == str(rule.pk)


def test_a_billing_member_mutes_a_rule_for_themself_and_hears_of_it_again(
    acme: Any, alice: Any, bella: Any, sign_in: Any, words: Any
) -> None:
    rule = day_rule(acme)
    client = sign_in(bella)
    assert "Mute" in words(client.get(PAGE))
    answer = client.post(f"{PAGE}{rule.pk}/mute/", {"muted": "on"}, follow=True)
    assert "You get no e-mails about this: Spend of a day over $500.00." in words(answer)
    assert "Unmute" in words(answer)
    assert "Unmute" not in words(sign_in(alice).get(PAGE))
    assert AlertMute.objects.get().membership.user == bella
    client.post(f"{PAGE}{rule.pk}/mute/", {"muted": "on"})
    client.post(f"{PAGE}{rule.pk}/mute/", {"muted": "off"})
    assert not AlertMute.objects.exists()
    recorded = AuditEvent.objects.filter(action__startswith="alert_rule.", actor_id=str(bella.pk)).order_by("id")
    assert [each.action for each in recorded] == ["alert_rule.muted", "alert_rule.unmuted"]


def test_a_test_goes_to_who_asks_and_is_marked(acme: Any, adam: Any, sign_in: Any, run_jobs: Any, words: Any) -> None:
    rule = day_rule(acme)
    run_jobs()
    mail.outbox.clear()
    answer = sign_in(adam).post(f"{PAGE}{rule.pk}/test/", follow=True)
    assert "A test is on its way to you by e-mail" in words(answer)
    run_jobs()
    (message,) = mail.outbox
    assert message.to == ["adam@example.com"]
    assert message.subject == "Test: spend of a day of Acme Robotics"
    assert "This is a test. Nothing has fired." in message.body
    assert "You are neither, so you get this test alone" in message.body
    rule.refresh_from_db()
    assert (rule.state, rule.firings.count()) == ("unknown", 0)
