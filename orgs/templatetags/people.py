"""People on pages and in e-mails, as the class that the settings name answers for them."""

from django import template
from django.contrib.auth.base_user import AbstractBaseUser

from orgs.people import get_people
from orgs.ui import header

register = template.Library()


@register.filter
def email_of(user: AbstractBaseUser | None) -> str:
    """Return the person's address; empty for None."""
    return get_people().email_of(user) if user else ""


@register.filter
def name_of(user: AbstractBaseUser | None) -> str:
    """Return the person's name; empty for None."""
    return get_people().name_of(user) if user else ""


@register.simple_tag
def second_factor_url() -> str:
    """Return the page on which people set up their second factor; empty where there are none."""
    return get_people().second_factor_url()


@register.simple_tag
def account_urls() -> dict[str, str]:
    """Return the addresses ``account`` and ``sign_out`` of the header; empty where no app registered them."""
    return header.account_urls()
