"""The face that Django loads: every model of the app, from the packages that own them."""

from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.billing.models import (
    Account,
    BalanceEntry,
    Reconciliation,
    RegisteredTag,
    Run,
    UsageDay,
    UsageQuarterHour,
)

__all__ = [
    "Account",
    "ApiKey",
    "BalanceEntry",
    "OptIn",
    "Reconciliation",
    "RegisteredTag",
    "Run",
    "Suspension",
    "UsageDay",
    "UsageQuarterHour",
]
