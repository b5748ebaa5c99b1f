"""Functions for operators: accounts, balances, tags, voids, checks and repairs. Code that serves requests uses none."""

from billing_access.billing.ingest.void import void_batch, void_runs
from billing_access.billing.ledger.accounts import UNSET, open_account, sync_organization
from billing_access.billing.ledger.changes import InvalidChange
from billing_access.billing.ledger.completeness import mark_complete
from billing_access.billing.ledger.credits import credit_run
from billing_access.billing.ledger.entries import add_balance_entry
from billing_access.billing.ledger.figures_check import check_figures
from billing_access.billing.ledger.figures_repair import repair_figures
from billing_access.billing.ledger.reconciliation import reconcile_balance
from billing_access.billing.ledger.unit_prices import set_unit_price
from billing_access.billing.tags.backfill import backfill_tag
from billing_access.billing.tags.registered import register_tag, unregister_tag

__all__ = [
    "UNSET",
    "InvalidChange",
    "add_balance_entry",
    "backfill_tag",
    "check_figures",
    "credit_run",
    "mark_complete",
    "open_account",
    "reconcile_balance",
    "register_tag",
    "repair_figures",
    "set_unit_price",
    "sync_organization",
    "unregister_tag",
    "void_batch",
    "void_runs",
]
