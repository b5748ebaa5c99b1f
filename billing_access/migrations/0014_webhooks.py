
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0013_alerts'),
        ('billing_orgs', '0006_mirrored_organizations'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='WebhookDelivery',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('type', models.CharField(max_length=40)),
                ('body', models.TextField(null=True)),
                ('log', models.TextField(null=True)),
                ('first_leaf', models.BigIntegerField(null=True)),
                ('next_leaf', models.BigIntegerField(null=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('delivered', 'Delivered'), ('dropped', 'Dropped'), ('failed', 'Failed')], db_default='waiting', max_length=10)),
                ('reason_code', models.CharField(db_default='', max_length=40)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('attempt_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('attempts', models.PositiveIntegerField(db_default=0)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'billing_webhook_delivery',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='WebhookAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('milliseconds', models.PositiveIntegerField()),
                ('status', models.PositiveSmallIntegerField(null=True)),
                ('error', models.CharField(db_default='', max_length=40)),
                ('answer', models.TextField(db_default='')),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tries', to='billing_access.webhookdelivery')),
            ],
            options={
                'db_table': 'billing_webhook_attempt',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='WebhookEndpoint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('url', models.TextField()),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
                ('shape', models.CharField(choices=[('native', 'Billing Access'), ('ocsf', 'OCSF')], db_default='native', max_length=10)),
                ('secret', models.TextField(editable=False)),
                ('former_secret', models.TextField(editable=False, null=True)),
                ('former_secret_until', models.DateTimeField(null=True)),
                ('state', models.CharField(choices=[('pending', 'Waiting for its answer'), ('active', 'Active'), ('paused', 'Paused'), ('disabled', 'Disabled')], db_default='pending', max_length=10)),
                ('state_since', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('last_success_at', models.DateTimeField(null=True)),
                ('last_failure_at', models.DateTimeField(null=True)),
                ('failing_since', models.DateTimeField(null=True)),
                ('failures', models.PositiveIntegerField(db_default=0)),
                ('rests_until', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('lease', models.UUIDField(null=True)),
                ('leased_until', models.DateTimeField(null=True)),
                ('log', models.TextField(null=True)),
                ('next_leaf', models.BigIntegerField(null=True)),
                ('form_token', models.UUIDField(editable=False, null=True, unique=True)),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='webhook_endpoints', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_webhook_endpoint',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='WebhookSender',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('beat_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'billing_webhook_sender',
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='webhookdelivery',
            name='endpoint',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='billing_access.webhookendpoint'),
        ),
        migrations.AddConstraint(
            model_name='webhookendpoint',
            constraint=models.CheckConstraint(condition=models.Q(('topics__contained_by', ['alert', 'audit.event']), ('topics__len__gt', 0)), name='webhook_endpoint_topics_are_known'),
        ),
        migrations.AddConstraint(
            model_name='webhookendpoint',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['pending', 'active', 'paused', 'disabled'])), name='webhook_endpoint_state_is_known'),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(fields=['endpoint', '-id'], name='billing_webhook_delivery_log'),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['endpoint', 'attempt_at'], name='billing_webhook_delivery_due'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'delivered', 'dropped', 'failed'])), name='webhook_delivery_state_is_known'),
        ),
    ]
