from django.db import migrations

# Before release 0.9.0 migrations were rewritten under their old names, so that Django takes a database of then for
# complete. This compares what migrations have made with what they make today. Only what every version of PostgreSQL
# writes alike is compared, and nothing of the table of people, which a host project chooses.
EXPECTED = {
    "billing_account": "99bb5bdc8112500c3277ffcd8e9ab23b",
    "billing_api_key": "87888181ff2132212cf29e0cde77ed7c",
    "billing_audit_checkpoint": "fde2d9c5ed5fa6573f12bc392446cd66",
    "billing_audit_event": "e693f2d5070e16f0a90952659aeddaa6",
    "billing_audit_leaf": "bc167136aaed7af51af96874ce54030e",
    "billing_audit_node": "8ee070fbf8c1bd415283aa31507018f3",
    "billing_audit_only_count_up()": "6673cd08c108c64035cd9f6a02f2fd6a",
    "billing_audit_only_erase_parts()": "75cfb07274d58195f56c32eea4507453",
    "billing_audit_only_grow()": "adb92a9d760d0bc43e80f333c9e289e2",
    "billing_audit_part": "70b929a2a19972f97d8b9d80cde00aaa",
    "billing_audit_record()": "df7a6eaee9181128568751a019211e0e",
    "billing_audit_record_denial()": "03fcc3f71a97c8a0d133cf9e16d78f99",
    "billing_audit_refuse()": "ad9a252d1e1815ec303fc633b5292dfb",
    "billing_audit_repeat": "bb40e2190f354db63f7390433fe7d91d",
    "billing_audit_statement": "fc6e17d63ac8d3d115031056a79769a8",
    "billing_audit_timeline": "e89f8e46c9389f36c102892d9254bc3e",
    "billing_audit_tree": "f7347b29da2d84424634949a89dca123",
    "billing_audit_unsealed": "3100b808a3b8294e212add41156c4639",
    "billing_balance_entry": "cc7582e8d62c21e425b0df80708d7dcb",
    "billing_batch": "464806b037214998c32f35c0bb6b8c90",
    "billing_ledger_refuse()": "ee0fd491e80d2fd4dab19d5e725ee38b",
    "billing_orgs_formerslug": "9d6338c0f263cfcae792d79778d5d3c1",
    "billing_orgs_invitation": "999180b2595240df7f5e870281382d9d",
    "billing_orgs_invitationsending": "4be04ef50e9f5722ed902e85a79e086c",
    "billing_orgs_membership": "02397c16bee8414a188a8d5960a6a1d3",
    "billing_orgs_only_buried()": "a5c94e9065344b156accb5aaf7be7df8",
    "billing_orgs_only_of_closed()": "0973a136c2b2c3aa89e1ae70b8c916e3",
    "billing_orgs_organization": "a661b345a06f8a7713bf5198005ecb99",
    "billing_orgs_organizationgrouppermission": "1669b9470bf76053099fc892e874832a",
    "billing_orgs_organizationuserpermission": "f426ce90d071ce45a32d04bcc0963251",
    "billing_orgs_refuse()": "a6374d4a278ed1a46858ce32c8d4dcc9",
    "billing_orgs_refuse_taken_names()": "aea448c087acbe028a3deaecb758e2a0",
    "billing_orgs_sentemail": "5f1f54cf13faf19c3d375903f8b73797",
    "billing_orgs_tombstone": "1c04c8dadfa8d20308c15ae9f343ab70",
    "billing_reads_opt_in": "73e450c47d4abef3e73a46928368a7a2",
    "billing_reads_suspension": "885daad31b541cb14ae02b71a11a2e88",
    "billing_reconciliation": "e279005985fa1d32a92656058b64ba6e",
    "billing_registered_tag": "29328b4eaf20faafd754845d32b4c45e",
    "billing_revision": "fab1ddb63fcf09bf4cc0b55c0a8aab62",
    "billing_run": "cfd10ffc1eb499e366061aa517974224",
    "billing_run_change": "443fcd0279ddbad158928f4af4651f47",
    "billing_run_credit": "b88eeb0d1b470d32aa89e50d7159ee80",
    "billing_staged_run": "3185b0993d302e68534cf2cedfd3d1a5",
    "billing_unit_price": "9ba512ec6301d00b29a3fdc111e02289",
    "billing_usage_day": "5994f60081dd7eb5d4d2db685f75abb7",
    "billing_usage_quarter_hour": "60331d4ed6ff8ebdb905213dd4f41502",
    "billing_voided_run": "0a876faf533cda82ef28e42bbbab612e",
}
FACTS = r"""
    SELECT c.relname::text AS name, concat_ws(' ', 'column', attname, attnotnull, atthasdef, CASE WHEN NOT EXISTS (
        SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = c.oid AND attnum = ANY (conkey)
    ) THEN format_type(atttypid, atttypmod) END) AS fact
    FROM pg_class c JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT c.relname, concat_ws(' ', 'index', i.relname, indisunique, indpred IS NOT NULL, (
        SELECT string_agg(coalesce(attname, '()'), ',' ORDER BY place)
        FROM unnest(indkey::int2[]) WITH ORDINALITY AS key (number, place)
        LEFT JOIN pg_attribute ON attrelid = c.oid AND attnum = number AND number > 0
    ))
    FROM pg_index JOIN pg_class i ON i.oid = indexrelid JOIN pg_class c ON c.oid = indrelid
    WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT relname, concat_ws(' ', 'constraint', conname) FROM pg_constraint JOIN pg_class c ON c.oid = conrelid
    WHERE contype IN ('c', 'p', 'u') AND relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT relname, concat_ws(' ', 'trigger', tgname, tgenabled, tgtype, proname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_proc p ON p.oid = tgfoid
    WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT proname || '()', prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""
CHECK = f"""
DO $$
DECLARE
    differing text;
BEGIN
    WITH facts AS ({FACTS}),
    made AS (SELECT name, md5(string_agg(fact, E'\\n' ORDER BY fact COLLATE "C")) AS digest FROM facts GROUP BY name),
    expected (name, digest) AS (VALUES {", ".join(f"('{name}', '{digest}')" for name, digest in EXPECTED.items())})
    SELECT string_agg(name, ', ' ORDER BY name) INTO differing
    FROM expected LEFT JOIN made USING (name) WHERE made.digest IS DISTINCT FROM expected.digest;
    IF differing IS NOT NULL THEN
        RAISE EXCEPTION 'This database was made before release 0.9.0, by migrations that were rewritten since. These'
            ' differ from what they make now: %.', differing
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Keep this database for the version that wrote'
                ' it, and migrate an empty one. `make run FRESH=1` deletes the data of `make run`.';
    END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("billing_access", "0011_ledger_of_deleted_organizations"),
        ("billing_audit", "0006_restores"),
        ("billing_orgs", "0005_end_of_organizations"),
    ]

    operations = [migrations.RunSQL(CHECK, migrations.RunSQL.noop)]
