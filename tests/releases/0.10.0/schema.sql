-- The schema of release 0.10.0, by `make keep-release`, with pg_dump of PostgreSQL 18.

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.billing_audit_only_count_up() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.count <= OLD.count OR (NEW.fingerprint, NEW.minute, NEW.first_event_id) <>
            (OLD.fingerprint, OLD.minute, OLD.first_event_id)
            OR NEW.organization_id IS DISTINCT FROM OLD.organization_id THEN
        RAISE EXCEPTION '% refuses this UPDATE: count may only increase', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.billing_audit_only_erase_parts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (NEW.event_id, NEW.kind) <> (OLD.event_id, OLD.kind) OR NEW.organization_id IS DISTINCT FROM OLD.organization_id
            OR OLD.kind = 'figures' OR OLD.erased_by IS NOT NULL OR NEW.erased_by IS NULL
            OR NEW.data IS NOT NULL OR NEW.salt IS NOT NULL THEN
        RAISE EXCEPTION '% refuses this UPDATE: personal data and texts may only be erased, with the id of an event',
            TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.billing_audit_only_grow() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.log <> OLD.log OR NEW.size <= OLD.size THEN
        RAISE EXCEPTION '% refuses this UPDATE: a tree only grows', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE PROCEDURE public.billing_audit_record(IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea DEFAULT NULL::bytea, IN texts jsonb DEFAULT NULL::jsonb, IN figures_salt bytea DEFAULT NULL::bytea, IN figures jsonb DEFAULT NULL::jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE PROCEDURE public.billing_audit_record_denial(INOUT is_written boolean, IN denial_fingerprint bytea, IN most_events bigint, IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea DEFAULT NULL::bytea, IN texts jsonb DEFAULT NULL::jsonb, IN figures_salt bytea DEFAULT NULL::bytea, IN figures jsonb DEFAULT NULL::jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE PROCEDURE public.billing_audit_record_hourly(INOUT is_written boolean, IN fingerprint_of_event bytea, IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea DEFAULT NULL::bytea, IN texts jsonb DEFAULT NULL::jsonb, IN figures_salt bytea DEFAULT NULL::bytea, IN figures jsonb DEFAULT NULL::jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.billing_audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% refuses %: the audit log is append-only', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.billing_ledger_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM public.billing_orgs_tombstone t
                                    WHERE t.organization_pk = OLD.organization_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% refuses %: the ledger is append-only, and a further entry corrects it', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.billing_orgs_only_buried() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.billing_orgs_tombstone t WHERE t.organization_pk = OLD.id) THEN
        RAISE EXCEPTION '% refuses DELETE: only delete_organization deletes an organization', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION public.billing_orgs_only_of_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.billing_orgs_organization o
                   WHERE o.id = NEW.organization_pk AND o.public_id = NEW.organization_id
                     AND o.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION '% refuses this INSERT: no closed organization has this id', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.billing_orgs_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% refuses %', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.billing_orgs_refuse_taken_names() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_account (
    organization_id bigint NOT NULL,
    billing_tier character varying(40) NOT NULL,
    billing_mode character varying(10) NOT NULL,
    low_balance_threshold_usd numeric(20,10),
    period_start_day smallint NOT NULL,
    revision bigint NOT NULL,
    fed_at timestamp with time zone,
    usage_through timestamp with time zone,
    balance_reconciled_at timestamp with time zone,
    entries_total_usd numeric(30,10) NOT NULL,
    usage_total_usd numeric(30,10) NOT NULL,
    revision_token uuid,
    stale_after_hours smallint,
    CONSTRAINT account_mode_is_known CHECK (((billing_mode)::text = ANY ((ARRAY['prepaid'::character varying, 'postpaid'::character varying])::text[]))),
    CONSTRAINT account_period_day_is_1_to_31 CHECK (((period_start_day >= 1) AND (period_start_day <= 31))),
    CONSTRAINT account_stale_after_is_1_to_8760 CHECK (((stale_after_hours >= 1) AND (stale_after_hours <= 8760))),
    CONSTRAINT billing_account_period_start_day_check CHECK ((period_start_day >= 0)),
    CONSTRAINT billing_account_stale_after_hours_check CHECK ((stale_after_hours >= 0))
);

CREATE TABLE public.billing_accounts_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

CREATE TABLE public.billing_accounts_emailchange (
    id bigint NOT NULL,
    old_email character varying(254) NOT NULL,
    new_email character varying(254) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    confirm_digest bytea,
    confirmed_at timestamp with time zone,
    undo_digest bytea,
    ended_at timestamp with time zone,
    user_id bigint NOT NULL
);

ALTER TABLE public.billing_accounts_emailchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_accounts_emailchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_accounts_endoflinks (
    id bigint NOT NULL,
    salt uuid NOT NULL,
    ended_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);

ALTER TABLE public.billing_accounts_endoflinks ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_accounts_endoflinks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    held_until timestamp with time zone,
    password_is_preset boolean NOT NULL,
    CONSTRAINT user_email_is_lower_case CHECK (((email)::text = lower((email)::text)))
);

CREATE TABLE public.billing_accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.billing_accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.billing_accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_alert_due (
    id bigint NOT NULL,
    organization_id bigint NOT NULL
);

ALTER TABLE public.billing_alert_due ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_alert_due_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_alert_firing (
    id bigint NOT NULL,
    bucket_start timestamp with time zone,
    tag_value text,
    step smallint DEFAULT 0 NOT NULL,
    figure numeric(30,10) NOT NULL,
    threshold numeric(30,10) NOT NULL,
    fired_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    is_over boolean DEFAULT true NOT NULL,
    resolved_at timestamp with time zone,
    rule_id uuid NOT NULL,
    CONSTRAINT billing_alert_firing_step_check CHECK ((step >= 0))
);

ALTER TABLE public.billing_alert_firing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_alert_firing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_alert_mute (
    id bigint NOT NULL,
    membership_id bigint NOT NULL,
    rule_id uuid NOT NULL
);

ALTER TABLE public.billing_alert_mute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_alert_mute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_alert_rule (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    amount_usd numeric(20,10),
    number integer,
    factor numeric(6,2),
    tag_key character varying(64) DEFAULT ''::character varying NOT NULL,
    tag_value text,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    begins_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    state character varying(10) DEFAULT 'unknown'::character varying NOT NULL,
    state_since timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    figure numeric(30,10),
    threshold numeric(30,10),
    evaluated_at timestamp with time zone,
    evaluate_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organization_id bigint NOT NULL,
    CONSTRAINT alert_rule_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['low_balance'::character varying, 'runs_out'::character varying, 'day_spend'::character varying, 'day_spike'::character varying, 'period_spend'::character varying, 'stale_feed'::character varying, 'unpriced_runs'::character varying])::text[]))),
    CONSTRAINT alert_rule_state_is_known CHECK (((state)::text = ANY ((ARRAY['ok'::character varying, 'firing'::character varying, 'unknown'::character varying])::text[]))),
    CONSTRAINT billing_alert_rule_number_check CHECK ((number >= 0))
);

CREATE TABLE public.billing_api_key (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    digest bytea NOT NULL,
    first_characters character varying(12) NOT NULL,
    last_characters character varying(4) NOT NULL,
    scopes character varying(40)[] NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    created_by_kind character varying(10) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    allowed_networks cidr[] NOT NULL,
    is_platform_key boolean NOT NULL,
    last_used_at timestamp with time zone,
    last_used_address inet,
    expiry_notice smallint,
    form_token uuid,
    created_by_id bigint,
    organization_id bigint NOT NULL,
    predecessor_id uuid,
    CONSTRAINT api_key_digest_is_sha256 CHECK ((octet_length(digest) = 32)),
    CONSTRAINT api_key_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT api_key_has_a_scope CHECK ((
CASE
    WHEN (scopes IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(scopes, 1), 0)
END > 0)),
    CONSTRAINT api_key_lives_366_days_at_most CHECK ((expires_at <= (created_at + '366 days'::interval))),
    CONSTRAINT api_key_networks_are_few CHECK ((
CASE
    WHEN (allowed_networks IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(allowed_networks, 1), 0)
END <= 50)),
    CONSTRAINT api_key_scopes_are_known CHECK ((scopes <@ ARRAY['audit:read'::character varying(40), 'billing.state:read'::character varying(40), 'billing.usage:read'::character varying(40), 'runs:read'::character varying(40)]))
);

CREATE TABLE public.billing_audit_checkpoint (
    log text NOT NULL,
    size bigint NOT NULL,
    note text NOT NULL
);

CREATE TABLE public.billing_audit_event (
    id uuid NOT NULL,
    organization_id text,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    reason_code text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text NOT NULL,
    target_kind text NOT NULL,
    target_id text NOT NULL,
    request_id text NOT NULL,
    body text NOT NULL
)
PARTITION BY RANGE (id);

CREATE TABLE public.billing_audit_event_rest (
    id uuid CONSTRAINT billing_audit_event_id_not_null NOT NULL,
    organization_id text,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT billing_audit_event_recorded_at_not_null NOT NULL,
    action text CONSTRAINT billing_audit_event_action_not_null NOT NULL,
    outcome text CONSTRAINT billing_audit_event_outcome_not_null NOT NULL,
    reason_code text CONSTRAINT billing_audit_event_reason_code_not_null NOT NULL,
    actor_kind text CONSTRAINT billing_audit_event_actor_kind_not_null NOT NULL,
    actor_id text CONSTRAINT billing_audit_event_actor_id_not_null NOT NULL,
    target_kind text CONSTRAINT billing_audit_event_target_kind_not_null NOT NULL,
    target_id text CONSTRAINT billing_audit_event_target_id_not_null NOT NULL,
    request_id text CONSTRAINT billing_audit_event_request_id_not_null NOT NULL,
    body text CONSTRAINT billing_audit_event_body_not_null NOT NULL
);

CREATE TABLE public.billing_audit_leaf (
    log text NOT NULL,
    place bigint NOT NULL,
    event_id uuid NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE public.billing_audit_node (
    log text NOT NULL,
    level smallint NOT NULL,
    place bigint NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE public.billing_audit_part (
    event_id uuid NOT NULL,
    kind text NOT NULL,
    organization_id text,
    salt bytea,
    data jsonb,
    erased_by uuid
)
PARTITION BY RANGE (event_id);

CREATE TABLE public.billing_audit_part_rest (
    event_id uuid CONSTRAINT billing_audit_part_event_id_not_null NOT NULL,
    kind text CONSTRAINT billing_audit_part_kind_not_null NOT NULL,
    organization_id text,
    salt bytea,
    data jsonb,
    erased_by uuid
);

CREATE TABLE public.billing_audit_repeat (
    fingerprint bytea NOT NULL,
    minute timestamp with time zone NOT NULL,
    organization_id text,
    first_event_id uuid NOT NULL,
    count bigint NOT NULL
)
PARTITION BY RANGE (minute);

CREATE TABLE public.billing_audit_repeat_rest (
    fingerprint bytea CONSTRAINT billing_audit_repeat_fingerprint_not_null NOT NULL,
    minute timestamp with time zone CONSTRAINT billing_audit_repeat_minute_not_null NOT NULL,
    organization_id text,
    first_event_id uuid CONSTRAINT billing_audit_repeat_first_event_id_not_null NOT NULL,
    count bigint CONSTRAINT billing_audit_repeat_count_not_null NOT NULL
);

CREATE TABLE public.billing_audit_statement (
    event_id uuid NOT NULL,
    log text NOT NULL,
    action text NOT NULL,
    note text NOT NULL
);

CREATE TABLE public.billing_audit_timeline (
    system bigint NOT NULL,
    timeline bigint NOT NULL,
    accepted_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);

CREATE TABLE public.billing_audit_tree (
    log text NOT NULL,
    size bigint NOT NULL,
    edge bytea NOT NULL
);

CREATE TABLE public.billing_audit_unsealed (
    event_id uuid NOT NULL,
    organization_id text
);

CREATE TABLE public.billing_balance_entry (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    amount_usd numeric(20,10) NOT NULL,
    reference character varying(120) NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    note character varying(200) NOT NULL,
    revision bigint NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organization_id bigint NOT NULL,
    CONSTRAINT balance_entry_is_not_zero CHECK ((NOT (amount_usd = (0)::numeric))),
    CONSTRAINT balance_entry_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['top_up'::character varying, 'grant'::character varying, 'refund'::character varying, 'adjustment'::character varying, 'expiry'::character varying, 'charge'::character varying])::text[])))
);

