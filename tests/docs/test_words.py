"""One vocabulary: American spelling, one name for one thing, and no word that a reader has to stop at."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
BRITISH = (
    r"\bcolours?\b|organis|recogni[s]e|summaris|authoris|behaviour|favour|\bcentre\b|\blicence\b|cancelled|cancelling"
    r"|catalogue|whilst|\bartefact|\bjudgement\b|\blabell"
)
# What the thing is not called.
OTHER_NAMES = (
    r"\btokens? for the API\b|\baccess tokens?\b|\bAPI tokens?\b|\bworkspaces?\b|\btenants?\b|\bscope permissions?\b"
    r"|\bblacklist|\bwhitelist|\bactivity log\b|\baudit trail\b|\blogins?\b|\b2FA\b|\bMFA\b|\bemails?\b"
)
# Archaic or roundabout words, each with what to write instead.
BANNED: Final = {
    "anew": "again",
    "whoever": "anyone who",
    "whomever": "anyone whom",
    "in one go": "together, in one transaction",
    "so it is": "(say what happens)",
    "handed outside": "published",
    "head outside": "published checkpoint",
    "heads outside": "published checkpoints",
    "one way to the database": "one database round trip",
    "it is told": "(say who tells whom what)",
    "by itself": "automatically, alone",
    "by themselves": "automatically, alone",
    "beside": "next to, alongside, also",
    "whereby": "by which",
    "wherein": "in which",
    "whence": "from where",
    "thereof": "of it",
    "therein": "in it",
    "thereby": "so, by that",
    "herein": "in this",
    "hereby": "(leave it out)",
    "hither": "here",
    "hitherto": "until now",
    "henceforth": "from now on",
    "of ours": "our own, the project's",
    "in all": "in total",
}
# Between the words of a phrase: white space, a comment's sign, and the end of one string with the begin of the next.
GAP: Final = r"(?:[\s#\"']|\b[bfru]{1,2}(?=[\"']))+"
# "3 in all", where a sentence or a text ends or pauses; "in all organizations" is fine.
ENDS: Final = {"in all": r"(?=\s*(?:[^\s\w]|\Z))"}
FOUND: Final = re.compile("|".join(rf"(\b{word.replace(' ', GAP)}\b{ENDS.get(word, '')})" for word in BANNED))
PACKAGES: Final = ("accounts", "benchmarks", "billing_access", "billing_audit", "config", "dev", "examples", "orgs")
READ = [
    *(ROOT / "templates").rglob("*.html"),
    *(ROOT / "templates").rglob("*.txt"),
    *(ROOT / "docs").glob("*.md"),
    *ROOT.glob("*.md"),
    ROOT / "billing_access" / "errors.py",
    *(ROOT / app / "event_types.py" for app in ("accounts", "billing_access", "billing_audit", "orgs")),
]


def _prose(path: Path) -> str:
    """What people read of a file, line by line: no tags, no template code, no names in code."""
    text = path.read_text()
    if path.suffix in {".html", ".txt"}:
        text = re.sub(r"\{[%{].*?[%}]\}|<[^>]+>", _blank, text, flags=re.S)
    return re.sub(r"```.*?```|`[^`]*`|https?://\S+|\]\([^)]*\)", _blank, text, flags=re.S)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"\S", " ", match[0])


@pytest.mark.parametrize("path", READ, ids=lambda path: str(path.relative_to(ROOT)))
def test_words(path: Path) -> None:
    found = [match[0] for match in re.finditer(f"{BRITISH}|{OTHER_NAMES}", _prose(path), re.I)]
    assert found == []


def _texts(source: str) -> str:
    """The comments and strings of Python code, at their places; every other character is a NUL."""
    originals = io.StringIO(source).readlines()
    lines = [list(re.sub(r"\S", "\0", line)) for line in originals]
    # An f-string is one token up to Python 3.11 and several from 3.12 on.
    parts = ("COMMENT", "STRING", "FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END")
    kinds = {getattr(tokenize, part, tokenize.STRING) for part in parts}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        (first, start), (last, end) = token.start, token.end
        for number in range(first, last + 1) if token.type in kinds else ():
            line = originals[number - 1]
            shown = slice(start if number == first else 0, end if number == last else len(line))
            lines[number - 1][shown] = line[shown]
    return "".join(map("".join, lines))


def _written() -> Iterator[tuple[Path, str]]:
    """Yield what the project's people write: packages, scripts, templates, static files, docs. Not the changelog."""
    files = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*"))]
    files += [*sorted(ROOT.glob("*.py")), ROOT / "Makefile", ROOT / ".env.example"]
    files += [path for folder in ("static", "templates", "docs") for path in sorted((ROOT / folder).rglob("*"))]
    files += sorted(ROOT.glob("*.md"))
    for path in files:
        if path.suffix == ".py":
            yield path, _texts(path.read_text())
        elif path.suffix in {".html", ".txt", ".md"} and path.name != "CHANGELOG.md":
            yield path, _prose(path)
        elif path.suffix in {".sql", ".js", ".css"} or path.name in {"Makefile", ".env.example"}:
            yield path, path.read_text()


def _banned(text: str) -> list[tuple[int, str]]:
    """Each banned word in the text, with its line."""
    words = list(BANNED)
    found = FOUND.finditer(text.lower())
    return [(text.count("\n", 0, match.start()) + 1, words[(match.lastindex or 0) - 1]) for match in found]


def test_no_banned_word_is_written_in_code_templates_or_docs() -> None:
    faults = []
    read = 0
    for path, text in _written():
        read += 1
        for line, word in _banned(text):
            faults.append(f"{path.relative_to(ROOT)}:{line}: {word!r}; write instead: {BANNED[word]}")
    assert read > 300
    assert not faults, f"{len(faults)} banned words:\n" + "\n".join(faults)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 1  # made anew\n", [(1, "anew")]),
        ('"""Reads.\n\nWhoever asks.\n"""\n', [(3, "whoever")]),
        ('x = f"{a} beside {b}"\n', [(1, "beside")]),
        ("# all in one\n# go\n", [(1, "in one go")]),
        ('x = (\n    "ends by "\n    f"itself {y}"\n)\n', [(2, "by itself")]),
        ('x = "3 in all"\n', [(1, "in all")]),
        ("x = '''\nruns\nof ours.'''\n", [(3, "of ours")]),
        ("anew = beside(whoever)\n", []),
        ('x = {"by": "itself"}\n', []),
        ('x = "in all organizations, besides"\n', []),
    ],
)
def test_the_search_reads_comments_and_strings_and_no_names(source: str, found: list[tuple[int, str]]) -> None:
    assert _banned(_texts(source)) == found
