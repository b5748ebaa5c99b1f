"""How many invitations the site sends in 24 hours: to one address, of one person and of one organization.

The rows are counted in PostgreSQL, which all processes share. Each limit is exact: at most so many in any 24 hours.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from billing_audit.record import Actor
from orgs.actors import person_key
from orgs.models import Invitation, InvitationSending, Organization

WINDOW: Final = timedelta(hours=24)
PER_ADDRESS_FROM_ORGANIZATION: Final = 5
# An address gets no more from all organizations together, which a stranger may also have made for this.
PER_ADDRESS: Final = 10
PER_PERSON: Final = 50
PER_ORGANIZATION: Final = 100
# One lock for all sendings, since limits of an address and a person cross organizations. It ends with the transaction.
_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended('billing_orgs.invitation_sending', 0))"


class TooManySendings(ValidationError):
    """A limit of sendings is used up. The message says which, and when the next invitation can be sent."""


def require_room(organization: Organization, email: str, actor: Actor) -> None:
    """Raise TooManySendings if the actor may not send to this address now. Other sendings wait for this transaction.

    Management commands are never refused, since an operator starts them; what they send counts.
    """
    lock_sendings()
    if actor.kind == "system":
        return
    recent = InvitationSending.objects.filter(sent_at__gt=timezone.now() - WINDOW)
    of_organization = recent.filter(invitation__organization=organization)
    to_address = recent.filter(invitation__email=email)
    for sendings, limit, fault in (
        (
            of_organization.filter(invitation__email=email),
            PER_ADDRESS_FROM_ORGANIZATION,
            "{limit} invitations to {email} in 24 hours are the most from this organization.",
        ),
        (to_address, PER_ADDRESS, "Too many invitations went to {email} in 24 hours."),
        (
            recent.filter(sent_by_id=person_key(actor)),
            PER_PERSON,
            "You have sent {limit} invitations in 24 hours, which is the maximum.",
        ),
        (
            of_organization,
            PER_ORGANIZATION,
            "{organization} has sent {limit} invitations in 24 hours, which is the maximum.",
        ),
    ):
        if free_again := free_at(sendings, limit):
            said = fault.format(limit=limit, email=email, organization=organization.name)
            raise TooManySendings(f"{said} Try again after {free_again:%Y-%m-%d %H:%M} UTC.")


def count_sending(invitation: Invitation, actor: Actor) -> None:
    """Count one sending of the invitation, in the transaction that called ``require_room``."""
    InvitationSending.objects.create(invitation=invitation, sent_by_id=person_key(actor), sent_at=timezone.now())


def lock_sendings() -> None:
    """Make everybody else who sends to strangers wait until the end of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)


def free_at(sendings: QuerySet[Any], limit: int, column: str = "sent_at") -> datetime | None:
    """Return the time after which one more is allowed, rounded up to a minute; None if one is allowed now.

    ``sendings`` are rows of the last 24 hours; ``column`` is their time.
    """
    oldest = sendings.order_by(f"-{column}").values_list(column, flat=True)[limit - 1 : limit].first()
    return oldest and (oldest + WINDOW).replace(second=0, microsecond=0) + timedelta(minutes=1)
