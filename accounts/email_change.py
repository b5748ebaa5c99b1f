"""Changing a person's own e-mail address: ask, confirm at the new address, take it back at the old one.

Each service is atomic, checks its actor and records its event.
"""

import uuid
from typing import Final

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from accounts.addresses import WAY_BACK, lock_addresses, require_free
from accounts.models import EmailChange, User
from accounts.person_events import (
    end_waiting_changes,
    organizations_of,
    record_person,
    record_sign_in_change,
)
from accounts.staff import hold, hold_notice
from accounts.tasks import CONFIRM_WITHIN, send_email_confirmation, send_way_back
from billing_audit.record import Actor, Changes
from billing_audit.request_context import Origin
from orgs import actors
from orgs.access import require_recent_authentication
from orgs.fields import typed_field
from orgs.mail.notify import notify_owners
from orgs.services.sending_limits import WINDOW, TooManySendings, free_at, lock_sendings

# How many confirmations are sent in 24 hours: to one address, for one person, and for the members of one organization.
PER_ADDRESS: Final = 3
PER_PERSON: Final = 5
PER_ORGANIZATION: Final = 50


class LinkVoid(Exception):
    """The link is used, expired or replaced, is another person's, or the address has become another's."""


class AddressTaken(Exception):
    """The former address is another person's by now."""


@transaction.atomic
def request_email_change(person: User, *, email: str, actor: Actor) -> EmailChange:
    """Have a link sent to the address that the person wants. An earlier link of theirs ends.

    An address that somebody else has is treated alike: its mailbox alone is told. Raises PermissionDenied for an actor
    who is not the person; ReauthenticationRequired and Held; ValidationError for an address that is malformed or the
    person's own; and TooManySendings.
    """
    current = _lock_own(person, actor)
    wanted = _checked(email)
    if wanted == current.email:
        raise ValidationError({"email": "That is your address already."})
    require_recent_authentication(actor)
    _require_room(current, wanted)
    end_waiting_changes(current)
    change = EmailChange.objects.create(
        user=current, old_email=current.email, new_email=wanted, requested_at=timezone.now()
    )
    record_person("user.email_change_requested", current, actor)
    send_email_confirmation.defer(message=str(uuid.uuid4()), change_id=change.pk)
    return change


@transaction.atomic
def confirm_email_change(change: EmailChange, *, actor: Actor) -> User:
    """Give the person the address where the link was sent. The old address gets the way back, for seven days.

    Raises PermissionDenied for an actor who is not the person; LinkVoid; ReauthenticationRequired and Held.
    """
    current = _lock_own(change.user, actor)
    pending = _reread(change, "confirm_digest")
    if not _is_waiting(pending) or pending.old_email != current.email:
        raise LinkVoid
    lock_addresses(pending.old_email, pending.new_email)
    try:
        require_free(pending.new_email, person=current)
    except ValidationError as error:
        raise LinkVoid from error
    require_recent_authentication(actor)
    pending.confirmed_at, pending.confirm_digest = timezone.now(), None
    pending.save(update_fields=["confirmed_at", "confirm_digest"])
    current.email = pending.new_email
    current.save(update_fields=["email"])
    what = f"The e-mail address of your account was changed from {pending.old_email} to {pending.new_email}."
    record_sign_in_change("user.email_changed", current, actor, what=what)
    send_way_back.defer(message=str(uuid.uuid4()), change_id=pending.pk)
    _tell_owners(current, f"{pending.old_email} changed the address of their account to {pending.new_email}.")
    return current


@transaction.atomic
def undo_email_change(change: EmailChange, *, origin: Origin) -> User:
    """Take the account back to the old address, also from somebody who has changed its password or second factor.

    Ends every session, the password, every later change of the address, and the second factor, recovery codes and
    identities that were added since; those from before stay. The person then opens nothing for 24 hours. The actor is
    the person, since only their old mailbox has the link. Raises LinkVoid and AddressTaken.
    """
    current = User.objects.select_for_update(no_key=True).get(pk=change.user_id)
    found = _reread(change, "undo_digest")
    if not can_be_undone(found):
        raise LinkVoid
    lock_addresses(found.old_email, current.email)
    if User.objects.filter(email=found.old_email).exclude(pk=current.pk).exists():
        raise AddressTaken
    later = EmailChange.objects.filter(user=current, pk__gte=found.pk, ended_at=None)
    later.update(ended_at=timezone.now(), confirm_digest=None, undo_digest=None)
    left, current.email = current.email, found.old_email
    current.set_password(None)
    current.save(update_fields=["email", "password", "password_is_preset"])
    changes = {**_end_later_ways_in(found), **hold(current)}
    actor = actors.as_member(current, origin)
    what = (
        f"The e-mail address of your account was set back to {current.email}, with the link that was sent there when "
        f"it was changed. All sessions ended, the password works no more, and so does no second factor or provider "
        f"account that was added since. {hold_notice(current)}"
    )
    record_sign_in_change("user.email_restored", current, actor, changes, what=what, former_address=left)
    _tell_owners(current, f"The address of {left} was set back to {current.email}, with the link that was sent there.")
    return current


