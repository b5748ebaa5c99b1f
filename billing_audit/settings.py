"""The record's settings in ``BILLING_ACCESS``."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from billing_audit.conf import AppSettings, Setting, texts, whole
from billing_audit.signed_notes import Signer, Verifier


def _signing_key(text: str) -> Signer | None:
    """Return the key, None without one. Raises ValueError for a file that cannot be read, too."""
    if text.startswith("file:"):
        try:
            text = Path(text.removeprefix("file:")).read_text()
        except OSError as error:
            raise ValueError from error
    return Signer.parse(text) if text else None


def _verifiers(value: str | Iterable[str]) -> tuple[Verifier, ...]:
    return tuple(map(Verifier.parse, texts(value)))


def _checkpoints(text: str) -> str:
    is_object_store = re.match(r"(s3|gs|az)://[^/\s]+", text)
    if text and not is_object_store and not Path(text).is_absolute():
        raise ValueError
    return text


def _retention(value: Any) -> int:
    days = whole(value)
    if days < 31:
        raise ValueError
    return days


def _proxies(value: Any) -> int:
    if str(value) not in set("0123456789"):
        raise ValueError
    return int(value)


class AuditSettings(AppSettings):
    """What the record needs to know of the site."""

    # The sealer's alone; anyone who verifies needs the verifiers.
    AUDIT_SIGNING_KEY = Setting(
        _signing_key,
        "",
        "PRIVATE+KEY+name+hash+key as `manage.py audit_key` prints it, or file:/path of a file that holds only that",
        is_secret=True,
    )
    AUDIT_VERIFIERS = Setting(_verifiers, "", "keys name+hash+key as `manage.py audit_key` prints them, by commas")
    AUDIT_CHECKPOINTS = Setting(_checkpoints, "", "an absolute path, or s3://, gs:// or az:// with a bucket")
    AUDIT_RETENTION_DAYS = Setting(_retention, 400, "whole days, 31 or more")
    # The client's address behind proxies: see billing_audit.request_context.client_address.
    TRUSTED_PROXIES = Setting(_proxies, 0, "a whole number, 0 to 9")

    @cached_property
    def verifiers(self) -> tuple[Verifier, ...]:
        """Every key that checkpoints are verified with: those listed, and that of the signing key."""
        signer = self.AUDIT_SIGNING_KEY
        return (*self.AUDIT_VERIFIERS, *([signer.verifier] if signer else []))


audit_settings = AuditSettings()
