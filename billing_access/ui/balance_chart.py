"""Lays out the bar chart of a month's balance: one bar a day, up from zero or, if the balance was negative, down.

``billing_access/partials/balance_chart.html`` draws it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from billing_access.billing.reports.balance_history import BalanceHistory
from billing_access.ui.chart import BAR_WIDTH, GAP, bar_height, rounded, scale, tick

# Every seventh day is labeled, up to the last that has room to its right.
_LABEL_EVERY: Final = 7
_LAST_LABEL: Final = 22


@dataclass(frozen=True, slots=True)
class BalanceBar:
    """The bar of one day, in a drawing that is 100 high with 0 at the top; height 0 for a balance of zero.

    ``balance_usd`` is the one at the end of the day, None for a day that has not begun. ``is_labeled`` and ``is_minor``
    are as in ``chart.Bar``.
    """

    day: date
    balance_usd: Decimal | None
    x: int
    y: Decimal
    height: Decimal
    is_labeled: bool
    is_minor: bool


@dataclass(frozen=True, slots=True)
class BalanceChart:
    """The bars, oldest first, and the axis of US dollars: ``ticks`` from its top to its bottom, ``lines`` as heights.

    ``lowest`` and ``highest`` are the balances of the days that have begun.
    """

    bars: list[BalanceBar]
    ticks: list[str]
    lines: list[Decimal]
    width: int
    lowest: Decimal
    highest: Decimal


def draw_balance(days: Sequence[date], history: BalanceHistory, last: date) -> BalanceChart:
    """Lay out the balances at the end of these days, up to the day ``last``."""
    ends = [end if day <= last else None for day, end in zip(days, history.day_ends, strict=True)]
    known = [end for end in ends if end is not None]
    step, bottom, top = _axis(min(known), max(known))
    zero, number = rounded(100 * top / (top - bottom)), int((top - bottom) / step)
    bars = []
    for index, (day, end) in enumerate(zip(days, ends, strict=True)):
        height = bar_height(abs(end or Decimal(0)), top - bottom)
        is_labeled = day.day % _LABEL_EVERY == 1 and day.day <= _LAST_LABEL
        y = zero if end is None or end < 0 else zero - height
        x = index * BAR_WIDTH + GAP // 2
        bars.append(BalanceBar(day, end, x, y, height, is_labeled, day.day % (2 * _LABEL_EVERY) != 1))
    return BalanceChart(
        bars=bars,
        ticks=[tick(bottom + step * index, step) for index in range(number, -1, -1)],
        lines=[rounded(Decimal(100) * index / number) for index in range(number + 1)],
        width=len(days) * BAR_WIDTH,
        lowest=min(known),
        highest=max(known),
    )


def _axis(lowest: Decimal, highest: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Return the step of an axis from at most zero to at least zero, its bottom and its top: multiples of the step."""
    bottom, top = min(lowest, Decimal(0)), max(highest, Decimal(0))
    step, _ = scale(top - bottom)
    bottom, top = (
        step * (end / step).to_integral_value(way) for end, way in ((bottom, ROUND_FLOOR), (top, ROUND_CEILING))
    )
    return step, bottom, top if top > bottom else bottom + step
