"""Exclusive locks on tables that others read and write: each attempt waits briefly, and is repeated after a pause.

PostgreSQL lets everybody who comes later wait behind a lock that is asked for. So a short ``lock_timeout`` is the
longest time that a reader of a busy table waits for this process.
"""

import time
from collections.abc import Callable, Collection
from typing import Final, TypeVar

from django.db import OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected, LockNotAvailable

Result = TypeVar("Result")

# In milliseconds. A reader waits that long at most for the lock, and then for the work: together less than 200 ms.
LOCK_TIMEOUT: Final = 50
ATTEMPTS: Final = 15
# In seconds. Those who waited go on meanwhile.
PAUSE: Final = 2.0
_SESSIONS: Final = """
SELECT l.pid, max(a.usename), max(a.application_name), max(extract(epoch FROM clock_timestamp() - a.xact_start))::int
FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'relation' AND l.granted AND l.pid IS DISTINCT FROM pg_backend_pid()
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND l.relation = ANY (SELECT to_regclass(name) FROM unnest(%s::text[]) AS name)
GROUP BY l.pid ORDER BY 4 DESC NULLS FIRST LIMIT 3
"""


class InUse(RuntimeError):
    """Others held locks on the tables at every attempt. The message names their processes."""


def with_short_waits(
    work: Callable[[], Result], tables: Collection[str], *, timeout: int = LOCK_TIMEOUT, attempts: int = ATTEMPTS
) -> Result:
    """Do the work in a transaction, in which no lock is waited for longer than ``timeout`` milliseconds.

    If a lock cannot be had, the transaction is rolled back, and begun again after a pause, ``attempts`` times at most.
    Inside another transaction it is a savepoint. ``tables`` are those that the work locks exclusively. Raises InUse.
    """
    for attempt in range(attempts):
        if attempt:
            time.sleep(PAUSE)
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = {timeout}")
                result = work()
                # Inside another transaction the setting would last until its end.
                cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
                return result
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
                raise
        sessions = _sessions(tables)
    raise InUse(
        f"{', '.join(tables)} could not be locked, because others use it: {sessions or 'they have ended by now'}."
        f" {attempts} attempts failed, and nothing was changed. Run this again later."
    )


def _sessions(tables: Collection[str]) -> str:
    """Describe the sessions that hold locks on these tables, three at most, those with the longest transactions first.

    PostgreSQL shows another role's times only to members of pg_read_all_stats.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SESSIONS, [list(tables)])
        rows = cursor.fetchall()
    return "; ".join(
        f"process {pid} of {user} ({application or 'no application_name'}"
        + (f", in its transaction for {seconds} s)" if seconds is not None else ")")
        if pid
        else "a prepared transaction (see pg_prepared_xacts)"
        for pid, user, application, seconds in rows
    )
