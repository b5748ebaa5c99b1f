"""Resolves receivers' names, in threads of its own: the system's resolver cannot be interrupted.

A look-up that hangs keeps one of ``AT_ONCE`` threads until the system gives it up, usually within 30 seconds; the
delivery that asked goes on without it after ``SECONDS``.
"""

import socket
import threading
from concurrent.futures import Future
from time import monotonic
from typing import Final

from billing_access.webhooks.outbound.not_sent import NotSent

AT_ONCE: Final = 64
SECONDS: Final = 5.0
_free: Final = threading.BoundedSemaphore(AT_ONCE)


def resolve(name: str, port: int, *, seconds: float) -> tuple[str, ...]:
    """Return all addresses of a name, each once, in the resolver's order. The resolver is asked once.

    Raises NotSent (not_resolved), also when no answer came within ``seconds`` or ``SECONDS``.
    """
    ends = monotonic() + min(seconds, SECONDS)
    if not _free.acquire(timeout=max(ends - monotonic(), 0)):
        raise NotSent("not_resolved")
    found: Future[tuple[str, ...]] = Future()
    # A process ends without waiting for its daemon threads.
    thread = threading.Thread(target=_look_up, args=(name, port, found), name="webhook-lookup", daemon=True)
    try:
        thread.start()
    except RuntimeError:  # the system gives no more threads
        _free.release()
        raise NotSent("not_resolved") from None
    try:
        return found.result(timeout=max(ends - monotonic(), 0))
    except OSError:  # also TimeoutError
        raise NotSent("not_resolved") from None


def _look_up(name: str, port: int, found: Future[tuple[str, ...]]) -> None:
    try:
        answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        found.set_result(tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in answers)))
    except Exception as error:
        found.set_exception(error if isinstance(error, OSError) else OSError(str(error)))
    finally:
        _free.release()
