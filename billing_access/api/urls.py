"""The API's URLs. ``billing_access.checks`` checks that they agree with the route table."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from billing_access.api import alerts_views, audit_views, entries_views, usage_views, views


class RunIdConverter(StringConverter):
    """The rest of the path: run ids may have slashes, whether they are encoded or not."""

    regex = r"[\s\S]+"


register_converter(RunIdConverter, "billing_run_id")
app_name = "billing_api"
urlpatterns = [
    path("v1/billing/state", views.BillingStateView.as_view(), name="billing-state"),
    path("v1/billing/usage", usage_views.BillingUsageView.as_view(), name="billing-usage"),
    path("v1/billing/usage/summary", usage_views.SummaryView.as_view(), name="billing-usage-summary"),
    path("v1/billing/estimate", views.EstimateView.as_view(), name="billing-estimate"),
    path("v1/billing/entries", entries_views.EntriesView.as_view(), name="billing-entries"),
    path("v1/billing/alerts", alerts_views.AlertsView.as_view(), name="billing-alerts"),
    path("v1/runs/<billing_run_id:run_id>", views.RunView.as_view(), name="run"),
    path("v1/audit-events", audit_views.AuditEventsView.as_view(), name="audit-events"),
    path("v1/key", views.KeyView.as_view(), name="key"),
    path("v1/openapi.json", views.OpenApiView.as_view(), name="openapi"),
    path("errors/<slug:code>", views.error_page, name="error"),
    re_path(r"^v1(?:/[\s\S]*)?\Z", views.UnknownRouteView.as_view(), name="unknown-route"),
]
