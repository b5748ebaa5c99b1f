"""The table of roles and their permissions.

Guardian's rows in the database decide what a member may do; ``orgs.services.members`` makes them from this table.
"""

from typing import Final

from django.db import models

VIEW_BILLING: Final = "view_billing"
MANAGE_BILLING_ACCESS: Final = "manage_billing_access"
MANAGE_API_KEYS: Final = "manage_api_keys"
MANAGE_MEMBERS: Final = "manage_members"
VIEW_AUDIT_LOG: Final = "view_audit_log"

PERMISSIONS: Final = (
    (VIEW_BILLING, "See balance, usage and the state of billing reads"),
    (MANAGE_BILLING_ACCESS, "Turn programmatic billing reads on and off"),
    (MANAGE_API_KEYS, "Create, change and revoke API keys"),
    (MANAGE_MEMBERS, "Add, change and remove members"),
    (VIEW_AUDIT_LOG, "Read the audit log"),
)


class Role(models.TextChoices):
    """The role of a member in an organization. Each has the permissions that ``ROLE_PERMISSIONS`` lists."""

    OWNER = "owner", "Owner"
    ADMIN = "admin", "Admin"
    BILLING = "billing", "Billing"
    AUDITOR = "auditor", "Auditor"
    MEMBER = "member", "Member"


# What each role may do, as pages and e-mails say it.
ROLE_SUMMARIES: Final[dict[str, str]] = {
    Role.OWNER: "Full access, including adding, demoting and removing owners.",
    Role.ADMIN: "Full access, except adding, demoting and removing owners.",
    Role.BILLING: "Can see billing and the audit log.",
    Role.AUDITOR: "Can see the audit log.",
    Role.MEMBER: "Member only: no access to billing pages.",
}

_ALL = frozenset(codename for codename, _ in PERMISSIONS)

ROLE_PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    Role.OWNER: _ALL,
    Role.ADMIN: _ALL,
    Role.BILLING: frozenset({VIEW_BILLING, VIEW_AUDIT_LOG}),
    Role.AUDITOR: frozenset({VIEW_AUDIT_LOG}),
    Role.MEMBER: frozenset(),
}


def opens_more(role: str, before: str | None = None) -> bool:
    """Tell whether the role lets somebody do what the role ``before`` (None: no member) did not.

    An owner may do what an admin may, and change owners too.
    """
    had = ROLE_PERMISSIONS[before] if before is not None else frozenset()
    return not ROLE_PERMISSIONS[role] <= had or (role == Role.OWNER != before)
