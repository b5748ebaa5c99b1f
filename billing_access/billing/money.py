"""Reads and writes US dollars as exact decimals. Floats are never used."""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final

# numeric(20,10): ten digits before the point, ten after it.
DECIMALS: Final = 10
LIMIT: Final = Decimal(10) ** 10
_QUANTUM: Final = Decimal(1).scaleb(-DECIMALS)
_CONTEXT: Final = Context(prec=60, rounding=ROUND_HALF_EVEN)
# ASCII digits only: Decimal() itself also accepts other scripts' digits, underscores, NaN and Infinity.
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\Z")
_PLAIN: Final = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,10})?\Z")
_LONGEST: Final = 80
# Wide enough for the product of any accepted number and a unit price to be exact.
_EXACT: Final = Context(prec=200, Emin=-9999, Emax=9999)


class InvalidMoney(ValueError):
    """Not an amount of US dollars; the message says why and what is accepted."""


class NegativeAmount(InvalidMoney):
    """An amount that may not be negative is."""


def format_usd(value: Decimal) -> str:
    """Return plain notation with at least two decimals and no further trailing zeros: ``12.30``, ``0.0042105``."""
    if not value:
        return "0.00"
    # str() is three times as fast as format(), but writes very small amounts with an exponent.
    text = str(value)
    whole, _, decimals = (format(value, "f") if "E" in text else text).partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def usd_text(value: Decimal) -> str:
    """Format US dollars for people, with every decimal: ``$3,742.6915``, ``−$12.00``."""
    whole, _, decimals = format_usd(abs(value)).partition(".")
    return f"{'−' if value < 0 else ''}${int(whole):,}.{decimals}"


def format_units(value: Decimal) -> str:
    """Return plain notation without trailing zeros: ``7``, ``0.25``."""
    whole, _, decimals = format(value, "f").partition(".")
    return f"{whole}.{trimmed}" if (trimmed := decimals.rstrip("0")) else whole


def exact_usd(text: str, *, allow_negative: bool = False) -> Decimal:
    """Parse an amount without rounding; an exponent is accepted (``1e-05``).

    Raises InvalidMoney for text that is not an amount, for a negative one unless allowed, and from 10,000,000,000 on.
    """
    value = _number(text, allow_negative)
    if abs(value) >= LIMIT:
        raise InvalidMoney(f"{text.strip()} is too large; amounts are below {LIMIT}")
    return value or Decimal(0)


def is_plain_usd(text: str) -> bool:
    """Return whether ``Decimal(text)`` is enough: ``exact_usd`` and ``round_usd`` would return the same."""
    return _PLAIN.match(text) is not None


def price_units(text: str, unit_price_usd: Decimal) -> Decimal:
    """Return the cost of this many units in US dollars, without rounding. Raises InvalidMoney like ``exact_usd``."""
    value = _EXACT.multiply(_number(text, allow_negative=False), unit_price_usd)
    if value >= LIMIT:
        raise InvalidMoney(f"{text.strip()} units are too many; amounts are below {LIMIT}")
    return value or Decimal(0)


def round_usd(value: Decimal) -> Decimal:
    """Return the amount rounded to ten decimals, half to even; it differs from ``value`` if digits were lost.

    Raises InvalidMoney if the result is 10,000,000,000 or more.
    """
    rounded = value.quantize(_QUANTUM, context=_CONTEXT)
    if abs(rounded) >= LIMIT:
        raise InvalidMoney(f"{value} is too large; amounts are below {LIMIT}")
    return rounded


def _number(text: str, allow_negative: bool) -> Decimal:
    text = text.strip()
    if len(text) > _LONGEST or not _NUMBER.match(text):
        raise InvalidMoney(f"{text[:_LONGEST]!r} is not an amount; write it like 12.30")
    value = Decimal(text)
    if value < 0 and not allow_negative:
        raise NegativeAmount(f"{text} is negative")
    return value
