"""Refuses texts that contain a key of this site, also one that the platform issued and whose digest alone is known."""

import re
from typing import Final

from django.apps import apps
from django.core.exceptions import ValidationError

from billing_access.access.key_format import digest, may_be_platform_key, refuse_keys

# What stands around a key that somebody pasted, as in `x-api-key: …`.
_SEPARATORS: Final = re.compile(r"[\s:=,;\"'`<>()]+")


def refuse_any_key(text: str) -> None:
    """Raise ValidationError for a text with a key in it. A query only for words that a platform's key may be."""
    refuse_keys(text)
    words = {*text.split(), *_SEPARATORS.split(text)}
    digests = [digest(word) for word in words if may_be_platform_key(word)]
    if digests and apps.get_model("billing_access", "ApiKey").objects.filter(digest__in=digests).exists():
        raise ValidationError("This holds an API key. Remove it, and revoke the key if others may have seen it.")
