"""The list of a person's organizations, and the redirect from an organization's own URL to its first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from orgs import actors
from orgs.access import organization_for
from orgs.layout import render_page
from orgs.models import Membership
from orgs.ui.navigation import front_door
from orgs.ui.pages import signed_in


@signed_in("GET")
def organizations(request: HttpRequest) -> HttpResponse:
    """List the person's organizations; redirect to the only one."""
    person = actors.person(request)
    memberships = list(
        Membership.objects.select_related("organization").filter(user_id=person.pk).order_by("organization__name")
    )
    if len(memberships) == 1:
        return redirect("billing_orgs:organization", memberships[0].organization.slug)
    return render_page(request, "orgs/ui/organizations.html", {"memberships": memberships})


@signed_in("GET")
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """Redirect to the first page that the member may see; a member who may see none is told whom to ask."""
    access = organization_for(request.user, slug)
    if (page := front_door(access)) is not None:
        return redirect(page, slug)
    return render_page(request, "orgs/ui/organization.html", {"access": access})
