"""Checks what a key is created or changed with: its name, lifetime, scopes and networks."""

from collections.abc import Collection
from datetime import timedelta

from billing_access.access import networks
from billing_access.access.models import MAX_LIFETIME, NETWORKS_LIMIT
from billing_access.access.services.exceptions import InvalidChange
from billing_access.scopes import AUDIT_READ, parse_scopes
from billing_audit.plain_text import UnusableText, storable_name
from billing_audit.record import Actor
from orgs.access import require
from orgs.models import Organization
from orgs.roles import MANAGE_API_KEYS, VIEW_AUDIT_LOG


def checked_name(name: str) -> str:
    """Return the name as it is stored, without surrounding whitespace.

    Raises InvalidChange unless it is 1 to 80 characters and none of them is a control or invisible one.
    """
    try:
        stored = storable_name(name.strip())
    except UnusableText as error:
        raise InvalidChange(f"The name {error}. Remove it.") from None
    if not 1 <= len(stored) <= 80:
        raise InvalidChange("Give the key a name of 1 to 80 characters.")
    return stored


def checked_lifetime(days: int) -> timedelta:
    """Return the lifetime of so many days. Raises InvalidChange unless it is 1 to 366."""
    if not 1 <= days <= MAX_LIFETIME.days:
        raise InvalidChange(f"The lifetime of a key must be 1 to {MAX_LIFETIME.days} days, not {days}.")
    return timedelta(days=days)


def checked_scopes(
    organization: Organization, actor: Actor, scopes: Collection[str], held: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the scopes sorted. ``held`` are the scopes that the key has already: they need no further permission.

    Raises UnknownScope, and PermissionDenied if the actor may not issue a key with these scopes.
    """
    require(actor, organization, MANAGE_API_KEYS)
    parsed = parse_scopes(list(scopes))
    for permission in permissions_to_issue({*parsed} - {*held}) - {MANAGE_API_KEYS}:
        require(actor, organization, permission)
    return parsed


def permissions_to_issue(scopes: Collection[str]) -> frozenset[str]:
    """Return the permissions that an actor needs to issue a key with these scopes."""
    return frozenset({MANAGE_API_KEYS, VIEW_AUDIT_LOG} if AUDIT_READ in scopes else {MANAGE_API_KEYS})


def checked_networks(texts: Collection[str]) -> tuple[networks.Network, ...]:
    """Return the networks. Raises InvalidChange for too many, and InvalidNetwork."""
    parsed = networks.parse_networks(texts)
    if len(parsed) > NETWORKS_LIMIT:
        raise InvalidChange(f"A key's list can have {NETWORKS_LIMIT} networks at most, not {len(parsed)}.")
    return parsed
