from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0004_accruing_runs'),
    ]

    operations = [
        migrations.AddField(
            model_name='Account',
            name='stale_after_hours',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='Account',
            constraint=models.CheckConstraint(condition=models.Q(('stale_after_hours__range', (1, 8760))), name='account_stale_after_is_1_to_8760'),
        ),
    ]
