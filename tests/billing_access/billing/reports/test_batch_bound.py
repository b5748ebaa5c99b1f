"""The bound of a batch, against plain Python with other means; t against tables and against its own distribution."""

from decimal import ROUND_CEILING, Context, Decimal
from fractions import Fraction
from math import atan, cos, pi, sin, sqrt
from statistics import NormalDist, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.reports import batch_bound
from billing_access.billing.reports.batch_bound import STRETCHES, T_OF_CUT, SampleSums, t_quantile, upper_bound
from tests.properties import tried_on

COSTS = st.decimals(min_value=0, max_value=10**9, places=10)
WIDE = Context(prec=300)


def sums(costs: list[Decimal]) -> SampleSums:
    """What the statement reads of a sample in order of start."""
    stretches = [[c for i, c in enumerate(costs) if i * STRETCHES // len(costs) == n] for n in range(STRETCHES)]
    exact = [Fraction(cost) for cost in costs]
    return SampleSums(
        len(costs),
        as_decimal(sum(exact)),
        as_decimal(sum(cost * cost for cost in exact)),
        [(len(each), as_decimal(sum(map(Fraction, each)))) for each in stretches],
    )


def as_decimal(value: Fraction | int) -> Decimal:
    """A sum as PostgreSQL returns it: exact, however many digits that takes."""
    return WIDE.divide(Decimal(Fraction(value).numerator), Decimal(Fraction(value).denominator))


def expected_bound(costs: list[Decimal], runs: int) -> Decimal:
    """The formula of docs/estimate.md, each cut made from the runs themselves."""
    exact = [Fraction(cost) for cost in costs]
    size, mean = len(exact), sum(exact) / len(exact)
    spreads = [(Fraction(t_quantile(size - 1)), variance(exact))]
    for cut, t in T_OF_CUT.items():
        parts = [[cost for i, cost in enumerate(exact) if i * cut // size == n] for n in range(cut)]
        squares = sum((sum(part) - len(part) * mean) ** 2 for part in parts)
        spreads.append((Fraction(t), squares / (cut - 1) / Fraction(size, cut)))
    radicands = [t**2 * v * runs * (1 + Fraction(runs, size)) for t, v in spreads]
    root = WIDE.sqrt(WIDE.divide(Decimal(max(radicands).numerator), Decimal(max(radicands).denominator)))
    total = mean * runs
    exact_bound = WIDE.add(WIDE.divide(Decimal(total.numerator), Decimal(total.denominator)), root)
    # Two divisions may have left a last digit: it is far below what is rounded up.
    return exact_bound.quantize(Decimal("1E-100"), context=WIDE).quantize(
        Decimal("1E-10"), rounding=ROUND_CEILING, context=WIDE
    )


@tried_on(100)
@given(costs=st.lists(COSTS, min_size=30, max_size=90), runs=st.integers(1, 1_000_000))
def test_it_is_the_formula_of_the_docs(costs: list[Decimal], runs: int) -> None:
    assert upper_bound(sums(costs), runs) == expected_bound(costs, runs)


@given(cost=COSTS, size=st.integers(30, 50), runs=st.integers(1, 1_000_000))
def test_runs_that_all_cost_the_same_are_bounded_by_exactly_that(cost: Decimal, size: int, runs: int) -> None:
    assert upper_bound(sums([cost] * size), runs) == as_decimal(Fraction(cost) * runs)


def test_fewer_than_thirty_runs_bound_nothing() -> None:
    assert upper_bound(sums([Decimal(n) for n in range(29)]), 1) is None
    assert upper_bound(sums([Decimal(n) for n in range(30)]), 1) is not None


def test_runs_that_cost_alike_one_after_the_other_have_a_higher_bound() -> None:
    mixed = [Decimal(n % 2) for n in range(400)]
    assert upper_bound(sums(sorted(mixed)), 40) > 2 * (upper_bound(sums(mixed), 40) or 0)


def test_the_root_is_rounded_up_and_exact_where_it_can_be() -> None:
    assert batch_bound._root(Fraction(9, 4)) == Fraction(3, 2)
    root = batch_bound._root(Fraction(2))
    assert root**2 > 2 > (root - Fraction(1, 10**40)) ** 2
    assert batch_bound._root(Fraction(0)) == 0


@pytest.mark.parametrize(("degrees", "t"), [
    (29, "1.699127"), (30, "1.697261"), (40, "1.683851"), (50, "1.675905"), (60, "1.670649"), (80, "1.664125"),
    (100, "1.660234"), (120, "1.657651"), (200, "1.652508"), (500, "1.647907"), (1000, "1.646379"),
    (10**9, "1.644854"),
])  # fmt: skip
def test_t_is_that_of_the_tables(degrees: int, t: str) -> None:
    assert t_quantile(degrees).quantize(Decimal("1E-6")) == Decimal(t)


def test_t_is_rounded_up_in_the_seventh_decimal() -> None:
    wrong = []
    for degrees in (4, 9, 19, *range(29, 300), 999, 1000, 4999, 9999):
        t = float(T_OF_CUT[degrees + 1] if degrees < 29 else t_quantile(degrees))
        if not probability_up_to(t - 1.1e-7, degrees) < 0.95 <= probability_up_to(t, degrees):
            wrong.append(degrees)
    assert wrong == []


def test_the_normal_percentile_is_pythons_own() -> None:
    assert float(batch_bound._Z) == pytest.approx(NormalDist().inv_cdf(0.95), abs=1e-14)


def probability_up_to(t: float, degrees: int) -> float:
    """Student's distribution as a finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4)."""
    angle = atan(t / sqrt(degrees))
    is_odd = degrees % 2
    term = cos(angle) if is_odd else 1.0
    total = 0.0
    for n in range(3 if is_odd else 2, degrees + 1, 2):
        total += term
        term *= cos(angle) ** 2 * (n - 1) / n
    central = 2 / pi * (angle + sin(angle) * total) if is_odd else sin(angle) * total
    return (1 + central) / 2
