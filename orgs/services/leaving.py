"""What ends when a member leaves an organization or is removed from it. An app registers what its rows then do."""

from collections.abc import Callable
from typing import Any, Final

from billing_audit.record import Actor
from orgs.models import Organization

# Ends what the person with this primary key held in an organization whose members are locked, and records it.
LeavingStep = Callable[[Organization, Any, Actor], None]
_STEPS: Final[list[LeavingStep]] = []


def register_leaving_step(step: LeavingStep) -> None:
    """Have the end of each membership call this, in its transaction. An app calls it in ``AppConfig.ready``."""
    _STEPS.append(step)


def end_what_they_held(organization: Organization, person: Any, actor: Actor) -> None:
    """Call every registered step. Only in a transaction that called ``lock_members`` and has ended the membership."""
    for step in _STEPS:
        step(organization, person, actor)
