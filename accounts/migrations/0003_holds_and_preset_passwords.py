from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_accounts', '0002_cache_table'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='held_until',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='user',
            name='password_is_preset',
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
