"""A bar chart of a summary: where each bar stands and what the axes say.

``billing_access/partials/spend_chart.html`` draws it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Final

from billing_access.billing.reports.summary import Bucket
from billing_access.billing.rollups import Sums

BAR_WIDTH: Final = 10
GAP: Final = 2
_INTERVALS: Final = 4
_LABELS: Final = 5
# Smaller ones could not be seen.
_LEAST_HEIGHT: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bucket: its place and height in a drawing that is 100 high, 0 at the top. Without a cost it has no height.

    ``is_over``: its time has passed. ``is_labeled``: the axis below names its start; ``is_minor``: where it has room.
    """

    bucket: Bucket
    is_over: bool
    x: int
    y: Decimal
    height: Decimal
    is_labeled: bool
    is_minor: bool

    @property
    def sums(self) -> Sums:
        """What its runs come to."""
        return self.bucket.groups[0].sums

    @property
    def last(self) -> datetime:
        """An instant of its last day."""
        return self.bucket.end - timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in the order of time, and the axis of US dollars from its top to zero."""

    bars: list[Bar]
    ticks: list[str]
    lines: list[Decimal]
    width: int

    @property
    def dearest(self) -> Bar:
        """The highest bar, the first of several."""
        return max(self.bars, key=lambda bar: bar.sums.total_cost_usd)


def draw(buckets: Sequence[Bucket], now: datetime) -> Chart:
    """Lay out the buckets of a summary without a grouping."""
    costs = [bucket.groups[0].sums.total_cost_usd for bucket in buckets]
    step, top = scale(max(costs))
    every = -(-len(buckets) // _LABELS)
    bars = []
    for place, (bucket, cost) in enumerate(zip(buckets, costs, strict=True)):
        height = _height(cost, top)
        is_labeled = place % every == 0 and place + every <= len(buckets)
        is_minor = place // every % 2 == 1
        x = place * BAR_WIDTH + GAP // 2
        bars.append(Bar(bucket, bucket.end <= now, x, 100 - height, height, is_labeled, is_minor))
    number = int(top / step)
    ticks = [_tick(step * place, step) for place in range(number, -1, -1)]
    lines = [_rounded(Decimal(100) * place / number) for place in range(number + 1)]
    return Chart(bars, ticks, lines, len(buckets) * BAR_WIDTH)


def scale(highest: Decimal) -> tuple[Decimal, Decimal]:
    """Return a round step (1, 2 or 5 times a power of ten) and the multiple of it that is at or above the highest.

    At most four steps reach the top.
    """
    if highest <= 0:
        return Decimal(1), Decimal(1)
    power = Decimal(1).scaleb((highest / _INTERVALS).adjusted())
    step = next(power * times for times in (1, 2, 5, 10) if power * times * _INTERVALS >= highest)
    return step, step * (highest / step).to_integral_value(ROUND_CEILING)


def _height(cost: Decimal, top: Decimal) -> Decimal:
    return max(_LEAST_HEIGHT, _rounded(100 * cost / top)) if cost else Decimal(0)


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"))


def _tick(amount: Decimal, step: Decimal) -> str:
    return f"${amount:,.{max(0, -step.adjusted())}f}"
