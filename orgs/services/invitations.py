"""Inviting by e-mail: invite, resend, revoke, accept. Each is atomic, checks its actor, and records its event."""

import uuid
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from accounts.users import new_user
from billing_audit.record import Actor, Changes, Target, record
from billing_audit.request_context import Origin
from orgs import actors
from orgs.access import require, require_recent_authentication
from orgs.mail.invitation_token import INVITATION_LIFETIME
from orgs.models import Invitation, Membership, Organization, User
from orgs.roles import MANAGE_MEMBERS, opens_more
from orgs.services.members import checked_role, close_invitation, join, lock_members, require_right
from orgs.tasks import send_invitation

# A stolen session must not make the site a sender of mail to strangers.
OPEN_LIMIT: Final = 100


class InvitationVoid(Exception):
    """The invitation lets nobody in: closed, expired, or on the word of one who may not give the role any more."""


class WrongPerson(Exception):
    """The invitation is for another address."""


@transaction.atomic
def invite(organization: Organization, *, email: str, role: str, actor: Actor) -> Invitation:
    """Invite an address for 7 days; the e-mail with the link follows the commit.

    Raises ValidationError for an unknown role, a malformed address, a member's, one that is invited already, and
    past 100 open invitations; PermissionDenied for an actor who may not, or who is not an owner and invites one;
    ReauthenticationRequired for one who invites an owner or admin.
    """
    role, email = checked_role(role), email.strip().lower()
    lock_members(organization)
    _require_word(organization, actor, role)
    _require_free(organization, email)
    now = timezone.now()
    invitation = Invitation(
        organization=organization,
        email=email,
        role=role,
        invited_by_id=_person_id(actor),
        sent_at=now,
        expires_at=now + INVITATION_LIFETIME,
    )
    invitation.full_clean(exclude=["organization", "invited_by"], validate_constraints=False)
    invitation.save()
    _send(invitation)
    _record("member.invited", invitation, actor, {"role": (None, role)})
    return invitation


@transaction.atomic
def resend(invitation: Invitation, *, actor: Actor) -> Invitation:
    """Send it anew on the actor's word, with a new link and 7 new days; the old link ends now.

    Raises InvitationVoid where it was accepted or revoked, otherwise as ``invite``.
    """
    lock_members(invitation.organization)
    current = _reread(invitation)
    _require_word(current.organization, actor, current.role)
    if not current.is_open:
        raise InvitationVoid
    before = current.expires_at
    current.invited_by_id = _person_id(actor)
    current.sending += 1
    current.token_digest = None
    current.sent_at = timezone.now()
    current.expires_at = current.sent_at + INVITATION_LIFETIME
    current.save()
    _send(current)
    _record("member.invitation_resent", current, actor, {"expires_at": (before, current.expires_at)})
    return current


@transaction.atomic
def revoke(invitation: Invitation, *, actor: Actor) -> None:
    """End it now. Closed already, it changes nothing. Whoever manages members may, since it opens nothing."""
    lock_members(invitation.organization)
    require(actor, invitation.organization, MANAGE_MEMBERS)
    current = _reread(invitation)
    if current.is_open:
        close_invitation(current, actor)


@transaction.atomic
def accept(invitation: Invitation, *, actor: Actor) -> Membership:
    """Make the signed-in person a member. The invitation is used by it.

    Raises WrongPerson for another address and InvitationVoid.
    """
    current = _usable(invitation)
    user = User.objects.get(pk=int(actor.id), is_active=True)
    if actor.kind != "user" or user.email != current.email:
        raise WrongPerson
    return _use(current, user, actor)


@transaction.atomic
def accept_as_new_person(invitation: Invitation, *, name: str, password: str, origin: Origin) -> Membership:
    """Make an account for the invited address and make it a member: the one way to an account of one's own.

    Raises InvitationVoid, and ValidationError for a weak password or where the address has an account.
    """
    current = _usable(invitation)
    validate_password(password, User(email=current.email, name=name))
    user = new_user(email=current.email, password=password, name=name, origin=origin)
    return _use(current, user, actors.as_member(user, origin))


def find(digest: bytes) -> Invitation | None:
    """Return the invitation of this token, if it lets its person in now."""
    found = (
        Invitation.objects.select_related("organization", "invited_by")
        .filter(token_digest=digest, accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())
        .first()
    )
    blocked = User.objects.filter(email=found.email, is_active=False).exists() if found else True
    return found if found and not blocked and _has_word(found) else None


def _usable(invitation: Invitation) -> Invitation:
    """Lock and read again what was shown: of two who accept at once, the second is judged by what the first left."""
    lock_members(invitation.organization)
    current = _reread(invitation)
    is_same = current.token_digest is not None and current.token_digest == invitation.token_digest
    if not (is_same and current.is_open and not current.is_expired and _has_word(current)):
        raise InvitationVoid
    return current


def _use(invitation: Invitation, user: User, actor: Actor) -> Membership:
    invitation.accepted_at = timezone.now()
    invitation.token_digest = None
    invitation.save(update_fields=["accepted_at", "token_digest"])
    existing = Membership.objects.filter(organization=invitation.organization, user=user).first()
    return existing or join(invitation.organization, user, invitation.role, actor)


def _has_word(invitation: Invitation) -> bool:
    """Whether the inviter could invite for the role today; an invitation gives no more than its inviter holds."""
    if invitation.invited_by is None:
        return True
    try:
        require_right(invitation.organization, actors.as_member(invitation.invited_by), invitation.role)
    except PermissionDenied:
        return False
    return True


def _require_word(organization: Organization, actor: Actor, role: str) -> None:
    require_right(organization, actor, role)
    if opens_more(role):
        require_recent_authentication(actor)


def _require_free(organization: Organization, email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError({"email": error.messages}) from None
    member = Membership.objects.filter(organization=organization, user__email=email).first()
    if member is not None:
        raise ValidationError({"email": f"{email} is a member already, as {member.role}. Change the role instead."})
    waiting = Invitation.objects.filter(organization=organization, accepted_at=None, revoked_at=None)
    if waiting.filter(email=email).exists():
        raise ValidationError({"email": f"{email} is invited already. Send that invitation again, or revoke it."})
    if waiting.count() >= OPEN_LIMIT:
        raise ValidationError(f"{OPEN_LIMIT} invitations are open. Revoke those that nobody accepts.")


def _send(invitation: Invitation) -> None:
    send_invitation.defer(message=str(uuid.uuid4()), invitation_id=invitation.pk, sending=invitation.sending)


def _person_id(actor: Actor) -> int | None:
    return int(actor.id) if actor.kind == "user" else None


def _reread(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("organization", "invited_by")
    return rows.get(pk=invitation.pk)


def _record(action: str, invitation: Invitation, actor: Actor, changes: Changes) -> None:
    record(
        action,
        organization_id=invitation.organization.public_id,
        actor=actor,
        target=Target("invitation", str(invitation.pk), invitation.email),
        changes=changes,
    )
