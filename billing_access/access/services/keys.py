"""Issuing, changing and revoking keys."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils import timezone

from billing_access.access import key_format, networks
from billing_access.access.models import EXPIRY_NOTICES, MAX_LIFETIME, NETWORKS_LIMIT, ApiKey
from billing_access.access.services.audit_fields import key_target, reason_given, said_by
from billing_access.access.services.exceptions import InvalidChange
from billing_access.scopes import AUDIT_READ, parse_scopes
from billing_audit.record import Actor, record
from orgs.access import require, require_recent_authentication
from orgs.actors import person_key
from orgs.mail.notify import notify
from orgs.models import Organization
from orgs.roles import MANAGE_API_KEYS, VIEW_AUDIT_LOG, Role

DEFAULT_LIFETIME_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A new key with its secret, which exists nowhere else and is shown once."""

    key: ApiKey
    secret: key_format.Secret

    def __repr__(self) -> str:
        return f"IssuedKey({self.key!r})"


@transaction.atomic
def issue_key(
    organization: Organization,
    *,
    actor: Actor,
    name: str,
    scopes: Collection[str],
    lifetime_days: int = DEFAULT_LIFETIME_DAYS,
    allowed_networks: Collection[str] = (),
    form_token: uuid.UUID | None = None,
) -> IssuedKey:
    """Make a key and return it with its secret.

    Raises PermissionDenied (also for ``audit:read`` by one who may not read the log), ReauthenticationRequired,
    UnknownScope, InvalidNetwork, and InvalidChange for an empty name or a lifetime outside 1 to 366 days.
    """
    wanted = checked_scopes(organization, actor, scopes)
    require_recent_authentication(actor)
    issued = make_key(
        organization,
        actor,
        name=checked_name(name),
        scopes=list(wanted),
        lifetime=checked_lifetime(lifetime_days),
        allowed_networks=_checked_networks(allowed_networks),
        form_token=form_token,
    )
    key = issued.key
    tell_owners("billing_access/email/api_key_created.txt", key, actor, scopes=key.scopes)
    record(
        "api_key.created",
        organization_id=organization.public_id,
        actor=actor,
        target=key_target(key),
        changes=key_changes(key),
    )
    return issued


@transaction.atomic
def change_scopes(key: ApiKey, *, actor: Actor, scopes: Collection[str], reason: str = "") -> ApiKey:
    """Give the key exactly these scopes; a narrower choice needs no recent authentication.

    Raises PermissionDenied, ReauthenticationRequired, UnknownScope, and InvalidChange for a key that is over.
    """
    locked = lock_key(key)
    wanted = checked_scopes(locked.organization, actor, scopes, held=locked.scopes)
    if fault := why_not_change(locked):
        raise InvalidChange(fault)
    before = sorted(locked.scopes)
    if before == list(wanted):
        return locked
    added = sorted(set(wanted) - set(before))
    if added:
        require_recent_authentication(actor)
    locked.scopes = list(wanted)
    locked.save(update_fields=["scopes"])
    if added:
        tell_owners("billing_access/email/api_key_widened.txt", locked, actor, added=added, reason=reason.strip())
    record(
        "api_key.scopes_changed",
        organization_id=locked.organization.public_id,
        actor=actor,
        target=key_target(locked),
        changes={"scopes": (before, list(wanted))},
        details=reason_given(reason),
    )
    return locked


@transaction.atomic
def change_networks(key: ApiKey, *, actor: Actor, allowed_networks: Collection[str], reason: str = "") -> ApiKey:
    """Give the key exactly this list of addresses, empty for any; a tighter one needs no recent authentication.

    Raises PermissionDenied, ReauthenticationRequired, InvalidNetwork, and InvalidChange for a key that is over or
    a list that is too long.
    """
    locked = lock_key(key)
    require(actor, locked.organization, MANAGE_API_KEYS)
    wanted = _checked_networks(allowed_networks)
    if fault := why_not_change(locked):
        raise InvalidChange(fault)
    before = tuple(locked.allowed_networks)
    if before == wanted:
        return locked
    loosened = networks.is_loosened(before, wanted)
    if loosened:
        require_recent_authentication(actor)
    locked.allowed_networks = list(wanted)
    locked.save(update_fields=["allowed_networks"])
    if loosened:
        tell_owners(
            "billing_access/email/api_key_loosened.txt",
            locked,
            actor,
            networks=list(map(str, wanted)) or ["any"],
            reason=reason.strip(),
        )
    record(
        "api_key.addresses_changed",
        organization_id=locked.organization.public_id,
        actor=actor,
        target=key_target(locked),
        changes={"allowed_networks": (list(map(str, before)), list(map(str, wanted)))},
        details=reason_given(reason),
    )
    return locked


@transaction.atomic
def revoke_key(key: ApiKey, *, actor: Actor, reason: str = "") -> ApiKey:
    """Revoke the key for good, at once, in its overlap too. Raises PermissionDenied; revoked, it changes nothing."""
    locked = lock_key(key)
    require(actor, locked.organization, MANAGE_API_KEYS)
    if locked.is_revoked:
        return locked
    end_key(locked, actor, reason)
    if actor.kind != "user":
        tell_owners("billing_access/email/api_key_revoked.txt", locked, actor, reason=reason.strip())
    return locked


