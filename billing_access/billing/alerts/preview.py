"""Shows what a rule would have done before it is saved: on which of the last days it would have fired.

The figures are those of now, also for the days that have passed: a run that was priced since counts as priced.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from billing_access.access.decision import Grant
from billing_access.billing.alerts.figures import Figures, Sums, first_run, read_figures, sums
from billing_access.billing.alerts.histories import PREVIEWED_DAYS, PreviewedDay, ages_of_figures, days_left
from billing_access.billing.alerts.measures import MEDIAN_DAYS, measure, median_threshold
from billing_access.billing.alerts.parameters import STEPS, Parameters, figure_text
from billing_access.billing.models import AlertKind
from orgs.models import Organization


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rule would have done, and what it finds now.

    ``days`` are the last 30, or those of the current period, oldest first; empty where nothing was fed.
    ``now`` is the present figure with its unit; None if it is unknown. ``fires_now``: the rule would fire for it.
    """

    days: list[PreviewedDay]
    now: str | None
    fires_now: bool
    dates: list[date]


def read_preview(grant: Grant, organization: Organization, rule: Parameters) -> Preview:
    """Preview a rule with the figures of the grant's organization, which is ``organization``."""
    if grant.organization_pk != organization.pk:
        raise ValueError("The grant is for another organization.")
    figures = read_figures(organization)
    found = measure(rule, figures)
    days: list[PreviewedDay] = []
    if figures.state.snapshot.fed_at is not None:
        days = _DAYS[AlertKind(rule.kind)](grant, rule, figures)
    zone = organization.zone
    return Preview(
        days=days,
        now=None if found is None or found.figure is None else figure_text(rule.kind, found.figure),
        fires_now=any(
            each.is_over and _is_of_now(each.bucket_end, figures) for each in (found.readings if found else ())
        ),
        dates=[each.start.astimezone(zone).date() for each in days if each.would_fire],
    )


def _is_of_now(bucket_end: datetime | None, figures: Figures) -> bool:
    return bucket_end is None or bucket_end > figures.now


def _of_days(grant: Grant, rule: Parameters, figures: Figures) -> list[PreviewedDay]:
    before = MEDIAN_DAYS if rule.kind == AlertKind.DAY_SPIKE else 0
    edges = figures.days(PREVIEWED_DAYS - 1 + before)
    found, first = sums(figures.organization, edges, rule), first_run(figures.organization)
    values = sorted({value for _, value in found}, key=str) or [rule.tag_value]
    days = []
    for index in range(before, len(edges) - 1):
        # The value that is furthest past its threshold stands for the day.
        pairs = [(found.get((index, value), Decimal(0)), _threshold(rule, found, index, value)) for value in values]
        figure, threshold = max(pairs, key=lambda pair: (pair[0] > pair[1], pair[0]))
        has_history = not before or (first is not None and first < edges[index - MEDIAN_DAYS + 1])
        days.append(PreviewedDay(edges[index], edges[index + 1], figure, threshold, has_history and figure > threshold))
    return days


def _threshold(
    rule: Parameters,
    found: Sums,
    index: int,
    value: str | None,
) -> Decimal:
    if rule.kind != AlertKind.DAY_SPIKE:
        return rule.amount_usd or Decimal(0)
    return median_threshold(rule, [found.get((each, value), Decimal(0)) for each in range(index - MEDIAN_DAYS, index)])


def _period(grant: Grant, rule: Parameters, figures: Figures) -> list[PreviewedDay]:
    """Return the days of the current period so far, each with the spend since the period's start."""
    edges, amount = _days_of_period(figures), rule.amount_usd or Decimal(0)
    found = sums(figures.organization, edges, rule)
    values = sorted({value for _, value in found}, key=str) or [rule.tag_value]
    spent = dict.fromkeys(values, Decimal(0))
    days = []
    for index in range(len(edges) - 1):
        would_fire = False
        for value in values:
            before, after = spent[value], spent[value] + found.get((index, value), Decimal(0))
            would_fire |= any(before * 100 < amount * step <= after * 100 for step in STEPS)
            spent[value] = after
        days.append(PreviewedDay(edges[index], edges[index + 1], max(spent.values()), amount, would_fire))
    return days


def _unpriced(grant: Grant, rule: Parameters, figures: Figures) -> list[PreviewedDay]:
    """Return the days of the current period so far, each with the runs since its start that have no price by now."""
    edges, limit = _days_of_period(figures), Decimal(rule.number or 0)
    found = sums(figures.organization, edges, rule, "unpriced_run_count")
    runs, days = Decimal(0), []
    for index in range(len(edges) - 1):
        before, runs = runs, runs + found.get((index, None), Decimal(0))
        days.append(PreviewedDay(edges[index], edges[index + 1], runs, limit, before <= limit < runs))
    return days


def _days_of_period(figures: Figures) -> list[datetime]:
    edges = [figures.state.snapshot.period_start]
    while edges[-1] <= figures.now:
        edges.append(edges[-1] + timedelta(days=1))
    return edges


_DAYS: Final[Mapping[AlertKind, Callable[[Grant, Parameters, Figures], list[PreviewedDay]]]] = {
    AlertKind.DAY_SPEND: _of_days,
    AlertKind.DAY_SPIKE: _of_days,
    AlertKind.PERIOD_SPEND: _period,
    AlertKind.RUNS_OUT: days_left,
    AlertKind.STALE_FEED: ages_of_figures,
    AlertKind.UNPRICED_RUNS: _unpriced,
}
