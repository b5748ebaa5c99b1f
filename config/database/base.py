"""Django's PostgreSQL, less one round trip a request and without JIT."""

import select
from datetime import UTC
from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader


class DatabaseWrapper(base.DatabaseWrapper):
    """A persistent connection is checked before each request without asking the server.

    A server that ended it has closed the socket, which is then readable. Whatever is readable, in a transaction or
    failed before, is checked by a question as Django does; that question was a third of a request's waiting.
    """

    def init_connection_state(self) -> None:
        """Set up a new connection. Compiling a statement takes longer than any of ours: 60 ms of 75, measured."""
        super().init_connection_state()
        self.connection.execute("SET jit = off")

    def create_cursor(self, name: str | None = None) -> Any:
        """Make a cursor that reads times by the driver's own loader, which is C, where the session is in UTC.

        Django's takes a regular expression for each and, on a page of usage, longer than everything else together.
        """
        cursor = super().create_cursor(name)
        if self.timezone == UTC:
            cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
        return cursor

    def is_usable(self) -> bool:
        """Tell whether the server is still there."""
        if self.connection is None:
            return False
        server = self.connection.pgconn
        is_idle = server.transaction_status == TransactionStatus.IDLE
        if self.errors_occurred or not is_idle or _is_readable(server.socket):
            return bool(super().is_usable())
        return True


def _is_readable(socket: int) -> bool:
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))
