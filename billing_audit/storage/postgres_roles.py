"""The PostgreSQL roles of the site, its worker, the sealer and the auditor, and the registry of their rights.

The worker, and anyone who runs commands, may do what the site may, and has more time for it. Each app registers the
rights on its own tables and procedures from its ``AppConfig.ready`` (``grant``, ``grant_execute``). A role has no other
rights.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from django.apps import apps
from django.db import connection
from django.db.models import Model

from billing_audit.settings import audit_settings

Role = Literal["app", "sealer", "auditor"]

READ_AND_WRITE: Final = "SELECT, INSERT, UPDATE, DELETE"
_grants: list[tuple[str, tuple[str, ...], tuple[Role, ...]]] = []
_procedures: list[tuple[str, tuple[Role, ...]]] = []
_SCRIPT: Final = """\
-- Run with psql as the owner of the tables, after every `manage.py migrate`. It changes only what differs.
-- Set passwords by hand: ALTER ROLE ... PASSWORD ...
DO $$
DECLARE
    name text;
    settings text[];
    setting text;
BEGIN
    FOREACH name IN ARRAY ARRAY[{roles}] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', name);
            EXCEPTION
                WHEN duplicate_object OR unique_violation THEN
                    NULL;  -- another process created it at this moment
                WHEN insufficient_privilege THEN
                    RAISE insufficient_privilege USING
                        MESSAGE = format('%s may not create the role %s', current_user, name),
                        HINT = format('Let a superuser run ALTER ROLE %I CREATEROLE.', current_user);
            END;
        END IF;
        -- No JIT: compiling a statement takes longer than running any of the site's (60 ms of 75, measured).
        -- pg_temp stands last, because a path that does not name it begins with it.
        settings := ARRAY['jit=off', 'search_path=public, pg_temp', 'client_connection_check_interval=1000',
                          'timezone=UTC'];
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
            -- PostgreSQL 18 keeps the name as TimeZone.
            CONTINUE WHEN EXISTS (SELECT FROM pg_roles, unnest(rolconfig) AS each
                                  WHERE rolname = name AND lower(each) = lower(setting));
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

-- Rights on the schema and the database. The roles make no tables, temporary or not. In a new database PUBLIC may make
-- temporary ones.
DO $$
DECLARE
    name text;
    temporary text := format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
BEGIN
    FOREACH name IN ARRAY ARRAY['{p}_app', '{p}_sealer', '{p}_auditor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_namespace, aclexplode(nspacl) WHERE nspname = 'public'
                       AND grantee = name::regrole AND privilege_type = 'USAGE') THEN
            EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', name);
        END IF;
        IF NOT has_schema_privilege(name, 'public', 'USAGE') THEN
            RAISE insufficient_privilege USING
                MESSAGE = format('%s may not grant rights on the schema public', current_user),
                HINT = format('Let the owner of the schema run GRANT USAGE ON SCHEMA public TO %I.', name);
        END IF;
    END LOOP;
    IF has_schema_privilege('public', 'public', 'CREATE') THEN
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    END IF;
    IF {own_database} AND has_database_privilege('public', current_database(), 'TEMPORARY') THEN
        BEGIN
            EXECUTE temporary;
        EXCEPTION WHEN insufficient_privilege THEN
            NULL;  -- the warning below says what to do
        END;
    END IF;
    IF has_schema_privilege('{p}_app', 'public', 'CREATE') THEN
        RAISE WARNING '{p}_app may make tables: let the owner of the schema run REVOKE CREATE ON SCHEMA public FROM '
            'PUBLIC';
    END IF;
    IF has_database_privilege('{p}_app', current_database(), 'TEMPORARY') THEN
        RAISE WARNING '{p}_app may make temporary tables: let the owner of the database run %, and grant it to the '
            'roles that need it', temporary;
    END IF;
END $$;

DO $$
DECLARE name regclass;
BEGIN
    FOR name IN SELECT oid FROM pg_class WHERE oid = ANY(ARRAY[{tables}]::regclass[])
                AND NOT pg_has_role(relowner, 'USAGE') LOOP
        RAISE insufficient_privilege USING
            MESSAGE = format('%s does not own the table %s', current_user, name),
            HINT = format('Run this as its owner, %s.', (SELECT relowner::regrole FROM pg_class WHERE oid = name));
    END LOOP;
