"""Makes, changes and removes rules, mutes them, and sends tests. Each change is atomic and on the record."""

from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from billing_access.billing.alerts.parameters import Parameters, checked, event_fields, parameters_of, plain_figure
from billing_access.billing.alerts.telling import email_context, target_of, webhook_data
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.alert_marks import account_changed
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.models import AlertKind, AlertMute, AlertRule, AlertState, RegisteredTag
from billing_access.webhooks.models import Topic
from billing_access.webhooks.outbox import queue
from billing_audit.record import Actor, record
from orgs.access import require
from orgs.actors import person_key
from orgs.mail.notify import notify
from orgs.models import Membership, Organization
from orgs.roles import MANAGE_BILLING_ACCESS, VIEW_BILLING, Role

MAX_RULES: Final = 50


@transaction.atomic
def create_rule(organization: Organization, parameters: Parameters, *, actor: Actor) -> AlertRule:
    """Make a rule; if there is one with the same parameters, return that and change nothing.

    It is evaluated within a minute, and fires for days and periods that have not ended. Raises InvalidChange for
    parameters that its kind does not accept, for a tag that is not registered, for a low balance (which is on where a
    threshold is set), and if there are MAX_RULES; and PermissionDenied if the actor may not manage billing access.
    """
    stored = checked(parameters)
    _lock(organization, actor)
    rules = AlertRule.objects.filter(organization=organization)
    if existing := next((each for each in rules if parameters_of(each) == stored), None):
        return existing
    if len(rules) >= MAX_RULES:
        raise InvalidChange(f"There are {MAX_RULES} rules, which is the most. Remove one first.")
    _require_tag(organization, stored)
    rule = AlertRule(organization=organization, **_columns(stored))
    rule.save(force_insert=True)
    rule.refresh_from_db()
    changes = {name: (None, value) for name, value in event_fields(stored).items() if value is not None}
    _record("alert_rule.created", rule, actor, changes=changes)
    account_changed(organization.pk)
    return rule


@transaction.atomic
def change_rule(rule: AlertRule, parameters: Parameters, *, actor: Actor) -> AlertRule:
    """Change a rule's values; it begins again, so that it may fire again for today. Equal values change nothing.

    Raises InvalidChange as ``create_rule`` does, also for another kind and for values that another rule has;
    AlertRule.DoesNotExist for a rule that was removed meanwhile; and PermissionDenied.
    """
    current = _locked(rule, actor)
    if parameters.kind != current.kind or current.kind == AlertKind.LOW_BALANCE:
        raise InvalidChange("The kind of a rule stays; the amount of a low balance is the low-balance threshold.")
    before, stored = parameters_of(current), checked(parameters)
    if before == stored:
        return current
    others = AlertRule.objects.filter(organization=current.organization).exclude(pk=current.pk)
    if any(parameters_of(each) == stored for each in others):
        raise InvalidChange("There is a rule with these values already.")
    _require_tag(current.organization, stored)
    current.firings.all().delete()
    now = timezone.now()
    for name, value in _columns(stored).items():
        setattr(current, name, value)
    current.begins_at = current.state_since = now
    current.state, current.figure, current.threshold = AlertState.UNKNOWN, None, None
    current.save()
    old, new = event_fields(before), event_fields(stored)
    changes = {name: (old[name], new[name]) for name in new if old[name] != new[name]}
    _record("alert_rule.changed", current, actor, changes=changes)
    account_changed(current.organization_id)
    return current


@transaction.atomic
def remove_rule(rule: AlertRule, *, actor: Actor) -> None:
    """Remove a rule with its state and mutes.

    Raises InvalidChange for a low balance, which goes with the threshold; AlertRule.DoesNotExist for a rule that was
    removed meanwhile; and PermissionDenied.
    """
    current = _locked(rule, actor)
    if current.kind == AlertKind.LOW_BALANCE:
        raise InvalidChange("The alert for a low balance is off once there is no low-balance threshold.")
    _record("alert_rule.removed", current, actor)
    current.delete()


