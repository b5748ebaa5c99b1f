"""Merges one batch of staged runs into the stored runs, the rollups and the accounts' totals.

The caller holds the accounts' locks (``lock_accounts``) and commits everything in one transaction.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Final, NamedTuple

from django.db import connection
from django.db.backends.utils import CursorWrapper

from billing_access.billing.ingest.staging import Refusal
from billing_access.billing.ledger.account_lock import move_totals
from billing_access.billing.rollups import ALL_KEYS, BUCKETS, SUMMED_COLUMNS, move

# How a column's new value is made of the stored one (old_) and the incoming one. Figures: the incoming ones are taken
# (`is_better`) if their cost is known and either final, or higher than an accruing cost, or the first known one. Other
# columns: the values of the run that was modified last are taken, the incoming ones if both were at once (`is_newer`).
_LATEST: Final = "CASE WHEN is_newer THEN {0} ELSE old_{0} END"
_LATEST_KNOWN: Final = "CASE WHEN is_newer THEN coalesce({0}, old_{0}) ELSE coalesce(old_{0}, {0}) END"
_FIGURE: Final = "CASE WHEN is_better THEN {0} ELSE old_{0} END"
_TOKENS: Final = """CASE WHEN is_better AND cost_status = 'final' THEN coalesce({0}, old_{0})
                WHEN old_cost_status = 'final' THEN coalesce(old_{0}, {0})
                ELSE greatest(old_{0}, {0}) END"""
_RULES: Final = {
    "run_type": _LATEST,
    "status": _LATEST,
    "created_at": "least({0}, old_{0})",
    "modified_at": _LATEST,
    "queued_at": _LATEST_KNOWN,
    "started_at": "coalesce(old_{0}, {0})",
    "finished_at": _LATEST_KNOWN,
    "total_cost_usd": _FIGURE,
    # If the same cost is fed in units and in US dollars, in either order, the unit price is kept.
    "unit_price_usd": f"""CASE WHEN (total_cost_usd, cost_status) = (old_total_cost_usd, old_cost_status)
                    THEN greatest(old_{{0}}, {{0}}) ELSE {_FIGURE} END""",
    "cost_status": _FIGURE,
    "llm_tokens_in": _TOKENS,
    "llm_tokens_out": _TOKENS,
    "tags": _LATEST,
}


def _columns(form: str, names: Iterable[str] = _RULES) -> str:
    """Return a SQL list of the columns, each formatted as ``form``."""
    return ", ".join(form.format(name) for name in names)


# The columns have the types of `billing_run`, into which the runs are merged.
_CREATE: Final = f"""
CREATE TEMPORARY TABLE IF NOT EXISTS merging_run AS
SELECT 0::bigint AS line, organization_id, run_id, ''::text AS verdict, {_columns("{0}")}, true AS cost_moved,
       id AS old_id, {_columns("{0} AS old_{0}", SUMMED_COLUMNS)}
FROM billing_run WITH NO DATA
"""  # noqa: S608 (constants only)
# PostgreSQL caches plans. One made while the tables were almost empty would scan them for each run of a large import,
# so every statement of the merge is planned for its own values.
_CUSTOM_PLANS: Final = "SET LOCAL plan_cache_mode = force_custom_plan"
# At the commit PostgreSQL checks the foreign key of each new row; with custom plans it would plan each of these checks.
_DEFAULT_PLANS: Final = "SET LOCAL plan_cache_mode TO DEFAULT"
# Each staged run (s) with the stored one (r), the new values by the rules above, and the verdict.
_DECIDE: Final = f"""
INSERT INTO merging_run (line, organization_id, run_id, verdict, {_columns("{0}")}, cost_moved, old_id,
    {_columns("old_{0}", SUMMED_COLUMNS)})
SELECT line, organization_id, run_id,
       CASE WHEN old_id IS NULL THEN 'inserted'
            WHEN old_started_at <> started_at THEN 'start'
            WHEN contradicts AND NOT %(correct)s::boolean THEN 'final'
            WHEN contradicts THEN 'corrected'
            WHEN ({_columns("new_{0}")}) IS DISTINCT FROM ({_columns("old_{0}")}) THEN 'updated'
            ELSE 'unchanged' END,
       {_columns("new_{0}")},
       (new_total_cost_usd, new_cost_status) IS DISTINCT FROM (old_total_cost_usd, old_cost_status),
       old_id, {_columns("old_{0}", SUMMED_COLUMNS)}
