"""Checks of ``manage.py doctor`` that need no database: settings, e-mail, rate limits and space on the disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.checks import ERROR, run_checks
from limits import RateLimitItemPerMinute
from limits.errors import StorageError

from billing_access.api.rate_limit_store import MEMORY, WindowServer
from billing_access.settings import access_settings
from billing_audit.settings import audit_settings
from config.doctor.checks import Check, Group, Line, State, broken
from orgs.mail.mailer import default_mailer

LEAST_FREE_BYTES: Final = 1_000_000_000
# Lines of their own say it: that the database cannot be read, and that no e-mail is sent, which Django 6.1 finds too.
_OTHER_LINES: Final = {"billing_access.E013", "billing_access.E015", "mail.E001"}


def settings_lines() -> Iterator[Line]:
    """Yield a line for each finding of `check --deploy`; one that all is well without any."""
    name = "settings.checks"
    try:
        messages = [each for each in run_checks(include_deployment_checks=True) if each.id not in _OTHER_LINES]
    except Exception as error:
        yield broken(name, error)
        return
    for each in messages:
        state = State.FAIL if each.level >= ERROR else State.WARN
        yield Line(name, state, f"{each.id}: {each.msg}", each.hint or "See `manage.py check --deploy`.")
    if not messages:
        yield Line(name, State.OK, "`check --deploy` finds nothing")


def _email(nothing: None) -> tuple[bool, str]:
    mailer = default_mailer()
    if mailer.backend.endswith(".smtp.EmailBackend"):
        return True, f"e-mail goes to {mailer.host}:{mailer.port}"
    is_printed = mailer.backend.startswith("django.core.mail.backends.")
    return not is_printed, f"the e-mail backend is {mailer.backend}"


def _rate_limits(nothing: None) -> tuple[bool, str]:
    if access_settings.RATE_LIMIT_STORAGE == MEMORY:
        return True, "each process counts alone (memory://)"
    try:
        WindowServer(access_settings.RATE_LIMIT_STORAGE).look(RateLimitItemPerMinute(1), "doctor")
    except StorageError as error:
        return False, f"the storage does not answer, so each process counts alone: {error.storage_error}"
    return True, "the storage answers"


def _disk(nothing: None) -> tuple[bool, str]:
    folders = [each for each in (audit_settings.AUDIT_CHECKPOINTS, settings.METRICS_FOLDER) if each.startswith("/")]
    free = {each: shutil.disk_usage(each).free for each in folders if Path(each).is_dir()}
    found = ", ".join(f"{number / 1e9:.1f} GB free in {folder}" for folder, number in free.items())
    return all(number >= LEAST_FREE_BYTES for number in free.values()), found or "no folder of this machine is used"


SITE: Final[Group[None]] = Group(
    "site",
    lambda: None,
    (
        Check("site.email", State.FAIL, _email, "Set EMAIL_URL to the mail server."),
        Check(
            "site.rate_limits",
            State.WARN,
            _rate_limits,
            "Start the server that RATE_LIMIT_STORAGE names.",
            alert="RateLimitStorageDown",
        ),
        Check("site.disk", State.WARN, _disk, "Make room there: checkpoints are published to AUDIT_CHECKPOINTS."),
    ),
    in_database=False,
)
