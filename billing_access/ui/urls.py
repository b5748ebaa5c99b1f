"""URLs of the billing access pages, and their links in the navigation."""

from django.urls import path

from billing_access.ui import alerts, balance, billing_reads, keys, overview, settings_tabs, webhooks
from orgs.roles import MANAGE_API_KEYS, MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG, VIEW_BILLING
from orgs.ui.navigation import Page, register_page, register_settings_tab

register_page(Page("Overview", "billing_access:overview", 10, frozenset({VIEW_BILLING}), is_front_door=True))
register_page(Page("Balance", "billing_access:balance", 15, frozenset({VIEW_BILLING})))
register_page(
    Page(
        "Alerts",
        "billing_access:alerts",
        17,
        frozenset({VIEW_BILLING}),
        frozenset({"billing_access:alert-create", "billing_access:alert"}),
    )
)
register_page(
    Page(
        "Webhooks",
        "billing_access:webhooks",
        18,
        frozenset({VIEW_BILLING}),
        frozenset({f"billing_access:webhook{each}" for each in ("", "-create", "-change", "-rotate", "-remove")}),
    )
)
register_page(
    Page(
        "Billing reads",
        "billing_access:billing-reads",
        20,
        frozenset({VIEW_BILLING}),
        frozenset({"billing_access:billing-reads-turn-on"}),
    )
)
register_page(
    Page(
        "API keys",
        "billing_access:keys",
        30,
        frozenset({MANAGE_API_KEYS}),
        frozenset({f"billing_access:key{each}" for each in ("", "-create", "-revoke", "-rotate", "-addresses")}),
        is_front_door=True,
    )
)
register_page(Page("Who can read billing", "billing_access:readers", 40, frozenset({VIEW_AUDIT_LOG})))
register_settings_tab(Page("Low balance", "billing_access:low-balance", 20, frozenset({MANAGE_BILLING_ACCESS})))
register_settings_tab(
    Page(
        "Tags", "billing_access:tags", 30, frozenset({MANAGE_BILLING_ACCESS}), frozenset({"billing_access:tag-remove"})
    )
)

app_name = "billing_access"
urlpatterns = [
    path("o/<slug:slug>/overview/", overview.overview, name="overview"),
    path("o/<slug:slug>/balance/", balance.balance, name="balance"),
    path("o/<slug:slug>/alerts/", alerts.alerts, name="alerts"),
    path("o/<slug:slug>/alerts/new/", alerts.alert_create, name="alert-create"),
    path("o/<slug:slug>/alerts/<uuid:rule_id>/", alerts.alert, name="alert"),
    path("o/<slug:slug>/alerts/<uuid:rule_id>/remove/", alerts.alert_remove, name="alert-remove"),
    path("o/<slug:slug>/alerts/<uuid:rule_id>/mute/", alerts.alert_mute, name="alert-mute"),
    path("o/<slug:slug>/alerts/<uuid:rule_id>/test/", alerts.alert_test, name="alert-test"),
    path("o/<slug:slug>/webhooks/", webhooks.webhooks, name="webhooks"),
    path("o/<slug:slug>/webhooks/new/", webhooks.webhook_create, name="webhook-create"),
    path("o/<slug:slug>/webhooks/<uuid:webhook_id>/", webhooks.webhook, name="webhook"),
    path("o/<slug:slug>/webhooks/<uuid:webhook_id>/change/", webhooks.webhook_change, name="webhook-change"),
    path("o/<slug:slug>/webhooks/<uuid:webhook_id>/rotate/", webhooks.webhook_rotate, name="webhook-rotate"),
    path("o/<slug:slug>/webhooks/<uuid:webhook_id>/remove/", webhooks.webhook_remove, name="webhook-remove"),
    path("o/<slug:slug>/webhooks/<uuid:webhook_id>/adopt/", webhooks.webhook_adopt, name="webhook-adopt"),
    path("o/<slug:slug>/webhooks/<uuid:webhook_id>/turn-on/", webhooks.webhook_turn_on, name="webhook-turn-on"),
    path("o/<slug:slug>/webhooks/<uuid:webhook_id>/test/", webhooks.webhook_test, name="webhook-test"),
    path(
        "o/<slug:slug>/webhooks/<uuid:webhook_id>/deliveries/<uuid:delivery_id>/send-again/",
        webhooks.webhook_send_again,
        name="webhook-send-again",
    ),
    path("o/<slug:slug>/billing-reads/", billing_reads.billing_reads, name="billing-reads"),
    path("o/<slug:slug>/billing-reads/turn-on/", billing_reads.turn_on, name="billing-reads-turn-on"),
    path("o/<slug:slug>/billing-reads/turn-off/", billing_reads.turn_off, name="billing-reads-turn-off"),
    path("o/<slug:slug>/keys/", keys.keys, name="keys"),
    path("o/<slug:slug>/keys/new/", keys.key_create, name="key-create"),
    path("o/<slug:slug>/keys/<uuid:key_id>/", keys.key, name="key"),
    path("o/<slug:slug>/keys/<uuid:key_id>/addresses/", keys.key_addresses, name="key-addresses"),
    path("o/<slug:slug>/keys/<uuid:key_id>/rotate/", keys.key_rotate, name="key-rotate"),
    path("o/<slug:slug>/keys/<uuid:key_id>/cancel-rotation/", keys.key_rotation_cancel, name="key-rotation-cancel"),
    path("o/<slug:slug>/settings/low-balance/", settings_tabs.low_balance, name="low-balance"),
    path("o/<slug:slug>/settings/tags/", settings_tabs.tags, name="tags"),
    path("o/<slug:slug>/settings/tags/remove/", settings_tabs.tag_remove, name="tag-remove"),
    path("o/<slug:slug>/readers/", billing_reads.readers, name="readers"),
    path("o/<slug:slug>/keys/<uuid:key_id>/revoke/", keys.key_revoke, name="key-revoke"),
]
