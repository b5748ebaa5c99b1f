"""Merging one batch of staged runs: runs, rollups and totals move together, under the accounts' locks.

The caller holds the locks (``lock_accounts``) in a transaction that it commits as a whole.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.db import connection
from django.db.backends.utils import CursorWrapper

from billing_access.billing.ingest.staging import Refusal
from billing_access.billing.ledger.account_lock import move_totals
from billing_access.billing.rollups import ALL_KEYS, BUCKETS, move

_CREATE: Final = """
CREATE TEMPORARY TABLE IF NOT EXISTS merging_run (
    line bigint, organization_id bigint, run_id text, verdict text, run_type text, status text, created_at timestamptz,
    modified_at timestamptz, queued_at timestamptz, started_at timestamptz, finished_at timestamptz,
    total_cost_usd numeric(20,10), unit_price_usd numeric(20,10), cost_status text, llm_tokens_in bigint,
    llm_tokens_out bigint, tags jsonb, cost_moved boolean, old_id bigint, old_started_at timestamptz,
    old_total_cost_usd numeric(20,10),
    old_cost_status text, old_llm_tokens_in bigint, old_llm_tokens_out bigint, old_tags jsonb)
"""
# A plan kept from when the tables were almost empty would read all of them for each run of a large import.
_PLAN_ANEW: Final = "SET LOCAL plan_cache_mode = force_custom_plan"
# At the commit each new row's foreign key is looked up by a statement that would be planned for each of them, too.
_PLAN_AS_BEFORE: Final = "SET LOCAL plan_cache_mode TO DEFAULT"
# Each run beside what is stored (r), and what it comes to:
#   figures  a settled row beats an accruing one, a dearer accruing one a cheaper; a price is never lost
#   the rest comes from the row that was modified last, the incoming one where they tie
_DECIDE: Final = """
INSERT INTO merging_run
SELECT line, organization_id, run_id,
       CASE WHEN id IS NULL THEN 'inserted'
            WHEN old_started_at <> started_at THEN 'start'
            WHEN contradicts AND NOT %(correct)s::boolean THEN 'final'
            WHEN contradicts THEN 'corrected'
            WHEN (new_type, new_status, new_created, new_modified, new_queued, new_started, new_finished, new_cost,
                  new_unit_price, new_cost_status, new_in, new_out, new_tags)
                 IS DISTINCT FROM (old_type, old_status, old_created, old_modified, old_queued, old_started_at,
                  old_finished, old_cost, old_unit_price, old_cost_status, old_in, old_out, old_tags) THEN 'updated'
            ELSE 'unchanged' END,
       new_type, new_status, new_created, new_modified, new_queued, new_started, new_finished, new_cost,
       new_unit_price, new_cost_status, new_in, new_out, new_tags,
       (new_cost, new_cost_status) IS DISTINCT FROM (old_cost, old_cost_status),
       id, old_started_at, old_cost, old_cost_status, old_in, old_out, old_tags
