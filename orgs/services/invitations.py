"""Inviting by e-mail: invite, resend, revoke, accept. Each is atomic, checks its actor, and records its event."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from billing_audit.record import Actor, Changes, Target, record
from orgs import actors
from orgs.access import Access, accesses_of, require, require_platform, require_recent_authentication
from orgs.fields import typed_field
from orgs.jobs import drop_waiting
from orgs.mail.invitation_token import INVITATION_LIFETIME
from orgs.models import Invitation, Membership, Organization
from orgs.people import email_field, get_people
from orgs.roles import MANAGE_MEMBERS, opens_more
from orgs.services.members import checked_role, close_invitation, join, lock_members, may_manage_members, require_right
from orgs.services.sending_limits import count_sending, require_room
from orgs.tasks import send_invitation

# Bounds how many strangers a stolen session can have e-mails sent to.
OPEN_LIMIT: Final = 100

InvitationState = Literal["waiting", "expired", "void", "closed"]


class InvitationVoid(Exception):
    """The invitation cannot be used: it is accepted, revoked or expired, or its inviter may no longer give the role."""


class WrongPerson(Exception):
    """The invitation is for another e-mail address."""


@transaction.atomic
def invite(organization: Organization, *, email: str, role: str, actor: Actor) -> Invitation:
    """Invite an e-mail address for 7 days. The worker sends the link after the commit.

    Raises ValidationError for an unknown role, for an address that is malformed, a member's or already invited, at 100
    open invitations, and beyond the limits of ``sending_limits``. Raises PermissionDenied for an actor who may not
    manage members, or who invites an owner and is none, and ReauthenticationRequired for a role with any permission.
    """
    role, email = checked_role(role), typed_field("email", email.lower())
    organization = lock_members(organization)
    require_right(organization, actor, role)
    _require_free(organization, email)
    require_room(organization, email, actor)
    _require_proof(actor, organization, role)
    now = timezone.now()
    invitation = Invitation(
        organization=organization,
        email=email,
        role=role,
        invited_by_id=_inviter_key(actor),
        sent_at=now,
        expires_at=now + INVITATION_LIFETIME,
    )
    invitation.full_clean(exclude=["organization", "invited_by"], validate_constraints=False)
    invitation.save()
    _send(invitation, actor)
    _record("member.invited", invitation, actor, {"role": (None, role)})
    return invitation


@transaction.atomic
def resend(invitation: Invitation, *, actor: Actor) -> Invitation:
    """Send the invitation again, with a new link for 7 days. The old link stops working at once.

    The actor becomes its inviter. Raises InvitationVoid for one that was accepted or revoked, and TooManySendings,
    PermissionDenied and ReauthenticationRequired as ``invite`` does.
    """
    lock_members(invitation.organization)
    current = _reread(invitation)
    require_right(current.organization, actor, current.role)
    if not current.is_open:
        raise InvitationVoid
    require_room(current.organization, current.email, actor)
    _require_proof(actor, current.organization, current.role)
    before = current.expires_at
    current.invited_by_id = _inviter_key(actor)
    current.sending += 1
    current.token_digest = None
    current.sent_at = timezone.now()
    current.expires_at = current.sent_at + INVITATION_LIFETIME
    current.save()
    _send(current, actor)
    _record("member.invitation_resent", current, actor, {"expires_at": (before, current.expires_at)})
    return current


@transaction.atomic
def revoke(invitation: Invitation, *, actor: Actor) -> None:
    """Revoke the invitation. Nothing changes if it was accepted or revoked before.

    Raises PermissionDenied for an actor who may not manage members. Admins may revoke an owner's invitation too, since
    revoking gives nobody access.
    """
    lock_members(invitation.organization)
    require(actor, invitation.organization, MANAGE_MEMBERS)
    current = _reread(invitation)
    if current.is_open:
        close_invitation(current, actor)


@transaction.atomic
def revoke_all(*, actor: Actor) -> int:
    """Revoke every open invitation of every organization, and return how many there were.

    After a restore, invitations that were used or revoked are open again. Raises PermissionDenied unless the actor is
    platform staff or a command.
    """
    require_platform(actor)
    revoked = 0
    with_open = Organization.objects.filter(invitations__accepted_at=None, invitations__revoked_at=None)
    for organization in with_open.exclude(invitations=None).distinct().order_by("pk"):
        lock_members(organization)
        for invitation in open_invitations(organization).select_related("organization"):
            close_invitation(invitation, actor)
            revoked += 1
    return revoked


def end_invitations(organization: Organization, actor: Actor) -> None:
    """Revoke every open invitation of an organization whose members are locked; none that waits is sent."""
    invitations = list(open_invitations(organization).select_related("organization"))
    drop_waiting(send_invitation.name, "invitation_id", [each.pk for each in invitations])
    for each in invitations:
        close_invitation(each, actor)


@transaction.atomic
def accept(invitation: Invitation, *, actor: Actor) -> Membership:
    """Make the signed-in person a member, which uses up the invitation.

    Raises WrongPerson for a person with another address, and InvitationVoid.
    """
    current = lock_usable(invitation)
    if actor.kind != "user":
        raise WrongPerson
    user = get_user_model()._default_manager.filter(get_people().active(), pk=actors.person_key(actor)).first()
    if user is None:
        raise InvitationVoid
    if get_people().email_of(user).lower() != current.email:
        raise WrongPerson
    return use(current, user, actor)


def find(digest: bytes) -> Invitation | None:
    """Return the invitation with this digest of its token; None if it cannot be accepted now."""
    invitation = Invitation.objects.select_related("organization", "invited_by").filter(token_digest=digest).first()
    if invitation is None:
        return None
    person = get_people().find_by_email(invitation.email)
    is_deactivated = person is not None and not person.is_active
    return invitation if not is_deactivated and _is_waiting(invitation) else None


def states_of(organization: Organization, invitations: Sequence[Invitation]) -> list[InvitationState]:
    """Return the state of each of these invitations of the organization. Only a waiting one can be accepted. One query.

    ``void`` means that the inviter may no longer give the role; the invitation works once somebody who may sends it
    again. The state does not tell that the invited person's account is deactivated, which an organization that the
    person does not belong to must not learn.
    """
    inviters = accesses_of({each.invited_by_id for each in invitations if each.invited_by_id}, organization)
    return [_state(each, inviters) for each in invitations]


def _is_waiting(invitation: Invitation) -> bool:
    return states_of(invitation.organization, [invitation]) == ["waiting"]


def _state(invitation: Invitation, inviters: Mapping[Any, Access]) -> InvitationState:
    if not invitation.is_open:
        return "closed"
    if invitation.is_expired:
        return "expired"
    # An invitation gives no more than its inviter may; the platform's staff and commands always may.
    inviter = invitation.invited_by_id
    may_invite = inviter is None or may_manage_members(inviters.get(inviter), invitation.role)
    return "waiting" if may_invite else "void"


def lock_usable(invitation: Invitation) -> Invitation:
    """Lock the organization's members and return the invitation, read again.

    Raises InvitationVoid if it cannot be used.
    If two requests accept it at the same time, the second waits here and then sees that it was used.
    """
    lock_members(invitation.organization)
    current = _reread(invitation)
    is_same = current.token_digest is not None and current.token_digest == invitation.token_digest
    if not (is_same and _is_waiting(current)):
        raise InvitationVoid
    return current


def use(invitation: Invitation, user: AbstractBaseUser, actor: Actor) -> Membership:
    """Make ``user`` a member. Only for services, in a transaction that called ``lock_usable``."""
    invitation.accepted_at = timezone.now()
    invitation.token_digest = None
    invitation.save(update_fields=["accepted_at", "token_digest"])
    existing = Membership.objects.filter(organization=invitation.organization, user_id=user.pk).first()
    return existing or join(invitation.organization, user, invitation.role, actor)


def _require_proof(actor: Actor, organization: Organization, role: str) -> None:
    if opens_more(role):
        require_recent_authentication(actor, organization)


def _require_free(organization: Organization, email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError({"email": error.messages}) from None
    member = Membership.objects.filter(organization=organization, **{f"{email_field('user__')}__iexact": email}).first()
    if member is not None:
        raise ValidationError({"email": f"{email} is already a member, as {member.role}. Change the role instead."})
    if open_invitations(organization).filter(email=email).exists():
        raise ValidationError({"email": f"{email} is already invited. Send that invitation again, or revoke it."})
    if fault := why_not_invite(organization):
        raise ValidationError(fault)


def open_invitations(organization: Organization) -> QuerySet[Invitation]:
    """Return the organization's invitations that were neither accepted nor revoked, including expired ones."""
    return Invitation.objects.filter(organization=organization, accepted_at=None, revoked_at=None)


def why_not_invite(organization: Organization) -> str:
    """Return the reason why the organization can invite nobody now; empty if it can. One query."""
    if open_invitations(organization).count() < OPEN_LIMIT:
        return ""
    return f"{OPEN_LIMIT} invitations are open, which is the maximum. Revoke some of them first."


def _send(invitation: Invitation, actor: Actor) -> None:
    count_sending(invitation, actor)
    send_invitation.defer(message=str(uuid.uuid4()), invitation_id=invitation.pk, sending=invitation.sending)


def _inviter_key(actor: Actor) -> Any:
    return actors.person_key(actor) if actor.kind == "user" else None


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
