"""What operators watch of webhooks: whether anybody sends, what waits, and how the receivers answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection

# What an attempt came to: taken by the receiver, refused by it, or no answer.
OUTCOMES: Final = ("delivered", "refused", "unanswered")
# A delivery is due if nothing but the sender keeps it waiting: its endpoint does not rest after a failure.
_READ: Final = """
SELECT due.number, due.oldest,
    (SELECT count(*) FROM billing_webhook_sender WHERE beat_at > statement_timestamp() - interval '30 seconds'),
    (SELECT max(beat_at) FROM billing_webhook_sender),
    (SELECT count(*) FROM billing_webhook_endpoint WHERE state = 'disabled'),
    tries.delivered, tries.unanswered, tries.number
FROM (
    SELECT count(*) AS number, max(statement_timestamp() - greatest(d.attempt_at, e.rests_until)) AS oldest
    FROM billing_webhook_delivery d JOIN billing_webhook_endpoint e ON e.id = d.endpoint_id
    WHERE d.state = 'waiting' AND d.attempt_at <= statement_timestamp() AND e.rests_until <= statement_timestamp()
      AND (e.state = 'active' OR e.state = 'pending' AND d.type = 'webhook.challenge')) due,
  (
    SELECT count(*) AS number, count(*) FILTER (WHERE status IS NULL) AS unanswered,
        count(*) FILTER (WHERE status BETWEEN 200 AND 299 AND error = '') AS delivered
    FROM billing_webhook_attempt WHERE id > (SELECT coalesce(max(id), 0) - 10000 FROM billing_webhook_attempt)
      AND at > statement_timestamp() - interval '15 minutes') tries
"""


@dataclass(frozen=True, slots=True)
class WebhookHealth:
    """The state of sending to webhooks.

    ``due``: how many deliveries wait for the sender alone, the oldest for ``oldest_due``. ``senders``: how many
    processes gave a sign of life within 30 seconds; ``sender_beat_at``: the last. ``disabled``: how many endpoints
    failed for so long that nothing is sent to them. ``attempts``: how many of the last 15 minutes (of the last 10,000
    attempts) came to each of ``OUTCOMES``.
    """

    due: int
    oldest_due: timedelta
    senders: int
    sender_beat_at: datetime | None
    disabled: int
    attempts: dict[str, int]


def read_webhook_health() -> WebhookHealth:
    """Return the state of sending to webhooks. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_READ)
        due, oldest, senders, beat_at, disabled, delivered, unanswered, tried = cursor.fetchone()
    attempts = {"delivered": delivered, "refused": tried - delivered - unanswered, "unanswered": unanswered}
    return WebhookHealth(due, max(oldest or timedelta(), timedelta()), senders, beat_at, disabled, attempts)
