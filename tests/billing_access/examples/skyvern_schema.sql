-- What examples/platform/export_runs.sql reads of Skyvern's database, and the costs that it must not read: names, types,
-- defaults and null columns as in its models of August 2026. Every other column is left out.
CREATE TABLE workflow_runs (
    workflow_run_id varchar PRIMARY KEY, parent_workflow_run_id varchar, organization_id varchar NOT NULL,
    status varchar NOT NULL, credits_used integer DEFAULT 0, cached_credits_used integer DEFAULT 0,
    topup_credits_used integer DEFAULT 0, queued_at timestamp, started_at timestamp, finished_at timestamp,
    created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
CREATE TABLE observer_cruises (
    observer_cruise_id varchar PRIMARY KEY, organization_id varchar, workflow_run_id varchar, status varchar NOT NULL,
    queued_at timestamp, started_at timestamp, finished_at timestamp,
    created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
CREATE TABLE tasks (
    task_id varchar PRIMARY KEY, organization_id varchar, status varchar,
    workflow_run_id varchar REFERENCES workflow_runs, queued_at timestamp, started_at timestamp, finished_at timestamp,
    created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
CREATE TABLE task_runs (
    task_run_id varchar PRIMARY KEY, organization_id varchar NOT NULL, task_run_type varchar NOT NULL,
    run_id varchar NOT NULL, status varchar, parent_workflow_run_id varchar, compute_cost numeric, llm_cost numeric,
    proxy_cost numeric, captcha_cost numeric, created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
CREATE TABLE steps (
    step_id varchar PRIMARY KEY, organization_id varchar, task_id varchar REFERENCES tasks, status varchar,
    input_token_count integer DEFAULT 0, output_token_count integer DEFAULT 0, cached_token_count integer DEFAULT 0,
    step_cost numeric DEFAULT 0,
    created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
CREATE TABLE observer_thoughts (
    observer_thought_id varchar PRIMARY KEY, organization_id varchar, observer_cruise_id varchar NOT NULL,
    workflow_run_id varchar, input_token_count integer, output_token_count integer, cached_token_count integer,
    thought_cost numeric,
    created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
CREATE TABLE workflow_run_blocks (
    workflow_run_block_id varchar PRIMARY KEY, organization_id varchar, workflow_run_id varchar NOT NULL,
    status varchar NOT NULL, llm_cost numeric NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
CREATE TABLE workflow_run_tag_events (
    tag_event_id varchar PRIMARY KEY, organization_id varchar NOT NULL,
    workflow_run_id varchar NOT NULL REFERENCES workflow_runs, key varchar, value varchar,
    event_type varchar NOT NULL CHECK (event_type IN ('set', 'delete')), set_at timestamp NOT NULL,
    superseded_at timestamp, created_at timestamp NOT NULL, modified_at timestamp NOT NULL
);
