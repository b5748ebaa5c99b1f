"""The verbs that change who may read. Each is atomic, checks its actor, records its event, and does nothing twice."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from billing_access.access import key_format
from billing_access.access.models import MAX_LIFETIME, ApiKey, OptIn, Suspension
from billing_access.scopes import AUDIT_READ, parse_scopes
from orgs.access import require, require_platform
from orgs.audit.record import Actor, Target, record
from orgs.models import Organization
from orgs.roles import MANAGE_API_KEYS, MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG

DEFAULT_LIFETIME_DAYS: Final = 90


class InvalidChange(ValueError):
    """The change cannot be made; the message says what is wrong and what is accepted."""


class ChangeConflict(Exception):
    """Someone else changed the opt-in first; ``current`` is what stands now."""

    def __init__(self, current: OptIn) -> None:
        super().__init__("The setting has changed since the page was opened.")
        self.current = current


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A new key with its secret, which exists nowhere else and is shown once."""

    key: ApiKey
    secret: str

    def __repr__(self) -> str:
        return f"IssuedKey({self.key!r})"


@transaction.atomic
def turn_on_billing_reads(
    organization: Organization, *, actor: Actor, reason: str = "", expected_version: int | None = None
) -> OptIn:
    """Opt the organization in. Raises PermissionDenied, ChangeConflict; already on, it changes nothing."""
    return _set_opt_in(organization, True, actor, reason, expected_version)


@transaction.atomic
def turn_off_billing_reads(
    organization: Organization, *, actor: Actor, reason: str = "", expected_version: int | None = None
) -> OptIn:
    """Opt the organization out, at once. Raises PermissionDenied, ChangeConflict; already off, it changes nothing."""
    return _set_opt_in(organization, False, actor, reason, expected_version)


@transaction.atomic
def issue_key(
    organization: Organization,
    *,
    actor: Actor,
    name: str,
    scopes: Collection[str],
    lifetime_days: int = DEFAULT_LIFETIME_DAYS,
    form_token: uuid.UUID | None = None,
) -> IssuedKey:
    """Make a key and return it with its secret.

    Raises PermissionDenied (also for ``audit:read`` by one who may not read the log), UnknownScope, and
    InvalidChange for an empty name or a lifetime outside 1 to 366 days.
    """
    wanted = _checked_scopes(organization, actor, scopes)
    name = name.strip()
    if not name or len(name) > 80:
        raise InvalidChange("Give the key a name of 1 to 80 characters.")
    if not 1 <= lifetime_days <= MAX_LIFETIME.days:
        raise InvalidChange(f"A key lives 1 to {MAX_LIFETIME.days} days, not {lifetime_days}.")
    secret = key_format.new_secret()
    first, last = key_format.hint(secret)
    created_at = timezone.now()
    key = ApiKey.objects.create(
        organization=organization,
        name=name,
        digest=key_format.digest(secret),
        first_characters=first,
        last_characters=last,
        scopes=list(wanted),
        created_at=created_at,
        created_by_id=_user_id(actor),
        expires_at=created_at + timedelta(days=lifetime_days),
        form_token=form_token,
    )
    record(
        "api_key.created",
        organization_id=organization.public_id,
        actor=actor,
        target=_target(key),
        changes={"scopes": ([], list(wanted)), "expires_at": (None, key.expires_at.isoformat(timespec="seconds"))},
    )
    return IssuedKey(key, secret)


@transaction.atomic
def change_scopes(key: ApiKey, *, actor: Actor, scopes: Collection[str], reason: str = "") -> ApiKey:
    """Give the key exactly these scopes. Raises PermissionDenied, UnknownScope, InvalidChange for a revoked key."""
    locked = _lock(key)
    wanted = _checked_scopes(locked.organization, actor, scopes, held=locked.scopes)
    if locked.revoked_at is not None:
        raise InvalidChange("The key is revoked; its scopes cannot change.")
    before = sorted(locked.scopes)
    if before == list(wanted):
        return locked
    locked.scopes = list(wanted)
    locked.save(update_fields=["scopes"])
    record(
        "api_key.scopes_changed",
        organization_id=locked.organization.public_id,
        actor=actor,
        target=_target(locked),
        changes={"scopes": (before, list(wanted))},
        details=_reason(reason),
    )
    return locked


