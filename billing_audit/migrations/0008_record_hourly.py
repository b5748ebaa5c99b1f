from django.db import migrations

# As in 0005_record_by_procedure.
EVENT = """
    event_id uuid, log text, action text, outcome text, reason_code text, actor_kind text, actor_id text,
    target_kind text, target_id text, request_id text, body_before_time text, body_after_time text,
    personal_salt bytea, personal jsonb,
    texts_salt bytea DEFAULT NULL, texts jsonb DEFAULT NULL, figures_salt bytea DEFAULT NULL, figures jsonb DEFAULT NULL
"""
# Like billing_audit_record_denial, for what is allowed each time, and within an hour.
RECORD_HOURLY = f"""
CREATE PROCEDURE public.billing_audit_record_hourly(
    INOUT is_written boolean, fingerprint_of_event bytea, {EVENT})
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.billing_audit_repeat AS r (fingerprint, minute, organization_id, first_event_id, count)
    VALUES (fingerprint_of_event, date_trunc('hour', statement_timestamp(), 'UTC'), log, event_id, 1)
    ON CONFLICT (fingerprint, minute) DO UPDATE SET count = r.count + 1
    RETURNING r.count = 1 INTO is_written;
    IF is_written THEN
        CALL public.billing_audit_record(
            event_id, log, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id,
            body_before_time, body_after_time, personal_salt, personal, texts_salt, texts, figures_salt, figures);
    END IF;
END $$;
"""
NAME = "public.billing_audit_record_hourly"


class Migration(migrations.Migration):
    dependencies = [("billing_audit", "0007_heartbeats")]

    operations = [
        migrations.RunSQL(RECORD_HOURLY, f"DROP PROCEDURE {NAME};"),
        # In a new function or procedure PUBLIC may run it.
        migrations.RunSQL(f"REVOKE ALL ON PROCEDURE {NAME} FROM PUBLIC;", migrations.RunSQL.noop),
    ]
