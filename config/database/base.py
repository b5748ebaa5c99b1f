"""Django's PostgreSQL, less one round trip a request, without JIT, and with statements that are not waited for."""

import select
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader

from config.database.sending import Sender, own


class DatabaseWrapper(base.DatabaseWrapper):
    """A persistent connection is checked before each request without asking the server.

    A server that ended it has closed the socket, which is then readable. Whatever is readable, in a transaction or
    failed before, is checked by a question as Django does; that question was a third of a request's waiting.
    """

    _put_off: tuple[str, Mapping[str, Any]] | None = None

    def init_connection_state(self) -> None:
        """Set up a new connection. Compiling a statement takes longer than any of ours: 60 ms of 75, measured.

        Times are read by the driver's own loader, which is C and goes by the session's zone, which is Django's: its own
        loader takes a regular expression for each and, on a page of usage, longer than everything else together.
        """
        self._put_off = None
        self._sender = Sender(self.connection)
        super().init_connection_state()
        self.connection.execute("SET jit = off")
        self.connection.adapters.register_loader("timestamptz", TimestamptzLoader)

    def create_cursor(self, name: str | None = None) -> Any:
        """Make a cursor as Django does, less its loader of times, after what was put off."""
        if self._put_off is not None and self.connection.pgconn.transaction_status != TransactionStatus.INERROR:
            self._catch_up()
        options = {"scrollable": False, "withhold": self.connection.autocommit} if name else {}
        return self.connection.cursor(name or "", **options)

    def run(self, statement: str, parameters: Mapping[str, Any]) -> None:
        """Run a statement that returns nothing (see ``Sender``) in the current transaction, or by itself outside one.

        Inside one it is put off to just before the next statement, or it goes with the COMMIT in one message: a way to
        the database less. Its error is raised there, and then nothing is committed.
        """
        self.validate_no_broken_transaction()
        if self.in_atomic_block:
            self._catch_up()
            self._put_off = statement, parameters
        else:
            with self.sending(statement, parameters):
                pass

    @contextmanager
    def sending(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[None]:
        """Let the server work on a statement that returns nothing while the block goes on.

        Where the block ends, the statement has ended too. Its error is raised there, over one of the block's. Another
        statement of this connection inside the block is refused by the driver.
        """
        self.close_if_health_check_failed()
        self.ensure_connection()
        self._catch_up()
        if not self._can_send(statement):
            self._execute(statement, parameters)
            yield
            return
        with self.wrap_database_errors:
            self._sender.send(statement, parameters)
        try:
            yield
        finally:
            with self.wrap_database_errors:
                self._sender.finish()

    def _commit(self) -> None:
        if self._put_off is None or not self._can_send(self._put_off[0]):
            self._catch_up()
            super()._commit()  # type: ignore[misc]
            return
        put_off, self._put_off = self._put_off, None
        try:
            with self.wrap_database_errors:
                self._sender.commit_with(*put_off)
        finally:
            if self.connection.closed:
                self.close()

    # What was put off belongs to the innermost transaction or savepoint: a new savepoint is a statement.
    def rollback(self) -> None:
        """Roll the transaction back."""
        self._put_off = None
        super().rollback()

    def savepoint_rollback(self, sid: str) -> None:
        """Roll back to a savepoint."""
        self._put_off = None
        super().savepoint_rollback(sid)

    def _catch_up(self) -> None:
        if self._put_off is not None:
            put_off, self._put_off = self._put_off, None
            self._execute(*put_off)

    def _execute(self, statement: str, parameters: Mapping[str, Any]) -> None:
        with self.wrap_database_errors:
            if self._can_send(statement):
                self._sender.send(statement, parameters)
                self._sender.finish()
            else:
                with self.cursor() as cursor:
                    cursor.execute(statement, own(statement, parameters))

    def _can_send(self, statement: str) -> bool:
        """Whoever watches Django's cursors sees these statements too."""
        return not (self.queries_logged or self.execute_wrappers) and self._sender.can_send(statement)

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
