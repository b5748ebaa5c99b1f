"""What every change of the figures has in common: how it is refused, how amounts are read, how it is recorded."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from billing_access.billing.money import InvalidMoney, format_usd, round_usd
from billing_audit.record import Actor, Target, record
from orgs.models import Organization


class InvalidChange(ValueError):
    """The figures cannot change like this; the message says what is wrong and what is accepted."""


def exact_amount(amount: Decimal) -> Decimal:
    """Return the amount as it is stored. Raises InvalidChange for one that is not exact there, or too large."""
    try:
        rounded = round_usd(amount)
    except (InvalidMoney, ArithmeticError):
        raise InvalidChange(f"{amount} is not an amount below 10,000,000,000.") from None
    if rounded != amount:
        raise InvalidChange(f"{amount} has more than ten decimals.")
    return rounded


def check_time(time: datetime) -> None:
    """Raise InvalidChange for a time without an offset: nobody can say when it was."""
    if time.tzinfo is None:
        raise InvalidChange(f"{time} has no offset; add Z or one such as -07:00.")


def plain(value: Any) -> str | int | datetime | None:
    """Return a value as ``record`` takes it: an amount as its text."""
    return format_usd(value) if isinstance(value, Decimal) else value


def record_change(action: str, organization: Organization, actor: Actor, **what: Any) -> None:
    """Record a change of an organization's figures, in its transaction."""
    target = Target("organization", organization.public_id, organization.name)
    record(action, organization_id=organization.public_id, actor=actor, target=target, **what)
