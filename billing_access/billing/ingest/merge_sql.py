"""The SQL statement that merges staged rows into runs, rollups and totals: the rules of an update are here.

The statement reads each staged row (its columns by their names) with the stored run (``old_`` columns), makes the new
values (``new_``), and decides on a verdict. A null in a staged row means that the row does not say it.
"""

from collections.abc import Iterable
from typing import Final

from billing_access.billing.ingest.cost_validation import UNIT_COUNTS, UNSETTLED
from billing_access.billing.ingest.price_sql import (
    OTHER_UNITS,
    PRICED_COLUMNS,
    PRICES,
    TAKES_UNITS,
    UNIT_REFUSALS,
    UNIT_RULES,
)
from billing_access.billing.ingest.run_validation import STARTED
from billing_access.billing.ledger.account_lock import next_revisions
from billing_access.billing.ledger.reconciliation import charged_until
from billing_access.billing.rollups import SUMMED_COLUMNS, move
from billing_access.billing.tags.tag_validation import MOST_TAGS
from billing_access.billing.tokens import MORE_CACHED, TOKEN_COUNTS, each_count


def _texts(values: Iterable[str]) -> str:
    """Return a SQL list of text literals, in brackets."""
    return "({})".format(", ".join(f"'{value}'" for value in values))


# A row is stale if it gives an older `modified_at` than the run has. It settles what is unknown or accruing, and
# replaces nothing else.
_LATEST_KNOWN: Final = "CASE WHEN is_stale THEN coalesce(old_{0}, {0}) ELSE coalesce({0}, old_{0}) END"
_WITH_DEFAULT: Final = "CASE WHEN is_new THEN coalesce({0}, %({0})s::varchar) ELSE {1} END"
_LATEST: Final = "CASE WHEN is_stale THEN old_{0} ELSE coalesce({0}, old_{0}) END"
# A known cost beats an unknown one, a higher accruing one a lower one, a final one an accruing one.
_FIGURE: Final = "CASE WHEN is_better THEN {0} ELSE old_{0} END"
_TOKENS: Final = """CASE WHEN is_better AND fed_cost_status = 'final' THEN coalesce({0}, old_{0})
                WHEN old_cost_status = 'final' THEN coalesce(old_{0}, {0})
                ELSE greatest(old_{0}, {0}) END"""
# How each column's new value is made.
RULES: Final = {
    "run_type": _WITH_DEFAULT.format("run_type", _LATEST.format("run_type")),
    "status": "run_status",
    "created_at": "coalesce(least(old_created_at, created_at), queued_at, started_at)",
    "modified_at": "greatest(old_modified_at, modified_at)",
    "queued_at": _LATEST_KNOWN.format("queued_at"),
    "started_at": "coalesce(old_started_at, started_at)",
    "finished_at": _LATEST_KNOWN.format("finished_at"),
    "total_cost_usd": _FIGURE.format("total_cost_usd"),
    **UNIT_RULES,
    "cost_status": "CASE WHEN is_better THEN fed_cost_status ELSE old_cost_status END",
    **{name: _TOKENS.format(name) for name in TOKEN_COUNTS},
    "tags": """CASE WHEN is_stale THEN coalesce(tag_columns, '{}') || old_tags
                ELSE coalesce(tags, old_tags, '{}') || coalesce(tag_columns, '{}') END""",
}
# A row equals a voided run if it says nothing else of these, and the same cost or, at whatever price, the same units.
_VOID_COMPARED: Final = ("started_at", "modified_at", *TOKEN_COUNTS)
_SAME_AS_VOIDED: Final = "coalesce(d.{0} = v.{0}, d.{0} IS NULL)"
# Why a row is refused: the condition, and the reason as a format string over the fields of ``Finding``.
REFUSALS: Final = {
    "no time": (
        "new_created_at IS NULL",
        "started_at is missing, and there is no created_at or queued_at either",
    ),
    "no start": (
        "new_started_at IS NULL AND (new_total_cost_usd IS NOT NULL OR units IS NOT NULL "
        f"OR new_status IN {_texts(sorted(STARTED))})",
        "started_at is missing; a run with a cost or the status running, paused or completed needs it",
    ),
    "start": (
        "old_started_at <> started_at",
        "started_at never changes once set; the run started at {old_started_at}. If that is wrong, take the run back "
        "with manage.py void_runs and feed it again",
    ),
    **UNIT_REFUSALS,
    "end": ("new_finished_at < new_started_at", "finished_at is before started_at"),
    "cached": ("new_llm_tokens_cached > new_llm_tokens_in", MORE_CACHED),
    "tags": (
        f"tag_columns IS NOT NULL AND (SELECT count(*) FROM jsonb_object_keys(new_tags)) > {MOST_TAGS}",  # noqa: S608
        f"the run would have more than {MOST_TAGS} tags",
    ),
    "final": (
        "contradicts AND NOT %(correct)s::boolean",
        "the run is final with other figures; import with --correct to replace them",
    ),
    "credited": (
        "new_total_cost_usd < old_credited_usd",
        "the run has credits of more than this cost; a correction cannot take it below what is credited",
    ),
    "void": (
        f"""is_new AND NOT %(again)s::boolean AND EXISTS (
            SELECT FROM billing_voided_run v
            WHERE v.organization_id = d.organization_id AND v.run_id = d.run_id
              AND {" AND ".join(map(_SAME_AS_VOIDED.format, _VOID_COMPARED))}
              AND ({_SAME_AS_VOIDED.format("total_cost_usd")}
                   OR coalesce((d.units, d.cached_units) = (v.units, v.cached_units), false)))""",
        "the run was voided, and this row says the same as before; import with --again to take it all the same",
    ),
}


