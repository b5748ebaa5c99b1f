"""DRF's default permission, so that a view answers nobody unless it decides for itself (``read_view.ReadView``)."""

from typing import Any

from rest_framework.permissions import BasePermission


class Nobody(BasePermission):
    """Refuses every request."""

    def has_permission(self, request: Any, view: Any) -> bool:
        """Return False."""
        return False
