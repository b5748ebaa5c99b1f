"""One vocabulary: American spelling and one name for one thing, on pages, in e-mails, errors and docs."""

import re
from pathlib import Path

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
READ = [
    *(ROOT / "templates").rglob("*.html"),
    *(ROOT / "templates").rglob("*.txt"),
    *(ROOT / "docs").glob("*.md"),
    *ROOT.glob("*.md"),
    ROOT / "billing_access" / "errors.py",
    *(ROOT / app / "event_types.py" for app in ("accounts", "billing_access", "billing_audit", "orgs")),
]


def _prose(path: Path) -> str:
    """What people read of a file: no tags, no template code, no names in code."""
    text = path.read_text()
    if path.suffix in {".html", ".txt"}:
        text = re.sub(r"\{[%{].*?[%}]\}|<[^>]+>", " ", text, flags=re.S)
    return re.sub(r"```.*?```|`[^`]*`|https?://\S+|\]\([^)]*\)", " ", text, flags=re.S)


@pytest.mark.parametrize("path", READ, ids=lambda path: str(path.relative_to(ROOT)))
def test_words(path: Path) -> None:
    found = [match[0] for match in re.finditer(f"{BRITISH}|{OTHER_NAMES}", _prose(path), re.I)]
    assert found == []
