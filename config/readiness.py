"""Whether this process can serve: what ``/readyz`` answers."""

import logging
import os
import pkgutil
import socket
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

import psycopg
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections
from psycopg.errors import InsufficientPrivilege, UndefinedTable

from billing_audit.storage.postgres_roles import lacking_rights_sql

ANSWER_SECONDS: Final = 2.0
_CHECK_EVERY_SECONDS: Final = 1.0
_STATE: Final = """
SELECT pg_is_in_recovery(), current_setting('transaction_read_only') = 'on',
    ARRAY(SELECT format('%%s.%%s', app, name) FROM django_migrations), ARRAY({lacking_rights})
"""
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the process cannot serve. ``part``: database, recovery, read_only, migrations or rights."""

    part: str
    detail: str


_NO_ANSWER: Final = Fault("database", f"The database did not answer within {ANSWER_SECONDS:g} seconds.")


class Readiness:
    """Asks the database at most once a second, in a thread of its own, and tells everybody who asks meanwhile."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="readiness")
        self._wrapper: Any = None
        self.forget()

    def forget(self) -> None:
        """Ask again at once."""
        self._begun = 0.0
        self._answer: Future[Fault | None] | None = None

    def fault(self) -> Fault | None:
        """Return what is wrong, after two seconds at most; None if the process can serve."""
        with self._lock:
            now = time.monotonic()
            if self._answer is None or (self._answer.done() and now - self._begun >= _CHECK_EVERY_SECONDS):
                self._begun, self._answer = now, self._threads.submit(self._find_fault)
            answer, left = self._answer, self._begun + ANSWER_SECONDS - now
        try:
            return answer.result(timeout=max(left, 0))
        except TimeoutError:
            self._cut_off()
            return _NO_ANSWER

    def _find_fault(self) -> Fault | None:
        self._wrapper = connections[DEFAULT_DB_ALIAS]
        try:
            fault = _ask(self._wrapper)
        except Error as error:
            _logger.exception("not ready: the database could not be asked")
            return _fault_of(error)
        finally:
            # The next question connects again, since a new request may have to as well.
            self._wrapper.close()
        if fault is not None:
            _logger.error("not ready (%s): %s", fault.part, fault.detail)
        return fault

    def _cut_off(self) -> None:
        """Shut the socket of the question that has no answer: a stopped backend would keep its thread for good.

        The duplicate of the descriptor stays this socket's, even if the number is used again at this moment.
        """
        session = self._wrapper.connection if self._wrapper else None
        if session is not None:
            with suppress(OSError, psycopg.Error), socket.socket(fileno=os.dup(session.pgconn.socket)) as duplicate:
                if not session.closed:
                    duplicate.shutdown(socket.SHUT_RDWR)


readiness: Final = Readiness()


def _fault_of(error: Error) -> Fault:
    if isinstance(error.__cause__, UndefinedTable):
        return Fault("migrations", "The database is empty. Run `manage.py migrate`.")
    if isinstance(error.__cause__, InsufficientPrivilege):
        return Fault("rights", "The role may not read django_migrations. Run `manage.py database_roles` as the owner.")
    return Fault("database", "The database cannot be reached, or refused the question. The log says why.")


def _ask(wrapper: Any) -> Fault | None:
    with wrapper.cursor() as cursor:
        cursor.execute(_STATE.format(lacking_rights=lacking_rights_sql("app")), [])
        in_recovery, read_only, applied, lacking = cursor.fetchone()
    if in_recovery:
        return Fault("recovery", "The database is a standby, or is recovering: it takes no changes.")
    if read_only:
        return Fault("read_only", "The database is read-only.")
    if missing := sorted(known_migrations() - set(applied)):
        return Fault("migrations", f"Run `manage.py migrate`. Not applied: {_listed(missing)}.")
    if lacking:
        return Fault("rights", f"Run `manage.py database_roles` as the owner. Missing: {_listed(lacking)}.")
    return None


def _listed(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


@cache
def known_migrations() -> frozenset[str]:
    """Return the names of all migrations of this code, such as ``billing_audit.0001_initial``."""
    names = set()
    for app in apps.get_app_configs():
        module = settings.MIGRATION_MODULES.get(app.label, f"{app.name}.migrations")
        try:
            package = import_module(module) if module else None
        except ModuleNotFoundError:
            continue
        for each in pkgutil.iter_modules(package.__path__ if package else []):
            if not each.ispkg and each.name[0] not in "_~":
                names.add(f"{app.label}.{each.name}")
    return frozenset(names)
