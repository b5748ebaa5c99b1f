"""Rotates keys: a successor replaces the old key, and both work until an overlap ends."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models.functions import Now

from billing_access.access.models import ApiKey
from billing_access.access.services.audit_fields import record_key_change
from billing_access.access.services.exceptions import InvalidChange
from billing_access.access.services.key_checks import checked_lifetime, checked_scopes
from billing_access.access.services.keys import (
    DEFAULT_LIFETIME_DAYS,
    IssuedKey,
    end_key,
    key_changes,
    lock_key,
    make_key,
    tell_owners,
)
from billing_audit.record import Actor
from orgs.access import require, require_recent_authentication
from orgs.roles import MANAGE_API_KEYS

# For how many hours the old key still works after the rotation, with the label that pages show.
OVERLAPS: Final = {0: "Ends at once", 1: "1 hour", 24: "24 hours", 168: "7 days"}


@transaction.atomic
def rotate_key(
    key: ApiKey, *, actor: Actor, overlap_hours: int, lifetime_days: int = DEFAULT_LIFETIME_DAYS
) -> IssuedKey:
    """Create a successor with the same name, scopes and networks. The old key is revoked when the overlap ends.

    Raises PermissionDenied (also if the actor could not issue a key with these scopes), ReauthenticationRequired, and
    InvalidChange for another overlap or lifetime, and for a key that ``why_not_rotate`` gives a reason for.
    """
    old = lock_key(key)
    checked_scopes(old.organization, actor, old.scopes)
    require_recent_authentication(actor, old.organization)
    if overlap_hours not in OVERLAPS:
        raise InvalidChange(f"The overlap must be {', '.join(map(str, OVERLAPS))} hours, not {overlap_hours}.")
    lifetime = checked_lifetime(lifetime_days)
    if fault := why_not_rotate(old):
        raise InvalidChange(fault)
    issued = make_key(
        old.organization,
        actor,
        name=old.name,
        scopes=sorted(old.scopes),
        lifetime=lifetime,
        allowed_networks=old.allowed_networks,
        predecessor=old,
    )
    ApiKey.objects.filter(pk=old.pk).update(revoked_at=Now() + timedelta(hours=overlap_hours))
    old.refresh_from_db(fields=["revoked_at"])
    tell_owners(
        "billing_access/email/api_key_rotated.txt",
        issued.key,
        actor,
        "rotated an API key",
        old_hint=old.hint,
        old_ends_at=old.ends_at if overlap_hours else None,
    )
    rotated = {"successor": (None, str(issued.key.pk)), "ends_at": (None, old.revoked_at)}
    record_key_change("api_key.rotated", old, actor, rotated)
    created = {**key_changes(issued.key), "predecessor": (None, str(old.pk))}
    record_key_change("api_key.created", issued.key, actor, created)
    return issued


@transaction.atomic
def cancel_rotation(key: ApiKey, *, actor: Actor) -> ApiKey:
    """During the overlap of a rotation, let the old key work until its own expiry and revoke its successor now.

    Raises PermissionDenied, ReauthenticationRequired (since the old key will work longer), and InvalidChange for a
    reason of ``why_not_cancel_rotation``.
    """
    old = lock_key(key)
    require(actor, old.organization, MANAGE_API_KEYS)
    require_recent_authentication(actor, old.organization)
    successor = successor_of(old)
    fault = why_not_cancel_rotation(old, successor)
    if fault or successor is None:
        raise InvalidChange(fault)
    end_key(lock_key(successor), actor, "The rotation was canceled.")
    before = old.revoked_at
    ApiKey.objects.filter(pk=old.pk).update(revoked_at=None)
    old.revoked_at = None
    opened = "canceled the rotation of an API key, which works longer"
    tell_owners("billing_access/email/api_key_rotation_canceled.txt", old, actor, opened, new_hint=successor.hint)
    record_key_change("api_key.rotation_canceled", old, actor, {"ends_at": (before, None)})
    return old


def why_not_rotate(key: ApiKey) -> str:
    """Return why the key cannot be rotated; empty if it can. Reads the key's predecessor. Pages use it too."""
    if key.is_platform_key:
        return "The platform issued this key and rotates it. Ask the platform for a new key."
    if key.is_over:
        return f"The key is {key.status}. Create a new key instead."
    if key.is_replaced:
        return "The key was rotated already. Rotate its successor, or cancel the rotation first."
    if key.predecessor is not None:
        key.predecessor.judged_at = key.judged_at
        if not key.predecessor.is_over:
            return "The key that this one replaced still works. Revoke it, or wait until its overlap ends."
    return ""


def why_not_cancel_rotation(key: ApiKey, successor: ApiKey | None) -> str:
    """Return why the key's rotation cannot be canceled; empty if it can. ``successor``: as ``successor_of`` returns."""
    if not key.is_replaced or key.is_expired:
        return "There is no rotation to cancel: the key is not in an overlap."
    if successor is None or successor.revoked_at is not None:
        return "The successor has been revoked or rotated itself. Create a new key instead."
    return ""


def successor_of(key: ApiKey) -> ApiKey | None:
    """Return the key that the latest rotation created. Successors of canceled rotations are older. One query."""
    return key.successors.order_by("-created_at").first()
