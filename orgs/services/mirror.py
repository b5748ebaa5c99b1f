"""Mirroring the teams of a host project. The host is the truth; members' pages only show. Atomic, and on the record."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from billing_audit.record import Actor, record
from orgs.access import require_open, require_platform, require_recent_authentication
from orgs.actors import organization_target
from orgs.models import Membership, Mirror, Organization
from orgs.roles import opens_more
from orgs.services.invitations import end_invitations
from orgs.services.members import checked_role, end_membership, give_role, join, lock_members
from orgs.services.organizations import identify_organization, new_organization, save_new
from orgs.services.ownerless import end_without_owner


class NotMirrored(ValueError):
    """The organization has members of its own, which the members' pages change."""


@transaction.atomic
def mirror_organization(
    *, external_id: str, name: str, slug: str, actor: Actor, time_zone: str | None = None
) -> Organization:
    """Return the organization with the host's id, made without members if there is none, and with the host's name.

    ``slug`` and ``time_zone`` (default UTC) are those of a new one; its members can change them later. From now on
    ``mirror_membership`` alone changes its members: open invitations are revoked, and who is a member stays one until
    the host says otherwise. The same values change nothing. Raises ValidationError with a message for each invalid
    field, and PermissionDenied unless the actor is a command or platform staff.
    """
    require_platform(actor)
    if not external_id.strip():
        raise ValidationError({"external_id": "A mirrored organization needs the id that the host gives it."})
    new = new_organization(name=name, slug=slug, external_id=external_id, time_zone=time_zone)
    organization = _found(new) or _made(new, actor)
    organization = lock_members(organization)
    if not organization.is_mirrored:
        end_invitations(organization, actor)
        Mirror.objects.create(organization=organization)
        target = organization_target(organization)
        changes = {"mirrored": (False, True)}
        log = organization.public_id
        record("organization.mirrored", organization_id=log, actor=actor, target=target, changes=changes)
    return identify_organization(organization, name=name, actor=actor)


@transaction.atomic
def mirror_membership(
    organization: Organization, *, user: AbstractBaseUser, role: str | None, actor: Actor
) -> Membership | None:
    """Make the person's membership as the host has it: with this role, or None for no membership.

    The same changes nothing. If no active owner is left, billing reads turn off (``orgs.services.ownerless``): to hand
    an organization on, give the new owner the role first. Raises NotMirrored, ValidationError for an unknown role,
    OrganizationClosed for a role in a closed organization, PermissionDenied unless the actor is a command or platform
    staff, and ReauthenticationRequired for staff who give more than before.
    """
    role = None if role is None else checked_role(role)
    current = lock_members(organization)
    require_platform(actor)
    if not current.is_mirrored:
        raise NotMirrored(f"{current.name} is not mirrored. Call mirror_organization first.")
    rows = Membership.objects.select_related("organization", "user")
    membership = rows.filter(organization=current, user_id=user.pk).first()
    before = membership.role if membership else None
    if role != before:
        membership = _change(current, user, membership, role, actor)
    end_without_owner(current, actor)
    return membership


def _change(
    organization: Organization, user: AbstractBaseUser, membership: Membership | None, role: str | None, actor: Actor
) -> Membership | None:
    if role is None:
        if membership is not None:
            end_membership(membership, "member.removed", actor)
        return None
    require_open(organization)
    if opens_more(role, membership.role if membership else None):
        require_recent_authentication(actor)
    if membership is None:
        return join(organization, user, role, actor)
    return give_role(membership, role, actor)


def _found(new: Organization) -> Organization | None:
    return Organization.objects.filter(external_id=new.external_id).first()


def _made(new: Organization, actor: Actor) -> Organization:
    """Save a new organization, or return the one that another transaction has made at the same moment."""
    try:
        with transaction.atomic():
            save_new(new, actor)
    except (IntegrityError, ValidationError):
        if (found := _found(new)) is None:
            raise
        return found
    return new
