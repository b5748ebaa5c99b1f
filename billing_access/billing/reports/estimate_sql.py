"""The statement of the estimate. Its reads are bounded: the newest runs of the window, and sums of rollups."""

from typing import Final

from billing_access.billing.reports.account_snapshot import SNAPSHOT_COLUMNS, SNAPSHOT_FROM, select_list
from billing_access.billing.reports.batch_bound import STRETCHES

WINDOW_DAYS: Final = 30
# The sample is the newest SAMPLE_RUNS matching final runs among the newest READ_RUNS runs of the window.
SAMPLE_RUNS: Final = 10_000
READ_RUNS: Final = 200_000
# The window is of whole UTC days and today, so that it changes only with the day and day rollups cover it exactly.
_START: Final = f"date_trunc('day', statement_timestamp(), 'UTC') - {WINDOW_DAYS} * interval '24 hours'"
_END: Final = "date_trunc('day', statement_timestamp(), 'UTC') + interval '24 hours'"
_NEWEST_FIRST: Final = "ORDER BY r.started_at DESC, r.run_id DESC"
_OURS: Final = "r.organization_id = %(organization)s::bigint"
_IN_WINDOW: Final = f"{_OURS} AND r.started_at >= {_START} AND r.started_at < {_END}"
# Rounded to ten decimals from the integer quotient and remainder, half to even: a numeric division is rounded already,
# and round() would round that again, with halves away from zero.
_MEAN: Final = (
    "(div({sums}.units, {sums}.size)"
    " + (2 * mod({sums}.units, {sums}.size) + mod(div({sums}.units, {sums}.size), 2) > {sums}.size)::int)"
    " * 0.0000000001"
)
ESTIMATE_COLUMNS: Final = SNAPSHOT_COLUMNS | {
    "entries_less_usage": "a.entries_total_usd - a.usage_total_usd",
    "size": "s.size",
    "since": "s.since",
    "mean": _MEAN.format(sums="s"),
    "p50": "q.costs[1]",
    "p95": "q.costs[2]",
    "total": "s.total",
    "squares": "s.squares",
    "lengths": "s.lengths",
    "totals": "s.totals",
    "accruing": "d.accruing",
    "unpriced": "d.unpriced",
    "in_flight": "(d.accruing + d.unpriced - f.size) * o.mean + f.remaining",
}
# With a start that it does not know, the planner expects few runs and reads them by index. If instead a LIMIT around
# all runs of the window kept the newest, it would sort them.
_NEWEST_FINAL: Final = f"""
SELECT r.started_at, r.run_id, r.total_cost_usd AS cost FROM billing_run r
WHERE {_OURS}
  AND r.started_at >= (SELECT started_at FROM oldest) AND r.started_at < {_END}
  AND NOT (r.started_at = (SELECT started_at FROM oldest) AND r.run_id < (SELECT run_id FROM oldest))
  AND r.cost_status = 'final'{{filters}}
{_NEWEST_FIRST} LIMIT {{sample_runs}}
"""  # noqa: S608 (constants only)
# `oldest` is the oldest run that is read: the start of the window if it has fewer than READ_RUNS. `overall` is the mean
# of runs of any tag, computed once and not for each accruing run. `f` sums what the newest READ_RUNS accruing runs may
# still cost; the others and the unpriced ones, which rollups count in `d`, may each cost the whole mean.
_ESTIMATE: Final = f"""
WITH newest AS MATERIALIZED (
    SELECT r.started_at, r.run_id FROM billing_run r WHERE {_IN_WINDOW} {_NEWEST_FIRST}
    OFFSET {{read_runs}} - 1 LIMIT 1
), oldest AS MATERIALIZED (
    SELECT coalesce(max(started_at), {_START}) AS started_at, coalesce(max(run_id), '') AS run_id FROM newest
), sample AS MATERIALIZED ({{sample}}
), numbered AS (
    SELECT started_at, cost, (count(*) OVER () - row_number() OVER ({_NEWEST_FIRST})) * {STRETCHES}
        / count(*) OVER () AS stretch
    FROM sample r
), stretches AS (
    SELECT stretch, count(*) AS size, sum(cost) AS total, sum(cost * cost) AS squares, min(started_at) AS since
    FROM numbered GROUP BY stretch
), overall AS MATERIALIZED (
    SELECT {_MEAN.format(sums="t")} AS mean
    FROM (SELECT count(*) AS size, sum(cost) * 10000000000 AS units FROM ({{any_tag}}) r) t
)
SELECT {select_list(ESTIMATE_COLUMNS)}
FROM {SNAPSHOT_FROM}
CROSS JOIN (
    SELECT coalesce(sum(size), 0)::int AS size, sum(total) * 10000000000 AS units, min(since) AS since,
           sum(total) AS total, sum(squares) AS squares,
           array_agg(size ORDER BY stretch) AS lengths, array_agg(total ORDER BY stretch) AS totals
    FROM stretches) s
CROSS JOIN (SELECT percentile_disc(ARRAY[0.5, 0.95]::float8[]) WITHIN GROUP (ORDER BY cost) AS costs FROM sample) q
CROSS JOIN overall o
CROSS JOIN (
    SELECT coalesce(sum(accruing_run_count), 0)::bigint AS accruing,
           coalesce(sum(unpriced_run_count), 0)::bigint AS unpriced
    FROM billing_usage_day
    WHERE organization_id = %(organization)s::bigint AND tag_key = ''
      AND bucket_start >= {_START} AND bucket_start < {_END}) d
CROSS JOIN LATERAL (
    SELECT count(*) AS size, coalesce(sum(greatest(o.mean - cost, 0)), 0) AS remaining
    FROM (SELECT r.total_cost_usd AS cost FROM billing_run r
          WHERE {_IN_WINDOW} AND r.cost_status = 'accruing' {_NEWEST_FIRST} LIMIT {{read_runs}}) each) f
"""  # noqa: S608 (constants only)


def estimate_sql(filters: str) -> str:
    """Return the statement for a sample of the runs that the SQL conditions of ``run_filters`` select."""
    sample, any_tag = (_NEWEST_FINAL.format(filters=each, sample_runs=SAMPLE_RUNS) for each in (filters, ""))
    return _ESTIMATE.format(sample=sample, any_tag=any_tag, read_runs=READ_RUNS)
