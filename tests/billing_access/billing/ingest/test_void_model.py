"""Random imports, voids and reconciliations against a plain model: runs, voided runs, sums and the biller's balance."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final, NamedTuple

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.ingest.models import Batch, VoidedRun
from billing_access.billing.ledger.reconciliation import balance_at
from billing_access.billing.models import Account, BalanceEntry, Run
from billing_access.billing.operators import (
    InvalidChange,
    check_figures,
    reconcile_balance,
    register_tag,
    void_batch,
    void_runs,
)
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Organization
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
SYSTEM = command("tests")
NOON: Final = datetime(2026, 4, 1, 12, tzinfo=UTC)
IDS: Final = "abcd"
WHY: Final[dict[str, Any]] = {"reason": "Ticket 7", "actor": SYSTEM}


class ModelRun(NamedTuple):
    """A run, or a row that says all of these. ``start`` and ``end`` are minutes after noon; None: not known."""

    start: int
    end: int | None
    cost: Decimal | None
    cost_status: str
    county: str | None


def _row(start: int, end: int | None, cost: Decimal | None, status: str, county: str | None) -> ModelRun:
    return ModelRun(start, end, cost, "unpriced" if cost is None else status, county)


ROWS: Final = st.builds(
    _row,
    start=st.sampled_from([0, 20]),
    end=st.sampled_from([None, 30, 90]),
    cost=st.sampled_from([None, Decimal(0), Decimal("0.1"), Decimal("2.5000000001")]),
    status=st.sampled_from(["accruing", "final"]),
    county=st.sampled_from([None, "adams", "bond"]),
)
OPERATIONS: Final = st.one_of(
    st.tuples(st.just("feed"), st.dictionaries(st.sampled_from(IDS), ROWS, min_size=1), st.booleans()),
    st.tuples(st.just("void"), st.sets(st.sampled_from(IDS), min_size=1, max_size=3)),
    st.tuples(st.just("void_batch"), st.integers(0, 3)),
    st.tuples(st.just("reconcile"), st.sampled_from([10, 60, 120]), st.integers(-5, 5)),
)


@dataclass
class Model:
    """What should be stored. ``batches`` are the numbers of the imports, ``reported`` the biller's last balance."""

    runs: dict[str, ModelRun] = field(default_factory=dict)
    added_by: dict[str, int] = field(default_factory=dict)
    changed_by: dict[str, set[int]] = field(default_factory=dict)
    voided: list[tuple[str, ModelRun]] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    reported: tuple[int, Decimal] | None = None

    def take(self, run_id: str, row: ModelRun, batch: int, again: bool) -> bool:
        """Take a row of an import; return whether it is accepted."""
        old = self.runs.get(run_id)
        if old is None:
            if not again and any(name == run_id and _says_the_same(row, run) for name, run in self.voided):
                return False
            self.runs[run_id], self.added_by[run_id], self.changed_by[run_id] = row, batch, set()
            return True
        contradicts = row.cost_status == old.cost_status == "final" and row.cost != old.cost
        if row.start != old.start or contradicts:
            return False
        better = row if _is_better(row, old) else old
        end = old.end if row.end is None else row.end
        self.runs[run_id] = ModelRun(old.start, end, better.cost, better.cost_status, row.county)
        if self.runs[run_id] != old:
            self.changed_by[run_id].add(batch)
        return True

    def void(self, run_ids: set[str]) -> None:
        """Void those of these runs that are not void."""
        self.voided += [(run_id, self.runs.pop(run_id)) for run_id in run_ids & set(self.runs)]

    def of_batch(self, batch: int) -> tuple[set[str], set[str]]:
        """Return the runs that voiding the batch voids, and those that it leaves."""
        added = {run_id for run_id in self.runs if self.added_by[run_id] == batch}
        changed_since = {run_id for run_id in added if self.changed_by[run_id] - {batch}}
        only_changed = {run_id for run_id in self.runs if batch in self.changed_by[run_id]} - added
        return added - changed_since, changed_since | only_changed


def _says_the_same(row: ModelRun, voided: ModelRun) -> bool:
    return row.start == voided.start and row.cost in (None, voided.cost)


