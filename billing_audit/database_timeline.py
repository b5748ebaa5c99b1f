"""Whether the database is the one that the site knows, or a restored copy or promoted replica that may lack something.

PostgreSQL begins a new timeline with each promotion and each recovery to a point in time; a dump restored elsewhere has
another system identifier. Until a command or a setting has accepted a pair of both, no key reads and nothing is sealed:
a revocation that a failover lost must not read. The pair is asked for once a connection, without a query for each read.
"""

import logging
from typing import Any, Final
from weakref import WeakSet

from django.db import OperationalError, connection, transaction

from billing_audit.command_actor import command
from billing_audit.record import Actor, Target, record
from billing_audit.settings import SYNCHRONOUS, audit_settings

logger = logging.getLogger(__name__)

_THIS: Final = """
SELECT system_identifier AS system, ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::bigint
    AS timeline
FROM pg_control_system()
"""
_ASK: Final = f"""
SELECT this.timeline, pg_backend_pid(), EXISTS (
    SELECT FROM public.billing_audit_timeline t WHERE t.system = this.system AND t.timeline = this.timeline
) FROM ({_THIS}) this
"""  # noqa: S608 (constants only)
_ACCEPT: Final = f"""
INSERT INTO public.billing_audit_timeline (system, timeline)
SELECT system, timeline FROM ({_THIS}) this ON CONFLICT DO NOTHING RETURNING timeline
"""  # noqa: S608 (constants only)
# The connections whose timeline is accepted. A connection ends with its server, so it never sees another timeline.
_accepted: Final[WeakSet[Any]] = WeakSet()


class UnknownTimeline(OperationalError):
    """The database is on a timeline that nobody has accepted. The message says what to do."""


def is_accepted() -> bool:
    """Return whether the timeline of the current connection is accepted; ask once a connection.

    With ``DATABASE_FAILOVER=synchronous`` a new timeline is accepted and recorded here. Behind a pooler, whose own
    connections change under the site's, it is asked every time.
    """
    connection.ensure_connection()
    if connection.connection in _accepted:
        return True
    with connection.cursor() as cursor:
        cursor.execute(_ASK)
        timeline, backend, accepted = cursor.fetchone()
    if not accepted and audit_settings.DATABASE_FAILOVER == SYNCHRONOUS:
        accept(actor=command("database_failover"), because="synchronous standby")
        accepted = True
    if not accepted:
        logger.error("The database is on the timeline %s, which nobody has accepted: reads with keys get 503", timeline)
    # PgBouncer tells its clients another process than the one that serves them.
    elif backend == connection.connection.info.backend_pid:
        _accepted.add(connection.connection)
    return bool(accepted)


def require_accepted() -> None:
    """Raise UnknownTimeline unless ``is_accepted``."""
    if not is_accepted():
        raise UnknownTimeline(
            "The database was restored from a backup or failed over to a replica. Run `manage.py record_restore`, or"
            " `manage.py record_failover --nothing-lost` if the replica had everything (docs/operations.md)."
        )


@transaction.atomic
def accept(*, actor: Actor, because: str, reason: str = "") -> bool:
    """Accept the database's timeline, and record it on the platform's log; False if it was accepted before."""
    with connection.cursor() as cursor:
        cursor.execute(_ACCEPT)
        row = cursor.fetchone()
    if row is None:
        return False
    record(
        "database.timeline_accepted",
        organization_id=None,
        actor=actor,
        target=Target("platform", ""),
        details={"timeline": row[0], "because": because, "reason": reason},
    )
    return True