FROM (
    SELECT j.*,
           CASE WHEN newer THEN run_type ELSE old_type END AS new_type,
           CASE WHEN newer THEN status ELSE old_status END AS new_status,
           CASE WHEN newer THEN modified_at ELSE old_modified END AS new_modified,
           CASE WHEN newer THEN tags ELSE old_tags END AS new_tags,
           coalesce(least(created_at, old_created), created_at) AS new_created,
           CASE WHEN newer THEN coalesce(queued_at, old_queued) ELSE coalesce(old_queued, queued_at) END AS new_queued,
           CASE WHEN newer THEN coalesce(finished_at, old_finished)
                ELSE coalesce(old_finished, finished_at) END AS new_finished,
           coalesce(old_started_at, started_at) AS new_started,
           CASE WHEN takes THEN total_cost_usd ELSE old_cost END AS new_cost,
           -- Of one cost said twice, in units and in US dollars, the price is kept in either order.
           CASE WHEN (total_cost_usd, cost_status) = (old_cost, old_cost_status)
                    THEN greatest(old_unit_price, unit_price_usd)
                WHEN takes THEN unit_price_usd ELSE old_unit_price END AS new_unit_price,
           CASE WHEN takes THEN cost_status ELSE old_cost_status END AS new_cost_status,
           CASE WHEN takes AND cost_status = 'final' THEN coalesce(llm_tokens_in, old_in)
                WHEN old_cost_status = 'final' THEN coalesce(old_in, llm_tokens_in)
                ELSE greatest(old_in, llm_tokens_in) END AS new_in,
           CASE WHEN takes AND cost_status = 'final' THEN coalesce(llm_tokens_out, old_out)
                WHEN old_cost_status = 'final' THEN coalesce(old_out, llm_tokens_out)
                ELSE greatest(old_out, llm_tokens_out) END AS new_out
    FROM (
        SELECT s.*, r.id, r.run_type AS old_type, r.status AS old_status, r.created_at AS old_created,
               r.modified_at AS old_modified, r.queued_at AS old_queued, r.started_at AS old_started_at,
               r.finished_at AS old_finished, r.total_cost_usd AS old_cost, r.unit_price_usd AS old_unit_price,
               r.cost_status AS old_cost_status,
               r.llm_tokens_in AS old_in, r.llm_tokens_out AS old_out, r.tags AS old_tags,
               r.id IS NULL OR s.modified_at >= r.modified_at AS newer,
               r.id IS NULL OR (s.total_cost_usd IS NOT NULL AND CASE r.cost_status
                   WHEN 'unpriced' THEN true
                   WHEN 'accruing' THEN s.cost_status = 'final' OR s.total_cost_usd > r.total_cost_usd
                   ELSE s.cost_status = 'final' END) AS takes,
               coalesce(s.cost_status = 'final' AND r.cost_status = 'final'
                   AND (s.total_cost_usd <> r.total_cost_usd
                        OR coalesce(s.llm_tokens_in <> r.llm_tokens_in, false)
                        OR coalesce(s.llm_tokens_out <> r.llm_tokens_out, false)), false) AS contradicts
        FROM staged_run s
        LEFT JOIN billing_run r ON r.organization_id = s.organization_id AND r.run_id = s.run_id
        WHERE s.position BETWEEN %(first)s::bigint AND %(last)s::bigint
    ) j
) d
"""
_TOTALS: Final = """
SELECT organization_id, count(*), count(*) FILTER (WHERE verdict = 'inserted'),
       count(*) FILTER (WHERE verdict IN ('updated', 'corrected')), count(*) FILTER (WHERE verdict = 'unchanged'),
       count(*) FILTER (WHERE verdict IN ('start', 'final')),
       coalesce(sum(CASE WHEN started_at IS NOT NULL THEN coalesce(total_cost_usd, 0) ELSE 0 END
                    - CASE WHEN old_started_at IS NOT NULL THEN coalesce(old_total_cost_usd, 0) ELSE 0 END)
                FILTER (WHERE verdict IN ('inserted', 'updated', 'corrected')), 0)
FROM merging_run GROUP BY 1 ORDER BY 1
"""
_INSERT: Final = """
INSERT INTO billing_run (organization_id, run_id, run_type, status, created_at, modified_at, queued_at, started_at,
    finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags,
    first_revision, revision)
SELECT m.organization_id, m.run_id, m.run_type, m.status, m.created_at, m.modified_at, m.queued_at, m.started_at,
       m.finished_at, m.total_cost_usd, m.unit_price_usd, m.cost_status, statement_timestamp(), m.llm_tokens_in,
       m.llm_tokens_out, m.tags, CASE WHEN m.started_at IS NOT NULL THEN a.revision END, a.revision
