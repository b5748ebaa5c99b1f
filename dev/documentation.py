"""``python -m dev.documentation FOLDER``: put the pages of the documentation together, for `make docs`.

The folder gets docs/, the reference that is written from the code, the changelog, and each file of the repository that
a page links to, such as an example. Links that leave docs/ then lead there, so the site needs nothing of another host.
Any generator that reads Markdown and mkdocs.yml makes the site from it.
"""

import os
import posixpath
import re
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import django

from dev import reference

CHECKOUT: Final = Path(__file__).resolve().parent.parent
CHANGELOG: Final = "CHANGELOG.md"
# Below it the site has files from outside docs/.
FILES: Final = "files/"
_LINK: Final = re.compile(r"\[(?P<text>[^\]\[]+)\]\((?P<target>[^)\s#:]+)(?P<anchor>#[^)\s]*)?\)")


def write(to: Path) -> None:
    """Write the pages to a folder, which is emptied first. Django must be set up."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(CHECKOUT / "docs", to)
    changelog = reference.opened((CHECKOUT / CHANGELOG).read_text(), reference.OF_THE_CHANGELOG)
    for uri, text in {**reference.pages(), CHANGELOG.lower(): changelog}.items():
        _file(to, uri).write_text(text)
    # The files that these pages link to are pages or files of the site too; what those link to is not.
    for path in sorted({path for uri, text in _pages(to) for path in _outside(uri, text)}):
        shutil.copyfile(CHECKOUT / path, _file(to, FILES + path))
    for uri, text in _pages(to):
        (to / uri).write_text(_LINK.sub(partial(_moved, uri=uri, site=to), text))


def _file(folder: Path, uri: str) -> Path:
    file = folder / uri
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _pages(folder: Path) -> list[tuple[str, str]]:
    """Return each page's path in the site, and its text."""
    return [(str(page.relative_to(folder)), page.read_text()) for page in sorted(folder.rglob("*.md"))]


def _outside(uri: str, text: str) -> Iterator[str]:
    """Yield the files of the repository outside docs/ that a page links to, but for the changelog."""
    for link in _LINK.finditer(text):
        path = _target(link, uri)
        if _in_site(path).startswith(FILES) and (CHECKOUT / path).is_file():
            yield path


def _moved(link: re.Match[str], uri: str, site: Path) -> str:
    """Return the link as it leads inside the site; its text alone where the site has no such file, as of a folder."""
    path = _target(link, uri)
    target = _in_site(path)
    if (site / target).is_file():
        return f"[{link['text']}]({posixpath.relpath(target, posixpath.dirname(uri) or '.')}{link['anchor'] or ''})"
    # The generator reports a link to what does not exist.
    return link["text"] if target.startswith(FILES) and (CHECKOUT / path).exists() else link[0]


def _target(link: re.Match[str], uri: str) -> str:
    """Return the path in the repository that a page of the site links to."""
    page = (
        CHANGELOG if uri == CHANGELOG.lower() else uri.removeprefix(FILES) if uri.startswith(FILES) else f"docs/{uri}"
    )
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), link["target"]))


def _in_site(path: str) -> str:
    """Return the path in the site of a path in the repository."""
    if path == CHANGELOG:
        return CHANGELOG.lower()
    return path.removeprefix("docs/") if path.startswith("docs/") else FILES + path


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    write(Path(sys.argv[1]))
