"""Evaluates an organization's rules: what fires and what is resolved becomes state, events and e-mails.

All of it is one transaction, so that a worker that is killed leaves nothing half done: the next evaluation does it. The
rules are locked, so that two workers never judge one rule at the same time.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils import timezone

from billing_access.billing.alerts.figures import Figures, next_evaluation, read_figures
from billing_access.billing.alerts.measures import Measure, Reading, measure
from billing_access.billing.alerts.parameters import parameters_of
from billing_access.billing.alerts.telling import tell
from billing_access.billing.models import AlertFiring, AlertKind, AlertRule, AlertState
from orgs.models import Organization

_STORED: Final = Decimal("1e-10")


@transaction.atomic
def evaluate(organization_pk: int) -> int:
    """Evaluate the organization's rules; return how many there are. A closed organization has none to evaluate."""
    organization = Organization.objects.filter(pk=organization_pk, closed_at=None).first()
    if organization is None:
        return 0
    rules = list(AlertRule.objects.select_for_update(no_key=True).filter(organization=organization).order_by("pk"))
    if rules:
        figures = read_figures(organization)
        for rule in rules:
            rule.organization = organization
            _evaluate(rule, figures)
    return len(rules)


def _evaluate(rule: AlertRule, figures: Figures) -> None:
    parameters = parameters_of(rule)
    if rule.kind == AlertKind.LOW_BALANCE and figures.state.snapshot.low_balance_threshold_usd is None:
        # The rule is off. A threshold that is set later begins again.
        AlertFiring.objects.filter(rule=rule, resolved_at=None).update(is_over=False, resolved_at=figures.now)
    found = measure(parameters, figures)
    firings = [] if found is None else _judge(rule, found, figures.now)
    _set_state(rule, found, firings, figures.now)
    rule.evaluated_at, rule.evaluate_at = figures.now, next_evaluation(parameters, figures)
    rule.save(update_fields=["state", "state_since", "figure", "threshold", "evaluated_at", "evaluate_at"])


def _judge(rule: AlertRule, found: Measure, now: datetime) -> list[AlertFiring]:
    """Write down what fires and what is resolved, and tell people; return the rule's firings that still count."""
    known = {(each.bucket_start, each.tag_value, each.step): each for each in _known(rule, found)}
    readings = {each.key: each for each in found.readings}
    fired = [
        _firing(rule, reading)
        for key, reading in readings.items()
        if reading.is_over and key not in known and _has_begun(rule, reading)
    ]
    AlertFiring.objects.bulk_create(fired)
    resolved = [firing for key, firing in known.items() if _update(firing, readings.get(key), now)]
    for firings in _by_bucket(fired):
        tell(rule, firings, is_fired=True)
    for firings in _by_bucket(resolved):
        tell(rule, firings, is_fired=False)
    return [*known.values(), *fired]


def _known(rule: AlertRule, found: Measure) -> Iterable[AlertFiring]:
    firings = AlertFiring.objects.filter(rule=rule).order_by("pk")
    if not found.buckets:
        return firings.filter(bucket_start=None, resolved_at=None)
    # Not those of days in another time zone, which the organization had before: no figure is theirs any more.
    return firings.filter(bucket_start__in=found.buckets)


def _has_begun(rule: AlertRule, reading: Reading) -> bool:
    """Tell whether the reading's day or period had not ended when the rule was made or last changed."""
    return reading.bucket_end is None or reading.bucket_end > rule.begins_at


def _firing(rule: AlertRule, reading: Reading) -> AlertFiring:
    return AlertFiring(
        rule=rule,
        bucket_start=reading.bucket_start,
        tag_value=reading.tag_value,
        step=reading.step,
        figure=reading.figure,
        threshold=reading.threshold.quantize(_STORED),
        fired_at=timezone.now(),
    )


def _update(firing: AlertFiring, reading: Reading | None, now: datetime) -> bool:
    """Bring a firing up to date; return whether people are to be told that it is resolved, which happens once."""
    before = firing.figure, firing.threshold, firing.is_over
    firing.figure = reading.figure if reading else Decimal(0)
    firing.threshold = reading.threshold.quantize(_STORED) if reading else firing.threshold
    is_told = False
    if reading is None or reading.is_clear:
        firing.is_over = False
        is_told = firing.resolved_at is None
    elif reading.is_over:
        firing.is_over = True
    if is_told:
        firing.resolved_at = now
    if is_told or before != (firing.figure, firing.threshold, firing.is_over):
        firing.save(update_fields=["figure", "threshold", "is_over", "resolved_at"])
    return is_told


def _by_bucket(firings: Iterable[AlertFiring]) -> list[list[AlertFiring]]:
    buckets: defaultdict[datetime | None, list[AlertFiring]] = defaultdict(list)
    for firing in firings:
        buckets[firing.bucket_start].append(firing)
    return [buckets[start] for start in sorted(buckets, key=lambda start: start.timestamp() if start else 0)]


def _set_state(rule: AlertRule, found: Measure | None, firings: list[AlertFiring], now: datetime) -> None:
    counting = [each for each in firings if each.is_over and _counts(each, found)]
    state = AlertState.OK
    if found is None:
        state, rule.figure, rule.threshold = AlertState.UNKNOWN, None, None
    elif counting:
        state = AlertState.FIRING
        highest = max(counting, key=lambda each: (each.bucket_start or now, each.step, each.figure))
        rule.figure, rule.threshold = highest.figure, highest.threshold
    else:
        rule.figure, rule.threshold = found.figure, found.threshold.quantize(_STORED)
    if rule.state != state:
        rule.state, rule.state_since = state, now


def _counts(firing: AlertFiring, found: Measure | None) -> bool:
    """Tell whether what fired is about now, or about the last day or period that counts."""
    if found is None or firing.bucket_start is None or found.current is None:
        return True
    return firing.bucket_start >= found.current
