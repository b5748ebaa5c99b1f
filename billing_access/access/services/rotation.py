"""Rotation: a successor takes over, and the old key ends after an overlap."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from billing_access.access.models import ApiKey
from billing_access.access.services.audit_fields import key_target
from billing_access.access.services.exceptions import InvalidChange
from billing_access.access.services.keys import (
    DEFAULT_LIFETIME_DAYS,
    IssuedKey,
    checked_lifetime,
    checked_scopes,
    end_key,
    key_changes,
    lock_key,
    make_key,
    tell_owners,
)
from billing_audit.record import Actor, record
from orgs.access import require, require_recent_authentication
from orgs.roles import MANAGE_API_KEYS

# How many hours the old key works beside its successor.
OVERLAPS: Final = {0: "Ends at once", 1: "1 hour", 24: "24 hours", 168: "7 days"}


@transaction.atomic
def rotate_key(
    key: ApiKey, *, actor: Actor, overlap_hours: int, lifetime_days: int = DEFAULT_LIFETIME_DAYS
) -> IssuedKey:
    """Make a successor with the same name, scopes and addresses; the old key is revoked when the overlap ends.

    Raises PermissionDenied (also for one who could not issue such a key), ReauthenticationRequired, and
    InvalidChange for another overlap or lifetime, and for a key that is over, replaced already, the platform's,
    or whose own predecessor still works.
    """
    old = lock_key(key)
    checked_scopes(old.organization, actor, old.scopes)
    require_recent_authentication(actor)
    if overlap_hours not in OVERLAPS:
        raise InvalidChange(f"The overlap is {', '.join(map(str, OVERLAPS))} hours, not {overlap_hours}.")
    lifetime = checked_lifetime(lifetime_days)
    _require_rotatable(old)
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
    changes = key_changes(issued.key)
    tell_owners(
        "billing_access/email/api_key_rotated.txt",
        issued.key,
        actor,
        old_hint=old.hint,
        overlap=OVERLAPS[overlap_hours],
    )
    record(
        "api_key.rotated",
        organization_id=old.organization.public_id,
        actor=actor,
        target=key_target(old),
        changes={
            "successor": (None, str(issued.key.pk)),
            "ends_at": (None, old.revoked_at),
        },
    )
    record(
        "api_key.created",
        organization_id=old.organization.public_id,
        actor=actor,
        target=key_target(issued.key),
        changes={**changes, "predecessor": (None, str(old.pk))},
    )
    return issued


@transaction.atomic
def cancel_rotation(key: ApiKey, *, actor: Actor) -> ApiKey:
    """Keep the old key, which is in its overlap, until its own expiry, and revoke its successor at once.

    Raises PermissionDenied, ReauthenticationRequired (the old key lives longer), and InvalidChange where no
    overlap runs or the successor has ended or been replaced itself.
    """
    old = lock_key(key)
    require(actor, old.organization, MANAGE_API_KEYS)
    require_recent_authentication(actor)
    if not old.is_replaced or old.is_expired:
        raise InvalidChange("There is no rotation to cancel: the key is not in an overlap.")
    successor = old.successors.filter(revoked_at=None).first()
    if successor is None:
        raise InvalidChange("The successor is over already; there is nothing to go back from. Make a new key.")
    end_key(lock_key(successor), actor, "The rotation was canceled.")
    before = old.revoked_at
    ApiKey.objects.filter(pk=old.pk).update(revoked_at=None)
    old.revoked_at = None
    record(
        "api_key.rotation_canceled",
        organization_id=old.organization.public_id,
        actor=actor,
        target=key_target(old),
        changes={"ends_at": (before, None)},
    )
    return old


def _require_rotatable(key: ApiKey) -> None:
    if key.is_platform_key:
        raise InvalidChange("The platform issued this key and rotates it; the new one is registered by the platform.")
    if key.is_revoked or key.is_expired:
        raise InvalidChange(f"The key is {'revoked' if key.is_revoked else 'expired'}. Create a new key instead.")
    if key.revoked_at is not None:
        raise InvalidChange("The key was rotated already. Rotate its successor, or cancel the rotation first.")
    living = Q(revoked_at=None) | Q(revoked_at__gt=Now())
    if key.predecessor and ApiKey.objects.filter(living, pk=key.predecessor.pk, expires_at__gt=Now()).exists():
        raise InvalidChange("The key that this one replaced still works. Wait for its end, or revoke it first.")
