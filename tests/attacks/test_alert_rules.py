"""Attacks on alert rules: another organization's rule, fields that a form does not have, who mutes and who is told."""

from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from accounts.models import User
from billing_access.access.decision import authorize_member
from billing_access.access.services import issue_key
from billing_access.billing.alerts import services as alerts
from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.alerts.preview import read_preview
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.models import AlertMute, AlertRule
from billing_access.billing.operators import add_balance_entry, open_account, register_tag
from billing_access.routes import BILLING_ALERTS
from billing_audit.models import AuditEvent
from billing_audit.record import Actor
from orgs import actors
from orgs.access import organization_for
from orgs.models import Membership
from orgs.services.members import add_member, change_role, remove_member

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
DAY = Parameters("day_spend", amount_usd=Decimal(500))


def test_another_organizations_rule_is_no_rule(acme: Any, alice: User, other: Any, sign_in: Any) -> None:
    theirs = alerts.create_rule(other, DAY, actor=SYSTEM)
    client, before = sign_in(alice), AuditEvent.objects.count()
    for page in ("", "remove/", "mute/", "test/"):
        for slug, status in (("acme", 404), ("other", 404)):
            answer = client.post(f"/o/{slug}/alerts/{theirs.pk}/{page}", {"amount": "1", "muted": "on"})
            assert answer.status_code == status, page
    theirs.refresh_from_db()
    assert (theirs.amount_usd, AuditEvent.objects.count()) == (500, before)
    assert not AlertMute.objects.exists()


