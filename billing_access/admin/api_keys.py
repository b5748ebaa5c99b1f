"""API keys in the admin: staff look them up, change their scopes and revoke them, with a reason.

No key is created, deleted or shown here.
"""

from typing import Any, Final

from django import forms
from django.contrib import admin
from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from billing_access.access import decision
from billing_access.access.models import ApiKey
from billing_access.access.readers import facts_of, key_outlook
from billing_access.access.services import InvalidChange, change_scopes, revoke_key, why_not_change
from billing_access.routes import READABLE
from billing_access.scopes import SCOPES
from billing_access.settings import access_settings
from billing_audit.admin import ReadOnlyAdmin
from billing_audit.posted_search import FOUND, FOUND_NONE
from orgs import actors, reasoned
from orgs.ui.pages import form_of, refusals_on

PERMISSION: Final = "billing_access.change_apikey"


def keys_with_hint(hint: str) -> QuerySet[ApiKey]:
    """Return the keys with this hint: ``bak_live_Ab1…xY9z``, or the last four characters alone."""
    first, ellipsis, last = hint.strip().rpartition("…")
    found = ApiKey.objects.filter(last_characters=last)
    return found.filter(first_characters=first) if ellipsis else found


class ScopesForm(reasoned.ReasonForm):
    """The complete new list of the key's scopes, and the reason."""

    scopes = forms.MultipleChoiceField(
        choices=[(scope.name, f"{scope.title} ({scope.name})") for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("scopes", "reason")


@admin.register(ApiKey)
class ApiKeyAdmin(ReadOnlyAdmin):
    """Keys, searched by name, hint or organization."""

    list_display = ("name", "hint", "organization", "scopes_text", "state", "created_at", "expires_at", "revoked_at")
    list_select_related = ("organization", "created_by")
    list_filter = (("revoked_at", admin.EmptyFieldListFilter),)
    search_fields = (
        "name", "first_characters", "last_characters",
        "organization__name", "organization__slug", "organization__public_id", "organization__external_id",
    )  # fmt: skip
    search_help_text = "Name, hint (the last 4 characters do) or organization. Never paste a whole key here."
    ordering = ("-created_at", "id")
    fields = readonly_fields = (
        "name", "hint", "organization", "scopes_text", "state", "can_read", "created_at", "created_by", "expires_at",
        "revoked_at", "predecessor", "is_platform_key", "accepted_from", "last_used",
    )  # fmt: skip

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(f"<path:object_id>/{name}/", self.admin_site.admin_view(view), name=f"billing_access_apikey_{name}")
            for name, view in (("scopes", self.scopes_view), ("revoke", self.revoke_view))
        ]
        return [*own, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        state = Case(
            *([] if access_settings.PLATFORM_KEYS else [When(is_platform_key=True, then=Value("Not accepted"))]),
            When(expires_at__lte=Now(), then=Value("Expired")),
            When(revoked_at__lte=Now(), then=Value("Revoked")),
            When(revoked_at__isnull=False, then=Value("Being replaced")),
            default=Value("Live"),
        )
        keys: QuerySet[Any] = super().get_queryset(request).defer("digest").annotate(state_now=state)
        return keys

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        # Django would accept a filter on any column in the URL, so the digest could be guessed byte by byte.
        return lookup in {"revoked_at__isempty", "organization__id__exact", FOUND, FOUND_NONE}

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if "…" in search_term:
            return queryset.filter(pk__in=keys_with_hint(search_term).values("pk")), False
        return super().get_search_results(request, queryset, search_term)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context["why_not_change"] = why_not_change(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="scopes")
    def scopes_text(self, key: ApiKey) -> str:
        return ", ".join(key.scopes)

    @admin.display(description="accepted from")
    def accepted_from(self, key: ApiKey) -> str:
        return ", ".join(map(str, key.allowed_networks)) or "Any address"

    @admin.display(description="last used")
    def last_used(self, key: ApiKey) -> str:
        if key.last_used_at is None:
            return "Never"
        address = f" from {key.last_used_address}" if key.last_used_address else ""
        return f"{key.last_used_at:%Y-%m-%d %H:%M} UTC{address}"

    @admin.display(description="state", ordering="state_now")
    def state(self, key: Any) -> str:
        return str(key.state_now)

    @admin.display(description="can read now")
    def can_read(self, key: ApiKey) -> str:
        """Say for each route what the decision says: yes, or the code of the refusal."""
        facts = facts_of(key)
        verdicts = ((route, decision.decide(facts, route)) for route in READABLE)
        return "; ".join(f"{route.reads}: {verdict.refusal.code if verdict else 'yes'}" for route, verdict in verdicts)

    def scopes_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Replace the key's scopes by the chosen ones, with a reason."""
        key: ApiKey = reasoned.find(self, request, object_id, PERMISSION)
        form = form_of(request, ScopesForm, {"scopes": key.scopes})
        if form.is_valid():
            scopes, reason = form.cleaned_data["scopes"], form.cleaned_data["reason"]
            with refusals_on(form, InvalidChange):
                change_scopes(key, actor=actors.staff(request), scopes=scopes, reason=reason)
                now = f"The key now has the scopes {', '.join(sorted(scopes))}. {key_outlook(facts_of(key))}"
                message = f"{now} Reason: {reason}"
                return reasoned.done(self, request, key, message)
        status = 409 if form.non_field_errors() else 200
        notes = [
            f"The key has the scopes {', '.join(key.scopes)}. {key_outlook(facts_of(key))}",
            "The change takes effect at its next request.",
        ]
        title = f"Change the scopes of {key}"
        return reasoned.show(self, request, key, form, title=title, button="Change scopes", notes=notes, status=status)

    def revoke_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Revoke the key permanently, with a reason."""
        key: ApiKey = reasoned.find(self, request, object_id, PERMISSION)
        form = form_of(request, reasoned.ReasonForm)
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            revoke_key(key, actor=actors.staff(request), reason=reason)
            return reasoned.done(self, request, key, f"The key is revoked. Reason: {reason}")
        notes = [f"This key of {key.organization} stops working at once. This cannot be undone: they need a new key."]
        return reasoned.show(self, request, key, form, title=f"Revoke {key}", button="Revoke the key", notes=notes)
