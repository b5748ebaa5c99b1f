"""Removing the three apps from a database: their tables with all rows, routines, migrations, permissions and jobs.

Migrating backwards cannot: what newer migrations have allowed older tables refuse, and the audit log's first migrations
have no way back.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

LABELS: Final = ("billing_access", "billing_orgs", "billing_audit")
# The names of our tasks begin with these, and those of our functions and procedures with the next.
_TASKS: Final = ("billing_access.", "orgs.", "audit.")
_ROUTINES: Final = r"""
SELECT oid::regprocedure::text FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND proname ~ '^billing_(audit|orgs|ledger)_' ORDER BY 1
"""
_REFERRING: Final = """
SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
WHERE contype = 'f' AND confrelid = ANY(%(ours)s::regclass[]) AND NOT conrelid = ANY(%(ours)s::regclass[])
"""
_LABELED: Final = list(LABELS)


class CannotUninstall(ValueError):
    """Something else in the database needs what would go. The message names it."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What the apps have in the database: tables that exist, and functions and procedures with their arguments."""

    tables: list[str]
    routines: list[str]


def installed() -> Installed:
    """Return what there is now."""
    models = [model for label in LABELS for model in apps.get_app_config(label).get_models(include_auto_created=True)]
    there = {*connection.introspection.table_names()}
    with connection.cursor() as cursor:
        cursor.execute(_ROUTINES)
        routines = [name for (name,) in cursor.fetchall()]
    return Installed(sorted({model._meta.db_table for model in models} & there), routines)


@transaction.atomic
def uninstall() -> Installed:
    """Remove everything, as the owner of the tables, in one transaction. Returns what was there.

    It leaves no event, since the log itself goes. The roles of the database stay (`database_roles --remove`). Raises
    CannotUninstall where a table of another app refers to one of these.
    """
    found = installed()
    with connection.cursor() as cursor:
        _require_no_reference(cursor, found)
        # First, since it also deletes rows of these tables that refer to permissions.
        ContentType.objects.filter(app_label__in=LABELS).delete()
        # What is deferred to the commit would keep the tables from being dropped.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if found.tables:
            cursor.execute(f"DROP TABLE {', '.join(map(connection.ops.quote_name, found.tables))}")
        for routine in found.routines:
            cursor.execute(f"DROP ROUTINE {routine}")
        cursor.execute("DELETE FROM django_migrations WHERE app = ANY(%s)", [_LABELED])
        _forget_jobs(cursor)
    return found


def _require_no_reference(cursor: Any, found: Installed) -> None:
    ours = [connection.ops.quote_name(name) for name in found.tables]
    cursor.execute(_REFERRING, {"ours": ours})
    if others := sorted(f"{table} refers to {to}" for table, to in cursor.fetchall()):
        raise CannotUninstall(f"Remove these foreign keys first: {', '.join(others)}.")


def _forget_jobs(cursor: Any) -> None:
    names = [f"{name}%" for name in _TASKS]
    cursor.execute("DELETE FROM procrastinate_periodic_defers WHERE task_name LIKE ANY(%s)", [names])
    cursor.execute("DELETE FROM procrastinate_jobs WHERE task_name LIKE ANY(%s)", [names])
