"""How far a feed is complete: the word behind ``usage_through`` and ``is_final``."""

from datetime import datetime

from django.db import transaction
from django.db.models.functions import Coalesce, Now
from django.utils import timezone

from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.changes import InvalidChange, check_time, record_change
from billing_access.billing.models import Account
from billing_audit.canonical_json import write_time
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization


def check_through(through: datetime) -> None:
    """Raise InvalidChange for a time without an offset or of the future: nobody has fed that."""
    check_time(through)
    if through > timezone.now():
        raise InvalidChange(f"{write_time(through)} is in the future; no feed is complete to there.")


@transaction.atomic
def mark_complete(organization: Organization, through: datetime, *, actor: Actor, move_back: bool = False) -> datetime:
    """Say that every run that started before ``through`` was fed, and return to where the feed is complete now.

    It never goes back unless ``move_back`` says so: an earlier time than the last leaves that, which is returned.
    An account is opened where there is none, and is fed from then on: none of its runs is a word too. Raises
    InvalidChange as ``check_through`` does, and PermissionDenied.
    """
    require_platform(actor)
    check_through(through)
    lock_accounts([organization.pk])
    before = Account.objects.get(pk=organization.pk).usage_through
    if before is not None and (before == through or (through < before and not move_back)):
        return before
    Account.objects.filter(pk=organization.pk).update(usage_through=through, fed_at=Coalesce("fed_at", Now()))
    changes = {"usage_through": (before, through)}
    record_change("usage.marked_complete", organization, actor, changes=changes)
    return through
