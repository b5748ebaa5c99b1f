"""Databases of the tests: each worker of each run has its own, a copy of a template that is migrated once.

The template stays on the server for later runs. Its name holds a hash of what decides its content, so that a changed
migration makes a new one. Runs at the same time use different databases and do not drop each other's.
"""

import hashlib
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
import psycopg
from django.apps import apps
from django.conf import settings
from django.db import connection

_TEMPLATE, _OWN = "tests_template_", "tests_own_"
# One process at a time makes a template, copies it, or drops what ended runs left behind.
_LOCK = 20_261_129
# Autovacuum would analyze a table whenever it gets to it, mostly while it is empty between two tests, and the plans of
# the next test would depend on that moment.
_NO_AUTOVACUUM = """DO $$ DECLARE t regclass; BEGIN
  FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s SET (autovacuum_enabled = false)', t);
  END LOOP; END $$"""


@contextmanager
def own_database() -> Iterator[Callable[[], None]]:
    """Prepare the template, and tell Django to copy it into a database whose name no other process uses.

    Yields a function to call when Django has made the copy: until then, other processes wait. The context must last as
    long as the database: its connection bears the database's name, and a database without one is left over.
    """
    name = f"{_OWN}{uuid.uuid4().hex}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True, application_name=name) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        template = _TEMPLATE + _fingerprint()
        _drop_left_over(server, template)
        connection.settings_dict["TEST"]["NAME"] = name
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone() is None:
            _migrate()
            # Under the final name from the moment that it is complete. Nobody can copy a database that is in use.
            server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            server.execute(f"ALTER DATABASE {name} RENAME TO {template}")
        connection.settings_dict["TEST"]["TEMPLATE"] = template
        yield lambda: (server.execute("SELECT pg_advisory_unlock(%s)", [_LOCK]), None)[1]


def _migrate() -> None:
    """Create the database that the settings name for tests, and leave the settings as they were."""
    usual = connection.settings_dict["NAME"]
    # Django 6 serializes nothing by default, and deprecates the argument.
    options: dict[str, Any] = {} if django.VERSION >= (6, 0) else {"serialize": False}
    connection.creation.create_test_db(verbosity=0, autoclobber=True, **options)
    with connection.cursor() as cursor:
        cursor.execute(_NO_AUTOVACUUM)
    connection.close()
    connection.settings_dict["NAME"] = usual


def _fingerprint() -> str:
    """Hash this file, all migrations, the apps' code, which they call, and the month, for which partitions are made."""
    digest = hashlib.sha256(f"{datetime.now(UTC):%Y-%m}".encode())
    files = [Path(__file__), *settings.BASE_DIR.glob("requirements*.lock")]
    for app in apps.get_app_configs():
        is_ours = "site-packages" not in Path(app.path).parts
        files += Path(app.path).rglob("*.py" if is_ours else "migrations/*.py")
    for file in sorted(set(files)):
        digest.update(f"{file}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:32]


def _drop_left_over(server: psycopg.Connection, template: str) -> None:
    """Drop other templates, and databases of processes that have ended."""
    left_over = server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) AND datname <> %s OR starts_with(datname, %s)"
        " AND datname NOT IN (SELECT application_name FROM pg_stat_activity)",
        [_TEMPLATE, template, _OWN],
    )
    for (name,) in left_over.fetchall():
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
