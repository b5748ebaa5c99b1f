"""Who may read billing, in the Django admin: every change by a service, with a reason, on the record as staff."""

from billing_access.admin import api_keys, figures, organizations, suspensions

__all__ = ["api_keys", "figures", "organizations", "suspensions"]
