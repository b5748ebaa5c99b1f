"""What ``manage.py run_due`` does besides jobs, registered by the apps that have such work."""

from collections.abc import Callable
from typing import Final

_registered: Final[list[Callable[[], object]]] = []


def register_due_work(work: Callable[[], object]) -> None:
    """Have ``run_due`` call the function after the jobs. Call it from ``AppConfig.ready``."""
    if work not in _registered:
        _registered.append(work)


def do_due_work() -> None:
    """Call every registered function, outside of a transaction."""
    for work in _registered:
        work()
