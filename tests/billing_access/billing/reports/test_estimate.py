"""The whole estimate against plain Python: which runs are the sample, what they tell, and what is in flight."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.models import Run, UsageDay, UsageQuarterHour
from billing_access.billing.reports import batch_bound, estimate_sql
from billing_access.billing.reports.batch_bound import STRETCHES, SampleSums, upper_bound
from billing_access.billing.reports.estimate import Estimate, EstimateQuery, read_estimate
from billing_access.routes import BILLING_ESTIMATE
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
Read = Callable[..., Estimate]


@pytest.fixture
def read(acme: Any, grant_for: Any) -> Read:
    """Read an estimate of Acme."""
    grant = grant_for(acme, BILLING_ESTIMATE)
    return lambda runs=1, *tags, **more: read_estimate(grant, EstimateQuery(runs, tags, **more))


@dataclass(frozen=True)
class Fed:
    """A run as it is fed: when it started, what it cost or accrued (None: unpriced), and its tag."""

    minutes_ago: int
    number: int
    cost: Decimal | None
    is_final: bool
    tag: str

    def row(self, now: datetime) -> dict[str, Any]:
        status = "unpriced" if self.cost is None else "final" if self.is_final else "accruing"
        return {
            "run_id": f"r{self.number:03}",
            "started_at": (now - timedelta(minutes=self.minutes_ago)).isoformat(),
            "total_cost_usd": "" if self.cost is None else str(self.cost),
            "tags": f"kind={self.tag}",
            **({} if status == "unpriced" else {"cost_status": status}),
            "status": "running" if status == "accruing" else "completed",
        }


RUNS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.none() | st.decimals(min_value=0, max_value=100, places=10),
        st.sampled_from([True, True, True, False]),
        st.sampled_from("ab"),
    ),
    max_size=70,
).map(lambda rows: [Fed(ago, n, cost, is_final, tag) for n, (ago, cost, is_final, tag) in enumerate(rows)])


def newest_final(runs: list[Fed], most_read: int, most: int, tag: str | None = None) -> list[Fed]:
    """The sample in order of start, found by sorting everything."""
    newest = sorted(runs, key=lambda run: (-run.minutes_ago, run.number))[-most_read:]
    return [run for run in newest if run.cost is not None and run.is_final and tag in {None, run.tag}][-most:]


def mean_of(runs: list[Fed]) -> Decimal | None:
    """The mean, rounded half to even in whole numbers."""
    if not runs:
        return None
    return Decimal(round(sum(Fraction(run.cost or 0) for run in runs) / len(runs) * 10**10)).scaleb(-10)


def bound_of(costs: list[Decimal], runs: int) -> Decimal | None:
    """The bound from sums that Python makes."""
    stretches: list[list[Decimal]] = [[] for _ in range(STRETCHES)]
    for i, cost in enumerate(costs):
        stretches[i * STRETCHES // len(costs)].append(cost)
    squares = Decimal(f"{sum(int(cost.scaleb(10)) ** 2 for cost in costs)}E-20")
    parts = [(len(each), sum(each, Decimal())) for each in stretches]
    return upper_bound(SampleSums(len(costs), sum(costs, Decimal()), squares, parts), runs)


@tried_on(60)
@given(fed=RUNS, tag=st.sampled_from([None, "a"]), batch=st.integers(1, 1000), most_read=st.sampled_from([40, 60, 99]))
def test_every_figure_is_that_of_plain_python(acme, feed, read, fed, tag, batch, most_read):  # type: ignore[no-untyped-def]
    for model in (Run, UsageDay, UsageQuarterHour):
        model.objects.all().delete()
    now = timezone.now().replace(second=0, microsecond=0)
    feed(acme, *(each.row(now) for each in fed))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(estimate_sql, "READ_RUNS", most_read)
        patch.setattr(estimate_sql, "SAMPLE_RUNS", 35)
        found = read(batch, *([] if tag is None else [("kind", tag)]))
    sample, any_tag = newest_final(fed, most_read, 35, tag), newest_final(fed, most_read, 35)
    costs, mean = [run.cost or Decimal() for run in sample], mean_of(any_tag)
    assert (found.sample_size, found.mean_cost_usd) == (len(sample), mean_of(sample))
    assert found.sample_from == (now - timedelta(minutes=sample[0].minutes_ago) if sample else None)
    ranked = sorted(costs)
    for percent, value in ((50, found.p50_cost_usd), (95, found.p95_cost_usd)):
        assert value == (ranked[-(-len(ranked) * percent // 100) - 1] if ranked else None)
    if len(sample) < batch_bound.FEWEST_RUNS:
        assert found.high_total_usd is found.covers_high is None
    else:
        assert found.high_total_usd == max(bound_of(costs, batch), found.expected_total_usd)
    in_flight = [run for run in fed if run.cost is None or not run.is_final]
    assert found.running_run_count == len(in_flight)
    assert found.unpriced_run_count == sum(run.cost is None for run in fed)
    if found.snapshot.fed_at is None or (in_flight and mean is None):
        assert found.expected_in_flight_usd is None
    else:
        rest = sum(max((mean or Decimal()) - (run.cost or 0), Decimal()) for run in in_flight)
        assert found.expected_in_flight_usd == rest


def test_accruing_runs_beyond_those_that_are_read_count_with_the_whole_mean(acme, feed, run, read, monkeypatch):  # type: ignore[no-untyped-def]
    now = timezone.now()
    starts = [(now - timedelta(hours=hours)).isoformat() for hours in (1, 2, 3, 4)]
    accruing = {"cost_status": "accruing", "status": "running", "total_cost_usd": "1"}
    feed(acme, run("final", started_at=starts[0], total_cost_usd="10"),
         *(run(f"r{n}", started_at=start, **accruing) for n, start in enumerate(starts[1:])))  # fmt: skip
    assert read().expected_in_flight_usd == 3 * 9
    monkeypatch.setattr(estimate_sql, "READ_RUNS", 2)
    assert (read().running_run_count, read().expected_in_flight_usd) == (3, 2 * 9 + 10)


def test_what_has_accrued_more_than_the_mean_adds_nothing(acme, feed, run, read):  # type: ignore[no-untyped-def]
    now = timezone.now().isoformat()
    accruing = {"cost_status": "accruing", "status": "running", "started_at": now}
    feed(acme, run("final", started_at=now, total_cost_usd="10"), run("little", total_cost_usd="4", **accruing),
         run("much", total_cost_usd="400", **accruing))  # fmt: skip
    assert read().expected_in_flight_usd == 6


def test_what_is_in_flight_is_counted_whatever_the_batch_is_like(acme, feed, run, read):  # type: ignore[no-untyped-def]
    now = timezone.now().isoformat()
    feed(acme, run("a", started_at=now, total_cost_usd="1", tags="kind=a"),
         run("b", started_at=now, total_cost_usd="3", tags="kind=b"),
         run("c", started_at=now, total_cost_usd="", tags="kind=c", run_type="task_v2"))  # fmt: skip
    for found in (read(), read(1, ("kind", "a")), read(1, ("kind", "none")), read(run_type="task_v1")):
        assert (found.running_run_count, found.unpriced_run_count, found.expected_in_flight_usd) == (1, 1, 2)
