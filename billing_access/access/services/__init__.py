"""The services that change who may read billing data.

Each is one transaction, checks the actor's permission and records the change. A call that would change nothing
records nothing.
"""

from billing_access.access.services.exceptions import ChangeConflict, InvalidChange
from billing_access.access.services.key_checks import permissions_to_issue
from billing_access.access.services.keys import (
    DEFAULT_LIFETIME_DAYS,
    IssuedKey,
    change_networks,
    change_scopes,
    issue_key,
    revoke_key,
    why_not_change,
)
from billing_access.access.services.opt_in import turn_off_billing_reads, turn_on_billing_reads
from billing_access.access.services.platform_keys import register_platform_key
from billing_access.access.services.rotation import (
    OVERLAPS,
    cancel_rotation,
    rotate_key,
    successor_of,
    why_not_cancel_rotation,
    why_not_rotate,
)
from billing_access.access.services.suspensions import lift_suspension, suspend_billing_reads

__all__ = [
    "DEFAULT_LIFETIME_DAYS",
    "OVERLAPS",
    "ChangeConflict",
    "InvalidChange",
    "IssuedKey",
    "cancel_rotation",
    "change_networks",
    "change_scopes",
    "issue_key",
    "lift_suspension",
    "permissions_to_issue",
    "register_platform_key",
    "revoke_key",
    "rotate_key",
    "successor_of",
    "suspend_billing_reads",
    "turn_off_billing_reads",
    "turn_on_billing_reads",
    "why_not_cancel_rotation",
    "why_not_change",
    "why_not_rotate",
]
