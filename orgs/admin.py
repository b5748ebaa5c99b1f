"""Organizations and memberships in the Django admin, read-only. Being platform staff gives no permission in either."""

from collections.abc import Callable
from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest

from billing_audit.admin import ReadOnly, ReadOnlyAdmin
from orgs.models import Membership, Organization
from orgs.people import email_field

# The name fields that user models commonly have.
_NAMES: Final = ("name", "first_name", "last_name")


class ReasonField(forms.CharField):
    """The reason for a change by staff; spaces alone are refused.

    Apps add functions to ``refused_by`` that raise ValidationError for a text with a secret of theirs in it.
    """

    refused_by: ClassVar[list[Callable[[str], None]]] = []

    def __init__(self) -> None:
        super().__init__(
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
            help_text="Recorded in the audit log, where others can read it. Name the request or ticket.",
        )

    def run_validators(self, value: Any) -> None:
        """Also run ``refused_by``, here and not as ``validators``, so that functions added later take part."""
        super().run_validators(value)
        for refuse in self.refused_by:
            refuse(value)


class MembershipsInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """An organization's members, or a person's organizations, read-only. The Members page changes them."""

    model = Membership
    fields = readonly_fields = ("organization", "user", "role", "created_at")
    extra = 0
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("organization", "user")


@admin.register(Organization)
class OrganizationAdmin(ReadOnlyAdmin):
    """Find and read organizations. Changes go through services, each with a page of its own."""

    list_display: tuple[str, ...] = ("name", "slug", "public_id", "external_id", "created_at")
    search_fields = ("name", "slug", "public_id", "external_id")
    ordering = ("name",)
    fields: ClassVar[tuple[str, ...]] = ("name", "slug", "public_id", "external_id", "time_zone", "created_at")
    inlines = (MembershipsInline,)

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Search by the organization's own fields and by its members' e-mail addresses and names."""
        fields = {field.name for field in get_user_model()._meta.get_fields()}
        names = [f"memberships__user__{name}" for name in _NAMES if name in fields]
        return (*self.search_fields, email_field("memberships__user__"), *names)


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    """Find and read memberships."""

    list_display = ("organization", "user", "role", "created_at")
    list_filter = ("role",)
    list_select_related = ("organization", "user")
    search_fields = ("organization__name", "organization__slug", "organization__public_id")

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return (*self.search_fields, email_field("user__"))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("organization__name", email_field("user__"))
