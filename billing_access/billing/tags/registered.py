"""Registered tags: the keys by whose values usage is summed, chosen by an organization.

A registered key has rollups of the runs that started before ``filled_through``, and of all once ``ready_at`` is set:
filling moves that mark run by run of the past, ingest moves rollups before it only. Both under the account's lock,
so at every moment the rollups are exactly the sums of those runs; nobody reads them before they are of all.
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
from billing_audit.record import Actor
from orgs.access import require
from orgs.models import Organization
from orgs.roles import MANAGE_BILLING_ACCESS

MOST_REGISTERED: Final = 10
FILL_IN: Final = "billing_access.fill_in_tag"
# Whole days of the total's rollups: how much of the past lies before the mark, in hundredths, rounded down.
_STATES: Final = """
SELECT t.key, t.registered_at, t.ready_at, t.filled_through, CASE WHEN t.ready_at IS NULL THEN (
           SELECT coalesce(floor(100 * sum(u.run_count) FILTER (WHERE u.bucket_start + interval '1 day'
                                                                      <= t.filled_through) / sum(u.run_count)), 0)
           FROM billing_usage_day u WHERE u.organization_id = t.organization_id AND u.tag_key = '') ELSE 100 END::int
FROM billing_registered_tag t WHERE t.organization_id = %s ORDER BY t.key
"""


@dataclass(frozen=True, slots=True)
class TagState:
    """A registered key, and how much of what there was is filled in, in hundredths; readable once ``ready_at``."""

    key: str
    registered_at: datetime
    ready_at: datetime | None
    filled_through: datetime | None
    percent: int


@transaction.atomic
def register_tag(organization: Organization, key: str, *, actor: Actor) -> RegisteredTag:
    """Have usage summed by the values of a tag. Ready at once where no run has started, else a job fills it in.

    Registered already: nothing changes. Raises InvalidChange for a key that no run can have and beyond the most
    keys that are kept, and PermissionDenied for who may not manage billing access.
    """
    key = _checked(key)
    _lock(organization, actor)
    tags = RegisteredTag.objects.filter(organization=organization)
    existing = tags.filter(key=key).first()
    if existing is not None:
        return existing
    if tags.count() >= MOST_REGISTERED:
        raise InvalidChange(f"{MOST_REGISTERED} tags are registered, which is the most. Remove one first.")
    has_past = Run.objects.filter(organization=organization, started_at__isnull=False).exists()
    tag = tags.create(organization=organization, key=key, ready_at=None if has_past else timezone.now())
    move_revision(organization.pk)
    record_change("tag.registered", organization, actor, details={"tag": key})
    if has_past:
        defer_filling(tag.pk)
    return tag


@transaction.atomic
def unregister_tag(organization: Organization, key: str, *, actor: Actor) -> bool:
    """Stop summing by a tag, and drop its sums; the runs keep theirs. Not registered: nothing changes, and False.

    Raises PermissionDenied for who may not manage billing access.
    """
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


def registered_tags(organization: Organization) -> list[TagState]:
    """Return the registered keys, by name, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_STATES, [organization.pk])
        return [TagState(*row) for row in cursor.fetchall()]


def defer_filling(tag_id: int) -> None:
    """Have the worker fill a key in, once this transaction commits.

    Raises procrastinate's AlreadyEnqueued where a job waits to do so.
    """
    app.configure_task(FILL_IN, queueing_lock=f"{FILL_IN}:{tag_id}").defer(tag_id=tag_id)


def _lock(organization: Organization, actor: Actor) -> None:
    # The organization's row first, as a change of the actor's role does, so that the right that is read holds.
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, organization, MANAGE_BILLING_ACCESS)
    lock_accounts([organization.pk])


def _checked(key: str) -> str:
    key = key.strip()
    try:
        check_tag_key(key)
        refuse_keys(key)
    except InvalidTags as error:
        raise InvalidChange(f"{error}.") from None
    except ValidationError as error:
        raise InvalidChange(error.messages[0]) from None
    return key
