import django.db.models.fields.json
from django.db import migrations, models

from billing_audit.operations import CreatePartitionedModel


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AuditCheckpoint',
            fields=[
                ('pk', models.CompositePrimaryKey('log', 'size', blank=True, editable=False, primary_key=True, serialize=False)),
                ('log', models.TextField()),
                ('size', models.BigIntegerField()),
                ('note', models.TextField()),
            ],
            options={
                'db_table': 'billing_audit_checkpoint',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AuditLeaf',
            fields=[
                ('pk', models.CompositePrimaryKey('log', 'place', blank=True, editable=False, primary_key=True, serialize=False)),
                ('log', models.TextField()),
                ('place', models.BigIntegerField()),
                ('event_id', models.UUIDField(unique=True)),
                ('hash', models.BinaryField()),
            ],
            options={
                'db_table': 'billing_audit_leaf',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AuditNode',
            fields=[
                ('pk', models.CompositePrimaryKey('log', 'level', 'place', blank=True, editable=False, primary_key=True, serialize=False)),
                ('log', models.TextField()),
                ('level', models.SmallIntegerField()),
                ('place', models.BigIntegerField()),
                ('hash', models.BinaryField()),
            ],
            options={
                'db_table': 'billing_audit_node',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AuditTree',
            fields=[
                ('log', models.TextField(primary_key=True, serialize=False)),
                ('size', models.BigIntegerField()),
                ('edge', models.BinaryField()),
            ],
            options={
                'db_table': 'billing_audit_tree',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AuditUnsealed',
            fields=[
                ('event_id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.TextField(null=True)),
            ],
            options={
                'db_table': 'billing_audit_unsealed',
                'default_permissions': (),
            },
        ),
        CreatePartitionedModel(
            name='AuditEvent',
            partition_by='id',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.TextField(help_text="The organization's public id. Empty for the platform's own log.", null=True)),
                ('recorded_at', models.DateTimeField()),
                ('action', models.TextField()),
                ('outcome', models.TextField()),
                ('reason_code', models.TextField()),
                ('actor_kind', models.TextField()),
                ('actor_id', models.TextField()),
                ('target_kind', models.TextField()),
                ('target_id', models.TextField()),
                ('request_id', models.TextField()),
                ('body', models.TextField()),
            ],
            options={
                'db_table': 'billing_audit_event',
                'ordering': ['-id'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['organization_id', '-id'], name='billing_audit_by_organization'), models.Index(fields=['organization_id', 'action', '-id'], name='billing_audit_by_action'), models.Index(fields=['organization_id', 'actor_kind', 'actor_id', '-id'], name='billing_audit_by_actor'), models.Index(fields=['organization_id', 'request_id'], name='billing_audit_by_request'), models.Index(condition=models.Q(('outcome', 'denied')), fields=['organization_id', '-id'], name='billing_audit_denied'), models.Index(condition=models.Q(('reason_code', ''), _negated=True), fields=['organization_id', 'reason_code', '-id'], name='billing_audit_by_reason'), models.Index(condition=models.Q(('target_kind', 'api_key')), fields=['organization_id', 'target_id', '-id'], name='billing_audit_of_key')],
            },
        ),
        CreatePartitionedModel(
            name='AuditPersonal',
            partition_by='event_id',
            fields=[
                ('event_id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.TextField(null=True)),
                ('salt', models.BinaryField(null=True)),
                ('data', models.JSONField(null=True)),
                ('erased_by', models.UUIDField(null=True)),
            ],
            options={
                'db_table': 'billing_audit_personal',
                'default_permissions': (),
                'indexes': [models.Index(models.F('organization_id'), django.db.models.fields.json.KeyTextTransform('address', 'data'), models.OrderBy(models.F('event_id'), descending=True), name='billing_audit_by_address')],
            },
        ),
        CreatePartitionedModel(
            name='AuditRepeat',
            partition_by='minute',
            fields=[
                ('pk', models.CompositePrimaryKey('fingerprint', 'minute', blank=True, editable=False, primary_key=True, serialize=False)),
                ('fingerprint', models.BinaryField()),
                ('minute', models.DateTimeField()),
                ('organization_id', models.TextField(null=True)),
                ('first_event_id', models.UUIDField()),
                ('count', models.BigIntegerField()),
            ],
            options={
                'db_table': 'billing_audit_repeat',
                'default_permissions': (),
                'indexes': [models.Index(fields=['first_event_id'], name='billing_audit_by_first_event')],
            },
        ),
    ]
