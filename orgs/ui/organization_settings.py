"""Settings of an organization."""

from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from accounts.second_factor import CannotRequire, has_second_factor, set_second_factor_rule
from orgs import actors
from orgs.access import organization_for
from orgs.roles import MANAGE_MEMBERS
from orgs.services.organizations import set_time_zone
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


def _zones(current: str) -> list[tuple[str, Any]]:
    """Return the zones by region: UTC, the current one where it is no place's, and those of places."""
    places = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    others = sorted({"UTC", current} - {*places}, reverse=True)
    regions = groupby(places, key=lambda name: name.partition("/")[0])
    return [(name, name) for name in others] + [(region, [(name, name) for name in names]) for region, names in regions]


class SettingsForm(forms.Form):
    """By which clock an organization counts, and what it asks of its members."""

    time_zone = forms.ChoiceField(
        label="Time zone",
        help_text="Days on these pages begin at its midnight. The API counts in UTC unless a request names a zone.",
    )
    requires_second_factor = forms.BooleanField(
        label="Everybody who manages something here needs a second factor",
        required=False,
        help_text="Who has none keeps what they may see, and manages nothing until they have set one up.",
    )

    def __init__(self, data: Any, *, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["time_zone"].choices = _zones(initial["time_zone"])  # type: ignore[attr-defined]


@signed_in("GET", "POST")
def organization_settings(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the settings; POST changes them."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    current = access.organization
    initial = {"time_zone": current.time_zone, "requires_second_factor": current.requires_second_factor}
    form = form_of(request, SettingsForm, initial)
    if form.is_valid():
        required, time_zone = form.cleaned_data["requires_second_factor"], form.cleaned_data["time_zone"]
        with refusals_on(form, CannotRequire, field="requires_second_factor"):
            with transaction.atomic():
                set_second_factor_rule(current, required=required, actor=actors.member(request))
                set_time_zone(current, time_zone, actor=actors.member(request))
            rule = "is needed to manage anything here" if required else "is everybody's own choice"
            message = f"Saved. Days begin at midnight, {time_zone}. A second factor {rule}."
            return done(request, message, "organization-settings", slug)
    context = {"access": access, "has_second_factor": has_second_factor(actors.person(request).pk)}
    return show(request, "orgs/ui/organization_settings.html", form, context)
