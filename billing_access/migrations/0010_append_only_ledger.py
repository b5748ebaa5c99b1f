from django.db import migrations

TABLES = ("billing_balance_entry", "billing_reconciliation")
FUNCTION = """
CREATE FUNCTION billing_ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refuses %: the ledger is append-only, and a further entry corrects it', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
"""
# ENABLE ALWAYS, because a session with session_replication_role = replica skips plain triggers.
GUARDS = "".join(
    f"""
CREATE TRIGGER {table}_refuses BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION billing_ledger_refuse();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION billing_ledger_refuse();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_refuses;
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_truncate;
"""
    for table in TABLES
)


class Migration(migrations.Migration):

    dependencies = [
        ('billing_access', '0009_unit_prices'),
    ]

    operations = [
        migrations.RunSQL(FUNCTION + GUARDS, "DROP FUNCTION billing_ledger_refuse() CASCADE;"),
    ]
