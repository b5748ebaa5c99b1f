"""Sets the balance at or below which an organization's balance counts as low."""

from decimal import Decimal

from django.db import transaction

from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.alert_marks import account_changed
from billing_access.billing.ledger.changes import InvalidChange, event_value, exact_amount, record_change
from billing_access.billing.models import Account
from billing_audit.record import Actor
from orgs.access import require
from orgs.models import Organization
from orgs.roles import MANAGE_BILLING_ACCESS


@transaction.atomic
def set_low_balance_threshold(organization: Organization, threshold_usd: Decimal | None, *, actor: Actor) -> Account:
    """Set the threshold in US dollars; with None no balance counts as low. An equal threshold changes nothing.

    Raises InvalidChange for an amount that is negative or has more than ten decimals, and PermissionDenied if the actor
    may not manage billing access.
    """
    # A change of the actor's role locks the organization's row too, so the permission holds until this commits.
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, organization, MANAGE_BILLING_ACCESS)
    if threshold_usd is not None and threshold_usd < 0:
        raise InvalidChange(f"A threshold is 0 or more, not {threshold_usd}.")
    threshold = None if threshold_usd is None else exact_amount(threshold_usd)
    lock_accounts([organization.pk])
    account = Account.objects.get(pk=organization.pk)
    before = account.low_balance_threshold_usd
    if before == threshold:
        return account
    account.low_balance_threshold_usd = threshold
    account.save(update_fields=["low_balance_threshold_usd"])
    account_changed(organization.pk)
    changes = {"low_balance_threshold_usd": (event_value(before), event_value(threshold))}
    record_change("account.updated", organization, actor, changes=changes)
    return account
