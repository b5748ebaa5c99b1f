"""The lists of columns and fields agree: a new column that is missing in one of them fails here."""

import pytest
from django.contrib import admin

from billing_access.api.body_fields import RunSerializer, StateSerializer, SumsSerializer, UsageRunSerializer
from billing_access.billing.ingest.cost_validation import UNIT_COUNTS
from billing_access.billing.ingest.merge import Finding
from billing_access.billing.ingest.merge_sql import RULES
from billing_access.billing.ingest.models import Batch, StagedRun, VoidedRun
from billing_access.billing.ingest.run_validation import RunInput
from billing_access.billing.models import Run, RunColumns, UsageDay, UsageQuarterHour
from billing_access.billing.reports.run import RunRow
from billing_access.billing.reports.usage_sql import USAGE_COLUMNS
from billing_access.billing.rollups import ADDENDS, SUMMED_COLUMNS, Sums
from billing_access.billing.tokens import TOKEN_COUNTS
from billing_audit.event_types import BY_ACTION

COLUMNS = {field.name for field in Run._meta.fields}


FED = [field.name for field in RunColumns._meta.fields]


def test_an_import_fills_every_column_of_a_run_that_the_merge_does_not_make():
    made = {"id", "organization", "run_id", "credited_usd", "cost_updated_at", "first_revision", "revision", "batch"}
    assert {*FED} == COLUMNS - made
    assert list(RunInput._fields) == ["run_id", *FED, "tag_columns"]
    assert list(RULES) == FED
    assert set(SUMMED_COLUMNS) - {"credited_usd"} < set(RULES)


def test_every_token_count_is_declared_in_one_place():
    assert tuple(name for name in FED if name.startswith("llm_tokens")) == TOKEN_COUNTS
    assert tuple(name for name in Sums._fields if name.startswith("llm_tokens")) == TOKEN_COUNTS
    assert {name for name in Finding._fields if name.startswith("llm_tokens")} == set(TOKEN_COUNTS)
    assert {field.name for field in Batch._meta.fields} > set(TOKEN_COUNTS)
    corrected = BY_ACTION["run.corrected"]
    assert corrected.changes == corrected.figures == {"total_cost_usd", *UNIT_COUNTS, *TOKEN_COUNTS}
    period = {name for name in StateSerializer().fields if name.startswith("period_llm_tokens")}
    assert period == {f"period_{name}" for name in TOKEN_COUNTS}


def test_staging_has_the_columns_of_a_run_and_any_of_them_may_be_unknown():
    staged = {field.name: field for field in StagedRun._meta.fields}
    assert set(staged) - {"pk", "batch", "line", "organization"} == set(RunInput._fields)
    for field in RunColumns._meta.fields:
        assert type(staged[field.name]) is type(field)
        assert staged[field.name].null


def test_a_voided_run_keeps_every_column():
    assert {field.name for field in VoidedRun._meta.fields} == COLUMNS | {"void_revision", "voided_at"}


def test_a_run_is_read_by_its_columns_and_answered_by_its_fields():
    assert set(RunRow._fields) < COLUMNS
    assert set(RunSerializer().fields) == set(RunRow._fields)


def test_a_page_of_usage_is_read_by_its_columns_and_answered_by_its_fields_in_this_order():
    assert set(USAGE_COLUMNS) < COLUMNS
    assert list(UsageRunSerializer().fields) == list(USAGE_COLUMNS)


@pytest.mark.parametrize("rollup", [UsageDay, UsageQuarterHour])
def test_a_rollup_has_a_column_for_each_sum(rollup):
    keys = {"id", "organization", "bucket_start", "tag_key", "tag_value"}
    assert {field.name for field in rollup._meta.fields} == {*Sums._fields, *keys}
    assert set(ADDENDS) == set(Sums._fields)
    assert set(SumsSerializer().fields) == {*Sums._fields} - {"accruing_run_count"}


def test_the_admin_shows_every_column_of_a_run():
    assert set(admin.site.get_model_admin(Run).fields) == COLUMNS - {"id"}
