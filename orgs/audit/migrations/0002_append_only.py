from django.db import migrations, models

# The clock of the record is the database's, set by the table and not by whoever inserts.
DEFAULT_TIME = "ALTER TABLE audit_event ALTER COLUMN recorded_at SET DEFAULT statement_timestamp();"
NO_DEFAULT_TIME = "ALTER TABLE audit_event ALTER COLUMN recorded_at DROP DEFAULT;"

# ENABLE ALWAYS: session_replication_role = replica passes plain triggers by.
APPEND_ONLY = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refuses %: the record is only ever added to', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION audit_only_count_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.count <= OLD.count OR (NEW.fingerprint, NEW.minute, NEW.first_event_id) <>
            (OLD.fingerprint, OLD.minute, OLD.first_event_id)
            OR NEW.organization_id IS DISTINCT FROM OLD.organization_id THEN
        RAISE EXCEPTION '% refuses this UPDATE: its count only grows', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_personal_append_only BEFORE UPDATE OR DELETE ON audit_personal
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_personal_no_truncate BEFORE TRUNCATE ON audit_personal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_repeat_counts_up BEFORE UPDATE ON audit_repeat
    FOR EACH ROW EXECUTE FUNCTION audit_only_count_up();
CREATE TRIGGER audit_repeat_no_delete BEFORE DELETE ON audit_repeat
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_repeat_no_truncate BEFORE TRUNCATE ON audit_repeat
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_append_only;
ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_no_truncate;
ALTER TABLE audit_personal ENABLE ALWAYS TRIGGER audit_personal_append_only;
ALTER TABLE audit_personal ENABLE ALWAYS TRIGGER audit_personal_no_truncate;
ALTER TABLE audit_repeat ENABLE ALWAYS TRIGGER audit_repeat_counts_up;
ALTER TABLE audit_repeat ENABLE ALWAYS TRIGGER audit_repeat_no_delete;
ALTER TABLE audit_repeat ENABLE ALWAYS TRIGGER audit_repeat_no_truncate;
"""
NOT_APPEND_ONLY = """
DROP FUNCTION audit_refuse() CASCADE;
DROP FUNCTION audit_only_count_up() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AlterModelOptions(
            name="auditevent", options={"default_permissions": ("view",), "ordering": ["-id"]}
        ),
        migrations.AlterModelOptions(name="auditpersonal", options={"default_permissions": ()}),
        migrations.CreateModel(
            name="AuditRepeat",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "fingerprint", "minute", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fingerprint", models.BinaryField()),
                ("minute", models.DateTimeField()),
                ("organization_id", models.TextField(null=True)),
                ("first_event_id", models.UUIDField()),
                ("count", models.BigIntegerField()),
            ],
            options={
                "db_table": "audit_repeat",
                "default_permissions": (),
                "indexes": [models.Index(fields=["first_event_id"], name="audit_repeat_by_first_event")],
            },
        ),
        migrations.RunSQL(DEFAULT_TIME, NO_DEFAULT_TIME),
        migrations.RunSQL(APPEND_ONLY, NOT_APPEND_ONLY),
    ]
