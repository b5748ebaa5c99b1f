"""A row for each process that works on its own, with the time at which it last did its work."""

from datetime import datetime
from typing import Final

from django.db import connection

from billing_audit.models import Heartbeat

SEALER: Final = "sealer"
_BEAT: Final = """
INSERT INTO billing_heartbeat (process, beat_at) VALUES (%s, statement_timestamp())
ON CONFLICT (process) DO UPDATE SET beat_at = excluded.beat_at
"""


def beat(process: str) -> None:
    """Store that the process has done its work now, by the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute(_BEAT, [process])


def last_beat(process: str) -> datetime | None:
    """Return when the process last did its work; None if it never did."""
    return Heartbeat.objects.filter(process=process).values_list("beat_at", flat=True).first()
