"""The SQL that sums runs into rollups. Ingest, the backfill of tags, the check and the repair all use it."""

from decimal import Decimal
from typing import Final, NamedTuple

from billing_access.billing.tokens import TOKEN_COUNTS

# Rollup table -> SQL of the bucket of `x.started_at`, in UTC whatever the session's time zone is.
BUCKETS: Final = {
    "billing_usage_day": "date_trunc('day', x.started_at, 'UTC')",
    "billing_usage_quarter_hour": (
        "date_bin(interval '15 minutes', x.started_at, timestamptz '2000-01-01 00:00:00+00')"
    ),
}
# The columns of a run that decide which rollups it counts in and what it adds to them.
SUMMED_COLUMNS: Final = ("started_at", "tags", "total_cost_usd", "credited_usd", "cost_status", *TOKEN_COUNTS)
# SQL of what a run costs its customer: null if it is unpriced, and less the run's credits.
NET_COST: Final = "{run}.total_cost_usd - {run}.credited_usd"


class Sums(NamedTuple):
    """Sums over runs, also the columns of a rollup; cost in US dollars. Unknown token counts add nothing."""

    total_cost_usd: Decimal
    run_count: int
    unpriced_run_count: int
    accruing_run_count: int
    llm_tokens_in: int
    llm_tokens_out: int
    llm_tokens_cached: int


SUM_NAMES: Final = Sums._fields
# SQL of what one run adds to each sum.
ADDENDS: Final = {
    "total_cost_usd": f"coalesce({NET_COST}, 0)",
    "run_count": "1",
    "unpriced_run_count": "({run}.cost_status = 'unpriced')::int",
    "accruing_run_count": "({run}.cost_status = 'accruing')::int",
    **{name: f"coalesce({{run}}.{name}, 0)" for name in TOKEN_COUNTS},
}
# The tag keys under which a run `x` is summed: '' for the total, and each registered tag whose rollups cover the run.
# During a tag's backfill those are the runs that started before `filled_through`; the backfill will add the later ones.
ALL_KEYS: Final = """(SELECT ''::varchar AS key
    UNION ALL SELECT t.key FROM billing_registered_tag t WHERE t.organization_id = x.organization_id
        AND (t.ready_at IS NOT NULL OR x.started_at < t.filled_through))"""
RUNS: Final = f"""(SELECT organization_id, {", ".join(SUMMED_COLUMNS)}, 1 AS sign FROM billing_run
    WHERE organization_id = %(organization)s::bigint AND started_at IS NOT NULL)"""  # noqa: S608 (constants only)
RUNS_OF_RANGE: Final = RUNS.replace(
    "started_at IS NOT NULL",
    """started_at IS NOT NULL AND started_at >= coalesce(%(start)s::timestamptz, '-infinity')
      AND started_at < coalesce(%(end)s::timestamptz, 'infinity')""",
)


def sums(table: str, source: str, keys: str = ALL_KEYS) -> str:
    """Return a SELECT of the rollup rows that ``source`` adds to ``table``.

    ``source`` is a FROM item of runs, each with a ``sign``: 1 adds the run, -1 subtracts it. ``keys`` is a FROM item of
    tag keys. The columns are those of the table.
    """
    summed = ", ".join(f"sum(x.sign * {addend.format(run='x')}) AS {name}" for name, addend in ADDENDS.items())
    return f"""
SELECT x.organization_id, {BUCKETS[table]} AS bucket_start, k.key AS tag_key,
       CASE WHEN k.key <> '' THEN x.tags ->> k.key END AS tag_value,
       {summed}
FROM {source} x CROSS JOIN LATERAL {keys} k
GROUP BY 1, 2, 3, 4"""  # noqa: S608 (constants only)


