"""What staff and commands do to a person's account. Each service is atomic, checks its actor and records its event.

None sets an address or a password. Each event stands on the log of every organization of the person, and is mailed to
the person and to the owners of these organizations (``person_events``).
"""

import uuid
from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.person_events import record_sign_in_change
from accounts.staff_rights import lock_for_staff, require_reason, require_superuser
from accounts.tasks import send_password_link
from accounts.users import password_path
from billing_audit.record import Actor, Changes
from orgs.access import require_recent_authentication
from orgs.services import members

# For so long somebody opens nothing to whom staff or a command gave a way to sign in.
HOLD: Final = timedelta(hours=24)
_RIGHTS: Final = ("is_staff", "is_superuser", "user_permissions")


@transaction.atomic
def change_account(
    person: User,
    *,
    is_active: bool | None = None,
    is_staff: bool | None = None,
    is_superuser: bool | None = None,
    permissions: Collection[Permission] | None = None,
    reason: str,
    actor: Actor,
) -> User:
    """Deactivate or reactivate a person; give or take staff rights and permissions in the admin. None changes nothing.

    Raises PermissionDenied unless the actor is a command or staff who may change users, and a superuser where rights
    change or the person is staff; ReauthenticationRequired and Held where something is given; LastOwner for
    deactivating the only active owner of an organization; ValidationError without a reason.
    """
    if is_active is False:
        # Before the people's rows, as every change of members does.
        members.lock_organizations_of(person)
    current = lock_for_staff(person, actor)
    wanted = {"is_active": is_active, "is_staff": is_staff, "is_superuser": is_superuser}
    changes: dict[str, tuple[Any, Any]] = {
        name: (getattr(current, name), value)
        for name, value in wanted.items()
        if value is not None and getattr(current, name) != value
    }
    if permissions is not None and (names := _names(permissions)) != (had := _names(current.user_permissions.all())):
        changes["user_permissions"] = (had, names)
    if not changes:
        return current
    if changes.keys() & set(_RIGHTS):
        require_superuser(actor)
    require_reason(reason)
    if any(_gives(*change) for change in changes.values()):
        require_recent_authentication(actor)
    if is_active is False:
        members.require_other_owners(current)
    for name in changes.keys() & wanted.keys():
        setattr(current, name, wanted[name])
    current.save(update_fields=[*(changes.keys() & wanted.keys())])
    if permissions is not None:
        current.user_permissions.set(permissions)
    record_sign_in_change("user.changed", current, actor, changes, what=_sentences(changes), reason=reason)
    return current


@transaction.atomic
def send_reset_link(person: User, *, reason: str, actor: Actor) -> User:
    """E-mail a person, at their own address, a link to set a new password. For 24 hours they then open nothing.

    Raises PermissionDenied as ``change_account`` does; ReauthenticationRequired and Held; ValidationError without a
    reason, and for a deactivated person.
    """
    current = lock_for_staff(person, actor)
    require_reason(reason)
    if not current.is_active:
        raise ValidationError(f"{current.email} is deactivated. Reactivate the account first.")
    require_recent_authentication(actor)
    changes = hold(current)
    what = f"A link to set a new password was sent to you. {hold_notice(current)}"
    record_sign_in_change("user.reset_link_sent", current, actor, changes, what=what, reason=reason)
    send_password_link.defer(message=str(uuid.uuid4()), user_id=str(current.pk))
    return current


@transaction.atomic
def note_preset_password(person: User, *, reason: str, actor: Actor) -> User:
    """Record that a command set the person's password. They replace it when they sign in, and are held.

    Call it in the transaction that sets it. Raises PermissionDenied for any other actor, and ValidationError without a
    reason.
    """
    if actor.kind != "system":
        raise PermissionDenied("Only a command sets another person's password.")
    current = lock_for_staff(person, actor)
    require_reason(reason)
    current.password_is_preset = True
    current.save(update_fields=["password_is_preset"])
    changes = hold(current)
    what = f"Your password was set by somebody else. You choose another when you sign in. {hold_notice(current)}"
    record_sign_in_change("user.password_set", current, actor, changes, what=what, reason=reason)
    return current


@transaction.atomic
def make_link_to_print(person: User, *, actor: Actor) -> str:
    """Return the path of a link to set the person's password, for a command to print. It is used as ``password_path``.

    For 24 hours the person opens nothing; ``hold_after_link`` begins them again when the link is used. Raises
    PermissionDenied for any other actor.
    """
    if actor.kind != "system":
        raise PermissionDenied("Only a command prints a link.")
    current = lock_for_staff(person, actor)
    changes = hold(current)
    what = (
        "A link to set your password was printed for an operator of the platform. For 24 hours after it is used you "
        "cannot give anybody more access, unless another owner of the organization confirms that it is you."
    )
    record_sign_in_change("user.password_link_printed", current, actor, changes, what=what)
    return password_path(current)


def hold(person: User) -> Changes:
    """Let the person, whose row is locked, open nothing for 24 hours from now. Return that as an event's changes."""
    before, person.held_until = person.held_until, timezone.now() + HOLD
    person.save(update_fields=["held_until"])
    return {"held_until": (before, person.held_until)}


def hold_after_link(person: User) -> Changes:
    """Hold a person again who has set a password by a link while one that staff sent still works; else return {}.

    It may have been that one: otherwise who got it would only have to wait for 24 hours. Call it in the transaction.
    """
    current = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    last = current.held_until - HOLD if current.held_until else None
    if last is None or timezone.now() - last >= timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT):
        return {}
    return hold(current)


def hold_after_preset_password(person: User) -> Changes:
    """Hold a person again who replaces a password that a command set for them; else return {}.

    Somebody else knows that password: otherwise they would only have to wait for 24 hours. Call it in the
    transaction, before the new password is set. A new superuser, whom nobody holds, sets up the site at once.
    """
    current = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if not current.password_is_preset or current.held_until is None:
        return {}
    changes = hold(current)
    person.held_until = current.held_until
    return changes


def hold_notice(person: User) -> str:
    """Return the sentence that tells a held person about it."""
    return (
        f"Until {person.held_until:%Y-%m-%d %H:%M} UTC you cannot give anybody more access, unless another owner of "
        "the organization confirms on its members page that it is you."
    )


def _names(permissions: Collection[Permission] | Any) -> list[str]:
    return sorted(f"{each.content_type.app_label}.{each.codename}" for each in permissions)


def _gives(before: Any, after: Any) -> bool:
    """Tell whether a change gives the person something that they did not have."""
    return bool(set(after) - set(before)) if isinstance(after, list) else bool(after)


def _sentences(changes: Changes) -> str:
    told = {
        ("is_active", False): "Your account was deactivated: you cannot sign in.",
        ("is_active", True): "Your account was reactivated: you can sign in again.",
        ("is_staff", True): "You were made platform staff.",
        ("is_staff", False): "You are no longer platform staff.",
        ("is_superuser", True): "You were made a superuser of the platform.",
        ("is_superuser", False): "You are no longer a superuser of the platform.",
    }
    sentences = [told[name, after] for name, (_, after) in changes.items() if isinstance(after, bool)]
    rights = ["Your permissions as platform staff were changed."] if "user_permissions" in changes else []
    return " ".join([*sentences, *rights])
