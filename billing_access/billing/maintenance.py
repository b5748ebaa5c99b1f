"""Operators' functions: accounts, balance entries, registered tags. No request reaches them."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.db import connection, transaction

from billing_access.billing.accounts import lock_accounts, move_totals
from billing_access.billing.checking import check_figures
from billing_access.billing.models import Account, BalanceEntry, BillingMode, EntryKind, RegisteredTag
from billing_access.billing.money import InvalidMoney, format_usd, round_usd
from billing_access.billing.rollups import BUCKETS, RUNS, upsert
from billing_access.billing.tag_input import InvalidTags, check_tag_key
from orgs.access import require_platform
from orgs.audit.record import Actor, Target, record
from orgs.models import Organization

__all__ = ["InvalidChange", "add_balance_entry", "check_figures", "open_account", "register_tag"]

ADDS: Final = frozenset({EntryKind.TOP_UP, EntryKind.GRANT})
TAKES: Final = frozenset({EntryKind.EXPIRY, EntryKind.CHARGE})
_SETTINGS: Final = ("billing_tier", "billing_mode", "low_balance_threshold_usd", "period_start_day")


class InvalidChange(ValueError):
    """The figures cannot change like this; the message says what is wrong and what is accepted."""


@transaction.atomic
def open_account(
    organization: Organization,
    *,
    actor: Actor,
    billing_tier: str = "free",
    billing_mode: str = BillingMode.PREPAID,
    low_balance_threshold_usd: Decimal | None = None,
    period_start_day: int = 1,
) -> Account:
    """Give the organization's account exactly these settings, opening it where there is none.

    It is not fed by this. Settings as they were change nothing. Raises InvalidChange and PermissionDenied.
    """
    require_platform(actor)
    threshold = None if low_balance_threshold_usd is None else _exact(low_balance_threshold_usd)
    wanted = dict(zip(_SETTINGS, (billing_tier, billing_mode, threshold, period_start_day), strict=True))
    if billing_mode not in BillingMode.values:
        raise InvalidChange(f"Unknown billing mode {billing_mode!r}. Accepted: {', '.join(BillingMode.values)}.")
    if not 1 <= period_start_day <= 28:
        raise InvalidChange(f"A period starts on day 1 to 28 of a month, not {period_start_day}.")
    if not 1 <= len(billing_tier) <= 40:
        raise InvalidChange("A billing tier has 1 to 40 characters.")
    existed = Account.objects.filter(pk=organization.pk).exists()
    lock_accounts([organization.pk])
    account = Account.objects.get(pk=organization.pk)
    before = {name: getattr(account, name) if existed else None for name in _SETTINGS}
    changed = {name: value for name, value in wanted.items() if before[name] != value}
    if not changed:
        return account
    for name, value in wanted.items():
        setattr(account, name, value)
    account.save(update_fields=_SETTINGS)
    _record(
        "account.updated",
        organization,
        actor,
        changes={name: (_plain(before[name]), _plain(value)) for name, value in changed.items()},
    )
    return account


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
    """Add a ledger line; a positive amount adds to the balance, a negative one takes from it.

    Idempotent by reference: the same kind and amount again change nothing, others raise InvalidChange, as do an
    amount of zero, with more than ten decimals, or with the wrong sign for its kind. Raises PermissionDenied.
    """
    require_platform(actor)
    reference = reference.strip()
    amount = _checked_entry(kind, amount_usd, reference, note)
    if occurred_at.tzinfo is None:
        raise InvalidChange(f"{occurred_at} has no offset; add Z or one such as -07:00.")
    lock_accounts([organization.pk])
    existing = BalanceEntry.objects.filter(organization=organization, reference=reference).first()
    if existing is not None:
        if (existing.kind, existing.amount_usd) != (kind, amount):
            raise InvalidChange(
                f"The reference {reference!r} is taken by a {existing.kind} of {format_usd(existing.amount_usd)}; "
                "entries never change. Add another one, of the difference, with a reference of its own."
            )
        return existing
    revision = move_totals({}, entries={organization.pk: amount})[organization.pk]
    entry = BalanceEntry.objects.create(
        organization=organization,
        kind=kind,
        amount_usd=amount,
        reference=reference,
        occurred_at=occurred_at,
        note=note.strip(),
        revision=revision,
    )
    details = {"reference": reference, "kind": str(kind), "amount_usd": format_usd(amount)}
    _record("balance_entry.added", organization, actor, details=details)
    return entry


@transaction.atomic
def register_tag(organization: Organization, key: str, *, actor: Actor) -> RegisteredTag:
    """Give the values of a tag rollups of their own, from the first run on. Registered already: nothing changes.

    Raises InvalidChange for a key that no run can have, and PermissionDenied.
    """
    require_platform(actor)
    try:
        check_tag_key(key)
    except InvalidTags as error:
        raise InvalidChange(f"{error}.") from None
    lock_accounts([organization.pk])
    tag, is_new = RegisteredTag.objects.get_or_create(organization=organization, key=key)
    if not is_new:
        return tag
    with connection.cursor() as cursor:
        for table in BUCKETS:
            statement = upsert(table, RUNS, "(SELECT %(key)s::varchar AS key)")
            cursor.execute(statement, {"organization": organization.pk, "key": key})
    _record("tag.registered", organization, actor, details={"tag": key})
    return tag


def _checked_entry(kind: str, amount_usd: Decimal, reference: str, note: str) -> Decimal:
    amount = _exact(amount_usd)
    if kind not in EntryKind.values:
        raise InvalidChange(f"Unknown kind {kind!r}. Accepted: {', '.join(EntryKind.values)}.")
    if not amount:
        raise InvalidChange("An entry of zero changes nothing.")
    if (kind in ADDS and amount < 0) or (kind in TAKES and amount > 0):
        sign = "positive" if kind in ADDS else "negative"
        raise InvalidChange(f"The amount of a {kind} is {sign}, not {format_usd(amount)}.")
    if not 1 <= len(reference) <= 120:
        raise InvalidChange("A reference has 1 to 120 characters.")
    if len(note.strip()) > 200:
        raise InvalidChange("A note has 200 characters at most.")
    return amount


def _exact(amount: Decimal) -> Decimal:
    try:
        rounded = round_usd(amount)
    except (InvalidMoney, ArithmeticError):
        raise InvalidChange(f"{amount} is not an amount below 10,000,000,000.") from None
    if rounded != amount:
        raise InvalidChange(f"{amount} has more than ten decimals.")
    return rounded


def _plain(value: Any) -> str | int | None:
    return format_usd(value) if isinstance(value, Decimal) else value


def _record(action: str, organization: Organization, actor: Actor, **what: Any) -> None:
    target = Target("organization", organization.public_id, organization.name)
    record(action, organization_id=organization.public_id, actor=actor, target=target, **what)
