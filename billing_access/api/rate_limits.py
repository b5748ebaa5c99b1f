"""How often: each key by class of routes, and failed credentials by the address that they come from.

Moving windows, because they are exact: never more than the limit in any 60 seconds, and the time of the oldest hit
is the very time at which the next request passes, so Retry-After is true. A counter that slides promises neither.
"""

import ipaddress
import math
import uuid
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from limits import RateLimitItem, RateLimitItemPerMinute

from billing_access import errors
from billing_access.access.decision import KeyFacts, Refused, Verdict
from billing_access.api.rate_limit_store import Window, Windows
from billing_access.routes import FAILED_CREDENTIALS, RATE_WINDOW_SECONDS, Route
from billing_access.settings import access_settings

# A shared storage keeps four decimals of a second, and there a hit leaves just after its time, not at it.
_ROUNDING_SECONDS: Final = 0.001
_SEVERAL_FAILURES: Final = replace(
    errors.RATE_LIMITED,
    detail="Too many keys from this address were not valid. Wait as many seconds as Retry-After says, then send a key "
    "that was copied whole. Valid keys from this address wait too.",
)


@dataclass(frozen=True, slots=True)
class Rate:
    """What one request found of its limit: the class, how many a minute, and the window."""

    name: str
    limit: int
    window: Window

    @property
    def seconds(self) -> int:
        """Whole seconds after which there is room for one more request."""
        return min(math.floor(self.window.frees_in + _ROUNDING_SECONDS) + 1, RATE_WINDOW_SECONDS)

    @property
    def headers(self) -> dict[str, str]:
        """The fields of draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it."""
        return {
            "RateLimit-Policy": f'"{self.name}";q={self.limit};w={RATE_WINDOW_SECONDS}',
            "RateLimit": f'"{self.name}";r={self.window.remaining};t={self.seconds}',
        }


class RateLimited(Refused):
    """Too many requests. ``rate`` says when the next one passes; ``facts`` is None where the address is limited."""

    def __init__(self, rate: Rate, facts: KeyFacts | None) -> None:
        super().__init__(Verdict(errors.RATE_LIMITED if facts else _SEVERAL_FAILURES), facts)
        self.rate = rate


def count_request(key_id: uuid.UUID, route: Route) -> Rate:
    """Count one request of a known key, whatever its answer will be. Its id and the class alone name the window."""
    item = _item(route.rate)
    return Rate(route.rate, item.amount, _windows().hit(item, "key", str(key_id), route.rate))


def refuse_after_failures(address: str) -> None:
    """Raise RateLimited where too many credentials from this address have failed within a minute. No query.

    Nothing is known of the credential yet, so a valid key behind the same address is refused too (docs/api.md).
    """
    item = _item(FAILED_CREDENTIALS)
    _require_room(_windows().look(item, "address", _neighborhood(address)), item)


def count_failure(address: str) -> None:
    """Count one credential that was malformed or unknown. Raises RateLimited where others were faster."""
    item = _item(FAILED_CREDENTIALS)
    _require_room(_windows().hit(item, "address", _neighborhood(address)), item)


def forget() -> None:
    """Begin anew in this process, as after its start."""
    _windows_at.cache_clear()


def _require_room(window: Window, item: RateLimitItem) -> None:
    if not window.allowed:
        raise RateLimited(Rate(FAILED_CREDENTIALS, item.amount, window), None)


def _neighborhood(address: str) -> str:
    """A whole /64 of IPv6 is one sender, since one is what a single subscriber gets."""
    if ":" not in address:
        return address or "unknown"
    return str(ipaddress.IPv6Network((address, 64), strict=False))


def _item(name: str) -> RateLimitItem:
    return _per_minute(access_settings.RATE_LIMITS[name])


_per_minute: Final = cache(RateLimitItemPerMinute)


def _windows() -> Windows:
    return _windows_at(access_settings.RATE_LIMIT_STORAGE)


@cache
def _windows_at(storage: str) -> Windows:
    return Windows(storage)
