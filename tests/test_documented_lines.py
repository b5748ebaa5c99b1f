"""Every shell line of README.md, the docs, the scripts' descriptions and the pages is run by a test, or listed here.

Lines that ask the API are run here, by a shell against a live server, as they are typed; ``test_documented_commands``
runs those of manage.py.
"""

import gzip
import io
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from billing_access.access.services import turn_off_billing_reads, turn_on_billing_reads
from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.models import Account
from billing_audit.models import AuditEvent
from orgs.actors import command
from orgs.models import Organization
from tests.shell_lines import (
    BY_COMMAND,
    CHECKOUT,
    IN_A_SHELL,
    LISTED,
    READ,
    blocks,
    in_descriptions,
    in_pages,
    in_sentences,
    lines_of,
    name_of,
)

SAMPLE: Final = CHECKOUT / "sample_data" / "claude_code_dev.csv.gz"


def test_every_line_is_run_or_listed_with_the_reason() -> None:
    listed = set(LISTED)
    unknown, seen = [], set()
    for page in READ:
        for line in (line for block in blocks(page) for line in lines_of(block)):
            is_run = name_of(page) in IN_A_SHELL and not line.startswith(("make ", "manage.py ", "python3 "))
            is_run |= name_of(page) in BY_COMMAND and line.startswith("manage.py ")
            if line in listed:
                seen.add(line)
            elif not is_run:
                unknown.append(f"{name_of(page)}: {line}")
        for line in in_sentences(page):
            if line in listed:
                seen.add(line)
            # ``test_documented_commands`` looks up options and targets of make; jq's line is run below.
            elif not line.startswith(("manage.py ", ".venv/bin/python manage.py ", "make ", "jq ")):
                unknown.append(f"{name_of(page)}: {line}")
    for line in (*in_descriptions(), *in_pages()):
        if line in listed:
            seen.add(line)
        elif not line.startswith("manage.py "):
            unknown.append(line)
    assert unknown == []
    assert seen == listed


def test_one_spelling_of_the_environment() -> None:
    for file in [*READ, *(CHECKOUT / "templates").rglob("*.html"), *(CHECKOUT / "examples").rglob("*.py")]:
        assert re.findall(r"\$\{?(?:KEY|BASE|API_KEY|URL)\b", file.read_text()) == [], file


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
    for name, value in {"BILLING_URL": "", **values}.items():
        line = line.replace(f"${name}", value)
    words = shlex.split(line, comments=True)
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
    data = dict(words[at + 1].split("=", 1) for at, word in enumerate(words) if word == "-d")
    (path,) = (word for word in words if "/v1/" in word)
    return Client().get(path, data or None, headers=headers)


def test_the_readme_is_about_the_organization_that_it_names(keys: dict[str, str]) -> None:
    for line in documented("README.md"):
        answer = ask(line, BILLING_KEY=keys["borealis-labs"])
        assert answer.status_code == 200, line
        assert answer.json().get("runs") != [], line


def test_the_readmes_requests_but_the_last_are_on_the_log(keys: dict[str, str]) -> None:
    organization = Organization.objects.get(slug="borealis-labs")
    turn_off_billing_reads(organization, actor=command("tests"))
    events = AuditEvent.objects.filter(organization_id=organization.public_id, actor_kind="api_key")

    def recorded(line: str, status: int) -> int:
        before = events.count()
        assert ask(line, BILLING_KEY=keys["borealis-labs"]).status_code == status, line
        return events.count() - before

    refused, *allowed, last = documented("README.md")
    assert recorded(refused, 403) == 1
    turn_on_billing_reads(organization, actor=command("tests"))
    assert [recorded(line, 200) for line in allowed] == [1] * len(allowed)
    assert "/v1/key" in last
    assert recorded(last, 200) == 0
    assert "All of these requests but the last, including the refused one, are now on" in (
        CHECKOUT / "README.md"
    ).read_text().replace("\n", " ")