ALTER TABLE public.billing_balance_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_balance_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_batch (
    id bigint NOT NULL,
    started_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    finished_at timestamp with time zone,
    started_by character varying(200) NOT NULL,
    file character varying(255) NOT NULL,
    options jsonb NOT NULL,
    read bigint NOT NULL,
    inserted bigint NOT NULL,
    updated bigint NOT NULL,
    unchanged bigint NOT NULL,
    repeated bigint NOT NULL,
    stale bigint NOT NULL,
    refused bigint NOT NULL,
    corrected bigint NOT NULL,
    rounded bigint NOT NULL,
    unpriced bigint NOT NULL,
    total_cost_usd numeric(30,10) NOT NULL,
    llm_tokens_in numeric(30,0) NOT NULL,
    llm_tokens_out numeric(30,0) NOT NULL,
    usage_moved_usd numeric(30,10) NOT NULL,
    offset_usd numeric(30,10) NOT NULL,
    llm_tokens_cached numeric(30,0) NOT NULL
);

ALTER TABLE public.billing_batch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_heartbeat (
    process text NOT NULL,
    beat_at timestamp with time zone NOT NULL
);

CREATE TABLE public.billing_orgs_formerslug (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    given_up_at timestamp with time zone NOT NULL,
    organization_id bigint NOT NULL
);

ALTER TABLE public.billing_orgs_formerslug ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_orgs_formerslug_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_orgs_invitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    role character varying(10) NOT NULL,
    token_digest bytea,
    sending integer NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    revoked_at timestamp with time zone,
    invited_by_id bigint,
    organization_id bigint NOT NULL,
    CONSTRAINT billing_orgs_invitation_sending_check CHECK ((sending >= 0)),
    CONSTRAINT invitation_email_is_lower_case CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT invitation_role_is_known CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'admin'::character varying, 'billing'::character varying, 'auditor'::character varying, 'member'::character varying])::text[]))),
    CONSTRAINT invitation_token_digest_is_sha256 CHECK ((octet_length(token_digest) = 32))
);

ALTER TABLE public.billing_orgs_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_orgs_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_orgs_invitationsending (
    id bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    invitation_id bigint NOT NULL,
    sent_by_id bigint
);

ALTER TABLE public.billing_orgs_invitationsending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_orgs_invitationsending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_orgs_membership (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    organization_id bigint NOT NULL,
    hold_confirmed_until timestamp with time zone,
    CONSTRAINT membership_role_is_known CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'admin'::character varying, 'billing'::character varying, 'auditor'::character varying, 'member'::character varying])::text[])))
);

ALTER TABLE public.billing_orgs_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_orgs_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_orgs_mirror (
    organization_id bigint NOT NULL,
    since timestamp with time zone NOT NULL
);

CREATE TABLE public.billing_orgs_organization (
    id bigint NOT NULL,
    public_id character varying(18) NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(50) NOT NULL,
    external_id character varying(100),
    time_zone character varying(64) NOT NULL,
    requires_second_factor boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT organization_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE public.billing_orgs_organization ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_orgs_organization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_orgs_organizationgrouppermission (
    id bigint NOT NULL,
    content_object_id bigint CONSTRAINT billing_orgs_organizationgrouppermis_content_object_id_not_null NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.billing_orgs_organizationgrouppermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_orgs_organizationgrouppermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_orgs_organizationuserpermission (
    id bigint NOT NULL,
    content_object_id bigint CONSTRAINT billing_orgs_organizationuserpermiss_content_object_id_not_null NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.billing_orgs_organizationuserpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_orgs_organizationuserpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_orgs_sentemail (
    id uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL
);

CREATE TABLE public.billing_orgs_tombstone (
    name character varying(100) NOT NULL,
    organization_pk bigint NOT NULL,
    organization_id character varying(18) NOT NULL,
    deleted_at timestamp with time zone NOT NULL
);

CREATE TABLE public.billing_reads_opt_in (
    organization_id bigint NOT NULL,
    enabled boolean NOT NULL,
    enabled_until timestamp with time zone,
    version integer NOT NULL,
    reason text NOT NULL,
    changed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    changed_by_kind character varying(10) NOT NULL,
    changed_by_id bigint,
    CONSTRAINT billing_reads_opt_in_version_check CHECK ((version >= 0))
);

CREATE TABLE public.billing_reads_suspension (
    id bigint NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    lifted_at timestamp with time zone,
    lifted_reason text NOT NULL,
    organization_id bigint,
    CONSTRAINT suspension_has_a_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.billing_reads_suspension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_reads_suspension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_reconciliation (
    id bigint NOT NULL,
    reference character varying(120) NOT NULL,
    balance_usd numeric(20,10) NOT NULL,
    observed_at timestamp with time zone NOT NULL,
    difference_usd numeric(20,10) NOT NULL,
    revision bigint NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organization_id bigint NOT NULL
);

ALTER TABLE public.billing_reconciliation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_reconciliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_registered_tag (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    registered_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    filled_through timestamp with time zone,
    ready_at timestamp with time zone,
    organization_id bigint NOT NULL,
    CONSTRAINT registered_tag_has_a_key CHECK ((NOT ((key)::text = ''::text)))
);

ALTER TABLE public.billing_registered_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_registered_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_revision (
    revision bigint NOT NULL,
    token uuid NOT NULL,
    organization_id bigint NOT NULL
);

CREATE TABLE public.billing_run (
    id bigint NOT NULL,
    run_id character varying(100) NOT NULL,
    run_type character varying(20) NOT NULL,
    status character varying(12) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    modified_at timestamp with time zone,
    queued_at timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    total_cost_usd numeric(20,10),
    unit_price_usd numeric(20,10),
    cost_status character varying(8) NOT NULL,
    cost_updated_at timestamp with time zone NOT NULL,
    llm_tokens_in bigint,
    llm_tokens_out bigint,
    tags jsonb NOT NULL,
    first_revision bigint,
    revision bigint NOT NULL,
    organization_id bigint NOT NULL,
    batch_id bigint,
    llm_tokens_cached bigint,
    credited_usd numeric(20,10) DEFAULT 0 NOT NULL,
    cached_unit_price_usd numeric(20,10),
    cached_units numeric(20,10),
    units numeric(20,10),
    CONSTRAINT run_cached_tokens_are_part_of_those_in CHECK ((llm_tokens_cached <= llm_tokens_in)),
    CONSTRAINT run_cost_matches_its_status CHECK (((((cost_status)::text = 'unpriced'::text) AND (total_cost_usd IS NULL)) OR (((cost_status)::text = ANY ((ARRAY['accruing'::character varying, 'final'::character varying])::text[])) AND (total_cost_usd >= (0)::numeric)))),
    CONSTRAINT run_credited_is_part_of_final_cost CHECK (((credited_usd = (0)::numeric) OR (((cost_status)::text = 'final'::text) AND (credited_usd > (0)::numeric) AND (credited_usd <= total_cost_usd)))),
    CONSTRAINT run_in_usage_has_first_revision CHECK ((((first_revision IS NULL) AND (started_at IS NULL)) OR ((first_revision IS NOT NULL) AND (started_at IS NOT NULL)))),
    CONSTRAINT run_status_is_known CHECK (((status)::text = ANY ((ARRAY['created'::character varying, 'queued'::character varying, 'running'::character varying, 'paused'::character varying, 'timed_out'::character varying, 'failed'::character varying, 'terminated'::character varying, 'completed'::character varying, 'canceled'::character varying])::text[]))),
    CONSTRAINT run_type_is_known CHECK (((run_type)::text = ANY ((ARRAY['task_v1'::character varying, 'task_v2'::character varying, 'task_v3'::character varying, 'openai_cua'::character varying, 'anthropic_cua'::character varying, 'ui_tars'::character varying, 'yutori_navigator'::character varying, 'workflow_run'::character varying])::text[]))),
    CONSTRAINT run_units_have_a_price CHECK ((((cached_units IS NULL) AND (units IS NULL)) OR ((cached_units >= (0)::numeric) AND (total_cost_usd IS NOT NULL) AND (unit_price_usd IS NOT NULL) AND (units >= (0)::numeric))))
);

CREATE TABLE public.billing_run_change (
    batch_id bigint NOT NULL,
    run_id bigint NOT NULL
);

CREATE TABLE public.billing_run_credit (
    id bigint NOT NULL,
    run_id character varying(100) NOT NULL,
    amount_usd numeric(20,10) NOT NULL,
    reference character varying(120) NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    revision bigint NOT NULL,
    void_revision bigint,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organization_id bigint NOT NULL,
    CONSTRAINT run_credit_is_positive CHECK ((amount_usd > (0)::numeric))
);

ALTER TABLE public.billing_run_credit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_run_credit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.billing_staged_run (
    line bigint NOT NULL,
    run_id character varying(100) NOT NULL,
    run_type character varying(20),
    status character varying(12),
    created_at timestamp with time zone,
    modified_at timestamp with time zone,
    queued_at timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    total_cost_usd numeric(20,10),
    unit_price_usd numeric(20,10),
    cost_status character varying(8),
    llm_tokens_in bigint,
    llm_tokens_out bigint,
    tags jsonb,
    tag_columns jsonb,
    batch_id bigint NOT NULL,
    organization_id bigint NOT NULL,
    llm_tokens_cached bigint,
    cached_unit_price_usd numeric(20,10),
    cached_units numeric(20,10),
    units numeric(20,10)
);

CREATE TABLE public.billing_unit_price (
    id bigint NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    unit_price_usd numeric(20,10) NOT NULL,
    cached_unit_price_usd numeric(20,10),
    organization_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT unit_price_is_more_than_zero CHECK (((unit_price_usd > (0)::numeric) AND ((cached_unit_price_usd IS NULL) OR (cached_unit_price_usd >= (0)::numeric))))
);

ALTER TABLE public.billing_unit_price ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_unit_price_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_usage_day (
    id bigint NOT NULL,
    bucket_start timestamp with time zone NOT NULL,
    tag_key character varying(64) NOT NULL,
    tag_value text,
    total_cost_usd numeric(30,10) NOT NULL,
    run_count bigint NOT NULL,
    unpriced_run_count bigint NOT NULL,
    accruing_run_count bigint NOT NULL,
    llm_tokens_in numeric(30,0) NOT NULL,
    llm_tokens_out numeric(30,0) NOT NULL,
    organization_id bigint NOT NULL,
    llm_tokens_cached numeric(30,0) NOT NULL
);

ALTER TABLE public.billing_usage_day ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_usage_day_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_usage_quarter_hour (
    id bigint NOT NULL,
    bucket_start timestamp with time zone NOT NULL,
    tag_key character varying(64) NOT NULL,
    tag_value text,
    total_cost_usd numeric(30,10) NOT NULL,
    run_count bigint NOT NULL,
    unpriced_run_count bigint NOT NULL,
    accruing_run_count bigint NOT NULL,
    llm_tokens_in numeric(30,0) NOT NULL,
    llm_tokens_out numeric(30,0) NOT NULL,
    organization_id bigint NOT NULL,
    llm_tokens_cached numeric(30,0) NOT NULL
);

ALTER TABLE public.billing_usage_quarter_hour ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_usage_quarter_hour_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_voided_run (
    id bigint NOT NULL,
    run_type character varying(20) NOT NULL,
    status character varying(12) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    modified_at timestamp with time zone,
    queued_at timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    total_cost_usd numeric(20,10),
    unit_price_usd numeric(20,10),
    cost_status character varying(8) NOT NULL,
    llm_tokens_in bigint,
    llm_tokens_out bigint,
    tags jsonb NOT NULL,
    run_id character varying(100) NOT NULL,
    cost_updated_at timestamp with time zone NOT NULL,
    first_revision bigint,
    revision bigint NOT NULL,
    void_revision bigint NOT NULL,
    voided_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    batch_id bigint,
    organization_id bigint NOT NULL,
    llm_tokens_cached bigint,
    credited_usd numeric(20,10) DEFAULT 0 NOT NULL,
    cached_unit_price_usd numeric(20,10),
    cached_units numeric(20,10),
    units numeric(20,10)
);

ALTER TABLE public.billing_voided_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_voided_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_webhook_attempt (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    milliseconds integer NOT NULL,
    status smallint,
    error character varying(40) DEFAULT ''::character varying NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    delivery_id uuid NOT NULL,
    CONSTRAINT billing_webhook_attempt_milliseconds_check CHECK ((milliseconds >= 0)),
    CONSTRAINT billing_webhook_attempt_status_check CHECK ((status >= 0))
);

ALTER TABLE public.billing_webhook_attempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_webhook_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_webhook_delivery (
    id uuid NOT NULL,
    type character varying(40) NOT NULL,
    body text,
    log text,
    first_leaf bigint,
    next_leaf bigint,
    state character varying(10) DEFAULT 'waiting'::character varying NOT NULL,
    reason_code character varying(40) DEFAULT ''::character varying NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    attempt_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    ended_at timestamp with time zone,
    endpoint_id uuid NOT NULL,
    CONSTRAINT billing_webhook_delivery_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT webhook_delivery_state_is_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'delivered'::character varying, 'dropped'::character varying, 'failed'::character varying])::text[])))
);

