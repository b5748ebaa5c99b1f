"""Measures what rules watch: exact figures from the account, its state and the rollups, never from single runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Context, Decimal
from typing import Final, NamedTuple

from billing_access.billing.alerts.figures import (
    LOOKED_BACK,
    Figures,
    Sums,
    complete_until,
    first_run,
    is_ready,
    periods,
    sums,
)
from billing_access.billing.alerts.parameters import STEPS, Parameters
from billing_access.billing.models import AlertKind

MEDIAN_DAYS: Final = 14
# A figure that wavers around a threshold fires once: to resolve, it must be this part of the threshold away from it.
_MARGIN: Final = Decimal("0.05")
_EXACT: Final = Context(prec=80)
_HOUR: Final = timedelta(hours=1)


class Reading(NamedTuple):
    """One figure compared with its threshold, in the unit of the rule's kind.

    ``bucket_start`` and ``bucket_end``: of the day or period, None for rules about now. ``is_clear``: so far on the
    other side of the threshold that what fired is resolved; between the two nothing changes.
    """

    bucket_start: datetime | None
    bucket_end: datetime | None
    tag_value: str | None
    step: int
    figure: Decimal
    threshold: Decimal
    is_over: bool
    is_clear: bool

    @property
    def key(self) -> tuple[datetime | None, str | None, int]:
        """What the figure is of: there is one firing of a rule for each."""
        return self.bucket_start, self.tag_value, self.step


@dataclass(frozen=True, slots=True)
class Measure:
    """What a rule finds: the figure and threshold of now, and a reading for each part that has a figure.

    A part of one of ``buckets``, the starts of the days or periods, has the figure zero without a reading. What fired
    for a bucket from ``current`` on makes the rule firing; rules about now have neither. ``figure`` is None if there is
    none (nothing was spent, so that the balance lasts).
    """

    figure: Decimal | None
    threshold: Decimal
    readings: list[Reading] = field(default_factory=list)
    buckets: Sequence[datetime] = ()
    current: datetime | None = None


def measure(rule: Parameters, figures: Figures) -> Measure | None:
    """Return what the rule finds; None if it is unknown: nothing was fed, or the figures are stale or too few."""
    snapshot = figures.state.snapshot
    if snapshot.fed_at is None:
        return None
    if rule.kind == AlertKind.STALE_FEED:
        return _stale_feed(rule, figures)
    if snapshot.is_stale:
        return None
    if rule.tag_key and not is_ready(figures.organization, rule.tag_key):
        return None
    return {
        AlertKind.LOW_BALANCE: _low_balance,
        AlertKind.RUNS_OUT: _runs_out,
        AlertKind.DAY_SPEND: _day_spend,
        AlertKind.DAY_SPIKE: _day_spike,
        AlertKind.PERIOD_SPEND: _period_spend,
        AlertKind.UNPRICED_RUNS: _unpriced_runs,
    }[AlertKind(rule.kind)](rule, figures)


def median_threshold(rule: Parameters, before: Sequence[Decimal]) -> Decimal:
    """Return the threshold of a spike, exact: the factor times the median of the days before, at least the floor."""
    ordered = sorted(before)
    middle = _EXACT.add(ordered[MEDIAN_DAYS // 2 - 1], ordered[MEDIAN_DAYS // 2])
    return max(rule.amount_usd or Decimal(0), _EXACT.multiply(rule.factor or Decimal(1), _EXACT.divide(middle, 2)))


def days_until(depletion_at: datetime | None, now: datetime) -> Decimal | None:
    """Return in how many days that is, of whole hours, to two decimals rounded down; None for None."""
    if depletion_at is None:
        return None
    left = depletion_at - now.replace(minute=0, second=0, microsecond=0)
    return Decimal(left // _HOUR * 100 // 24).scaleb(-2)


def spike_readings(rule: Parameters, edges: Sequence[datetime], found: Sums, first: datetime) -> Iterator[Reading]:
    """Yield a reading for each day with spend that has 14 days before it since ``first``, the first run.

    The edges begin with the 14 days before the first day that is read.
    """
    for (index, value), figure in found.items():
        before = [found.get((each, value), Decimal(0)) for each in range(index - MEDIAN_DAYS, index)]
        if index >= MEDIAN_DAYS and first < edges[index - MEDIAN_DAYS + 1]:
            yield _over(edges, index, value, figure, median_threshold(rule, before))


def period_readings(
    rule: Parameters, edges: Sequence[datetime], index: int, value: str | None, figure: Decimal
) -> Iterator[Reading]:
    """Yield a reading of a period's spend for each percentage."""
    for step in STEPS:
        threshold = _EXACT.divide(_EXACT.multiply(rule.amount_usd or Decimal(0), Decimal(step)), 100)
        is_clear = figure < _EXACT.multiply(threshold, 1 - _MARGIN)
        yield Reading(edges[index], edges[index + 1], value, step, figure, threshold, figure >= threshold, is_clear)


