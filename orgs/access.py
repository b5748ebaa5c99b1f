"""The gate of every page: outsiders get 404, members without the permission 403."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
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
from orgs.people import email_field, get_people
from orgs.roles import ROLE_PERMISSIONS

# Steps that open something ask who is there once more after this long.
RECENT_AUTHENTICATION: Final = timedelta(minutes=15)


class SecondFactorRequired(PermissionDenied):
    """The role would allow it, but the organization wants a second factor and the person has none."""


class ReauthenticationRequired(Exception):
    """The person proved who they are too long ago for a step that opens something; they do it again, then repeat."""


@dataclass(frozen=True, slots=True)
class Access:
    """A member's way into one organization: the role for the eye, the permissions for the gate."""

    organization: Organization
    role: str
    permissions: frozenset[str]


def permissions_of(user_id: Any, organization: Organization) -> frozenset[str]:
    """Return the codenames that an active member holds there. One query."""
    return frozenset(_held(organization).filter(user_id=user_id).values_list("permission__codename", flat=True))


def members_with_permissions(organization: Organization) -> list[tuple[Membership, frozenset[str]]]:
    """Return every member, by e-mail, with the codenames that ``permissions_of`` would return. One query."""
    members = _with_held().filter(organization=organization).select_related("user").order_by(email_field("user__"))
    return [(member, frozenset(member.held)) for member in members]


def accesses_of(user_ids: Collection[Any], organization: Organization) -> dict[Any, Access]:
    """Return by user id the access of those people who are members. One query."""
    members = _with_held().filter(organization=organization, user_id__in=user_ids)
    return {each.user_id: Access(organization, each.role, frozenset(each.held)) for each in members}


def _with_held() -> QuerySet[Any]:
    """Memberships with the codenames that each holds."""
    held = _held(OuterRef("organization_id")).filter(user_id=OuterRef("user_id")).values("permission__codename")
    return Membership.objects.annotate(held=ArraySubquery(held))


def _held(organization: Organization | OuterRef) -> QuerySet[OrganizationUserPermission]:
    """Guardian's rows that count, joined to the membership.

    A superuser's or a group's power, a global permission and a row that outlived its membership count for nothing;
    nor does a right to manage, where the organization wants a second factor and the person has none.
    """
    counts = Q(content_object__requires_second_factor=False) | ~Q(permission__codename__startswith="manage_")
    has_second_factor = get_people().second_factor("user_id")
    return OrganizationUserPermission.objects.filter(
        counts if has_second_factor is None else counts | has_second_factor,
        get_people().active("user__"),
        content_object=organization,
        user__memberships__organization=organization,
        permission__content_type__app_label="billing_orgs",
        permission__content_type__model="organization",
    )


def organization_for(user: AbstractBaseUser | AnonymousUser, slug: str, permission: str | None = None) -> Access:
    """Return the member's access to the organization with this slug, in one query.

    Raises Http404 for an outsider (as for an organization that does not exist) and PermissionDenied for a member
    who lacks ``permission``; None asks for membership only.
    """
    if not user.is_active or user.pk is None:
        raise Http404
    membership = _with_held().select_related("organization").filter(user_id=user.pk, organization__slug=slug).first()
    if membership is None:
        raise Http404
    held = frozenset(membership.held)
    if permission is not None and permission not in held:
        if membership.organization.requires_second_factor and permission in ROLE_PERMISSIONS[membership.role]:
            raise SecondFactorRequired("second factor")
        raise PermissionDenied(f"This page needs the permission {permission}.")
    return Access(membership.organization, membership.role, held)


def require(actor: Actor, organization: Organization, permission: str) -> None:
    """Raise PermissionDenied unless the actor may do it, read inside the transaction of the change.

    A member needs the permission in this organization; staff must be active platform staff; a command may.
    Keys and anonymous visitors never may.
    """
    is_member = actor.kind == "user"
    if not (permission in permissions_of(person_key(actor), organization) if is_member else _is_platform(actor)):
        raise PermissionDenied(f"{actor.kind} {actor.id} lacks the permission {permission}.")


def require_platform(actor: Actor) -> None:
    """Raise PermissionDenied unless the actor is active platform staff or a command, read in the transaction."""
    if not _is_platform(actor):
        raise PermissionDenied(f"{actor.kind} {actor.id} is not platform staff.")


def require_recent_authentication(actor: Actor) -> None:
    """Raise ReauthenticationRequired for a person who did not prove who they are within the last 15 minutes.

    Every service that opens something calls it, so that no page can forget to. Commands prove nothing and pass.
    """
    if actor.kind == "system":
        return
    proved = actor.authenticated_at
    if proved is None or timezone.now() - proved >= RECENT_AUTHENTICATION:
        raise ReauthenticationRequired


def _is_platform(actor: Actor) -> bool:
    if actor.kind == "staff":
        is_staff = get_people().active() & get_people().staff()
        return get_user_model()._default_manager.filter(is_staff, pk=person_key(actor)).exists()
    return actor.kind == "system"
