"""Deleting an organization past `delete_organization`: by the ORM, by SQL, and as the owner of the tables."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from billing_access.access.models import ApiKey
from billing_access.billing.operators import add_balance_entry
from billing_audit.models import AuditEvent
from orgs import actors
from orgs.models import Membership, Organization

SYSTEM = actors.command("tests")
TABLE = "billing_orgs_organization"


@pytest.fixture
def rows(acme: Organization, bob: Any, make_key: Any) -> Callable[[], tuple[int, ...]]:
    """Return how many organizations, members and keys there are, and events."""
    make_key(acme)

    def count() -> tuple[int, ...]:
        return tuple(model.objects.count() for model in (Organization, Membership, ApiKey, AuditEvent))

    return count


@pytest.mark.parametrize("is_closed", [False, True], ids=["open", "closed"])
def test_the_application_deletes_no_organization(
    acme: Organization, rows: Callable[[], tuple[int, ...]], is_closed: bool
) -> None:
    if is_closed:
        Organization.objects.update(closed_at=datetime(2026, 4, 2, tzinfo=UTC))
    before = rows()
    with pytest.raises(DatabaseError), transaction.atomic():
        acme.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Organization.objects.filter(pk=acme.pk).delete()
    for statement in (f"DELETE FROM {TABLE}", f"TRUNCATE {TABLE} CASCADE"):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            _run(statement)
    assert rows() == before


@pytest.mark.parametrize("mode", ["origin", "replica"])
def test_nor_does_the_tables_owner_without_a_tombstone(
    acme: Organization, rows: Callable[[], tuple[int, ...]], as_role: Callable[[str], Any], mode: str
) -> None:
    before = rows()
    with as_role("owner"):
        _run("SET CONSTRAINTS ALL IMMEDIATE")
        _run(f"SET LOCAL session_replication_role = {mode}")
        for attack in (acme.delete, lambda: _run(f"DELETE FROM {TABLE}"), lambda: _run(f"TRUNCATE {TABLE} CASCADE")):
            with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
                attack()
    assert rows() == before


def test_a_tombstone_is_no_members_to_make_and_nobodys_to_take_away(
    acme: Organization, as_role: Callable[[str], Any]
) -> None:
    bury = (
        "INSERT INTO billing_orgs_tombstone (name, organization_pk, organization_id, deleted_at)"
        f" VALUES ('acme', {acme.pk}, '{acme.public_id}', now())"
    )
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        _run(bury)
    with as_role("owner"):
        with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
            _run(bury)  # it is not closed
        Organization.objects.update(closed_at=datetime(2026, 4, 2, tzinfo=UTC))
        _run(bury)
        _run("SET CONSTRAINTS ALL IMMEDIATE")
        for statement in ("UPDATE {} SET name = 'other'", "DELETE FROM {}", "TRUNCATE {}"):
            with pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
                _run(statement.format("billing_orgs_tombstone"))


def test_the_ledger_of_an_organization_without_a_tombstone_stays(
    acme: Organization, as_role: Callable[[str], Any]
) -> None:
    Organization.objects.update(closed_at=datetime(2026, 4, 2, tzinfo=UTC))
    add_balance_entry(
        acme, kind="top_up", amount_usd=Decimal(9), reference="t", occurred_at=datetime(2026, 4, 2, tzinfo=UTC),
        actor=SYSTEM,
    )  # fmt: skip
    with as_role("owner"), pytest.raises(IntegrityError, match="refuses"), transaction.atomic():
        _run("DELETE FROM billing_balance_entry")


def test_nor_deletes_the_application_a_key_an_opt_in_a_suspension_or_an_account(acme: Organization) -> None:
    for table in (
        "billing_api_key", "billing_reads_opt_in", "billing_reads_suspension",
        "billing_account", "billing_revision", "billing_unit_price",
    ):  # fmt: skip
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            _run(f"DELETE FROM {table}")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