def make_key(
    organization: Organization,
    actor: Actor,
    *,
    name: str,
    scopes: list[str],
    lifetime: timedelta,
    allowed_networks: Collection[networks.Network],
    form_token: uuid.UUID | None = None,
    predecessor: ApiKey | None = None,
) -> IssuedKey:
    """Store a new key, whose right to be has been checked; the caller records it."""
    secret = key_format.new_secret()
    first, last = key_format.hint(secret)
    created_at = timezone.now()
    key = ApiKey.objects.create(
        organization=organization,
        name=name,
        digest=key_format.digest(secret),
        first_characters=first,
        last_characters=last,
        scopes=scopes,
        created_at=created_at,
        created_by_id=person_key(actor),
        created_by_kind=actor.kind,
        expires_at=created_at + lifetime,
        expiry_notice=notices_past(lifetime),
        allowed_networks=list(allowed_networks),
        form_token=form_token,
        predecessor=predecessor,
    )
    return IssuedKey(key, secret)


def lock_key(key: ApiKey) -> ApiKey:
    """Read the key again, hold it until the transaction ends, and judge it by the database's clock."""
    locked = ApiKey.objects.select_for_update(of=("self",), no_key=True).select_related("organization").get(pk=key.pk)
    with connection.cursor() as cursor:
        # A statement of its own: the time of the one that waited for the lock lies before what it waited for.
        cursor.execute("SELECT statement_timestamp()")
        locked.judged_at = cursor.fetchone()[0]
    return locked


def end_key(key: ApiKey, actor: Actor, reason: str) -> None:
    """Revoke a locked key at once and record it."""
    ApiKey.objects.filter(pk=key.pk).update(revoked_at=Now())
    key.refresh_from_db(fields=["revoked_at"])
    key.judged_at = key.revoked_at
    record(
        "api_key.revoked",
        organization_id=key.organization.public_id,
        actor=actor,
        target=key_target(key),
        changes={"revoked": (False, True)},
        details=reason_given(reason),
    )


def notices_past(lifetime: timedelta) -> int | None:
    """Return the last notice that such a short life leaves no room for."""
    past = [days for days in EXPIRY_NOTICES if lifetime <= timedelta(days=days)]
    return min(past) if past else None


def key_changes(key: ApiKey) -> dict[str, Any]:
    """Return what a new key is, as the record keeps it."""
    changes: dict[str, Any] = {"scopes": ([], sorted(key.scopes)), "expires_at": (None, key.expires_at)}
    if key.allowed_networks:
        changes["allowed_networks"] = ([], list(map(str, key.allowed_networks)))
    return changes


def tell_owners(template: str, key: ApiKey, actor: Actor, **context: object) -> None:
    """E-mail the organization's owners about a key: its name and hint, never more of it."""
    told = {"key": key.name, "hint": key.hint, "key_id": str(key.pk), "by": said_by(actor), **context}
    notify(template, organization=key.organization, roles=(Role.OWNER,), context=told)


def checked_name(name: str) -> str:
    """Return the name without blanks around it. Raises InvalidChange."""
    if not 1 <= len(name.strip()) <= 80:
        raise InvalidChange("Give the key a name of 1 to 80 characters.")
    return name.strip()


def checked_lifetime(days: int) -> timedelta:
    """Return the lifetime. Raises InvalidChange."""
    if not 1 <= days <= MAX_LIFETIME.days:
        raise InvalidChange(f"A key lives 1 to {MAX_LIFETIME.days} days, not {days}.")
    return timedelta(days=days)


def checked_scopes(
    organization: Organization, actor: Actor, scopes: Collection[str], held: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the scopes in order, if the actor may issue a key with them beyond those held."""
    require(actor, organization, MANAGE_API_KEYS)
    wanted = parse_scopes(list(scopes))
    for permission in permissions_to_issue({*wanted} - {*held}) - {MANAGE_API_KEYS}:
        require(actor, organization, permission)
    return wanted


def permissions_to_issue(scopes: Collection[str]) -> frozenset[str]:
    """Return what a member must hold to issue a key with these scopes."""
    return frozenset({MANAGE_API_KEYS, VIEW_AUDIT_LOG} if AUDIT_READ in scopes else {MANAGE_API_KEYS})


def _checked_networks(texts: Collection[str]) -> tuple[networks.Network, ...]:
    wanted = networks.parse_networks(texts)
    if len(wanted) > NETWORKS_LIMIT:
        raise InvalidChange(f"A key's list holds {NETWORKS_LIMIT} networks at most, not {len(wanted)}.")
    return wanted


def why_not_change(key: ApiKey) -> str:
    """Say why the key's scopes and addresses cannot change any more; empty where they can."""
    return f"The key is {key.status}; it cannot change any more." if key.is_over else ""
