"""Django's PostgreSQL engine with faster reading of times and a health check that sends the server no query.

Its statements fail at once for a second after the database did not answer (``watchdog``). The stand-alone site uses it
for this and for speed: everything else also works with ``django.db.backends.postgresql``.
"""

import select
from typing import Any

from django.db import OperationalError
from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader

from config.database.watchdog import watchdog


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to PostgreSQL, as Django makes it. By ``cursors_made`` the watchdog tells statements apart."""

    cursors_made = 0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, unless the database did not answer just now."""
        _refuse_while_it_rests()
        return super().get_new_connection(conn_params)

    def create_cursor(self, name: str | None = None) -> Any:
        """Make Django's cursor, but read times with psycopg's own loader.

        It is written in C and returns times in the session's time zone, which Django sets to its own. Django's loader
        is written in Python: on a page of usage it took longer than everything else together.
        """
        _refuse_while_it_rests()
        self.cursors_made += 1
        cursor = super().create_cursor(name)
        cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
        return cursor

    def is_usable(self) -> bool:
        """Tell whether the connection still works, mostly without a query.

        Django runs ``SELECT 1`` before each request, a third of the time that a request waits for the database. A
        server that ends a connection closes the socket, which then becomes readable. So the query runs only if there is
        something to read, if a transaction is open, or if a statement failed before.
        """
        if self.connection is None:
            return False
        server = self.connection.pgconn
        is_idle = server.transaction_status == TransactionStatus.IDLE
        if self.errors_occurred or not is_idle or _is_readable(server.socket):
            return bool(super().is_usable())
        return True


def _refuse_while_it_rests() -> None:
    if watchdog.rests:
        raise OperationalError("the database did not answer within the last second")


def _is_readable(socket: int) -> bool:
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))
