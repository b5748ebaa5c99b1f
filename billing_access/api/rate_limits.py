"""Rate limits: requests of each key, by class of route, and failed credentials from each address.

They use moving windows, which are exact: there are never more requests than the limit in any 60 seconds, and the next
request passes at the moment when the oldest hit leaves the window, which Retry-After says. A sliding counter only
estimates both.
"""

import ipaddress
import math
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from limits import RateLimitItem, RateLimitItemPerMinute

from billing_access import errors
from billing_access.access.decision import KeyFacts, Refused, Verdict
from billing_access.api.rate_limit_store import Window, Windows
from billing_access.routes import FAILED_CREDENTIALS, RATE_WINDOW_SECONDS, Route
from billing_access.settings import access_settings
from orgs.work_at_once import KEY, ORGANIZATION, TooManyAtOnce, take_slot

# A shared storage keeps times to four decimals of a second, and a hit leaves its window just after 60 seconds, not
# exactly at them.
_ROUNDING_SECONDS: Final = 0.001
_SEVERAL_FAILURES: Final = replace(
    errors.RATE_LIMITED,
    detail="Too many invalid, expired or revoked keys came from this IP address. Wait the number of seconds in "
    "Retry-After, then send a live key that was copied in full. Until then valid keys from this address are refused "
    "too.",
)


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate limit of one request: the name of its class, its requests per 60 seconds, and the window."""

    name: str
    limit: int
    window: Window

    @property
    def seconds(self) -> int:
        """Whole seconds after which one more request is allowed."""
        return min(math.floor(self.window.frees_in + _ROUNDING_SECONDS) + 1, RATE_WINDOW_SECONDS)

    @property
    def headers(self) -> dict[str, str]:
        """The headers of draft-ietf-httpapi-ratelimit-headers: the limit, and how many requests are left."""
        return {
            "RateLimit-Policy": f'"{self.name}";q={self.limit};w={RATE_WINDOW_SECONDS}',
            "RateLimit": f'"{self.name}";r={self.window.remaining};t={self.seconds}',
        }


class RateLimited(Refused):
    """Raised for too many requests of a key or, with ``facts`` None, too many failed credentials from an address.

    ``rate`` says when the next request is allowed.
    """

    def __init__(self, rate: Rate, facts: KeyFacts | None) -> None:
        super().__init__(Verdict(errors.RATE_LIMITED if facts else _SEVERAL_FAILURES), facts)
        self.rate = rate


class BusyKey(Refused):
    """Raised for a request of a key that, or whose organization, has too many requests at work at this moment."""

    def __init__(self, reason: str, facts: KeyFacts) -> None:
        detail = f"{reason} Wait for one of them to end, at least the seconds in Retry-After, then send this one again."
        super().__init__(Verdict(replace(errors.RATE_LIMITED, detail=detail)), facts)


def take_slots(facts: KeyFacts) -> None:
    """Take a slot of the key and one of its organization until the request is answered. Raises BusyKey."""
    try:
        take_slot(KEY, facts.key_id)
        take_slot(ORGANIZATION, facts.organization_pk)
    except TooManyAtOnce as error:
        raise BusyKey(str(error), facts) from None


def count_request(key_id: uuid.UUID, route: Route) -> Rate:
    """Count one request of a known key, also one that will be refused. Each key has one window per class of route."""
    item = _item(route.rate)
    return Rate(route.rate, item.amount, _windows().hit(item, "key", str(key_id), route.rate))


def refuse_after_failures(address: str) -> None:
    """Raise RateLimited if too many credentials from this address have failed in the last 60 seconds. No query.

    This runs before the key is looked up, so a valid key from the same address is refused too (docs/api.md).
    """
    _require_room(_windows().look, address)


def count_failure(address: str) -> None:
    """Count one credential that no route accepts: malformed, unknown, expired or revoked.

    Raises RateLimited if concurrent failures have used up the limit.
    """
    _require_room(_windows().hit, address)


def reset() -> None:
    """Drop the counts in this process's memory, for tests and benchmarks."""
    _windows_at.cache_clear()


def _require_room(read_window: Callable[..., Window], address: str) -> None:
    item = _item(FAILED_CREDENTIALS)
    window = read_window(item, "address", _neighborhood(address))
    if not window.allowed:
        raise RateLimited(Rate(FAILED_CREDENTIALS, item.amount, window), None)


def _neighborhood(address: str) -> str:
    """Return the address or, for IPv6, its /64: one subscriber gets a whole /64 and could use any address in it."""
    if ":" not in address:
        return address or "unknown"
    return str(ipaddress.IPv6Network((address, 64), strict=False))


def _item(name: str) -> RateLimitItem:
    return _per_minute(access_settings.RATE_LIMITS[name])


_per_minute: Final = cache(RateLimitItemPerMinute)


# The first requests of a process may come together: a store for each would count apart, and the library of Redis fails
# for a thread that finds it half imported by another.
_making: Final = threading.Lock()


def _windows() -> Windows:
    with _making:
        return _windows_at(access_settings.RATE_LIMIT_STORAGE)


@cache
def _windows_at(storage: str) -> Windows:
    return Windows(storage)
