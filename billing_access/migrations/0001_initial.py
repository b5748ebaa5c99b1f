import billing_access.fields
import datetime
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.lookups
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('billing_orgs', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('organization', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='account', serialize=False, to='billing_orgs.organization')),
                ('billing_tier', models.CharField(default='free', max_length=40)),
                ('billing_mode', models.CharField(choices=[('prepaid', 'Prepaid'), ('postpaid', 'Postpaid')], default='prepaid', max_length=10)),
                ('low_balance_threshold_usd', billing_access.fields.MoneyField(blank=True, decimal_places=10, max_digits=20, null=True)),
                ('period_start_day', models.PositiveSmallIntegerField(default=1)),
                ('revision', models.BigIntegerField(default=0)),
                ('fed_at', models.DateTimeField(null=True)),
                ('usage_through', models.DateTimeField(null=True)),
                ('balance_reconciled_at', models.DateTimeField(null=True)),
                ('entries_total_usd', billing_access.fields.TotalField(decimal_places=10, default=0, max_digits=30)),
                ('usage_total_usd', billing_access.fields.TotalField(decimal_places=10, default=0, max_digits=30)),
            ],
            options={
                'db_table': 'billing_account',
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(('period_start_day__range', (1, 28))), name='account_period_day_is_1_to_28'), models.CheckConstraint(condition=models.Q(('billing_mode__in', ['prepaid', 'postpaid'])), name='account_mode_is_known')],
            },
        ),
        migrations.CreateModel(
            name='OptIn',
            fields=[
                ('organization', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='opt_in', serialize=False, to='billing_orgs.organization')),
                ('enabled', models.BooleanField(default=False)),
                ('enabled_until', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('reason', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('changed_by_kind', models.CharField(max_length=10)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'billing_reads_opt_in',
                'default_permissions': ('view', 'change'),
            },
        ),
        migrations.CreateModel(
            name='ApiKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80)),
                ('digest', models.BinaryField(unique=True)),
                ('first_characters', models.CharField(editable=False, max_length=12)),
                ('last_characters', models.CharField(editable=False, max_length=4)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('created_by_kind', models.CharField(editable=False, max_length=10)),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(editable=False, null=True)),
                ('allowed_networks', django.contrib.postgres.fields.ArrayField(base_field=billing_access.fields.CidrField(), blank=True, default=list, size=None)),
                ('is_platform_key', models.BooleanField(default=False, editable=False)),
                ('last_used_at', models.DateTimeField(editable=False, null=True)),
                ('last_used_address', models.GenericIPAddressField(editable=False, null=True)),
                ('expiry_notice', models.SmallIntegerField(editable=False, null=True)),
                ('form_token', models.UUIDField(editable=False, null=True, unique=True)),
                ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='api_keys', to='billing_orgs.organization')),
                ('predecessor', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='successors', to='billing_access.apikey')),
            ],
            options={
                'verbose_name': 'API key',
                'db_table': 'billing_api_key',
                'default_permissions': ('view', 'change'),
                'indexes': [models.Index(fields=['organization', '-created_at'], name='billing_api_key_by_org')],
                'constraints': [models.CheckConstraint(condition=django.db.models.lookups.Exact(models.Func(models.F('digest'), function='octet_length', output_field=models.IntegerField()), 32), name='api_key_digest_is_sha256'), models.CheckConstraint(condition=models.Q(('scopes__contained_by', ['audit:read', 'billing.state:read', 'billing.usage:read', 'runs:read'])), name='api_key_scopes_are_known'), models.CheckConstraint(condition=models.Q(('scopes__len__gt', 0)), name='api_key_has_a_scope'), models.CheckConstraint(condition=models.Q(('expires_at__lte', django.db.models.expressions.CombinedExpression(models.F('created_at'), '+', models.Value(datetime.timedelta(days=366))))), name='api_key_lives_366_days_at_most'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='api_key_has_a_name'), models.CheckConstraint(condition=models.Q(('allowed_networks__len__lte', 50)), name='api_key_networks_are_few'), models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('predecessor',), name='billing_api_key_has_one_successor_at_most')],
            },
        ),
        migrations.CreateModel(
            name='BalanceEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('top_up', 'Top Up'), ('grant', 'Grant'), ('refund', 'Refund'), ('adjustment', 'Adjustment'), ('expiry', 'Expiry'), ('charge', 'Charge')], max_length=12)),
                ('amount_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20)),
                ('reference', models.CharField(help_text='Unique in the organization: a repeat adds nothing.', max_length=120)),
                ('occurred_at', models.DateTimeField()),
                ('note', models.CharField(blank=True, max_length=200)),
                ('revision', models.BigIntegerField()),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='balance_entries', to='billing_orgs.organization')),
            ],
            options={
                'verbose_name_plural': 'balance entries',
                'db_table': 'billing_balance_entry',
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('organization', 'reference'), name='billing_balance_entry_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['top_up', 'grant', 'refund', 'adjustment', 'expiry', 'charge'])), name='balance_entry_kind_is_known'), models.CheckConstraint(condition=models.Q(('amount_usd', 0), _negated=True), name='balance_entry_is_not_zero')],
            },
        ),
        migrations.CreateModel(
            name='Reconciliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=120)),
                ('balance_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20)),
                ('observed_at', models.DateTimeField()),
                ('difference_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20)),
                ('revision', models.BigIntegerField()),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reconciliations', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_reconciliation',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('organization', 'reference'), name='billing_reconciliation_once')],
            },
        ),
        migrations.CreateModel(
            name='RegisteredTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64)),
                ('registered_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('filled_through', models.DateTimeField(null=True)),
                ('ready_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registered_tags', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_registered_tag',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('organization', 'key'), name='billing_registered_tag_once'), models.CheckConstraint(condition=models.Q(('key', ''), _negated=True), name='registered_tag_has_a_key')],
            },
        ),
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('run_id', models.CharField(max_length=100)),
                ('run_type', models.CharField(max_length=20)),
                ('status', models.CharField(max_length=12)),
                ('created_at', models.DateTimeField()),
                ('modified_at', models.DateTimeField()),
                ('queued_at', models.DateTimeField(null=True)),
                ('started_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('total_cost_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20, null=True)),
                ('unit_price_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20, null=True)),
                ('cost_status', models.CharField(max_length=8)),
                ('cost_updated_at', models.DateTimeField()),
                ('llm_tokens_in', models.BigIntegerField(null=True)),
                ('llm_tokens_out', models.BigIntegerField(null=True)),
                ('tags', models.JSONField(default=dict)),
                ('first_revision', models.BigIntegerField(null=True)),
                ('revision', models.BigIntegerField()),
                ('organization', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_run',
                'default_permissions': ('view',),
                'indexes': [models.Index(condition=models.Q(('started_at__isnull', False)), fields=['organization', '-started_at', '-run_id'], name='billing_run_by_start'), models.Index(condition=models.Q(('started_at__isnull', False)), fields=['organization', 'revision', 'run_id'], name='billing_run_by_change')],
                'constraints': [models.UniqueConstraint(fields=('organization', 'run_id'), name='billing_run_once'), models.CheckConstraint(condition=models.Q(('run_type__in', ['task_v1', 'task_v2', 'task_v3', 'openai_cua', 'anthropic_cua', 'ui_tars', 'yutori_navigator', 'workflow_run'])), name='run_type_is_known'), models.CheckConstraint(condition=models.Q(('status__in', ['created', 'queued', 'running', 'paused', 'timed_out', 'failed', 'terminated', 'completed', 'canceled'])), name='run_status_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('cost_status', 'unpriced'), ('total_cost_usd__isnull', True)), models.Q(('cost_status__in', ['accruing', 'final']), ('total_cost_usd__gte', 0)), _connector='OR'), name='run_cost_matches_its_status'), models.CheckConstraint(condition=models.Q(models.Q(('first_revision__isnull', True), ('started_at__isnull', True)), models.Q(('first_revision__isnull', False), ('started_at__isnull', False)), _connector='OR'), name='run_in_usage_has_first_revision')],
            },
        ),
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('lifted_at', models.DateTimeField(null=True)),
                ('lifted_reason', models.TextField(blank=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='suspensions', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_reads_suspension',
                'default_permissions': ('view', 'change'),
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='suspension_has_a_reason'), models.UniqueConstraint(condition=models.Q(('lifted_at', None)), fields=('organization',), name='billing_suspension_in_force_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='UsageDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bucket_start', models.DateTimeField()),
                ('tag_key', models.CharField(default='', max_length=64)),
                ('tag_value', models.TextField(null=True)),
                ('total_cost_usd', billing_access.fields.TotalField(decimal_places=10, default=0, max_digits=30)),
                ('run_count', models.BigIntegerField(default=0)),
                ('unpriced_run_count', models.BigIntegerField(default=0)),
                ('accruing_run_count', models.BigIntegerField(default=0)),
                ('llm_tokens_in', billing_access.fields.TokensField(decimal_places=0, default=0, max_digits=30)),
                ('llm_tokens_out', billing_access.fields.TokensField(decimal_places=0, default=0, max_digits=30)),
                ('organization', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_usage_day',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('organization', 'tag_key', 'bucket_start', 'tag_value'), name='billing_usage_day_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='UsageQuarterHour',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bucket_start', models.DateTimeField()),
                ('tag_key', models.CharField(default='', max_length=64)),
                ('tag_value', models.TextField(null=True)),
                ('total_cost_usd', billing_access.fields.TotalField(decimal_places=10, default=0, max_digits=30)),
                ('run_count', models.BigIntegerField(default=0)),
                ('unpriced_run_count', models.BigIntegerField(default=0)),
                ('accruing_run_count', models.BigIntegerField(default=0)),
                ('llm_tokens_in', billing_access.fields.TokensField(decimal_places=0, default=0, max_digits=30)),
                ('llm_tokens_out', billing_access.fields.TokensField(decimal_places=0, default=0, max_digits=30)),
                ('organization', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='billing_orgs.organization')),
            ],
            options={
                'db_table': 'billing_usage_quarter_hour',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('organization', 'tag_key', 'bucket_start', 'tag_value'), name='billing_usage_quarter_hour_once', nulls_distinct=False)],
            },
        ),
    ]