def can_be_confirmed(change: EmailChange, person: User) -> bool:
    """Tell whether the link sent to the new address works for this person."""
    return change.user_id == person.pk and _is_waiting(change) and change.old_email == person.email


def can_be_undone(change: EmailChange) -> bool:
    """Tell whether the link sent to the old address works."""
    at = change.confirmed_at
    return change.ended_at is None and at is not None and timezone.now() - at < WAY_BACK


def waiting_change(person: User) -> EmailChange | None:
    """Return the change that waits for the person to confirm it; None if none does."""
    last = EmailChange.objects.filter(user=person).order_by("-pk").first()
    return last if last and can_be_confirmed(last, person) else None


def _lock_own(person: User, actor: Actor) -> User:
    if (actor.kind, actor.id) != ("user", str(person.pk)):
        raise PermissionDenied("Only the person can change their own address.")
    return User.objects.select_for_update(no_key=True).get(pk=person.pk, is_active=True)


def _checked(email: str) -> str:
    """Return the address as it is stored. Raises ValidationError."""
    wanted = typed_field("email", email.lower())
    try:
        validate_email(wanted)
        User._meta.get_field("email").run_validators(wanted)
    except ValidationError as error:
        raise ValidationError({"email": error.messages}) from None
    return wanted


def _require_room(person: User, email: str) -> None:
    """Raise TooManySendings if no confirmation may be sent to this address now for this person."""
    lock_sendings()
    recent = EmailChange.objects.filter(requested_at__gt=timezone.now() - WINDOW)
    colleagues = User.objects.filter(billing_memberships__organization__memberships__user=person)
    for sendings, limit in (
        (recent.filter(new_email=email), PER_ADDRESS),
        (recent.filter(user=person), PER_PERSON),
        (recent.filter(user__in=colleagues.values("pk")), PER_ORGANIZATION),
    ):
        if free_again := free_at(sendings, limit, "requested_at"):
            raise TooManySendings(
                f"Too many links to confirm an address were sent. Try again after {free_again:%Y-%m-%d %H:%M} UTC."
            )


def _reread(change: EmailChange, link: str) -> EmailChange:
    """Lock and return the row again. Raises LinkVoid if it is gone, or the link ``link`` is no longer the same."""
    current = EmailChange.objects.select_for_update().filter(pk=change.pk).first()
    digest = getattr(current, link, None)
    if current is None or digest is None or bytes(digest) != bytes(getattr(change, link) or b""):
        raise LinkVoid
    return current


def _is_waiting(change: EmailChange) -> bool:
    is_open = change.confirmed_at is None and change.ended_at is None
    return is_open and timezone.now() - change.requested_at < CONFIRM_WITHIN


def _end_later_ways_in(change: EmailChange) -> Changes:
    """Delete what signs the person in and was added since the change. Return that as an event's changes."""
    factors = Authenticator.objects.filter(user=change.user_id, created_at__gte=change.confirmed_at)
    identities = SocialAccount.objects.filter(user=change.user_id, date_joined__gte=change.confirmed_at)
    types = [str(each) for each in factors.order_by("type").values_list("type", flat=True)]
    providers = [str(each) for each in identities.order_by("provider").values_list("provider", flat=True)]
    factors.delete()
    identities.delete()
    factor = {"second_factor": (types, None)} if types else {}
    return {**factor, **({"provider": (providers, None)} if providers else {})}


def _tell_owners(person: User, what: str) -> None:
    for organization in organizations_of(person):
        notify_owners(
            "accounts/email/member_address.txt", organization=organization, context={"what": what}, except_for=person
        )
