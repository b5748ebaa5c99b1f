"""What closing an organization does to its keys and its opt-in."""

from typing import Final

from django.db.models import Q
from django.db.models.functions import Now

from billing_access.access.models import ApiKey
from billing_access.access.services.keys import end_key
from billing_access.access.services.opt_in import end_opt_in
from billing_audit.record import Actor
from orgs.models import Organization

_REASON: Final = "The organization was closed."


def end_access(organization: Organization, actor: Actor) -> None:
    """Revoke each key that works, also one in the overlap of its rotation, and turn billing reads off."""
    works = ApiKey.objects.filter(Q(revoked_at=None) | Q(revoked_at__gt=Now()), expires_at__gt=Now())
    for key in works.filter(organization=organization).select_related("organization").order_by("pk"):
        end_key(key, actor, _REASON)
    end_opt_in(organization, actor, _REASON)
