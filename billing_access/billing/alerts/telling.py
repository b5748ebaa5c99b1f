"""Tells that a rule fired or is resolved: one event, one e-mail and one message to webhooks, for each day or period."""

from collections.abc import Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from billing_access.billing.alerts.parameters import (
    OF_DAYS,
    figure_text,
    parameters_of,
    plain_figure,
    sentence_of,
    unit_of,
)
from billing_access.billing.models import Account, AlertFiring, AlertKind, AlertMute, AlertRule
from billing_access.billing.money import format_units, format_usd
from billing_access.webhooks.models import Topic
from billing_access.webhooks.outbox import queue
from billing_audit.canonical_json import write_time
from billing_audit.record import Json, Target, record
from orgs import actors
from orgs.mail.notify import notify
from orgs.roles import Role
from orgs.settings import org_settings

# So many values of a tag are listed in an event, and in an e-mail.
_IN_EVENT: Final = 100
_IN_EMAIL: Final = 20
TOLD: Final = (Role.OWNER, Role.BILLING)


def tell(rule: AlertRule, firings: Sequence[AlertFiring], *, is_fired: bool) -> None:
    """Record, e-mail and queue for webhooks that the rule fired, or is resolved, for one day or period.

    Its highest figure stands for it. The e-mail goes to owners and billing members who did not mute the rule, once this
    transaction commits.
    """
    highest = max(firings, key=lambda each: (each.step, each.figure))
    values = sorted({each.tag_value for each in firings if each.tag_value is not None})
    details: dict[str, Json] = {
        "rule": str(rule.pk),
        "kind": rule.kind,
        "day": _day_of(rule, highest),
        "figure": plain_figure(rule.kind, highest.figure),
        "threshold": plain_figure(rule.kind, highest.threshold),
    }
    if highest.step:
        details["percent"] = highest.step
    if rule.tag_key:
        details |= {"tag": rule.tag_key, "values": values[:_IN_EVENT], "value_count": len(values)}
    record(
        "alert.fired" if is_fired else "alert.resolved",
        organization_id=rule.organization.public_id,
        actor=actors.command("worker"),
        target=target_of(rule),
        details=details,
    )
    said = email_context(rule)
    message = {
        "state": "firing" if is_fired else "resolved",
        "figure": details["figure"],
        "threshold": details["threshold"],
        "percent": highest.step or None,
        "day": details["day"],
        "values": values[:_IN_EVENT],
        "value_count": len(values),
        "since": write_time(highest.fired_at),
    }
    queue(
        rule.organization_id,
        Topic.ALERT,
        "alert.fired" if is_fired else "alert.resolved",
        {**webhook_data(rule, said["rule"]), **message},
        at=timezone.now(),
    )
    notify(
        f"billing_access/email/alert_{'fired' if is_fired else 'resolved'}.txt",
        organization=rule.organization,
        roles=TOLD,
        context={
            **said,
            "figure": figure_text(rule.kind, highest.figure),
            "threshold": figure_text(rule.kind, highest.threshold),
            "percent": highest.step,
            "since": highest.fired_at,
            "bucket": _bucket_text(rule, highest),
            "tag": rule.tag_key,
            "values": [] if rule.tag_value is not None else values[:_IN_EMAIL],
            "more_values": max(0, len(values) - _IN_EMAIL),
        },
        except_for=[*AlertMute.objects.filter(rule=rule).values_list("membership__user_id", flat=True)],
    )


def target_of(rule: AlertRule) -> Target:
    """Return the rule as the target of an event."""
    return Target("alert_rule", str(rule.pk))


def email_context(rule: AlertRule) -> dict[str, Any]:
    """Return what every e-mail about the rule says of it."""
    threshold = None
    if rule.kind == AlertKind.LOW_BALANCE:
        accounts = Account.objects.filter(organization_id=rule.organization_id)
        threshold = accounts.values_list("low_balance_threshold_usd", flat=True).first()
    return {"rule": sentence_of(parameters_of(rule), threshold), "label": rule.get_kind_display()}


def webhook_data(rule: AlertRule, sentence: str) -> dict[str, Any]:
    """Return what every message to webhooks about the rule says of it, as JSON."""
    parameters = parameters_of(rule)
    return {
        "organization_id": rule.organization.public_id,
        "rule": {
            "id": str(rule.pk),
            "kind": rule.kind,
            "sentence": sentence,
            "amount_usd": None if parameters.amount_usd is None else format_usd(parameters.amount_usd),
            "number": parameters.number,
            "factor": None if parameters.factor is None else format_units(parameters.factor),
            "tag": parameters.tag_key or None,
            "value": parameters.tag_value,
        },
        "unit": unit_of(rule.kind),
        "url": f"{org_settings.BASE_URL}{reverse('billing_access:alerts', args=[rule.organization.slug])}",
    }


def _day_of(rule: AlertRule, firing: AlertFiring) -> str | None:
    if firing.bucket_start is None:
        return None
    # Days are the organization's; periods begin at UTC midnights.
    start = firing.bucket_start.astimezone(rule.organization.zone) if rule.kind in OF_DAYS else firing.bucket_start
    return start.date().isoformat()


def _bucket_text(rule: AlertRule, firing: AlertFiring) -> str:
    day = _day_of(rule, firing)
    if day is None:
        return ""
    return day if rule.kind in OF_DAYS else f"the period from {day}"
