import django.db.models.fields.json
from django.db import migrations, models

from billing_audit.operations import CreatePartitionedModel, MakePartitions

# Events of version 1 hold figures and texts, and nothing may change what was sealed. The error's code makes it Django's
# OperationalError, which `make run` shows without a traceback.
NO_EARLIER_EVENTS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM billing_audit_event) THEN
        RAISE EXCEPTION 'billing_audit_event holds events of version 1, which this version does not read.'
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Keep this database for the version that wrote it,'
                ' and migrate an empty one. `make run FRESH=1` deletes the data of `make run`.';
    END IF;
END $$;
"""
ONLY_ERASE = """
CREATE FUNCTION billing_audit_only_erase_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.event_id, NEW.kind) <> (OLD.event_id, OLD.kind) OR NEW.organization_id IS DISTINCT FROM OLD.organization_id
            OR OLD.kind = 'figures' OR OLD.erased_by IS NOT NULL OR NEW.erased_by IS NULL
            OR NEW.data IS NOT NULL OR NEW.salt IS NOT NULL THEN
        RAISE EXCEPTION '% refuses this UPDATE: personal data and texts may only be erased, with the id of an event',
            TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
TRIGGERS = {
    "refuses": "DELETE ON billing_audit_part FOR EACH ROW EXECUTE FUNCTION billing_audit_refuse()",
    "no_truncate": "TRUNCATE ON billing_audit_part FOR EACH STATEMENT EXECUTE FUNCTION billing_audit_refuse()",
    "judges": "UPDATE ON billing_audit_part FOR EACH ROW EXECUTE FUNCTION billing_audit_only_erase_parts()",
}
# ENABLE ALWAYS, because a session with session_replication_role = replica skips plain triggers.
GUARDS = "".join(
    f"CREATE TRIGGER billing_audit_part_{name} BEFORE {what};"
    f"ALTER TABLE billing_audit_part ENABLE ALWAYS TRIGGER billing_audit_part_{name};"
    for name, what in TRIGGERS.items()
)


class Migration(migrations.Migration):
    dependencies = [("billing_audit", "0002_append_only")]

    operations = [
        migrations.RunSQL(NO_EARLIER_EVENTS),
        migrations.AlterModelOptions(
            name='auditevent',
            options={'default_permissions': ('view',), 'ordering': ['-id'], 'permissions': (('view_figures', 'Can view the figures in audit events'),)},
        ),
        migrations.DeleteModel(name='AuditPersonal'),
        migrations.RunSQL("DROP FUNCTION billing_audit_only_erase();"),
        CreatePartitionedModel(
            name='AuditPart',
            partition_by='event_id',
            fields=[
                ('pk', models.CompositePrimaryKey('event_id', 'kind', blank=True, editable=False, primary_key=True, serialize=False)),
                ('event_id', models.UUIDField(editable=False)),
                ('kind', models.TextField()),
                ('organization_id', models.TextField(null=True)),
                ('salt', models.BinaryField(null=True)),
                ('data', models.JSONField(null=True)),
                ('erased_by', models.UUIDField(null=True)),
            ],
            options={
                'db_table': 'billing_audit_part',
                'default_permissions': (),
                'indexes': [models.Index(models.F('organization_id'), django.db.models.fields.json.KeyTextTransform('address', 'data'), models.OrderBy(models.F('event_id'), descending=True), condition=models.Q(('kind', 'personal')), name='billing_audit_by_address')],
            },
        ),
        migrations.RunSQL(ONLY_ERASE),
        migrations.RunSQL(GUARDS),
        MakePartitions('billing_audit_part'),
    ]
