"""The documentation site: it builds without a warning, asks no other host, and its reference is what the code says."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from billing_access.errors import REFUSALS
from billing_audit.conf import declared
from billing_audit.event_types import BY_ACTION
from config import environment
from dev import documentation, pictures, reference, reference_checks

ROOT = Path(settings.BASE_DIR)
# Attributes by which a browser fetches something without being asked.
FETCHES = {"src", "srcset", "poster", "data", "action", "background"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it: in strict mode a link or anchor that leads nowhere fails it."""
    folder = tmp_path_factory.mktemp("documentation")
    documentation.write(folder / "source")
    configuration = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(folder / "source"),
        "site_dir": str(folder / "site"),
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(configuration))
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--config-file", folder / "mkdocs.yml"],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


class Fetched(HTMLParser):
    """Collects what a page makes a browser fetch."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = FETCHES | ({"href"} if tag in {"link", "use", "image"} else set())
        self.found += [value for name, value in attrs if name in names and value]


def test_no_page_asks_another_host(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        found = Fetched(page).found
        assert found, page
        assert [each for each in found if re.match(r"(?:https?:)?//", each)] == [], page
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", style.read_text()), style


def _nav(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        values = entry.values() if isinstance(entry, dict) else [entry]
        for value in values:
            yield from [value] if isinstance(value, str) else _nav(value)


def test_every_page_is_in_the_navigation_in_the_order_of_needs() -> None:
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text())["nav"]
    needs = [next(iter(entry)) for entry in nav]
    assert needs[:5] == ["What it is", "Try it", "Add it to your project", "Run it as a service", "Feed it"]
    pages = list(_nav(nav))
    there = {str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md")}
    assert there <= set(pages), "Name each page of docs/ in the nav of mkdocs.yml"
    assert set(pages) - there == {*reference.pages(), "changelog.md"}


def test_each_page_begins_with_what_its_reader_can_do_afterwards() -> None:
    texts = {page.name: page.read_text() for page in (ROOT / "docs").glob("*.md")} | reference.pages()
    assert len(texts) > 20
    for name, text in texts.items():
        title, empty, opening, *_ = text.splitlines()
        assert title.startswith("# "), name
        assert (empty, opening[:10]) == ("", "After this"), name


def test_every_setting_is_in_the_reference_with_its_default_and_what_it_means() -> None:
    page = reference.pages()["reference/settings.md"]
    listed = {setting.name: (setting, meaning) for _, setting, meaning in reference.declared()}
    assert set(listed) == set(declared())
    assert {name for name, (_, meaning) in listed.items() if not meaning} == set(), "Write a comment above each"
    for name, (setting, _) in listed.items():
        section = page.partition(f"### {name}\n")[2].partition("\n#")[0]
        assert setting.accepted.replace("<", "&lt;") in section, name
        assert (f" Default: `{setting.default}`." in section) == (setting.default not in {"", None}), name
    for name in environment.variables():
        assert f"### {name}\n" in page, name
        assert name not in listed or f"`{name}`" in page.partition("## The stand-alone site\n")[2], name


def test_every_command_is_in_the_reference_with_its_help_and_options() -> None:
    page = reference.pages()["reference/commands.md"]
    names = {name for name, app in get_commands().items() if app in reference.APPS}
    assert len(names) > 25
    assert names == set(re.findall(r"^### (\w+)$", page, re.MULTILINE))
    for _, name, command in reference.commands():
        section = page.partition(f"### {name}\n")[2].partition("\n### ")[0]
        assert str(command.help).replace("<", "&lt;") in section, name
        assert f"usage: manage.py {name}" in section, name
    assert "--complete-through" in page
    assert "--settings" not in page


def test_every_check_is_in_the_reference_with_what_to_do() -> None:
    """Every id that a test expects is one that the reference found in the source."""
    found = {each.id: each for each in reference_checks.found(reference.APPS)}
    expected = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"\b(?:billing_\w+|orgs|accounts|config)\.[EW]\d{3}\b", path.read_text())
    }
    assert len(expected) > 12
    assert expected <= set(found)
    page = reference.pages()["reference/checks.md"]
    for each in found.values():
        assert f"| `{each.id}` |" in page
        assert len(each.hint.strip(reference_checks.UNKNOWN + " .")) > 5, each
        assert len(each.fault.strip(reference_checks.UNKNOWN + " .")) > 5, each


def test_every_event_and_every_refusal_is_in_the_reference() -> None:
    events = re.findall(r"^\| `([a-z_.]+)` \| ([^|]+) \|", reference.pages()["reference/events.md"], re.MULTILINE)
    assert dict(events) == {action: each.title for action, each in BY_ACTION.items()}
    errors = reference.pages()["reference/errors.md"]
    assert re.findall(r"^## (\w+)$", errors, re.MULTILINE) == list(REFUSALS)
    for refusal in REFUSALS.values():
        assert f"**{refusal.status}** {refusal.title}. {refusal.detail.replace('<', '&lt;')}" in errors


@pytest.mark.parametrize("source", sorted(pictures.PICTURES.glob("*.dot")), ids=lambda source: source.stem)
def test_each_picture_is_drawn_from_its_text(source: Path) -> None:
    drawn = source.with_suffix(".svg").read_text()
    assert f"{source.name} sha256:{pictures.digest(source)} " in drawn, "Run `make pictures`"
    assert "prefers-color-scheme: dark" in drawn
    assert "http" not in drawn.replace("http://www.w3.org/", "")


def test_a_changed_text_is_noticed(tmp_path: Path) -> None:
    source = tmp_path / "gates.dot"
    source.write_bytes((pictures.PICTURES / "gates.dot").read_bytes() + b"\n")
    assert pictures.digest(source) not in (pictures.PICTURES / "gates.svg").read_text()
    assert len(pictures.digest(source)) == len(hashlib.sha256().hexdigest())


def test_no_list_or_table_runs_into_a_paragraph(site: Path) -> None:
    """Unlike the repository's host, Python-Markdown begins a list or table only after an empty line."""
    for page in site.rglob("*.html"):
        text = page.read_text()
        for paragraph in re.findall(r"<p>(.*?)</p>", text.partition("<article")[2], re.DOTALL):
            assert not re.search(r"^(?:[-*] |\d+\. |\|)", paragraph.partition("\n")[2], re.MULTILINE), (
                f"{page}: {paragraph}"
            )
