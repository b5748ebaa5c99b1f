"""Runs all checks of ``manage.py doctor``, and keeps secrets out of what they found."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import connection

from billing_access.settings import access_settings
from billing_audit.conf import texts
from config.doctor import database, record, site, work
from config.doctor.checks import Group, Line, State
from orgs.mail.mailer import default_mailer

IN_DATABASE: Final[tuple[Group[Any], ...]] = (
    database.SERVER,
    database.MIGRATIONS,
    record.LOG,
    work.QUEUE,
    work.FEEDS,
    work.WEBHOOKS,
)
GROUPS: Final[tuple[Group[Any], ...]] = (site.SITE, *IN_DATABASE)
# Keys of BILLING_ACCESS whose value is secret as a whole, or a list of such.
_SECRET_KEYS: Final = ("AUDIT_SIGNING_KEY", "AUDIT_STATEMENT_KEY", "MFA_ENCRYPTION_KEYS", "WEBHOOK_ENCRYPTION_KEYS")
# A shorter text would spoil lines in which it stands by chance.
_SHORTEST_SECRET: Final = 4


def examine() -> Iterator[Line]:
    """Yield the lines of all checks. Without a database only those that need none, after one line that says so."""
    for each in _lines():
        yield replace(each, found=redact(each.found))


def _lines() -> Iterator[Line]:
    yield from site.settings_lines()
    yield from site.SITE.lines()
    is_reachable = database.reachable()
    yield is_reachable
    if is_reachable.state == State.OK:
        for group in IN_DATABASE:
            yield from group.lines()


def redact(text: str) -> str:
    """Return the text without the passwords and keys of the settings, which an error's message may repeat."""
    for secret in sorted(_secrets(), key=len, reverse=True):
        text = text.replace(secret, "[secret]")
    return text


def _secrets() -> set[str]:
    apps = settings.BILLING_ACCESS
    found = {settings.SECRET_KEY, default_mailer().password, connection.settings_dict["PASSWORD"]}
    found |= {each["secret"] for each in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]}
    found |= {part for name in _SECRET_KEYS for part in texts(apps.get(name) or "")}
    found.add(unquote(urlsplit(access_settings.RATE_LIMIT_STORAGE).password or ""))
    return {secret for secret in found if secret and len(secret) >= _SHORTEST_SECRET}
