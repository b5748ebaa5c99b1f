"""Template tags that draw the links between an organization's pages. They need ``request`` and ``access``."""

from typing import Any

from django import template
from django.urls import reverse

from orgs.ui import navigation

register = template.Library()


@register.inclusion_tag("orgs/partials/navigation.html", takes_context=True)
def organization_navigation(context: dict[str, Any]) -> dict[str, Any]:
    """Draw the side navigation, with the current page marked."""
    return {"organization": context["access"].organization, "links": _links(context, navigation.pages_for)}


@register.inclusion_tag("orgs/partials/settings_tabs.html", takes_context=True)
def settings_tabs(context: dict[str, Any]) -> dict[str, Any]:
    """Draw the tabs of the organization's settings, with the current one marked."""
    return {"links": _links(context, navigation.settings_tabs_for)}


def _links(context: dict[str, Any], pages_for: Any) -> list[dict[str, Any]]:
    access, current_url_name = context["access"], context["request"].resolver_match.view_name
    return [
        {
            "label": page.label,
            "url": reverse(page.url_name, args=[access.organization.slug]),
            "is_current": navigation.is_current(page, current_url_name),
        }
        for page in pages_for(access)
    ]