def test_the_refusal_that_the_readme_shows(keys: dict[str, str]) -> None:
    (shown,) = re.findall(r"^```json\n(.*?)^```$", (CHECKOUT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    turn_off_billing_reads(Organization.objects.get(slug="borealis-labs"), actor=command("tests"))
    answer = ask(documented("README.md")[0], BILLING_KEY=keys["borealis-labs"]).json()
    assert json.loads(shown) == {**answer, "request_id": "req_…"}


@pytest.mark.parametrize("slug", ["acme-robotics", "borealis-labs"])
def test_the_api_page_suits_every_organization(keys: dict[str, str], slug: str) -> None:
    secret = keys[slug]
    usage = ask('curl -H "x-api-key: $BILLING_KEY" /v1/billing/usage?limit=1', BILLING_KEY=secret).json()
    state = ask('curl -H "x-api-key: $BILLING_KEY" /v1/billing/state', BILLING_KEY=secret)
    kept = {"RUN": usage["runs"][0]["run_id"], "through": usage["updated_through"]}
    for line in documented("docs/api.md"):
        answer = ask(line, BILLING_KEY=secret, etag=state.headers["ETag"].replace('"', '\\"'), **kept)
        if "If-None-Match" in line:
            assert answer.status_code == 304, line
            continue
        assert answer.status_code == 200, line
        if "text/csv" in line:
            assert len(answer.content.splitlines()) > 1, line
            continue
        assert (answer.json().get("runs") == []) == ("updated_after" in line), line


@pytest.fixture
def shell(live_server: Any, tmp_path: Path) -> Callable[..., str]:
    """Type a block into a shell, with a key of the live server; return what it printed, unless a request failed."""
    programs, failed = tmp_path / "bin", tmp_path / "failed"
    programs.mkdir()
    (programs / "curl").write_text(
        f'#!/bin/sh\n{shutil.which("curl")} --fail "$@" || {{ code=$?; echo "$code $*" >> {failed}; exit $code; }}\n'
    )
    (programs / "curl").chmod(0o755)

    def run(block: str, secret: str) -> str:
        lines = [line for line in block.splitlines() if not line.startswith("export BILLING_URL=")]
        environ = {"PATH": f"{programs}:{os.environ['PATH']}", "BILLING_URL": live_server.url, "BILLING_KEY": secret}
        done = subprocess.run(
            ["sh", "-c", "\n".join(lines)], cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=60
        )
        assert not failed.exists(), failed.read_text()
        assert "jq: error" not in done.stderr
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_the_readme_in_a_shell(keys: dict[str, str], shell: Callable[..., str]) -> None:
    printed = [shell(block, keys["borealis-labs"]) for block in blocks(CHECKOUT / "README.md") if "curl" in block]
    assert len(printed) == 2
    assert json.loads(printed[0])["currency"] == "USD"
    assert '"run_id"' in printed[1]


def test_the_trial_in_a_shell(keys: dict[str, str], shell: Callable[..., str]) -> None:
    (block,) = (block for block in blocks(CHECKOUT / "docs" / "try.md") if "curl" in block)
    assert '"run_id"' in shell(block, keys["borealis-labs"])


def test_the_api_page_in_a_shell(keys: dict[str, str], shell: Callable[..., str], tmp_path: Path) -> None:
    typed = blocks(CHECKOUT / "docs" / "api.md")
    printed = [shell(block, keys["acme-robotics"]) for block in typed]
    assert all(text for text, block in zip(printed, typed, strict=True) if ">" not in block)
    copied, newer = (json.loads((tmp_path / name).read_text()) for name in ("copy.json", "newer.json"))
    assert newer == copied
    assert len(copied) > 1
    assert "304" in printed[-1]
    money = re.findall(r"`(jq '[^`]*')`", (CHECKOUT / "docs" / "api.md").read_text())
    assert len(money) == 1
    line = f'curl -s -H "x-api-key: $BILLING_KEY" $BILLING_URL/v1/billing/state | {money[0]}'
    assert shell(line, keys["acme-robotics"]) in {"true\n", "false\n"}


def test_the_line_of_the_alerts_page_in_a_shell(keys: dict[str, str], shell: Callable[..., str]) -> None:
    mark_by_clock()
    evaluate_due(seconds=60)
    (block,) = blocks(CHECKOUT / "docs" / "alerts.md")
    assert shell(block, keys["acme-robotics"]) == "true\n"


def test_the_feed_of_the_audit_page_in_a_shell(
    keys: dict[str, str], shell: Callable[..., str], tmp_path: Path, seal_events: Any
) -> None:
    seal_events()
    (block,) = (each for each in blocks(CHECKOUT / "docs" / "audit.md") if "curl" in each)
    shell(block, keys["acme-robotics"])
    places = [json.loads(line)["place"] for line in (tmp_path / "events.ndjson").read_text().splitlines()]
    assert places == list(range(len(places)))
    assert places
    shell(block, keys["acme-robotics"])
    assert len((tmp_path / "events.ndjson").read_text().splitlines()) == len(places)
