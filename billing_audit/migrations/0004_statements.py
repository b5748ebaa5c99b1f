from django.db import migrations, models

GUARDS = """
CREATE TRIGGER billing_audit_statement_refuses BEFORE UPDATE OR DELETE ON billing_audit_statement
    FOR EACH ROW EXECUTE FUNCTION billing_audit_refuse();
CREATE TRIGGER billing_audit_statement_no_truncate BEFORE TRUNCATE ON billing_audit_statement
    FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse();
ALTER TABLE billing_audit_statement ENABLE ALWAYS TRIGGER billing_audit_statement_refuses;
ALTER TABLE billing_audit_statement ENABLE ALWAYS TRIGGER billing_audit_statement_no_truncate;
"""


class Migration(migrations.Migration):
    dependencies = [("billing_audit", "0003_parts_of_events")]

    operations = [
        migrations.CreateModel(
            name="AuditStatement",
            fields=[
                ("event_id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("log", models.TextField()),
                ("action", models.TextField()),
                ("note", models.TextField()),
            ],
            options={
                "db_table": "billing_audit_statement",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["log", "action", "-event_id"], name="billing_audit_newest_statement")
                ],
            },
        ),
        migrations.RunSQL(GUARDS, migrations.RunSQL.noop),
    ]
