"""Accounts: who an organization is to the platform, and how it is billed."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal

from django.core.exceptions import ValidationError
from django.db import transaction

from billing_access.billing.identifiers import is_storable
from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.changes import InvalidChange, exact_amount, plain, record_change
from billing_access.billing.models import Account, BillingMode
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization
from orgs.services.organizations import identify_organization

LONGEST_TIER: Final = 40
_SETTINGS: Final = ("billing_tier", "billing_mode", "low_balance_threshold_usd", "period_start_day")


class Keep(Enum):
    """Stands for what is not told and so stays as it is; None says that there is none."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


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
    given = (billing_tier, billing_mode, low_balance_threshold_usd, period_start_day)
    return _settle(organization, dict(zip(_SETTINGS, given, strict=True)), actor)


@transaction.atomic
def sync_organization(
    organization: Organization,
    *,
    actor: Actor,
    external_id: str | Literal[Keep.KEEP] = KEEP,
    name: str | Literal[Keep.KEEP] = KEEP,
    billing_tier: str | Literal[Keep.KEEP] = KEEP,
    billing_mode: str | Literal[Keep.KEEP] = KEEP,
    low_balance_threshold_usd: Decimal | Literal[Keep.KEEP] | None = KEEP,
    period_start_day: int | Literal[Keep.KEEP] = KEEP,
) -> Account:
    """Bring the organization's names and account to what the platform says; what is not told stays as it is.

    Opens the account where there is none, and makes nothing else. The same again changes nothing and records
    nothing. Raises InvalidChange, and then nothing of it has changed; and PermissionDenied.
    """
    require_platform(actor)
    names = {"external_id": external_id, "name": name}
    told = {field: text for field, text in names.items() if isinstance(text, str)}
    for field, text in told.items():
        if not is_storable(text):
            raise InvalidChange(f"{field} has a control character.")
    try:
        identify_organization(organization, actor=actor, **told)
    except ValidationError as error:
        raise InvalidChange(_explained(error)) from None
    given = (billing_tier, billing_mode, low_balance_threshold_usd, period_start_day)
    settings = {field: value for field, value in zip(_SETTINGS, given, strict=True) if value is not KEEP}
    return _settle(organization, settings, actor)


def _settle(organization: Organization, given: Mapping[str, Any], actor: Actor) -> Account:
    wanted = _checked(given)
    existed = Account.objects.filter(pk=organization.pk).exists()
    lock_accounts([organization.pk])
    account = Account.objects.get(pk=organization.pk)
    stands = {name: getattr(account, name) for name in _SETTINGS}
    before: dict[str, Any] = stands if existed else dict.fromkeys(_SETTINGS)
    after = {**stands, **wanted}
    changed = {name: value for name, value in after.items() if before[name] != value}
    if not changed:
        return account
    for name, value in changed.items():
        setattr(account, name, value)
    account.save(update_fields=[*changed])
    changes = {name: (plain(before[name]), plain(value)) for name, value in changed.items()}
    record_change("account.updated", organization, actor, changes=changes)
    return account


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(given)
    if checked.get("low_balance_threshold_usd") is not None:
        checked["low_balance_threshold_usd"] = exact_amount(checked["low_balance_threshold_usd"])
    mode, day, tier = (checked.get(name) for name in ("billing_mode", "period_start_day", "billing_tier"))
    if mode is not None and mode not in BillingMode.values:
        raise InvalidChange(f"Unknown billing mode {mode!r}. Accepted: {', '.join(BillingMode.values)}.")
    if day is not None and not 1 <= day <= 28:
        raise InvalidChange(f"A period starts on day 1 to 28 of a month, not {day}.")
    if tier is not None and not (tier and is_storable(tier, LONGEST_TIER)):
        raise InvalidChange(f"A billing tier has 1 to {LONGEST_TIER} characters.")
    return checked


def _explained(error: ValidationError) -> str:
    return " ".join(f"{field}: {message}" for field, messages in error.message_dict.items() for message in messages)
