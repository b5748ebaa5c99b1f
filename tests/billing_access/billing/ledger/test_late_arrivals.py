"""What is fed for a time before the last reconciliation is offset: the biller's word for that time holds."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Account, BalanceEntry, Reconciliation, Run
from billing_access.billing.operators import (
    InvalidChange,
    add_balance_entry,
    check_figures,
    reconcile_balance,
    void_runs,
)
from orgs.actors import command
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
SYSTEM = command("tests")
T = datetime(2026, 4, 2, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def reconcile(organization: Any, balance: str, at: datetime = T, reference: str = "st_1") -> Reconciliation:
    return reconcile_balance(
        organization, balance_usd=Decimal(balance), observed_at=at, reference=reference, actor=SYSTEM
    )


def enter(organization: Any, amount: str, at: datetime, reference: str) -> None:
    add_balance_entry(
        organization, kind="adjustment", amount_usd=Decimal(amount), reference=reference, occurred_at=at, actor=SYSTEM
    )


def balance(organization: Any) -> Decimal:
    account = Account.objects.get(pk=organization.pk)
    return account.entries_total_usd - account.usage_total_usd


def offsets(organization: Any) -> list[tuple[str, Decimal, datetime]]:
    entries = BalanceEntry.objects.filter(organization=organization, reference__startswith="late:").order_by("id")
    return list(entries.values_list("reference", "amount_usd", "occurred_at"))


def test_a_backfill_of_years_after_a_reconciliation_changes_no_balance(acme, feed, run):
    reconcile(acme, "100")
    starts = [T - timedelta(days=days) for days in (1000, 500, 1)]
    batch = feed(acme, *(run(f"r{n}", started_at=at, total_cost_usd="36.53") for n, at in enumerate(starts))).report
    assert balance(acme) == 100
    assert batch.offset_usd == Decimal("109.59")
    assert offsets(acme) == [("late:2", Decimal("109.59"), T)]
    assert check_figures(acme) == []


def test_an_offset_that_no_entry_can_have_is_refused_and_changes_nothing(acme, feed, run):
    reconcile(acme, "0")
    old, *new = (run(f"r{n}", started_at=T - MINUTE, total_cost_usd="9999999999") for n in range(3))
    feed(acme, old)
    with pytest.raises(InvalidChange, match=r"would change by 19999999998.00 USD at once.*Feed or void fewer runs"):
        feed(acme, *new)
    assert (Run.objects.count(), len(offsets(acme))) == (1, 1)
    feed(acme, new[0])
    with pytest.raises(InvalidChange, match=r"would change by -19999999998.00 USD"):
        void_runs(acme, ["r0", "r1"], reason="another customer's", actor=SYSTEM)
    assert (Run.objects.count(), balance(acme), check_figures(acme)) == (2, 0, [])


def test_a_run_is_charged_when_it_finished_and_once_its_cost_is_final(acme, feed, run):
    reconcile(acme, "100")
    feed(acme, run("over T", started_at=T - MINUTE, finished_at=T + MINUTE))
    assert (balance(acme), offsets(acme)) == (99, [])
    feed(acme, run("until T", started_at=T - MINUTE, finished_at=T))
    assert (balance(acme), len(offsets(acme))) == (99, 1)
    feed(acme, run("no end", started_at=T))
    assert (balance(acme), len(offsets(acme))) == (99, 2)
    feed(acme, run("accrues", started_at=T - MINUTE, status="running"))
    assert (balance(acme), len(offsets(acme))) == (98, 2)
    feed(acme, run("accrues", started_at=T - MINUTE, finished_at=T - MINUTE, status="completed", total_cost_usd="3"))
    # It had taken 1.00 from the balance of now; charged by T it takes nothing.
    assert (balance(acme), len(offsets(acme))) == (99, 3)
    assert balance_at(acme, T) == 100
    assert check_figures(acme) == []


def test_a_correction_is_offset_by_what_it_changes(acme, feed, run):
    feed(acme, run(started_at=T - MINUTE, total_cost_usd="8"))
    reconcile(acme, "100")
    feed(acme, run(started_at=T - MINUTE, total_cost_usd="5"), correct=True)
    assert (balance(acme), [amount for _, amount, _ in offsets(acme)]) == (100, [Decimal(-3)])
    # Its end turns out to be after T: it was never charged by T.
    feed(acme, run(started_at=T - MINUTE, finished_at=T + MINUTE, total_cost_usd="5"))
    assert balance_at(acme, T) == 100
    assert balance(acme) == 95
    assert check_figures(acme) == []


def test_a_void_is_offset_by_what_the_run_had_charged(acme, feed, run):
    feed(acme, run("a", started_at=T - MINUTE, total_cost_usd="8"), run("b", started_at=T + MINUTE, total_cost_usd="2"))
    reconcile(acme, "100")
    void_runs(acme, ["a", "b"], reason="another customer's", actor=SYSTEM)
    assert (balance(acme), [amount for _, amount, _ in offsets(acme)]) == (100, [Decimal(-8)])
    assert balance_at(acme, T) == 100
    assert check_figures(acme) == []


def test_an_entry_of_before_is_offset_and_one_of_later_counts(acme):
    reconcile(acme, "100")
    enter(acme, "20", T, "pay_1")
    enter(acme, "5", T + MINUTE, "pay_2")
    assert balance(acme) == 105
    assert [amount for _, amount, _ in offsets(acme)] == [Decimal(-20)]
    assert check_figures(acme) == []


def test_nothing_is_offset_without_a_reconciliation_or_for_zero(acme, feed, run):
    feed(acme, run(started_at=T))
    assert balance(acme) == -1
    reconcile(acme, "-1")
    feed(acme, run("free", started_at=T, total_cost_usd="0"), run("unpriced", started_at=T, total_cost_usd=""))
    assert offsets(acme) == []


@pytest.mark.parametrize("reference", ["late:7", " late:x"])
def test_nobody_else_may_use_the_references_of_offsets(acme, reference):
    with pytest.raises(InvalidChange, match="late:"):
        enter(acme, "1", T, reference)
    with pytest.raises(InvalidChange, match="late:"):
        reconcile(acme, "1", reference=reference)


def test_a_balance_that_the_biller_did_not_report_is_found(acme, feed, run, as_superuser):
    reconcile(acme, "100")
    feed(acme, run(started_at=T - MINUTE))
    as_superuser("UPDATE billing_balance_entry SET occurred_at = %s WHERE reference LIKE 'late:%%'", [T + MINUTE])
    (found,) = check_figures(acme)
    assert (
        str(found)
        == "balance of 2026-04-02T10:00:00Z, reported under st_1: expected 100.0000000000, found 99.0000000000"
    )


TIMES = st.integers(-3, 3).map(lambda minutes: T + minutes * MINUTE)
RUNS = st.tuples(
    st.just("run"),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["0", "1", "2.5"]),
    st.none() | st.integers(0, 5).map(lambda minutes: minutes * MINUTE),
    st.sampled_from(["running", "completed"]),
)
VOIDS = st.tuples(st.just("void"), st.sampled_from(["a", "b", "c"]))
ENTRIES = st.tuples(st.just("entry"), st.sampled_from(["3", "-2"]), TIMES)
REPORTS = st.tuples(st.just("report"), st.sampled_from(["10", "0"]), st.integers(0, 2).map(lambda n: T + n * MINUTE))
STARTS = {"a": T - 3 * MINUTE, "b": T, "c": T + 2 * MINUTE}


def apply(organization: Any, feed: Any, steps: list[Any]) -> None:
    last: tuple[datetime, Decimal] | None = None
    for number, step in enumerate(steps):
        if step[0] == "run":
            _, name, cost, length, status = step
            row = {"run_id": name, "started_at": STARTS[name], "total_cost_usd": cost, "status": status}
            end = {} if length is None else {"finished_at": STARTS[name] + length}
            feed(organization, row | end, correct=True, again=True)
        elif step[0] == "void":
            if Run.objects.filter(organization=organization, run_id=step[1]).exists():
                void_runs(organization, [step[1]], reason="wrongly fed", actor=SYSTEM)
        elif step[0] == "entry":
            enter(organization, step[1], step[2], f"e{number}")
        elif last is None or step[2] >= last[0]:
            last = (step[2], Decimal(step[1]))
            reconcile(organization, step[1], step[2], f"w{number}")
        if last is not None:
            assert balance_at(organization, last[0]) == last[1]


@tried_on(60)
@given(steps=st.lists(RUNS | ENTRIES | REPORTS | VOIDS, max_size=9))
def test_the_reported_balance_holds_whatever_is_fed_later(new_organization, feed, steps):
    organization = new_organization()
    apply(organization, feed, steps)
    assert check_figures(organization) == []


@tried_on(40)
@given(steps=st.lists(RUNS | ENTRIES | VOIDS, max_size=6))
def test_feeding_before_or_after_the_reconciliation_ends_in_the_same_balance(new_organization, feed, steps):
    report = ("report", "10", T)
    one, another = new_organization(), new_organization()
    apply(one, feed, [*steps, report])
    apply(another, feed, [report, *steps])
    assert balance(another) == balance(one)
