"""Settings of an organization."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from orgs import actors
from orgs.access import organization_for
from orgs.reauthentication import typed
from orgs.roles import MANAGE_MEMBERS
from orgs.second_factor import CannotRequire, has_second_factor, set_second_factor_rule


class SettingsForm(forms.Form):
    """What an organization asks of its members."""

    requires_second_factor = forms.BooleanField(
        label="Everybody who manages something here needs a second factor",
        required=False,
        help_text="Who has none keeps what they may see, and manages nothing until they have set one up.",
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def organization_settings(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the settings; POST changes them."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    initial = {"requires_second_factor": access.organization.requires_second_factor, **typed(request)}
    form = SettingsForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        required = form.cleaned_data["requires_second_factor"]
        try:
            set_second_factor_rule(access.organization, required=required, actor=actors.member(request))
        except CannotRequire as error:
            form.add_error("requires_second_factor", str(error))
        else:
            said = "is needed to manage anything here" if required else "is everybody's own choice"
            messages.success(request, f"Saved. A second factor {said}.")
            return redirect("organization-settings", slug)
    context = {"access": access, "form": form, "has_second_factor": has_second_factor(actors.person(request).pk)}
    return render(request, "orgs/ui/organization_settings.html", context, status=400 if form.errors else 200)
