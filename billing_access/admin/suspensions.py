"""Suspensions in the admin: staff suspend one organization or the platform, and lift it, each with a reason."""

from typing import Final

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from billing_access.access.models import Suspension
from billing_access.access.readers import readers_of, readers_on_the_platform
from billing_access.access.services import lift_suspension, suspend_billing_reads
from billing_audit.admin import ReadOnlyAdmin
from orgs import actors, reasoned
from orgs.ui.pages import form_of

PERMISSION: Final = "billing_access.change_suspension"


@admin.register(Suspension)
class SuspensionAdmin(ReadOnlyAdmin):
    """Current and past suspensions of billing reads, and their reasons."""

    list_display = ("scope", "reason", "created_at", "lifted_at", "lifted_reason")
    list_select_related = ("organization",)
    search_fields = ("organization__name", "organization__slug", "organization__public_id", "reason")
    ordering = ("-created_at", "-id")
    fields = readonly_fields = list_display

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(address, self.admin_site.admin_view(view), name=f"billing_access_suspension_{name}")
            for address, view, name in (
                ("platform/", self.platform_view, "platform"),
                ("<path:object_id>/lift/", self.lift_view, "lift"),
            )
        ]
        return [*own, *super().get_urls()]

    @admin.display(description="of")
    def scope(self, suspension: Suspension) -> str:
        return str(suspension.organization or "The whole platform")

    def platform_view(self, request: HttpRequest) -> HttpResponse:
        """Suspend billing reads of every organization at once."""
        reasoned.require(request, PERMISSION)
        form = form_of(request, reasoned.ReasonForm)
        if form.is_valid():
            suspension = suspend_billing_reads(None, actor=actors.staff(request), reason=form.cleaned_data["reason"])
            return reasoned.done(self, request, suspension, "Billing reads of the whole platform are suspended.")
        notes = [
            "No key of any organization can read billing data until you lift the suspension. Nothing else changes.",
            f"If you suspend: {readers_on_the_platform(platform_suspended=True).text}",
        ]
        title = "Suspend billing reads of the whole platform"
        return reasoned.show(self, request, None, form, title=title, button="Suspend the platform", notes=notes)

    def lift_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Lift a suspension. The page names the keys that can read then."""
        suspension: Suspension = reasoned.find(self, request, object_id, PERMISSION)
        form = form_of(request, reasoned.ReasonForm)
        if form.is_valid():
            lift_suspension(suspension, actor=actors.staff(request), reason=form.cleaned_data["reason"])
            message = f"The suspension of {self.scope(suspension)} is lifted. {_readers_if_lifted(suspension)}"
            return reasoned.done(self, request, suspension, message)
        notes = [
            f"Reason of the suspension: {suspension.reason}",
            f"If you lift it: {_readers_if_lifted(suspension)}",
        ]
        title = f"Lift the suspension of {self.scope(suspension)}"
        return reasoned.show(self, request, suspension, form, title=title, button="Lift the suspension", notes=notes)


def _readers_if_lifted(suspension: Suspension) -> str:
    """Say which keys can read billing data once the suspension is lifted, and what then still stops them."""
    if suspension.organization is None:
        return readers_on_the_platform(platform_suspended=False).text
    return readers_of(suspension.organization, organization_suspended=False).text
