"""Billing access in the Django admin. Every change goes through a service, needs a reason, and is recorded as staff."""

from billing_access.access.key_format import refuse_keys
from billing_access.admin import api_keys, batches, figures, organizations, suspensions
from orgs.admin import ReasonField

# This applies to every reason that staff enter in the admin, on the pages of other apps too.
ReasonField.refused_by.append(refuse_keys)

__all__ = ["api_keys", "batches", "figures", "organizations", "suspensions"]
