"""Who acts, as the record names them: a member, platform staff, or a command."""

from datetime import datetime

from django.http import HttpRequest

from billing_audit.record import Actor
from billing_audit.request_context import Origin, origin_of
from orgs.models import User
from orgs.reauthentication import authenticated_at


def member(request: HttpRequest) -> Actor:
    """The signed-in person, acting as a member of an organization."""
    return as_member(person(request), origin_of(request), authenticated_at(request))


def staff(request: HttpRequest) -> Actor:
    """The signed-in person, acting as platform staff in the Django admin."""
    user = person(request)
    return Actor("staff", str(user.pk), user.email, origin_of(request), authenticated_at(request))


def as_member(user: User, origin: Origin | None = None, authenticated_at: datetime | None = None) -> Actor:
    """A person acting as a member, outside a request where no origin is given."""
    return Actor("user", str(user.pk), user.email, origin or Origin(), authenticated_at)


def command(name: str) -> Actor:
    """A management command, by its name."""
    return Actor("system", name, f"manage.py {name}")


def person(request: HttpRequest) -> User:
    """The signed-in person. Raises TypeError for an anonymous visitor."""
    if not isinstance(request.user, User):
        raise TypeError("an anonymous visitor cannot act")
    return request.user
