"""The settings of billing reads in ``BILLING_ACCESS``."""

import base64
import binascii
import ssl
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from billing_access.routes import RATES
from billing_audit.conf import LONG_SECRETS, SWITCHES, AppSettings, Setting, long_secrets, switch, texts, whole

# The package that the extra ``redis`` installs.
_REDIS_INSTALLED: Final = find_spec("redis") is not None
_NETWORKS: Final = "networks such as 10.20.0.0/16 or 2001:db8:1::/48, separated by commas"
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


def _ports(value: str | Iterable[int]) -> tuple[int, ...]:
    ports = tuple(whole(str(each).strip()) for each in (value.split(",") if isinstance(value, str) else value))
    if not ports or not all(1 <= port < 2**16 for port in ports):
        raise ValueError
    return ports


def _networks(value: str | Iterable[str]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(map(ip_network, texts(value)))


def _forward_proxy(text: str) -> str:
    if not text:
        return text
    parts = urlsplit(text)
    # Reading the port raises ValueError for one that is none.
    is_place = parts.hostname and parts.port != 0 and parts.path in {"", "/"} and not parts.query and not parts.fragment
    if parts.scheme not in {"http", "https"} or not is_place or not text.isascii() or not text.isprintable():
        raise ValueError
    return text


def _ca_file(text: str) -> str:
    if text and not Path(text).is_absolute():
        raise ValueError
    if text:
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=text)
        except OSError as error:  # also ssl.SSLError, for a file without certificates
            raise ValueError from error
    return text


def _push_url(text: str) -> str:
    """Return the address. Where it leads is checked each time something is sent there."""
    parts = urlsplit(text)
    is_local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if text and (not parts.hostname or parts.scheme not in {"https", "http" if is_local else "https"}):
        raise ValueError
    return text


def _push_secret(text: str) -> str:
    prefix, encoded = text[:6], text[6:]
    try:
        length = len(base64.b64decode(encoded, validate=True))
    except binascii.Error:
        length = 0
    if text and (prefix != "whsec_" or not 24 <= length <= 64):
        raise ValueError
    return text


def _push_shape(text: str) -> str:
    if text not in {"native", "ocsf"}:
        raise ValueError
    return text


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
    # Where the platform's own audit log is sent, as organizations have theirs sent to a webhook; empty: nowhere.
    AUDIT_PUSH_URL = Setting(_push_url, "", "an https address", is_secret=True)
    # Signs what is sent there.
    AUDIT_PUSH_SECRET = Setting(
        _push_secret, "", "whsec_ and 24 to 64 random bytes in base64, as Standard Webhooks has it", is_secret=True
    )
    # The form of the events: native, with proofs, or as OCSF.
    AUDIT_PUSH_SHAPE = Setting(_push_shape, "native", "native or ocsf")
    # To how many webhooks each process `send_webhooks` sends at the same time: each takes a connection to the database.
    WEBHOOK_SENDERS = Setting(_senders, 20, "a whole number, 1 to 100")
    # How many processes serve the site, for the deployment check; None: unknown. gunicorn reads the same variable.
    WEB_CONCURRENCY = Setting(_processes, None, "a whole number, 1 or more")
    # The ports of receivers that webhooks may be sent to.
    WEBHOOK_PORTS = Setting(_ports, "443,8443", "whole numbers from 1 to 65535, separated by commas")
    # If any are named, webhooks go to addresses in these networks alone, which may be private ones. Link-local,
    # metadata and reserved addresses, and the site's own, stay refused.
    WEBHOOK_ALLOWED_NETWORKS = Setting(_networks, "", _NETWORKS)
    # Webhooks never go to addresses in these networks, whatever WEBHOOK_ALLOWED_NETWORKS has.
    WEBHOOK_DENIED_NETWORKS = Setting(_networks, "", _NETWORKS)
    # A forward proxy that all webhooks go through (CONNECT). The proxy then resolves receivers' names and must refuse
    # what is inside.
    WEBHOOK_PROXY = Setting(
        _forward_proxy, "", "http://host:3128 or https://host:3128, with user:password@ if needed", is_secret=True
    )
    # Certificates of authorities, in PEM, that receivers' certificates may come from, in addition to the public ones.
    WEBHOOK_CA_FILE = Setting(_ca_file, "", "the absolute path of a file with certificates in PEM")

    def check_audit_push(self) -> None:
        """Check that what is sent to AUDIT_PUSH_URL can be signed. Raises ImproperlyConfigured."""
        if self.AUDIT_PUSH_URL and not self.AUDIT_PUSH_SECRET:
            raise ImproperlyConfigured(
                "AUDIT_PUSH_URL is set, but AUDIT_PUSH_SECRET is not. Set it to whsec_ and the output of"
                " `openssl rand -base64 32`, here and at the receiver."
            )


access_settings = AccessSettings()
