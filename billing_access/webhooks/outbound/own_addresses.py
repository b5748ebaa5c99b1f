"""The addresses under which the site itself is reached from outside, such as those of its proxy."""

from dataclasses import dataclass, replace
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from billing_access.webhooks.outbound.addresses import Address, parsed
from billing_access.webhooks.outbound.lookups import resolve
from billing_access.webhooks.outbound.not_sent import NotSent
from orgs.settings import org_settings

KEPT_SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True)
class _Known:
    host: str
    until: float
    addresses: frozenset[Address]


_known = _Known("", 0.0, frozenset())


def site_host() -> str:
    """Return the host of BASE_URL, in lower case."""
    return urlsplit(org_settings.BASE_URL).hostname or ""


def site_addresses(*, seconds: float) -> frozenset[Address]:
    """Return what BASE_URL's host resolves to, known for a minute.

    If it does not resolve, the last known addresses, which may be none: an outage of that name stops no alert.
    """
    global _known
    host, known = site_host(), _known
    if known.host != host:
        known = _Known(host, 0.0, frozenset())
    elif monotonic() < known.until:
        return known.addresses
    else:
        # Other threads use the old addresses while this one asks.
        _known = replace(known, until=monotonic() + KEPT_SECONDS)
    try:
        found = frozenset(map(parsed, resolve(host, seconds=seconds)))
    except NotSent:
        found = known.addresses
    _known = _Known(host, monotonic() + KEPT_SECONDS, found)
    return found
