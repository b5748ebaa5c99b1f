"""Figures as the pages write them."""

from decimal import Decimal

import pytest

from billing_access.templatetags.figures import count, exact, usd


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "$0.00"), ("0E-10", "$0.00"), ("3742.6915", "$3,742.69"), ("-12", "−$12.00"), ("0.01", "$0.01"),
     ("0.0031415", "$0.0031"), ("0.0000000042", "$0.0000000042"), ("-0.0042", "−$0.0042"),
     ("12345678901234567890.125", "$12,345,678,901,234,567,890.12")],
)  # fmt: skip
def test_dollars(amount: str, text: str) -> None:
    assert usd(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "$0.00"), ("0E-10", "$0.00"), ("-0", "$0.00"), ("3742.6915", "$3,742.6915"), ("-12", "−$12.00"),
     ("-0.0000000001", "−$0.0000000001"), ("12345678901234567890.125", "$12,345,678,901,234,567,890.125")],
)  # fmt: skip
def test_dollars_with_every_decimal(amount: str, text: str) -> None:
    assert exact(Decimal(amount)) == text


def test_counts() -> None:
    assert (count(0), count(9634), count(2**64)) == ("0", "9,634", "18,446,744,073,709,551,616")
