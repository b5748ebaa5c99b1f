"""One event of each type that can be recorded, as it is sent in the shape of OCSF."""

from collections.abc import Callable
from typing import Any

from billing_access.webhooks.audit_log import ocsf
from billing_audit.event_types import BY_ACTION, EventType
from billing_audit.record import Actor, Target, record
from billing_audit.request_context import Origin
from orgs.models import Organization
from tests.billing_access.webhooks.audit_push import deliver_all, make_endpoint

ORIGIN = Origin("req_1", "192.0.2.7", "curl/8 ünï")
ACTORS = (
    Actor("user", "7", "alice@example.com", ORIGIN),
    Actor("api_key", "6e2d3f0a-4b1c-4c2e-9d70-5a1f1f2f3a4b", "Nightly", ORIGIN),
    Actor("staff", "9", "dana@example.com", ORIGIN),
    Actor("system", "worker", "worker"),
    Actor("anonymous", origin=Origin("req_2", "2001:db8::1", "")),
    Actor("anonymous"),
)
TARGETS = (Target("organization", "o_1", "Acme"), Target("", ""), Target("api_key", "k1"), Target("platform", ""))


def _write(event_type: EventType, number: int) -> None:
    """Record an event of this type with a value in each of its fields."""
    is_denied = number % 3 == 0
    record(
        event_type.action,
        organization_id="o_1",
        actor=ACTORS[number % len(ACTORS)],
        target=TARGETS[number % len(TARGETS)],
        outcome="denied" if is_denied else "allowed",
        reason_code="org_opt_in_required" if is_denied else "",
        changes=dict.fromkeys(event_type.changes, (None, "x")),
        details=dict.fromkeys(event_type.details, "y"),
    )


# These three only count with a statement, or the sealer refuses them.
STATED = {"audit_log.purged", "audit_log.restored", "personal_data.erased"}


def every_type_as_ocsf(acme: Organization, seal_events: Callable[..., int]) -> dict[str, dict[str, Any]]:
    """Return the event of each type by its action."""
    for number, event_type in enumerate(each for each in BY_ACTION.values() if each.action not in STATED):
        _write(event_type, number)
    seal_events()
    messages = deliver_all(make_endpoint(acme, "o_1", shape="ocsf"))
    assert {message["data"]["format"] for message in messages} == {ocsf.FORMAT}
    return {event["api"]["operation"]: event for message in messages for event in message["data"]["events"]}
