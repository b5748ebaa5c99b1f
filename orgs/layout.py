"""Pages inside the layout that ``BILLING_ACCESS["BASE_TEMPLATE"]`` names: a host project's own, or the site's."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from orgs.settings import org_settings


def render_page(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int | None = None
) -> HttpResponse:
    """Render a template that extends ``orgs/base.html``, which extends the layout.

    A context processor would do it too, but a host project would have to add it to its settings.
    """
    return render(request, template, {**(context or {}), "layout": org_settings.BASE_TEMPLATE}, status=status)
