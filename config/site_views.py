"""What the stand-alone site serves besides the apps: whether a process works, and the API's document to read."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from rest_framework.request import Request
from rest_framework.response import Response

from billing_access import errors
from billing_access.api.base_views import PublicView
from billing_access.api.problems import problem
from billing_access.routes import Route
from config.readiness import readiness

DOCS: Final = Route("docs", "/docs", "The OpenAPI document, to read and to try", public=True)
HEALTHZ: Final = Route("healthz", "/healthz", "Whether the process answers", public=True)
READYZ: Final = Route("readyz", "/readyz", "Whether the process can serve", public=True)
SITE_ROUTES: Final = (DOCS, HEALTHZ, READYZ)


class DocsView(PublicView):
    """A page that shows the OpenAPI document and can send requests. No query."""

    route, known_routes = DOCS, SITE_ROUTES

    def get(self, request: Request) -> HttpResponse:
        """Return the page."""
        return render(request, "config/docs.html")


class HealthView(PublicView):
    """Whether the process answers. No query."""

    route, known_routes = HEALTHZ, SITE_ROUTES

    def get(self, request: Request) -> Response:
        """Answer."""
        return Response({"status": "ok"})


class ReadyView(PublicView):
    """Whether the process can serve (``readiness``). One query, at most once a second."""

    route, known_routes = READYZ, SITE_ROUTES

    def get(self, request: Request) -> Response:
        """Answer, or name what is wrong with a 503."""
        fault = readiness.fault()
        if fault is None:
            return Response({"status": "ok"})
        answer = problem(request, errors.UNAVAILABLE, detail=fault.detail)
        answer.data["part"] = fault.part
        return answer