CREATE TABLE public.billing_webhook_endpoint (
    id uuid NOT NULL,
    url text NOT NULL,
    topics character varying(20)[] NOT NULL,
    shape character varying(10) DEFAULT 'native'::character varying NOT NULL,
    secret text NOT NULL,
    former_secret text,
    former_secret_until timestamp with time zone,
    state character varying(10) DEFAULT 'pending'::character varying NOT NULL,
    state_since timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    last_success_at timestamp with time zone,
    last_failure_at timestamp with time zone,
    failing_since timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    rests_until timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    lease uuid,
    leased_until timestamp with time zone,
    log text,
    next_leaf bigint,
    form_token uuid,
    holder_id bigint,
    organization_id bigint,
    CONSTRAINT billing_webhook_endpoint_failures_check CHECK ((failures >= 0)),
    CONSTRAINT webhook_endpoint_state_is_known CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'active'::character varying, 'paused'::character varying, 'disabled'::character varying])::text[]))),
    CONSTRAINT webhook_endpoint_topics_are_known CHECK (((topics <@ ARRAY['alert'::character varying(20), 'audit.event'::character varying(20)]) AND (
CASE
    WHEN (topics IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(topics, 1), 0)
END > 0)))
);

CREATE TABLE public.billing_webhook_sender (
    id uuid NOT NULL,
    beat_at timestamp with time zone NOT NULL
);

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.guardian_groupobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.guardian_groupobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_groupobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.guardian_userobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.guardian_userobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_userobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);

ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);

ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.billing_audit_event ATTACH PARTITION public.billing_audit_event_rest DEFAULT;

ALTER TABLE ONLY public.billing_audit_part ATTACH PARTITION public.billing_audit_part_rest DEFAULT;

ALTER TABLE ONLY public.billing_audit_repeat ATTACH PARTITION public.billing_audit_repeat_rest DEFAULT;

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_account
    ADD CONSTRAINT billing_account_pkey PRIMARY KEY (organization_id);

ALTER TABLE ONLY public.billing_accounts_cache
    ADD CONSTRAINT billing_accounts_cache_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.billing_accounts_emailchange
    ADD CONSTRAINT billing_accounts_emailchange_confirm_digest_key UNIQUE (confirm_digest);

ALTER TABLE ONLY public.billing_accounts_emailchange
    ADD CONSTRAINT billing_accounts_emailchange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_accounts_emailchange
    ADD CONSTRAINT billing_accounts_emailchange_undo_digest_key UNIQUE (undo_digest);

ALTER TABLE ONLY public.billing_accounts_endoflinks
    ADD CONSTRAINT billing_accounts_endoflinks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_accounts_user
    ADD CONSTRAINT billing_accounts_user_email_key UNIQUE (email);

ALTER TABLE ONLY public.billing_accounts_user_groups
    ADD CONSTRAINT billing_accounts_user_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_accounts_user_groups
    ADD CONSTRAINT billing_accounts_user_groups_user_id_group_id_4d8e7419_uniq UNIQUE (user_id, group_id);

ALTER TABLE ONLY public.billing_accounts_user
    ADD CONSTRAINT billing_accounts_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_accounts_user_user_permissions
    ADD CONSTRAINT billing_accounts_user_us_user_id_permission_id_29154482_uniq UNIQUE (user_id, permission_id);

ALTER TABLE ONLY public.billing_accounts_user_user_permissions
    ADD CONSTRAINT billing_accounts_user_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_alert_due
    ADD CONSTRAINT billing_alert_due_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_alert_firing
    ADD CONSTRAINT billing_alert_firing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_alert_mute
    ADD CONSTRAINT billing_alert_mute_once UNIQUE (rule_id, membership_id);

ALTER TABLE ONLY public.billing_alert_mute
    ADD CONSTRAINT billing_alert_mute_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_alert_rule
    ADD CONSTRAINT billing_alert_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_api_key
    ADD CONSTRAINT billing_api_key_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.billing_api_key
    ADD CONSTRAINT billing_api_key_form_token_key UNIQUE (form_token);

ALTER TABLE ONLY public.billing_api_key
    ADD CONSTRAINT billing_api_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_audit_checkpoint
    ADD CONSTRAINT billing_audit_checkpoint_pkey PRIMARY KEY (log, size);

ALTER TABLE ONLY public.billing_audit_event
    ADD CONSTRAINT billing_audit_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_audit_event_rest
    ADD CONSTRAINT billing_audit_event_rest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_audit_leaf
    ADD CONSTRAINT billing_audit_leaf_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY public.billing_audit_leaf
    ADD CONSTRAINT billing_audit_leaf_pkey PRIMARY KEY (log, place);

ALTER TABLE ONLY public.billing_audit_node
    ADD CONSTRAINT billing_audit_node_pkey PRIMARY KEY (log, level, place);

ALTER TABLE ONLY public.billing_audit_part
    ADD CONSTRAINT billing_audit_part_pkey PRIMARY KEY (event_id, kind);

ALTER TABLE ONLY public.billing_audit_part_rest
    ADD CONSTRAINT billing_audit_part_rest_pkey PRIMARY KEY (event_id, kind);

ALTER TABLE ONLY public.billing_audit_repeat
    ADD CONSTRAINT billing_audit_repeat_pkey PRIMARY KEY (fingerprint, minute);

ALTER TABLE ONLY public.billing_audit_repeat_rest
    ADD CONSTRAINT billing_audit_repeat_rest_pkey PRIMARY KEY (fingerprint, minute);

ALTER TABLE ONLY public.billing_audit_statement
    ADD CONSTRAINT billing_audit_statement_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.billing_audit_timeline
    ADD CONSTRAINT billing_audit_timeline_pkey PRIMARY KEY (system, timeline);

ALTER TABLE ONLY public.billing_audit_tree
    ADD CONSTRAINT billing_audit_tree_pkey PRIMARY KEY (log);

ALTER TABLE ONLY public.billing_audit_unsealed
    ADD CONSTRAINT billing_audit_unsealed_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.billing_balance_entry
    ADD CONSTRAINT billing_balance_entry_once UNIQUE (organization_id, reference);

ALTER TABLE ONLY public.billing_balance_entry
    ADD CONSTRAINT billing_balance_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_batch
    ADD CONSTRAINT billing_batch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_heartbeat
    ADD CONSTRAINT billing_heartbeat_pkey PRIMARY KEY (process);

ALTER TABLE ONLY public.billing_orgs_membership
    ADD CONSTRAINT billing_membership_once UNIQUE (organization_id, user_id);

ALTER TABLE ONLY public.billing_orgs_formerslug
    ADD CONSTRAINT billing_orgs_formerslug_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_invitation
    ADD CONSTRAINT billing_orgs_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_invitation
    ADD CONSTRAINT billing_orgs_invitation_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY public.billing_orgs_invitationsending
    ADD CONSTRAINT billing_orgs_invitationsending_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_membership
    ADD CONSTRAINT billing_orgs_membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_mirror
    ADD CONSTRAINT billing_orgs_mirror_pkey PRIMARY KEY (organization_id);

ALTER TABLE ONLY public.billing_orgs_organizationgrouppermission
    ADD CONSTRAINT billing_orgs_organizatio_group_id_permission_id_c_2db6dbc9_uniq UNIQUE (group_id, permission_id, content_object_id);

ALTER TABLE ONLY public.billing_orgs_organizationuserpermission
    ADD CONSTRAINT billing_orgs_organizatio_user_id_permission_id_co_7dc1c39b_uniq UNIQUE (user_id, permission_id, content_object_id);

ALTER TABLE ONLY public.billing_orgs_organization
    ADD CONSTRAINT billing_orgs_organization_external_id_key UNIQUE (external_id);

ALTER TABLE ONLY public.billing_orgs_organization
    ADD CONSTRAINT billing_orgs_organization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_organization
    ADD CONSTRAINT billing_orgs_organization_public_id_key UNIQUE (public_id);

ALTER TABLE ONLY public.billing_orgs_organization
    ADD CONSTRAINT billing_orgs_organization_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.billing_orgs_organizationgrouppermission
    ADD CONSTRAINT billing_orgs_organizationgrouppermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_organizationuserpermission
    ADD CONSTRAINT billing_orgs_organizationuserpermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_sentemail
    ADD CONSTRAINT billing_orgs_sentemail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_orgs_tombstone
    ADD CONSTRAINT billing_orgs_tombstone_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.billing_reads_opt_in
    ADD CONSTRAINT billing_reads_opt_in_pkey PRIMARY KEY (organization_id);

ALTER TABLE ONLY public.billing_reads_suspension
    ADD CONSTRAINT billing_reads_suspension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_reconciliation
    ADD CONSTRAINT billing_reconciliation_once UNIQUE (organization_id, reference);