def _list(form: str, names: Iterable[str] = RULES) -> str:
    """Return a SQL list of the columns, each formatted as ``form``."""
    return ", ".join(form.format(name) for name in names)


_REFUSED: Final = f"verdict IN {_texts(REFUSALS)}"
# Each staged row with the stored run and what follows from both.
_JOINED: Final = f"""
SELECT s.line, s.organization_id, s.run_id, s.tag_columns,
       {", ".join(f"{PRICED_COLUMNS.get(name, f's.{name}')} AS {name}" for name in RULES)},
       e.exact <> round(e.exact, 10) AS is_rounded,
       r.id AS old_id, {_list("r.{0} AS old_{0}")}, r.credited_usd AS old_credited_usd, r.id IS NULL AS is_new,
       coalesce(s.modified_at < r.modified_at, false) AS is_stale, a.balance_reconciled_at AS reconciled_at
FROM billing_staged_run s
JOIN billing_account a ON a.organization_id = s.organization_id
LEFT JOIN billing_run r ON r.organization_id = s.organization_id AND r.run_id = s.run_id
{PRICES}
WHERE s.batch_id = %(batch)s::bigint AND s.line = ANY(%(lines)s::bigint[])
"""  # noqa: S608 (constants only)
# A cost whose row says neither `cost_status` nor `status` is final or accruing by the status that the run has then.
_RESOLVED: Final = f"""
SELECT j.*, CASE WHEN total_cost_usd IS NULL THEN 'unpriced' WHEN cost_status IS NOT NULL THEN cost_status
                 WHEN run_status IN {_texts(sorted(UNSETTLED))} THEN 'accruing' ELSE 'final' END AS fed_cost_status
FROM (SELECT *, {_WITH_DEFAULT.format("status", _LATEST.format("status"))} AS run_status FROM joined) j
"""  # noqa: S608
_JUDGED: Final = f"""
SELECT f.*, is_new OR (total_cost_usd IS NOT NULL AND CASE old_cost_status
           WHEN 'unpriced' THEN true
           WHEN 'accruing' THEN fed_cost_status = 'final' OR total_cost_usd > old_total_cost_usd
           ELSE fed_cost_status = 'final' AND NOT is_stale END) AS is_better,
       coalesce(fed_cost_status = 'final' AND old_cost_status = 'final' AND NOT is_stale
           AND (total_cost_usd <> old_total_cost_usd OR {OTHER_UNITS}
                OR {each_count("coalesce({0} <> old_{0}, false)", " OR ")}), false) AS contradicts
FROM resolved f
"""  # noqa: S608
_DECIDED: Final = f"""
SELECT d.*,
       CASE {" ".join(f"WHEN {condition} THEN '{name}'" for name, (condition, _) in REFUSALS.items())}
            WHEN is_new THEN 'inserted'
            WHEN is_stale THEN 'stale'
            WHEN contradicts THEN 'corrected'
            WHEN differs THEN 'updated'
            ELSE 'unchanged' END AS verdict
FROM (SELECT n.*, ({_list("new_{0}")}) IS DISTINCT FROM ({_list("old_{0}")}) AS differs
      FROM (SELECT j.*, {", ".join(f"{rule} AS new_{name}" for name, rule in RULES.items())},
                   coalesce(old_credited_usd, 0) AS new_credited_usd
            FROM (SELECT w.*, {TAKES_UNITS} AS takes_units FROM judged w) j) n) d
"""  # noqa: S608
# What a changed run added to the sums before (sign -1), and what changed and new runs add now (sign 1).
_MOVED_RUNS: Final = f"""(
    SELECT organization_id, {_list("old_{0} AS {0}", SUMMED_COLUMNS)}, -1 AS sign
    FROM changed WHERE NOT is_new AND old_started_at IS NOT NULL
    UNION ALL
    SELECT organization_id, {_list("new_{0} AS {0}", SUMMED_COLUMNS)}, 1
    FROM changed WHERE new_started_at IS NOT NULL)"""  # noqa: S608
