"""The PostgreSQL roles of the site, its worker, the sealer and the auditor, and the registry of their rights.

The worker, and anyone who runs commands, may do what the site may, and has more time for it. Each app registers the
rights on its own tables and procedures from its ``AppConfig.ready`` (``grant``, ``grant_execute``). A role has no other
rights.
"""

from collections.abc import Iterable
from typing import Any, Final, Literal, get_args

from django.apps import apps
from django.db import connection
from django.db.models import Model

from billing_audit.settings import audit_settings

Role = Literal["app", "sealer", "auditor"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)

READ_AND_WRITE: Final = "SELECT, INSERT, UPDATE, DELETE"
_grants: list[tuple[str, tuple[str, ...], tuple[Role, ...]]] = []
_procedures: list[tuple[str, tuple[Role, ...]]] = []
_SCRIPT: Final = """\
-- Run as the owner of the tables, after every `manage.py migrate`. Set passwords by hand: ALTER ROLE ... PASSWORD ...
DO $$
DECLARE
    name text;
    settings text[];
    setting text;
BEGIN
    FOREACH name IN ARRAY ARRAY['{p}_app', '{p}_worker', '{p}_sealer', '{p}_auditor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;  -- another process created it at this moment
            END;
        END IF;
        -- No JIT: compiling a statement takes longer than running any of the site's (60 ms of 75, measured).
        -- pg_temp stands last, because a path that does not name it begins with it.
        settings := ARRAY['jit=off', 'search_path=public, pg_temp', 'client_connection_check_interval=1000'];
        -- Limits in milliseconds: of a statement, of waiting for a lock, and of a transaction that does nothing.
        -- The check ends a statement whose client has died.
        settings := settings || CASE name
            WHEN '{p}_app' THEN ARRAY['statement_timeout=10000', 'lock_timeout=5000',
                                      'idle_in_transaction_session_timeout=30000']
            WHEN '{p}_auditor' THEN ARRAY['statement_timeout=0', 'lock_timeout=60000',
                                          'idle_in_transaction_session_timeout=0']
            ELSE ARRAY['statement_timeout=900000', 'lock_timeout=60000', 'idle_in_transaction_session_timeout=300000']
        END;
        FOREACH setting IN ARRAY settings LOOP
            CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = name AND setting = ANY (rolconfig));
            BEGIN
                EXECUTE format('ALTER ROLE %I SET %s', name, setting);
            EXCEPTION
                WHEN unique_violation OR internal_error THEN
                    NULL;  -- another process set it at this moment
                WHEN invalid_parameter_value THEN
                    RAISE WARNING 'This server cannot set % for %', setting, name;
                WHEN insufficient_privilege THEN
                    RAISE WARNING 'A setting of % is missing: let a superuser run ALTER ROLE % SET %',
                        name, name, setting;
            END;
        END LOOP;
    END LOOP;
    IF NOT pg_has_role('{p}_worker', '{p}_app', 'USAGE') THEN
        BEGIN
            GRANT {p}_app TO {p}_worker;
        EXCEPTION
            WHEN unique_violation OR internal_error THEN
                NULL;  -- another process granted it at this moment
            WHEN insufficient_privilege THEN
                RAISE WARNING '{p}_worker has no rights: let a superuser run GRANT {p}_app TO {p}_worker';
        END;
    END IF;
END $$;

GRANT USAGE ON SCHEMA public TO {p}_app, {p}_sealer, {p}_auditor;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- The roles make no temporary tables. In a new database PUBLIC may.
DO $$
BEGIN
    IF {own_database} THEN
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    NULL;  -- the warning below says what to do
END $$;
DO $$
BEGIN
    IF has_database_privilege('{p}_app', current_database(), 'TEMPORARY') THEN
        RAISE WARNING '{p}_app may make temporary tables: let the owner of the database run REVOKE TEMPORARY ON '
            'DATABASE % FROM PUBLIC, and grant it to the roles that need it', quote_ident(current_database());
    END IF;
END $$;

-- The audit log's tables and partitions: nobody but the owner has rights, except those granted below.
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT t::text FROM unnest(ARRAY[{record}]::regclass[]) AS t
                UNION SELECT relid::text FROM unnest(ARRAY[{record}]::regclass[]) AS t, pg_partition_tree(t) LOOP
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, {p}_app, {p}_sealer, {p}_auditor', name);
    END LOOP;
END $$;

-- Revoke the rights of an earlier run, then grant those that each app registered.
REVOKE ALL ON {tables} FROM {p}_app, {p}_sealer, {p}_auditor;
{grants}

-- The same for procedures, which PUBLIC may run otherwise.
{procedures}

-- INSERT needs the right to use the sequence that a column's default comes from.
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT DISTINCT d.objid::regclass::text FROM pg_depend d
                JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
                WHERE d.refobjid = ANY(ARRAY[{tables_as_texts}]::regclass[]) AND d.deptype IN ('a', 'i')
                  AND has_table_privilege('{p}_app', d.refobjid, 'INSERT') LOOP
        EXECUTE format('GRANT USAGE ON SEQUENCE %s TO {p}_app', name);
    END LOOP;
END $$;
"""


def grant(privileges: str, tables: Iterable[type[Model] | str], *roles: Role) -> None:
    """Register rights of roles on tables, which are given as models or names.

    ``privileges`` is the text between GRANT and ON, such as ``SELECT, UPDATE (count)``.
    """
    names = tuple(table if isinstance(table, str) else table._meta.db_table for table in tables)
    if names:
        _grants.append((privileges, names, roles))


def grant_execute(procedure: str, *roles: Role) -> None:
    """Register the right of roles to run a procedure, which is given by its name with its schema."""
    _procedures.append((procedure, roles))


def roles_sql(prefix: str = "billing_access") -> str:
    """Return the script that creates the roles ``<prefix>_app``, ``_worker``, ``_sealer`` and ``_auditor``.

    It grants their rights and sets their time limits. It can be run again. It revokes rights from PUBLIC only on the
    audit log's own tables and procedures, and to create in the schema; with the setting ``OWN_DATABASE`` also to make
    temporary tables.
    """
    quote = connection.ops.quote_name
    record = [model._meta.db_table for model in apps.get_app_config("billing_audit").get_models()]
    tables = sorted({name for _, names, _ in _grants for name in names})
    grants = [
        f"GRANT {privileges} ON {', '.join(map(quote, names))} TO {', '.join(f'{prefix}_{role}' for role in roles)};"
        for privileges, names, roles in _grants
    ]
    return _SCRIPT.format(
        p=prefix,
        own_database=audit_settings.OWN_DATABASE,
        record=_texts(map(quote, record)),
        tables=", ".join(map(quote, tables)),
        tables_as_texts=_texts(map(quote, tables)),
        grants="\n".join(grants),
        procedures="\n".join(
            f"REVOKE ALL ON PROCEDURE {name} FROM PUBLIC, {', '.join(f'{prefix}_{role}' for role in ROLES)};\n"
            f"GRANT EXECUTE ON PROCEDURE {name} TO {', '.join(f'{prefix}_{role}' for role in roles)};"
            for name, roles in _procedures
        ),
    )


def _texts(names: Iterable[Any]) -> str:
    return ", ".join("'{}'".format(name.replace("'", "''")) for name in names)
