"""Ending a hold: another owner confirms that it is the person themself who signs in. Atomic, and on the record."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from billing_audit.record import Actor, record
from orgs.access import Access, accesses_of, hold_of, require_open, require_recent_authentication
from orgs.actors import person_key, user_target
from orgs.mail.notify import notify
from orgs.models import Membership
from orgs.people import get_people
from orgs.roles import Role
from orgs.services.members import lock_members, may_manage_members


@transaction.atomic
def confirm(membership: Membership, *, actor: Actor) -> Membership:
    """End a member's hold in this organization: they may open things there again. No other organization is concerned.

    Nothing changes for a member who is not held. Raises Membership.DoesNotExist for a member who was removed meanwhile;
    PermissionDenied unless the actor is another owner (staff and commands never are); ReauthenticationRequired; and
    Held for an owner who is held themself.
    """
    lock_members(membership.organization)
    current = Membership.objects.select_related("organization", "user").get(pk=membership.pk)
    access = accesses_of([person_key(actor)], current.organization).get(person_key(actor))
    if actor.kind != "user" or not may_confirm(access, person_key(actor), current):
        require_open(current.organization)
        raise PermissionDenied("Only another owner of the organization can confirm a member.")
    until = hold_of(current)
    if until is None:
        return current
    require_recent_authentication(actor, current.organization)
    current.hold_confirmed_until = until
    current.save(update_fields=["hold_confirmed_until"])
    _record(current, until, actor)
    return current


def may_confirm(access: Access | None, person_key: object, membership: Membership) -> bool:
    """Tell whether somebody with this access and primary key may confirm the member. None: no member."""
    is_owner = access is not None and access.role == Role.OWNER and may_manage_members(access)
    return is_owner and membership.user_id != person_key


def _record(membership: Membership, until: datetime, actor: Actor) -> None:
    name = get_people().email_of(membership.user)
    record(
        "member.hold_confirmed",
        organization_id=membership.organization.public_id,
        actor=actor,
        target=user_target(membership.user),
        changes={"held_until": (until, None)},
    )
    notify(
        "orgs/email/hold_confirmed.txt",
        organization=membership.organization,
        roles=[Role.OWNER],
        people=[membership.user],
        context={"by": actor.name, "member": name},
        opened=f"{actor.name} confirmed {name}, whom the platform had given a way to sign in.",
    )
