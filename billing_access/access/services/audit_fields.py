"""The parts of events and e-mails that the services of this package have in common."""

from billing_access.access.models import ApiKey
from billing_audit.record import Actor, Changes, Target, record


def record_key_change(action: str, key: ApiKey, actor: Actor, changes: Changes, reason: str = "") -> None:
    """Record a change of a key on its organization's log. The event has its id and name, nothing of its secret."""
    record(
        action,
        organization_id=key.organization.public_id,
        actor=actor,
        target=Target("api_key", str(key.pk), key.name),
        changes=changes,
        details=reason_details(reason),
    )


def reason_details(reason: str) -> dict[str, str]:
    """Return an event's details with the reason; empty if the reason is blank."""
    return {"reason": reason.strip()} if reason.strip() else {}


def actor_name(actor: Actor) -> str:
    """Return how an e-mail names the actor; platform staff are not named in person."""
    return {"staff": "platform staff", "system": "the platform"}.get(actor.kind, actor.name)


def sentence_start(actor: Actor) -> str:
    """Return ``actor_name`` as a sentence begins with it."""
    name = actor_name(actor)
    return name[:1].upper() + name[1:]
