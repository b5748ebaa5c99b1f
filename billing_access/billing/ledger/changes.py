"""What all changes of figures share: the error for refused ones, checks of amounts and times, and the audit event."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from billing_access.billing.money import InvalidMoney, format_usd, round_usd
from billing_audit.plain_text import UnusableText, storable
from billing_audit.record import Actor, record
from orgs.actors import organization_target
from orgs.models import Organization

# How far the clock that a time was read from may be ahead.
CLOCKS_DIFFER_BY: Final = timedelta(minutes=5)


class InvalidChange(ValueError):
    """The change is refused; the message says what is wrong and what is accepted."""


def exact_amount(amount: Decimal) -> Decimal:
    """Return the amount as it is stored. Raises InvalidChange if it has over ten decimals or is too large."""
    try:
        rounded = round_usd(amount)
    except (InvalidMoney, ArithmeticError):
        raise InvalidChange(f"{amount} is not an amount below 10,000,000,000.") from None
    if rounded != amount:
        raise InvalidChange(f"{amount} has more than ten decimals.")
    return rounded


def check_time(time: datetime) -> None:
    """Raise InvalidChange for a time without an offset, which is ambiguous."""
    if time.tzinfo is None:
        raise InvalidChange(f"{time} has no offset; add Z or one such as -07:00.")


def stored_text(name: str, text: str) -> str:
    """Return a text as it is stored, without surrounding blanks.

    Raises InvalidChange, with the text's name, if it has a control or invisible character.
    """
    try:
        return storable(text.strip())
    except UnusableText as error:
        raise InvalidChange(f"The {name} {error}.") from None


def is_ahead(time: datetime) -> bool:
    """Return whether the time is further in the future than clocks differ."""
    return time > datetime.now(UTC) + CLOCKS_DIFFER_BY


def event_value(value: Any) -> str | int | datetime | None:
    """Return a value as ``record`` takes it: US dollars as text in plain notation, anything else as it is."""
    return format_usd(value) if isinstance(value, Decimal) else value


def record_change(action: str, organization: Organization, actor: Actor, **fields: Any) -> None:
    """Record the audit event of a change, in the transaction of the change."""
    target = organization_target(organization)
    record(action, organization_id=organization.public_id, actor=actor, target=target, **fields)
