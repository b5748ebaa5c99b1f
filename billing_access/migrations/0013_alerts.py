import billing_access.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0012_refuse_rewritten_history'),
        ('billing_orgs', '0005_end_of_organizations'),
    ]

    operations = [
        migrations.CreateModel(
            name='AlertRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('low_balance', 'Low balance'), ('runs_out', 'Balance runs out'), ('day_spend', 'Spend of a day'), ('day_spike', 'Spike of a day'), ('period_spend', 'Spend of the period'), ('stale_feed', 'Feed has stopped'), ('unpriced_runs', 'Runs without a price')], max_length=20)),
                ('amount_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20, null=True)),
                ('number', models.PositiveIntegerField(null=True)),
                ('factor', models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ('tag_key', models.CharField(db_default='', max_length=64)),
                ('tag_value', models.TextField(null=True)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('begins_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('state', models.CharField(choices=[('ok', 'OK'), ('firing', 'Firing'), ('unknown', 'Unknown')], db_default='unknown', max_length=10)),
                ('state_since', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('figure', billing_access.fields.TotalField(decimal_places=10, max_digits=30, null=True)),
                ('threshold', billing_access.fields.TotalField(decimal_places=10, max_digits=30, null=True)),
                ('evaluated_at', models.DateTimeField(null=True)),
                ('evaluate_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alert_rules', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_alert_rule',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AlertMute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, db_constraint=False, related_name='alert_mutes', to='billing_orgs.membership')),
                ('rule', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='mutes', to='billing_access.alertrule')),
            ],
            options={
                'db_table': 'billing_alert_mute',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AlertFiring',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bucket_start', models.DateTimeField(null=True)),
                ('tag_value', models.TextField(null=True)),
                ('step', models.PositiveSmallIntegerField(db_default=0)),
                ('figure', billing_access.fields.TotalField(decimal_places=10, max_digits=30)),
                ('threshold', billing_access.fields.TotalField(decimal_places=10, max_digits=30)),
                ('fired_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True)),
                ('is_over', models.BooleanField(db_default=True)),
                ('resolved_at', models.DateTimeField(null=True)),
                ('rule', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='firings', to='billing_access.alertrule')),
            ],
            options={
                'db_table': 'billing_alert_firing',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AlertDue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_alert_due',
                'default_permissions': (),
                'indexes': [models.Index(fields=['organization', 'id'], name='billing_alert_due_by_org')],
            },
        ),
        migrations.AddIndex(
            model_name='alertrule',
            index=models.Index(fields=['evaluate_at'], name='billing_alert_rule_by_time'),
        ),
        migrations.AddConstraint(
            model_name='alertrule',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['low_balance', 'runs_out', 'day_spend', 'day_spike', 'period_spend', 'stale_feed', 'unpriced_runs'])), name='alert_rule_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='alertrule',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['ok', 'firing', 'unknown'])), name='alert_rule_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='alertrule',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'low_balance')), fields=('organization',), name='billing_alert_rule_one_low_balance'),
        ),
        migrations.AddConstraint(
            model_name='alertmute',
            constraint=models.UniqueConstraint(fields=('rule', 'membership'), name='billing_alert_mute_once'),
        ),
        migrations.AddConstraint(
            model_name='alertfiring',
            constraint=models.UniqueConstraint(condition=models.Q(('bucket_start__isnull', False)), fields=('rule', 'bucket_start', 'tag_value', 'step'), name='billing_alert_firing_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='alertfiring',
            constraint=models.UniqueConstraint(condition=models.Q(('bucket_start__isnull', True), ('resolved_at__isnull', True)), fields=('rule',), name='billing_alert_firing_open_once'),
        ),
    ]
