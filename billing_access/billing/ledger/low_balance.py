"""The threshold at or below which a balance is called low."""

from decimal import Decimal

from django.db import transaction

from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.changes import InvalidChange, exact_amount, plain, record_change
from billing_access.billing.models import Account
from billing_audit.record import Actor
from orgs.access import require
from orgs.models import Organization
from orgs.roles import MANAGE_BILLING_ACCESS


@transaction.atomic
def set_low_balance_threshold(organization: Organization, threshold_usd: Decimal | None, *, actor: Actor) -> Account:
    """Call the balance low at or below so many US dollars; None: never. The same again changes nothing.

    Raises InvalidChange for a negative or inexact amount, and PermissionDenied for who may not manage billing access.
    """
    # The organization's row first, as a change of the actor's role does, so that the right that is read holds.
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, organization, MANAGE_BILLING_ACCESS)
    if threshold_usd is not None and threshold_usd < 0:
        raise InvalidChange(f"A threshold is 0 or more, not {threshold_usd}.")
    wanted = None if threshold_usd is None else exact_amount(threshold_usd)
    lock_accounts([organization.pk])
    account = Account.objects.get(pk=organization.pk)
    before = account.low_balance_threshold_usd
    if before == wanted:
        return account
    account.low_balance_threshold_usd = wanted
    account.save(update_fields=["low_balance_threshold_usd"])
    changes = {"low_balance_threshold_usd": (plain(before), plain(wanted))}
    record_change("account.updated", organization, actor, changes=changes)
    return account
