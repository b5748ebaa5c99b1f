"""Event types of organizations and their members."""

from typing import Final

from billing_audit.event_types import EventType, fields

EVENT_TYPES: Final = (
    EventType(
        "organization.created",
        "Organization created",
        changes=fields("name", "slug", "time_zone", "external_id"),
        texts=fields("name", "slug", "external_id"),
    ),
    EventType(
        "organization.changed",
        "Organization changed",
        changes=fields("name", "external_id", "time_zone"),
        texts=fields("name", "external_id"),
    ),
    EventType("organization.mirrored", "Members mirrored from the platform", changes=fields("mirrored")),
    EventType("organization.renamed", "Organization renamed", changes=fields("slug"), texts=fields("slug")),
    EventType("organization.closed", "Organization closed", fields("reason"), fields("closed"), texts=fields("reason")),
    EventType(
        "organization.reopened", "Organization reopened", fields("reason"), fields("closed"), texts=fields("reason")
    ),
    EventType("organization.deleted", "Organization deleted", fields("reason", "row_count"), texts=fields("reason")),
    EventType(
        "organization.second_factor_rule_changed",
        "Second-factor rule changed",
        changes=fields("requires_second_factor"),
    ),
    EventType("member.added", "Member added", changes=fields("role")),
    EventType("member.role_changed", "Member's role changed", changes=fields("role")),
    EventType("member.removed", "Member removed", changes=fields("role")),
    EventType("member.left", "Member left", changes=fields("role")),
    EventType("member.hold_confirmed", "Member confirmed", changes=fields("held_until")),
    EventType("member.invited", "Member invited", changes=fields("role")),
    EventType("member.invitation_resent", "Invitation sent again", changes=fields("expires_at")),
    EventType("member.invitation_revoked", "Invitation revoked", changes=fields("role")),
    EventType(
        "permissions.mended", "Permissions repaired", fields("added", "removed", "reason"), texts=fields("reason")
    ),
    EventType("user.reauthenticated", "Re-authenticated"),
    EventType("user.sign_in_failed", "Sign-in failed"),
)