ALTER TABLE ONLY public.billing_reconciliation
    ADD CONSTRAINT billing_reconciliation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_registered_tag
    ADD CONSTRAINT billing_registered_tag_once UNIQUE (organization_id, key);

ALTER TABLE ONLY public.billing_registered_tag
    ADD CONSTRAINT billing_registered_tag_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_revision
    ADD CONSTRAINT billing_revision_pkey PRIMARY KEY (organization_id, revision);

ALTER TABLE ONLY public.billing_run_change
    ADD CONSTRAINT billing_run_change_pkey PRIMARY KEY (run_id, batch_id);

ALTER TABLE ONLY public.billing_run_credit
    ADD CONSTRAINT billing_run_credit_once UNIQUE (organization_id, reference);

ALTER TABLE ONLY public.billing_run_credit
    ADD CONSTRAINT billing_run_credit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_run
    ADD CONSTRAINT billing_run_once UNIQUE (organization_id, run_id);

ALTER TABLE ONLY public.billing_run
    ADD CONSTRAINT billing_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_staged_run
    ADD CONSTRAINT billing_staged_run_pkey PRIMARY KEY (batch_id, line);

ALTER TABLE ONLY public.billing_unit_price
    ADD CONSTRAINT billing_unit_price_once UNIQUE (organization_id, valid_from);

ALTER TABLE ONLY public.billing_unit_price
    ADD CONSTRAINT billing_unit_price_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_usage_day
    ADD CONSTRAINT billing_usage_day_once UNIQUE NULLS NOT DISTINCT (organization_id, tag_key, bucket_start, tag_value);

ALTER TABLE ONLY public.billing_usage_day
    ADD CONSTRAINT billing_usage_day_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_usage_quarter_hour
    ADD CONSTRAINT billing_usage_quarter_hour_once UNIQUE NULLS NOT DISTINCT (organization_id, tag_key, bucket_start, tag_value);

ALTER TABLE ONLY public.billing_usage_quarter_hour
    ADD CONSTRAINT billing_usage_quarter_hour_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_voided_run
    ADD CONSTRAINT billing_voided_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_webhook_attempt
    ADD CONSTRAINT billing_webhook_attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_webhook_delivery
    ADD CONSTRAINT billing_webhook_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_webhook_endpoint
    ADD CONSTRAINT billing_webhook_endpoint_form_token_key UNIQUE (form_token);

ALTER TABLE ONLY public.billing_webhook_endpoint
    ADD CONSTRAINT billing_webhook_endpoint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_webhook_sender
    ADD CONSTRAINT billing_webhook_sender_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectperm_group_id_permission_id_o_3f189f7c_uniq UNIQUE (group_id, permission_id, object_pk);

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectpermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermi_user_id_permission_id_ob_b0b3d2fc_uniq UNIQUE (user_id, permission_id, object_pk);

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);

ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX billing_accounts_cache_expires ON public.billing_accounts_cache USING btree (expires);

CREATE INDEX billing_accounts_emailchange_requested_at_0c1bb30e ON public.billing_accounts_emailchange USING btree (requested_at);

CREATE INDEX billing_accounts_emailchange_user_id_bff60748 ON public.billing_accounts_emailchange USING btree (user_id);

CREATE INDEX billing_accounts_user_email_28b2cbd6_like ON public.billing_accounts_user USING btree (email varchar_pattern_ops);

CREATE INDEX billing_accounts_user_groups_group_id_b4478b6f ON public.billing_accounts_user_groups USING btree (group_id);

CREATE INDEX billing_accounts_user_groups_user_id_fb132650 ON public.billing_accounts_user_groups USING btree (user_id);

CREATE INDEX billing_accounts_user_user_permissions_permission_id_520b3aac ON public.billing_accounts_user_user_permissions USING btree (permission_id);

CREATE INDEX billing_accounts_user_user_permissions_user_id_b3dc1803 ON public.billing_accounts_user_user_permissions USING btree (user_id);

CREATE INDEX billing_alert_due_by_org ON public.billing_alert_due USING btree (organization_id, id);

CREATE INDEX billing_alert_firing_fired_at_8a3eb07e ON public.billing_alert_firing USING btree (fired_at);

CREATE UNIQUE INDEX billing_alert_firing_once ON public.billing_alert_firing USING btree (rule_id, bucket_start, tag_value, step) NULLS NOT DISTINCT WHERE (bucket_start IS NOT NULL);

CREATE UNIQUE INDEX billing_alert_firing_open_once ON public.billing_alert_firing USING btree (rule_id) WHERE ((bucket_start IS NULL) AND (resolved_at IS NULL));

CREATE INDEX billing_alert_mute_membership_id_4a773307 ON public.billing_alert_mute USING btree (membership_id);

CREATE INDEX billing_alert_rule_by_time ON public.billing_alert_rule USING btree (evaluate_at);

CREATE UNIQUE INDEX billing_alert_rule_one_low_balance ON public.billing_alert_rule USING btree (organization_id) WHERE ((kind)::text = 'low_balance'::text);

CREATE INDEX billing_alert_rule_organization_id_40d9f375 ON public.billing_alert_rule USING btree (organization_id);

CREATE INDEX billing_api_key_by_org ON public.billing_api_key USING btree (organization_id, created_at DESC);

CREATE INDEX billing_api_key_created_by_id_1280b41b ON public.billing_api_key USING btree (created_by_id);

CREATE UNIQUE INDEX billing_api_key_has_one_successor_at_most ON public.billing_api_key USING btree (predecessor_id) WHERE (revoked_at IS NULL);

CREATE INDEX billing_api_key_organization_id_37896f68 ON public.billing_api_key USING btree (organization_id);

CREATE INDEX billing_api_key_predecessor_id_2cee6788 ON public.billing_api_key USING btree (predecessor_id);

CREATE INDEX billing_audit_by_action ON ONLY public.billing_audit_event USING btree (organization_id, action, id DESC);

CREATE INDEX billing_audit_by_actor ON ONLY public.billing_audit_event USING btree (organization_id, actor_kind, actor_id, id DESC);

CREATE INDEX billing_audit_by_address ON ONLY public.billing_audit_part USING btree (organization_id, ((data ->> 'address'::text)), event_id DESC) WHERE (kind = 'personal'::text);

CREATE INDEX billing_audit_by_first_event ON ONLY public.billing_audit_repeat USING btree (first_event_id);

CREATE INDEX billing_audit_by_organization ON ONLY public.billing_audit_event USING btree (organization_id, id DESC);

CREATE INDEX billing_audit_by_reason ON ONLY public.billing_audit_event USING btree (organization_id, reason_code, id DESC) WHERE (NOT (reason_code = ''::text));

CREATE INDEX billing_audit_by_request ON ONLY public.billing_audit_event USING btree (organization_id, request_id);

CREATE INDEX billing_audit_denied ON ONLY public.billing_audit_event USING btree (organization_id, id DESC) WHERE (outcome = 'denied'::text);

CREATE INDEX billing_audit_event_rest_organization_id_action_id_idx ON public.billing_audit_event_rest USING btree (organization_id, action, id DESC);

CREATE INDEX billing_audit_event_rest_organization_id_actor_kind_actor_i_idx ON public.billing_audit_event_rest USING btree (organization_id, actor_kind, actor_id, id DESC);

CREATE INDEX billing_audit_event_rest_organization_id_id_idx ON public.billing_audit_event_rest USING btree (organization_id, id DESC);

CREATE INDEX billing_audit_event_rest_organization_id_id_idx1 ON public.billing_audit_event_rest USING btree (organization_id, id DESC) WHERE (outcome = 'denied'::text);

CREATE INDEX billing_audit_event_rest_organization_id_reason_code_id_idx ON public.billing_audit_event_rest USING btree (organization_id, reason_code, id DESC) WHERE (NOT (reason_code = ''::text));

CREATE INDEX billing_audit_event_rest_organization_id_request_id_idx ON public.billing_audit_event_rest USING btree (organization_id, request_id);

CREATE INDEX billing_audit_of_key ON ONLY public.billing_audit_event USING btree (organization_id, target_id, id DESC) WHERE (target_kind = 'api_key'::text);

CREATE INDEX billing_audit_event_rest_organization_id_target_id_id_idx ON public.billing_audit_event_rest USING btree (organization_id, target_id, id DESC) WHERE (target_kind = 'api_key'::text);

CREATE INDEX billing_audit_names_of_log ON public.billing_audit_tree USING btree (split_part(log, '#'::text, 1));

CREATE INDEX billing_audit_newest_statement ON public.billing_audit_statement USING btree (log, action, event_id DESC);

CREATE INDEX billing_audit_part_rest_organization_id_expr_event_id_idx ON public.billing_audit_part_rest USING btree (organization_id, ((data ->> 'address'::text)), event_id DESC) WHERE (kind = 'personal'::text);

CREATE INDEX billing_audit_repeat_rest_first_event_id_idx ON public.billing_audit_repeat_rest USING btree (first_event_id);

CREATE INDEX billing_audit_tree_log_e11597fe_like ON public.billing_audit_tree USING btree (log text_pattern_ops);

CREATE INDEX billing_balance_entry_by_time ON public.billing_balance_entry USING btree (organization_id, occurred_at DESC, id DESC);

CREATE INDEX billing_balance_entry_organization_id_c547e0db ON public.billing_balance_entry USING btree (organization_id);

CREATE INDEX billing_email_change_new ON public.billing_accounts_emailchange USING btree (new_email);

CREATE INDEX billing_email_change_old ON public.billing_accounts_emailchange USING btree (old_email);

CREATE INDEX billing_heartbeat_process_35019c6c_like ON public.billing_heartbeat USING btree (process text_pattern_ops);

CREATE UNIQUE INDEX billing_invitation_open_once ON public.billing_orgs_invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));

CREATE INDEX billing_orgs_formerslug_organization_id_6e346815 ON public.billing_orgs_formerslug USING btree (organization_id);

CREATE INDEX billing_orgs_formerslug_slug_2368a414 ON public.billing_orgs_formerslug USING btree (slug);

CREATE INDEX billing_orgs_formerslug_slug_2368a414_like ON public.billing_orgs_formerslug USING btree (slug varchar_pattern_ops);

CREATE INDEX billing_orgs_invitation_invited_by_id_792416d2 ON public.billing_orgs_invitation USING btree (invited_by_id);

CREATE INDEX billing_orgs_invitation_organization_id_d3862972 ON public.billing_orgs_invitation USING btree (organization_id);

CREATE INDEX billing_orgs_invitationsending_invitation_id_f689b617 ON public.billing_orgs_invitationsending USING btree (invitation_id);

CREATE INDEX billing_orgs_invitationsending_sent_at_79bad632 ON public.billing_orgs_invitationsending USING btree (sent_at);

CREATE INDEX billing_orgs_invitationsending_sent_by_id_11ad7e9b ON public.billing_orgs_invitationsending USING btree (sent_by_id);

CREATE INDEX billing_orgs_membership_organization_id_d9dffbb9 ON public.billing_orgs_membership USING btree (organization_id);

CREATE INDEX billing_orgs_membership_user_id_dd7c9265 ON public.billing_orgs_membership USING btree (user_id);

CREATE INDEX billing_orgs_organization_external_id_1ed9f03d_like ON public.billing_orgs_organization USING btree (external_id varchar_pattern_ops);

