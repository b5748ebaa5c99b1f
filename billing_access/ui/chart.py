"""Lays out the bar chart of a usage summary: the position of each bar and the labels of the axes.

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
# In weeks, so that no two labels name the same month.
_WEEKS_BETWEEN_LABELS: Final = 5
# A lower bar could not be seen.
_MIN_HEIGHT: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of one bucket, in a drawing that is 100 high with 0 at the top. A bucket without a cost has height 0.

    ``is_over``: the bucket's time has passed. ``is_labeled``: the axis below shows its day or, for a week, its month;
    ``is_minor``: only if the page is wide enough.
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
        """The sums over the bucket's runs."""
        return self.bucket.groups[0].sums

    @property
    def last(self) -> datetime:
        """A time on the bucket's last day."""
        return self.bucket.end - timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars, oldest first, and the axis: ``ticks`` from its top to zero, ``lines`` as heights.

    ``threshold`` is the path of a line over the bars; empty without one.
    """

    bars: list[Bar]
    ticks: list[str]
    lines: list[Decimal]
    width: int
    threshold: str = ""

    @property
    def dearest(self) -> Bar:
        """The highest bar; the first if several are equally high."""
        return max(self.bars, key=lambda bar: bar.sums.total_cost_usd)


def draw(
    buckets: Sequence[Bucket],
    now: datetime,
    *,
    by_week: bool = False,
    thresholds: Sequence[Decimal] = (),
    currency: str = "$",
) -> Chart:
    """Lay out the days or weeks of a summary without a grouping, with evenly spaced labels up to the last bar.

    ``thresholds`` has an amount for each bucket, or none: a line is drawn through them. ``currency`` stands before the
    labels of the axis; empty for what is no money.
    """
    costs = [bucket.groups[0].sums.total_cost_usd for bucket in buckets]
    step, top = scale(max(*costs, *thresholds, Decimal(0)))
    last = len(buckets) - 1
    every = max(-(-last // (_LABELS - 1)), _WEEKS_BETWEEN_LABELS if by_week else 1)
    bars = []
    for index, (bucket, cost) in enumerate(zip(buckets, costs, strict=True)):
        height = bar_height(cost, top)
        is_labeled = (last - index) % every == 0
        is_minor = (last - index) // every % 2 == 1
        x = index * BAR_WIDTH + GAP // 2
        bars.append(Bar(bucket, bucket.end <= now, x, 100 - height, height, is_labeled, is_minor))
    number = int(top / step)
    ticks = [tick(step * index, step, currency) for index in range(number, -1, -1)]
    lines = [rounded(Decimal(100) * index / number) for index in range(number + 1)]
    return Chart(bars, ticks, lines, len(buckets) * BAR_WIDTH, _path(thresholds, top))


def _path(thresholds: Sequence[Decimal], top: Decimal) -> str:
    """Return the path of a line that has each threshold's height over its bar."""
    steps = [
        f"{'L' if index else 'M'}{index * BAR_WIDTH} {100 - rounded(100 * amount / top)}H{(index + 1) * BAR_WIDTH}"
        for index, amount in enumerate(thresholds)
    ]
    return "".join(steps)


def scale(highest: Decimal) -> tuple[Decimal, Decimal]:
    """Return the axis' step (1, 2 or 5 times a power of ten) and its top: the first multiple of it not below highest.

    The axis has at most four steps.
    """
    if highest <= 0:
        return Decimal(1), Decimal(1)
    power = Decimal(1).scaleb((highest / _INTERVALS).adjusted())
    step = next(power * times for times in (1, 2, 5, 10) if power * times * _INTERVALS >= highest)
    return step, step * (highest / step).to_integral_value(ROUND_CEILING)


def bar_height(amount: Decimal, top: Decimal) -> Decimal:
    """Return the height of a bar in a drawing that is 100 high for ``top``: never so low that it cannot be seen."""
    return max(_MIN_HEIGHT, rounded(100 * amount / top)) if amount else Decimal(0)


def rounded(number: Decimal) -> Decimal:
    """Return a coordinate to two decimals."""
    return number.quantize(Decimal("0.01"))


def tick(amount: Decimal, step: Decimal, currency: str = "$") -> str:
    """Return a label of the axis, with the decimals of its step."""
    return f"{'−' if amount < 0 else ''}{currency}{abs(amount):,.{max(0, -step.adjusted())}f}"