@transaction.atomic
def revoke_key(key: ApiKey, *, actor: Actor, reason: str = "") -> ApiKey:
    """Revoke the key for good, at once. Raises PermissionDenied; already revoked, it changes nothing."""
    locked = _lock(key)
    require(actor, locked.organization, MANAGE_API_KEYS)
    if locked.revoked_at is not None:
        return locked
    ApiKey.objects.filter(pk=locked.pk).update(revoked_at=Now())
    locked.refresh_from_db(fields=["revoked_at"])
    record(
        "api_key.revoked",
        organization_id=locked.organization.public_id,
        actor=actor,
        target=_target(locked),
        changes={"revoked": (False, True)},
        details=_reason(reason),
    )
    return locked


@transaction.atomic
def suspend_billing_reads(organization: Organization | None, *, actor: Actor, reason: str) -> Suspension:
    """Refuse billing reads with keys for one organization, or for all with None, until lifted. Staff only."""
    require_platform(actor)
    if not reason.strip():
        raise InvalidChange("A suspension needs a reason.")
    existing = Suspension.objects.filter(organization=organization, lifted_at=None).first()
    if existing is not None:
        return existing
    suspension = Suspension.objects.create(organization=organization, reason=reason.strip())
    _record_suspension("billing_reads.suspended", suspension, actor, reason, (False, True))
    return suspension


@transaction.atomic
def lift_suspension(suspension: Suspension, *, actor: Actor, reason: str) -> Suspension:
    """End a suspension; it grants nothing by itself. Staff only."""
    require_platform(actor)
    if not reason.strip():
        raise InvalidChange("Lifting a suspension needs a reason.")
    locked = Suspension.objects.select_for_update().get(pk=suspension.pk)
    if locked.lifted_at is not None:
        return locked
    Suspension.objects.filter(pk=locked.pk).update(lifted_at=Now(), lifted_reason=reason.strip())
    locked.refresh_from_db()
    _record_suspension("billing_reads.unsuspended", locked, actor, reason, (True, False))
    return locked


def _set_opt_in(
    organization: Organization, enabled: bool, actor: Actor, reason: str, expected_version: int | None
) -> OptIn:
    # The organization's row is the lock: the first opt-in has no row of its own to lock. The right is read after
    # it, since a change of the actor's role takes the same lock.
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    require(actor, organization, MANAGE_BILLING_ACCESS)
    opt_in = OptIn.objects.filter(organization=organization).first() or OptIn(organization=organization)
    if expected_version is not None and opt_in.version != expected_version:
        raise ChangeConflict(opt_in)
    if opt_in.enabled == enabled and opt_in.enabled_until is None:
        return opt_in
    opt_in.enabled, opt_in.enabled_until = enabled, None
    opt_in.version += 1
    opt_in.reason = reason.strip()
    opt_in.changed_at = timezone.now()
    opt_in.changed_by_kind, opt_in.changed_by_id = actor.kind, _user_id(actor)
    opt_in.save()
    record(
        "billing_reads.enabled" if enabled else "billing_reads.disabled",
        organization_id=organization.public_id,
        actor=actor,
        target=Target("organization", organization.public_id, organization.name),
        changes={"billing_reads": ("off" if enabled else "on", "on" if enabled else "off")},
        details=_reason(reason),
    )
    return opt_in


def _checked_scopes(
    organization: Organization, actor: Actor, scopes: Collection[str], held: Collection[str] = ()
) -> tuple[str, ...]:
    require(actor, organization, MANAGE_API_KEYS)
    wanted = parse_scopes(list(scopes))
    if AUDIT_READ in wanted and AUDIT_READ not in held:
        require(actor, organization, VIEW_AUDIT_LOG)
    return wanted


def _lock(key: ApiKey) -> ApiKey:
    return ApiKey.objects.select_for_update(of=("self",)).select_related("organization").get(pk=key.pk)


def _record_suspension(
    action: str, suspension: Suspension, actor: Actor, reason: str, change: tuple[bool, bool]
) -> None:
    organization = suspension.organization
    record(
        action,
        organization_id=organization.public_id if organization else None,
        actor=actor,
        target=Target("organization", organization.public_id, organization.name)
        if organization
        else Target("platform", ""),
        changes={"suspended": change},
        details=_reason(reason),
    )


def _target(key: ApiKey) -> Target:
    return Target("api_key", str(key.pk), key.name)


def _user_id(actor: Actor) -> int | None:
    return int(actor.id) if actor.kind in {"user", "staff"} else None


def _reason(reason: str) -> dict[str, str]:
    return {"reason": reason.strip()} if reason.strip() else {}
