"""Statements that are sent with the driver's own calls, so that something else can be done before they have ended."""

import re
from collections.abc import Generator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import psycopg
from psycopg.generators import execute, fetch_many, send
from psycopg.pq import ExecStatus, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

_PLACE: Final = re.compile(r"%\((\w+)\)s")
_UNKNOWN: Final = 0  # the type of a text and of None, for the driver


class Sender:
    """Sends statements of one connection that return no rows, once the driver has prepared them.

    A statement has its parameters as ``%(name)s``: texts and None, cast to their types in it. Until it is prepared it
    goes through a cursor, with those that ``own`` returns.
    """

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self._connection = connection
        # What the driver prepared, and has not dropped since: after a ROLLBACK or a DROP it drops all.
        self._names = connection._prepared._names

    def can_send(self, statement: str) -> bool:
        """Tell whether the statement is prepared, and no BEGIN must go before it."""
        connection = self._connection
        is_begun = connection.pgconn.transaction_status == TransactionStatus.INTRANS
        return (connection.autocommit or is_begun) and _key(statement) in self._names

    def send(self, statement: str, parameters: Mapping[str, Any]) -> None:
        """Send a statement, and do not wait for it. ``finish`` does, and must follow."""
        self._put(statement, parameters)
        self._connection.pgconn.flush()

    def finish(self) -> None:
        """Wait for what was sent. Raises its error."""
        _raise_first(self._connection.wait(execute(self._connection.pgconn)))

    def commit_with(self, statement: str, parameters: Mapping[str, Any]) -> None:
        """Send a statement and the COMMIT of its transaction in one go, and wait for both. Raises the first error.

        After an error nothing is committed: the server passes over the COMMIT too.
        """
        connection, pgconn = self._connection, self._connection.pgconn
        try:
            pgconn.enter_pipeline_mode()
            self._put(statement, parameters)
            pgconn.send_query_params(b"COMMIT", None)
            pgconn.pipeline_sync()
            results = connection.wait(_all_of(pgconn))
            pgconn.exit_pipeline_mode()
        except BaseException:
            # How far it came is not known, as where the server is gone.
            connection.close()
            raise
        _raise_first(results)

    def _put(self, statement: str, parameters: Mapping[str, Any]) -> None:
        key = _key(statement)
        self._names.move_to_end(key)  # as the driver does: the oldest is dropped first
        self._connection.pgconn.send_query_prepared(self._names[key], _values(statement, parameters))


def own(statement: str, parameters: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the statement's own parameters. Raises as sending it does for what is no text."""
    _values(statement, parameters)
    return {name: parameters[name] for name in _with_numbers(statement)[1]}


def _values(statement: str, parameters: Mapping[str, Any]) -> list[bytes | None]:
    return [_as_bytes(parameters[name]) for name in _with_numbers(statement)[1]]


@cache
def _with_numbers(statement: str) -> tuple[str, tuple[str, ...]]:
    """Return a statement with its parameters as ``$1``, as the driver writes it, and the parameters in their order."""
    order = tuple(dict.fromkeys(_PLACE.findall(statement)))
    return _PLACE.sub(lambda place: f"${order.index(place[1]) + 1}", statement), order


@cache
def _key(statement: str) -> tuple[bytes, tuple[int, ...]]:
    """Return what the driver remembers a statement of texts by."""
    text, order = _with_numbers(statement)
    return text.encode(), (_UNKNOWN,) * len(order)


def _as_bytes(value: str | None) -> bytes | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} is not sent: only texts and None")
    text = value.encode()
    if b"\0" in text:
        # The driver would end the text there.
        raise psycopg.DataError("a text with NUL was to be sent")
    return text


def _all_of(pgconn: PGconn) -> Generator[Any, Any, list[PGresult]]:
    """Send what was put, and wait for the results of the statement, of the COMMIT and of the end."""
    yield from send(pgconn)
    first = yield from fetch_many(pgconn)
    commit = yield from fetch_many(pgconn)
    end = yield from fetch_many(pgconn)
    return [*first, *commit, *end]


def _raise_first(results: Sequence[PGresult]) -> None:
    for result in results:
        if result.status == ExecStatus.FATAL_ERROR:
            raise psycopg.errors.error_from_result(result)
