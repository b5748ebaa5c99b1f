import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import orgs.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SentEmail',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('sent_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', orgs.fields.PublicIdField()),
                ('name', orgs.fields.NameField(max_length=100)),
                ('slug', models.CharField(max_length=50, unique=True, validators=[django.core.validators.RegexValidator('\\A[a-z0-9]+(-[a-z0-9]+)*\\Z', 'Use lower-case letters, digits and single dashes.')])),
                ('external_id', models.CharField(blank=True, help_text="The platform's own id for the organization.", max_length=100, null=True, unique=True)),
                ('time_zone', orgs.fields.TimeZoneField(default='UTC', max_length=64)),
                ('requires_second_factor', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'permissions': (('view_billing', 'See balance, usage and the state of billing reads'), ('manage_billing_access', 'Turn programmatic billing reads on and off'), ('manage_api_keys', 'Create, change and revoke API keys'), ('manage_members', 'Add, change and remove members'), ('view_audit_log', 'Read the audit log')),
                'default_permissions': ('view', 'change'),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='organization_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('admin', 'Admin'), ('billing', 'Billing'), ('auditor', 'Auditor'), ('member', 'Member')], max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='billing_orgs.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organization', 'user'), name='billing_membership_once'), models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'admin', 'billing', 'auditor', 'member'])), name='membership_role_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('admin', 'Admin'), ('billing', 'Billing'), ('auditor', 'Auditor'), ('member', 'Member')], max_length=10)),
                ('token_digest', models.BinaryField(null=True, unique=True)),
                ('sending', models.PositiveIntegerField(default=1, editable=False)),
                ('sent_at', models.DateTimeField(editable=False)),
                ('expires_at', models.DateTimeField(editable=False)),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
                ('revoked_at', models.DateTimeField(editable=False, null=True)),
                ('invited_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='billing_orgs.organization')),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'admin', 'billing', 'auditor', 'member'])), name='invitation_role_is_known'), models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='invitation_email_is_lower_case'), models.CheckConstraint(condition=django.db.models.lookups.Exact(models.Func(models.F('token_digest'), function='octet_length', output_field=models.IntegerField()), 32), name='invitation_token_digest_is_sha256'), models.UniqueConstraint(condition=models.Q(('accepted_at', None), ('revoked_at', None)), fields=('organization', 'email'), name='billing_invitation_open_once')],
            },
        ),
        migrations.CreateModel(
            name='OrganizationGroupPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='billing_orgs.organization')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.group')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
            ],
            options={
                'abstract': False,
                'unique_together': {('group', 'permission', 'content_object')},
            },
        ),
        migrations.CreateModel(
            name='OrganizationUserPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='billing_orgs.organization')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'unique_together': {('user', 'permission', 'content_object')},
            },
        ),
    ]
