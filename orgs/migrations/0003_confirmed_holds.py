from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_orgs', '0002_membership_related_name'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='hold_confirmed_until',
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
