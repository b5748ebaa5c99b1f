from django.db import migrations

# As in 0010, but the ledger of an organization with a tombstone may go with it.
FUNCTION = """
CREATE OR REPLACE FUNCTION billing_ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM public.billing_orgs_tombstone t
                                    WHERE t.organization_pk = OLD.organization_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% refuses %: the ledger is append-only, and a further entry corrects it', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
"""
BEFORE = """
CREATE OR REPLACE FUNCTION billing_ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refuses %: the ledger is append-only, and a further entry corrects it', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0010_append_only_ledger'),
        ('billing_orgs', '0005_end_of_organizations'),
    ]

    operations = [
        migrations.RunSQL(FUNCTION, BEFORE),
    ]
