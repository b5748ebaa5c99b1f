-- Every billed run that changed since :since, as NDJSON for `manage.py import_runs - --organization-column organization`,
-- followed by the end mark, which states the number of rows.
--
-- The end mark is the last row of the same query, so psql prints it only after all other rows. An `\echo` after the query
-- would also be printed after a query that failed.
--
-- For a platform whose times are UTC without a zone, and whose costs are in the steps of tasks, the thoughts of task_v2
-- and the blocks of workflow runs. A run that another run started is part of that run, and is counted only there.
-- The platform stores an unknown price as 0; the cost of such a run is unknown and left empty, never 0.
WITH RECURSIVE node AS (
    SELECT workflow_run_id AS id, parent_workflow_run_id AS parent FROM workflow_runs
    UNION ALL
    SELECT task_id, workflow_run_id FROM tasks
), tree AS (
    SELECT id AS root, id FROM node WHERE parent IS NULL
    UNION ALL
    SELECT tree.root, node.id FROM tree JOIN node ON node.parent = tree.id
), part AS (
    SELECT task_id AS id, step_cost AS cost, input_token_count AS tokens_in, output_token_count AS tokens_out,
           step_cost = 0 AND coalesce(input_token_count, 0) + coalesce(output_token_count, 0) > 0 AS is_unknown,
           modified_at
    FROM steps
    UNION ALL
    SELECT workflow_run_id, thought_cost, input_token_count, output_token_count,
           thought_cost = 0 AND coalesce(input_token_count, 0) + coalesce(output_token_count, 0) > 0, modified_at
    FROM observer_thoughts
    UNION ALL
    -- Blocks have no token counts to tell a price of 0 from an unknown one; the cost of a block without a model is NULL.
    SELECT workflow_run_id, llm_cost, NULL, NULL, llm_cost = 0, modified_at FROM workflow_run_blocks
), cost AS (
    SELECT tree.root, sum(part.cost) AS cost, sum(part.tokens_in) AS tokens_in, sum(part.tokens_out) AS tokens_out,
           coalesce(bool_or(part.is_unknown), false) AS is_unknown, max(part.modified_at) AS modified_at
    FROM tree JOIN part ON part.id = tree.id
    GROUP BY tree.root
), run AS (
    SELECT workflow_run_id AS id, organization_id, run_type, status, created_at, modified_at, queued_at, started_at,
           finished_at
    FROM workflow_runs WHERE parent_workflow_run_id IS NULL
    UNION ALL
    SELECT task_id, organization_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at
    FROM tasks WHERE workflow_run_id IS NULL
), changed AS (
    SELECT run.*, cost.cost, cost.tokens_in, cost.tokens_out, cost.is_unknown, run_tags.tags,
           greatest(run.modified_at, cost.modified_at, run_tags.modified_at) AS changed_at
    FROM run LEFT JOIN cost ON cost.root = run.id LEFT JOIN run_tags ON run_tags.run_id = run.id
), exported AS (
    SELECT json_build_object(
        'organization', organization_id,
        'run_id', id,
        'run_type', run_type,
        'status', status,
        'created_at', created_at AT TIME ZONE 'UTC',
        'queued_at', queued_at AT TIME ZONE 'UTC',
        'started_at', started_at AT TIME ZONE 'UTC',
        'finished_at', finished_at AT TIME ZONE 'UTC',
        'modified_at', changed_at AT TIME ZONE 'UTC',
        -- A run without any model costs 0. A run that has not started has no cost yet.
        'total_cost_usd', CASE WHEN started_at IS NULL OR is_unknown THEN NULL ELSE coalesce(cost, 0)::text END,
        'llm_tokens_in', tokens_in,
        'llm_tokens_out', tokens_out,
        'tags', coalesce(tags, '{}'::jsonb)
    )::text AS line, started_at, id
    FROM changed
    WHERE changed_at >= :'since'::timestamp
)
SELECT line FROM (
    SELECT line, false AS is_end, started_at, id FROM exported
    UNION ALL
    SELECT json_build_object('end', true, 'rows', count(*))::text, true, NULL, NULL FROM exported
) AS output
ORDER BY is_end, started_at, id;
