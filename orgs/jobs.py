"""Drops jobs that wait in the queue, in the current transaction."""

from collections.abc import Collection

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def drop_waiting(task: str, argument: str, values: Collection[int]) -> int:
    """Delete the jobs of this task that wait and have one of these values as the argument. Returns how many.

    A job that a worker has begun is left alone.
    """
    waiting = ProcrastinateJob.objects.filter(status="todo", task_name=task, **{f"args__{argument}__in": list(values)})
    return sum(app.job_manager.cancel_job_by_id(pk, delete_job=True) for pk in waiting.values_list("pk", flat=True))
