"""Runs and balance entries of one organization, for staff to look at. Each look is on the organization's own log."""

from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from billing_access.billing.models import BalanceEntry, Run
from orgs import actors
from orgs.audit.admin import NewestFirst, ReadOnlyAdmin
from orgs.audit.record import Target, record
from orgs.models import Organization

# The parameter that says whose rows are listed; without one none are.
ORGANIZATION: Final = "organization__id__exact"


class InOrder(ChangeList):
    """Rows in the admin's own order, which the index has; Django would sort them by their id too."""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Return it."""
        return list(self.model_admin.get_ordering(request))


class FiguresAdmin(ReadOnlyAdmin):
    """Rows of the organization in the address, newest first; found by their exact name."""

    named_by: str
    sortable_by = ()
    list_per_page = 100
    list_max_show_all = 0
    paginator = NewestFirst
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        return lookup == ORGANIZATION

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        term = search_term.strip()
        return queryset.filter(**{self.named_by: term}) if term else queryset, False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        asked = request.GET.get(ORGANIZATION, "")
        organization = Organization.objects.filter(pk=asked).first() if asked.isdecimal() else None
        what = str(self.opts.verbose_name_plural).capitalize()
        title = f"{what} of {organization}" if organization else f"{what}: choose an organization on its page first"
        response = super().changelist_view(request, {**(extra_context or {}), "title": title})
        page = (getattr(response, "context_data", None) or {}).get("cl")
        if page is not None and organization is not None:
            self._record(request, organization, rows=len(page.result_list))
        return response

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().change_view(request, object_id, form_url, extra_context)
        row = (getattr(response, "context_data", None) or {}).get("original")
        if row is not None:
            self._record(request, row.organization, rows=1, row=row)
        return response

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return InOrder

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        is_list = request.resolver_match is not None and str(request.resolver_match.url_name).endswith("_changelist")
        return rows.none() if is_list and not request.GET.get(ORGANIZATION) else rows

    def _record(self, request: HttpRequest, organization: Organization, *, rows: int, row: Any = None) -> None:
        record(
            "billing.viewed",
            organization_id=organization.public_id,
            actor=actors.staff(request),
            target=Target("organization", organization.public_id, organization.name),
            details={
                "route": f"/admin/{self.opts.app_label}/{self.opts.model_name}/",
                **({"run_id": row.run_id} if isinstance(row, Run) else {}),
                "rows": rows,
            },
        )


@admin.register(Run)
class RunAdmin(FiguresAdmin):
    """Runs in usage, by their start."""

    named_by = "run_id"
    list_display = ("run_id", "started_at", "run_type", "status", "total_cost_usd", "cost_status")
    search_fields = ("run_id",)
    search_help_text = "The exact run id."
    ordering = ("-started_at", "-run_id")
    fields = readonly_fields = (
        "organization", "run_id", "run_type", "status", "created_at", "queued_at", "started_at", "finished_at",
        "total_cost_usd", "unit_price_usd", "cost_status", "cost_updated_at", "llm_tokens_in", "llm_tokens_out", "tags",
        "modified_at", "first_revision", "revision",
    )  # fmt: skip

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        # Those that wait to start have no place in the order; they are found by their id.
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        return found if search_term.strip() else found.filter(started_at__isnull=False), may_repeat


@admin.register(BalanceEntry)
class BalanceEntryAdmin(FiguresAdmin):
    """The ledger: corrections are new entries."""

    named_by = "reference"
    list_display = ("reference", "kind", "amount_usd", "occurred_at", "note")
    search_fields = ("reference",)
    search_help_text = "The exact reference."
    ordering = ("-occurred_at", "-id")
    fields = readonly_fields = (
        "organization", "kind", "amount_usd", "reference", "occurred_at", "note", "revision", "created_at",
    )  # fmt: skip
