"""Filling in the rollups of a newly registered tag, from the oldest run on, in steps.

A step is one transaction under the account's lock: it adds the next runs and moves the mark behind them. Killed at
any instant, the next step goes on from the last that was committed.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from billing_access.billing.ledger.account_lock import lock_accounts, move_revision
from billing_access.billing.ledger.changes import record_change
from billing_access.billing.models import RegisteredTag
from billing_access.billing.rollups import RUNS_OF_RANGE, move
from orgs import actors
from orgs.models import Organization

# A few tenths of a second: so long an import of the organization may wait.
RUNS_A_STEP: Final = 5_000
_LAST: Final = """
SELECT started_at FROM billing_run
WHERE organization_id = %(organization)s::bigint AND started_at IS NOT NULL
  AND started_at >= coalesce(%(start)s::timestamptz, '-infinity')
ORDER BY started_at OFFSET %(runs)s::int - 1 LIMIT 1
"""


def fill_in_tag(tag_id: int, *, runs_a_step: int = RUNS_A_STEP) -> None:
    """Fill a key in to its end. Ready or gone already, it does nothing. Call it outside of a transaction."""
    while fill_step(tag_id, runs_a_step=runs_a_step):
        pass


@transaction.atomic
def fill_step(tag_id: int, *, runs_a_step: int = RUNS_A_STEP) -> bool:
    """Add the next runs (more where several started at one instant) to a key's rollups; False once nothing is left.

    With the last of them the key becomes ready, on the record.
    """
    organization = Organization.objects.filter(registered_tags=tag_id).first()
    if organization is None:
        return False
    lock_accounts([organization.pk])
    tag = RegisteredTag.objects.filter(pk=tag_id, ready_at=None).first()
    if tag is None:
        return False
    end = _end_of_step(tag, runs_a_step)
    where: dict[str, Any] = {"organization": organization.pk, "key": tag.key, "start": tag.filled_through, "end": end}
    with connection.cursor() as cursor:
        cursor.execute(move(RUNS_OF_RANGE, "(SELECT %(key)s::varchar AS key)"), where)
    if end is None:
        tag.ready_at = timezone.now()
        move_revision(organization.pk)
        record_change("tag.ready", organization, actors.command("fill_in_tag"), details={"tag": tag.key})
    tag.filled_through = end
    tag.save(update_fields=["filled_through", "ready_at"])
    return end is not None


def _end_of_step(tag: RegisteredTag, runs_a_step: int) -> datetime | None:
    """Return the instant behind the last run of the step, None where what is left fits into it."""
    where = {"organization": tag.organization_id, "start": tag.filled_through, "runs": runs_a_step}
    with connection.cursor() as cursor:
        cursor.execute(_LAST, where)
        row = cursor.fetchone()
    return None if row is None else row[0] + timedelta(microseconds=1)
