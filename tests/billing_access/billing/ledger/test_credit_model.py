"""Random feeds, corrections, credits, voids and reconciliations against a plain model of runs and balances."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Account, Run, UsageDay
from billing_access.billing.operators import (
    InvalidChange,
    check_figures,
    credit_run,
    reconcile_balance,
    register_tag,
    void_runs,
)
from orgs.actors import command
from orgs.models import Organization
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
SYSTEM = command("tests")
NOON: Final = datetime(2026, 4, 1, 12, tzinfo=UTC)
IDS: Final = st.sampled_from("ab")
# Minutes after noon. Runs end at 30 or 90, so that some reconciliations lie before, between and after.
TIMES: Final = (10, 60, 120)
COSTS: Final = st.sampled_from([None, Decimal(0), Decimal("0.1"), Decimal("2.5000000001")])
AMOUNTS: Final = st.sampled_from([Decimal("0.0000000001"), Decimal("0.1"), Decimal("2.5"), Decimal(3)])
OPERATIONS: Final = st.one_of(
    st.tuples(st.just("feed"), IDS, COSTS, st.sampled_from([30, 90]), st.booleans(), st.booleans()),
    st.tuples(st.just("credit"), IDS, AMOUNTS, st.sampled_from(TIMES)),
    st.tuples(st.just("void"), IDS),
    st.tuples(st.just("reconcile"), st.sampled_from(TIMES), st.integers(-5, 5)),
)


@dataclass
class ModelRun:
    """A run's gross cost (None: unpriced), whether it is final, when it ended, and its credits by time."""

    cost: Decimal | None
    final: bool
    end: int
    credits: list[tuple[int, Decimal]] = field(default_factory=list)

    @property
    def credited(self) -> Decimal:
        """The sum of the credits."""
        return sum((amount for _, amount in self.credits), Decimal(0))

    def charged(self, at: int | None) -> Decimal:
        """Return what the run takes from the balance up to an instant, or for good."""
        cost = self.cost or Decimal(0)
        if at is None:
            return cost - self.credited
        credited = sum((amount for time, amount in self.credits if time <= at), Decimal(0))
        return (cost if self.final and self.end <= at else Decimal(0)) - credited


@dataclass
class Model:
    """What should be stored. ``entries`` are the adjustments by time, ``reconciled`` the last instant of a report."""

    runs: dict[str, ModelRun] = field(default_factory=dict)
    entries: list[tuple[int, Decimal]] = field(default_factory=list)
    reconciled: int | None = None

    def balance(self, at: int | None = None) -> Decimal:
        """Return the balance of an instant, or the current one."""
        entered = sum((amount for time, amount in self.entries if at is None or time <= at), Decimal(0))
        return entered - sum((run.charged(at) for run in self.runs.values()), Decimal(0))

    def keep_reported(self, before: Decimal) -> None:
        """Offset what moved the balance of the last reconciliation."""
        if self.reconciled is not None:
            self.entries.append((self.reconciled, before - self.balance(self.reconciled)))

    def feed(self, run_id: str, row: ModelRun, correct: bool) -> bool:
        """Take a row; return whether it is accepted."""
        old = self.runs.setdefault(run_id, row)
        if old is row:
            return True
        contradicts = row.final and old.final and row.cost != old.cost
        if contradicts and (not correct or (row.cost or 0) < old.credited):
            return False
        better = row.cost is not None and (old.cost is None or row.final or (not old.final and row.cost > old.cost))
        cost, final = (row.cost, row.final) if better else (old.cost, old.final)
        self.runs[run_id] = ModelRun(cost, final, row.end, old.credits)
        return True

    def credit(self, run_id: str, amount: Decimal, at: int) -> bool:
        """Take a credit; return whether it is accepted."""
        run = self.runs.get(run_id)
        if run is None or not run.final or run.cost is None or amount > run.cost - run.credited:
            return False
        run.credits.append((at, amount))
        return True


def _instant(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def _apply(model: Model, acme: Organization, feed: Any, number: int, operation: tuple[Any, ...]) -> None:
    before = Decimal(0) if model.reconciled is None else model.balance(model.reconciled)
    match operation:
        case "feed", run_id, cost, end, final, correct:
            fields = {"run_id": run_id, "started_at": NOON, "finished_at": _instant(end), "tags": {"county": run_id}}
            if cost is not None:
                fields |= {"total_cost_usd": str(cost), "cost_status": "final" if final else "accruing"}
            accepted = model.feed(run_id, ModelRun(cost, final and cost is not None, end), correct)
            assert feed(acme, fields, correct=correct, again=True).report.refused == (not accepted)
        case "credit", run_id, amount, at:
            credit = {"amount_usd": amount, "reference": f"c{number}", "occurred_at": _instant(at), "actor": SYSTEM}
            if model.credit(run_id, amount, at):
                credit_run(acme, run_id, **credit)
            else:
                with pytest.raises(InvalidChange):
                    credit_run(acme, run_id, **credit)
        case "void", run_id if run_id in model.runs:
            net = model.runs.pop(run_id).charged(None)
            assert void_runs(acme, [run_id], reason="Ticket 7", actor=SYSTEM).total_cost_usd == net
        case "reconcile", at, balance if model.reconciled is None or at >= model.reconciled:
            reconcile_balance(
                acme, balance_usd=Decimal(balance), observed_at=_instant(at), reference=f"w{number}", actor=SYSTEM
            )
            model.entries.append((at, balance - model.balance(at)))
            model.reconciled = at
            return
    model.keep_reported(before)


def _check(model: Model, acme: Organization) -> None:
    stored = {run.run_id: (run.total_cost_usd, run.credited_usd) for run in Run.objects.all()}
    assert stored == {run_id: (run.cost, run.credited) for run_id, run in model.runs.items()}
    account = Account.objects.filter(pk=acme.pk).first()
    assert (account.entries_total_usd - account.usage_total_usd if account else 0) == model.balance()
    for at in (*TIMES, 30, 90):
        assert balance_at(acme, _instant(at)) == model.balance(at)
    by_county = dict(UsageDay.objects.filter(tag_key="county").values_list("tag_value", "total_cost_usd"))
    assert by_county == {run_id: run.charged(None) for run_id, run in model.runs.items()}
    assert check_figures(acme) == []


@tried_on(60)
@given(operations=st.lists(OPERATIONS, min_size=2, max_size=10))
def test_feeds_credits_voids_and_reconciliations_in_any_order_end_as_the_model(
    acme: Organization, feed: Any, operations: list[tuple[Any, ...]]
) -> None:
    tag = register_tag(acme, "county", actor=SYSTEM)
    type(tag).objects.update(ready_at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT example")
    model = Model()
    try:
        for number, operation in enumerate(operations):
            _apply(model, acme, feed, number, operation)
            _check(model, acme)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT example")
