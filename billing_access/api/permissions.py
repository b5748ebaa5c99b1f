"""The default permission of DRF views: a view that does not decide itself, as ``ReadView`` does, refuses everyone."""

from typing import Any

from rest_framework.permissions import BasePermission


class Nobody(BasePermission):
    """Refuses every request."""

    def has_permission(self, request: Any, view: Any) -> bool:
        """Return False."""
        return False
