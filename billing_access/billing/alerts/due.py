"""Evaluates the organizations that are marked: by what changed their figures, or by the clock."""

import logging
import time
from typing import Final

from django.db import connection, transaction

from billing_access.billing.alerts.evaluation import evaluate
from billing_access.billing.ledger.alert_marks import watch_low_balances

_logger: Final = logging.getLogger(__name__)
_BY_CLOCK: Final = """
INSERT INTO billing_alert_due (organization_id)
SELECT DISTINCT r.organization_id FROM billing_alert_rule r
JOIN billing_orgs_organization o ON o.id = r.organization_id AND o.closed_at IS NULL
WHERE r.evaluate_at <= statement_timestamp()
  AND NOT EXISTS (SELECT FROM billing_alert_due d WHERE d.organization_id = r.organization_id)
"""
# The first mark of an organization stands for all of them: a worker that has it locked is evaluating that organization.
_NEXT: Final = """
SELECT d.organization_id FROM billing_alert_due d
WHERE d.organization_id <> ALL(%s::bigint[]) AND NOT EXISTS (
    SELECT FROM billing_alert_due e WHERE e.organization_id = d.organization_id AND e.id < d.id)
ORDER BY d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
"""
_TAKE: Final = "DELETE FROM billing_alert_due WHERE organization_id = %s"
# What is over and has been told: the events stay on the log.
_FORGET: Final = """
DELETE FROM billing_alert_firing
WHERE fired_at < statement_timestamp() - interval '90 days' AND (bucket_start IS NOT NULL OR resolved_at IS NOT NULL)
"""


def mark_by_clock() -> None:
    """Mark the organizations of whose rules time alone may change the state, and forget firings of 90 days ago."""
    watch_low_balances()
    with connection.cursor() as cursor:
        cursor.execute(_BY_CLOCK)
        cursor.execute(_FORGET)


def evaluate_due(*, seconds: float) -> int:
    """Evaluate the marked organizations, the longest marked first, for so many seconds; return how many there were.

    Each is one transaction, that deletes its marks too. The marks of an organization that cannot be evaluated stay, the
    error is logged, and the others go on. Call it outside of a transaction.
    """
    deadline, done = time.monotonic() + seconds, 0
    failed: list[int] = []
    while time.monotonic() < deadline:
        organization_pk = None
        try:
            with transaction.atomic():
                organization_pk = _take_next(failed)
                if organization_pk is None:
                    return done
                evaluate(organization_pk)
        except Exception:
            if organization_pk is None:
                raise
            _logger.exception("The alerts of the organization %s could not be evaluated.", organization_pk)
            failed.append(organization_pk)
        else:
            done += 1
    return done


def _take_next(excluded: list[int]) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [excluded])
        row = cursor.fetchone()
        if row is None:
            return None
        organization_pk: int = row[0]
        # Before the figures are read: whatever is marked after this is evaluated again.
        cursor.execute(_TAKE, [organization_pk])
    return organization_pk
