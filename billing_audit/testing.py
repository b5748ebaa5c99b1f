"""For the tests of a project: lets Django empty the tables that refuse TRUNCATE, the audit log's and the ledger's.

Without it Django's ``flush``, and so the end of every ``TransactionTestCase``, fails with "refuses TRUNCATE".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.core import mail
from django.db import DEFAULT_DB_ALIAS, connections

_GUARDS: Final = r"""
SELECT quote_ident(relname), quote_ident(tgname) FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
WHERE tgname LIKE 'billing\_%\_no\_truncate' AND tgenabled = 'A' AND relnamespace = 'public'::regnamespace
"""
# The one row that a migration has written and `migrate` does not write again: without it keys read nothing.
_KEEP_TIMELINE: Final = """
CREATE FUNCTION public.billing_audit_accept_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.billing_audit_timeline (system, timeline)
    SELECT system_identifier, ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::bigint
    FROM pg_control_system();
    RETURN NULL;
END $$;
CREATE TRIGGER billing_audit_timeline_accept_again AFTER TRUNCATE ON public.billing_audit_timeline
    FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_accept_again();
"""
_FORGET_TIMELINE: Final = "DROP FUNCTION public.billing_audit_accept_again() CASCADE"


@contextmanager
def truncate_allowed(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Let TRUNCATE empty the append-only tables of the test database inside the block, by the owner of the tables.

    They go on refusing UPDATE and DELETE. Raises RuntimeError outside of tests.
    """
    if not hasattr(mail, "outbox"):  # Where Django's test environment is set up, there is one.
        raise RuntimeError("truncate_allowed is for tests alone: the audit log of a site is never emptied.")
    with connections[using].cursor() as cursor:
        cursor.execute(_GUARDS)
        guards = cursor.fetchall()
        _switch(cursor, guards, "DISABLE")
        cursor.execute(_KEEP_TIMELINE)
    try:
        yield
    finally:
        with connections[using].cursor() as cursor:
            cursor.execute(_FORGET_TIMELINE)
            _switch(cursor, guards, "ENABLE ALWAYS")


def _switch(cursor: Any, guards: list[tuple[str, str]], how: str) -> None:
    for table, trigger in guards:
        cursor.execute(f"ALTER TABLE public.{table} {how} TRIGGER {trigger}")
