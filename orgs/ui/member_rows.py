"""What the members page shows of each member and invitation, and what the viewer may do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from orgs.access import Access
from orgs.models import Invitation, Membership
from orgs.people import email_field, get_people
from orgs.roles import MANAGE_MEMBERS, PERMISSIONS, ROLE_PERMISSIONS, ROLE_SUMMARIES, Role

PAGE_SIZE: Final = 100
# A person's word for an invitation counts while they may do what it gives.
_MAY_INVITE: Final = frozenset(role for role, held in ROLE_PERMISSIONS.items() if MANAGE_MEMBERS in held)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member. ``hindrance`` says in words why the viewer, who manages members, cannot change this one."""

    membership: Membership
    is_viewer: bool
    may_change: bool
    may_leave: bool
    hindrance: str


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """One open invitation; ``state`` is waiting, expired or void."""

    invitation: Invitation
    state: str
    may_resend: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, for choosing it, in words."""

    value: str
    label: str
    summary: str


def members_of(access: Access) -> QuerySet[Membership]:
    """The organization's memberships, by e-mail, each with ``has_second_factor`` where people have second factors."""
    members = Membership.objects.filter(organization=access.organization).select_related("user")
    has_second_factor = get_people().second_factor("user_id")
    if has_second_factor is not None:
        members = members.annotate(has_second_factor=has_second_factor)
    return members.order_by(email_field("user__"), "pk")


def member_rows(access: Access, viewer: AbstractBaseUser, memberships: Sequence[Membership]) -> list[MemberRow]:
    """Say for each what the viewer may do. One query."""
    owners = Membership.objects.filter(
        get_people().active("user__"), organization=access.organization, role=Role.OWNER
    ).values_list("pk", flat=True)[:2]
    only_owner = owners[0] if len(owners) == 1 else None
    return [_member_row(access, viewer, each, only_owner) for each in memberships]


def _member_row(access: Access, viewer: AbstractBaseUser, membership: Membership, only_owner: int | None) -> MemberRow:
    manages = MANAGE_MEMBERS in access.permissions
    is_viewer = membership.user_id == viewer.pk
    is_last = membership.pk == only_owner
    hindrance = ""
    if is_last and (is_viewer or access.role == Role.OWNER):
        hindrance = "The only owner. Make another active member an owner first."
    elif manages and membership.role == Role.OWNER and access.role != Role.OWNER:
        hindrance = "Only an owner changes an owner."
    return MemberRow(
        membership,
        is_viewer=is_viewer,
        may_change=manages and not hindrance,
        may_leave=is_viewer and not is_last,
        hindrance=hindrance,
    )


def invitation_rows(access: Access) -> list[InvitationRow]:
    """The open invitations, latest first. Two queries."""
    found = list(
        Invitation.objects.filter(organization=access.organization, accepted_at=None, revoked_at=None)
        .select_related("invited_by")
        .order_by("-sent_at", "pk")
    )
    inviters = Membership.objects.filter(
        get_people().active("user__"),
        organization=access.organization,
        user_id__in={each.invited_by_id for each in found if each.invited_by_id},
    )
    roles = dict(inviters.values_list("user_id", "role")) if found else {}
    return [
        InvitationRow(each, _state(each, roles), may_resend=each.role != Role.OWNER or access.role == Role.OWNER)
        for each in found
    ]


def _state(invitation: Invitation, roles: dict[Any, str]) -> str:
    if invitation.is_expired:
        return "expired"
    if invitation.invited_by_id is None:
        return "waiting"
    role = roles.get(invitation.invited_by_id)
    has_word = role in _MAY_INVITE and (invitation.role != Role.OWNER or role == Role.OWNER)
    return "waiting" if has_word else "void"


def role_rows(access: Access) -> list[RoleRow]:
    """The roles that the viewer may give, the strongest first."""
    return [
        RoleRow(role.value, role.label, ROLE_SUMMARIES[role])
        for role in Role
        if role != Role.OWNER or access.role == Role.OWNER
    ]


def role_table() -> list[tuple[str, list[bool]]]:
    """What each role may do: a permission's words, and yes or no for each role in the order of ``Role``."""
    return [(words, [codename in ROLE_PERMISSIONS[role] for role in Role]) for codename, words in PERMISSIONS]
