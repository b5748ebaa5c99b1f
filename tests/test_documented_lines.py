"""The curl lines of README.md and docs/api.md answer as they say, for either organization of the demo."""

import gzip
import io
import json
import re
import shlex
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import call_command
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
    """The demo's keys of all scopes by organization, with the sample's first two days and last run of each."""
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
    Account.objects.update(period_start_day=min(28, (timezone.now() - timedelta(days=5)).day))
    return {each["slug"]: each["keys"][0]["secret"] for each in json.loads(out.getvalue())["organizations"]}


def documented(file: str) -> list[str]:
    """Return the lines that begin with curl, without their remarks."""
    lines = re.findall(r"^curl .*$", (CHECKOUT / file).read_text(), re.MULTILINE)
    assert len(lines) > 3
    return lines


def ask(line: str, **values: str) -> Any:
    """Send what a curl line sends."""
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
