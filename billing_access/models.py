"""Imports every model of the app, since Django looks for them in this module. They are defined in the subpackages."""

from billing_access.access.models import ApiKey, OptIn, Suspension
from billing_access.billing.ingest.models import Batch, RunChange, StagedRun, VoidedRun
from billing_access.billing.models import (
    Account,
    AlertDue,
    AlertFiring,
    AlertMute,
    AlertRule,
    BalanceEntry,
    Reconciliation,
    RegisteredTag,
    Revision,
    Run,
    RunCredit,
    UnitPrice,
    UsageDay,
    UsageQuarterHour,
)
from billing_access.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSender

__all__ = [
    "Account",
    "AlertDue",
    "AlertFiring",
    "AlertMute",
    "AlertRule",
    "ApiKey",
    "BalanceEntry",
    "Batch",
    "OptIn",
    "Reconciliation",
    "RegisteredTag",
    "Revision",
    "Run",
    "RunChange",
    "RunCredit",
    "StagedRun",
    "Suspension",
    "UnitPrice",
    "UsageDay",
    "UsageQuarterHour",
    "VoidedRun",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEndpoint",
    "WebhookSender",
]
