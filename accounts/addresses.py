"""Whose an e-mail address is: the person's who has it, and for seven days the person's who has changed it."""

from datetime import datetime, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from accounts.models import EmailChange, User

# For so long the former address can take the account back, and is nobody else's.
WAY_BACK: Final = timedelta(days=7)
_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


def lock_addresses(*emails: str) -> None:
    """Make others who give somebody one of these addresses wait until the end of this transaction.

    The unique index does not do: it knows nothing of an address that a change has just set free.
    """
    with connection.cursor() as cursor:
        for email in sorted(set(emails)):
            cursor.execute(_LOCK, [f"billing_accounts.address {email}"])


def require_free(email: str, *, person: User | None = None) -> None:
    """Raise ValidationError if the address is another's than this person's; None is a person who does not exist yet.

    Call it after ``lock_addresses``.
    """
    holder = User.objects.filter(email=email).first()
    if holder not in (None, person):
        raise address_taken(email)
    if until := kept_until(email, person):
        raise ValidationError(
            {
                "email": f"{email} was the address of another account until lately, which may take it back. It can be "
                f"used again from {until:%Y-%m-%d %H:%M} UTC."
            }
        )


def address_taken(email: str) -> ValidationError:
    """Return the error for an address that a person has."""
    return ValidationError({"email": f"A person with the address {email} already exists."})


def kept_until(email: str, person: User | None = None) -> datetime | None:
    """Return until when the address can take back an account of somebody else than this person; None if it cannot."""
    open_ones = EmailChange.objects.filter(old_email=email, confirmed_at__gt=timezone.now() - WAY_BACK, ended_at=None)
    last = open_ones.exclude(user=person).order_by("-confirmed_at").first()
    return last.confirmed_at + WAY_BACK if last and last.confirmed_at else None
