"""Reads the settings of this project's apps from one dict in the host's settings, ``BILLING_ACCESS``.

Each app declares its settings in its own ``settings.py``: a subclass of ``AppSettings`` with ``Setting`` attributes and
one instance of it, which the app's code reads. A value is parsed on first read and cached until ``BILLING_ACCESS``
changes (``override_settings``). A malformed value raises ImproperlyConfigured with one line: the name, the value unless
it is secret, and what is accepted.
"""

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Generic, Self, TypeVar, overload

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed

T = TypeVar("T")
NAME: Final = "BILLING_ACCESS"
SWITCHES: Final = "on or off (also true, false, yes, no, 1, 0)"
LONG_SECRETS: Final = "texts of at least 32 characters, separated by commas, the newest first"
_TRUE: Final = frozenset({"on", "true", "yes", "1"})
_FALSE: Final = frozenset({"off", "false", "no", "0"})


class Setting(Generic[T]):
    """One setting in the dict, with its default.

    ``parse`` takes the host's value, which is a string as in an environment variable or a Python value, and raises
    ValueError, TypeError, LookupError or AttributeError if it is not ``accepted``. The default is parsed too. Messages
    do not repeat a secret value.
    """

    def __init__(self, parse: Callable[[Any], T], default: Any, accepted: str, *, is_secret: bool = False) -> None:
        self.parse, self.default, self.accepted, self.is_secret = parse, default, accepted, is_secret

    def __set_name__(self, owner: type["AppSettings"], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type["AppSettings"]) -> Self: ...
    @overload
    def __get__(self, instance: "AppSettings", owner: type["AppSettings"]) -> T: ...
    def __get__(self, instance: "AppSettings | None", owner: type["AppSettings"]) -> Self | T:
        if instance is None:
            return self
        value = _host_settings().get(self.name, self.default)
        try:
            # A descriptor without __set__ gives way to the instance's dict, so later reads find the parsed value there.
            parsed = instance.__dict__[self.name] = self.parse(value.strip() if isinstance(value, str) else value)
        except (ValueError, TypeError, LookupError, AttributeError):
            shown = "its value" if self.is_secret else repr(value)
            message = f"{self.name}: {shown} is not accepted. Accepted: {self.accepted}."
            raise ImproperlyConfigured(message) from None
        return parsed


class AppSettings:
    """The settings of one app. A subclass has one ``Setting`` attribute for each."""

    def __init__(self) -> None:
        _apps.append(self)
        setting_changed.connect(self._forget)

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the settings that the app declares."""
        return [name for name, value in vars(cls).items() if isinstance(value, Setting)]

    def read_all(self) -> None:
        """Parse every setting, so that a malformed one stops start-up. Call it from ``AppConfig.ready``."""
        for name in self.names():
            getattr(self, name)

    def _forget(self, *, setting: str, **kwargs: Any) -> None:
        if setting == NAME:
            vars(self).clear()


_apps: Final[list[AppSettings]] = []


def declared() -> list[str]:
    """Return the names of the settings that the installed apps declare."""
    return [name for app in _apps for name in app.names()]


@register
def check_names(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that an installed app declares every name in the dict."""
    known = declared()
    errors: list[CheckMessage] = []
    for name in sorted(_host_settings().keys() - set(known)):
        nearest = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean {nearest[0]}?" if nearest else f"Accepted: {', '.join(sorted(known))}."
        errors.append(Error(f"{NAME} has no setting {name}.", hint=hint, id="billing_audit.E001"))
    return errors


def switch(value: Any) -> bool:
    """Parse a boolean, or a string such as ``on`` or ``false``."""
    text = str(value).lower()
    if text not in _TRUE | _FALSE:
        raise ValueError
    return text in _TRUE


def whole(value: Any) -> int:
    """Parse a whole number of 0 or more, given as an int or a string."""
    if isinstance(value, bool) or not str(value).isdecimal():
        raise ValueError
    return int(value)


def texts(value: Any) -> tuple[str, ...]:
    """Parse a sequence of strings, or one string with commas between them. Empty items are dropped."""
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(part.strip() for part in parts if part.strip())


def long_secrets(value: Any) -> tuple[str, ...]:
    """Parse texts as ``texts`` does, each of which has 32 characters at least. Raises ValueError."""
    parsed = texts(value)
    if any(len(each) < 32 for each in parsed):
        raise ValueError
    return parsed


def _host_settings() -> Mapping[str, Any]:
    host_settings = getattr(settings, NAME, {})
    if not isinstance(host_settings, Mapping):
        kind = type(host_settings).__name__
        raise ImproperlyConfigured(f"{NAME}: {kind} is not accepted. Accepted: a dict of settings.")
    return host_settings
