"""System check of the stand-alone site's URLs."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, register
from django.urls import get_resolver

from billing_access.checks import view_faults
from billing_access.routes import ROUTES
from config.site_views import SITE_ROUTES


@register(Tags.urls)
def check_site_views(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the site serves nothing under /v1 but the routes of its tables: there its middleware does not run."""
    return view_faults(get_resolver(), (*ROUTES, *SITE_ROUTES))
