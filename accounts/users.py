"""Creating people and changing their names. Each change is atomic, checks its actor and records its event."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from billing_audit.record import Actor, record
from billing_audit.request_context import Origin
from orgs.access import require_platform
from orgs.models import User
from orgs.services.members import user_target


@transaction.atomic
def create_user(*, email: str, password: str | None = None, name: str = "", reason: str = "", actor: Actor) -> User:
    """Create a person; without a password nobody can sign in as them until they set one.

    Raises ValidationError for a malformed or already used address (in any letter case) and PermissionDenied
    unless the actor is platform staff or a command.
    """
    require_platform(actor)
    return new_user(email=email, password=password, name=name, reason=reason, actor=actor)


@transaction.atomic
def rename(person: User, *, name: str, actor: Actor) -> User:
    """Change the name that others see, which is one's own to change; the event does not repeat it.

    The same name changes nothing. Raises PermissionDenied for anybody else, ValidationError for a name too long.
    """
    if (actor.kind, actor.id) != ("user", str(person.pk)):
        raise PermissionDenied("Only the person changes their name.")
    current = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if current.name == name.strip():
        return current
    current.name = name.strip()
    current.full_clean(exclude=["password"])
    current.save(update_fields=["name"])
    record("user.renamed", organization_id=None, actor=actor, target=user_target(current))
    return current


def new_user(
    *,
    email: str,
    password: str | None,
    name: str,
    reason: str = "",
    actor: Actor | None = None,
    origin: Origin | None = None,
) -> User:
    """Create a person in the current transaction, for services that may. Without an actor they act themselves.

    Raises ValidationError for a malformed or already used address.
    """
    user = User(email=email.strip().lower(), name=name.strip())
    user.set_password(password)
    if User.objects.filter(email=user.email).exists():
        raise _address_taken(user.email)
    user.full_clean()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise _address_taken(user.email) from error
    by = actor or Actor("user", str(user.pk), user.email, origin or Origin())
    details = {"reason": reason} if reason else {}
    record("user.created", organization_id=None, actor=by, target=user_target(user), details=details)
    return user


def _address_taken(email: str) -> ValidationError:
    return ValidationError({"email": f"There is a person with the address {email} already."})
