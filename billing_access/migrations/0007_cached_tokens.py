import billing_access.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0006_balance_entries_by_time'),
        ('billing_orgs', '0002_membership_related_name'),
    ]

    operations = [
        migrations.AddField(
            model_name='Batch',
            name='llm_tokens_cached',
            field=billing_access.fields.TokensField(decimal_places=0, default=0, max_digits=30),
        ),
        migrations.AddField(
            model_name='Run',
            name='llm_tokens_cached',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='StagedRun',
            name='llm_tokens_cached',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='UsageDay',
            name='llm_tokens_cached',
            field=billing_access.fields.TokensField(decimal_places=0, default=0, max_digits=30),
        ),
        migrations.AddField(
            model_name='UsageQuarterHour',
            name='llm_tokens_cached',
            field=billing_access.fields.TokensField(decimal_places=0, default=0, max_digits=30),
        ),
        migrations.AddField(
            model_name='VoidedRun',
            name='llm_tokens_cached',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name='Run',
            constraint=models.CheckConstraint(condition=models.Q(('llm_tokens_cached__lte', models.F('llm_tokens_in'))), name='run_cached_tokens_are_part_of_those_in'),
        ),
    ]
