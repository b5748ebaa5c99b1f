"""What the services of this package put on the record alike."""

from billing_access.access.models import ApiKey
from billing_audit.record import Actor, Target


def key_target(key: ApiKey) -> Target:
    """Name a key by id, never by anything of its secret."""
    return Target("api_key", str(key.pk), key.name)


def reason_given(reason: str) -> dict[str, str]:
    """Return the reason as a detail, nothing for none."""
    return {"reason": reason.strip()} if reason.strip() else {}


def said_by(actor: Actor) -> str:
    """Say in an e-mail who did it."""
    return {"staff": "platform staff", "system": "the platform"}.get(actor.kind, actor.name)
