"""What two rules would have found on the last days: how long the balance would last, and how old the figures were.

The balance of each day's end is counted backwards from that of now. How far the figures were complete stands in the
audit log, which has each mark and the time when it was set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from billing_access.access.decision import Grant
from billing_access.billing.alerts.figures import Figures, complete_until, sums
from billing_access.billing.alerts.measures import days_until
from billing_access.billing.alerts.parameters import Parameters
from billing_access.billing.models import BillingMode
from billing_access.billing.reports.balance_history import read_balance_history
from billing_access.billing.reports.buckets import DAY
from billing_access.billing.reports.state import PROJECTION_DAYS, project_depletion
from billing_audit.reading.setting_history import read_history

PREVIEWED_DAYS: Final = 30
# More marks than a feed sets in 30 days that marks each quarter of an hour.
_MARKS: Final = 3000
_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class PreviewedDay:
    """One day with its figure and the threshold of then, in the unit of the rule's kind.

    The figure is the day's spend (of a tag's values the highest), or what had come together since the period began. Of
    a balance it is for how many days it would have lasted at the day's end, None if nothing was spent or known; of a
    feed, the greatest age of the figures on that day.
    """

    start: datetime
    end: datetime
    figure: Decimal | None
    threshold: Decimal
    would_fire: bool


def days_left(grant: Grant, rule: Parameters, figures: Figures) -> list[PreviewedDay]:
    """Return the last days, each with the days for which the balance at its end would have lasted. Two SELECTs.

    It would have fired where the balance first lasted no longer than the rule's days, and again only after it had
    lasted more than a day longer. Empty for a postpaid account.
    """
    if figures.state.snapshot.billing_mode == BillingMode.POSTPAID:
        return []
    edges, limit = figures.days(PREVIEWED_DAYS - 1), Decimal(rule.number or 0)
    history = read_balance_history(grant, edges)
    # The projection is made from the seven UTC days before.
    first = _utc_day(edges[1]) - PROJECTION_DAYS * DAY
    utc_days = [first + each * DAY for each in range(len(edges) + PROJECTION_DAYS)]
    spent = sums(figures.organization, utc_days, Parameters(rule.kind))
    days, is_firing = [], False
    for index, (end, balance) in enumerate(zip(edges[1:], history.day_ends, strict=True)):
        at = min(end, figures.now)
        last = (_utc_day(at) - first) // DAY
        week = sum((spent.get((each, None), Decimal(0)) for each in range(last - PROJECTION_DAYS, last)), Decimal(0))
        figure = None
        if history.first_at is not None and history.first_at < end:
            figure = Decimal(0) if balance <= 0 else days_until(project_depletion(balance, week, at), at)
        is_over = figure is not None and figure <= limit
        days.append(PreviewedDay(edges[index], end, figure, limit, is_over and not is_firing))
        is_firing = is_over or (is_firing and figure is not None and figure <= limit + 1)
    return days


def _utc_day(time: datetime) -> datetime:
    return time.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def ages_of_figures(grant: Grant, rule: Parameters, figures: Figures) -> list[PreviewedDay]:
    """Return the last days, each with the greatest age of the figures in whole hours. One SELECT."""
    edges, limit = figures.days(PREVIEWED_DAYS - 1), timedelta(hours=rule.number or 0)
    spans = list(_spans(figures, edges[0]))
    fired = _fired(spans, limit)
    days = []
    for start, end in pairwise(edges):
        ages = [min(until, end) - through for since, until, through in spans if since < end and until > start]
        figure = Decimal(max(ages, default=timedelta()) // _HOUR)
        would_fire = any(start <= each < end for each in fired)
        days.append(PreviewedDay(start, end, figure, Decimal(rule.number or 0), would_fire))
    return days


def _spans(figures: Figures, first: datetime) -> Iterator[tuple[datetime, datetime, datetime]]:
    """Yield spans of time up to now: from when to when, and until when the figures were complete in it."""
    events = read_history(figures.organization.public_id, ["usage.marked_complete"], _MARKS)
    marks = [(each.recorded_at, _times(each.content)) for each in reversed(events)]
    fed_at = figures.state.snapshot.fed_at or figures.now
    since, through = fed_at, complete_until(figures) if not marks else marks[0][1][0] or fed_at
    for at, (_, after) in marks:
        if at > first and at > since:
            yield max(since, first), at, through
        since, through = max(since, at), after or fed_at
    if since < figures.now:
        yield max(since, first), figures.now, through


def _times(content: dict[str, Any]) -> Sequence[datetime | None]:
    """Return until when the figures were complete before and after a mark, as its event says it."""
    pair = content.get("changes", {}).get("usage_through", [None, None])
    return [None if each is None else datetime.fromisoformat(each) for each in pair]


def _fired(spans: Sequence[tuple[datetime, datetime, datetime]], limit: timedelta) -> list[datetime]:
    """Return when the age of the figures came to be more than the limit."""
    fired, is_firing = [], False
    for since, until, through in spans:
        over_at = max(since, through + limit)
        is_over = over_at < until
        # What was over before this span began, and still is, fired once.
        if is_over and not (is_firing and over_at == since):
            fired.append(over_at)
        is_firing = is_over
    return fired
