"""The settings of orgs in ``settings.BILLING_ACCESS``."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from billing_audit.conf import AppSettings, Setting, whole

WORK_AT_ONCE: Final = {"key": 4, "organization": 4}


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/") or parts.query:
        raise ValueError
    return text.rstrip("/")


def _dotted_path(text: str) -> str:
    if not all(part.isidentifier() for part in text.split(".")) or "." not in text:
        raise ValueError
    return text


def _work_at_once(value: str | Mapping[str, int]) -> dict[str, int]:
    """Return both limits: the ones that are named, and the defaults of the others."""
    if isinstance(value, str):
        named = {
            name.strip(): whole(n.strip()) for name, _, n in (each.partition("=") for each in value.split(",") if each)
        }
    else:
        named = dict(value)
    if not set(named) <= set(WORK_AT_ONCE) or not all(1 <= number <= 1000 for number in named.values()):
        raise ValueError
    return {**WORK_AT_ONCE, **named}


def _threads(value: Any) -> int:
    number = whole(value)
    if not 4 <= number <= 1000:
        raise ValueError
    return number


def _template(text: str) -> str:
    if text and (text != text.strip() or text.startswith("/")):
        raise ValueError
    return text


class OrgSettings(AppSettings):
    """The settings of orgs, with their defaults."""

    # The site's own origin, for links in e-mails and API answers.
    BASE_URL = Setting(_origin, "http://localhost:8000", "an origin such as https://billing.example.com")
    # How many requests one web process answers at the same time: of one key, and of one organization.
    WORK_AT_ONCE = Setting(_work_at_once, "", "key=4,organization=4, either may be missing; numbers from 1 to 1000")
    # How many threads of one web process answer requests; a quarter of them may send streamed answers.
    WEB_THREADS = Setting(_threads, 16, "a whole number from 4 to 1000")
    # The class through which orgs learns about people (orgs/people.py).
    PEOPLE = Setting(_dotted_path, "orgs.people.SessionPeople", "the dotted path of a class, such as app.module.Class")
    # The template that has the blocks title, head and content, into which pages are put (docs/embedding.md). "": the
    # page of the stand-alone site.
    BASE_TEMPLATE = Setting(_template, "", "the name of a template, such as base.html")


org_settings = OrgSettings()
