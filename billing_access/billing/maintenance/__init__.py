"""Operators' functions: accounts, balances, checking and mending. No request reaches them."""

from billing_access.billing.changing import InvalidChange
from billing_access.billing.checking import check_figures
from billing_access.billing.maintenance.accounts import KEEP, open_account, sync_organization
from billing_access.billing.maintenance.balances import add_balance_entry
from billing_access.billing.maintenance.completeness import mark_complete
from billing_access.billing.maintenance.filling import fill_in_tag
from billing_access.billing.maintenance.reconciling import reconcile_balance
from billing_access.billing.maintenance.repairing import repair_figures
from billing_access.billing.tags import register_tag, unregister_tag

__all__ = [
    "KEEP",
    "InvalidChange",
    "add_balance_entry",
    "check_figures",
    "fill_in_tag",
    "mark_complete",
    "open_account",
    "reconcile_balance",
    "register_tag",
    "repair_figures",
    "sync_organization",
    "unregister_tag",
]
