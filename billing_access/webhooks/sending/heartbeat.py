"""A row for each process that sends to webhooks, which says that it works."""

import uuid
from typing import Final

from django.db import connection

BEAT_SECONDS: Final = 10.0
_BEAT: Final = """
INSERT INTO billing_webhook_sender (id, beat_at) VALUES (%s, statement_timestamp())
ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at
"""
_FORGET: Final = "DELETE FROM billing_webhook_sender WHERE beat_at < statement_timestamp() - interval '1 day'"


def beat(process: uuid.UUID) -> None:
    """Store that the process has done its work now, by the database's clock, and forget those that ended a day ago."""
    with connection.cursor() as cursor:
        cursor.execute(_BEAT, [process])
        cursor.execute(_FORGET)


def forget(process: uuid.UUID) -> None:
    """Delete the row of a process that ends."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM billing_webhook_sender WHERE id = %s", [process])
