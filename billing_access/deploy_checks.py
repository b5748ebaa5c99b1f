"""The checks of ``check --deploy``: what is right for a trial and would hurt a site that others can reach."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import DatabaseError

from billing_access.api.rate_limit_store import MEMORY
from billing_access.settings import access_settings
from billing_audit.settings import audit_settings
from orgs.mail.mailer import default_mailer
from orgs.settings import org_settings

# The reference of the demo's balance entries, by which its figures are recognized. Entries are append-only.
DEMO_REFERENCE: Final = "demo-top-up-1"
# Backends of Django that send nothing to anybody.
_NOT_SENDING: Final = ("console", "dummy", "filebased", "locmem")


def check_demo(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the demo is off and that its figures are not in the database. One query."""
    found: list[CheckMessage] = []
    if getattr(settings, "DEMO", False):
        fault = "DEMO is on: `seed_demo` makes people whose passwords are published, and they can sign in."
        found.append(_error(12, fault, "Set DEMO=off."))
    try:
        has_figures = apps.get_model("billing_access", "BalanceEntry").objects.filter(reference=DEMO_REFERENCE).exists()
    except DatabaseError as error:
        found.append(_error(13, f"The database cannot be read: {error}", "Run `migrate`, or correct DATABASE_URL."))
    else:
        if has_figures:
            hint = "Use a new database: balance entries are never deleted."
            found.append(_error(14, "The database contains the demo's figures.", hint))
    return found


def check_site(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that e-mail is sent, links and cookies go over HTTPS, and somebody has decided on HSTS and the redirect."""
    return list(_site_faults())


def _site_faults() -> Iterator[CheckMessage]:
    backend = default_mailer().backend
    if backend.startswith(tuple(f"django.core.mail.backends.{name}." for name in _NOT_SENDING)):
        fault = f"The e-mail backend is {backend}, so invitations and notices reach nobody."
        yield _error(15, fault, "Set EMAIL_URL to the mail server.")
    if not org_settings.BASE_URL.startswith("https://"):
        fault = f"BASE_URL is {org_settings.BASE_URL}: links in e-mails would lead over an unencrypted connection."
        yield _error(16, fault, "Set BASE_URL to the site's https address.")
    for name, variable in (("SECURE_HSTS_SECONDS", "HSTS_SECONDS"), ("SECURE_SSL_REDIRECT", "SSL_REDIRECT")):
        # In a host project they have Django's defaults, of which Django's own checks warn.
        if getattr(settings, name) is None:
            fault = f"Nobody has decided on {variable}: whether browsers may reach the site without TLS."
            yield _error(17, fault, f"Set {variable}, also to 0 or off where the proxy in front does it.")


def check_audit_log(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that checkpoints are published outside the database, and that they and statements can be verified."""
    faults = (
        (18, audit_settings.AUDIT_CHECKPOINTS, "AUDIT_CHECKPOINTS", "a rewritten audit log would show nowhere"),
        (19, audit_settings.verifiers, "AUDIT_VERIFIERS", "nobody can verify the audit log's checkpoints"),
        (20, audit_settings.AUDIT_STATEMENT_VERIFIERS, "AUDIT_STATEMENT_VERIFIERS", "no purge or erasure is verified"),
    )
    hint = "See docs/run-as-a-service.md and .env.example."
    return [
        _error(number, f"{name} is not set: {result}.", hint) for number, value, name, result in faults if not value
    ]


def check_rate_limit_storage(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that several processes do not count rate limits alone. Warns if their number is unknown."""
    processes = access_settings.WEB_CONCURRENCY
    if access_settings.RATE_LIMIT_STORAGE != MEMORY or processes == 1:
        return []
    fault = "Each process counts rate limits alone: with n processes, a key may send up to n times its limit."
    hint = (
        "Set RATE_LIMIT_STORAGE to the URL of a Redis or Valkey server, or WEB_CONCURRENCY=1 if one process serves all."
    )
    if processes is None:
        return [Warning(fault, hint=hint, id="billing_access.W001")]
    return [_error(21, f"RATE_LIMIT_STORAGE is memory:// with WEB_CONCURRENCY={processes}. {fault}", hint)]


def _error(number: int, fault: str, hint: str) -> Error:
    return Error(fault, hint=hint, id=f"billing_access.E{number:03}")