def _over(edges: Sequence[datetime], index: int, value: str | None, figure: Decimal, threshold: Decimal) -> Reading:
    is_clear = figure <= _EXACT.multiply(threshold, 1 - _MARGIN)
    return Reading(edges[index], edges[index + 1], value, 0, figure, threshold, figure > threshold, is_clear)


def _now(figure: Decimal, threshold: Decimal, *, is_over: bool, is_clear: bool) -> Measure:
    return Measure(figure, threshold, [Reading(None, None, None, 0, figure, threshold, is_over, is_clear)])


def _low_balance(rule: Parameters, figures: Figures) -> Measure | None:
    balance, threshold = figures.state.current_balance_usd, figures.state.snapshot.low_balance_threshold_usd
    if balance is None or threshold is None:
        return None
    is_clear = balance > _EXACT.multiply(threshold, 1 + _MARGIN)
    return _now(balance, threshold, is_over=balance <= threshold, is_clear=is_clear)


def _runs_out(rule: Parameters, figures: Figures) -> Measure | None:
    state, days = figures.state, Decimal(rule.number or 0)
    if state.current_balance_usd is None:
        return None
    if state.current_balance_usd <= 0:
        return _now(Decimal(0), days, is_over=True, is_clear=False)
    figure = days_until(state.projected_depletion_at, figures.now)
    if figure is None:
        return Measure(None, days, [Reading(None, None, None, 0, Decimal(0), days, is_over=False, is_clear=True)])
    return _now(figure, days, is_over=figure <= days, is_clear=figure > days + 1)


def _stale_feed(rule: Parameters, figures: Figures) -> Measure:
    limit = rule.number or 0
    since = complete_until(figures)
    age = figures.now - since
    is_over = age > timedelta(hours=limit)
    return _now(Decimal(age // _HOUR), Decimal(limit), is_over=is_over, is_clear=not is_over)


def _day_spend(rule: Parameters, figures: Figures) -> Measure:
    edges, amount = figures.days(LOOKED_BACK.days), rule.amount_usd or Decimal(0)
    found = sums(figures.organization, edges, rule)
    readings = [_over(edges, index, value, figure, amount) for (index, value), figure in found.items()]
    return _of_buckets(readings, edges, edges[-3], amount)


def _day_spike(rule: Parameters, figures: Figures) -> Measure | None:
    edges, first = figures.days(LOOKED_BACK.days + MEDIAN_DAYS), first_run(figures.organization)
    today = len(edges) - 2
    if first is None or first >= edges[today - MEDIAN_DAYS + 1]:
        return None
    found = sums(figures.organization, edges, rule)
    readings = list(spike_readings(rule, edges, found, first))
    before = [found.get((each, rule.tag_value), Decimal(0)) for each in range(today - MEDIAN_DAYS, today)]
    # Of each value of a tag the median is another: without spend today the threshold shown is the floor.
    threshold = median_threshold(rule, before if rule.tag_value or not rule.tag_key else [Decimal(0)] * MEDIAN_DAYS)
    return _of_buckets(readings, edges[MEDIAN_DAYS:], edges[-3], threshold)


def _period_spend(rule: Parameters, figures: Figures) -> Measure:
    edges, current = periods(figures)
    found = sums(figures.organization, edges, rule)
    readings = [
        reading
        for (index, value), figure in found.items()
        for reading in period_readings(rule, edges, index, value, figure)
    ]
    return _of_buckets(readings, edges, current, rule.amount_usd or Decimal(0))


def _unpriced_runs(rule: Parameters, figures: Figures) -> Measure:
    edges, current = periods(figures)
    found, limit = sums(figures.organization, edges, rule, "unpriced_run_count"), Decimal(rule.number or 0)
    readings = [_over(edges, index, value, figure, limit) for (index, value), figure in found.items()]
    return _of_buckets(readings, edges, current, limit)


def _of_buckets(readings: list[Reading], edges: Sequence[datetime], current: datetime, threshold: Decimal) -> Measure:
    """Return the measure whose figure is the highest of the bucket of now; that reading's threshold goes with it."""
    now = [each for each in readings if each.bucket_start == edges[-2]]
    highest = max(now, key=lambda each: (each.figure, each.step), default=None)
    return Measure(
        figure=highest.figure if highest else Decimal(0),
        threshold=highest.threshold if highest else threshold,
        readings=readings,
        buckets=edges[:-1],
        current=current,
    )
