"""The gate: DRF's default permission, so that a view without a route answers nobody."""

from typing import Any

from rest_framework.permissions import BasePermission

from billing_access.access.decision import KeyFacts, authorize
from billing_access.api.rate_limits import RateLimited, count_request
from billing_access.routes import ROUTES


class RouteGate(BasePermission):
    """Lets a request through where the decision mints a Grant for the view's route; ``view.grant`` holds it.

    Every request of a known key is counted (``view.rate``), refused ones too; being over the rate is the last reason.
    """

    def has_permission(self, request: Any, view: Any) -> bool:
        """Raise Refused with the first refusal in order; a view outside the route table is closed to all."""
        route = getattr(view, "route", None)
        if route not in ROUTES:
            return False
        if route.public:
            return True
        if not isinstance(request.auth, KeyFacts):
            return False
        view.rate = count_request(request.auth.key_id, route)
        view.grant = authorize(request.auth, route)
        if not view.rate.window.allowed:
            raise RateLimited(view.rate, request.auth)
        return True
