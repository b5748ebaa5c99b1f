"""Reads arguments that several commands take: an organization by its slug, a time with its offset."""

from datetime import datetime

from django.core.management.base import CommandError

from orgs.models import Organization


def organization_argument(slug: str) -> Organization:
    """Return the organization with this slug. Raises CommandError if there is none."""
    organization = Organization.objects.filter(slug=slug).first()
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
