"""The chart of a balance: bars from zero, up or down, on an axis that holds them all."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.reports.account_snapshot import AccountSnapshot
from billing_access.billing.reports.balance_history import BalanceHistory
from billing_access.billing.reports.entries import Totals
from billing_access.ui.balance_chart import BalanceChart, draw_balance

FIRST = date(2026, 3, 1)
NOW = datetime(2026, 4, 1, tzinfo=UTC)
SNAPSHOT = AccountSnapshot(NOW, 1, None, NOW, None, None, None, None, None, None, None, NOW, NOW)


def drawn(*ends: Any, last: int = 31) -> BalanceChart:
    days = [FIRST + timedelta(days=number) for number in range(len(ends))]
    history = BalanceHistory(SNAPSHOT, Totals(None, None, None), [], 0, [Decimal(end) for end in ends], None)
    return draw_balance(days, history, FIRST + timedelta(days=last - 1))


def test_bars_stand_on_zero_and_hang_below_it() -> None:
    chart = drawn("60", "0", "-15", "0.0001", "45")
    assert (chart.ticks, chart.lines) == (
        ["$60", "$40", "$20", "$0", "−$20"], [0, 25, 50, 75, 100],
    )  # fmt: skip
    assert [(bar.y, bar.height) for bar in chart.bars] == [
        (0, 75), (75, 0), (75, Decimal("18.75")), (Decimal("74.5"), Decimal("0.5")),
        (Decimal("18.75"), Decimal("56.25")),
    ]  # fmt: skip
    assert (chart.lowest, chart.highest, chart.width) == (-15, 60, 50)


def test_a_day_that_has_not_begun_has_no_bar() -> None:
    chart = drawn("1", "2", "2", "2", last=2)
    assert [bar.balance_usd for bar in chart.bars] == [1, 2, None, None]
    assert [bar.height for bar in chart.bars] == [50, 100, 0, 0]
    assert (chart.lowest, chart.highest) == (1, 2)


@pytest.mark.parametrize(
    ("end", "ticks"),
    [("0", ["$1", "$0"]), ("-0.003", ["$0.000", "−$0.001", "−$0.002", "−$0.003"]),
     ("1200", ["$1,500", "$1,000", "$500", "$0"])],
)  # fmt: skip
def test_ticks(end: str, ticks: list[str]) -> None:
    assert drawn(end).ticks == ticks


@given(st.lists(st.decimals(min_value=-(10**12), max_value=10**12, places=10), min_size=1, max_size=31))
def test_every_bar_is_within_the_drawing(ends: list[Decimal]) -> None:
    chart = drawn(*ends)
    assert 2 <= len(chart.ticks) <= 7
    for bar in chart.bars:
        assert Decimal("-0.5") <= bar.y
        assert bar.y + bar.height <= Decimal("100.5")


@pytest.mark.parametrize("number", [28, 29, 30, 31])
def test_labels_are_weekly_and_half_of_them_are_left_out_on_phones(number: int) -> None:
    labeled = [bar for bar in drawn(*["1"] * number).bars if bar.is_labeled]
    assert [(bar.day.day, bar.is_minor) for bar in labeled] == [(1, False), (8, True), (15, False), (22, True)]
