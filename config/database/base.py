"""Django's PostgreSQL, less one round trip a request, without JIT, and with statements that are not waited for."""

import select
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader


class DatabaseWrapper(base.DatabaseWrapper):
    """A persistent connection is checked before each request without asking the server.

    A server that ended it has closed the socket, which is then readable. Whatever is readable, in a transaction or
    failed before, is checked by a question as Django does; that question was a third of a request's waiting.
    """

    def init_connection_state(self) -> None:
        """Set up a new connection. Compiling a statement takes longer than any of ours: 60 ms of 75, measured.

        Times are read by the driver's own loader, which is C and goes by the session's zone, which is Django's: its own
        loader takes a regular expression for each and, on a page of usage, longer than everything else together.
        """
        super().init_connection_state()
        self.connection.execute("SET jit = off")
        self.connection.adapters.register_loader("timestamptz", TimestamptzLoader)

    def create_cursor(self, name: str | None = None) -> Any:
        """Make a cursor as Django does, less its loader of times."""
        options = {"scrollable": False, "withhold": self.connection.autocommit} if name else {}
        return self.connection.cursor(name or "", **options)

    @contextmanager
    def sending(self) -> Iterator[Any]:
        """Make a cursor whose one statement the server works on while the block goes on.

        Where the block ends, the statement has ended too. Its error is raised there, over one of the block's. Another
        statement of this connection inside the block is refused by the driver.
        """
        self.ensure_connection()
        sender = _Sender(self.connection)
        with self._prepare_cursor(sender) as cursor:  # type: ignore[attr-defined]
            try:
                yield cursor
            finally:
                with self.wrap_database_errors:
                    sender.finish()

    def is_usable(self) -> bool:
        """Tell whether the server is still there."""
        if self.connection is None:
            return False
        server = self.connection.pgconn
        is_idle = server.transaction_status == TransactionStatus.IDLE
        if self.errors_occurred or not is_idle or _is_readable(server.socket):
            return bool(super().is_usable())
        return True


class _Sender(psycopg.Cursor[Any]):
    """A cursor that sends a statement with ``execute`` and waits for it in ``finish``.

    It takes the driver's own steps, which end where something must be waited for, so statements are prepared and
    errors told as by any cursor. A statement that is yet to be prepared is sent in ``finish``.
    """

    _rest: Generator[Any, Any, None] | None = None

    def execute(self, *args: Any, **options: Any) -> "_Sender":
        """Send, and do not wait."""
        steps = self._execute_gen(*args, **options)
        self._rest = _going_on(steps, next(steps))
        return self

    def finish(self) -> None:
        """Wait for what was sent, and raise its error."""
        if self._rest is not None:
            self._conn.wait(self._rest)


def _going_on(steps: Generator[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    """Go on with steps that wait for something already."""
    try:
        while True:
            waits_for = steps.send((yield waits_for))
    except StopIteration:
        return


def _is_readable(socket: int) -> bool:
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))
