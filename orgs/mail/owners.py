"""Who the owners of an organization are and lately were: they are told what opens something, even without the role."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import BooleanField, ExpressionWrapper
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
    """Return the owners and everybody who was one within the last 30 days, deactivated or not, by primary key.

    Those whose personal data was erased from the organization's log are left out, unless they are active owners. Two
    queries if all of them are active owners now, else four.
    """
    is_active = ExpressionWrapper(get_people().active("user__"), output_field=BooleanField())
    owners = Membership.objects.filter(organization=organization, role=Role.OWNER).select_related("user")
    memberships = owners.annotate(is_active=is_active)
    active = {each.user_id: each.user for each in memberships if each.is_active}
    others = {each.user_id for each in memberships} | former_owners(organization)
    if others := others - active.keys():
        others -= _erased(organization, others)
        active |= get_user_model()._default_manager.in_bulk(list(others))
    return [active[key] for key in sorted(active)]


def former_owners(organization: Organization) -> set[Any]:
    """Return the primary keys of people who ceased to be owners within the last 30 days. One query."""
    # Between two bounds only the partitions of two months are searched. No id is further than a day in the future.
    now = timezone.now()
    times = (first_id(now - OWNERS_ARE_TOLD_FOR), first_id(now + timedelta(days=2)))
    events = AuditEvent.objects.filter(organization_id=organization.public_id, id__range=times).order_by()
    # One SELECT for each action: for a list of actions, a plan for any values reads all events of the organization.
    ended = [events.filter(action=action, target_kind="user").only("target_id", "body") for action in _ENDS]
    return {
        _key(event.target_id)
        for event in ended[0].union(*ended[1:], all=True)
        if (merged(event.content, (), "changes").get("role") or [None])[0] == Role.OWNER
    }


def _erased(organization: Organization, people: Collection[Any]) -> set[Any]:
    """Return the primary keys of those of the people whose personal data was erased from the log, ever. One query."""
    erasures = AuditEvent.objects.filter(
        organization_id=organization.public_id, action=_ERASED, target_kind="user", target_id__in=map(str, people)
    ).order_by()
    return set(map(_key, erasures.values_list("target_id", flat=True)))


def _key(target_id: str) -> Any:
    return get_user_model()._meta.pk.to_python(target_id)