def move(source: str, keys: str = ALL_KEYS) -> str:
    """Return the CTEs of a statement that add ``source`` to both rollup tables; days are summed from its quarter hours.

    They delete the rows whose last run is subtracted.
    """
    summed = ", ".join(f"sum({name}) AS {name}" for name in SUM_NAMES)
    return f"""quarter_hours AS MATERIALIZED ({sums("billing_usage_quarter_hour", source, keys)}
), days AS MATERIALIZED (
    SELECT organization_id, date_trunc('day', bucket_start, 'UTC') AS bucket_start, tag_key, tag_value, {summed}
    FROM quarter_hours GROUP BY 1, 2, 3, 4
), {_moved("billing_usage_quarter_hour", "quarter_hours")}, {_moved("billing_usage_day", "days")}"""  # noqa: S608


def _moved(table: str, rows: str) -> str:
    columns = ", ".join(SUM_NAMES)
    added = ", ".join(f"{name} = r.{name} + excluded.{name}" for name in SUM_NAMES)
    changed = " OR ".join(f"s.{name} <> 0" for name in SUM_NAMES)
    same = """{0}.organization_id = s.organization_id AND {0}.tag_key = s.tag_key AND {0}.bucket_start = s.bucket_start
        AND {0}.tag_value IS NOT DISTINCT FROM s.tag_value"""
    return f"""emptied_{rows} AS (
    DELETE FROM {table} u USING {rows} s
    WHERE s.run_count < 0 AND {same.format("u")} AND u.run_count + s.run_count = 0
    RETURNING u.organization_id, u.tag_key, u.bucket_start, u.tag_value
), moved_{rows} AS (
    INSERT INTO {table} AS r (organization_id, bucket_start, tag_key, tag_value, {columns})
    SELECT organization_id, bucket_start, tag_key, tag_value, {columns} FROM {rows} s
    WHERE ({changed}) AND NOT EXISTS (SELECT FROM emptied_{rows} e WHERE {same.format("e")})
    ON CONFLICT (organization_id, tag_key, bucket_start, tag_value) DO UPDATE SET {added}
)"""  # noqa: S608


def differences(table: str) -> str:
    """Return a SELECT of at most 20 rows in which ``table`` differs from the sums of one organization's runs.

    Columns: bucket, tag key, tag value, then for each sum the value by the runs and the value in the table. A missing
    row counts as zeros.
    """
    pairs = ", ".join(f"coalesce(e.{name}, 0), coalesce(f.{name}, 0)" for name in SUM_NAMES)
    return f"SELECT {_DIFFERING}, {pairs} {_compared(table)} ORDER BY 1, 2, 3 LIMIT 20"


def rebuild(table: str) -> str:
    """Return the statement that sets every differing row to the sums of the runs: zeros where there are no runs."""
    columns = ", ".join(SUM_NAMES)
    expected = ", ".join(f"coalesce(e.{name}, 0)" for name in SUM_NAMES)
    become = ", ".join(f"{name} = excluded.{name}" for name in SUM_NAMES)
    return f"""
INSERT INTO {table} (organization_id, bucket_start, tag_key, tag_value, {columns})
SELECT %(organization)s::bigint, {_DIFFERING}, {expected} {_compared(table)}
ON CONFLICT (organization_id, tag_key, bucket_start, tag_value) DO UPDATE SET {become}"""


_DIFFERING: Final = (
    "coalesce(e.bucket_start, f.bucket_start), coalesce(e.tag_key, f.tag_key), coalesce(e.tag_value, f.tag_value)"
)


def _compared(table: str) -> str:
    differ = " OR ".join(f"coalesce(e.{name}, 0) <> coalesce(f.{name}, 0)" for name in SUM_NAMES)
    # SQL NULL never equals NULL, but NULLs in arrays compare equal, so the tag values are compared as arrays.
    return f"""
FROM ({sums(table, RUNS)}) e
FULL JOIN (SELECT * FROM {table} WHERE organization_id = %(organization)s::bigint) f
  ON f.bucket_start = e.bucket_start AND f.tag_key = e.tag_key AND ARRAY[f.tag_value] = ARRAY[e.tag_value]
WHERE {differ}"""  # noqa: S608
