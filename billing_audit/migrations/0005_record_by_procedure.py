from django.db import migrations

# The procedures write with the rights of the tables' owner (SECURITY DEFINER), so that no other role needs the right to
# insert. PL/pgSQL keeps the plans of their statements, so that a call that was not prepared costs what a prepared INSERT
# did. Whatever the session's search_path is, every name means the catalog's object or is written with its schema.
EVENT = """
    event_id uuid, log text, action text, outcome text, reason_code text, actor_kind text, actor_id text,
    target_kind text, target_id text, request_id text, body_before_time text, body_after_time text,
    personal_salt bytea, personal jsonb,
    texts_salt bytea DEFAULT NULL, texts jsonb DEFAULT NULL, figures_salt bytea DEFAULT NULL, figures jsonb DEFAULT NULL
"""
RECORD = f"""
CREATE PROCEDURE public.billing_audit_record({EVENT})
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- The first 48 bits of a version 7 UUID are milliseconds since 1970.
    made_at CONSTANT bigint := ('x' || translate(left(event_id::text, 13), '-', ''))::bit(48)::bigint;
BEGIN
    -- An id decides the month's partition, and where the event stands in the log.
    IF abs(made_at - date_part('epoch', statement_timestamp()) * 1000) > 86400000 THEN
        RAISE EXCEPTION 'The id of event % is of %, more than a day from the database''s time',
            event_id, to_timestamp(made_at / 1000.0)
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Set the clock of the machine that wrote it.';
    END IF;
    -- The column `recorded_at` takes its default, the database's clock. The body gets the same instant, because
    -- statement_timestamp() is constant within a statement of the client.
    INSERT INTO public.billing_audit_event (id, organization_id, action, outcome, reason_code, actor_kind, actor_id,
                                            target_kind, target_id, request_id, body)
    VALUES (event_id, log, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id,
            body_before_time || to_char(statement_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                || body_after_time);
    INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data)
    VALUES (event_id, 'personal', log, personal_salt, personal);
    IF texts IS NOT NULL THEN
        INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data)
        VALUES (event_id, 'texts', log, texts_salt, texts);
    END IF;
    IF figures IS NOT NULL THEN
        INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data)
        VALUES (event_id, 'figures', log, figures_salt, figures);
    END IF;
    INSERT INTO public.billing_audit_unsealed (event_id, organization_id) VALUES (event_id, log);
END $$;
"""
# The row lock on billing_audit_repeat serializes simultaneous denials, so the count is exact and none is dropped.
RECORD_DENIAL = f"""
CREATE PROCEDURE public.billing_audit_record_denial(
    INOUT is_written boolean, denial_fingerprint bytea, most_events bigint, {EVENT})
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.billing_audit_repeat AS r (fingerprint, minute, organization_id, first_event_id, count)
    VALUES (denial_fingerprint, date_trunc('minute', statement_timestamp(), 'UTC'), log, event_id, 1)
    ON CONFLICT (fingerprint, minute) DO UPDATE SET count = r.count + 1
    RETURNING r.count <= most_events INTO is_written;
    IF is_written THEN
        CALL public.billing_audit_record(
            event_id, log, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id,
            body_before_time, body_after_time, personal_salt, personal, texts_salt, texts, figures_salt, figures);
    END IF;
END $$;
"""
NAMES = "public.billing_audit_record, public.billing_audit_record_denial"


class Migration(migrations.Migration):
    dependencies = [("billing_audit", "0004_statements")]

    operations = [
        migrations.RunSQL(RECORD + RECORD_DENIAL, f"DROP PROCEDURE {NAMES};"),
        # In a new function or procedure PUBLIC may run it.
        migrations.RunSQL(f"REVOKE ALL ON PROCEDURE {NAMES} FROM PUBLIC;", migrations.RunSQL.noop),
    ]
