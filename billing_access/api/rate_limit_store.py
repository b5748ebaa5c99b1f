"""Where the moving windows are counted: a shared server, or this process's memory while there is none."""

import logging
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, cast

from limits import RateLimitItem
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.storage.redis import RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis.backoff import NoBackoff
from redis.retry import Retry

MEMORY: Final = "memory://"
# A request must not wait for a counter: a server that has not answered by then is away, and is left alone for a while.
_TIMEOUT_SECONDS: Final = 0.25
_AWAY_SECONDS: Final = 5
_SAY_SECONDS: Final = 60
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Window:
    """What a question found: whether there was room, how much is left, in how many seconds the oldest hit leaves."""

    allowed: bool
    remaining: int
    frees_in: float


class WindowMemory:
    """Moving windows in this process's memory, exact between its threads.

    limits' own starts a thread with every hit that walks all windows it ever saw: measured, 0.1 ms of CPU a hit with
    few and 3 ms with 50,000, which whoever tries keys from many addresses could make us pay. Here a hit drops what
    has left, and nothing outlives its window.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        # Least recently hit first, so that whatever has run out stands in front.
        self._windows: OrderedDict[tuple[str | int, ...], tuple[int, deque[float]]] = OrderedDict()

    def hit(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Add a hit where there is room, and look."""
        return self._look(item, identifiers, is_hit=True)

    def look(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Tell whether a hit would find room, without one."""
        return self._look(item, identifiers, is_hit=False)

    def _look(self, item: RateLimitItem, identifiers: tuple[str, ...], *, is_hit: bool) -> Window:
        limit, expiry, now = item.amount, item.get_expiry(), time.time()
        key: tuple[str | int, ...] = (limit, expiry, *identifiers)
        with self._guard:
            hits = self._windows.get(key, (expiry, deque[float]()))[1]
            while hits and hits[0] <= now - expiry:
                hits.popleft()
            has_room = len(hits) < limit
            if is_hit and has_room:
                hits.append(now)
                self._windows[key] = (expiry, hits)
                self._windows.move_to_end(key)
                self._drop_ended(now)
            # Without a hit, the next one leaves a whole window after now.
            return Window(has_room, limit - len(hits), (hits[0] if hits else now) + expiry - now)

    def _drop_ended(self, now: float) -> None:
        while self._windows:
            key, (expiry, hits) = next(iter(self._windows.items()))
            if hits and hits[-1] > now - expiry:
                return
            del self._windows[key]


class WindowServer:
    """Moving windows on a server that several processes share. Raises StorageError where it is away."""

    def __init__(self, url: str) -> None:
        self._limiter = MovingWindowRateLimiter(_server(url))

    def hit(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Add a hit where there is room, and look."""
        allowed = self._limiter.hit(item, *identifiers)
        return replace(self.look(item, *identifiers), allowed=allowed)

    def look(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Tell whether a hit would find room, without one."""
        resets_at, remaining = self._limiter.get_window_stats(item, *identifiers)
        return Window(remaining > 0, max(remaining, 0), max(resets_at - time.time(), 0.0))


class Windows:
    """Counts hits in the storage that a URL names; while it is away, in memory: never unlimited, never an error."""

    def __init__(self, storage: str) -> None:
        self._memory = WindowMemory()
        self._shared = None if storage == MEMORY else WindowServer(storage)
        self._away_until = self._say_after = 0.0
        self._guard = threading.Lock()

    def hit(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Add a hit where there is room, and look. One without room is not added, so it delays nobody."""
        return self._ask(lambda windows: windows.hit(item, *identifiers))

    def look(self, item: RateLimitItem, *identifiers: str) -> Window:
        """Tell whether a hit would find room, without one."""
        return self._ask(lambda windows: windows.look(item, *identifiers))

    def _ask(self, question: Callable[[WindowMemory | WindowServer], Window]) -> Window:
        if self._shared is not None and time.monotonic() >= self._away_until:
            try:
                return question(self._shared)
            except StorageError as error:
                self._note_outage(error)
        return question(self._memory)

    def _note_outage(self, error: StorageError) -> None:
        now = time.monotonic()
        with self._guard:
            self._away_until = now + _AWAY_SECONDS
            if now < self._say_after:
                return
            self._say_after = now + _SAY_SECONDS
        _logger.error("the rate limit storage is away, each process counts by itself: %s", error.storage_error)


def _server(url: str) -> RedisStorage:
    storage = storage_from_string(
        url,
        wrap_exceptions=True,
        key_prefix="billing_access",
        socket_timeout=_TIMEOUT_SECONDS,
        socket_connect_timeout=_TIMEOUT_SECONDS,
        # Once more at once, for a connection that the server closed while it was idle.
        retry=Retry(NoBackoff(), 1),  # type: ignore[arg-type]
    )
    return cast(RedisStorage, storage)
