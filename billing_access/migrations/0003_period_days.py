from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0002_feeds'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='Account',
            name='account_period_day_is_1_to_28',
        ),
        migrations.AddConstraint(
            model_name='Account',
            constraint=models.CheckConstraint(condition=models.Q(('period_start_day__range', (1, 31))), name='account_period_day_is_1_to_31'),
        ),
    ]
