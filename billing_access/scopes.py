"""Every scope, which is what a key may read. There is no wildcard and no write scope; no scopes means no access."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Scope:
    """One scope: its name in the API, its title and description on pages, and whether it covers billing data."""

    name: str
    title: str
    description: str
    is_billing: bool


BILLING_STATE_READ: Final = "billing.state:read"
BILLING_USAGE_READ: Final = "billing.usage:read"
RUNS_READ: Final = "runs:read"
AUDIT_READ: Final = "audit:read"

SCOPES: Final = (
    Scope(BILLING_STATE_READ, "Balance and period", "Balance and its entries, tier, this period's usage.", True),
    Scope(BILLING_USAGE_READ, "Usage and cost", "Cost and tokens of every run, by range and tag.", True),
    Scope(RUNS_READ, "Runs", "Status and times of a run, without its cost.", False),
    Scope(AUDIT_READ, "Audit log", "The organization's audit events.", False),
)

ALL_SCOPES: Final = frozenset(scope.name for scope in SCOPES)
BILLING_SCOPES: Final = frozenset(scope.name for scope in SCOPES if scope.is_billing)


class UnknownScope(ValueError):
    """Raised for an empty list or a name that is no scope; the message names it and lists the accepted ones."""


def parse_scopes(names: object) -> tuple[str, ...]:
    """Return the scopes sorted and without duplicates.

    Raises UnknownScope for an empty list and for a name that is not in ``SCOPES``, also if only its case differs.
    """
    unique = {str(name) for name in names} if isinstance(names, (list, tuple, set, frozenset)) else {str(names)}
    unknown = sorted(unique - ALL_SCOPES)
    accepted = ", ".join(scope.name for scope in SCOPES)
    if unknown:
        raise UnknownScope(f"Unknown scope {', '.join(map(repr, unknown))}. Accepted: {accepted}.")
    if not unique:
        raise UnknownScope(f"Choose at least one scope. Accepted: {accepted}.")
    return tuple(sorted(unique))
