"""System checks of the people that organizations depend on. Each error says what to write."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import FieldDoesNotExist
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


@register(Tags.models)
def check_user_model(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the user model has the columns that the class of people reads."""
    lacks = [name for name in _columns_of_people() if not _has_column(name)]
    if not lacks:
        return []
    fault = f"{settings.AUTH_USER_MODEL} has no field {', '.join(lacks)}."
    hint = (
        "Name the column of the e-mail address in EMAIL_FIELD of that model. Add the field is_active or is_staff, or"
        " override active() or staff() in a class derived from orgs.people.SessionPeople, and name it in"
        ' BILLING_ACCESS["PEOPLE"].'
    )
    return [Error(fault, hint=hint, id="orgs.E004")]


def _columns_of_people() -> Iterator[str]:
    """Yield the fields of a user that the class of people does not replace."""
    yield get_user_model().get_email_field_name()
    try:
        kind = type(get_people())
    except Exception:  # `check_people` reports it.
        return
    for name, method in (("is_active", "active"), ("is_staff", "staff")):
        if getattr(kind, method, None) is getattr(SessionPeople, method):
            yield name


def _has_column(name: str) -> bool:
    try:
        return get_user_model()._meta.get_field(name).concrete
    except FieldDoesNotExist:
        return False


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
