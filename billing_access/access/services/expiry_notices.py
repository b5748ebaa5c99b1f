"""E-mails people about keys that expire: 14, 3 and 0 days before the expiry, once each."""

import uuid
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from billing_access.access.models import EXPIRY_NOTICES, ApiKey
from orgs.mail.notify import notify
from orgs.roles import Role


def tell_of_expiring_keys() -> int:
    """E-mail the owners and the creator of each key whose next notice is due. Return how many notices were sent."""
    return sum(_send_notice(key_id, days) for days in reversed(EXPIRY_NOTICES) for key_id in _due(days))


def _due(days: int) -> list[uuid.UUID]:
    """Return the ids of the unrevoked keys that expire within so many days and have not had this notice yet."""
    keys = ApiKey.objects.filter(
        Q(expiry_notice=None) | Q(expiry_notice__gt=days),
        revoked_at=None,
        expires_at__lte=Now() + timedelta(days=days),
    )
    return list(keys.values_list("pk", flat=True))


@transaction.atomic
def _send_notice(key_id: uuid.UUID, days: int) -> bool:
    """Send one notice, unless it was sent or the key was revoked meanwhile.

    The mark on the key's row and the e-mail's job are written in one transaction: both or neither.
    """
    key = (
        ApiKey.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organization", "created_by")
        .filter(Q(expiry_notice=None) | Q(expiry_notice__gt=days), pk=key_id, revoked_at=None)
        .first()
    )
    if key is None:
        return False
    key.expiry_notice = days
    key.save(update_fields=["expiry_notice"])
    notify(
        "billing_access/email/api_key_expires.txt",
        organization=key.organization,
        roles=(Role.OWNER,),
        people=(key.created_by,),
        context={
            "key": key.name,
            "hint": key.hint,
            "key_id": str(key.pk),
            "days": days,
            "expires_at": key.expires_at,
        },
    )
    return True
