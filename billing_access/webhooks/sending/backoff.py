"""How long to wait after a failure: longer each time, for about a day altogether, and never exactly the same time."""

import random
from datetime import timedelta
from typing import Final

# Seconds after the first failure, the second, and so on.
WAITS: Final = (5, 30, 120, 600, 1800, 3600, 2 * 3600, 4 * 3600, 6 * 3600, 10 * 3600)
# An attempt that fails after all of these waits was the last one.
MOST_ATTEMPTS: Final = len(WAITS) + 1
# So that those who failed at the same moment do not all come back at the same moment.
_JITTER: Final = 0.2


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after this many failures, 1 or more: the last wait again after all of them."""
    seconds = WAITS[min(failures, len(WAITS)) - 1]
    return timedelta(seconds=seconds * random.uniform(1 - _JITTER, 1 + _JITTER))  # noqa: S311 (no secret)