# Money and units are text, since a JSON number would be parsed into a float.
_FINDING: Final = ", ".join(
    f"'{name}', {name}{'::text' if 'usd' in name or name.endswith('units') else ''}"
    for name in (
        "line", "run_id", "verdict", "old_started_at", "old_total_cost_usd", "total_cost_usd",
        *(f"{age}{name}" for name in (*UNIT_COUNTS, *TOKEN_COUNTS) for age in ("old_", "")),
    )
)  # fmt: skip
_TOTALS: Final = f"""
SELECT organization_id, count(*) AS read, count(*) FILTER (WHERE verdict = 'inserted') AS inserted,
       count(*) FILTER (WHERE verdict IN ('updated', 'corrected')) AS updated,
       count(*) FILTER (WHERE verdict = 'corrected') AS corrected,
       count(*) FILTER (WHERE verdict = 'unchanged') AS unchanged,
       count(*) FILTER (WHERE verdict = 'stale') AS stale,
       count(*) FILTER (WHERE {_REFUSED}) AS refused,
       count(*) FILTER (WHERE NOT {_REFUSED} AND total_cost_usd IS NULL) AS unpriced,
       count(*) FILTER (WHERE NOT {_REFUSED} AND is_rounded) AS rounded,
       coalesce(sum(total_cost_usd) FILTER (WHERE NOT {_REFUSED}), 0) AS total_cost_usd,
       {each_count(f"coalesce(sum({{0}}) FILTER (WHERE NOT {_REFUSED}), 0) AS {{0}}")},
       bool_or(differs AND NOT {_REFUSED}) AS is_changed,
       coalesce(sum(coalesce(new_total_cost_usd, 0) - coalesce(old_total_cost_usd, 0))
                FILTER (WHERE differs AND NOT {_REFUSED}), 0) AS usage_moved_usd,
       coalesce(sum({charged_until("new_", "reconciled_at")} - {charged_until("old_", "reconciled_at")})
                FILTER (WHERE differs AND NOT {_REFUSED}), 0) AS offset_usd,
       max(reconciled_at) AS reconciled_at,
       json_agg(json_build_object({_FINDING}) ORDER BY line)
           FILTER (WHERE {_REFUSED} OR verdict = 'corrected')::text AS findings
FROM decided GROUP BY organization_id
"""  # noqa: S608
_ACCOUNTS: Final = """(
    SELECT organization_id, usage_moved_usd AS usage, offset_usd AS entries FROM totals WHERE is_changed) AS m"""
ROLLUPS: Final = move(_MOVED_RUNS)
# PostgreSQL would expand the expressions of a CTE wherever its columns are named, those of prices hundreds of times:
# planning a merge would take five times as long as running it. MATERIALIZED computes each once for each row.
MERGE: Final = f"""
WITH joined AS MATERIALIZED ({_JOINED}), resolved AS ({_RESOLVED}), judged AS MATERIALIZED ({_JUDGED}),
decided AS MATERIALIZED ({_DECIDED}),
totals AS MATERIALIZED ({_TOTALS}),
{next_revisions(_ACCOUNTS)},
changed AS MATERIALIZED (
    SELECT d.*, a.revision FROM decided d JOIN moved a ON a.organization_id = d.organization_id
    WHERE d.differs AND NOT {_REFUSED}
),
inserted AS (
    INSERT INTO billing_run (organization_id, run_id, {_list("{0}")}, cost_updated_at, first_revision, revision,
                             batch_id)
    SELECT organization_id, run_id, {_list("new_{0}")}, statement_timestamp(),
           CASE WHEN new_started_at IS NOT NULL THEN revision END, revision, %(batch)s::bigint
    FROM changed WHERE is_new ORDER BY organization_id, new_started_at, run_id
),
updated AS (
    UPDATE billing_run r
    SET {_list("{0} = c.new_{0}")}, revision = c.revision,
        cost_updated_at = CASE WHEN (c.new_total_cost_usd, c.new_cost_status)
                                    IS DISTINCT FROM (c.old_total_cost_usd, c.old_cost_status)
                               THEN statement_timestamp() ELSE r.cost_updated_at END,
        first_revision = CASE WHEN c.new_started_at IS NOT NULL THEN coalesce(r.first_revision, c.revision) END
    FROM changed c WHERE r.id = c.old_id
),
noted AS (
    INSERT INTO billing_run_change (run_id, batch_id)
    SELECT old_id, %(batch)s::bigint FROM changed WHERE NOT is_new ON CONFLICT DO NOTHING
),
{ROLLUPS}
SELECT t.*, a.revision FROM totals t LEFT JOIN moved a ON a.organization_id = t.organization_id
ORDER BY t.organization_id
"""  # noqa: S608 (constants only)
