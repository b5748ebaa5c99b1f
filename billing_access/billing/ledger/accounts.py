"""Sets how the platform knows an organization (external id, name) and how it is billed (its account)."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal

from django.core.exceptions import ValidationError
from django.db import transaction

from billing_access.billing.ledger.account_lock import lock_accounts
from billing_access.billing.ledger.alert_marks import account_changed
from billing_access.billing.ledger.changes import InvalidChange, event_value, exact_amount, record_change, stored_text
from billing_access.billing.models import MAX_STALE_HOURS, Account, BillingMode
from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Organization
from orgs.services.organizations import identify_organization

LONGEST_TIER: Final = 40
_SETTINGS: Final = (
    "billing_tier", "billing_mode", "low_balance_threshold_usd", "period_start_day", "stale_after_hours",
)  # fmt: skip


class Unset(Enum):
    """The type of UNSET, the default of arguments: that value stays as it is. None would clear it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@transaction.atomic
def open_account(
    organization: Organization,
    *,
    actor: Actor,
    billing_tier: str = "free",
    billing_mode: str = BillingMode.PREPAID,
    low_balance_threshold_usd: Decimal | None = None,
    period_start_day: int = 1,
    stale_after_hours: int | None = None,
) -> Account:
    """Set all settings of the organization's account; an account is opened if there is none.

    ``fed_at`` stays as it is. Equal settings change nothing and record nothing. Raises InvalidChange and
    PermissionDenied.
    """
    require_platform(actor)
    values = (billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, stale_after_hours)
    return _save_settings(organization, dict(zip(_SETTINGS, values, strict=True)), actor)


@transaction.atomic
def sync_organization(
    organization: Organization,
    *,
    actor: Actor,
    external_id: str | Literal[Unset.UNSET] = UNSET,
    name: str | Literal[Unset.UNSET] = UNSET,
    billing_tier: str | Literal[Unset.UNSET] = UNSET,
    billing_mode: str | Literal[Unset.UNSET] = UNSET,
    low_balance_threshold_usd: Decimal | Literal[Unset.UNSET] | None = UNSET,
    period_start_day: int | Literal[Unset.UNSET] = UNSET,
    stale_after_hours: int | Literal[Unset.UNSET] | None = UNSET,
) -> Account:
    """Set the organization's external id, name and account settings; what is UNSET stays as it is.

    Opens an account if there is none; it never creates an organization. Equal values change nothing and record
    nothing. Raises InvalidChange, and then nothing has changed, and PermissionDenied.
    """
    require_platform(actor)
    identity = {"external_id": external_id, "name": name}
    names = {field: text for field, text in identity.items() if isinstance(text, str)}
    try:
        identify_organization(organization, actor=actor, **names)
    except ValidationError as error:
        raise InvalidChange(_error_text(error)) from None
    values = (billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, stale_after_hours)
    settings = {field: value for field, value in zip(_SETTINGS, values, strict=True) if value is not UNSET}
    return _save_settings(organization, settings, actor)


def _save_settings(organization: Organization, settings: Mapping[str, Any], actor: Actor) -> Account:
    checked = _checked(settings)
    existed = Account.objects.filter(pk=organization.pk).exists()
    lock_accounts([organization.pk])
    account = Account.objects.get(pk=organization.pk)
    current = {name: getattr(account, name) for name in _SETTINGS}
    before: dict[str, Any] = current if existed else dict.fromkeys(_SETTINGS)
    after = {**current, **checked}
    changed = {name: value for name, value in after.items() if before[name] != value}
    if not changed:
        return account
    for name, value in changed.items():
        setattr(account, name, value)
    account.save(update_fields=[*changed])
    account_changed(organization.pk)
    changes = {name: (event_value(before[name]), event_value(value)) for name, value in changed.items()}
    record_change("account.updated", organization, actor, changes=changes)
    return account


def _checked(settings: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(settings)
    if checked.get("low_balance_threshold_usd") is not None:
        checked["low_balance_threshold_usd"] = exact_amount(checked["low_balance_threshold_usd"])
    mode, day, tier = (checked.get(name) for name in ("billing_mode", "period_start_day", "billing_tier"))
    hours = checked.get("stale_after_hours")
    if mode is not None and mode not in BillingMode.values:
        raise InvalidChange(f"Unknown billing mode {mode!r}. Accepted: {', '.join(BillingMode.values)}.")
    if day is not None and not 1 <= day <= 31:
        raise InvalidChange(f"A period starts on day 1 to 31 of a month, not {day}.")
    if hours is not None and not 1 <= hours <= MAX_STALE_HOURS:
        raise InvalidChange(f"Figures become stale after 1 to {MAX_STALE_HOURS} hours, not {hours}.")
    if tier is not None:
        checked["billing_tier"] = stored_text("billing tier", tier)
        if not 1 <= len(checked["billing_tier"]) <= LONGEST_TIER:
            raise InvalidChange(f"A billing tier has 1 to {LONGEST_TIER} characters.")
    return checked


def _error_text(error: ValidationError) -> str:
    return " ".join(f"{field}: {message}" for field, messages in error.message_dict.items() for message in messages)
