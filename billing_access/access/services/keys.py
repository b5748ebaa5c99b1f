"""Issues, changes and revokes keys."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils import timezone

from billing_access.access import key_format, networks
from billing_access.access.models import EXPIRY_NOTICES, ApiKey
from billing_access.access.readers import facts_of, key_outlook
from billing_access.access.services.audit_fields import actor_name, record_key_change, sentence_start
from billing_access.access.services.exceptions import InvalidChange
from billing_access.access.services.key_checks import (
    checked_lifetime,
    checked_name,
    checked_networks,
    checked_scopes,
)
from billing_audit.record import Actor
from orgs.access import require, require_recent_authentication
from orgs.actors import person_key
from orgs.mail.notify import notify
from orgs.models import Organization
from orgs.roles import MANAGE_API_KEYS, Role
from orgs.services.members import lock_members

DEFAULT_LIFETIME_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A new key with its secret. The secret is stored nowhere, so the caller must show it now."""

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
    """Create a key and return it with its secret.

    Raises PermissionDenied (also for ``audit:read`` if the actor may not read the audit log),
    ReauthenticationRequired, UnknownScope, InvalidNetwork, and InvalidChange for a name that is not 1 to 80 characters,
    a lifetime outside 1 to 366 days, or too many networks.
    """
    lock_members(organization)
    valid_scopes = checked_scopes(organization, actor, scopes)
    require_recent_authentication(actor, organization)
    issued = make_key(
        organization,
        actor,
        name=checked_name(name),
        scopes=list(valid_scopes),
        lifetime=checked_lifetime(lifetime_days),
        allowed_networks=checked_networks(allowed_networks),
        form_token=form_token,
    )
    key = issued.key
    tell_owners("billing_access/email/api_key_created.txt", key, actor, "created an API key", scopes=key.scopes)
    record_key_change("api_key.created", key, actor, key_changes(key))
    return issued


@transaction.atomic
def change_scopes(key: ApiKey, *, actor: Actor, scopes: Collection[str], reason: str = "") -> ApiKey:
    """Replace the key's scopes with these. Recent authentication is needed only if that adds a scope.

    Raises PermissionDenied, ReauthenticationRequired, UnknownScope, and InvalidChange for an expired or revoked key.
    """
    locked = lock_key(key)
    after = list(checked_scopes(locked.organization, actor, scopes, held=locked.scopes))
    if fault := why_not_change(locked):
        raise InvalidChange(fault)
    before = sorted(locked.scopes)
    if before == after:
        return locked
    added = sorted(set(after) - set(before))
    if added:
        require_recent_authentication(actor, locked.organization)
    locked.scopes = after
    locked.save(update_fields=["scopes"])
    if added:
        template = "billing_access/email/api_key_widened.txt"
        tell_owners(template, locked, actor, "gave an API key more scopes", added=added, reason=reason.strip())
    record_key_change("api_key.scopes_changed", locked, actor, {"scopes": (before, after)}, reason)
    return locked


@transaction.atomic
def change_networks(key: ApiKey, *, actor: Actor, allowed_networks: Collection[str], reason: str = "") -> ApiKey:
    """Replace the key's list of allowed networks; an empty list allows every address.

    Recent authentication is needed only if the new list allows an address that the old one refuses. Raises
    PermissionDenied, ReauthenticationRequired, InvalidNetwork, and InvalidChange for an expired or revoked key or a
    list that is too long.
    """
    locked = lock_key(key)
    require(actor, locked.organization, MANAGE_API_KEYS)
    after = checked_networks(allowed_networks)
    if fault := why_not_change(locked):
        raise InvalidChange(fault)
    before = tuple(locked.allowed_networks)
    if before == after:
        return locked
    loosened = networks.is_loosened(before, after)
    if loosened:
        require_recent_authentication(actor, locked.organization)
    locked.allowed_networks = list(after)
    locked.save(update_fields=["allowed_networks"])
    if loosened:
        template = "billing_access/email/api_key_loosened.txt"
        addresses = list(map(str, after)) or ["any"]
        opened = "let an API key be used from more addresses"
        tell_owners(template, locked, actor, opened, networks=addresses, reason=reason.strip())
    changes = {"allowed_networks": (list(map(str, before)), list(map(str, after)))}
    record_key_change("api_key.addresses_changed", locked, actor, changes, reason)
    return locked


@transaction.atomic
def revoke_key(key: ApiKey, *, actor: Actor, reason: str = "") -> ApiKey:
    """Revoke the key now and for good, also during the overlap of a rotation. A revoked key stays as it is.

    Raises PermissionDenied. The owners get an e-mail unless a member revoked the key.
    """
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
    """Create the row of a new key. The caller has checked permissions and values, and records the event."""
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
        expiry_notice=last_notice_already_due(lifetime),
        allowed_networks=list(allowed_networks),
        form_token=form_token,
        predecessor=predecessor,
    )
    return IssuedKey(key, secret)


def lock_key(key: ApiKey) -> ApiKey:
    """Lock the organization's members, then the key's row, until the transaction ends.

    Returns the key as it is now, with ``judged_at`` set. A right that is read after it holds until the end.
    """
    lock_members(key.organization)
    locked = ApiKey.objects.select_for_update(of=("self",), no_key=True).select_related("organization").get(pk=key.pk)
    with connection.cursor() as cursor:
        # A separate statement: the statement time of the SELECT FOR UPDATE is from before it waited for the lock, and
        # so from before the change that it waited for.
        cursor.execute("SELECT statement_timestamp()")
        locked.judged_at = cursor.fetchone()[0]
    return locked


def end_key(key: ApiKey, actor: Actor, reason: str) -> None:
    """Revoke a locked key now and record the event."""
    ApiKey.objects.filter(pk=key.pk).update(revoked_at=Now())
    key.refresh_from_db(fields=["revoked_at"])
    key.judged_at = key.revoked_at
    record_key_change("api_key.revoked", key, actor, {"revoked": (False, True)}, reason)


def last_notice_already_due(lifetime: timedelta) -> int | None:
    """Return the last of ``EXPIRY_NOTICES`` that is due already when a key with this lifetime is created, None if none.

    It is stored as if it had been sent, so that a short-lived key causes no notice at its creation.
    """
    due = [days for days in EXPIRY_NOTICES if lifetime <= timedelta(days=days)]
    return min(due) if due else None


def key_changes(key: ApiKey) -> dict[str, Any]:
    """Return a new key's scopes, expiry and networks as the changes of its event."""
    changes: dict[str, Any] = {"scopes": ([], sorted(key.scopes)), "expires_at": (None, key.expires_at)}
    if key.allowed_networks:
        changes["allowed_networks"] = ([], list(map(str, key.allowed_networks)))
    return changes


def tell_owners(template: str, key: ApiKey, actor: Actor, opened: str = "", **context: object) -> None:
    """E-mail the organization's owners about a stored key, and what it can read after the change.

    The e-mail has its id, name and hint, never the secret. ``opened`` is what the actor opened, as a sentence goes on
    after their name: people who are no owners any more get this alone.
    """
    key_context = {
        "key": key.name,
        "hint": key.hint,
        "key_id": str(key.pk),
        "by": actor_name(actor),
        "outlook": key_outlook(facts_of(key)),
        **context,
    }
    notify(
        template,
        organization=key.organization,
        roles=(Role.OWNER,),
        context=key_context,
        opened=f"{sentence_start(actor)} {opened}." if opened else "",
    )


def why_not_change(key: ApiKey) -> str:
    """Return why the key's scopes and networks cannot be changed; empty if they can."""
    return f"The key is {key.status}; it cannot change any more." if key.is_over else ""
