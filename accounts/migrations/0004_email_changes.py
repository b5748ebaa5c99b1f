import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_accounts', '0003_holds_and_preset_passwords'),
    ]

    operations = [
        migrations.CreateModel(
            name='EmailChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old_email', models.EmailField(max_length=254)),
                ('new_email', models.EmailField(max_length=254)),
                ('requested_at', models.DateTimeField(db_index=True)),
                ('confirm_digest', models.BinaryField(null=True, unique=True)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('undo_digest', models.BinaryField(null=True, unique=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='email_changes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'default_permissions': (),
                'indexes': [models.Index(fields=['old_email'], name='billing_email_change_old'), models.Index(fields=['new_email'], name='billing_email_change_new')],
            },
        ),
    ]
