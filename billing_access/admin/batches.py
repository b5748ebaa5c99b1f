"""Imports in the admin: the batches of all organizations, newest first. Each view is on the platform's audit log."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest, HttpResponse

from billing_access.admin.figures import InOrder
from billing_access.billing.ingest.models import Batch
from billing_access.billing.tokens import TOKEN_COUNTS
from billing_audit.admin import NewestFirst, ReadOnlyAdmin
from billing_audit.record import record
from orgs import actors


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    """Imports, read-only. ``manage.py void_runs --batch`` takes one back."""

    list_display = (
        "id", "started_at", "finished_at", "started_by", "file", "read", "inserted", "updated", "refused",
        "total_cost_usd",
    )  # fmt: skip
    fields = readonly_fields = (
        "id", "started_at", "finished_at", "started_by", "file", "options", "read", "inserted", "updated", "unchanged",
        "repeated", "stale", "refused", "corrected", "rounded", "unpriced", "total_cost_usd", *TOKEN_COUNTS,
        "usage_moved_usd", "offset_usd",
    )  # fmt: skip
    ordering = ("-id",)
    sortable_by = ()
    list_per_page = 100
    list_max_show_all = 0
    paginator = NewestFirst
    show_full_result_count = False

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        # A filter would not be on the record.
        return False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return InOrder

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        page = (getattr(response, "context_data", None) or {}).get("cl")
        if page is not None:
            self._record(request, len(page.result_list))
        return response

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().change_view(request, object_id, form_url, extra_context)
        batch = (getattr(response, "context_data", None) or {}).get("original")
        if batch is not None:
            self._record(request, 1, batch=batch.pk)
        return response

    def _record(self, request: HttpRequest, rows: int, **details: int) -> None:
        """Record a view on the platform's log, since a batch has runs of any number of organizations."""
        record(
            "billing.viewed",
            organization_id=None,
            actor=actors.staff(request),
            details={"route": f"/admin/{self.opts.app_label}/{self.opts.model_name}/", "rows": rows, **details},
        )
