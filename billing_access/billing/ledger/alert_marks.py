"""Marks the organizations whose alerts are to be evaluated, in the transaction that changes their figures.

A mark is a row of an insert-only table: it waits for no other transaction, whatever else inserts or deletes marks. The
worker evaluates an organization once for all of its marks (``billing_access.billing.alerts.due``).
"""

from typing import Final

from django.db import connection

# The low-balance threshold is the amount of this rule, so the rule is there once there is a threshold. The releases
# before the rules set thresholds without it; the worker adds those.
_WATCH: Final = """
INSERT INTO billing_alert_rule (id, organization_id, kind)
SELECT gen_random_uuid(), a.organization_id, 'low_balance' FROM billing_account a
WHERE a.low_balance_threshold_usd IS NOT NULL {condition} AND NOT EXISTS (
    SELECT FROM billing_alert_rule r WHERE r.organization_id = a.organization_id AND r.kind = 'low_balance')
ON CONFLICT DO NOTHING
"""
_WATCH_ONE: Final = _WATCH.format(condition="AND a.organization_id = %s::bigint")
_WATCH_ALL: Final = _WATCH.format(condition="")


def mark_alerts_due(source: str) -> str:
    """Return the INSERT that marks those organizations of ``source`` (a table or CTE) that have rules."""
    return f"""INSERT INTO billing_alert_due (organization_id)
    SELECT m.organization_id FROM {source} m
    WHERE EXISTS (SELECT FROM billing_alert_rule r WHERE r.organization_id = m.organization_id)"""  # noqa: S608


_MARK: Final = mark_alerts_due("(SELECT %s::bigint AS organization_id)")


def account_changed(organization_pk: int) -> None:
    """Mark an organization after a change that takes no revision: of its account's settings, or of completeness.

    The rule for a low balance is added if the account has a threshold now. The caller holds the account's lock.
    """
    with connection.cursor() as cursor:
        cursor.execute(_WATCH_ONE, [organization_pk])
        cursor.execute(_MARK, [organization_pk])


def watch_low_balances() -> None:
    """Add the rule for a low balance to every organization that has a threshold and no such rule. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_WATCH_ALL)
