"""The billing tables: accounts, entries, runs, credits, rollups and alerts. Money is US dollars, ``numeric(20,10)``."""

from billing_access.billing.models.accounts import MAX_STALE_HOURS, Account, BillingMode, Revision, UnitPrice
from billing_access.billing.models.alerts import AlertDue, AlertFiring, AlertKind, AlertMute, AlertRule, AlertState
from billing_access.billing.models.entries import BalanceEntry, EntryKind, Reconciliation
from billing_access.billing.models.rollups import RegisteredTag, Rollup, UsageDay, UsageQuarterHour
from billing_access.billing.models.runs import CostStatus, Run, RunColumns, RunCredit, RunStatus, RunType

__all__ = [
    "MAX_STALE_HOURS",
    "Account",
    "AlertDue",
    "AlertFiring",
    "AlertKind",
    "AlertMute",
    "AlertRule",
    "AlertState",
    "BalanceEntry",
    "BillingMode",
    "CostStatus",
    "EntryKind",
    "Reconciliation",
    "RegisteredTag",
    "Revision",
    "Rollup",
    "Run",
    "RunColumns",
    "RunCredit",
    "RunStatus",
    "RunType",
    "UnitPrice",
    "UsageDay",
    "UsageQuarterHour",
]
