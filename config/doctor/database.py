"""Checks of ``manage.py doctor``: the database server, and what this process may do there."""

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import Error, connection

from billing_access.settings import access_settings
from billing_audit.storage.postgres_roles import lacking_rights_sql
from config.connection_budget import connections_needed
from config.doctor.checks import Check, Group, Line, State, listed
from config.readiness import known_migrations
from orgs.settings import org_settings

OLDEST_VERSION: Final = 15
MOST_CLOCK_SECONDS: Final = 5.0
_SERVER: Final = """
SELECT current_setting('server_version'), pg_is_in_recovery(), current_setting('transaction_read_only') = 'on',
    current_user::text, pg_has_role(c.relowner, 'USAGE'), clock_timestamp(), current_setting('max_connections')::int,
    ARRAY({lacking})
FROM (SELECT) one LEFT JOIN pg_class c ON c.oid = to_regclass('public.billing_audit_event')
"""


@dataclass(frozen=True, slots=True)
class Server:
    """The database server as this process sees it.

    ``is_owner``: whether its role owns the audit log's tables. ``clock_off``: by how many seconds the server's clock is
    ahead of this machine's. ``lacking``: the rights of the site that the role does not have.
    """

    version: str
    in_recovery: bool
    read_only: bool
    role: str
    is_owner: bool
    clock_off: float
    max_connections: int
    lacking: list[str]


def reachable() -> Line:
    """Connect to the database."""
    name = "database.reachable"
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as error:
        found = f"the database cannot be reached: {' '.join(str(error).split())}"
        return Line(name, State.FAIL, found, "Start PostgreSQL, or correct DATABASE_URL; the other checks need it.")
    return Line(name, State.OK, "the database answers")


def _read_server() -> Server:
    with connection.cursor() as cursor:
        before = time.time()
        cursor.execute(_SERVER.format(lacking=lacking_rights_sql("app")), [])
        version, in_recovery, read_only, role, is_owner, clock, most, lacking = cursor.fetchone()
        here = (before + time.time()) / 2
    return Server(version, in_recovery, read_only, role, bool(is_owner), _seconds(clock) - here, most, lacking)


def _seconds(clock: datetime) -> float:
    return clock.timestamp()


def _read_migrations() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app || '.' || name FROM django_migrations")
        return sorted(known_migrations() - {name for (name,) in cursor.fetchall()})


def _writable(server: Server) -> tuple[bool, str]:
    if server.in_recovery:
        return False, "it is a standby, or is recovering: it takes no changes"
    return not server.read_only, "it is read-only" if server.read_only else "it takes changes"


def _rights(server: Server) -> tuple[bool, str]:
    if server.lacking:
        return False, f"the role {server.role} lacks {listed(server.lacking)}"
    return True, f"the role {server.role} has every right that the site needs"


def _not_owner(server: Server) -> tuple[bool, str]:
    owns = "owns the audit log's tables" if server.is_owner else "does not own the audit log's tables"
    return not server.is_owner, f"the role {server.role} {owns}"


def _connections(server: Server) -> tuple[bool, str]:
    processes, most = access_settings.WEB_CONCURRENCY, server.max_connections
    if connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"]:
        return True, "a pooler shares them out (DATABASE_POOLING)"
    if processes is None:
        return False, f"max_connections is {most}, and how many web processes there are is not known"
    needed = connections_needed(processes, org_settings.WEB_THREADS, access_settings.WEBHOOK_SENDERS)
    parts = " + ".join(f"{number} {kind}" for kind, number in needed.items())
    return sum(needed.values()) <= most, f"{parts} = {sum(needed.values())} of {most}"


def _migrations(missing: list[str]) -> tuple[bool, str]:
    return not missing, f"not applied: {listed(missing)}" if missing else "all are applied"


SERVER: Final[Group[Server]] = Group(
    "database",
    _read_server,
    (
        Check(
            "database.writable",
            State.FAIL,
            _writable,
            "Let DATABASE_URL name the primary, and end its read-only mode.",
            alert="NotReady",
        ),
        Check(
            "database.version",
            State.WARN,
            lambda server: (int(server.version.split(".")[0]) >= OLDEST_VERSION, f"PostgreSQL {server.version}"),
            f"Upgrade to PostgreSQL {OLDEST_VERSION} or later.",
        ),
        Check(
            "database.rights",
            State.FAIL,
            _rights,
            "Run `manage.py database_roles --sql` through psql as the owner of the tables, or run doctor as the role"
            " of the site or the worker.",
            alert="NotReady",
        ),
        Check(
            "database.role",
            State.WARN,
            _not_owner,
            "Let DATABASE_URL of the site and the worker name billing_access_app and billing_access_worker.",
        ),
        Check(
            "database.clock",
            State.WARN,
            lambda server: (
                abs(server.clock_off) <= MOST_CLOCK_SECONDS,
                f"its clock differs from this machine's by {abs(server.clock_off):.1f} s",
            ),
            "Let both machines take the time from the same servers (NTP).",
        ),
        Check(
            "database.connections",
            State.WARN,
            _connections,
            "Set WEB_CONCURRENCY for this command too; if they are too few, raise max_connections or add a pooler.",
        ),
    ),
)
MIGRATIONS: Final[Group[Any]] = Group(
    "database.migrations",
    _read_migrations,
    (
        Check(
            "database.migrations",
            State.FAIL,
            _migrations,
            "Run `manage.py migrate` as the owner of the tables.",
            alert="NotReady",
        ),
    ),
)
