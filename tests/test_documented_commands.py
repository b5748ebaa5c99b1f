"""The lines of manage.py in the docs are run here, page by page; commands and options in sentences exist.

Each of these pages says which environment its lines mean.
"""

import gzip
import io
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import call_command, get_commands, load_command_class

from billing_access.billing.ingest.models import Batch
from billing_access.billing.models import Account, Run
from billing_audit.models import AuditEvent
from orgs.models import Organization
from tests.shell_lines import CHECKOUT, LISTED, READ, blocks, in_sentences, lines_of, name_of


@pytest.fixture
def manage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run the lines of manage.py of a page, one after the other; return what they printed.

    Files that the lines read are in the working folder. ``replaced``: texts that stand for another one here.
    """
    monkeypatch.chdir(tmp_path)

    def run(page: str, **replaced: str) -> str:
        out = io.StringIO()
        lines = [line for block in blocks(CHECKOUT / page) for line in lines_of(block)]
        lines = [line for line in lines if line.startswith("manage.py ") and line not in LISTED]
        assert lines
        for line in lines:
            words = shlex.split(line)
            if "<" in words:
                monkeypatch.setattr("sys.stdin", (tmp_path / words[-1]).open())
                words = words[:-2]
            call_command(words[1], *(replaced.get(f"_{word}", word) for word in words[2:]), stdout=out)
        return out.getvalue()

    return run


def test_the_commands_of_adopting(
    db: None, manage: Callable[..., str], tmp_path: Path, configure: Callable[..., None]
) -> None:
    configure(PLATFORM_KEYS=True)
    (tmp_path / "key.txt").write_text("sk_platform_" + "x" * 40)
    said = manage("docs/adopting.md")
    assert "Created Acme Robotics" in said
    account = Account.objects.get(organization__external_id="o_7f3")
    assert (account.organization.slug, account.stale_after_hours) == ("acme", 24)


def test_what_adopting_says_of_repeating(db: None) -> None:
    lines = [line for block in blocks(CHECKOUT / "docs" / "adopting.md") for line in lines_of(block)]
    created, synced = (shlex.split(line)[1:] for line in lines[:2])
    before: list[Any] = []
    for _ in range(3):
        call_command(*created, stdout=io.StringIO())
        call_command(*synced, stdout=io.StringIO())
        now = [Organization.objects.values().get(), Account.objects.values().get(), AuditEvent.objects.count()]
        assert before in ([], now)
        before = now


def test_the_commands_of_feeding(
    acme: Organization, other: Organization, manage: Callable[..., str], tmp_path: Path
) -> None:
    header = "run_id,started_at,total_cost_usd"
    row = "2026-04-01T11:00:00Z,1.50"
    (tmp_path / "runs.csv.gz").write_bytes(
        gzip.compress(f"{header},county\nwr_1,{row},adams\nwr_2,{row},boone\n".encode())
    )
    fed = {"org": "acme", "run_id": "n1", "started_at": "2026-04-01T11:00:00Z", "total_cost_usd": "1"}
    (tmp_path / "runs.ndjson").write_text(f'{json.dumps(fed)}\n{{"end": true, "rows": 1}}\n')
    (tmp_path / "costs.csv").write_text(f"{header}\nc1,{row}\n")
    (tmp_path / "started.csv").write_text("run_id,started_at\ns1,2026-04-01T11:00:00Z\n")
    (tmp_path / "units.csv").write_text(f"{header}\nu1,2026-04-01T11:00:00Z,20\n")
    page = (CHECKOUT / "docs" / "feeding.md").read_text()
    (tmp_path / "example.csv").write_text(*re.findall(r"^```csv\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    call_command("import_runs", str(tmp_path / "example.csv"), "--organization", "other", stdout=io.StringIO())
    said = manage("docs/feeding.md", _12=str(Batch.objects.get().pk))
    assert "acme: complete until 2026-04-01T12:00:00+00:00." in said
    costs = dict(Run.objects.filter(organization=acme).values_list("run_id", "total_cost_usd"))
    assert costs == {"wr_1": 1.5, "wr_2": 1.5, "n1": 1, "c1": 1.5, "s1": None, "u1": 1}


def test_the_commands_of_operations(
    acme: Organization, manage: Callable[..., str], tmp_path: Path, configure: Callable[..., None], make_key: Any
) -> None:
    configure(PLATFORM_KEYS=True)
    leaked, other = make_key(acme), make_key(acme)
    (tmp_path / "key.txt").write_text("sk_platform_" + "x" * 40)
    (tmp_path / "leaked.txt").write_text(f"KEY={leaked.secret}\n")
    manage("docs/operations.md", **{"_6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b": str(other.key.pk)})
    for issued in (leaked, other):
        issued.key.refresh_from_db()
        assert issued.key.revoked_at is not None


PAGES: Final = [page for page in READ if "manage.py " in page.read_text()]
# They are about the manage.py of the reader's own project.
OF_A_PROJECT: Final = ("add-to-your-project.md", "embedding.md")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name not in OF_A_PROJECT], ids=lambda page: str(page.relative_to(CHECKOUT))
)
def test_a_page_with_lines_of_manage_py_says_which_environment_they_mean(page: Path) -> None:
    text = page.read_text()
    assert "as `.venv/bin/python manage.py COMMAND`" in text.replace("\n", " ")
    assert '`make manage ARGS="COMMAND"`' in text


def test_every_command_that_a_page_names_exists() -> None:
    assert len(PAGES) > 4
    everything = " ".join(page.read_text() for page in [*PAGES, CHECKOUT / "README.md"])
    named = re.findall(r"manage\.py ([a-z]\w+)", everything) + re.findall(r'make manage ARGS="([a-z]\w+)', everything)
    assert "import_runs" in named
    assert set(named) <= set(get_commands())


def test_every_option_in_a_sentence_exists() -> None:
    counted = 0
    for page in READ:
        for line in in_sentences(page):
            found = re.match(r"(?:\.venv/bin/python )?manage\.py ([a-z]\w+)(.*)", line)
            if found is None:
                continue
            name, rest = found.groups()
            if name in {"procrastinate", "migrate"}:  # of other projects, the second in a line with a third
                continue
            parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
            for option in re.findall(r"--[a-z-]+", rest):
                counted += 1
                assert re.search(rf"{option}\b(?!-)", parser.format_help()), f"{name_of(page)}: {line}"
    assert counted > 20


def test_every_target_of_make_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (CHECKOUT / "Makefile").read_text(), re.MULTILINE))
    for page in READ:
        typed = [*in_sentences(page), *(line for block in blocks(page) for line in lines_of(block))]
        assert {line.split()[1] for line in typed if line.startswith("make ")} <= targets, page
