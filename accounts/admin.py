"""The stand-alone site's Django admin: people, its title, and the models that it hides."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts import users
from accounts.models import User
from accounts.person_events import record_person
from billing_audit.plain_text import composed
from billing_audit.posted_search import PostedSearch
from billing_audit.record import Changes
from orgs import actors
from orgs.admin import MembershipsInline, ReasonField
from orgs.fields import typed_text
from orgs.roles import PERMISSIONS
from orgs.services import members

admin.site.site_header = "Billing Access staff"
admin.site.site_title = "Billing Access staff"
# A change of a person's permissions is recorded; a change of a group would give permissions without a record.
admin.site.unregister(Group)
# People manage these on their account pages, which record the change; the admin would not.
admin.site.unregister([Authenticator, EmailAddress, SocialAccount, SocialApp, SocialToken])
# Canceling a job here would not be recorded.
admin.site.unregister(ProcrastinateJob)

_OUR_LABELS = ("billing_access", "billing_accounts", "billing_audit", "billing_orgs")


class NewUserForm(AdminUserCreationForm):  # type: ignore[type-arg]
    """A new person, with a password or without."""

    reason = ReasonField()

    class Meta:
        model = User
        fields = ("email", "name")
        field_classes: dict[str, Any] = {}

    def clean_email(self) -> str:
        """Return the address in lower case, as it is stored."""
        return typed_text(str(self.cleaned_data["email"]).lower())


class ChangeUserForm(UserChangeForm):  # type: ignore[type-arg]
    """The fields of a person that staff may change."""

    reason = ReasonField()

    class Meta:
        model = User
        fields = ("is_active", "is_staff", "is_superuser", "user_permissions")
        field_classes: dict[str, Any] = {}

    def clean_is_active(self) -> bool:
        """Refuse to deactivate the only active owner of an organization. The admin saves in the same transaction."""
        is_active = bool(self.cleaned_data["is_active"])
        if self.instance.is_active and not is_active:
            try:
                members.require_other_owners(self.instance)
            except members.LastOwner as error:
                raise ValidationError(str(error)) from error
        return is_active


class SetPasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]
    """A person's new password, or none."""

    reason = ReasonField()


@admin.register(User)
class UserAdmin(PostedSearch, StockUserAdmin):  # type: ignore[type-arg]
    """Find, create and deactivate people, and make them staff. Nobody is deleted or made a member here.

    Only superusers change staff rights and passwords: otherwise staff could make themselves superusers.
    """

    form = ChangeUserForm
    add_form = NewUserForm
    change_password_form = SetPasswordForm
    change_user_password_template = "accounts/admin/set_password.html"  # noqa: S105 (a template)
    actions = None
    list_display = ("email", "name", "is_active", "is_staff", "is_superuser", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser")
    search_fields = ("email", "name")
    ordering = ("email",)
    filter_horizontal = ("user_permissions",)
    fieldsets = (
        (None, {"fields": ("email", "name", "password", "is_active")}),
        ("Platform staff", {"fields": ("is_staff", "is_superuser", "user_permissions")}),
        ("Times", {"fields": ("last_login", "date_joined")}),
        ("This change", {"fields": ("reason",)}),
    )
    add_fieldsets = (
        (
            None,
            {"classes": ("wide",), "fields": ("email", "name", "usable_password", "password1", "password2", "reason")},
        ),
    )
    inlines = (MembershipsInline,)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search for the term as names are stored."""
        return super().get_search_results(request, queryset, composed(search_term))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        if isinstance(obj, User) and obj.is_staff and not _is_superuser(request):
            return False
        return super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        if obj is None:
            return ()
        always = ("email", "name", "last_login", "date_joined")
        return always if _is_superuser(request) else (*always, "is_staff", "is_superuser", "user_permissions")

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        if not self.has_change_permission(request, obj):
            # Without the reason, which only a change needs.
            fieldsets = fieldsets[:-1]
        if _is_superuser(request):
            return fieldsets
        return ((None, {"fields": ("email", "name", "is_active")}), *fieldsets[1:])

    def get_inlines(self, request: HttpRequest, obj: Model | None) -> Any:
        return self.inlines if obj is not None else ()

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "user_permissions":
            # The permissions of orgs have no effect when given on all organizations (orgs/access.py): not offered.
            kwargs["queryset"] = (
                Permission.objects.filter(content_type__app_label__in=_OUR_LABELS)
                .exclude(codename__in=[codename for codename, _ in PERMISSIONS])
                .select_related("content_type")
            )
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: "forms.ModelForm[Any]", change: bool) -> None:
        if not change:
            user = users.create_user(
                email=obj.email,
                password=form.cleaned_data["password1"] if form.cleaned_data.get("set_usable_password", True) else None,
                name=obj.name,
                reason=form.cleaned_data["reason"],
                actor=actors.staff(request),
            )
            obj.pk, obj.password, obj._state.adding = user.pk, user.password, False
            return
        changes = _changes(form)
        super().save_model(request, obj, form, change)
        if changes:
            record_person("user.changed", obj, actors.staff(request), changes, form.cleaned_data["reason"])

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        if not _is_superuser(request):
            raise PermissionDenied("Only a superuser sets another person's password.")
        with transaction.atomic():
            user = self.get_object(request, id)
            before = user.password if user is not None else None
            response = super().user_change_password(request, id, form_url)
            if user is not None and User.objects.get(pk=user.pk).password != before:
                reason = request.POST["reason"].strip()
                record_person("user.password_set", user, actors.staff(request), reason=reason)
        return response


def _is_superuser(request: HttpRequest) -> bool:
    return bool(request.user.is_active and request.user.is_superuser)


def _changes(form: "forms.ModelForm[Any]") -> Changes:
    changed = [name for name in form.changed_data if name not in {"password", "reason"}]
    return {name: (_plain(form.initial[name]), _plain(form.cleaned_data[name])) for name in changed}


def _plain(value: Any) -> bool | list[str]:
    if isinstance(value, bool):
        return value
    return sorted(f"{each.content_type.app_label}.{each.codename}" for each in value)
