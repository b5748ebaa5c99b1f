"""The audit log's settings in ``BILLING_ACCESS``."""

import re
from collections.abc import Iterable
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from billing_audit.conf import SWITCHES, AppSettings, Setting, switch, texts, whole
from billing_audit.signed_notes import Signer, Verifier


def _signing_key(text: str) -> Signer | None:
    """Return the signing key, or None for an empty text. Raises ValueError, also if the file cannot be read."""
    if text.startswith("file:"):
        try:
            text = Path(text.removeprefix("file:")).read_text()
        except OSError as error:
            raise ValueError from error
    return Signer.parse(text) if text else None


def _origin(text: str) -> str:
    if text and (len(text) > 80 or re.fullmatch(r"[a-z0-9]([a-z0-9.:-]*[a-z0-9])?(/[A-Za-z0-9._~-]+)*", text) is None):
        raise ValueError
    return text


def _verifiers(value: str | Iterable[str]) -> tuple[Verifier, ...]:
    return tuple(map(Verifier.parse, texts(value)))


def _restores(value: str | Iterable[str]) -> tuple[str, ...]:
    ids = texts(value)
    if not all(re.fullmatch("[0-9a-f]{64}", each) for each in ids):
        raise ValueError
    return ids


# The package that the extra ``s3`` installs.
OBJECT_STORES_INSTALLED: Final = find_spec("obstore") is not None


def _checkpoints(text: str) -> str:
    is_object_store = OBJECT_STORES_INSTALLED and re.match(r"(s3|gs|az)://[^/\s]+", text)
    if text and not is_object_store and not Path(text).is_absolute():
        raise ValueError
    return text


def _retention(value: Any) -> int:
    days = whole(value)
    if days < 31:
        raise ValueError
    return days


def _proxies(value: Any) -> int | None:
    if value is None:
        return None
    if str(value) not in set("0123456789"):
        raise ValueError
    return int(value)


def _counter(text: str) -> str:
    if text and ("." not in text or not all(part.isidentifier() for part in text.split("."))):
        raise ValueError
    return text


def _failover(text: str) -> str:
    if text not in {"", SYNCHRONOUS}:
        raise ValueError
    return text


SYNCHRONOUS: Final = "synchronous"
_NEEDS_S3: Final = "" if OBJECT_STORES_INSTALLED else " after `pip install 'billing-access[s3]'`"
_PRIVATE_KEY: Final = (
    "PRIVATE+KEY+name+hash+key as `manage.py audit_key` prints it, or file:/path of a file that holds only that"
)
_PUBLIC_KEYS: Final = "keys name+hash+key as `manage.py audit_key` prints them, separated by commas"
_PROXIES: Final = "a whole number, 0 to 9"
_ORIGINS: Final = "a host name in lower case, with a path if you like, such as billing.example.com/audit"


class AuditSettings(AppSettings):
    """The settings of the audit log."""

    # The name of this deployment in its keys and checkpoints.
    AUDIT_ORIGIN = Setting(_origin, "", _ORIGINS)
    # Only the sealer's process needs the signing key. To verify, AUDIT_VERIFIERS is enough.
    AUDIT_SIGNING_KEY = Setting(_signing_key, "", _PRIVATE_KEY, is_secret=True)
    AUDIT_VERIFIERS = Setting(_verifiers, "", _PUBLIC_KEYS)
    # Only `purge_audit`, `erase_personal_data` and `record_restore` need the statement key. Neither the site nor the
    # sealer may have it.
    AUDIT_STATEMENT_KEY = Setting(_signing_key, "", _PRIVATE_KEY, is_secret=True)
    AUDIT_STATEMENT_VERIFIERS = Setting(_verifiers, "", _PUBLIC_KEYS)
    # The ids of the restores whose losses verification on this machine counts as accepted.
    AUDIT_ACCEPTED_RESTORES = Setting(_restores, "", "ids as `verify_audit` prints them, separated by commas")
    AUDIT_CHECKPOINTS = Setting(
        _checkpoints, "", f"an absolute path, or s3://, gs:// or az:// with a bucket{_NEEDS_S3}"
    )
    AUDIT_RETENTION_DAYS = Setting(_retention, 400, "whole days, 31 or more")
    # ``synchronous``: the standby has every commit, so that a failover loses nothing (``database_timeline``).
    DATABASE_FAILOVER = Setting(_failover, "", "synchronous, or nothing")
    # Nothing but this site uses the database, so `database_roles` may revoke what everybody may do in it.
    OWN_DATABASE = Setting(switch, False, SWITCHES)
    # The function that counts what operators watch (billing_audit/counting.py).
    COUNTER = Setting(_counter, "", "the dotted path of a function, such as app.module.count")
    # How many proxies stand in front of the site: see billing_audit.request_context.client_address.
    # None: it is not set, as in the demo.
    TRUSTED_PROXIES = Setting(_proxies, None, _PROXIES)

    @cached_property
    def verifiers(self) -> tuple[Verifier, ...]:
        """The public keys that checkpoints are verified with: AUDIT_VERIFIERS, and that of AUDIT_SIGNING_KEY if set."""
        signer = self.AUDIT_SIGNING_KEY
        return (*self.AUDIT_VERIFIERS, *([signer.verifier] if signer else []))

    def check_names(self) -> None:
        """Check that the deployment has a name, which the demo does not need, and that its own keys carry it.

        Call it from ``AppConfig.ready``. Raises ImproperlyConfigured.
        """
        origin = self.AUDIT_ORIGIN
        if not origin and not getattr(settings, "DEMO", False):
            raise ImproperlyConfigured(f"AUDIT_ORIGIN is not set. Accepted: {_ORIGINS}.")
        for name in ("AUDIT_SIGNING_KEY", "AUDIT_STATEMENT_KEY"):
            key = getattr(self, name)
            if key is not None and key.verifier.name != origin:
                raise ImproperlyConfigured(
                    f"{name} is named {key.verifier.name}, but AUDIT_ORIGIN is {origin!r}. Set AUDIT_ORIGIN to the"
                    " key's name, or make a key with `manage.py audit_key`."
                )
        if {key.public for key in self.verifiers} & {key.public for key in self.AUDIT_STATEMENT_VERIFIERS}:
            raise ImproperlyConfigured(
                "AUDIT_VERIFIERS and AUDIT_STATEMENT_VERIFIERS name the same key. Sign statements with a key of their"
                " own, which the sealer does not have."
            )

    def check_proxies(self) -> None:
        """Check that the number of proxies is set, which the demo does not need.

        With 0 behind a proxy, all clients count as one address. Call it from ``AppConfig.ready``. Raises
        ImproperlyConfigured.
        """
        if self.TRUSTED_PROXIES is None and not getattr(settings, "DEMO", False):
            raise ImproperlyConfigured(
                f"TRUSTED_PROXIES is not set. Accepted: {_PROXIES}: how many of your own proxies a request passes, 0"
                " where clients reach the site directly."
            )


audit_settings = AuditSettings()
