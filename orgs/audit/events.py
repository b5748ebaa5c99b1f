"""The registry of event types. ``record`` refuses an action that is not here."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class EventType:
    """An action that can be on the record: its name, the words people see, and the details it may carry."""

    action: str
    title: str
    details: frozenset[str] = frozenset()


_REASON = frozenset({"reason"})
_READ = frozenset({"route", "required_scopes", "rows", "not_modified"})
_FILTERS = frozenset({"action", "actor", "outcome", "reason", "key", "request_id", "by_address", "from", "to"})

EVENT_TYPES: Final = (
    EventType("organization.created", "Organization created"),
    EventType("organization.changed", "Organization's names changed"),
    EventType("member.added", "Member added"),
    EventType("member.role_changed", "Member's role changed"),
    EventType("member.removed", "Member removed"),
    EventType("member.left", "Member left"),
    EventType("member.invited", "Member invited"),
    EventType("member.invitation_resent", "Invitation sent again"),
    EventType("member.invitation_revoked", "Invitation revoked"),
    EventType("permissions.mended", "Permissions mended", frozenset({"added", "removed"})),
    EventType("user.created", "User created"),
    EventType("user.changed", "User changed"),
    EventType("user.password_set", "Password set"),
    EventType("user.signed_in", "Signed in"),
    EventType("user.sign_in_failed", "Sign-in failed"),
    EventType("user.signed_out", "Signed out"),
    EventType("user.provider_linked", "Account of the provider linked"),
    EventType("user.renamed", "Name changed"),
    EventType("user.second_factor_changed", "Second factor changed"),
    EventType("user.recovery_code_used", "Recovery code used"),
    EventType("second_factors.encrypted", "Second factors encrypted anew", frozenset({"written"})),
    EventType("organization.second_factor_rule_changed", "Second-factor rule changed"),
    EventType("billing_reads.enabled", "Billing reads turned on", _REASON),
    EventType("billing_reads.disabled", "Billing reads turned off", _REASON),
    EventType("billing_reads.suspended", "Billing reads suspended", _REASON),
    EventType("billing_reads.unsuspended", "Suspension lifted", _REASON),
    EventType("api_key.created", "API key created", _REASON),
    EventType("api_key.registered", "Platform key registered"),
    EventType("api_key.rotated", "API key rotated"),
    EventType("api_key.rotation_canceled", "Rotation canceled"),
    EventType("api_key.addresses_changed", "API key's addresses changed", _REASON),
    EventType("api_key.scopes_changed", "API key's scopes changed", _REASON),
    EventType("api_key.revoked", "API key revoked", _REASON),
    EventType("api_key.refused", "API key refused", _READ),
    EventType("billing.state.read", "Balance read", _READ),
    EventType(
        "billing.usage.read",
        "Usage read",
        _READ | {"from", "to", "tags", "limit", "paged", "copied", "bucket", "timezone", "group_by"},
    ),
    EventType("billing.estimate.read", "Estimate read", _READ | {"runs", "tags", "run_type", "sample_size"}),
    EventType("run.read", "Run read", _READ | {"run_id", "cost_withheld"}),
    EventType("audit_log.event_missing", "Unsealed event missing", frozenset({"event_id"})),
    EventType(
        "audit_log.purged", "Old events purged", frozenset({"before", "retention_days", "events", "events_in_all"})
    ),
    EventType(
        "audit_log.verified",
        "Audit log verified",
        frozenset({"verdict", "finding", "event_id", "sealed", "compared_size"}),
    ),
    EventType("audit_heads.published", "Heads handed outside", frozenset({"logs", "to"})),
    EventType("personal_data.erased", "Personal data erased", frozenset({"reason", "rows"})),
    EventType("audit_log.exported", "Audit log exported", frozenset({"rows", "format"})),
    EventType("audit_log.viewed", "Audit log viewed", _FILTERS | {"rows", "event_id"}),
    EventType("audit_log.export_begun", "Export of the audit log begun", _FILTERS | {"format"}),
    EventType("audit_log.export_ended", "Export of the audit log ended", _FILTERS | {"format", "rows", "is_whole"}),
    EventType("audit_log.read", "Audit log read", _READ | _FILTERS | {"order", "limit", "paged"}),
    EventType(
        "account.updated",
        "Billing account changed",
    ),
    EventType("balance_entry.added", "Balance entry added", frozenset({"reference", "kind", "amount_usd"})),
    EventType("balance.reconciled", "Balance reconciled", frozenset({"reference", "balance_usd", "difference_usd"})),
    EventType(
        "runs.imported",
        "Runs imported",
        frozenset({"read", "inserted", "updated", "unchanged", "refused", "total_cost_usd", "revision"}),
    ),
    EventType("usage.marked_complete", "Usage marked complete"),
    EventType("figures.repaired", "Figures repaired", frozenset({"first_difference", "rollup_rows"})),
    EventType("run.corrected", "Final cost corrected", frozenset({"run_id"})),
    EventType("tag.registered", "Tag registered", frozenset({"tag"})),
    EventType("tag.ready", "Tag ready to be read", frozenset({"tag"})),
    EventType("tag.unregistered", "Tag removed", frozenset({"tag"})),
)

BY_ACTION: Final = {event_type.action: event_type for event_type in EVENT_TYPES}
