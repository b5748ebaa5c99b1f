"""Runs and balance entries of one organization, for staff to look at. Each look is on the organization's own log."""

import re
from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from billing_access.billing.ledger.changes import event_value
from billing_access.billing.models import BalanceEntry, Run
from billing_audit.admin import NewestFirst, ReadOnlyAdmin
from billing_audit.record import Target, record
from orgs import actors
from orgs.models import Organization

# The parameter that says whose rows are listed; without one none are.
ORGANIZATION: Final = "organization__id__exact"
_ID: Final = re.compile(r"[1-9][0-9]{0,17}")
# Of what was typed no more goes on the record.
_LONGEST: Final = 100


class InOrder(ChangeList):
    """Rows in the admin's own order, which the index has; Django would sort them by their id too."""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Return it."""
        return list(self.model_admin.get_ordering(request))


class FiguresAdmin(ReadOnlyAdmin):
    """Rows of the one organization in the address, newest first; found by their exact name."""

    # The columns of a row's name and of its time, by which the rows are ordered.
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
        term = search_term.strip()
        return queryset.filter(**{self.named_by: term}) if term else queryset, False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        organization = Organization.objects.filter(pk=asked).first() if (asked := _asked(request)) else None
        what = str(self.opts.verbose_name_plural).capitalize()
        title = f"{what} of {organization}" if organization else f"{what}: choose an organization on its page first"
        response = super().changelist_view(request, {**(extra_context or {}), "title": title})
        page = (getattr(response, "context_data", None) or {}).get("cl")
        if page is not None and organization is not None:
            self._record(request, organization, list(page.result_list), name=page.query.strip())
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
        # Django lists the rows of every id that the address holds, however it is spelled; the record knows of one.
        asked = _asked(request)
        return rows.filter(organization_id=asked) if asked else rows.none()

    def _record(self, request: HttpRequest, organization: Organization, rows: list[Any], *, name: str) -> None:
        """Record a look: the name that was asked for, and the times of the first and the last row that are shown."""
        times = sorted(time for row in rows if (time := getattr(row, self.timed_by)))
        record(
            "billing.viewed",
            organization_id=organization.public_id,
            actor=actors.staff(request),
            target=Target("organization", organization.public_id, organization.name),
            details={
                "route": f"/admin/{self.opts.app_label}/{self.opts.model_name}/",
                **({self.named_by: name[:_LONGEST]} if name else {}),
                **({"from": event_value(times[0]), "to": event_value(times[-1])} if times else {}),
                "rows": len(rows),
            },
        )


def _asked(request: HttpRequest) -> int | None:
    """Return the id of the one organization in the address; None for none, for two, and for another spelling."""
    sent = request.GET.getlist(ORGANIZATION)
    return int(sent[0]) if len(sent) == 1 and _ID.fullmatch(sent[0]) else None


@admin.register(Run)
class RunAdmin(FiguresAdmin):
    """Runs in usage, by their start."""

    named_by, timed_by = "run_id", "started_at"
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

    named_by, timed_by = "reference", "occurred_at"
    list_display = ("reference", "kind", "amount_usd", "occurred_at", "note")
    search_fields = ("reference",)
    search_help_text = "The exact reference."
    ordering = ("-occurred_at", "-id")
    fields = readonly_fields = (
        "organization", "kind", "amount_usd", "reference", "occurred_at", "note", "revision", "created_at",
    )  # fmt: skip
