"""An upper bound of what a batch of runs will cost, from a sample of past runs. Exact fractions, rounded up at the end.

Runs that start one after the other cost alike (those of one session, for example), so the spread of single runs says
too little about the sum of many. The bound is the highest of four, one from the spread of single runs and three from
the spread of sums over stretches of the sample. docs/estimate.md has the formula and how often it held.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil, isqrt
from typing import Final

FEWEST_RUNS: Final = 30
# The sample is cut into this many stretches. Two or four neighbors together are the stretches of the coarser cuts.
STRETCHES: Final = 20
# t(0.95, k - 1) for a cut into k stretches, rounded up; with so few degrees Fisher's expansion is not exact enough.
T_OF_CUT: Final = {5: Decimal("2.1318468"), 10: Decimal("1.8331130"), 20: Decimal("1.7291329")}
# The 95th percentile of the normal distribution, rounded up.
_Z: Final = Fraction("1.644853626951473")
_USD_DECIMALS: Final = 10
# Far more than a bound has, so that rounding the root up moves no digit of the bound.
_ROOT_DECIMALS: Final = 40


@dataclass(frozen=True, slots=True)
class SampleSums:
    """Exact sums over a sample, in US dollars.

    ``squares`` is the sum of the squared costs. ``stretches`` are the runs and the total of each stretch, in order of
    start: with ``size`` runs, run i (from 0) is in stretch ``i * STRETCHES // size``.
    """

    size: int
    total_usd: Decimal
    squares: Decimal
    stretches: Sequence[tuple[int, Decimal]]


def upper_bound(sample: SampleSums, runs: int) -> Decimal | None:
    """Return the bound of the total of so many runs, rounded up to ten decimals; None if the sample is too small."""
    if sample.size < FEWEST_RUNS:
        return None
    mean = Fraction(sample.total_usd) / sample.size
    growth = runs * (1 + Fraction(runs, sample.size))
    widest = max(t * t * spread * growth for t, spread in _spreads(sample, mean))
    return _scaled(ceil((mean * runs + _root(widest)) * 10**_USD_DECIMALS), _USD_DECIMALS)


@cache
def t_quantile(degrees: int) -> Decimal:
    """Return the 95th percentile of Student's t distribution by Fisher's expansion, rounded up to seven decimals.

    Source: Abramowitz and Stegun, 26.7.5. For 29 degrees of freedom or more it is exact to the seventh decimal.
    """
    z = _Z
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    value = sum(term / degrees**power for power, term in enumerate(terms))
    return _scaled(ceil(value * 10**7), 7)


def _spreads(sample: SampleSums, mean: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield t and the variance of one run for each of the four spreads."""
    squares = Fraction(sample.squares) - sample.size * mean**2
    yield Fraction(t_quantile(sample.size - 1)), squares / (sample.size - 1)
    for cut, t in T_OF_CUT.items():
        squares = sum(((total - length * mean) ** 2 for length, total in _joined(sample.stretches, cut)), Fraction())
        yield Fraction(t), squares / (cut - 1) / Fraction(sample.size, cut)


def _joined(stretches: Sequence[tuple[int, Decimal]], cut: int) -> Iterator[tuple[int, Fraction]]:
    """Yield the length and the total of each stretch of a coarser cut."""
    step = STRETCHES // cut
    for first in range(0, STRETCHES, step):
        neighbors = stretches[first : first + step]
        yield sum(length for length, _ in neighbors), sum((Fraction(total) for _, total in neighbors), Fraction())


def _root(value: Fraction) -> Fraction:
    """Return the square root, rounded up to so many decimals that it is exact where it has an exact value."""
    square = ceil(value * 100**_ROOT_DECIMALS)
    return Fraction(isqrt(square - 1) + 1 if square else 0, 10**_ROOT_DECIMALS)


def _scaled(units: int, decimals: int) -> Decimal:
    """Return ``units / 10**decimals`` as a Decimal, whatever the precision of the current context."""
    return Decimal(f"{units}E-{decimals}")
