"""The SQL of voiding runs: one statement looks at them, one voids them. Parameters are named; ``void`` executes it."""

from typing import Final

from billing_access.billing.ledger.account_lock import next_revisions
from billing_access.billing.ledger.reconciliation import charged_until
from billing_access.billing.models import Run
from billing_access.billing.rollups import NET_COST, SUMMED_COLUMNS, move

# So many run ids are listed in an event.
_LISTED_IN_EVENT: Final = 1000
_COLUMNS: Final = [field.attname for field in Run._meta.concrete_fields if not field.primary_key]
# What a run was charged up to the last reconciliation, less what was credited on it until then.
_CHARGED: Final = f"""{charged_until("r.", "a.balance_reconciled_at")} - CASE WHEN r.credited_usd > 0 THEN (
               SELECT coalesce(sum(e.amount_usd), 0) FROM billing_run_credit e
               WHERE e.organization_id = r.organization_id AND e.run_id = r.run_id AND e.void_revision IS NULL
                 AND e.occurred_at <= a.balance_reconciled_at) ELSE 0 END"""  # noqa: S608 (constants only)
_RESULT: Final = "t.run_count, t.total_cost_usd, -t.charged_usd AS offset_usd, t.reconciled_at, t.run_ids"
_ACCOUNTS: Final = "(SELECT organization_id, -total_cost_usd AS usage, -charged_usd AS entries FROM totals) AS m"
_SUBTRACTED: Final = f"""(
    SELECT organization_id, {", ".join(SUMMED_COLUMNS)}, -1 AS sign FROM chosen WHERE started_at IS NOT NULL)"""  # noqa: S608


def _chosen(condition: str) -> str:
    """Return the CTEs ``chosen`` and ``totals`` of an organization's runs that meet the condition."""
    return f"""chosen AS MATERIALIZED (
    SELECT r.*, {_CHARGED} AS charged_usd, a.balance_reconciled_at AS reconciled_at
    FROM billing_run r JOIN billing_account a ON a.organization_id = r.organization_id
    WHERE r.organization_id = %(organization)s::bigint AND {condition}
), totals AS MATERIALIZED (
    SELECT organization_id, count(*) AS run_count, coalesce(sum({NET_COST.format(run="chosen")}), 0) AS total_cost_usd,
           sum(charged_usd) AS charged_usd, max(reconciled_at) AS reconciled_at,
           ARRAY(SELECT run_id FROM chosen ORDER BY run_id LIMIT {_LISTED_IN_EVENT}) AS run_ids
    FROM chosen GROUP BY organization_id
)"""  # noqa: S608 (constants only)


def _look(condition: str) -> str:
    return f"WITH {_chosen(condition)} SELECT {_RESULT}, NULL::bigint AS revision FROM totals t"  # noqa: S608


def _void(condition: str) -> str:
    return f"""
WITH {_chosen(condition)},
{next_revisions(_ACCOUNTS)},
kept AS (
    INSERT INTO billing_voided_run ({", ".join(_COLUMNS)}, void_revision)
    SELECT {", ".join(f"c.{name}" for name in _COLUMNS)}, a.revision
    FROM chosen c JOIN moved a ON a.organization_id = c.organization_id
),
uncredited AS (
    UPDATE billing_run_credit e SET void_revision = a.revision
    FROM chosen c JOIN moved a ON a.organization_id = c.organization_id
    WHERE c.credited_usd > 0 AND e.organization_id = c.organization_id AND e.run_id = c.run_id
      AND e.void_revision IS NULL
),
unnoted AS (DELETE FROM billing_run_change n USING chosen c WHERE n.run_id = c.id),
removed AS (DELETE FROM billing_run r USING chosen c WHERE r.id = c.id),
{move(_SUBTRACTED)}
SELECT {_RESULT}, a.revision FROM totals t JOIN moved a ON a.organization_id = t.organization_id
"""  # noqa: S608 (constants only)


BY_ID: Final = "r.run_id = ANY(%(run_ids)s::text[])"
# Another batch that changed a run did so after this one had added it.
_CHANGED_SINCE: Final = "FROM billing_run_change n WHERE n.run_id = r.id AND n.batch_id <> r.batch_id"
BY_BATCH: Final = f"r.batch_id = %(batch)s::bigint AND NOT EXISTS (SELECT {_CHANGED_SINCE})"
# Condition -> the statements that look at the runs, and that void them.
STATEMENTS: Final = {condition: (_look(condition), _void(condition)) for condition in (BY_ID, BY_BATCH)}
UNKNOWN: Final = """
SELECT u.run_id FROM unnest(%(run_ids)s::text[]) WITH ORDINALITY u(run_id, place)
WHERE NOT EXISTS (SELECT FROM billing_run r
                  WHERE r.organization_id = %(organization)s::bigint AND r.run_id = u.run_id)
  AND NOT EXISTS (SELECT FROM billing_voided_run v
                  WHERE v.organization_id = %(organization)s::bigint AND v.run_id = u.run_id)
ORDER BY u.place
"""
LEFT: Final = f"""
SELECT o.slug, r.run_id, r.batch_id, changed_by
FROM (SELECT r.id, (SELECT max(n.batch_id) {_CHANGED_SINCE}) AS changed_by
      FROM billing_run r WHERE r.batch_id = %(batch)s::bigint
      UNION ALL
      SELECT n.run_id, n.batch_id FROM billing_run_change n WHERE n.batch_id = %(batch)s::bigint) l
JOIN billing_run r ON r.id = l.id AND r.batch_id IS DISTINCT FROM l.changed_by
JOIN billing_orgs_organization o ON o.id = r.organization_id
WHERE l.changed_by IS NOT NULL
ORDER BY o.slug, r.run_id
"""  # noqa: S608 (constants only)
ORGANIZATIONS: Final = "SELECT DISTINCT organization_id FROM billing_run WHERE batch_id = %s::bigint"
