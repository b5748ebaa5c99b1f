"""The rows of the members page: members, invitations and roles, with what the viewer may do to each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from orgs.access import Access, hold_of
from orgs.models import Invitation, Membership
from orgs.people import email_field, get_people
from orgs.roles import PERMISSIONS, ROLE_PERMISSIONS, ROLE_SUMMARIES, Role
from orgs.services.holds import may_confirm
from orgs.services.invitations import InvitationState, open_invitations, states_of
from orgs.services.members import active_owners, is_last_owner, may_manage_members

PAGE_SIZE: Final = 100


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member. ``hindrance`` says why the viewer cannot change this member or leave; empty without such a reason.

    ``held_until`` is until when the member may open nothing; else None. ``may_confirm``: the viewer can end that.
    """

    membership: Membership
    is_viewer: bool
    may_change: bool
    may_leave: bool
    hindrance: str
    held_until: datetime | None
    may_confirm: bool


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """One open invitation."""

    invitation: Invitation
    state: InvitationState
    may_resend: bool


def members_of(access: Access) -> QuerySet[Membership]:
    """Return the memberships, ordered by e-mail, each with ``has_second_factor`` where people have second factors."""
    members = Membership.objects.filter(organization=access.organization).select_related("organization", "user")
    has_second_factor = get_people().second_factor("user_id")
    if has_second_factor is not None:
        members = members.annotate(has_second_factor=has_second_factor)
    return members.order_by(email_field("user__"), "pk")


def member_rows(access: Access, viewer: AbstractBaseUser, memberships: Sequence[Membership]) -> list[MemberRow]:
    """Return a row for each membership. One query."""
    owners = active_owners(access.organization)
    return [_member_row(access, viewer, each, is_last_owner(each, owners)) for each in memberships]


def _member_row(access: Access, viewer: AbstractBaseUser, membership: Membership, is_last: bool) -> MemberRow:
    is_viewer = membership.user_id == viewer.pk
    may_manage = may_manage_members(access, membership.role)
    is_own = not access.organization.is_mirrored
    hindrance = ""
    if is_own and is_last and (is_viewer or may_manage):
        hindrance = "The only owner. Make another active member an owner first."
    elif may_manage_members(access) and not may_manage:
        hindrance = "Only an owner can change an owner."
    return MemberRow(
        membership,
        is_viewer=is_viewer,
        may_change=is_own and may_manage and not is_last,
        may_leave=is_own and is_viewer and not is_last,
        hindrance=hindrance,
        held_until=hold_of(membership),
        may_confirm=may_confirm(access, viewer.pk, membership),
    )


def invitation_rows(access: Access) -> list[InvitationRow]:
    """Return a row for each open invitation, latest first. Two queries."""
    invitations = list(open_invitations(access.organization).select_related("invited_by").order_by("-sent_at", "pk"))
    states = states_of(access.organization, invitations)
    return [
        InvitationRow(each, state, may_resend=may_manage_members(access, each.role))
        for each, state in zip(invitations, states, strict=True)
    ]


def role_choices(access: Access) -> list[tuple[Role, str]]:
    """Return the roles that the viewer may give, each with its summary, those with most permissions first."""
    return [(role, ROLE_SUMMARIES[role]) for role in Role if may_manage_members(access, role)]


def role_table() -> list[tuple[str, list[bool]]]:
    """Return for each permission its name, and for each role, in the order of ``Role``, whether it has it."""
    return [(name, [codename in ROLE_PERMISSIONS[role] for role in Role]) for codename, name in PERMISSIONS]
