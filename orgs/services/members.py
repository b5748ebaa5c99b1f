"""The verbs of organizations and their people. Each is atomic, checks its actor, and records its event."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from billing_audit.record import Actor, Target, record
from orgs.access import Access, accesses_of, require, require_recent_authentication
from orgs.actors import person_key, user_target
from orgs.mail.notify import notify
from orgs.models import Invitation, Membership, Organization, OrganizationUserPermission
from orgs.people import get_people
from orgs.roles import MANAGE_MEMBERS, ROLE_PERMISSIONS, Role, opens_more


class LastOwner(ValueError):
    """The change would leave the organization without an active owner; make somebody else an owner first."""


@transaction.atomic
def add_member(organization: Organization, *, user: AbstractBaseUser, role: str, actor: Actor) -> Membership:
    """Make a person a member. A member already, with the same role, changes nothing.

    Raises ValidationError for an unknown role and for a member with another role (``change_role`` is the verb
    for that), PermissionDenied for an actor who may not, or who is not an owner and makes one, and
    ReauthenticationRequired for one who makes an owner or admin.
    """
    role = checked_role(role)
    lock_members(organization)
    require_right(organization, actor, role)
    if opens_more(role):
        require_recent_authentication(actor)
    existing = Membership.objects.filter(organization=organization, user_id=user.pk).first()
    if existing is None:
        return join(organization, user, role, actor)
    if existing.role != role:
        raise ValidationError(
            f"{get_people().email_of(user)} is already a member, as {existing.role}. Change the role instead."
        )
    return existing


@transaction.atomic
def change_role(membership: Membership, *, role: str, actor: Actor) -> Membership:
    """Give a member another role and exactly its permissions. The same role changes nothing.

    Raises ValidationError for an unknown role, LastOwner, PermissionDenied for an actor who may not, or who is
    not an owner and makes or demotes one, ReauthenticationRequired for one who makes an owner or admin, and
    Membership.DoesNotExist where it was removed meanwhile.
    """
    role = checked_role(role)
    lock_members(membership.organization)
    current = _reread(membership)
    require_right(current.organization, actor, role, current.role)
    if current.role == role:
        return current
    if opens_more(role, current.role):
        require_recent_authentication(actor)
    before = current.role
    _require_another_owner(current)
    current.role = role
    current.save(update_fields=["role"])
    _set_permissions(current.organization, current.user, ROLE_PERMISSIONS[role])
    record(
        "member.role_changed",
        organization_id=current.organization.public_id,
        actor=actor,
        target=user_target(current.user),
        changes={"role": (before, role)},
    )
    _tell("orgs/email/role_changed.txt", current, actor, {"before": Role(before).label, "role": Role(role).label})
    return current


@transaction.atomic
def remove_member(membership: Membership, *, actor: Actor) -> None:
    """End a membership, and the person's permissions with it. Removed already, it changes nothing.

    Raises LastOwner, and PermissionDenied for an actor who may not, or who is not an owner and removes one.
    """
    lock_members(membership.organization)
    try:
        current = _reread(membership)
    except Membership.DoesNotExist:
        require_right(membership.organization, actor)
        return
    require_right(current.organization, actor, current.role)
    _require_another_owner(current)
    # While a member still: nobody else is told.
    _tell("orgs/email/removed.txt", current, actor, {})
    _end(current, "member.removed", actor)


@transaction.atomic
def leave(membership: Membership, *, actor: Actor) -> None:
    """End one's own membership, which takes no permission. Ended already, it changes nothing.

    Raises LastOwner, and PermissionDenied for anybody but the member.
    """
    if (actor.kind, actor.id) != ("user", str(membership.user_id)):
        raise PermissionDenied("Members can only leave themselves.")
    lock_members(membership.organization)
    current = Membership.objects.select_related("organization", "user").filter(pk=membership.pk).first()
    if current is None:
        return
    _require_another_owner(current)
    _end(current, "member.left", actor)


def _end(membership: Membership, action: str, actor: Actor) -> None:
    _set_permissions(membership.organization, membership.user, frozenset())
    membership.delete()
    record(
        action,
        organization_id=membership.organization.public_id,
        actor=actor,
        target=user_target(membership.user),
        changes={"role": (membership.role, None)},
    )


def join(organization: Organization, user: AbstractBaseUser, role: str, actor: Actor) -> Membership:
    """Make a membership with its permissions in the current transaction, under the lock, for services that may.

    An invitation that is open still is revoked: it would let the person in again after a removal.
    """
    for invitation in Invitation.objects.filter(
        organization=organization, email=get_people().email_of(user).lower(), accepted_at=None, revoked_at=None
    ):
        close_invitation(invitation, actor)
    membership = Membership.objects.create(organization=organization, user_id=user.pk, role=role)
    _set_permissions(organization, user, ROLE_PERMISSIONS[role])
    record(
        "member.added",
        organization_id=organization.public_id,
        actor=actor,
        target=user_target(user),
        changes={"role": (None, role)},
    )
    return membership


def close_invitation(invitation: Invitation, actor: Actor) -> None:
    """Revoke an open invitation in the current transaction, under the lock, for services that may."""
    invitation.revoked_at = timezone.now()
    invitation.token_digest = None
    invitation.save(update_fields=["revoked_at", "token_digest"])
    record(
        "member.invitation_revoked",
        organization_id=invitation.organization.public_id,
        actor=actor,
        target=Target("invitation", str(invitation.pk), invitation.email),
        changes={"role": (invitation.role, None)},
    )


def _tell(template: str, membership: Membership, actor: Actor, context: dict[str, object]) -> None:
    """E-mail the person whom a change concerns, unless they made it."""
    if (actor.kind, actor.id) != ("user", str(membership.user_id)):
        by = actor.name if actor.kind == "user" else "The platform's staff"
        notify(template, organization=membership.organization, people=[membership.user], context={"by": by, **context})


def _set_permissions(organization: Organization, user: AbstractBaseUser, codenames: frozenset[str]) -> None:
    """Make guardian's rows for this person and organization exactly these, whatever was there before."""
    wanted = Permission.objects.filter(
        content_type__app_label="billing_orgs", content_type__model="organization", codename__in=codenames
    )
    if len(wanted) != len(codenames):
        raise RuntimeError("The permissions of orgs/roles.py are not all in the database: run manage.py migrate.")
    rows = OrganizationUserPermission.objects.filter(content_object=organization, user_id=user.pk)
    rows.exclude(permission__in=wanted).delete()
    OrganizationUserPermission.objects.bulk_create(
        [OrganizationUserPermission(content_object=organization, user_id=user.pk, permission=each) for each in wanted],
        ignore_conflicts=True,
    )