def _is_better(row: ModelRun, old: ModelRun) -> bool:
    if row.cost is None:
        return False
    if old.cost is None:
        return True
    return row.cost_status == "final" or (old.cost_status == "accruing" and row.cost > old.cost)


def _fields(run_id: str, row: ModelRun) -> dict[str, Any]:
    """Return the row as a feed says it. The status is the same in all, since ``cost_status`` says what it would."""
    fields: dict[str, Any] = {"run_id": run_id, "started_at": _time(row.start), "status": "completed"}
    fields["tags"] = {} if row.county is None else {"county": row.county}
    if row.cost is not None:
        fields |= {"total_cost_usd": str(row.cost), "cost_status": row.cost_status}
    return fields if row.end is None else fields | {"finished_at": _time(row.end)}


def _time(minutes: int) -> str:
    return (NOON + timedelta(minutes=minutes)).isoformat()


def _stored(table: Any, organization: Organization) -> Counter[tuple[str, ModelRun]]:
    rows = table.objects.filter(organization=organization)
    return Counter((row.run_id, _model(row)) for row in rows)


def _model(row: Run | VoidedRun) -> ModelRun:
    start, end = ((time - NOON) // timedelta(minutes=1) if time else None for time in (row.started_at, row.finished_at))
    assert start is not None
    return ModelRun(start, end, row.total_cost_usd, row.cost_status, row.tags.get("county"))


def _apply(model: Model, acme: Organization, feed: Any, operation: tuple[Any, ...]) -> None:
    match operation:
        case "feed", rows, again:
            report = feed(acme, *(_fields(*row) for row in rows.items()), again=again).report
            model.batches.append(report.pk)
            accepted = [model.take(run_id, row, report.pk, again) for run_id, row in rows.items()]
            assert report.refused == accepted.count(False)
        case "void", run_ids:
            unknown = run_ids - set(model.runs) - {run_id for run_id, _ in model.voided}
            if unknown:
                with pytest.raises(InvalidChange, match="Nothing was voided"):
                    void_runs(acme, run_ids, **WHY)
                return
            assert set(void_runs(acme, run_ids, **WHY).run_ids) == run_ids & set(model.runs)
            model.void(run_ids)
        case "void_batch", place if place < len(model.batches):
            number = model.batches[place]
            going, left = model.of_batch(number)
            done = void_batch(Batch.objects.get(pk=number), **WHY)
            assert {run_id for each in done.voided for run_id in each.run_ids} == going
            assert {each.run_id for each in done.left} == left
            model.void(going)
        case "reconcile", minutes, balance if model.reported is None or minutes >= model.reported[0]:
            reconcile_balance(
                acme, balance_usd=Decimal(balance), observed_at=NOON + timedelta(minutes=minutes), actor=SYSTEM,
                reference=f"st_{AuditEvent.objects.count()}",
            )  # fmt: skip
            model.reported = (minutes, Decimal(balance))


def _check(model: Model, acme: Organization) -> None:
    assert _stored(Run, acme) == Counter(model.runs.items())
    assert _stored(VoidedRun, acme) == Counter(model.voided)
    assert check_figures(acme) == []
    account = Account.objects.filter(pk=acme.pk).first()
    usage = sum((run.cost for run in model.runs.values() if run.cost is not None), Decimal(0))
    assert (account.usage_total_usd if account else 0) == usage
    if model.reported is not None:
        minutes, balance = model.reported
        assert balance_at(acme, NOON + timedelta(minutes=minutes)) == balance
    # An offset of zero is not recorded.
    assert not BalanceEntry.objects.filter(amount_usd=0).exists()
    voids = AuditEvent.objects.filter(action="runs.voided")
    assert sum(event.details["run_count"] for event in voids) == len(model.voided)


@tried_on(40)
@given(operations=st.lists(OPERATIONS, min_size=2, max_size=8))
def test_imports_and_voids_in_any_order_end_as_the_model(
    acme: Organization, feed: Any, operations: list[tuple[Any, ...]]
) -> None:
    register_tag(acme, "county", actor=SYSTEM)
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT example")
    model = Model()
    try:
        for operation in operations:
            _apply(model, acme, feed, operation)
            _check(model, acme)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT example")
