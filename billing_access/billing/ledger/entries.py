"""Appends balance entries to an organization's ledger, one for each reference."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from django.db import transaction

from billing_access.billing.ledger.account_lock import lock_accounts, move_totals
from billing_access.billing.ledger.changes import (
    InvalidChange,
    check_time,
    exact_amount,
    is_ahead,
    record_change,
    stored_text,
)
from billing_access.billing.models import Account, BalanceEntry, EntryKind, Reconciliation, RunCredit
from billing_access.billing.money import LIMIT, format_usd
from billing_audit.canonical_json import write_time
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization

ADDS: Final = frozenset({EntryKind.TOP_UP, EntryKind.GRANT})
TAKES: Final = frozenset({EntryKind.EXPIRY, EntryKind.CHARGE})
# What the references of offsets begin with; the rest is the revision.
LATE: Final = "late:"
LONGEST_REFERENCE: Final = 120
LONGEST_NOTE: Final = 200


@transaction.atomic
def add_balance_entry(
    organization: Organization,
    *,
    kind: str,
    amount_usd: Decimal,
    reference: str,
    occurred_at: datetime,
    note: str = "",
    actor: Actor,
) -> BalanceEntry:
    """Append an entry to the ledger; for a reference that is recorded already, return its entry.

    If the entry occurred by the last reconciliation, an adjustment offsets it at that instant, so that the reported
    balance stays true. Raises InvalidChange for a reference recorded with another kind or amount, or by a
    reconciliation or a credit on a run, for zero, for more than ten decimals, for an amount whose sign does not fit its
    kind, and for a time in the future; and PermissionDenied.
    """
    require_platform(actor)
    reference, note = check_texts(reference, note)
    amount = _checked_amount(kind, amount_usd)
    check_time(occurred_at)
    lock_accounts([organization.pk])
    for model, name in ((Reconciliation, "reconciliation"), (RunCredit, "credit on a run")):
        if model.objects.filter(organization=organization, reference=reference).exists():
            raise InvalidChange(f"The reference {reference!r} is already used by a {name}. Choose another.")
    existing = BalanceEntry.objects.filter(organization=organization, reference=reference).first()
    if existing is not None:
        if (existing.kind, existing.amount_usd) != (kind, amount):
            raise InvalidChange(
                f"The reference {reference!r} is already used by a {existing.kind} of "
                f"{format_usd(existing.amount_usd)}; entries never change. Record the difference as another entry "
                "with a new reference."
            )
        return existing
    if is_ahead(occurred_at):
        raise InvalidChange(f"{write_time(occurred_at)} is in the future; record the entry once it has occurred.")
    late_for = reconciled_since(organization, occurred_at)
    moved = amount if late_for is None else Decimal(0)
    revision = move_totals({}, entries={organization.pk: moved})[organization.pk]
    entry = BalanceEntry(kind=kind, amount_usd=amount, reference=reference, occurred_at=occurred_at, note=note)
    append_entry(organization, entry, revision, actor)
    if late_for is not None:
        offset_late(organization, -amount, revision, late_for, actor)
    return entry


def reconciled_since(organization: Organization, occurred_at: datetime) -> datetime | None:
    """Return the instant of the locked account's last reconciliation if it is at or after this time, else None."""
    reconciled_at = Account.objects.values_list("balance_reconciled_at", flat=True).get(pk=organization.pk)
    return reconciled_at if reconciled_at is not None and occurred_at <= reconciled_at else None


def append_entry(organization: Organization, entry: BalanceEntry, revision: int, actor: Actor) -> BalanceEntry:
    """Save an entry at this revision and record its event. The caller has added it to the locked account's totals."""
    entry.organization, entry.revision = organization, revision
    entry.save(force_insert=True)
    amount = format_usd(entry.amount_usd)
    details = {"reference": entry.reference, "kind": str(entry.kind), "amount_usd": amount}
    record_change("balance_entry.added", organization, actor, details=details)
    return entry


def offset_late(
    organization: Organization, amount_usd: Decimal, revision: int, reconciled_at: datetime, actor: Actor
) -> BalanceEntry:
    """Append the adjustment that keeps the balance of the last reconciliation as the biller reported it.

    For what was fed at this revision, but counts at or before ``reconciled_at``: a run, a correction, a credit, a
    void or an entry. The caller has added the amount to the locked account's totals. Raises InvalidChange for an amount
    that no entry can have.
    """
    if abs(amount_usd) >= LIMIT:
        raise InvalidChange(
            f"What was charged by the last reconciliation, {write_time(reconciled_at)}, would change by "
            f"{format_usd(amount_usd)} USD at once, and an entry is below {LIMIT}. Feed or void fewer runs at a time."
        )
    entry = BalanceEntry(
        kind=EntryKind.ADJUSTMENT,
        amount_usd=amount_usd,
        reference=f"{LATE}{revision}",
        occurred_at=reconciled_at,
        note="Offsets what was fed after the reconciliation for a time before it",
    )
    return append_entry(organization, entry, revision, actor)


def check_texts(reference: str, note: str) -> tuple[str, str]:
    """Return both as they are stored, without surrounding blanks.

    Raises InvalidChange like ``check_reference``, also for a note that is too long or has such a character.
    """
    reference, note = check_reference(reference), stored_text("note", note)
    if len(note) > LONGEST_NOTE:
        raise InvalidChange(f"A note has {LONGEST_NOTE} characters at most.")
    return reference, note


def check_reference(reference: str) -> str:
    """Return the reference as it is stored, without surrounding blanks.

    Raises InvalidChange if it is empty, too long, has a control or invisible character, or begins with LATE.
    """
    reference = stored_text("reference", reference)
    if not 1 <= len(reference) <= LONGEST_REFERENCE:
        raise InvalidChange(f"A reference has 1 to {LONGEST_REFERENCE} characters.")
    if reference.startswith(LATE):
        raise InvalidChange(f"References that begin with {LATE} are made for offsets. Choose another.")
    return reference


def _checked_amount(kind: str, amount_usd: Decimal) -> Decimal:
    amount = exact_amount(amount_usd)
    if kind not in EntryKind.values:
        raise InvalidChange(f"Unknown kind {kind!r}. Accepted: {', '.join(EntryKind.values)}.")
    if not amount:
        raise InvalidChange("An entry of zero changes nothing.")
    if (kind in ADDS and amount < 0) or (kind in TAKES and amount > 0):
        sign = "positive" if kind in ADDS else "negative"
        raise InvalidChange(f"The amount of a {kind} is {sign}, not {format_usd(amount)}.")
    return amount
