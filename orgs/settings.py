"""The settings of orgs in ``settings.BILLING_ACCESS``."""

from urllib.parse import urlsplit

from billing_audit.conf import AppSettings, Setting


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/") or parts.query:
        raise ValueError
    return text.rstrip("/")


def _dotted_path(text: str) -> str:
    if not all(part.isidentifier() for part in text.split(".")) or "." not in text:
        raise ValueError
    return text


class OrgSettings(AppSettings):
    """The settings of orgs, with their defaults."""

    # The site's own origin, for links in e-mails and API answers.
    BASE_URL = Setting(_origin, "http://localhost:8000", "an origin such as https://billing.example.com")
    # The class through which orgs learns about people (orgs/people.py).
    PEOPLE = Setting(_dotted_path, "orgs.people.SessionPeople", "the dotted path of a class, such as app.module.Class")


org_settings = OrgSettings()
