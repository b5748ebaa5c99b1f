"""Suspensions, to look at."""

from django.contrib import admin

from billing_access.access.models import Suspension
from orgs.audit.admin import ReadOnlyAdmin


@admin.register(Suspension)
class SuspensionAdmin(ReadOnlyAdmin):
    """Where billing reads are or were suspended, and why."""

    list_display = ("scope", "reason", "created_at", "lifted_at", "lifted_reason")
    list_select_related = ("organization",)
    search_fields = ("organization__name", "organization__slug", "organization__public_id", "reason")
    ordering = ("-created_at", "-id")

    @admin.display(description="of")
    def scope(self, suspension: Suspension) -> str:
        return str(suspension.organization or "The whole platform")
