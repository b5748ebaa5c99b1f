"""The backfill of a newly registered tag: its rollups are built from the existing runs, oldest first, in steps.

A step is one transaction under the account's lock. It adds the next runs to the rollups and sets ``filled_through`` to
just after the last of them, so that a process killed at any instant loses only the step that was not committed.
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

# A few tenths of a second, for which an import into the same organization may have to wait.
RUNS_PER_STEP: Final = 5_000
_LAST: Final = """
SELECT started_at FROM billing_run
WHERE organization_id = %(organization)s::bigint AND started_at IS NOT NULL
  AND started_at >= coalesce(%(start)s::timestamptz, '-infinity')
ORDER BY started_at OFFSET %(runs)s::int - 1 LIMIT 1
"""


def backfill_tag(tag_id: int, *, runs_per_step: int = RUNS_PER_STEP) -> None:
    """Backfill a tag until it is ready. Does nothing if it is ready or no longer registered.

    Call it outside of a transaction.
    """
    while backfill_step(tag_id, runs_per_step=runs_per_step):
        pass


@transaction.atomic
def backfill_step(tag_id: int, *, runs_per_step: int = RUNS_PER_STEP) -> bool:
    """Add the next runs to a tag's rollups; return False once none is left.

    A step has ``runs_per_step`` runs, and more where several started at the same instant as the last. The step that
    adds the last run makes the tag ready and records ``tag.ready``.
    """
    organization = Organization.objects.filter(registered_tags=tag_id).first()
    if organization is None:
        return False
    lock_accounts([organization.pk])
    tag = RegisteredTag.objects.filter(pk=tag_id, ready_at=None).first()
    if tag is None:
        return False
    end = _end_of_step(tag, runs_per_step)
    parameters: dict[str, Any] = {
        "organization": organization.pk,
        "key": tag.key,
        "start": tag.filled_through,
        "end": end,
    }
    with connection.cursor() as cursor:
        moved = move(RUNS_OF_RANGE, "(SELECT %(key)s::varchar AS key)")
        cursor.execute(f"WITH {moved} SELECT", parameters)
    if end is None:
        tag.ready_at = timezone.now()
        move_revision(organization.pk)
        record_change("tag.ready", organization, actors.command("fill_in_tag"), details={"tag": tag.key})
    tag.filled_through = end
    tag.save(update_fields=["filled_through", "ready_at"])
    return end is not None


def _end_of_step(tag: RegisteredTag, runs_per_step: int) -> datetime | None:
    """Return the instant just after the step's last run; None if the step covers all remaining runs."""
    parameters = {"organization": tag.organization_id, "start": tag.filled_through, "runs": runs_per_step}
    with connection.cursor() as cursor:
        cursor.execute(_LAST, parameters)
        row = cursor.fetchone()
    return None if row is None else row[0] + timedelta(microseconds=1)
