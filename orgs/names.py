"""The names of organizations: which are free, and which organization a name means.

Slugs, external ids and public ids share one space, since a feed may name an organization by any of them. A slug that an
organization gave up is kept for it for 90 days, and the names of a deleted organization are never free again. Triggers
refuse both to others too (orgs/migrations/0005); this module says so first.
"""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from orgs.models import FormerSlug, Membership, Organization, Tombstone

KEPT_FOR: Final = timedelta(days=90)


def is_free(name: str, organization: Organization) -> bool:
    """Tell whether no other organization has, or lately had, this name. Three queries, whatever the answer."""
    others = Organization.objects.exclude(pk=organization.pk)
    taken = (
        others.filter(Q(slug=name) | Q(external_id=name) | Q(public_id=name)),
        FormerSlug.objects.exclude(organization_id=organization.pk).filter(_kept(), slug=name),
        Tombstone.objects.filter(name=name),
    )
    return sum(each.exists() for each in taken) == 0


def find_organization(name: str) -> Organization | None:
    """Return the organization with this slug or public id, else the one that had the slug within the last 90 days."""
    if current := Organization.objects.filter(Q(slug=name) | Q(public_id=name)).first():
        return current
    former = organizations_by_former_slug([name]).get(name)
    return None if former is None else Organization.objects.filter(pk=former).first()


def organizations_by_former_slug(slugs: Collection[str]) -> dict[str, int]:
    """Return the primary keys of the organizations that gave these slugs up within the last 90 days. One query."""
    former = FormerSlug.objects.filter(_kept(), slug__in=slugs).order_by("given_up_at")
    return dict(former.values_list("slug", "organization_id"))


def slug_now(user_id: Any, slug: str) -> str | None:
    """Return the current slug of the organization that gave this one up, if this person is its member. One query."""
    memberships = Membership.objects.filter(
        _kept("organization__former_slugs__"), organization__former_slugs__slug=slug, user_id=user_id
    )
    return memberships.values_list("organization__slug", flat=True).first()


def _kept(prefix: str = "") -> Q:
    return Q(**{f"{prefix}given_up_at__gt": timezone.now() - KEPT_FOR})
