"""Who may change people's accounts: commands, and staff with the permission. Read after the lock, by each service."""

from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import User
from billing_audit.record import Actor
from orgs.actors import person_key


def lock_for_staff(person: User, actor: Actor) -> User:
    """Lock the person's row and the actor's until the end of the transaction; return the person as they are then.

    Raises PermissionDenied unless the actor is a command or active staff who may change users; who changes staff must
    be a superuser.
    """
    current = _lock(actor, "billing_accounts.change_user", person.pk)[person.pk]
    if current.is_staff or current.is_superuser:
        require_superuser(actor)
    return current


def lock_to_add(actor: Actor) -> None:
    """Lock the actor's row. Raises PermissionDenied unless the actor is a command or active staff who may add users."""
    _lock(actor, "billing_accounts.add_user")


def _lock(actor: Actor, permission: str, *keys: int) -> dict[int, User]:
    """Return the rows of these people and of the actor, locked in one order.

    The actor's right is read after the lock that its removal takes, so that it holds until the end.
    """
    rows = User.objects.select_for_update(no_key=True).filter(pk__in={*keys, person_key(actor)}).order_by("pk")
    found = {each.pk: each for each in rows}
    staff = found.get(person_key(actor)) if actor.kind == "staff" else None
    may = staff is not None and staff.is_active and staff.is_staff and staff.has_perm(permission)
    if not may and actor.kind != "system":
        raise PermissionDenied(f"{actor.kind} {actor.id} lacks the permission {permission}.")
    return found


def require_superuser(actor: Actor) -> None:
    """Raise PermissionDenied unless the actor is a command or an active superuser of the staff."""
    if actor.kind == "system":
        return
    superusers = User.objects.filter(is_active=True, is_staff=True, is_superuser=True)
    if actor.kind != "staff" or not superusers.filter(pk=person_key(actor)).exists():
        raise PermissionDenied(f"{actor.kind} {actor.id} is no superuser.")


def require_reason(reason: str) -> None:
    """Raise ValidationError for a blank reason."""
    if not reason.strip():
        raise ValidationError("Give the reason: others read it in the audit log.")