def lock_members(organization: Organization) -> None:
    """Put all changes of an organization's members in order, until the end of the transaction."""
    # One lock for all changes of members: two owners who demote each other are put in order by it, and whoever
    # comes second is judged by what the first has left. NO KEY: inserts that point at the row do not wait.
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)


def _reread(membership: Membership) -> Membership:
    return Membership.objects.select_related("organization", "user").get(pk=membership.pk)


def may_manage_members(access: Access | None, *roles: str) -> bool:
    """Whether a member may manage members; where a role involved is the owner's, only an owner may.

    None is no member. Services ask it of the actor and of an invitation's inviter, pages of the viewer.
    """
    if access is None or MANAGE_MEMBERS not in access.permissions:
        return False
    return Role.OWNER not in roles or access.role == Role.OWNER


def require_right(organization: Organization, actor: Actor, *roles: str) -> None:
    """Raise PermissionDenied unless the actor may manage members with these roles: platform staff and commands may."""
    if actor.kind != "user":
        require(actor, organization, MANAGE_MEMBERS)
        return
    key = person_key(actor)
    if not may_manage_members(accesses_of([key], organization).get(key), *roles):
        raise PermissionDenied(
            f"This needs the permission {MANAGE_MEMBERS}. Only an owner can add, demote or remove an owner."
        )


def active_owners(organization: Organization) -> set[int]:
    """Return the memberships of active owners, of two at most: enough for ``is_last_owner``. One query."""
    owners = Membership.objects.filter(get_people().active("user__"), organization=organization, role=Role.OWNER)
    return set(owners.values_list("pk", flat=True)[:2])


def is_last_owner(membership: Membership, owners: set[int]) -> bool:
    """Whether no active owner would be left without this one, given ``active_owners`` of the organization."""
    return membership.role == Role.OWNER and owners <= {membership.pk}


def _require_another_owner(membership: Membership) -> None:
    if membership.role == Role.OWNER and is_last_owner(membership, active_owners(membership.organization)):
        raise LastOwner(
            f"{get_people().email_of(membership.user)} is the only owner of {membership.organization.name}. "
            "Make another active member an owner first."
        )


def checked_role(role: str) -> str:
    """Return the role, or raise ValidationError that names the accepted ones."""
    if role not in Role.values:
        raise ValidationError(f"Unknown role {role!r}. Accepted: {', '.join(Role.values)}.")
    return str(role)
