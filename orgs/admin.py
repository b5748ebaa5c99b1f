"""Organizations in the Django admin, for platform staff. Staff power is no right in an organization."""

from collections.abc import Callable
from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from billing_audit.admin import ReadOnlyAdmin
from orgs.models import Membership, Organization
from orgs.people import email_field

# What user models call the fields of a person's name.
_NAMES: Final = ("name", "first_name", "last_name")


class ReasonField(forms.CharField):
    """Why staff do it; blanks alone are no reason. Apps that know of secrets add to what refuses them."""

    refused_by: ClassVar[list[Callable[[str], None]]] = []

    def __init__(self) -> None:
        super().__init__(
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
            help_text="Kept on the audit log, where it can be read. Name the request or ticket.",
        )

    def run_validators(self, value: Any) -> None:
        """Ask the others too, those that came after a form was declared."""
        super().run_validators(value)
        for refuse in self.refused_by:
            refuse(value)


class MembershipsInline(admin.TabularInline):  # type: ignore[type-arg]
    """Who is in an organization, or where a person is: to look at. Members change under Members, by services."""

    model = Membership
    fields = readonly_fields = ("organization", "user", "role", "created_at")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("organization", "user")


@admin.register(Organization)
class OrganizationAdmin(ReadOnlyAdmin):
    """Find an organization and see it. What changes it are services, each with its own page."""

    list_display: tuple[str, ...] = ("name", "slug", "public_id", "external_id", "created_at")
    search_fields = ("name", "slug", "public_id", "external_id")
    ordering = ("name",)
    fields: ClassVar[tuple[str, ...]] = ("name", "slug", "public_id", "external_id", "time_zone", "created_at")
    inlines = (MembershipsInline,)

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Search by the organization and by its members' addresses and names."""
        names = [f"memberships__user__{name}" for name in _NAMES if _has_field(name)]
        return (*self.search_fields, email_field("memberships__user__"), *names)


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    """Who is in which organization, to look at."""

    list_display = ("organization", "user", "role", "created_at")
    list_filter = ("role",)
    list_select_related = ("organization", "user")
    search_fields = ("organization__name", "organization__slug", "organization__public_id")

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Search by the organization and by the member's address."""
        return (*self.search_fields, email_field("user__"))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Order by organization, then by the members' addresses."""
        return ("organization__name", email_field("user__"))


def _has_field(name: str) -> bool:
    try:
        get_user_model()._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
