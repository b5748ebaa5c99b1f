from django.db import migrations

from billing_audit.operations import MakePartitions

# The time of an event is the database's, set by the column's default; the inserting role has no right to set it.
DEFAULT_TIME = "ALTER TABLE billing_audit_event ALTER COLUMN recorded_at SET DEFAULT statement_timestamp();"
NO_DEFAULT_TIME = "ALTER TABLE billing_audit_event ALTER COLUMN recorded_at DROP DEFAULT;"

FUNCTIONS = """
CREATE FUNCTION billing_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refuses %: the audit log is append-only', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION billing_audit_only_count_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.count <= OLD.count OR (NEW.fingerprint, NEW.minute, NEW.first_event_id) <>
            (OLD.fingerprint, OLD.minute, OLD.first_event_id)
            OR NEW.organization_id IS DISTINCT FROM OLD.organization_id THEN
        RAISE EXCEPTION '% refuses this UPDATE: count may only increase', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION billing_audit_only_erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.event_id <> OLD.event_id OR OLD.erased_by IS NOT NULL OR NEW.erased_by IS NULL
            OR NEW.data IS NOT NULL OR NEW.salt IS NOT NULL THEN
        RAISE EXCEPTION '% refuses this UPDATE: personal data may only be erased, with the id of an event', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION billing_audit_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.log <> OLD.log OR NEW.size <= OLD.size THEN
        RAISE EXCEPTION '% refuses this UPDATE: a tree only grows', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
NO_FUNCTIONS = """
DROP FUNCTION billing_audit_refuse() CASCADE;
DROP FUNCTION billing_audit_only_count_up() CASCADE;
DROP FUNCTION billing_audit_only_erase() CASCADE;
DROP FUNCTION billing_audit_only_grow() CASCADE;
"""
# For each table: the operations it refuses, and the function that checks its UPDATEs where some are allowed.
GUARDS = {
    "billing_audit_event": ("UPDATE OR DELETE", None),
    "billing_audit_personal": ("DELETE", "billing_audit_only_erase"),
    "billing_audit_repeat": ("DELETE", "billing_audit_only_count_up"),
    "billing_audit_leaf": ("UPDATE OR DELETE", None),
    "billing_audit_node": ("UPDATE OR DELETE", None),
    "billing_audit_checkpoint": ("UPDATE OR DELETE", None),
    "billing_audit_tree": ("DELETE", "billing_audit_only_grow"),
    # The sealer deletes the rows that it has sealed.
    "billing_audit_unsealed": ("UPDATE", None),
}


def _guards() -> str:
    lines = []
    for table, (refused, judge) in GUARDS.items():
        triggers = {
            "refuses": f"{refused} ON {table} FOR EACH ROW EXECUTE FUNCTION billing_audit_refuse()",
            "no_truncate": f"TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse()",
        }
        if judge:
            triggers["judges"] = f"UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {judge}()"
        for name, what in triggers.items():
            lines.append(f"CREATE TRIGGER {table}_{name} BEFORE {what};")
            # ENABLE ALWAYS, because a session with session_replication_role = replica skips plain triggers.
            lines.append(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_{name};")
    return "\n".join(lines)


class Migration(migrations.Migration):
    dependencies = [("billing_audit", "0001_initial")]

    operations = [
        migrations.RunSQL(DEFAULT_TIME, NO_DEFAULT_TIME),
        migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS),
        migrations.RunSQL(_guards(), migrations.RunSQL.noop),
        MakePartitions(),
    ]
