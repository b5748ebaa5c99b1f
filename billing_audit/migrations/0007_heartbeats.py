from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("billing_audit", "0006_restores")]

    operations = [
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("process", models.TextField(primary_key=True, serialize=False)),
                ("beat_at", models.DateTimeField()),
            ],
            options={"db_table": "billing_heartbeat", "default_permissions": ()},
        ),
    ]
