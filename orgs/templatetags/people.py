"""Template tags and filters about people, for pages and e-mails. ``BILLING_ACCESS["PEOPLE"]`` answers most of them."""

from django import template
from django.contrib.auth.base_user import AbstractBaseUser

from orgs.people import get_people
from orgs.ui import navigation

register = template.Library()


@register.filter
def email_of(user: AbstractBaseUser | None) -> str:
    """Return the person's e-mail address; empty for None."""
    return get_people().email_of(user) if user else ""


@register.filter
def name_of(user: AbstractBaseUser | None) -> str:
    """Return the person's name; empty for None."""
    return get_people().name_of(user) if user else ""


@register.simple_tag
def second_factor_url() -> str:
    """Return the URL where people set up their second factor; empty where people have none."""
    return get_people().second_factor_url()


@register.simple_tag
def account_urls() -> dict[str, str]:
    """Return the header's URLs ``account`` and ``sign_out``; empty where no app registered them."""
    return navigation.account_urls()
