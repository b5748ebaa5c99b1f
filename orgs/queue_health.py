"""What operators watch of the worker and its queue."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from django.db.models import Count, Q
from procrastinate.contrib.django.models import ProcrastinateJob

# A job that failed and is tried again later waits until then. Finished jobs stay for 30 days (orgs/tasks.py).
_WAITING: Final = """
SELECT count(*), max(statement_timestamp() - coalesce(j.scheduled_at, e.at)),
    (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > statement_timestamp() - interval '30 seconds'),
    (SELECT max(last_heartbeat) FROM procrastinate_workers)
FROM procrastinate_jobs j LEFT JOIN procrastinate_events e ON e.job_id = j.id AND e.type = 'deferred'
WHERE j.status = 'todo' AND (j.scheduled_at IS NULL OR j.scheduled_at <= statement_timestamp())
"""


@dataclass(frozen=True, slots=True)
class QueueHealth:
    """The state of the queue of jobs.

    ``waiting``: how many jobs are due, the oldest for ``oldest_waiting``. ``failed``: how many failed for good within
    the last 30 days; ``retried``: how many have failed, and wait to be tried again.
    ``workers``: how many have given a sign of life within 30 seconds; ``worker_beat_at``: the last.
    """

    waiting: int
    oldest_waiting: timedelta
    failed: int
    retried: int
    workers: int
    worker_beat_at: datetime | None


def read_queue_health() -> QueueHealth:
    """Return the state of the queue. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_WAITING)
        waiting, oldest, workers, beat_at = cursor.fetchone()
    unfinished = ProcrastinateJob.objects.filter(status__in=("failed", "todo"))
    ended = unfinished.aggregate(
        failed=Count("pk", filter=Q(status="failed")), retried=Count("pk", filter=Q(status="todo", attempts__gt=0))
    )
    return QueueHealth(
        waiting, max(oldest or timedelta(), timedelta()), **ended, workers=workers, worker_beat_at=beat_at
    )
