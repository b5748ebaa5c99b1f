"""Reads arguments that several commands take: an organization by its slug or id, a time with its offset."""

from datetime import datetime

from django.core.management.base import CommandError

from orgs.models import Organization
from orgs.names import find_organization


def organization_argument(slug: str) -> Organization:
    """Return the organization with this slug or public id, or that had this slug within the last 90 days.

    So a command that runs every night goes on after a customer's rename. Raises CommandError if there is none.
    """
    organization = find_organization(slug)
    if organization is None:
        raise CommandError(f"There is no organization with the slug {slug!r}. Create it with create_organization.")
    return organization


def time_argument(option: str, text: str) -> datetime:
    """Return an RFC 3339 time. Raises CommandError naming the option if it is not one or has no offset."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{option} {text!r} is not a time; write it like 2026-04-14T16:36:43Z.") from None
    if time.tzinfo is None:
        raise CommandError(f"{option} {text!r} has no offset; add Z or one such as -07:00.")
    return time
