"""Deletes deliveries some time after they ended. What was sent, and when, is on the audit log."""

from typing import Final

from django.db import connection

# In one statement each, so that a delivery goes with its attempts, and no transaction is long.
_FORGET: Final = """
WITH old AS (
    SELECT id FROM billing_webhook_delivery WHERE ended_at < statement_timestamp() - interval '30 days'
      AND state <> 'waiting' LIMIT 10000),
tries AS (DELETE FROM billing_webhook_attempt a USING old WHERE a.delivery_id = old.id)
DELETE FROM billing_webhook_delivery d USING old WHERE d.id = old.id
"""


def forget_ended() -> int:
    """Delete what ended 30 days ago, ten thousand deliveries at a time; return how many there were."""
    deleted = 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(_FORGET)
            if not cursor.rowcount:
                return deleted
            deleted += cursor.rowcount
