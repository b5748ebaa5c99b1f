"""Event types of API keys, billing reads and figures."""

from typing import Final

from billing_audit.event_types import FILTER_FIELDS, FILTER_TEXTS, EventType, fields

_REASON: Final = fields("reason")
_RUN_ID: Final = fields("run_id")
_TAG: Final = fields("tag")
# The filters by a tag's value, as key:value.
_TAGS: Final = fields("tags")
# `key_count`: how many keys can read billing data after the change, or could once the refusals in `closed_by` end;
# `webhook_count`: how many webhooks are sent it.
_CONSENT: Final = _REASON | {"closed_by", "key_count", "webhook_count"}
_EXPIRES: Final = fields("expires_at")
_RULE: Final = fields("rule", "kind")
_RULE_VALUES: Final = fields("amount_usd", "number", "factor", "tag", "value")
# `values`: those of the tag for which it fired. `percent`: of a period's amount.
_ALERT: Final = _RULE | {"day", "figure", "threshold", "percent", "tag", "values", "value_count"}
_ALERT_FIGURES: Final = fields("figure", "threshold", "values", "value_count")
# Its address may hold a secret of the receiver's: a text.
_WEBHOOK_URL: Final = fields("url")
_WEBHOOK_STATE: Final = fields("state")
_DELIVERY: Final = fields("delivery", "attempt", "type")
_READ: Final = fields("route", "required_scopes", "rows", "not_modified")

