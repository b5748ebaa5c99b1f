"""The audit log in the Django admin: read-only, for staff with the view permission. Every view is itself recorded."""

import json
import re
from collections.abc import Callable
from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property

from billing_audit.event_types import BY_ACTION
from billing_audit.models import AuditEvent
from billing_audit.plain_text import composed
from billing_audit.posted_search import PostedSearch
from billing_audit.reading.filters import ACTOR_KINDS, OUTCOMES
from billing_audit.reading.queries import load_entries
from billing_audit.record import Actor, Target, record
from billing_audit.request_context import origin_of

# The filters of the list, each with its values and their labels. The actions come from the registry, which avoids a
# scan of the log for distinct values.
_FILTERS: Final[dict[str, Callable[[], dict[str, str]]]] = {
    "action": lambda: {each.action: each.title for each in BY_ACTION.values()},
    "outcome": lambda: {outcome: outcome.capitalize() for outcome in OUTCOMES},
    "actor_kind": lambda: {kind: kind for kind in ACTOR_KINDS},
}
# What an id looks like. Any other search text matches no event and is not recorded, because it may be personal data.
_ID: Final = re.compile(r"[\w-]{1,64}", re.ASCII)


class ReadOnly:
    """An admin or inline where nobody adds, changes or deletes, superusers included."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ReadOnlyAdmin(ReadOnly, PostedSearch):
    """An admin in which models are only read."""

    actions = None

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search for the term as texts are stored."""
        return super().get_search_results(request, queryset, composed(search_term))


class NewestFirst(Paginator):  # type: ignore[type-arg]
    """Paginate the newest 10,000 rows only, so that no page counts the whole log."""

    limit: Final = 10_000

    @cached_property
    def count(self) -> int:
        newest: Any = self.object_list[: self.limit]
        return int(newest.count())


class _ExactFilter(admin.SimpleListFilter):
    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*_FILTERS[str(self.parameter_name)]().items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(**{str(self.parameter_name): self.value()}) if self.value() else queryset


class ActionFilter(_ExactFilter):
    title = parameter_name = "action"


class OutcomeFilter(_ExactFilter):
    title = parameter_name = "outcome"


class ActorKindFilter(_ExactFilter):
    title = "actor kind"
    parameter_name = "actor_kind"


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    """Events, each with its personal data and texts, and with its figures for staff who may view them."""

    list_display = ("recorded_at", "action", "outcome", "reason_code", "actor", "target", "organization_id", "address")
    list_filter = (ActionFilter, OutcomeFilter, ActorKindFilter)
    search_fields = ("organization_id",)
    finds_by_id = True
    search_help_text = "The exact id of an organization, actor, target or request."
    ordering = ("-id",)
    paginator = NewestFirst
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_max_show_all = 0
    list_per_page = 100
    fields = readonly_fields = (
        "id", "recorded_at", "organization_id", "action", "outcome", "reason_code", "actor", "actor_id", "target",
        "target_id", "changes_text", "details_text", "withheld_text", "request_id", "address", "user_agent",
    )  # fmt: skip

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        # The recorded event lists only these filters, so a lookup by any other column would leave no trace.
        return lookup in _FILTERS

    def id_fault(self, text: str) -> str:
        return "" if _ID.fullmatch(text) else "Events are found by an exact id. No id has such characters."

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        term = search_term.strip()
        if not term:
            return queryset, False
        if not _ID.fullmatch(term):
            return queryset.none(), False
        exact = Q(organization_id=term) | Q(actor_id=term) | Q(target_id=term) | Q(request_id=term)
        return queryset.filter(exact), False

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        page = super().get_changelist_instance(request)
        page.result_list = [each.event for each in load_entries(list(page.result_list), self._with_figures(request))]
        return page

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> AuditEvent | None:
        event = super().get_object(request, object_id, from_field)
        if event is not None:
            load_entries([event], self._with_figures(request))
        return event

    def _with_figures(self, request: HttpRequest) -> bool:
        return request.user.has_perm("billing_audit.view_figures")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        page = (getattr(response, "context_data", None) or {}).get("cl")
        if page is not None:
            record(
                "audit_log.viewed",
                organization_id=None,
                actor=_staff(request),
                details={"rows": len(page.result_list), **_filters_for_audit(request, page.query.strip())},
            )
        return response

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().change_view(request, object_id, form_url, extra_context)
        event = (getattr(response, "context_data", None) or {}).get("original")
        if event is not None:
            record(
                "audit_log.viewed",
                organization_id=event.organization_id,
                actor=_staff(request),
                target=Target("audit_event", str(event.pk)),
                details={"rows": 1},
            )
        return response

    def actor(self, event: AuditEvent) -> str:
        return f"{event.actor_kind} {_personal(event, 'actor_name') or event.actor_id}".strip()

    def target(self, event: AuditEvent) -> str:
        return f"{event.target_kind} {_personal(event, 'target_name') or event.target_id}".strip()

    def address(self, event: AuditEvent) -> str:
        return _personal(event, "address")

    def user_agent(self, event: AuditEvent) -> str:
        return _personal(event, "user_agent")

    @admin.display(description="changes")
    def changes_text(self, event: AuditEvent) -> str:
        return "; ".join(f"{name}: {_text(old)} → {_text(new)}" for name, (old, new) in event.changes.items())

    @admin.display(description="details")
    def details_text(self, event: AuditEvent) -> str:
        return "; ".join(f"{name}: {_text(value)}" for name, value in event.details.items())

    @admin.display(description="withheld figures")
    def withheld_text(self, event: AuditEvent) -> str:
        return ", ".join(event.withheld)


def _personal(event: AuditEvent, name: str) -> str:
    return str(event.parts.get("personal", {}).get(name, ""))


def _filters_for_audit(request: HttpRequest, search: str) -> dict[str, str]:
    """Return the filters and the search of a list page, as the event about the view records them."""
    details = {name: value for name, known in _FILTERS.items() if (value := request.GET.get(name, "")) in known()}
    if search:
        details["search"] = search if _ID.fullmatch(search) else "no id"
    return details


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _staff(request: HttpRequest) -> Actor:
    return Actor("staff", str(request.user.pk), request.user.get_username(), origin_of(request))
