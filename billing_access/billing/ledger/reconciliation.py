"""Reconciles a balance with the one of an external biller: the difference becomes an adjustment in the ledger.

Both balances are those of one instant, ``observed_at``, so that what was spent since then stays spent. A run is charged
when it finished, or when it started if that is unknown, once its cost is final; until then it is charged after every
instant. It is charged gross: a credit on it counts from when the credit occurred. What is fed later for a time before
the last reconciliation is offset by an adjustment at that instant, so the balance of then stays what the biller
reported.
"""

from datetime import datetime
from decimal import Decimal
from typing import Final

from django.db import connection, transaction

from billing_access.billing.ledger.account_lock import lock_accounts, move_totals
from billing_access.billing.ledger.changes import InvalidChange, check_time, exact_amount, is_ahead, record_change
from billing_access.billing.ledger.entries import append_entry, check_texts
from billing_access.billing.models import Account, BalanceEntry, BillingMode, EntryKind, Reconciliation, RunCredit
from billing_access.billing.money import LIMIT, format_usd
from billing_audit.canonical_json import write_time
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization


def charged_until(prefix: str, at: str) -> str:
    """Return SQL of what a run charges up to the instant ``at``, in US dollars: its gross cost, or 0.

    ``prefix`` comes before each column's name. With an ``at`` or columns of null it is 0.
    """
    return (
        f"CASE WHEN {prefix}cost_status = 'final' AND coalesce({prefix}finished_at, {prefix}started_at) <= {at} "
        f"THEN {prefix}total_cost_usd ELSE 0 END"
    )


_BALANCE_AT: Final = f"""
SELECT (SELECT coalesce(sum(amount_usd), 0) FROM billing_balance_entry
        WHERE organization_id = %(organization)s::bigint AND occurred_at <= %(at)s::timestamptz)
     + (SELECT coalesce(sum(amount_usd), 0) FROM billing_run_credit
        WHERE organization_id = %(organization)s::bigint AND occurred_at <= %(at)s::timestamptz
          AND void_revision IS NULL)
     - (SELECT coalesce(sum({charged_until("", "%(at)s::timestamptz")}), 0) FROM billing_run
        WHERE organization_id = %(organization)s::bigint AND started_at <= %(at)s::timestamptz)
"""  # noqa: S608 (constants only)


@transaction.atomic
def reconcile_balance(
    organization: Organization,
    *,
    balance_usd: Decimal,
    observed_at: datetime,
    reference: str,
    note: str = "",
    actor: Actor,
) -> Reconciliation:
    """Record the balance that an external biller reported for ``observed_at``, runs and entries at it included.

    If it differs from our balance of that instant, an adjustment by the difference is appended, dated
    ``observed_at``. ``balance_reconciled_at`` becomes ``observed_at``. For a reference that is recorded already its
    reconciliation is returned and nothing changes. Raises InvalidChange for a reference recorded with another balance
    or time, for a time before the last reconciliation (which it would undo) or in the future, and for a postpaid
    account, which has no balance; and PermissionDenied.
    """
    require_platform(actor)
    reference, note = check_texts(reference, note)
    balance = exact_amount(balance_usd)
    check_time(observed_at)
    lock_accounts([organization.pk])
    existing = Reconciliation.objects.filter(organization=organization, reference=reference).first()
    if existing is not None:
        return _repeated(existing, balance, observed_at)
    account = Account.objects.get(pk=organization.pk)
    _check_reconciliation(account, reference, observed_at)
    difference = balance - balance_at(organization, observed_at)
    if abs(difference) >= LIMIT:
        raise InvalidChange(f"The difference, {format_usd(difference)}, is too large for one entry.")
    revision = move_totals({}, entries={organization.pk: difference})[organization.pk]
    if difference:
        entry = BalanceEntry(kind=EntryKind.ADJUSTMENT, amount_usd=difference, reference=reference, note=note)
        entry.occurred_at = observed_at
        append_entry(organization, entry, revision, actor)
    Account.objects.filter(pk=organization.pk).update(balance_reconciled_at=observed_at)
    reconciliation = Reconciliation.objects.create(
        organization=organization,
        reference=reference,
        balance_usd=balance,
        observed_at=observed_at,
        difference_usd=difference,
        revision=revision,
    )
    changes = {"balance_reconciled_at": (account.balance_reconciled_at, observed_at)}
    details = {
        "reference": reference,
        "balance_usd": format_usd(balance),
        "difference_usd": format_usd(difference),
    }
    record_change("balance.reconciled", organization, actor, changes=changes, details=details)
    return reconciliation


def balance_at(organization: Organization, at: datetime) -> Decimal:
    """Return the balance of an instant: entries and credits that occurred up to it less the runs charged up to it."""
    with connection.cursor() as cursor:
        cursor.execute(_BALANCE_AT, {"organization": organization.pk, "at": at})
        balance: Decimal = cursor.fetchone()[0]
    return balance


def _repeated(existing: Reconciliation, balance: Decimal, observed_at: datetime) -> Reconciliation:
    if (existing.balance_usd, existing.observed_at) != (balance, observed_at):
        raise InvalidChange(
            f"The reference {existing.reference!r} is already used: the balance was "
            f"{format_usd(existing.balance_usd)} at {write_time(existing.observed_at)}. Choose another."
        )
    return existing


def _check_reconciliation(account: Account, reference: str, observed_at: datetime) -> None:
    if account.billing_mode == BillingMode.POSTPAID:
        raise InvalidChange("The account is postpaid: it has no balance to reconcile.")
    if is_ahead(observed_at):
        raise InvalidChange(f"{write_time(observed_at)} is in the future; no balance can be observed yet.")
    last = account.balance_reconciled_at
    if last is not None and observed_at < last:
        raise InvalidChange(
            f"The balance was already reconciled as of {write_time(last)}; one of {write_time(observed_at)} is older "
            "and would undo that. Send the newest balance."
        )
    for model, name in ((BalanceEntry, "balance entry"), (RunCredit, "credit on a run")):
        if model.objects.filter(organization=account.organization_id, reference=reference).exists():
            raise InvalidChange(f"The reference {reference!r} is already used by a {name}. Choose another.")
