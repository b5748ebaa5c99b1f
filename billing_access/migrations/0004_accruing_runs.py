from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0003_period_days'),
        ('billing_orgs', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='run',
            index=models.Index(condition=models.Q(('cost_status', 'accruing'), ('started_at__isnull', False)), fields=['organization', '-started_at', '-run_id'], include=['total_cost_usd'], name='billing_run_accruing'),
        ),
    ]
