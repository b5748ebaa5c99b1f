"""A database whose migrations were rewritten later, under the same names, is refused instead of half upgraded."""

from importlib import import_module
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

MIGRATION = import_module("billing_access.migrations.0012_refuse_rewritten_history")
# What earlier states of migrations that have the names of today's made otherwise, and further differences.
EARLIER = {
    "an index of other columns": (
        "DROP INDEX billing_voided_run_by_start; CREATE INDEX billing_voided_run_by_start ON billing_voided_run"
        " (organization_id, started_at DESC, run_id DESC) WHERE started_at IS NOT NULL",
        "billing_voided_run",
    ),
    "no index": ("DROP INDEX billing_voided_run_by_void", "billing_voided_run"),
    "another text of a function": (
        "CREATE OR REPLACE FUNCTION billing_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION 'the record is only ever added to'; END $$",
        "billing_audit_refuse()",
    ),
    "a trigger that a replica skips": (
        "ALTER TABLE billing_reconciliation ENABLE TRIGGER billing_reconciliation_refuses", "billing_reconciliation"
    ),
    "a column that may be null": ("ALTER TABLE billing_run ALTER status DROP NOT NULL", "billing_run"),
    "a shorter column": ("ALTER TABLE billing_run_credit ALTER reference TYPE varchar(100)", "billing_run_credit"),
    "no constraint": ("ALTER TABLE billing_account DROP CONSTRAINT account_period_day_is_1_to_31", "billing_account"),
    "no table": ("DROP TABLE billing_staged_run", "billing_staged_run"),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("earlier", EARLIER)
def test_a_database_of_rewritten_migrations_is_refused_with_what_to_do(as_role: Any, earlier: str) -> None:
    change, differing = EARLIER[earlier]
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute(MIGRATION.CHECK)
        cursor.execute(change)
        refusal = pytest.raises(OperationalError, match="by migrations that were rewritten since")
        with refusal as refused, transaction.atomic():
            cursor.execute(MIGRATION.CHECK)
    assert f"differ from what they make now: {differing}." in str(refused.value)
    assert "Keep this database for the version that wrote it" in str(refused.value)


@pytest.mark.django_db
def test_what_an_operator_adds_is_no_difference_in_other_tables(as_role: Any) -> None:
    with as_role("owner"), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE of_the_operator (id int PRIMARY KEY)")
        cursor.execute(MIGRATION.CHECK)


def test_every_table_is_compared_but_partitions_and_those_of_people() -> None:
    names = {name for name in MIGRATION.EXPECTED if not name.endswith("()")}
    assert {"billing_run", "billing_account", "billing_audit_event", "billing_orgs_membership"} <= names
    assert not any(name.startswith("billing_accounts_") for name in names)
