"""The settings of billing reads in ``BILLING_ACCESS``."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any, Final
from urllib.parse import urlsplit

from billing_access.routes import RATES
from billing_audit.conf import LONG_SECRETS, SWITCHES, AppSettings, Setting, long_secrets, switch, whole

# The package that the extra ``redis`` installs.
_REDIS_INSTALLED: Final = find_spec("redis") is not None
_NEEDS_REDIS: Final = "" if _REDIS_INSTALLED else " after `pip install 'billing-access[redis]'`"


def _rate_limits(value: str | Mapping[str, int]) -> dict[str, int]:
    """Return every rate: the ones that are named, and the defaults of the others."""
    if isinstance(value, str):
        pairs = [
            (name, number) for name, _, number in (each.partition("=") for each in value.split(",") if each.strip())
        ]
    else:
        pairs = [(name, str(number)) for name, number in value.items()]
    named = {name.strip(): whole(number.strip()) for name, number in pairs}
    if len(named) < len(pairs) or not set(named) <= set(RATES) or not all(1 <= n <= 10_000 for n in named.values()):
        raise ValueError
    return {**RATES, **named}


def _rate_limit_storage(text: str) -> str:
    """Return the URL of the storage. Valkey speaks Redis' protocol, so Redis' client serves both."""
    parts = urlsplit(text)
    scheme = {"valkey": "redis", "valkeys": "rediss", "valkey+unix": "redis+unix"}.get(parts.scheme, parts.scheme)
    if text == "memory://":
        return text
    # Reading the port raises ValueError for one that is none.
    place = parts.path if scheme == "redis+unix" else parts.hostname and parts.port != 0
    if scheme not in {"redis", "rediss", "redis+unix"} or not place or not _REDIS_INSTALLED:
        raise ValueError
    return scheme + text.removeprefix(parts.scheme)


def _processes(value: Any) -> int | None:
    if value is None:
        return None
    number = whole(value)
    if number < 1:
        raise ValueError
    return number


def _senders(value: Any) -> int:
    number = whole(value)
    if not 1 <= number <= 100:
        raise ValueError
    return number


class AccessSettings(AppSettings):
    """How keys are accepted and counted."""

    # Keys that the platform issued itself are accepted once registered.
    PLATFORM_KEYS = Setting(switch, False, SWITCHES)
    RATE_LIMITS = Setting(
        _rate_limits, "", f"name=requests a minute, 1 to 10000, separated by commas; names: {', '.join(RATES)}"
    )
    RATE_LIMIT_STORAGE = Setting(
        _rate_limit_storage,
        "memory://",
        f"memory://, redis://host:6379/0, rediss://, redis+unix:///path, or the same with valkey{_NEEDS_REDIS}",
        is_secret=True,
    )
    # They encrypt the secrets of webhooks; none: SECRET_KEY does.
    WEBHOOK_ENCRYPTION_KEYS = Setting(long_secrets, "", LONG_SECRETS, is_secret=True)
    # To how many webhooks each process `send_webhooks` sends at the same time: each takes a connection to the database.
    WEBHOOK_SENDERS = Setting(_senders, 20, "a whole number, 1 to 100")
    # How many processes serve the site, for the deployment check; None: unknown. gunicorn reads the same variable.
    WEB_CONCURRENCY = Setting(_processes, None, "a whole number, 1 or more")


access_settings = AccessSettings()
