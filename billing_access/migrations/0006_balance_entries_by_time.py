from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0005_stale_after'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='balanceentry',
            index=models.Index(fields=['organization', '-occurred_at', '-id'], name='billing_balance_entry_by_time'),
        ),
    ]
