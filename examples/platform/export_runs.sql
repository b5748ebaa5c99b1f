-- Every billed run of Skyvern's database that changed since :since, as NDJSON for
-- `manage.py import_runs - --organization-column organization`, followed by the end mark, which states the number of rows.
--
-- The end mark is the last row of the same query, so psql prints it only after all other rows. An `\echo` after the query
-- would also be printed after a query that failed.
--
-- `units` are the credits that customers are charged, `cached_units` those of cached runs, which are not part of the
-- former. `topup_credits_used` is a part of them and never added. The prices belong to the account
-- (`manage.py sync_organization --unit-price --cached-unit-price`). Columns named `..._cost` are what the platform paid
-- others; they are never read.
--
-- A run that another run started is part of that one, and counted only there. A v2 task has the credits of its workflow
-- run and is exported instead of it. Credits are unknown, never 0, where a run has none although it has worked, and for
-- every task outside a workflow. Credits may be booked until :settle after the end ('15 minutes' unless it is set).
\if :{?settle}
\else
    \set settle '15 minutes'
\endif
WITH RECURSIVE limits AS (
    -- Times are UTC without a zone. A run is exported again once it has settled, although nothing has changed then.
    SELECT :'since'::timestamptz AT TIME ZONE 'UTC' - :'settle'::interval AS changed_since,
           now() AT TIME ZONE 'UTC' - :'settle'::interval AS settled_before
), changed AS (
    SELECT workflow_run_id FROM workflow_runs, limits WHERE modified_at >= changed_since
    UNION
    SELECT workflow_run_id FROM workflow_run_tag_events, limits WHERE modified_at >= changed_since
), ancestor AS (
    SELECT workflow_run_id, parent_workflow_run_id FROM workflow_runs JOIN changed USING (workflow_run_id)
    UNION
    SELECT parent.workflow_run_id, parent.parent_workflow_run_id
    FROM ancestor JOIN workflow_runs AS parent ON parent.workflow_run_id = ancestor.parent_workflow_run_id
), part AS (
    SELECT workflow_run_id AS root, workflow_run_id FROM ancestor WHERE parent_workflow_run_id IS NULL
    UNION
    SELECT part.root, child.workflow_run_id
    FROM part JOIN workflow_runs AS child ON child.parent_workflow_run_id = part.workflow_run_id
), cruise AS (
    SELECT DISTINCT ON (workflow_run_id) workflow_run_id, organization_id, observer_cruise_id
    FROM part JOIN observer_cruises USING (workflow_run_id)
    ORDER BY workflow_run_id, observer_cruises.created_at, observer_cruise_id
), work AS (
    SELECT workflow_run_id, input_token_count, output_token_count, cached_token_count
    FROM part JOIN tasks USING (workflow_run_id) JOIN steps USING (task_id)
    UNION ALL
    SELECT cruise.workflow_run_id, input_token_count, output_token_count, cached_token_count
    FROM cruise JOIN observer_thoughts USING (organization_id, observer_cruise_id)
    UNION ALL
    SELECT workflow_run_id, NULL, NULL, NULL FROM part JOIN workflow_run_blocks USING (workflow_run_id)
    WHERE status <> 'skipped'
), worked AS (
    SELECT workflow_run_id, sum(input_token_count) AS tokens_in, sum(output_token_count) AS tokens_out,
           sum(cached_token_count) AS tokens_cached
    FROM work GROUP BY workflow_run_id
), total AS (
    SELECT root, sum(credits_used) AS credits, sum(cached_credits_used) AS cached_credits,
           sum(tokens_in) AS tokens_in, sum(tokens_out) AS tokens_out, sum(tokens_cached) AS tokens_cached,
           max(modified_at) AS modified_at,
           bool_or(worked.workflow_run_id IS NOT NULL
                   AND coalesce(credits_used, 0) + coalesce(cached_credits_used, 0) = 0) AS is_unknown,
           bool_and(status IN ('completed', 'failed', 'terminated', 'canceled', 'timed_out')
                    AND coalesce(finished_at, modified_at) < settled_before) AS is_settled
    FROM part JOIN workflow_runs USING (workflow_run_id) LEFT JOIN worked USING (workflow_run_id), limits
    GROUP BY root
), run AS (
    SELECT coalesce(observer_cruise_id, workflow_run_id) AS id, workflow_runs.organization_id, workflow_run_id,
           CASE WHEN observer_cruise_id IS NULL THEN 'workflow_run' ELSE 'task_v2' END AS kind, status, created_at,
           queued_at, started_at, finished_at, total.modified_at, tokens_in, tokens_out, tokens_cached, is_settled,
           -- 0 is given only once it has settled: before that, a run that has not worked yet may still be charged.
           NOT is_unknown AND started_at IS NOT NULL
               AND (is_settled OR coalesce(credits, 0) + coalesce(cached_credits, 0) > 0) AS is_known,
           coalesce(credits, 0) AS credits, coalesce(cached_credits, 0) AS cached_credits
    FROM total JOIN workflow_runs ON workflow_run_id = root LEFT JOIN cruise USING (workflow_run_id)
    UNION ALL
    SELECT task_id, organization_id, NULL, 'task_v1', status, created_at,
           queued_at, started_at, finished_at, modified_at, step.tokens_in, step.tokens_out, step.tokens_cached,
           NULL, false, NULL, NULL
    FROM limits, tasks CROSS JOIN LATERAL (
        SELECT sum(input_token_count) AS tokens_in, sum(output_token_count) AS tokens_out,
               sum(cached_token_count) AS tokens_cached
        FROM steps WHERE steps.task_id = tasks.task_id
    ) AS step
    WHERE workflow_run_id IS NULL AND organization_id IS NOT NULL AND modified_at >= changed_since
), exported AS (
    SELECT json_build_object(
        'organization', organization_id,
        'run_id', id,
        'run_type', coalesce(task_run_type, kind),
        'status', status,
        'created_at', created_at AT TIME ZONE 'UTC',
        'queued_at', queued_at AT TIME ZONE 'UTC',
        'started_at', started_at AT TIME ZONE 'UTC',
        'finished_at', finished_at AT TIME ZONE 'UTC',
        'modified_at', greatest(run.modified_at, tag.modified_at) AT TIME ZONE 'UTC',
        'units', CASE WHEN is_known THEN credits END,
        'cached_units', CASE WHEN is_known THEN cached_credits END,
        'cost_status', CASE WHEN is_known THEN CASE WHEN is_settled THEN 'final' ELSE 'accruing' END END,
        'llm_tokens_in', tokens_in,
        'llm_tokens_out', tokens_out,
        -- A part of the tokens in. Some model providers count cached tokens separately, which is not that part.
        'llm_tokens_cached', CASE WHEN tokens_cached <= tokens_in THEN tokens_cached END,
        'tags', coalesce(tags, '{}'::jsonb)
    )::text AS line, started_at, id
    FROM run
    LEFT JOIN LATERAL (
        SELECT task_run_type FROM task_runs
        WHERE task_runs.organization_id = run.organization_id AND task_runs.run_id = run.id
        ORDER BY task_runs.created_at LIMIT 1
    ) AS task_run ON true
    CROSS JOIN LATERAL (
        -- A label without a key becomes a tag of that name with the value "true", unless a key has that name.
        SELECT jsonb_object_agg(coalesce(key, value), CASE WHEN key IS NULL THEN 'true' ELSE value END
                                ORDER BY key NULLS FIRST)
                   FILTER (WHERE event_type = 'set' AND superseded_at IS NULL
                           -- A key here has no colon and at most 64 characters; a label may.
                           AND (key IS NOT NULL OR length(value) <= 64 AND value NOT LIKE '%:%')) AS tags,
               max(modified_at) AS modified_at
        FROM workflow_run_tag_events AS event
        WHERE event.organization_id = run.organization_id AND event.workflow_run_id = run.workflow_run_id
    ) AS tag
    -- The platform links a new run to its v2 task, and names its type, while its status is still "created".
    WHERE status <> 'created'
)
SELECT line FROM (
    SELECT line, false AS is_end, started_at, id FROM exported
    UNION ALL
    SELECT json_build_object('end', true, 'rows', count(*))::text, true, NULL, NULL FROM exported
) AS output
ORDER BY is_end, started_at, id;
