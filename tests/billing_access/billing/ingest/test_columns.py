"""Columns that are misspelled are refused with the one that was meant; foreign ones are ignored."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_access.billing.ingest.columns import RUN_COLUMNS, Columns, SeenColumns, UnusableFile, listed

COST: Final = "total_cost_usd"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        # Case, blanks, hyphens and underscores.
        ("Total_Cost_USD", COST), ("total cost usd", COST), ("total-cost-usd", COST), ("TotalCostUsd", COST),
        ("RunID", "run_id"), ("Started At", "started_at"), ("run__id", "run_id"), ("Currency", "currency"),
        # One edit, of which a swap of neighbors is one.
        ("run_ids", "run_id"), ("rn_id", "run_id"), ("rum_id", "run_id"), ("urn_id", "run_id"), ("tasg", "tags"),
        ("statsu", "status"), ("llm_token_in", "llm_tokens_in"), ("stared_at", "started_at"),
        # Two edits from eight characters on.
        ("total_cots_us", COST), ("finish_at", "finished_at"), ("llm_token_ins", "llm_tokens_in"),
        # Names of other systems.
        ("total_cost", COST), ("cost", COST), ("cost_usd", COST), ("price", COST), ("amount", COST),
        ("amount_usd", COST), ("Amount USD", COST), ("id", "run_id"), ("run", "run_id"), ("task_id", "run_id"),
        ("workflow_run_id", "run_id"), ("started", "started_at"), ("start", "started_at"),
        ("start_time", "started_at"), ("start_at", "started_at"), ("finished", "finished_at"),
        ("ended_at", "finished_at"), ("end_time", "finished_at"), ("created", "created_at"),
        ("updated_at", "modified_at"), ("modified", "modified_at"), ("type", "run_type"), ("state", "status"),
        ("tokens_in", "llm_tokens_in"), ("input_tokens", "llm_tokens_in"), ("prompt_tokens", "llm_tokens_in"),
        ("tokens_out", "llm_tokens_out"), ("output_tokens", "llm_tokens_out"),
        ("completion_tokens", "llm_tokens_out"), ("cached_tokens", "llm_tokens_cached"),
        ("cache_read_input_tokens", "llm_tokens_cached"), ("llm_token_cached", "llm_tokens_cached"),
        ("tag", "tags"), ("labels", "tags"), ("currency_code", "currency"),
        # Foreign.
        ("dataset", None), ("org", None), ("model", None), ("note", None), ("county", None), ("", None), ("x", None),
        ("cost_basis", None), ("unit_price_usd", None), ("tag_columns", None), ("statistics", None), ("tip", None),
        ("größe", None),
    ],
)  # fmt: skip
def test_what_a_name_resembles(name: str, meant: str | None) -> None:
    assert Columns(without_costs=True).meant_by(name) == meant


@pytest.mark.parametrize("name", [*RUN_COLUMNS, "cost_updated_at", "customer", "cost"])
def test_a_known_column_resembles_none(name: str) -> None:
    assert Columns(named=("customer",), ignored=("cost",)).meant_by(name) is None


def test_columns_that_options_name_are_accepted_and_may_be_misspelled_too() -> None:
    columns = Columns(named=("customer", "id", "o"))
    assert [columns.meant_by(name) for name in ("Customer", "cutsomer", "id", "ID", "x")] == [
        "customer", "customer", None, "id", None,
    ]  # fmt: skip


@given(st.sampled_from(RUN_COLUMNS), st.data())
def test_every_single_edit_is_found(column: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(column) - 1))
    letter = data.draw(st.sampled_from("aqz7"))
    edited = data.draw(
        st.sampled_from(
            [
                column[:at] + column[at + 1 :],
                column[:at] + letter + column[at:],
                column[:at] + letter + column[at + 1 :],
                column[:at] + column[at : at + 2][::-1] + column[at + 2 :],
            ]
        )
    )
    columns = Columns()
    # An edit may also make another column, or another system's name of one.
    assert columns.is_known(edited) or columns.meant_by(edited) is not None
    if edited not in RUN_COLUMNS and len(column) > 6:
        assert columns.meant_by(edited) == column


def test_the_message_names_each_misspelled_column_what_was_meant_and_what_is_accepted() -> None:
    with pytest.raises(UnusableFile) as refused:
        SeenColumns(Columns(named=("org",))).add(["run_id", "total_cost", "llm_token_in", "model"])
    assert str(refused.value) == (
        "Columns that are not accepted: total_cost (did you mean total_cost_usd?), llm_token_in (did you mean "
        "llm_tokens_in?). Rename them, or add --ignore-column NAME for each that is something else. Accepted: "
        f"{', '.join(RUN_COLUMNS)}, org."
    )


def test_a_name_is_foreign_where_the_column_that_it_resembles_is_there_too() -> None:
    seen = SeenColumns(Columns(ignored=("price",)))
    seen.add(["run_id", "cost", "price", COST, "model", "cost_updated_at", "started", "started_at"])
    assert seen.foreign == ["cost", "model", "started"]
    # In NDJSON each row has its own fields.
    seen.add(["run_id", COST, "price"])
    with pytest.raises(UnusableFile, match="did you mean total_cost_usd"):
        seen.add(["run_id", "cost"])


def test_a_file_without_costs_or_without_a_column_to_ignore() -> None:
    seen = SeenColumns(Columns())
    seen.add(["run_id", "model"])
    with pytest.raises(
        UnusableFile, match=r"There is no column total_cost_usd.* The file has: run_id, model\. .*--wit"
    ):
        seen.refuse_missing()
    ignoring = SeenColumns(Columns(ignored=("cots",), without_costs=True))
    ignoring.add(["run_id"])
    with pytest.raises(UnusableFile, match=r"--ignore-column cots: there is no such column\. The file has: run_id\."):
        ignoring.refuse_missing()
    accepted = SeenColumns(Columns(ignored=("cost",), without_costs=True))
    accepted.add(["run_id", "cost"])
    accepted.refuse_missing()
    assert accepted.foreign == []


def test_names_in_messages_are_short_plain_and_few() -> None:
    assert listed(["a", "", "x\ny", "größe", "\ud800", "z" * 99]) == (
        f"a, '', x\\ny, gr\\xf6\\xdfe, \\ud800, {'z' * 60}"
    )
    assert listed(map(str, range(30))).endswith("18, 19 and 10 more")
