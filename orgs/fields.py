"""The fields of organizations. Migrations import them from here for good: this path and these names stay."""

import re
import secrets
import string
import zoneinfo
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

_BASE62 = string.digits + string.ascii_letters
# No word that people are called by: 40 characters and more, with a digit or an underscore among them.
_SECRET = re.compile(r"(?=[A-Za-z-]*[0-9_])[0-9A-Za-z_-]{40}", re.ASCII)


def new_public_id() -> str:
    """Return ``o_`` and 16 random base62 characters (95 bits)."""
    return "o_" + "".join(secrets.choice(_BASE62) for _ in range(16))


@cache
def _time_zones() -> frozenset[str]:
    """Return every IANA time zone. Python reads hundreds of files for that, which takes 6 ms."""
    return frozenset(zoneinfo.available_timezones())


def validate_time_zone(name: str) -> None:
    """Raise ValidationError unless ``name`` is an IANA time zone such as Europe/Berlin."""
    if name not in _time_zones():
        raise ValidationError(f"{name!r} is not an IANA time zone. Example: Europe/Berlin, or UTC.")


def refuse_secrets(name: str) -> None:
    """Raise ValidationError for a name that holds a key or token, without repeating it: names are shown and sent."""
    if _SECRET.search(name):
        raise ValidationError(
            "This holds what looks like a key. Leave it out, and revoke it if others may have seen it."
        )


class PublicIdField(models.CharField):  # type: ignore[type-arg]
    """The id that people, scripts and the record see: ``o_`` and 16 random characters, made once, never edited."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "max_length": 18, "unique": True, "default": new_public_id, "editable": False})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Leave out of migrations what every such field has."""
        name, path, args, options = super().deconstruct()
        for option in ("max_length", "unique", "default", "editable"):
            options.pop(option)
        return name, path, args, options


class NameField(models.CharField):  # type: ignore[type-arg]
    """A name that people give and others read. It refuses what looks like a key."""

    default_validators = [refuse_secrets]


class TimeZoneField(models.CharField):  # type: ignore[type-arg]
    """The name of an IANA time zone."""

    default_validators = [validate_time_zone]
