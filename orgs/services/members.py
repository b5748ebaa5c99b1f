"""Adding members, changing their roles, removing them. Each service is atomic, checks its actor, records its event."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from billing_audit.record import Actor, Target, record
from orgs.access import (
    Access,
    accesses_of,
    require,
    require_open,
    require_own_members,
    require_recent_authentication,
)
from orgs.actors import person_key, user_target
from orgs.mail.notify import notify, notify_of_opening
from orgs.models import Invitation, Membership, Organization, OrganizationUserPermission
from orgs.people import get_people
from orgs.roles import MANAGE_MEMBERS, ROLE_PERMISSIONS, Role, opens_more
from orgs.services.leaving import end_what_they_held


class LastOwner(ValueError):
    """The change would leave the organization without an active owner."""


@transaction.atomic
def add_member(organization: Organization, *, user: AbstractBaseUser, role: str, actor: Actor) -> Membership:
    """Make a person a member. Nothing changes if the person is already a member with this role.

    Raises ValidationError for an unknown role and for a member with another role (``change_role`` changes it). Raises
    PermissionDenied for an actor who may not manage members, or who adds an owner and is none, and
    ReauthenticationRequired for adding somebody with any permission.
    """
    role = checked_role(role)
    current = lock_members(organization)
    require_right(current, actor, role)
    existing = Membership.objects.filter(organization=current, user_id=user.pk).first()
    if existing is None:
        if opens_more(role):
            require_recent_authentication(actor, current)
        return join(current, user, role, actor)
    if existing.role != role:
        raise ValidationError(
            f"{get_people().email_of(user)} is already a member, as {existing.role}. Change the role instead."
        )
    return existing


@transaction.atomic
def change_role(membership: Membership, *, role: str, actor: Actor) -> Membership:
    """Give a member another role, with exactly that role's permissions. The same role changes nothing.

    Raises ValidationError for an unknown role, LastOwner, and Membership.DoesNotExist for a member who was removed
    meanwhile. Raises PermissionDenied for an actor who may not manage members, or who makes or demotes an owner and is
    none, and ReauthenticationRequired for a role that gives any permission more, or makes an owner.
    """
    role = checked_role(role)
    lock_members(membership.organization)
    current = _reread(membership)
    require_right(current.organization, actor, role, current.role)
    if current.role == role:
        return current
    if opens_more(role, current.role):
        require_recent_authentication(actor, current.organization)
    require_another_owner(current)
    return give_role(current, role, actor)


@transaction.atomic
def remove_member(membership: Membership, *, actor: Actor) -> None:
    """Remove a member and their permissions. Nothing changes if the member was removed before.

    Raises LastOwner, and PermissionDenied for an actor who may not manage members, or who removes an owner and is none.
    """
    lock_members(membership.organization)
    try:
        current = _reread(membership)
    except Membership.DoesNotExist:
        require_right(membership.organization, actor)
        return
    require_right(current.organization, actor, current.role)
    require_another_owner(current)
    end_membership(current, "member.removed", actor)


@transaction.atomic
def leave(membership: Membership, *, actor: Actor) -> None:
    """End the actor's own membership. It needs no permission. Nothing changes if the membership has ended before.

    Raises LastOwner, and PermissionDenied for anyone but the member.
    """
    if (actor.kind, actor.id) != ("user", str(membership.user_id)):
        raise PermissionDenied("Members can only leave themselves.")
    lock_members(membership.organization)
    current = Membership.objects.select_related("organization__mirror", "user").filter(pk=membership.pk).first()
    if current is None:
        return
    require_own_members(current.organization)
    require_another_owner(current)
    end_membership(current, "member.left", actor)


def give_role(membership: Membership, role: str, actor: Actor) -> Membership:
    """Give a member another role. Only for services, in a transaction that called ``lock_members``."""
    before, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    _set_permissions(membership.organization, membership.user, ROLE_PERMISSIONS[role])
    _record("member.role_changed", membership.organization, actor, user_target(membership.user), (before, role))
    context: dict[str, object] = {"before": Role(before).label, "role": Role(role).label}
    _notify_member("orgs/email/role_changed.txt", membership, actor, context)
    _tell_owners(membership, actor, before)
    return membership


def end_membership(membership: Membership, action: str, actor: Actor) -> None:
    """End a membership with its permissions. Only for services, in a transaction that called ``lock_members``."""
    # Before the removal, since ``notify`` e-mails members alone.
    _notify_member("orgs/email/removed.txt", membership, actor, {}, also_if_removed=True)
    _set_permissions(membership.organization, membership.user, frozenset())
    membership.delete()
    _record(action, membership.organization, actor, user_target(membership.user), (membership.role, None))
    end_what_they_held(membership.organization, membership.user_id, actor)


def join(organization: Organization, user: AbstractBaseUser, role: str, actor: Actor) -> Membership:
    """Create a membership with its permissions. Only for services, in a transaction that called ``lock_members``.

    An open invitation of the person is revoked: it would let them in again after a removal.
    """
    for invitation in Invitation.objects.filter(
        organization=organization, email=get_people().email_of(user).lower(), accepted_at=None, revoked_at=None
    ):
        close_invitation(invitation, actor)
    membership = Membership.objects.create(organization=organization, user_id=user.pk, role=role)
    _set_permissions(organization, user, ROLE_PERMISSIONS[role])
    _record("member.added", organization, actor, user_target(user), (None, role))
    _tell_owners(membership, actor)
    return membership


def close_invitation(invitation: Invitation, actor: Actor) -> None:
    """Revoke an open invitation. Only for services, in a transaction that called ``lock_members``."""
    invitation.revoked_at = timezone.now()
    invitation.token_digest = None
    invitation.save(update_fields=["revoked_at", "token_digest"])
    target = Target("invitation", str(invitation.pk), invitation.email)
    _record("member.invitation_revoked", invitation.organization, actor, target, (invitation.role, None))


def _record(
    action: str, organization: Organization, actor: Actor, target: Target, role: tuple[str | None, str | None]
) -> None:
    """Record that the target's role changed; ``role`` is the role before and after."""
    record(action, organization_id=organization.public_id, actor=actor, target=target, changes={"role": role})


