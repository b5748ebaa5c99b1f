"""Reads the settings of our apps from one dict of the host's settings, ``BILLING_ACCESS``.

Each app declares its names in its own ``settings.py``: a class of ``Setting``s and one object of it, which the app's
code reads. A value is parsed when it is first read and kept until ``BILLING_ACCESS`` changes (``override_settings``).
Malformed values raise ImproperlyConfigured in one line: the name, the value unless it is a secret, what is accepted.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, Self, TypeVar, overload

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed

T = TypeVar("T")
NAME: Final = "BILLING_ACCESS"
SWITCHES: Final = "on or off (also true, false, yes, no, 1, 0)"
_TRUE: Final = frozenset({"on", "true", "yes", "1"})
_FALSE: Final = frozenset({"off", "false", "no", "0"})


class Setting(Generic[T]):
    """One name in the dict, with its default.

    ``parse`` takes the host's value, a text as in an environment variable or a value of Python, and raises ValueError,
    TypeError, LookupError or AttributeError for what is not ``accepted``. The default is parsed too. A secret value is
    not repeated in messages.
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
        # The next reads find the value in the instance itself: a descriptor without __set__ gives way to it.
        value = instance.__dict__[self.name] = self._read()
        return value

    def _read(self) -> T:
        value = _given().get(self.name, self.default)
        try:
            return self.parse(value.strip() if isinstance(value, str) else value)
        except (ValueError, TypeError, LookupError, AttributeError):
            shown = "its value" if self.is_secret else repr(value)
            message = f"{self.name}: {shown} is not accepted. Accepted: {self.accepted}."
            raise ImproperlyConfigured(message) from None


class AppSettings:
    """The settings of one app. Each ``Setting`` is an attribute of a subclass."""

    def __init__(self) -> None:
        _apps.append(self)
        setting_changed.connect(self._forget)

    @classmethod
    def names(cls) -> list[str]:
        """Return the names that the app declares."""
        return [name for name, value in vars(cls).items() if isinstance(value, Setting)]

    def read_all(self) -> None:
        """Read every setting, so that a malformed one stops start-up. Call it from ``AppConfig.ready``."""
        for name in self.names():
            getattr(self, name)

    def _forget(self, *, setting: str, **kwargs: Any) -> None:
        if setting == NAME:
            vars(self).clear()


_apps: Final[list[AppSettings]] = []


def declared() -> list[str]:
    """Return the names that the installed apps declare."""
    return [name for app in _apps for name in app.names()]


@register
def check_names(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every name in the dict is one that an installed app declares."""
    return [*_unknown_names()]


def switch(value: Any) -> bool:
    """Read a boolean or its text."""
    text = str(value).lower()
    if text not in _TRUE | _FALSE:
        raise ValueError
    return text in _TRUE


def whole(value: Any) -> int:
    """Read a whole number of 0 or more, or its text."""
    if isinstance(value, bool) or not str(value).isdecimal():
        raise ValueError
    return int(value)


def texts(value: Any) -> tuple[str, ...]:
    """Read a sequence of texts, or one text of them separated by commas. Empty ones are left out."""
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(part.strip() for part in parts if part.strip())


def _given() -> Mapping[str, Any]:
    given = getattr(settings, NAME, {})
    if not isinstance(given, Mapping):
        raise ImproperlyConfigured(f"{NAME}: {type(given).__name__} is not accepted. Accepted: a dict of settings.")
    return given


def _unknown_names() -> Iterator[CheckMessage]:
    known = declared()
    for name in sorted(_given().keys() - set(known)):
        nearest = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean {nearest[0]}?" if nearest else f"Accepted: {', '.join(sorted(known))}."
        yield Error(f"{NAME} has no setting {name}.", hint=hint, id="billing_audit.E001")
