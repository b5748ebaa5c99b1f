"""The opt-in of an organization: its state, what it would open, and the flip."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from billing_access.access.decision import facts_for_organization
from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.access.services import ChangeConflict, turn_off_billing_reads, turn_on_billing_reads
from billing_access.ui.forms import TurnOnForm
from billing_access.ui.preview import KeyPreview, previews
from orgs import actors
from orgs.access import organization_for
from orgs.models import Organization
from orgs.roles import MANAGE_BILLING_ACCESS, VIEW_BILLING


@never_cache
@require_safe
@login_required
def billing_reads(request: HttpRequest, slug: str) -> HttpResponse:
    """Show whether keys may read billing, since when and by whom, and what each key can read."""
    access = organization_for(request.user, slug, VIEW_BILLING)
    context = {
        "access": access,
        "opt_in": _opt_in(access.organization),
        "suspensions": Suspension.objects.filter(
            Q(organization=access.organization) | Q(organization=None), lifted_at=None
        ),
        "previews": _previews(access.organization),
        "may_flip": MANAGE_BILLING_ACCESS in access.permissions,
    }
    return render(request, "billing_access/ui/billing_reads.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def turn_on(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm what becomes readable, then turn billing reads on. A change by another in between is shown, not lost."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    opt_in = _opt_in(access.organization)
    form = TurnOnForm(request.POST if request.method == "POST" else None, initial={"version": opt_in.version})
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            turn_on_billing_reads(
                access.organization,
                actor=actors.member(request),
                reason=form.cleaned_data["reason"],
                expected_version=form.cleaned_data["version"],
            )
        except ChangeConflict:
            conflict = _opt_in(access.organization)
            form = TurnOnForm(initial={"version": conflict.version, "reason": form.cleaned_data["reason"]})
        else:
            messages.success(request, "Programmatic billing reads are on. Keys with a billing scope can read now.")
            return redirect("billing-reads", slug)
    shown = _previews(access.organization)
    context = {
        "access": access,
        "form": form,
        "conflict": conflict,
        "gaining": [each for each in shown if each.reads_if_on],
        "refused": [each for each in shown if not each.reads_if_on and each.status == "active"],
    }
    status = 409 if conflict else 400 if form.errors else 200
    return render(request, "billing_access/ui/turn_on.html", context, status=status)


@never_cache
@require_POST
@login_required
def turn_off(request: HttpRequest, slug: str) -> HttpResponse:
    """Turn billing reads off, in one step: closing never needs a second thought."""
    access = organization_for(request.user, slug, MANAGE_BILLING_ACCESS)
    turn_off_billing_reads(access.organization, actor=actors.member(request))
    messages.success(request, "Programmatic billing reads are off. No key can read billing data.")
    return redirect("billing-reads", slug)


def _opt_in(organization: Organization) -> OptIn:
    found = OptIn.objects.select_related("changed_by").filter(organization=organization).first()
    return found or OptIn(organization=organization)


def _previews(organization: Organization) -> list[KeyPreview]:
    keys = list(ApiKey.objects.filter(organization=organization).order_by("-created_at", "id"))
    return previews(keys, facts_for_organization(organization.pk))