FROM merging_run m JOIN billing_account a ON a.organization_id = m.organization_id
WHERE m.verdict = 'inserted' ORDER BY m.organization_id, m.started_at, m.run_id
"""
_UPDATE: Final = """
UPDATE billing_run r
SET run_type = m.run_type, status = m.status, created_at = m.created_at, modified_at = m.modified_at,
    queued_at = m.queued_at, started_at = m.started_at, finished_at = m.finished_at,
    total_cost_usd = m.total_cost_usd, unit_price_usd = m.unit_price_usd, cost_status = m.cost_status,
    llm_tokens_in = m.llm_tokens_in, llm_tokens_out = m.llm_tokens_out, tags = m.tags, revision = a.revision,
    cost_updated_at = CASE WHEN m.cost_moved THEN statement_timestamp() ELSE r.cost_updated_at END,
    first_revision = CASE WHEN m.started_at IS NOT NULL THEN coalesce(r.first_revision, a.revision) END
FROM merging_run m JOIN billing_account a ON a.organization_id = m.organization_id
WHERE r.id = m.old_id AND m.verdict IN ('updated', 'corrected')
"""
# What a changed run no longer adds to the rollups, and what it adds now.
_MOVED: Final = """(
    SELECT organization_id, old_started_at AS started_at, old_tags AS tags, old_total_cost_usd AS total_cost_usd,
           old_cost_status AS cost_status, old_llm_tokens_in AS llm_tokens_in,
           old_llm_tokens_out AS llm_tokens_out, -1 AS sign
    FROM merging_run WHERE verdict IN ('updated', 'corrected') AND old_started_at IS NOT NULL
    UNION ALL
    SELECT organization_id, started_at, tags, total_cost_usd, cost_status, llm_tokens_in, llm_tokens_out, 1
    FROM merging_run WHERE verdict IN ('inserted', 'updated', 'corrected') AND started_at IS NOT NULL)"""
_MOVE: Final = move(_MOVED)
# Only a run that changed its tags leaves a row; by the whole key, or all rollups would be read for each batch.
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
_NOTABLE: Final = """
SELECT organization_id, line, run_id, verdict, old_total_cost_usd, total_cost_usd, old_llm_tokens_in, llm_tokens_in,
       old_llm_tokens_out, llm_tokens_out, old_started_at
FROM merging_run WHERE verdict IN ('start', 'final', 'corrected') ORDER BY line
"""


@dataclass(frozen=True, slots=True)
class Correction:
    """A final figure that was replaced: each of cost, tokens in and tokens out as (before, after)."""

    organization_pk: int
    run_id: str
    cost: tuple[Decimal, Decimal]
    tokens_in: tuple[int | None, int | None]
    tokens_out: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a batch did in one organization; ``revision`` is None where it changed nothing."""

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
    """What a batch did, by organization, with the rows that it refused and the finals that it corrected."""

    organizations: tuple[Merged, ...]
    refused: tuple[Refusal, ...]
    corrected: tuple[Correction, ...]


def merge_batch(first: int, last: int, *, correct: bool) -> MergedBatch:
    """Merge the staged runs at the positions ``first`` to ``last``; with ``correct`` a different final replaces one."""
    with connection.cursor() as cursor:
        cursor.execute(_PLAN_ANEW)
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
        notable = []
        if has_updates or any(each.refused for each in totals):
            cursor.execute(_NOTABLE)
            notable = cursor.fetchall()
        cursor.execute(_PLAN_AS_BEFORE)
    return MergedBatch(
        tuple(replace(each, revision=revisions.get(each.organization_pk)) for each in totals),
        tuple(Refusal(row[1], row[2], _reason(row)) for row in notable if row[3] != "corrected"),
        tuple(Correction(row[0], row[2], row[4:6], row[6:8], row[8:10]) for row in notable if row[3] == "corrected"),
    )


def move_rollups(cursor: CursorWrapper, *, has_updates: bool) -> None:
    """Move the rollups by what the batch changes."""
    cursor.execute(_MOVE)
    if has_updates:
        for statement in _EMPTIED:
            cursor.execute(statement)


def _reason(row: tuple[object, ...]) -> str:
    if row[3] == "start":
        return f"started_at never changes once set; the run started at {row[10]}"
    return "the run is final with other figures; import with --correct to replace them"
