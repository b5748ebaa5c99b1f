"""The gate of every page: outsiders get 404, members without the permission 403."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from billing_audit.record import Actor
from orgs.actors import person_key
from orgs.models import Membership, Organization, OrganizationUserPermission
from orgs.names import slug_now
from orgs.people import SessionPeople, email_field, get_people
from orgs.roles import ROLE_PERMISSIONS
from orgs.work_at_once import ORGANIZATION, take_slot

# Steps that give somebody more access need a proof of identity that is younger than this.
RECENT_AUTHENTICATION: Final = timedelta(minutes=15)
# The codenames of permissions to change something begin with this.
_MANAGE: Final = "manage_"


class SecondFactorRequired(PermissionDenied):
    """The role has the permission, but the organization requires a second factor and the person has none."""


class OrganizationClosed(PermissionDenied):
    """The organization is closed: its members read what is there until it is deleted, and nobody gives access."""

    def __init__(self, organization: Organization) -> None:
        super().__init__(
            f"{organization.name} is closed. Its members can see what is here until it is deleted; nothing can be "
            "changed. The platform's staff can reopen it."
        )
        self.organization = organization


class Mirrored(PermissionDenied):
    """The organization's members are those of a team of the host project, where they are changed."""

    def __init__(self, organization: Organization) -> None:
        super().__init__(
            f"The members of {organization.name} are those of its team on the platform. Change them there; the change"
            " shows here at once."
        )
        self.organization = organization


class Renamed(Exception):
    """The organization gave up the slug of this address; ``slug`` is its current one. The person is a member."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class Held(PermissionDenied):
    """Staff or a command gave the person a way to sign in a short time ago, so that they may not open anything yet.

    ``until`` is when they may; before that another owner of ``organization`` can confirm that it is them. None is the
    platform, for which nobody confirms.
    """

    def __init__(self, until: datetime, organization: Organization | None) -> None:
        super().__init__(f"Held until {until:%Y-%m-%d %H:%M} UTC.")
        self.until, self.organization = until, organization


class ReauthenticationRequired(Exception):
    """The person last proved who they are too long ago for a step that gives somebody more access.

    They prove it again, then repeat the step.
    """


@dataclass(frozen=True, slots=True)
class Access:
    """What a member may do in one organization. The permissions decide; the role is only shown."""

    organization: Organization
    role: str
    permissions: frozenset[str]


def permissions_of(user_id: Any, organization: Organization) -> frozenset[str]:
    """Return the codenames of the permissions that an active member has in the organization. One query."""
    rows = _effective_permissions(get_people(), organization).filter(user_id=user_id)
    return frozenset(rows.values_list("permission__codename", flat=True))


def members_with_permissions(organization: Organization) -> list[tuple[Membership, frozenset[str]]]:
    """Return every member, ordered by e-mail, with what ``permissions_of`` returns for each. One query."""
    members = _memberships_with_codenames().filter(organization=organization).select_related("user")
    return [(member, frozenset(member.codenames)) for member in members.order_by(email_field("user__"))]


def accesses_of(user_ids: Collection[Any], organization: Organization) -> dict[Any, Access]:
    """Return the access of those of these people who are members, by user id. One query."""
    members = _memberships_with_codenames().filter(organization=organization, user_id__in=user_ids)
    return {each.user_id: Access(organization, each.role, frozenset(each.codenames)) for each in members}


def codenames_of(user_id: str) -> ArraySubquery:
    """Return an annotation of rows with ``organization_id``: what ``permissions_of`` returns for the person there."""
    return _codenames_of(user_id, get_people())


def _codenames_of(user_id: str, people: SessionPeople) -> ArraySubquery:
    rows = _effective_permissions(people, OuterRef("organization_id")).filter(user_id=OuterRef(user_id))
    return ArraySubquery(rows.values("permission__codename"))


def _memberships_with_codenames() -> QuerySet[Any]:
    """Return memberships, each with ``codenames``: the permissions that the member has. Filter it, which copies it."""
    people = get_people()
    return _built_once(people) if people.has_fixed_conditions() else _built(people)


@cache
def _built_once(people: SessionPeople) -> QuerySet[Any]:
    """Build the query once in a process: it takes half of the time of the gate. It holds no row and no connection."""
    return _built(people)


def _built(people: SessionPeople) -> QuerySet[Any]:
    return Membership.objects.annotate(codenames=_codenames_of("user_id", people))


def _effective_permissions(
    people: SessionPeople, organization: Organization | OuterRef
) -> QuerySet[OrganizationUserPermission]:
    """Return guardian's rows that take effect: those of active people who are members of the organization.

    A superuser's power, a group's, a global permission and a row that outlived its membership have no effect. Nor has a
    ``manage_`` permission where the organization requires a second factor and the person has none, or in a closed one.
    """
    is_to_see = ~Q(permission__codename__startswith=_MANAGE)
    needs_none = Q(content_object__requires_second_factor=False) | is_to_see
    has_second_factor = people.second_factor("user_id")
    return OrganizationUserPermission.objects.filter(
        needs_none if has_second_factor is None else needs_none | has_second_factor,
        Q(content_object__closed_at=None) | is_to_see,
        people.active("user__"),
        content_object=organization,
        user__billing_memberships__organization=organization,
        permission__content_type__app_label="billing_orgs",
        permission__content_type__model="organization",
    )


def organization_for(user: AbstractBaseUser | AnonymousUser, slug: str, permission: str | None = None) -> Access:
    """Return the member's access to the organization with this slug, in one query.

    Raises Http404 for an outsider (as for an organization that does not exist), Renamed for a member who uses a slug
    that the organization lately gave up, TooManyAtOnce if the organization has too many requests at work, and
    PermissionDenied for a member who lacks ``permission``; None asks for membership only.
    """
    if not user.is_active or user.pk is None:
        raise Http404
    memberships = _memberships_with_codenames().select_related("organization__mirror")
    membership = memberships.filter(user_id=user.pk, organization__slug=slug).first()
    if membership is None:
        # Whatever the slug is, an outsider costs the same two queries and gets the same answer.
        if current := slug_now(user.pk, slug):
            raise Renamed(current)
        raise Http404
    take_slot(ORGANIZATION, membership.organization.pk)
    permissions = frozenset(membership.codenames)
    if permission is not None and permission not in permissions:
        if membership.organization.closed_at and permission in ROLE_PERMISSIONS[membership.role]:
            raise OrganizationClosed(membership.organization)
        if membership.organization.requires_second_factor and permission in ROLE_PERMISSIONS[membership.role]:
            raise SecondFactorRequired("second factor")
        raise PermissionDenied(f"This page needs the permission {permission}.")
    return Access(membership.organization, membership.role, permissions)


def require(actor: Actor, organization: Organization, permission: str) -> None:
    """Raise PermissionDenied unless the actor may do it. Call it inside the transaction of the change.

    A member needs the permission in this organization; staff must be active platform staff; a management command always
    may. Keys and anonymous visitors never may. Raises OrganizationClosed for all of them where the permission is to
    change something and the organization is closed.
    """
    is_member = actor.kind == "user"
    may = permission in permissions_of(person_key(actor), organization) if is_member else _is_platform(actor)
    if permission.startswith(_MANAGE) and not (is_member and may):
        require_open(organization)
    if not may:
        raise PermissionDenied(f"{actor.kind} {actor.id} lacks the permission {permission}.")


def require_open(organization: Organization) -> None:
    """Raise OrganizationClosed if the organization is closed, by its row as it is now. One query."""
    if closed := Organization.objects.filter(pk=organization.pk, closed_at__isnull=False).first():
        raise OrganizationClosed(closed)


def require_own_members(organization: Organization) -> None:
    """Raise Mirrored if the organization's members are changed elsewhere, by its row as given."""
    if organization.is_mirrored:
        raise Mirrored(organization)


