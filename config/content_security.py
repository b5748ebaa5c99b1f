"""The site's content security policy, made only for answers that have none of their own."""

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class ContentSecurityMiddleware(CSPMiddleware):
    """django-csp's, which would make the policy anew and drop it for an answer that has one: the API's have."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Put the site's policy on an answer without one."""
        return response if HEADER in response else super().process_response(request, response)
