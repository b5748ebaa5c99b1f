"""What people type of their own accord: names and reasons, which are stored, recorded and sent by e-mail."""

import re
from typing import Final

from django.core.exceptions import ValidationError

from billing_access.access.key_format import KEY_LENGTH, PREFIX

_KEY: Final = re.compile(rf"{PREFIX}[0-9A-Za-z]{{{KEY_LENGTH - len(PREFIX)}}}")


def refuse_keys(text: str) -> None:
    """Raise ValidationError for text that holds a key, without repeating it: a secret shows once, and never here."""
    if _KEY.search(text):
        raise ValidationError("This holds an API key. Leave it out here, and revoke it if others may have seen it.")
