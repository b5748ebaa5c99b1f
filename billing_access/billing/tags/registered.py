"""Registered tags: the tag keys by which an organization can group its usage.

A registered key has rollups for each value. During its backfill they cover the runs that started before
``filled_through``. The backfill adds later runs step by step and moves that time forward; ingest updates the rollups
only for runs that started before it. Both hold the account's lock, so the rollups are always exact for the runs that
they cover. Once they cover all runs ``ready_at`` is set; nobody reads them before.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from billing_access.access.key_format import refuse_keys
from billing_access.billing.ledger.account_lock import lock_accounts, move_revision
from billing_access.billing.ledger.changes import InvalidChange, record_change
from billing_access.billing.models import RegisteredTag, Run
from billing_access.billing.rollups import BUCKETS
from billing_access.billing.tags.tag_validation import InvalidTags, check_tag_key
from billing_audit.plain_text import composed
from billing_audit.record import Actor
from orgs.access import require
from orgs.jobs import drop_waiting
from orgs.models import Organization
from orgs.roles import MANAGE_BILLING_ACCESS

MAX_REGISTERED: Final = 10
BACKFILL_JOB: Final = "billing_access.fill_in_tag"
# The progress of a backfill is the share of runs in UTC days before `filled_through`, in percent, rounded down. It is
# counted from the rollups of the total, which takes a few rows for each day.
_STATES: Final = """
SELECT t.key, t.registered_at, t.ready_at, t.filled_through, CASE WHEN t.ready_at IS NULL THEN (
           SELECT coalesce(floor(100 * sum(u.run_count) FILTER (WHERE u.bucket_start + interval '1 day'
                                                                      <= t.filled_through) / sum(u.run_count)), 0)
           FROM billing_usage_day u WHERE u.organization_id = t.organization_id AND u.tag_key = '') ELSE 100 END::int
FROM billing_registered_tag t WHERE t.organization_id = %s ORDER BY t.key
"""


@dataclass(frozen=True, slots=True)
class TagState:
    """A registered key and how far its backfill is, in percent. Usage can be grouped by it once ``ready_at`` is set."""

    key: str
    registered_at: datetime
    ready_at: datetime | None
    filled_through: datetime | None
    percent: int


@transaction.atomic
def register_tag(organization: Organization, key: str, *, actor: Actor) -> RegisteredTag:
    """Register a tag key, so that usage can be grouped by it; nothing changes if it is registered already.

    The tag is ready at once if no run has started, else a job backfills it. Raises InvalidChange for a key that no run
    can have and if MAX_REGISTERED keys are registered, and PermissionDenied if the actor may not manage billing access.
    """
    key = _checked(key)
    _lock(organization, actor)
    tags = RegisteredTag.objects.filter(organization=organization)
    existing = tags.filter(key=key).first()
    if existing is not None:
        return existing
    if not has_room(tags.count()):
        raise InvalidChange(f"{MAX_REGISTERED} tags are registered, which is the most. Remove one first.")
    has_past = Run.objects.filter(organization=organization, started_at__isnull=False).exists()
    tag = tags.create(organization=organization, key=key, ready_at=None if has_past else timezone.now())
    move_revision(organization.pk)
    record_change("tag.registered", organization, actor, details={"tag": key})
    if has_past:
        defer_backfill(tag.pk)
    return tag


@transaction.atomic
def unregister_tag(organization: Organization, key: str, *, actor: Actor) -> bool:
    """Remove a tag key and delete its rollups; runs keep their tags. Returns False if it is not registered.

    Raises PermissionDenied if the actor may not manage billing access.
    """
    key = composed(key)
    _lock(organization, actor)
    deleted, _ = RegisteredTag.objects.filter(organization=organization, key=key).delete()
    if not deleted:
        return False
    with connection.cursor() as cursor:
        for table in BUCKETS:
            statement = f"DELETE FROM {table} WHERE organization_id = %s AND tag_key = %s"  # noqa: S608
            cursor.execute(statement, [organization.pk, key])
    move_revision(organization.pk)
    record_change("tag.unregistered", organization, actor, details={"tag": key})
    return True


def has_room(count: int) -> bool:
    """Tell whether an organization with so many registered tags may register another one."""
    return count < MAX_REGISTERED


def registered_tags(organization: Organization) -> list[TagState]:
    """Return the registered keys, ordered by name, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_STATES, [organization.pk])
        return [TagState(*row) for row in cursor.fetchall()]


def defer_backfill(tag_id: int) -> None:
    """Defer a job that backfills a tag; the worker sees it once this transaction commits.

    Raises procrastinate's AlreadyEnqueued if such a job is waiting already.
    """
    app.configure_task(BACKFILL_JOB, queueing_lock=f"{BACKFILL_JOB}:{tag_id}").defer(tag_id=tag_id)


def drop_backfills(organization: Organization, actor: Actor) -> None:
    """Drop the organization's backfills that wait, when it is closed. Reopened, ``resume_backfills`` goes on."""
    unready = RegisteredTag.objects.filter(organization=organization, ready_at=None)
    drop_waiting(BACKFILL_JOB, "tag_id", list(unready.values_list("pk", flat=True)))


def _lock(organization: Organization, actor: Actor) -> None:
    # A change of the actor's role locks the organization's row too, so the permission holds until this commits.
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, organization, MANAGE_BILLING_ACCESS)
    lock_accounts([organization.pk])


def _checked(key: str) -> str:
    try:
        key = check_tag_key(key.strip())
        refuse_keys(key)
    except InvalidTags as error:
        raise InvalidChange(f"{error}.") from None
    except ValidationError as error:
        raise InvalidChange(error.messages[0]) from None
    return key
