"""The roles of PostgreSQL in production, as one script that may be run again: what each may do, and nothing more."""

from typing import Final

from django.db import connection

from billing_audit.models import AuditEvent

_TABLES: Final = ("event", "personal", "repeat", "unsealed", "tree", "leaf", "node", "checkpoint")
_SCRIPT: Final = """\
-- Run as the owner of the tables, after every `manage.py migrate`. Set passwords by hand: ALTER ROLE ... PASSWORD ...
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['{p}_app', '{p}_sealer', '{p}_auditor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;  -- another session made it at this moment
            END;
        END IF;
        -- No JIT: compiling a statement takes longer than running any of the site's (60 ms of 75, measured).
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name AND 'jit=off' = ANY (rolconfig)) THEN
            BEGIN
                EXECUTE format('ALTER ROLE %I SET jit = off', name);
            EXCEPTION
                WHEN unique_violation THEN
                    NULL;  -- another session set it at this moment
                WHEN insufficient_privilege THEN
                    RAISE WARNING 'JIT stays on for %: let a superuser run ALTER ROLE % SET jit = off', name, name;
            END;
        END IF;
    END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO {p}_app, {p}_sealer, {p}_auditor;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- The site and its worker: all data but the record.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {p}_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {p}_app;

-- The record, its partitions too: nothing, and then what follows. Partitions are reached through their tables.
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT oid::regclass::text FROM pg_class WHERE relname LIKE 'audit\\_%' AND relkind IN ('r', 'p') LOOP
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, {p}_app, {p}_sealer, {p}_auditor', name);
    END LOOP;
END $$;
GRANT SELECT ON {tables} TO {p}_app, {p}_sealer, {p}_auditor;
-- To see that the rest is empty.
GRANT SELECT ON audit_event_rest, audit_personal_rest, audit_repeat_rest TO {p}_app, {p}_auditor;
-- Whoever acts records it; nobody says when: recorded_at is the database's clock.
GRANT INSERT ({columns})
    ON audit_event TO {p}_app, {p}_sealer, {p}_auditor;
GRANT INSERT ON audit_personal, audit_unsealed TO {p}_app, {p}_sealer, {p}_auditor;
-- Counts of repeated denials grow; a trigger holds that.
GRANT INSERT, UPDATE (count) ON audit_repeat TO {p}_app;

-- The sealer. UPDATE of the queue is what locking its rows asks for; a trigger refuses it.
GRANT DELETE, UPDATE (organization_id) ON audit_unsealed TO {p}_sealer;
GRANT INSERT, UPDATE (size, edge) ON audit_tree TO {p}_sealer;
GRANT INSERT ON audit_leaf, audit_node, audit_checkpoint TO {p}_sealer;

-- The auditor verifies and exports.
GRANT SELECT ON orgs_organization TO {p}_auditor;
"""


def roles_sql(prefix: str = "billing_access") -> str:
    """Return the script for roles of that prefix."""
    columns = [field.attname for field in AuditEvent._meta.concrete_fields if field.attname != "recorded_at"]
    return _SCRIPT.format(p=prefix, columns=", ".join(columns), tables=", ".join(f"audit_{table}" for table in _TABLES))


def make_roles(prefix: str = "billing_access") -> None:
    """Run the script."""
    with connection.cursor() as cursor:
        cursor.execute(roles_sql(prefix).replace("%", "%%"), [])
