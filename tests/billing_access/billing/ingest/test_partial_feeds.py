"""A feed changes only what it says: absent columns and empty cells leave what stands."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import assume, given
from hypothesis import strategies as st

from billing_access.billing.ingest.models import Batch, RunChange, StagedRun
from billing_access.billing.ingest.run_validation import Defaults
from billing_access.billing.models import Account, Run, UsageDay, UsageQuarterHour
from billing_access.billing.operators import check_figures
from billing_access.billing.tokens import TOKEN_COUNTS
from tests.conftest import acting_as
from tests.properties import tried_on

pytestmark = pytest.mark.django_db
START = datetime(2026, 4, 1, 12, tzinfo=UTC)
COMPARED = ("run_type", "status", "created_at", "modified_at", "queued_at", "started_at", "finished_at",
            "total_cost_usd", "cost_status", *TOKEN_COUNTS, "tags")  # fmt: skip


def stored(organization: Any, run_id: str = "wr_1") -> dict[str, Any] | None:
    row = Run.objects.filter(organization=organization, run_id=run_id).values(*COMPARED).first()
    return None if row is None else dict(row)


def wipe() -> None:
    with acting_as("owner"):
        for model in (RunChange, Run, UsageDay, UsageQuarterHour, Account):
            model.objects.all().delete()


def test_a_billers_costs_leave_type_status_tags_and_times_as_they_are(acme, feed):
    feed(
        acme,
        {"run_id": "rc1", "run_type": "task_v2", "status": "failed", "started_at": START, "tags": "county=adams"},
        {"run_id": "rc2", "run_type": "task_v2", "status": "running", "started_at": START, "tags": "county=adams"},
    )
    feed(
        acme,
        {"run_id": "rc1", "started_at": START, "total_cost_usd": "1.25"},
        {"run_id": "rc2", "started_at": START, "total_cost_usd": "0.40"},
    )
    first, second = Run.objects.order_by("run_id")
    assert (first.run_type, first.status, first.tags) == ("task_v2", "failed", {"county": "adams"})
    assert (first.total_cost_usd, first.cost_status) == (Decimal("1.25"), "final")
    assert (second.status, second.tags) == ("running", {"county": "adams"})
    assert (second.total_cost_usd, second.cost_status) == (Decimal("0.40"), "accruing")
    feed(acme, {"run_id": "rc2", "status": "completed", "started_at": START, "total_cost_usd": "0.90"})
    second.refresh_from_db()
    assert (second.status, second.total_cost_usd, second.cost_status) == ("completed", Decimal("0.90"), "final")
    assert check_figures(acme) == []


def test_the_defaults_are_for_new_runs_alone(acme, feed, run):
    defaults = Defaults(run_type="task_v3", status="failed")
    feed(acme, run(), defaults=defaults)
    before = stored(acme)
    assert before is not None
    assert (before["run_type"], before["status"]) == ("task_v3", "failed")
    assert feed(acme, run(), defaults=Defaults()).report.unchanged == 1
    assert stored(acme) == before


def test_given_tags_replace_the_set_and_a_tag_column_touches_its_own_key(acme, feed, run):
    columns = Defaults(tag_columns={"county": "county"})
    feed(acme, run(tags="a=1;county=boone"))
    feed(acme, run(county="adams"), defaults=columns)
    assert Run.objects.get().tags == {"a": "1", "county": "adams"}
    feed(acme, run(county=""), defaults=columns)
    assert Run.objects.get().tags == {"a": "1", "county": "adams"}
    feed(acme, run())
    assert Run.objects.get().tags == {"a": "1", "county": "adams"}
    feed(acme, run(tags={"b": "2"}))
    assert Run.objects.get().tags == {"b": "2"}
    feed(acme, run(tags={}))
    assert Run.objects.get().tags == {}


def test_tags_of_columns_stop_at_fifty(acme, feed, run):
    feed(acme, run(tags={f"t{n}": "1" for n in range(50)}))
    fed = feed(acme, run(county="adams"), defaults=Defaults(tag_columns={"county": "county"}))
    assert "more than 50 tags" in fed.refusals[0].reason
    assert feed(acme, run(t7="2"), defaults=Defaults(tag_columns={"t7": "t7"})).report.updated == 1


def test_a_stale_row_settles_what_is_unknown_and_replaces_nothing(acme, feed, run):
    newer, older = "2026-04-05T00:00:00Z", "2026-04-02T00:00:00Z"
    feed(acme, run(modified_at=newer, status="failed", tags="a=new", total_cost_usd=""))
    report = feed(
        acme,
        run(modified_at=older, status="completed", tags="a=old", total_cost_usd="2", llm_tokens_in="7",
            finished_at="2026-04-01T13:00:00Z"),
    ).report  # fmt: skip
    assert (report.stale, report.updated, report.unchanged) == (1, 0, 0)
    row = Run.objects.get()
    assert (row.status, row.tags, row.total_cost_usd, row.cost_status) == ("failed", {"a": "new"}, 2, "final")
    assert row.llm_tokens_in == 7
    assert row.finished_at is not None
    assert row.modified_at == datetime(2026, 4, 5, tzinfo=UTC)
    assert check_figures(acme) == []


@pytest.mark.parametrize("correct", [False, True])
def test_a_stale_final_never_replaces_a_newer_one(acme, feed, run, correct):
    feed(acme, run(modified_at="2026-04-02T01:00:00Z", total_cost_usd="1.00"))
    feed(acme, run(modified_at="2026-04-05T01:00:00Z", total_cost_usd="2.00"), correct=True)
    report = feed(acme, run(modified_at="2026-04-02T01:00:00Z", total_cost_usd="1.00"), correct=correct).report
    assert (report.stale, report.refused, report.corrected) == (1, 0, 0)
    row = Run.objects.get()
    assert (row.total_cost_usd, row.modified_at) == (2, datetime(2026, 4, 5, 1, tzinfo=UTC))


def test_a_cost_that_is_not_said_leaves_a_final_one_and_counts_as_unchanged(acme, feed, run):
    feed(acme, run())
    report = feed(acme, run(total_cost_usd=""), correct=True).report
    assert (report.unchanged, report.unpriced) == (1, 1)
    assert Run.objects.get().total_cost_usd == 1


def test_rows_without_modified_at_apply_in_the_order_in_which_they_come(acme, feed, run):
    rows = [run(status="failed", tags="a=1"), run(status="completed"), run(tags="a=2")]
    report = feed(acme, *rows).report
    assert (report.inserted, report.updated, report.repeated) == (1, 2, 0)
    row = Run.objects.get()
    assert (row.status, row.tags, row.modified_at) == ("completed", {"a": "2"}, None)


@pytest.mark.parametrize(
    ("first", "then", "reason"),
    [
        (None, {"started_at": ""}, "there is no created_at or queued_at either"),
        (None, {"started_at": "", "created_at": START}, "a run with a cost or the status"),
        (None, {"started_at": "", "created_at": START, "total_cost_usd": "", "status": "running"}, "needs it"),
        ({}, {"started_at": START + timedelta(seconds=1)}, "void_runs"),
        ({}, {"started_at": "", "finished_at": START - timedelta(seconds=1)}, "finished_at is before started_at"),
        ({}, {"total_cost_usd": "3"}, "--correct"),
    ],
)
def test_what_only_the_stored_run_shows_to_be_wrong_is_refused(acme, feed, run, first, then, reason):
    if first is not None:
        feed(acme, run(**first))
    before = stored(acme)
    fed = feed(acme, run(**then))
    assert [refusal.run_id for refusal in fed.refusals] == ["wr_1"]
    assert reason in fed.refusals[0].reason
    assert stored(acme) == before
    assert check_figures(acme) == []


def test_a_batch_tells_who_what_and_how_much(acme, feed, run):
    rows = (run("a"), run("a"), run("b", total_cost_usd="x"), run("c", total_cost_usd="0.00000000001"))
    batch = feed(acme, *rows, file="runs.csv", options={"correct": False}).report
    kept = Batch.objects.get()
    assert (kept.pk, kept.file, kept.options, kept.started_by) == (
        batch.pk, "runs.csv", {"correct": False}, "system tests",
    )  # fmt: skip
    assert (kept.read, kept.inserted, kept.repeated, kept.refused, kept.rounded) == (4, 2, 1, 1, 1)
    assert (kept.total_cost_usd, kept.usage_moved_usd) == (2, 1)
    assert kept.finished_at is not None
    assert set(Run.objects.values_list("batch_id", flat=True)) == {batch.pk}
    second = feed(acme, run("a", tags="k=v")).report
    assert list(RunChange.objects.values_list("run__run_id", "batch_id")) == [("a", second.pk)]
    assert not StagedRun.objects.exists()


def test_rows_of_a_killed_import_are_deleted_by_a_later_one(acme, feed, run):
    killed, running = Batch.objects.create(), Batch.objects.create()
    Batch.objects.filter(pk=killed.pk).update(started_at=timezone.now() - timedelta(days=3))
    for batch in (killed, running):
        StagedRun.objects.create(batch=batch, line=1, organization=acme, run_id="a")
    feed(acme, run())
    assert list(StagedRun.objects.values_list("batch", flat=True)) == [running.pk]


MOMENTS = st.integers(0, 5).map(lambda hours: START + timedelta(hours=hours))
COSTS = st.sampled_from(["0", "1", "2.5"])
TAGS = st.dictionaries(st.sampled_from(["a", "b"]), st.sampled_from(["1", "2"]), max_size=2)
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "run_type": st.sampled_from(["task_v1", "task_v2"]),
    "status": st.sampled_from(["running", "completed", "failed"]),
    "created_at": st.integers(1, 3).map(lambda hours: START - timedelta(hours=hours)),
    "modified_at": MOMENTS,
    "queued_at": st.integers(1, 3).map(lambda minutes: START - timedelta(minutes=minutes)),
    "finished_at": MOMENTS,
    "total_cost_usd": COSTS,
    "cost_status": st.sampled_from(["accruing", "final"]),
    "llm_tokens_in": st.integers(0, 3),
    "llm_tokens_out": st.integers(0, 3),
    "llm_tokens_cached": st.integers(0, 3),
    "tags": TAGS,
    "b": st.sampled_from(["1", "2"]),
}


def without_faults(row: dict[str, Any]) -> dict[str, Any]:
    """A cost status needs a cost, both ways of giving the tag b must agree, and cached tokens are part of those in."""
    if "llm_tokens_in" in row and "llm_tokens_cached" in row:
        row["llm_tokens_cached"] = min(row["llm_tokens_cached"], row["llm_tokens_in"])
    if "total_cost_usd" not in row:
        row.pop("cost_status", None)
    if "b" in row and "b" in row.get("tags", {}):
        del row["b"]
    return row


ROWS = st.fixed_dictionaries({"run_id": st.sampled_from(["x", "y"]), "started_at": st.just(START)}, optional=PARTS).map(
    without_faults
)
DEFAULTS = Defaults(tag_columns={"b": "b"})


class Model:
    """One run by the rules of docs/feeding.md, in plain Python."""

    def __init__(self) -> None:
        self.run: dict[str, Any] | None = None

    def apply(self, row: dict[str, Any], *, correct: bool) -> str:
        old = self.run
        if old is None:
            old = dict.fromkeys(COMPARED) | {"run_type": "workflow_run", "status": "completed", "tags": {},
                                             "cost_status": "unpriced"}  # fmt: skip
        stale = bool(old["modified_at"] and row.get("modified_at") and row["modified_at"] < old["modified_at"])
        new = dict(old)
        if not stale:
            new |= {name: row[name] for name in ("run_type", "status", "tags") if name in row}
            new["tags"] = new["tags"] | ({"b": row["b"]} if "b" in row else {})
        elif "b" in row:
            new["tags"] = {"b": row["b"]} | new["tags"]
        for name in ("queued_at", "finished_at"):
            if name in row and (not stale or old[name] is None):
                new[name] = row[name]
        new["started_at"] = START
        created = [time for time in (old["created_at"], row.get("created_at")) if time]
        new["created_at"] = min(created) if created else row.get("queued_at") or START
        new["modified_at"] = max(filter(None, [old["modified_at"], row.get("modified_at")]), default=None)
        verdict = self._figures(row, old, new, stale)
        is_more_cached = new["llm_tokens_cached"] is not None and new["llm_tokens_cached"] > (
            new["llm_tokens_in"] if new["llm_tokens_in"] is not None else new["llm_tokens_cached"]
        )
        if is_more_cached or (verdict == "contradicts" and not correct):
            return "refused"
        changed = new != self.run
        first, self.run = self.run is None, new
        return "inserted" if first else "stale" if stale else "updated" if changed else "unchanged"

    @staticmethod
    def _figures(row: dict[str, Any], old: dict[str, Any], new: dict[str, Any], stale: bool) -> str:
        tokens = {name: row.get(name) for name in TOKEN_COUNTS}
        if "total_cost_usd" not in row:
            better, kind, contradicts = False, "unpriced", False
        else:
            cost = Decimal(row["total_cost_usd"])
            status = row.get("status", new["status"])
            kind = row.get("cost_status") or ("accruing" if status == "running" else "final")
            was = old["cost_status"]
            both = was == kind == "final"
            contradicts = both and not stale and (
                cost != old["total_cost_usd"]
                or any(value is not None and old[name] not in (None, value) for name, value in tokens.items())
            )  # fmt: skip
            better = (
                was == "unpriced"
                or (was == "accruing" and (kind == "final" or cost > old["total_cost_usd"]))
                or (both and not stale)
            )
            if better:
                new |= {"total_cost_usd": cost, "cost_status": kind}
        for name, value in tokens.items():
            known = [each for each in (old[name], value) if each is not None]
            if better and kind == "final":
                new[name] = value if value is not None else old[name]
            elif old["cost_status"] == "final":
                new[name] = old[name] if old[name] is not None else value
            else:
                new[name] = max(known, default=None)
        return "contradicts" if contradicts else ""


@tried_on(60)
@given(rows=st.lists(ROWS, max_size=8), correct=st.booleans())
def test_any_partial_rows_end_as_a_plain_model_says(acme, feed, rows, correct):
    wipe()
    models = {"x": Model(), "y": Model()}
    for row in rows:
        expected = models[row["run_id"]].apply(row, correct=correct)
        report = feed(acme, row, defaults=DEFAULTS, correct=correct).report
        assert getattr(report, expected) == 1, expected
    for run_id, model in models.items():
        assert stored(acme, run_id) == model.run
    assert check_figures(acme) == []


@tried_on(40)
@given(rows=st.lists(ROWS, max_size=8), size=st.integers(1, 4))
def test_repeats_in_one_file_are_merged_as_if_each_came_in_a_file_of_its_own(acme, feed, rows, size):
    wipe()
    fed = feed(acme, *rows, defaults=DEFAULTS, batch_size=size)
    assume(not any("the file has different" in refusal.reason for refusal in fed.refusals))
    together = [stored(acme, run_id) for run_id in ("x", "y")]
    wipe()
    for row in rows:
        feed(acme, row, defaults=DEFAULTS)
    assert [stored(acme, run_id) for run_id in ("x", "y")] == together


WHOLE = st.fixed_dictionaries({"run_id": st.just("x"), "started_at": st.just(START),
                               **{name: part for name, part in PARTS.items() if name != "b"}})  # fmt: skip
WHOLE = WHOLE.map(without_faults)
FIGURES = ("total_cost_usd", *TOKEN_COUNTS)


@tried_on(40)
@given(
    rows=st.lists(WHOLE, min_size=2, max_size=5, unique_by=lambda row: row["modified_at"]),
    final=st.fixed_dictionaries({name: PARTS[name] for name in FIGURES}).map(without_faults),
    data=st.data(),
)
def test_rows_with_every_column_end_in_the_same_run_in_any_order(acme, feed, rows, final, data):
    """Final figures that differ are left out: the second is refused, or replaces the first where that is asked for."""
    rows = [row | final if row["cost_status"] == "final" else row for row in rows]
    ends = []
    for order in (rows, data.draw(st.permutations(rows))):
        wipe()
        for row in order:
            feed(acme, row)
        ends.append(stored(acme, "x"))
    assert ends[0] == ends[1]
