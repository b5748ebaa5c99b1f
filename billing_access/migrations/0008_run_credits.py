import billing_access.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0007_cached_tokens'),
        ('billing_orgs', '0002_membership_related_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='RunCredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('run_id', models.CharField(max_length=100)),
                ('amount_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20)),
                ('reference', models.CharField(help_text='Unique in the organization, among balance entries too.', max_length=120)),
                ('occurred_at', models.DateTimeField()),
                ('revision', models.BigIntegerField()),
                ('void_revision', models.BigIntegerField(null=True)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'db_table': 'billing_run_credit',
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='Run',
            name='credited_usd',
            field=billing_access.fields.MoneyField(db_default=0, decimal_places=10, max_digits=20),
        ),
        migrations.AddField(
            model_name='VoidedRun',
            name='credited_usd',
            field=billing_access.fields.MoneyField(db_default=0, decimal_places=10, max_digits=20),
        ),
        migrations.AddConstraint(
            model_name='Run',
            constraint=models.CheckConstraint(condition=models.Q(('credited_usd', 0), models.Q(('cost_status', 'final'), ('credited_usd__gt', 0), ('credited_usd__lte', models.F('total_cost_usd'))), _connector='OR'), name='run_credited_is_part_of_final_cost'),
        ),
        migrations.AddField(
            model_name='RunCredit',
            name='organization',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='run_credits', to='billing_orgs.organization'),
        ),
        migrations.AddIndex(
            model_name='RunCredit',
            index=models.Index(fields=['organization', 'run_id'], name='billing_run_credit_by_run'),
        ),
        migrations.AddConstraint(
            model_name='RunCredit',
            constraint=models.UniqueConstraint(fields=('organization', 'reference'), name='billing_run_credit_once'),
        ),
        migrations.AddConstraint(
            model_name='RunCredit',
            constraint=models.CheckConstraint(condition=models.Q(('amount_usd__gt', 0)), name='run_credit_is_positive'),
        ),
    ]
