"""``manage.py run_due``: do the jobs that are due, for a project that runs no worker. Call it from cron."""

import asyncio
import math
import time
from typing import Any, Final

from django.core.management.base import BaseCommand
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.periodic import PeriodicDeferrer, PeriodicRegistry

from billing_audit.queues import QUEUES
from orgs.due_work import do_due_work

# However long ago a periodic job was due, it is done once. A worker leaves it out after ten minutes.
_NEVER_TOO_LATE: Final = math.inf


class Command(BaseCommand):
    """E-mails wait until the next call, so call it every minute, or as late as e-mails may be.

    Only queues and periodic jobs of this project are touched. Several calls at the same time do each job once.
    """

    help = (
        "Do every job of Billing Access that is due: e-mails, periodic jobs, and what is sent to webhooks. For cron,"
        " where no worker runs."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        connector: Any = app.connector
        with app.replace_connector(connector.get_worker_connector()) as working:
            every_job, working.periodic_registry = working.periodic_registry, _own_periodic_jobs(working)
            try:
                asyncio.run(_drain(working))
            finally:
                working.periodic_registry = every_job
        do_due_work()
        left = ProcrastinateJob.objects.filter(queue_name__in=QUEUES, status="todo").count()
        self.stdout.write(f"Done. Failed, and waiting for the next attempt: {left}." if left else "Done.")


def _own_periodic_jobs(working: App) -> PeriodicRegistry:
    """Return the periodic jobs in our queues, without those of the host project."""
    own = PeriodicRegistry()  # type: ignore[no-untyped-call]
    for key, periodic in working.periodic_registry.periodic_tasks.items():
        if periodic.task.queue in QUEUES:
            own.periodic_tasks[key] = periodic
    return own


async def _drain(working: App) -> None:
    """Defer each periodic job that was not deferred since it was last due, then do what waits in our queues."""
    deferrer = PeriodicDeferrer(working.periodic_registry, max_delay=_NEVER_TOO_LATE)
    async with working.open_async():
        await deferrer.defer_jobs(deferrer.get_previous_tasks(at=time.time()))
        await working.run_worker_async(queues=[*QUEUES], wait=False, listen_notify=False)
