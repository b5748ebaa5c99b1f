"""Closing an organization and reopening it. Each is atomic, checks its actor and records its event.

An app whose rows give access to an organization registers what closing does to them (``register_closing_step``).
"""

from collections.abc import Callable
from typing import Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from billing_audit.record import Actor, record
from orgs.access import Access, accesses_of, require_open, require_platform, require_recent_authentication
from orgs.actors import organization_target, person_key
from orgs.mail.notify import notify
from orgs.models import Membership, Organization
from orgs.roles import Role
from orgs.services.invitations import end_invitations
from orgs.services.members import LastOwner, active_owners, lock_members, may_manage_members

# Takes away the access that an app's rows give to the organization, whose members are locked, and records it.
ClosingStep = Callable[[Organization, Actor], None]
_STEPS: Final[list[ClosingStep]] = []


def register_closing_step(step: ClosingStep) -> None:
    """Have each closing of an organization call this, in its transaction. An app calls it in ``AppConfig.ready``."""
    _STEPS.append(step)


@transaction.atomic
def close_organization(organization: Organization, *, actor: Actor, reason: str = "") -> Organization:
    """Close the organization: its keys, invitations and opt-in end, and members only read until it is deleted.

    If it is closed already, changes nothing. Raises PermissionDenied unless the actor is an owner, platform staff or a
    command, ReauthenticationRequired, and ValidationError for staff or a command without a reason.
    """
    lock_members(organization)
    current = Organization.objects.get(pk=organization.pk)
    if actor.kind == "user":
        _require_owner(current, actor)
    else:
        require_platform(actor)
        _require_reason(reason)
    if current.closed_at is not None:
        return current
    require_recent_authentication(actor, current)
    for step in (end_invitations, _forget_confirmations, *_STEPS):
        step(current, actor)
    current.closed_at = timezone.now()
    current.save(update_fields=["closed_at"])
    _tell("closed", current, actor, reason, (False, True))
    return current


@transaction.atomic
def reopen_organization(organization: Organization, *, actor: Actor, reason: str) -> Organization:
    """Let the members of a closed organization change it again. Keys stay revoked, reads off, invitations revoked.

    If it is open already, changes nothing. Raises PermissionDenied unless the actor is platform staff or a command,
    ReauthenticationRequired, ValidationError without a reason, and LastOwner if it has no active owner.
    """
    lock_members(organization)
    current = Organization.objects.get(pk=organization.pk)
    require_platform(actor)
    _require_reason(reason)
    if current.closed_at is None:
        return current
    require_recent_authentication(actor)
    if not active_owners(current):
        raise LastOwner(f"{current.name} has no active owner. Reactivate one first.")
    current.closed_at = None
    current.save(update_fields=["closed_at"])
    _tell("reopened", current, actor, reason, (True, False))
    return current


def may_close(access: Access | None) -> bool:
    """Tell whether somebody with this access may close the organization. None: no member."""
    return access is not None and access.role == Role.OWNER and may_manage_members(access)


def _require_owner(organization: Organization, actor: Actor) -> None:
    key = person_key(actor)
    if not may_close(accesses_of([key], organization).get(key)):
        require_open(organization)
        raise PermissionDenied("Only an owner of the organization can close it.")


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise ValidationError({"reason": "Closing and reopening need a reason."})


def _forget_confirmations(organization: Organization, actor: Actor) -> None:
    """Forget which members another owner has confirmed, so that no confirmation outlives a closing."""
    Membership.objects.filter(organization=organization).update(hold_confirmed_until=None)


def _tell(verb: str, organization: Organization, actor: Actor, reason: str, closed: tuple[bool, bool]) -> None:
    """Record it, and e-mail all owners and everybody who was one within the last 30 days."""
    by = actor.name if actor.kind == "user" else "The platform's staff"
    notify(
        f"orgs/email/{verb}.txt",
        organization=organization,
        roles=[Role.OWNER],
        context={"by": by, "reason": reason.strip()},
        opened=f"{by} {verb} {organization.name}.",
        opened_subject=f"{organization.name} was {verb}",
    )
    record(
        f"organization.{verb}",
        organization_id=organization.public_id,
        actor=actor,
        target=organization_target(organization),
        changes={"closed": closed},
        details={"reason": reason.strip()} if reason.strip() else {},
    )
