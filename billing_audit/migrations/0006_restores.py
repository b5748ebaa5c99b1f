import django.db.models.functions.datetime
from django.db import migrations, models

GUARDS = """
CREATE TRIGGER billing_audit_timeline_refuses BEFORE UPDATE OR DELETE ON billing_audit_timeline
    FOR EACH ROW EXECUTE FUNCTION billing_audit_refuse();
CREATE TRIGGER billing_audit_timeline_no_truncate BEFORE TRUNCATE ON billing_audit_timeline
    FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse();
ALTER TABLE billing_audit_timeline ENABLE ALWAYS TRIGGER billing_audit_timeline_refuses;
ALTER TABLE billing_audit_timeline ENABLE ALWAYS TRIGGER billing_audit_timeline_no_truncate;
"""
# The timeline on which the site runs now, so that an upgrade stops no read.
THIS_ONE = """
INSERT INTO billing_audit_timeline (system, timeline)
SELECT system_identifier, ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::bigint
FROM pg_control_system();
"""


class Migration(migrations.Migration):
    dependencies = [("billing_audit", "0005_record_by_procedure")]

    operations = [
        migrations.AddIndex(
            model_name="audittree",
            index=models.Index(
                models.Func(
                    "log", models.Value("#"), models.Value(1), function="split_part", output_field=models.TextField()
                ),
                name="billing_audit_names_of_log",
            ),
        ),
        migrations.CreateModel(
            name="DatabaseTimeline",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "system", "timeline", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("system", models.BigIntegerField()),
                ("timeline", models.BigIntegerField()),
                ("accepted_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={"db_table": "billing_audit_timeline", "default_permissions": ()},
        ),
        migrations.RunSQL(GUARDS, migrations.RunSQL.noop),
        migrations.RunSQL(THIS_ONE, migrations.RunSQL.noop),
    ]
