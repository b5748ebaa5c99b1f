"""The parts of events and e-mails that the services of this package have in common."""

from billing_access.access.models import ApiKey
from billing_audit.record import Actor, Target


def key_target(key: ApiKey) -> Target:
    """Return the key as an event's target: its id and name, nothing of its secret."""
    return Target("api_key", str(key.pk), key.name)


def reason_details(reason: str) -> dict[str, str]:
    """Return an event's details with the reason; empty if the reason is blank."""
    return {"reason": reason.strip()} if reason.strip() else {}


def actor_name(actor: Actor) -> str:
    """Return how an e-mail names the actor; platform staff are not named in person."""
    return {"staff": "platform staff", "system": "the platform"}.get(actor.kind, actor.name)
