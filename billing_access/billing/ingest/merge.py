"""Merging one batch of staged runs: runs, rollups and totals move together, under the accounts' locks.

The caller holds the locks (``lock_accounts``) in a transaction that it commits as a whole.
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

# How the stored value of a column (old_) and the incoming one become the new one. Figures: a settled row beats an
# accruing one, a dearer accruing one beats a cheaper one, and a price is never lost (`takes` says that the incoming row
# wins). The rest comes from the row that was modified last, the incoming one where they tie (`newer`).
_LATEST: Final = "CASE WHEN newer THEN {0} ELSE old_{0} END"
_LATEST_KNOWN: Final = "CASE WHEN newer THEN coalesce({0}, old_{0}) ELSE coalesce(old_{0}, {0}) END"
_FIGURE: Final = "CASE WHEN takes THEN {0} ELSE old_{0} END"
_TOKENS: Final = """CASE WHEN takes AND cost_status = 'final' THEN coalesce({0}, old_{0})
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
    # Where the same cost comes in units and in US dollars, the unit price is kept, whichever comes first.
    "unit_price_usd": f"""CASE WHEN (total_cost_usd, cost_status) = (old_total_cost_usd, old_cost_status)
                    THEN greatest(old_{{0}}, {{0}}) ELSE {_FIGURE} END""",
    "cost_status": _FIGURE,
    "llm_tokens_in": _TOKENS,
    "llm_tokens_out": _TOKENS,
    "tags": _LATEST,
}


def _columns(form: str, names: Iterable[str] = _RULES) -> str:
    """Return SQL that lists the columns, each in this form."""
    return ", ".join(form.format(name) for name in names)


# The types of the columns are those of the table that the runs are merged into.
_CREATE: Final = f"""
CREATE TEMPORARY TABLE IF NOT EXISTS merging_run AS
SELECT 0::bigint AS line, organization_id, run_id, ''::text AS verdict, {_columns("{0}")}, true AS cost_moved,
       id AS old_id, {_columns("{0} AS old_{0}", SUMMED_COLUMNS)}
FROM billing_run WITH NO DATA
"""  # noqa: S608 (constants only)
# A plan kept from when the tables were almost empty would read all of them for each run of a large import.
_PLAN_ANEW: Final = "SET LOCAL plan_cache_mode = force_custom_plan"
# At the commit each new row's foreign key is looked up by a statement that would be planned for each of them, too.
_PLAN_AS_BEFORE: Final = "SET LOCAL plan_cache_mode TO DEFAULT"
# Each run beside what is stored (r), and what it comes to by the rules above.
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
# What a changed run no longer adds to the rollups, and what it adds now.
_MOVED: Final = f"""(
    SELECT organization_id, {_columns("old_{0} AS {0}", SUMMED_COLUMNS)}, -1 AS sign
    FROM merging_run WHERE verdict IN ('updated', 'corrected') AND old_started_at IS NOT NULL
    UNION ALL
    SELECT organization_id, {_columns("{0}", SUMMED_COLUMNS)}, 1
    FROM merging_run WHERE verdict IN ('inserted', 'updated', 'corrected') AND started_at IS NOT NULL)"""  # noqa: S608
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


class Contradiction(NamedTuple):
    """An incoming run that contradicts the stored one (``old_``).

    ``verdict``: ``start`` or ``final``, what cannot change and so refuses it, or ``corrected``.
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
    corrected: tuple[Contradiction, ...]


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
        found: list[Contradiction] = []
        if has_updates or any(each.refused for each in totals):
            cursor.execute(_CONTRADICTIONS)
            found = list(map(Contradiction._make, cursor.fetchall()))
        cursor.execute(_PLAN_AS_BEFORE)
    return MergedBatch(
        tuple(replace(each, revision=revisions.get(each.organization_pk)) for each in totals),
        tuple(Refusal(run.line, run.run_id, _reason(run)) for run in found if run.verdict != "corrected"),
        tuple(run for run in found if run.verdict == "corrected"),
    )


def move_rollups(cursor: CursorWrapper, *, has_updates: bool) -> None:
    """Move the rollups by what the batch changes."""
    cursor.execute(_MOVE)
    if has_updates:
        for statement in _EMPTIED:
            cursor.execute(statement)


def _reason(run: Contradiction) -> str:
    if run.verdict == "start":
        return f"started_at never changes once set; the run started at {run.old_started_at}"
    return "the run is final with other figures; import with --correct to replace them"
