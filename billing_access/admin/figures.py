"""Runs, voided runs and balance entries in the admin, one organization at a time. Each view is on its audit log."""

import re
from decimal import Decimal
from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from billing_access.billing.ingest.models import VoidedRun
from billing_access.billing.models import BalanceEntry, Run
from billing_access.billing.tokens import TOKEN_COUNTS
from billing_audit.admin import NewestFirst, ReadOnlyAdmin
from billing_audit.plain_text import composed
from billing_audit.record import record
from orgs import actors
from orgs.models import Organization

# The URL parameter that names the organization whose rows are listed. Without it the list is empty.
ORGANIZATION: Final = "organization__id__exact"
_ID: Final = re.compile(r"[1-9][0-9]{0,17}")
# Characters of the search text that are recorded.
_MAX_RECORDED: Final = 100


class InOrder(ChangeList):
    """A list in the order of ``ordering`` alone, which an index serves. Django would also sort by the primary key."""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Return the admin's ``ordering``."""
        return list(self.model_admin.get_ordering(request))


class FiguresAdmin(ReadOnlyAdmin):
    """Rows of the organization that the URL names, newest first, searched by their exact identifier."""

    # The columns of a row's identifier, and of the time by which the rows are ordered.
    finds_by_id = True
    named_by: str
    timed_by: str
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
        term = composed(search_term.strip())
        return queryset.filter(**{self.named_by: term}) if term else queryset, False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        organization_id = _organization_id(request)
        organization = Organization.objects.filter(pk=organization_id).first() if organization_id else None
        rows = str(self.opts.verbose_name_plural).capitalize()
        hint = "open an organization's page first and follow the link there"
        title = f"{rows} of {organization}" if organization else f"{rows}: {hint}"
        response = super().changelist_view(request, {**(extra_context or {}), "title": title})
        page = (getattr(response, "context_data", None) or {}).get("cl")
        if page is not None and organization is not None:
            self._record(request, organization, list(page.result_list), name=composed(page.query.strip()))
        return response

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().change_view(request, object_id, form_url, extra_context)
        row = (getattr(response, "context_data", None) or {}).get("original")
        if row is not None:
            self._record(request, row.organization, [row], name=getattr(row, self.named_by))
        return response

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return InOrder

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        if request.resolver_match is None or not str(request.resolver_match.url_name).endswith("_changelist"):
            return rows
        # Django would list the rows of every id in the URL, however it is written; only one organization is recorded.
        organization_id = _organization_id(request)
        return rows.filter(organization_id=organization_id) if organization_id else rows.none()

    def _record(self, request: HttpRequest, organization: Organization, rows: list[Any], *, name: str) -> None:
        """Record a view: the identifier searched for, and the times of the first and the last row shown."""
        times = sorted(time for row in rows if (time := getattr(row, self.timed_by)))
        record(
            "billing.viewed",
            organization_id=organization.public_id,
            actor=actors.staff(request),
            target=actors.organization_target(organization),
            details={
                "route": f"/admin/{self.opts.app_label}/{self.opts.model_name}/",
                **({self.named_by: name[:_MAX_RECORDED]} if name else {}),
                **({"from": times[0], "to": times[-1]} if times else {}),
                "rows": len(rows),
            },
        )


def _organization_id(request: HttpRequest) -> int | None:
    """Return the organization's id in the URL; None unless there is exactly one, written as a plain number."""
    values = request.GET.getlist(ORGANIZATION)
    return int(values[0]) if len(values) == 1 and _ID.fullmatch(values[0]) else None


_RUN_LIST: Final = ("run_id", "started_at", "run_type", "status", "net_cost_usd", "cost_status")
_RUN_FIELDS: Final = (
    "organization", "run_id", "run_type", "status", "created_at", "queued_at", "started_at", "finished_at",
    "total_cost_usd", "credited_usd", "unit_price_usd", "cached_unit_price_usd", "units", "cached_units", "cost_status",
    "cost_updated_at", *TOKEN_COUNTS, "tags",
    "modified_at", "first_revision", "revision", "batch",
)  # fmt: skip


class RunsAdmin(FiguresAdmin):
    """Runs that have started; others are found by their id."""

    named_by, timed_by = "run_id", "started_at"
    search_fields = ("run_id",)
    search_help_text = "The exact run id."

    @admin.display(description="cost after credits")
    def net_cost_usd(self, run: Run | VoidedRun) -> Decimal | None:
        """Return what readers see as the cost, in US dollars; None if the run is unpriced."""
        return None if run.total_cost_usd is None else run.total_cost_usd - run.credited_usd

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        # The indexes that serve the lists have only runs that have started, so only a search by id finds others.
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        return found if search_term.strip() else found.filter(started_at__isnull=False), may_repeat


@admin.register(Run)
class RunAdmin(RunsAdmin):
    """Runs by their start."""

    list_display = _RUN_LIST
    ordering = ("-started_at", "-run_id")
    fields = readonly_fields = _RUN_FIELDS


@admin.register(VoidedRun)
class VoidedRunAdmin(RunsAdmin):
    """Voided runs, the last voided first."""

    list_display = (*_RUN_LIST, "voided_at")
    ordering = ("-void_revision", "-run_id")
    fields = readonly_fields = (*_RUN_FIELDS, "void_revision", "voided_at")


@admin.register(BalanceEntry)
class BalanceEntryAdmin(FiguresAdmin):
    """The entries of a balance. They never change: a correction is a further entry."""

    named_by, timed_by = "reference", "occurred_at"
    list_display = ("reference", "kind", "amount_usd", "occurred_at", "note")
    search_fields = ("reference",)
    search_help_text = "The exact reference."
    ordering = ("-occurred_at", "-id")
    fields = readonly_fields = (
        "organization", "kind", "amount_usd", "reference", "occurred_at", "note", "revision", "created_at",
    )  # fmt: skip
