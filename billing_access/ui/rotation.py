"""The pages that rotate a key and cancel a rotation."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from billing_access.access.services import InvalidChange, cancel_rotation, rotate_key, why_not_rotate
from billing_access.ui.forms import RotateForm
from billing_access.ui.keys import one_key, reveal
from orgs import actors
from orgs.access import organization_for
from orgs.roles import MANAGE_API_KEYS
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


@signed_in("GET", "POST")
@sensitive_variables("issued")
def key_rotate(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Choose how long the old key keeps working; POST creates its successor and shows the secret in this response only.

    Submitting the same form again creates no second successor, since the key is already rotated.
    """
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = one_key(access, key_id)
    form = form_of(request, RotateForm)
    if form.is_valid():
        with refusals_on(form, InvalidChange):
            issued = rotate_key(shown.key, actor=actors.member(request), **form.cleaned_data)
            return reveal(request, access, issued)
    context = {"access": access, "preview": shown, "why_not_rotate": why_not_rotate(shown.key)}
    return show(request, "billing_access/ui/key_rotate.html", form, context)


@signed_in("GET", "POST")
def key_rotation_cancel(request: HttpRequest, slug: str, key_id: uuid.UUID) -> HttpResponse:
    """Keep the old key and revoke its successor. GET, as after re-authentication, redirects to the key's page."""
    access = organization_for(request.user, slug, MANAGE_API_KEYS)
    shown = one_key(access, key_id)
    if request.method != "POST":
        return redirect("key", slug, key_id)
    try:
        cancel_rotation(shown.key, actor=actors.member(request))
    except InvalidChange as error:
        messages.error(request, str(error))
        return redirect("key", slug, key_id)
    message = f"The rotation is canceled: {shown.key.hint} keeps working, the new key is revoked."
    return done(request, message, "key", slug, key_id)
