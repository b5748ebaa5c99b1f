"""Amounts: read exactly, rounded once, written plainly."""

from decimal import Decimal, getcontext, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.money import InvalidMoney, exact_usd, format_usd, price_units, round_usd


def rounded(text):
    """Parse an amount like the code that stores it: exactly, then rounded once."""
    return round_usd(exact_usd(text))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0.00"),
        ("-0.0", "0.00"),
        ("0E-10", "0.00"),
        ("12.3", "12.30"),
        ("12.3000000000", "12.30"),
        ("0.0042105000", "0.0042105"),
        ("1E+3", "1000.00"),
        ("1E-10", "0.0000000001"),
        ("-4.5", "-4.50"),
        ("12345678901234567890.0000000001", "12345678901234567890.0000000001"),
    ],
)
def test_written_plainly(value, text):
    assert format_usd(Decimal(value)) == text


def test_written_exactly_whatever_the_context():
    with localcontext() as context:
        context.prec = 3
        assert format_usd(Decimal("12345.6789")) == "12345.6789"
        assert rounded("12345.6789") == Decimal("12345.6789")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.22249000000000002", "0.2224900000"),
        ("1e-05", "0.00001"),
        ("1E+2", "100"),
        (" 3.50 ", "3.50"),
        (".5", "0.5"),
        ("0.00000000005", "0"),
        ("0.00000000015", "0.0000000002"),
        ("0.00000000025", "0.0000000002"),
        ("0.000000000250000001", "0.0000000003"),
        ("0." + "1" * 60, "0.1111111111"),
        ("1e-999", "0"),
        ("9999999999.9999999999", "9999999999.9999999999"),
    ],
)
def test_read_and_rounded_half_even_once(text, value):
    assert rounded(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "", "NaN", "nan", "inf", "-Infinity", "1,5", "$1", "1_000", "٣", "0x10", "1e5e5", "--1", "-1", "1 2", "1e9999",
        "10000000000", "9999999999.99999999999", "1e10", "0." + "1" * 200, "1\n2", "1\x00",
    ],
)  # fmt: skip
def test_refused(text):
    with pytest.raises(InvalidMoney):
        rounded(text)


def test_negative_only_where_asked():
    assert exact_usd("-1.5", allow_negative=True) == Decimal("-1.5")
    assert not rounded("-0").is_signed()


@pytest.mark.parametrize(
    ("units", "price", "exact"),
    [
        ("3", "0.05", "0.15"),
        ("0.1", "0.1", "0.01"),
        ("1e-18", "0.0000000001", "1e-28"),
        ("123456789012345678", "0.0000000001", "12345678.9012345678"),
        ("0." + "3" * 70, "0.3333333333", "0." + str(int("3" * 70) * 3333333333).rjust(80, "0")),
        ("0", "7", "0"),
        ("99999999999999999999.9", "0.0000000001", "9999999999.99999999999"),
    ],
)
def test_units_cost_what_they_come_to_exactly(units, price, exact):
    assert price_units(units, Decimal(price)) == Decimal(exact)


@pytest.mark.parametrize("units", ["-1", "NaN", "", "1e11", "1e999"])
def test_units_refused(units):
    with pytest.raises(InvalidMoney):
        price_units(units, Decimal("0.1"))


def test_units_are_not_rounded_before_they_are_priced():
    assert round_usd(price_units("0.00000000014", Decimal(10))) == Decimal("0.0000000014")


@given(st.decimals(min_value=0, max_value=Decimal("9999999999"), places=10))
def test_what_is_written_reads_back(value):
    assert rounded(format_usd(value)) == value
    assert getcontext().prec == 28
