"""What ends in a mirrored organization that has no active owner any more. An app registers what its rows then do."""

from collections.abc import Callable
from typing import Final

from billing_audit.record import Actor
from orgs.models import Organization
from orgs.services.members import active_owners

# Ends what needs an owner, in an organization whose members are locked, and records it; nothing if it has ended before.
OwnerlessStep = Callable[[Organization, Actor], None]
_STEPS: Final[list[OwnerlessStep]] = []


def register_ownerless_step(step: OwnerlessStep) -> None:
    """Have this called where an organization is found without an owner. An app calls it in ``AppConfig.ready``."""
    _STEPS.append(step)


def lacks_owner(organization: Organization) -> bool:
    """Tell whether it is mirrored and has no active owner: others are never left without one. One query."""
    return organization.is_mirrored and not active_owners(organization)


def end_without_owner(organization: Organization, actor: Actor) -> None:
    """End what needs an owner if there is none. Only in a transaction that called ``lock_members``."""
    if lacks_owner(organization):
        for step in _STEPS:
            step(organization, actor)
