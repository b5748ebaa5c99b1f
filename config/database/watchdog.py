"""Ends a request's wait for a database that does not answer at all.

PostgreSQL's own time limits end a slow statement, but not one whose backend is stopped, or whose machine is gone: then
nobody answers, and the threads of the site would wait one after the other. A thread of this process looks at the
connections of the requests at work, shuts the socket of one that waits too long, and for a second afterwards every
statement fails at once. The requests are answered with 503.
"""

import logging
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg.pq import TransactionStatus

from billing_audit.counting import count

# Longer than any statement of the site may take (`statement_timeout` of its role).
BUDGET_SECONDS: Final = 15.0
REST_SECONDS: Final = 1.0
_TICK_SECONDS: Final = 0.25
_logger = logging.getLogger(__name__)


class Watchdog:
    """Watches the database connections of the requests that this process answers, by thread."""

    def __init__(self, budget_seconds: float = BUDGET_SECONDS) -> None:
        self._budget = budget_seconds
        self._watched: dict[int, Any] = {}
        # Since when a thread's connection has been waiting for the same statement.
        self._waits: dict[int, tuple[tuple[Any, int], float]] = {}
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._rests_until = 0.0

    @property
    def rests(self) -> bool:
        """Whether the database did not answer within the last second."""
        return time.monotonic() < self._rests_until

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch this thread's connection inside the block, unless it is of Django's own engine."""
        wrapper = connections[DEFAULT_DB_ALIAS]
        if not hasattr(wrapper, "cursors_made"):
            yield
            return
        self._start()
        thread = threading.get_ident()
        self._watched[thread] = wrapper
        try:
            yield
        finally:
            del self._watched[thread]

    def _start(self) -> None:
        """Start the thread with the first request: a web server may have forked since this module was imported."""
        if self._thread is not None and self._thread.is_alive():
            return
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="database-watchdog", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            time.sleep(_TICK_SECONDS)
            self._look()

    def _look(self) -> None:
        now, watched = time.monotonic(), dict(self._watched)
        self._waits = {thread: wait for thread, wait in self._waits.items() if thread in watched}
        for thread, wrapper in watched.items():
            statement = wrapper.connection, wrapper.cursors_made
            if not _is_waiting(statement[0]):
                self._waits.pop(thread, None)
            elif thread not in self._waits or self._waits[thread][0] != statement:
                self._waits[thread] = statement, now
            elif now - self._waits[thread][1] > self._budget and _shut(wrapper, statement):
                self._rests_until = now + REST_SECONDS
                count("out_of_time")
                _logger.error("the database did not answer for %g s: a connection to it was shut", self._budget)


def _is_waiting(connection: Any) -> bool:
    return connection is not None and connection.pgconn.transaction_status == TransactionStatus.ACTIVE


def _shut(wrapper: Any, statement: tuple[Any, int]) -> bool:
    """Shut the connection's socket, so that the thread that waits for it fails. Tell whether it still waited.

    The duplicate of the descriptor stays this socket's, even if the connection is closed at this moment and the
    number is used again.
    """
    connection = statement[0]
    try:
        with socket.socket(fileno=os.dup(connection.pgconn.socket)) as duplicate:
            if (wrapper.connection, wrapper.cursors_made) != statement or not _is_waiting(connection):
                return False
            duplicate.shutdown(socket.SHUT_RDWR)
    except Exception:  # the connection is closed already
        return False
    return True


watchdog: Final = Watchdog()
