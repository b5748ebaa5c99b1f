"""System checks of the settings that organizations depend on."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template

from orgs.people import SessionPeople, get_people
from orgs.settings import org_settings


@register(Tags.security)
def check_people(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the class that ``BILLING_ACCESS["PEOPLE"]`` names can be imported and has every method."""
    path = org_settings.PEOPLE
    hint = 'Set BILLING_ACCESS["PEOPLE"] to the dotted path of a class derived from orgs.people.SessionPeople.'
    try:
        people = get_people()
    except Exception as error:
        return [Error(f"{path} cannot be imported and instantiated: {error}", hint=hint, id="orgs.E001")]
    methods = [name for name in vars(SessionPeople) if not name.startswith("_")]
    missing = [name for name in methods if not callable(getattr(people, name, None))]
    return [Error(f"{path} has no method {', '.join(missing)}.", hint=hint, id="orgs.E002")] if missing else []


@register(Tags.templates)
def check_base_template(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the template that ``BILLING_ACCESS["BASE_TEMPLATE"]`` names can be loaded."""
    name = org_settings.BASE_TEMPLATE
    try:
        get_template(name or "orgs/site.html")
    except (TemplateDoesNotExist, TemplateSyntaxError) as error:
        hint = 'Set BILLING_ACCESS["BASE_TEMPLATE"] to a template that has the blocks title, head and content.'
        return [Error(f"The template {name or 'orgs/site.html'} cannot be loaded: {error}", hint=hint, id="orgs.E003")]
    return []
