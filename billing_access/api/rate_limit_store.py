"""Counts hits in moving windows: on a server that processes share, or in this process's memory without one."""

import logging
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, cast

from django.utils.module_loading import import_string
from limits import RateLimitItem
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.storage.redis import RedisStorage
from limits.strategies import MovingWindowRateLimiter

from billing_audit.counting import count

MEMORY: Final = "memory://"
# A request must not wait long for a counter. A server that takes longer than the timeout counts as unavailable, and no
# request tries it again for the next few seconds.
_TIMEOUT_SECONDS: Final = 0.25
_RETRY_SECONDS: Final = 5
_LOG_SECONDS: Final = 60
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Window:
    """The state of one window.

    ``allowed``: the hit was within the limit. ``remaining``: how many more hits are. ``frees_in``: seconds until the
    oldest hit leaves the window.
    """

    allowed: bool
    remaining: int
    frees_in: float


class WindowMemory:
    """Moving windows in this process's memory. Threads share them, and the counts are exact.

    The memory storage of ``limits`` starts a thread with every hit, which walks all windows that it ever saw: measured,
    0.1 ms of CPU per hit with few windows and 3 ms with 50,000, a cost that anyone could cause by trying keys from many
    addresses. Here each hit removes the hits and windows that have run out.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # In the order of their last hit, oldest first, so that the windows that have run out come first.
        self._windows: OrderedDict[tuple[str | int, ...], tuple[int, deque[float]]] = OrderedDict()

    def hit(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Add a hit if it is within the limit, and return the window. One over the limit does not prolong the wait."""
        return self._look(item, identifiers, is_hit=True)

    def look(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Return the window without adding a hit. ``allowed`` tells whether a hit would be within the limit."""
        return self._look(item, identifiers, is_hit=False)

    def _look(self, item: RateLimitItem, identifiers: tuple[str, ...], *, is_hit: bool) -> Window:
        limit, expiry, now = item.amount, item.get_expiry(), time.time()
        key: tuple[str | int, ...] = (limit, expiry, *identifiers)
        with self._lock:
            hits = self._windows.get(key, (expiry, deque[float]()))[1]
            while hits and hits[0] <= now - expiry:
                hits.popleft()
            has_room = len(hits) < limit
            if is_hit and has_room:
                hits.append(now)
                self._windows[key] = (expiry, hits)
                self._windows.move_to_end(key)
                self._drop_ended(now)
            # In an empty window the next hit will be the oldest, and leaves it a whole window's length from now.
            return Window(has_room, limit - len(hits), (hits[0] if hits else now) + expiry - now)

    def _drop_ended(self, now: float) -> None:
        while self._windows:
            key, (expiry, hits) = next(iter(self._windows.items()))
            if hits and hits[-1] > now - expiry:
                return
            del self._windows[key]


class WindowServer:
    """Moving windows on a server that several processes share, with the methods of WindowMemory.

    They raise StorageError if the server is unavailable.
    """

    def __init__(self, url: str) -> None:
        # Imported here, since the library of redis takes a tenth of the start of a process, and most have no server.
        retry, no_backoff = import_string("redis.retry.Retry"), import_string("redis.backoff.NoBackoff")
        storage = storage_from_string(
            url,
            wrap_exceptions=True,
            key_prefix="billing_access",
            socket_timeout=_TIMEOUT_SECONDS,
            socket_connect_timeout=_TIMEOUT_SECONDS,
            # One immediate retry, since the server may have closed an idle connection.
            retry=retry(no_backoff(), 1),
        )
        self._limiter = MovingWindowRateLimiter(cast(RedisStorage, storage))

    def hit(self, item: RateLimitItem, *identifiers: str) -> Window:
        allowed = self._limiter.hit(item, *identifiers)
        return replace(self.look(item, *identifiers), allowed=allowed)

    def look(self, item: RateLimitItem, *identifiers: str) -> Window:
        resets_at, remaining = self._limiter.get_window_stats(item, *identifiers)
        return Window(remaining > 0, max(remaining, 0), max(resets_at - time.time(), 0.0))


class Windows:
    """Counts hits in the storage of a URL, and in this process's memory while that is unavailable.

    So an outage of the storage neither lifts the limits nor fails a request.
    """

    def __init__(self, storage: str) -> None:
        self._memory = WindowMemory()
        self._shared = None if storage == MEMORY else WindowServer(storage)
        self._retry_at = self._log_at = 0.0
        self._lock = threading.Lock()

    def hit(self, item: RateLimitItem, *identifiers: str) -> Window:
        return self._call(lambda windows: windows.hit(item, *identifiers))

    def look(self, item: RateLimitItem, *identifiers: str) -> Window:
        return self._call(lambda windows: windows.look(item, *identifiers))

    def _call(self, operation: Callable[[WindowMemory | WindowServer], Window]) -> Window:
        if self._shared is not None and time.monotonic() >= self._retry_at:
            try:
                return operation(self._shared)
            except StorageError as error:
                self._note_outage(error)
        return operation(self._memory)

    def _note_outage(self, error: StorageError) -> None:
        count("rate_limit_storage_failed")
        now = time.monotonic()
        with self._lock:
            self._retry_at = now + _RETRY_SECONDS
            if now < self._log_at:
                return
            self._log_at = now + _LOG_SECONDS
        _logger.error("RATE_LIMIT_STORAGE is unavailable, each process counts alone: %s", error.storage_error)