END $$;

-- Rights on the tables and procedures: those that each app registered, and no others. PUBLIC has none on the procedures
-- and on the audit log's tables and partitions. First what is too much is revoked, then what is missing is granted,
-- then both are compared once more.
DO $$
DECLARE
    step text;
    each record;
BEGIN
    FOREACH step IN ARRAY ARRAY['REVOKE', 'GRANT', 'compare'] LOOP
        FOR each IN
            WITH wanted AS (
                SELECT 'TABLE ' || name AS object, '{p}_' || role AS role, privilege, col, false AS is_grantable
                FROM (VALUES
                    {tables_wanted}
                ) AS registered (privilege, columns, tables, roles),
                unnest(columns) AS col, unnest(tables::regclass[]) AS name, unnest(roles) AS role
                UNION ALL
                SELECT 'PROCEDURE ' || name::regproc::oid::regprocedure, '{p}_' || role, 'EXECUTE', NULL, false
                FROM (VALUES
                    {procedures_wanted}
                ) AS registered (name, roles), unnest(roles) AS role
            ), closed_to_public AS (
                SELECT 'TABLE ' || name AS object FROM unnest(ARRAY[{record}]::regclass[]) AS name
                UNION SELECT 'TABLE ' || relid FROM unnest(ARRAY[{record}]::regclass[]) AS name, pg_partition_tree(name)
                UNION SELECT object FROM wanted WHERE object LIKE 'PROCEDURE %'
            ), checked AS (
                SELECT object, role FROM (SELECT object FROM wanted UNION SELECT object FROM closed_to_public) AS o,
                    unnest(ARRAY[{roles}]) AS role
                UNION SELECT object, 'PUBLIC' FROM closed_to_public
            ), granted AS (
                SELECT object, role, privilege_type AS privilege, col, is_grantable FROM (
                    SELECT 'TABLE ' || oid::regclass AS object, NULL::text AS col, relacl AS acl FROM pg_class
                    UNION ALL SELECT 'TABLE ' || attrelid::regclass, attname, attacl FROM pg_attribute
                    WHERE attacl IS NOT NULL AND NOT attisdropped
                    -- Without a list of its own, PUBLIC may run a procedure.
                    UNION ALL SELECT 'PROCEDURE ' || oid::regprocedure, NULL,
                        coalesce(proacl, acldefault('f', proowner)) FROM pg_proc WHERE prokind = 'p'
                ) AS rights CROSS JOIN aclexplode(acl) CROSS JOIN LATERAL (
                    SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS role
                ) AS grantees JOIN checked USING (object, role)
            ), differing AS (
                SELECT 'REVOKE' AS verb, d.* FROM (TABLE granted EXCEPT TABLE wanted) AS d
                UNION ALL SELECT 'GRANT', d.* FROM (TABLE wanted EXCEPT TABLE granted) AS d
            )
            SELECT verb, format(
                '%s %s ON %s %s %s', verb, string_agg(privilege || coalesce(' (' || quote_ident(col) || ')', ''), ', '),
                object, CASE verb WHEN 'GRANT' THEN 'TO' ELSE 'FROM' END, role
            ) AS statement FROM differing GROUP BY verb, object, role
        LOOP
            IF step = 'compare' THEN
                RAISE insufficient_privilege USING
                    MESSAGE = format('%s could not do this: %s', current_user, each.statement),
                    HINT = 'Another role granted that right. Let that role, or a superuser, revoke it.';
            ELSIF step = each.verb THEN
                EXECUTE each.statement;
            END IF;
        END LOOP;
    END LOOP;
END $$;

-- INSERT needs the right to use the sequence that a column's default comes from.
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT DISTINCT d.objid::regclass::text FROM pg_depend d
                JOIN pg_class s ON s.oid = d.objid
                WHERE d.refobjid = ANY(ARRAY[{tables}]::regclass[]) AND d.deptype IN ('a', 'i')
                  AND has_table_privilege('{p}_app', d.refobjid, 'INSERT')
                  AND CASE s.relkind WHEN 'S' THEN NOT has_sequence_privilege('{p}_app', s.oid, 'USAGE') END LOOP
        EXECUTE format('GRANT USAGE ON SEQUENCE %s TO {p}_app', name);
    END LOOP;