FROM (
    SELECT j.*, {", ".join(f"{rule.format(name)} AS new_{name}" for name, rule in _RULES.items())}
    FROM (
        SELECT s.*, r.id AS old_id, {_columns("r.{0} AS old_{0}")},
               r.id IS NULL OR s.modified_at >= r.modified_at AS is_newer,
               r.id IS NULL OR (s.total_cost_usd IS NOT NULL AND CASE r.cost_status
                   WHEN 'unpriced' THEN true
                   WHEN 'accruing' THEN s.cost_status = 'final' OR s.total_cost_usd > r.total_cost_usd
                   ELSE s.cost_status = 'final' END) AS is_better,
               coalesce(s.cost_status = 'final' AND r.cost_status = 'final'
                   AND (s.total_cost_usd <> r.total_cost_usd
                        OR coalesce(s.llm_tokens_in <> r.llm_tokens_in, false)
                        OR coalesce(s.llm_tokens_out <> r.llm_tokens_out, false)), false) AS contradicts
        FROM staged_run s
        LEFT JOIN billing_run r ON r.organization_id = s.organization_id AND r.run_id = s.run_id
        WHERE s.position BETWEEN %(first)s::bigint AND %(last)s::bigint
    ) j
) d
"""  # noqa: S608 (constants only)
_TOTALS: Final = """
SELECT organization_id, count(*), count(*) FILTER (WHERE verdict = 'inserted'),
       count(*) FILTER (WHERE verdict IN ('updated', 'corrected')), count(*) FILTER (WHERE verdict = 'unchanged'),
       count(*) FILTER (WHERE verdict IN ('start', 'final')),
       coalesce(sum(CASE WHEN started_at IS NOT NULL THEN coalesce(total_cost_usd, 0) ELSE 0 END
                    - CASE WHEN old_started_at IS NOT NULL THEN coalesce(old_total_cost_usd, 0) ELSE 0 END)
                FILTER (WHERE verdict IN ('inserted', 'updated', 'corrected')), 0)
FROM merging_run GROUP BY 1 ORDER BY 1
"""
_INSERT: Final = f"""
INSERT INTO billing_run (organization_id, run_id, {_columns("{0}")}, cost_updated_at, first_revision, revision)
SELECT m.organization_id, m.run_id, {_columns("m.{0}")}, statement_timestamp(),
       CASE WHEN m.started_at IS NOT NULL THEN a.revision END, a.revision
FROM merging_run m JOIN billing_account a ON a.organization_id = m.organization_id
WHERE m.verdict = 'inserted' ORDER BY m.organization_id, m.started_at, m.run_id
"""  # noqa: S608 (constants only)
_UPDATE: Final = f"""
UPDATE billing_run r
SET {_columns("{0} = m.{0}")}, revision = a.revision,
    cost_updated_at = CASE WHEN m.cost_moved THEN statement_timestamp() ELSE r.cost_updated_at END,
    first_revision = CASE WHEN m.started_at IS NOT NULL THEN coalesce(r.first_revision, a.revision) END
FROM merging_run m JOIN billing_account a ON a.organization_id = m.organization_id
WHERE r.id = m.old_id AND m.verdict IN ('updated', 'corrected')
"""  # noqa: S608 (constants only)
# What changed runs added to the rollups before (sign -1), and what they and new runs add now (sign 1).
_MOVED: Final = f"""(
    SELECT organization_id, {_columns("old_{0} AS {0}", SUMMED_COLUMNS)}, -1 AS sign
    FROM merging_run WHERE verdict IN ('updated', 'corrected') AND old_started_at IS NOT NULL
    UNION ALL
    SELECT organization_id, {_columns("{0}", SUMMED_COLUMNS)}, 1
    FROM merging_run WHERE verdict IN ('inserted', 'updated', 'corrected') AND started_at IS NOT NULL)"""  # noqa: S608
_MOVE: Final = move(_MOVED)
# Only a change of tags can leave a rollup row without runs. The rows are looked up by their whole key; otherwise each
# batch would read all rollups.
_EMPTIED: Final = tuple(
    f"""