@transaction.atomic
def mute_rule(rule: AlertRule, is_muted: bool, *, actor: Actor) -> None:
    """Stop the e-mails about a rule to the member who acts, or send them again. The same again changes nothing.

    Raises PermissionDenied for anybody but a member who may see billing, and AlertRule.DoesNotExist for a rule that was
    removed meanwhile.
    """
    organization = Organization.objects.select_for_update(no_key=True).get(pk=rule.organization_id)
    require(actor, organization, VIEW_BILLING)
    membership = Membership.objects.filter(organization=organization, user_id=person_key(actor)).first()
    if actor.kind != "user" or membership is None:
        raise PermissionDenied("Only a member mutes a rule, for themself.")
    current = AlertRule.objects.get(pk=rule.pk, organization=organization)
    mutes = AlertMute.objects.filter(rule=current, membership=membership)
    if mutes.exists() == is_muted:
        return
    if is_muted:
        AlertMute.objects.create(rule=current, membership=membership)
    else:
        mutes.delete()
    _record("alert_rule.muted" if is_muted else "alert_rule.unmuted", current, actor)


@transaction.atomic
def send_test(rule: AlertRule, *, actor: Actor) -> None:
    """E-mail the member who acts what the rule would say, marked as a test. The rule's state stays as it is.

    Active webhooks with alerts are sent a message of the type ``alert.test``, with the last figure.

    Raises PermissionDenied for anybody but a member who may manage billing access, and AlertRule.DoesNotExist for a
    rule that was removed meanwhile.
    """
    current = _locked(rule, actor)
    members = Membership.objects.filter(organization=current.organization, user_id=person_key(actor))
    membership = members.select_related("user").first()
    if actor.kind != "user" or membership is None:
        raise PermissionDenied("Only a member sends a test, to themself.")
    _record("alert.tested", current, actor)
    is_told = membership.role in (Role.OWNER, Role.BILLING)
    context = email_context(current)
    queue(
        current.organization_id,
        Topic.ALERT,
        "alert.test",
        {
            **webhook_data(current, context["rule"]),
            "test": True,
            "state": current.state,
            "figure": None if current.figure is None else plain_figure(current.kind, current.figure),
            "threshold": None if current.threshold is None else plain_figure(current.kind, current.threshold),
        },
        at=timezone.now(),
    )
    notify(
        "billing_access/email/alert_test.txt",
        organization=current.organization,
        people=[membership.user],
        context={**context, "is_told": is_told},
    )


def _lock(organization: Organization, actor: Actor) -> None:
    # A change of the actor's role locks the organization's row too, so the permission holds until this commits.
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, organization, MANAGE_BILLING_ACCESS)
    # An import that is running ends first: it may not have seen the rule, and would leave no mark.
    lock_accounts([organization.pk])


def _locked(rule: AlertRule, actor: Actor) -> AlertRule:
    _lock(rule.organization, actor)
    rules = AlertRule.objects.select_related("organization").select_for_update(of=("self",))
    return rules.get(pk=rule.pk, organization_id=rule.organization_id)


def _require_tag(organization: Organization, stored: Parameters) -> None:
    tags = RegisteredTag.objects.filter(organization=organization)
    if stored.tag_key and not tags.filter(key=stored.tag_key).exists():
        raise InvalidChange(f"The tag {stored.tag_key!r} is not registered. Register it first, in the settings.")


def _columns(stored: Parameters) -> dict[str, Any]:
    return {name: getattr(stored, name) for name in Parameters.__slots__}


def _record(action: str, rule: AlertRule, actor: Actor, changes: Mapping[str, Any] | None = None) -> None:
    record(
        action,
        organization_id=rule.organization.public_id,
        actor=actor,
        target=target_of(rule),
        changes=changes,
        details={"rule": str(rule.pk), "kind": rule.kind},
    )
