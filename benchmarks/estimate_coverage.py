"""How often the estimate's high total held on the sample data; docs/estimate.md shows the table that this prints.

    .venv/bin/python -m benchmarks.estimate_coverage

At the start of each session and of each UTC day of the sample data an estimate is made from the newest runs before it,
for a batch of the runs that follow. It held if those did not cost more than its high total.
"""

import csv
import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil
from pathlib import Path
from typing import Final

from billing_access.billing.reports.batch_bound import FEWEST_RUNS, STRETCHES, SampleSums, t_quantile, upper_bound

SAMPLE: Final = Path(__file__).parent.parent / "sample_data" / "claude_code_dev.csv.gz"
SAMPLE_RUNS: Final = 10_000
# How large a batch is, as a part of the sample.
PARTS: Final = (Fraction(1, 100), Fraction(1, 50), Fraction(1, 20), Fraction(1, 10), Fraction(1, 5), Fraction(1, 2))
Bound = Callable[[SampleSums, int], Decimal | None]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the sample data; the cost is in units of 10^-10 US dollars."""

    started_at: str
    run_id: str
    session: str
    cost: int


class History:
    """The runs in order of start, and their sums up to each of them."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self._costs = [0, *accumulate(run.cost for run in runs)]
        self._squares = [0, *accumulate(run.cost**2 for run in runs)]

    def starts(self, key: Callable[[Run], str]) -> list[int]:
        """Return the index of each run whose key differs from that of the run before."""
        return [n for n, (before, run) in enumerate(pairwise(self.runs), 1) if key(before) != key(run)]

    def total(self, first: int, end: int) -> Decimal:
        """Return what the runs from ``first`` up to and without ``end`` cost, in US dollars."""
        return Decimal(f"{self._costs[end] - self._costs[first]}E-10")

    def sample(self, end: int) -> SampleSums:
        """Return the sums of the newest SAMPLE_RUNS runs before ``end``."""
        first = max(0, end - SAMPLE_RUNS)
        size = end - first
        # Run i is in stretch i * STRETCHES // size, so stretch k begins at the first i with i * STRETCHES >= k * size.
        edges = [first - (-k * size // STRETCHES) for k in range(STRETCHES + 1)]
        squares = Decimal(f"{self._squares[end] - self._squares[first]}E-20")
        return SampleSums(
            size, self.total(first, end), squares, [(b - a, self.total(a, b)) for a, b in pairwise(edges)]
        )


def read_history() -> History:
    """Read the sample data."""
    with gzip.open(SAMPLE, "rt", encoding="utf-8", newline="") as file:
        return History(
            sorted(
                (
                    Run(row["started_at"], row["run_id"], row["org"], int(Decimal(row["total_cost_usd"]).scaleb(10)))
                    for row in csv.DictReader(file)
                ),
                key=lambda run: (run.started_at, run.run_id),
            )
        )


def textbook_bound(sample: SampleSums, runs: int) -> Decimal:
    """Return the bound for independent runs: mean * n + t * sqrt(v * n * (1 + n / m))."""
    mean = sample.total_usd / sample.size
    variance = (sample.squares - sample.size * mean**2) / (sample.size - 1)
    return mean * runs + t_quantile(sample.size - 1) * (variance * runs * (1 + Decimal(runs) / sample.size)).sqrt()


def covered(history: History, starts: Iterable[int], part: Fraction, bound: Bound) -> Iterator[bool]:
    """Yield for each start whether the bound held, unless the sample is too small or the batch ends after the data."""
    for start in starts:
        sample = history.sample(start)
        runs = ceil(sample.size * part)
        if sample.size >= FEWEST_RUNS and start + runs <= len(history.runs):
            high = bound(sample, runs)
            yield high is not None and high >= history.total(start, start + runs)


def table(history: History) -> str:
    """Return the table in Markdown: how many estimates there were, and in how many of them each bound held."""
    by_session, by_day = history.starts(lambda run: run.session), history.starts(lambda run: run.started_at[:10])
    lines = [
        "| batch | by session | textbook | by day | textbook |",
        "| --- | --- | --- | --- | --- |",
    ]
    for part in PARTS:
        cells = [
            _share(list(covered(history, starts, part, bound)))
            for starts in (by_session, by_day)
            for bound in (upper_bound, textbook_bound)
        ]
        lines.append(f"| {part} of the sample | {' | '.join(cells)} |")
    return "\n".join(lines)


def _share(held: list[bool]) -> str:
    return f"{100 * sum(held) / len(held):.0f} % of {len(held)}"


if __name__ == "__main__":
    print(table(read_history()))
