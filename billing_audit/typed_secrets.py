"""Refuses texts that people type with a secret in them, before the text is stored, recorded or put into a URL."""

from collections.abc import Callable
from typing import Final

_checks: Final[list[Callable[[str], None]]] = []


def register_secret_check(check: Callable[[str], None]) -> None:
    """Add a function that raises ValidationError for a text with a secret of its app in it; its message repeats none.

    An app calls it in ``AppConfig.ready``.
    """
    _checks.append(check)


def refuse_typed_secrets(text: str) -> None:
    """Raise ValidationError for a text with a secret of any app in it."""
    for check in _checks:
        check(text)
