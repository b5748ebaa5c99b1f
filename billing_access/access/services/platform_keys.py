"""Registers keys that the platform issued itself."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from billing_access.access import key_format
from billing_access.access.models import MAX_LIFETIME, ApiKey
from billing_access.access.services.audit_fields import record_key_change
from billing_access.access.services.exceptions import InvalidChange
from billing_access.access.services.key_checks import checked_name, checked_scopes
from billing_access.access.services.keys import key_changes, last_notice_already_due, tell_owners
from billing_access.settings import access_settings
from billing_audit.record import Actor
from orgs.access import require_platform, require_recent_authentication
from orgs.actors import person_key
from orgs.models import Organization
from orgs.services.members import lock_members


@transaction.atomic
def register_platform_key(
    organization: Organization,
    *,
    actor: Actor,
    secret: str,
    name: str,
    scopes: Collection[str],
    expires_at: datetime,
    reason: str = "",
) -> ApiKey:
    """Store a key that the platform issued. Only its SHA-256 and 8 of its characters are kept.

    Raises PermissionDenied unless the actor is the platform; ReauthenticationRequired; UnknownScope; and InvalidChange
    if platform keys are off, the secret is not 24 to 256 visible ASCII characters, has this app's prefix or is
    registered already, the name is not 1 to 80 characters, or the expiry is not within 366 days.
    """
    lock_members(organization)
    require_platform(actor)
    if not access_settings.PLATFORM_KEYS:
        raise InvalidChange("Platform-issued keys are not accepted. Set PLATFORM_KEYS=on first.")
    if not key_format.may_be_platform_key(secret):
        raise InvalidChange(
            f"A platform key must be 24 to 256 visible ASCII characters and must not start with {key_format.PREFIX}."
        )
    now = timezone.now()
    if not now < expires_at <= now + MAX_LIFETIME:
        raise InvalidChange(f"The key must expire within {MAX_LIFETIME.days} days from now.")
    first, last = key_format.platform_hint(secret)
    key = ApiKey(
        organization=organization,
        name=checked_name(name),
        digest=key_format.digest(secret),
        first_characters=first,
        last_characters=last,
        scopes=list(checked_scopes(organization, actor, scopes)),
        created_at=now,
        created_by_id=person_key(actor),
        created_by_kind=actor.kind,
        expires_at=expires_at,
        expiry_notice=last_notice_already_due(expires_at - now),
        is_platform_key=True,
    )
    require_recent_authentication(actor, organization)
    try:
        with transaction.atomic():
            key.save(force_insert=True)
    except IntegrityError:
        raise InvalidChange("This key is registered already.") from None
    tell_owners("billing_access/email/api_key_created.txt", key, actor, "registered an API key", scopes=key.scopes)
    record_key_change("api_key.registered", key, actor, key_changes(key), reason)
    return key
