"""Who the owners of an organization are and lately were: they are told what opens something, even without the role."""

from datetime import timedelta
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone

from billing_audit.event_parts import merged
from billing_audit.models import AuditEvent
from billing_audit.storage.partitions import first_id
from orgs.models import Membership, Organization
from orgs.people import get_people
from orgs.roles import Role

# For so long somebody who is no owner any more is still told: who takes an organization over would demote them first.
OWNERS_ARE_TOLD_FOR: Final = timedelta(days=30)
_ENDS: Final = ("member.role_changed", "member.removed", "member.left")
_ERASED: Final = "personal_data.erased"


def recent_owners(organization: Organization) -> list[AbstractBaseUser]:
    """Return the owners and everybody who was one within the last 30 days, deactivated or not. Three queries.

    Those whose personal data was erased from the organization's log are left out, unless they are active owners.
    """
    owners = Membership.objects.filter(organization=organization, role=Role.OWNER)
    former, erased = _former_owners(organization)
    told = Q(pk__in=owners.filter(get_people().active("user__")).values("user_id")) | (
        Q(pk__in=[*owners.values_list("user_id", flat=True), *former]) & ~Q(pk__in=erased)
    )
    return list(get_user_model()._default_manager.filter(told).order_by("pk"))


def _former_owners(organization: Organization) -> tuple[list[Any], list[Any]]:
    """Return the primary keys of people who ceased to be owners of late, and of those who were erased. One query."""
    # By actions alone, for which there is an index: a log may have millions of reads.
    events = AuditEvent.objects.filter(
        organization_id=organization.public_id, action__in=[*_ENDS, _ERASED], target_kind="user"
    )
    earliest = first_id(timezone.now() - OWNERS_ARE_TOLD_FOR)
    key = get_user_model()._meta.pk.to_python
    former, erased = [], []
    for event in events.only("action", "target_id", "body"):
        if event.action == _ERASED:
            erased.append(key(event.target_id))
        elif event.pk >= earliest and (merged(event.content, (), "changes").get("role") or [None])[0] == Role.OWNER:
            former.append(key(event.target_id))
    return former, erased