def _notify_member(
    template: str, membership: Membership, actor: Actor, context: dict[str, object], *, also_if_removed: bool = False
) -> None:
    """E-mail the member whom the actor has changed, unless they are the same person."""
    if not _is_own(membership, actor):
        notify(
            template,
            organization=membership.organization,
            people=[membership.user],
            context={"by": _by(actor), **context},
            also_if_removed=also_if_removed,
        )


def _tell_owners(membership: Membership, actor: Actor, before: str | None = None) -> None:
    """E-mail the owners, now and of late, about a member who may do more than with the role ``before``."""
    if not opens_more(membership.role, before):
        return
    member, role = get_people().email_of(membership.user), Role(membership.role).label
    what = f"{_by(actor)} gave {member} the role {role}."
    if _is_own(membership, actor):
        what = f"{member} accepted an invitation, with the role {role}."
    notify_of_opening(membership.organization, what, except_for=membership.user)


def _is_own(membership: Membership, actor: Actor) -> bool:
    return (actor.kind, actor.id) == ("user", str(membership.user_id))


def _by(actor: Actor) -> str:
    return actor.name if actor.kind == "user" else "The platform's staff"


def _set_permissions(organization: Organization, user: AbstractBaseUser, codenames: frozenset[str]) -> None:
    """Make this person's permission rows in the organization exactly these, whatever they were before."""
    permissions = Permission.objects.filter(
        content_type__app_label="billing_orgs", content_type__model="organization", codename__in=codenames
    )
    if len(permissions) != len(codenames):
        raise RuntimeError("The database lacks permissions of orgs/roles.py. Run `manage.py migrate`.")
    rows = OrganizationUserPermission.objects.filter(content_object=organization, user_id=user.pk)
    rows.exclude(permission__in=permissions).delete()
    OrganizationUserPermission.objects.bulk_create(
        [
            OrganizationUserPermission(content_object=organization, user_id=user.pk, permission=permission)
            for permission in permissions
        ],
        ignore_conflicts=True,
    )