CREATE INDEX billing_orgs_organization_public_id_7d15f776_like ON public.billing_orgs_organization USING btree (public_id varchar_pattern_ops);

CREATE INDEX billing_orgs_organization_slug_f9ff1fef_like ON public.billing_orgs_organization USING btree (slug varchar_pattern_ops);

CREATE INDEX billing_orgs_organizationg_content_object_id_d29f72c2 ON public.billing_orgs_organizationgrouppermission USING btree (content_object_id);

CREATE INDEX billing_orgs_organizationgrouppermission_group_id_9d43c7e9 ON public.billing_orgs_organizationgrouppermission USING btree (group_id);

CREATE INDEX billing_orgs_organizationgrouppermission_permission_id_159940e7 ON public.billing_orgs_organizationgrouppermission USING btree (permission_id);

CREATE INDEX billing_orgs_organizationu_content_object_id_d1d0f9da ON public.billing_orgs_organizationuserpermission USING btree (content_object_id);

CREATE INDEX billing_orgs_organizationuserpermission_permission_id_6967bca7 ON public.billing_orgs_organizationuserpermission USING btree (permission_id);

CREATE INDEX billing_orgs_organizationuserpermission_user_id_a1b75641 ON public.billing_orgs_organizationuserpermission USING btree (user_id);

CREATE INDEX billing_orgs_sentemail_sent_at_c1cf0583 ON public.billing_orgs_sentemail USING btree (sent_at);

CREATE INDEX billing_orgs_tombstone_name_e5cd45ac_like ON public.billing_orgs_tombstone USING btree (name varchar_pattern_ops);

CREATE INDEX billing_orgs_tombstone_organization_pk_734b95e1 ON public.billing_orgs_tombstone USING btree (organization_pk);

CREATE INDEX billing_reads_opt_in_changed_by_id_ef2a1073 ON public.billing_reads_opt_in USING btree (changed_by_id);

CREATE INDEX billing_reads_suspension_organization_id_e2e36172 ON public.billing_reads_suspension USING btree (organization_id);

CREATE INDEX billing_reconciliation_organization_id_11e726f8 ON public.billing_reconciliation USING btree (organization_id);

CREATE INDEX billing_registered_tag_organization_id_d0221b43 ON public.billing_registered_tag USING btree (organization_id);

CREATE INDEX billing_run_accruing ON public.billing_run USING btree (organization_id, started_at DESC, run_id DESC) INCLUDE (total_cost_usd) WHERE (((cost_status)::text = 'accruing'::text) AND (started_at IS NOT NULL));

CREATE INDEX billing_run_batch_id_c6b3a2b2 ON public.billing_run USING btree (batch_id);

CREATE INDEX billing_run_by_change ON public.billing_run USING btree (organization_id, revision, run_id) WHERE (started_at IS NOT NULL);

CREATE INDEX billing_run_by_start ON public.billing_run USING btree (organization_id, started_at DESC, run_id DESC) WHERE (started_at IS NOT NULL);

CREATE INDEX billing_run_change_batch_id_26e86714 ON public.billing_run_change USING btree (batch_id);

CREATE INDEX billing_run_credit_by_run ON public.billing_run_credit USING btree (organization_id, run_id);

CREATE UNIQUE INDEX billing_suspension_in_force_once ON public.billing_reads_suspension USING btree (organization_id) NULLS NOT DISTINCT WHERE (lifted_at IS NULL);

CREATE INDEX billing_voided_run_batch_id_8608a622 ON public.billing_voided_run USING btree (batch_id);

CREATE INDEX billing_voided_run_by_change ON public.billing_voided_run USING btree (organization_id, void_revision, revision, run_id) WHERE (started_at IS NOT NULL);

CREATE INDEX billing_voided_run_by_id ON public.billing_voided_run USING btree (organization_id, run_id);

CREATE INDEX billing_voided_run_by_start ON public.billing_voided_run USING btree (organization_id, void_revision, started_at, run_id) WHERE (started_at IS NOT NULL);

CREATE INDEX billing_voided_run_by_void ON public.billing_voided_run USING btree (organization_id, void_revision, run_id) WHERE (started_at IS NOT NULL);

CREATE INDEX billing_webhook_attempt_delivery_id_231f2e25 ON public.billing_webhook_attempt USING btree (delivery_id);

CREATE INDEX billing_webhook_delivery_due ON public.billing_webhook_delivery USING btree (endpoint_id, attempt_at) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX billing_webhook_delivery_log ON public.billing_webhook_delivery USING btree (endpoint_id, id DESC);

CREATE INDEX billing_webhook_endpoint_holder_id_b73d7817 ON public.billing_webhook_endpoint USING btree (holder_id);

CREATE INDEX billing_webhook_endpoint_organization_id_1a41af34 ON public.billing_webhook_endpoint USING btree (organization_id);

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX guardian_gr_group_i_9e7d12_idx ON public.guardian_groupobjectpermission USING btree (group_id, content_type_id, object_pk);

CREATE INDEX guardian_gr_permiss_83545c_idx ON public.guardian_groupobjectpermission USING btree (permission_id, group_id, content_type_id, object_pk);

CREATE INDEX guardian_groupobjectpermission_content_type_id_7ade36b8 ON public.guardian_groupobjectpermission USING btree (content_type_id);

CREATE INDEX guardian_groupobjectpermission_group_id_4bbbfb62 ON public.guardian_groupobjectpermission USING btree (group_id);

CREATE INDEX guardian_groupobjectpermission_permission_id_36572738 ON public.guardian_groupobjectpermission USING btree (permission_id);

CREATE INDEX guardian_us_permiss_e5749c_idx ON public.guardian_userobjectpermission USING btree (permission_id, user_id, content_type_id, object_pk);

CREATE INDEX guardian_us_user_id_8eae14_idx ON public.guardian_userobjectpermission USING btree (user_id, content_type_id, object_pk);

CREATE INDEX guardian_userobjectpermission_content_type_id_2e892405 ON public.guardian_userobjectpermission USING btree (content_type_id);

CREATE INDEX guardian_userobjectpermission_permission_id_71807bfc ON public.guardian_userobjectpermission USING btree (permission_id);

CREATE INDEX guardian_userobjectpermission_user_id_d5c1e964 ON public.guardian_userobjectpermission USING btree (user_id);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);

CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);

CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

ALTER INDEX public.billing_audit_by_action ATTACH PARTITION public.billing_audit_event_rest_organization_id_action_id_idx;

ALTER INDEX public.billing_audit_by_actor ATTACH PARTITION public.billing_audit_event_rest_organization_id_actor_kind_actor_i_idx;

ALTER INDEX public.billing_audit_by_organization ATTACH PARTITION public.billing_audit_event_rest_organization_id_id_idx;

ALTER INDEX public.billing_audit_denied ATTACH PARTITION public.billing_audit_event_rest_organization_id_id_idx1;

ALTER INDEX public.billing_audit_by_reason ATTACH PARTITION public.billing_audit_event_rest_organization_id_reason_code_id_idx;

ALTER INDEX public.billing_audit_by_request ATTACH PARTITION public.billing_audit_event_rest_organization_id_request_id_idx;

ALTER INDEX public.billing_audit_of_key ATTACH PARTITION public.billing_audit_event_rest_organization_id_target_id_id_idx;

ALTER INDEX public.billing_audit_event_pkey ATTACH PARTITION public.billing_audit_event_rest_pkey;

ALTER INDEX public.billing_audit_by_address ATTACH PARTITION public.billing_audit_part_rest_organization_id_expr_event_id_idx;

ALTER INDEX public.billing_audit_part_pkey ATTACH PARTITION public.billing_audit_part_rest_pkey;

ALTER INDEX public.billing_audit_by_first_event ATTACH PARTITION public.billing_audit_repeat_rest_first_event_id_idx;

ALTER INDEX public.billing_audit_repeat_pkey ATTACH PARTITION public.billing_audit_repeat_rest_pkey;

CREATE TRIGGER billing_audit_checkpoint_no_truncate BEFORE TRUNCATE ON public.billing_audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_checkpoint ENABLE ALWAYS TRIGGER billing_audit_checkpoint_no_truncate;

CREATE TRIGGER billing_audit_checkpoint_refuses BEFORE DELETE OR UPDATE ON public.billing_audit_checkpoint FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_checkpoint ENABLE ALWAYS TRIGGER billing_audit_checkpoint_refuses;

CREATE TRIGGER billing_audit_event_no_truncate BEFORE TRUNCATE ON public.billing_audit_event FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_event ENABLE ALWAYS TRIGGER billing_audit_event_no_truncate;

CREATE TRIGGER billing_audit_event_refuses BEFORE DELETE OR UPDATE ON public.billing_audit_event FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_event ENABLE ALWAYS TRIGGER billing_audit_event_refuses;

CREATE TRIGGER billing_audit_event_rest_no_truncate BEFORE TRUNCATE ON public.billing_audit_event_rest FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_event_rest ENABLE ALWAYS TRIGGER billing_audit_event_rest_no_truncate;

CREATE TRIGGER billing_audit_leaf_no_truncate BEFORE TRUNCATE ON public.billing_audit_leaf FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_leaf ENABLE ALWAYS TRIGGER billing_audit_leaf_no_truncate;

CREATE TRIGGER billing_audit_leaf_refuses BEFORE DELETE OR UPDATE ON public.billing_audit_leaf FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_leaf ENABLE ALWAYS TRIGGER billing_audit_leaf_refuses;

CREATE TRIGGER billing_audit_node_no_truncate BEFORE TRUNCATE ON public.billing_audit_node FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_node ENABLE ALWAYS TRIGGER billing_audit_node_no_truncate;

CREATE TRIGGER billing_audit_node_refuses BEFORE DELETE OR UPDATE ON public.billing_audit_node FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_node ENABLE ALWAYS TRIGGER billing_audit_node_refuses;

CREATE TRIGGER billing_audit_part_judges BEFORE UPDATE ON public.billing_audit_part FOR EACH ROW EXECUTE FUNCTION public.billing_audit_only_erase_parts();

ALTER TABLE public.billing_audit_part ENABLE ALWAYS TRIGGER billing_audit_part_judges;

CREATE TRIGGER billing_audit_part_no_truncate BEFORE TRUNCATE ON public.billing_audit_part FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_part ENABLE ALWAYS TRIGGER billing_audit_part_no_truncate;

CREATE TRIGGER billing_audit_part_refuses BEFORE DELETE ON public.billing_audit_part FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_part ENABLE ALWAYS TRIGGER billing_audit_part_refuses;

CREATE TRIGGER billing_audit_part_rest_no_truncate BEFORE TRUNCATE ON public.billing_audit_part_rest FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_part_rest ENABLE ALWAYS TRIGGER billing_audit_part_rest_no_truncate;

CREATE TRIGGER billing_audit_repeat_judges BEFORE UPDATE ON public.billing_audit_repeat FOR EACH ROW EXECUTE FUNCTION public.billing_audit_only_count_up();

ALTER TABLE public.billing_audit_repeat ENABLE ALWAYS TRIGGER billing_audit_repeat_judges;

CREATE TRIGGER billing_audit_repeat_no_truncate BEFORE TRUNCATE ON public.billing_audit_repeat FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_repeat ENABLE ALWAYS TRIGGER billing_audit_repeat_no_truncate;

CREATE TRIGGER billing_audit_repeat_refuses BEFORE DELETE ON public.billing_audit_repeat FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_repeat ENABLE ALWAYS TRIGGER billing_audit_repeat_refuses;

