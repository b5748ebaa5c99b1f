"""Organizations and memberships in the Django admin, read-only. Being platform staff gives no permission in either."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from billing_audit.admin import ReadOnly, ReadOnlyAdmin
from billing_audit.typed_secrets import refuse_typed_secrets
from orgs.models import Membership, Organization
from orgs.people import email_field

# The name fields that user models commonly have.
_NAMES: Final = ("name", "first_name", "last_name")


class ReasonField(forms.CharField):
    """The reason for a change by staff; spaces alone and a text with a secret in it are refused."""

    default_validators = [refuse_typed_secrets]

    def __init__(self) -> None:
        super().__init__(
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
            help_text="Recorded in the audit log, where others can read it. Name the request or ticket.",
        )


class MembershipsInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """An organization's members, or a person's organizations, read-only. The Members page changes them."""

    model = Membership
    fields = readonly_fields = ("organization", "user", "role", "created_at")
    extra = 0
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("organization", "user")


Column = Callable[[Organization], str]
StaffView = Callable[[ReadOnlyAdmin, HttpRequest, str], HttpResponse]


@dataclass(frozen=True, slots=True)
class OrganizationSection:
    """What an app adds to organizations in the admin.

    ``columns`` are added to the list and ``fields`` to an organization's page; ``relations`` are what they read.
    ``views`` are pages below an organization's, by path; they get the organization's id as the URL has it. ``links``
    returns label and URL of each link that the page shows to this member of staff. ``find`` returns the primary keys of
    further organizations that a search text finds; ``search_help`` names what it compares.
    """

    columns: Sequence[Column]
    fields: Sequence[Column]
    relations: Sequence[str]
    views: Mapping[str, StaffView]
    links: Callable[[HttpRequest, Organization], list[tuple[str, str]]]
    find: Callable[[str], QuerySet[Any, Any]]
    search_help: str


_SECTIONS: Final[list[OrganizationSection]] = []


def register_organization_section(section: OrganizationSection) -> None:
    """Add a section to organizations in the admin. An app calls it in its ``admin``."""
    _SECTIONS.append(section)


@admin.register(Organization)
class OrganizationAdmin(ReadOnlyAdmin):
    """Find and read organizations, with the sections that apps registered.

    Changes go through services, each with a page of its own.
    """

    search_fields = ("name", "slug", "public_id", "external_id")
    ordering = ("name",)
    inlines = (MembershipsInline,)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        columns = [column for section in _SECTIONS for column in section.columns]
        return ["name", "slug", "public_id", "external_id", *columns, "created_at"]

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        own = ["name", "slug", "public_id", "external_id", "time_zone", "is_mirrored", "created_at", "closed_at"]
        return [*own, *(field for section in _SECTIONS for field in section.fields)]

    get_readonly_fields = get_fields

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                f"<path:object_id>/{address}/",
                self.admin_site.admin_view(partial(view, self)),
                name=f"billing_orgs_organization_{address.replace('-', '_')}",
            )
            for section in _SECTIONS
            for address, view in section.views.items()
        ]
        return [*own, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        relations = ["mirror", *(relation for section in _SECTIONS for relation in section.relations)]
        return super().get_queryset(request).select_related(*relations)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        if search_term.strip():
            for section in _SECTIONS:
                found |= queryset.filter(pk__in=section.find(search_term))
        return found, may_repeat

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        page = super().get_changelist_instance(request)
        terms = ["Name", "slug", "id", "external id", "a member", *(section.search_help for section in _SECTIONS)]
        page.search_help_text = f"{', '.join(terms)}."
        return page

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        organization = self.get_object(request, unquote(object_id))
        links = [link for each in _SECTIONS for link in each.links(request, organization)] if organization else []
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "links": links})

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