DELETE FROM {table} u USING (
    SELECT DISTINCT x.organization_id, {bucket} AS bucket_start, k.key, x.old_tags ->> k.key AS value
    FROM merging_run x CROSS JOIN LATERAL {ALL_KEYS} k
    WHERE x.verdict IN ('updated', 'corrected') AND x.started_at IS NOT NULL AND x.tags <> x.old_tags) t
WHERE u.organization_id = t.organization_id AND u.tag_key = t.key AND u.bucket_start = t.bucket_start
  AND u.tag_value IS NOT DISTINCT FROM t.value AND u.run_count = 0
"""  # noqa: S608 (constants only)
    for table, bucket in BUCKETS.items()
)


class Contradiction(NamedTuple):
    """An incoming run that contradicts the stored one (``old_``).

    ``verdict``: refused for its start (``start``) or its final figures (``final``), or ``corrected``.
    """

    organization_id: int
    line: int
    run_id: str
    verdict: str
    old_started_at: datetime
    old_total_cost_usd: Decimal
    total_cost_usd: Decimal
    old_llm_tokens_in: int | None
    llm_tokens_in: int | None
    old_llm_tokens_out: int | None
    llm_tokens_out: int | None


_CONTRADICTIONS: Final = f"""
SELECT {", ".join(Contradiction._fields)}
FROM merging_run WHERE verdict IN ('start', 'final', 'corrected') ORDER BY line
"""  # noqa: S608 (constants only)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a batch did in one organization; ``revision`` is None if it changed nothing."""

    organization_pk: int
    read: int
    inserted: int
    updated: int
    unchanged: int
    refused: int
    usage_moved_usd: Decimal
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class MergedBatch:
    """What a batch did in each organization, the rows that it refused and the final figures that it corrected."""

    organizations: tuple[Merged, ...]
    refused: tuple[Refusal, ...]
    corrected: tuple[Contradiction, ...]


def merge_batch(first: int, last: int, *, correct: bool) -> MergedBatch:
    """Merge the staged runs at positions ``first`` to ``last``; with ``correct`` they may replace final figures."""
    with connection.cursor() as cursor:
        cursor.execute(_CUSTOM_PLANS)
        cursor.execute(_CREATE)
        cursor.execute("TRUNCATE merging_run")
        cursor.execute(_DECIDE, {"first": first, "last": last, "correct": correct})
        cursor.execute(_TOTALS)
        totals = [Merged(*row) for row in cursor.fetchall()]
        has_updates = any(each.updated for each in totals)
        revisions = move_totals(
            {each.organization_pk: each.usage_moved_usd for each in totals if each.inserted or each.updated}
        )
        if revisions:
            cursor.execute(_INSERT)
            if has_updates:
                cursor.execute(_UPDATE)
            move_rollups(cursor, has_updates=has_updates)
        contradictions: list[Contradiction] = []
        if has_updates or any(each.refused for each in totals):
            cursor.execute(_CONTRADICTIONS)
            contradictions = list(map(Contradiction._make, cursor.fetchall()))
        cursor.execute(_DEFAULT_PLANS)
    return MergedBatch(
        tuple(replace(each, revision=revisions.get(each.organization_pk)) for each in totals),
        tuple(Refusal(run.line, run.run_id, _reason(run)) for run in contradictions if run.verdict != "corrected"),
        tuple(run for run in contradictions if run.verdict == "corrected"),
    )


def move_rollups(cursor: CursorWrapper, *, has_updates: bool) -> None:
    """Apply the batch's changes to the rollups, and delete rows that no longer have runs."""
    cursor.execute(_MOVE)
    if has_updates:
        for statement in _EMPTIED:
            cursor.execute(statement)


def _reason(run: Contradiction) -> str:
    if run.verdict == "start":
        return f"started_at never changes once set; the run started at {run.old_started_at}"
    return "the run is final with other figures; import with --correct to replace them"
