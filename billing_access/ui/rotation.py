"""Rotating a key, and going back from it."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from billing_access.access.services import InvalidChange, cancel_rotation, rotate_key, why_not_rotate
from billing_access.ui.forms import RotateForm
from billing_access.ui.keys import one_key, reveal
from orgs import actors
from orgs.access import organization_for
from orgs.reauthentication import typed
from orgs.roles import MANAGE_API_KEYS


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sensitive_variables("issued")
def key_rotate(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Choose the overlap, then make the successor and show its secret on this answer and never again.

    The same form sent again finds the key rotated already and makes no other.
    """
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = one_key(access, key_id)
    form = RotateForm(request.POST if request.method == "POST" else None, initial=typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            issued = rotate_key(
                shown.key,
                actor=actors.member(request),
                overlap_hours=form.cleaned_data["overlap_hours"],
                lifetime_days=form.cleaned_data["lifetime_days"],
            )
        except InvalidChange as error:
            form.add_error(None, str(error))
        else:
            return reveal(request, access, issued)
    context = {"access": access, "preview": shown, "form": form, "why_not_rotate": why_not_rotate(shown.key)}
    return render(request, "billing_access/ui/key_rotate.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def key_rotation_cancel(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Keep the old key and revoke its successor. Looking, as after proving who one is, leads back to the key."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = one_key(access, key_id)
    if request.method != "POST":
        return redirect("key", slug, key_id)
    try:
        cancel_rotation(shown.key, actor=actors.member(request))
    except InvalidChange as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"The rotation is canceled: {shown.key.hint} stays, its successor is revoked.")
    return redirect("key", slug, key_id)
