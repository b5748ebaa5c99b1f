"""The releases that tests/releases keeps (`make keep-release`), restored into databases of their own."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import psycopg
from django.db import connection

from billing_audit.storage.partitions import make_partitions

# Everything that a schema is made of, by kind and name, each side with the texts that the same server writes. Not the
# partitions of months, nor autovacuum, which the tests turn off. PostgreSQL 18 lists NOT NULL as constraints, too.
_CATALOG: Final = r"""
WITH relations AS (
    SELECT c.* FROM pg_class c WHERE relnamespace = 'public'::regnamespace
    AND relname !~ '^billing_audit_\w+_20\d\d_\d\d' AND relkind <> 'i' AND relkind <> 'I'
), rights AS (
    SELECT oid, ARRAY(SELECT unnest(coalesce(
        relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)
    ))::text ORDER BY 1) AS acl FROM relations
)
SELECT 'relation', relname, concat_ws(' ', relkind, relpersistence, pg_get_partkeydef(oid),
    pg_get_expr(relpartbound, oid), CASE relkind WHEN 'v' THEN pg_get_viewdef(oid) END, acl)
FROM relations JOIN rights USING (oid)
UNION ALL
SELECT 'column', format('%s.%s', relname, attname), concat_ws(' ', format_type(atttypid, atttypmod), attnotnull,
    attidentity, attgenerated, attcollation::regcollation, pg_get_expr(adbin, adrelid),
    ARRAY(SELECT unnest(attacl)::text ORDER BY 1))
FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND attnum > 0 AND NOT attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = attnum
UNION ALL
SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid)
FROM pg_index JOIN relations r ON r.oid = indrelid
UNION ALL
SELECT 'constraint', format('%s of %s', conname, relname), concat_ws(' ', pg_get_constraintdef(k.oid), convalidated)
FROM pg_constraint k JOIN relations r ON r.oid = conrelid WHERE contype <> 'n'
UNION ALL
SELECT 'trigger', format('%s of %s', tgname, relname), concat_ws(' ', pg_get_triggerdef(t.oid), tgenabled)
FROM pg_trigger t JOIN relations r ON r.oid = tgrelid WHERE NOT tgisinternal
UNION ALL
SELECT 'function', oid::regprocedure::text, concat_ws(' ', pg_get_functiondef(oid),
    ARRAY(SELECT unnest(coalesce(proacl, acldefault('f', proowner)))::text ORDER BY 1))
FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL
SELECT 'enum', enumtypid::regtype::text, string_agg(enumlabel, ' ' ORDER BY enumsortorder) FROM pg_enum GROUP BY 2
UNION ALL
SELECT 'migration', format('%s.%s', app, name), '' FROM django_migrations
UNION ALL
SELECT 'permission', format('%s.%s of %s', app_label, codename, model), p.name
FROM auth_permission p JOIN django_content_type t ON t.id = content_type_id
"""
# PostgreSQL reads the casts of a list of texts that it has written otherwise than it wrote them.
_CASTS: Final = re.compile(r"\((ARRAY\[[^\]]*\])\)::text\[\]|\(('[^']*'::character varying)\)::text")
# As the migration that makes the table does it: the server's own.
_TIMELINE: Final = """
INSERT INTO billing_audit_timeline (system, timeline)
SELECT system_identifier, ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::bigint
FROM pg_control_system()
"""


def kept_answers(folder: Path) -> dict[str, Any]:
    """Return what ``answers.json`` of a kept release says."""
    answers: dict[str, Any] = json.loads((folder / "answers.json").read_text())
    return answers


@contextmanager
def database_of(name: str, template: str = "template1") -> Iterator[None]:
    """Make a database and let the site use it inside the block, as the owner of its tables; drop it afterwards."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            with _used(name):
                yield
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _used(name: str) -> Iterator[None]:
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def restore(folder: Path) -> None:
    """Restore a kept release into the database that the site uses, and make it one that is at work today."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    with psycopg.connect(url) as owner:
        owner.execute("SET LOCAL check_function_bodies = off")
        owner.execute((folder / "schema.sql").read_bytes())
    # As `audit_partitions` did on the day on which the rows were written.
    make_partitions(date.fromisoformat(kept_answers(folder)["kept_on"]))
    make_partitions()
    with psycopg.connect(url) as owner:
        # No trigger writes again what it wrote then.
        owner.execute("SET LOCAL session_replication_role = replica")
        owner.execute((folder / "rows.sql").read_bytes())
        owner.execute(_TIMELINE)
        # The site has been running until today, so its keys have not expired.
        owner.execute("UPDATE billing_api_key SET expires_at = statement_timestamp() + interval '30 days'")


def catalog() -> dict[tuple[str, str], str]:
    """Return the schema of the database that the site uses, by kind and name."""
    with connection.cursor() as cursor:
        cursor.execute(_CATALOG, None)
        return {(kind, name): _CASTS.sub(r"\1\2", text) for kind, name, text in cursor.fetchall()}


def differences(kept: dict[tuple[str, str], str], made: dict[tuple[str, str], str]) -> list[str]:
    """Return a line for each difference between two schemas."""
    return [
        f"{kind} {name}: kept {kept.get((kind, name))!r}, now {made.get((kind, name))!r}"
        for kind, name in sorted(kept.keys() | made.keys())
        if kept.get((kind, name)) != made.get((kind, name))
    ]
