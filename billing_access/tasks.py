"""Jobs of billing access: the periodic ones tell of what was decided at read time already; others fill in tags."""

import time
from contextlib import suppress
from typing import Final

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from billing_access.access.services.expiry_notices import tell_of_expiring_keys
from billing_access.access.services.opt_in import note_ended_opt_ins
from billing_access.billing.models import RegisteredTag
from billing_access.billing.tags.backfill import fill_step
from billing_access.billing.tags.registered import FILL_IN, defer_filling
from orgs.tasks import RETRIES

# Then a job makes room for e-mails, and goes on in another.
SECONDS_OF_FILLING: Final = 5


@app.periodic(cron="* * * * *")
@app.task(name="billing_access.note_ended_opt_ins", queue="upkeep", queueing_lock="billing_access.note_ended_opt_ins")
def note_ended(timestamp: int) -> None:
    """Record and tell of opt-ins whose time limit has passed."""
    note_ended_opt_ins()


@app.periodic(cron="*/10 * * * *")
@app.task(name="billing_access.tell_of_expiring", queue="upkeep", queueing_lock="billing_access.tell_of_expiring")
def tell_of_expiring(timestamp: int) -> None:
    """Tell owners and creators of keys that end."""
    tell_of_expiring_keys()


@app.task(name=FILL_IN, queue="upkeep", retry=RETRIES)
def fill_in(*, tag_id: int) -> None:
    """Fill in a newly registered tag for some seconds, and leave the rest to another job."""
    deadline = time.monotonic() + SECONDS_OF_FILLING
    while fill_step(tag_id):
        if time.monotonic() >= deadline:
            with suppress(AlreadyEnqueued), transaction.atomic():
                defer_filling(tag_id)
            return


@app.periodic(cron="*/10 * * * *")
@app.task(name="billing_access.resume_filling", queue="upkeep", queueing_lock="billing_access.resume_filling")
def resume_filling(timestamp: int) -> None:
    """Take up tags whose job was lost or has failed for good."""
    for tag_id in RegisteredTag.objects.filter(ready_at=None).values_list("pk", flat=True):
        with suppress(AlreadyEnqueued), transaction.atomic():
            defer_filling(tag_id)
