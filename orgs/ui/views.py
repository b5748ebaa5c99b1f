"""Choosing an organization, and its front door."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from orgs import actors
from orgs.access import organization_for
from orgs.models import Membership
from orgs.roles import MANAGE_API_KEYS, VIEW_AUDIT_LOG, VIEW_BILLING

# The first page of an organization that a member may see.
FRONT_DOORS = ((VIEW_BILLING, "overview"), (MANAGE_API_KEYS, "keys"), (VIEW_AUDIT_LOG, "audit-log"))


@never_cache
@require_safe
@login_required
def organizations(request: HttpRequest) -> HttpResponse:
    """Choose an organization; the only one needs no choice."""
    person = actors.person(request)
    memberships = list(
        Membership.objects.select_related("organization").filter(user_id=person.pk).order_by("organization__name")
    )
    if len(memberships) == 1:
        return redirect("organization", memberships[0].organization.slug)
    return render(request, "orgs/ui/organizations.html", {"memberships": memberships})


@never_cache
@require_safe
@login_required
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """Go to the first page that the member may see; who may see none is told whom to ask."""
    access = organization_for(request.user, slug)
    for permission, name in FRONT_DOORS:
        if permission in access.permissions:
            return redirect(name, slug)
    return render(request, "orgs/ui/organization.html", {"access": access})
