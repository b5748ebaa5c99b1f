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
from orgs.access import Access, accesses_of, require, require_recent_authentication
from orgs.mail.invitation_token import INVITATION_LIFETIME
from orgs.models import Invitation, Membership, Organization
from orgs.people import email_field, get_people
from orgs.roles import MANAGE_MEMBERS, opens_more
from orgs.services.members import checked_role, close_invitation, join, lock_members, may_manage_members, require_right
from orgs.tasks import send_invitation

# A stolen session must not make the site a sender of mail to strangers.
OPEN_LIMIT: Final = 100

InvitationState = Literal["waiting", "expired", "void", "closed"]


class InvitationVoid(Exception):
    """The invitation lets nobody in: it is closed or expired, or its inviter may no longer invite for the role."""


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
    _require_may_invite(organization, actor, role)
    _require_free(organization, email)
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
    _require_may_invite(current.organization, actor, current.role)
    if not current.is_open:
        raise InvitationVoid
    before = current.expires_at
    current.invited_by_id = _inviter_key(actor)
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
    """Return the invitation of this token, if it lets its person in now."""
    found = Invitation.objects.select_related("organization", "invited_by").filter(token_digest=digest).first()
    if found is None:
        return None
    person = get_people().find_by_email(found.email)
    is_blocked = person is not None and not person.is_active
    return found if not is_blocked and _is_waiting(found) else None


def states_of(organization: Organization, invitations: Sequence[Invitation]) -> list[InvitationState]:
    """Return the state of each invitation of the organization: only one that is waiting lets its person in.

    ``void``: the inviter may no longer invite for the role; sent again by somebody who may, it works. Whether the
    invited person's account is deactivated is not in it: that is not for another organization to learn. One query.
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
    return "waiting" if _inviter_may_still_invite(invitation, inviters) else "void"


def _inviter_may_still_invite(invitation: Invitation, inviters: Mapping[Any, Access]) -> bool:
    """Whether the inviter could invite for the role today; an invitation gives no more than its inviter holds."""
    if invitation.invited_by_id is None:
        return True
    return may_manage_members(inviters.get(invitation.invited_by_id), invitation.role)


def lock_usable(invitation: Invitation) -> Invitation:
    """Lock and read again, in the current transaction, what was shown; raises InvitationVoid.

    Of two people who accept at once, the second is judged by what the first left.
    """
    lock_members(invitation.organization)
    current = _reread(invitation)
    is_same = current.token_digest is not None and current.token_digest == invitation.token_digest
    if not (is_same and _is_waiting(current)):
        raise InvitationVoid
    return current


def use(invitation: Invitation, user: AbstractBaseUser, actor: Actor) -> Membership:
    """Make its person a member, in the transaction and under the lock of ``lock_usable``, for services that may."""
    invitation.accepted_at = timezone.now()
    invitation.token_digest = None
    invitation.save(update_fields=["accepted_at", "token_digest"])
    existing = Membership.objects.filter(organization=invitation.organization, user_id=user.pk).first()
    return existing or join(invitation.organization, user, invitation.role, actor)


def _require_may_invite(organization: Organization, actor: Actor, role: str) -> None:
    require_right(organization, actor, role)
    if opens_more(role):
        require_recent_authentication(actor)


def _require_free(organization: Organization, email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError({"email": error.messages}) from None
    member = Membership.objects.filter(organization=organization, **{f"{email_field('user__')}__iexact": email}).first()
    if member is not None:
        raise ValidationError({"email": f"{email} is already a member, as {member.role}. Change the role instead."})
    if open_invitations(organization).filter(email=email).exists():
        raise ValidationError({"email": f"{email} is invited already. Send that invitation again, or revoke it."})
    if fault := why_not_invite(organization):
        raise ValidationError(fault)


def open_invitations(organization: Organization) -> QuerySet[Invitation]:
    """The organization's invitations that were neither accepted nor revoked, expired ones among them."""
    return Invitation.objects.filter(organization=organization, accepted_at=None, revoked_at=None)


def why_not_invite(organization: Organization) -> str:
    """Say why the organization can invite nobody now; empty where it can. One query."""
    if open_invitations(organization).count() < OPEN_LIMIT:
        return ""
    return f"{OPEN_LIMIT} invitations are open, which is the maximum. Revoke some of them first."


def _send(invitation: Invitation) -> None:
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
