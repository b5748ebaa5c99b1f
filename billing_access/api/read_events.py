"""Records the API's reads and refusals in the audit log."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.http import HttpRequest

from billing_access import errors
from billing_access.access.decision import KeyFacts
from billing_access.routes import Route
from billing_audit.record import Actor, Json, Target, record, record_denial
from billing_audit.request_context import origin_of

REFUSED: Final = "api_key.refused"


def record_read(request: HttpRequest, route: Route, facts: KeyFacts, details: Mapping[str, Json]) -> None:
    """Record an allowed read before it is answered. Raises ``django.db.Error``; then the answer is a 503.

    Does nothing for a route without an event.
    """
    if route.event is None:
        return
    record(
        route.event,
        organization_id=facts.organization_id,
        actor=_actor(request, facts),
        target=_target(facts),
        details={"route": route.path, **details},
    )


def record_refusal(
    request: HttpRequest,
    route: Route,
    facts: KeyFacts,
    code: str,
    missing_scopes: tuple[str, ...] = (),
    requested: Mapping[str, Json] = MappingProxyType({}),
) -> None:
    """Record the refusal of a request with a known key.

    ``code`` is the refusal's code, ``requested`` what its path asked for. Of identical refusals in a minute the first
    ten hold what they asked for; the others are counted, whatever they asked for.
    """
    details: dict[str, Json] = {"route": route.path, **requested}
    if missing_scopes:
        details["required_scopes"] = list(missing_scopes)
    record_denial(
        route.event or REFUSED,
        organization_id=facts.organization_id,
        actor=_actor(request, facts),
        target=_target(facts),
        reason_code=code,
        details=details,
    )


def record_unknown_key(request: HttpRequest, route: Route) -> None:
    """Record a request with a well-formed key that does not exist, in the platform's own log."""
    record_denial(
        REFUSED,
        organization_id=None,
        actor=Actor("anonymous", origin=origin_of(request)),
        reason_code=errors.INVALID_KEY.code,
        details={"route": route.path},
    )


def _actor(request: HttpRequest, facts: KeyFacts) -> Actor:
    return Actor("api_key", str(facts.key_id), facts.key_name, origin_of(request))


def _target(facts: KeyFacts) -> Target:
    return Target("organization", facts.organization_id, facts.organization_name)
