"""``GET /v1/billing/alerts``: the organization's rules with their state, so that a script asks instead of computing."""

from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import routes
from billing_access.api import bodies, etags, parameters
from billing_access.api.base_views import ReadView
from billing_access.billing.alerts.reading import read_alerts


class AlertsView(ReadView):
    """The rules of the key's organization, as of their last evaluation.

    Statements: 4 (decision, rules, when they fired, record), also for a 304: its ETag is made of the body.
    """

    route = routes.BILLING_ALERTS

    def get(self, request: Request) -> Response:
        """Read the rules."""
        parameters.refuse_unknown(request.query_params, ())
        alerts = read_alerts(self.grant)
        body = bodies.alerts_body(alerts)
        headers = {"ETag": etags.body_tag(request, self.grant, body)}
        if etags.is_known(request, headers["ETag"]) or etags.is_any_known(request):
            self.record(rows=0, not_modified=True)
            return Response(status=304, headers=headers)
        self.record(rows=len(alerts))
        return Response(body, headers=headers)
