"""What follows when billing reads open again. An app whose rows wait for that registers what they then do."""

from collections.abc import Callable
from typing import Final

from billing_access.errors import Refusal
from billing_audit.record import Actor
from orgs.models import Organization

# Ends what waits from the time when reads were refused, for one organization or, with None, for all, and records it.
OpeningStep = Callable[[Organization | None, Refusal, Actor], None]
_STEPS: Final[list[OpeningStep]] = []


def register_opening_step(step: OpeningStep) -> None:
    """Have each turning on and each lifting of a suspension call this, in its transaction, with what refused until now.

    Call it from ``AppConfig.ready``.
    """
    _STEPS.append(step)


def end_what_waited(organization: Organization | None, refusal: Refusal, actor: Actor) -> None:
    """Call every registered step."""
    for step in _STEPS:
        step(organization, refusal, actor)
