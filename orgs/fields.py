"""Model fields of organizations. Migrations import them, so this module's path and these names must not change."""

import re
import secrets
import string
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from billing_audit.plain_text import UnusableText, composed, storable_name
from orgs.time_zones import time_zone_names

_BASE62 = string.digits + string.ascii_letters
# 40 characters or more without a space, with a digit or an underscore: no person or company is called that.
_SECRET = re.compile(r"(?=[A-Za-z-]*[0-9_])[0-9A-Za-z_-]{40}", re.ASCII)


def new_public_id() -> str:
    """Return ``o_`` and 16 random base62 characters (95 bits)."""
    return "o_" + "".join(secrets.choice(_BASE62) for _ in range(16))


def validate_time_zone(name: str) -> None:
    """Raise ValidationError unless ``name`` is an IANA time zone such as Europe/Berlin."""
    if name not in time_zone_names():
        raise ValidationError(f"{name!r} is not an IANA time zone. Example: Europe/Berlin, or UTC.")


def refuse_secrets(name: str) -> None:
    """Raise ValidationError for a name with what looks like a key or token in it: names are shown and sent.

    The message does not repeat the name.
    """
    if _SECRET.search(name):
        raise ValidationError(
            "This holds what looks like a key. Remove it, and revoke that key if others may have seen it."
        )


def typed_text(text: str) -> str:
    """Return a text that a person typed as it is stored: composed, without surrounding blanks.

    Raises ValidationError if it has a control or invisible character or a line end.
    """
    text = text.strip()
    refuse_invisible(text)
    return composed(text)


def typed_field(field: str, text: str) -> str:
    """Return a text as ``typed_text`` does. Raises ValidationError that names the field."""
    try:
        return typed_text(text)
    except ValidationError as error:
        raise ValidationError({field: error.messages}) from None


def refuse_invisible(text: str) -> None:
    """Raise ValidationError for a text with a control or invisible character or a line end, also at its ends."""
    try:
        storable_name(text)
    except UnusableText as error:
        raise ValidationError(f"This {error}. Remove it.") from None


class PublicIdField(models.CharField):  # type: ignore[type-arg]
    """The id in pages, API answers and audit events: ``o_`` and 16 random characters, made once, never edited."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "max_length": 18, "unique": True, "default": new_public_id, "editable": False})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Leave the fixed options out of migrations."""
        name, path, args, options = super().deconstruct()
        for option in ("max_length", "unique", "default", "editable"):
            options.pop(option)
        return name, path, args, options


class NameField(models.CharField):  # type: ignore[type-arg]
    """A name that one person types and others read, composed.

    It refuses a text with a control or invisible character or a line end, and one with what looks like a key in it.
    """

    default_validators = [refuse_invisible, refuse_secrets]

    def to_python(self, value: Any) -> Any:
        """Compose the text, so that the same name is never stored in two forms."""
        return composed(value) if isinstance(value, str) else super().to_python(value)


class TimeZoneField(models.CharField):  # type: ignore[type-arg]
    """The name of an IANA time zone."""

    default_validators = [validate_time_zone]
