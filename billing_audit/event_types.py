"""The registry of event types. ``record`` refuses an action that is not here."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class EventType:
    """An action that can be on the record: its name, the words people see, and the fields it may carry.

    ``details`` say something of it; ``changes`` are what it may change, each with its value before and after.
    """

    action: str
    title: str
    details: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()


def _fields(*names: str) -> frozenset[str]:
    return frozenset(names)


_REASON = _fields("reason")
_READ = _fields("route", "required_scopes", "rows", "not_modified")
_FILTERS = _fields("action", "actor", "outcome", "reason", "key", "request_id", "by_address", "from", "to")
_EXPIRES = _fields("expires_at")

EVENT_TYPES: Final = (
    EventType(
        "organization.created", "Organization created", changes=_fields("name", "slug", "time_zone", "external_id")
    ),
    EventType("organization.changed", "Organization changed", changes=_fields("name", "external_id", "time_zone")),
    EventType(
        "organization.second_factor_rule_changed",
        "Second-factor rule changed",
        changes=_fields("requires_second_factor"),
    ),
    EventType("member.added", "Member added", changes=_fields("role")),
    EventType("member.role_changed", "Member's role changed", changes=_fields("role")),
    EventType("member.removed", "Member removed", changes=_fields("role")),
    EventType("member.left", "Member left", changes=_fields("role")),
    EventType("member.invited", "Member invited", changes=_fields("role")),
    EventType("member.invitation_resent", "Invitation sent again", changes=_EXPIRES),
    EventType("member.invitation_revoked", "Invitation revoked", changes=_fields("role")),
    EventType("permissions.mended", "Permissions mended", _fields("added", "removed")),
    EventType("user.created", "User created", _REASON, _fields("is_staff", "is_superuser")),
    EventType(
        "user.changed",
        "User changed",
        _REASON,
        _fields("is_active", "is_staff", "is_superuser", "user_permissions"),
    ),
    EventType("user.renamed", "Name changed"),
    EventType("user.password_set", "Password set", _REASON),
    EventType("user.signed_in", "Signed in"),
    EventType("user.reauthenticated", "Proved again who they are"),
    EventType("user.sign_in_failed", "Sign-in failed"),
    EventType("user.signed_out", "Signed out"),
    EventType("user.provider_linked", "Account of the provider linked", changes=_fields("provider")),
    EventType("user.second_factor_changed", "Second factor changed", changes=_fields("second_factor")),
    EventType("user.recovery_code_used", "Recovery code used", changes=_fields("unused_recovery_codes")),
    EventType("second_factors.encrypted", "Second factors encrypted anew", _fields("written")),
    EventType("billing_reads.enabled", "Billing reads turned on", _REASON, _fields("billing_reads", "until")),
    EventType("billing_reads.disabled", "Billing reads turned off", _REASON, _fields("billing_reads")),
    EventType("billing_reads.suspended", "Billing reads suspended", _REASON, _fields("suspended")),
    EventType("billing_reads.unsuspended", "Suspension lifted", _REASON, _fields("suspended")),
    EventType(
        "api_key.created",
        "API key created",
        changes=_EXPIRES | {"scopes", "allowed_networks", "predecessor"},
    ),
    EventType("api_key.registered", "Platform key registered", changes=_EXPIRES | {"scopes"}),
    EventType("api_key.rotated", "API key rotated", changes=_fields("ends_at", "successor")),
    EventType("api_key.rotation_canceled", "Rotation canceled", changes=_fields("ends_at")),
    EventType("api_key.addresses_changed", "API key's addresses changed", _REASON, _fields("allowed_networks")),
    EventType("api_key.scopes_changed", "API key's scopes changed", _REASON, _fields("scopes")),
    EventType("api_key.revoked", "API key revoked", _REASON, _fields("revoked")),
    EventType("api_key.refused", "API key refused", _READ),
    EventType("billing.state.read", "Balance read", _READ),
    EventType(
        "billing.usage.read",
        "Usage read",
        _READ
        | {"from", "to", "tags", "status", "run_type", "limit", "paged", "copied", "bucket", "timezone", "group_by"},
    ),
    EventType("billing.estimate.read", "Estimate read", _READ | {"runs", "tags", "run_type", "sample_size"}),
    EventType("run.read", "Run read", _READ | {"run_id", "cost_withheld"}),
    EventType(
        "billing.viewed",
        "Billing data viewed",
        _fields("route", "from", "to", "timezone", "bucket", "group_by", "run_id", "reference", "rows"),
    ),
    EventType("audit_log.viewed", "Audit log viewed", _FILTERS | {"rows", "event_id", "actor_kind", "search"}),
    EventType("audit_log.read", "Audit log read", _READ | _FILTERS | {"order", "limit", "paged"}),
    EventType("audit_log.export_begun", "Export of the audit log begun", _FILTERS | {"format"}),
    EventType("audit_log.export_ended", "Export of the audit log ended", _FILTERS | {"format", "rows", "is_whole"}),
    EventType(
        "audit_log.verified",
        "Audit log verified",
        _fields("verdict", "finding", "event_id", "sealed", "compared_size"),
    ),
    EventType("audit_log.event_missing", "Unsealed event missing", _fields("event_id")),
    EventType("audit_log.purged", "Old events purged", _fields("before", "retention_days", "events", "events_in_all")),
    EventType("audit_heads.published", "Heads handed outside", _fields("logs", "to")),
    EventType("personal_data.erased", "Personal data erased", _fields("reason", "rows")),
    EventType(
        "account.updated",
        "Billing account changed",
        changes=_fields("billing_mode", "billing_tier", "low_balance_threshold_usd", "period_start_day"),
    ),
    EventType("balance_entry.added", "Balance entry added", _fields("reference", "kind", "amount_usd")),
    EventType(
        "balance.reconciled",
        "Balance reconciled",
        _fields("reference", "balance_usd", "difference_usd"),
        _fields("balance_reconciled_at"),
    ),
    EventType(
        "runs.imported",
        "Runs imported",
        _fields("read", "inserted", "updated", "unchanged", "refused", "total_cost_usd", "revision"),
    ),
    EventType("usage.marked_complete", "Usage marked complete", changes=_fields("usage_through")),
    EventType(
        "figures.repaired",
        "Figures repaired",
        _fields("first_difference", "rollup_rows"),
        _fields("usage_total_usd", "entries_total_usd", "balance_reconciled_at"),
    ),
    EventType(
        "run.corrected",
        "Final cost corrected",
        _fields("run_id"),
        _fields("total_cost_usd", "llm_tokens_in", "llm_tokens_out"),
    ),
    EventType("tag.registered", "Tag registered", _fields("tag")),
    EventType("tag.ready", "Tag ready to be read", _fields("tag")),
    EventType("tag.unregistered", "Tag removed", _fields("tag")),
)

BY_ACTION: Final = {event_type.action: event_type for event_type in EVENT_TYPES}

# What bills and usage come to. Whoever may read the log and not the billing data reads an event without these.
FIGURES: Final = _fields(
    "amount_usd", "balance_usd", "difference_usd", "entries_total_usd", "first_difference", "inserted",
    "llm_tokens_in", "llm_tokens_out", "low_balance_threshold_usd", "read", "rollup_rows", "sample_size",
    "total_cost_usd", "unchanged", "updated", "usage_total_usd",
)  # fmt: skip
