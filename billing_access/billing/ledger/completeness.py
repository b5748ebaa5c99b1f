"""Marks until when an organization's feed is complete, which readers see as ``usage_through`` and ``is_final``."""

from datetime import datetime

from django.db import transaction
from django.db.models.functions import Coalesce, Now
from django.utils import timezone

from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.alert_marks import account_changed
from billing_access.billing.ledger.changes import InvalidChange, check_time, record_change
from billing_access.billing.models import Account
from billing_audit.canonical_json import write_time
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization


def check_through(through: datetime) -> None:
    """Raise InvalidChange for a time that has no offset or is in the future, which cannot have been fed yet."""
    check_time(through)
    if through > timezone.now():
        raise InvalidChange(f"{write_time(through)} is in the future; no feed can be complete until then.")


@transaction.atomic
def mark_complete(organization: Organization, through: datetime, *, actor: Actor, move_back: bool = False) -> datetime:
    """Mark that every run that started before ``through`` was fed; return the time until which the feed is complete.

    Without ``move_back`` an earlier time than the present one changes nothing, and the present one is returned. Opens
    an account if there is none and sets its ``fed_at``: a complete feed without runs is a feed too. Raises
    InvalidChange like ``check_through``, and PermissionDenied.
    """
    require_platform(actor)
    check_through(through)
    lock_accounts([organization.pk])
    before = Account.objects.get(pk=organization.pk).usage_through
    if before is not None and (before == through or (through < before and not move_back)):
        return before
    Account.objects.filter(pk=organization.pk).update(usage_through=through, fed_at=Coalesce("fed_at", Now()))
    account_changed(organization.pk)
    changes = {"usage_through": (before, through)}
    record_change("usage.marked_complete", organization, actor, changes=changes)
    return through
