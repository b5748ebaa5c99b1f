"""Which tracebacks the log writes: an outage would otherwise write the same one with every request."""

import threading
import time
import traceback
from types import CodeType
from typing import Final

SECONDS: Final = 60.0
Place = tuple[type[BaseException], tuple[tuple[CodeType, int], ...]]


class RepeatedFaults:
    """Counts faults by place: the type of the exception, and the lines of code that it went through.

    The traceback of a place is to be written once in 60 seconds. Threads share the counts.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # When a place's traceback was written, and how many faults of it there were since.
        self._places: dict[Place, tuple[float, int]] = {}

    def count(self, error: BaseException) -> int:
        """Return 0 if the traceback is to be written, else which fault since that one this is: 1, 2, …"""
        steps = tuple((frame.f_code, line) for frame, line in traceback.walk_tb(error.__traceback__))
        place, now = (type(error), steps), time.monotonic()
        with self._lock:
            written, repeats = self._places.get(place, (now - SECONDS, 0))
            if now - written < SECONDS:
                self._places[place] = written, repeats + 1
                return repeats + 1
            # Ended ones go, so that there are never more than a minute's.
            self._places = {each: kept for each, kept in self._places.items() if now - kept[0] < SECONDS}
            self._places[place] = now, 0
            return 0