def test_the_services_ask_the_rules_own_organization(acme: Any, alice: User, other: Any) -> None:
    theirs = alerts.create_rule(other, DAY, actor=SYSTEM)
    by, other_values = actors.as_member(alice), Parameters("day_spend", amount_usd=Decimal(1))
    for act in (
        lambda: alerts.change_rule(theirs, other_values, actor=by),
        lambda: alerts.remove_rule(theirs, actor=by),
        lambda: alerts.send_test(theirs, actor=by),
        lambda: alerts.mute_rule(theirs, True, actor=by),
        lambda: alerts.create_rule(other, other_values, actor=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_rule_that_claims_to_be_of_another_organization_is_not_found(acme: Any, alice: User, other: Any) -> None:
    theirs, by = alerts.create_rule(other, DAY, actor=SYSTEM), actors.as_member(alice)
    theirs.organization = acme
    for act in (
        lambda: alerts.change_rule(theirs, Parameters("day_spend", amount_usd=Decimal(1)), actor=by),
        lambda: alerts.remove_rule(theirs, actor=by),
        lambda: alerts.send_test(theirs, actor=by),
        lambda: alerts.mute_rule(theirs, True, actor=by),
    ):
        with pytest.raises(AlertRule.DoesNotExist):
            act()
    assert AlertRule.objects.get().amount_usd == 500


def test_a_form_sets_only_its_own_fields(acme: Any, alice: User, other: Any, sign_in: Any) -> None:
    more = {
        "id": "00000000-0000-4000-8000-000000000001", "organization": other.pk, "organization_id": other.pk,
        "state": "ok", "begins_at": "2001-01-01", "number": 9, "factor": "3", "tag_key": "county", "tag": "county",
        "figure": "1",
    }  # fmt: skip
    client = sign_in(alice)
    client.post("/o/acme/alerts/new/", {"kind": "day_spend", "amount": "5", **more})
    rule = AlertRule.objects.get()
    assert (rule.organization, rule.state, rule.number, rule.factor, rule.tag_key) == (acme, "unknown", None, None, "")
    assert (str(rule.pk) != more["id"], rule.begins_at.year > 2001) == (True, True)
    client.post(f"/o/acme/alerts/{rule.pk}/", {"kind": "stale_feed", "amount": "6", **more})
    changed = AlertRule.objects.get()
    assert (changed.pk, changed.kind, changed.amount_usd, changed.number) == (rule.pk, "day_spend", 6, None)


@pytest.mark.parametrize(
    "given",
    [
        Parameters("low_balance"),
        Parameters("nonsense"),
        Parameters("day_spend"),
        Parameters("day_spend", amount_usd=Decimal("NaN")),
        Parameters("day_spend", amount_usd=Decimal("Infinity")),
        Parameters("day_spend", amount_usd=Decimal(-1)),
        Parameters("day_spend", amount_usd=Decimal(10) ** 10),
        Parameters("day_spend", amount_usd=Decimal(1), number=1),
        Parameters("day_spend", amount_usd=Decimal(1), factor=Decimal(2)),
        Parameters("day_spend", amount_usd=Decimal(1), tag_value="adams"),
        Parameters("day_spend", amount_usd=Decimal(1), tag_key="nobody registered it"),
        Parameters("day_spike", amount_usd=Decimal(1), factor=Decimal("NaN")),
        Parameters("day_spike", amount_usd=Decimal(1), factor=Decimal(10) ** 6),
        Parameters("stale_feed", number=1, tag_key="county"),
        Parameters("runs_out", number=10**9),
    ],
)
def test_what_a_kind_does_not_have_is_refused(acme: Any, given: Parameters) -> None:
    before = AuditEvent.objects.count()
    with pytest.raises(InvalidChange):
        alerts.create_rule(acme, given, actor=SYSTEM)
    assert (AlertRule.objects.count(), AuditEvent.objects.count()) == (0, before)


def test_there_is_an_end_to_rules(acme: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(alerts, "MAX_RULES", 2)
    for amount in (1, 2, 2):
        alerts.create_rule(acme, Parameters("day_spend", amount_usd=Decimal(amount)), actor=SYSTEM)
    with pytest.raises(InvalidChange, match="There are 2 rules, which is the most"):
        alerts.create_rule(acme, Parameters("day_spend", amount_usd=Decimal(3)), actor=SYSTEM)


def test_the_rule_of_a_low_balance_is_changed_and_removed_with_the_threshold_alone(acme: Any, alice: User) -> None:
    open_account(acme, low_balance_threshold_usd=Decimal(5), actor=SYSTEM)
    rule, by = AlertRule.objects.get(), actors.as_member(alice)
    with pytest.raises(InvalidChange):
        alerts.remove_rule(rule, actor=by)
    with pytest.raises(InvalidChange):
        alerts.change_rule(rule, Parameters("low_balance", amount_usd=Decimal(1)), actor=by)
    assert AlertRule.objects.count() == 1


def test_nobody_mutes_for_somebody_else(acme: Any, alice: User, bob: User, audrey: User, dana: User) -> None:
    rule = alerts.create_rule(acme, DAY, actor=SYSTEM)
    key = issue_key(acme, actor=SYSTEM, name="Key", scopes=["billing.state:read"]).key
    for by in (
        actors.as_member(bob),
        actors.as_member(audrey),
        actors.as_member(dana),
        Actor("staff", str(dana.pk), dana.email),
        Actor("api_key", str(key.pk)),
        SYSTEM,
    ):
        with pytest.raises(PermissionDenied):
            alerts.mute_rule(rule, True, actor=by)
    assert not AlertMute.objects.exists()
    alerts.mute_rule(rule, True, actor=actors.as_member(alice))
    assert AlertMute.objects.get().membership.user == alice


def test_a_mute_goes_with_the_membership_and_does_not_come_back(acme: Any, bella: User) -> None:
    rule = alerts.create_rule(acme, DAY, actor=SYSTEM)
    alerts.mute_rule(rule, True, actor=actors.as_member(bella))
    remove_member(Membership.objects.get(user=bella), actor=SYSTEM)
    assert not AlertMute.objects.exists()
    add_member(acme, user=bella, role="billing", actor=SYSTEM)
    assert not AlertMute.objects.exists()


@pytest.mark.parametrize("how", ["removed", "demoted", "deactivated"])
def test_who_may_no_longer_see_billing_gets_no_figure_by_e_mail(
    acme: Any, bella: User, run_jobs: Any, how: str
) -> None:
    """The alert fires first; what takes the right away comes before its e-mail is sent."""
    open_account(acme, low_balance_threshold_usd=Decimal(500), actor=SYSTEM)
    rule = AlertRule.objects.get()
    add_balance_entry(
        acme, kind="top_up", amount_usd=Decimal("123.45"), reference="t", occurred_at=rule.created_at, actor=SYSTEM
    )
    run_jobs()
    mark_by_clock()
    evaluate_due(seconds=30)
    membership = Membership.objects.get(user=bella)
    if how == "removed":
        remove_member(membership, actor=SYSTEM)
    elif how == "demoted":
        change_role(membership, role="auditor", actor=SYSTEM)
    else:
        User.objects.filter(pk=bella.pk).update(is_active=False)
    mail.outbox.clear()
    run_jobs()
    with_figure = [message.to[0] for message in mail.outbox if "123.45" in message.body]
    assert with_figure == ["alice@example.com"]


def test_a_preview_needs_a_grant_for_that_organization(acme: Any, alice: User, other: Any) -> None:
    grant = authorize_member(organization_for(alice, "acme"), BILLING_ALERTS)
    with pytest.raises(ValueError, match="another organization"):
        read_preview(grant, other, DAY)


def test_a_tag_value_that_looks_like_code_is_text_everywhere(
    acme: Any, alice: User, sign_in: Any, make_key: Any, api: Any, opt_in: Any
) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    evil = "'); DROP TABLE billing_run; --<script>alert(1)</script>{{ 7|add:7 }}%s"
    form = {"kind": "day_spend", "amount": "5", "tag": "county", "value": evil}
    client = sign_in(alice)
    assert client.post("/o/acme/alerts/new/", {**form, "preview": "1"}).status_code == 200
    page = client.post("/o/acme/alerts/new/", form, follow=True).content.decode()
    assert "<script>alert(1)" not in page
    assert "{{ 7|add:7 }}" in page
    mark_by_clock()
    evaluate_due(seconds=30)
    opt_in(acme)
    assert api("/v1/billing/alerts", make_key(acme).secret).json()["alerts"][0]["value"] == evil
