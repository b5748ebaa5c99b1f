from django.db import migrations, models
import django.db.models.deletion

FUNCTIONS = """
CREATE FUNCTION billing_orgs_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

-- The tombstone is the permit: only the owner of the tables may insert one.
CREATE FUNCTION billing_orgs_only_buried() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.billing_orgs_tombstone t WHERE t.organization_pk = OLD.id) THEN
        RAISE EXCEPTION '% refuses DELETE: only delete_organization deletes an organization', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION billing_orgs_only_of_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.billing_orgs_organization o
                   WHERE o.id = NEW.organization_pk AND o.public_id = NEW.organization_id
                     AND o.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION '% refuses this INSERT: no closed organization has this id', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

-- After the row, and so after waiting for a transaction that gives the name up at this moment.
CREATE FUNCTION billing_orgs_refuse_taken_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM public.billing_orgs_tombstone t
               WHERE t.name IN (NEW.slug, NEW.external_id, NEW.public_id))
       OR EXISTS (SELECT FROM public.billing_orgs_formerslug f
                  WHERE f.slug IN (NEW.slug, NEW.external_id) AND f.organization_id <> NEW.id
                    AND f.given_up_at > statement_timestamp() - interval '90 days') THEN
        RAISE EXCEPTION '% refuses this name: another organization has had it', TG_TABLE_NAME
            USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;
"""
NO_FUNCTIONS = """
DROP FUNCTION billing_orgs_refuse() CASCADE;
DROP FUNCTION billing_orgs_only_buried() CASCADE;
DROP FUNCTION billing_orgs_only_of_closed() CASCADE;
DROP FUNCTION billing_orgs_refuse_taken_names() CASCADE;
"""
ORGANIZATION, TOMBSTONE = "billing_orgs_organization", "billing_orgs_tombstone"
GUARDS = {
    (ORGANIZATION, "only_buried"): "BEFORE DELETE ON {} FOR EACH ROW EXECUTE FUNCTION billing_orgs_only_buried()",
    (ORGANIZATION, "no_truncate"): "BEFORE TRUNCATE ON {} FOR EACH STATEMENT EXECUTE FUNCTION billing_orgs_refuse()",
    (ORGANIZATION, "names"): "AFTER INSERT OR UPDATE OF slug, external_id, public_id ON {} FOR EACH ROW"
    " EXECUTE FUNCTION billing_orgs_refuse_taken_names()",
    (TOMBSTONE, "only_of_closed"): "BEFORE INSERT ON {} FOR EACH ROW EXECUTE FUNCTION billing_orgs_only_of_closed()",
    (TOMBSTONE, "refuses"): "BEFORE UPDATE OR DELETE ON {} FOR EACH ROW EXECUTE FUNCTION billing_orgs_refuse()",
    (TOMBSTONE, "no_truncate"): "BEFORE TRUNCATE ON {} FOR EACH STATEMENT EXECUTE FUNCTION billing_orgs_refuse()",
}
# ENABLE ALWAYS, because a session with session_replication_role = replica skips plain triggers.
TRIGGERS = "".join(
    f"CREATE TRIGGER {table}_{name} {what.format(table)};\nALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_{name};\n"
    for (table, name), what in GUARDS.items()
)


class Migration(migrations.Migration):

    dependencies = [
        ('billing_orgs', '0004_invitation_sendings'),
    ]

    operations = [
        migrations.AddField(
            model_name='organization',
            name='closed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.CreateModel(
            name='FormerSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(db_index=True, max_length=50)),
                ('given_up_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_slugs', to='billing_orgs.organization')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('name', models.CharField(max_length=100, primary_key=True, serialize=False)),
                ('organization_pk', models.BigIntegerField(db_index=True)),
                ('organization_id', models.CharField(max_length=18)),
                ('deleted_at', models.DateTimeField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.RunSQL(FUNCTIONS + TRIGGERS, NO_FUNCTIONS),
    ]
