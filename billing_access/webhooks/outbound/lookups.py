"""Resolves receivers' names, in threads of its own: the system's resolver cannot be interrupted.

A look-up that hangs keeps its thread until the system gives it up, usually within 30 seconds. The delivery that asked
goes on without it after ``SECONDS``. Meanwhile the same name gets no second thread, so that it takes as many names as
``AT_ONCE`` whose name servers hang to keep others from being resolved: more than the webhooks of one organization.
"""

import socket
import threading
from concurrent.futures import Future
from time import monotonic
from typing import Final

from billing_access.webhooks.outbound.not_sent import NotSent

AT_ONCE: Final = 128
SECONDS: Final = 5.0
_lock: Final = threading.Lock()
_under_way: Final[dict[str, Future[tuple[str, ...]]]] = {}


def resolve(name: str, *, seconds: float) -> tuple[str, ...]:
    """Return all addresses of a name, each once, in the resolver's order. The resolver is asked once.

    Raises NotSent (not_resolved), also when no answer came within ``seconds`` or ``SECONDS``, and at once when
    ``AT_ONCE`` other names are being looked up.
    """
    ends = monotonic() + min(seconds, SECONDS)
    try:
        return _look_up(name).result(timeout=max(ends - monotonic(), 0))
    except (OSError, RuntimeError):  # also TimeoutError; RuntimeError where the system gives no more threads
        raise NotSent("not_resolved") from None


def _look_up(name: str) -> Future[tuple[str, ...]]:
    """Return the look-up of this name that is under way, or begin one."""
    with _lock:
        if name in _under_way:
            return _under_way[name]
        if len(_under_way) >= AT_ONCE:
            raise NotSent("not_resolved")
        found: Future[tuple[str, ...]] = Future()
        # A process ends without waiting for its daemon threads.
        threading.Thread(target=_ask, args=(name, found), name="webhook-lookup", daemon=True).start()
        _under_way[name] = found
        return found


def _ask(name: str, found: Future[tuple[str, ...]]) -> None:
    """Ask the system's resolver, and end the look-up with what it says."""
    addresses: tuple[str, ...] = ()
    fault: OSError | None = None
    try:
        answers = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        addresses = tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in answers))
    except Exception as error:
        fault = error if isinstance(error, OSError) else OSError(str(error))
    with _lock:
        del _under_way[name]
    if fault:
        found.set_exception(fault)
    else:
        found.set_result(addresses)
