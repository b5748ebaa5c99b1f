"""The stand-alone site's Django admin: people, its title, and the models that it hides."""

from typing import Any, ClassVar, Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts import staff, users
from accounts.models import User
from billing_audit.plain_text import composed
from billing_audit.posted_search import PostedSearch
from orgs import actors, reasoned
from orgs.admin import MembershipsInline, ReasonField
from orgs.fields import typed_text
from orgs.reauthentication import take_saved_input
from orgs.roles import PERMISSIONS
from orgs.services import members
from orgs.ui.pages import form_of, refusals_on

admin.site.site_header = "Billing Access staff"
admin.site.site_title = "Billing Access staff"
# A change of a person's permissions is recorded; a change of a group would give permissions without a record.
admin.site.unregister(Group)
# People manage these on their account pages, which record the change; the admin would not.
admin.site.unregister([Authenticator, EmailAddress, SocialAccount, SocialApp, SocialToken])
# Canceling a job here would not be recorded.
admin.site.unregister(ProcrastinateJob)

PERMISSION: Final = "billing_accounts.change_user"
_OUR_LABELS: Final = ("billing_access", "billing_accounts", "billing_audit", "billing_orgs")


class NewUserForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new person, who sets their own password."""

    reason = ReasonField()

    class Meta:
        model = User
        fields = ("email", "name")

    def clean_email(self) -> str:
        """Return the address in lower case, as it is stored."""
        return typed_text(str(self.cleaned_data["email"]).lower())


class ChangeUserForm(forms.ModelForm):  # type: ignore[type-arg]
    """The fields of a person that staff may change."""

    reason = ReasonField()

    class Meta:
        model = User
        fields = ("is_active", "is_staff", "is_superuser", "user_permissions")

    # What was typed before the person had to re-authenticate; a box that is not ticked is not in it.
    typed: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if self.typed:
            ticked = {name: name in self.typed for name in ("is_active", "is_staff", "is_superuser")}
            kwargs["initial"] = {**ticked, "user_permissions": [], **self.typed}
        super().__init__(*args, **kwargs)

    def clean_is_active(self) -> bool:
        """Refuse to deactivate the only active owner of an organization. The admin saves in the same transaction."""
        is_active = bool(self.cleaned_data["is_active"])
        if self.instance.is_active and not is_active:
            try:
                members.require_other_owners(self.instance)
            except members.LastOwner as error:
                raise ValidationError(str(error)) from error
        return is_active


@admin.register(User)
class UserAdmin(PostedSearch, StockUserAdmin):  # type: ignore[type-arg]
    """Find, create and deactivate people, make them staff, and send them a link to set a new password.

    Nobody is deleted or made a member here, and nobody's address or password is set. Only superusers change staff and
    their rights: otherwise staff could make themselves superusers.
    """

    form = ChangeUserForm
    add_form = NewUserForm
    add_form_template = None
    actions = None
    list_display = ("email", "name", "is_active", "is_staff", "is_superuser", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser")
    search_fields = ("email", "name")
    ordering = ("email",)
    filter_horizontal = ("user_permissions",)
    fieldsets = (
        (None, {"fields": ("email", "name", "is_active")}),
        ("Platform staff", {"fields": ("is_staff", "is_superuser", "user_permissions")}),
        ("Times", {"fields": ("last_login", "date_joined")}),
        ("This change", {"fields": ("reason",)}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": ("email", "name", "reason")}),)
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
        return fieldsets

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

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"typed": take_saved_input(request)}) if obj is not None else form

    def get_urls(self) -> list[URLPattern]:
        address = path(
            "<path:object_id>/reset-link/",
            self.admin_site.admin_view(self.reset_link_view),
            name="billing_accounts_user_reset_link",
        )
        # Without the page on which staff would set somebody's password.
        return [address, *(each for each in super().get_urls() if each.name != "auth_user_password_change")]

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        raise PermissionDenied("Nobody sets another person's password.")

    def reset_link_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Send the person a link to set a new password, to their own address."""
        person: User = reasoned.find(self, request, object_id, PERMISSION)
        if not self.has_change_permission(request, person):
            raise PermissionDenied("Only a superuser sends a link to staff.")
        form = form_of(request, reasoned.ReasonForm)
        if form.is_valid():
            with refusals_on(form, ValidationError):
                staff.send_reset_link(person, reason=form.cleaned_data["reason"], actor=actors.staff(request))
                return reasoned.done(self, request, person, f"A link to set a new password is sent to {person.email}.")
        notes = [
            f"The link goes to {person.email} alone. It works once, within three days.",
            "For 24 hours they then cannot give anybody more access, unless another owner confirms them.",
            "They, and the owners of their organizations, are told by e-mail; it is on the log of each organization.",
        ]
        title, status = f"Send {person.email} a link to set a new password", 400 if form.errors else 200
        return reasoned.show(
            self, request, person, form, title=title, button="Send the link", notes=notes, status=status
        )

    def save_model(self, request: HttpRequest, obj: Any, form: "forms.ModelForm[Any]", change: bool) -> None:
        reason, actor = form.cleaned_data["reason"], actors.staff(request)
        if not change:
            user = users.create_user(email=obj.email, name=obj.name, reason=reason, actor=actor)
            obj.pk, obj.password, obj._state.adding = user.pk, user.password, False
            return
        given = form.cleaned_data
        staff.change_account(
            obj,
            is_active=given.get("is_active"),
            is_staff=given.get("is_staff"),
            is_superuser=given.get("is_superuser"),
            permissions=given.get("user_permissions"),
            reason=reason,
            actor=actor,
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Leave the permissions alone, which the service has saved. Memberships are read-only here."""
        for formset in formsets:
            self.save_formset(request, form, formset, change=change)


def _is_superuser(request: HttpRequest) -> bool:
    return bool(request.user.is_active and request.user.is_superuser)
