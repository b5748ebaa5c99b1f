"""Background jobs: ended opt-ins, keys that expire, backfills of tags, alerts, old deliveries, the check of figures.

Access does not wait for them: every read checks time limits and expiry itself.
"""

import time
from contextlib import suppress
from dataclasses import asdict
from typing import Any, Final

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from billing_access.access.services import suspensions
from billing_access.access.services.expiry_notices import tell_of_expiring_keys
from billing_access.access.services.opt_in import note_ended_opt_ins
from billing_access.access.services.suspensions import TELL_OF_LIFTING
from billing_access.billing.alerts.due import evaluate_due, mark_by_clock
from billing_access.billing.ledger.figures_check import check_figures
from billing_access.billing.ledger.figures_of_all import FiguresCheck, check_further, record_check
from billing_access.billing.models import RegisteredTag
from billing_access.billing.tags.backfill import backfill_step
from billing_access.billing.tags.registered import BACKFILL_JOB, defer_backfill
from billing_access.webhooks.retention import forget_ended
from billing_audit.queues import UPKEEP
from orgs import actors
from orgs.tasks import RETRIES

# After this long a backfill job, or the check of figures, defers the rest to a new job, so that e-mails in the same
# queue are sent in between.
BACKFILL_SECONDS: Final = 5
CHECK_SECONDS: Final = 5
# The next minute's job goes on with the organizations that are left.
ALERT_SECONDS: Final = 20
_CHECK_FIGURES: Final = "billing_access.check_figures"


@app.periodic(cron="* * * * *")
@app.task(name="billing_access.note_ended_opt_ins", queue=UPKEEP, queueing_lock="billing_access.note_ended_opt_ins")
def note_ended(timestamp: int) -> None:
    """Record and announce opt-ins whose time limit has passed."""
    note_ended_opt_ins()


@app.periodic(cron="*/10 * * * *")
@app.task(name="billing_access.tell_of_expiring", queue=UPKEEP, queueing_lock="billing_access.tell_of_expiring")
def tell_of_expiring(timestamp: int) -> None:
    """E-mail owners and creators about keys that will expire soon."""
    tell_of_expiring_keys()


@app.periodic(cron="* * * * *")
@app.task(name="billing_access.evaluate_alerts", queue=UPKEEP, queueing_lock="billing_access.evaluate_alerts")
def evaluate_alerts(timestamp: int) -> None:
    """Evaluate the alerts of the organizations whose figures have changed, or of which the clock may change something.

    An import leaves a mark for each of its transactions, and costs one evaluation. Nothing is deferred by what changes
    figures: a second deferral under one queueing lock would abort its transaction.
    """
    mark_by_clock()
    evaluate_due(seconds=ALERT_SECONDS)


@app.periodic(cron="23 4 * * *")
@app.task(name="billing_access.forget_deliveries", queue=UPKEEP, queueing_lock="billing_access.forget_deliveries")
def forget_deliveries(timestamp: int) -> None:
    """Delete deliveries to webhooks that ended 30 days ago, with their attempts. The log keeps the events."""
    forget_ended()


@app.task(name=TELL_OF_LIFTING, queue=UPKEEP, retry=RETRIES)
def tell_of_lifting() -> None:
    """E-mail the owners whose keys can read again since the platform's suspension was lifted."""
    suspensions.tell_of_lifting()


@app.task(name=BACKFILL_JOB, queue=UPKEEP, retry=RETRIES)
def backfill(*, tag_id: int) -> None:
    """Backfill a newly registered tag for a few seconds, and defer the rest to another job."""
    deadline = time.monotonic() + BACKFILL_SECONDS
    while backfill_step(tag_id):
        if time.monotonic() >= deadline:
            with suppress(AlreadyEnqueued), transaction.atomic():
                defer_backfill(tag_id)
            return


@app.periodic(cron="*/10 * * * *")
@app.task(name="billing_access.resume_filling", queue=UPKEEP, queueing_lock="billing_access.resume_filling")
def resume_backfills(timestamp: int) -> None:
    """Defer a job for each tag whose backfill has not ended and has no job waiting: its job was lost or failed."""
    unready = RegisteredTag.objects.filter(ready_at=None, organization__closed_at=None)
    for tag_id in unready.values_list("pk", flat=True):
        with suppress(AlreadyEnqueued), transaction.atomic():
            defer_backfill(tag_id)


@app.periodic(cron="11 2 * * *")
@app.task(name=_CHECK_FIGURES, queue=UPKEEP, queueing_lock=_CHECK_FIGURES, retry=RETRIES)
def check_all_figures(timestamp: int, so_far: dict[str, Any] | None = None) -> None:
    """Check the figures of all organizations for a few seconds, and defer the rest to another job.

    The last one records what was found on the platform's log, and e-mails platform staff where there is a fault.
    """
    check = FiguresCheck(**(so_far or {}))
    if check_further(check, lambda each: not check_figures(each), until=time.monotonic() + CHECK_SECONDS):
        record_check(check, actor=actors.command("worker"), night=timestamp)
        return
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(_CHECK_FIGURES).defer(timestamp=timestamp, so_far=asdict(check))