CREATE TRIGGER billing_audit_repeat_rest_no_truncate BEFORE TRUNCATE ON public.billing_audit_repeat_rest FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_repeat_rest ENABLE ALWAYS TRIGGER billing_audit_repeat_rest_no_truncate;

CREATE TRIGGER billing_audit_statement_no_truncate BEFORE TRUNCATE ON public.billing_audit_statement FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_statement ENABLE ALWAYS TRIGGER billing_audit_statement_no_truncate;

CREATE TRIGGER billing_audit_statement_refuses BEFORE DELETE OR UPDATE ON public.billing_audit_statement FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_statement ENABLE ALWAYS TRIGGER billing_audit_statement_refuses;

CREATE TRIGGER billing_audit_timeline_no_truncate BEFORE TRUNCATE ON public.billing_audit_timeline FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_timeline ENABLE ALWAYS TRIGGER billing_audit_timeline_no_truncate;

CREATE TRIGGER billing_audit_timeline_refuses BEFORE DELETE OR UPDATE ON public.billing_audit_timeline FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_timeline ENABLE ALWAYS TRIGGER billing_audit_timeline_refuses;

CREATE TRIGGER billing_audit_tree_judges BEFORE UPDATE ON public.billing_audit_tree FOR EACH ROW EXECUTE FUNCTION public.billing_audit_only_grow();

ALTER TABLE public.billing_audit_tree ENABLE ALWAYS TRIGGER billing_audit_tree_judges;

CREATE TRIGGER billing_audit_tree_no_truncate BEFORE TRUNCATE ON public.billing_audit_tree FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_tree ENABLE ALWAYS TRIGGER billing_audit_tree_no_truncate;

CREATE TRIGGER billing_audit_tree_refuses BEFORE DELETE ON public.billing_audit_tree FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_tree ENABLE ALWAYS TRIGGER billing_audit_tree_refuses;

CREATE TRIGGER billing_audit_unsealed_no_truncate BEFORE TRUNCATE ON public.billing_audit_unsealed FOR EACH STATEMENT EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_unsealed ENABLE ALWAYS TRIGGER billing_audit_unsealed_no_truncate;

CREATE TRIGGER billing_audit_unsealed_refuses BEFORE UPDATE ON public.billing_audit_unsealed FOR EACH ROW EXECUTE FUNCTION public.billing_audit_refuse();

ALTER TABLE public.billing_audit_unsealed ENABLE ALWAYS TRIGGER billing_audit_unsealed_refuses;

CREATE TRIGGER billing_balance_entry_no_truncate BEFORE TRUNCATE ON public.billing_balance_entry FOR EACH STATEMENT EXECUTE FUNCTION public.billing_ledger_refuse();

ALTER TABLE public.billing_balance_entry ENABLE ALWAYS TRIGGER billing_balance_entry_no_truncate;

CREATE TRIGGER billing_balance_entry_refuses BEFORE DELETE OR UPDATE ON public.billing_balance_entry FOR EACH ROW EXECUTE FUNCTION public.billing_ledger_refuse();

ALTER TABLE public.billing_balance_entry ENABLE ALWAYS TRIGGER billing_balance_entry_refuses;

CREATE TRIGGER billing_orgs_organization_names AFTER INSERT OR UPDATE OF slug, external_id, public_id ON public.billing_orgs_organization FOR EACH ROW EXECUTE FUNCTION public.billing_orgs_refuse_taken_names();

ALTER TABLE public.billing_orgs_organization ENABLE ALWAYS TRIGGER billing_orgs_organization_names;

CREATE TRIGGER billing_orgs_organization_no_truncate BEFORE TRUNCATE ON public.billing_orgs_organization FOR EACH STATEMENT EXECUTE FUNCTION public.billing_orgs_refuse();

ALTER TABLE public.billing_orgs_organization ENABLE ALWAYS TRIGGER billing_orgs_organization_no_truncate;

CREATE TRIGGER billing_orgs_organization_only_buried BEFORE DELETE ON public.billing_orgs_organization FOR EACH ROW EXECUTE FUNCTION public.billing_orgs_only_buried();

ALTER TABLE public.billing_orgs_organization ENABLE ALWAYS TRIGGER billing_orgs_organization_only_buried;

CREATE TRIGGER billing_orgs_tombstone_no_truncate BEFORE TRUNCATE ON public.billing_orgs_tombstone FOR EACH STATEMENT EXECUTE FUNCTION public.billing_orgs_refuse();

ALTER TABLE public.billing_orgs_tombstone ENABLE ALWAYS TRIGGER billing_orgs_tombstone_no_truncate;

CREATE TRIGGER billing_orgs_tombstone_only_of_closed BEFORE INSERT ON public.billing_orgs_tombstone FOR EACH ROW EXECUTE FUNCTION public.billing_orgs_only_of_closed();

ALTER TABLE public.billing_orgs_tombstone ENABLE ALWAYS TRIGGER billing_orgs_tombstone_only_of_closed;

CREATE TRIGGER billing_orgs_tombstone_refuses BEFORE DELETE OR UPDATE ON public.billing_orgs_tombstone FOR EACH ROW EXECUTE FUNCTION public.billing_orgs_refuse();

ALTER TABLE public.billing_orgs_tombstone ENABLE ALWAYS TRIGGER billing_orgs_tombstone_refuses;

CREATE TRIGGER billing_reconciliation_no_truncate BEFORE TRUNCATE ON public.billing_reconciliation FOR EACH STATEMENT EXECUTE FUNCTION public.billing_ledger_refuse();

ALTER TABLE public.billing_reconciliation ENABLE ALWAYS TRIGGER billing_reconciliation_no_truncate;

CREATE TRIGGER billing_reconciliation_refuses BEFORE DELETE OR UPDATE ON public.billing_reconciliation FOR EACH ROW EXECUTE FUNCTION public.billing_ledger_refuse();

