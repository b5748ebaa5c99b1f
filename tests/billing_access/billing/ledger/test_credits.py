"""Credits on runs: what they change, what they leave, and what is refused."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from billing_access.billing.ingest.columns import Columns, SeenColumns
from billing_access.billing.ingest.file_reader import SourceRow
from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.ingest.organization_lookup import OrganizationFinder
from billing_access.billing.ingest.pipeline import ingest
from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Account, BalanceEntry, Run, RunCredit, UsageDay, UsageQuarterHour
from billing_access.billing.operators import (
    InvalidChange,
    add_balance_entry,
    check_figures,
    credit_run,
    reconcile_balance,
    register_tag,
    void_runs,
)
from billing_access.billing.tags.backfill import backfill_tag
from billing_audit.models import AuditEvent
from orgs import actors

pytestmark = pytest.mark.django_db
SYSTEM = actors.command("tests")
START = datetime(2026, 4, 1, 10, tzinfo=UTC)
END = START + timedelta(hours=1)


def feed(acme: Any, run_id: str = "r1", cost: str | None = "10", **fields: Any) -> Any:
    row = {"run_id": run_id, "started_at": START, "finished_at": END, "status": "completed", "total_cost_usd": cost}
    options = {name: fields.pop(name) for name in ("correct", "again") if name in fields}
    return ingest([SourceRow(1, row | fields)], OrganizationFinder(organization=acme), actor=SYSTEM, **options)


def credit(acme: Any, amount: str = "4", *, run_id: str = "r1", reference: str = "ref_1", at: datetime = END) -> Any:
    return credit_run(acme, run_id, amount_usd=Decimal(amount), reference=reference, occurred_at=at, actor=SYSTEM)


def balance(acme: Any) -> Decimal:
    account = Account.objects.get(pk=acme.pk)
    return account.entries_total_usd - account.usage_total_usd


def test_a_credit_stands_beside_the_cost_and_sums_are_net(acme: Any) -> None:
    tag = register_tag(acme, "county", actor=SYSTEM)
    backfill_tag(tag.pk)
    feed(acme, tags={"county": "adams"})
    before = Run.objects.get()
    made = credit(acme)
    run = Run.objects.get()
    assert (run.total_cost_usd, run.credited_usd, run.revision) == (10, 4, made.revision)
    assert run.revision == before.revision + 1
    assert run.cost_updated_at > before.cost_updated_at
    for rollup in (UsageDay, UsageQuarterHour):
        sums = rollup.objects.values_list("tag_key", "tag_value", "total_cost_usd", "run_count")
        assert set(sums) == {("", None, 6, 1), ("county", "adams", 6, 1)}
    assert balance(acme) == -6
    assert check_figures(acme) == []
    event = AuditEvent.objects.get(action="run.credited")
    assert event.details == {"run_id": "r1", "reference": "ref_1", "amount_usd": "4.00"}


def test_the_same_credit_again_is_no_change(acme: Any) -> None:
    feed(acme)
    first = credit(acme)
    assert credit(acme, at=END + timedelta(days=1)).pk == first.pk
    assert Run.objects.get().credited_usd == 4
    assert AuditEvent.objects.filter(action="run.credited").count() == 1


def test_a_reference_of_another_credit_is_refused(acme: Any) -> None:
    feed(acme)
    feed(acme, "r2")
    credit(acme)
    with pytest.raises(InvalidChange, match=r"a credit of 4\.00 on the run 'r1'"):
        credit(acme, "5")
    with pytest.raises(InvalidChange, match="credits never change"):
        credit(acme, run_id="r2")
    assert Run.objects.get(run_id="r2").credited_usd == 0


def test_credits_and_the_balances_changes_share_their_references(acme: Any) -> None:
    feed(acme)
    entry = {"kind": "grant", "amount_usd": Decimal(4), "occurred_at": END, "actor": SYSTEM}
    report = {"balance_usd": Decimal(0), "observed_at": END + timedelta(days=1), "actor": SYSTEM}
    add_balance_entry(acme, reference="e", **entry)
    reconcile_balance(acme, reference="w", **report)
    credit(acme, reference="c", at=END + timedelta(days=2))
    for reference, name in (("e", "balance entry"), ("w", "reconciliation")):
        with pytest.raises(InvalidChange, match=name):
            credit(acme, reference=reference)
    with pytest.raises(InvalidChange, match="credit on a run"):
        add_balance_entry(acme, reference="c", **entry)
    with pytest.raises(InvalidChange, match="credit on a run"):
        reconcile_balance(acme, reference="c", **report)
    assert check_figures(acme) == []


def test_no_more_is_credited_than_the_run_cost(acme: Any) -> None:
    feed(acme)
    credit(acme)
    with pytest.raises(InvalidChange, match=r"6\.01 is more than the 6\.00 that is left"):
        credit(acme, "6.01", reference="ref_2")
    credit(acme, "6", reference="ref_2")
    assert UsageDay.objects.get().total_cost_usd == 0
    assert UsageDay.objects.get().run_count == 1
    assert check_figures(acme) == []


@pytest.mark.parametrize("amount", ["0", "-1", "0.00000000001", "10000000000"])
def test_an_amount_that_is_no_credit_is_refused(acme: Any, amount: str) -> None:
    feed(acme)
    with pytest.raises(InvalidChange):
        credit(acme, amount)


@pytest.mark.parametrize(
    ("fields", "status"), [({"status": "running"}, "accruing"), ({"total_cost_usd": None}, "unpriced")]
)
def test_only_final_runs_are_credited(acme: Any, fields: dict[str, Any], status: str) -> None:
    feed(acme, **fields)
    with pytest.raises(InvalidChange, match=f"is {status}; only final runs"):
        credit(acme)


@pytest.mark.parametrize("run_id", ["r2", "a\x00b", "x" * 101])
def test_a_run_that_is_not_there_is_refused(acme: Any, run_id: str) -> None:
    feed(acme)
    with pytest.raises(InvalidChange, match="has no run"):
        credit(acme, run_id=run_id)


def test_a_run_of_another_organization_is_not_credited(acme: Any, other: Any) -> None:
    feed(acme)
    with pytest.raises(InvalidChange, match="has no run"):
        credit(other)


def test_a_credit_of_the_future_is_refused(acme: Any) -> None:
    feed(acme)
    with pytest.raises(InvalidChange, match="in the future"):
        credit(acme, at=datetime.now(UTC) + timedelta(hours=1))


def test_feeds_are_compared_with_the_gross_cost(acme: Any) -> None:
    feed(acme)
    credit(acme)
    assert feed(acme).unchanged == 1
    assert feed(acme, cost="6").refused == 1
    assert feed(acme, cost="12", correct=True).corrected == 1
    run = Run.objects.get()
    assert (run.total_cost_usd, run.credited_usd) == (12, 4)
    assert UsageDay.objects.get().total_cost_usd == 8
    assert balance(acme) == -8
    assert check_figures(acme) == []


def test_a_correction_below_what_is_credited_is_refused(acme: Any) -> None:
    feed(acme)
    credit(acme)
    assert feed(acme, cost="3.99", correct=True).refused == 1
    assert Run.objects.get().total_cost_usd == 10
    assert feed(acme, cost="4", correct=True).corrected == 1
    assert UsageDay.objects.get().total_cost_usd == 0
    assert check_figures(acme) == []


def test_credits_go_with_a_void(acme: Any) -> None:
    feed(acme)
    made = credit(acme)
    voided = void_runs(acme, ["r1"], reason="fed by mistake", actor=SYSTEM)
    assert voided.total_cost_usd == 6
    assert balance(acme) == 0
    assert VoidedRun.objects.get().credited_usd == 4
    assert RunCredit.objects.get(pk=made.pk).void_revision == voided.revision
    assert check_figures(acme) == []
    with pytest.raises(InvalidChange, match="was voided with its run"):
        credit(acme)
    feed(acme, again=True)
    assert Run.objects.get().credited_usd == 0
    assert balance(acme) == -10
    assert check_figures(acme) == []
    with pytest.raises(InvalidChange, match="was voided with its run"):
        credit(acme)
    credit(acme, reference="ref_2")
    assert balance(acme) == -6
    assert check_figures(acme) == []


def test_a_balance_counts_a_credit_from_when_it_occurred(acme: Any) -> None:
    feed(acme)
    at = END + timedelta(days=1)
    credit(acme, at=at)
    assert balance_at(acme, END) == -10
    assert balance_at(acme, at - timedelta(microseconds=1)) == -10
    assert balance_at(acme, at) == -6


@pytest.mark.parametrize("later", [timedelta(0), timedelta(microseconds=1)])
def test_a_credit_by_the_last_reconciliation_is_offset(acme: Any, later: timedelta) -> None:
    feed(acme)
    at = END + timedelta(days=1)
    reconcile_balance(acme, balance_usd=Decimal(50), observed_at=at, reference="w", actor=SYSTEM)
    made = credit(acme, at=at + later)
    offsets = list(BalanceEntry.objects.filter(reference=f"late:{made.revision}").values_list("amount_usd", flat=True))
    assert offsets == ([] if later else [-4])
    assert balance_at(acme, at) == 50
    assert balance(acme) == (54 if later else 50)
    assert check_figures(acme) == []
    void_runs(acme, ["r1"], reason="fed by mistake", actor=SYSTEM)
    assert balance_at(acme, at) == 50 == balance(acme)
    assert check_figures(acme) == []


def test_the_check_finds_a_credit_that_its_run_lacks(acme: Any) -> None:
    feed(acme)
    credit(acme)
    RunCredit.objects.update(amount_usd=3)
    assert [each.what for each in check_figures(acme)] == ["credited on the run r1, by its credits"]
    RunCredit.objects.update(amount_usd=4, run_id="gone")
    assert {each.what for each in check_figures(acme)} == {
        "credited on the run r1, by its credits",
        "credited on the run gone, by its credits",
    }


def test_an_export_of_a_credited_run_is_imported_as_it_was_fed(acme: Any) -> None:
    feed(acme)
    credit(acme)
    assert feed(acme, cost="6", credited_usd="4", cost_updated_at="2026-04-02T00:00:00Z").unchanged == 1


def test_the_credits_of_another_system_are_not_added_to_its_costs(acme: Any) -> None:
    feed(acme, credited_usd="4")
    assert Run.objects.get().total_cost_usd == 10
    for names, foreign in (
        (["run_id", "total_cost_usd", "credited_usd"], ["credited_usd"]),
        (["run_id", "total_cost_usd", "credited_usd", "cost_updated_at"], []),
    ):
        seen = SeenColumns(Columns())
        seen.add(names)
        assert seen.foreign == foreign


@pytest.mark.parametrize("credited", ["-1", "4,00", "9999999999"])
def test_an_export_whose_credit_is_no_amount_is_refused(acme: Any, credited: str) -> None:
    assert feed(acme, credited_usd=credited, cost_updated_at="2026-04-02T00:00:00Z").refused == 1
