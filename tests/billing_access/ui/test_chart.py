"""The bar chart: a round axis that the highest bar fits, and bars in proportion."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.reports.summary import Bucket, Group
from billing_access.billing.rollups import Sums
from billing_access.ui.chart import draw, scale

NOON = datetime(2026, 4, 1, tzinfo=UTC)


def buckets(*costs: str) -> list[Bucket]:
    days = [NOON + timedelta(days=number) for number in range(len(costs) + 1)]
    return [
        Bucket(start, end, False, [Group((), Sums(Decimal(cost), 1, 0, 0, 0, 0, 0))])
        for (start, end), cost in zip(pairwise(days), costs, strict=True)
    ]


@pytest.mark.parametrize(
    ("highest", "step", "top"),
    [("0", "1", "1"), ("0.0031", "0.001", "0.004"), ("1", "0.5", "1"), ("4", "1", "4"), ("4.01", "2", "6"),
     ("52.3", "20", "60"), ("8000", "2000", "8000"), ("99999999999", "50000000000", "100000000000")],
)  # fmt: skip
def test_the_axis_is_round_and_reaches_the_highest(highest: str, step: str, top: str) -> None:
    assert scale(Decimal(highest)) == (Decimal(step), Decimal(top))


@given(st.decimals(min_value="0.0000000001", max_value=10**20, places=10))
def test_at_most_four_steps_and_never_twice_too_high(highest: Decimal) -> None:
    step, top = scale(highest)
    assert highest <= top
    assert top - step < highest
    assert 1 <= top / step <= 4


def test_bars_are_in_proportion_and_the_least_can_be_seen() -> None:
    chart = draw(buckets("60", "15", "0.0001", "0"), NOON + timedelta(days=3))
    assert [bar.height for bar in chart.bars] == [Decimal(100), Decimal(25), Decimal("0.5"), Decimal(0)]
    assert [bar.y for bar in chart.bars] == [Decimal(0), Decimal(75), Decimal("99.5"), Decimal(100)]
    assert [bar.is_over for bar in chart.bars] == [True, True, True, False]
    assert (chart.ticks, chart.lines) == (["$60", "$40", "$20", "$0"], [0, Decimal("33.33"), Decimal("66.67"), 100])
    assert chart.dearest is chart.bars[0]
    assert chart.bars[0].last == NOON + timedelta(hours=23, minutes=59, seconds=59)


@pytest.mark.parametrize(
    ("cost", "ticks"),
    [("1200", ["$1,500", "$1,000", "$500", "$0"]), ("0.003", ["$0.003", "$0.002", "$0.001", "$0.000"])],
)
def test_ticks_have_the_decimals_of_their_step(cost: str, ticks: list[str]) -> None:
    assert draw(buckets(cost), NOON).ticks == ticks


@pytest.mark.parametrize("by_week", [False, True])
@pytest.mark.parametrize("number", [1, 2, 4, 5, 7, 14, 30, 31, 53, 54, 90, 92])
def test_labels_are_few_evenly_spaced_and_reach_the_last_bar(number: int, by_week: bool) -> None:
    bars = draw(buckets(*["1"] * number), NOON, by_week=by_week).bars
    labeled = [place for place, bar in enumerate(bars) if bar.is_labeled]
    gaps = {after - before for before, after in pairwise(labeled)}
    assert labeled[-1] == number - 1
    assert 1 <= len(labeled) <= 5
    assert len(gaps) <= 1
    assert all(labeled[0] < gap for gap in gaps)
    assert [bar.is_minor for bar in bars if bar.is_labeled] == [
        place % 2 == 1 for place in reversed(range(len(labeled)))
    ]
    # Two labels of a chart by week never name the same month.
    assert not by_week or all(gap >= 5 for gap in gaps)
