"""The settings page of an organization: its time zone and its second-factor rule."""

from itertools import groupby
from typing import Any, Final

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from orgs import actors
from orgs.access import organization_for
from orgs.people import get_people, has_second_factor
from orgs.roles import MANAGE_MEMBERS
from orgs.services.organizations import CannotRequire, set_second_factor_rule, set_time_zone
from orgs.time_zones import time_zone_names
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in

# What the message says of the second-factor rule: required, not required, or no such rule (None).
_RULES: Final = {
    True: " Managing members, API keys or billing access requires a second factor.",
    False: " A second factor is optional.",
    None: "",
}


def _zones(current: str) -> list[tuple[str, Any]]:
    """Return the choices: UTC, then the current zone if it belongs to no region, then all others by region."""
    places = sorted(name for name in time_zone_names() if "/" in name and not name.startswith("Etc/"))
    others = sorted({"UTC", current} - {*places}, reverse=True)
    regions = groupby(places, key=lambda name: name.partition("/")[0])
    return [(name, name) for name in others] + [(region, [(name, name) for name in names]) for region, names in regions]


class SettingsForm(forms.Form):
    """The organization's time zone and, where people have second factors, whether members need one."""

    time_zone = forms.ChoiceField(
        label="Time zone",
        help_text="Days on these pages begin at midnight in this zone. The API uses UTC unless a request names a zone.",
    )
    requires_second_factor = forms.BooleanField(
        label="Require a second factor for managing members, API keys and billing access",
        required=False,
        help_text="Members without one keep seeing what their role allows, but manage nothing until they set one up.",
    )

    def __init__(self, data: Any, *, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["time_zone"].choices = _zones(initial["time_zone"])  # type: ignore[attr-defined]
        if get_people().second_factor("pk") is None:
            del self.fields["requires_second_factor"]


@signed_in("GET", "POST")
def organization_settings(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the settings; POST changes them."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    current = access.organization
    initial = {"time_zone": current.time_zone, "requires_second_factor": current.requires_second_factor}
    form = form_of(request, SettingsForm, initial)
    if form.is_valid():
        required, time_zone = form.cleaned_data.get("requires_second_factor"), form.cleaned_data["time_zone"]
        with refusals_on(form, CannotRequire, field="requires_second_factor"):
            with transaction.atomic():
                if required is not None:
                    set_second_factor_rule(current, required=required, actor=actors.member(request))
                set_time_zone(current, time_zone, actor=actors.member(request))
            message = f"Saved. Days begin at midnight in {time_zone}.{_RULES[required]}"
            return done(request, message, "billing_orgs:organization-settings", slug)
    context = {"access": access, "has_second_factor": has_second_factor(actors.person(request).pk)}
    return show(request, "orgs/ui/organization_settings.html", form, context)