def require_platform(actor: Actor) -> None:
    """Raise PermissionDenied unless the actor is active platform staff or a command. Call it inside the transaction."""
    if not _is_platform(actor):
        raise PermissionDenied(f"{actor.kind} {actor.id} is not platform staff.")


def hold_of(membership: Membership) -> datetime | None:
    """Return until when this member may open nothing in the organization; None if they may."""
    until = get_people().held_until(membership.user)
    return None if membership.hold_confirmed_until == until else until


def require_recent_authentication(actor: Actor, organization: Organization | None = None) -> None:
    """Raise ReauthenticationRequired for a person who did not prove who they are within the last 15 minutes.

    Raises Held for a person whom staff or a command gave a way to sign in within the last 24 hours, unless another
    owner of ``organization`` has confirmed them. Every service that gives somebody more access calls it, in the
    transaction and after the lock, so that no page can forget to. Management commands pass.
    """
    if actor.kind == "system":
        return
    if until := _held_until(actor, organization):
        raise Held(until, organization)
    proved_at = actor.authenticated_at
    if proved_at is None or timezone.now() - proved_at >= RECENT_AUTHENTICATION:
        raise ReauthenticationRequired


def _held_until(actor: Actor, organization: Organization | None) -> datetime | None:
    key = person_key(actor)
    if actor.kind == "user" and organization is not None:
        memberships = Membership.objects.select_related("user")
        if membership := memberships.filter(organization=organization, user_id=key).first():
            return hold_of(membership)
    person = get_user_model()._default_manager.filter(pk=key).first()
    return get_people().held_until(person) if person else None


def _is_platform(actor: Actor) -> bool:
    if actor.kind == "staff":
        is_staff = get_people().active() & get_people().staff()
        return get_user_model()._default_manager.filter(is_staff, pk=person_key(actor)).exists()
    return actor.kind == "system"
