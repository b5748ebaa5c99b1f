"""US dollars as exact decimals: how they are read and how they are written. No float, ever."""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final

# numeric(20,10): ten digits before the point, ten after it.
DECIMALS: Final = 10
LIMIT: Final = Decimal(10) ** 10
_QUANTUM: Final = Decimal(1).scaleb(-DECIMALS)
_CONTEXT: Final = Context(prec=60, rounding=ROUND_HALF_EVEN)
# ASCII digits only: Decimal() itself takes other scripts' digits, underscores, NaN and Infinity.
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\Z")
_PLAIN: Final = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,10})?\Z")
_LONGEST: Final = 80
# No product of a number of that length and a price is rounded here.
_EXACT: Final = Context(prec=200, Emin=-9999, Emax=9999)


class InvalidMoney(ValueError):
    """Not an amount of US dollars; the message says why and what is accepted."""


def format_usd(value: Decimal) -> str:
    """Return plain notation with two decimals at least and no trailing zeros beyond: ``12.30``, ``0.0042105``."""
    if not value:
        return "0.00"
    # str() takes a third of the time, but writes an exponent for the smallest.
    text = str(value)
    whole, _, decimals = (format(value, "f") if "E" in text else text).partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def exact_usd(text: str, *, allow_negative: bool = False) -> Decimal:
    """Read an amount without rounding; an exponent is accepted (``1e-05``).

    Raises InvalidMoney for anything else, for a negative amount unless allowed, and for 10,000,000,000 and more.
    """
    value = _number(text, allow_negative)
    if abs(value) >= LIMIT:
        raise InvalidMoney(f"{text.strip()} is too large; amounts are below {LIMIT}")
    return value or Decimal(0)


def is_plain_usd(text: str) -> bool:
    """Tell whether the text is ordinary: ``Decimal(text)`` is what ``exact_usd`` and ``round_usd`` make of it."""
    return _PLAIN.match(text) is not None


def price_units(text: str, unit_price_usd: Decimal) -> Decimal:
    """Return what so many units cost in US dollars, without rounding. Raises InvalidMoney as ``exact_usd`` does."""
    value = _EXACT.multiply(_number(text, allow_negative=False), unit_price_usd)
    if value >= LIMIT:
        raise InvalidMoney(f"{text.strip()} units are too many; amounts are below {LIMIT}")
    return value or Decimal(0)


def round_usd(value: Decimal) -> Decimal:
    """Return the amount with ten decimals, rounded half-even; unequal to ``value`` where that lost something.

    Raises InvalidMoney where rounding reaches 10,000,000,000.
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
        raise InvalidMoney(f"{text} is negative")
    return value