ALTER TABLE public.billing_reconciliation ENABLE ALWAYS TRIGGER billing_reconciliation_refuses;

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_account
    ADD CONSTRAINT billing_account_organization_id_3edcf266_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_accounts_emailchange
    ADD CONSTRAINT billing_accounts_ema_user_id_bff60748_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_accounts_user_user_permissions
    ADD CONSTRAINT billing_accounts_use_permission_id_520b3aac_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_accounts_user_user_permissions
    ADD CONSTRAINT billing_accounts_use_user_id_b3dc1803_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_accounts_user_groups
    ADD CONSTRAINT billing_accounts_use_user_id_fb132650_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_accounts_user_groups
    ADD CONSTRAINT billing_accounts_user_groups_group_id_b4478b6f_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_alert_firing
    ADD CONSTRAINT billing_alert_firing_rule_id_8b5cdd16_fk_billing_alert_rule_id FOREIGN KEY (rule_id) REFERENCES public.billing_alert_rule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_alert_mute
    ADD CONSTRAINT billing_alert_mute_rule_id_36ce3f05_fk_billing_alert_rule_id FOREIGN KEY (rule_id) REFERENCES public.billing_alert_rule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_alert_rule
    ADD CONSTRAINT billing_alert_rule_organization_id_40d9f375_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_api_key
    ADD CONSTRAINT billing_api_key_created_by_id_1280b41b_fk_billing_a FOREIGN KEY (created_by_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_api_key
    ADD CONSTRAINT billing_api_key_organization_id_37896f68_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_api_key
    ADD CONSTRAINT billing_api_key_predecessor_id_2cee6788_fk_billing_api_key_id FOREIGN KEY (predecessor_id) REFERENCES public.billing_api_key(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_balance_entry
    ADD CONSTRAINT billing_balance_entr_organization_id_c547e0db_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_formerslug
    ADD CONSTRAINT billing_orgs_formers_organization_id_6e346815_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_invitationsending
    ADD CONSTRAINT billing_orgs_invitat_invitation_id_f689b617_fk_billing_o FOREIGN KEY (invitation_id) REFERENCES public.billing_orgs_invitation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_invitation
    ADD CONSTRAINT billing_orgs_invitat_invited_by_id_792416d2_fk_billing_a FOREIGN KEY (invited_by_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_invitation
    ADD CONSTRAINT billing_orgs_invitat_organization_id_d3862972_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_invitationsending
    ADD CONSTRAINT billing_orgs_invitat_sent_by_id_11ad7e9b_fk_billing_a FOREIGN KEY (sent_by_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_membership
    ADD CONSTRAINT billing_orgs_members_organization_id_d9dffbb9_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_membership
    ADD CONSTRAINT billing_orgs_members_user_id_dd7c9265_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_mirror
    ADD CONSTRAINT billing_orgs_mirror_organization_id_19fcd3ac_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_organizationuserpermission
    ADD CONSTRAINT billing_orgs_organiz_content_object_id_d1d0f9da_fk_billing_o FOREIGN KEY (content_object_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_organizationgrouppermission
    ADD CONSTRAINT billing_orgs_organiz_content_object_id_d29f72c2_fk_billing_o FOREIGN KEY (content_object_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_organizationgrouppermission
    ADD CONSTRAINT billing_orgs_organiz_group_id_9d43c7e9_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_organizationgrouppermission
    ADD CONSTRAINT billing_orgs_organiz_permission_id_159940e7_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_organizationuserpermission
    ADD CONSTRAINT billing_orgs_organiz_permission_id_6967bca7_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_orgs_organizationuserpermission
    ADD CONSTRAINT billing_orgs_organiz_user_id_a1b75641_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_reads_opt_in
    ADD CONSTRAINT billing_reads_opt_in_changed_by_id_ef2a1073_fk_billing_a FOREIGN KEY (changed_by_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_reads_opt_in
    ADD CONSTRAINT billing_reads_opt_in_organization_id_2e444685_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_reads_suspension
    ADD CONSTRAINT billing_reads_suspen_organization_id_e2e36172_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_reconciliation
    ADD CONSTRAINT billing_reconciliati_organization_id_11e726f8_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_registered_tag
    ADD CONSTRAINT billing_registered_t_organization_id_d0221b43_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_revision
    ADD CONSTRAINT billing_revision_organization_id_51a94ea4_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_run_change
    ADD CONSTRAINT billing_run_change_batch_id_26e86714_fk_billing_batch_id FOREIGN KEY (batch_id) REFERENCES public.billing_batch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_run_change
    ADD CONSTRAINT billing_run_change_run_id_f0241a97_fk_billing_run_id FOREIGN KEY (run_id) REFERENCES public.billing_run(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_run_credit
    ADD CONSTRAINT billing_run_credit_organization_id_83630f3c_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_run
    ADD CONSTRAINT billing_run_organization_id_be38cc36_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_unit_price
    ADD CONSTRAINT billing_unit_price_organization_id_b0cee382_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_usage_day
    ADD CONSTRAINT billing_usage_day_organization_id_7256cba6_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_usage_quarter_hour
    ADD CONSTRAINT billing_usage_quarte_organization_id_9a8bcdea_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_voided_run
    ADD CONSTRAINT billing_voided_run_organization_id_b9828825_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_webhook_attempt
    ADD CONSTRAINT billing_webhook_atte_delivery_id_231f2e25_fk_billing_w FOREIGN KEY (delivery_id) REFERENCES public.billing_webhook_delivery(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_webhook_delivery
    ADD CONSTRAINT billing_webhook_deli_endpoint_id_3c4462c4_fk_billing_w FOREIGN KEY (endpoint_id) REFERENCES public.billing_webhook_endpoint(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_webhook_endpoint
    ADD CONSTRAINT billing_webhook_endp_holder_id_b73d7817_fk_billing_a FOREIGN KEY (holder_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_webhook_endpoint
    ADD CONSTRAINT billing_webhook_endp_organization_id_1a41af34_fk_billing_o FOREIGN KEY (organization_id) REFERENCES public.billing_orgs_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_billing_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_content_type_id_7ade36b8_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_group_id_4bbbfb62_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_permission_id_36572738_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_content_type_id_2e892405_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_permission_id_71807bfc_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_user_id_d5c1e964_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_billing_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_billing_a FOREIGN KEY (user_id) REFERENCES public.billing_accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

GRANT USAGE ON SCHEMA public TO billing_access_app;
GRANT USAGE ON SCHEMA public TO billing_access_sealer;
GRANT USAGE ON SCHEMA public TO billing_access_auditor;

REVOKE ALL ON PROCEDURE public.billing_audit_record(IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) FROM PUBLIC;
GRANT ALL ON PROCEDURE public.billing_audit_record(IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) TO billing_access_app;
GRANT ALL ON PROCEDURE public.billing_audit_record(IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) TO billing_access_auditor;
GRANT ALL ON PROCEDURE public.billing_audit_record(IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) TO billing_access_sealer;

REVOKE ALL ON PROCEDURE public.billing_audit_record_denial(INOUT is_written boolean, IN denial_fingerprint bytea, IN most_events bigint, IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) FROM PUBLIC;
GRANT ALL ON PROCEDURE public.billing_audit_record_denial(INOUT is_written boolean, IN denial_fingerprint bytea, IN most_events bigint, IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) TO billing_access_app;

REVOKE ALL ON PROCEDURE public.billing_audit_record_hourly(INOUT is_written boolean, IN fingerprint_of_event bytea, IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) FROM PUBLIC;
GRANT ALL ON PROCEDURE public.billing_audit_record_hourly(INOUT is_written boolean, IN fingerprint_of_event bytea, IN event_id uuid, IN log text, IN action text, IN outcome text, IN reason_code text, IN actor_kind text, IN actor_id text, IN target_kind text, IN target_id text, IN request_id text, IN body_before_time text, IN body_after_time text, IN personal_salt bytea, IN personal jsonb, IN texts_salt bytea, IN texts jsonb, IN figures_salt bytea, IN figures jsonb) TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO billing_access_app;

GRANT USAGE ON SEQUENCE public.account_emailaddress_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO billing_access_app;

GRANT USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO billing_access_app;

GRANT USAGE ON SEQUENCE public.auth_group_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO billing_access_app;

GRANT USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO billing_access_app;

GRANT USAGE ON SEQUENCE public.auth_permission_id_seq TO billing_access_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.billing_account TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_accounts_cache TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_accounts_emailchange TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_accounts_emailchange_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_accounts_endoflinks TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_accounts_endoflinks_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_accounts_user TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_accounts_user_groups TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_accounts_user_groups_id_seq TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_accounts_user_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_accounts_user_user_permissions TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_accounts_user_user_permissions_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_alert_due TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_alert_due_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_alert_firing TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_alert_firing_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_alert_mute TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_alert_mute_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_alert_rule TO billing_access_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.billing_api_key TO billing_access_app;

GRANT SELECT ON TABLE public.billing_audit_checkpoint TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_checkpoint TO billing_access_auditor;
GRANT SELECT,INSERT ON TABLE public.billing_audit_checkpoint TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_event TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_event TO billing_access_auditor;
GRANT SELECT ON TABLE public.billing_audit_event TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_event_rest TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_event_rest TO billing_access_auditor;

GRANT SELECT ON TABLE public.billing_audit_leaf TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_leaf TO billing_access_auditor;
GRANT SELECT,INSERT ON TABLE public.billing_audit_leaf TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_node TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_node TO billing_access_auditor;
GRANT SELECT,INSERT ON TABLE public.billing_audit_node TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_part TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_part TO billing_access_auditor;
GRANT SELECT ON TABLE public.billing_audit_part TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_part_rest TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_part_rest TO billing_access_auditor;

GRANT SELECT ON TABLE public.billing_audit_repeat TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_repeat TO billing_access_auditor;
GRANT SELECT ON TABLE public.billing_audit_repeat TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_repeat_rest TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_repeat_rest TO billing_access_auditor;

GRANT SELECT ON TABLE public.billing_audit_statement TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_statement TO billing_access_auditor;
GRANT SELECT ON TABLE public.billing_audit_statement TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_timeline TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_timeline TO billing_access_auditor;
GRANT SELECT ON TABLE public.billing_audit_timeline TO billing_access_sealer;

GRANT INSERT(system) ON TABLE public.billing_audit_timeline TO billing_access_app;
GRANT INSERT(system) ON TABLE public.billing_audit_timeline TO billing_access_sealer;

GRANT INSERT(timeline) ON TABLE public.billing_audit_timeline TO billing_access_app;
GRANT INSERT(timeline) ON TABLE public.billing_audit_timeline TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_tree TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_tree TO billing_access_auditor;
GRANT SELECT,INSERT ON TABLE public.billing_audit_tree TO billing_access_sealer;

GRANT UPDATE(size) ON TABLE public.billing_audit_tree TO billing_access_sealer;

GRANT UPDATE(edge) ON TABLE public.billing_audit_tree TO billing_access_sealer;

GRANT SELECT ON TABLE public.billing_audit_unsealed TO billing_access_app;
GRANT SELECT ON TABLE public.billing_audit_unsealed TO billing_access_auditor;
GRANT SELECT,DELETE ON TABLE public.billing_audit_unsealed TO billing_access_sealer;

GRANT UPDATE(organization_id) ON TABLE public.billing_audit_unsealed TO billing_access_sealer;

GRANT SELECT,INSERT ON TABLE public.billing_balance_entry TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_balance_entry_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_batch TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_batch_id_seq TO billing_access_app;

GRANT SELECT ON TABLE public.billing_heartbeat TO billing_access_app;
GRANT SELECT ON TABLE public.billing_heartbeat TO billing_access_auditor;
GRANT SELECT,INSERT ON TABLE public.billing_heartbeat TO billing_access_sealer;

GRANT UPDATE(beat_at) ON TABLE public.billing_heartbeat TO billing_access_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_formerslug TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_orgs_formerslug_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_invitation TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_orgs_invitation_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_invitationsending TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_orgs_invitationsending_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_membership TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_orgs_membership_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_mirror TO billing_access_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.billing_orgs_organization TO billing_access_app;
GRANT SELECT ON TABLE public.billing_orgs_organization TO billing_access_auditor;

GRANT USAGE ON SEQUENCE public.billing_orgs_organization_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_organizationgrouppermission TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_orgs_organizationgrouppermission_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_organizationuserpermission TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_orgs_organizationuserpermission_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_orgs_sentemail TO billing_access_app;

GRANT SELECT ON TABLE public.billing_orgs_tombstone TO billing_access_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.billing_reads_opt_in TO billing_access_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.billing_reads_suspension TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_reads_suspension_id_seq TO billing_access_app;

GRANT SELECT,INSERT ON TABLE public.billing_reconciliation TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_reconciliation_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_registered_tag TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_registered_tag_id_seq TO billing_access_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.billing_revision TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_run TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_run_change TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_run_credit TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_run_credit_id_seq TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_run_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_staged_run TO billing_access_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.billing_unit_price TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_unit_price_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_usage_day TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_usage_day_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_usage_quarter_hour TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_usage_quarter_hour_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_voided_run TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_voided_run_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_webhook_attempt TO billing_access_app;

GRANT USAGE ON SEQUENCE public.billing_webhook_attempt_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_webhook_delivery TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_webhook_endpoint TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_webhook_sender TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_admin_log TO billing_access_app;

GRANT USAGE ON SEQUENCE public.django_admin_log_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO billing_access_app;

GRANT USAGE ON SEQUENCE public.django_content_type_id_seq TO billing_access_app;

GRANT SELECT ON TABLE public.django_migrations TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.guardian_groupobjectpermission TO billing_access_app;

GRANT USAGE ON SEQUENCE public.guardian_groupobjectpermission_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.guardian_userobjectpermission TO billing_access_app;

GRANT USAGE ON SEQUENCE public.guardian_userobjectpermission_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO billing_access_app;

GRANT USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO billing_access_app;

GRANT USAGE ON SEQUENCE public.procrastinate_events_id_seq TO billing_access_app;

GRANT USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO billing_access_app;

GRANT USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO billing_access_app;

GRANT USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialaccount TO billing_access_app;

GRANT USAGE ON SEQUENCE public.socialaccount_socialaccount_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialapp TO billing_access_app;

GRANT USAGE ON SEQUENCE public.socialaccount_socialapp_id_seq TO billing_access_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialtoken TO billing_access_app;

GRANT USAGE ON SEQUENCE public.socialaccount_socialtoken_id_seq TO billing_access_app;


INSERT INTO public.django_content_type (id, app_label, model) VALUES (1, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (2, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (3, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (4, 'procrastinate', 'procrastinateworker');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (5, 'account', 'emailaddress');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (6, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (7, 'mfa', 'authenticator');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (8, 'socialaccount', 'socialaccount');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (9, 'socialaccount', 'socialapp');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (10, 'socialaccount', 'socialtoken');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (11, 'billing_accounts', 'user');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (12, 'billing_accounts', 'emailchange');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (13, 'billing_accounts', 'endoflinks');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (14, 'billing_audit', 'auditcheckpoint');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (15, 'billing_audit', 'auditleaf');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (16, 'billing_audit', 'auditnode');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (17, 'billing_audit', 'audittree');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (18, 'billing_audit', 'auditunsealed');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (19, 'billing_audit', 'auditevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (20, 'billing_audit', 'auditrepeat');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (21, 'billing_audit', 'auditpart');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (22, 'billing_audit', 'auditstatement');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (23, 'billing_audit', 'databasetimeline');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (24, 'billing_audit', 'heartbeat');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (25, 'billing_orgs', 'sentemail');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (26, 'billing_orgs', 'organization');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (27, 'billing_orgs', 'membership');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (28, 'billing_orgs', 'invitation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (29, 'billing_orgs', 'organizationgrouppermission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (30, 'billing_orgs', 'organizationuserpermission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (31, 'billing_orgs', 'invitationsending');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (32, 'billing_orgs', 'formerslug');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (33, 'billing_orgs', 'tombstone');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (34, 'billing_orgs', 'mirror');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (35, 'billing_access', 'account');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (36, 'billing_access', 'optin');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (37, 'billing_access', 'apikey');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (38, 'billing_access', 'balanceentry');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (39, 'billing_access', 'reconciliation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (40, 'billing_access', 'registeredtag');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (41, 'billing_access', 'run');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (42, 'billing_access', 'suspension');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (43, 'billing_access', 'usageday');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (44, 'billing_access', 'usagequarterhour');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (45, 'billing_access', 'batch');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (46, 'billing_access', 'revision');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (47, 'billing_access', 'runchange');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (48, 'billing_access', 'stagedrun');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (49, 'billing_access', 'voidedrun');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (50, 'billing_access', 'runcredit');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (51, 'billing_access', 'unitprice');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (52, 'billing_access', 'alertrule');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (53, 'billing_access', 'alertmute');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (54, 'billing_access', 'alertfiring');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (55, 'billing_access', 'alertdue');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (56, 'billing_access', 'webhookdelivery');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (57, 'billing_access', 'webhookattempt');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (58, 'billing_access', 'webhookendpoint');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (59, 'billing_access', 'webhooksender');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (60, 'admin', 'logentry');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (61, 'auth', 'permission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (62, 'auth', 'group');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (63, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (64, 'sessions', 'session');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (65, 'guardian', 'groupobjectpermission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (66, 'guardian', 'userobjectpermission');

INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (1, 'Can add procrastinate event', 1, 'add_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (2, 'Can change procrastinate event', 1, 'change_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (3, 'Can delete procrastinate event', 1, 'delete_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (4, 'Can view procrastinate event', 1, 'view_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (5, 'Can add procrastinate job', 2, 'add_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (6, 'Can change procrastinate job', 2, 'change_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (7, 'Can delete procrastinate job', 2, 'delete_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (8, 'Can view procrastinate job', 2, 'view_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (9, 'Can add procrastinate periodic defer', 3, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (10, 'Can change procrastinate periodic defer', 3, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (11, 'Can delete procrastinate periodic defer', 3, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (12, 'Can view procrastinate periodic defer', 3, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (13, 'Can add procrastinate worker', 4, 'add_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (14, 'Can change procrastinate worker', 4, 'change_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (15, 'Can delete procrastinate worker', 4, 'delete_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (16, 'Can view procrastinate worker', 4, 'view_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (17, 'Can add email address', 5, 'add_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (18, 'Can change email address', 5, 'change_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (19, 'Can delete email address', 5, 'delete_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (20, 'Can view email address', 5, 'view_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (21, 'Can add email confirmation', 6, 'add_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (22, 'Can change email confirmation', 6, 'change_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (23, 'Can delete email confirmation', 6, 'delete_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (24, 'Can view email confirmation', 6, 'view_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (25, 'Can add authenticator', 7, 'add_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (26, 'Can change authenticator', 7, 'change_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (27, 'Can delete authenticator', 7, 'delete_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (28, 'Can view authenticator', 7, 'view_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (29, 'Can add social account', 8, 'add_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (30, 'Can change social account', 8, 'change_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (31, 'Can delete social account', 8, 'delete_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (32, 'Can view social account', 8, 'view_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (33, 'Can add social application', 9, 'add_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (34, 'Can change social application', 9, 'change_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (35, 'Can delete social application', 9, 'delete_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (36, 'Can view social application', 9, 'view_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (37, 'Can add social application token', 10, 'add_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (38, 'Can change social application token', 10, 'change_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (39, 'Can delete social application token', 10, 'delete_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (40, 'Can view social application token', 10, 'view_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (41, 'Can add user', 11, 'add_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (42, 'Can change user', 11, 'change_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (43, 'Can delete user', 11, 'delete_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (44, 'Can view user', 11, 'view_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (45, 'Can view audit event', 19, 'view_auditevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (46, 'Can view the figures in audit events', 19, 'view_figures');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (47, 'Can view organization', 26, 'view_organization');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (48, 'Can change organization', 26, 'change_organization');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (49, 'See balance, usage and the state of billing reads', 26, 'view_billing');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (50, 'Turn programmatic billing reads on and off', 26, 'manage_billing_access');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (51, 'Create, change and revoke API keys', 26, 'manage_api_keys');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (52, 'Add, change and remove members', 26, 'manage_members');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (53, 'Read the audit log', 26, 'view_audit_log');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (54, 'Can add membership', 27, 'add_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (55, 'Can change membership', 27, 'change_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (56, 'Can delete membership', 27, 'delete_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (57, 'Can view membership', 27, 'view_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (58, 'Can add organization group permission', 29, 'add_organizationgrouppermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (59, 'Can change organization group permission', 29, 'change_organizationgrouppermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (60, 'Can delete organization group permission', 29, 'delete_organizationgrouppermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (61, 'Can view organization group permission', 29, 'view_organizationgrouppermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (62, 'Can add organization user permission', 30, 'add_organizationuserpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (63, 'Can change organization user permission', 30, 'change_organizationuserpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (64, 'Can delete organization user permission', 30, 'delete_organizationuserpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (65, 'Can view organization user permission', 30, 'view_organizationuserpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (66, 'Can view account', 35, 'view_account');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (67, 'Can view opt in', 36, 'view_optin');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (68, 'Can change opt in', 36, 'change_optin');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (69, 'Can view API key', 37, 'view_apikey');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (70, 'Can change API key', 37, 'change_apikey');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (71, 'Can view balance entry', 38, 'view_balanceentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (72, 'Can view run', 41, 'view_run');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (73, 'Can view suspension', 42, 'view_suspension');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (74, 'Can change suspension', 42, 'change_suspension');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (75, 'Can view batch', 45, 'view_batch');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (76, 'Can view voided run', 49, 'view_voidedrun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (77, 'Can add log entry', 60, 'add_logentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (78, 'Can change log entry', 60, 'change_logentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (79, 'Can delete log entry', 60, 'delete_logentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (80, 'Can view log entry', 60, 'view_logentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (81, 'Can add permission', 61, 'add_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (82, 'Can change permission', 61, 'change_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (83, 'Can delete permission', 61, 'delete_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (84, 'Can view permission', 61, 'view_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (85, 'Can add group', 62, 'add_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (86, 'Can change group', 62, 'change_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (87, 'Can delete group', 62, 'delete_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (88, 'Can view group', 62, 'view_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (89, 'Can add content type', 63, 'add_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (90, 'Can change content type', 63, 'change_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (91, 'Can delete content type', 63, 'delete_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (92, 'Can view content type', 63, 'view_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (93, 'Can add session', 64, 'add_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (94, 'Can change session', 64, 'change_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (95, 'Can delete session', 64, 'delete_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (96, 'Can view session', 64, 'view_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (97, 'Can add group object permission', 65, 'add_groupobjectpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (98, 'Can change group object permission', 65, 'change_groupobjectpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (99, 'Can delete group object permission', 65, 'delete_groupobjectpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (100, 'Can view group object permission', 65, 'view_groupobjectpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (101, 'Can add user object permission', 66, 'add_userobjectpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (102, 'Can change user object permission', 66, 'change_userobjectpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (103, 'Can delete user object permission', 66, 'delete_userobjectpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (104, 'Can view user object permission', 66, 'view_userobjectpermission');

INSERT INTO public.django_migrations (id, app, name, applied) VALUES (1, 'contenttypes', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (2, 'contenttypes', '0002_remove_content_type_name', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (3, 'auth', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (4, 'auth', '0002_alter_permission_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (5, 'auth', '0003_alter_user_email_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (6, 'auth', '0004_alter_user_username_opts', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (7, 'auth', '0005_alter_user_last_login_null', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (8, 'auth', '0006_require_contenttypes_0002', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (9, 'auth', '0007_alter_validators_add_error_messages', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (10, 'auth', '0008_alter_user_username_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (11, 'auth', '0009_alter_user_last_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (12, 'auth', '0010_alter_group_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (13, 'auth', '0011_update_proxy_permissions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (14, 'auth', '0012_alter_user_first_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (15, 'billing_accounts', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (16, 'account', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (17, 'account', '0002_email_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (20, 'account', '0005_emailaddress_idx_upper_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (21, 'account', '0006_emailaddress_lower', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (22, 'account', '0007_emailaddress_idx_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (24, 'account', '0009_emailaddress_unique_primary_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (25, 'admin', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (26, 'admin', '0002_logentry_remove_auto_add', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (27, 'admin', '0003_logentry_add_action_flag_choices', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (28, 'billing_orgs', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (29, 'billing_orgs', '0002_membership_related_name', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (30, 'billing_orgs', '0003_confirmed_holds', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (31, 'billing_orgs', '0004_invitation_sendings', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (32, 'billing_orgs', '0005_end_of_organizations', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (33, 'billing_orgs', '0006_mirrored_organizations', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (34, 'billing_audit', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (35, 'billing_audit', '0002_append_only', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (36, 'billing_audit', '0003_parts_of_events', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (37, 'billing_audit', '0004_statements', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (38, 'billing_audit', '0005_record_by_procedure', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (39, 'billing_audit', '0006_restores', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (40, 'billing_access', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (41, 'billing_access', '0002_feeds', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (42, 'billing_access', '0003_period_days', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (43, 'billing_access', '0004_accruing_runs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (44, 'billing_access', '0005_stale_after', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (45, 'billing_access', '0006_balance_entries_by_time', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (46, 'billing_access', '0007_cached_tokens', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (47, 'billing_access', '0008_run_credits', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (48, 'billing_access', '0009_unit_prices', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (49, 'billing_access', '0010_append_only_ledger', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (50, 'billing_access', '0011_ledger_of_deleted_organizations', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (51, 'billing_access', '0012_refuse_rewritten_history', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (52, 'billing_access', '0013_alerts', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (53, 'billing_access', '0014_webhooks', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (54, 'billing_accounts', '0002_cache_table', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (55, 'billing_accounts', '0003_holds_and_preset_passwords', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (56, 'billing_accounts', '0004_email_changes', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (57, 'billing_accounts', '0005_end_of_links', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (58, 'billing_audit', '0007_heartbeats', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (59, 'billing_audit', '0008_record_hourly', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (60, 'guardian', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (61, 'guardian', '0002_generic_permissions_index', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (62, 'guardian', '0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (63, 'mfa', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (64, 'mfa', '0002_authenticator_timestamps', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (65, 'mfa', '0003_authenticator_type_uniq', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (66, 'procrastinate', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (67, 'procrastinate', '0002_drop_started_at_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (68, 'procrastinate', '0003_drop_started_at_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (69, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (70, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (71, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (72, 'procrastinate', '0007_add_queueing_lock_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (73, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (74, 'procrastinate', '0009_add_defer_job_function', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (75, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (76, 'procrastinate', '0011_add_foreign_key_index', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (77, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (78, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (79, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (80, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (81, 'procrastinate', '0016_delete_finished_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (82, 'procrastinate', '0017_add_checks_to_finish_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (83, 'procrastinate', '0018_add_checks_to_retry_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (84, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (85, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (86, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (87, 'procrastinate', '0022_null_locks_excluded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (88, 'procrastinate', '0023_remove_old_finish_job_function', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (89, 'procrastinate', '0024_job_id_bigint', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (90, 'procrastinate', '0025_add_models', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (91, 'procrastinate', '0026_add_job_priority', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (92, 'procrastinate', '0027_add_periodic_job_priority', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (93, 'procrastinate', '0028_add_cancel_states', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (94, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (95, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (96, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (97, 'procrastinate', '0032_pre_cancel_notification', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (98, 'procrastinate', '0033_post_cancel_notification', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (99, 'procrastinate', '0034_pre_add_heartbeat', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (100, 'procrastinate', '0035_post_add_heartbeat', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (101, 'procrastinate', '0036_add_worker_model', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (102, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (103, 'procrastinate', '0038_post_batch_defer_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (104, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (105, 'procrastinate', '0040_pre_retry_failed_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (106, 'procrastinate', '0041_post_retry_failed_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (107, 'sessions', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (108, 'socialaccount', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (109, 'socialaccount', '0002_token_max_lengths', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (110, 'socialaccount', '0003_extra_data_default_dict', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (111, 'socialaccount', '0004_app_provider_id_settings', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (112, 'socialaccount', '0005_socialtoken_nullable_app', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (113, 'socialaccount', '0006_alter_socialaccount_extra_data', '2026-01-01 00:00:00+00');

SELECT pg_catalog.setval('public.auth_permission_id_seq', 104, true);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 66, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 113, true);

