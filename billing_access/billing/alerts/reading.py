"""Reads an organization's rules with their state, for the API and the pages."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject, Now

from billing_access.access.decision import Grant
from billing_access.billing.alerts.parameters import OF_DAYS, figure_text, parameters_of, sentence_of, unit_of
from billing_access.billing.models import AlertFiring, AlertKind, AlertRule, AlertState

# How many firings a rule is shown with, the newest first, and how old they may be.
MAX_FIRINGS: Final = 20
SHOWN_FOR: Final = timedelta(days=30)
# What ``firing_rules`` selects of a rule. As JSON numbers the amounts would be parsed into floats.
_AMOUNTS: Final = ("amount_usd", "factor", "figure", "threshold", "low_balance")
_PLAIN: Final = ("id", "kind", "number", "tag_key", "tag_value", "state", "state_since")


@dataclass(frozen=True, slots=True)
class Alert:
    """A rule with its state as of its last evaluation, and when it fired in the last 30 days, newest first.

    ``amount_usd`` of a low balance is the account's threshold. ``figure`` and ``threshold`` are in ``unit``, None while
    they are unknown. ``state_since`` is when the state became what it is.
    """

    rule: AlertRule
    amount_usd: Decimal | None
    sentence: str
    firings: list[AlertFiring] = field(default_factory=list)

    @property
    def unit(self) -> str:
        """The unit of the figure and the threshold: usd, days, hours or runs."""
        return unit_of(self.rule.kind)

    @property
    def figure_text(self) -> str:
        """The figure with its unit; empty while it is unknown."""
        return "" if self.rule.figure is None else figure_text(self.rule.kind, self.rule.figure)

    @property
    def threshold_text(self) -> str:
        """The threshold with its unit; empty while it is unknown."""
        return "" if self.rule.threshold is None else figure_text(self.rule.kind, self.rule.threshold)

    @property
    def is_of_days(self) -> bool:
        """Whether it fires for days."""
        return self.rule.kind in OF_DAYS


def read_alerts(grant: Grant) -> list[Alert]:
    """Return the rules of the grant's organization in the order in which they were made. Two SELECTs.

    A rule for a low balance is left out while no threshold is set.
    """
    rules = _with_threshold(AlertRule.objects.filter(organization_id=grant.organization_pk))
    found = list(rules.order_by("created_at", "pk"))
    firings: defaultdict[object, list[AlertFiring]] = defaultdict(list)
    for each in _firings(grant):
        if len(firings[each.rule_id]) < MAX_FIRINGS:
            firings[each.rule_id].append(each)
    return [_alert(rule, rule.low_balance, firings[rule.pk]) for rule in found]


def firing_rules(organization: OuterRef) -> ArraySubquery:
    """Return an annotation of an organization for ``firing_alerts``: its rules that fire now, the newest first."""
    rules = _with_threshold(AlertRule.objects.filter(organization=organization, state=AlertState.FIRING))
    texts: dict[str, Any] = {name: Cast(name, TextField()) for name in _AMOUNTS}
    row = JSONObject(**texts, **{name: name for name in _PLAIN})
    return ArraySubquery(rules.order_by("-state_since", "pk").values(row=row))


def firing_alerts(rows: Sequence[Mapping[str, Any]]) -> list[Alert]:
    """Return the rules of the annotation ``firing_rules``, without their firings. No query."""
    alerts = []
    for row in rows:
        amounts = {name: None if row[name] is None else Decimal(row[name]) for name in _AMOUNTS}
        threshold = amounts.pop("low_balance")
        plain = {name: row[name] for name in _PLAIN if name != "state_since"}
        rule = AlertRule(**plain, **amounts, state_since=datetime.fromisoformat(row["state_since"]))
        alerts.append(_alert(rule, threshold, []))
    return alerts


def read_alert(grant: Grant, rule_id: UUID) -> Alert | None:
    """Return one rule of the grant's organization, without its firings; None if it has no such rule. One SELECT."""
    rule = _with_threshold(AlertRule.objects.filter(organization_id=grant.organization_pk, pk=rule_id)).first()
    return None if rule is None else _alert(rule, rule.low_balance, [])


def _with_threshold(rules: QuerySet[AlertRule]) -> QuerySet[Any]:
    with_threshold = rules.annotate(low_balance=F("organization__account__low_balance_threshold_usd"))
    return with_threshold.exclude(Q(kind=AlertKind.LOW_BALANCE) & Q(low_balance=None)).select_related("organization")


def _firings(grant: Grant) -> list[AlertFiring]:
    since = Now() - SHOWN_FOR
    found = AlertFiring.objects.filter(rule__organization_id=grant.organization_pk, fired_at__gte=since)
    return list(found.order_by("-fired_at", "-step", "-figure", "pk")[: MAX_FIRINGS * 50])


def _alert(rule: AlertRule, threshold: Decimal | None, firings: list[AlertFiring]) -> Alert:
    amount = threshold if rule.kind == AlertKind.LOW_BALANCE else rule.amount_usd
    return Alert(rule, amount, sentence_of(parameters_of(rule), threshold), firings)
