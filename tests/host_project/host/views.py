"""The project's own page and API."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from rest_framework.response import Response
from rest_framework.views import APIView


def home(request: HttpRequest) -> HttpResponse:
    """Show the project's first page."""
    return render(request, "home.html")


class WidgetsView(APIView):
    """Widgets, open to everybody, changed by POST."""

    def get(self, request: Any) -> Response:
        """List them."""
        return Response({"widgets": ["bolt", "nut"]})

    def post(self, request: Any) -> Response:
        """Add one."""
        return Response({"added": request.data}, status=201)