EVENT_TYPES: Final = (
    EventType(
        "billing_reads.enabled", "Billing reads turned on", _CONSENT, fields("billing_reads", "until"), texts=_REASON
    ),
    EventType("billing_reads.disabled", "Billing reads turned off", _CONSENT, fields("billing_reads"), texts=_REASON),
    EventType("billing_reads.suspended", "Billing reads suspended", _CONSENT, fields("suspended"), texts=_REASON),
    EventType("billing_reads.unsuspended", "Suspension lifted", _CONSENT, fields("suspended"), texts=_REASON),
    EventType(
        "api_key.created",
        "API key created",
        changes=_EXPIRES | {"scopes", "allowed_networks", "predecessor"},
    ),
    EventType("api_key.registered", "Platform key registered", _REASON, _EXPIRES | {"scopes"}, texts=_REASON),
    EventType("api_key.rotated", "API key rotated", changes=fields("ends_at", "successor")),
    EventType("api_key.rotation_canceled", "Rotation canceled", changes=fields("ends_at")),
    EventType(
        "api_key.addresses_changed", "API key's addresses changed", _REASON, fields("allowed_networks"), texts=_REASON
    ),
    EventType("api_key.scopes_changed", "API key's scopes changed", _REASON, fields("scopes"), texts=_REASON),
    EventType("api_key.revoked", "API key revoked", _REASON, fields("revoked"), texts=_REASON),
    EventType("api_key.refused", "API key refused", _READ),
    EventType("billing.state.read", "Balance read", _READ),
    EventType(
        "billing.usage.read",
        "Usage read",
        _READ
        | {"from", "to", "tags", "status", "run_type", "limit", "paged", "copied", "bucket", "timezone", "group_by"},
        figures=_TAGS,
        texts=fields("group_by"),
    ),
    EventType(
        "billing.estimate.read",
        "Estimate read",
        _READ | {"runs", "tags", "run_type", "sample_size"},
        figures=_TAGS | {"sample_size"},
    ),
    EventType("billing.entries.read", "Balance entries read", _READ | {"from", "to", "limit", "paged"}),
    EventType("billing.alerts.read", "Alerts read", _READ),
    EventType("run.read", "Run read", _READ | {"run_id", "cost_withheld"}, texts=_RUN_ID),
    EventType(
        "billing.viewed",
        "Billing data viewed",
        fields("route", "from", "to", "timezone", "bucket", "group_by", "run_id", "reference", "batch", "rows"),
        texts=fields("group_by", "run_id", "reference"),
    ),
    EventType(
        "audit_log.read", "Audit log read", _READ | FILTER_FIELDS | {"order", "limit", "paged"}, texts=FILTER_TEXTS
    ),
    EventType(
        "account.updated",
        "Billing account changed",
        changes=fields(
            "billing_mode", "billing_tier", "low_balance_threshold_usd", "period_start_day", "stale_after_hours"
        ),
        figures=fields("low_balance_threshold_usd"),
        texts=fields("billing_tier"),
    ),
    EventType(
        "account.unit_price_set",
        "Unit price set",
        fields("unit_price_usd", "cached_unit_price_usd", "valid_from"),
        figures=fields("unit_price_usd", "cached_unit_price_usd"),
    ),
    EventType(
        "balance_entry.added",
        "Balance entry added",
        fields("reference", "kind", "amount_usd"),
        figures=fields("amount_usd"),
        texts=fields("reference"),
    ),
    EventType(
        "balance.reconciled",
        "Balance reconciled",
        fields("reference", "balance_usd", "difference_usd"),
        fields("balance_reconciled_at"),
        figures=fields("balance_usd", "difference_usd"),
        texts=fields("reference"),
    ),
    EventType(
        "runs.imported",
        "Runs imported",
        fields(
            "batch",
            "read",
            "inserted",
            "updated",
            "unchanged",
            "repeated",
            "stale",
            "refused",
            "total_cost_usd",
            "revision",
        ),
        figures=fields("read", "inserted", "updated", "unchanged", "repeated", "stale", "total_cost_usd"),
    ),
    EventType("usage.marked_complete", "Usage marked complete", changes=fields("usage_through")),
    # In the platform's log: how many organizations there were, how many differ, and of how many the check failed.
    EventType("figures.checked", "Figures checked", fields("organizations", "differing", "unchecked")),
    EventType(
        "figures.repaired",
        "Figures repaired",
        fields("first_difference", "rollup_rows"),
        fields("usage_total_usd", "entries_total_usd", "balance_reconciled_at"),
        figures=fields("entries_total_usd", "first_difference", "rollup_rows", "usage_total_usd"),
    ),
    EventType(
        "run.corrected",
        "Final cost corrected",
        fields("run_id"),
        fields("total_cost_usd", "units", "cached_units", "llm_tokens_in", "llm_tokens_out", "llm_tokens_cached"),
        figures=fields(
            "cached_units", "llm_tokens_in", "llm_tokens_out", "llm_tokens_cached", "total_cost_usd", "units"
        ),
        texts=_RUN_ID,
    ),
    EventType(
        "run.credited",
        "Run credited",
        fields("run_id", "reference", "amount_usd"),
        figures=fields("amount_usd"),
        texts=fields("reference", "run_id"),
    ),
    EventType(
        "runs.voided",
        "Runs voided",
        fields("batch", "reason", "revision", "run_count", "run_ids", "total_cost_usd"),
        # The run ids tell how many runs were voided.
        figures=fields("run_count", "run_ids", "total_cost_usd"),
        texts=_REASON,
    ),
    EventType("tag.registered", "Tag registered", _TAG, texts=_TAG),
    EventType("tag.ready", "Tag ready", _TAG, texts=_TAG),
    EventType("tag.unregistered", "Tag removed", _TAG, texts=_TAG),
    EventType(
        "alert_rule.created",
        "Alert rule created",
        _RULE,
        _RULE_VALUES,
        figures=fields("amount_usd", "value"),
        texts=_TAG,
    ),
    EventType(
        "alert_rule.changed",
        "Alert rule changed",
        _RULE,
        _RULE_VALUES,
        figures=fields("amount_usd", "value"),
        texts=_TAG,
    ),
    EventType("alert_rule.removed", "Alert rule removed", _RULE),
    EventType("alert_rule.muted", "Alert rule muted for the member", _RULE),
    EventType("alert_rule.unmuted", "Alert rule no longer muted for the member", _RULE),
    EventType("alert.fired", "Alert fired", _ALERT, figures=_ALERT_FIGURES, texts=_TAG),
    EventType("alert.resolved", "Alert resolved", _ALERT, figures=_ALERT_FIGURES, texts=_TAG),
    EventType("alert.tested", "Alert tested", _RULE),
    EventType("webhook.created", "Webhook created", _WEBHOOK_URL, fields("topics", "shape"), texts=_WEBHOOK_URL),
    EventType("webhook.changed", "Webhook changed", changes=_WEBHOOK_URL | {"topics", "shape"}, texts=_WEBHOOK_URL),
    EventType("webhook.secret_rotated", "Webhook's secret rotated", changes=fields("former_secret_until")),
    EventType("webhook.activated", "Webhook answered its challenge", changes=_WEBHOOK_STATE),
    EventType("webhook.paused", "Webhook paused", fields("because"), _WEBHOOK_STATE),
    EventType("webhook.adopted", "Webhook adopted", changes=_WEBHOOK_STATE | {"holder"}),
    EventType("webhook.disabled", "Webhook disabled", fields("because", "failing_since"), _WEBHOOK_STATE),
    EventType("webhook.enabled", "Webhook turned on again", changes=_WEBHOOK_STATE),
    EventType("webhook.removed", "Webhook removed", fields("because")),
    EventType("webhook.tested", "Webhook tested", fields("delivery")),
    EventType("webhook.sent_again", "Delivery sent again", fields("delivery", "type")),
    # A read: recorded before the first byte is sent. Of audit events the first of an hour, with the others counted.
    EventType("webhook.alert_sent", "Alert sent to a webhook", _DELIVERY | {"rule", "kind"}),
    EventType("webhook.audit_sent", "Audit events sent to a webhook", _DELIVERY | {"log", "first_leaf", "withheld"}),
    EventType("webhook.dropped", "Deliveries dropped", fields("type", "deliveries")),
    EventType("webhook_secrets.encrypted", "Webhook secrets encrypted again", fields("written")),
)
