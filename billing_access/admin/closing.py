"""The pages on which staff close an organization for a customer, and reopen it."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from billing_access.access.readers import readers_of
from billing_audit.admin import ReadOnlyAdmin
from orgs import actors, reasoned
from orgs.models import Organization
from orgs.services.closing import close_organization, reopen_organization
from orgs.services.members import LastOwner
from orgs.ui.pages import form_of, refusals_on

PERMISSION: Final = "billing_orgs.change_organization"


def close_view(model_admin: ReadOnlyAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Close the organization: its keys, opt-in and invitations end, and its members only read."""
    organization: Organization = reasoned.find(model_admin, request, object_id, PERMISSION)
    form = form_of(request, reasoned.ReasonForm)
    if form.is_valid():
        close_organization(organization, actor=actors.staff(request), reason=form.cleaned_data["reason"])
        message = f"{organization.name} is closed. Reason: {form.cleaned_data['reason']}"
        return reasoned.done(model_admin, request, organization, message)
    notes = [
        f"Now: {readers_of(organization).text}",
        "All API keys are revoked for good, billing reads are turned off, and open invitations end.",
        "Its members can see what is there and change nothing. You can reopen it until it is deleted.",
        "Every owner is notified with the reason, and so is everybody who was an owner within the last 30 days.",
    ]
    return _show(model_admin, request, organization, form, "Close", notes)


def reopen_view(model_admin: ReadOnlyAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Reopen a closed organization. What ended with the closing stays ended."""
    organization: Organization = reasoned.find(model_admin, request, object_id, PERMISSION)
    form = form_of(request, reasoned.ReasonForm)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        with refusals_on(form, LastOwner):
            reopen_organization(organization, actor=actors.staff(request), reason=reason)
            message = f"{organization.name} is open again. Reason: {reason}"
            return reasoned.done(model_admin, request, organization, message)
    notes = [
        "Its members can again do what their roles allow.",
        "Its API keys stay revoked, billing reads stay off, and invitations have to be sent again.",
        "Every owner is notified with the reason.",
    ]
    return _show(model_admin, request, organization, form, "Reopen", notes)


def _show(
    model_admin: ReadOnlyAdmin, request: HttpRequest, organization: Organization, form: Any, verb: str, notes: list[str]
) -> HttpResponse:
    title = f"{verb} {organization.name}"
    return reasoned.show(
        model_admin, request, organization, form, title=title, button=f"{verb} the organization", notes=notes
    )
