"""Event types of users and how they sign in."""

from typing import Final

from billing_audit.event_types import EventType, fields

_REASON: Final = fields("reason")
_HELD: Final = fields("held_until")

EVENT_TYPES: Final = (
    EventType("user.created", "User created", _REASON, fields("is_staff", "is_superuser"), texts=_REASON),
    EventType(
        "user.changed",
        "User changed",
        _REASON,
        fields("is_active", "is_staff", "is_superuser", "user_permissions"),
        texts=_REASON,
    ),
    EventType("user.renamed", "Name changed"),
    EventType("user.email_change_requested", "E-mail address change requested"),
    EventType("user.email_changed", "E-mail address changed"),
    EventType("user.email_restored", "E-mail address set back", changes=fields("second_factor", "provider") | _HELD),
    EventType("user.password_set", "Password set", _REASON, _HELD, texts=_REASON),
    EventType("user.password_removed", "Password removed"),
    EventType("user.reset_link_sent", "Reset link sent", _REASON, _HELD, texts=_REASON),
    EventType("user.password_link_printed", "Link to set a password printed", changes=_HELD),
    EventType("user.signed_in", "Signed in"),
    EventType("user.signed_out", "Signed out"),
    EventType("user.provider_linked", "Provider account linked", changes=fields("provider")),
    EventType("user.provider_unlinked", "Provider account unlinked", changes=fields("provider")),
    EventType(
        "user.second_factor_changed", "Second factor changed", _REASON, fields("second_factor") | _HELD, texts=_REASON
    ),
    EventType("user.recovery_code_used", "Recovery code used", changes=fields("unused_recovery_codes")),
    EventType("sessions.ended", "All sessions and links ended", _REASON | {"sessions"}, texts=_REASON),
    EventType("second_factors.encrypted", "Second factors encrypted again", fields("written")),
)
