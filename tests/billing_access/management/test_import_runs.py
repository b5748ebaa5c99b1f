"""``manage.py import_runs``: files of every form, refused rows, and exit codes."""

import csv
import gzip
import io
import json
import os
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing_access.billing.ingest.models import Batch
from billing_access.billing.ingest.staging import Refusal
from billing_access.billing.models import Account, Run, UsageDay
from billing_access.billing.operators import check_figures, reconcile_balance
from billing_access.management.reject_file import RejectFile
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Organization

HEADER = "run_id,started_at,finished_at,model,llm_tokens_in,llm_tokens_out,total_cost_usd"
GOOD = "good,2026-04-01T12:00:00Z,,,,,1.25"
ROW = '{"run_id": "good", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": "1.25"}'
CASES = Path(__file__).parents[2] / "cases"
NOON, ONE = "2026-04-01T12:00:00+00:00", "2026-04-01T13:00:00+00:00"
BY_MODEL = ["--organization-column", "model"]


@dataclass
class Ran:
    """The output and exit code of the command, and the rows in the reject file."""

    code: int
    out: str
    rejects: list[dict[str, str]]


@pytest.fixture
def import_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Import bytes, text or lines of CSV from a file: ``import_runs(data, "--organization", "acme", ...)``."""

    def run(data: bytes | str, *arguments: str, name: str = "runs") -> Ran:
        file, rejects = tmp_path / name, tmp_path / f"{name}.rejects.csv"
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        rejects.unlink(missing_ok=True)
        out, code = io.StringIO(), 0
        try:
            call_command("import_runs", str(file), *(arguments or ("--organization", "acme")), stdout=out)
        except SystemExit as ended:
            code = int(ended.code or 0)
        refused = list(csv.DictReader(rejects.open(encoding="utf-8"))) if rejects.exists() else []
        assert capsys.readouterr() == ("", ""), "a progress bar shows on a terminal only"
        return Ran(code, out.getvalue(), refused)

    return run


def a_file(*rows: str) -> str:
    return "\n".join([HEADER, *rows]) + "\n"


def the_run(run_id: str = "r") -> Run:
    return Run.objects.get(run_id=run_id)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # The digits of a float beyond ten decimals are rounded once, half to even.
        ("r,2026-04-01T12:00:00Z,,,,,0.22249000000000002", {"total_cost_usd": Decimal("0.2224900000")}),
        ("r,2026-04-01T12:00:00Z,,,,,1e-05", {"total_cost_usd": Decimal("0.0000100000")}),
        ("r,2026-04-01T12:00:00Z,,,,,", {"total_cost_usd": None, "cost_status": "unpriced"}),
        ("r,2026-04-01T12:00:00Z,,,,,0", {"total_cost_usd": Decimal(0), "cost_status": "final"}),
        ("r,2026-04-01T12:00:00Z,,m,5,5,2", {"finished_at": None, "status": "completed", "cost_status": "final"}),
        ("r,2026-04-01T12:00:00Z,,,5,5,2", {"tags": {}}),
        ("r,2026-04-01T12:00:00Z,,,5,0,2", {"llm_tokens_out": 0, "total_cost_usd": Decimal(2)}),
        ("r,2026-04-01T12:00:00Z,,,,,2", {"llm_tokens_in": None, "llm_tokens_out": None}),
        # Cut, not rounded, so that the run does not move into the next day.
        ("r,2026-04-01T23:59:59.9999999Z,,,,,2", {"started_at": "2026-04-01T23:59:59.999999+00:00"}),
        ("r,2026-04-01T23:30:00-07:00,,,,,2", {"started_at": "2026-04-02T06:30:00+00:00"}),
        ("r,2026-04-01T12:00:00Z,,,3000000000,1,2", {"llm_tokens_in": 3_000_000_000}),
    ],
)  # fmt: skip
def test_each_oddity_is_taken_for_what_it_says(
    acme: Organization, import_runs: Any, row: str, expected: dict[str, Any]
) -> None:
    ran = import_runs(a_file(row), "--organization", "acme", "--tag-column", "model=model")
    assert (ran.code, ran.rejects) == (0, [])
    found = {name: getattr(the_run(), name) for name in expected if name != "tags" and name != "started_at"}
    found |= {"started_at": the_run().started_at.isoformat()} if "started_at" in expected else {}
    found |= {"tags": the_run().tags} if "tags" in expected else {}
    assert found == expected


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("bad,,,,,,1", "started_at is missing"),
        ("bad,2026-04-01T12:00:00,,,,,1", "started_at 2026-04-01T12:00:00 has no offset"),
        ("bad,April 1,,,,,1", "is not a time"),
        ("bad,2026-02-30T12:00:00Z,,,,,1", "does not exist"),
        ("bad,2026-04-01T12:00:00Z,2026-04-01T11:00:00Z,,,,1", "finished_at is before started_at"),
        ("bad,2026-04-01T12:00:00Z,,,,,NaN", "total_cost_usd"),
        ("bad,2026-04-01T12:00:00Z,,,,,-1", "total_cost_usd"),
        ('bad,2026-04-01T12:00:00Z,,,,,"1,5"', "total_cost_usd"),
        ("bad,2026-04-01T12:00:00Z,,,1.5,,1", "llm_tokens_in '1.5' is not a count"),
        ("bad,2026-04-01T12:00:00Z,,,,", "6 fields where the header has 7"),
        (",2026-04-01T12:00:00Z,,,,,1", "run_id is missing"),
    ],
)
def test_each_fault_is_put_aside_with_line_and_reason_and_the_good_rows_land(
    acme: Organization, import_runs: Any, row: str, says: str
) -> None:
    ran = import_runs(a_file(row, GOOD))
    assert ran.code == 1
    (refused,) = ran.rejects
    assert (refused["line"], says in refused["reason"]) == ("2", True), refused
    assert refused["run_id"] in {"bad", ""}
    assert "1 new, 0 changed, 0 unchanged, 0 repeated, 0 stale, 1 refused" in ran.out
    assert "Refused rows, with line and reason: " in ran.out
    assert Run.objects.get().run_id == "good"


@pytest.mark.parametrize(
    "dress",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: gzip.compress(text.encode()),
        lambda text: gzip.compress(b"\xef\xbb\xbf" + text.rstrip("\n").replace("\n", "\r\n").encode()),
    ],
    ids=["crlf", "no final newline", "byte-order mark", "gzip", "all at once"],
)
def test_every_dress_of_one_file_lands_alike(acme: Organization, import_runs: Any, dress: Any) -> None:
    ran = import_runs(dress(a_file(GOOD, "two,2026-04-01T12:00:00Z,,,7,8,2")))
    assert ran.code == 0
    assert ran.out == (
        f"Batch {Batch.objects.get().pk}: read 2 rows: 2 new, 0 changed, 0 unchanged, 0 repeated, 0 stale, 0 refused.\n"
        "Accepted rows: cost 3.25 USD, 7 tokens in, 8 tokens out, 0 cached, 0 without a cost.\n"
        "Usage changed by 3.25 USD. 0 costs rounded to ten decimals, 0 final runs corrected.\n"
        "Ignored columns: model.\n"
    )
    assert set(Run.objects.values_list("run_id", "total_cost_usd")) == {("good", Decimal("1.25")), ("two", 2)}


def test_an_offset_that_no_entry_can_have_is_said(acme: Organization, import_runs: Any) -> None:
    observed_at = datetime(2026, 4, 2, tzinfo=UTC)
    said = {"balance_usd": Decimal(1), "observed_at": observed_at, "reference": "st_1"}
    reconcile_balance(acme, actor=command("tests"), **said)
    rows = (f"r{n},2026-04-01T12:00:00Z,,,,,9999999999" for n in range(2))
    with pytest.raises(CommandError, match=r"runs: What was charged by the last reconciliation, 2026-04-02T00:00:00Z"):
        import_runs(a_file(*rows))
    assert not Run.objects.exists()


def test_one_of_anything_is_in_the_singular(acme: Organization, import_runs: Any) -> None:
    said = import_runs(a_file("one,2026-04-01T12:00:00Z,,,1,1,0.00000000001")).out
    for part in ("read 1 row: 1 new", " 1 token in, 1 token out", " 1 cost rounded "):
        assert part in said


def test_a_dozen_runs_at_one_instant_and_sums_past_31_bits(acme: Organization, import_runs: Any) -> None:
    ran = import_runs(a_file(*(f"r{n},2026-04-01T12:00:00Z,,,2000000000,1,0.1" for n in range(12))))
    assert ran.code == 0
    assert "cost 1.20 USD, 24000000000 tokens in, 12 tokens out" in ran.out
    day = UsageDay.objects.get()
    assert (day.run_count, day.llm_tokens_in, day.total_cost_usd) == (12, 24_000_000_000, Decimal("1.2"))
    assert check_figures(acme) == []


def test_a_run_that_stands_twice_counts_once_where_equal_and_not_at_all_where_it_differs(
    acme: Organization, import_runs: Any
) -> None:
    twice = "twice,2026-04-01T12:00:00Z,,,,,1"
    ran = import_runs(a_file(twice, GOOD, twice, "torn,2026-04-01T12:00:00Z,,,,,1", "torn,2026-04-01T12:00:00Z,,,,,2"))
    assert ran.code == 1
    assert "2 new, 0 changed, 0 unchanged, 1 repeated, 0 stale, 2 refused" in ran.out
    assert [(row["line"], row["run_id"]) for row in ran.rejects] == [("5", "torn"), ("6", "torn")]
    assert all("different final costs" in row["reason"] for row in ran.rejects)
    assert set(Run.objects.values_list("run_id", flat=True)) == {"twice", "good"}


def test_a_different_final_needs_correct(acme: Organization, import_runs: Any) -> None:
    import_runs(a_file(GOOD))
    dearer = a_file(GOOD.replace("1.25", "1.5"))
    refused = import_runs(dearer)
    assert (refused.code, the_run("good").total_cost_usd) == (1, Decimal("1.25"))
    assert "--correct" in refused.rejects[0]["reason"]
    corrected = import_runs(dearer, "--organization", "acme", "--correct")
    assert (corrected.code, the_run("good").total_cost_usd) == (0, Decimal("1.5"))
    assert "Usage changed by 0.25 USD. 0 costs rounded to ten decimals, 1 final run corrected." in corrected.out


def test_naive_times_are_taken_as_utc_where_told(acme: Organization, import_runs: Any) -> None:
    naive = a_file("r,2026-04-01T12:00:00,,,,,1")
    assert import_runs(naive).code == 1
    assert import_runs(naive, "--organization", "acme", "--naive-times", "UTC").code == 0
    assert the_run().started_at.isoformat() == "2026-04-01T12:00:00+00:00"


def test_what_the_file_lacks_is_filled_in(acme: Organization, import_runs: Any) -> None:
    import_runs(a_file("r,2026-04-01T12:00:00Z,,,,,1"))
    run = the_run()
    assert (run.run_type, run.status, run.cost_status) == ("workflow_run", "completed", "final")
    assert run.created_at == run.started_at
    import_runs(a_file("s,2026-04-01T12:00:00Z,,,,,1"), "--organization", "acme", "--run-type", "task_v2",
                "--status", "running")  # fmt: skip
    assert (the_run("s").run_type, the_run("s").status, the_run("s").cost_status) == ("task_v2", "running", "accruing")


def test_columns_become_tags_where_named(acme: Organization, import_runs: Any) -> None:
    file = "run_id,started_at,org,model,note,tags\nr,2026-04-01T12:00:00Z,s-1,,unread,kind=main;stop=end\n"
    ran = import_runs(
        file, "--organization", "acme", "--without-costs", "--tag-column", "org=session", "--tag-column", "model=llm"
    )
    assert (ran.code, the_run().tags) == (0, {"kind": "main", "stop": "end", "session": "s-1"})


def test_a_column_may_name_each_runs_organization(acme: Organization, other: Organization, import_runs: Any) -> None:
    other.external_id = "ext-7"
    other.save()
    file = "run_id,started_at,customer\na,2026-04-01T12:00:00Z,acme\nb,2026-04-01T12:00:00Z,ext-7\n"
    file += f"c,2026-04-01T12:00:00Z,{other.public_id}\nd,2026-04-01T12:00:00Z,nobody\ne,2026-04-01T12:00:00Z,\n"
    ran = import_runs(file, "--organization-column", "customer", "--without-costs")
    assert ran.code == 1
    assert [(row["line"], row["run_id"]) for row in ran.rejects] == [("5", "d"), ("6", "e")]
    assert "'nobody' names no organization" in ran.rejects[0]["reason"]
    assert set(Run.objects.values_list("run_id", "organization__slug")) == {
        ("a", "acme"),
        ("b", "other"),
        ("c", "other"),
    }


def test_ndjson_with_numbers_and_tags(acme: Organization, import_runs: Any) -> None:
    lines = [
        {"run_id": "r", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": 0.1, "llm_tokens_in": 5,
         "tags": {"county": "adams"}},
        {"run_id": "null", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": None},
        {"run_id": "bad", "started_at": "2026-04-01T12:00:00Z", "total_cost_usd": True},
    ]  # fmt: skip
    ran = import_runs("\n".join(map(json.dumps, lines)) + "\n{broken\n[1]\n")
    assert (ran.code, [row["line"] for row in ran.rejects]) == (1, ["3", "4", "5"])
    # 0.1 is read exactly, not as the nearest binary fraction.
    assert (the_run().total_cost_usd, the_run().tags) == (Decimal("0.1"), {"county": "adams"})
    assert the_run("null").cost_status == "unpriced"


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input(acme: Organization, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, packed: bool) -> None:
    data = a_file(GOOD, "bad,,,,,,1").encode()
    stdin = io.TextIOWrapper(io.BytesIO(gzip.compress(data) if packed else data))
    monkeypatch.setattr("sys.stdin", stdin)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        call_command("import_runs", "-", "--organization", "acme", stdout=io.StringIO())
    assert ended.value.code == 1
    assert (tmp_path / "rejects.csv").read_text().splitlines()[1].startswith('3,bad,"started_at is missing')
    assert Run.objects.get().run_id == "good"


ENDED = a_file(GOOD) + "#end,1\n"


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (ENDED, 0, None),
        (f'{ROW}\n{{"end": true, "rows": 1}}\n', 0, None),
        (HEADER + "\n#end,0\n", 0, None),
        ("#end,0\n", 0, None),
        ('{"end": true, "rows": 0}\n', 0, None),
        (a_file(GOOD), 1, "The input has no end mark, so it may be cut off."),
        (HEADER + "\n", 1, "The input has no end mark"),
        (f"{ROW}\n", 1, "The input has no end mark"),
        (a_file(GOOD) + "#end,2\n", 1, "The end mark states 2 rows, but 1 came before it."),
        (HEADER + "\n#end,1\n", 1, "The end mark states 1 row, but 0 came before it."),
        (f'{ROW}\n{{"end": true, "rows": 12}}\n', 1, "The end mark states 12 rows, but 1 came before it."),
        # The row that was cut off is refused too.
        (ENDED[: ENDED.index(",,,1.25")], 1, "The input has no end mark"),
    ],
)
def test_standard_input_is_complete_only_with_its_end_mark(
    acme: Organization, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: str, code: int, says: str | None
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    monkeypatch.chdir(tmp_path)
    out = io.StringIO()
    arguments = ["--organization", "acme", "--complete-through", NOON]
    if code:
        with pytest.raises(SystemExit) as ended:
            call_command("import_runs", "-", *arguments, stdout=out)
        assert ended.value.code == code
    else:
        call_command("import_runs", "-", *arguments, stdout=out)
    assert through(acme) == (None if code else NOON)
    assert says is None or says in out.getvalue()
    assert ("--complete-through was not applied." in out.getvalue()) == bool(code)
    assert Run.objects.count() == data.count("1.25")


def test_without_complete_through_standard_input_needs_no_end_mark(
    acme: Organization, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(a_file(GOOD).encode())))
    call_command("import_runs", "-", "--organization", "acme", stdout=io.StringIO())
    assert Run.objects.count() == 1


@pytest.mark.parametrize(("data", "complete"), [(ENDED, NOON), (a_file(GOOD), None)])
def test_a_pipe_with_a_name_is_not_a_file(acme: Organization, data: str, complete: str | None) -> None:
    reading, writing = os.pipe()
    os.write(writing, data.encode())
    os.close(writing)
    arguments = ["import_runs", f"/dev/fd/{reading}", "--organization", "acme", "--complete-through", NOON]
    try:
        with nullcontext() if complete else pytest.raises(SystemExit):
            call_command(*arguments, stdout=io.StringIO())
    finally:
        os.close(reading)
    assert through(acme) == complete


@pytest.mark.parametrize(("rows", "code"), [(1, 0), (2, 1)])
def test_an_end_mark_in_a_file_must_be_right(acme: Organization, import_runs: Any, rows: int, code: int) -> None:
    file = a_file(GOOD) + f"#end,{rows}\n"
    assert import_runs(file).code == code
    ran = import_runs(file, "--organization", "acme", "--complete-through", NOON)
    assert (ran.code, through(acme)) == (code, None if code else NOON)
    assert Run.objects.count() == 1


def test_foreign_columns_are_listed_and_known_ones_are_not(acme: Organization, import_runs: Any) -> None:
    file = "run_id,started_at,total_cost,model,cost_updated_at\na,2026-04-01T12:00:00Z,1,m,\n"
    arguments = ["--organization", "acme", "--without-costs", "--ignore-column", "total_cost"]
    assert import_runs(file, *arguments).out.splitlines()[-1] == "Ignored columns: model."
    last = import_runs(file, *arguments, "--ignore-column", "model").out.splitlines()[-1]
    assert last.startswith("Usage changed by 0.00 USD.")


def test_the_batch_has_the_file_and_the_options_that_were_given(
    acme: Organization, import_runs: Any, tmp_path: Path
) -> None:
    import_runs(a_file(GOOD), "--organization", "acme", "--tag-column", "model=llm", "--again")
    batch = Batch.objects.get()
    assert (batch.file, batch.read, batch.inserted) == (str(tmp_path / "runs"), 1, 1)
    assert batch.options == {
        "organization": "acme", "tag_column": ["model=llm"], "again": True, "run_type": "workflow_run",
        "status": "completed",
    }  # fmt: skip


def test_the_usage_export_is_imported_as_it_was_exported(acme: Organization, import_runs: Any) -> None:
    for name in ("38-own-export.csv", "38-own-export.ndjson"):
        data = (CASES / name).read_bytes()
        ran = import_runs(data)
        assert (ran.code, ran.rejects) == (0, []), name
    assert "Ignored columns" not in ran.out
    assert ", 0 new, 0 changed," in ran.out.replace("rows:", "rows,")
    assert all(run.tags["copy"] == "shifted" for run in Run.objects.all())


def test_the_reject_file_goes_where_it_is_named_and_is_made_with_the_first_fault_only(
    acme: Organization, import_runs: Any, tmp_path: Path
) -> None:
    place = tmp_path / "aside.csv"
    import_runs(a_file(GOOD), "--organization", "acme", "--rejects", str(place))
    assert not place.exists()
    assert import_runs(a_file("bad,,,,,,1"), "--organization", "acme", "--rejects", str(place)).code == 1
    assert place.read_text().splitlines()[0] == "line,run_id,reason"


@pytest.mark.parametrize("rejects", ["no/r.csv", ".", "file/r.csv"])
@pytest.mark.parametrize("row", [GOOD, "bad,,,,,,1"])
def test_a_reject_file_that_cannot_be_written_stops_before_anything_lands(
    acme: Organization, import_runs: Any, tmp_path: Path, rejects: str, row: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match=r"the file for refused rows, cannot be written\. .*--rejects PATH"):
        import_runs(a_file(GOOD, row), "--organization", "acme", "--rejects", str(tmp_path / rejects))
    assert not Run.objects.exists()


def test_a_reject_file_that_can_no_longer_be_written_names_the_row(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with RejectFile(folder / "r.csv") as rejects:
        folder.rmdir()
        with pytest.raises(CommandError, match=r"line 3: no start.*cannot be written .*--rejects PATH"):
            rejects.add(Refusal(3, "a", "no start"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty. An export without rows is a header alone or, in NDJSON, the line"),
        (b"name,model\n1,2\n", "The header lacks run_id. It has: name, model. Nothing was imported."),
        (b"id,cost\n1,2\n", "id (did you mean run_id?), cost (did you mean total_cost_usd?)"),
        (
            b"run_id,started_at\na,2026-04-01T12:00:00Z\n",
            "If that is right, add --without-costs. Nothing was imported.",
        ),
        (a_file(GOOD).encode() + b"#end\n", "Line 3 is not a valid end mark"),
        (a_file(GOOD).encode() + b"#end,1\n" + GOOD.encode(), "Line 4 is after the end mark"),
        (f"{ROW}\n{ROW.replace('total_cost_usd', 'cost')}\n".encode(), "did you mean total_cost_usd"),
        (f'{ROW}\n{ROW.replace("}", ", ")}"currency": "EUR"}}\n'.encode(), "Line 2: the currency is 'EUR'"),
        (b'[{"run_id": "a"}]', "JSON array"),
        (gzip.compress(a_file(*[GOOD] * 50).encode())[:-9], "ends early"),
    ],
)
def test_a_file_that_cannot_be_read_lands_nothing_and_says_why(
    acme: Organization, import_runs: Any, data: bytes, says: str
) -> None:
    with pytest.raises(CommandError) as refused:
        import_runs(data)
    assert says in str(refused.value)
    assert not Run.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--organization", "nobody"], "no organization with the slug 'nobody'"),
        (["--organization", "acme", "--organization-column", "x"], "not allowed with argument"),
        ([], "required"),
        (["--organization", "acme", "--tag-column", "county"], "--tag-column 'county' is not COLUMN=TAG"),
        (["--organization", "acme", "--tag-column", "model=a:b"], "no colon"),
        (["--organization", "acme", "--tag-column", "county=county"], "The header lacks county"),
        (["--organization", "acme", "--ignore-column", "run_id"], "--ignore-column run_id: this column is imported"),
        (["--organization", "acme", "--ignore-column", "modle"], "--ignore-column modle: there is no such column"),
        (["--organization", "acme", "--tag-column", "model=m", "--ignore-column", "model"], "this column is imported"),
        (["--organization-column", "customer"], "The header lacks customer"),
        (["--organization", "acme", "--status", "done"], "invalid choice: 'done'"),
        (["--organization", "acme", "--naive-times", "local"], "invalid choice: 'local'"),
        (["--organization", "acme", "--unit-price", "0"], "--unit-price: A unit price is more than zero"),
        (["--organization", "acme", "--unit-price", "0.00000000001"], "has ten decimals at most"),
        (["--organization", "acme", "--unit-price", "five"], "--unit-price: 'five' is not an amount"),
        (["--organization", "acme", "--complete-through", "now"], "--complete-through 'now' is not a time"),
        (["--organization", "acme", "--complete-through", "2026-04-01T12:00:00"], "has no offset"),
        (["--organization", "acme", "--complete-through", "2199-01-01T00:00:00Z"], "is in the future"),
        (["--organization-column", "model", "--complete-for", "all"], "needs --complete-through"),
        (
            ["--organization", "acme", "--complete-through", NOON, "--complete-for", "all"],
            "needs --organization-column",
        ),
        ([*BY_MODEL, "--complete-through", NOON, "--complete-for", "all", "acme"], "either `all` or slugs"),
        ([*BY_MODEL, "--complete-through", NOON, "--complete-for", "acme", "nobody"], "with the slug 'nobody'"),
    ],
)
def test_arguments_at_fault_are_named(acme: Organization, tmp_path: Path, arguments: list[str], says: str) -> None:
    file = tmp_path / "runs.csv"
    file.write_text(a_file(GOOD))
    with pytest.raises(CommandError) as refused:
        call_command("import_runs", str(file), *arguments)
    assert says in str(refused.value)
    assert not Run.objects.exists()


def through(organization: Organization) -> str | None:
    account = Account.objects.filter(pk=organization.pk).first()
    return account.usage_through.isoformat() if account and account.usage_through else None


def test_the_feed_says_where_it_is_complete_to(acme: Organization, import_runs: Any) -> None:
    ran = import_runs(a_file(GOOD), "--organization", "acme", "--complete-through", "2026-04-01T05:00:00-07:00")
    assert ran.out.splitlines()[-1] == "acme: complete until 2026-04-01T05:00:00-07:00."
    assert through(acme) == NOON
    event = AuditEvent.objects.get(action="usage.marked_complete")
    assert event.changes == {"usage_through": [None, "2026-04-01T12:00:00Z"]}
    assert (event.organization_id, event.actor_id) == (acme.public_id, "import_runs")
    import_runs(a_file(GOOD), "--organization", "acme", "--complete-through", NOON)
    assert AuditEvent.objects.filter(action="usage.marked_complete").count() == 1


def test_it_goes_back_only_where_that_is_said(acme: Organization, import_runs: Any) -> None:
    import_runs(a_file(GOOD), "--organization", "acme", "--complete-through", ONE)
    ran = import_runs(a_file(GOOD), "--organization", "acme", "--complete-through", NOON)
    assert ran.out.splitlines()[-1] == f"acme: complete until {ONE} already; add --move-back to set it back to {NOON}."
    assert (ran.code, through(acme)) == (0, ONE)
    import_runs(a_file(GOOD), "--organization", "acme", "--complete-through", NOON, "--move-back")
    assert through(acme) == NOON
    changes = AuditEvent.objects.filter(action="usage.marked_complete").order_by("id").last().changes
    assert changes == {"usage_through": ["2026-04-01T13:00:00Z", "2026-04-01T12:00:00Z"]}


def test_nothing_is_complete_where_a_row_was_refused(acme: Organization, import_runs: Any) -> None:
    ran = import_runs(a_file(GOOD, "bad,,,,,,1"), "--organization", "acme", "--complete-through", NOON)
    assert ran.code == 1
    assert "Rows were refused, so --complete-through was not applied." in ran.out
    assert through(acme) is None


def test_the_organizations_that_the_file_names_are_complete(
    acme: Organization, other: Organization, import_runs: Any
) -> None:
    file = "run_id,started_at,customer,total_cost_usd\na,2026-04-01T12:00:00Z,acme,1\n"
    import_runs(file, "--organization-column", "customer", "--complete-through", NOON)
    assert (through(acme), through(other)) == (NOON, None)


@pytest.mark.parametrize("names", [["all"], ["other"], ["other", "acme"]])
def test_organizations_without_a_row_are_complete_where_they_are_named(
    acme: Organization, other: Organization, import_runs: Any, names: list[str]
) -> None:
    file = "run_id,started_at,customer,total_cost_usd\na,2026-04-01T12:00:00Z,acme,1\n"
    arguments = ["--organization-column", "customer", "--complete-through", NOON, "--complete-for", *names]
    ran = import_runs(file, *arguments)
    assert (ran.code, through(acme), through(other)) == (0, NOON, NOON)
    assert ran.out.splitlines()[-2:] == [f"acme: complete until {NOON}.", f"other: complete until {NOON}."]
    arguments[arguments.index(NOON)] = ONE
    assert import_runs(file + "bad,,acme,1\n", *arguments).code == 1
    assert (through(acme), through(other)) == (NOON, NOON)


def test_a_feed_without_a_run_is_a_word_too(acme: Organization, import_runs: Any) -> None:
    assert import_runs(HEADER + "\n", "--organization", "acme", "--complete-through", NOON).code == 0
    account = Account.objects.get(pk=acme.pk)
    assert (through(acme), account.fed_at is not None, account.revision) == (NOON, True, 0)


def test_units_are_converted_and_their_price_stays_with_the_run(acme: Organization, import_runs: Any) -> None:
    units = a_file("r,2026-04-01T12:00:00Z,,,,,3", "none,2026-04-01T12:00:00Z,,,,,", "r,2026-04-01T12:00:00Z,,,,,3.0")
    ran = import_runs(units, "--organization", "acme", "--unit-price", "0.0105")
    assert (ran.code, the_run().total_cost_usd, the_run().unit_price_usd) == (0, Decimal("0.0315"), Decimal("0.0105"))
    assert (the_run("none").total_cost_usd, the_run("none").unit_price_usd) == (None, None)
    assert "Usage changed by 0.0315 USD" in ran.out
    again = import_runs(units, "--organization", "acme", "--unit-price", "0.0105")
    assert "0 new, 0 changed, 2 unchanged, 1 repeated" in again.out
    repeated = a_file("p,2026-04-01T12:00:00Z,,,,,2", "p,2026-04-01T12:00:00Z,2026-04-01T12:05:00Z,,,,")
    import_runs(repeated, "--organization", "acme", "--unit-price", "0.5")
    assert (the_run("p").total_cost_usd, the_run("p").unit_price_usd) == (1, Decimal("0.5"))
    # The same cost in dollars keeps the unit price; another cost needs --correct and replaces the price.
    dollars = a_file("r,2026-04-01T12:00:00Z,,,,,0.0315")
    assert "0 changed, 1 unchanged" in import_runs(dollars).out
    assert import_runs(units, "--organization", "acme", "--unit-price", "1").code == 1
    assert the_run().unit_price_usd == Decimal("0.0105")
    assert import_runs(units, "--organization", "acme", "--unit-price", "1", "--correct").code == 0
    assert (the_run().total_cost_usd, the_run().unit_price_usd) == (3, 1)
    import_runs(a_file("r,2026-04-01T12:00:00Z,,,,,2"), "--organization", "acme", "--correct")
    assert (the_run().total_cost_usd, the_run().unit_price_usd) == (2, None)
    assert check_figures(acme) == []


def test_a_file_that_is_not_there(acme: Organization, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"No such file or directory\. Nothing was imported"):
        call_command("import_runs", str(tmp_path / "no.csv"), "--organization", "acme")


@pytest.mark.parametrize("content", [HEADER + "\n", HEADER + "\n#end,0\n", "#end,0\n", '{"end": true, "rows": 0}\n'])
def test_a_file_without_rows_is_complete(acme: Organization, import_runs: Any, content: str) -> None:
    ran = import_runs(content, "--organization", "acme", "--complete-through", NOON)
    assert (ran.code, ran.rejects) == (0, [])
    assert f"acme: complete until {NOON}." in ran.out
    assert Account.objects.get().usage_through.isoformat() == NOON


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_file_is_not_complete(acme: Organization, import_runs: Any, content: str) -> None:
    with pytest.raises(CommandError, match="The file is empty"):
        import_runs(content, "--organization", "acme", "--complete-through", NOON)
    assert not Account.objects.exclude(usage_through=None).exists()
