"""Billing access in the Django admin. Every change goes through a service, needs a reason, and is recorded as staff."""

from billing_access.admin import api_keys, batches, figures, organizations, suspensions

__all__ = ["api_keys", "batches", "figures", "organizations", "suspensions"]
