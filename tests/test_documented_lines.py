"""The curl lines of README.md and docs/api.md answer as they say, for either organization of the demo.

A page with lines of manage.py says which environment they mean, and the commands that it names exist.
"""

import gzip
import io
import json
import re
import shlex
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import call_command, get_commands
from django.test import Client
from django.utils import timezone

from billing_access.access.services import turn_on_billing_reads
from billing_access.billing.models import Account
from orgs.actors import command
from orgs.models import Organization

CHECKOUT: Final = Path(__file__).parents[1]
SAMPLE: Final = CHECKOUT / "sample_data" / "claude_code_dev.csv.gz"


@pytest.fixture
def keys(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The demo's keys with all scopes, by organization. The sample is cut to its first two days and last runs."""
    header, *rows = gzip.decompress(SAMPLE.read_bytes()).decode().splitlines()
    kept = [row for row in rows if row.split(",")[2] < "2026-03-23" or "-session-072" in row]
    file = tmp_path / "short.csv.gz"
    file.write_bytes(gzip.compress("\n".join([header, *kept]).encode()))
    monkeypatch.setattr("dev.management.commands.seed_demo.SAMPLE", str(file))
    out = io.StringIO()
    call_command("seed_demo", "--json", stdout=out)
    for organization in Organization.objects.all():
        turn_on_billing_reads(organization, actor=command("tests"))
    # The copy of the sample ends yesterday or today, which on the first of a month is another period.
    Account.objects.update(period_start_day=(timezone.now() - timedelta(days=5)).day)
    return {each["slug"]: each["keys"][0]["secret"] for each in json.loads(out.getvalue())["organizations"]}


def documented(file: str) -> list[str]:
    """Return the lines that begin with curl, without their comments."""
    lines = re.findall(r"^curl .*$", (CHECKOUT / file).read_text(), re.MULTILINE)
    assert len(lines) > 3
    return lines


def ask(line: str, **values: str) -> Any:
    """Send the request of a curl line."""
    for name, value in {"BASE": "", **values}.items():
        line = line.replace(f"${name}", value)
    words = shlex.split(line, comments=True)
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
    data = dict(words[at + 1].split("=", 1) for at, word in enumerate(words) if word == "-d")
    (path,) = (word.removeprefix("http://localhost:8000") for word in words if "/v1/" in word)
    return Client().get(path, data or None, headers=headers)


def test_the_readme_is_about_the_organization_that_it_names(keys: dict[str, str]) -> None:
    for line in documented("README.md"):
        answer = ask(line, KEY=keys["borealis-labs"])
        assert answer.status_code == 200, line
        assert answer.json().get("runs") != [], line


@pytest.mark.parametrize("slug", ["acme-robotics", "borealis-labs"])
def test_the_api_page_suits_every_organization(keys: dict[str, str], slug: str) -> None:
    secret = keys[slug]
    usage = ask('curl -H "x-api-key: $KEY" /v1/billing/usage?limit=1', KEY=secret).json()
    state = ask('curl -H "x-api-key: $KEY" /v1/billing/state', KEY=secret)
    kept = {"RUN": usage["runs"][0]["run_id"], "through": usage["updated_through"]}
    for line in documented("docs/api.md"):
        answer = ask(line, KEY=secret, etag=state.headers["ETag"].replace('"', '\\"'), **kept)
        if "If-None-Match" in line:
            assert answer.status_code == 304, line
            continue
        assert answer.status_code == 200, line
        if "text/csv" in line:
            assert len(answer.content.splitlines()) > 1, line
            continue
        assert (answer.json().get("runs") == []) == ("updated_after" in line), line


PAGES: Final = [
    page
    for page in sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/*.md"), *CHECKOUT.glob("[!.]*/README.md")])
    if page.name != "CHANGELOG.md" and "manage.py " in page.read_text()
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
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