def lock_members(organization: Organization) -> Organization:
    """Make other changes of the organization's members wait until the end of this transaction. Returns its row as read.

    A member's right that is read after it holds until then. Lock order: first the organization, then its rows.
    """
    # All changes of members take this lock: of two owners who demote each other at the same time, the second waits and
    # is then no owner any more. NO KEY, so that inserts of rows that refer to the organization do not wait.
    rows = Organization.objects.select_for_update(no_key=True, of=("self",)).select_related("mirror")
    return rows.get(pk=organization.pk)


def _reread(membership: Membership) -> Membership:
    return Membership.objects.select_related("organization__mirror", "user").get(pk=membership.pk)


def may_manage_members(access: Access | None, *roles: str) -> bool:
    """Tell whether somebody with this access may manage members. If ``roles`` contains the owner's, only an owner may.

    None is the access of a non-member. Services ask about the actor and about an invitation's inviter, pages about the
    viewer.
    """
    if access is None or MANAGE_MEMBERS not in access.permissions:
        return False
    return Role.OWNER not in roles or access.role == Role.OWNER


def require_right(organization: Organization, actor: Actor, *roles: str) -> None:
    """Raise PermissionDenied unless the actor may manage members with these roles. Platform staff and commands may.

    In a closed organization nobody may: OrganizationClosed. Nor in a mirrored one, by its row as given: Mirrored.
    """
    key = person_key(actor)
    if actor.kind != "user":
        require(actor, organization, MANAGE_MEMBERS)
    elif not may_manage_members(accesses_of([key], organization).get(key), *roles):
        require_open(organization)
        raise PermissionDenied(
            f"This needs the permission {MANAGE_MEMBERS}. Only an owner can add, demote or remove an owner."
        )
    require_own_members(organization)


def active_owners(organization: Organization) -> set[int]:
    """Return the primary keys of active owners' memberships, at most two: enough for ``is_last_owner``. One query."""
    owners = Membership.objects.filter(get_people().active("user__"), organization=organization, role=Role.OWNER)
    return set(owners.values_list("pk", flat=True)[:2])


def is_last_owner(membership: Membership, owners: set[int]) -> bool:
    """Tell whether the organization needs this member: it has no other active owner. ``owners``: ``active_owners``.

    A closed organization needs no owner.
    """
    return membership.organization.closed_at is None and membership.role == Role.OWNER and owners <= {membership.pk}


def require_another_owner(membership: Membership) -> None:
    """Raise LastOwner if the organization has no other active owner. Only in a transaction that locked its members."""
    if membership.role == Role.OWNER and is_last_owner(membership, active_owners(membership.organization)):
        raise LastOwner(
            f"{get_people().email_of(membership.user)} is the only owner of {membership.organization.name}. "
            "Make another active member an owner first."
        )


def require_other_owners(user: AbstractBaseUser) -> None:
    """Raise LastOwner if this person, who is to be deactivated, is the only active owner of an organization.

    Only in a transaction: until its end other changes of members wait in all organizations of the person.
    """
    lock_organizations_of(user)
    for membership in Membership.objects.select_related("organization", "user").filter(user_id=user.pk):
        require_another_owner(membership)


def lock_organizations_of(user: AbstractBaseUser) -> None:
    """Call ``lock_members`` for each organization of this person."""
    memberships = Membership.objects.select_related("organization").filter(user_id=user.pk)
    for membership in memberships.order_by("organization_id"):
        lock_members(membership.organization)


def checked_role(role: str) -> str:
    """Return the role. Raises ValidationError for an unknown one, naming the accepted roles."""
    if role not in Role.values:
        raise ValidationError(f"Unknown role {role!r}. Accepted: {', '.join(Role.values)}.")
    return str(role)
