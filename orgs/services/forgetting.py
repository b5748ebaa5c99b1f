"""Ending everything of a person in organizations, before a host project deletes them. Atomic, and on the record."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Q

from billing_audit.record import Actor
from orgs.access import require_platform
from orgs.models import Invitation, Membership
from orgs.people import get_people
from orgs.services.members import (
    close_invitation,
    end_membership,
    lock_members,
    lock_organizations_of,
    require_another_owner,
)
from orgs.services.ownerless import end_without_owner


@transaction.atomic
def forget_person(user: AbstractBaseUser, *, actor: Actor) -> int:
    """End the person's memberships with their permissions, and close their invitations. Returns how many memberships.

    A host project calls it before it deletes a person, which is refused while there is a membership. Closed are the
    open invitations to the person's address and those that the person sent. Webhooks that the person held pause. Keys
    stay: they are the organizations', and others there can revoke them. Names in the audit log stay too, until
    ``erase_personal_data``.

    Also in closed and mirrored organizations; a mirrored one that has no active owner then has billing reads turned
    off. Where nothing is left of the person, nothing changes. Raises LastOwner for the only owner of another
    organization, and PermissionDenied unless the actor is the person, platform staff or a command.
    """
    lock_organizations_of(user)
    is_own = (actor.kind, actor.id) == ("user", str(user.pk))
    if not is_own:
        require_platform(actor)
    rows = Membership.objects.select_related("organization__mirror", "user").filter(user_id=user.pk)
    memberships = list(rows.order_by("organization_id"))
    for membership in memberships:
        if not membership.organization.is_mirrored:
            require_another_owner(membership)
        end_membership(membership, "member.left" if is_own else "member.removed", actor)
        end_without_owner(membership.organization, actor)
    _close_invitations(user, actor)
    return len(memberships)


def _close_invitations(user: AbstractBaseUser, actor: Actor) -> None:
    """Close the open invitations to and from the person. Those from them would else go with them, without an event."""
    condition = Q(invited_by_id=user.pk)
    if email := get_people().email_of(user).lower():
        condition |= Q(email=email)
    opened = Invitation.objects.filter(condition, accepted_at=None, revoked_at=None).select_related("organization")
    for each in opened.order_by("organization_id", "pk"):
        lock_members(each.organization)
        current = Invitation.objects.select_related("organization").get(pk=each.pk)
        if current.is_open:
            close_invitation(current, actor)
