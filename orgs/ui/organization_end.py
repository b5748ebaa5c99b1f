"""The settings pages that give an organization another name in URLs, and that close it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from billing_audit.plain_text import composed
from orgs import actors
from orgs.access import organization_for
from orgs.models import Organization
from orgs.names import KEPT_FOR
from orgs.roles import MANAGE_MEMBERS
from orgs.services.closing import close_organization, may_close
from orgs.services.renaming import RENAMES_A_DAY, rename_organization
from orgs.ui.pages import done, form_of, refusals_on, show, signed_in


class SlugForm(forms.Form):
    """The organization's name in URLs. The service says which are accepted."""

    slug = forms.CharField(
        label="Name in URLs", max_length=50, help_text="Lower-case letters, digits and single dashes, such as acme-2."
    )


class CloseForm(forms.Form):
    """The organization's name, typed to confirm that it is to be closed."""

    name = forms.CharField(label="Organization's name", widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, data: Any, *, initial: dict[str, Any], organization: Organization) -> None:
        super().__init__(data, initial=initial)
        self._name = organization.name
        self.fields["name"].help_text = f"Type {organization.name} to confirm."

    def clean_name(self) -> str:
        """Refuse any other name."""
        if composed(self.cleaned_data["name"]) != self._name:
            raise ValidationError(f"This is not the organization's name. Type {self._name}.")
        return str(self.cleaned_data["name"])


@signed_in("GET", "POST")
def organization_slug(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the organization's name in URLs; POST changes it."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    form = form_of(request, SlugForm, {"slug": slug})
    if form.is_valid():
        with refusals_on(form, ValidationError):
            renamed = rename_organization(access.organization, actor=actors.member(request), **form.cleaned_data)
            return done(
                request, f"Saved. The name in URLs is {renamed.slug}.", "billing_orgs:organization-slug", renamed.slug
            )
    context = {"access": access, "days": KEPT_FOR.days, "most": RENAMES_A_DAY, "host": request.get_host()}
    return show(request, "orgs/ui/organization_slug.html", form, context)


@signed_in("GET", "POST")
def organization_close(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what closing does and ask for the organization's name; POST closes it."""
    access = organization_for(request.user, slug, MANAGE_MEMBERS)
    form = form_of(request, CloseForm, organization=access.organization)
    if form.is_valid():
        close_organization(access.organization, actor=actors.member(request))
        return done(request, f"{access.organization.name} is closed.", "billing_orgs:organization", slug)
    return show(request, "orgs/ui/organization_close.html", form, {"access": access, "may_close": may_close(access)})
