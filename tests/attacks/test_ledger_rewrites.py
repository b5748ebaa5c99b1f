"""Rewriting balance entries and reconciliations, as the application's database role and as the owner of the tables."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from billing_access.billing.models import BalanceEntry, Reconciliation
from billing_access.billing.operators import add_balance_entry, reconcile_balance
from orgs import actors
from orgs.models import Organization, Tombstone

SYSTEM = actors.command("tests")
NOW = datetime(2026, 4, 2, tzinfo=UTC)
REWRITES = [
    "UPDATE billing_balance_entry SET amount_usd = 1000000",
    "UPDATE billing_balance_entry SET note = note",
    "DELETE FROM billing_balance_entry",
    "TRUNCATE billing_balance_entry",
    "UPDATE billing_reconciliation SET balance_usd = 1000000",
    "DELETE FROM billing_reconciliation",
    "TRUNCATE billing_reconciliation",
]


@pytest.fixture
def ledger(acme: Organization) -> tuple[Any, ...]:
    """The rows of Acme's ledger: an entry, a reconciliation and its adjustment."""
    add_balance_entry(acme, kind="top_up", amount_usd=Decimal(9), reference="t", occurred_at=NOW, actor=SYSTEM)
    reconcile_balance(acme, balance_usd=Decimal(1), observed_at=NOW, reference="r", actor=SYSTEM)
    rows = _ledger()
    assert len(rows) == 3
    return rows


def _ledger() -> tuple[Any, ...]:
    return (*BalanceEntry.objects.order_by("pk").values_list(), *Reconciliation.objects.values_list())


@pytest.mark.parametrize("mode", ["origin", "replica"])
def test_nobody_rewrites_the_ledger_even_as_the_tables_owner(
    ledger: tuple[Any, ...], as_role: Callable[[str], Any], mode: str, cells: Any
) -> None:
    for statement in REWRITES:
        with cells(statement), as_role("owner"), connection.cursor() as cursor:
            # PostgreSQL truncates no table whose foreign keys are still to be checked.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"SET LOCAL session_replication_role = {mode}")
            with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
                cursor.execute(statement)
            assert _ledger() == ledger
    assert cells.count == len(REWRITES)


def test_the_applications_role_has_no_right_to_rewrite_the_ledger(ledger: tuple[Any, ...], cells: Any) -> None:
    refusal = pytest.raises(ProgrammingError, match="permission denied")
    for statement in REWRITES:
        with cells(statement), connection.cursor() as cursor, refusal, transaction.atomic():
            cursor.execute(statement)
    assert cells.count == len(REWRITES)
    assert _ledger() == ledger


def test_the_ledger_goes_with_a_closed_organization_that_has_a_tombstone(
    acme: Organization, other: Organization, ledger: tuple[Any, ...], as_role: Callable[[str], Any]
) -> None:
    add_balance_entry(other, kind="top_up", amount_usd=Decimal(9), reference="t", occurred_at=NOW, actor=SYSTEM)
    with as_role("owner"):
        Organization.objects.filter(pk=acme.pk).update(closed_at=NOW)
        Tombstone.objects.create(name="acme", organization_pk=acme.pk, organization_id=acme.public_id, deleted_at=NOW)
        with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
            BalanceEntry.objects.all().delete()  # the other's too
        acme.delete()
    assert [entry.organization_id for entry in BalanceEntry.objects.all()] == [other.pk]
