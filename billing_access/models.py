"""Imports every model of the app, since Django looks for them in this module. They are defined in the subpackages."""

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
