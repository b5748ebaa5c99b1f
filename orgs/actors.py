"""The actors and targets of audit events: a member, platform staff, or a management command."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from billing_audit.command_actor import command as command
from billing_audit.record import Actor, Target
from billing_audit.request_context import Origin, origin_of
from orgs.models import Organization
from orgs.people import get_people


def member(request: HttpRequest) -> Actor:
    """Return the signed-in person as an actor: a member of an organization."""
    return as_member(person(request), origin_of(request), get_people().proved_at(request))


def viewer(request: HttpRequest) -> Actor:
    """Return the signed-in person as the actor of an event about what they viewed: without their last proof.

    Looking that up may cost a query, and only services that open something need it.
    """
    return as_member(person(request), origin_of(request))


def staff(request: HttpRequest) -> Actor:
    """Return the signed-in person as an actor: platform staff in the Django admin."""
    user = person(request)
    return Actor(
        "staff", str(user.pk), get_people().email_of(user), origin_of(request), get_people().proved_at(request)
    )


def as_member(user: AbstractBaseUser, origin: Origin | None = None, authenticated_at: datetime | None = None) -> Actor:
    """Return a person as an actor: a member. Without ``origin`` the event says nothing of a request."""
    return Actor("user", str(user.pk), get_people().email_of(user), origin or Origin(), authenticated_at)


def user_target(user: AbstractBaseUser) -> Target:
    """Return a person as the target of an event."""
    return Target("user", str(user.pk), get_people().email_of(user))


def organization_target(organization: Organization) -> Target:
    """Return an organization as the target of an event."""
    return Target("organization", organization.public_id, organization.name)


def person_key(actor: Actor) -> Any:
    """Return the primary key of the person who acts, in the user model's type; None for an actor of another kind.

    Actors carry the key as text. Raises ValueError or ValidationError for a text that is no key of the model.
    """
    is_person = actor.kind in {"user", "staff"}
    return get_user_model()._meta.pk.to_python(actor.id) if is_person else None


def person(request: HttpRequest) -> AbstractBaseUser:
    """Return the signed-in person. Raises TypeError for an anonymous visitor."""
    if not isinstance(request.user, AbstractBaseUser):
        raise TypeError("an anonymous visitor cannot act")
    return request.user
