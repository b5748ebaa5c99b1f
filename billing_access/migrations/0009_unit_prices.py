import billing_access.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0008_run_credits'),
        ('billing_orgs', '0002_membership_related_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='UnitPrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateTimeField()),
                ('unit_price_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20)),
                ('cached_unit_price_usd', billing_access.fields.MoneyField(decimal_places=10, max_digits=20, null=True)),
                ('organization', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='unit_prices', to='billing_orgs.organization')),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'db_table': 'billing_unit_price',
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='Run',
            name='cached_unit_price_usd',
            field=billing_access.fields.MoneyField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='Run',
            name='cached_units',
            field=billing_access.fields.UnitsField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='Run',
            name='units',
            field=billing_access.fields.UnitsField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='StagedRun',
            name='cached_unit_price_usd',
            field=billing_access.fields.MoneyField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='StagedRun',
            name='cached_units',
            field=billing_access.fields.UnitsField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='StagedRun',
            name='units',
            field=billing_access.fields.UnitsField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='VoidedRun',
            name='cached_unit_price_usd',
            field=billing_access.fields.MoneyField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='VoidedRun',
            name='cached_units',
            field=billing_access.fields.UnitsField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddField(
            model_name='VoidedRun',
            name='units',
            field=billing_access.fields.UnitsField(decimal_places=10, max_digits=20, null=True),
        ),
        migrations.AddConstraint(
            model_name='Run',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cached_units__isnull', True), ('units__isnull', True)), models.Q(('cached_units__gte', 0), ('total_cost_usd__isnull', False), ('unit_price_usd__isnull', False), ('units__gte', 0)), _connector='OR'), name='run_units_have_a_price'),
        ),
        migrations.AddConstraint(
            model_name='UnitPrice',
            constraint=models.UniqueConstraint(fields=('organization', 'valid_from'), name='billing_unit_price_once'),
        ),
        migrations.AddConstraint(
            model_name='UnitPrice',
            constraint=models.CheckConstraint(condition=models.Q(('unit_price_usd__gt', 0), models.Q(('cached_unit_price_usd__isnull', True), ('cached_unit_price_usd__gte', 0), _connector='OR')), name='unit_price_is_more_than_zero'),
        ),
    ]
