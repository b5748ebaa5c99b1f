"""Choosing an organization, its front door, and its audit log."""

import uuid

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from orgs import actors
from orgs.access import Access, organization_for
from orgs.audit.events import EVENT_TYPES
from orgs.audit.queries import Filters, page, parse_actor
from orgs.audit.record import Target, record
from orgs.models import Membership
from orgs.roles import MANAGE_API_KEYS, VIEW_AUDIT_LOG, VIEW_BILLING

# The first page of an organization that a member may see.
FRONT_DOORS = ((VIEW_BILLING, "billing-reads"), (MANAGE_API_KEYS, "keys"), (VIEW_AUDIT_LOG, "audit-log"))


@never_cache
@require_safe
@login_required
def organizations(request: HttpRequest) -> HttpResponse:
    """Choose an organization; the only one needs no choice."""
    person = actors.person(request)
    memberships = list(
        Membership.objects.select_related("organization").filter(user=person).order_by("organization__name")
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


@never_cache
@require_safe
@login_required
def audit_log(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the record, newest first, filtered by the URL. Looking at it is on the record too."""
    access = organization_for(request.user, slug, VIEW_AUDIT_LOG)
    faults: list[str] = []
    filters = _filters(request, faults)
    entries, following = ([], None) if faults else page(access.organization.public_id, filters)
    _record_view(request, access, filters, len(entries))
    query = request.GET.copy()
    query["before"] = str(following or "")
    context = {
        "access": access,
        "entries": entries,
        "filters": filters,
        "faults": faults,
        "event_types": EVENT_TYPES,
        "older": query.urlencode() if following else "",
        "filtered": bool(filters.action or filters.actor or filters.before),
    }
    return render(request, "orgs/ui/audit_log.html", context, status=400 if faults else 200)


def _filters(request: HttpRequest, faults: list[str]) -> Filters:
    action, actor, before = (request.GET.get(name, "").strip() for name in ("action", "actor", "before"))
    if action and action not in {event_type.action for event_type in EVENT_TYPES}:
        faults.append("There is no such action. Choose one from the list.")
    if actor and parse_actor(actor) is None:
        faults.append("An actor is kind:id, as the links in the column Who have it, such as user:1.")
    place = None
    if before:
        try:
            place = uuid.UUID(before)
        except ValueError:
            faults.append("The place of the page is not valid. Start from the newest event.")
    return Filters(action, actor, place)


@transaction.atomic
def _record_view(request: HttpRequest, access: Access, filters: Filters, rows: int) -> None:
    record(
        "audit_log.viewed",
        organization_id=access.organization.public_id,
        actor=actors.member(request),
        target=Target("organization", access.organization.public_id, access.organization.name),
        details={"action": filters.action, "actor": filters.actor, "rows": rows},
    )