END $$;
"""
_REMOVAL: Final = """\
-- Run with psql as the role that ran what `manage.py database_roles --sql` printed.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[{roles}] LOOP
        CONTINUE WHEN NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name);
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', name);
        EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM %I', name);
        EXECUTE format('REVOKE ALL ON ALL ROUTINES IN SCHEMA public FROM %I', name);
        EXECUTE format('REVOKE ALL ON SCHEMA public FROM %I', name);
        EXECUTE format('DROP ROLE %I', name);
    END LOOP;
END $$;
"""
_LACKING: Final = """
SELECT privilege || coalesce(' (' || col || ')', '') || ' on ' || translate(name, '"', '')
FROM (VALUES
    {tables_wanted}
) AS registered (privilege, columns, tables, roles), unnest(columns) AS col, unnest(tables) AS name
WHERE '{role}' = ANY (roles) AND NOT CASE
    WHEN col IS NULL THEN has_table_privilege(to_regclass(name), privilege)
    ELSE has_column_privilege(to_regclass(name), col, privilege)
END
UNION ALL
SELECT 'EXECUTE on ' || name FROM (VALUES
    {procedures_wanted}
) AS registered (name, roles)
WHERE '{role}' = ANY (roles) AND NOT has_function_privilege(to_regproc(name), 'EXECUTE')
"""
_ROW_BREAK: Final = ",\n                    "
_ONE_PRIVILEGE: Final = re.compile(r"(\w+)(?:\s*\(([^)]*)\))?")


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

    It grants their rights and sets their time limits. Run again, it changes only what differs. It revokes rights from
    PUBLIC only on the audit log's own tables, on procedures, and to create in the schema; with the setting
    ``OWN_DATABASE`` also to make temporary tables.
    """
    record = [model._meta.db_table for model in apps.get_app_config("billing_audit").get_models()]
    return _SCRIPT.format(
        p=prefix,
        roles=_texts(f"{prefix}_{role}" for role in ("app", "worker", "sealer", "auditor")),
        own_database=audit_settings.OWN_DATABASE,
        record=_texts(_quoted(record)),
        tables=_texts(_quoted(sorted({name for _, names, _ in _grants for name in names}))),
        tables_wanted=_ROW_BREAK.join(_wanted()),
        procedures_wanted=_wanted_procedures(),
    )


def remove_roles_sql(prefix: str = "billing_access") -> str:
    """Return the script that takes the roles' rights in this database away and drops the roles that there are.

    A role that has rights in another database, or owns something, is not dropped: PostgreSQL names what keeps it.
    """
    return _REMOVAL.format(roles=_texts(f"{prefix}_{role}" for role in ("worker", "app", "sealer", "auditor")))


def lacking_rights_sql(role: Role) -> str:
    """Return a SELECT of the registered rights of a role that the connection's own user lacks, as texts.

    A table that does not exist lacks none.
    """
    return _LACKING.format(role=role, tables_wanted=_ROW_BREAK.join(_wanted()), procedures_wanted=_wanted_procedures())


def _wanted_procedures() -> str:
    return _ROW_BREAK.join(f"('{name}', ARRAY[{_texts(roles)}])" for name, roles in _procedures)


def _wanted() -> Iterator[str]:
    """Yield the registered rights as rows of VALUES: a privilege, its columns (NULL: all), tables and roles."""
    for privileges, names, roles in _grants:
        for privilege, columns in _ONE_PRIVILEGE.findall(privileges):
            listed = _texts(column.strip() for column in columns.split(",")) if columns else "NULL::text"
            yield f"('{privilege}', ARRAY[{listed}], ARRAY[{_texts(_quoted(names))}], ARRAY[{_texts(roles)}])"


def _quoted(names: Iterable[str]) -> Iterator[str]:
    return map(connection.ops.quote_name, names)


def _texts(names: Iterable[str]) -> str:
    return ", ".join("'{}'".format(name.replace("'", "''")) for name in names)
